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
          they are asked for.
          """,
        grammar: .switches("p", "r", "i", "P"), .optional(.address("Process"))
      ) { session, switches, address in
        if switches.contains("i") {
          throw CommandError.message("Invasive process switches are not possible on this target.")
        }
        do {
          try session.debugger.setProcess(address == 0 ? nil : address)
        } catch is MemoryError {
          let process = session.addressText(address ?? 0)
          throw CommandError.message("Unable to read the page directory base of process \(process)")
        }
        showProcess(session, switches)
      },
      Command(
        ".thread", summary: "Choose the thread whose registers are looked at.",
        details: "Without an address the current processor's own thread is chosen again.",
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
        "~", spellings: ["~0s", "~*"], summary: "List processors or choose one.",
        details: """
          `~` lists the processors, `~Ns` makes processor N the current one, `~*` before a command \
          carries it out for every processor. Example: ~1s
          """,
        extent: .line, grammar: .line("[N|*|.][s|Command]")
      ) { session, line in
        var line = line
        try onProcessors(session, &line)
      },
    ])

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

  private static func onProcessors(_ session: Session, _ line: inout CommandLine) throws {
    let count = session.debugger.target.processorCount
    line.skipBlanks()
    var chosen = [session.debugger.scope.processor]
    if line.take("*") {
      chosen = Array(0..<count)
    } else if !line.take("."), let byte = line.next,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    {
      let number =
        Int(line.take { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) ?? Int.max
      guard number < count else { throw line.rejected(.syntax) }
      chosen = [number]
    } else if line.isAtEnd() {
      chosen = Array(0..<count)
    }
    if line.isAtEnd() {
      for processor in chosen { try showProcessor(session, processor) }
      return
    }
    let command = line.takeRest()
    if command == "s" {
      try session.debugger.setProcessor(chosen[0])
      return
    }
    let kept = session.debugger.scope
    defer { session.debugger.restore(kept) }
    for processor in chosen {
      try session.checkCancelled()
      if chosen.count > 1 { try showProcessor(session, processor) }
      try session.debugger.setProcessor(processor)
      try session.run(commands: command)
    }
  }

  /// One processor's line: a mark for the current one, its number, thread and place.
  private static func showProcessor(_ session: Session, _ processor: Int) throws {
    let mark = processor == session.debugger.scope.processor ? "." : " "
    let thread = session.debugger.currentThread(processor: processor) ?? 0
    let context = try session.debugger.target.context(processor: processor)
    let place = session.symbolText(context[.rip]) ?? session.addressText(context[.rip])
    session.print("\(mark)  \(processor)  Thread: \(session.plainAddress(thread))  \(place)")
  }
}
