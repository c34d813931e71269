import Engine
import Language

/// `uext`: commands about processes.
public enum UserExtension: ExtensionModule {
  public static let name = "uext"
  public static let commands: [Command] = [protection, ranges, handles] + threadCommands

  private static let protection = Command(
    "vprot", summary: "Show how an address of the process in scope is allocated and protected.",
    details: "Reads the process' address descriptors and page tables. Without an address, that of "
      + "the current instruction.",
    examples: [
      ".attach -pn cmd.exe; !uext.vprot": "where the shell stands",
      ".process poi(poi(nt!PsActiveProcessHead))-188; !uext.vprot @$peb":
        "a process' block, from a kernel session",
    ],
    related: ["!address", "!vadump", "!pte", "!vad"], repetition: .none,
    grammar: .optional(.address("Address"))
  ) { session, typed in
    let address = try typed ?? session.context.ip
    guard !session.debugger.isKernelAddress(address),
      let region = try DumpRegions(session)?.region(containing: address)
        ?? ProcessRegions(session)?.region(containing: address)
    else { throw CommandError.message("!vprot: No containing memory region found") }
    show(region, withAllocation: true, session)
  }

  private static let ranges = Command(
    "vadump", summary: "List all address ranges of a process and their protection.",
    details: "Free ranges too. -v shows the allocation that each belongs to as well, and how that "
      + "was protected when it was made.",
    examples: [".attach -pn cmd.exe; !uext.vadump": "the shell's ranges"],
    related: ["!vprot", "!address"], repetition: .none, grammar: .switches("v")
  ) { session, switches in
    guard let regions = try ProcessRegions(session) else {
      throw session.rejected(.notSupported)
    }
    for region in try regions.all {
      try session.checkCancelled()
      show(region, withAllocation: switches.contains("v"), isListed: true, session)
      session.print()
    }
  }

  /// A region in lines, as MEMORY_BASIC_INFORMATION has it.
  ///
  /// - Parameter isListed: among others: then a free one has an allocation base of 0.
  private static func show(
    _ region: MemoryRegion, withAllocation: Bool, isListed: Bool = false, _ session: Session
  ) {
    func line(_ label: String, _ value: String) {
      if !value.isEmpty { session.print("\(label.padded(19))\(value)") }
    }
    line("BaseAddress:", session.plainAddress(region.start))
    if withAllocation, let allocation = region.allocation {
      line("AllocationBase:", session.plainAddress(allocation.base))
      line("AllocationProtect:", MemoryConstants.spelled(allocation.protection, gap: 2))
    } else if withAllocation, isListed {
      line("AllocationBase:", session.plainAddress(0))
    }
    line("RegionSize:", session.plainAddress(region.size))
    line("State:", MemoryConstants.spelled(region.state, gap: 2))
    line("Protect:", MemoryConstants.spelled(region.protection, gap: 2))
    line("Type:", MemoryConstants.spelled(region.type, gap: 2))
  }
}
