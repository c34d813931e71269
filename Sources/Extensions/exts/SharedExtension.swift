import Engine
import Language

/// `exts`: commands for kernel and user sessions alike.
public enum SharedExtension: ExtensionModule {
  public static let name = "exts"
  public static let commands: [Command] =
    listHeads + processBlocks + errorCommands + sharedDataCommands + criticalSections
    + heapCommands
}
