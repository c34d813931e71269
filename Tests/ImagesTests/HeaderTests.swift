import Images
import Testing

/// The headers as `llvm-readobj --file-headers --sections` prints them.
private func render(_ image: PEImage) -> [String] {
  let file = image.fileHeader
  let header = image.optionalHeader
  let hex: (UInt64) -> String = Fixture.hex
  var lines = [
    "SectionCount: \(file.numberOfSections)",
    "PointerToSymbolTable: \(hex(UInt64(file.pointerToSymbolTable)))",
    "SymbolCount: \(file.numberOfSymbols)",
    "OptionalHeaderSize: \(file.sizeOfOptionalHeader)",
    "Magic: \(hex(UInt64(header.magic)))",
    "MajorLinkerVersion: \(header.majorLinkerVersion)",
    "SizeOfCode: \(header.sizeOfCode)",
    "SizeOfInitializedData: \(header.sizeOfInitializedData)",
    "SizeOfUninitializedData: \(header.sizeOfUninitializedData)",
    "AddressOfEntryPoint: \(hex(UInt64(header.addressOfEntryPoint)))",
    "BaseOfCode: \(hex(UInt64(header.baseOfCode)))",
  ]
  if !header.isPlus { lines.append("BaseOfData: \(hex(UInt64(header.baseOfData)))") }
  lines += [
    "ImageBase: \(hex(header.imageBase))",
    "SectionAlignment: \(header.sectionAlignment)",
    "FileAlignment: \(header.fileAlignment)",
    "MajorOperatingSystemVersion: \(header.majorOperatingSystemVersion)",
    "MajorSubsystemVersion: \(header.majorSubsystemVersion)",
    "SizeOfImage: \(header.sizeOfImage)",
    "SizeOfHeaders: \(header.sizeOfHeaders)",
    "SizeOfStackReserve: \(header.sizeOfStackReserve)",
    "SizeOfStackCommit: \(header.sizeOfStackCommit)",
    "SizeOfHeapReserve: \(header.sizeOfHeapReserve)",
    "SizeOfHeapCommit: \(header.sizeOfHeapCommit)",
    "NumberOfRvaAndSize: \(header.dataDirectories.count)",
    "AddressOfNewExeHeader: \(image.headerOffset)",
  ]
  for section in image.sections {
    lines += [
      "VirtualSize: \(hex(UInt64(section.virtualSize)))",
      "VirtualAddress: \(hex(UInt64(section.virtualAddress)))",
      "RawDataSize: \(section.sizeOfRawData)",
      "PointerToRawData: \(hex(UInt64(section.pointerToRawData)))",
      "Characteristics [ (\(hex(UInt64(section.characteristics))))",
    ]
  }
  return lines
}

@Test(arguments: ["image64", "image32"])
func headersAreAsAnotherToolReadsThem(_ name: String) throws {
  let image = try Fixture.image(name + ".dll")
  let rendered = render(image)
  let keys = Set(rendered.map { $0.prefix { $0 != ":" && $0 != "[" } })
  var wanted = try Fixture.lines(name + ".readobj.txt")
  // The DOS header's magic and the debug entries use the same keys; neither is rendered.
  wanted.removeAll { $0 == "Magic: MZ" }
  if let debug = wanted.firstIndex(of: "DebugDirectory [") { wanted.removeSubrange(debug...) }
  let start = wanted.firstIndex { $0.hasPrefix("Sections [") } ?? 0
  let kept = wanted.enumerated().filter { position, line in
    // The flags of the file and optional headers are named, not rendered.
    keys.contains(line.prefix { $0 != ":" && $0 != "[" })
      && !(line.hasPrefix("Characteristics") && position < start)
  }
  #expect(rendered == kept.map(\.element))
}

@Test(arguments: ["image64", "image32"])
func directoriesAreAsAnotherToolReadsThem(_ name: String) throws {
  let image = try Fixture.image(name + ".dll")
  let directories = image.optionalHeader.dataDirectories.flatMap {
    [Fixture.hex($0.virtualAddress), Fixture.hex($0.size)]
  }
  let lines = try Fixture.lines(name + ".readobj.txt")
  let start = try #require(lines.firstIndex(of: "DataDirectory {"))
  let wanted = lines[(start + 1)...].prefix { $0 != "}" }.map { line in
    String(line.drop { $0 != " " }.dropFirst())
  }
  #expect(directories == wanted)
}

@Test func summaries() throws {
  let wide = try Fixture.image("image64.dll")
  #expect(wide.machine == .amd64)
  #expect(wide.is64Bit && wide.isDLL && wide.pointerSize == 8)
  #expect(wide.timeDateStamp == 0xb771_ed3d)
  #expect(wide.section(containing: 0x1000)?.name == ".text")
  #expect(wide.section(containing: 0x3017)?.name == ".data")
  #expect(wide.section(containing: 0x3018) == nil)
  let narrow = try Fixture.image("image32.dll")
  #expect(narrow.machine == .i386)
  #expect(!narrow.is64Bit && narrow.pointerSize == 4)
  #expect(narrow.functionTable == nil)
}

@Test func sectionsKnowTheirProtection() throws {
  let image = try Fixture.image("image64.dll")
  let text = image.sections.map { section in
    let letters = [
      section.isReadable ? "r" : "-", section.isWritable ? "w" : "-",
      section.isExecutable ? "x" : "-", section.isDiscardable ? "d" : "-",
    ]
    return section.name + " " + letters.joined()
  }
  #expect(text == [".text r-x-", ".rdata r---", ".data rw--", ".pdata r---", ".reloc r--d"])
}
