import Engine
import Language

extension KernelExtension {
  static let schedulerCommands = [
    Command(
      "running", summary: "Show the threads that run, and those that run next.",
      details: """
        A line for each processor that does not idle: its _KPRCB, the current thread with its \
        priority, the next one, the idle thread. -i shows processors that idle too, -t their stacks.
        """,
      examples: ["!running -it": "Show every processor with its stack."],
      related: ["!ready", "!thread", "!prcb"], grammar: .switches("i", "t")
    ) { session, switches in
      try showRunning(
        session, idle: switches.contains("i"), stacks: switches.contains("t"))
    },
    Command(
      "ready", summary: "Show the threads that are ready to run.",
      details: "By processor and priority. Flags are those of !thread.",
      examples: ["!ready": "Show who waits for a processor."],
      related: ["!running", "!thread", "!stacks"], grammar: .optional(.expression("Flags"))
    ) { session, flags in
      for (number, processor) in try ProcessorBlock.all(session.debugger).enumerated() {
        let queues = try processor.ready()
        guard !queues.isEmpty else {
          session.print("Processor \(number): No threads in READY state")
          continue
        }
        for queue in queues {
          session.print("Processor \(number): Ready Threads at priority \(queue.priority)")
          for thread in queue.threads {
            try session.checkCancelled()
            try show(
              session, thread, ProcessDetail(rawValue: flags ?? 0), indent: "    ")
          }
        }
      }
    },
    Command(
      "stacks", summary: "Show what every thread does.",
      details: """
        A line for each thread: process and thread id, the thread, for how many ticks it has waited, \
        its state and the place that it waits at. Detail 0 leaves out threads at uninteresting \
        places, 1 shows them too, 2 shows whole stacks. With a filter only the threads are shown \
        whose stack has a symbol that contains it.
        """,
      examples: [
        "!stacks 1": "Show every thread in a line.",
        "!stacks 2 IopSynchronousCall": "Show the stacks that go through a function.",
      ], related: ["!thread", "!process", "!running"],
      grammar: .optional(.expression("Detail")), .optional(.word("Filter"))
    ) { session, detail, filter in try showStacks(session, detail ?? 0, filter) },
    Command(
      "apc", summary: "Show asynchronous procedure calls that are queued.",
      details: """
        Without argument of every thread; proc and thre limit the display to a process or a thread, \
        apc shows the _KAPC at an address.
        """,
      examples: ["!apc": "Show those of every thread."], related: ["!dpcs", "!thread"],
      grammar: .optional(.word("Kind")), .optional(.address("Address"))
    ) { session, kind, address in try showCalls(session, kind, address) },
  ]

  private static func showRunning(_ session: Session, idle: Bool, stacks: Bool) throws {
    let debugger = session.debugger
    let processors = try ProcessorBlock.all(debugger)
    let mask = try debugger.readUInt(debugger.address(of: "nt!KeActiveProcessors"), 8)
    let idleMask = try debugger.readUInt(debugger.address(of: "nt!KiIdleSummary"), 8)
    session.print("System Processors:  (\(mask.hex(16)))")
    session.print("  Idle Processors:  (\(idleMask.hex(16)))\n")
    session.print(
      "       Prcbs             Current         (pri) Next            (pri) Idle")
    for (number, processor) in processors.enumerated() {
      let isIdle = idleMask & (1 << UInt64(number)) != 0
      if isIdle, !idle { continue }
      session.print("  \(String(number).padded(4)) \(try runningLine(processor))")
      guard stacks else { continue }
      let scope = debugger.scope
      defer { debugger.restore(scope) }
      try debugger.setProcessor(number)
      session.print()
      try session.run(commands: "k")
      session.print()
    }
  }

  private static func runningLine(_ processor: ProcessorBlock) throws -> String {
    func text(_ thread: Struct?) throws -> String {
      guard let thread else { return String(repeating: " ", count: 22) }
      let priority = String(try thread["Tcb.Priority"].int).leftPadded(2)
      return "\(thread.address.hex(16)) (\(priority)) "
    }
    let current = try text(processor.thread("CurrentThread"))
    let next = try text(processor.thread("NextThread"))
    let idle = try processor.block["IdleThread"].pointer.hex(16)
    return "\(processor.block.address.hex(16))  \(current) \(next) \(idle)  ................"
  }

  // MARK: Stacks

  private static func showStacks(_ session: Session, _ detail: UInt64, _ filter: String?) throws {
    let debugger = session.debugger
    session.print("Proc.Thread  .Thread  Ticks   ThreadState Blocker")
    var count = 0
    let now = try tickCount(debugger)
    for (process, threads) in try SystemThreads.byProcess(debugger) {
      let image = try process["ImageFileName"].text
      var header: String? =
        "                            [\(process.address.hex(16)) \(image)]"
      for thread in threads {
        try session.checkCancelled()
        count += 1
        let frames = try places(of: thread, session)
        if let filter, !frames.contains(where: { $0.lowercased().contains(filter.lowercased()) }) {
          continue
        }
        let blocker = frames.first { !isUninteresting($0) }
        if detail == 0, filter == nil, blocker == nil { continue }
        if let text = header { session.print(text) }
        header = nil
        session.print(try stackLine(thread, now, blocker ?? frames.first ?? "????"))
        if detail >= 2 {
          for frame in frames {
            session.print(String(repeating: " ", count: 42) + frame)
          }
        }
      }
      if header == nil { session.print() }
    }
    session.print("Threads Processed: \(count)")
  }

  private static func stackLine(_ thread: Struct, _ now: UInt64, _ place: String) throws -> String {
    let process = try thread["Cid.UniqueProcess"].uint.hex().leftPadded(4)
    let id = try thread["Cid.UniqueThread"].uint.hex(6)
    let state = try thread["Tcb.State"].uint
    let started = try thread["Tcb.WaitTime"].uint & 0xFFFF_FFFF
    let ticks = (now &- started) & 0xFFFF_FFFF
    let names = [
      "INITED", "READY", "RUNNING", "STANDBY", "TERMINATE", "Blocked", "TRANSITION", "READY",
      "GATEWAIT",
    ]
    let name = state < UInt64(names.count) ? names[Int(state)] : "????"
    return "\(process).\(id)  \(thread.address.hex(16)) \(ticks.hex(7)) \(name.padded(10)) \(place)"
  }

  /// The ticks since the start, as nt!KiQueryTickCount would tell (KUSER_SHARED_DATA.TickCount).
  private static func tickCount(_ debugger: Debugger) throws -> UInt64 {
    let shared = try debugger.structure("nt!_KUSER_SHARED_DATA", at: 0xFFFF_F780_0000_0000)
    return try shared["TickCount.LowPart"].uint
  }

  /// Where the frames of a thread's stack stand, the innermost first.
  private static func places(of thread: Struct, _ session: Session) throws -> [String] {
    let debugger = session.debugger
    let scope = debugger.scope
    defer { debugger.restore(scope) }
    let state = try thread["Tcb.State"].uint
    // Running.
    if state == 2 {
      try debugger.setProcessor(Int(clamping: try thread["Tcb.NextProcessor"].uint))
    } else {
      try debugger.setProcess(try thread["Tcb.Process"].pointer)
      let context = try debugger.switchedOutContext(thread: thread.address)
      debugger.setContextOverride(context, thread: thread.address)
    }
    // Inlined functions stand at the place of the function they are in.
    var places: [String] = []
    for frame in try debugger.frames(limit: 64) {
      let place = name(of: frame.ip, session)
      if places.last != place { places.append(place) }
    }
    return places
  }

  /// Where every thread waits, and where idle ones are.
  private static func isUninteresting(_ place: String) -> Bool {
    let names = [
      "KiSwapContext", "KiSwapThread", "KiWait", "KeWaitForSingleObject",
      "KeWaitForMultipleObjects",
      "KeDelayExecutionThread", "KiIdleLoop", "RtlpBreakWithStatusInstruction",
      "KdCheckForDebugBreak", "KiBreakIn", "KiDebuggerBreakInInterrupt", "KiSystemStartup",
      "KiProcessorStart", "KiStartSystemThread",
    ]
    return names.contains { place.hasPrefix("nt!\($0)") }
  }

  // MARK: APCs

  private static func showCalls(_ session: Session, _ kind: String?, _ address: UInt64?) throws {
    let debugger = session.debugger
    switch kind?.lowercased() {
    case nil:
      for (process, threads) in try SystemThreads.byProcess(debugger) {
        session.print("*** Enumerating APCs in \(try process["ImageFileName"].text)")
        for thread in threads { try showCalls(of: thread, session) }
      }
    case "proc":
      for process in try processes(session, address ?? UInt64.max) {
        let threads = try process["ThreadListHead"].list("nt!_ETHREAD", "ThreadListEntry")
        for thread in threads { try showCalls(of: thread, session) }
      }
    case "thre":
      guard let place = address ?? debugger.thread else { throw session.rejectedAtEnd(.syntax) }
      try showCalls(of: debugger.structure("nt!_ETHREAD", at: signExtended(place)), session)
    case "apc":
      guard let address else { throw session.rejectedAtEnd(.syntax) }
      try show(call: debugger.structure("nt!_KAPC", at: signExtended(address)), session)
    default: throw session.rejectedAtEnd(.syntax)
    }
  }

  private static func showCalls(of thread: Struct, _ session: Session) throws {
    try session.checkCancelled()
    var header: String? =
      "Thread \(thread.address.hex(16)) ApcStateIndex \(try thread["Tcb.ApcStateIndex"].uint) "
      + "ApcListHead \(try thread["Tcb.ApcState.ApcListHead[0]"].address.hex(16))"
    for (mode, name) in [(0, "KERNEL"), (1, "USER")] {
      let head = try thread["Tcb.ApcState.ApcListHead[\(mode)]"]
      for call in try head.list("nt!_KAPC", "ApcListEntry", limit: 4096) {
        if let text = header { session.print(text) }
        header = nil
        session.print("    Thread \(thread.address.hex(16)) \(name) APC:")
        try show(call: call, session)
      }
    }
  }

  private static func show(call: Struct, _ session: Session) throws {
    session.print("    KAPC @ \(call.address.hex(16))")
    session.print("      Type           \(try call["Type"].uint.hex())")
    for field in ["KernelRoutine", "RundownRoutine", "NormalRoutine"] {
      let routine = try call[field].pointer
      let name = routine == 0 ? "" : " \(name(of: routine, session))"
      session.print("      \(field.padded(14)) \(routine.hex(16))\(name)")
    }
  }
}
