import Engine
import Language

extension KernelExtension {
  static let processorCommands = [
    Command(
      "pcr", summary: "Show a processor control region.",
      details: "Processor is a number; without it, the current processor's is shown.",
      examples: ["!pcr": "the current processor's", "!pcr 1": "another's"],
      related: ["!prcb", "~"], grammar: .optional(.count("Processor"))
    ) { session, number in
      let processor = number ?? session.debugger.scope.processor
      try showControlRegion(session, processor)
    },
    Command(
      "prcb", summary: "Show a processor control block.",
      details: "Processor is a number; without it, processor 0's is shown.",
      examples: ["!prcb": "the current processor's"], related: ["!pcr"],
      grammar: .optional(.count("Processor"))
    ) { session, number in
      let processor = number ?? 0
      let block = try controlRegion(session, processor)["Prcb"]
      session.print("PRCB for Processor \(processor) at \(block.address.hex(16)):")
      let state = try block["CurrentThread"].pointer
      session.print(
        "Current IRQL -- \(try controlRegion(session, processor)["Irql"].uint)")
      session.print(
        "Threads--  Current \(state.hex(16)) Next \((try block["NextThread"].pointer).hex(16))"
          + " Idle \((try block["IdleThread"].pointer).hex(16))")
      session.print(
        "Processor Index \(try block["Number"].uint) Number (0, \(try block["Number"].uint))"
          + " GroupSetMember \(String(try block["GroupSetMember"].uint, radix: 16))")
      session.print("Interrupt Count -- \((try block["InterruptCount"].uint).hex(8))")
      session.print(
        "Times -- Dpc    \((try block["DpcTime"].uint).hex(8)) Interrupt "
          + (try block["InterruptTime"].uint).hex(8))
      session.print(
        "         Kernel \((try block["KernelTime"].uint).hex(8)) User      "
          + (try block["UserTime"].uint).hex(8))
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
      session.print("\(label.leftPadded(25)): \(value)")
    }
    func number(_ label: String, _ path: String) throws {
      line(label, (try pcr[path].uint).hex(16))
    }
    session.print("KPCR for Processor \(processor) at \(pcr.address.hex(16)):")
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
    line("SelfPcr", (try pcr["Self"].uint).hex(16))
    line("Prcb", (try pcr["CurrentPrcb"].uint).hex(16))
    line("Irql", (try pcr["Irql"].uint).hex(16))
    line("IDT", (try pcr["IdtBase"].uint).hex(16))
    line("GDT", (try pcr["GdtBase"].uint).hex(16))
    line("TSS", (try pcr["TssBase"].uint).hex(16))
    session.print()
    let block = try pcr["Prcb"]
    line("CurrentThread", (try block["CurrentThread"].uint).hex(16))
    line("NextThread", (try block["NextThread"].uint).hex(16))
    line("IdleThread", (try block["IdleThread"].uint).hex(16))
    session.print()
    session.print("\("DpcQueue".leftPadded(25)): \(try dpcLines(session, block))")
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
      lines.append(" 0x\(dpc.address.hex(16)) 0x\(routine.hex(16)) [Normal] \(name ?? "")")
    }
    return lines.joined(separator: "\n" + String(repeating: " ", count: 27))
  }
}
