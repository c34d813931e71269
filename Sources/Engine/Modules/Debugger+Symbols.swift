import Symbols

// Names to addresses and back, across modules.

extension Debugger {
  /// Every symbol that `name` may mean: `module!name`, `name` or `!name`.
  ///
  /// A name without module is looked for in the modules whose symbols are loaded, and in the
  /// deferred ones only when those do not have it; the first module that has it answers. A
  /// module's own name, alone, means its base when no symbol has it.
  public func resolve(_ name: String) -> [ResolvedSymbol] {
    let (moduleName, symbolName) = Self.split(name)
    guard !symbolName.isEmpty else { return [] }
    if let moduleName {
      return module(named: moduleName)?.symbols(named: symbolName) ?? []
    }
    for module in modulesLoadedFirst {
      let found = module.symbols(named: symbolName)
      if !found.isEmpty { return found }
    }
    guard let module = module(named: symbolName) else { return [] }
    return [
      ResolvedSymbol(
        module: module, name: module.name, address: module.base, size: module.size, kind: .module,
        type: nil, isLocal: false)
    ]
  }

  /// The address that `name` means. Throws when nothing or more than one address has the name.
  public func address(of name: String) throws(LookupError) -> UInt64 {
    let found = resolve(name)
    guard let first = found.first else { throw .noSymbol(name) }
    let exact = found.filter { $0.name == first.name && $0.kind != .constant }
    let addresses = Set(exact.map(\.address))
    if addresses.count > 1 { throw .ambiguousSymbol(name, addresses.sorted()) }
    return first.address
  }

  /// Every symbol that matches `module!pattern` with WinDbg's wildcards in either part; without a
  /// module, of all modules. Loads the symbols of the modules that match.
  public func symbols(matching text: String, kinds: SymbolKinds = .addresses) throws
    -> [ResolvedSymbol]
  {
    let (moduleText, symbolText) = Self.split(text)
    let modulePattern = moduleText.map { WildcardPattern($0) }
    let pattern = WildcardPattern(symbolText, style: .symbol)
    var found: [ResolvedSymbol] = []
    for module in modules where modulePattern?.matches(module.name) ?? true {
      try checkCancelled()
      found += module.symbols(matching: pattern, kinds: kinds)
    }
    return found
  }

  /// What an address is called: the nearest symbol at or below it in its module; nil in no module.
  public func symbolize(_ address: UInt64) -> SymbolAt? {
    module(containing: address)?.nearest(address)
  }

  /// The symbol that begins next after an address.
  public func nextSymbol(after address: UInt64) -> SymbolAt? {
    module(containing: address)?.next(after: address)
  }

  /// The source line of the code at an address.
  public func sourceLine(at address: UInt64) -> SourceLocation? {
    module(containing: address)?.sourceLine(at: address)
  }

  /// The first addresses of a source line's code; `module` nil looks in all that have symbols.
  public func addresses(file: String, line: Int, module name: String? = nil) -> [UInt64] {
    let places = name.map { module(named: $0).map { [$0] } ?? [] } ?? modules
    return places.flatMap { module in
      (module.pdb?.rvas(file: file, line: line) ?? []).map { module.base &+ UInt64($0) }
    }
  }

  /// Modules in the order an unqualified name is looked for.
  var modulesLoadedFirst: [Module] {
    let all = modules
    return all.filter { $0.symbolState != .deferred } + all.filter { $0.symbolState == .deferred }
  }

  /// The parts before and after the first `!`; nil and the name when there is none before it.
  static func split(_ name: String) -> (module: String?, symbol: String) {
    guard let mark = name.firstIndex(of: "!") else { return (nil, name) }
    let module = String(name[..<mark])
    return (module.isEmpty ? nil : module, String(name[name.index(after: mark)...]))
  }
}
