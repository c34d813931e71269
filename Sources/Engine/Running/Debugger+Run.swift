// Running until a stop.

extension Debugger {
  /// Runs until a breakpoint, an exception, a break-in or one of `places` (`g`, `gh`, `gn`).
  public func go(handling: Resumption.Handling = .handled, until places: [UInt64] = []) throws
    -> Stop
  {
    try perform { journey in
      let goal = RunGoal(places: places.map { RunPlace(address: $0) }, countsPasses: true)
      return try run(goal, Resumption(handling: handling), &journey)
    }
  }

  /// Lets a target that has just been started run until its kernel answers a break-in.
  public func goAndBreakIn() throws -> Stop {
    try perform { journey in
      journey.breakIn = .person
      try target.requestBreakIn(isUrgent: false)
      return try run(RunGoal(countsPasses: true), Resumption(), &journey)
    }
  }

  /// Looks at the processor on which something happened, in the middle of a run: for commands that
  /// an event filter carries out without a stop.
  public func look(at event: TargetEvent) {
    scope = Scope(processor: event.processor)
    stateChanged()
  }

  /// Runs `body` between two stops: leaves a coded breakpoint first, and makes the new stop.
  func perform(_ body: (inout Journey) throws -> RunOutcome) throws -> Stop {
    guard target.capabilities.contains(.run) else { throw TargetError.unsupported("run") }
    attendant?.runBegins(clock: target.clock)
    lastStop?.leaveRegisters()
    var journey = Journey()
    defer { stateChanged() }
    switch try body(&journey) {
    case .reached(let processor): return try makeStop(.stepped, processor, journey)
    case .stopped(let reason, let processor): return try makeStop(reason, processor, journey)
    }
  }

  func makeStop(_ reason: Stop.Reason, _ processor: Int, _ journey: Journey) throws -> Stop {
    scope = Scope(processor: processor)
    stateChanged()
    refreshModules()
    let registers = registers(of: processor, reason)
    var stop = Stop(
      reason: reason, processor: processor, registers: registers, loads: journey.loads,
      unloads: journey.unloads, retired: journey.retired, exception: journey.exception)
    stop.landedByStep = journey.landedByStep
    lastStop = stop
    if case .breakpoints = reason {
      passed[processor] = PassedPlace(ip: registers.ip, sp: registers.sp)
    }
    return stop
  }

  /// The registers of a stop. After a step or at a breakpoint they are left where they are until they
  /// are asked for.
  private func registers(of processor: Int, _ reason: Stop.Reason) -> StopRegisters {
    switch reason {
    case .stepped, .breakpoints:
      guard let (ip, sp) = try? target.position(processor: processor) else { break }
      return StopRegisters(target, processor: processor, ip: ip, sp: sp)
    default: break
    }
    let context = (try? target.context(processor: processor)) ?? Context()
    return StopRegisters(context, processor: processor)
  }

  /// Runs until `goal` or an event that stops. The processors that stand on a trap already dealt
  /// with leave it first.
  func run(_ goal: RunGoal, _ first: Resumption, _ journey: inout Journey) throws -> RunOutcome {
    try skipCodedBreakpoint()
    var resumption = first
    arm(goal)
    for processor in processorsToStepOff() {
      let (ip, sp) = try target.position(processor: processor)
      passed[processor] = PassedPlace(ip: ip, sp: sp)
      let event = try target.step(processor: processor, resumption)
      resumption = Resumption()
      if let outcome = try handle(event, goal, &resumption, &journey) { return outcome }
    }
    return try drive(goal, resumption, &journey)
  }

  /// Goes on with a run that is under way, with another goal.
  func runOn(_ goal: RunGoal, _ journey: inout Journey) throws -> RunOutcome {
    arm(goal)
    return try drive(goal, Resumption(), &journey)
  }

  private func drive(_ goal: RunGoal, _ first: Resumption, _ journey: inout Journey) throws
    -> RunOutcome
  {
    var resumption = first
    while true {
      resumption.until = attendant?.askAt
      let event = try target.resume(resumption)
      resumption = Resumption()
      if let outcome = try handle(event, goal, &resumption, &journey) { return outcome }
      // A target that reports without end never comes to the end of a slice.
      if interrupt.take() { try breakIn(.person, isUrgent: true, &journey) }
    }
  }

  /// The current processor and the last stop's, where they stand on an armed trap.
  private func processorsToStepOff() -> [Int] {
    var list = [scope.processor]
    if let stop = lastStop, stop.processor != scope.processor { list.append(stop.processor) }
    return list.filter { processor in
      guard let position = try? target.position(processor: processor) else { return false }
      return isArmed(position.ip)
    }
  }

  /// As the kernel debugger does, leaves an `int 3` of the program's own by moving past it.
  @discardableResult
  func skipCodedBreakpoint() throws -> Bool {
    switch lastStop?.reason {
    case .exception(let record, _)? where record.code == ExceptionRecord.breakpointCode: break
    case .breakIn(forced: false)?, .idle(forced: false)?: break
    default: return false
    }
    guard let stop = lastStop else { return false }
    let context = try target.context(processor: stop.processor)
    guard context.ip == stop.ip else { return false }
    return try skipCodedBreakpoint(context, stop.processor)
  }

  /// Leaves an `int 3` whose exception is answered without a stop.
  func skipCodedBreakpoint(_ record: ExceptionRecord, _ processor: Int) throws {
    guard record.code == ExceptionRecord.breakpointCode else { return }
    let context = try target.context(processor: processor)
    if context.ip == record.address { try skipCodedBreakpoint(context, processor) }
  }

  @discardableResult
  private func skipCodedBreakpoint(_ context: Context, _ processor: Int) throws -> Bool {
    var context = context
    var code: [UInt8] = [0, 0]
    let holes = code.withUnsafeMutableBytes {
      target.read(context.ip, into: $0, space: .processor(processor))
    }
    if code[0] == 0xCC, holes.first?.lowerBound != 0 {
      context.ip &+= 1
    } else if code == [0xCD, 0x03], holes.isEmpty {
      context.ip &+= 2
    } else {
      return false
    }
    try target.setContext(context, processor: processor)
    return true
  }
}
