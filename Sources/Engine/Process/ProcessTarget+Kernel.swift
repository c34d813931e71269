// What the kernel does to the process for the debugger: memory, and threads that are held.

/// What keeps a thread from running, or lets it go.
public enum ThreadHold: Sendable {
  /// For the debugger (`KTHREAD.FreezeCount`).
  case freeze
  case thaw
  /// One more or one less of `KTHREAD.SuspendCount`.
  case suspend
  case resume

  /// The function of the kernel that does it.
  fileprivate var function: String {
    switch self {
    case .freeze: "KeFreezeThread"
    case .thaw: "KeThawThread"
    case .suspend: "KeSuspendThread"
    case .resume: "KeResumeThread"
    }
  }
}

/// What became of a request for memory.
public struct MemoryResult: Sendable {
  /// The kernel's NTSTATUS.
  public var status: UInt32
  /// Whole pages.
  public var base, size: UInt64

  /// Whether it was granted.
  public var isGranted: Bool { status < 0x8000_0000 }
}

extension ProcessTarget {
  /// How many instructions a function of the kernel may take.
  private static let callLimit = 4_000_000
  /// How much of new memory is made present at once.
  private static let mostPresent: UInt64 = 0x10_0000

  /// Holds a thread or lets it go. It takes effect before the thread runs its own code again.
  public func hold(_ hold: ThreadHold, thread number: Int) throws {
    guard let thread = thread(number) else { throw TargetError.noProcessor(number) }
    try callKernel(hold.function, [.value(thread.object)])
    knownThreads = nil
  }

  /// Allocates memory of the process, which may be read, written and executed.
  ///
  /// - Parameters:
  ///   - base: where; nil leaves it to the kernel.
  ///   - isReserved: whether the addresses are reserved only.
  public func allocate(_ size: UInt64, at base: UInt64?, isReserved: Bool) throws -> MemoryResult {
    // MEM_RESERVE, MEM_COMMIT, PAGE_EXECUTE_READWRITE (winnt.h)
    let type: UInt64 = isReserved ? 0x2000 : 0x3000
    let result = try request(
      "MmAllocateVirtualMemory", base ?? 0, size, [.value(type), .value(0x40)])
    if result.isGranted, !isReserved {
      // A debugger writes without the faults that would make the pages.
      let present = min(result.size, Self.mostPresent)
      try callKernel(
        "MmTouchVirtualMemory", [.value(process), .value(result.base), .value(present)])
    }
    return result
  }

  /// Frees memory of the process.
  ///
  /// - Parameter isDecommitted: whether the addresses stay reserved.
  public func free(_ base: UInt64, _ size: UInt64, isDecommitted: Bool) throws -> MemoryResult {
    // MEM_DECOMMIT, MEM_RELEASE
    try request("MmFreeVirtualMemory", base, size, [.value(isDecommitted ? 0x4000 : 0x8000)])
  }

  private func request(
    _ function: String, _ base: UInt64, _ size: UInt64, _ more: [KernelArgument]
  ) throws -> MemoryResult {
    let result = try callKernel(
      function, [.value(process), .cell(base), .cell(size)] + more)
    return MemoryResult(
      status: UInt32(truncatingIfNeeded: result.value), base: result.cells[0],
      size: result.cells[1])
  }

  /// Calls a function of the kernel. If a processor is in the kernel and holds none of its locks, it
  /// alone runs, and the machine stands still otherwise.
  @discardableResult
  private func callKernel(_ name: String, _ arguments: [KernelArgument]) throws -> KernelResult {
    guard !hasExited else { throw TargetError.unsupported("run: the process has ended") }
    let function = try machine.kernelFunction(name)
    if live.report == nil, let processor = calmProcessor() {
      return try run(function, arguments, on: processor)
    }
    machine.refresh()
    if let report = live.report { try machine.setProcessor(report.processor) }
    guard let result = try machine.call(kernel: name, passing: arguments) else {
      throw TargetError.unsupported("call \(name): something else stopped it")
    }
    try settle()
    return result
  }

  /// A processor in the kernel that may be interrupted and whose IRQL (CR8) lets it take any lock.
  /// One that stands where an exception is dispatched is as good as one that is idle.
  private func calmProcessor() -> Int? {
    let calm = live.machine.processors.filter { processor in
      let registers = processor.registers
      return processor.isStarted && !live.isInUserMode(processor.index)
        && registers.rflags & 0x200 != 0 && registers.cr8 < 2
    }
    return (calm.first(where: \.isHalted) ?? calm.first)?.index
  }

  private func run(_ function: UInt64, _ arguments: [KernelArgument], on processor: Int) throws
    -> KernelResult
  {
    let before = try live.context(processor: processor)
    let call = try machine.jump(to: function, arguments, processor)
    // An interrupt would have the processor run something else first: a thread that is let go.
    var context = try live.context(processor: processor)
    context[.efl] &= ~0x200
    try live.setContext(context, processor: processor)
    for _ in 0..<Self.callLimit {
      _ = try live.step(processor: processor, Resumption())
      let place = try live.position(processor: processor)
      guard place.ip == call.back, place.sp == call.stack else { continue }
      let result = try machine.result(of: call, processor)
      try live.setContext(before, processor: processor)
      return result
    }
    throw TargetError.unsupported("call a function of its kernel: it does not return")
  }
}
