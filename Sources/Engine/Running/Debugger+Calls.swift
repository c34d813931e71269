// Having the kernel of a live target do something: by its own functions, on the current processor.

extension Debugger {
  /// Bytes below the stack pointer that a call leaves alone.
  private static let redZone: UInt64 = 0x400

  /// Lets the kernel crash with a bug check (`.crash`): MANUALLY_INITIATED_CRASH.
  public func crash() throws -> Stop {
    let function = try kernelFunction("KeBugCheckEx")
    return try perform { journey in
      if let outcome = try enterKernel(&journey) { return outcome }
      try jump(to: function, [0xE2, 0, 0, 0].map { .value($0) }, scope.processor)
      return try run(RunGoal(), Resumption(), &journey)
    }
  }

  /// Calls a function of the kernel with up to four arguments and comes back to where the target
  /// stands. Returns what the function did; nil when something else stopped the target in it, which
  /// `lastStop` then tells.
  @discardableResult
  public func call(kernel name: String, _ arguments: [UInt64]) throws -> UInt64? {
    try call(kernel: name, passing: arguments.map { .value($0) })?.value
  }

  /// As `call(kernel:_:)`, for any number of arguments, with quadwords that the function may change.
  public func call(kernel name: String, passing arguments: [KernelArgument]) throws -> KernelResult?
  {
    let function = try kernelFunction(name)
    var result: KernelResult?
    var stop = lastStop
    let ended = try perform { journey in
      let wasInKernel = try isInKernel
      if let outcome = try enterKernel(&journey) { return outcome }
      if !wasInKernel { stop = nil }
      let processor = scope.processor
      let before = try target.context(processor: processor)
      let call = try jump(to: function, arguments, processor)
      let outcome = try run(
        RunGoal(places: [call.place], placesFirst: true), Resumption(), &journey)
      guard case .reached = outcome else { return outcome }
      result = try self.result(of: call, processor)
      try target.setContext(before, processor: processor)
      return outcome
    }
    // The target stands where it did, or in the break-in that led it into the kernel.
    if result != nil { lastStop = stop ?? Stop(ended, reason: .breakIn(forced: false)) }
    return result
  }

  /// DBG_TERMINATE_PROCESS (ntstatus.h).
  private static let terminated: UInt64 = 0x4001_0004

  /// Has the kernel end the process whose `_EPROCESS` this is: its threads go when the target runs.
  public func endProcess(_ process: UInt64) throws {
    let own = try currentThread(processor: scope.processor).flatMap {
      try field("nt!_KTHREAD", "Process", at: $0) == process ? $0 : nil
    }
    try call(kernel: "PspTerminateProcess", [process, Self.terminated])
    if let own { try call(kernel: "PspTerminateThread", [own, Self.terminated]) }
  }

  /// Asks the kernel to break in, when the target runs, from a thread of its own that is attached to a
  /// process (`.process /i`), having touched a page of it if one is named (`.pagein`). A process that is
  /// none, or has ended by then, is left alone.
  public func requestBreakIn(in process: UInt64, page: UInt64? = nil) throws {
    let place = try kernelFunction("ExpDebuggerProcessAttach")
    let pagePlace = try kernelFunction("ExpDebuggerPageIn")
    try writeUInt(place, process, 8)
    try writeUInt(pagePlace, page ?? 0, 8)
    try call(kernel: "ExpQueueDebuggerWork", [])
  }

  /// The address of a function of the kernel.
  func kernelFunction(_ name: String) throws -> UInt64 {
    guard let address = kernel?.symbol(name)?.address else {
      throw LookupError.noSymbol("nt!\(name)")
    }
    return address
  }

  private var isInKernel: Bool {
    get throws { try target.context(processor: scope.processor)[.cs] & 3 == 0 }
  }

  /// Sees to it that the current processor runs kernel code: a program's is interrupted by a
  /// break-in first. Returns how the run ended when it was not that.
  private func enterKernel(_ journey: inout Journey) throws -> RunOutcome? {
    guard try !isInKernel else { return nil }
    try target.requestBreakIn(isUrgent: false)
    journey.breakIn = .person
    let outcome = try run(RunGoal(), Resumption(), &journey)
    guard case .stopped(let reason, let processor) = outcome, case .breakIn = reason else {
      return outcome
    }
    scope = Scope(processor: processor)
    stateChanged()
    return nil
  }

  /// Points a processor at a function, its arguments where the x64 convention has them and the present
  /// place as where it returns to.
  @discardableResult
  func jump(to function: UInt64, _ arguments: [KernelArgument], _ processor: Int) throws
    -> KernelCall
  {
    var context = try target.context(processor: processor)
    var cells: [UInt64] = []
    var memory: [UInt64] = []
    let area = (context.sp &- Self.redZone &- UInt64(arguments.count) &* 8) & ~0xF
    let values = arguments.map { argument -> UInt64 in
      switch argument {
      case .value(let value): return value
      case .cell(let value):
        let place = area &+ UInt64(cells.count) &* 8
        cells.append(place)
        memory.append(value)
        return place
      }
    }
    for (place, value) in zip(cells, memory) {
      try target.write(place, littleEndianBytes(value, 8), space: .processor(processor))
    }
    // A function finds its stack 8 beyond a multiple of 16, over the return address.
    let stack = ((area &- UInt64(max(4, values.count)) &* 8) & ~0xF) &- 8
    let back = context.ip
    let frame = ([back] + values).flatMap { littleEndianBytes($0, 8) }
    try target.write(stack, frame, space: .processor(processor))
    for (register, value) in zip([Register.rcx, .rdx, .r8, .r9], values) {
      context[register] = value
    }
    context.sp = stack
    context.ip = function
    try target.setContext(context, processor: processor)
    return KernelCall(back: back, stack: stack &+ 8, cells: cells)
  }

  /// What a call has returned, on a processor that stands behind it.
  func result(of call: KernelCall, _ processor: Int) throws -> KernelResult {
    let memory = MemoryView(target: target, space: .processor(processor))
    return KernelResult(
      value: try target.context(processor: processor)[.rax],
      cells: call.cells.map { memory.pointer($0) ?? 0 })
  }
}

/// An argument of a function of the kernel.
public enum KernelArgument: Sendable {
  case value(UInt64)
  /// The address of a quadword that holds this, and that the function may change.
  case cell(UInt64)
}

/// What a function of the kernel returned.
public struct KernelResult: Sendable {
  public var value: UInt64
  /// The quadwords as it left them, in the order of the arguments.
  public var cells: [UInt64]
}

/// A call that a processor was set up for.
struct KernelCall {
  /// Where it returns to, and the stack pointer it then has.
  let back, stack: UInt64
  /// Where its quadwords are.
  let cells: [UInt64]

  var place: RunPlace { RunPlace(address: back, stack: stack...stack) }
}
