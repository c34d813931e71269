import X86

/// Executes SSE and SSE2 floating point.
///
/// Results are those of round-to-nearest arithmetic; only conversions to integers follow MXCSR's
/// rounding mode. Exceptions are all treated as masked, and their flags in MXCSR are not collected.
func executeFloat(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  guard first.kind != .mmx, second.kind != .mmx else { throw cpu.unimplemented(i) }
  try cpu.requireVector(i)
  switch i.pointee.semantics {
  case .addps, .subps, .mulps, .divps, .minps, .maxps, .sqrtps, .cmpps:
    try packedSingles(cpu, i, lanes: 4)
  case .addss, .subss, .mulss, .divss, .minss, .maxss, .sqrtss, .cmpss:
    try packedSingles(cpu, i, lanes: 1)
  case .addpd, .subpd, .mulpd, .divpd, .minpd, .maxpd, .sqrtpd, .cmppd:
    try packedDoubles(cpu, i, lanes: 2)
  case .addsd, .subsd, .mulsd, .divsd, .minsd, .maxsd, .sqrtsd, .cmpsd:
    try packedDoubles(cpu, i, lanes: 1)
  case .comiss, .ucomiss:
    let b = try cpu.vectorValue(second, i).low
    compareOrdered(cpu, single(cpu.xmm(first.register)), single(b))
  case .comisd, .ucomisd:
    let b = try cpu.vectorValue(second, i).low
    compareOrdered(
      cpu, Double(bitPattern: cpu.xmm(first.register)[0]), Double(bitPattern: b[0]))
  default: try executeConversion(cpu, i)
  }
  return .next
}

@inline(__always)
private func single(_ v: Vector) -> Float { Float(bitPattern: v.dwords[0]) }

private func packedSingles(_ cpu: CPU, _ i: Decoded, lanes: Int) throws(Fault) {
  let number = i.pointee.operands.0.register
  let b = try cpu.vectorValue(i.pointee.operands.1, i).low.dwords
  var result = cpu.xmm(number).dwords
  let predicate = UInt8(truncatingIfNeeded: i.pointee.immediate)
  let kind = FloatOperation(i.pointee.semantics)
  for lane in 0..<lanes {
    let (x, y) = (Float(bitPattern: result[lane]), Float(bitPattern: b[lane]))
    if kind == .compare {
      result[lane] = holds(predicate, x, y) ? ~0 : 0
    } else {
      result[lane] = compute(kind, x, y).bitPattern
    }
  }
  cpu.setXMM(number, Vector(result))
}

private func packedDoubles(_ cpu: CPU, _ i: Decoded, lanes: Int) throws(Fault) {
  let number = i.pointee.operands.0.register
  let b = try cpu.vectorValue(i.pointee.operands.1, i).low
  var result = cpu.xmm(number)
  let predicate = UInt8(truncatingIfNeeded: i.pointee.immediate)
  let kind = FloatOperation(i.pointee.semantics)
  for lane in 0..<lanes {
    let (x, y) = (Double(bitPattern: result[lane]), Double(bitPattern: b[lane]))
    if kind == .compare {
      result[lane] = holds(predicate, x, y) ? ~0 : 0
    } else {
      result[lane] = compute(kind, x, y).bitPattern
    }
  }
  cpu.setXMM(number, result)
}

private enum FloatOperation {
  case add, subtract, multiply, divide, minimum, maximum, root, compare

  init(_ semantics: Semantics) {
    switch semantics {
    case .addps, .addpd, .addss, .addsd: self = .add
    case .subps, .subpd, .subss, .subsd: self = .subtract
    case .mulps, .mulpd, .mulss, .mulsd: self = .multiply
    case .divps, .divpd, .divss, .divsd: self = .divide
    case .minps, .minpd, .minss, .minsd: self = .minimum
    case .maxps, .maxpd, .maxss, .maxsd: self = .maximum
    case .sqrtps, .sqrtpd, .sqrtss, .sqrtsd: self = .root
    default: self = .compare
    }
  }
}

/// One lane. NaN results are made as the processor makes them on any host: the first NaN operand
/// quieted, or the default NaN, which is negative.
@inline(__always)
private func compute<F: BinaryFloatingPoint & SSEFloat>(
  _ kind: FloatOperation, _ a: F, _ b: F
) -> F {
  let result: F
  switch kind {
  case .add: result = a + b
  case .subtract: result = a - b
  case .multiply: result = a * b
  case .divide: result = a / b
  case .root:
    result = b.squareRoot()
    return result.isNaN ? (b.isNaN ? b.quieted : F.defaultNaN) : result
  // Equal or unordered operands give the second (SDM: MINPS).
  case .minimum: return a < b ? a : b
  default: return a > b ? a : b
  }
  if !result.isNaN { return result }
  if a.isNaN { return a.quieted }
  return b.isNaN ? b.quieted : F.defaultNaN
}

/// What the executors need of a floating-point type beyond arithmetic.
protocol SSEFloat {
  static var defaultNaN: Self { get }
  var quieted: Self { get }
}

extension Float: SSEFloat {
  static var defaultNaN: Float { Float(bitPattern: 0xffc0_0000) }
  var quieted: Float { Float(bitPattern: bitPattern | 0x40_0000) }
}

extension Double: SSEFloat {
  static var defaultNaN: Double { Double(bitPattern: 0xfff8_0000_0000_0000) }
  var quieted: Double { Double(bitPattern: bitPattern | 0x8_0000_0000_0000) }
}

/// The eight predicates of cmpps and its kin.
private func holds<F: BinaryFloatingPoint>(_ predicate: UInt8, _ a: F, _ b: F) -> Bool {
  let unordered = a.isNaN || b.isNaN
  let result: Bool
  switch predicate & 3 {
  case 0: result = a == b
  case 1: result = a < b
  case 2: result = a <= b
  default: result = unordered
  }
  return predicate & 4 != 0 ? !result : result
}

private func compareOrdered<F: BinaryFloatingPoint>(_ cpu: CPU, _ a: F, _ b: F) {
  var flags: UInt64 = 0
  if a.isNaN || b.isNaN {
    flags = Flag.zero | Flag.parity | Flag.carry
  } else if a == b {
    flags = Flag.zero
  } else if a < b {
    flags = Flag.carry
  }
  cpu.setArithmeticFlags(flags)
}
