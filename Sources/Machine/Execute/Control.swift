import X86

/// Executes transfers of control.
func executeControl(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  switch i.pointee.semantics {
  case .jcc:
    guard cpu.holds(i.pointee.condition) else { return .next }
    return cpu.branch(try relative(cpu, i))
  case .jmp: return cpu.branch(try relative(cpu, i))
  case .jmpIndirect:
    return cpu.branch(try target(cpu, try cpu.value(first, i)))
  case .call: return try call(cpu, i, try relative(cpu, i))
  case .callIndirect:
    let to = try cpu.value(first, i)
    // 64-bit code finds a bad stack before a bad target (SDM vol. 2A CALL, Operation).
    if cpu.pointee.mode == .bits64 { try cpu.probePush(i.pointee.operandSize) }
    return try call(cpu, i, try target(cpu, to))
  case .ret:
    let size = i.pointee.operandSize
    let to = try target(cpu, try cpu.loadSized(cpu.stackSlot(0, size), size))
    cpu.moveStack(Int64(size) &+ (i.pointee.operandCount > 0 ? i.pointee.immediate : 0))
    return cpu.branch(to)
  case .loop, .loope, .loopne: return try loop(cpu, i)
  case .jrcxz:
    let count = cpu.register(1, i.pointee.addressSize)
    return count == 0 ? cpu.branch(try relative(cpu, i)) : .next
  case .int3: return try cpu.softwareInterrupt(3, i)
  case .int: return try cpu.softwareInterrupt(UInt8(truncatingIfNeeded: i.pointee.immediate), i)
  case .int1: return try cpu.softwareInterrupt(1, i)
  case .iret: return try cpu.interruptReturn(i)
  case .syscall: return try cpu.systemCall(i)
  case .sysret: return try cpu.systemReturn(i)
  case .sysenter: return try cpu.systemEnter(i)
  case .sysexit: return try cpu.systemExit(i)
  case .retFar: return try cpu.farReturn(i)
  case .jmpFar, .callFar: return try cpu.farTransfer(i)
  case .into:
    return cpu.overflow ? try cpu.softwareInterrupt(4, i) : cpu.branch(cpu.next(i))
  default: throw cpu.unimplemented(i)
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Goes on at an address.
  @inline(__always)
  func branch(_ to: UInt64) -> Outcome {
    pointee.rip = to
    return .jumped
  }
}

/// The target of a direct branch, cut to the operand size.
@inline(__always)
private func relative(_ cpu: CPU, _ i: Decoded) throws(Fault) -> UInt64 {
  let displacement = UInt64(bitPattern: i.pointee.immediate)
  if i.pointee.operandSize == 8 { return try target(cpu, cpu.next(i) &+ displacement) }
  let to = cpu.instructionPointer(cpu.next(i)) &+ displacement
  return try target(cpu, to & cpu.mask(i.pointee.operandSize))
}

/// The linear address of a branch target: a bad one faults in the branch.
@inline(__always)
private func target(_ cpu: CPU, _ to: UInt64) throws(Fault) -> UInt64 {
  if cpu.pointee.mode == .bits64 {
    guard isCanonical(to) else { throw .protection() }
    return to
  }
  return try cpu.codeAddress(to, in: cpu.pointee.cs)
}

private func call(_ cpu: CPU, _ i: Decoded, _ to: UInt64) throws(Fault) -> Outcome {
  try cpu.push(cpu.instructionPointer(cpu.next(i)), i.pointee.operandSize)
  return cpu.branch(to)
}

private func loop(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let size = i.pointee.addressSize
  let count = (cpu.register(1, size) &- 1) & cpu.mask(size)
  let to = try relative(cpu, i)
  cpu.setRegister(1, size, count)
  var again = count != 0
  if i.pointee.semantics == .loope { again = again && cpu.zero }
  if i.pointee.semantics == .loopne { again = again && !cpu.zero }
  return again ? cpu.branch(to) : .next
}
