/// The commands that a session knows, found by how they are typed.
///
/// A letter command needs no blank before its arguments: the longest name that the text starts with
/// wins (`bl0`, `u@rip`, `s-a`). Where two names differ in letter case only (`dd`, `dD`), the spelling
/// decides; elsewhere case does not matter. A dot command must end where its name ends.
public struct CommandTable: Sendable {
  /// The families, in the order they were given.
  public private(set) var sets: [CommandSet] = []
  /// The chain: the extension modules that are loaded, the one searched first in front.
  public private(set) var extensions: [KnownExtension] = []
  /// Every extension module that can be loaded.
  public private(set) var available: [KnownExtension] = []

  private var exact: [String: Command] = [:]
  private var folded: [String: Command] = [:]
  private var longestName = 0

  /// The commands of some families.
  public init(_ sets: [CommandSet]) {
    for set in sets { add(set) }
  }

  /// Adds a family. A name that is already taken keeps its first owner.
  public mutating func add(_ set: CommandSet) {
    sets.append(set)
    for command in set.commands {
      for name in command.names {
        if exact[name] == nil { exact[name] = command }
        let lower = name.lowercased()
        if folded[lower] == nil { folded[lower] = command }
        longestName = max(longestName, name.utf8.count)
      }
    }
  }

  /// Makes an extension module known, so that it can be loaded.
  public mutating func add(_ module: any ExtensionModule.Type) {
    available.removeAll { $0.isCalled(module.name) }
    available.append(KnownExtension(module))
  }

  /// Loads an extension module, or moves one that is loaded to the front.
  public mutating func load(_ module: any ExtensionModule.Type) {
    add(module)
    _ = load(named: module.name)
  }

  /// Loads a known module, or moves one that is loaded to the front. Returns false when it is not
  /// known.
  public mutating func load(named name: String) -> Bool {
    guard let module = available.first(where: { $0.isCalled(name) }) else { return false }
    unload(name)
    extensions.insert(module, at: 0)
    return true
  }

  /// Takes an extension module off the chain; it stays known. Returns whether it was loaded.
  @discardableResult
  public mutating func unload(_ name: String) -> Bool {
    let count = extensions.count
    extensions.removeAll { $0.isCalled(name) }
    return extensions.count != count
  }

  /// Puts other modules on the chain, the one searched first in front. Names that are not known are
  /// left out.
  mutating func replaceChain(_ names: [String]) {
    extensions = names.compactMap { name in available.first { $0.isCalled(name) } }
  }

  /// Whether a module is on the chain.
  public func hasLoaded(_ name: some StringProtocol) -> Bool {
    extensions.contains { $0.isCalled(name) }
  }

  /// The command of exactly this name; `!name` and `!module.name` look into the extensions.
  public func command(named name: String) -> Command? {
    if name.hasPrefix("!") { return extensionCommand(String(name.dropFirst())) }
    return exact[name] ?? folded[name.lowercased()]
  }

  /// The command that help on a name is about: its own, or the one that it is a spelling of (`kb`).
  public func command(explaining name: String) -> Command? {
    let all = sets.flatMap(\.commands)
    return all.first { $0.names.contains(name) } ?? all.first { $0.spellings.contains(name) }
      ?? command(named: name)
  }

  /// An extension's command, typed without the `!`. Behind a module's name it need not be loaded, and
  /// `load`, `unload` and `setdll` are understood for every module.
  public func extensionCommand(_ typed: String) -> Command? {
    let parts = typed.split(separator: ".", maxSplits: 1).map(String.init)
    guard let name = parts.last else { return nil }
    guard parts.count == 2 else {
      return extensions.lazy.compactMap { $0.command(named: name) }.first
    }
    let module = available.first { $0.isCalled(parts[0]) }
    return module?.command(named: name) ?? Command.moduleVerb(name, parts[0])
  }

  /// The built-in or dot command that text at a cursor starts with, and its length.
  func match(_ line: CommandLine) -> (command: Command, length: Int)? {
    var length = min(longestName, line.limit - line.position)
    while length > 0 {
      let name = line.source.string(line.position..<line.position + length)
      if let command = exact[name] ?? folded[name.lowercased()], ends(name, line.peek(length)) {
        return (command, length)
      }
      length -= 1
    }
    return nil
  }

  /// Whether a name may end before a character.
  private func ends(_ name: String, _ following: UInt8?) -> Bool {
    guard name.hasPrefix("."), let last = name.utf8.last, last.isLetter || last.isDigit else {
      return true
    }
    guard let following else { return true }
    return !(following.isLetter || following.isDigit || following == UInt8(ascii: "_"))
  }
}
