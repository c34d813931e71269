import X86

/// bt, bts, btr, btc. A register index with a memory operand reaches beyond the operand.
func executeBitTest(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  let size = first.size
  let bits = UInt64(size) * 8
  let index = try cpu.value(second, i)
  let bit = UInt64(1) << (index & (bits - 1))
  if first.kind != .memory {
    let old = try cpu.value(first, i)
    if i.pointee.semantics != .bt { try cpu.set(first, i, change(i, old, bit)) }
    cpu.setCarry(old & bit != 0)
    return
  }
  var offset = cpu.offset(i)
  if second.kind == .gpr {
    let signed = Int64(bitPattern: cpu.extended(index, size))
    let step = Int64(bits).trailingZeroBitCount
    offset = offset &+ UInt64(bitPattern: (signed >> Int64(step)) &* Int64(size))
    offset &= cpu.mask(i.pointee.addressSize)
    if i.pointee.mode != .bits64 {
      let write = i.pointee.semantics != .bt
      _ = try cpu.checked(i.pointee.memory.segment, offset, Int(size), write: write)
    }
  }
  let va = cpu.linear(i.pointee.memory.segment, offset, i)
  if i.pointee.semantics != .bt, cpu.writable(va, UInt64(size)) == nil {
    try cpu.probeWrite(va, Int(size))
  }
  let old = try cpu.loadSized(va, size)
  if i.pointee.semantics != .bt { try cpu.storeSized(va, size, change(i, old, bit)) }
  cpu.setCarry(old & bit != 0)
}

private func change(_ i: Decoded, _ old: UInt64, _ bit: UInt64) -> UInt64 {
  switch i.pointee.semantics {
  case .bts: old | bit
  case .btr: old & ~bit
  default: old ^ bit
  }
}

/// What `tzcnt` and `lzcnt` are to a processor without them: F3 before `bsf` and `bsr` is ignored.
private func meaning(_ semantics: Semantics, _ features: ProcessorFeatures) -> Semantics {
  switch semantics {
  case .tzcnt where !features.contains(.bmi1): .bsf
  case .lzcnt where !features.contains(.lzcnt): .bsr
  default: semantics
  }
}

/// Bit scans and counts, BMI1 and BMI2.
func executeBits(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  let size = first.size
  let a = try cpu.value(i.pointee.operands.1, i)
  let bits = UInt64(size) * 8
  switch meaning(i.pointee.semantics, cpu.pointee.core.pointee.features) {
  case .bsf, .bsr:
    guard a != 0 else {
      _ = cpu.logic(0, size)
      return .next
    }
    let forward = i.pointee.semantics == .bsf || i.pointee.semantics == .tzcnt
    let place = forward ? a.trailingZeroBitCount : 63 - a.leadingZeroBitCount
    try cpu.set(first, i, UInt64(place))
    // CF, OF, AF and SF clear, PF of the result: the manual leaves them undefined (see Quirks.md).
    _ = cpu.logic(UInt64(place), size)
    cpu.setZero(false, keeping: true)
  case .tzcnt:
    let count = min(UInt64(a.trailingZeroBitCount), bits)
    try cpu.set(first, i, count)
    cpu.setCounted(zero: count == 0, carry: a == 0)
  case .lzcnt:
    let count = UInt64(a.leadingZeroBitCount) - (64 - bits)
    try cpu.set(first, i, count)
    cpu.setCounted(zero: count == 0, carry: a == 0)
  case .popcnt:
    try cpu.set(first, i, UInt64(a.nonzeroBitCount))
    cpu.setArithmeticFlags(a == 0 ? Flag.zero : 0)
  case .crc32:
    let sum = checksum(UInt32(truncatingIfNeeded: cpu.gpr(first.register).pointee), a, i)
    cpu.setRegister(first.register, first.size, UInt64(sum))
  default: return try executeBMI(cpu, i, a)
  }
  return .next
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Sets ZF, keeping the other flags.
  func setZero(_ zero: Bool, keeping: Bool) {
    let flags = keeping ? arithmeticFlags & ~Flag.zero : 0
    setArithmeticFlags(flags | (zero ? Flag.zero : 0))
  }

  /// Sets ZF and CF after a zero count, keeping the others.
  func setCounted(zero: Bool, carry: Bool) {
    let flags = arithmeticFlags & ~(Flag.zero | Flag.carry)
    setArithmeticFlags(flags | (zero ? Flag.zero : 0) | (carry ? Flag.carry : 0))
  }
}

/// CRC-32C (polynomial 11EDC6F41h, bits reversed) of the source's bytes, without inversions.
private func checksum(_ start: UInt32, _ data: UInt64, _ i: Decoded) -> UInt32 {
  var sum = UInt64(start) ^ data
  // What does not fit under the 32 bits of the sum stays above them and comes down.
  for _ in 0..<UInt64(i.pointee.operands.1.size) &* 8 {
    sum = sum &>> 1 ^ (sum & 1 != 0 ? 0x82f6_3b78 : 0)
  }
  return UInt32(truncatingIfNeeded: sum)
}

private func executeBMI(_ cpu: CPU, _ i: Decoded, _ a: UInt64) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  let size = first.size
  let bits = UInt64(size) * 8
  let all = cpu.mask(size)
  var third: UInt64 = 0
  if i.pointee.operandCount > 2 { third = try cpu.value(i.pointee.operands.2, i) }
  let count = third & (bits - 1)
  var result: UInt64
  switch i.pointee.semantics {
  case .rorx: result = count == 0 ? a : (a >> count | a << (bits - count)) & all
  case .sarx:
    result = UInt64(bitPattern: Int64(bitPattern: cpu.extended(a, size)) >> Int64(count)) & all
  case .shlx: result = (a << count) & all
  case .shrx: result = a >> count
  case .pdep: result = deposit(a, third)
  case .pext: result = extract(a, third)
  case .andn:
    result = ~a & third & all
    _ = cpu.logic(result, size)
  case .blsi:
    result = (0 &- a) & a & all
    setBlsFlags(cpu, result, size, carry: a != 0)
  case .blsmsk:
    result = (a &- 1 ^ a) & all
    setBlsFlags(cpu, result, size, carry: a == 0)
  case .blsr:
    result = (a &- 1) & a & all
    setBlsFlags(cpu, result, size, carry: a == 0)
  case .bzhi:
    let index = third & 0xff
    result = index < bits ? a & ((1 << index) - 1) : a
    setBlsFlags(cpu, result, size, carry: index >= bits)
  case .bextr:
    let start = third & 0xff
    let length = (third >> 8) & 0xff
    let shifted = start < bits ? a >> start : 0
    result = length < bits ? shifted & ((1 << length) - 1) : shifted
    cpu.setArithmeticFlags(result == 0 ? Flag.zero : 0)
  default: throw cpu.unimplemented(i)
  }
  try cpu.set(first, i, result)
  return .next
}

private func setBlsFlags(_ cpu: CPU, _ result: UInt64, _ size: UInt8, carry: Bool) {
  _ = cpu.logic(result, size)
  cpu.setCarry(carry)
}

private func deposit(_ value: UInt64, _ mask: UInt64) -> UInt64 {
  var result: UInt64 = 0
  var mask = mask
  var value = value
  while mask != 0 {
    let lowest = mask & (0 &- mask)
    if value & 1 != 0 { result |= lowest }
    value >>= 1
    mask &= mask &- 1
  }
  return result
}

private func extract(_ value: UInt64, _ mask: UInt64) -> UInt64 {
  var result: UInt64 = 0
  var mask = mask
  var place: UInt64 = 0
  while mask != 0 {
    let lowest = mask & (0 &- mask)
    if value & lowest != 0 { result |= 1 << place }
    place += 1
    mask &= mask &- 1
  }
  return result
}
