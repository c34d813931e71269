/// A number taken out of its format: sign, exponent, and a significand with its first bit at 63.
///
/// A finite number that is not zero is significand / 2^63 * 2^exponent; denormal numbers are
/// normalised, and only `kind` remembers what they were. Of a NaN the significand has the fraction
/// from bit 62 down, with the quiet bit at 62 as it was.
struct Unpacked {
  enum Kind: UInt8 {
    case zero, normal, denormal, infinity, quietNaN, signalingNaN
    /// An x87 encoding that no operation accepts: the first bit clear with a nonzero exponent.
    case unsupported
  }

  var kind: Kind
  var sign: Bool
  var exponent: Int
  var significand: UInt64

  @inline(__always)
  init(_ kind: Kind, sign: Bool, exponent: Int = 0, significand: UInt64 = 0) {
    self.kind = kind
    self.sign = sign
    self.exponent = exponent
    self.significand = significand
  }

  /// A signed integer.
  @inline(__always)
  init(_ value: Int64) {
    guard value != 0 else {
      self.init(.zero, sign: false)
      return
    }
    let magnitude = value.magnitude
    let shift = magnitude.leadingZeroBitCount
    self.init(
      .normal, sign: value < 0, exponent: 63 &- shift, significand: magnitude &<< UInt64(shift))
  }

  @inline(__always) var isNaN: Bool { kind == .quietNaN || kind == .signalingNaN }
  /// Zero, normal or denormal.
  @inline(__always) var isFinite: Bool { kind.rawValue <= Kind.denormal.rawValue }
  @inline(__always) var isZero: Bool { kind == .zero }
  @inline(__always) var isInfinite: Bool { kind == .infinity }

  @inline(__always)
  static prefix func - (x: Unpacked) -> Unpacked {
    var result = x
    result.sign = !x.sign
    return result
  }

  /// A finite number as the result of an operation, to be rounded.
  @inline(__always)
  var exact: Exact { Exact(sign: sign, exponent: exponent, high: significand, low: 0) }
}

/// The result of an operation before rounding: 128 bits of significand, first bit at 127, of which
/// the last stands for everything below it that is not zero. High 0 is the number zero.
struct Exact {
  var sign: Bool
  var exponent: Int
  var high: UInt64
  var low: UInt64

  @inline(__always)
  init(sign: Bool, exponent: Int, high: UInt64, low: UInt64) {
    self.sign = sign
    self.exponent = exponent
    self.high = high
    self.low = low
  }

  /// A significand whose first bit stands anywhere; `exponent` is that of bit 127.
  @inline(__always)
  init(normalising bits: UInt128, sign: Bool, exponent: Int) {
    let shift = bits.leadingZeroBitCount
    let moved = shift == 128 ? 0 : bits &<< UInt128(shift)
    self.init(
      sign: sign, exponent: exponent &- shift, high: UInt64(truncatingIfNeeded: moved &>> 64),
      low: UInt64(truncatingIfNeeded: moved))
  }

  @inline(__always) var isZero: Bool { high == 0 }
  @inline(__always) var bits: UInt128 { UInt128(high) &<< 64 | UInt128(low) }
}

/// Shifts right; bits that fall out are remembered in the last.
@inline(__always)
func shiftedRightJamming(_ bits: UInt128, _ count: Int) -> UInt128 {
  if count <= 0 { return bits }
  if count >= 128 { return bits == 0 ? 0 : 1 }
  let lost = bits &<< UInt128(128 &- count)
  return bits &>> UInt128(count) | (lost == 0 ? 0 : 1)
}
