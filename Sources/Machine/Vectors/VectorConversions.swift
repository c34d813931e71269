import X86

/// Conversions between integers and floating point, and between widths of floating point.
func executeConversion(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  switch i.pointee.semantics {
  case .cvtsi2sd, .cvtsi2ss, .cvtss2sd, .cvtsd2ss: try convertScalar(cpu, i)
  case .cvttss2si, .cvttsd2si, .cvtss2si, .cvtsd2si: try convertToRegister(cpu, i)
  case .vcvtps2ph: try convertToHalf(cpu, i)
  default: try convertPacked(cpu, i)
  }
}

private func convertScalar(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let operand = i.pointee.lastSource
  let source = try cpu.vectorValue(operand, i).low
  var result = cpu.xmm(i.pointee.firstSource.register)
  var context = FloatContext(cpu)
  let integer = Int64(bitPattern: cpu.extended(source[0], operand.size == 8 ? 8 : 4))
  var single = result.dwords
  switch i.pointee.semantics {
  case .cvtsi2sd: result[0] = Binary64.convert(integer, &context.environment)
  case .cvtss2sd:
    result[0] = Binary64.convert(source.dwords[0], from: Binary32.self, &context.environment)
  case .cvtsi2ss:
    single[0] = Binary32.convert(integer, &context.environment)
    result = Vector(single)
  default:
    single[0] = Binary32.convert(source[0], from: Binary64.self, &context.environment)
    result = Vector(single)
  }
  try context.finish(cpu)
  cpu.setVector(i.pointee.operands.0.register, i, Wide(result))
}

private func convertToRegister(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let first = i.pointee.operands.0
  let source = try cpu.vectorValue(i.pointee.operands.1, i).low
  var context = FloatContext(cpu)
  let kind = i.pointee.semantics
  let truncates = kind == .cvttss2si || kind == .cvttsd2si
  let mode = truncates ? .towardZero : context.environment.rounding
  let width = Int(first.size) &* 8
  let value: UInt64
  if kind == .cvttss2si || kind == .cvtss2si {
    value = Binary32.integer(source.dwords[0], width: width, mode: mode, &context.environment)
  } else {
    value = Binary64.integer(source[0], width: width, mode: mode, &context.environment)
  }
  try context.finish(cpu)
  cpu.setRegister(first.register, first.size, value)
}

private func convertPacked(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let source = try cpu.vectorValue(i.pointee.operands.1, i)
  var context = FloatContext(cpu)
  let isWide = i.pointee.is256
  let kind = i.pointee.semantics
  var singles = SIMD8<UInt32>()
  var doubles = SIMD4<UInt64>()
  let result: Wide
  switch kind {
  case .cvtdq2ps, .cvtps2dq, .cvttps2dq, .vcvtph2ps:
    for lane in 0..<(isWide ? 8 : 4) {
      singles[lane] = convertedSingle(kind, source, lane, &context.environment)
    }
    result = Wide(singles)
  case .cvtps2pd, .cvtdq2pd:
    for lane in 0..<(isWide ? 4 : 2) {
      let bits = source.singles[lane]
      doubles[lane] =
        kind == .cvtps2pd
        ? Binary64.convert(bits, from: Binary32.self, &context.environment)
        : Binary64.convert(Int64(Int32(bitPattern: bits)), &context.environment)
    }
    result = Wide(doubles)
  case .cvtpd2ps, .cvtpd2dq, .cvttpd2dq:
    for lane in 0..<(isWide ? 4 : 2) {
      singles[lane] = narrowed(kind, source.doubles[lane], &context.environment)
    }
    result = Wide(singles)
  default: throw cpu.unimplemented(i)
  }
  try context.finish(cpu)
  cpu.setVector(i.pointee.operands.0.register, i, result)
}

private func convertedSingle(
  _ kind: Semantics, _ source: Wide, _ lane: Int, _ environment: inout FloatEnvironment
) -> UInt32 {
  switch kind {
  case .cvtdq2ps:
    return Binary32.convert(Int64(Int32(bitPattern: source.singles[lane])), &environment)
  case .vcvtph2ps: return Binary16.widen(source.low.words[lane], &environment)
  default:
    let mode = kind == .cvttps2dq ? .towardZero : environment.rounding
    let value = Binary32.integer(source.singles[lane], width: 32, mode: mode, &environment)
    return UInt32(truncatingIfNeeded: value)
  }
}

private func narrowed(
  _ kind: Semantics, _ bits: UInt64, _ environment: inout FloatEnvironment
) -> UInt32 {
  if kind == .cvtpd2ps { return Binary32.convert(bits, from: Binary64.self, &environment) }
  let mode = kind == .cvttpd2dq ? .towardZero : environment.rounding
  let value = Binary64.integer(bits, width: 32, mode: mode, &environment)
  return UInt32(truncatingIfNeeded: value)
}

/// vcvtps2ph: rounds as the control says, and never flushes to zero (Intel SDM vol. 2C).
private func convertToHalf(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let (first, second) = (i.pointee.operands.0, i.pointee.operands.1)
  let source = cpu.ymm(second.register)
  let control = i.pointee.control
  var context = FloatContext(cpu)
  context.environment.flushToZero = false
  if control & 4 == 0 { context.environment.rounding = RoundingMode(field: UInt32(control)) }
  var halves = Words8()
  for lane in 0..<Int(second.size &>> 2) {
    halves[lane & 7] = Binary16.convert(
      source.singles[lane & 7], from: Binary32.self, &context.environment)
  }
  guard first.kind == .memory else {
    try context.finish(cpu)
    cpu.setVector(first.register, i, Wide(Vector(halves)))
    return
  }
  // A page fault comes before a floating-point exception.
  let va = cpu.address(i)
  if cpu.writable(va, UInt64(first.size)) == nil { try cpu.probeWrite(va, Int(first.size)) }
  try context.finish(cpu)
  try cpu.storeVector(va, first.size, Wide(Vector(halves)))
}

/// Conversions with an MMX operand. All but cvtpi2pd with a memory operand enter MMX.
func executeMMXConversion(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let (first, second) = (i.pointee.operands.0, i.pointee.operands.1)
  try cpu.requireVector(i)
  let entersMMX = i.pointee.semantics != .cvtpi2pd || second.kind == .mmx
  if entersMMX { try cpu.requireMMX() }
  let source = try cpu.vectorValue(second, i).low
  var context = FloatContext(cpu)
  let kind = i.pointee.semantics
  if first.kind == .mmx {
    let truncates = kind == .cvttps2pi || kind == .cvttpd2pi
    let mode = truncates ? .towardZero : context.environment.rounding
    var result: UInt64 = 0
    for lane in 0..<2 {
      let value =
        kind == .cvtps2pi || kind == .cvttps2pi
        ? Binary32.integer(source.dwords[lane], width: 32, mode: mode, &context.environment)
        : Binary64.integer(source[lane], width: 32, mode: mode, &context.environment)
      result |= value &<< UInt64(lane &* 32)
    }
    try context.finish(cpu)
    cpu.setMMX(first.register, result)
    cpu.enterMMX()
    return .next
  }
  var result = cpu.xmm(first.register)
  if kind == .cvtpi2pd {
    for lane in 0..<2 {
      result[lane] = Binary64.convert(Int64(source.signedDwords[lane]), &context.environment)
    }
  } else {
    var singles = result.dwords
    for lane in 0..<2 {
      singles[lane] = Binary32.convert(Int64(source.signedDwords[lane]), &context.environment)
    }
    result = Vector(singles)
  }
  try context.finish(cpu)
  cpu.setXMM(first.register, result)
  if entersMMX { cpu.enterMMX() }
  return .next
}
