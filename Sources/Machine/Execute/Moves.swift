import X86

/// Executes moves, stack instructions, conversions and single flags.
func executeMove(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  switch i.pointee.semantics {
  case .mov, .movzx, .movnti: try cpu.set(first, i, try cpu.value(second, i))
  case .movsx, .movsxd:
    try cpu.set(first, i, cpu.extended(try cpu.value(second, i), second.size))
  case .movbe:
    let value = try cpu.value(second, i).byteSwapped
    try cpu.set(first, i, value >> (64 - UInt64(first.size) * 8))
  case .lea: cpu.setRegister(first.register, first.size, cpu.offset(i))
  case .xchg: try exchange(cpu, i)
  case .bswap:
    let value = cpu.register(first.register, first.size).byteSwapped
    cpu.setRegister(first.register, first.size, first.size == 8 ? value : value >> 32)
  case .cbw:
    let size = i.pointee.operandSize
    let half = cpu.register(0, size / 2)
    cpu.setRegister(0, size, cpu.extended(half, size / 2))
  case .cwd:
    let size = i.pointee.operandSize
    let negative = cpu.extended(cpu.register(0, size), size) >> 63 != 0
    cpu.setRegister(2, size, negative ? ~0 : 0)
  case .setcc: try cpu.set(first, i, cpu.holds(i.pointee.condition) ? 1 : 0)
  case .cmovcc:
    let value = try cpu.value(second, i)
    let kept = try cpu.value(first, i)
    try cpu.set(first, i, cpu.holds(i.pointee.condition) ? value : kept)
  case .lahf:
    let flags = cpu.arithmeticFlags & 0xd5 | 2
    cpu.gpr(0).pointee = (cpu.gpr(0).pointee & ~0xff00) | flags << 8
  case .sahf:
    let flags = (cpu.gpr(0).pointee >> 8) & 0xd5
    cpu.setArithmeticFlags(flags | (cpu.overflow ? Flag.overflow : 0))
  case .xlat:
    let offset = (cpu.offset(i) &+ cpu.gpr(0).pointee & 0xff) & cpu.mask(i.pointee.addressSize)
    let segment = i.pointee.memory.segment
    if i.pointee.mode != .bits64 { _ = try cpu.checked(segment, offset, 1, write: false) }
    let va = cpu.linear(segment, offset, i)
    cpu.setRegister(0, 1, try cpu.loadSized(va, 1))
  case .clc: cpu.setCarry(false)
  case .stc: cpu.setCarry(true)
  case .cmc: cpu.setCarry(!cpu.carry)
  case .cld: cpu.pointee.systemFlags &= ~Flag.direction
  case .std: cpu.pointee.systemFlags |= Flag.direction
  case .nop, .prefetch, .endbr, .lfence, .mfence, .sfence: break
  // Cache lines are flushed as a byte is loaded (SDM vol. 2 CLFLUSH): the address must be readable.
  case .clflush, .clflushopt, .clwb: _ = try cpu.loadSized(cpu.address(i), 1)
  default: return try executeStack(cpu, i)
  }
  return .next
}

private func exchange(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  let (place, other) = second.kind == .memory ? (second, first) : (first, second)
  let new = try cpu.value(other, i)
  var old: UInt64 = 0
  try cpu.modify(place, i) {
    old = $0
    return new
  }
  try cpu.set(other, i, old)
}

/// Stack instructions.
private func executeStack(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  let size = i.pointee.operandSize
  switch i.pointee.semantics {
  case .push:
    let value: UInt64
    if first.kind == .segment {
      value = UInt64(cpu.selector(first.register))
    } else {
      value = try cpu.value(first, i)
    }
    try cpu.push(value, size)
  case .pop: return try pop(cpu, i)
  case .pushf:
    try cpu.push(cpu.rflags & ~(Flag.resume | Flag.virtual8086), size)
  case .popf:
    let value = try cpu.loadSized(cpu.stackSlot(0, size), size)
    cpu.moveStack(Int64(size))
    cpu.setFlags(popped: value, size: size)
    return cpu.resumeAfter(i)
  case .enter: try enter(cpu, i)
  case .leave:
    let frame = try cpu.stackPlace(cpu.gpr(5).pointee, size, write: false)
    let value = try cpu.loadSized(frame, size)
    cpu.setRegister(4, cpu.stackWidth, cpu.gpr(5).pointee &+ UInt64(size))
    cpu.setRegister(5, size, value)
  case .pusha: try pushAll(cpu, size)
  case .popa: try popAll(cpu, size)
  default: throw cpu.unimplemented(i)
  }
  return .next
}

private func pushAll(_ cpu: CPU, _ size: UInt8) throws(Fault) {
  var stack = PendingStack(segment: cpu.pointee.ss, pointer: cpu.gpr(4).pointee, flat: false)
  try cpu.push((0..<8).map { cpu.register($0, size) }, size: size, on: &stack)
  cpu.setStack(stack)
}

private func popAll(_ cpu: CPU, _ size: UInt8) throws(Fault) {
  var values: [UInt64] = []
  for place in 0..<UInt64(8) {
    values.append(try cpu.loadSized(cpu.stackSlot(place &* UInt64(size), size), size))
  }
  cpu.moveStack(Int64(size) * 8)
  for (place, value) in values.enumerated() where place != 3 {
    cpu.setRegister(UInt8(7 - place), size, value)
  }
}

private func pop(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let operand = i.pointee.operands.0
  let size = i.pointee.operandSize
  let value = try cpu.loadSized(cpu.stackSlot(0, size), size)
  if operand.kind == .segment {
    try cpu.loadSegment(operand.register, UInt16(truncatingIfNeeded: value))
    cpu.moveStack(Int64(size))
    if operand.register == Segment.ss.rawValue { cpu.shadowStackLoad() }
    return cpu.resumeAfter(i)
  }
  // The address of a memory operand counts from the stack pointer after the pop.
  let old = cpu.gpr(4).pointee
  cpu.moveStack(Int64(size))
  do {
    try cpu.set(operand, i, value)
  } catch {
    cpu.gpr(4).pointee = old
    throw error
  }
  return .next
}

private func enter(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let size = i.pointee.operandSize
  let level = i.pointee.immediate2 & 31
  let width = UInt64(size)
  var top = cpu.gpr(4).pointee &- width
  let frame = top
  try cpu.storeSized(cpu.stackPlace(top, size, write: true), size, cpu.register(5, size))
  if level > 0 {
    for step in 1..<max(1, level) {
      let from = cpu.gpr(5).pointee &- UInt64(step) &* width
      let value = try cpu.loadSized(cpu.stackPlace(from, size, write: false), size)
      top = top &- width
      try cpu.storeSized(cpu.stackPlace(top, size, write: true), size, value)
    }
    top = top &- width
    try cpu.storeSized(cpu.stackPlace(top, size, write: true), size, frame)
  }
  top = top &- UInt64(bitPattern: i.pointee.immediate)
  // The new top must be writable, though nothing is stored there.
  try cpu.probeWrite(cpu.stackPlace(top, size, write: true), Int(size))
  cpu.setRegister(5, size, frame)
  cpu.setRegister(4, cpu.stackWidth, top)
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Pushes a slot.
  @inline(__always)
  func push(_ value: UInt64, _ size: UInt8) throws(Fault) {
    try storeSized(stackSlot(0 &- UInt64(size), size, write: true), size, value)
    moveStack(-Int64(size))
  }

  /// Faults as a push would, without pushing.
  func probePush(_ size: UInt8) throws(Fault) {
    let slot = try stackSlot(0 &- UInt64(size), size, write: true)
    if writable(slot, UInt64(size)) == nil { try probeWrite(slot, Int(size)) }
  }

  /// Lets interrupts and debug exceptions wait until after the instruction that follows a load of
  /// SS, which is to load the stack pointer (Intel SDM vol. 3A §6.8.3).
  func shadowStackLoad() {
    pointee.shadow = true
    pointee.debugShadow = true
  }

  /// Sets the flags register as popf does: IOPL needs privilege 0, IF needs IOPL.
  func setFlags(popped value: UInt64, size: UInt8) {
    var writable = Flag.writable
    if size == 2 { writable &= 0xffff }
    let level = UInt64(pointee.privilege)
    if level != 0 { writable &= ~Flag.ioPrivilege }
    if level > (pointee.systemFlags >> 12) & 3 { writable &= ~Flag.interrupt }
    writable &= ~Flag.resume
    let old = rflags & ~Flag.resume
    rflags = (old & ~writable) | (value & writable)
  }

  /// A segment register's selector by number.
  func selector(_ number: UInt8) -> UInt16 {
    switch Segment(rawValue: number) {
    case .es: pointee.es.selector
    case .cs: pointee.cs.selector
    case .ss: pointee.ss.selector
    case .ds: pointee.ds.selector
    case .fs: pointee.fs.selector
    case .gs: pointee.gs.selector
    case nil: 0
    }
  }
}
