import Engine
import Language

extension SharedExtension {
  static let loaderList: [Command] = [
    Command(
      "dlls", summary: "Show the images that a process has loaded, as its loader lists them.",
      details:
        "Of the process in scope: -l in load order (without a switch too), -i in the order of "
        + "initialization, -m by memory order; -s names and addresses only; -c Address the image that "
        + "holds an address. With the address of a loader entry, that one.",
      related: ["lm", "!peb", "!lmi", ".process"], repetition: .none,
      grammar: .switches("f", "s", "a", "c:", "i", "l", "m", "v", "h"),
      .optional(.address("LoaderEntryAddress"))
    ) { session, switches, address in
      if switches.contains("h") { return try session.run(commands: ".hh !dlls") }
      var entries = try loaderEntries(switches, address, session)
      if let text = switches["c"] {
        let place = try session.evaluate(text)
        entries = entries.filter { entry in
          guard let base = try? entry["DllBase"].pointer,
            let size = try? entry["SizeOfImage"].uint
          else { return false }
          return place >= base && place - base < size
        }
        guard !entries.isEmpty else {
          throw CommandError.message(
            "No image of the process holds \(session.plainAddress(place))")
        }
      }
      for entry in entries {
        try session.checkCancelled()
        try show(entry, isShort: switches.contains("s"), session)
      }
    }
  ]

  /// The `_LDR_DATA_TABLE_ENTRY` records of the list that the switches choose.
  private static func loaderEntries(
    _ switches: Switches, _ address: UInt64?, _ session: Session
  ) throws -> [Struct] {
    let debugger = session.debugger
    if let address {
      return [try debugger.structure("nt!_LDR_DATA_TABLE_ENTRY", at: address)]
    }
    guard let address = debugger.currentPEB, address != 0 else {
      throw CommandError.message("The process in scope has no PEB")
    }
    let block = try debugger.structure("nt!_PEB", at: address)
    let loader = try debugger.structure("nt!_PEB_LDR_DATA", at: block["Ldr"].pointer)
    let names =
      switches.contains("i")
      ? ("InInitializationOrderModuleList", "InInitializationOrderLinks")
      : switches.contains("m")
        ? ("InMemoryOrderModuleList", "InMemoryOrderLinks")
        : ("InLoadOrderModuleList", "InLoadOrderLinks")
    return try loader[names.0].list("nt!_LDR_DATA_TABLE_ENTRY", names.1)
  }

  private static func show(_ entry: Struct, isShort: Bool, _ session: Session) throws {
    func text(_ field: String) throws -> String {
      "0x\(session.plainAddress(try entry[field].pointer))"
    }
    func number(_ field: String) throws -> String { "0x\((try entry[field].uint).hex(8))" }
    session.print(
      "0x\(session.plainAddress(entry.address)): \(try entry["FullDllName"].unicodeString)")
    session.print(
      "      Base   \(try text("DllBase"))  EntryPoint  \(try text("EntryPoint"))  "
        + "Size        \(try number("SizeOfImage"))")
    guard !isShort else { return }
    session.print(
      "      Flags  \(try number("Flags"))  LoadCount   \(try number("LoadCount"))  "
        + "TlsIndex    \(try number("TlsIndex"))")
    let flags = try entry["Flags"].uint
    for (bit, name) in loaderFlags where flags & bit != 0 {
      session.print("             \(name)")
    }
    session.print()
  }

  /// The bits of `_LDR_DATA_TABLE_ENTRY.Flags` that the loader sets.
  private static let loaderFlags: [(UInt64, String)] = [
    (0x2, "LDRP_STATIC_LINK"), (0x4, "LDRP_IMAGE_DLL"), (0x1000, "LDRP_LOAD_IN_PROGRESS"),
    (0x2000, "LDRP_UNLOAD_IN_PROGRESS"), (0x4000, "LDRP_ENTRY_PROCESSED"),
    (0x8000, "LDRP_ENTRY_INSERTED"), (0x40000, "LDRP_DONT_CALL_FOR_THREADS"),
    (0x80000, "LDRP_PROCESS_ATTACH_CALLED"), (0x200000, "LDRP_IMAGE_NOT_AT_BASE"),
    (0x800000, "LDRP_SYSTEM_MAPPED"),
  ]
}
