import Engine
import Language
import Symbols

extension CommandSet {
  /// Modules and where their symbols come from.
  public static let modules = CommandSet(
    "Modules",
    [
      Command(
        "lm", spellings: ["lmv", "lmf", "lm1m", "lmt"], summary: "List the modules.",
        details:
          "v everything, f paths, t time stamps, n names, 1m names only; o loaded, k kernel, "
          + "u user; l those with symbols, e those with trouble. m Pattern chooses names, a Address "
          + "the module there. Without a choice the drivers that were unloaded follow.",
        examples: [
          "lm": "the modules", "lmv m nt": "everything of one", "lm a nt!KeSetEvent": "whose code",
          "lm1m": "names for .foreach", "lmt": "time stamps",
        ],
        related: ["!lmi", "!dh", "ld", ".reload", "x"],
        grammar: .line("[Options] [a Address] [m Pattern]", completion: .module)
      ) { session, line in
        let request = try ModuleRequest(line, session)
        try request.run(session)
      },
      Command(
        ".reload", summary: "Read the module list again.",
        details:
          "/f loads every module's symbols now, /u forgets those of a module, /user takes the "
          + "process' modules only, /l lists what is there and reads nothing. The other switches of "
          + "the debugger are accepted.",
        examples: [".reload": "the lists", ".reload /f hal.dll": "one module's symbols"],
        related: ["ld", "lm", ".sympath", "!sym"], repetition: .none,
        grammar: .switches("unl", "user", "d", "f", "i", "l", "n", "o", "s", "u", "v", "w"),
        .rest("[Module]", completion: .module)
      ) { session, switches, name in try SymbolLoading.reload(switches, name, session) },
      Command(
        ".sympath", ".sympath+", summary: "Show or set where symbol files are looked for.",
        details:
          "Folders, cache*Folder and srv*Folder, with semicolons between them. With + the path "
          + "is added to the end. No server is asked from here.",
        examples: [".sympath": "the path"], related: [".symfix", ".reload", "!sym", ".exepath"],
        extent: .line, repetition: .none, grammar: .rest("[Path[;...]]", completion: .file)
      ) { session, path in SymbolLoading.setPath(path, session) },
      Command(
        ".symfix", ".symfix+", summary: "Look for symbols in the standard store.",
        details:
          "A folder keeps what the store gives. No server is asked from here: the folder and "
          + "the target's own symbol files are what there is.",
        related: [".sympath", ".reload"], repetition: .none,
        grammar: .rest("[Folder]", completion: .file)
      ) { session, folder in SymbolLoading.fixPath(folder, session) },
      Command(
        ".lines", summary: "Show source lines beside symbols, or no longer.",
        details: "-e shows them, -d does not; without a switch they change.",
        examples: [".lines -d": "no longer"], related: [".symopt", "k", "ln"], repetition: .none,
        grammar: .switches("e", "d", "t")
      ) { session, switches in
        session.showsSourceLines =
          switches.contains("e") || !switches.contains("d") && !session.showsSourceLines
        let state = session.showsSourceLines ? "will" : "will not"
        session.print("Line number information \(state) be loaded")
      },
    ])
}

/// The bodies of the symbol commands.
enum SymbolLoading {
  static func reload(_ switches: Switches, _ name: String, _ session: Session) throws {
    let debugger = session.debugger
    if name == "-?" || name == "/?" { return try session.run(commands: ".hh .reload") }
    if switches.contains("l") { return try session.run(commands: "lm o") }
    if switches.contains("u"), !name.isEmpty {
      guard let module = debugger.module(named: name) else {
        throw CommandError.message("Unable to find module '\(name)'")
      }
      module.unloadSymbols()
      return session.print("Unloaded \(module.imageName)")
    }
    if !name.isEmpty, debugger.module(named: name) == nil {
      throw CommandError.message("Unable to find module '\(name)'")
    }
    try debugger.reloadModules()
    let kernel = debugger.kernelModules
    if !kernel.isEmpty, name.isEmpty, !switches.contains("user") {
      session.print("Loading Kernel Symbols")
      printDots(kernel.count, session)
    }
    let user = debugger.userModules
    if name.isEmpty || switches.contains("user") {
      session.print("Loading User Symbols")
      printDots(user.count, session)
    }
    guard switches.contains("f") || !name.isEmpty else { return }
    for module in debugger.modules
    where name.isEmpty || module === debugger.module(named: name) {
      try session.checkCancelled()
      guard module.pdb == nil else { continue }
      session.print(
        "*** ERROR: Module load completed but symbols could not be loaded for \(module.imageName)")
    }
  }

  /// A dot a module, 64 to a line.
  private static func printDots(_ count: Int, _ session: Session) {
    var left = count
    while left > 0 {
      session.print(String(repeating: ".", count: min(left, 64)))
      left -= 64
    }
  }

  static func setPath(_ path: String, _ session: Session) {
    let store = session.debugger.symbols
    if !path.isEmpty {
      let isQuoted = path.hasPrefix("\"") && path.hasSuffix("\"") && path.count >= 2
      let path = isQuoted ? String(path.dropFirst().dropLast()) : path
      let isAdded = session.commandName.hasSuffix("+") && !store.path.text.isEmpty
      store.path = SymbolPath(isAdded ? "\(store.path.text);\(path)" : path)
    }
    let text = store.path.text
    session.print("Symbol search path is: \(text.isEmpty ? "<empty>" : text)")
    session.print("Expanded Symbol search path is: \(expanded(text).joined(separator: ";"))")
  }

  /// A path with the standard store in place of what stands for it: `srv*`, and `srv*Folder` with
  /// a folder that keeps what the store gives.
  private static func expanded(_ path: String) -> [String] {
    let store = "SRV*https://msdl.microsoft.com/download/symbols"
    return path.split(separator: ";").flatMap { part -> [String] in
      guard part.lowercased().hasPrefix("srv*") else { return [String(part)] }
      let rest = part.dropFirst(4)
      guard !rest.contains("*"), !rest.contains("://") else { return [String(part)] }
      return ["cache*\(rest)", store]
    }
  }

  static func fixPath(_ folder: String, _ session: Session) {
    let store = session.debugger.symbols
    let standard = folder.isEmpty ? "srv*" : "srv*\(folder)"
    // The target's own symbol files stay reachable: no server would have them.
    var parts = store.path.text.split(separator: ";").map(String.init)
    if session.commandName.hasSuffix("+") {
      parts.append(standard)
    } else {
      parts = [standard] + parts.filter { !$0.hasPrefix("srv*") }
    }
    store.path = SymbolPath(parts.joined(separator: ";"))
  }
}
