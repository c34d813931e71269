/// A 256-bit register of the local APIC: one bit a vector.
struct VectorSet {
  var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  subscript(word index: Int) -> UInt64 {
    get {
      switch index & 3 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    }
    set {
      switch index & 3 {
      case 0: words.0 = newValue
      case 1: words.1 = newValue
      case 2: words.2 = newValue
      default: words.3 = newValue
      }
    }
  }

  mutating func insert(_ vector: UInt8) {
    self[word: Int(vector >> 6)] |= 1 << UInt64(vector & 63)
  }

  mutating func remove(_ vector: UInt8) {
    self[word: Int(vector >> 6)] &= ~(1 << UInt64(vector & 63))
  }

  /// The highest vector in the set; nil if empty.
  var highest: UInt8? {
    for index in (0..<4).reversed() where self[word: index] != 0 {
      return UInt8(index * 64 + 63 - self[word: index].leadingZeroBitCount)
    }
    return nil
  }
}

/// The local APIC of a processor in x2APIC mode (Intel SDM vol. 3A §11.12), as plain state.
///
/// The timer counts machine time, that is retired instructions.
struct LocalAPIC {
  var id: UInt32 = 0
  var bootstrap: Bool = false
  var taskPriority: UInt8 = 0
  var spurious: UInt32 = 0xff
  var errorStatus: UInt32 = 0
  var requested = VectorSet()
  var inService = VectorSet()
  var timer: UInt32 = 0x1_0000
  var lint0: UInt32 = 0x1_0000
  var lint1: UInt32 = 0x1_0000
  var errorEntry: UInt32 = 0x1_0000
  var performance: UInt32 = 0x1_0000
  var thermal: UInt32 = 0x1_0000
  var commandRegister: UInt64 = 0
  var initialCount: UInt32 = 0
  var divideConfiguration: UInt32 = 0
  /// Machine time at which the running count began.
  var countStart: UInt64 = 0
  /// Machine time of the next timer event; `.max` when not armed.
  var deadline: UInt64 = .max
  /// The value written to IA32_TSC_DEADLINE; 0 when disarmed.
  var tscDeadline: UInt64 = 0

  /// Clock ticks for one count of the timer.
  var divider: UInt64 {
    switch divideConfiguration & 0xb {
    case 0: 2
    case 1: 4
    case 2: 8
    case 3: 16
    case 8: 32
    case 9: 64
    case 10: 128
    default: 1
    }
  }

  /// 0 one-shot, 1 periodic, 2 TSC-deadline.
  var timerMode: UInt32 { (timer >> 17) & 3 }

  /// The processor-priority class: interrupts at or below it wait.
  var processorPriority: UInt8 {
    let service = inService.highest ?? 0
    return max(service & 0xf0, taskPriority & 0xf0)
  }

  /// The vector that may interrupt now; nil if none.
  var deliverable: UInt8? {
    guard let vector = requested.highest, vector & 0xf0 > processorPriority else { return nil }
    return vector
  }

  /// Moves a vector from requested to in service.
  mutating func accept(_ vector: UInt8) {
    requested.remove(vector)
    inService.insert(vector)
  }

  /// Ends the service of the highest vector.
  mutating func endOfInterrupt() {
    if let vector = inService.highest { inService.remove(vector) }
  }

  /// Starts the timer's count at a machine time.
  mutating func startCount(_ count: UInt32, now: UInt64) {
    initialCount = count
    countStart = now
    if timerMode == 2 { return }
    deadline = count == 0 ? .max : now &+ UInt64(count) &* divider
  }

  /// What is left of the count at a machine time.
  func currentCount(now: UInt64) -> UInt32 {
    guard timerMode != 2, deadline != .max, deadline > now else { return 0 }
    return UInt32(truncatingIfNeeded: (deadline &- now) / divider)
  }

  /// Lets a due timer raise its interrupt and rearms a periodic one.
  mutating func advance(now: UInt64) {
    guard deadline <= now else { return }
    if timer & 0x1_0000 == 0 { requested.insert(UInt8(truncatingIfNeeded: timer)) }
    if timerMode == 1, initialCount != 0 {
      let period = UInt64(initialCount) &* divider
      let missed = (now &- deadline) / period
      deadline = deadline &+ (missed &+ 1) &* period
      countStart = deadline &- period
    } else {
      deadline = .max
      tscDeadline = 0
    }
  }
}
