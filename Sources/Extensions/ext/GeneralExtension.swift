import Engine
import Language

/// `ext`: commands for every kind of target.
public enum GeneralExtension: ExtensionModule {
  public static let name = "ext"
  public static let commands: [Command] =
    [analyze] + moduleLoop + objectLoops + scopeLoops + listCommands + structureCommands
    + addressCommands + imageCommands
    + systemCommands + [SharedExtension.errorText]
}
