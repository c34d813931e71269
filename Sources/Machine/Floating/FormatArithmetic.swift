/// SSE arithmetic on bit patterns: one lane of an instruction each, `environment` carrying MXCSR's
/// modes in and the exceptions out.
///
/// A NaN among the operands is the result, the first before the second, made quiet (Intel SDM vol. 1
/// table 4-7). Denormal operands are reported only where no NaN or invalid operation went before
/// (vol. 1 §4.9.2).
extension FloatFormat {
  /// a + b.
  @inline(__always)
  static func add(_ a: Bits, _ b: Bits, _ environment: inout FloatEnvironment) -> Bits {
    let x = operand(a, environment)
    let y = operand(b, environment)
    if x.kind == .normal, y.kind == .normal {
      return round(addNormal(x, y, environment.rounding), &environment)
    }
    return addSpecial(a, b, x, y, &environment)
  }

  /// a - b.
  @inline(__always)
  static func subtract(_ a: Bits, _ b: Bits, _ environment: inout FloatEnvironment) -> Bits {
    let x = operand(a, environment)
    let y = -operand(b, environment)
    if x.kind == .normal, y.kind == .normal {
      return round(addNormal(x, y, environment.rounding), &environment)
    }
    return addSpecial(a, b, x, y, &environment)
  }

  @inline(__always)
  private static func addNormal(_ x: Unpacked, _ y: Unpacked, _ mode: RoundingMode) -> Exact {
    x.sum(y, mode)
  }

  @inline(never)
  private static func addSpecial(
    _ a: Bits, _ b: Bits, _ x: Unpacked, _ y: Unpacked, _ environment: inout FloatEnvironment
  ) -> Bits {
    if let nan = propagate(a, b, &environment) { return nan }
    if x.isInfinite && y.isInfinite && x.sign != y.sign { return invalid(&environment) }
    noteDenormals(x, y, &environment)
    if x.isInfinite { return infinity(sign: x.sign) }
    if y.isInfinite { return infinity(sign: y.sign) }
    return round(x.sum(y, environment.rounding), &environment)
  }

  /// a * b.
  @inline(__always)
  static func multiply(_ a: Bits, _ b: Bits, _ environment: inout FloatEnvironment) -> Bits {
    let x = operand(a, environment)
    let y = operand(b, environment)
    if x.kind == .normal, y.kind == .normal { return round(x.product(y), &environment) }
    return multiplySpecial(a, b, x, y, &environment)
  }

  @inline(never)
  private static func multiplySpecial(
    _ a: Bits, _ b: Bits, _ x: Unpacked, _ y: Unpacked, _ environment: inout FloatEnvironment
  ) -> Bits {
    if let nan = propagate(a, b, &environment) { return nan }
    if (x.isInfinite && y.isZero) || (x.isZero && y.isInfinite) { return invalid(&environment) }
    noteDenormals(x, y, &environment)
    if x.isInfinite || y.isInfinite { return infinity(sign: x.sign != y.sign) }
    return round(x.product(y), &environment)
  }

  /// a / b.
  @inline(__always)
  static func divide(_ a: Bits, _ b: Bits, _ environment: inout FloatEnvironment) -> Bits {
    let x = operand(a, environment)
    let y = operand(b, environment)
    if x.kind == .normal, y.kind == .normal { return round(x.quotient(y), &environment) }
    return divideSpecial(a, b, x, y, &environment)
  }

  @inline(never)
  private static func divideSpecial(
    _ a: Bits, _ b: Bits, _ x: Unpacked, _ y: Unpacked, _ environment: inout FloatEnvironment
  ) -> Bits {
    if let nan = propagate(a, b, &environment) { return nan }
    if (x.isInfinite && y.isInfinite) || (x.isZero && y.isZero) { return invalid(&environment) }
    if y.isZero && !x.isInfinite {
      environment.raise(.zeroDivide)
      return infinity(sign: x.sign != y.sign)
    }
    noteDenormals(x, y, &environment)
    if x.isInfinite { return infinity(sign: x.sign != y.sign) }
    if y.isInfinite { return zero(sign: x.sign != y.sign) }
    return round(x.quotient(y), &environment)
  }

  /// The square root of a.
  @inline(__always)
  static func squareRoot(_ a: Bits, _ environment: inout FloatEnvironment) -> Bits {
    let x = operand(a, environment)
    if x.isNaN { return quieted(a, &environment) }
    if x.isZero { return zero(sign: x.sign) }
    if x.sign { return invalid(&environment) }
    if x.isInfinite { return a }
    noteDenormals(x, x, &environment)
    return round(x.root(), &environment)
  }

  /// a * b + c, rounded once. A NaN among them is the result, a before b before c; with one in c,
  /// infinity times zero is no invalid operation (Intel SDM vol. 1 table 14-17). The order is the one
  /// that the digits of the mnemonic have: a, b, c are operands 1, 3, 2 of vfmadd132ss, 2, 1, 3 of
  /// vfmadd213ss, and 2, 3, 1 of vfmadd231ss.
  ///
  /// - Parameters:
  ///   - negatesProduct: -(a * b) + c, as vfnmadd and vfnmsub have it. NaNs keep their sign.
  ///   - negatesAddend: a * b - c, as vfmsub and vfnmsub have it.
  @inline(__always)
  static func multiplyAdd(
    _ a: Bits, _ b: Bits, _ c: Bits, negatesProduct: Bool = false, negatesAddend: Bool = false,
    _ environment: inout FloatEnvironment
  ) -> Bits {
    var x = operand(a, environment)
    let y = operand(b, environment)
    var z = operand(c, environment)
    if negatesProduct { x.sign = !x.sign }
    if negatesAddend { z.sign = !z.sign }
    if x.kind == .normal, y.kind == .normal, z.kind == .normal {
      return round(x.product(y, plus: z, environment.rounding), &environment)
    }
    return multiplyAddSpecial((a, b, c), x, y, z, &environment)
  }

  @inline(never)
  private static func multiplyAddSpecial(
    _ bits: (Bits, Bits, Bits), _ x: Unpacked, _ y: Unpacked, _ z: Unpacked,
    _ environment: inout FloatEnvironment
  ) -> Bits {
    if x.isNaN || y.isNaN || z.isNaN {
      let signals =
        x.kind == .signalingNaN || y.kind == .signalingNaN || z.kind == .signalingNaN
      if signals { environment.raise(.invalid) }
      return (x.isNaN ? bits.0 : (y.isNaN ? bits.1 : bits.2)) | quietBit
    }
    if (x.isInfinite && y.isZero) || (x.isZero && y.isInfinite) { return invalid(&environment) }
    let sign = x.sign != y.sign
    let isInfinite = x.isInfinite || y.isInfinite
    if isInfinite && z.isInfinite && sign != z.sign { return invalid(&environment) }
    noteDenormals(x, y, &environment)
    noteDenormals(z, z, &environment)
    if isInfinite { return infinity(sign: sign) }
    if z.isInfinite { return infinity(sign: z.sign) }
    return round(x.product(y, plus: z, environment.rounding), &environment)
  }

  /// The smaller of two numbers as minps has it: the second where they are equal or one is a NaN,
  /// unchanged, a quiet NaN being invalid too.
  @inline(__always)
  static func minimum(_ a: Bits, _ b: Bits, _ environment: inout FloatEnvironment) -> Bits {
    choose(a, b, .less, &environment)
  }

  /// The larger of two numbers as maxps has it; see `minimum`.
  @inline(__always)
  static func maximum(_ a: Bits, _ b: Bits, _ environment: inout FloatEnvironment) -> Bits {
    choose(a, b, .greater, &environment)
  }

  @inline(__always)
  private static func choose(
    _ a: Bits, _ b: Bits, _ wanted: FloatRelation, _ environment: inout FloatEnvironment
  ) -> Bits {
    let chosen = compare(a, b, signalsQuiet: true, &environment) == wanted ? a : b
    // With DAZ what is chosen is the operand as the comparison saw it.
    let x = operand(chosen, environment)
    return x.isZero ? zero(sign: x.sign) : chosen
  }

  /// How two numbers compare.
  ///
  /// - Parameter signalsQuiet: a quiet NaN is invalid as well: comiss and the ordered predicates of
  ///   cmpps. A signalling one always is.
  @inline(__always)
  static func compare(
    _ a: Bits, _ b: Bits, signalsQuiet: Bool, _ environment: inout FloatEnvironment
  ) -> FloatRelation {
    let x = operand(a, environment)
    let y = operand(b, environment)
    if x.isNaN || y.isNaN {
      if signalsQuiet || x.kind == .signalingNaN || y.kind == .signalingNaN {
        environment.raise(.invalid)
      }
      return .unordered
    }
    noteDenormals(x, y, &environment)
    return x.relation(to: y)
  }

  /// The result of an invalid operation.
  @inline(__always)
  static func invalid(_ environment: inout FloatEnvironment) -> Bits {
    environment.raise(.invalid)
    return defaultNaN
  }

  @inline(__always)
  static func noteDenormals(
    _ x: Unpacked, _ y: Unpacked, _ environment: inout FloatEnvironment
  ) {
    if x.kind == .denormal || y.kind == .denormal { environment.raise(.denormal) }
  }

  /// A NaN as a result.
  @inline(__always)
  static func quieted(_ nan: Bits, _ environment: inout FloatEnvironment) -> Bits {
    if nan & quietBit == 0 { environment.raise(.invalid) }
    return nan | quietBit
  }

  /// The NaN that two operands result in; nil if neither is one.
  @inline(__always)
  static func propagate(
    _ a: Bits, _ b: Bits, _ environment: inout FloatEnvironment
  ) -> Bits? {
    let first = isNaN(a)
    let second = isNaN(b)
    guard first || second else { return nil }
    if isSignalingNaN(a) || isSignalingNaN(b) { environment.raise(.invalid) }
    return (first ? a : b) | quietBit
  }
}

/// How two numbers compare.
enum FloatRelation {
  case less, equal, greater, unordered
}

extension Unpacked {
  /// How a number that is no NaN compares with another.
  @inline(__always)
  func relation(to other: Unpacked) -> FloatRelation {
    if isZero && other.isZero { return .equal }
    if sign != other.sign || isZero || other.isZero {
      let negative = isZero ? !other.sign : sign
      return negative ? .less : .greater
    }
    let order: FloatRelation
    if isInfinite || other.isInfinite {
      if isInfinite && other.isInfinite { return .equal }
      order = isInfinite ? .greater : .less
    } else if exponent != other.exponent {
      order = exponent > other.exponent ? .greater : .less
    } else if significand != other.significand {
      order = significand > other.significand ? .greater : .less
    } else {
      return .equal
    }
    guard sign else { return order }
    return order == .greater ? .less : .greater
  }
}
