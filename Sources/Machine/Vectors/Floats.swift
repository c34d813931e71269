import X86

/// Executes SSE and AVX floating point: arithmetic, comparisons, conversions.
func executeFloat(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let kind = i.pointee.semantics
  switch kind {
  case .cvtpi2ps, .cvtpi2pd, .cvtps2pi, .cvtpd2pi, .cvttps2pi, .cvttpd2pi:
    return try executeMMXConversion(cpu, i)
  default: break
  }
  try cpu.requireVector(i)
  if let form = FloatForm(kind) {
    try executeArithmetic(cpu, i, form)
  } else if kind == .comiss || kind == .ucomiss || kind == .comisd || kind == .ucomisd {
    try compareOrdered(cpu, i)
  } else if let fused = FusedForm(kind) {
    try executeFused(cpu, i, fused)
  } else {
    try executeConversion(cpu, i)
  }
  return .next
}

private func executeArithmetic(_ cpu: CPU, _ i: Decoded, _ form: FloatForm) throws(Fault) {
  let b = try cpu.vectorValue(i.pointee.lastSource, i)
  let a = cpu.ymm(i.pointee.firstSource.register)
  var context = FloatContext(cpu)
  // Legacy comparisons know eight predicates.
  var control = i.pointee.control
  if form.operation == .compare { control &= i.pointee.isVEX ? 31 : 7 }
  var result = a
  if form.isDouble {
    let count = form.isScalar ? 1 : Int(i.pointee.operandSize &>> 3)
    result = Wide(doubles(form.operation, a.doubles, b.doubles, control, count, &context))
  } else {
    let count = form.isScalar ? 1 : Int(i.pointee.operandSize &>> 2)
    result = Wide(singles(form.operation, a.singles, b.singles, control, count, &context))
  }
  try context.finish(cpu)
  cpu.setVector(i.pointee.operands.0.register, i, result)
}

@inline(__always)
private func singles(
  _ operation: FloatOperation, _ a: SIMD8<UInt32>, _ b: SIMD8<UInt32>, _ control: UInt8,
  _ count: Int, _ context: inout FloatContext
) -> SIMD8<UInt32> {
  var result = a
  switch operation {
  case .reciprocal:
    for lane in 0..<count { result[lane] = Binary32.reciprocal(b[lane]) }
  case .reciprocalRoot:
    for lane in 0..<count { result[lane] = Binary32.reciprocalRoot(b[lane]) }
  case .addSubtract:
    for lane in 0..<count {
      let operation: FloatOperation = lane & 1 == 0 ? .subtract : .add
      result[lane] = Binary32.rule(operation, a[lane], b[lane], 0, &context)
    }
  case .addNeighbours, .subtractNeighbours:
    let operation: FloatOperation = operation == .addNeighbours ? .add : .subtract
    for lane in 0..<count {
      let at = lane & 4 | (lane & 1) &* 2
      let source = lane & 2 == 0 ? a : b
      result[lane] = Binary32.rule(operation, source[at], source[at &+ 1], 0, &context)
    }
  case .dotProduct:
    let sums = dotProducts(a, b, control, count, &context)
    for lane in 0..<count {
      result[lane] = control &>> UInt8(lane & 3) & 1 != 0 ? sums[lane &>> 2] : 0
    }
  default:
    for lane in 0..<count {
      result[lane] = Binary32.rule(operation, a[lane], b[lane], control, &context)
    }
  }
  return result
}

@inline(__always)
private func doubles(
  _ operation: FloatOperation, _ a: SIMD4<UInt64>, _ b: SIMD4<UInt64>, _ control: UInt8,
  _ count: Int, _ context: inout FloatContext
) -> SIMD4<UInt64> {
  var result = a
  switch operation {
  case .addSubtract:
    for lane in 0..<count {
      let operation: FloatOperation = lane & 1 == 0 ? .subtract : .add
      result[lane] = Binary64.rule(operation, a[lane], b[lane], 0, &context)
    }
  case .addNeighbours, .subtractNeighbours:
    let operation: FloatOperation = operation == .addNeighbours ? .add : .subtract
    for lane in 0..<count {
      let at = lane & 2
      let source = lane & 1 == 0 ? a : b
      result[lane] = Binary64.rule(operation, source[at], source[at &+ 1], 0, &context)
    }
  case .dotProduct:
    let low = control & 16 != 0 ? Binary64.rule(.multiply, a[0], b[0], 0, &context) : 0
    let high = control & 32 != 0 ? Binary64.rule(.multiply, a[1], b[1], 0, &context) : 0
    guard context.endStep() else { break }
    let sum = Binary64.rule(.add, low, high, 0, &context)
    result[0] = control & 1 != 0 ? sum : 0
    result[1] = control & 2 != 0 ? sum : 0
  default:
    for lane in 0..<count {
      result[lane] = Binary64.rule(operation, a[lane], b[lane], control, &context)
    }
  }
  return result
}

/// The sums of the products a control selects, of each 128 bits: neighbours first, every step of all
/// lanes before the next (Intel SDM vol. 2A, DPPS).
private func dotProducts(
  _ a: SIMD8<UInt32>, _ b: SIMD8<UInt32>, _ control: UInt8, _ count: Int,
  _ context: inout FloatContext
) -> SIMD2<UInt32> {
  var products = SIMD8<UInt32>()
  for lane in 0..<count where control &>> UInt8(lane & 3 &+ 4) & 1 != 0 {
    products[lane] = Binary32.rule(.multiply, a[lane], b[lane], 0, &context)
  }
  guard context.endStep() else { return SIMD2() }
  var pairs = SIMD4<UInt32>()
  for pair in 0..<count &>> 1 {
    pairs[pair] = Binary32.rule(.add, products[pair &* 2], products[pair &* 2 &+ 1], 0, &context)
  }
  guard context.endStep() else { return SIMD2() }
  var sums = SIMD2<UInt32>()
  for lane in 0..<count &>> 2 {
    sums[lane] = Binary32.rule(.add, pairs[lane &* 2], pairs[lane &* 2 &+ 1], 0, &context)
  }
  return sums
}

/// comiss and its kin; only the ordered ones find a quiet NaN invalid.
private func compareOrdered(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let kind = i.pointee.semantics
  let a = cpu.xmm(i.pointee.operands.0.register)
  let b = try cpu.vectorValue(i.pointee.operands.1, i).low
  var context = FloatContext(cpu)
  let relation: FloatRelation
  if kind == .comiss || kind == .ucomiss {
    relation = Binary32.compare(
      a.dwords[0], b.dwords[0], signalsQuiet: kind == .comiss, &context.environment)
  } else {
    relation = Binary64.compare(
      a[0], b[0], signalsQuiet: kind == .comisd, &context.environment)
  }
  try context.finish(cpu)
  switch relation {
  case .less: cpu.setArithmeticFlags(Flag.carry)
  case .equal: cpu.setArithmeticFlags(Flag.zero)
  case .greater: cpu.setArithmeticFlags(0)
  case .unordered: cpu.setArithmeticFlags(Flag.zero | Flag.parity | Flag.carry)
  }
}

/// A fused multiplication and addition: which operands, which signs.
struct FusedForm {
  /// 0: 132, 1: 213, 2: 231.
  var order: Int
  var isDouble: Bool
  var isScalar: Bool
  var negatesProduct = false
  /// The addend is negated in elements of even number, of odd number.
  var negatesEven = false
  var negatesOdd = false

  /// The form of a meaning. `Semantics` lists the sixty in rows of ps, pd, ss, sd, three orders each:
  /// vfmadd, vfmsub, vfnmadd, vfnmsub, then vfmaddsub and vfmsubadd of packed elements only.
  init?(_ semantics: Semantics) {
    let number = Int(semantics.rawValue) &- Int(Semantics.vfmadd132ps.rawValue)
    guard number >= 0, number < 60 else { return nil }
    order = number % 3
    if number < 48 {
      isDouble = number / 3 & 1 != 0
      isScalar = number / 6 & 1 != 0
      let name = number / 12
      negatesProduct = name >= 2
      negatesEven = name & 1 != 0
      negatesOdd = negatesEven
    } else {
      isDouble = number / 3 & 1 != 0
      isScalar = false
      negatesEven = number < 54
      negatesOdd = !negatesEven
    }
  }
}

private func executeFused(_ cpu: CPU, _ i: Decoded, _ form: FusedForm) throws(Fault) {
  let third = try cpu.vectorValue(i.pointee.operands.2, i)
  let first = cpu.ymm(i.pointee.operands.0.register)
  let second = cpu.ymm(i.pointee.operands.1.register)
  let (a, b, c): (Wide, Wide, Wide)
  switch form.order {
  case 0: (a, b, c) = (first, third, second)
  case 1: (a, b, c) = (second, first, third)
  default: (a, b, c) = (second, third, first)
  }
  var context = FloatContext(cpu)
  var result = first
  if form.isDouble {
    var lanes = first.doubles
    for lane in 0..<(form.isScalar ? 1 : Int(i.pointee.operandSize &>> 3)) {
      lanes[lane] = Binary64.fused(
        a.doubles[lane], b.doubles[lane], c.doubles[lane], negatesProduct: form.negatesProduct,
        negatesAddend: lane & 1 == 0 ? form.negatesEven : form.negatesOdd, &context)
    }
    result = Wide(lanes)
  } else {
    var lanes = first.singles
    for lane in 0..<(form.isScalar ? 1 : Int(i.pointee.operandSize &>> 2)) {
      lanes[lane] = Binary32.fused(
        a.singles[lane], b.singles[lane], c.singles[lane], negatesProduct: form.negatesProduct,
        negatesAddend: lane & 1 == 0 ? form.negatesEven : form.negatesOdd, &context)
    }
    result = Wide(lanes)
  }
  try context.finish(cpu)
  cpu.setVector(i.pointee.operands.0.register, i, result)
}
