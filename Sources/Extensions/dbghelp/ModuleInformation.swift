import Engine
import Images
import Language

extension SymbolExtension {
  static let information = Command(
    "lmi", summary: "Sum up a module: its header, its debug data, its symbols.",
    details: "Module is a name or an address in it.",
    examples: ["!lmi nt": "the kernel", "!lmi hal": "another module"],
    related: ["lm", "!dh", "!chksym"], repetition: .none,
    grammar: .word("Module", completion: .module)
  ) { session, name in
    let module = try module(name, session)
    session.print("Loaded Module Info: [\(name)] ")
    guard let image = module.image else {
      throw CommandError.message("Unable to read the headers of \(module.name)")
    }
    let machine = image.fileHeader.machine
    let names: [UInt16: String] = [0x14C: "I386", 0x8664: "X64", 0xAA64: "ARM64"]
    line("Module", module.name, session)
    line("Base Address", session.plainAddress(module.base), session)
    line("Image Name", module.imageName, session)
    line("Machine Type", "\(machine) (\(names[machine] ?? "unknown"))", session)
    line("Time Stamp", timeText(module), session)
    line("Size", module.size.hex(), session)
    line("CheckSum", module.checkSum.hex(), session)
    line(
      "Characteristics", "\(image.fileHeader.characteristics.hex()) \(features(image))", session)
    line("Debug Data Dirs", "Type  Size     VA  Pointer", session)
    for entry in (try? image.debugDirectory) ?? [] { printDebug(entry, module, session) }
    line("Image Type", "MEMORY   - Image read successfully from loaded memory.", session)
    printSymbols(module, session)
  }

  private static func line(_ label: String, _ text: String, _ session: Session) {
    session.print("\(label.leftPadded(15)): \(text)".trimmingEnd)
  }

  /// `4a5bc600 Mon Jul 13 16:40:48 2009`.
  static func timeText(_ module: Module) -> String {
    let stamp = module.timeDateStamp.hex(8)
    guard !module.isReproducible else {
      return "\(stamp) (This is a reproducible build file hash, not a true timestamp)"
    }
    return "\(stamp) \(DebuggerTime.text(unix: Int64(module.timeDateStamp)))"
  }

  private static func features(_ image: PEImage) -> String {
    var words: [String] = []
    if image.fileHeader.characteristics & 0x200 != 0 { words.append("stripped") }
    return words.joined(separator: " ")
  }

  private static func printDebug(_ entry: DebugEntry, _ module: Module, _ session: Session) {
    let kind = DebugKind.name(entry.type)
    let size = entry.sizeOfData.hex().leftPadded(5)
    let place = entry.addressOfRawData.hex().leftPadded(7)
    let start =
      "\(kind.leftPadded(21)) \(size),\(place),\(entry.pointerToRawData.hex().leftPadded(8))"
    if entry.type == 2, let record = module.codeView {
      session.print("\(start) RSDS - GUID: \(record.guid)")
      session.print("               Age: \(record.age), Pdb: \(record.path)")
    } else {
      session.print("\(start)\(entry.addressOfRawData == 0 ? " [Data not mapped]" : "")")
    }
  }

  private static func printSymbols(_ module: Module, _ session: Session) {
    switch module.symbolState {
    case .deferred:
      line("Symbol Type", "DEFERRED - No error - symbol load deferred", session)
      line("Load Report", "no symbols loaded", session)
    case .pdb(let path):
      line(
        "Symbol Type", "PDB      - Symbols loaded successfully from symbol search path.", session)
      session.print("                 \(path)")
      line("Load Report", "private symbols & lines, not source indexed", session)
      session.print("                 \(path)")
    case .exports:
      line("Symbol Type", "EXPORT   - PDB not found", session)
      line("Load Report", "export symbols", session)
    case .none:
      line("Symbol Type", "NONE     - PDB not found", session)
      line("Load Report", "no symbols loaded", session)
    }
  }
}

/// The kinds of entries in a debug directory.
enum DebugKind {
  /// `IMAGE_DEBUG_TYPE_`, as `!lmi` spells it.
  static func name(_ type: UInt32) -> String {
    let names: [UInt32: String] = [
      1: "COFF", 2: "CODEVIEW", 3: "FPO", 4: "MISC", 5: "EXCEPTION", 6: "FIXUP", 9: "BORLAND",
      10: "CLSID", 12: "VC_FEATURE", 13: "POGO", 14: "ILTCG", 16: "REPRO", 20: "DLLCHAR",
    ]
    return names[type] ?? "??"
  }
}

extension String {
  /// The text without blanks at its end.
  var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
