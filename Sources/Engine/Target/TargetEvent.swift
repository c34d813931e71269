/// Something that made a running target return to the debugger.
public struct TargetEvent: Equatable, Sendable {
  /// The processor it happened on.
  public var processor: Int
  public var kind: Kind

  public init(processor: Int, kind: Kind) {
    self.processor = processor
    self.kind = kind
  }

  public enum Kind: Equatable, Sendable {
    /// The target's own debugger layer reports an exception.
    case exception(ExceptionRecord, firstChance: Bool)
    /// A requested break-in that the target did not answer in time: it stands wherever it was.
    /// (One that it answers is an exception from its break-in code.)
    case forcedBreakIn
    /// An execution trap; the instruction has not run.
    case breakpoint(address: UInt64)
    /// A data trap; the accessing instruction has run.
    case data(address: UInt64, access: DataAccess)
    /// The step is done.
    case stepped
    /// A step entered an interrupt or fault handler, which will return to `ip` with this stack
    /// pointer: to the same instruction, or behind a software interrupt.
    case vectored(ip: UInt64, sp: UInt64)
    /// The target loaded an image.
    case load(ImageNotice)
    /// The target unloaded an image.
    case unload(ImageNotice)
    /// The target prints a message (DbgPrint).
    case print([UInt8])
    /// All processors wait and nothing but outside input can wake them.
    case idle
    /// A slice of time is over and nothing has happened; resume goes on.
    case running
    /// Something in a process: a user-mode session's own events.
    case process(ProcessEvent)
    /// The target will not run again.
    case ended(TargetEnd)
  }
}

/// An exception as the target reports it (EXCEPTION_RECORD64).
public struct ExceptionRecord: Equatable, Sendable {
  /// NTSTATUS, such as C0000005.
  public var code: UInt32
  public var flags: UInt32
  /// Address of a nested record, or 0.
  public var nested: UInt64
  public var address: UInt64
  /// At most 15 parameters.
  public var parameters: [UInt64]
  /// What the processor raised, where it was caught before an operating system could see it.
  public var processorFault: ProcessorFault?

  public init(
    code: UInt32, flags: UInt32 = 0, nested: UInt64 = 0, address: UInt64,
    parameters: [UInt64] = [], processorFault: ProcessorFault? = nil
  ) {
    self.code = code
    self.flags = flags
    self.nested = nested
    self.address = address
    self.parameters = parameters
    self.processorFault = processorFault
  }

  /// STATUS_BREAKPOINT.
  public static let breakpointCode: UInt32 = 0x8000_0003
  /// STATUS_SINGLE_STEP.
  public static let singleStepCode: UInt32 = 0x8000_0004
  /// STATUS_WAKE_SYSTEM_DEBUGGER: the debugger stopped the target without running anything in it.
  public static let wakeDebuggerCode: UInt32 = 0x8000_0007
}

/// A processor's exception by its own numbers (Intel SDM vol. 3A, table 6-1).
public struct ProcessorFault: Equatable, Sendable {
  public var vector: UInt8
  /// The error code; nil for vectors that have none.
  public var errorCode: UInt32?
  /// What CR2 holds after a page fault; nil for others.
  public var address: UInt64?

  public init(vector: UInt8, errorCode: UInt32? = nil, address: UInt64? = nil) {
    self.vector = vector
    self.errorCode = errorCode
    self.address = address
  }
}

/// An image that comes or goes, as the target's loader reports it.
public struct ImageNotice: Equatable, Sendable {
  /// The path as the target spells it.
  public var path: String
  public var base: UInt64
  public var size: UInt64
  public var checkSum: UInt32

  public init(path: String, base: UInt64, size: UInt64, checkSum: UInt32 = 0) {
    self.path = path
    self.base = base
    self.size = size
    self.checkSum = checkSum
  }
}
