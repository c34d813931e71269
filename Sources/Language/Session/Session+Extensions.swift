import Engine

// The chain of extension modules.

extension Session {
  /// Loads a module, or moves it to the front of the chain. A folder and `.dll` in its name are
  /// allowed for; nothing is read from there.
  public func loadExtension(_ name: String) throws(CommandError) {
    guard commands.load(named: Self.moduleName(name)) else { throw .loadFailed(name) }
  }

  /// Takes a module off the chain and says so.
  public func unloadExtension(_ name: String) throws(CommandError) {
    let module = Self.moduleName(name)
    guard commands.unload(module) else {
      throw .message("Extension DLL \(module) is not loaded")
    }
    print("Unloading \(module) extension DLL")
  }

  /// Loads the module of a command typed as `module.command`, unless it is loaded.
  func bringIn(moduleOf name: String) {
    // Nearly no command is one, and this is asked before each.
    guard name.utf8.contains(UInt8(ascii: ".")), let dot = name.firstIndex(of: "."),
      dot != name.startIndex
    else { return }
    let module = name[..<dot]
    guard !commands.hasLoaded(module),
      Command.moduleVerb(name[name.index(after: dot)...], "") == nil
    else { return }
    _ = commands.load(named: String(module))
  }

  /// Each kind of target has a chain and event filters of its own: puts those of the current system
  /// in place, after the current system was of another kind.
  func changeKind(from previous: TargetKind) {
    let kind = debugger.target.kind
    guard kind != previous else { return }
    otherFilters[previous] = eventFilters
    eventFilters = otherFilters[kind] ?? EventFilters(kind)
    chains[previous] = commands.extensions.map(\.name)
    guard let names = chains[kind] ?? standardChain?(kind) else { return }
    commands.replaceChain(names)
  }

  /// Why no loaded module has a command, `name` being what stood after the `!`.
  func unknownExtension(_ name: String) -> CommandError {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return .noExport(name) }
    guard commands.load(named: parts[0]) else { return .loadFailed(parts[0]) }
    return .noExport(parts[1])
  }

  /// A module's name out of a path: `wdfkd` of `C:\\ext\\wdfkd.dll`.
  static func moduleName(_ path: String) -> String {
    let file = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
    return file.lowercased().hasSuffix(".dll") ? String(file.dropLast(4)) : file
  }
}
