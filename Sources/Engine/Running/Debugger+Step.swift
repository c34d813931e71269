import X86

// Steps: one instruction or one line, into calls or over them.

extension Debugger {
  /// `t`: one instruction (or line) on the current processor; the others stand still.
  public func stepInto(_ unit: StepUnit = .instruction) throws -> Stop {
    try perform { journey in try step(over: false, unit, &journey) }
  }

  /// `p`: as `stepInto`, but a call, a repeated string instruction and a system call run to their
  /// end, with everything else running meanwhile.
  public func stepOver(_ unit: StepUnit = .instruction) throws -> Stop {
    try perform { journey in try step(over: true, unit, &journey) }
  }

  /// `gu`: runs until the current function has returned to its caller.
  public func stepOut() throws -> Stop {
    let context = try target.context(processor: scope.processor)
    let frames = unwind(context, limit: 2, inlines: false)
    guard frames.count > 1 else { throw LookupError.noSymbol("return address") }
    let place = place(returnTo: frames[1].ip, sp: frames[1].sp, frames[1].context)
    return try perform { journey in
      try run(RunGoal(places: [place]), Resumption(), &journey)
    }
  }

  /// `pa`, `ta`: steps until the instruction pointer is `address`. `each` sees every stop on the
  /// way.
  public func step(toAddress address: UInt64, over: Bool, each: ((Stop) -> Void)? = nil) throws
    -> Stop
  {
    try step(over: over, each: each) { context, _ in context.ip == address }
  }

  /// `pc`, `tc`: steps until the next instruction is a call.
  public func stepToCall(over: Bool, each: ((Stop) -> Void)? = nil) throws -> Stop {
    try step(over: over, each: each) { _, instruction in instruction.isCall }
  }

  /// `pt`, `tt`: steps until the next instruction is a return.
  public func stepToReturn(over: Bool, each: ((Stop) -> Void)? = nil) throws -> Stop {
    try step(over: over, each: each) { _, instruction in instruction.isReturn }
  }

  /// `pct`, `tct`: steps until the next instruction is a call or a return.
  public func stepToCallOrReturn(over: Bool, each: ((Stop) -> Void)? = nil) throws -> Stop {
    try step(over: over, each: each) { _, instruction in instruction.isCall || instruction.isReturn
    }
  }

  /// `ph`, `th`: steps until the next instruction is any branch.
  public func stepToBranch(over: Bool, each: ((Stop) -> Void)? = nil) throws -> Stop {
    try step(over: over, each: each) { _, instruction in instruction.isBranch }
  }

  /// How many single steps a command makes between two questions to the attendant.
  private static let stepsUnasked: UInt64 = 0x1_0000

  /// Steps at least once, until `isThere` holds before an instruction or something else stops.
  public func step(
    over: Bool, each: ((Stop) -> Void)? = nil, until isThere: (Context, Instruction) -> Bool
  ) throws -> Stop {
    var steps: UInt64 = 0
    while true {
      let stop = try perform { journey in try step(over: over, .instruction, &journey) }
      guard stop.reason == .stepped else { return stop }
      if let instruction = instruction(at: stop.ip), isThere(stop.context, instruction) {
        return stop
      }
      each?(stop)
      steps += 1
      if try interrupt.take() || attendantBreaksIn(after: steps) {
        let broken = Stop(stop, reason: .breakIn(forced: true))
        lastStop = broken
        return broken
      }
    }
  }

  /// Whether the attendant, asked now and then, wants no more of a command that steps.
  private func attendantBreaksIn(after steps: UInt64) throws -> Bool {
    guard steps % Self.stepsUnasked == 0, let attendant else { return false }
    let state = RunningState(isIdle: false, instructionCount: target.clock, stepCount: steps)
    switch attendant.targetRuns(state) {
    case .resume: return false
    case .type(let bytes):
      try type(bytes)
      return false
    case .breakIn: return true
    }
  }

  private func step(over: Bool, _ unit: StepUnit, _ journey: inout Journey) throws -> RunOutcome {
    guard unit == .line else { return try stepInstruction(over: over, &journey) }
    let processor = scope.processor
    let start = try target.context(processor: processor)
    let line = sourceLine(at: start.ip)
    while true {
      let outcome = try stepInstruction(over: over, &journey)
      guard case .reached = outcome, let line else { return outcome }
      let now = try target.context(processor: processor)
      guard let current = sourceLine(at: now.ip) else {
        // A function without lines is stepped out of, as long as it is a callee.
        if now.sp < start.sp, !over { continue }
        return outcome
      }
      let sameLine = current.file == line.file && current.line == line.line
      if !sameLine && current.addresses.lowerBound == now.ip { return outcome }
      if interrupt.take() { return .stopped(.breakIn(forced: true), processor: processor) }
    }
  }

  /// One instruction on the current processor.
  private func stepInstruction(over: Bool, _ journey: inout Journey) throws -> RunOutcome {
    let processor = scope.processor
    if lastStop?.processor == processor, try skipCodedBreakpoint() {
      return .reached(processor: processor)
    }
    let ip = try target.position(processor: processor).ip
    let instruction = instruction(at: ip)
    // Without a kernel, what a system call enters is the person's own as well.
    if let instruction,
      try (over && instruction.isSteppedOver)
        || (instruction.isSystemCall && (over || !target.isBare))
        || callsFiltered(instruction, at: ip, processor)
    {
      let context = try target.context(processor: processor)
      let next = ip &+ UInt64(instruction.length)
      let place = place(returnTo: next, sp: context.sp, context)
      return try run(RunGoal(places: [place]), Resumption(), &journey)
    }
    return try stepOnce(processor, &journey)
  }

  /// Whether an instruction calls a function that is stepped over by its name.
  private func callsFiltered(_ instruction: Instruction, at ip: UInt64, _ processor: Int) throws
    -> Bool
  {
    guard let isFiltered, instruction.isCall else { return false }
    let context = try target.context(processor: processor)
    return callTarget(of: instruction, at: ip, context).map(isFiltered) ?? false
  }

  /// Where a call leads with these registers; nil where that cannot be read.
  public func callTarget(of instruction: Instruction, at ip: UInt64, _ context: Context) -> UInt64?
  {
    switch instruction.operand(0).kind {
    case .relative:
      return ip &+ UInt64(instruction.length) &+ UInt64(bitPattern: instruction.immediate)
    case .gpr:
      return Register.general(Int(instruction.operand(0).register)).map { context[$0] }
    case .memory:
      let place = instruction.effectiveOffset(at: ip) { number in
        Register.general(number).map { context[$0] } ?? 0
      }
      return place.flatMap { try? readPointer($0) }
    default: return nil
    }
  }

  /// Executes the instruction, running through the handlers of interrupts and faults that come
  /// first.
  private func stepOnce(_ processor: Int, _ journey: inout Journey) throws -> RunOutcome {
    arm(RunGoal())
    defer { decoded = nil }
    let start = try target.position(processor: processor)
    var attempts = 0
    while true {
      let event = try target.step(processor: processor, Resumption())
      switch event.kind {
      case .stepped:
        passed[processor] = nil
        return try landing(processor, &journey)
      case .vectored where target.isBare:
        // The handler is the person's own, and what is to be seen.
        passed[processor] = nil
        return .reached(processor: processor)
      case .vectored(let ip, let sp):
        let context = try target.context(processor: processor)
        let place = place(returnTo: ip, sp: sp, context)
        let outcome = try runHandler(
          RunGoal(places: [place], placesFirst: true), processor, &journey)
        attempts += 1
        guard case .reached = outcome, ip == start.ip, attempts < 64 else { return outcome }
      default:
        var resumption = Resumption()
        if let outcome = try handle(event, RunGoal(), &resumption, &journey) { return outcome }
        // A report of the target's own (a print, a load) came first: go on to the next instruction.
        let next = try place(after: start, target.context(processor: processor))
        return try runOn(RunGoal(places: next.map { [$0] } ?? []), &journey)
      }
    }
  }

  /// The end of a single step: a hit of the breakpoints that stand there, if there are any. The next
  /// run does not stop for them again.
  private func landing(_ processor: Int, _ journey: inout Journey) throws -> RunOutcome {
    let ip = try target.position(processor: processor).ip
    guard armed.contains(.execute(ip)) else { return .reached(processor: processor) }
    let ids = hits(processor, RunGoal(), &journey) { $0.trap == .execute(ip) }
    guard !ids.isEmpty else { return .reached(processor: processor) }
    journey.landedByStep = true
    return .stopped(.breakpoints(ids), processor: processor)
  }

  /// Runs on from a handler's first instruction, which may itself have a breakpoint.
  private func runHandler(_ goal: RunGoal, _ processor: Int, _ journey: inout Journey) throws
    -> RunOutcome
  {
    arm(goal)
    var resumption = Resumption()
    // A process is where it was until its thread comes back from the kernel.
    if target.kind == .user { return try runOn(goal, &journey) }
    if let outcome = try arrival(processor, goal, &resumption, &journey) { return outcome }
    return try runOn(goal, &journey)
  }

  /// The place behind an instruction, in the address space of a context.
  private func place(after start: (ip: UInt64, sp: UInt64), _ context: Context) -> RunPlace? {
    guard let instruction = instruction(at: start.ip) else { return nil }
    return place(returnTo: start.ip &+ UInt64(instruction.length), sp: start.sp, context)
  }

  /// A place on the current thread: its stack at `sp`, and its address space for user code.
  private func place(returnTo ip: UInt64, sp: UInt64, _ context: Context? = nil) -> RunPlace {
    let isUser = !isKernelAddress(ip)
    var directory: UInt64?
    if isUser, let context, context.isKnown(.cr3) { directory = context[.cr3] }
    // A `ret n` leaves the stack a little above where it was.
    let (top, overflow) = sp.addingReportingOverflow(0x100)
    return RunPlace(address: ip, stack: sp...(overflow ? .max : top), directory: directory)
  }

  /// How code is decoded: as the processor in scope would.
  public var codeMode: Mode { effectiveMode ?? target.codeMode(processor: scope.processor) }

  /// The instruction at an address, or nil where no byte can be read or decoded.
  public func instruction(at address: UInt64) -> Instruction? {
    if let decoded, decoded.address == address, decoded.generation == generation {
      return decoded.instruction
    }
    let mode = target.codeMode(processor: scope.processor)
    let space = addressSpace
    let instruction: Instruction? = withUnsafeTemporaryAllocation(byteCount: 15, alignment: 1) {
      let holes = target.read(address, into: $0, space: space)
      let valid = holes.first?.lowerBound ?? $0.count
      guard valid > 0 else { return nil }
      let instruction = Decoder.decode(
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer($0)[0..<valid]), mode: mode)
      switch instruction.semantics {
      case .invalid, .truncated: return nil
      default: return instruction
      }
    }
    decoded = DecodedPlace(address: address, generation: generation, instruction: instruction)
    return instruction
  }
}

extension Instruction {
  var isCall: Bool { flow == .call }

  var isReturn: Bool { flow == .return || flow == .systemReturn }

  /// Whether control may go elsewhere than to the next instruction.
  var isBranch: Bool { flow != .sequential }

  /// An instruction that enters the kernel and comes back behind itself.
  var isSystemCall: Bool { flow == .systemCall }

  /// What `p` runs to the end of.
  var isSteppedOver: Bool {
    if isCall || semantics == .int { return true }
    let isRepeated = prefixes.contains(.rep) || prefixes.contains(.repne)
    switch semantics {
    case .movs, .cmps, .scas, .lods, .stos, .ins, .outs: return isRepeated
    default: return false
    }
  }
}
