import Engine
import Language

extension CommandSet {
  /// Choosing whose registers and memory are looked at.
  public static let contexts = CommandSet(
    "Contexts",
    [
      Command(
        ".process", summary: "Choose the process whose memory is looked at.",
        details: """
          Without an address the current processor's own process is chosen again. /p and /r are \
          taken as given: the process' page tables are always used and its modules are read when \
          they are asked for. /i has a thread of the kernel attach to the process and break in: with \
          the next g the target stops there.
          """,
        examples: [
          ".process": "the current process", ".process /i poi(nt!PsInitialSystemProcess)": "System",
        ], related: [".thread", "!process"],
        grammar: .switches("p", "r", "i", "P"), .optional(.address("Process"))
      ) { session, switches, address in
        if switches.contains("i") { return try PageRequests.enter(address, session) }
        do {
          try session.debugger.setProcess(address == 0 ? nil : address)
        } catch is MemoryError {
          throw PageRequests.noProcess(address ?? 0, session)
        }
        showProcess(session, switches)
      },
      Command(
        ".thread", summary: "Choose the thread whose registers are looked at.",
        details: "Without an address the current processor's own thread is chosen again.",
        examples: [".thread": "the current thread"], related: [".process", "!thread", "~"],
        grammar: .switches("p", "r", "P"), .optional(.address("Thread"))
      ) { session, switches, address in
        do {
          try select(session, thread: address == 0 ? nil : address, switches)
        } catch is MemoryError {
          let thread = session.addressText(address ?? 0)
          throw CommandError.message("Unable to read the registers of thread \(thread)")
        }
      },
      Command(
        ".context", summary: "Show or set the page tables that user addresses go through.",
        details: "PageDirectoryBase is a process' DirBase, as !process shows it; 0 or . stands for "
          + "the processor's own.",
        examples: [".context": "the present one"], related: [".process", "!process", "!vtop"],
        repetition: .none, grammar: .optional(.expression("PageDirectoryBase"))
      ) { session, directory in
        if let directory { session.debugger.setDirectory(directory == 0 ? nil : directory) }
        guard let directory = session.debugger.directory else {
          throw CommandError.message("Unable to get the page directory base")
        }
        session.print("User-mode page directory base is \(directory.hex())")
      },
      Command(
        ".effmach", summary: "Show or set the processor mode that code is shown in.",
        details:
          "x86 decodes 32-bit code, amd64 64-bit code; . is the target's own mode, # that of "
          + "the code at the last stop.",
        examples: [".effmach": "the present mode", ".effmach x86": "32-bit code"],
        related: ["u", "r"], repetition: .none, grammar: .optional(.word("MachineType"))
      ) { session, name in try setMachine(name, session) },
      Command(
        ".step_filter", summary: "Choose functions that t steps over.",
        details:
          "The patterns of symbols are separated by semicolons; a new list takes the place of "
          + "the old one. /c clears it.",
        examples: [
          ".step_filter": "the present list", ".step_filter \"nt!Ke*;hal!*\"": "two patterns",
        ],
        related: ["t", "p", "wt"], repetition: .none,
        grammar: .switches("c"), .optional(.quoted("Patterns"))
      ) { session, switches, patterns in
        if switches.contains("c") { session.stepFilter = [] }
        if let patterns {
          session.stepFilter = patterns.split(separator: ";")
            .map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
        }
        let list = session.stepFilter
        guard !list.isEmpty else { return session.print("No step filters") }
        session.print("Step filters:")
        for pattern in list { session.print("    \(pattern)") }
      },
    ])

  private static func setMachine(_ name: String?, _ session: Session) throws {
    let debugger = session.debugger
    switch name?.lowercased() {
    case nil: break
    case ".", "#": debugger.effectiveMode = nil
    case "x86": debugger.effectiveMode = .bits32
    case "amd64", "x64": debugger.effectiveMode = .bits64
    default:
      throw CommandError.message("Unknown machine type '\(name ?? "")'")
    }
    let text = debugger.codeMode == .bits64 ? "x64 (AMD64)" : "x86 compatible (x86)"
    session.print("Effective machine: \(text)")
  }

  private static func select(
    _ session: Session, thread: UInt64?, _ switches: Switches
  ) throws {
    let debugger = session.debugger
    guard let thread else {
      debugger.setContextOverride(nil)
      try debugger.setProcess(nil)
      session.print("Implicit thread is now \(session.addressText(debugger.thread ?? 0))")
      return
    }
    let record = try debugger.structure("nt!_KTHREAD", at: thread)
    let isRunning = try record["State"].uint == 2
    if switches.contains("p") || switches.contains("r") {
      try debugger.setProcess(try record["Process"].pointer)
    }
    if isRunning {
      let processor = Int(clamping: try record["NextProcessor"].uint)
      debugger.setContextOverride(
        try debugger.target.context(processor: processor), thread: thread)
    } else {
      debugger.setContextOverride(
        try debugger.switchedOutContext(thread: thread), thread: thread)
    }
    session.print("Implicit thread is now \(session.addressText(thread))")
    if switches.contains("p") || switches.contains("r") { showProcess(session, switches) }
  }

  /// The process that was chosen; with /r, its modules are read.
  private static func showProcess(_ session: Session, _ switches: Switches) {
    session.print("Implicit process is now \(session.addressText(session.debugger.process ?? 0))")
    guard switches.contains("r") else { return }
    session.print("Loading User Symbols")
    session.print(String(repeating: ".", count: session.debugger.userModules.count))
  }
}
