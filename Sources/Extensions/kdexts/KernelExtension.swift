import Language

/// `kdexts`: what a kernel keeps of itself, read from its memory by the layouts of its symbols.
public enum KernelExtension: ExtensionModule {
  public static let name = "kdexts"
  public static let commands: [Command] =
    pageTableCommands
    + translationCommands
    + [physicalSearch, fileTime]
    + linkCommands
    + poolCommands
    + processCommands
    + processorCommands
    + objectCommands
    + requestCommands
    + deviceCommands
    + schedulerCommands
    + interruptCommands
    + memoryCommands
}
