import Engine
import Language

extension KernelExtension {
  static let processorCommands = [
    Command(
      "pcr", summary: "Show a processor control region.",
      details: "Processor is a number; without it, the current processor's is shown.",
      grammar: .optional(.count("Processor"))
    ) { session, number in
      let processor = number ?? session.debugger.scope.processor
      try showControlRegion(session, processor)
    },
    Command(
      "prcb", summary: "Show a processor control block.",
      details: "Processor is a number; without it, processor 0's is shown.",
      grammar: .optional(.count("Processor"))
    ) { session, number in
      let processor = number ?? 0
      let block = try controlRegion(session, processor)["Prcb"]
      session.print("PRCB for Processor \(processor) at \(hex(block.address)):")
      let state = try block["CurrentThread"].pointer
      session.print(
        "Current IRQL -- \(try controlRegion(session, processor)["Irql"].uint)")
      session.print(
        "Threads--  Current \(hex(state)) Next \(hex(try block["NextThread"].pointer))"
          + " Idle \(hex(try block["IdleThread"].pointer))")
      session.print(
        "Processor Index \(try block["Number"].uint) Number (0, \(try block["Number"].uint))"
          + " GroupSetMember \(String(try block["GroupSetMember"].uint, radix: 16))")
      session.print("Interrupt Count -- \(hex(try block["InterruptCount"].uint, 8))")
      session.print(
        "Times -- Dpc    \(hex(try block["DpcTime"].uint, 8)) Interrupt "
          + hex(try block["InterruptTime"].uint, 8))
      session.print(
        "         Kernel \(hex(try block["KernelTime"].uint, 8)) User      "
          + hex(try block["UserTime"].uint, 8))
    },
  ]

  private static func controlRegion(_ session: Session, _ processor: Int) throws -> Struct {
    guard (0..<session.debugger.target.processorCount).contains(processor),
      let address = session.debugger.processorControlRegion(processor: processor)
    else { throw CommandError.message("Cannot get PRCB address for processor \(processor)") }
    return try session.debugger.structure("nt!_KPCR", at: address)
  }

  private static func showControlRegion(_ session: Session, _ processor: Int) throws {
    let pcr = try controlRegion(session, processor)
    func line(_ label: String, _ value: String) {
      session.print("\(padLeft(label, 25)): \(value)")
    }
    func number(_ label: String, _ path: String) throws {
      line(label, hex(try pcr[path].uint))
    }
    session.print("KPCR for Processor \(processor) at \(hex(pcr.address)):")
    session.print(
      "    Major \(try pcr["MajorVersion"].uint) Minor \(try pcr["MinorVersion"].uint)")
    for field in [
      "ExceptionList", "StackBase", "StackLimit", "SubSystemTib", "Version", "ArbitraryUserPointer",
      "Self",
    ] {
      let label = ["ArbitraryUserPointer": "UserPointer", "Self": "SelfTib"][field] ?? field
      try number("NtTib.\(label)", "NtTib.\(field)")
    }
    session.print()
    line("SelfPcr", hex(try pcr["Self"].uint))
    line("Prcb", hex(try pcr["CurrentPrcb"].uint))
    line("Irql", hex(try pcr["Irql"].uint))
    line("IDT", hex(try pcr["IdtBase"].uint))
    line("GDT", hex(try pcr["GdtBase"].uint))
    line("TSS", hex(try pcr["TssBase"].uint))
    session.print()
    let block = try pcr["Prcb"]
    line("CurrentThread", hex(try block["CurrentThread"].uint))
    line("NextThread", hex(try block["NextThread"].uint))
    line("IdleThread", hex(try block["IdleThread"].uint))
    session.print()
    session.print("\(padLeft("DpcQueue", 25)): \(try dpcLines(session, block))")
  }

  /// The DPCs that wait on a processor, one a line, in their order.
  private static func dpcLines(_ session: Session, _ block: Struct) throws -> String {
    let head = try block["DpcData[0].DpcListHead"]
    var lines: [String] = []
    for dpc in try head.list("nt!_KDPC", "DpcListEntry", limit: 4096) {
      try session.checkCancelled()
      let routine = try dpc["DeferredRoutine"].pointer
      let name = session.debugger.symbolize(routine).map { symbol in
        symbol.displacement == 0
          ? symbol.qualifiedName
          : "\(symbol.qualifiedName)+0x\(String(symbol.displacement, radix: 16))"
      }
      lines.append(" 0x\(hex(dpc.address)) 0x\(hex(routine)) [Normal] \(name ?? "")")
    }
    return lines.joined(separator: "\n" + String(repeating: " ", count: 27))
  }
}
