import Machine

/// A break-in that was asked for: when the machine is stopped without the guest's help.
struct BreakInRequest {
  var instructions: UInt64
  var hostTime: ContinuousClock.Instant?
}

// Running and stepping.

extension LiveTarget {
  /// How long one slice lasts.
  private static let slice: Duration = .milliseconds(10)
  /// How long the guest has to answer a break-in: instructions, and host time when it is urgent.
  private static let breakInInstructions: UInt64 = 5_000_000
  private static let breakInTime: Duration = .milliseconds(50)
  /// Instructions that leaving the guest's debugger layer may take.
  private static let leaveLimit = 2_000_000

  public func resume(_ resumption: Resumption) throws(TargetError) -> TargetEvent {
    try leaveReport(resumption)
    sliceEnd = nil
    isRunning = true
    defer { isRunning = false }
    if let event = overdueBreakIn { return event }
    while true {
      let now = machine.instructionCount
      var end = now &+ 2_000_000
      if let until = resumption.until { end = min(end, until) }
      if let request = pendingBreakIn { end = min(end, request.instructions) }
      let reason = machine.run(until: max(end, now))
      if let event = event(reason) { return event }
      if let request = pendingBreakIn, isOver(request, isIdle: reason == .idle) {
        pendingBreakIn = nil
        return TargetEvent(processor: 0, kind: .forcedBreakIn)
      }
      if reason == .idle { return TargetEvent(processor: 0, kind: .idle) }
      if reason == .stopRequested || isSliceOver
        || machine.instructionCount >= resumption.until ?? .max
      {
        return TargetEvent(processor: 0, kind: .running)
      }
    }
  }

  /// Called by the machine now and then: a slice that is over has it stop.
  func endSlice() { if isRunning, isSliceOver { machine.stopFlag.requestStop() } }

  /// Whether the slice has had its time, which counts from the first question: most runs between two
  /// hits of a breakpoint are too short for one.
  private var isSliceOver: Bool {
    let now = ContinuousClock().now
    guard let sliceEnd else {
      sliceEnd = now + Self.slice
      return false
    }
    return now >= sliceEnd
  }

  public func requestBreakIn(isUrgent: Bool) throws(TargetError) {
    guard pendingBreakIn == nil else { return }
    guard !isBare else {
      pendingBreakIn = BreakInRequest(instructions: machine.instructionCount)
      return
    }
    pendingBreakIn = BreakInRequest(
      instructions: machine.instructionCount &+ Self.breakInInstructions,
      hostTime: isUrgent ? ContinuousClock().now + Self.breakInTime : nil)
    machine.requestBreakIn()
  }

  /// The end of a break-in that the guest has not answered in time: one that stops for other reasons
  /// again and again does not escape.
  private var overdueBreakIn: TargetEvent? {
    guard let request = pendingBreakIn, isOver(request, isIdle: false) else { return nil }
    pendingBreakIn = nil
    return TargetEvent(processor: 0, kind: .forcedBreakIn)
  }

  /// Whether the guest has had its time to answer. An idle guest has nothing more to do: the
  /// interrupt did not wake it.
  private func isOver(_ request: BreakInRequest, isIdle: Bool) -> Bool {
    if isIdle || machine.instructionCount >= request.instructions { return true }
    guard let hostTime = request.hostTime else { return false }
    return ContinuousClock().now >= hostTime
  }

  public func step(processor number: Int, _ resumption: Resumption) throws(TargetError)
    -> TargetEvent
  {
    if let event = overdueBreakIn { return event }
    let processor = try processor(number)
    let wasInReport = report?.processor == number && report?.contextRecord != 0
    let wanted = wasInReport ? try position(processor: number) : (0, 0)
    try leaveReport(resumption)
    if wasInReport, let event = leaveDebuggerLayer(processor, wanted) { return event }
    let registers = processor.registers
    let before = (ip: registers.rip, sp: registers[gpr: 4], cs: UInt64(registers[.cs].selector))
    let reason = machine.step(number)
    guard case .stepped = reason else {
      return event(reason) ?? TargetEvent(processor: number, kind: .running)
    }
    translations.forget()
    // A handler finds a frame on its stack: with the same one nothing has been entered.
    if registers[gpr: 4] != before.sp,
      let (ip, sp) = handlerReturn(before, registers, number)
    {
      return TargetEvent(processor: number, kind: .vectored(ip: ip, sp: sp))
    }
    return TargetEvent(processor: number, kind: .stepped)
  }

  /// Runs one processor out of the guest's debugger layer, to the registers it reported.
  private func leaveDebuggerLayer(
    _ processor: Processor, _ wanted: (ip: UInt64, sp: UInt64)
  ) -> TargetEvent? {
    for _ in 0..<Self.leaveLimit {
      let registers = processor.registers
      if registers.rip == wanted.ip, registers[gpr: 4] == wanted.sp { return nil }
      let reason = machine.step(processor.index)
      if case .stepped = reason { continue }
      if let event = event(reason) { return event }
    }
    return TargetEvent(processor: processor.index, kind: .forcedBreakIn)
  }

  /// If a step entered a handler through the interrupt table: where that returns to.
  private func handlerReturn(
    _ before: (ip: UInt64, sp: UInt64, cs: UInt64), _ after: Registers, _ number: Int
  ) -> (ip: UInt64, sp: UInt64)? {
    let memory = MemoryView(target: self, space: .processor(number))
    // rip, cs, rflags, rsp, ss, perhaps below an error code.
    guard let stack = memory.bytes(after[gpr: 4], 48) else { return nil }
    for offset in [0, 8] where littleEndian(stack, offset + 24, 8) == before.sp {
      let ip = littleEndian(stack, offset, 8)
      guard littleEndian(stack, offset + 8, 2) == before.cs, ip &- before.ip <= 15,
        isGate(after, memory)
      else { continue }
      return (ip, before.sp)
    }
    return nil
  }

  /// Whether ip is where one of the interrupt table's gates leads.
  private func isGate(_ registers: Registers, _ memory: MemoryView) -> Bool {
    let count = min(256, (Int(registers.idtr.limit) + 1) / 16)
    guard let table = memory.bytes(registers.idtr.base, count * 16) else { return false }
    return (0..<count).contains { index in
      let low = littleEndian(table, index * 16, 2)
      let middle = littleEndian(table, index * 16 + 6, 2) << 16
      let high = littleEndian(table, index * 16 + 8, 4) << 32
      return low | middle | high == registers.rip
    }
  }

  /// Answers the report that the guest waits in, if any.
  private func leaveReport(_ resumption: Resumption) throws(TargetError) {
    if let end { throw .ended(end) }
    translations.forget()
    if forcedDecoding != .none { forceDecoding(.none) }
    guard let report else { return }
    self.report = nil
    let answer = resumption.handling == .handled ? PortReport.handled : PortReport.notHandled
    try? write(
      report.address &+ PortReport.continueOffset, littleEndianBytes(UInt64(answer), 4),
      space: .processor(report.processor))
  }

  /// A stop of the machine as an event; nil for one that means nothing here.
  private func event(_ reason: StopReason) -> TargetEvent? {
    translations.forget()
    switch reason {
    case .breakpoint(let processor, let address):
      return TargetEvent(processor: processor, kind: .breakpoint(address: address))
    case .watchpoint(let processor, let address, let access, _):
      let access: DataAccess = access == .write ? .write : .readWrite
      return TargetEvent(processor: processor, kind: .data(address: address, access: access))
    case .stepped(let processor):
      return TargetEvent(processor: processor, kind: .stepped)
    case .debugPort(let processor, let command, let packet):
      return portEvent(processor, command, packet)
    case .fault(let processor, let fault):
      let record = exceptionRecord(fault, processor: processor)
      return TargetEvent(
        processor: processor, kind: .exception(record, firstChance: record.isDebugTrap))
    case .tripleFault(let processor):
      return ended(.tripleFault, processor)
    case .powerOff: return ended(.powerOff, 0)
    case .reset: return ended(.reset, 0)
    case .limit, .stopRequested, .idle: return nil
    }
  }

  private func ended(_ why: TargetEnd, _ processor: Int) -> TargetEvent {
    end = why
    return TargetEvent(processor: processor, kind: .ended(why))
  }

  private func portEvent(_ processor: Int, _ command: UInt32, _ packet: UInt64) -> TargetEvent? {
    let memory = MemoryView(target: self, space: .processor(processor))
    guard
      let report = PortReport(
        processor: processor, command: command, address: packet, memory),
      let kind = report.event(memory)
    else { return nil }
    self.report = report
    if case .exception = kind { pendingBreakIn = nil }
    return TargetEvent(processor: processor, kind: kind)
  }
}
