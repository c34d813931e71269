/// How a result that does not fit is rounded: the encoding of MXCSR.RC and of the x87 control
/// word's RC (Intel SDM vol. 1 table 4-8).
enum RoundingMode: UInt8 {
  case nearestEven, down, up, towardZero

  /// The mode in the two low bits of a control field.
  @inline(__always)
  init(field: UInt32) {
    switch field & 3 {
    case 0: self = .nearestEven
    case 1: self = .down
    case 2: self = .up
    default: self = .towardZero
    }
  }
}

/// The six floating-point exceptions, in the bit order that MXCSR's flags and the x87 status word
/// share (Intel SDM vol. 1 §4.9.1).
struct FloatExceptions: OptionSet {
  var rawValue: UInt8
  @inline(__always) init(rawValue: UInt8) { self.rawValue = rawValue }

  @inline(__always) static var invalid: FloatExceptions { FloatExceptions(rawValue: 1) }
  @inline(__always) static var denormal: FloatExceptions { FloatExceptions(rawValue: 2) }
  @inline(__always) static var zeroDivide: FloatExceptions { FloatExceptions(rawValue: 4) }
  @inline(__always) static var overflow: FloatExceptions { FloatExceptions(rawValue: 8) }
  @inline(__always) static var underflow: FloatExceptions { FloatExceptions(rawValue: 16) }
  @inline(__always) static var precision: FloatExceptions { FloatExceptions(rawValue: 32) }
  /// Those found by looking at the operands: unmasked, they prevent the operation.
  @inline(__always) static var beforeOperation: FloatExceptions { FloatExceptions(rawValue: 7) }
  @inline(__always) static var all: FloatExceptions { FloatExceptions(rawValue: 63) }
}

/// What an operation obeys besides its operands, and what it reports besides its result.
///
/// One value serves all lanes of an SSE instruction:
///
///     var environment = FloatEnvironment(mxcsr: cpu.pointee.mxcsr)
///     for lane in 0..<4 { result[lane] = Binary32.add(a[lane], b[lane], &environment) }
///     cpu.pointee.mxcsr |= environment.reported
///     if environment.isUnmasked { throw .simd }  // before the destination is written
///
/// Flags only accumulate: `raised` is what was raised since the value was made.
struct FloatEnvironment {
  var rounding: RoundingMode = .nearestEven
  /// Significand bits of x87 arithmetic: 24, 53 or 64. The SSE formats do not look at it.
  var precision: Int = 64
  /// A tiny result becomes zero while underflow is masked (MXCSR.FZ).
  var flushToZero = false
  /// A denormal operand counts as zero (MXCSR.DAZ).
  var denormalsAreZero = false
  /// Exceptions that are masked.
  var masked: FloatExceptions = .all
  /// Exceptions met.
  var raised: FloatExceptions = []
  /// The last rounding went away from zero: C1 of the x87 status word.
  var roundedUp = false

  /// Round to nearest, everything masked.
  @inline(__always)
  init() {}

  /// The environment of SSE arithmetic (Intel SDM vol. 1 §10.2.3).
  @inline(__always)
  init(mxcsr: UInt32) {
    rounding = RoundingMode(field: mxcsr &>> 13)
    flushToZero = mxcsr & 0x8000 != 0
    denormalsAreZero = mxcsr & 0x40 != 0
    masked = FloatExceptions(rawValue: UInt8(truncatingIfNeeded: mxcsr &>> 7) & 63)
  }

  /// The environment of x87 arithmetic (Intel SDM vol. 1 §8.1.5). The reserved precision 1 counts
  /// as 64 bits.
  @inline(__always)
  init(control: UInt16) {
    rounding = RoundingMode(field: UInt32(control) &>> 10)
    switch (control &>> 8) & 3 {
    case 0: precision = 24
    case 2: precision = 53
    default: precision = 64
    }
    masked = FloatExceptions(rawValue: UInt8(truncatingIfNeeded: control) & 63)
  }

  @inline(__always)
  mutating func raise(_ exceptions: FloatExceptions) {
    raised = FloatExceptions(rawValue: raised.rawValue | exceptions.rawValue)
  }

  @inline(__always)
  func isMasked(_ exception: FloatExceptions) -> Bool {
    masked.rawValue & exception.rawValue != 0
  }

  /// Whether an exception that is not masked was raised.
  @inline(__always)
  var isUnmasked: Bool { raised.rawValue & ~masked.rawValue != 0 }

  /// The flags an SSE instruction leaves in MXCSR: when an operand of any lane raises an unmasked
  /// exception, no lane is computed, and what results would have raised stays clear (Intel SDM
  /// vol. 1 §11.5.3).
  @inline(__always)
  var reported: UInt32 {
    let before = raised.rawValue & FloatExceptions.beforeOperation.rawValue
    return UInt32(before & ~masked.rawValue != 0 ? before : raised.rawValue)
  }
}
