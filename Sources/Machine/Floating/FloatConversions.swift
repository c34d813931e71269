/// Conversions of SSE: between formats, to and from integers, to integral values.
extension FloatFormat {
  /// Converts a number of another format: cvtss2sd, cvtsd2ss, vcvtps2ph. A NaN keeps the first bits
  /// of its payload and becomes quiet. (vcvtph2ps reports no denormal operands and ignores DAZ:
  /// see `widen`.)
  @inline(__always)
  static func convert<Source: FloatFormat>(
    _ bits: Source.Bits, from: Source.Type, _ environment: inout FloatEnvironment
  ) -> Bits {
    let x = Source.operand(bits, environment)
    switch x.kind {
    case .normal, .zero: return round(x.exact, &environment)
    case .denormal:
      environment.raise(.denormal)
      return round(x.exact, &environment)
    case .infinity: return infinity(sign: x.sign)
    default:
      if x.kind == .signalingNaN { environment.raise(.invalid) }
      return packNaN(x)
    }
  }

  /// A NaN of another format in this one, made quiet.
  @inline(__always)
  static func packNaN(_ x: Unpacked) -> Bits {
    pack(Rounded(sign: x.sign, field: fieldMask, significand: x.significand | 3 &<< 62))
  }

  /// The nearest number of the format to a signed integer: cvtsi2ss, cvtsi2sd, cvtdq2ps.
  @inline(__always)
  static func convert(_ value: Int64, _ environment: inout FloatEnvironment) -> Bits {
    round(Unpacked(value).exact, &environment)
  }

  /// A signed integer of 32 or 64 bits: cvtss2si, cvtsd2si, cvtps2dq, and with `mode` towardZero
  /// the truncating ones. What does not fit is invalid and results in 8000...h. Denormal operands
  /// are not reported.
  ///
  /// - Parameter width: 32 or 64. 32 bits come zero-extended.
  @inline(__always)
  static func integer(
    _ bits: Bits, width: Int, mode: RoundingMode, _ environment: inout FloatEnvironment
  ) -> UInt64 {
    let x = operand(bits, environment)
    guard x.isFinite, let found = x.integer(width: width, mode) else {
      environment.raise(.invalid)
      return 1 &<< UInt64(width &- 1)
    }
    if found.inexact { environment.raise(.precision) }
    return width == 64 ? found.value : found.value & 0xffff_ffff
  }

  /// Rounds to an integral value: roundss and its kin. Denormal operands are not reported.
  ///
  /// - Parameter isExact: whether a change raises the precision exception (bit 3 of the immediate
  ///   clear).
  @inline(__always)
  static func roundToIntegral(
    _ bits: Bits, mode: RoundingMode, isExact: Bool, _ environment: inout FloatEnvironment
  ) -> Bits {
    let x = operand(bits, environment)
    switch x.kind {
    case .zero: return zero(sign: x.sign)
    case .infinity: return bits
    case .normal, .denormal:
      let result = x.integral(mode)
      if result.inexact, isExact { environment.raise(.precision) }
      var quiet = FloatEnvironment()
      return round(result.value, &quiet)
    default: return quieted(bits, &environment)
    }
  }
}

extension FloatFormat where Bits == UInt16 {
  /// A number of half precision as a single: vcvtph2ps, which heeds only signalling NaNs.
  @inline(__always)
  static func widen(_ bits: UInt16, _ environment: inout FloatEnvironment) -> UInt32 {
    var inner = FloatEnvironment()
    let result = Binary32.convert(bits, from: Self.self, &inner)
    if inner.raised.contains(.invalid) { environment.raise(.invalid) }
    return result
  }
}

extension Unpacked {
  /// A finite number as a signed integer of `width` bits; nil if it does not fit.
  @inline(__always)
  func integer(
    width: Int, _ mode: RoundingMode
  ) -> (value: UInt64, inexact: Bool, up: Bool)? {
    if isZero { return (0, false, false) }
    if exponent >= 64 { return nil }
    let (magnitude, inexact, up) = wholePart(mode)
    let limit: UInt128 = 1 &<< UInt128(width &- 1)
    if sign ? magnitude > limit : magnitude >= limit { return nil }
    let low = UInt64(truncatingIfNeeded: magnitude)
    return (sign ? 0 &- low : low, inexact, up)
  }

  /// The magnitude rounded to an integer; the exponent is below 64.
  @inline(__always)
  private func wholePart(_ mode: RoundingMode) -> (UInt128, inexact: Bool, up: Bool) {
    // The integer part in the high half, the fraction in the low one.
    let fixed = shiftedRightJamming(UInt128(significand) &<< 64, 63 &- exponent)
    let whole = UInt64(truncatingIfNeeded: fixed &>> 64)
    let fraction = UInt64(truncatingIfNeeded: fixed)
    let half: UInt64 = 1 &<< 63
    let up: Bool
    switch mode {
    case .nearestEven: up = fraction > half || (fraction == half && whole & 1 != 0)
    case .down: up = sign && fraction != 0
    case .up: up = !sign && fraction != 0
    case .towardZero: up = false
    }
    return (UInt128(whole) &+ (up ? 1 : 0), fraction != 0, up)
  }

  /// The nearest integral value of a finite number, with the number's sign.
  @inline(__always)
  func integral(_ mode: RoundingMode) -> (value: Exact, inexact: Bool, up: Bool) {
    if isZero || exponent >= 63 { return (exact, false, false) }
    let (magnitude, inexact, up) = wholePart(mode)
    if magnitude == 0 {
      return (Exact(sign: sign, exponent: 0, high: 0, low: 0), inexact, up)
    }
    return (Exact(normalising: magnitude, sign: sign, exponent: 127), inexact, up)
  }
}
