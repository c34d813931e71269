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

/// The local APIC of a processor in x2APIC mode (Intel SDM vol. 3A, "Advanced Programmable Interrupt
/// Controller"), as plain state.
///
/// The timer counts machine time, that is retired instructions.
struct LocalAPIC {
  var id: UInt32 = 0
  var bootstrap: Bool = false
  var taskPriority: UInt8 = 0
  var spurious: UInt32 = 0xff
  /// The errors that a read tells: those before the last write of the register.
  var errorStatus: UInt32 = 0
  /// Errors since then. The first one raises the error interrupt.
  var detectedErrors: UInt32 = 0
  var requested = VectorSet()
  var inService = VectorSet()
  var timer: UInt32 = LocalAPIC.mask
  var lint0: UInt32 = LocalAPIC.mask
  var lint1: UInt32 = LocalAPIC.mask
  var errorEntry: UInt32 = LocalAPIC.mask
  var performance: UInt32 = LocalAPIC.mask
  var thermal: UInt32 = LocalAPIC.mask
  var commandRegister: UInt64 = 0
  var initialCount: UInt32 = 0
  var divideConfiguration: UInt32 = 0
  /// Machine time of the next timer event; `.max` when not armed.
  var deadline: UInt64 = .max
  /// The value written to IA32_TSC_DEADLINE; 0 when disarmed.
  var tscDeadline: UInt64 = 0

  /// The mask bit of a local vector table entry.
  static var mask: UInt32 { 0x1_0000 }

  /// Whether software has switched it on, in the spurious-interrupt vector register. Off, all entries
  /// of the local vector table are masked and no interrupt is taken in; what waits stays.
  var isEnabled: Bool { spurious & 0x100 != 0 }

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

  /// What interrupts must exceed in their upper half: the higher of the task's priority and that of
  /// the interrupt in service.
  var processorPriority: UInt8 {
    let service = (inService.highest ?? 0) & 0xf0
    return taskPriority & 0xf0 >= service ? taskPriority : service
  }

  /// The vector that may interrupt now; nil if none.
  var deliverable: UInt8? {
    guard let vector = requested.highest, vector & 0xf0 > processorPriority & 0xf0 else {
      return nil
    }
    return vector
  }

  /// Takes in an interrupt. Vectors below 16 are the processor's own and an error.
  mutating func request(_ vector: UInt8) {
    guard isEnabled else { return }
    if vector < 16 {
      note(.receivedIllegalVector)
    } else {
      requested.insert(vector)
    }
  }

  /// Records an error; the first one since the register was written raises the error interrupt.
  mutating func note(_ error: APICError) {
    let isFirst = detectedErrors == 0
    detectedErrors |= error.rawValue
    guard isFirst, errorEntry & Self.mask == 0 else { return }
    request(UInt8(truncatingIfNeeded: errorEntry))
  }

  /// A write of the error status register: what was detected becomes readable, and detection begins
  /// anew.
  mutating func latchErrors() {
    errorStatus = detectedErrors
    detectedErrors = 0
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

  /// Starts the timer's count at a machine time; nothing in TSC-deadline mode.
  mutating func startCount(_ count: UInt32, now: UInt64) {
    if timerMode == 2 { return }
    initialCount = count
    deadline = count == 0 ? .max : now &+ UInt64(count) &* divider
  }

  /// What is left of the count at a machine time.
  func currentCount(now: UInt64) -> UInt32 {
    guard timerMode != 2, deadline != .max, deadline > now else { return 0 }
    return UInt32(truncatingIfNeeded: (deadline &- now &+ divider &- 1) / divider)
  }

  /// Arms the timer for a value of the time-stamp counter, which is `tsc` at machine time `now`; 0
  /// disarms it. A value that is past is due at once.
  mutating func setDeadline(_ value: UInt64, tsc: UInt64, now: UInt64) {
    guard timerMode == 2 else { return }
    tscDeadline = value
    let (due, overflow) = now.addingReportingOverflow(value > tsc ? value &- tsc : 0)
    deadline = value == 0 || overflow ? .max : due
  }

  /// Lets a due timer raise its interrupt and rearms a periodic one.
  mutating func advance(now: UInt64) {
    guard deadline <= now else { return }
    if timer & Self.mask == 0 { request(UInt8(truncatingIfNeeded: timer)) }
    if timerMode == 1, initialCount != 0 {
      let period = UInt64(initialCount) &* divider
      let missed = (now &- deadline) / period
      deadline = deadline &+ (missed &+ 1) &* period
    } else {
      deadline = .max
      tscDeadline = 0
    }
  }
}

/// Bits of the error status register (Intel SDM vol. 3A, "Error Handling").
enum APICError: UInt32 {
  /// A message of lowest priority was to be sent, which this one cannot.
  case redirectable = 0x10
  case sentIllegalVector = 0x20
  case receivedIllegalVector = 0x40
}
