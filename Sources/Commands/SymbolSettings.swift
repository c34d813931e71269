import Engine
import Language
import Symbols

extension CommandSet {
  /// Where symbols and images come from, and how.
  public static let symbolSettings = CommandSet(
    "Symbol settings",
    [
      Command(
        "ld", summary: "Load the symbols of modules now.",
        details: "Module may have wildcards. With /f, the symbols of the module's image name are "
          + "meant. What happens without it: symbols are loaded when somebody asks for one.",
        examples: ["ld hal": "of one module", "ld *": "of all"],
        related: [".reload", "lm", "x"], repetition: .none,
        grammar: .word("Module", completion: .module), .switches("f:")
      ) { session, name, _ in try SymbolSettings.load(name, session) },
      Command(
        ".symopt", ".symopt+", ".symopt-", summary: "Show or change the symbol options.",
        details:
          "+ sets bits, - clears them. Here 10 shows source lines, 80000000 tells the search "
          + "for symbol files, and clearing 4 loads the symbols of every module now; the other bits "
          + "are kept and shown.",
        examples: [".symopt": "the options", ".symopt+ 10": "source lines"],
        related: [".lines", "!sym", ".sympath"], repetition: .none,
        grammar: .optional(.expression("Flags"))
      ) { session, flags in try SymbolSettings.change(flags, session) },
      Command(
        ".exepath", ".exepath+", summary: "Show or set where image files are looked for.",
        details: "With + the path is added to the end. !chkimg looks there, and along the symbol "
          + "path.",
        examples: [".exepath": "the path"], related: ["!chkimg", ".sympath"], extent: .line,
        repetition: .none,
        grammar: .rest("[Folder[;...]]", completion: .file)
      ) { session, path in
        if !path.isEmpty {
          let isAdded = session.commandName.hasSuffix("+") && !session.imagePath.isEmpty
          session.imagePath = isAdded ? "\(session.imagePath);\(path)" : path
        }
        session.print("Executable image search path is: \(session.imagePath)")
      },
    ])
}

/// The bodies of the family.
enum SymbolSettings {
  static func load(_ name: String, _ session: Session) throws {
    let pattern = name.split(separator: ".").first.map(String.init) ?? name
    let wanted = session.debugger.modules.filter {
      WildcardPattern(pattern).matches($0.name) || WildcardPattern(name).matches($0.imageName)
    }
    guard !wanted.isEmpty else { throw CommandError.message("Unable to find module '\(name)'") }
    for module in wanted {
      try session.checkCancelled()
      module.loadSymbols()
      if module.pdb != nil {
        session.print("Symbols loaded for \(module.name)")
      } else {
        session.print("Symbols could not be loaded for \(module.name)")
      }
    }
  }

  static func change(_ flags: UInt64?, _ session: Session) throws {
    if let flags {
      let bits = SymbolOptions(rawValue: UInt32(truncatingIfNeeded: flags))
      switch session.commandName.last {
      case "+": session.symbolOptions.formUnion(bits)
      case "-": session.symbolOptions.subtract(bits)
      default: throw session.rejectedAtEnd(.syntax)
      }
    } else if session.commandName.hasSuffix("+") || session.commandName.hasSuffix("-") {
      throw session.rejectedAtEnd(.syntax)
    }
    let options = session.symbolOptions
    session.print("Symbol options are 0x\(options.rawValue.hex()):")
    for (option, name) in SymbolOptions.names where options.contains(option) {
      session.print("  0x\(option.rawValue.hex(8)) - \(name)")
    }
  }
}
