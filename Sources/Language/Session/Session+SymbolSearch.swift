import Engine

/// The debugger's symbol options (`SYMOPT_`, DbgHelp's documentation).
public struct SymbolOptions: OptionSet, Sendable {
  public var rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Symbols are looked for when somebody asks for them.
  public static let deferredLoads = SymbolOptions(rawValue: 0x4)
  /// Source lines are read.
  public static let loadLines = SymbolOptions(rawValue: 0x10)
  /// The search for symbol files is told.
  public static let debug = SymbolOptions(rawValue: 0x8000_0000)
  /// What a session starts with besides: case does not matter, names are undecorated, nearest symbols
  /// of reordered code, no dialogues for errors, public names where there is nothing else, no search
  /// along the image's own path.
  public static let standard = SymbolOptions(rawValue: 0x30227)

  /// Every option and its name, in the order of their bits.
  public static let names: [(option: SymbolOptions, name: String)] = [
    (0x1, "CASE_INSENSITIVE"), (0x2, "UNDNAME"), (0x4, "DEFERRED_LOADS"), (0x8, "NO_CPP"),
    (0x10, "LOAD_LINES"), (0x20, "OMAP_FIND_NEAREST"), (0x40, "LOAD_ANYTHING"),
    (0x80, "IGNORE_CVREC"), (0x100, "NO_UNQUALIFIED_LOADS"), (0x200, "FAIL_CRITICAL_ERRORS"),
    (0x400, "EXACT_SYMBOLS"), (0x800, "ALLOW_ABSOLUTE_SYMBOLS"), (0x1000, "IGNORE_NT_SYMPATH"),
    (0x2000, "INCLUDE_32BIT_MODULES"), (0x4000, "PUBLICS_ONLY"), (0x8000, "NO_PUBLICS"),
    (0x10000, "AUTO_PUBLICS"), (0x20000, "NO_IMAGE_SEARCH"), (0x40000, "SECURE"),
    (0x80000, "NO_PROMPTS"), (0x8000_0000, "DEBUG"),
  ].map { (SymbolOptions(rawValue: $0.0), "SYMOPT_\($0.1)") }
}

extension Session {
  /// The symbol options as they stand.
  public var symbolOptions: SymbolOptions {
    get {
      var options = otherSymbolOptions
      if showsSourceLines { options.insert(.loadLines) }
      if isSymbolSearchNoisy { options.insert(.debug) }
      return options
    }
    set {
      showsSourceLines = newValue.contains(.loadLines)
      isSymbolSearchNoisy = newValue.contains(.debug)
      otherSymbolOptions = newValue.subtracting([.loadLines, .debug])
      if !newValue.contains(.deferredLoads) {
        for module in debugger.modules { module.loadSymbols() }
      }
    }
  }

  /// Whether each place where a symbol file is looked for is told (`!sym noisy`).
  public var isSymbolSearchNoisy: Bool {
    get { debugger.symbols.onSearch != nil }
    set {
      guard newValue else {
        debugger.symbols.onSearch = nil
        return
      }
      debugger.symbols.onSearch = { [backReference] path, result in
        backReference.object?.print("DBGHELP: \(path) - \(Self.sentence(result))")
      }
    }
  }

  private static func sentence(_ result: SymbolStore.SearchResult) -> String {
    switch result {
    case .found: "OK"
    case .missing: "file not found"
    case .mismatched: "mismatched pdb"
    case .damaged(let why): "unreadable: \(why)"
    }
  }
}
