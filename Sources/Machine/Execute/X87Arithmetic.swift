import X86

/// x87 arithmetic: the four operations in all their forms, roots, rounding, scaling, remainders.
func executeX87Arithmetic(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  switch i.pointee.semantics {
  case .fsqrt: unary(cpu) { Extended.squareRoot($0, &$1) }
  case .frndint: unary(cpu) { Extended.roundToIntegral($0, &$1) }
  case .fscale: scale(cpu)
  case .fxtract: extract(cpu)
  case .fprem: remainder(cpu, nearest: false)
  case .fprem1: remainder(cpu, nearest: true)
  default: try binary(cpu, i)
  }
}

private func unary(
  _ cpu: CPU, _ operation: (Unpacked, inout FloatEnvironment) -> Extended
) {
  if cpu.isEmpty(0) {
    if cpu.stackFault(overflow: false) { cpu.setST(0, .indefinite) }
    return
  }
  var environment = cpu.fpuEnvironment
  let result = operation(cpu.st(0).unpacked, &environment)
  if cpu.report(environment) { cpu.setST(0, result) }
}

private func binary(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let memory = try x87MemoryOperand(cpu, i)
  var target: UInt8 = 0
  var source: UInt8 = 0
  if memory == nil {
    target = i.pointee.operands.0.register
    source = i.pointee.operands.1.register
  }
  let semantics = i.pointee.semantics
  let pops: Bool
  switch semantics {
  case .faddp, .fmulp, .fsubp, .fsubrp, .fdivp, .fdivrp: pops = true
  default: pops = false
  }
  if cpu.isEmpty(target) || (memory == nil && cpu.isEmpty(source)) {
    guard cpu.stackFault(overflow: false) else { return }
    cpu.setST(target, .indefinite)
    if pops { cpu.popFPU() }
    return
  }
  var environment = cpu.fpuEnvironment
  let a = cpu.st(target).unpacked
  let b = memory ?? cpu.st(source).unpacked
  let result: Extended
  switch semantics {
  case .fadd, .fiadd, .faddp: result = Extended.add(a, b, &environment)
  case .fmul, .fimul, .fmulp: result = Extended.multiply(a, b, &environment)
  case .fsub, .fisub, .fsubp: result = Extended.subtract(a, b, &environment)
  case .fsubr, .fisubr, .fsubrp: result = Extended.subtract(b, a, &environment)
  case .fdiv, .fidiv, .fdivp: result = Extended.divide(a, b, &environment)
  default: result = Extended.divide(b, a, &environment)
  }
  guard cpu.report(environment) else { return }
  cpu.setST(target, result)
  if pops { cpu.popFPU() }
}

/// fscale: st(0) * 2^(st(1) towards zero).
private func scale(_ cpu: CPU) {
  if cpu.isEmpty(0) || cpu.isEmpty(1) {
    if cpu.stackFault(overflow: false) { cpu.setST(0, .indefinite) }
    return
  }
  var environment = cpu.fpuEnvironment
  let result = scaled(cpu.st(0).unpacked, cpu.st(1).unpacked, &environment)
  if cpu.report(environment) { cpu.setST(0, result) }
}

private func scaled(
  _ a: Unpacked, _ b: Unpacked, _ environment: inout FloatEnvironment
) -> Extended {
  if let special = Extended.propagate(a, b, &environment) { return special }
  if b.isInfinite {
    if b.sign ? a.isInfinite : a.isZero { return Extended.invalid(&environment) }
    Extended.noteDenormals(a, a, &environment)
    return b.sign ? .zero(sign: a.sign) : .infinity(sign: a.sign)
  }
  Extended.noteDenormals(a, b, &environment)
  if a.isInfinite { return .infinity(sign: a.sign) }
  if a.isZero { return .zero(sign: a.sign) }
  // 2^17 moves any number out of the range.
  var power = 0
  if !b.isZero, b.exponent >= 0 {
    let magnitude = Int(b.significand &>> UInt64(63 &- min(b.exponent, 17)))
    power = b.sign ? 0 &- magnitude : magnitude
  }
  var moved = a.exact
  moved.exponent = moved.exponent &+ power
  return Extended.round(moved, precision: 64, &environment)
}

/// fxtract: the exponent into st(0), then the significand is pushed.
private func extract(_ cpu: CPU) {
  if cpu.isEmpty(0) || !cpu.isEmpty(7) {
    guard cpu.stackFault(overflow: !cpu.isEmpty(0)) else { return }
    cpu.setST(0, .indefinite)
    cpu.fpuTop = cpu.fpuTop &- 1
    cpu.setST(0, .indefinite)
    return
  }
  var environment = cpu.fpuEnvironment
  let a = cpu.st(0).unpacked
  let exponent: Extended
  let significand: Extended
  if let special = Extended.propagate(a, a, &environment) {
    (exponent, significand) = (special, special)
  } else if a.isInfinite {
    (exponent, significand) = (.infinity(sign: false), .infinity(sign: a.sign))
  } else if a.isZero {
    environment.raise(.zeroDivide)
    (exponent, significand) = (.infinity(sign: true), .zero(sign: a.sign))
  } else {
    Extended.noteDenormals(a, a, &environment)
    exponent = Extended(exactly: Unpacked(Int64(a.exponent)))
    var fraction = a
    fraction.exponent = 0
    significand = Extended(exactly: fraction)
  }
  guard cpu.report(environment) else { return }
  cpu.setST(0, exponent)
  cpu.fpuTop = cpu.fpuTop &- 1
  cpu.setST(0, significand)
}

/// fprem and fprem1: an exact remainder, or part of the way to it with C2 set.
private func remainder(_ cpu: CPU, nearest: Bool) {
  cpu.pointee.fpuStatus &= ~X87Status.c2
  if cpu.isEmpty(0) || cpu.isEmpty(1) {
    if cpu.stackFault(overflow: false) { cpu.setST(0, .indefinite) }
    return
  }
  var environment = cpu.fpuEnvironment
  let a = cpu.st(0).unpacked
  let b = cpu.st(1).unpacked
  // Without a remainder C0 and C3 stay: the manual leaves them undefined.
  var conditions: UInt16 = cpu.pointee.fpuStatus & (X87Status.c0 | X87Status.c3)
  let result: Extended
  if let special = Extended.propagate(a, b, &environment) {
    result = special
  } else if a.isInfinite || b.isZero {
    result = Extended.invalid(&environment)
  } else {
    Extended.noteDenormals(a, b, &environment)
    if b.isInfinite || a.isZero {
      conditions = 0
      result = Extended.round(a.exact, precision: 64, &environment)
    } else {
      let step = reduce(a, b, nearest: nearest)
      conditions = step.conditions
      result = Extended.round(step.value, precision: 64, &environment)
    }
  }
  guard cpu.report(environment) else { return }
  let kept = cpu.pointee.fpuStatus & ~X87Status.conditions
  cpu.pointee.fpuStatus = kept | conditions
  cpu.setST(0, result)
}

/// One step of a remainder: at most 63 bits of the quotient.
private func reduce(
  _ a: Unpacked, _ b: Unpacked, nearest: Bool
) -> (value: Exact, conditions: UInt16) {
  let distance = a.exponent &- b.exponent
  if distance < (nearest ? -1 : 0) { return (a.exact, 0) }
  // In a step that does not finish, the exponents come nearer by 32 to 63.
  let partial = distance >= 64
  let bits = partial ? 32 &+ (distance & 31) : distance
  var rest = UInt128(a.significand)
  let divisor = UInt128(b.significand)
  var quotient: UInt64 = 0
  var count = bits
  // The exponent of the rest's unit is that of b's when all bits are done.
  if count < 0 {
    count = 0
  } else {
    if rest >= divisor {
      rest = rest &- divisor
      quotient = 1
    }
    while count > 0 {
      rest = rest &<< 1
      quotient = quotient &<< 1
      if rest >= divisor {
        rest = rest &- divisor
        quotient |= 1
      }
      count = count &- 1
    }
  }
  let unit = partial ? a.exponent &- bits : min(b.exponent, a.exponent)
  var sign = a.sign
  if nearest && !partial {
    // Against half the divisor, in units of the rest.
    let larger = distance < 0 ? rest : rest &<< 1
    if larger > divisor || (larger == divisor && quotient & 1 != 0) {
      let whole = distance < 0 ? divisor &<< 1 : divisor
      rest = whole &- rest
      sign = !sign
      quotient = quotient &+ 1
    }
  }
  var conditions: UInt16 = 0
  if partial {
    conditions = X87Status.c2
  } else {
    if quotient & 4 != 0 { conditions |= X87Status.c0 }
    if quotient & 2 != 0 { conditions |= X87Status.c3 }
    if quotient & 1 != 0 { conditions |= X87Status.c1 }
  }
  if rest == 0 { return (Exact(sign: a.sign, exponent: 0, high: 0, low: 0), conditions) }
  return (Exact(normalising: rest, sign: sign, exponent: unit &+ 64), conditions)
}
