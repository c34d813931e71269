/// A module of extension commands, typed as `!name` or `!module.name`.
///
///     enum Survey: ExtensionModule {
///       static let name = "survey"
///       static let commands = [Command("stackuse", summary: "...") { session in ... }]
///     }
///
/// A module is a value like any other: it uses nothing that a third party could not use, and is
/// known to a session only when the session is given it. `Docs/Extensions.md` is a guide.
public protocol ExtensionModule {
  /// What `.load` and `!name.command` call it: `kdexts`.
  static var name: String { get }
  /// Its version for `.chain`, such as `0.1.0`; may be empty.
  static var version: String { get }
  /// The commands, named without the `!`. One named `help` takes the place of the help that is made
  /// from the declarations.
  static var commands: [Command] { get }
}

extension ExtensionModule {
  public static var version: String { "" }
}

/// An extension module as a session knows it, on the chain or not.
public struct KnownExtension: Sendable {
  /// What it is called.
  public let name: String
  /// Its version, empty when it has none.
  public let version: String
  /// Its commands, with a `help` in any case.
  public let commands: [Command]

  init(_ module: any ExtensionModule.Type) {
    name = module.name
    version = module.version
    let declared = module.commands
    let hasHelp = declared.contains { $0.names.contains("help") }
    commands = hasHelp ? declared : declared + [.help(of: module.name, declared)]
  }

  /// Whether this is meant by a name as `.load` takes it: letter case does not matter.
  func isCalled(_ other: some StringProtocol) -> Bool { name.lowercased() == other.lowercased() }

  /// The command of a name, whatever its letter case.
  func command(named name: String) -> Command? {
    let lower = name.lowercased()
    return commands.first { command in command.names.contains { $0.lowercased() == lower } }
  }
}
