/// Turns bytes into instructions.
public enum Decoder {
  /// The longest instruction, in bytes.
  public static let maximumLength = 15

  /// Decodes the instruction at the start of `bytes`; looks at no more than 15 of them.
  ///
  /// Never fails otherwise than in the value: `semantics` is `.invalid` (length 1) for bytes that
  /// are no instruction, and `.truncated` (length: the bytes given, at least 1) when the instruction
  /// goes on behind the end of fewer than 15 bytes.
  public static func decode(_ bytes: UnsafeRawBufferPointer, mode: Mode) -> Instruction {
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      return Instruction(.truncated, length: 1, mode: mode)
    }
    var decoding = Decoding(CodeReader(start, count: bytes.count), mode)
    let isWhole = decoding.run(DecoderIndex.shared)
    if isWhole && !decoding.code.isOverrun { return decoding.result }
    if decoding.code.isOverrun && bytes.count < maximumLength {
      return Instruction(.truncated, length: UInt8(bytes.count), mode: mode)
    }
    return Instruction(.invalid, length: 1, mode: mode)
  }

  /// Whether the bytes are an instruction's but for their number: it goes on behind 15 bytes, which
  /// a processor answers with #GP in place of #UD (Intel SDM vol. 3A, 6.15, interrupt 13).
  public static func exceedsLength(_ bytes: [UInt8], mode: Mode) -> Bool {
    guard bytes.count >= maximumLength else { return false }
    return bytes.withUnsafeBytes {
      guard let start = $0.baseAddress else { return false }
      var decoding = Decoding(CodeReader(start, count: maximumLength), mode)
      _ = decoding.run(DecoderIndex.shared)
      return decoding.code.isOverrun
    }
  }

  /// Decodes the instruction at the start of an array.
  public static func decode(_ bytes: [UInt8], mode: Mode) -> Instruction {
    bytes.withUnsafeBytes { decode($0, mode: mode) }
  }
}

/// Reads code bytes; behind the end it reads zeros and remembers that it did.
struct CodeReader {
  private let start: UnsafeRawPointer
  private let limit: Int
  private(set) var position = 0
  private(set) var isOverrun = false

  /// A reader of `count` bytes at `start`, of which it reads at most 15.
  @inline(__always)
  init(_ start: UnsafeRawPointer, count: Int) {
    self.start = start
    self.limit = min(count, Decoder.maximumLength)
  }

  /// The next byte, without moving on.
  @inline(__always)
  mutating func peek() -> UInt8 {
    guard position < limit else {
      isOverrun = true
      return 0
    }
    return start.load(fromByteOffset: position, as: UInt8.self)
  }

  @inline(__always)
  mutating func byte() -> UInt8 {
    let value = peek()
    position &+= 1
    return value
  }

  @inline(__always)
  mutating func signedByte() -> Int64 {
    Int64(Int8(bitPattern: byte()))
  }

  @inline(__always)
  mutating func word() -> UInt16 {
    integer()
  }

  @inline(__always)
  mutating func signedWord() -> Int64 {
    Int64(Int16(bitPattern: integer()))
  }

  @inline(__always)
  mutating func dword() -> UInt32 {
    integer()
  }

  @inline(__always)
  mutating func signedDword() -> Int64 {
    Int64(Int32(bitPattern: integer()))
  }

  @inline(__always)
  mutating func qword() -> Int64 {
    integer()
  }

  @inline(__always)
  private mutating func integer<Value: FixedWidthInteger & BitwiseCopyable>() -> Value {
    let size = MemoryLayout<Value>.size
    guard position &+ size <= limit else {
      isOverrun = true
      position &+= size
      return 0
    }
    let value = start.loadUnaligned(fromByteOffset: position, as: Value.self)
    position &+= size
    return Value(littleEndian: value)
  }
}
