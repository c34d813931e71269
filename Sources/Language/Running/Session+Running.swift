import Engine

// Running the target from a command, and what happens when it stops.

extension Session {
  /// Starts the target and returns when it stops for the first time.
  public func start() -> ConversationState {
    guarded {
      if debugger.target is DumpTarget || debugger.target is ProcessDumpTarget {
        return try showDump()
      }
      guard !debugger.target.isBare else { return try standStill() }
      try runTarget { [debugger] in try debugger.go() }
    }
    return isOver ? .over : .prompt
  }

  /// Starts the target anew and lets it run until something stops it (`.reboot`).
  ///
  /// `sxe ibp` stops it as soon as its kernel can answer, `sxe iml` at its first image. `notice` is
  /// told once the old run has ended.
  public func reboot(_ notice: [String]) throws {
    do {
      try debugger.restart()
    } catch is TargetError {
      throw rejected(.notSupported)
    }
    for line in notice { print(line) }
    // Processes of the machine as it was are no more.
    systems.removeAll { ($0.target as? ProcessTarget)?.machine === debugger }
    awaitsInitialLoad = true
    note(exception: nil)
    try runTarget { [backReference, debugger] in
      let stops = backReference.object?.eventFilters[.initialBreakpoint]?.breaks == .enabled
      return stops ? try debugger.goAndBreakIn() : try debugger.go()
    }
    resumption = { [debugger] in try debugger.go() }
  }

  /// Shows where a target stands that does not run before it is told to.
  func standStill() throws {
    variables.eventIP = try context.ip
    try printLocation()
  }

  /// Lets the target run, then shows where and why it stopped.
  ///
  /// Inside a breakpoint's command string nothing runs yet: the string ends here, and the run goes on
  /// from where its breakpoint was hit. So a breakpoint that is hit a million times does not nest.
  ///
  /// - Parameter steps: what goes on after the step that `run` is; nil for any other run.
  public func runTarget(
    _ run: @escaping () throws -> Stop, steps: StepSequence? = nil
  ) throws {
    guard debugger.target.capabilities.contains(.run) else { throw rejected(.noDebuggee) }
    self.steps = steps
    if isInBreakpointCommands {
      pendingRun = run
      return
    }
    if process?.exitCode != nil {
      // A process that has ended is left, and everything else runs on.
      try detach()
      let machine = debugger
      return try runTarget { try machine.go() }
    }
    resumption = run
    // What the console prints comes through the machine's engine, whichever of them runs it.
    connectConsole()
    var next = run
    while true {
      foreseesCommands = true
      defer { foreseesCommands = false }
      let stop = try next()
      foreseesCommands = false
      variables.previousIP = variables.eventIP
      variables.eventIP = stop.ip
      guard let following = try handle(stop) else { return try runPromptCommand() }
      if debugger.interrupt.take() {
        // Ctrl+C while commands were carried out: the target stays where it is.
        wasBrokenInto = true
        tell(stop)
        return try printLocation(withRegisters: showsRegistersAtSteps)
      }
      next = following
    }
  }

  /// What `.pcmd` asks for at every stop. It lets nothing run by itself.
  func runPromptCommand() throws {
    guard !promptCommand.isEmpty, !isOver, !isInPromptCommand else { return }
    isInPromptCommand = true
    defer { isInPromptCommand = false }
    try run(commands: promptCommand)
  }

  /// Has the target's prints and its console come to this session.
  private func connectConsole() {
    let machine = machineDebugger
    if machine.attendant !== attendant { machine.attendant = attendant }
    if debugger.attendant !== attendant { debugger.attendant = attendant }
    if let printing, printing === debugger { return }
    printing = debugger
    debugger.onPrint = { [backReference] bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let session = backReference.object, session.printFilter?.lets(text) ?? true else {
        return
      }
      session.print(text, terminator: "")
    }
  }

  /// Goes on the way the target was running when it stopped (`gc`).
  public func resumeAsBefore() throws {
    let debugger = self.debugger
    try runTarget(resumption ?? { try debugger.go() })
  }

  /// Shows a stop, or carries out the commands of the breakpoints that were hit. Returns how the
  /// target runs on, nil when it stays where it is.
  func handle(_ stop: Stop) throws -> (() throws -> Stop)? {
    try checkCancelledQuietly()
    defer { initialLoad = nil }
    let sequence = steps
    steps = nil
    if stop.reason == .process(.outside) {
      try lookOutside()
      return nil
    }
    note(stop)
    if let commands = eventCommands(stop) {
      if requestedRun != nil { steps = sequence }
      return try handle(stop, commands: commands)
    }
    var shownHit = false
    if case .breakpoints(let ids) = stop.reason, !stop.landedByStep {
      for id in ids {
        let breakpoint = debugger.breakpoints[id] ?? stop.retired.first { $0.id == id }
        guard let breakpoint, !breakpoint.commands.isEmpty else { continue }
        shownHit = true
        if let run = try run(stopCommands: breakpoint.commands) { return run }
        if isOver { return nil }
      }
    }
    if !shownHit { tell(stop) }
    if let sequence {
      if let run = try goOn(sequence, after: stop) { return run }
      if isOver { return nil }
    }
    if case .ended = stop.reason { return nil }
    try printLocation(withRegisters: showsRegistersAtSteps)
    return nil
  }

  /// Shows an event that stopped the target and carries out its commands.
  private func handle(_ stop: Stop, commands: String) throws -> (() throws -> Stop)? {
    if let run = requestedRun {
      requestedRun = nil
      return run
    }
    tell(stop)
    if !commands.isEmpty {
      if let run = try run(stopCommands: commands) { return run }
      if isOver { return nil }
    }
    try printLocation(withRegisters: showsRegistersAtSteps)
    return nil
  }

  private func tell(_ stop: Stop) {
    if stop.reason == .stepped, debugger.target.kind == .kernel { return }
    if case .called(let result) = stop.reason {
      callReturned?(self, result)
      return
    }
    let text = StopText(
      stop, isKernel: debugger.target.kind == .kernel, isBare: debugger.target.isBare,
      thread: threadPrefix(stop.processor))
    for line in text.lines { print(line) }
  }

  /// A Ctrl+C that arrives with a stop has done its work.
  private func checkCancelledQuietly() throws {
    guard case .breakIn? = debugger.lastStop?.reason else { return }
    debugger.interrupt.take()
    wasBrokenInto = true
  }

  /// Carries out the command string of a breakpoint or an event. Returns the run that it asked for.
  func run(stopCommands commands: String) throws -> (() throws -> Stop)? {
    isInBreakpointCommands = true
    defer {
      isInBreakpointCommands = false
      pendingRun = nil
    }
    do {
      try run(commands: commands)
    } catch {
      // A string that fails leaves the target stopped, where the person can see why.
      report(error)
    }
    return pendingRun
  }

  /// Finds the places of deferred breakpoints and judges conditions by this session's expressions.
  func connectBreakpoints() {
    debugger.resolveLocation = { [backReference] text in
      try? backReference.object?.evaluate(text)
    }
    debugger.shouldStop = { [backReference] breakpoint in
      guard let session = backReference.object, let condition = breakpoint.condition else {
        return true
      }
      return (try? session.isTrue(cpp: condition)) ?? true
    }
    debugger.letsPass = { [backReference] ids, ip in
      backReference.object?.letsPass(ids, ip) ?? false
    }
  }

  /// Whether the condition of `bp /w` holds: a C++ expression, or a MASM one where C++ makes nothing of
  /// it (`poi(@rsp+8) == 1`), which are parsed once; or one of the data model.
  func isTrue(cpp condition: String) throws(CommandError) -> Bool {
    // The target has run since they were read, though it has not stopped.
    cachedContext = nil
    if let known = conditions[condition] { return try isTrue(known) }
    if conditions.count >= Self.mostConditions { conditions = [:] }
    let cpp = program("@@c++(\(condition))")
    do throws(CommandError) {
      let holds = try isTrue(cpp)
      conditions[condition] = cpp
      return holds
    } catch {
      let masm = program(condition)
      guard let holds = try? isTrue(masm) else {
        guard let holds = try? isTrue(model: condition) else { throw error }
        return holds
      }
      conditions[condition] = masm
      return holds
    }
  }

  /// More are not kept.
  private static let mostConditions = 256

  private func isTrue(_ condition: Block) throws(CommandError) -> Bool {
    var line = CommandLine(condition.source)
    let value = try evaluate(&line)
    try line.expectEnd()
    return value != 0
  }
}
