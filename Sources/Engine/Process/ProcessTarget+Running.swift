// Running the machine for a process, and stopping when something happens to it.

extension ProcessTarget {
  /// How many instructions a processor may need to a place where the kernel's frames are whole.
  private static let settleLimit = 4096

  public func resume(_ resumption: Resumption) throws(TargetError) -> TargetEvent {
    if wantsBreakIn { return try breakIn() }
    let answer = try leave(resumption)
    let event: TargetEvent
    if let stepped = try leaveWatch(answer) {
      event = stepped
    } else {
      event = try live.resume(answer)
    }
    return try attempt { try tell(event) }
      ?? TargetEvent(processor: currentThread, kind: .running)
  }

  /// Takes a processor off the place where an event was told, so that it is told once: an interrupt
  /// that comes first would lead it there again. Nil when there is no such place.
  private func leaveWatch(_ answer: Resumption) throws(TargetError) -> TargetEvent? {
    guard let stop = watchStop else { return nil }
    watchStop = nil
    let place = try live.position(processor: stop.processor)
    guard place.ip == stop.place.ip, place.sp == stop.place.sp else { return nil }
    let event = try live.step(processor: stop.processor, answer)
    if case .vectored = event.kind { passing[stop.thread] = stop.place }
    return event
  }

  public func step(processor number: Int, _ resumption: Resumption) throws(TargetError)
    -> TargetEvent
  {
    if wantsBreakIn { return try breakIn() }
    guard let thread = thread(number) else { throw .noProcessor(number) }
    if let dispatch = presentDispatch, dispatch.thread == thread.object {
      _ = try leave(resumption)
    }
    lastThread = number
    guard let processor = userProcessor(of: thread) else {
      // It comes back to where it stands, and runs the instruction then.
      let place = try position(processor: number)
      return TargetEvent(processor: number, kind: .vectored(ip: place.ip, sp: place.sp))
    }
    let answer = try leave(resumption)
    let event = try live.step(processor: processor, answer)
    switch event.kind {
    case .vectored(let ip, let sp):
      try settle()
      return TargetEvent(processor: number, kind: .vectored(ip: ip, sp: sp))
    case .stepped where live.isInUserMode(processor):
      return TargetEvent(processor: number, kind: .stepped)
    case .stepped:
      try settle()
      let place = try position(processor: number)
      return TargetEvent(processor: number, kind: .vectored(ip: place.ip, sp: place.sp))
    default:
      return try attempt { try tell(event) } ?? TargetEvent(processor: number, kind: .running)
    }
  }

  public func requestBreakIn(isUrgent: Bool) throws(TargetError) { wantsBreakIn = true }

  /// Leaves a stop: of the machine's own debugger, and of an exception that waits for its answer.
  /// Returns how the machine is to be resumed.
  func leave(_ resumption: Resumption) throws(TargetError) -> Resumption {
    guard !hasExited else { throw .unsupported("run: the process has ended") }
    try attempt { _ = try machine.skipCodedBreakpoint() }
    machine.arm(RunGoal())
    try leaveException(resumption.handling)
    let handling = reportAnswer(resumption.handling)
    return Resumption(handling: handling, until: resumption.until)
  }

  /// The exception that a thread waits in, as long as it stands where that is dispatched.
  var presentDispatch: ExceptionDispatch? {
    guard let dispatch, let place = try? live.position(processor: dispatch.processor),
      place.ip == watches.dispatch, place.sp == dispatch.stack &- 8,
      machine.currentThread(processor: dispatch.processor) == dispatch.thread
    else { return nil }
    return dispatch
  }

  /// Readies a thread for being diverted: an exception that it waits in counts as handled. Throws for
  /// one that is in the kernel for another reason, which its registers do not lead out of.
  func divert(_ number: Int) throws(TargetError) {
    guard let thread = thread(number) else { throw .noProcessor(number) }
    if userProcessor(of: thread) != nil { return }
    guard presentDispatch?.thread == thread.object else {
      throw .unsupported("call a function in a thread that is in the kernel")
    }
    dispatch?.isDiverted = true
  }

  /// Answers the exception that a thread waits in, if any.
  func leaveException(_ handling: Resumption.Handling) throws(TargetError) {
    defer { dispatch = nil }
    guard let dispatch = presentDispatch, handling == .handled || dispatch.isDiverted else {
      return
    }
    // As if the dispatcher had found somebody: back to the frames, which may have been changed.
    var context = Context()
    context[.rip] = dispatch.returnAddress
    context[.rsp] = dispatch.stack
    try live.setContext(context, processor: dispatch.processor)
  }

  /// A person broke in: the process is looked at where it happens to be.
  private func breakIn() throws(TargetError) -> TargetEvent {
    wantsBreakIn = false
    try settle()
    if let running = threads.first(where: { userProcessor(of: $0) != nil }) {
      lastThread = running.number
    }
    return TargetEvent(processor: currentThread, kind: .forcedBreakIn)
  }

  /// Lets each processor that is entering or leaving the kernel for one of our threads come to where
  /// its frames are whole. The kernel keeps interrupts off exactly as long as they are not.
  func settle() throws(TargetError) {
    for number in 0..<live.processorCount where thread(onProcessor: number) != nil {
      for _ in 0..<Self.settleLimit {
        let processor = try live.processor(number)
        let isInterruptible = processor.registers.rflags & 0x200 != 0
        if live.isInUserMode(number) || isInterruptible || processor.isHalted { break }
        _ = try live.step(processor: number, Resumption())
      }
    }
  }

  /// Does what throws anything, and says it as an error of a target.
  func attempt<Value>(_ body: () throws -> Value) throws(TargetError) -> Value {
    do {
      return try body()
    } catch let error as TargetError {
      throw error
    } catch {
      throw .unsupported("\(error)")
    }
  }

  // MARK: Beginning and end

  /// Begins to watch the process, which is told that it is debugged (`_PEB.BeingDebugged`, 2).
  public func attach() throws(TargetError) {
    for place in watches.places { try live.insert(.execute(place), for: watcher) }
    setBeingDebugged(true)
    try settle()
  }

  /// Leaves the process to itself. An exception that it waits in is answered as `handling` says.
  public func detach(_ handling: Resumption.Handling = .handled) throws(TargetError) {
    for place in watches.places + loader.places { live.remove(.execute(place), for: watcher) }
    for trap in traps { live.remove(trap, for: self) }
    traps = []
    if !hasExited {
      for thread in threads where thread.isFrozen { try? hold(.thaw, thread: thread.number) }
      setBeingDebugged(false)
      try leaveException(handling)
    }
  }

  private func setBeingDebugged(_ isDebugged: Bool) {
    guard let peb else { return }
    try? live.write(peb &+ 2, [isDebugged ? 1 : 0], space: .directory(directory))
  }

  /// Watches the process' loader, once it is known where that is.
  func watchLoader(list: UInt64, forget: UInt64) {
    guard loader.list == nil else { return }
    loader.list = list
    loader.forget = forget
    for place in [list, forget] { try? live.insert(.execute(place), for: watcher) }
  }
}
