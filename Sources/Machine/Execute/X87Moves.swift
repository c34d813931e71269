import X86

/// x87 loads, stores, exchanges, constants and stack management.
func executeX87Move(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let operand = i.pointee.operands.0
  switch i.pointee.semantics {
  case .fld: try load(cpu, i)
  case .fild:
    if let value = try x87MemoryOperand(cpu, i) { cpu.pushFPU(Extended(exactly: value)) }
  case .fst: try store(cpu, i, pops: false)
  case .fstp: try store(cpu, i, pops: true)
  case .fist, .fistp, .fisttp: try storeInteger(cpu, i)
  case .fbld: cpu.pushFPU(try decimal(cpu, cpu.address(i)))
  case .fbstp: try storeDecimal(cpu, i)
  case .fxch:
    let n = operand.register
    if cpu.isEmpty(0) || cpu.isEmpty(n) {
      guard cpu.stackFault(overflow: false) else { return }
      if cpu.isEmpty(0) { cpu.setST(0, .indefinite) }
      if cpu.isEmpty(n) { cpu.setST(n, .indefinite) }
    } else {
      cpu.setC1(false)
    }
    let value = cpu.st(0)
    cpu.setST(0, cpu.st(n))
    cpu.setST(n, value)
  case .fchs, .fabs:
    if cpu.isEmpty(0) {
      if cpu.stackFault(overflow: false) { cpu.setST(0, .indefinite) }
      return
    }
    cpu.setC1(false)
    var value = cpu.st(0)
    value.head = i.pointee.semantics == .fchs ? value.head ^ 0x8000 : value.head & 0x7fff
    cpu.setST(0, value)
  case .fincstp:
    cpu.fpuTop = cpu.fpuTop &+ 1
    cpu.setC1(false)
  case .fdecstp:
    cpu.fpuTop = cpu.fpuTop &- 1
    cpu.setC1(false)
  case .ffree:
    cpu.emptyST(operand.register)
    cpu.setC1(false)
  case .ffreep:
    cpu.emptyST(operand.register)
    cpu.setC1(false)
    cpu.popFPU()
  case .fnop: break
  default: try loadConstantOrMove(cpu, i)
  }
}

private func loadConstantOrMove(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  if let value = constant(i.pointee.semantics, cpu.fpuEnvironment.rounding) {
    cpu.pushFPU(value)
    return
  }
  let flags = cpu.arithmeticFlags
  let moves: Bool
  switch i.pointee.semantics {
  case .fcmovb: moves = flags & Flag.carry != 0
  case .fcmove: moves = flags & Flag.zero != 0
  case .fcmovbe: moves = flags & (Flag.carry | Flag.zero) != 0
  case .fcmovu: moves = flags & Flag.parity != 0
  case .fcmovnb: moves = flags & Flag.carry == 0
  case .fcmovne: moves = flags & Flag.zero == 0
  case .fcmovnbe: moves = flags & (Flag.carry | Flag.zero) == 0
  case .fcmovnu: moves = flags & Flag.parity == 0
  default: throw cpu.unimplemented(i)
  }
  let n = i.pointee.operands.1.register
  if cpu.isEmpty(0) || cpu.isEmpty(n) {
    // The masked response does not depend on the condition.
    if cpu.stackFault(overflow: false) { cpu.setST(0, .indefinite) }
    return
  }
  if moves { cpu.setST(0, cpu.st(n)) }
}

/// The constants, rounded as RC says (Intel SDM vol. 1 §8.3.8): 64 bits cut off, and whether the
/// nearest and the larger are one more.
private func constant(_ semantics: Semantics, _ mode: RoundingMode) -> Extended? {
  let cut: (UInt16, UInt64, nearestIsUp: Bool)
  switch semantics {
  case .fld1: return .one
  case .fldz: return .zero(sign: false)
  case .fldl2t: cut = (0x4000, 0xd49a_784b_cd1b_8afe, false)
  case .fldl2e: cut = (0x3fff, 0xb8aa_3b29_5c17_f0bb, true)
  case .fldpi: cut = (0x4000, 0xc90f_daa2_2168_c234, true)
  case .fldlg2: cut = (0x3ffd, 0x9a20_9a84_fbcf_f798, true)
  case .fldln2: cut = (0x3ffe, 0xb172_17f7_d1cf_79ab, true)
  default: return nil
  }
  let up = mode == .up || (mode == .nearestEven && cut.nearestIsUp)
  return Extended(head: cut.0, significand: cut.1 &+ (up ? 1 : 0))
}

private func load(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let operand = i.pointee.operands.0
  if operand.kind == .st {
    if cpu.isEmpty(operand.register) {
      guard cpu.stackFault(overflow: false) else { return }
      cpu.fpuTop = cpu.fpuTop &- 1
      cpu.setST(0, .indefinite)
      return
    }
    cpu.pushFPU(cpu.st(operand.register))
    return
  }
  if operand.size == 10 {
    cpu.pushFPU(try loadExtended(cpu, cpu.address(i)))
    return
  }
  guard let source = try x87MemoryOperand(cpu, i) else { return }
  guard cpu.isEmpty(7) else {
    cpu.pushFPU(.indefinite)
    return
  }
  var environment = cpu.fpuEnvironment
  let value = Extended.widen(source, &environment)
  _ = cpu.report(environment)
  // A denormal number is loaded even when it raises an unmasked exception, as processors do.
  let refused = environment.raised.contains(.invalid) && !environment.isMasked(.invalid)
  if !refused { cpu.pushFPU(value) }
}

func loadExtended(_ cpu: CPU, _ va: UInt64) throws(Fault) -> Extended {
  let low: UInt64 = try cpu.load(va)
  return Extended(head: try cpu.load(va &+ 8), significand: low)
}

func storeExtended(_ cpu: CPU, _ va: UInt64, _ value: Extended) throws(Fault) {
  if cpu.writable(va, 10) == nil { try cpu.probeWrite(va, 10) }
  try cpu.store(va, value.significand)
  try cpu.store(va &+ 8, value.head)
}

private func store(_ cpu: CPU, _ i: Decoded, pops: Bool) throws(Fault) {
  let operand = i.pointee.operands.0
  let isEmpty = cpu.isEmpty(0)
  if operand.kind == .st || operand.size == 10 {
    if operand.kind == .memory, cpu.writable(cpu.address(i), 10) == nil {
      try cpu.probeWrite(cpu.address(i), 10)
    }
    if isEmpty {
      guard cpu.stackFault(overflow: false) else { return }
    } else {
      cpu.setC1(false)
    }
    let value = isEmpty ? Extended.indefinite : cpu.st(0)
    if operand.kind == .st {
      cpu.setST(operand.register, value)
    } else {
      try storeExtended(cpu, cpu.address(i), value)
    }
    if pops { cpu.popFPU() }
    return
  }
  var environment = cpu.fpuEnvironment
  let bits: UInt64
  if isEmpty {
    bits = operand.size == 4 ? UInt64(Binary32.defaultNaN) : Binary64.defaultNaN
  } else if operand.size == 4 {
    bits = UInt64(Extended.narrow(cpu.st(0).unpacked, to: Binary32.self, &environment))
  } else {
    bits = Extended.narrow(cpu.st(0).unpacked, to: Binary64.self, &environment)
  }
  try finishStore(cpu, i, bits, environment, isEmpty: isEmpty, pops: pops)
}

/// Writes what a store to memory made, unless an exception prevents it: unmasked overflow and
/// underflow do too, there being no room for a scaled result.
private func finishStore(
  _ cpu: CPU, _ i: Decoded, _ bits: UInt64, _ environment: FloatEnvironment, isEmpty: Bool,
  pops: Bool
) throws(Fault) {
  let size = i.pointee.operands.0.size
  let va = cpu.address(i)
  if cpu.writable(va, UInt64(size)) == nil { try cpu.probeWrite(va, Int(size)) }
  if isEmpty {
    guard cpu.stackFault(overflow: false) else { return }
  } else {
    // Invalid, overflow and underflow; not precision, which goes unnoticed beside them, as does the
    // direction of rounding (Intel SDM vol. 1 §8.5.6).
    var environment = environment
    let prevents = environment.raised.rawValue & ~environment.masked.rawValue & 0x1f != 0
    if prevents {
      environment.raised.remove(.precision)
      environment.roundedUp = false
    }
    guard cpu.report(environment), !prevents else { return }
  }
  try cpu.storeSized(va, size, bits)
  if pops { cpu.popFPU() }
}

private func storeInteger(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let size = i.pointee.operands.0.size
  var environment = cpu.fpuEnvironment
  let mode = i.pointee.semantics == .fisttp ? .towardZero : environment.rounding
  let isEmpty = cpu.isEmpty(0)
  let x = cpu.st(0).unpacked
  var bits: UInt64 = 1 &<< (UInt64(size) &* 8 &- 1)
  if x.isFinite, let found = x.integer(width: Int(size) &* 8, mode) {
    if !isEmpty { bits = found.value }
    if found.inexact { environment.raise(.precision) }
    environment.roundedUp = found.up
  } else {
    environment.raise(.invalid)
  }
  try finishStore(
    cpu, i, bits, environment, isEmpty: isEmpty, pops: i.pointee.semantics != .fist)
}

/// A packed decimal number: 18 digits, and the sign in the last byte (Intel SDM vol. 1 §4.7).
private func decimal(_ cpu: CPU, _ va: UInt64) throws(Fault) -> Extended {
  let image = try loadExtended(cpu, va)
  var value: UInt64 = 0
  for digit in 0..<18 {
    let nibble =
      digit < 2
      ? UInt64(image.head) &>> UInt64(4 &- digit &* 4)
      : image.significand &>> UInt64(60 &- (digit &- 2) &* 4)
    value = value &* 10 &+ (nibble & 15)
  }
  var number = Unpacked(Int64(bitPattern: value))
  number.sign = image.sign
  return Extended(exactly: number)
}

private func storeDecimal(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  var environment = cpu.fpuEnvironment
  let isEmpty = cpu.isEmpty(0)
  let x = cpu.st(0).unpacked
  var image = Extended(head: 0xffff, significand: 0xc000_0000_0000_0000)
  if !isEmpty, x.isFinite, let found = x.integer(width: 64, environment.rounding),
    Int64(bitPattern: found.value).magnitude < 1_000_000_000_000_000_000
  {
    var rest = Int64(bitPattern: found.value).magnitude
    var digits: UInt128 = 0
    for digit in 0..<18 {
      digits |= UInt128(rest % 10) &<< UInt128(digit &* 4)
      rest /= 10
    }
    image.significand = UInt64(truncatingIfNeeded: digits)
    image.head = UInt16(truncatingIfNeeded: digits &>> 64) | (x.sign ? 0x8000 : 0)
    if found.inexact { environment.raise(.precision) }
    environment.roundedUp = found.up
  } else {
    environment.raise(.invalid)
  }
  let va = cpu.address(i)
  if cpu.writable(va, 10) == nil { try cpu.probeWrite(va, 10) }
  if isEmpty {
    guard cpu.stackFault(overflow: false) else { return }
  } else {
    guard cpu.report(environment) else { return }
  }
  try storeExtended(cpu, va, image)
  cpu.popFPU()
}
