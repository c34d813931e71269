import X86

/// A place that ends a run for the debugger's own purposes: the end of a step, `g` addresses.
struct RunPlace {
  var address: UInt64
  /// The stack pointers that count; nil for any. This tells a thread and a recursion apart.
  var stack: ClosedRange<UInt64>?
  /// The page tables that count (user addresses), or nil for any.
  var directory: UInt64?

  /// Whether a processor that stands at `address` with these registers has arrived.
  func matches(_ context: Context) -> Bool {
    if let stack, !stack.contains(context.sp) { return false }
    if let directory, context.isKnown(.cr3), context[.cr3] & ~0xFFF != directory & ~0xFFF {
      return false
    }
    return true
  }
}

/// An instruction a processor stands before, whose breakpoint has been dealt with already.
struct PassedPlace: Equatable {
  var ip: UInt64
  var sp: UInt64
}

/// What stands at an address: a step asks at its beginning what its end has shown.
struct DecodedPlace {
  var address: UInt64
  /// The debugger's generation in which that was so.
  var generation: UInt64
  var instruction: Instruction?
}

/// The passed places of processors, by their numbers.
struct PassedPlaces {
  private var places: [PassedPlace?] = []

  subscript(processor: Int) -> PassedPlace? {
    get { places.indices.contains(processor) ? places[processor] : nil }
    set {
      guard processor >= 0 else { return }
      if processor >= places.count {
        guard newValue != nil else { return }
        places += [PassedPlace?](repeating: nil, count: processor + 1 - places.count)
      }
      places[processor] = newValue
    }
  }
}

/// What ends a run besides events.
struct RunGoal {
  var places: [RunPlace] = []
  /// Whether breakpoints' pass counts go down: under `g` only.
  var countsPasses = false
  /// Whether arriving at a place is no hit of a breakpoint there: the end of an interruption.
  var placesFirst = false
}

/// How a run ended.
enum RunOutcome {
  /// A processor is at one of the goal's places.
  case reached(processor: Int)
  /// Something else is to be told.
  case stopped(Stop.Reason, processor: Int)
}

/// What a run collects on its way.
struct Journey {
  var loads: [ImageNotice] = []
  var unloads: [ImageNotice] = []
  var retired: [Breakpoint] = []
  var breakIn: BreakIn?
  /// Whether a single step led to a breakpoint.
  var landedByStep = false
  /// The exception that ends the run.
  var exception: ExceptionRecord?

  init(breakIn: BreakIn? = nil) { self.breakIn = breakIn }

  /// A break-in that was requested and not yet answered.
  enum BreakIn {
    case person
    case idle
  }
}
