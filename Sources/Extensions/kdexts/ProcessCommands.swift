import Engine
import Language

extension KernelExtension {
  static let processCommands = [
    Command(
      "process", summary: "Show a process, or all of them.",
      details: """
        Process is the address of an _EPROCESS, a process id, 0 for all processes, or -1 (also \
        without argument) for the current one. Flags: 0 shows three lines a process, 1 adds times and \
        sizes, 2 its threads, 4 the threads' stacks too. Image limits the display to processes of \
        that image name. Example: !process 0 0 cmd.exe
        """,
      examples: ["!process 0 0": "all processes", "!process -1 0": "the current one"],
      related: [".process", "!thread"], grammar: .optional(.expression("Process")),
      .optional(.expression("Flags")),
      .optional(.word("Image"))
    ) { session, selection, flags, image in
      let chosen = selection ?? UInt64.max
      // Without any argument the display is full, as the debugger's users know it.
      let detail = ProcessDetail(rawValue: flags ?? (chosen == 0 ? 0 : 3))
      if chosen == 0 { session.print("**** NT ACTIVE PROCESS DUMP ****") }
      for process in try processes(session, chosen) {
        try session.checkCancelled()
        if let image, try process["ImageFileName"].text.lowercased() != image.lowercased() {
          continue
        }
        try show(session, process, detail)
      }
    },
    Command(
      "thread", summary: "Show a thread.",
      details: """
        Thread is the address of an _ETHREAD; without it, the current thread is shown. Flags: 0 shows \
        the first line only, 2 the wait and the times, 4 the stack; the default is 6. \
        Example: !thread @$thread
        """,
      examples: ["!thread": "the current thread"], related: ["!process", ".thread", "k"],
      grammar: .optional(.address("Thread")), .optional(.expression("Flags"))
    ) { session, address, flags in
      let debugger = session.debugger
      guard let address = address.flatMap({ $0 == UInt64.max ? nil : $0 }) ?? debugger.thread else {
        throw CommandError.message("No current thread on this processor.")
      }
      let thread = try readable("nt!_ETHREAD", at: signExtended(address), debugger)
      try show(session, thread, ProcessDetail(rawValue: flags ?? 6), indent: "")
    },
  ]

  /// The bits of `!process` and `!thread`.
  struct ProcessDetail: OptionSet {
    let rawValue: UInt64
    static let times = ProcessDetail(rawValue: 1)
    static let threads = ProcessDetail(rawValue: 2)
    static let stacks = ProcessDetail(rawValue: 4)
  }

  /// The processes that an argument means.
  static func processes(_ session: Session, _ selection: UInt64) throws -> [Struct] {
    let debugger = session.debugger
    if selection == UInt64.max {
      guard let address = debugger.process else {
        throw CommandError.message("No current process on this processor.")
      }
      return [try debugger.structure("nt!_EPROCESS", at: address)]
    }
    let head = try debugger.structure(
      "nt!_LIST_ENTRY", at: debugger.address(of: "nt!PsActiveProcessHead"))
    let all = try head.list("nt!_EPROCESS", "ActiveProcessLinks")
    if selection == 0 { return all }
    // What is too small to be an address is a process id.
    guard selection < 0x1_0000 else {
      return [try readable("nt!_EPROCESS", at: signExtended(selection), debugger)]
    }
    session.print("Searching for Process with Cid == \(String(selection, radix: 16))")
    return try all.filter { try $0["UniqueProcessId"].uint == selection }
  }

  /// A structure that can be read to its end.
  static func readable(
    _ type: String, at address: UInt64, _ debugger: Debugger
  ) throws -> Struct {
    let structure = try debugger.structure(type, at: address)
    let memory = debugger.read(address, Int(clamping: structure.type.size))
    guard memory.isComplete else {
      throw CommandError.message("Unable to read \(type) at \(address.hex(16))")
    }
    return structure
  }

  static func show(
    _ session: Session, _ process: Struct, _ detail: ProcessDetail
  ) throws {
    let id = try process["UniqueProcessId"].uint
    let parent = try process["InheritedFromUniqueProcessId"].uint
    let table = try process["ObjectTable"].pointer
    let handles =
      table == 0 ? 0 : try session.debugger.field("nt!_HANDLE_TABLE", "HandleCount", at: table)
    session.print("PROCESS \(process.address.hex(16))")
    session.print(
      "    SessionId: none  Cid: \(id.hex(4))    Peb: \((try process["Peb"].uint).hex(8))"
        + "  ParentCid: \(parent.hex(4))")
    session.print(
      "    DirBase: \((try process["Pcb.DirectoryTableBase"].uint).hex(8))"
        + "  ObjectTable: \(table.hex(16))  HandleCount: \("\(handles)".leftPadded(3)).")
    session.print("    Image: \(try process["ImageFileName"].text)")
    if detail.contains(.times) { try showTimes(session, process) }
    session.print()
    guard !detail.intersection([.threads, .stacks]).isEmpty else { return }
    let threads = try process["ThreadListHead"].list("nt!_ETHREAD", "ThreadListEntry")
    for thread in threads {
      try session.checkCancelled()
      try show(session, thread, detail, indent: "        ")
    }
  }

  private static func showTimes(_ session: Session, _ process: Struct) throws {
    func line(_ label: String, _ value: String) {
      session.print("    \(label.padded(34))\(value)")
    }
    line("VadRoot", (try process["VadRoot"].address).hex(16))
    line("UserTime", ticks(try process["Pcb.UserTime"].uint))
    line("KernelTime", ticks(try process["Pcb.KernelTime"].uint))
    line("CommitCharge", "\(try process["CommitCharge"].uint)")
    line("BasePriority", "\(try process["Pcb.BasePriority"].uint)")
  }

  static func show(
    _ session: Session, _ thread: Struct, _ detail: ProcessDetail, indent: String
  ) throws {
    let state = try thread["Tcb.State"].uint
    session.print(
      "\(indent)THREAD \(thread.address.hex(16))  Cid \((try thread["Cid.UniqueProcess"].uint).hex(4))."
        + "\((try thread["Cid.UniqueThread"].uint).hex(4))  Teb: \((try thread["Tcb.Teb"].uint).hex(16))"
        + " Win32Thread: \((try thread["Tcb.Win32Thread"].uint).hex(16)) "
        + (try stateText(thread, state)))
    if detail.contains(.threads) {
      if state == 5 { try showWaits(session, thread, indent) }
      try showThreadFacts(session, thread, indent)
    }
    if detail.contains(.stacks) {
      try showStack(session, thread, isRunning: state == 2, indent: indent)
    }
    session.print()
  }

  private static func stateText(_ thread: Struct, _ state: UInt64) throws -> String {
    switch state {
    case 0: return "INITIALIZED"
    case 1:
      return "READY on processor \(String(try thread["Tcb.DeferredProcessor"].uint, radix: 16))"
    case 2: return "RUNNING on processor \(String(try thread["Tcb.NextProcessor"].uint, radix: 16))"
    case 3: return "STANDBY"
    case 4: return "TERMINATED"
    case 5:
      let mode = try thread["Tcb.WaitMode"].uint == 0 ? "KernelMode" : "UserMode"
      let alertable = try thread["Tcb.Alertable"].bool ? "Alertable" : "Non-Alertable"
      return "WAIT: (\(waitReason(try thread["Tcb.WaitReason"].uint))) \(mode) \(alertable)"
    case 6: return "TRANSITION"
    case 7: return "DEFERRED_READY"
    case 8: return "GATEWAIT"
    default: return "????"
    }
  }

  /// `KWAIT_REASON` (wdm.h).
  private static func waitReason(_ reason: UInt64) -> String {
    let names = [
      "Executive", "FreePage", "PageIn", "PoolAllocation", "DelayExecution", "Suspended",
      "UserRequest", "WrExecutive", "WrFreePage", "WrPageIn", "WrPoolAllocation",
      "WrDelayExecution", "WrSuspended", "WrUserRequest", "WrEventPair", "WrQueue", "WrLpcReceive",
      "WrLpcReply", "WrVirtualMemory", "WrPageOut", "WrRendezvous",
    ]
    return reason < UInt64(names.count) ? names[Int(reason)] : "Unknown"
  }

  private static func showWaits(_ session: Session, _ thread: Struct, _ indent: String) throws {
    let head = try thread["Tcb.WaitBlockList"].pointer
    var place = head
    for _ in 0..<64 where place != 0 {
      let block = try session.debugger.structure("nt!_KWAIT_BLOCK", at: place)
      let object = try block["Object"].pointer
      let header = try session.debugger.structure("nt!_DISPATCHER_HEADER", at: object)
      session.print("\(indent)    \(object.hex(16))  \(dispatcherName(try header["Type"].uint))")
      place = try block["NextWaitBlock"].pointer
      if place == head { break }
    }
  }

  /// `KOBJECTS`: what a dispatcher header's type stands for.
  private static func dispatcherName(_ type: UInt64) -> String {
    let names: [UInt64: String] = [
      0: "NotificationEvent", 1: "SynchronizationEvent", 2: "Mutant", 3: "ProcessObject",
      4: "QueueObject", 5: "Semaphore Limit", 6: "Thread", 7: "GateObject",
      8: "NotificationTimer", 9: "SynchronizationTimer",
    ]
    return names[type & 0x7f] ?? "Unknown"
  }

  private static func showThreadFacts(
    _ session: Session, _ thread: Struct, _ indent: String
  ) throws {
    func line(_ text: String) { session.print(indent + text) }
    let process = try session.debugger.structure(
      "nt!_EPROCESS", at: try thread["Tcb.Process"].pointer)
    line("Not impersonating")
    line(
      "Owning Process            \(process.address.hex(16))       Image:         "
        + (try process["ImageFileName"].text))
    line("Attached Process          N/A            Image:         N/A")
    line("Wait Start TickCount      \(try thread["Tcb.WaitTime"].uint)")
    line("Context Switch Count      \(try thread["Tcb.ContextSwitches"].uint)")
    line("UserTime                  \(ticks(try thread["Tcb.UserTime"].uint))")
    line("KernelTime                \(ticks(try thread["Tcb.KernelTime"].uint))")
    let start = try thread["StartAddress"].uint
    line("Start Address \(startText(session, start, in: process.address))")
    line(
      "Stack Init \((try thread["Tcb.InitialStack"].uint).hex(16)) Current "
        + (try thread["Tcb.KernelStack"].uint).hex(16))
    line(
      "Base \((try thread["Tcb.StackBase"].uint).hex(16)) Limit "
        + "\((try thread["Tcb.StackLimit"].uint).hex(16)) Call 0")
    line(
      "Priority \(try thread["Tcb.Priority"].int) BasePriority \(try thread["Tcb.BasePriority"].int)"
        + " PriorityDecrement \(try thread["Tcb.PriorityDecrement"].uint)")
  }

  /// Where a thread of a process started: in the process' own modules, or in the kernel.
  private static func startText(
    _ session: Session, _ address: UInt64, in process: UInt64
  ) -> String {
    let scope = session.debugger.scope
    defer { session.debugger.restore(scope) }
    if address != 0, address >> 63 == 0 { try? session.debugger.setProcess(process) }
    return symbolText(session, address)
  }

  /// `nt!Name+0x12 (0xfffff80001234567)`, or the address alone.
  private static func symbolText(_ session: Session, _ address: UInt64) -> String {
    guard let symbol = session.debugger.symbolize(address) else { return "0x\(address.hex(16))" }
    let rest =
      symbol.displacement == 0 ? "" : "+0x\(String(symbol.displacement, radix: 16))"
    return "\(symbol.qualifiedName)\(rest) (0x\(address.hex(16)))"
  }

  /// Clock ticks of 15.6 ms as hours, minutes, seconds and milliseconds.
  private static func ticks(_ count: UInt64) -> String {
    let milliseconds = count &* 156_250 / 10_000
    let seconds = milliseconds / 1000
    func two(_ value: UInt64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let rest = String(milliseconds % 1000)
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))."
      + String(repeating: "0", count: 3 - rest.count) + rest
  }

  /// An address typed with its low half only means the kernel's half when its sign bit is set.
  static func signExtended(_ address: UInt64) -> UInt64 {
    address >> 32 == 0 && address & 0x8000_0000 != 0 ? address | 0xffff_ffff_0000_0000 : address
  }
}

extension KernelExtension {
  /// Prints a thread's stack as `kb` does: a running thread's from its processor, another's from
  /// where it was switched out.
  private static func showStack(
    _ session: Session, _ thread: Struct, isRunning: Bool, indent: String
  ) throws {
    let debugger = session.debugger
    let scope = debugger.scope
    defer { debugger.restore(scope) }
    if isRunning {
      let processor = Int(clamping: try thread["Tcb.NextProcessor"].uint)
      try debugger.setProcessor(processor)
    } else {
      try debugger.setProcess(try thread["Tcb.Process"].pointer)
      let context = try debugger.switchedOutContext(thread: thread.address)
      debugger.setContextOverride(context, thread: thread.address)
    }
    let text = try session.capture { try session.run(commands: "kb") }
    for line in text.split(separator: "\n") where !line.hasPrefix("  *** Stack trace") {
      session.print(indent + line)
    }
  }
}
