import Language

/// The extension modules that come with the program.
public enum StandardExtensions {
  /// In the order in which `!name` looks for a command.
  public static var modules: [any ExtensionModule.Type] {
    [KernelExtension.self, GeneralExtension.self]
  }
}
