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
