/// A family of commands that belong together in help and in the sources.
public struct CommandSet: Sendable {
  /// The family's name, a heading of `.help` and the manual.
  public let title: String
  /// Its commands, in the order of the manual.
  public let commands: [Command]

  /// A family.
  public init(_ title: String, _ commands: [Command]) {
    self.title = title
    self.commands = commands
  }
}

/// A module of extension commands, typed as `!name` or `!module.name`.
///
/// A module is a value like any other: it uses nothing that a third party could not use, and is
/// known to a session only when the session is given it.
public protocol ExtensionModule {
  /// What `.load` and `!name.command` call it: `kdexts`.
  static var name: String { get }
  /// The commands, named without the `!`.
  static var commands: [Command] { get }
}
