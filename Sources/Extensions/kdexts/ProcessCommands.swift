import Engine
import Language

extension KernelExtension {
  static let processCommands = [
    Command(
      "process", summary: "Show a process, or all of them.",
      details: """
        Process is the address of an _EPROCESS, a process id, 0 for all processes, or -1 (also \
        without argument) for the current one. Flags: 0 shows three lines a process, 1 adds times and \
        sizes, 2 its threads with their waits, 4 the threads alone, a line each, and with 2 their \
        stacks, 8 the stacks without arguments, 10 in the process' own address space, which is always \
        done. The default is 3 for all processes and the current one, f for another. Image, or /m \
        Image in front, limits the display to processes of that image name.
        """,
      examples: [
        "!process 0 0": "all processes", "!process -1 0": "the current one",
        "!process 0 7 cmd.exe": "everything of the processes of a program",
      ],
      related: [".process", "!thread"], grammar: .switches("m:"),
      .optional(.expression("Process")), .optional(.expression("Flags")), .optional(.word("Image"))
    ) { session, switches, selection, flags, name in
      let image = name ?? switches["m"]
      let chosen = selection ?? (image == nil ? UInt64.max : 0)
      let isGiven = chosen != 0 && chosen != UInt64.max
      let detail = ProcessDetail(rawValue: flags ?? (isGiven ? 0xF : 3))
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
        Thread is the address of an _ETHREAD, with -t a thread id; without it, or with -1, the current \
        thread is shown. -p shows the process that owns it first. Flags: 0 shows the first line only, \
        2 the wait and the times, with 4 the stack as well, 8 the stack without arguments; the \
        default is 6.
        """,
      examples: [
        "!thread": "the current thread", "!thread -t 8": "a thread of System, by its id",
        "!thread -p @$thread 0": "a line of the thread, and its process",
      ], related: ["!process", ".thread", "k"],
      grammar: .switches("p", "t"), .optional(.expression("Thread")),
      .optional(.expression("Flags"))
    ) { session, switches, selection, flags in
      let thread = try thread(session, selection, isID: switches.contains("t"))
      if switches.contains("p") {
        let process = try thread["Tcb.Process"].pointer
        let owner = try session.debugger.structure("nt!_EPROCESS", at: process)
        try show(session, owner, ProcessDetail(rawValue: 0))
      }
      try show(session, thread, ProcessDetail(rawValue: flags ?? 6), indent: "")
    },
  ]

  /// The thread that `!thread`'s argument means.
  private static func thread(_ session: Session, _ selection: UInt64?, isID: Bool) throws -> Struct
  {
    let debugger = session.debugger
    let chosen = selection.flatMap { $0 == UInt64.max ? nil : $0 }
    if isID, let id = chosen {
      for process in try processes(session, 0) {
        let threads = try process["ThreadListHead"].list("nt!_ETHREAD", "ThreadListEntry")
        let found = try threads.first { try $0["Cid.UniqueThread"].uint == id }
        if let found { return found }
      }
      throw CommandError.message("No thread has the id \(id.hex())")
    }
    guard let address = chosen ?? debugger.thread else {
      throw CommandError.message("No current thread on this processor.")
    }
    return try readable("nt!_ETHREAD", at: signExtended(address), debugger)
  }

  /// The bits of `!process` and `!thread`.
  struct ProcessDetail: OptionSet {
    let rawValue: UInt64
    static let times = ProcessDetail(rawValue: 1)
    static let threads = ProcessDetail(rawValue: 2)
    static let stacks = ProcessDetail(rawValue: 4)
    static let bareStacks = ProcessDetail(rawValue: 8)
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

  /// The lines of flag 1: what a process uses, in times, pages and quotas.
  private static func showTimes(_ session: Session, _ process: Struct) throws {
    func line(_ label: String, _ value: String) {
      session.print("    \(label.padded(34))\(value)")
    }
    /// A field that not every system has; 0 where it is missing.
    func number(_ path: String) -> UInt64 { (try? process[path].uint) ?? 0 }
    session.print(
      "    VadRoot \(number("VadRoot.BalancedRoot.RightChild").hex(16))"
        + " Vads \(number("VadRoot.NumberGenericTableElements"))"
        + " Clone \(number("CloneRoot").hex())"
        + " Private \(number("NumberOfPrivatePages"))."
        + " Modified \(number("ModifiedPageCount"))."
        + " Locked \(number("NumberOfLockedPages")).")
    session.print("    DeviceMap \(number("DeviceMap").hex(16))")
    line("Token", (number("Token.Value") & ~0xF).hex(16))
    line("ElapsedTime", elapsed(since: number("CreateTime.QuadPart"), session))
    line("UserTime", ticks(number("Pcb.UserTime")))
    line("KernelTime", ticks(number("Pcb.KernelTime")))
    line("QuotaPoolUsage[PagedPool]", "\(number("ProcessQuotaUsage[1]"))")
    line("QuotaPoolUsage[NonPagedPool]", "\(number("ProcessQuotaUsage[0]"))")
    let sizes = ["WorkingSetSize", "MinimumWorkingSetSize", "MaximumWorkingSetSize"].map {
      number("Vm.\($0)")
    }
    let pages = sizes.map { "\($0)" }.joined(separator: ", ")
    let kilobytes = sizes.map { "\($0 &* 4)KB" }.joined(separator: ", ")
    session.print("    Working Set Sizes (now,min,max)  (\(pages)) (\(kilobytes))")
    line("PeakWorkingSetSize", "\(number("Vm.PeakWorkingSetSize"))")
    line("VirtualSize", "\(number("VirtualSize") >> 20) Mb")
    line("PeakVirtualSize", "\(number("PeakVirtualSize") >> 20) Mb")
    line("PageFaultCount", "\(number("Vm.PageFaultCount"))")
    let isForeground = number("Vm.Flags.MemoryPriority") != 0
    line("MemoryPriority", isForeground ? "FOREGROUND" : "BACKGROUND")
    line("BasePriority", "\(number("Pcb.BasePriority"))")
    line("CommitCharge", "\(number("CommitCharge"))")
    let job = number("Job")
    if job != 0 { line("Job", job.hex(16)) }
  }

  /// The time since a FILETIME by the target's clock, as `ElapsedTime` has it.
  private static func elapsed(since start: UInt64, _ session: Session) -> String {
    // KUSER_SHARED_DATA.SystemTime, at an address that never changes.
    guard start != 0, let now = try? session.debugger.readUInt(0xFFFF_F780_0000_0014, 8),
      now >= start
    else { return clockText(milliseconds: 0) }
    return clockText(milliseconds: (now - start) / 10_000)
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
    if detail.isSuperset(of: [.threads, .stacks]) {
      let command = detail.contains(.bareStacks) ? "k" : "kv"
      try showStack(session, thread, command, isRunning: state == 2, indent: indent)
    }
    if detail.contains(.threads) { session.print() }
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
    line("DeviceMap                 \((try process["DeviceMap"].pointer).hex(16))")
    line(
      "Owning Process            \(process.address.hex(16))       Image:         "
        + (try process["ImageFileName"].text))
    try line(attachedText(session, thread, owner: process.address))
    let waited = try thread["Tcb.WaitTime"].uint
    // KUSER_SHARED_DATA.TickCount.
    let now = (try? session.debugger.readUInt(0xFFFF_F780_0000_0320, 4)) ?? waited
    let ticks = UInt64(UInt32(truncatingIfNeeded: now &- waited))
    line(
      "Wait Start TickCount      \("\(waited)".padded(14)) Ticks: \(ticks) (\(dayText(ticks)))")
    let switches = "\(try thread["Tcb.ContextSwitches"].uint)".padded(14)
    line(
      "Context Switch Count      \(switches) IdealProcessor: "
        + "\(try thread["Tcb.IdealProcessor"].uint)")
    line("UserTime                  \(Self.ticks(try thread["Tcb.UserTime"].uint))")
    line("KernelTime                \(Self.ticks(try thread["Tcb.KernelTime"].uint))")
    let user = (try? thread["Win32StartAddress"].uint) ?? 0
    if user != 0 { line("Win32 Start Address \(startText(session, user, in: process.address))") }
    let start = try thread["StartAddress"].uint
    if user == 0 || user != start && user >> 63 == 0 {
      line("Start Address \(startText(session, start, in: process.address))")
    }
    line(
      "Stack Init \((try thread["Tcb.InitialStack"].uint).hex(16)) Current "
        + (try thread["Tcb.KernelStack"].uint).hex(16))
    line(
      "Base \((try thread["Tcb.StackBase"].uint).hex(16)) Limit "
        + "\((try thread["Tcb.StackLimit"].uint).hex(16)) Call 0000000000000000")
    line(
      "Priority \(try thread["Tcb.Priority"].int) BasePriority \(try thread["Tcb.BasePriority"].int)"
        + " PriorityDecrement \(try thread["Tcb.PriorityDecrement"].uint)"
        + ((try? priorities(thread)) ?? ""))
  }

  /// ` IoPriority 2 PagePriority 5`, from the bits that a system of version 6 has for them.
  private static func priorities(_ thread: Struct) throws -> String {
    " IoPriority \(try thread["ThreadIoPriority"].uint)"
      + " PagePriority \(try thread["ThreadPagePriority"].uint)"
  }

  /// Whose address space a thread is in, where that is not its own process'.
  private static func attachedText(_ session: Session, _ thread: Struct, owner: UInt64) throws
    -> String
  {
    let process = try thread["Tcb.ApcState.Process"].pointer
    guard process != 0, process != owner else {
      return "Attached Process          N/A            Image:         N/A"
    }
    let name = try session.debugger.structure("nt!_EPROCESS", at: process)["ImageFileName"].text
    return "Attached Process          \(process.hex(16))       Image:         \(name)"
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
    clockText(milliseconds: count &* 156_250 / 10_000)
  }

  /// Clock ticks as `0:00:00:15.600`: days, hours, minutes, seconds and milliseconds.
  private static func dayText(_ ticks: UInt64) -> String {
    let milliseconds = ticks &* 156_250 / 10_000
    let days = milliseconds / 86_400_000
    return "\(days):\(clockText(milliseconds: milliseconds % 86_400_000))"
  }

  /// Milliseconds as `00:00:15.600`.
  private static func clockText(milliseconds: UInt64) -> String {
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
  /// Prints a thread's stack as a command of the `k` family does: a running thread's from its processor, another's from
  /// where it was switched out.
  private static func showStack(
    _ session: Session, _ thread: Struct, _ command: String, isRunning: Bool, indent: String
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
    let text = try session.capture { try session.run(commands: command) }
    for line in text.split(separator: "\n") where !line.hasPrefix("  *** Stack trace") {
      session.print(indent + line)
    }
  }
}
