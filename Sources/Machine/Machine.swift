/// What a machine is made of.
public struct MachineConfiguration: Sendable {
  /// The number of processors, 1 to 64.
  public var processors: Int
  /// Bytes of physical memory; sparse, so untouched memory costs next to nothing.
  public var memoryBytes: UInt64
  /// Instructions a processor runs before the next one has its turn.
  public var quantum: UInt64
  /// The time of day at machine time 0, as a Windows FILETIME. The machine has no clock chip; whoever
  /// boots a guest hands this to it.
  public var bootTime: UInt64
  /// What the processors can do.
  public var features: ProcessorFeatures
  /// Whether a start-up IPI starts a processor as the manual has it, in real-address mode. Otherwise it
  /// starts in 64-bit mode from a block of registers in the page that the IPI names: the loader's part
  /// is played for every processor.
  public var startsInRealMode = false

  /// A configuration; the defaults are two processors and 1 GiB.
  public init(
    processors: Int = 2, memoryBytes: UInt64 = 1 << 30, quantum: UInt64 = 10_000,
    bootTime: UInt64 = 0x01cb_891c_0590_8000, features: ProcessorFeatures = .default
  ) {
    self.processors = max(1, min(64, processors))
    self.memoryBytes = memoryBytes
    self.quantum = max(1, quantum)
    self.bootTime = bootTime
    self.features = features
  }
}

/// A simulated x64 machine: processors, memory, a console and a debug port.
///
/// It starts in 64-bit mode with whatever state its processors and memory have been given, and it is
/// deterministic: its only clock is the count of instructions executed, and everything from outside
/// arrives between two instructions. All of it runs on the calling thread.
///
///     let machine = Machine.bare(memoryBytes: 16 << 20)
///     machine.load([0xf4], at: 0x10000)  // hlt
///     machine.run()                      // .idle
public final class Machine {
  /// What the machine was made from.
  public let configuration: MachineConfiguration
  /// Physical memory.
  public let memory: PhysicalMemory
  /// The processors by number.
  public let processors: [Processor]
  /// The console device.
  public let console: ConsoleDevice
  /// Requests that may come from other threads and signal handlers.
  public let stopFlag = StopFlag()
  /// Told once for each instruction that is decoded but not implemented, with its address and text
  /// of what is missing; the guest gets #UD.
  public var onUnimplemented: ((_ processor: Int, _ rip: UInt64, _ what: String) -> Void)?
  /// Whether exceptions stop the machine as long as the guest has loaded no interrupt descriptor
  /// table, that is, while IDTR's limit is 0. Otherwise they would all end in a triple fault.
  public var stopsAtFaults = false
  /// Called about every quantum while the machine runs; lets an owner poll its terminal.
  public var onSlice: (() -> Void)?

  /// Whether code runs in traces where it can. Without them every instruction goes through its generic
  /// executor: the same results, slower.
  public var runsTraces = true {
    didSet { core.pointee.runsTraces = runsTraces }
  }

  let core: Core
  var breakpoints: Set<UInt64> = []
  var watchpoints: [Watchpoint] = []
  var debugPort = DebugPort()
  /// A stop that a device asked for during the instruction just executed.
  var pendingStop: StopReason?
  var reported: Set<UInt16> = []
  /// The processor whose turn it is.
  var current = 0
  /// What is left of its quantum.
  var quantumLeft: UInt64
  /// The processor that caused the last stop: a breakpoint at its rip does not stop it again.
  var lastStopped: Int?

  /// Makes a machine. Processor 0 is ready to run, the others wait to be started.
  public init(_ configuration: MachineConfiguration) {
    self.configuration = configuration
    let pool = FramePool()
    core = Core.make(
      memoryBytes: configuration.memoryBytes, processors: configuration.processors, pool: pool)
    memory = PhysicalMemory(core: core, pool: pool)
    let core = core
    processors = (0..<configuration.processors).map {
      Processor(cpu: core.pointee.processors[$0])
    }
    console = ConsoleDevice()
    quantumLeft = configuration.quantum
    core.pointee.features = configuration.features
    core.pointee.machine = Unmanaged.passUnretained(self)
    console.raise = { core.pointee.processors[0].pointee.apic.request($0) }
  }

  deinit { core.destroy() }

  /// Machine time: instructions executed by all processors, plus time skipped while idle. Also the
  /// time-stamp counter; a machine second is 100,000,000.
  public var instructionCount: UInt64 { core.pointee.time }

  /// Asks a running machine to stop; `run` returns `.stopRequested` within about a millisecond. Safe
  /// from any thread and from signal handlers, which should capture `stopFlag` alone.
  public func requestStop() { stopFlag.requestStop() }

  /// Raises the debug port's break-in interrupt in the guest. Safe as `requestStop` is.
  public func requestBreakIn() { stopFlag.requestBreakIn() }

  /// Whether the guest finds a debugger at the debug port; true at first.
  public var debuggerPresent: Bool {
    get { debugPort.present }
    set { debugPort.present = newValue }
  }

  /// Stops any processor that is about to execute the instruction at a virtual address, in any
  /// address space. Guest memory does not change.
  public func setBreakpoint(_ va: UInt64) {
    if breakpoints.insert(va).inserted { core.refreshBreakpoint(va) }
  }

  /// Removes a breakpoint.
  public func removeBreakpoint(_ va: UInt64) {
    if breakpoints.remove(va) != nil { core.refreshBreakpoint(va) }
  }

  /// Stops after any instruction that accesses one of the bytes, in any address space.
  ///
  /// - Returns: the watchpoint, to be removed later.
  @discardableResult
  public func setWatchpoint(
    _ va: UInt64, length: Int, access: WatchAccess = .write
  ) -> Watchpoint {
    let point = Watchpoint(address: va, length: max(1, length), access: access)
    watchpoints.append(point)
    core.pointee.watchpointCount = watchpoints.count
    core.flushTranslations()
    return point
  }

  /// Removes a watchpoint.
  public func removeWatchpoint(_ point: Watchpoint) {
    if let index = watchpoints.firstIndex(of: point) { watchpoints.remove(at: index) }
    core.pointee.watchpointCount = watchpoints.count
    core.flushTranslations()
  }

  /// Where a virtual address leads, without side effects; nil if nowhere.
  public func translate(_ va: UInt64, cr3: UInt64) -> PhysicalAddress? {
    core.find(va, cr3: cr3) { _ in }?.physical
  }

  /// The page walk of a virtual address, level by level, without side effects.
  public func walk(_ va: UInt64, cr3: UInt64) -> PageWalk { core.walk(va, cr3: cr3) }

  /// Writes memory for a debugger: code decoded from it and translations made from it are forgotten.
  public func debuggerWrite(physical address: UInt64, _ bytes: [UInt8]) {
    memory.write(address, bytes)
    core.flushTranslations()
  }
}
