import Bytes

/// Stream 1: the PDB's identity, and the streams that are known by name.
///
/// Facts: llvm.org/docs/PDB/PdbStream.html, HashTable.html.
struct InfoStream {
  var signature: UInt32
  var age: UInt32
  var guid: GUID
  /// Stream numbers by name, such as `/names`.
  var named: [String: Int] = [:]

  /// Versions from VC70 on hold a GUID.
  private static let oldest: UInt32 = 20_000_404

  init(_ stream: MSFStream) throws(FormatError) {
    self = try stream.withReader(at: 0, count: stream.size, "PdbStreamHeader") {
      reader throws(FormatError) in try InfoStream(reading: &reader)
    }
  }

  private init(reading reader: inout ByteReader) throws(FormatError) {
    let version: UInt32 = try reader.read("PdbStreamHeader.Version")
    guard version >= Self.oldest else {
      throw FormatError(
        "PdbStreamHeader.Version", at: 0, in: "PDB stream",
        .unexpected(value: UInt64(version), expected: "at least 1312E94h"))
    }
    signature = try reader.read("PdbStreamHeader.Signature")
    age = try reader.read("PdbStreamHeader.Age")
    guid = try GUID(reading: &reader)
    // Without the map the PDB is still worth having; it only has no source files.
    named = (try? Self.readNames(&reader)) ?? [:]
  }

  private static func readNames(_ reader: inout ByteReader) throws(FormatError) -> [String: Int] {
    let length: UInt32 = try reader.read("NamedStreamMap.StringBufferSize")
    let texts = try reader.readBytes(length, "NamedStreamMap.StringBuffer")
    let count: UInt32 = try reader.read("NamedStreamMap.Size")
    try reader.skip(4, "NamedStreamMap.Capacity")
    try skipBits(&reader)
    try skipBits(&reader)
    var named: [String: Int] = [:]
    for _ in 0..<count {
      let key: UInt32 = try reader.read("NamedStreamMap.Key")
      let stream: UInt32 = try reader.read("NamedStreamMap.Value")
      guard Int(key) < texts.count else { continue }
      let text = texts[Int(key)...].prefix { $0 != 0 }
      named[String(decoding: text, as: UTF8.self)] = Int(stream)
    }
    return named
  }

  private static func skipBits(_ reader: inout ByteReader) throws(FormatError) {
    let words: UInt32 = try reader.read("NamedStreamMap.BitVector")
    try reader.skip(UInt64(words) * 4, "NamedStreamMap.BitVector")
  }
}
