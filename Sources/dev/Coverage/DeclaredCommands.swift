import Language
import Workbench

/// What the debugger declares, as it can be typed.
struct DeclaredCommands {
  private var names: Set<String> = []
  private var extensions: [String: Set<String>] = [:]

  /// Everything that a session of ours can know: every family, and every extension module whether it
  /// is on the chain or not.
  init(_ table: CommandTable) {
    for command in table.sets.flatMap(\.commands) where !command.isRefusal {
      names.formUnion(command.names)
      names.formUnion(command.spellings)
    }
    for module in table.extensions {
      extensions[module.name, default: []]
        .formUnion(module.commands.flatMap { $0.names + $0.spellings })
    }
  }

  /// Whether a spelling of a row is declared, letter case included; an extension's command in one of
  /// the row's modules.
  func contains(_ spelling: String, of row: ReferenceRow) -> Bool {
    guard spelling.hasPrefix("!") else { return names.contains(spelling) }
    let parts = spelling.dropFirst().split(separator: ".", maxSplits: 1).map(String.init)
    let modules = parts.count == 2 ? [parts[0]] : row.modules
    let name = parts.last ?? ""
    return modules.contains { extensions[$0]?.contains(name) ?? false }
  }

  /// The modules that have an extension's command although the row names others.
  func otherModules(with spelling: String, than row: ReferenceRow) -> [String] {
    guard spelling.hasPrefix("!"), !spelling.contains(".") else { return [] }
    let name = String(spelling.dropFirst())
    return extensions.keys.filter { !row.modules.contains($0) }
      .filter { extensions[$0]?.contains(name) ?? false }.sorted()
  }
}
