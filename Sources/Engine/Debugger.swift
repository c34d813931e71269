import X86

/// One session's engine: a target, what is known of its modules and symbols, where the person is
/// looking, and the breakpoints.
///
///     let debugger = Debugger(target: target, symbols: SymbolStore(path: "/symbols"))
///     try debugger.reloadModules()
///     let stop = try debugger.go()
///
/// Used from one thread; only `interrupt` may be touched from another.
public final class Debugger {
  public let target: any Target
  public let symbols: SymbolStore
  /// Raised by Ctrl+C; a running target breaks in on it, long work throws `Cancelled`.
  public let interrupt: Interrupt
  /// For what this engine owns and what calls it.
  public let backReference = BackReference<Debugger>()
  /// Where the person is looking.
  public internal(set) var scope = Scope()
  public var breakpoints = BreakpointTable()
  /// The kernel's modules in the order of its list.
  public internal(set) var kernelModules: [Module] = [] {
    didSet { moduleGeneration &+= 1 }
  }
  /// Counts changes of the kernel module list; what was resolved by name holds while it stays.
  public private(set) var moduleGeneration: UInt64 = 0
  /// The last stop, or nil before the first.
  public internal(set) var lastStop: Stop?

  /// Receives what the target prints while it runs (DbgPrint).
  public var onPrint: (([UInt8]) -> Void)?
  /// Looks after the console while the target runs; without one, a target that waits for outside
  /// input only is broken into.
  public weak var attendant: (any ConsoleAttendant)?
  /// Finds the address of a deferred breakpoint's text; Language sets it.
  public var resolveLocation: ((String) -> UInt64?)?
  /// Asked at each hit of a breakpoint with a `condition`, after its filters and before its
  /// passes count; Language sets it.
  public var shouldStop: ((Breakpoint) -> Bool)?
  /// Asked when breakpoints are to stop a run of `go`, with their numbers and the instruction pointer:
  /// whether all that their commands do is to let it go on. Language sets it.
  public var letsPass: ((_ ids: [Int], _ ip: UInt64) -> Bool)?
  /// How code is decoded whatever the processor does (`.effmach`); nil follows the processor.
  public var effectiveMode: Mode?
  /// Whether calls of the function at an address are stepped over by `t` too (`.step_filter`);
  /// Language sets it.
  public var isFiltered: ((UInt64) -> Bool)?
  /// Decides about exceptions and loads (`sx`); nil takes the defaults: stop for every exception,
  /// go on after loads.
  public var eventFilter: ((TargetEvent) -> EventAction?)?

  /// Where the kernel's image begins, once found.
  public internal(set) var kernelBase: UInt64?
  /// The current process' modules and the generation they were read in.
  var userModuleList: [Module] = []
  var userModulesGeneration: UInt64 = .max
  /// Modules seen, by address space and base, so that they keep their symbols.
  var moduleCache: [AddressSpace: [UInt64: Module]] = [:]
  /// Images the target announced and has not unloaded.
  var announced: [UInt64: ImageNotice] = [:]
  /// nt!RtlpBreakWithStatusInstruction; the outer nil before it was looked for.
  var breakInPlace: UInt64??
  /// How what happened on the machine while a process was run is answered.
  var attendedAnswer = Resumption.Handling.handled
  /// The calls that threads were set up for, by the threads' numbers (`.call`).
  var pendingCalls: [Int: FunctionCall] = [:]
  /// The stack that was unwound last.
  var frameCache: FrameCache?

  /// The instruction that was decoded last.
  var decoded: DecodedPlace?

  /// Traps that are armed in the target now.
  var armed: Set<Trap> = [] { didSet { armedDigits = Self.digits(armed) } }
  /// The lowest six bits that armed places in code have: most instructions are told apart by them.
  private var armedDigits: UInt64 = 0
  /// The breakpoints' generation whose traps, and nothing else, are armed; nil when others are.
  var armedGeneration: Int?
  /// Processors that stand before an instruction whose breakpoint was already dealt with.
  var passed = PassedPlaces()

  /// Counts changes of the target's or the scope's state; caches compare it.
  public private(set) var generation: UInt64 = 0

  /// An engine over a target. Several engines of one session share what Ctrl+C raises.
  public init(target: any Target, symbols: SymbolStore, interrupt: Interrupt = Interrupt()) {
    self.target = target
    self.interrupt = interrupt
    self.symbols = symbols
    backReference.object = self
    target.onConsoleOutput = { [backReference] in
      backReference.object?.attendant?.consolePrinted($0)
    }
  }

  deinit { backReference.object = nil }

  /// Starts the target anew (`.reboot`). What was known of it, its breakpoints included, is
  /// forgotten, as the kernel debugger does when its target goes away.
  public func restart() throws {
    try target.restart()
    breakpoints = BreakpointTable()
    scope = Scope()
    lastStop = nil
    kernelModules = []
    kernelBase = nil
    userModuleList = []
    userModulesGeneration = .max
    moduleCache = [:]
    announced = [:]
    breakInPlace = nil
    frameCache = nil
    pendingCalls = [:]
    armed = []
    armedGeneration = nil
    passed = PassedPlaces()
    stateChanged()
  }

  /// Throws `Cancelled` when Ctrl+C was pressed; long work calls it in its loops.
  public func checkCancelled() throws(Cancelled) { try interrupt.check() }

  /// Whether a place in code is armed.
  func isArmed(_ address: UInt64) -> Bool {
    armedDigits >> (address & 63) & 1 != 0 && armed.contains(.execute(address))
  }

  private static func digits(_ traps: Set<Trap>) -> UInt64 {
    traps.reduce(0) { digits, trap in
      guard case .execute(let address) = trap else { return digits }
      return digits | 1 << (address & 63)
    }
  }

  /// Marks everything derived from the target's state as stale.
  func stateChanged() { generation &+= 1 }
}
