import Engine
import Language

/// `dbghelp`: images and their symbols.
public enum SymbolExtension: ExtensionModule {
  public static let name = "dbghelp"
  public static let commands: [Command] = [symbolMode, checkSymbols, information, headers]

  private static let symbolMode = Command(
    "sym", summary: "Show or change how the search for symbols reports.",
    details:
      "noisy tells every place that is looked at, quiet does not. prompts and prompts off are "
      + "accepted: nobody is asked for anything here.",
    examples: ["!sym": "how it stands", "!sym quiet": "as at first"],
    related: [".sympath", ".symopt", "!lmi", "ld"], repetition: .none,
    grammar: .rest("[noisy | quiet | prompts | prompts off]")
  ) { session, word in
    switch word {
    case "": break
    case "noisy": session.isSymbolSearchNoisy = true
    case "quiet": session.isSymbolSearchNoisy = false
    case "prompts", "prompts off": break
    default: throw session.rejectedAtEnd(.syntax)
    }
    let mode = session.isSymbolSearchNoisy ? "noisy" : "quiet"
    session.print("\(mode) mode - symbol prompts \(word == "prompts off" ? "off" : "on")")
  }

  private static let checkSymbols = Command(
    "chksym", summary: "Check that a module's symbols belong to it.",
    details: "Module is a name or an address in it; with Symbol, the module that has it.",
    examples: ["!chksym nt": "the kernel's"], related: ["!lmi", "lm", ".reload"],
    repetition: .none, grammar: .word("Module", completion: .module),
    .optional(.word("Symbol", completion: .symbol))
  ) { session, name, _ in
    let module = try module(name, session)
    session.print(module.imageName)
    session.print("    Timestamp: \(module.timeDateStamp.upperHex())")
    session.print("  SizeOfImage: \(module.size.upperHex())")
    guard let record = module.codeView else {
      throw CommandError.message("\(module.imageName) names no symbol file")
    }
    printIdentity(record.fileName, "\(record.guid)", record.age, session)
    session.print()
    guard let pdb = module.pdb, case .pdb(let path) = module.symbolState else {
      throw CommandError.message("No symbols are loaded for \(module.name)")
    }
    session.print("Loaded pdb is \(path)")
    session.print()
    session.print(record.fileName)
    session.print("      pdb sig: \(pdb.guid)")
    session.print("          age: \(pdb.age)")
    session.print()
    let isSame = pdb.guid == record.guid && pdb.age == record.age
    session.print("\(isSame ? "MATCH" : "MISMATCH"): \(record.fileName) and \(module.imageName)")
  }

  private static func printIdentity(
    _ name: String, _ signature: String, _ age: UInt32, _ session: Session
  ) {
    session.print("          pdb: \(name)")
    session.print("      pdb sig: \(signature)")
    session.print("          age: \(age)")
  }

  /// The module of a name, or the one at an address.
  static func module(_ name: String, _ session: Session) throws -> Module {
    if let module = session.debugger.module(named: name) { return module }
    guard let address = try? session.evaluate(name),
      let module = session.debugger.module(containing: address)
    else { throw CommandError.message("Unable to find module '\(name)'") }
    return module
  }
}
