import Bytes

/// The code of an inlined call, as the binary annotations of `S_INLINESITE` tell it.
///
/// The annotations are a small program that moves a code offset and a line, both relative: the one to
/// the enclosing function's begin, the other to the inlined function's first line.
/// Facts: `BinaryAnnotationOpcode` of cvinfo.h.
struct InlineAnnotations {
  /// A stretch of code of one line.
  struct Stretch {
    /// Offset from the enclosing function's begin.
    var offset: UInt32
    /// Bytes; nil until something ends it.
    var length: UInt32?
    /// Lines below the inlined function's first.
    var line: Int32
    /// The file if it is not the inlined function's own: an offset in the file checksums.
    var file: UInt32?
  }

  private(set) var stretches: [Stretch] = []

  private var offset: UInt32 = 0
  private var line: Int32 = 0
  private var file: UInt32?

  /// Reads annotations up to the end or up to what is none.
  init(reading reader: inout ByteReader) {
    while let operation = Self.readUnsigned(&reader), operation != 0 {
      guard let first = Self.readUnsigned(&reader) else { break }
      switch operation {
      case 1: offset = first  // CodeOffset
      case 2: continue  // ChangeCodeOffsetBase: no linker makes one
      case 3: begin(after: first)  // ChangeCodeOffset
      case 4:  // ChangeCodeLength
        end(at: offset &+ first)
        offset = offset &+ first
      case 5: file = first  // ChangeFile
      case 6: line = line &+ Self.signed(first)  // ChangeLineOffset
      case 11:  // ChangeCodeOffsetAndLineOffset
        line = line &+ Self.signed(first >> 4)
        begin(after: first & 15)
      case 12:  // ChangeCodeLengthAndCodeOffset
        guard let second = Self.readUnsigned(&reader) else { return }
        begin(after: second)
        end(at: offset &+ first)
      default: continue  // Columns, and how many lines a statement takes.
      }
    }
  }

  /// The stretch that holds `offset`, or nil.
  func stretch(at offset: UInt32) -> Stretch? {
    stretches.last { $0.offset <= offset && offset - $0.offset < $0.length ?? 0 }
  }

  private mutating func begin(after delta: UInt32) {
    offset = offset &+ delta
    end(at: offset)
    stretches.append(Stretch(offset: offset, length: nil, line: line, file: file))
  }

  /// Ends the last stretch if nothing has.
  private mutating func end(at place: UInt32) {
    guard let last = stretches.last, last.length == nil else { return }
    stretches[stretches.count - 1].length = place >= last.offset ? place - last.offset : 0
  }

  private static func signed(_ value: UInt32) -> Int32 {
    let magnitude = Int32(bitPattern: value >> 1)
    return value & 1 == 0 ? magnitude : 0 &- magnitude
  }

  /// A number of one, two or four bytes, the length in the first one's highest bits.
  private static func readUnsigned(_ reader: inout ByteReader) -> UInt32? {
    guard let first: UInt8 = try? reader.read("BinaryAnnotations") else { return nil }
    if first & 0x80 == 0 { return UInt32(first) }
    guard let second: UInt8 = try? reader.read("BinaryAnnotations") else { return nil }
    if first & 0xc0 == 0x80 { return UInt32(first & 0x3f) << 8 | UInt32(second) }
    guard first & 0xe0 == 0xc0, let third: UInt8 = try? reader.read("BinaryAnnotations"),
      let fourth: UInt8 = try? reader.read("BinaryAnnotations")
    else { return nil }
    let high = UInt32(first & 0x1f) << 24 | UInt32(second) << 16
    return high | UInt32(third) << 8 | UInt32(fourth)
  }
}
