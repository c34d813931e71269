import X86

extension Machine {
  /// Runs until something stops the machine.
  ///
  /// - Parameter limit: the most instructions to execute, counted over all processors; `.limit`
  ///   comes exactly then. However a run is cut into calls, the guest's execution is the same.
  @discardableResult
  public func run(limit: UInt64 = .max) -> StopReason {
    let (end, overflow) = core.pointee.time.addingReportingOverflow(limit)
    return run(until: overflow ? .max : end)
  }

  /// Runs until something stops the machine or machine time reaches a count.
  @discardableResult
  public func run(until end: UInt64) -> StopReason {
    if let lastStopped { suppressBreakpoint(lastStopped) }
    let reason = loop(until: end)
    console.flush()
    return reason
  }

  /// Executes exactly one instruction on a processor while the others stand still; a repeated string
  /// instruction counts as one per pass of at most a page.
  @discardableResult
  public func step(_ processor: Int) -> StopReason {
    guard processors.indices.contains(processor) else { return .idle }
    suppressBreakpoint(processor)
    let cpu = core.pointee.processors[processor]
    advanceTimers()
    lastStopped = processor
    guard wake(cpu) else { return .idle }
    let stop = slice(cpu, length: 1)
    console.flush()
    return stop ?? .stepped(processor: processor)
  }

  private func suppressBreakpoint(_ processor: Int) {
    let cpu = core.pointee.processors[processor]
    cpu.pointee.suppressedBreakpoint = cpu.pointee.rip
  }

  private func loop(until end: UInt64) -> StopReason {
    while true {
      if stopFlag.isSet {
        if stopFlag.takeBreakIn() { raiseBreakIn() }
        if stopFlag.takeStop() { return .stopRequested }
      }
      if core.pointee.time >= end { return .limit }
      let next = advanceTimers()
      guard let cpu = schedule() else {
        if next == .max { return .idle }
        core.pointee.time = min(next, end)
        continue
      }
      let now = core.pointee.time
      let length = min(quantumLeft, next &- now, end &- now)
      if let stop = slice(cpu, length: length) {
        lastStopped = cpu.pointee.index
        return stop
      }
    }
  }

  /// Lets due timers fire.
  ///
  /// - Returns: machine time of the next timer event.
  @discardableResult
  private func advanceTimers() -> UInt64 {
    let now = core.pointee.time
    var next = UInt64.max
    for index in 0..<core.pointee.processorCount {
      let cpu = core.pointee.processors[index]
      if cpu.pointee.apic.deadline <= now { cpu.pointee.apic.advance(now: now) }
      next = min(next, cpu.pointee.apic.deadline)
    }
    return next
  }

  /// The processor to run now: the current one while its quantum lasts, else the next that can.
  private func schedule() -> CPU? {
    let count = core.pointee.processorCount
    if quantumLeft == 0 {
      current = (current + 1) % count
      quantumLeft = wholeQuantum
      onSlice?()
    }
    for _ in 0..<count {
      let cpu = core.pointee.processors[current]
      if wake(cpu) { return cpu }
      current = (current + 1) % count
      quantumLeft = wholeQuantum
    }
    return nil
  }

  /// A processor alone gives way to nobody, so that its slices may be longer: each ends with some
  /// instructions outside the traces.
  private var wholeQuantum: UInt64 {
    core.pointee.processorCount == 1 ? configuration.quantum &* 16 : configuration.quantum
  }

  /// Whether a processor can run, after waking it from a halt that an interrupt ends.
  private func wake(_ cpu: CPU) -> Bool {
    switch cpu.pointee.activity {
    case .running: return true
    case .waitingForStart: return false
    case .halted, .monitoring:
      if cpu.pointee.activity == .monitoring, cpu.isMonitorTriggered { return rouse(cpu) }
      let interruptible =
        cpu.pointee.systemFlags & Flag.interrupt != 0 || cpu.pointee.wakesMasked
      let nmi = cpu.pointee.nmiPending && !cpu.pointee.nmiBlocked
      guard nmi || (interruptible && cpu.pointee.apic.deliverable != nil) else { return false }
      return rouse(cpu)
    }
  }

  private func rouse(_ cpu: CPU) -> Bool {
    cpu.pointee.activity = .running
    cpu.disarmMonitor()
    return true
  }

  /// Runs one processor for a slice in which nothing from outside happens.
  private func slice(_ cpu: CPU, length: UInt64) -> StopReason? {
    let flags = cpu.pointee.systemFlags
    let shadow = cpu.pointee.shadow
    if !shadow, deliverInterrupts(cpu) {
      if let stop = takePendingStop() { return stop }
    }
    let trap = cpu.pointee.systemFlags & Flag.trap != 0
    let resume = flags & cpu.pointee.systemFlags & Flag.resume != 0
    let debugShadow = cpu.pointee.debugShadow
    cpu.pointee.resuming = resume
    var length = length
    if trap || resume || shadow || cpu.pointee.alone { length = 1 }
    cpu.pointee.alone = length == 1
    cpu.pointee.exit = .resume
    let executed = execute(cpu, budget: length)
    core.pointee.time &+= executed
    quantumLeft = quantumLeft > executed ? quantumLeft &- executed : 0
    let wantsAlone = cpu.pointee.exit == .alone
    cpu.pointee.alone = wantsAlone
    if executed != 0 {
      if shadow { cpu.pointee.shadow = false }
      if debugShadow { cpu.pointee.debugShadow = false }
      if resume, cpu.pointee.exit != .fault, cpu.pointee.stringAddress != cpu.pointee.rip {
        cpu.pointee.systemFlags &= ~Flag.resume
      }
    }
    cpu.pointee.resuming = false
    return finish(cpu, trap: trap && executed != 0)
  }

  /// Does what the end of a slice asks for.
  private func finish(_ cpu: CPU, trap: Bool) -> StopReason? {
    switch cpu.pointee.exit {
    case .resume, .alone: break
    case .fault:
      cpu.pointee.trapSuppressed = true
      let fault = cpu.pointee.fault
      let isTooLong = fault.vector == 6 && exceedsLength(cpu)
      deliver(cpu, isTooLong ? .protection() : fault)
    case .breakpoint:
      return .breakpoint(processor: cpu.pointee.index, address: cpu.pointee.rip)
    case .yield: quantumLeft = 0
    case .halt: cpu.pointee.activity = .halted
    case .wait: cpu.pointee.activity = .monitoring
    case .stop: break
    case .arenaFull, .flushCode: core.resetCode()
    }
    // After a load of SS, debug exceptions wait for the instruction that loads the stack pointer.
    if trap || cpu.pointee.debugHits != 0, !cpu.pointee.debugShadow {
      debugTrap(cpu, step: trap)
    }
    cpu.pointee.trapSuppressed = false
    if let stop = takePendingStop() { return stop }
    if cpu.pointee.watchHit {
      cpu.pointee.watchHit = false
      return .watchpoint(
        processor: cpu.pointee.index, address: cpu.pointee.watchAddress,
        access: cpu.pointee.watchAccess, rip: cpu.pointee.rip)
    }
    return nil
  }

  private func takePendingStop() -> StopReason? {
    defer { pendingStop = nil }
    return pendingStop
  }

  /// Delivers the debug trap of a single step or of a data breakpoint.
  private func debugTrap(_ cpu: CPU, step: Bool) {
    let hits = cpu.pointee.debugHits
    cpu.pointee.debugHits = 0
    let single = step && !cpu.pointee.trapSuppressed
    guard single || hits != 0 else { return }
    cpu.pointee.dr6 |= hits | (single ? DebugStatus.singleStep : 0)
    if cpu.isAsleep { _ = rouse(cpu) }
    deliver(cpu, .debug)
  }

  /// Whether the code at rip, which was refused, is an instruction of more than 15 bytes. Looked at
  /// in long mode only.
  private func exceedsLength(_ cpu: CPU) -> Bool {
    guard cpu.pointee.efer & 0x400 != 0 else { return false }
    var bytes: [UInt8] = []
    for index in 0..<UInt64(Decoder.maximumLength) {
      let walk = core.walk(cpu.pointee.rip &+ index, cr3: cpu.pointee.cr3)
      guard let physical = walk.physical else { return false }
      bytes += memory.read(physical.rawValue, count: 1)
    }
    return Decoder.exceedsLength(bytes, mode: cpu.pointee.mode)
  }

  /// Delivers a pending NMI or interrupt.
  private func deliverInterrupts(_ cpu: CPU) -> Bool {
    if cpu.pointee.nmiPending, !cpu.pointee.nmiBlocked {
      cpu.pointee.nmiPending = false
      cpu.pointee.nmiBlocked = true
      deliver(cpu, Fault(2))
      return true
    }
    guard cpu.pointee.systemFlags & Flag.interrupt != 0,
      let vector = cpu.pointee.apic.deliverable
    else { return false }
    cpu.pointee.apic.accept(vector)
    deliver(cpu, Fault(vector), external: true)
    return true
  }

  private func raiseBreakIn() {
    debugPort.breakIn = true
    if debugPort.vector != 0 {
      core.pointee.processors[0].pointee.apic.request(debugPort.vector)
    }
  }
}

/// Runs instructions until the budget is used up or one of them leaves the loop: traces as long as the
/// budget allows whole ones, decoded operations for the rest and for what traces cannot do.
///
/// - Returns: instructions used; a faulting one counts.
func execute(_ cpu: CPU, budget: UInt64) -> UInt64 {
  let reserve = cpu.pointee.core.pointee.runsTraces ? Int64(TraceBuilder.limit) : .max
  let whole = Int64(clamping: budget)
  var left = whole
  cpu.pointee.exit = .resume
  while left > reserve {
    left = cpu.runTraces(left &- reserve) &+ reserve
    switch cpu.pointee.traceExit {
    case .ended: continue
    case .left: return UInt64(whole &- left)
    case .blocked:
      if cpu.pointee.core.pointee.tracesAreFull {
        cpu.pointee.exit = .arenaFull
        return UInt64(whole &- left)
      }
      let (used, isOver) = executeDecoded(cpu, budget: 1)
      left &-= Int64(used)
      if isOver { return UInt64(whole &- left) }
    }
  }
  if left > 0 { left &-= Int64(executeDecoded(cpu, budget: UInt64(left)).used) }
  return UInt64(whole &- left)
}

/// Runs decoded operations until the budget is used up or one of them leaves the loop.
///
/// - Returns: instructions used, a faulting one included, and whether one left the loop.
private func executeDecoded(_ cpu: CPU, budget: UInt64) -> (used: UInt64, isOver: Bool) {
  var op: UnsafeMutableRawPointer
  do {
    op = UnsafeMutableRawPointer(try cpu.lookUp(cpu.pointee.rip))
  } catch {
    _ = cpu.raise(error, at: cpu.pointee.rip)
    return (cpu.pointee.exit == .arenaFull ? 0 : 1, true)
  }
  let state = cpu.raw
  var left = budget
  while left != 0 {
    left &-= 1
    let handler = op.assumingMemoryBound(to: Operation.self).pointee.handler
    guard let next = handler(op, state) else {
      switch cpu.pointee.exit {
      case .alone, .arenaFull, .breakpoint: return (budget &- left &- 1, true)
      default: return (budget &- left, true)
      }
    }
    op = next
  }
  let offset = op.assumingMemoryBound(to: Operation.self).pointee.offset
  cpu.pointee.rip = cpu.pointee.pageAddress &+ UInt64(offset)
  return (budget, false)
}
