import Machine
import X86

/// A simulated machine as a target: a kernel session sees all of it.
///
/// Between two calls the machine stands still. When the guest's kernel debugger layer has reported
/// something through the debug port, the processor stands in that layer; its registers as the
/// session sees them are then those of the report's CONTEXT record, which may be edited.
public final class LiveTarget: Target {
  /// The machine; whoever boots it prepares it before the first resume.
  public private(set) var machine: Machine
  /// Boots another machine like the first one; nil where none can be had.
  public var makeMachine: (() throws -> Machine)?
  public let kernelBaseHint: UInt64?
  public let isBare: Bool
  public var onConsoleOutput: (([UInt8]) -> Void)? {
    didSet { machine.console.onOutput = onConsoleOutput }
  }

  /// The report the guest waits in, if any.
  var report: PortReport?
  /// The request for a break-in that has not been answered.
  var pendingBreakIn: BreakInRequest?
  /// Why the machine will not run again.
  var end: TargetEnd?
  var watchpoints: [Trap: Watchpoint] = [:]
  /// Who wants which trap: this target's own session, and those of its processes.
  var claims: [Trap: Set<ObjectIdentifier>] = [:]
  var translations = TranslationCache()
  /// Whether a page-table entry in transition counts as mapped (`.cache decodeptes`).
  var decodesTransitions = true
  /// Which addresses are translated at every access, until the target runs.
  var forcedDecoding = ForcedDecoding.none
  /// When the slice that runs is over; nil before its first look at the clock, and between slices.
  var sliceEnd: ContinuousClock.Instant?
  /// Whether a slice runs.
  var isRunning = false
  private let backReference = BackReference<LiveTarget>()

  /// A machine, and where its kernel's image begins if the boot loader says so.
  ///
  /// - Parameter isBare: no operating system is there or will be. What is shown follows the
  ///   processor's mode, exceptions that meet no interrupt table stop, and there is no console.
  public init(_ machine: Machine, kernelBase: UInt64? = nil, isBare: Bool = false) {
    self.machine = machine
    self.isBare = isBare
    kernelBaseHint = kernelBase
    backReference.object = self
    prepare(machine)
  }

  deinit { backReference.object = nil }

  /// Connects a machine that has been opened or started anew.
  private func prepare(_ machine: Machine) {
    machine.stopsAtFaults = isBare
    machine.onSlice = { [backReference] in backReference.object?.endSlice() }
  }

  public var kind: TargetKind { .kernel }
  public var capabilities: TargetCapabilities {
    let all: TargetCapabilities = [
      .run, .writeMemory, .writeRegisters, .physicalMemory, .msr, .console,
    ]
    return isBare ? all.subtracting(.console) : all
  }
  public var pointerSize: Int { codeMode(processor: 0) == .bits64 ? 8 : 4 }
  public var processorCount: Int { machine.processors.count }
  public var physicalMemory: [Range<UInt64>] { [0..<machine.memory.byteCount] }
  public var clock: UInt64 { machine.instructionCount }

  public var facts: TargetFacts {
    // A machine second is 100,000,000 instructions, so 100 ns are ten.
    let upTime = machine.instructionCount / 10
    return TargetFacts(
      connection: "simulated machine", upTime: upTime,
      systemTime: machine.configuration.bootTime &+ upTime)
  }

  /// A kernel is 64-bit whatever its processes run; on a bare machine the code segment decides.
  public func codeMode(processor number: Int) -> Mode {
    guard isBare, machine.processors.indices.contains(number) else { return .bits64 }
    let registers = machine.processors[number].registers
    // Descriptor bits L and D as `SegmentRegister.attributes` has them.
    let attributes = registers[.cs].attributes
    if registers.efer & 0x400 != 0, attributes & 0x200 != 0 { return .bits64 }
    return attributes & 0x400 != 0 ? .bits32 : .bits16
  }

  func processor(_ number: Int) throws(TargetError) -> Processor {
    guard machine.processors.indices.contains(number) else { throw .noProcessor(number) }
    return machine.processors[number]
  }

  public func readMSR(_ number: UInt32, processor index: Int) throws(TargetError) -> UInt64 {
    guard let value = try processor(index).registers.msr(number) else {
      throw .unsupported("read MSR \(String(number, radix: 16))")
    }
    return value
  }

  public func writeMSR(_ number: UInt32, _ value: UInt64, processor index: Int)
    throws(TargetError)
  {
    guard try processor(index).registers.setMSR(number, value) else {
      throw .unsupported("write MSR \(String(number, radix: 16))")
    }
  }

  public func restart() throws(TargetError) {
    guard let next = try? makeMachine?() else { throw .unsupported("restart") }
    machine.onSlice = nil
    machine = next
    prepare(next)
    machine.console.onOutput = onConsoleOutput
    report = nil
    pendingBreakIn = nil
    end = nil
    watchpoints = [:]
    claims = [:]
    translations.flush()
  }

  public func insert(_ trap: Trap) throws(TargetError) { try insert(trap, for: self) }

  public func remove(_ trap: Trap) { remove(trap, for: self) }

  /// Arms a place for one of several who may want it.
  func insert(_ trap: Trap, for owner: AnyObject) throws(TargetError) {
    try arm(trap)
    claims[trap, default: []].insert(ObjectIdentifier(owner))
  }

  /// Disarms a place once nobody wants it any more.
  func remove(_ trap: Trap, for owner: AnyObject) {
    guard claims[trap]?.remove(ObjectIdentifier(owner)) != nil else { return }
    guard claims[trap]?.isEmpty ?? true else { return }
    claims[trap] = nil
    disarm(trap)
  }

  private func arm(_ trap: Trap) throws(TargetError) {
    switch trap {
    case .execute(let address):
      machine.setBreakpoint(address)
    case .data(let address, let length, let access):
      guard [1, 2, 4, 8].contains(length), address % UInt64(length) == 0 else {
        throw .badTrap(address: address, length: length)
      }
      guard watchpoints[trap] == nil else { return }
      let kind: WatchAccess = access == .write ? .write : .readWrite
      watchpoints[trap] = machine.setWatchpoint(address, length: length, access: kind)
    }
  }

  private func disarm(_ trap: Trap) {
    switch trap {
    case .execute(let address):
      machine.removeBreakpoint(address)
    case .data:
      if let point = watchpoints.removeValue(forKey: trap) { machine.removeWatchpoint(point) }
    }
  }

  public func type(_ bytes: [UInt8]) throws(TargetError) {
    guard !isBare else { throw .unsupported("console") }
    machine.console.type(bytes)
  }
}
