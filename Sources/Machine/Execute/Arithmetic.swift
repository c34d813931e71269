import X86

/// The two-operand and one-operand arithmetic of the integer unit, at any size.
extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// a + b + carry in, with flags.
  @inline(__always)
  func add(_ a: UInt64, _ b: UInt64, _ carry: UInt64, _ size: UInt8) -> UInt64 {
    let bits = mask(size)
    let b = b & bits
    let result = (a &+ b &+ carry) & bits
    let out: UInt64 = result < a || (carry != 0 && result == a) ? 1 : 0
    setFlags(
      result: extended(result, size), operands: extended(a ^ b, size), carry: out)
    return result
  }

  /// a - b - borrow in, with flags.
  @inline(__always)
  func subtract(_ a: UInt64, _ b: UInt64, _ borrow: UInt64, _ size: UInt8) -> UInt64 {
    let bits = mask(size)
    let b = b & bits
    let result = (a &- b &- borrow) & bits
    let out: UInt64 = a < b || (borrow != 0 && a == b) ? 1 : 0
    setFlags(
      result: extended(result, size), operands: extended(a ^ b, size), carry: out)
    return result
  }

  /// Sets the flags of a bitwise operation's result.
  @inline(__always)
  func logic(_ result: UInt64, _ size: UInt8) -> UInt64 {
    setFlags(logic: extended(result, size))
    return result
  }

  /// a + 1; CF stays.
  @inline(__always)
  func increment(_ a: UInt64, _ size: UInt8) -> UInt64 {
    let old = pointee.flagCarry & 1
    let result = add(a, 1, 0, size)
    keepCarry(old)
    return result
  }

  /// a - 1; CF stays.
  @inline(__always)
  func decrement(_ a: UInt64, _ size: UInt8) -> UInt64 {
    let old = pointee.flagCarry & 1
    let result = subtract(a, 1, 0, size)
    keepCarry(old)
    return result
  }

  /// Puts back CF after an operation, leaving OF as the operation set it.
  @inline(__always)
  func keepCarry(_ old: UInt64) {
    pointee.flagOperands ^= (pointee.flagCarry ^ old) << 63
    pointee.flagCarry = old
  }

  /// Sets CF alone.
  @inline(__always)
  func setCarry(_ carry: Bool) {
    let new: UInt64 = carry ? 1 : 0
    let changed = (pointee.flagCarry ^ new) & 1
    pointee.flagOperands ^= changed << 63
    pointee.flagCarry ^= changed
  }
}

/// Executes the arithmetic family.
func executeArithmetic(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  let size = first.size
  switch i.pointee.semantics {
  case .add:
    let b = try cpu.value(second, i)
    try cpu.modify(first, i) { cpu.add($0, b, 0, size) }
  case .adc:
    let b = try cpu.value(second, i)
    try cpu.modify(first, i) { cpu.add($0, b, cpu.pointee.flagCarry & 1, size) }
  case .sub:
    let b = try cpu.value(second, i)
    try cpu.modify(first, i) { cpu.subtract($0, b, 0, size) }
  case .sbb:
    let b = try cpu.value(second, i)
    try cpu.modify(first, i) { cpu.subtract($0, b, cpu.pointee.flagCarry & 1, size) }
  case .cmp:
    let b = try cpu.value(second, i)
    _ = cpu.subtract(try cpu.value(first, i), b, 0, size)
  case .and:
    let b = try cpu.value(second, i)
    try cpu.modify(first, i) { cpu.logic($0 & b, size) }
  case .or:
    let b = try cpu.value(second, i) & cpu.mask(size)
    try cpu.modify(first, i) { cpu.logic($0 | b, size) }
  case .xor:
    let b = try cpu.value(second, i) & cpu.mask(size)
    try cpu.modify(first, i) { cpu.logic($0 ^ b, size) }
  case .test:
    let b = try cpu.value(second, i)
    _ = cpu.logic(try cpu.value(first, i) & b, size)
  case .inc: try cpu.modify(first, i) { cpu.increment($0, size) }
  case .dec: try cpu.modify(first, i) { cpu.decrement($0, size) }
  case .neg: try cpu.modify(first, i) { cpu.subtract(0, $0, 0, size) }
  case .not: try cpu.modify(first, i) { ~$0 & cpu.mask(size) }
  case .xadd: try exchangeAdd(cpu, i)
  case .cmpxchg: try compareExchange(cpu, i)
  case .cmpxchg8b, .cmpxchg16b: try compareExchangeWide(cpu, i)
  default: return try executeMultiply(cpu, i)
  }
  return .next
}

private func exchangeAdd(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let destination = i.pointee.operands.0
  let source = i.pointee.operands.1
  let addend = try cpu.value(source, i)
  var old: UInt64 = 0
  try cpu.modify(destination, i) {
    old = $0
    return cpu.add($0, addend, 0, destination.size)
  }
  if destination.kind == .memory {
    try cpu.set(source, i, old)
  } else {
    let sum = try cpu.value(destination, i)
    try cpu.set(source, i, old)
    try cpu.set(destination, i, sum)
  }
}

private func compareExchange(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let destination = i.pointee.operands.0
  let size = destination.size
  let new = try cpu.value(i.pointee.operands.1, i)
  let expected = cpu.register(0, size)
  var found: UInt64 = 0
  if destination.kind == .memory {
    try cpu.modify(destination, i) { (old) throws(Fault) -> UInt64 in
      found = old
      return old == expected ? new : old
    }
  } else {
    // A register that does not match is not written: its upper half stays.
    found = try cpu.value(destination, i)
    if found == expected { try cpu.set(destination, i, new) }
  }
  _ = cpu.subtract(expected, found, 0, size)
  if found != expected { cpu.setRegister(0, size, found) }
}

private func compareExchangeWide(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let wide = i.pointee.semantics == .cmpxchg16b
  let size: UInt8 = wide ? 8 : 4
  let va = cpu.address(i)
  if wide, va & 15 != 0 { throw .protection() }
  if cpu.writable(va, UInt64(size) * 2) == nil { try cpu.probeWrite(va, Int(size) * 2) }
  let low = try cpu.loadSized(va, size)
  let high = try cpu.loadSized(va &+ UInt64(size), size)
  let equal = low == cpu.register(0, size) && high == cpu.register(2, size)
  try cpu.storeSized(va, size, equal ? cpu.register(3, size) : low)
  try cpu.storeSized(va &+ UInt64(size), size, equal ? cpu.register(1, size) : high)
  if !equal {
    cpu.setRegister(0, size, low)
    cpu.setRegister(2, size, high)
  }
  let flags = cpu.arithmeticFlags & ~Flag.zero
  cpu.setArithmeticFlags(equal ? flags | Flag.zero : flags)
}
