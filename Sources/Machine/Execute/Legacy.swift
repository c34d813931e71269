import X86

/// Executes what exists outside 64-bit mode only: decimal arithmetic, `bound`, `arpl`, and the loads
/// of far pointers (of which `lss lfs lgs` exist everywhere).
func executeLegacy(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  switch i.pointee.semantics {
  case .daa, .das: adjustDecimal(cpu, subtracts: i.pointee.semantics == .das)
  case .aaa, .aas: adjustASCII(cpu, subtracts: i.pointee.semantics == .aas)
  case .aam:
    let base = UInt64(bitPattern: i.pointee.immediate) & 0xff
    guard base != 0 else { throw .divide }
    let al = cpu.register(0, 1)
    cpu.setRegister(0, 2, (al / base) << 8 | al % base)
    setDecimalFlags(cpu, al % base, 0)
  case .aad:
    let base = UInt64(bitPattern: i.pointee.immediate) & 0xff
    let ax = cpu.register(0, 2)
    let al = (ax & 0xff &+ (ax >> 8) &* base) & 0xff
    cpu.setRegister(0, 2, al)
    setDecimalFlags(cpu, al, 0)
  case .salc: cpu.setRegister(0, 1, cpu.carry ? 0xff : 0)
  case .bound:
    let size = i.pointee.operandSize
    let va = cpu.address(i)
    let low = cpu.extended(try cpu.loadSized(va, size), size)
    let high = cpu.extended(try cpu.loadSized(va &+ UInt64(size), size), size)
    let index = Int64(bitPattern: cpu.extended(try cpu.value(first, i), size))
    guard index >= Int64(bitPattern: low), index <= Int64(bitPattern: high) else {
      throw Fault(5)
    }
  case .arpl:
    guard !cpu.isReal else { throw .invalidOpcode }
    let level = try cpu.value(i.pointee.operands.1, i) & 3
    var raised = false
    try cpu.modify(first, i) { old in
      raised = old & 3 < level
      return raised ? (old & ~3) | level : old
    }
    cpu.setZero(raised, keeping: true)
  case .loadFar: return try loadFarPointer(cpu, i)
  default: throw cpu.unimplemented(i)
  }
  return .next
}

/// `lds les lss lfs lgs`.
private func loadFarPointer(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let size = i.pointee.operandSize
  let va = cpu.address(i)
  let offset = try cpu.loadSized(va, size)
  let selector = try cpu.load(va &+ UInt64(size), as: UInt16.self)
  try cpu.loadSegment(i.pointee.operands.2.register, selector)
  try cpu.set(i.pointee.operands.0, i, offset)
  return cpu.resumeAfter(i)
}

/// SF, ZF and PF of al; OF clear, which the manual leaves undefined.
private func setDecimalFlags(_ cpu: CPU, _ al: UInt64, _ carries: UInt64) {
  _ = cpu.logic(al & 0xff, 1)
  cpu.setArithmeticFlags(cpu.arithmeticFlags & ~Flag.auxiliary & ~Flag.carry | carries)
}

private func adjustDecimal(_ cpu: CPU, subtracts: Bool) {
  let old = cpu.register(0, 1)
  let flags = cpu.arithmeticFlags
  var al = old
  var carries: UInt64 = 0
  if old & 15 > 9 || flags & Flag.auxiliary != 0 {
    carries |= Flag.auxiliary
    if subtracts, old < 6 { carries |= Flag.carry }
    al = (subtracts ? al &- 6 : al &+ 6) & 0xff
  }
  if old > 0x99 || flags & Flag.carry != 0 {
    al = (subtracts ? al &- 0x60 : al &+ 0x60) & 0xff
    carries |= Flag.carry
  }
  cpu.setRegister(0, 1, al)
  setDecimalFlags(cpu, al, carries)
}

private func adjustASCII(_ cpu: CPU, subtracts: Bool) {
  var ax = cpu.register(0, 2)
  var carries: UInt64 = 0
  if ax & 15 > 9 || cpu.arithmeticFlags & Flag.auxiliary != 0 {
    ax = subtracts ? ax &- 0x106 : ax &+ 0x106
    carries = Flag.auxiliary | Flag.carry
  }
  cpu.setRegister(0, 2, ax & 0xff0f)
  setDecimalFlags(cpu, ax & 15, carries)
}
