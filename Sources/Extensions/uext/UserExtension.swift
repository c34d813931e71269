import Engine
import Language

/// `uext`: commands about processes.
public enum UserExtension: ExtensionModule {
  public static let name = "uext"
  public static let commands: [Command] = [protection, handles]

  private static let protection = Command(
    "vprot", summary: "Show how an address of the process in scope is allocated and protected.",
    details: "Reads the process' address descriptors and page tables. Without an address, that of "
      + "the current instruction.",
    examples: [
      ".attach -pn cmd.exe; !uext.vprot": "where the shell stands",
      ".process poi(poi(nt!PsActiveProcessHead))-188; !uext.vprot @$peb":
        "a process' block, from a kernel session",
    ],
    related: ["!address", "!pte", "!vad"], repetition: .none,
    grammar: .optional(.address("Address"))
  ) { session, typed in
    let address = try typed ?? session.context.ip
    guard !session.debugger.isKernelAddress(address),
      let region = try DumpRegions(session)?.region(containing: address)
        ?? ProcessRegions(session)?.region(containing: address)
    else { throw CommandError.message("!vprot: No containing memory region found") }
    func line(_ label: String, _ value: String) {
      if !value.isEmpty { session.print("\(label.padded(19))\(value)") }
    }
    line("BaseAddress:", session.plainAddress(region.start))
    if let allocation = region.allocation {
      line("AllocationBase:", session.plainAddress(allocation.base))
      line("AllocationProtect:", MemoryConstants.spelled(allocation.protection, gap: 2))
    }
    line("RegionSize:", session.plainAddress(region.size))
    line("State:", MemoryConstants.spelled(region.state, gap: 2))
    line("Protect:", MemoryConstants.spelled(region.protection, gap: 2))
    line("Type:", MemoryConstants.spelled(region.type, gap: 2))
  }
}
