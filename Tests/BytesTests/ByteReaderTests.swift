import Bytes
import Testing

private let sample: [UInt8] = [
  0x01, 0x02, 0x03, 0x04, 0xff, 0xfe, 0xfd, 0xfc, 0x41, 0x42, 0x00, 0x43,
]

/// What `body` throws, or nil.
private func failure(_ body: () throws(FormatError) -> Void) -> FormatError? {
  do throws(FormatError) {
    try body()
    return nil
  } catch {
    return error
  }
}

@Test func integersAreLittleEndian() throws {
  var reader = ByteReader(sample.span.bytes)
  #expect(try reader.read("byte", as: UInt8.self) == 0x01)
  #expect(try reader.read("word", as: UInt16.self) == 0x0302)
  #expect(reader.position == 3)
  try reader.seek(to: 0, "start")
  #expect(try reader.read("quad", as: UInt64.self) == 0xfcfd_feff_0403_0201)
  try reader.seek(to: 4, "middle")
  #expect(try reader.read("signed", as: Int32.self) == -0x0302_0101)
  #expect(reader.remaining == 4)
}

@Test func peekLeavesTheCursor() throws {
  let reader = ByteReader(sample.span.bytes, base: 0x100)
  #expect(try reader.peek("word", at: 10, as: UInt16.self) == 0x4300)
  #expect(reader.position == 0)
  #expect(
    failure { () throws(FormatError) in _ = try reader.peek("word", at: 11, as: UInt16.self) }
      == FormatError("word", at: 0x10b, .truncated(needed: 2, left: 1)))
  #expect(
    failure { () throws(FormatError) in _ = try reader.peek("word", at: -1, as: UInt16.self) }
      != nil)
}

@Test func aReadPastTheEndMovesNothing() throws {
  var reader = ByteReader(sample.span.bytes, base: 0x40, container: "stream")
  try reader.skip(10, "head")
  let error = failure { () throws(FormatError) in _ = try reader.read("Field", as: UInt32.self) }
  #expect(error == FormatError("Field", at: 0x4a, in: "stream", .truncated(needed: 4, left: 2)))
  #expect(reader.position == 10)
}

@Test func hugeCountsDoNotOverflow() {
  var reader = ByteReader(sample.span.bytes)
  #expect(failure { () throws(FormatError) in try reader.skip(UInt64.max, "skip") } != nil)
  #expect(failure { () throws(FormatError) in try reader.skip(-1, "skip") } != nil)
  #expect(failure { () throws(FormatError) in try reader.seek(to: UInt64.max, "seek") } != nil)
  #expect(failure { () throws(FormatError) in try reader.seek(to: 13, "seek") } != nil)
  #expect(failure { () throws(FormatError) in _ = try reader.readBytes(Int.max, "bytes") } != nil)
  #expect(failure { () throws(FormatError) in _ = try reader.readUTF16(Int.max, "text") } != nil)
  #expect(failure { () throws(FormatError) in _ = try reader.subreader(-5, "part") } != nil)
  #expect(reader.position == 0)
}

@Test func subreadersEndWhereTheyAreTold() throws {
  var reader = ByteReader(sample.span.bytes, base: 0x10)
  try reader.skip(4, "head")
  var part = try reader.subreader(4, "part")
  #expect(reader.position == 8)
  #expect(part.offset == 0x14)
  #expect(try part.read("signed", as: Int16.self) == -257)
  let error = failure { () throws(FormatError) in _ = try part.read("wide", as: UInt64.self) }
  #expect(error == FormatError("wide", at: 0x16, .truncated(needed: 8, left: 2)))
}

@Test func stringsEndAtTheirZero() throws {
  var reader = ByteReader(sample.span.bytes)
  try reader.seek(to: 8, "text")
  #expect(try reader.readCString("text") == "AB")
  #expect(reader.position == 11)
  #expect(
    failure { () throws(FormatError) in _ = try reader.readCString("last") }
      == FormatError("last", at: 11, .unterminated))
  try reader.seek(to: 8, "text")
  #expect(try reader.readString(4, "fixed") == "AB")
  #expect(reader.isAtEnd == true)
  try reader.seek(to: 8, "text")
  #expect(try reader.withCString("name") { $0.byteCount } == 2)
  try reader.seek(to: 8, "text")
  #expect(try reader.readUTF16(1, "wide") == "\u{4241}")
}

@Test func alignmentStopsAtTheEnd() throws {
  var reader = ByteReader(sample.span.bytes)
  try reader.skip(1, "head")
  reader.align(to: 4)
  #expect(reader.position == 4)
  reader.align(to: 4)
  #expect(reader.position == 4)
  try reader.skip(1, "more")
  reader.align(to: 64)
  #expect(reader.isAtEnd == true)
}
