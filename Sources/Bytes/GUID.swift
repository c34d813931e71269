/// A GUID, which is what ties an image to its PDB.
public struct GUID: Hashable, Sendable {
  public var data1: UInt32
  public var data2: UInt16
  public var data3: UInt16
  /// The last eight bytes, the first of them in the lowest bits.
  public var data4: UInt64

  /// Makes a GUID of its four fields.
  public init(data1: UInt32, data2: UInt16, data3: UInt16, data4: UInt64) {
    self.data1 = data1
    self.data2 = data2
    self.data3 = data3
    self.data4 = data4
  }

  /// Reads the 16 bytes of a GUID.
  @_lifetime(reader: copy reader)
  public init(reading reader: inout ByteReader) throws(FormatError) {
    data1 = try reader.read("Guid.Data1")
    data2 = try reader.read("Guid.Data2")
    data3 = try reader.read("Guid.Data3")
    data4 = try reader.read("Guid.Data4")
  }

  /// 32 hexadecimal digits without separators, as symbol servers spell it in folder names.
  public var symbolServerText: String {
    var text = hex(data1, 8) + hex(data2, 4) + hex(data3, 4)
    for index in 0..<8 { text += hex(UInt8(truncatingIfNeeded: data4 >> UInt64(index * 8)), 2) }
    return text
  }

  private func hex(_ value: some FixedWidthInteger, _ digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension GUID: CustomStringConvertible {
  /// `{01234567-89AB-CDEF-0123-456789ABCDEF}`.
  public var description: String {
    let text = Array(symbolServerText)
    let parts = [text[0..<8], text[8..<12], text[12..<16], text[16..<20], text[20..<32]]
    return "{" + parts.map { String($0) }.joined(separator: "-") + "}"
  }
}
