/// A binary interchange format (IEEE 754-2008 §3.6) and the SSE arithmetic on it.
///
/// The types that conform are names, not values: numbers are their bit patterns.
protocol FloatFormat {
  associatedtype Bits: FixedWidthInteger & UnsignedInteger & Sendable
  /// Significand bits, the first, which is not stored, included.
  static var precision: Int { get }
  /// Bits of the exponent field.
  static var exponentBits: Int { get }
}

/// Half precision, which only conversions know.
enum Binary16: FloatFormat {
  typealias Bits = UInt16
  @inline(__always) static var precision: Int { 11 }
  @inline(__always) static var exponentBits: Int { 5 }
}

/// Single precision.
enum Binary32: FloatFormat {
  typealias Bits = UInt32
  @inline(__always) static var precision: Int { 24 }
  @inline(__always) static var exponentBits: Int { 8 }
}

/// Double precision.
enum Binary64: FloatFormat {
  typealias Bits = UInt64
  @inline(__always) static var precision: Int { 53 }
  @inline(__always) static var exponentBits: Int { 11 }
}

extension FloatFormat {
  @inline(__always) static var fractionBits: Int { precision &- 1 }
  @inline(__always) static var fieldMask: Int { (1 &<< exponentBits) &- 1 }
  @inline(__always) static var maximumExponent: Int { fieldMask &>> 1 }

  @inline(__always)
  static var shape: FloatShape {
    FloatShape(precision: precision, minimum: 1 &- maximumExponent, maximum: maximumExponent)
  }

  /// The default NaN: negative, quiet, no payload ("real indefinite").
  @inline(__always)
  static var defaultNaN: Bits { ~0 &<< Bits(truncatingIfNeeded: precision &- 2) }

  @inline(__always)
  static var signBit: Bits { 1 &<< Bits(truncatingIfNeeded: Bits.bitWidth &- 1) }

  @inline(__always)
  static var quietBit: Bits { 1 &<< Bits(truncatingIfNeeded: precision &- 2) }

  /// Takes a number apart.
  @inline(__always)
  static func unpack(_ bits: Bits) -> Unpacked {
    let sign = bits & signBit != 0
    let field = Int(truncatingIfNeeded: bits &>> Bits(truncatingIfNeeded: fractionBits)) & fieldMask
    // The fraction, from bit 62 down.
    let fraction = UInt64(truncatingIfNeeded: bits) &<< UInt64(64 &- precision) & ~(1 &<< 63)
    if field == fieldMask {
      if fraction == 0 { return Unpacked(.infinity, sign: sign) }
      let quiet = fraction &>> 62 != 0
      return Unpacked(quiet ? .quietNaN : .signalingNaN, sign: sign, significand: fraction)
    }
    if field != 0 {
      return Unpacked(
        .normal, sign: sign, exponent: field &- maximumExponent,
        significand: fraction | 1 &<< 63)
    }
    if fraction == 0 { return Unpacked(.zero, sign: sign) }
    let shift = fraction.leadingZeroBitCount
    return Unpacked(
      .denormal, sign: sign, exponent: 1 &- maximumExponent &- shift,
      significand: fraction &<< UInt64(shift))
  }

  /// Takes an operand apart as SSE arithmetic sees it: with DAZ, a denormal number is zero.
  @inline(__always)
  static func operand(_ bits: Bits, _ environment: FloatEnvironment) -> Unpacked {
    let x = unpack(bits)
    if x.kind == .denormal, environment.denormalsAreZero { return Unpacked(.zero, sign: x.sign) }
    return x
  }

  @inline(__always)
  static func pack(_ x: Rounded) -> Bits {
    let fraction = Bits(truncatingIfNeeded: (x.significand &<< 1) &>> UInt64(65 &- precision))
    let field = Bits(truncatingIfNeeded: x.field) &<< Bits(truncatingIfNeeded: fractionBits)
    return (x.sign ? signBit : 0) | field | fraction
  }

  @inline(__always)
  static func zero(sign: Bool) -> Bits { sign ? signBit : 0 }

  @inline(__always)
  static func infinity(sign: Bool) -> Bits {
    let field = Bits(truncatingIfNeeded: fieldMask) &<< Bits(truncatingIfNeeded: fractionBits)
    return field | (sign ? signBit : 0)
  }

  /// Rounds a result, which may be zero, and packs it.
  @inline(__always)
  static func round(_ x: Exact, _ environment: inout FloatEnvironment) -> Bits {
    if x.isZero {
      environment.roundedUp = false
      return zero(sign: x.sign)
    }
    return pack(x.rounded(to: shape, &environment))
  }

  @inline(__always)
  static func isNaN(_ bits: Bits) -> Bool {
    bits & ~signBit > infinity(sign: false)
  }

  @inline(__always)
  static func isSignalingNaN(_ bits: Bits) -> Bool { isNaN(bits) && bits & quietBit == 0 }
}
