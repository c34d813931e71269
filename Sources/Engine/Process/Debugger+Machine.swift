// The engine of a machine while one of its processes is debugged.

extension Debugger {
  /// Deals with what happened on the machine, outside the process that is run, as `g` would. Returns
  /// the stop that it makes, or nil when the machine goes on.
  func attend(_ event: TargetEvent) throws -> Stop? {
    var journey = Journey()
    var resumption = Resumption()
    let goal = RunGoal(countsPasses: true)
    let outcome = try handle(event, goal, &resumption, &journey)
    attendedAnswer = resumption.handling
    switch outcome {
    case nil: return nil
    case .reached(let processor): return try makeStop(.stepped, processor, journey)
    case .stopped(let reason, let processor): return try makeStop(reason, processor, journey)
    }
  }

  /// Has the kernel end the process that is debugged: its threads go when it runs. An exception that
  /// one of them waits in is answered first.
  public func endDebuggedProcess(_ handling: Resumption.Handling = .handled) throws {
    guard let process = target as? ProcessTarget else { throw TargetError.unsupported("end it") }
    if handling == .handled { try skipCodedBreakpoint() }
    try process.leaveException(handling)
    process.machine.refresh()
    try process.machine.endProcess(process.process)
    refresh()
  }

  /// The state of the target may have changed without this engine: everything is read anew, and where
  /// the person looked, there is something to be seen.
  public func refresh() {
    stateChanged()
    guard let user = userTarget else {
      if let stop = lastStop, let context = try? target.context(processor: stop.processor),
        context.ip != stop.ip
      {
        // It was run for a process: it stands wherever it was.
        scope = Scope(processor: stop.processor)
        lastStop = Stop(
          reason: .breakIn(forced: true), processor: stop.processor,
          registers: StopRegisters(context, processor: stop.processor))
      }
      return refreshModules()
    }
    (target as? ProcessTarget)?.noteIfGone()
    if user.thread(scope.processor) == nil {
      scope = Scope(processor: user.threads.first?.number ?? scope.processor)
    }
  }

  /// Takes up a process that was attached to: its modules, and the thread to look at.
  public func enterProcess() throws(LookupError) {
    guard let target = target as? ProcessTarget else { return }
    scope = Scope(processor: target.currentThread)
    try reloadModules()
    let context = (try? target.context(processor: scope.processor)) ?? Context()
    lastStop = Stop(
      reason: .breakIn(forced: true), processor: scope.processor,
      registers: StopRegisters(context, processor: scope.processor))
    guard let list = resolve("ntdll!LdrpAllocateEntry").first?.address,
      let forget = resolve("ntdll!LdrpForget").first?.address
    else { return }
    target.watchLoader(list: list, forget: forget)
  }
}
