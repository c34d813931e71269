import Bytes
import Engine
import Images
import Language

extension SymbolExtension {
  static let headers = Command(
    "dh", summary: "Show the headers of an image.",
    details: "Address is in a module or at the beginning of an image in memory. -f shows the file "
      + "headers, -s the section headers, -a everything, as without a switch.",
    examples: ["!dh -f nt": "the kernel's file headers", "!dh -s hal": "sections"],
    related: ["!lmi", "lm", ".imgscan"], repetition: .none,
    grammar: .switches("f", "s", "a", "e", "i", "h"), .rest("Address", completion: .module)
  ) { session, switches, text in
    if switches.contains("h") { return try session.run(commands: ".hh !dh") }
    let (image, module) = try image(text, session)
    let isAll = switches.contains("a") || !switches.contains("f") && !switches.contains("s")
    let printer = HeaderPrinter(image: image, session: session, module: module)
    if isAll || switches.contains("f") {
      printer.printFileHeader()
      printer.printOptionalHeader()
    }
    if isAll || switches.contains("s") { try printer.printSections() }
    if isAll { printer.printDebugDirectories() }
  }

  /// The image that a name or an address means.
  private static func image(_ text: String, _ session: Session) throws -> (PEImage, Module?) {
    guard !text.isEmpty else { throw session.rejectedAtEnd(.syntax) }
    if let module = session.debugger.module(named: text), let image = module.image {
      return (image, module)
    }
    let address = try session.evaluate(text)
    if let module = session.debugger.module(containing: address), let image = module.image {
      return (image, module)
    }
    let debugger = session.debugger
    let source = ClosureSource { offset, count in
      let memory = debugger.read(address &+ offset, count)
      return memory.isComplete ? memory.bytes : nil
    }
    do {
      return (try PEImage(source, layout: .memory), nil)
    } catch {
      throw CommandError.message(
        "No image header at \(session.plainAddress(address)): \(error)")
    }
  }
}

/// Prints an image's headers in the columns that the linker's own tool has.
private struct HeaderPrinter {
  let image: PEImage
  let session: Session
  let module: Module?

  private func row(_ value: some UnsignedInteger & FixedWidthInteger, _ label: String) {
    session.print("\(value.upperHex().leftPadded(8)) \(label)")
  }

  private func wide(_ value: UInt64, _ label: String) {
    session.print("\(value.hex(image.optionalHeader.isPlus ? 16 : 8)) \(label)")
  }

  private func version(_ major: some BinaryInteger, _ minor: some BinaryInteger, _ label: String) {
    let text = "\(major).\(String(minor).leftPadded(2, with: "0"))"
    session.print("\(text.leftPadded(8)) \(label)")
  }

  private func flags(_ value: UInt16, _ names: [(UInt16, String)]) {
    for (bit, name) in names where value & bit != 0 { session.print("            \(name)") }
  }

  func printFileHeader() {
    let header = image.fileHeader
    let isLibrary = header.characteristics & 0x2000 != 0
    session.print()
    session.print("File Type: \(isLibrary ? "DLL" : "EXECUTABLE IMAGE")")
    session.print("FILE HEADER VALUES")
    let machines: [UInt16: String] = [0x14C: "i386", 0x8664: "X64", 0xAA64: "ARM64"]
    row(header.machine, "machine (\(machines[header.machine] ?? "unknown"))")
    row(header.numberOfSections, "number of sections")
    let stamp = header.timeDateStamp.upperHex().leftPadded(8)
    let isHash = module?.isReproducible ?? false
    let time = isHash ? "" : " \(DebuggerTime.text(unix: Int64(header.timeDateStamp)))"
    session.print("\(stamp) time date stamp\(time)")
    session.print()
    row(header.pointerToSymbolTable, "file pointer to symbol table")
    row(header.numberOfSymbols, "number of symbols")
    row(header.sizeOfOptionalHeader, "size of optional header")
    row(header.characteristics, "characteristics")
    flags(
      header.characteristics,
      [
        (0x1, "Relocations stripped"), (0x2, "Executable"), (0x4, "Line numbers stripped"),
        (0x8, "Symbols stripped"), (0x20, "App can handle >2gb addresses"),
        (0x100, "32 bit word machine"), (0x200, "Debug information stripped"),
        (0x1000, "System"), (0x2000, "DLL"),
      ])
    session.print()
  }

  func printOptionalHeader() {
    let header = image.optionalHeader
    session.print("OPTIONAL HEADER VALUES")
    row(header.magic, "magic #")
    version(header.majorLinkerVersion, header.minorLinkerVersion, "linker version")
    row(header.sizeOfCode, "size of code")
    row(header.sizeOfInitializedData, "size of initialized data")
    row(header.sizeOfUninitializedData, "size of uninitialized data")
    row(header.addressOfEntryPoint, "address of entry point")
    row(header.baseOfCode, "base of code")
    session.print("         ----- new -----")
    wide(header.imageBase, "image base")
    row(header.sectionAlignment, "section alignment")
    row(header.fileAlignment, "file alignment")
    row(header.subsystem, "subsystem (\(subsystem(header.subsystem)))")
    version(
      header.majorOperatingSystemVersion, header.minorOperatingSystemVersion,
      "operating system version")
    version(header.majorImageVersion, header.minorImageVersion, "image version")
    version(header.majorSubsystemVersion, header.minorSubsystemVersion, "subsystem version")
    row(header.sizeOfImage, "size of image")
    row(header.sizeOfHeaders, "size of headers")
    row(header.checkSum, "checksum")
    wide(header.sizeOfStackReserve, "size of stack reserve")
    wide(header.sizeOfStackCommit, "size of stack commit")
    wide(header.sizeOfHeapReserve, "size of heap reserve")
    wide(header.sizeOfHeapCommit, "size of heap commit")
    row(header.dllCharacteristics, " DLL characteristics")
    flags(
      header.dllCharacteristics,
      [
        (0x20, "High entropy VA supported"), (0x40, "Dynamic base"), (0x80, "Integrity checks"),
        (0x100, "NX compatible"), (0x200, "No isolation"),
        (0x400, "No structured exception handler"),
        (0x800, "No binding"), (0x2000, "WDM driver"), (0x4000, "Guard"),
        (0x8000, "Terminal server aware"),
      ])
    let names = [
      "Export", "Import", "Resource", "Exception", "Security", "Base Relocation", "Debug",
      "Description", "Special", "Thread Storage", "Load Configuration", "Bound Import",
      "Import Address Table", "Delay Import", "COR20 Header", "Reserved",
    ]
    for (index, name) in names.enumerated() {
      let known = index < header.dataDirectories.count
      let address = known ? header.dataDirectories[index].virtualAddress : 0
      let size = known ? header.dataDirectories[index].size : 0
      session.print(
        "\(address.upperHex().leftPadded(8)) [\(size.upperHex().leftPadded(8))] "
          + "address [size] of \(name) Directory")
    }
    session.print()
  }

  private func subsystem(_ number: UInt16) -> String {
    let names: [UInt16: String] = [
      1: "Native", 2: "Windows GUI", 3: "Windows CUI", 7: "Posix CUI", 9: "Windows CE GUI",
      10: "EFI application",
    ]
    return names[number] ?? "Unknown"
  }

  func printSections() throws {
    for (index, section) in image.sections.enumerated() {
      try session.checkCancelled()
      session.print()
      session.print("SECTION HEADER #\(UInt64(index + 1).upperHex())")
      session.print("\(section.name.leftPadded(8)) name")
      row(section.virtualSize, "virtual size")
      row(section.virtualAddress, "virtual address")
      row(section.sizeOfRawData, "size of raw data")
      row(section.pointerToRawData, "file pointer to raw data")
      for label in [
        "file pointer to relocation table", "file pointer to line numbers",
        "number of relocations", "number of line numbers",
      ] {
        row(UInt32(0), label)
      }
      row(section.characteristics, "flags")
      for line in sectionFlags(section.characteristics) {
        session.print("         \(line)")
      }
    }
    session.print()
  }

  private func sectionFlags(_ flags: UInt32) -> [String] {
    var lines: [String] = []
    if flags & 0x20 != 0 { lines.append("Code") }
    if flags & 0x40 != 0 { lines.append("Initialized Data") }
    if flags & 0x80 != 0 { lines.append("Uninitialized Data") }
    if flags & 0x0200_0000 != 0 { lines.append("Discardable") }
    if flags & 0x0800_0000 != 0 { lines.append("Not Paged") }
    lines.append("(no align specified)")
    if flags & 0x1000_0000 != 0 { lines.append("Shared") }
    var access: [String] = []
    if flags & 0x2000_0000 != 0 { access.append("Execute") }
    if flags & 0x4000_0000 != 0 { access.append("Read") }
    if flags & 0x8000_0000 != 0 { access.append("Write") }
    if access.count == 1 { access.append("Only") }
    lines.append(access.joined(separator: " "))
    return lines
  }

  func printDebugDirectories() {
    guard let entries = try? image.debugDirectory, !entries.isEmpty else { return }
    session.print()
    session.print("Debug Directories(\(entries.count))")
    session.print("\tType       Size     Address  Pointer")
    for entry in entries {
      let kinds: [UInt32: String] = [1: "coff", 2: "cv", 3: "fpo", 4: "misc", 16: "repro"]
      let kind = kinds[entry.type] ?? "(\(UInt64(entry.type).hex().leftPadded(6)))"
      var text =
        "\t\(kind.padded(8)) \(entry.sizeOfData.hex().leftPadded(6)) "
        + "\(entry.addressOfRawData.hex().leftPadded(11)) "
        + "\(entry.pointerToRawData.hex().leftPadded(8))"
      if entry.type == 2, let record = try? image.codeView {
        text += "\tFormat: RSDS, guid, \(record.age), \(record.path)"
      }
      session.print(text)
    }
  }
}
