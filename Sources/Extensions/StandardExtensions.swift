import Engine
import Language

/// The extension modules that come with the program.
public enum StandardExtensions {
  /// Every module.
  public static var modules: [any ExtensionModule.Type] {
    [
      SymbolExtension.self,
      GeneralExtension.self,
      SharedExtension.self,
      PhysicalExtension.self,
      KernelExtension.self,
      UserExtension.self,
      SymbolicExtension.self,
    ]
  }

  /// The names of the modules on the chain when a session starts, as the debugger's documentation
  /// orders them ("Using Debugger Extension Commands"); the others come when they are asked for.
  public static func chain(_ kind: TargetKind) -> [String] {
    switch kind {
    case .kernel: ["dbghelp", "ext", "exts", "kext", "kdexts"]
    default: ["dbghelp", "ext", "exts", "uext", "ntsdexts"]
    }
  }

  /// The modules on the chain when a session starts.
  public static func loadedAtStart(_ kind: TargetKind) -> [any ExtensionModule.Type] {
    chain(kind).compactMap { name in modules.first { $0.name == name } }
  }
}
