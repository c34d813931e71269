/// Why and where a run ended: everything a prompt prints before it comes back.
public struct Stop {
  public enum Reason: Equatable, Sendable {
    /// These breakpoints were hit, in the order of their numbers.
    case breakpoints([Int])
    /// The target reported an exception.
    case exception(ExceptionRecord, firstChance: Bool)
    /// A step or run-to is complete.
    case stepped
    /// The person broke in. `forced`: the target did not answer and was stopped where it was.
    case breakIn(forced: Bool)
    /// The target waited for outside input only and nobody was there to give any, so the
    /// debugger broke in. `forced` as for `breakIn`.
    case idle(forced: Bool)
    /// An image came and the debugger was asked to stop for it (`sxe ld`).
    case load(ImageNotice)
    /// An image went.
    case unload(ImageNotice)
    /// The target printed a text that the debugger was asked to stop for (`sxe out`).
    case output(String)
    /// Something happened in a process that the debugger was asked to stop for, or its end.
    case process(ProcessEvent)
    /// A function that was called for the person returned (`.call`).
    case called(FunctionResult)
    /// The target will not run again.
    case ended(TargetEnd)
  }

  public var reason: Reason
  /// The processor that stopped; the session's current one now.
  public var processor: Int
  /// The instruction pointer there.
  public var ip: UInt64 { registers.ip }
  /// The stack pointer there.
  public var sp: UInt64 { registers.sp }
  /// The registers there.
  public var context: Context { registers.context }
  private var registers: StopRegisters
  /// Images that came on the way.
  public var loads: [ImageNotice]
  /// Images that went on the way.
  public var unloads: [ImageNotice]
  /// Breakpoints that left with this stop because they were one-shot.
  public var retired: [Breakpoint]
  /// Whether a single step, and not a run, led to a breakpoint: its commands are not for that.
  public var landedByStep = false
  /// The exception behind the stop: for a break-in that the target answered, its `int 3`.
  public var exception: ExceptionRecord?

  init(
    reason: Reason, processor: Int, registers: StopRegisters, loads: [ImageNotice] = [],
    unloads: [ImageNotice] = [], retired: [Breakpoint] = [], exception: ExceptionRecord? = nil
  ) {
    self.reason = reason
    self.processor = processor
    self.registers = registers
    self.loads = loads
    self.unloads = unloads
    self.retired = retired
    self.exception = exception
  }

  /// Reads the registers if nobody has: they are about to change.
  func keepRegisters() { registers.read() }

  /// Reads the registers before the target runs on, if anybody but this value could ask for them.
  mutating func leaveRegisters() {
    if isKnownUniquelyReferenced(&registers) { registers.lose() } else { registers.read() }
  }

  /// The same stop for another reason.
  init(_ stop: Stop, reason: Reason) {
    self = stop
    self.reason = reason
  }
}

/// What to do about an event that need not stop (`sx` settings).
public enum EventAction: Sendable {
  /// Stop at the prompt.
  case stop
  /// Go on; an exception is answered as `handling` says.
  case goOn(Resumption.Handling)
}

/// The unit of a step.
public enum StepUnit: Sendable {
  case instruction
  /// Until the source line changes, where lines are known.
  case line
}
