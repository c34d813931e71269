import Engine
import Language

extension KernelExtension {
  static let interruptCommands = [
    Command(
      "irql", summary: "Show a processor's interrupt request level.",
      details: "Processor is its number in hexadecimal; the default is the current one.",
      examples: ["!irql": "Show the current processor's level."],
      related: ["!pcr", "!idt", "!dpcs"], grammar: .optional(.expression("Processor"))
    ) { session, number in
      let processor = Int(clamping: number ?? UInt64(session.debugger.scope.processor))
      guard (0..<session.debugger.target.processorCount).contains(processor) else {
        throw CommandError.message("Cannot get PRCB address for processor 0x\(number?.hex() ?? "")")
      }
      let context = try session.debugger.target.context(processor: processor)
      let level = context[.cr8] & 0xF
      session.print(
        "Debugger saved IRQL for processor 0x\(UInt64(processor).hex()) -- \(level) "
          + "(\(levelName(level)))")
    },
    Command(
      "idt", summary: "Show the interrupt descriptor table.",
      details: """
        The handlers of the current processor. Vector limits the display to one; -a shows those for \
        interrupts that nobody expects too.
        """,
      examples: [
        "!idt -a": "Show every entry that is present.",
        "!idt e": "Show the page fault's handler.",
      ], related: ["!pcr", "!irql"], grammar: .switches("a"), .optional(.expression("Vector"))
    ) { session, switches, vector in
      if let vector, vector > 0xFF {
        throw CommandError.message("Invalid vector 0x\(vector.hex())")
      }
      try showInterruptTable(session, vector, all: switches.contains("a"))
    },
    Command(
      "dpcs", summary: "Show deferred procedure calls that are queued.",
      details: "Processor limits the display to one.",
      examples: ["!dpcs": "Show those of every processor."],
      related: ["!timer", "!irql", "!pcr"], grammar: .optional(.expression("Processor"))
    ) { session, number in
      let debugger = session.debugger
      let numbers = number.map { [Int(clamping: $0)] } ?? Array(0..<debugger.target.processorCount)
      session.print("CPU Type      KDPC                 Function")
      for number in numbers {
        let head = try ProcessorBlock(number, debugger).block["DpcData[0].DpcListHead"]
        for call in try head.list("nt!_KDPC", "DpcListEntry", limit: 4096) {
          try session.checkCancelled()
          let routine = try call["DeferredRoutine"].pointer
          session.print(
            " \(number): Normal  : 0x\(call.address.hex(16)) 0x\(routine.hex(16)) "
              + name(of: routine, session))
        }
      }
    },
    Command(
      "timer", summary: "Show the timers of the kernel.",
      details: """
        Each processor's timer table: slot, timer, due time in interrupt time and as a date, and what \
        happens then: a DPC, or a thread that wakes. Timer limits the display to one.
        """,
      examples: ["!timer": "Show what is due, and when."], related: ["!dpcs", "!thread"],
      grammar: .optional(.address("Timer"))
    ) { session, address in try showTimers(session, address.map(signExtended)) },
    Command(
      "cpuinfo", summary: "Show what the processors are.",
      details: "Family, model and stepping, manufacturer, speed. Processor limits it to one.",
      examples: ["!cpuinfo": "Show every processor."], related: ["!prcb", "!running"],
      grammar: .optional(.expression("Processor"))
    ) { session, number in
      let debugger = session.debugger
      let numbers = number.map { [Int(clamping: $0)] } ?? Array(0..<debugger.target.processorCount)
      session.print("CP  F/M/S Manufacturer  MHz PRCB Signature    MSR 8B Signature Features")
      for number in numbers {
        session.print(try processorLine(ProcessorBlock(number, debugger).block, number))
      }
    },
  ]

  /// The levels of x64 (wdm.h).
  private static func levelName(_ level: UInt64) -> String {
    switch level {
    case 0: "LOW_LEVEL"
    case 1: "APC_LEVEL"
    case 2: "DISPATCH_LEVEL"
    case 12: "SYNCH_LEVEL"
    case 13: "CLOCK_LEVEL"
    case 14: "IPI_LEVEL"
    case 15: "HIGH_LEVEL"
    default: "DEVICE_LEVEL"
    }
  }

  private static func showInterruptTable(_ session: Session, _ vector: UInt64?, all: Bool) throws {
    let debugger = session.debugger
    let processor = debugger.scope.processor
    let context = try debugger.target.context(processor: processor)
    let base = context[.idtr]
    let count = min(0x100, (context[.idtl] &+ 1) / 16)
    session.print("\nDumping IDT: \(base.hex(16))\n")
    for number in 0..<max(count, 1) where vector.map({ $0 == number }) ?? (number < count) {
      try session.checkCancelled()
      let gate = base &+ number &* 16
      let low = try debugger.readUInt(gate, 8)
      let high = try debugger.readUInt(gate &+ 8, 4)
      // Intel SDM vol. 3A, 6.14.1: present at bit 47, the stack's number at 32-34.
      guard low >> 47 & 1 != 0 else {
        if vector != nil { session.print("\(number.hex(2)):\tnot present") }
        continue
      }
      let handler = (low & 0xFFFF) | (low >> 48) << 16 | high << 32
      let name = name(of: handler, session)
      // What vectors without a handler of their own lead to.
      guard all || vector != nil || !name.hasPrefix("nt!KiIsrThunk") else { continue }
      var line = "\(number.hex(2)):\t\(handler.hex(16)) \(name)"
      let stack = low >> 32 & 7
      if stack != 0, let top = try? stackTop(stack, session) {
        line += "\tStack = 0x\(top.upperHex(16))"
      }
      session.print(line)
    }
    session.print()
  }

  /// The stack that a gate's number stands for in the processor's TSS (IST1 at offset 24h).
  private static func stackTop(_ number: UInt64, _ session: Session) throws -> UInt64 {
    let debugger = session.debugger
    guard let pcr = debugger.processorControlRegion(processor: debugger.scope.processor) else {
      throw CommandError.message("Cannot get PCR address")
    }
    let base = try debugger.structure("nt!_KPCR", at: pcr)["TssBase"].pointer
    return try debugger.readUInt(base &+ 0x1C &+ number &* 8, 8)
  }

  // MARK: Timers

  private static func showTimers(_ session: Session, _ only: UInt64?) throws {
    let debugger = session.debugger
    let shared = try debugger.structure("nt!_KUSER_SHARED_DATA", at: 0xFFFF_F780_0000_0000)
    let low = try shared["InterruptTime.LowPart"].uint
    let high = try shared["InterruptTime.High1Time"].uint
    let start = try debugger.readUInt(debugger.address(of: "nt!KeBootTime"), 8)
    func date(_ due: UInt64) -> String { DebuggerTime.text(fileTime: start &+ due) }
    session.print("Dump system timers\n")
    session.print(
      "Interrupt time: \(low.hex(8)) \(high.hex(8)) [\(date(high << 32 | low))]\n")
    var total = 0
    var longest = 0
    for (number, processor) in try ProcessorBlock.all(debugger).enumerated() {
      let table = try processor.block["TimerTable"]
      session.print("PROCESSOR \(number) (nt!_KTIMER_TABLE \(table.address.hex(16)))")
      session.print(
        "List Timer             Interrupt Low/High Fire Time                  DPC/thread")
      for slot in 0..<256 {
        try session.checkCancelled()
        let head = try table["TimerEntries[\(slot)].Entry"]
        let timers = try head.list("nt!_KTIMER", "TimerListEntry", limit: 0x1_0000)
        longest = max(longest, timers.count)
        for timer in timers where only == nil || only == timer.address {
          total += 1
          let due = try timer["DueTime.QuadPart"].uint
          let mark = try timer["Period"].uint != 0 ? "P" : " "
          session.print(
            "\(String(slot).leftPadded(3)) \(timer.address.hex(16)) \(mark) "
              + "\((due & 0xFFFF_FFFF).hex(8)) \((due >> 32).hex(8)) [\(date(due))] "
              + (try timerAction(timer, session)))
        }
      }
      session.print()
    }
    session.print("\nTotal Timers: \(total), Maximum List: \(longest)")
  }

  /// What a timer does when it is due.
  private static func timerAction(_ timer: Struct, _ session: Session) throws -> String {
    let call = try timer["Dpc"].pointer
    if call != 0 {
      let routine = try session.debugger.structure("nt!_KDPC", at: call)["DeferredRoutine"].pointer
      return "\(name(of: routine, session)) (DPC @ \(call.hex(16)))"
    }
    let waits = try timer["Header.WaitListHead"].list(
      "nt!_KWAIT_BLOCK", "WaitListEntry", limit: 256)
    guard let first = waits.first else { return "" }
    return "thread \(try first["Thread"].pointer.hex(16))"
  }

  private static func processorLine(_ block: Struct, _ number: Int) throws -> String {
    let family = try block["CpuType"].uint
    let model = try block["CpuModel"].uint
    let stepping = try block["CpuStepping"].uint
    let vendor = try block["VendorString"].text.padded(13)
    let speed = String(try block["MHz"].uint).leftPadded(4)
    let signature = block.has("UpdateSignature") ? try block["UpdateSignature"].uint : 0
    let features = try block["FeatureBits"].uint
    let kind = "\(family),\(model),\(stepping)".leftPadded(6)
    return "\(String(number).leftPadded(2)) \(kind) \(vendor)\(speed) \(signature.hex(16))"
      + "                   \(features.hex(8))"
  }
}
