// Calling a function of a program in a thread that stands still (`.call`).

/// An argument of a call, as the x64 convention passes it.
public enum CallArgument: Sendable {
  /// An integer or a pointer, in a general register or a slot of the stack.
  case integer(UInt64)
  /// The bits of a floating-point number, in a vector register if it is one of the first four.
  case real(UInt64)

  var bits: UInt64 {
    switch self {
    case .integer(let bits), .real(let bits): bits
    }
  }
}

/// A function that a thread was set up to run, and has not returned from.
public struct FunctionCall: Sendable {
  /// The function's address.
  public let function: UInt64
  /// The thread's registers before.
  let before: Context
  /// Where it returns to, and the stack pointer it then has.
  let back, stack: UInt64
}

/// What a called function returned.
public struct FunctionResult: Equatable, Sendable {
  public let function: UInt64
  /// rax.
  public let integer: UInt64
  /// The low half of xmm0, where floating-point numbers are returned.
  public let real: UInt64
}

extension Debugger {
  /// Bytes below the stack pointer that a call leaves alone.
  private static let gap: UInt64 = 0x100

  /// The call that a thread was set up for, if any.
  public func pendingCall(of thread: Int) -> FunctionCall? { pendingCalls[thread] }

  /// Sets the current thread up to run a function when the target runs. When it returns, the target
  /// stops, and the thread stands where it stood.
  ///
  /// Throws for a thread whose registers are the kernel's: there is nothing that could be diverted.
  public func setUpCall(of function: UInt64, _ arguments: [CallArgument]) throws {
    let thread = scope.processor
    try (target as? ProcessTarget)?.divert(thread)
    try skipCodedBreakpoint()
    let before = try target.context(processor: thread)
    var context = before
    let slots = UInt64(max(4, arguments.count))
    // A function finds its stack 8 beyond a multiple of 16, over the return address.
    let frame = ((before.sp &- Self.gap &- slots &* 8) & ~0xF) &- 8
    var memory = littleEndianBytes(before.ip, 8)
    for argument in arguments { memory += littleEndianBytes(argument.bits, 8) }
    try target.write(frame, memory, space: .processor(thread))
    for (index, argument) in arguments.prefix(4).enumerated() {
      let register = [Register.rcx, .rdx, .r8, .r9][index]
      context[register] = argument.bits
      guard case .real(let bits) = argument else { continue }
      context.setXMM(index, low: bits, high: 0)
    }
    context.ip = function
    context.sp = frame
    // The direction flag is clear where functions begin.
    context[.efl] &= ~0x400
    try target.setContext(context, processor: thread)
    pendingCalls[thread] = FunctionCall(
      function: function, before: before, back: before.ip, stack: frame &+ 8)
    armedGeneration = nil
    refresh()
  }

  /// Forgets the call that the current thread was set up for; with `restoring`, the thread stands
  /// where it stood before it. Returns false when there is none.
  public func clearCall(restoring: Bool) throws -> Bool {
    let thread = scope.processor
    guard let call = pendingCalls.removeValue(forKey: thread) else { return false }
    armedGeneration = nil
    if restoring { try target.setContext(call.before, processor: thread) }
    refresh()
    return true
  }

  /// Whether a thread that stands at an address has returned from the function it was set up for. If
  /// so it stands where it stood before, and what the function returned is told.
  func returned(_ thread: Int, at address: UInt64, _ stack: UInt64) throws -> FunctionResult? {
    guard let call = pendingCalls[thread], call.back == address, call.stack == stack else {
      return nil
    }
    let context = try target.context(processor: thread)
    pendingCalls[thread] = nil
    armedGeneration = nil
    try target.setContext(call.before, processor: thread)
    return FunctionResult(
      function: call.function, integer: context[.rax], real: context.xmm(0).low)
  }
}
