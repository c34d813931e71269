import Engine

// Several systems in one session: the machine it began with, and dumps opened since.

extension Session {
  /// The number of the current system, as `||` counts them.
  public var system: Int { systems.firstIndex { $0 === debugger } ?? 0 }

  /// Makes another system the one that commands see (`||Ns`). Returns false when there is none of
  /// this number.
  @discardableResult
  public func select(system number: Int) -> Bool {
    guard systems.indices.contains(number) else { return false }
    let kind = debugger.target.kind
    debugger = systems[number]
    changeKind(from: kind)
    // Nothing that was bound in another system holds in this one.
    localEpoch &+= 1 << 32
    programs = [:]
    cachedContext = nil
    displays = [:]
    debugger.refresh()
    return true
  }

  /// Opens a crash dump as a further system, makes it the current one and shows where it stands.
  public func addDump(_ path: String) throws {
    guard let openDump else { throw CommandError.message("No dump can be opened here") }
    let engine = try openDump(path)
    engine.symbols.imagePath = imagePath
    systems.append(engine)
    select(system: systems.count - 1)
    connectBreakpoints()
    try showDump()
  }
}
