import Language

/// The extension modules that come with the program, in the order in which `!name` looks for a
/// command.
public enum StandardExtensions {
  public static let modules: [any ExtensionModule.Type] = [
    KernelExtension.self, GeneralExtension.self,
  ]
}
