/// The range and precision of a format, as rounding needs them.
struct FloatShape {
  /// Significand bits, the first included.
  var precision: Int
  /// The exponent of the smallest normal number, and of the largest.
  var minimum: Int
  var maximum: Int
  /// What an unmasked overflow takes from the exponent of an x87 result, and an unmasked underflow
  /// adds (Intel SDM vol. 1 §8.5.4).
  var wrap: Int

  /// The exponent's bias.
  @inline(__always) var bias: Int { 1 &- minimum }

  @inline(__always)
  init(precision: Int, minimum: Int, maximum: Int, wrap: Int = 0) {
    self.precision = precision
    self.minimum = minimum
    self.maximum = maximum
    self.wrap = wrap
  }
}

/// A rounded result, ready for packing: the exponent field, and the significand with its first bit
/// at 63 (clear for denormal numbers, whose field is 0).
struct Rounded {
  var sign: Bool
  var field: Int
  var significand: UInt64
}

/// Cuts a significand to `precision` bits.
///
/// - Returns: the bits, whether they went up, whether they became the next power of two, and whether
///   anything was lost.
@inline(__always)
func cut(
  _ high: UInt64, _ low: UInt64, precision: Int, sign: Bool, _ mode: RoundingMode
) -> (bits: UInt64, up: Bool, carried: Bool, inexact: Bool) {
  let drop = 64 &- precision
  let unit: UInt64 = 1 &<< UInt64(drop)
  // What is dropped, as a fraction of the unit.
  let rest: UInt64
  if drop == 0 {
    rest = low
  } else {
    rest = high &<< UInt64(precision) | (low == 0 ? 0 : 1)
  }
  let kept = high & ~(unit &- 1)
  let half: UInt64 = 1 &<< 63
  let up: Bool
  switch mode {
  case .nearestEven: up = rest > half || (rest == half && kept & unit != 0)
  case .down: up = sign && rest != 0
  case .up: up = !sign && rest != 0
  case .towardZero: up = false
  }
  guard up else { return (kept, false, false, rest != 0) }
  let (sum, carried) = kept.addingReportingOverflow(unit)
  return (carried ? half : sum, true, carried, true)
}

extension Exact {
  /// Rounds a number other than zero to a format. Underflow is detected after rounding.
  @inline(__always)
  func rounded(to shape: FloatShape, _ environment: inout FloatEnvironment) -> Rounded {
    let result = cut(
      high, low, precision: shape.precision, sign: sign, environment.rounding)
    let reached = result.carried ? exponent &+ 1 : exponent
    if reached < shape.minimum || reached > shape.maximum {
      return outOfRange(shape, result.bits, reached, result.inexact, result.up, &environment)
    }
    environment.roundedUp = result.up
    if result.inexact { environment.raise(.precision) }
    return Rounded(sign: sign, field: reached &+ shape.bias, significand: result.bits)
  }

  /// The rounding of what is too large or too small for the format's normal numbers.
  @inline(never)
  private func outOfRange(
    _ shape: FloatShape, _ significand: UInt64, _ reached: Int, _ inexact: Bool, _ up: Bool,
    _ environment: inout FloatEnvironment
  ) -> Rounded {
    let isTiny = reached < shape.minimum
    let kind: FloatExceptions = isTiny ? .underflow : .overflow
    if !environment.isMasked(kind) {
      environment.raise(inexact ? [kind, .precision] : kind)
      environment.roundedUp = up
      // SSE has no scaled result, nor is one stored in a narrower format.
      if shape.wrap == 0 { return Rounded(sign: sign, field: 0, significand: 0) }
      let moved = isTiny ? reached &+ shape.wrap : reached &- shape.wrap
      return wrapped(shape, moved, significand, &environment)
    }
    if !isTiny { return overflowed(shape, &environment) }
    if environment.flushToZero {
      environment.raise([.underflow, .precision])
      environment.roundedUp = false
      return Rounded(sign: sign, field: 0, significand: 0)
    }
    let moved = shiftedRightJamming(bits, shape.minimum &- exponent)
    let result = cut(
      UInt64(truncatingIfNeeded: moved &>> 64), UInt64(truncatingIfNeeded: moved),
      precision: shape.precision, sign: sign, environment.rounding)
    environment.roundedUp = result.up
    if result.inexact { environment.raise([.underflow, .precision]) }
    return Rounded(sign: sign, field: Int(result.bits &>> 63), significand: result.bits)
  }

  private func overflowed(
    _ shape: FloatShape, _ environment: inout FloatEnvironment
  ) -> Rounded {
    environment.raise([.overflow, .precision])
    let staysFinite: Bool
    switch environment.rounding {
    case .nearestEven: staysFinite = false
    case .down: staysFinite = !sign
    case .up: staysFinite = sign
    case .towardZero: staysFinite = true
    }
    environment.roundedUp = !staysFinite
    let largest = shape.maximum &+ shape.bias
    if staysFinite {
      let bits: UInt64 = ~0 &<< UInt64(64 &- shape.precision)
      return Rounded(sign: sign, field: largest, significand: bits)
    }
    return Rounded(sign: sign, field: largest &+ 1, significand: 1 &<< 63)
  }

  /// The scaled result of an unmasked overflow or underflow; where even that does not fit, infinity
  /// or zero.
  private func wrapped(
    _ shape: FloatShape, _ exponent: Int, _ significand: UInt64,
    _ environment: inout FloatEnvironment
  ) -> Rounded {
    if exponent > shape.maximum {
      environment.raise(.precision)
      environment.roundedUp = true
      return Rounded(sign: sign, field: shape.maximum &+ shape.bias &+ 1, significand: 1 &<< 63)
    }
    if exponent < shape.minimum {
      environment.raise(.precision)
      environment.roundedUp = false
      return Rounded(sign: sign, field: 0, significand: 0)
    }
    return Rounded(sign: sign, field: exponent &+ shape.bias, significand: significand)
  }
}
