import Bytes

/// Stream 3: what the linker knows: modules, which of them owns which bytes, and where the other
/// streams are.
///
/// Facts: llvm.org/docs/PDB/DbiStream.html.
struct DBIStream {
  static let headerSize = 64

  let stream: MSFStream
  var age: UInt32
  var globalStream: Int
  var publicStream: Int
  var symbolRecordStream: Int
  /// `IMAGE_FILE_MACHINE_*`.
  var machine: UInt16

  /// Where each substream lies in the stream.
  var modules: Range<Int>
  var contributions: Range<Int>
  var fileInfo: Range<Int>
  var debugHeader: Range<Int>

  init(_ stream: MSFStream) throws(FormatError) {
    self.stream = stream
    let header = try Header(stream)
    age = header.age
    globalStream = header.globalStream
    publicStream = header.publicStream
    symbolRecordStream = header.symbolRecordStream
    machine = header.machine
    var place = Self.headerSize
    func next(_ size: Int32, _ field: StaticString) throws(FormatError) -> Range<Int> {
      guard size >= 0, Int(size) <= stream.size - place else {
        throw FormatError(
          "\(field)", at: UInt64(place), in: "\(stream.name)",
          .truncated(needed: Int(size), left: stream.size - place))
      }
      defer { place += Int(size) }
      return place..<(place + Int(size))
    }
    // The substreams follow each other in this order.
    modules = try next(header.sizes[0], "ModInfoSize")
    contributions = try next(header.sizes[1], "SectionContributionSize")
    _ = try next(header.sizes[2], "SectionMapSize")
    fileInfo = try next(header.sizes[3], "SourceInfoSize")
    _ = try next(header.sizes[4], "TypeServerMapSize")
    _ = try next(header.sizes[6], "ECSubstreamSize")
    debugHeader = try next(header.sizes[5], "OptionalDbgHeaderSize")
  }

  private struct Header {
    var age: UInt32
    var globalStream: Int
    var publicStream: Int
    var symbolRecordStream: Int
    var machine: UInt16
    /// Module info, contributions, section map, source info, type servers, debug header, EC.
    var sizes: [Int32]

    init(_ stream: MSFStream) throws(FormatError) {
      self = try stream.withReader(at: 0, count: DBIStream.headerSize, "DbiStreamHeader") {
        reader throws(FormatError) in try Header(reading: &reader)
      }
    }

    private init(reading reader: inout ByteReader) throws(FormatError) {
      let signature: Int32 = try reader.read("VersionSignature")
      guard signature == -1 else {
        throw FormatError(
          "VersionSignature", at: 0, in: "DBI stream",
          .unexpected(value: UInt64(UInt32(bitPattern: signature)), expected: "FFFFFFFFh"))
      }
      try reader.skip(4, "VersionHeader")
      age = try reader.read("Age")
      globalStream = Int(try reader.read("GlobalStreamIndex", as: UInt16.self))
      try reader.skip(2, "BuildNumber")
      publicStream = Int(try reader.read("PublicStreamIndex", as: UInt16.self))
      try reader.skip(2, "PdbDllVersion")
      symbolRecordStream = Int(try reader.read("SymRecordStream", as: UInt16.self))
      try reader.skip(2, "PdbDllRbld")
      var found: [Int32] = []
      for _ in 0..<5 { found.append(try reader.read("ModInfoSize")) }
      try reader.skip(4, "MFCTypeServerIndex")
      found.append(try reader.read("OptionalDbgHeaderSize"))
      found.append(try reader.read("ECSubstreamSize"))
      sizes = found
      try reader.skip(2, "Flags")
      machine = try reader.read("Machine")
    }
  }

  /// The streams that the optional debug header lists, in its order.
  enum DebugStream: Int {
    case omapToSource = 3
    case omapFromSource = 4
    case sectionHeaders = 5
    case originalSectionHeaders = 10
  }

  /// The number of one of those streams, or nil if the PDB has none.
  func debugStream(_ which: DebugStream) -> Int? {
    let place = debugHeader.lowerBound + which.rawValue * 2
    guard place + 2 <= debugHeader.upperBound,
      let number: UInt16 = try? stream.word(at: place, "OptionalDbgHeader"), number != 0xffff
    else { return nil }
    return Int(number)
  }
}
