import Bytes
import Images
import Testing

/// Asks an image everything; what cannot be read may throw, but nothing may trap.
private func askEverything(_ bytes: [UInt8], _ layout: PEImage.Layout) {
  guard let image = try? PEImage(bytes, layout: layout) else { return }
  let exports = try? image.exports
  _ = exports?.all.count
  _ = exports?.named("Framed")
  _ = exports?.ordinal(5)
  _ = try? image.imports
  _ = try? image.relocations
  _ = try? image.debugDirectory
  _ = try? image.codeView
  if var mapped = try? image.mapped(limit: 1 << 20) {
    try? image.relocate(&mapped, to: 0x1_0000)
  }
  if let table = image.functionTable {
    for rva in stride(from: 0 as UInt32, to: 0x1200, by: 61) { _ = try? table.lookup(rva) }
    for function in (try? table.all) ?? [] { _ = try? image.unwindInfo(at: function.unwindInfo) }
  }
}

@Test(arguments: ["image64.dll", "image32.dll"])
func everyPrefixIsSurvived(_ name: String) throws {
  let bytes = try Fixture.bytes(name)
  for count in 0..<bytes.count { askEverything(Array(bytes[..<count]), .file) }
}

/// Headers cut short throw and name a field.
@Test(arguments: ["image64.dll", "image32.dll"])
func cutHeadersAreRefused(_ name: String) throws {
  let bytes = try Fixture.bytes(name)
  let image = try PEImage(bytes)
  let optional = Int(image.fileHeader.sizeOfOptionalHeader)
  let end = Int(image.headerOffset) + 24 + optional + image.sections.count * 40
  for count in 0..<end {
    #expect(throws: FormatError.self) { _ = try PEImage(Array(bytes[..<count])) }
  }
  #expect(throws: Never.self) { _ = try PEImage(Array(bytes[..<end])) }
}

@Test(arguments: ["image64.dll", "image32.dll"], [1, 2, 3] as [UInt64])
func corruptionIsSurvived(_ name: String, _ seed: UInt64) throws {
  let bytes = try Fixture.bytes(name)
  let mapped = try PEImage(bytes).mapped()
  var dice = Dice(seed: seed)
  for round in 0..<600 {
    let isMapped = round % 3 == 0
    var damaged = isMapped ? mapped : bytes
    for _ in 0..<Int.random(in: 1...8, using: &dice) {
      let place = Int.random(in: 0..<damaged.count, using: &dice)
      damaged[place] =
        [0, 0xff, 0x7f, 0x80, UInt8.random(in: 0...255, using: &dice)]
        .randomElement(using: &dice) ?? 0
    }
    askEverything(damaged, isMapped ? .memory : .file)
  }
}

@Test func whatIsNoImageIsNamed() {
  let rows: [([UInt8], String)] = [
    ([], "IMAGE_DOS_HEADER at file offset 0x0: 64 bytes needed, 0 left"),
    (
      [UInt8](repeating: 0x7f, count: 64),
      "e_magic at file offset 0x0: 0x7f7f found, 5A4Dh (MZ) expected"
    ),
    (
      [0x4d, 0x5a] + [UInt8](repeating: 0, count: 62),
      "Signature at file offset 0x0: 0x5a4d found, 4550h (PE) expected"
    ),
    (
      [0x4d, 0x5a] + [UInt8](repeating: 0xff, count: 62),
      "IMAGE_NT_HEADERS at file offset 0xffffffff: 24 bytes needed, 0 left"
    ),
  ]
  for (bytes, sentence) in rows {
    do {
      _ = try PEImage(bytes)
      Issue.record("no error for \(sentence)")
    } catch {
      #expect(error.description == sentence)
    }
  }
}
