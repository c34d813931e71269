// What each event of a running target means.

extension Debugger {
  /// Deals with an event. Returns how the run ends, or nil to go on.
  func handle(
    _ event: TargetEvent, _ goal: RunGoal, _ resumption: inout Resumption,
    _ journey: inout Journey
  ) throws -> RunOutcome? {
    stateChanged()
    switch event.kind {
    case .running:
      return try tend(isIdle: false, event, &journey)
    case .idle:
      return try tend(isIdle: true, event, &journey)
    case .print(let bytes):
      onPrint?(bytes)
      return stop(for: event, .output(String(decoding: bytes, as: UTF8.self)), goal)
    case .load(let notice):
      journey.loads.append(notice)
      noteLoad(notice)
      arm(goal)
      return stop(for: event, .load(notice), goal)
    case .unload(let notice):
      journey.unloads.append(notice)
      noteUnload(notice)
      arm(goal)
      return stop(for: event, .unload(notice), goal)
    case .exception(let record, let firstChance):
      return try exception(record, firstChance, event, &resumption, &journey)
    case .forcedBreakIn:
      let reason: Stop.Reason =
        journey.breakIn == .idle ? .idle(forced: true) : .breakIn(forced: true)
      return .stopped(reason, processor: event.processor)
    case .breakpoint(let address):
      return try codeTrap(address, event, goal, &resumption, &journey)
    case .data(let address, let access):
      let ids = hits(event.processor, goal, &journey) { breakpoint in
        guard case .data(let wanted, let length) = breakpoint.kind,
          let start = breakpoint.address
        else { return false }
        return address >= start && address < start &+ UInt64(length)
          && (wanted == access || wanted == .readWrite)
      }
      guard !ids.isEmpty, try !passesBy(ids, event, goal, &journey) else { return nil }
      return .stopped(.breakpoints(ids), processor: event.processor)
    case .stepped:
      passed[event.processor] = nil
      return try arrival(event.processor, goal, &resumption, &journey)
    case .vectored where target.kind == .user:
      // The thread is in the kernel and will come back to where it stands.
      return nil
    case .process(let happening):
      return stop(for: event, happening)
    case .vectored:
      return try arrival(event.processor, goal, &resumption, &journey)
    case .ended(let end):
      return .stopped(.ended(end), processor: event.processor)
    }
  }

  /// Between two slices: Ctrl+C, console, what the attendant wants.
  private func tend(isIdle: Bool, _ event: TargetEvent, _ journey: inout Journey) throws
    -> RunOutcome?
  {
    if interrupt.take() {
      try breakIn(.person, isUrgent: true, &journey)
      return nil
    }
    guard let attendant, !(isIdle && target.isBare) else {
      if isIdle { try breakIn(.idle, isUrgent: false, &journey) }
      return nil
    }
    switch attendant.targetRuns(RunningState(isIdle: isIdle, instructionCount: target.clock)) {
    case .resume: break
    case .type(let bytes): try type(bytes)
    case .breakIn: try breakIn(.person, isUrgent: false, &journey)
    }
    return nil
  }

  /// Passes on what was typed; keys for a console that is not there go nowhere.
  func type(_ bytes: [UInt8]) throws {
    guard target.capabilities.contains(.console) else { return }
    try target.type(bytes)
  }

  func breakIn(_ cause: Journey.BreakIn, isUrgent: Bool, _ journey: inout Journey) throws {
    if journey.breakIn == nil { journey.breakIn = cause }
    try target.requestBreakIn(isUrgent: isUrgent)
  }

  private func stop(for event: TargetEvent, _ reason: Stop.Reason, _ goal: RunGoal) -> RunOutcome? {
    if case .stop = eventFilter?(event) { return .stopped(reason, processor: event.processor) }
    return nil
  }

  /// What happens in a process stops it when it is the end, or the machine itself stopped.
  private func stop(for event: TargetEvent, _ happening: ProcessEvent) -> RunOutcome? {
    let action = eventFilter?(event)
    switch happening {
    case .exitProcess, .outside:
      return .stopped(.process(happening), processor: event.processor)
    case .createThread, .exitThread:
      guard case .stop = action else { return nil }
      return .stopped(.process(happening), processor: event.processor)
    }
  }

  private func exception(
    _ record: ExceptionRecord, _ firstChance: Bool, _ event: TargetEvent,
    _ resumption: inout Resumption, _ journey: inout Journey
  ) throws -> RunOutcome? {
    journey.exception = record
    if isBreakIn(record, event.processor, wasAsked: journey.breakIn != nil) {
      let isIdle = journey.breakIn == .idle
      return .stopped(
        isIdle ? .idle(forced: false) : .breakIn(forced: false), processor: event.processor)
    }
    if case .goOn(let handling) = eventFilter?(event) {
      journey.exception = nil
      if handling == .handled { try skipCodedBreakpoint(record, event.processor) }
      resumption = Resumption(handling: handling)
      return nil
    }
    return .stopped(.exception(record, firstChance: firstChance), processor: event.processor)
  }

  /// Whether an exception is the target's answer to a break-in: the `int 3` at
  /// nt!RtlpBreakWithStatusInstruction with DBG_STATUS_CONTROL_C (1) in ecx. Without symbols any
  /// breakpoint exception answers one that was asked for.
  private func isBreakIn(_ record: ExceptionRecord, _ processor: Int, wasAsked: Bool) -> Bool {
    guard record.code == ExceptionRecord.breakpointCode, target.kind == .kernel else {
      return false
    }
    guard let place = breakInAddress else { return wasAsked }
    guard record.address == place, let context = try? target.context(processor: processor) else {
      return false
    }
    return context[.rcx] & 0xFFFF_FFFF == 1
  }

  /// How many armed places follow each other between two questions to the attendant.
  private static let trapsUnasked: UInt64 = 0x1000

  /// At an armed place: the stop that it makes, or the next instructions, as long as they lead from one
  /// such place to another (a jump to itself, a loop with a breakpoint on each instruction).
  private func codeTrap(
    _ address: UInt64, _ event: TargetEvent, _ goal: RunGoal, _ resumption: inout Resumption,
    _ journey: inout Journey
  ) throws -> RunOutcome? {
    var place = address
    var steps: UInt64 = 0
    while true {
      if let outcome = try stop(atTrap: place, event, goal, &journey) { return outcome }
      steps &+= 1
      if interrupt.isRequested || steps % Self.trapsUnasked == 0,
        let outcome = try tend(isIdle: false, event, &journey)
      {
        return outcome
      }
      let next = try target.step(processor: event.processor, resumption)
      guard case .stepped = next.kind, next.processor == event.processor else {
        return try handle(next, goal, &resumption, &journey)
      }
      stateChanged()
      passed[event.processor] = nil
      place = try target.position(processor: event.processor).ip
      guard isArmed(place) else { return nil }
    }
  }

  private func stop(
    atTrap address: UInt64, _ event: TargetEvent, _ goal: RunGoal, _ journey: inout Journey
  ) throws -> RunOutcome? {
    let position = try target.position(processor: event.processor)
    let here = PassedPlace(ip: position.ip, sp: position.sp)
    if let result = try returned(event.processor, at: address, position.sp) {
      return .stopped(.called(result), processor: event.processor)
    }
    let arrived = try hasArrived(address, event.processor, goal)
    if arrived && goal.placesFirst { return .reached(processor: event.processor) }
    if passed[event.processor] != here {
      let ids = hits(event.processor, goal, &journey) { $0.stands(at: address) }
      if !ids.isEmpty {
        guard try passesBy(ids, event, goal, &journey) else {
          return .stopped(.breakpoints(ids), processor: event.processor)
        }
      } else if arrived {
        return .reached(processor: event.processor)
      }
      passed[event.processor] = here
    }
    return nil
  }

  private func hasArrived(_ address: UInt64, _ processor: Int, _ goal: RunGoal) throws -> Bool {
    guard goal.places.contains(where: { $0.address == address }) else { return false }
    let context = try target.context(processor: processor)
    return goal.places.contains { $0.address == address && $0.matches(context) }
  }

  /// Where a step led to a trap: the next run would not stop for it, as it begins there.
  func arrival(
    _ processor: Int, _ goal: RunGoal, _ resumption: inout Resumption, _ journey: inout Journey
  ) throws -> RunOutcome? {
    let ip = try target.position(processor: processor).ip
    guard isArmed(ip) else { return nil }
    let event = TargetEvent(processor: processor, kind: .breakpoint(address: ip))
    return try codeTrap(ip, event, goal, &resumption, &journey)
  }

  /// Counts a hit of every breakpoint that `isHere` and returns those that stop.
  func hits(
    _ processor: Int, _ goal: RunGoal, _ journey: inout Journey,
    where isHere: (Breakpoint) -> Bool
  ) -> [Int] {
    var ids: [Int] = []
    var index = 0
    while index < breakpoints.count {
      defer { index += 1 }
      guard breakpoints.isEnabled(index, where: isHere) else { continue }
      let breakpoint = breakpoints.row(index)
      guard passesFilters(breakpoint, processor) else { continue }
      if breakpoint.condition != nil {
        scope = Scope(processor: processor)
        if shouldStop?(breakpoint) == false { continue }
      }
      guard breakpoints.countHit(of: breakpoint.id, passes: goal.countsPasses) else { continue }
      // One is the rule, and needs no array that grows.
      if ids.isEmpty { ids = [breakpoint.id] } else { ids.append(breakpoint.id) }
      if breakpoint.isOneShot {
        var retired = breakpoint
        retired.hits += 1
        journey.retired.append(retired)
        breakpoints[breakpoint.id] = nil
        index -= 1
      }
    }
    return ids
  }

  /// Whether breakpoints that would stop let the target run on instead, by their commands. What led
  /// to the hit is over then, as after a stop.
  private func passesBy(
    _ ids: [Int], _ event: TargetEvent, _ goal: RunGoal, _ journey: inout Journey
  ) throws -> Bool {
    // Another run than `g` would begin anew here.
    guard goal.countsPasses, journey.retired.isEmpty, let letsPass else { return false }
    let position = try target.position(processor: event.processor)
    look(at: event)
    guard letsPass(ids, position.ip) else { return false }
    journey = Journey(breakIn: journey.breakIn)
    return true
  }

  private func passesFilters(_ breakpoint: Breakpoint, _ processor: Int) -> Bool {
    if let wanted = breakpoint.processor, wanted != processor { return false }
    // The thread is read from the target: at every hit only where a breakpoint names one.
    if let wanted = breakpoint.thread {
      let thread =
        target.kind == .user ? UInt64(processor) : currentThread(processor: processor)
      if thread != wanted { return false }
    }
    if let wanted = breakpoint.process, currentProcess(processor: processor) != wanted {
      return false
    }
    return isDeepEnough(breakpoint, processor)
  }

  /// The call depth limits: `/c` wants fewer frames than its number, `/C` more.
  private func isDeepEnough(_ breakpoint: Breakpoint, _ processor: Int) -> Bool {
    guard breakpoint.maximumDepth != nil || breakpoint.minimumDepth != nil else { return true }
    guard let context = try? target.context(processor: processor) else { return false }
    let limit = max(breakpoint.maximumDepth ?? 0, breakpoint.minimumDepth ?? 0, 0)
    let depth = unwind(context, limit: min(limit, 4096) + 1, inlines: false).count
    if let maximum = breakpoint.maximumDepth, depth >= maximum { return false }
    if let minimum = breakpoint.minimumDepth, depth <= minimum { return false }
    return true
  }
}
