import X86

/// Executes transfers of control.
func executeControl(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  switch i.pointee.semantics {
  case .jcc:
    guard cpu.holds(i.pointee.condition) else { return .next }
    return cpu.branch(relative(cpu, i))
  case .jmp: return cpu.branch(relative(cpu, i))
  case .jmpIndirect:
    return cpu.branch(try target(cpu, try cpu.value(first, i), i))
  case .call:
    let to = relative(cpu, i)
    try cpu.push(cpu.next(i), i.pointee.operandSize, i)
    return cpu.branch(to)
  case .callIndirect:
    let to = try target(cpu, try cpu.value(first, i), i)
    try cpu.push(cpu.next(i), i.pointee.operandSize, i)
    return cpu.branch(to)
  case .ret:
    let size = i.pointee.operandSize
    let to = try target(cpu, try cpu.loadSized(cpu.stackAddress(0, i), size), i)
    cpu.moveStack(Int64(size) &+ (i.pointee.operandCount > 0 ? i.pointee.immediate : 0), i)
    return cpu.branch(to)
  case .loop, .loope, .loopne: return loop(cpu, i)
  case .jrcxz:
    let count = cpu.register(1, i.pointee.addressSize)
    return count == 0 ? cpu.branch(relative(cpu, i)) : .next
  case .int3: return try cpu.softwareInterrupt(3, i)
  case .int: return try cpu.softwareInterrupt(UInt8(truncatingIfNeeded: i.pointee.immediate), i)
  case .int1: return try cpu.softwareInterrupt(1, i)
  case .iret: return try cpu.interruptReturn(i)
  case .syscall: return try cpu.systemCall(i)
  case .sysret: return try cpu.systemReturn(i)
  case .retFar: return try farReturn(cpu, i)
  case .jmpFar, .callFar: return try farTransfer(cpu, i)
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
private func relative(_ cpu: CPU, _ i: Decoded) -> UInt64 {
  let to = cpu.next(i) &+ UInt64(bitPattern: i.pointee.immediate)
  return i.pointee.operandSize == 8 ? to : to & cpu.mask(i.pointee.operandSize)
}

/// Checks an indirect target: a non-canonical one faults in the branch.
@inline(__always)
private func target(_ cpu: CPU, _ to: UInt64, _ i: Decoded) throws(Fault) -> UInt64 {
  guard isCanonical(to) else { throw .protection() }
  return to
}

private func loop(_ cpu: CPU, _ i: Decoded) -> Outcome {
  let size = i.pointee.addressSize
  let count = (cpu.register(1, size) &- 1) & cpu.mask(size)
  cpu.setRegister(1, size, count)
  var again = count != 0
  if i.pointee.semantics == .loope { again = again && cpu.zero }
  if i.pointee.semantics == .loopne { again = again && !cpu.zero }
  return again ? cpu.branch(relative(cpu, i)) : .next
}

/// A far return to the same privilege level.
private func farReturn(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let size = i.pointee.operandSize
  let to = try cpu.loadSized(cpu.stackAddress(0, i), size)
  let selector = try cpu.loadSized(cpu.stackAddress(UInt64(size), i), size)
  let extra = i.pointee.operandCount > 0 ? i.pointee.immediate : 0
  let code = try cpu.codeSegment(UInt16(truncatingIfNeeded: selector))
  let level = UInt8(truncatingIfNeeded: selector & 3)
  guard isCanonical(to), level >= cpu.pointee.privilege else { throw .protection() }
  if level == cpu.pointee.privilege {
    cpu.moveStack(Int64(size) * 2 + extra, i)
    return cpu.far(to, code, level)
  }
  let above = UInt64(size) * 2 &+ UInt64(bitPattern: extra)
  let stack = try cpu.loadSized(cpu.stackAddress(above, i), size)
  let stackSelector = try cpu.loadSized(cpu.stackAddress(above &+ UInt64(size), i), size)
  let ss = try cpu.stackSegment(
    UInt16(truncatingIfNeeded: stackSelector), level: level, long: code.long)
  cpu.gpr(4).pointee = stack &+ UInt64(bitPattern: extra)
  cpu.pointee.ss = ss
  return cpu.far(to, code, level)
}

/// Far jumps and calls through memory or an immediate pointer, within a privilege level.
private func farTransfer(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let size = i.pointee.operandSize
  let to: UInt64
  let selector: UInt16
  if i.pointee.operands.0.kind == .memory {
    let va = cpu.address(i)
    to = try cpu.loadSized(va, size)
    selector = try cpu.load(va &+ UInt64(size))
  } else {
    to = UInt64(bitPattern: i.pointee.immediate) & cpu.mask(size)
    selector = UInt16(truncatingIfNeeded: i.pointee.immediate2)
  }
  let code = try cpu.codeSegment(selector)
  let level = cpu.pointee.privilege
  let conforming = code.attributes & 4 != 0
  guard isCanonical(to), conforming ? code.dpl <= level : code.dpl == level else {
    throw .protection(UInt32(selector & ~3))
  }
  if i.pointee.semantics == .callFar {
    let back = cpu.next(i)
    try cpu.storeSized(
      cpu.stackAddress(0 &- UInt64(size), i), size, UInt64(cpu.pointee.cs.selector))
    try cpu.storeSized(cpu.stackAddress(0 &- UInt64(size) * 2, i), size, back)
    cpu.moveStack(-Int64(size) * 2, i)
  }
  return cpu.far(to, code, level)
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Goes on in another code segment.
  func far(_ to: UInt64, _ code: SegmentRegister, _ level: UInt8) -> Outcome {
    var cs = code
    cs.selector = (cs.selector & ~3) | UInt16(level)
    setCode(cs, level)
    pointee.rip = to
    pointee.exit = .resume
    return .leave
  }
}
