import X86

/// What the commands see of the thing being debugged: a live machine, a dump, a remote kernel.
///
/// A target answers for memory, registers and running. It knows nothing of symbols, breakpoint
/// numbers or text. What it cannot do it refuses with `TargetError.unsupported`, naming the
/// capability; `capabilities` says so beforehand.
public protocol Target: AnyObject {
  /// Whether one sees a whole machine or one process.
  var kind: TargetKind { get }

  /// What this target can do; anything else is refused by name.
  var capabilities: TargetCapabilities { get }

  /// Bytes in a pointer of the target's native mode, 8 or 4.
  var pointerSize: Int { get }

  /// Whether nothing runs on the machine but what a person puts there: no kernel to look for, no
  /// console, and it stands before its first instruction when it is opened.
  var isBare: Bool { get }

  /// How the code at a processor's instruction pointer is decoded.
  func codeMode(processor: Int) -> Mode

  /// How many processors there are (kernel), or 1.
  var processorCount: Int { get }

  /// Facts for banners: version, build, up time.
  var facts: TargetFacts { get }

  /// Where the kernel image begins, where the target knows it without symbols.
  var kernelBaseHint: UInt64? { get }

  /// The images as the target itself lists them; nil where the system's memory has the list.
  var listedImages: [ListedImage]? { get }

  /// Copies memory at `address` into `buffer`, without side effects in the target.
  ///
  /// Returns the holes: the parts of the buffer that could not be read, in ascending order, as
  /// offsets into the buffer. An empty array means that everything was read. Bytes in a hole are
  /// left as they were.
  func read(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer, space: AddressSpace)
    -> [Range<Int>]

  /// Writes `bytes` at `address`. Throws `TargetError.unwritable` at the first byte that has no
  /// memory; nothing at all is written then.
  func write(_ address: UInt64, _ bytes: [UInt8], space: AddressSpace) throws(TargetError)

  /// Where the target has physical memory, as ranges of addresses in ascending order; empty where
  /// that is not known.
  var physicalMemory: [Range<UInt64>] { get }

  /// As `read`, by physical address.
  func readPhysical(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer)
    throws(TargetError) -> [Range<Int>]

  /// As `write`, by physical address.
  func writePhysical(_ address: UInt64, _ bytes: [UInt8]) throws(TargetError)

  /// Shows the part of a page of physical memory from `address` on, in place where the target can,
  /// and returns whether it did; false, without calling `body`, where there is no memory.
  func withPhysicalPage(_ address: UInt64, _ body: (UnsafeRawBufferPointer) throws -> Void)
    rethrows -> Bool

  /// The physical address behind `address`, or nil where it is not mapped.
  func translate(_ address: UInt64, space: AddressSpace) throws(TargetError) -> UInt64?

  /// The registers of a processor (kernel) or of the current thread (user).
  func context(processor: Int) throws(TargetError) -> Context

  /// The instruction and stack pointers of a processor: what is asked at every step and stop.
  func position(processor: Int) throws(TargetError) -> (ip: UInt64, sp: UInt64)

  /// One register of a processor, 0 when it is not known: what a condition asks at every hit.
  func register(_ register: Register, processor: Int) throws(TargetError) -> UInt64

  /// Replaces the registers that `context` marks as present.
  func setContext(_ context: Context, processor: Int) throws(TargetError)

  /// A model-specific register of a processor.
  func readMSR(_ number: UInt32, processor: Int) throws(TargetError) -> UInt64

  /// Writes a model-specific register of a processor.
  func writeMSR(_ number: UInt32, _ value: UInt64, processor: Int) throws(TargetError)

  /// Instructions retired since the start, where the target counts them; otherwise 0.
  var clock: UInt64 { get }

  /// Leaves the stop and runs until something happens, or until a slice of some 10 ms of host
  /// time has passed: then the event is `running`, and the next call goes on.
  func resume(_ resumption: Resumption) throws(TargetError) -> TargetEvent

  /// Runs one instruction on one processor; the others stand still.
  ///
  /// From a stop in the target's debugger layer the layer is left first. When a handler was
  /// entered instead of, or by, the instruction, the event is `vectored`.
  func step(processor: Int, _ resumption: Resumption) throws(TargetError) -> TargetEvent

  /// Asks the target to stop by itself; a following `resume` brings the event. A target that does
  /// not answer within some millions of instructions is stopped where it is; when it is urgent, for
  /// a person waits, within 50 ms of host time.
  func requestBreakIn(isUrgent: Bool) throws(TargetError)

  /// Starts the target anew, before its first instruction. Refused by one that cannot.
  func restart() throws(TargetError)

  /// Arms a place where running stops. Target memory is not changed. Arming it twice is harmless.
  func insert(_ trap: Trap) throws(TargetError)

  /// Disarms a place; one that is not armed is ignored.
  func remove(_ trap: Trap)

  /// Types on the target's console. Refused where there is none.
  func type(_ bytes: [UInt8]) throws(TargetError)

  /// Receives what the target writes to its console, while it runs.
  var onConsoleOutput: (([UInt8]) -> Void)? { get set }
}

extension Target {
  /// In memory.
  public var listedImages: [ListedImage]? { nil }

  /// There is an operating system, or a process.
  public var isBare: Bool { false }

  /// Not known.
  public var physicalMemory: [Range<UInt64>] { [] }

  /// As the context has them.
  public func position(processor: Int) throws(TargetError) -> (ip: UInt64, sp: UInt64) {
    let context = try context(processor: processor)
    return (context.ip, context.sp)
  }

  /// As the context has it.
  public func register(_ register: Register, processor: Int) throws(TargetError) -> UInt64 {
    try context(processor: processor)[register]
  }

  /// Shows a copy.
  public func withPhysicalPage(_ address: UInt64, _ body: (UnsafeRawBufferPointer) throws -> Void)
    rethrows -> Bool
  {
    var bytes = [UInt8](repeating: 0, count: Int(0x1000 - (address & 0xFFF)))
    let holes = bytes.withUnsafeMutableBytes {
      (try? readPhysical(address, into: $0)) ?? [0..<1]
    }
    guard holes.isEmpty else { return false }
    try bytes.withUnsafeBytes(body)
    return true
  }

  /// Refuses.
  public func restart() throws(TargetError) { throw .unsupported("restart") }

  /// The mode of the target's native code.
  public func codeMode(processor: Int) -> Mode { pointerSize == 8 ? .bits64 : .bits32 }
}

/// The two kinds of session.
public enum TargetKind: Sendable {
  /// A whole machine: processors, physical memory, every process.
  case kernel
  /// One process: threads and its address space.
  case user
}

/// A target without page tables of its own that knows where it has memory, so that the whole of its
/// address space can be gone over.
public protocol SparseTarget: Target {
  /// The first stretch of memory that ends at or behind an address and begins at or before `last`;
  /// nil when there is none. It may have holes.
  func nextMemory(from address: UInt64, through last: UInt64) -> ClosedRange<UInt64>?
}

/// What a target may be able to do.
public struct TargetCapabilities: OptionSet, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Resume and step.
  public static let run = TargetCapabilities(rawValue: 1 << 0)
  /// Change memory.
  public static let writeMemory = TargetCapabilities(rawValue: 1 << 1)
  /// Change registers.
  public static let writeRegisters = TargetCapabilities(rawValue: 1 << 2)
  /// Read physical memory and page tables.
  public static let physicalMemory = TargetCapabilities(rawValue: 1 << 3)
  /// Read model-specific registers.
  public static let msr = TargetCapabilities(rawValue: 1 << 4)
  /// A console that can be typed on.
  public static let console = TargetCapabilities(rawValue: 1 << 5)
}

/// Facts about a target for banners and `vertarget`; nil where unknown.
public struct TargetFacts: Sendable {
  /// How the target is reached: "a simulated machine", a dump's path.
  public var connection: String
  /// Build number, such as 7601.
  public var build: UInt32?
  /// Machine time since the start, in 100 ns units.
  public var upTime: UInt64?
  /// Wall time in the target, FILETIME.
  public var systemTime: UInt64?

  public init(
    connection: String, build: UInt32? = nil, upTime: UInt64? = nil, systemTime: UInt64? = nil
  ) {
    self.connection = connection
    self.build = build
    self.upTime = upTime
    self.systemTime = systemTime
  }
}

/// Whose page tables translate an address.
public enum AddressSpace: Hashable, Sendable {
  /// What a processor sees now (its CR3).
  case processor(Int)
  /// The tables with this root: a process' `DirectoryTableBase`.
  case directory(UInt64)
}

/// How to leave a stop.
public struct Resumption: Sendable {
  /// The answer to an exception that the target reported.
  public enum Handling: Sendable {
    /// DBG_CONTINUE: the debugger has dealt with it (`gh`).
    case handled
    /// DBG_EXCEPTION_NOT_HANDLED: the target's own handlers get it (`gn`).
    case notHandled
  }

  public var handling: Handling
  /// Return `running` at this clock at the latest; it is then exact.
  public var until: UInt64?

  public init(handling: Handling = .handled, until: UInt64? = nil) {
    self.handling = handling
    self.until = until
  }
}

/// A place where a target stops by itself, external to its memory.
public enum Trap: Hashable, Sendable {
  /// Before the instruction at this address runs, on any processor.
  case execute(UInt64)
  /// After data in this range is touched.
  case data(address: UInt64, length: Int, access: DataAccess)
}

/// Which accesses a data trap sees.
public enum DataAccess: Hashable, Sendable {
  case write
  case readWrite
}
