import Machine

// What happens on the machine, and what of it happens to the process.

extension ProcessTarget {
  /// An event of the machine as one of the process; nil for what goes on by itself.
  func tell(_ event: TargetEvent) throws -> TargetEvent? {
    let processor = event.processor
    switch event.kind {
    case .running, .idle, .ended:
      return TargetEvent(processor: currentThread, kind: event.kind)
    case .stepped, .vectored, .forcedBreakIn, .process:
      return nil
    case .print(let bytes):
      guard let thread = thread(onProcessor: processor) else {
        machine.onPrint?(bytes)
        return nil
      }
      return told(thread, event.kind)
    case .load, .unload:
      return try outside(event)
    case .exception(let record, let firstChance):
      return try reported(record, firstChance, event)
    case .breakpoint(let address):
      return try trapped(address, event)
    case .data(let address, let access):
      guard address < Self.end else { return try outside(event) }
      if let thread = thread(onProcessor: processor), isMapped(processor), covers(address) {
        return told(thread, .data(address: address, access: access))
      }
      return try outside(event)
    }
  }

  /// An event of a thread, which becomes the current one.
  private func told(_ thread: UserThread, _ kind: TargetEvent.Kind) -> TargetEvent {
    lastThread = thread.number
    return TargetEvent(processor: thread.number, kind: kind)
  }

  /// Whether a processor's page tables are the process'.
  private func isMapped(_ processor: Int) -> Bool {
    guard live.machine.processors.indices.contains(processor) else { return false }
    return live.machine.processors[processor].registers.cr3 & ~0xFFF == directory
  }

  private func covers(_ address: UInt64) -> Bool {
    traps.contains {
      guard case .data(let start, let length, _) = $0 else { return false }
      return address >= start &- 7 && address < start &+ UInt64(length)
    }
  }

  /// What does not belong to the process is the machine's debugger's.
  private func outside(_ event: TargetEvent) throws -> TargetEvent? {
    let stop: Stop?
    if let lookOutside {
      stop = try lookOutside { try machine.attend(event) }
    } else {
      stop = try machine.attend(event)
    }
    guard stop != nil else { return nil }
    return TargetEvent(processor: currentThread, kind: .process(.outside))
  }

  // MARK: Places

  private func trapped(_ address: UInt64, _ event: TargetEvent) throws -> TargetEvent? {
    if let thread = thread(onProcessor: event.processor) {
      let place = try live.position(processor: event.processor)
      let here = WatchStop(
        processor: event.processor, thread: thread.object,
        place: PassedPlace(ip: place.ip, sp: place.sp))
      if passing.removeValue(forKey: thread.object) == here.place {
        watchStop = here
        return nil
      }
      if address >= Self.end {
        if let kind = try watched(address, thread, event.processor) {
          watchStop = here
          return told(thread, kind)
        }
      } else if isMapped(event.processor) {
        if let kind = loaderEvent(address, thread, event.processor) {
          watchStop = here
          return told(thread, kind)
        }
        if traps.contains(.execute(address)) { return told(thread, event.kind) }
      }
    }
    return machine.armed.contains(.execute(address)) ? try outside(event) : nil
  }

  /// One of our threads has come to where the kernel is watched.
  private func watched(_ address: UInt64, _ thread: UserThread, _ processor: Int) throws
    -> TargetEvent.Kind?
  {
    let registers = try live.processor(processor).registers
    switch address {
    case watches.dispatch:
      return dispatched(registers, thread, processor)
    case watches.threadStart:
      try settle()
      return .process(.createThread(thread.number, id: thread.id))
    case watches.threadExit:
      let code = UInt32(truncatingIfNeeded: registers[gpr: 1])
      try settle()
      guard kernelMemory.uint(process &+ layout.activeThreads, 4) == 1 else {
        return .process(.exitThread(thread.number, id: thread.id, code: code))
      }
      exitCode = code
      return .process(.exitProcess(processID, code: code))
    default:
      return nil
    }
  }

  // MARK: Exceptions

  /// The kernel begins to dispatch an exception: rcx record, rdx and r8 frames, r9 mode, then whether
  /// it is the first chance.
  private func dispatched(_ registers: Registers, _ thread: UserThread, _ processor: Int)
    -> TargetEvent.Kind?
  {
    let memory = kernelMemory
    let stack = registers[gpr: 4]
    guard registers[gpr: 9] & 0xFF == 1, let firstChance = memory.uint(stack &+ 0x28, 1),
      let record = ExceptionRecord(at: registers[gpr: 1], memory),
      let returnAddress = memory.pointer(stack)
    else { return nil }
    // A request to the kernel's debugger (DbgPrint), which is no exception.
    if record.code == ExceptionRecord.breakpointCode, record.parameters.first ?? 0 != 0 {
      return nil
    }
    let found = ExceptionDispatch(
      processor: processor, thread: thread.object, isFirstChance: firstChance != 0,
      trapFrame: registers[gpr: 8], exceptionFrame: registers[gpr: 2],
      returnAddress: returnAddress, stack: stack &+ 8)
    dispatch = found
    lastDispatch = found
    return .exception(record, firstChance: found.isFirstChance)
  }

  /// The kernel's debugger layer reports an exception. Of one in our threads' own code it says what
  /// was told already, unless the handlers could not even be asked.
  private func reported(_ record: ExceptionRecord, _ firstChance: Bool, _ event: TargetEvent) throws
    -> TargetEvent?
  {
    guard let thread = thread(onProcessor: event.processor), live.isInUserMode(event.processor)
    else { return try outside(event) }
    isReportOurs = true
    if let last = lastDispatch, last.thread == thread.object,
      last.isFirstChance == firstChance
        || firstChance
    {
      isReportTold = true
      return nil
    }
    return told(thread, .exception(record, firstChance: firstChance))
  }

  /// How the report that the guest waits in is answered.
  func reportAnswer(_ handling: Resumption.Handling) -> Resumption.Handling {
    defer {
      isReportOurs = false
      isReportTold = false
      machine.attendedAnswer = .handled
    }
    if isReportTold { return .notHandled }
    return isReportOurs ? handling : machine.attendedAnswer
  }

  // MARK: The loader

  private func loaderEvent(_ address: UInt64, _ thread: UserThread, _ processor: Int)
    -> TargetEvent.Kind?
  {
    guard let registers = try? live.processor(processor).registers else { return nil }
    let memory = MemoryView(target: live, space: .directory(directory))
    if address == loader.list {
      guard let back = memory.pointer(registers[gpr: 4]), back < Self.end else { return nil }
      loader.returns[thread.object] = back
      try? live.insert(.execute(back), for: watcher)
      return nil
    }
    if address == loader.forget {
      return LoaderEntry(at: registers[gpr: 1], memory).map { .unload(Self.notice($0)) }
    }
    guard loader.returns[thread.object] == address else { return nil }
    loader.returns[thread.object] = nil
    if !loader.returns.values.contains(address) { live.remove(.execute(address), for: watcher) }
    return LoaderEntry(at: registers[gpr: 0], memory).map { .load(Self.notice($0)) }
  }

  private static func notice(_ entry: LoaderEntry) -> ImageNotice {
    ImageNotice(path: entry.fullName, base: entry.base, size: entry.size, checkSum: entry.checkSum)
  }
}
