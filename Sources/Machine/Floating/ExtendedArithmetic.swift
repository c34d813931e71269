/// Arithmetic of the x87: operands taken apart, so that those from memory remember being denormal
/// in their own format; results rounded to the environment's precision.
///
/// An exception that is not masked and was found before the operation means that the result must
/// not be used. Unmasked overflow and underflow give the result with its exponent moved by 24576
/// (Intel SDM vol. 1 §8.5.4 and §8.5.5).
extension Extended {
  /// a + b.
  static func add(
    _ a: Unpacked, _ b: Unpacked, _ environment: inout FloatEnvironment
  ) -> Extended {
    if !(a.kind == .normal && b.kind == .normal) {
      if let special = propagate(a, b, &environment) { return special }
      if a.isInfinite && b.isInfinite && a.sign != b.sign { return invalid(&environment) }
      noteDenormals(a, b, &environment)
      if a.isInfinite { return infinity(sign: a.sign) }
      if b.isInfinite { return infinity(sign: b.sign) }
    }
    return round(
      a.sum(b, environment.rounding), precision: environment.precision, &environment)
  }

  /// a - b.
  static func subtract(
    _ a: Unpacked, _ b: Unpacked, _ environment: inout FloatEnvironment
  ) -> Extended {
    // A NaN is the result with the sign it has.
    if b.isNaN || b.kind == .unsupported { return add(a, b, &environment) }
    return add(a, -b, &environment)
  }

  /// a * b.
  static func multiply(
    _ a: Unpacked, _ b: Unpacked, _ environment: inout FloatEnvironment
  ) -> Extended {
    if !(a.kind == .normal && b.kind == .normal) {
      if let special = propagate(a, b, &environment) { return special }
      if (a.isInfinite && b.isZero) || (a.isZero && b.isInfinite) {
        return invalid(&environment)
      }
      noteDenormals(a, b, &environment)
      if a.isInfinite || b.isInfinite { return infinity(sign: a.sign != b.sign) }
    }
    return round(a.product(b), precision: environment.precision, &environment)
  }

  /// a / b.
  static func divide(
    _ a: Unpacked, _ b: Unpacked, _ environment: inout FloatEnvironment
  ) -> Extended {
    if !(a.kind == .normal && b.kind == .normal) {
      if let special = propagate(a, b, &environment) { return special }
      if (a.isInfinite && b.isInfinite) || (a.isZero && b.isZero) {
        return invalid(&environment)
      }
      let negative = a.sign != b.sign
      if b.isZero && !a.isInfinite {
        environment.raise(.zeroDivide)
        return infinity(sign: negative)
      }
      noteDenormals(a, b, &environment)
      if a.isInfinite { return infinity(sign: negative) }
      if b.isInfinite { return zero(sign: negative) }
    }
    return round(a.quotient(b), precision: environment.precision, &environment)
  }

  /// The square root.
  static func squareRoot(_ a: Unpacked, _ environment: inout FloatEnvironment) -> Extended {
    if a.isZero { return zero(sign: a.sign) }
    if let special = propagate(a, a, &environment) { return special }
    if a.sign { return invalid(&environment) }
    noteDenormals(a, a, &environment)
    if a.isInfinite { return infinity(sign: false) }
    return round(a.root(), precision: environment.precision, &environment)
  }

  /// How two numbers compare; an unsupported operand is invalid and unordered.
  ///
  /// - Parameter signalsQuiet: a quiet NaN is invalid as well: fcom, not fucom.
  static func compare(
    _ a: Unpacked, _ b: Unpacked, signalsQuiet: Bool, _ environment: inout FloatEnvironment
  ) -> FloatRelation {
    if a.isNaN || b.isNaN || a.kind == .unsupported || b.kind == .unsupported {
      let signals =
        signalsQuiet || a.kind.rawValue >= Unpacked.Kind.signalingNaN.rawValue
        || b.kind.rawValue >= Unpacked.Kind.signalingNaN.rawValue
      if signals { environment.raise(.invalid) }
      return .unordered
    }
    noteDenormals(a, b, &environment)
    return a.relation(to: b)
  }

  /// Rounds to an integral value: frndint.
  static func roundToIntegral(
    _ a: Unpacked, _ environment: inout FloatEnvironment
  ) -> Extended {
    if let special = propagate(a, a, &environment) { return special }
    if a.isInfinite { return infinity(sign: a.sign) }
    noteDenormals(a, a, &environment)
    let result = a.integral(environment.rounding)
    if result.inexact { environment.raise(.precision) }
    var exact = FloatEnvironment()
    let value = round(result.value, precision: 64, &exact)
    environment.roundedUp = result.up
    return value
  }

  /// Narrows a register to another format: fst to memory. Denormal operands are not reported.
  static func narrow<Format: FloatFormat>(
    _ a: Unpacked, to: Format.Type, _ environment: inout FloatEnvironment
  ) -> Format.Bits {
    switch a.kind {
    case .zero, .normal, .denormal: return Format.round(a.exact, &environment)
    case .infinity: return Format.infinity(sign: a.sign)
    case .unsupported: return Format.invalid(&environment)
    case .quietNaN, .signalingNaN:
      if a.kind == .signalingNaN { environment.raise(.invalid) }
      return Format.packNaN(a)
    }
  }

  /// Widens a number from memory: fld. A signalling NaN is invalid and becomes quiet.
  static func widen(_ a: Unpacked, _ environment: inout FloatEnvironment) -> Extended {
    noteDenormals(a, a, &environment)
    if a.isNaN { return quieted(a, &environment) }
    return Extended(exactly: a)
  }

  /// The result of an invalid operation.
  static func invalid(_ environment: inout FloatEnvironment) -> Extended {
    environment.raise(.invalid)
    return indefinite
  }

  @inline(__always)
  static func noteDenormals(
    _ a: Unpacked, _ b: Unpacked, _ environment: inout FloatEnvironment
  ) {
    if a.kind == .denormal || b.kind == .denormal { environment.raise(.denormal) }
  }

  /// A NaN as a result.
  static func quieted(_ a: Unpacked, _ environment: inout FloatEnvironment) -> Extended {
    if a.kind == .signalingNaN { environment.raise(.invalid) }
    return Extended(
      head: a.sign ? 0xffff : 0x7fff, significand: a.significand | 3 &<< 62)
  }

  /// What operands that are no numbers result in; nil if both are numbers.
  ///
  /// Of two NaNs a quiet one goes before a signalling one, then the larger significand, then the
  /// positive one (Intel SDM vol. 1 table 4-7; the last is what processors do).
  @inline(never)
  static func propagate(
    _ a: Unpacked, _ b: Unpacked, _ environment: inout FloatEnvironment
  ) -> Extended? {
    if a.kind == .unsupported || b.kind == .unsupported { return invalid(&environment) }
    guard a.isNaN || b.isNaN else { return nil }
    if a.kind == .signalingNaN || b.kind == .signalingNaN { environment.raise(.invalid) }
    let takesFirst: Bool
    if !(a.isNaN && b.isNaN) {
      takesFirst = a.isNaN
    } else if a.kind != b.kind {
      takesFirst = a.kind == .quietNaN
    } else if a.significand != b.significand {
      takesFirst = a.significand > b.significand
    } else {
      takesFirst = !a.sign
    }
    return quieted(takesFirst ? a : b, &environment)
  }
}
