import Engine
import Language

/// `ntsdexts`: commands for user sessions.
public enum SymbolicExtension: ExtensionModule {
  public static let name = "ntsdexts"
  public static let commands: [Command] = [
    Command(
      "critsec", summary: "Show a critical section.",
      details: "Says nothing of one that is free but that it is.",
      examples: [
        ".process poi(nt!PsActiveProcessHead+8)-188; "
          + "!ntsdexts.critsec ntdll!LdrpLoaderLock": "Show the loader's lock of the last process."
      ], related: ["!cs", "!locks"], grammar: .address("Section")
    ) { session, address in
      try SharedExtension.showSection(session, address, lockedOnly: false, owner: false)
    }
  ]
}
