import X86

/// The transcendental functions (Intel SDM vol. 1 §8.3.7), with 64 bits whatever the precision
/// control says.
func executeX87Transcendental(_ cpu: CPU, _ i: Decoded) {
  switch i.pointee.semantics {
  case .fsin, .fcos, .fsincos, .fptan: trigonometric(cpu, i.pointee.semantics)
  case .f2xm1: exponential(cpu)
  default: binary(cpu, i.pointee.semantics)
  }
}

private func rounded(_ x: LongFloat, _ environment: inout FloatEnvironment) -> Extended {
  Extended.round(x.inexact, precision: 64, &environment)
}

private func trigonometric(_ cpu: CPU, _ semantics: Semantics) {
  let pushes = semantics == .fsincos || semantics == .fptan
  cpu.pointee.fpuStatus &= ~X87Status.c2
  if cpu.isEmpty(0) || (pushes && !cpu.isEmpty(7)) {
    guard cpu.stackFault(overflow: !cpu.isEmpty(0)) else { return }
    cpu.setST(0, .indefinite)
    if pushes {
      cpu.fpuTop = cpu.fpuTop &- 1
      cpu.setST(0, .indefinite)
    }
    return
  }
  var environment = cpu.fpuEnvironment
  let x = cpu.st(0).unpacked
  // What st(0) becomes, and what is pushed.
  var result: Extended
  var second: Extended
  if let special = Extended.propagate(x, x, &environment) {
    (result, second) = (special, special)
  } else if x.isInfinite {
    result = Extended.invalid(&environment)
    second = result
  } else if x.exponent >= 63 && !x.isZero {
    cpu.pointee.fpuStatus = (cpu.pointee.fpuStatus & ~X87Status.c1) | X87Status.c2
    return
  } else if x.isZero {
    let zero = Extended.zero(sign: x.sign)
    (result, second) = (semantics == .fcos ? .one : zero, .one)
  } else {
    Extended.noteDenormals(x, x, &environment)
    let (sine, cosine) = Transcendental.circle(x)
    second = .one
    switch semantics {
    case .fsin: result = rounded(sine, &environment)
    case .fcos: result = rounded(cosine, &environment)
    case .fptan: result = rounded(sine / cosine, &environment)
    default:
      result = rounded(sine, &environment)
      second = rounded(cosine, &environment)
    }
  }
  guard cpu.report(environment) else { return }
  cpu.setST(0, result)
  if pushes {
    cpu.fpuTop = cpu.fpuTop &- 1
    cpu.setST(0, second)
  }
}

/// f2xm1: a number beyond -1 to 1, for which the manual leaves the result undefined, stays.
private func exponential(_ cpu: CPU) {
  if cpu.isEmpty(0) {
    if cpu.stackFault(overflow: false) { cpu.setST(0, .indefinite) }
    return
  }
  var environment = cpu.fpuEnvironment
  let x = cpu.st(0).unpacked
  let result: Extended
  if let special = Extended.propagate(x, x, &environment) {
    result = special
  } else if x.isInfinite {
    result = x.sign ? Extended(head: 0xbfff, significand: 1 &<< 63) : .infinity(sign: false)
  } else if x.isZero {
    result = .zero(sign: x.sign)
  } else {
    Extended.noteDenormals(x, x, &environment)
    if x.exponent < 0 {
      result = rounded(Transcendental.powerOfTwoMinusOne(LongFloat(x)), &environment)
    } else if x.exponent == 0, x.sign, x.significand == 1 &<< 63 {
      result = Extended(head: 0xbffe, significand: 1 &<< 63)
    } else {
      result = Extended(exactly: x)
    }
    // The processor that was compared calls every result inexact, -0.5 too.
    environment.raise(.precision)
  }
  if cpu.report(environment) { cpu.setST(0, result) }
}

/// fpatan, fyl2x, fyl2xp1: of st(1) and st(0), into st(1), which becomes st(0).
private func binary(_ cpu: CPU, _ semantics: Semantics) {
  if cpu.isEmpty(0) || cpu.isEmpty(1) {
    guard cpu.stackFault(overflow: false) else { return }
    cpu.setST(1, .indefinite)
    cpu.popFPU()
    return
  }
  var environment = cpu.fpuEnvironment
  let (x, y) = (cpu.st(0).unpacked, cpu.st(1).unpacked)
  let result: Extended
  if let special = Extended.propagate(x, y, &environment) {
    result = special
  } else if semantics == .fpatan {
    result = arctangent(y, x, &environment)
  } else {
    result = logarithm(y, x, plusOne: semantics == .fyl2xp1, &environment)
  }
  guard cpu.report(environment) else { return }
  cpu.setST(1, result)
  cpu.popFPU()
}

/// The angle of (x, y), from -pi to pi.
private func arctangent(
  _ y: Unpacked, _ x: Unpacked, _ environment: inout FloatEnvironment
) -> Extended {
  Extended.noteDenormals(x, y, &environment)
  var angle: LongFloat
  if y.isZero || (x.isInfinite && !y.isInfinite) {
    if !x.sign { return .zero(sign: y.sign) }
    angle = Transcendental.halfPi
    angle.exponent = 1
  } else if x.isInfinite || x.isZero || y.isInfinite {
    angle = Transcendental.halfPi
    if x.isInfinite {
      angle.exponent = -1
      if x.sign { angle = angle + Transcendental.halfPi }
    }
  } else {
    var (a, b) = (LongFloat(y), LongFloat(x))
    (a.sign, b.sign) = (false, false)
    angle = Transcendental.angle(a, b)
    if x.sign {
      var pi = Transcendental.halfPi
      pi.exponent = 1
      angle = pi + -angle
    }
  }
  angle.sign = y.sign
  return rounded(angle, &environment)
}

/// y log2 x, or y log2(x + 1).
private func logarithm(
  _ y: Unpacked, _ x: Unpacked, plusOne: Bool, _ environment: inout FloatEnvironment
) -> Extended {
  let negativeOne = x.sign && x.exponent == 0 && x.significand == 1 &<< 63
  let isPole = plusOne ? x.isFinite && negativeOne : x.isZero
  if isPole {
    if y.isZero { return Extended.invalid(&environment) }
    if !y.isInfinite { environment.raise(.zeroDivide) }
    return .infinity(sign: !y.sign)
  }
  let isBelow = x.sign && (plusOne ? x.isInfinite || (!x.isZero && x.exponent >= 0) : true)
  if isBelow { return Extended.invalid(&environment) }
  if x.isInfinite {
    if y.isZero { return Extended.invalid(&environment) }
    Extended.noteDenormals(x, y, &environment)
    return .infinity(sign: y.sign)
  }
  Extended.noteDenormals(x, y, &environment)
  let isOne = plusOne ? x.isZero : x.exponent == 0 && x.significand == 1 &<< 63
  let negative = plusOne ? x.sign : x.exponent < 0
  if isOne {
    if y.isInfinite { return Extended.invalid(&environment) }
    return .zero(sign: y.sign != negative)
  }
  if y.isInfinite { return .infinity(sign: y.sign != negative) }
  if y.isZero { return .zero(sign: y.sign != negative) }
  if !plusOne, x.significand == 1 &<< 63 {
    let product = y.product(Unpacked(Int64(x.exponent)))
    // Called inexact though it is exact, and therefore an underflow if it is tiny.
    if product.exponent < -16382, environment.isMasked(.underflow) { environment.raise(.underflow) }
    let result = Extended.round(product, precision: 64, &environment)
    environment.raise(.precision)
    return result
  }
  let value = LongFloat(x)
  let power =
    plusOne ? Transcendental.logarithmPlusOne(value) : Transcendental.logarithm(value)
  return rounded(power * LongFloat(y), &environment)
}
