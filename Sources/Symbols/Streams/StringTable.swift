import Bytes

/// The `/names` stream: strings known by their offsets, such as the source files' paths.
///
/// Facts: llvm.org/docs/PDB/StringTable.html (PDBStringTable).
struct StringTable {
  private let stream: MSFStream
  private let length: Int

  private static let signature: UInt32 = 0xeffe_effe
  /// Bytes in front of the first string.
  private static let headerSize = 12

  init(_ stream: MSFStream) throws(FormatError) {
    self.stream = stream
    let header: [UInt32] = try stream.words(at: 0, count: 3, "PDBStringTableHeader")
    guard header[0] == Self.signature else {
      throw FormatError(
        "PDBStringTableHeader.Signature", at: 0, in: "/names",
        .unexpected(value: UInt64(header[0]), expected: "EFFEEFFEh"))
    }
    length = min(Int(header[2]), stream.size - Self.headerSize)
  }

  /// The string at `offset`.
  func string(at offset: UInt32) throws(FormatError) -> String {
    try stream.cString(at: Self.headerSize + Int(offset), end: Self.headerSize + length, "/names")
  }
}

extension MSFStream {
  /// The zero-ended string at `offset`, which must end before `end`.
  func cString(at offset: Int, end: Int, _ field: StaticString) throws(FormatError) -> String {
    var wanted = 128
    while true {
      let count = min(wanted, max(0, min(end, size) - offset))
      let text: String? = try withReader(at: offset, count: count, field) {
        reader throws(FormatError) in
        reader.cStringLength() == nil ? nil : try reader.readCString(field)
      }
      if let text { return text }
      if count < wanted {
        throw FormatError("\(field)", at: UInt64(max(0, offset)), in: "\(name)", .unterminated)
      }
      wanted *= 4
    }
  }
}
