import Bytes
import Testing

@testable import Images

@Test(arguments: ["image64", "image32"])
func exportsAreAsAnotherToolReadsThem(_ name: String) throws {
  let table = try #require(try Fixture.image(name + ".dll").exports)
  #expect(table.name == name + ".dll")
  let lines = try Fixture.lines(name + ".readobj.txt")
  var wanted: [String] = []
  for (index, line) in lines.enumerated() where line == "Export {" {
    // The other tool lists holes too, with no name and address 0.
    if lines[index + 3] != "RVA: 0x0" { wanted += lines[(index + 1)...(index + 3)] }
  }
  let rendered = table.all.flatMap {
    [
      "Ordinal: \($0.ordinal)", $0.name.map { "Name: " + $0 } ?? "Name:",
      "RVA: \(Fixture.hex($0.rva))",
    ]
  }
  #expect(rendered == wanted)
}

@Test(arguments: ["image64", "image32"])
func exportsAreFoundByNameAndOrdinal(_ name: String) throws {
  let table = try #require(try Fixture.image(name + ".dll").exports)
  for export in table.all {
    if let name = export.name { #expect(table.named(name) == export) }
    #expect(table.ordinal(export.ordinal) == export)
  }
  #expect(table.named("Forwarded")?.forwarder == "other.External")
  #expect(table.named("framed") == nil)
  #expect(table.named("") == nil)
  #expect(table.named("Zebra") == nil)
  #expect(table.ordinal(4) == nil)
  #expect(table.ordinal(0) == nil)
  #expect(table.ordinal(99) == nil)
}

@Test func importsHaveNamesNumbersAndSlots() throws {
  for (file, first, size) in [
    ("image64.dll", 0x2148 as UInt32, 8 as UInt32), ("image32.dll", 0x2138, 4),
  ] {
    let modules = try Fixture.image(file).imports
    #expect(modules.map(\.name) == ["other.dll"])
    #expect(
      modules.first?.imports == [
        Import(name: "External", hint: 0, ordinal: nil, slot: first),
        Import(name: nil, hint: 0, ordinal: 7, slot: first + size),
      ])
  }
}

@Test(arguments: ["image64", "image32"])
func relocationsAreAsAnotherToolReadsThem(_ name: String) throws {
  let image = try Fixture.image(name + ".dll")
  let lines = try Fixture.lines(name + ".readobj.txt")
  var wanted: [String] = []
  for (index, line) in lines.enumerated() where line == "Entry {" {
    if lines[index + 1] != "Type: ABSOLUTE" { wanted += lines[(index + 1)...(index + 2)] }
  }
  let rendered = try image.relocations.flatMap {
    ["Type: " + ($0.kind == .dir64 ? "DIR64" : "HIGHLOW"), "Address: \(Fixture.hex($0.rva))"]
  }
  #expect(rendered == wanted)
  #expect(!wanted.isEmpty)
}

@Test func relocatingAddsTheDifference() throws {
  let image = try Fixture.image("image64.dll")
  var bytes = try image.mapped()
  #expect(bytes.count == Int(image.sizeOfImage))
  func pointer(_ rva: UInt64) throws -> UInt64 {
    let stored = try #require(bytes.read(at: rva, count: 8))
    return try ByteReader(stored.span.bytes).peek("pointer", at: 0)
  }
  #expect(try pointer(0x3000) == 0x1_8000_1000)
  try image.relocate(&bytes, to: 0xffff_f880_0100_0000)
  #expect(try pointer(0x3000) == 0xffff_f880_0100_1000)
  #expect(try pointer(0x3008) == 0xffff_f880_0100_3000)
  #expect(try pointer(0x3010) == 0)
  var short = [UInt8](repeating: 0, count: 0x3004)
  #expect(throws: FormatError.self) { try image.relocate(&short, to: 0) }
}

@Test func relocatingA32BitImage() throws {
  let image = try Fixture.image("image32.dll")
  var bytes = try image.mapped()
  let before = try #require(bytes.read(at: 0x300c, count: 4))
  try image.relocate(&bytes, to: image.imageBase + 0x0123_0000)
  let after = try #require(bytes.read(at: 0x300c, count: 4))
  #expect(before == [0x00, 0x30, 0x00, 0x10])
  #expect(after == [0x00, 0x30, 0x23, 0x11])
}

@Test func theDebugDirectoryNamesThePDB() throws {
  let image = try Fixture.image("image64.dll")
  #expect(try image.debugDirectory.map(\.type) == [2, 16])
  let record = try #require(try image.codeView)
  #expect(record.path == "C:\\fixture\\image64.pdb")
  #expect(record.fileName == "image64.pdb")
  #expect(record.age == 1)
  // The bytes as the other tool prints them.
  let lines = try Fixture.lines("image64.readobj.txt")
  let line = try #require(lines.first { $0.hasPrefix("PDBGUID: ") })
  let bytes = line.split { " ():".contains($0) }.dropFirst().compactMap { UInt8($0, radix: 16) }
  var reader = ByteReader(bytes.span.bytes)
  #expect(try record.guid == GUID(reading: &reader))
}

/// The same code must read an image as it lies in a target's memory.
@Test(arguments: ["image64.dll", "image32.dll"])
func memoryLayoutGivesTheSameAnswers(_ name: String) throws {
  let file = try Fixture.image(name)
  let bytes = try file.mapped()
  let source = ClosureSource { offset, count in bytes.read(at: offset, count: count) }
  let memory = try PEImage(source, layout: .memory)
  #expect(memory.optionalHeader == file.optionalHeader)
  #expect(memory.sections == file.sections)
  #expect(try memory.imports == file.imports)
  #expect(try memory.relocations == file.relocations)
  #expect(try memory.codeView == file.codeView)
  let exports = try #require(try memory.exports)
  #expect(exports.all == (try file.exports)?.all)
  #expect(try memory.functionTable?.all == file.functionTable?.all)
  #expect(try memory.mapped() == bytes)
}
