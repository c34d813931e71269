import X86

/// Multiplication, division and the additions that use one flag.
func executeMultiply(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  let size = first.size
  switch i.pointee.semantics {
  case .mul: multiplyWide(cpu, try cpu.value(second, i), size, signed: false)
  case .imul: multiplyWide(cpu, try cpu.value(first, i), size, signed: true)
  case .imul2:
    let a = cpu.extended(try cpu.value(first, i), size)
    let b = cpu.extended(try cpu.value(second, i), size)
    try cpu.set(first, i, multiplyShort(cpu, a, b, size))
  case .imul3:
    let a = cpu.extended(try cpu.value(second, i), size)
    let b = UInt64(bitPattern: i.pointee.immediate)
    try cpu.set(first, i, multiplyShort(cpu, a, b, size))
  case .div: try divide(cpu, try cpu.value(second, i), size)
  case .idiv: try divideSigned(cpu, try cpu.value(second, i), size)
  case .mulx:
    let factor = try cpu.value(i.pointee.operands.2, i)
    let product = cpu.register(2, size).multipliedFullWidth(by: factor)
    let low = size == 8 ? product.low : product.low & 0xffff_ffff
    let high = size == 8 ? product.high : product.low >> 32
    try cpu.set(second, i, low)
    try cpu.set(first, i, high)
  case .adcx, .adox:
    let flag = i.pointee.semantics == .adcx ? Flag.carry : Flag.overflow
    let flags = cpu.arithmeticFlags
    let b = try cpu.value(second, i)
    let a = try cpu.value(first, i)
    let sum = cpu.add(a, b, flags & flag != 0 ? 1 : 0, size)
    let carry = cpu.carry
    try cpu.set(first, i, sum)
    cpu.setArithmeticFlags(carry ? flags | flag : flags & ~flag)
  default: return try executeLegacy(cpu, i)
  }
  return .next
}

/// Flags of a product: CF and OF say that the upper half is needed; SF, ZF and PF follow the low
/// half as on current processors.
private func setProductFlags(_ cpu: CPU, _ low: UInt64, _ size: UInt8, overflow: Bool) {
  let result = cpu.extended(low, size)
  // OF is bit 63 of operands ^ result, xor CF: equal words and CF 1 give OF 1.
  cpu.setFlags(result: result, operands: result, carry: overflow ? 1 : 0)
}

@inline(__always)
private func multiplyShort(_ cpu: CPU, _ a: UInt64, _ b: UInt64, _ size: UInt8) -> UInt64 {
  let product = Int64(bitPattern: a).multipliedFullWidth(by: Int64(bitPattern: b))
  let low = product.low & cpu.mask(size)
  let whole = cpu.extended(low, size)
  let fits =
    whole == product.low && product.high == Int64(bitPattern: whole) >> 63
  setProductFlags(cpu, low, size, overflow: !fits)
  return low
}

private func multiplyWide(_ cpu: CPU, _ factor: UInt64, _ size: UInt8, signed: Bool) {
  let a = cpu.register(0, size)
  var low: UInt64
  var high: UInt64
  if signed {
    let x = Int64(bitPattern: cpu.extended(a, size))
    let product = x.multipliedFullWidth(by: Int64(bitPattern: cpu.extended(factor, size)))
    low = product.low
    high = UInt64(bitPattern: product.high)
  } else {
    let product = a.multipliedFullWidth(by: factor)
    low = product.low
    high = product.high
  }
  let bits = cpu.mask(size)
  if size != 8 { high = low >> (UInt64(size) * 8) }
  low &= bits
  high &= bits
  let overflow = signed ? high != (cpu.extended(low, size) >> 63 == 0 ? 0 : bits) : high != 0
  if size == 1 {
    cpu.setRegister(0, 2, high << 8 | low)
  } else {
    cpu.setRegister(0, size, low)
    cpu.setRegister(2, size, high)
  }
  setProductFlags(cpu, low, size, overflow: overflow)
}

private func divide(_ cpu: CPU, _ divisor: UInt64, _ size: UInt8) throws(Fault) {
  guard divisor != 0 else { throw .divide }
  if size == 1 {
    let dividend = cpu.register(0, 2)
    let quotient = dividend / divisor
    guard quotient <= 0xff else { throw .divide }
    cpu.setRegister(0, 2, (dividend % divisor) << 8 | quotient)
    return
  }
  let high = cpu.register(2, size)
  let low = cpu.register(0, size)
  guard high < divisor else { throw .divide }
  if size == 8 {
    let parts = divisor.dividingFullWidth((high, low))
    cpu.gpr(0).pointee = parts.quotient
    cpu.gpr(2).pointee = parts.remainder
    return
  }
  let dividend = high << (UInt64(size) * 8) | low
  cpu.setRegister(0, size, dividend / divisor)
  cpu.setRegister(2, size, dividend % divisor)
}

private func divideSigned(_ cpu: CPU, _ divisor: UInt64, _ size: UInt8) throws(Fault) {
  let by = Int64(bitPattern: cpu.extended(divisor, size))
  guard by != 0 else { throw .divide }
  if size == 8 { return try divideSigned128(cpu, by) }
  let bits = UInt64(size) * 8
  let dividend: Int64
  if size == 1 {
    dividend = Int64(bitPattern: cpu.extended(cpu.register(0, 2), 2))
  } else {
    let whole = cpu.register(2, size) << bits | cpu.register(0, size)
    dividend = Int64(bitPattern: cpu.extended(whole, size * 2))
  }
  let (quotient, overflow) = dividend.dividedReportingOverflow(by: by)
  let limit = Int64(1) << Int64(bits - 1)
  guard !overflow, quotient >= -limit, quotient < limit else { throw .divide }
  let remainder = dividend &- quotient &* by
  let low = UInt64(bitPattern: quotient) & cpu.mask(size)
  let high = UInt64(bitPattern: remainder) & cpu.mask(size)
  if size == 1 {
    cpu.setRegister(0, 2, high << 8 | low)
  } else {
    cpu.setRegister(0, size, low)
    cpu.setRegister(2, size, high)
  }
}

private func divideSigned128(_ cpu: CPU, _ by: Int64) throws(Fault) {
  var low = cpu.gpr(0).pointee
  var high = cpu.gpr(2).pointee
  let negative = high >> 63 != 0
  if negative {
    low = ~low &+ 1
    high = ~high &+ (low == 0 ? 1 : 0)
  }
  let divisor = by.magnitude
  guard high < divisor else { throw .divide }
  let parts = divisor.dividingFullWidth((high, low))
  let flip = negative != (by < 0)
  let limit: UInt64 = flip ? 1 << 63 : (1 << 63) - 1
  guard parts.quotient <= limit else { throw .divide }
  cpu.gpr(0).pointee = flip ? 0 &- parts.quotient : parts.quotient
  cpu.gpr(2).pointee = negative ? 0 &- parts.remainder : parts.remainder
}
