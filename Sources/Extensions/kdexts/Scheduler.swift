import Engine
import Language

/// What the scheduler keeps for one processor: its `_KPRCB`.
struct ProcessorBlock {
  let block: Struct

  /// The block of a processor, by nt!KiProcessorBlock.
  init(_ number: Int, _ debugger: Debugger) throws {
    let table = try debugger.address(of: "nt!KiProcessorBlock")
    let address = try debugger.readPointer(table &+ UInt64(number) &* 8)
    guard (0..<debugger.target.processorCount).contains(number), address != 0 else {
      throw CommandError.message("Cannot get PRCB address for processor \(number)")
    }
    block = try debugger.structure("nt!_KPRCB", at: address)
  }

  /// Every processor's block, in their order.
  static func all(_ debugger: Debugger) throws -> [ProcessorBlock] {
    try (0..<debugger.target.processorCount).map { try ProcessorBlock($0, debugger) }
  }

  /// The thread at a pointer field of the block; nil where it is 0.
  func thread(_ field: String) throws -> Struct? {
    let address = try block[field].pointer
    return address == 0 ? nil : try block.debugger.structure("nt!_ETHREAD", at: address)
  }

  /// The threads that wait for the processor, by priority, the highest first.
  func ready() throws -> [(priority: Int, threads: [Struct])] {
    let summary = try block["ReadySummary"].uint
    var found: [(priority: Int, threads: [Struct])] = []
    for priority in (0..<32).reversed() where summary & (1 << UInt64(priority)) != 0 {
      let head = try block["DispatcherReadyListHead[\(priority)]"]
      found.append((priority, try head.list("nt!_ETHREAD", "Tcb.WaitListEntry", limit: 0x1_0000)))
    }
    return found
  }
}

/// Every thread of the system.
enum SystemThreads {
  /// The processes of nt!PsActiveProcessHead, each with its threads, and the idle process in front.
  static func byProcess(_ debugger: Debugger) throws -> [(process: Struct, threads: [Struct])] {
    let head = try debugger.structure(
      "nt!_LIST_ENTRY", at: debugger.address(of: "nt!PsActiveProcessHead"))
    var processes: [Struct] = try head.list("nt!_EPROCESS", "ActiveProcessLinks")
    if let idle = debugger.resolve("nt!KiInitialProcess").first?.address {
      processes.insert(try debugger.structure("nt!_EPROCESS", at: idle), at: 0)
    }
    return try processes.map { process in
      (process, try process["Pcb.ThreadListHead"].list("nt!_ETHREAD", "Tcb.ThreadListEntry"))
    }
  }
}
