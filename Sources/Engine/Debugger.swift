import Symbols

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
  public let interrupt = Interrupt()
  /// Where the person is looking.
  public internal(set) var scope = Scope()
  public var breakpoints = BreakpointTable() {
    didSet { stateChanged() }
  }
  /// The modules, kernel's first, each list in the order its loader has it.
  public internal(set) var modules: [Module] = []
  /// The last stop, or nil before the first.
  public internal(set) var lastStop: Stop?

  /// Receives what the target prints while it runs (DbgPrint).
  public var onPrint: (([UInt8]) -> Void)?
  /// Called now and then (at least ten times a second of host time) while the target runs; may
  /// type on the console.
  public var whileRunning: (() -> Void)?
  /// Asked when the target waits for outside input only; without it the debugger breaks in.
  public var onIdle: (() -> IdleAction)?
  /// Finds the address of a deferred breakpoint's text; Language sets it.
  public var resolveLocation: ((String) -> UInt64?)?
  /// Asked at each hit of a breakpoint with a `condition`, after its filters and before its
  /// passes count; Language sets it.
  public var shouldStop: ((Breakpoint) -> Bool)?
  /// Decides about exceptions and loads (`sx`); nil takes the defaults: stop for every exception,
  /// go on after loads.
  public var eventFilter: ((TargetEvent) -> EventAction?)?

  /// Counts changes of the target's or the scope's state; caches compare it.
  public private(set) var generation: UInt64 = 0

  public init(target: any Target, symbols: SymbolStore) {
    self.target = target
    self.symbols = symbols
  }

  /// Throws `Cancelled` when Ctrl+C was pressed; long work calls it in its loops.
  public func checkCancelled() throws(Cancelled) { try interrupt.check() }

  /// Marks everything derived from the target's state as stale.
  func stateChanged() { generation &+= 1 }
}
