import Bytes
import Foundation
import Testing

@Test func aFileIsMapped() throws {
  let path = FileManager.default.temporaryDirectory.appending(path: "bytes-\(UUID()).bin").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  let file = try FileBytes(path: path)
  #expect(file.count == 10_000)
  #expect(file.read(at: 9_990, count: 10) == Array(bytes[9_990...]))
  #expect(file.read(at: 9_990, count: 11) == nil)
  #expect(file.read(at: .max, count: 1) == nil)
  #expect(file.read(at: 10_000, count: 0) == [])
  var reader = try file.reader(at: 4, count: 2, "two")
  #expect(try reader.read("first", as: UInt8.self) == 28)
  #expect(throws: FormatError.self) { _ = try file.reader(at: 9_999, count: 2, "two").count }
}

@Test func whatIsNoFileIsRefused() throws {
  #expect(throws: FormatError("/nowhere/at all", at: 0, .notOpened("No such file or directory"))) {
    try FileBytes(path: "/nowhere/at all")
  }
  #expect(throws: FormatError("/", at: 0, .notOpened("not a regular file"))) {
    try FileBytes(path: "/")
  }
}

@Test func anEmptyFileIsAFile() throws {
  let path = FileManager.default.temporaryDirectory.appending(path: "empty-\(UUID()).bin").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  try Data().write(to: URL(fileURLWithPath: path))
  #expect(try FileBytes(path: path).count == 0)
  #expect(FileBytes([]).read(at: 0, count: 1) == nil)
}

@Test func sourcesRefuseWhatTheyDoNotHold() throws {
  let array: [UInt8] = [1, 2, 3]
  #expect(array.read(at: 1, count: 2) == [2, 3])
  #expect(array.read(at: 2, count: 2) == nil)
  #expect(array.read(at: 4, count: 0) == nil)
  #expect(array.read(at: 0, count: -1) == nil)
  #expect(throws: FormatError("Field", at: 2, .truncated(needed: 2, left: 1))) {
    try array.require("Field", at: 2, count: 2)
  }
  let holes = ClosureSource { offset, count in
    offset < 0x1000 ? [UInt8](repeating: 9, count: min(count, 4)) : nil
  }
  #expect(holes.read(at: 0, count: 4) == [9, 9, 9, 9])
  #expect(holes.read(at: 0, count: 5) == nil)
  #expect(throws: FormatError("Field", at: 0x1000, in: "image", .unreadable(needed: 2))) {
    try holes.require("Field", at: 0x1000, count: 2, in: "image")
  }
}

@Test func guidsAreSpeltAsWindowsSpellsThem() throws {
  let bytes: [UInt8] = [
    0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff,
  ]
  var reader = ByteReader(bytes.span.bytes)
  let guid = try GUID(reading: &reader)
  #expect(guid.description == "{00112233-4455-6677-8899-AABBCCDDEEFF}")
  #expect(guid.symbolServerText == "00112233445566778899AABBCCDDEEFF")
}
