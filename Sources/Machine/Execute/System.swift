import X86

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Faults unless at privilege level 0.
  @inline(__always)
  func requireSupervisor() throws(Fault) {
    if pointee.privilege != 0 { throw .protection() }
  }

  /// Makes sure that machine time is exact: runs the instruction again, alone, if it is not.
  @inline(__always)
  func requireTime() throws(Fault) {
    if !pointee.alone { throw .retryAlone }
  }
}

/// Executes system instructions.
func executeSystem(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  switch i.pointee.semantics {
  case .in, .out: return try executePort(cpu, i)
  case .cli, .sti: return try setInterruptFlag(cpu, i)
  case .pause:
    cpu.pointee.rip = cpu.next(i)
    cpu.pointee.exit = .yield
    return .leave
  case .hlt:
    try cpu.requireSupervisor()
    cpu.pointee.rip = cpu.next(i)
    cpu.pointee.exit = .halt
    return .leave
  case .cpuid:
    let leaf = UInt32(truncatingIfNeeded: cpu.gpr(0).pointee)
    let values = cpu.identification(leaf, UInt32(truncatingIfNeeded: cpu.gpr(1).pointee))
    cpu.gpr(0).pointee = UInt64(values.eax)
    cpu.gpr(3).pointee = UInt64(values.ebx)
    cpu.gpr(1).pointee = UInt64(values.ecx)
    cpu.gpr(2).pointee = UInt64(values.edx)
  case .rdtsc, .rdtscp:
    if cpu.pointee.cr4 & 4 != 0 { try cpu.requireSupervisor() }
    try cpu.requireTime()
    let time = cpu.now &+ cpu.pointee.tscOffset
    cpu.gpr(0).pointee = time & 0xffff_ffff
    cpu.gpr(2).pointee = time >> 32
    if i.pointee.semantics == .rdtscp { cpu.gpr(1).pointee = cpu.pointee.tscAux }
  case .rdpid: try cpu.set(i.pointee.operands.0, i, cpu.pointee.tscAux)
  case .rdmsr, .wrmsr: return try accessMSR(cpu, i)
  case .swapgs:
    try cpu.requireSupervisor()
    swap(&cpu.pointee.gsBase, &cpu.pointee.kernelGSBase)
  case .clts:
    try cpu.requireSupervisor()
    cpu.pointee.cr0 &= ~8
  case .invd, .wbinvd: try cpu.requireSupervisor()
  case .invlpg:
    try cpu.requireSupervisor()
    cpu.flushTLB(page: cpu.address(i))
    return cpu.resumeAfter(i)
  case .movControl: return try moveControl(cpu, i)
  case .movDebug: return try moveDebug(cpu, i)
  case .movSegment: return try moveSegment(cpu, i)
  case .rdfsbase, .rdgsbase, .wrfsbase, .wrgsbase: try accessBase(cpu, i)
  case .fxsave, .fxrstor, .ldmxcsr, .stmxcsr, .fninit, .fnclex, .fwait, .fldcw, .fnstcw, .fnstsw,
    .emms:
    try executeFPUControl(cpu, i)
  default: return try executeTables(cpu, i)
  }
  return .next
}

private func setInterruptFlag(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  guard cpu.pointee.privilege <= (cpu.pointee.systemFlags >> 12) & 3 else { throw .protection() }
  if i.pointee.semantics == .cli {
    cpu.pointee.systemFlags &= ~Flag.interrupt
    return .next
  }
  if cpu.pointee.systemFlags & Flag.interrupt == 0 {
    cpu.pointee.systemFlags |= Flag.interrupt
    cpu.pointee.shadow = true
  }
  return cpu.resumeAfter(i)
}

private func accessMSR(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  try cpu.requireSupervisor()
  let number = UInt32(truncatingIfNeeded: cpu.gpr(1).pointee)
  if cpu.isTimed(number) { try cpu.requireTime() }
  if i.pointee.semantics == .rdmsr {
    guard let value = cpu.readMSR(number) else { throw .protection() }
    cpu.gpr(0).pointee = value & 0xffff_ffff
    cpu.gpr(2).pointee = value >> 32
    return .next
  }
  let value = cpu.gpr(2).pointee << 32 | cpu.gpr(0).pointee & 0xffff_ffff
  guard cpu.writeMSR(number, value) else { throw .protection() }
  return cpu.resumeAfter(i)
}

private func moveControl(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  try cpu.requireSupervisor()
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  if second.kind == .control {
    guard let value = cpu.control(second.register) else { throw .invalidOpcode }
    cpu.setRegister(first.register, first.size, value)
    return .next
  }
  try cpu.setControl(first.register, cpu.register(second.register, second.size))
  return cpu.resumeAfter(i)
}

private func moveDebug(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  try cpu.requireSupervisor()
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  let registers = Registers(cpu: cpu)
  if second.kind == .debug {
    cpu.setRegister(first.register, first.size, registers[dr: Int(second.register)])
    return .next
  }
  let number = Int(first.register)
  let value = cpu.register(second.register, second.size)
  if number >= 4, value >> 32 != 0 { throw .protection() }
  cpu.setDebugRegister(number == 5 ? 7 : number, value)
  return cpu.resumeAfter(i)
}

private func moveSegment(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  if second.kind == .segment {
    try cpu.set(first, i, UInt64(cpu.selector(second.register)))
    return .next
  }
  let selector = UInt16(truncatingIfNeeded: try cpu.value(second, i))
  try cpu.loadSegment(first.register, selector)
  if first.register == Segment.ss.rawValue { cpu.pointee.shadow = true }
  return cpu.resumeAfter(i)
}

private func accessBase(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  guard cpu.pointee.cr4 & 0x1_0000 != 0 else { throw .invalidOpcode }
  let operand = i.pointee.operands.0
  switch i.pointee.semantics {
  case .rdfsbase: cpu.setRegister(operand.register, operand.size, cpu.pointee.fsBase)
  case .rdgsbase: cpu.setRegister(operand.register, operand.size, cpu.pointee.gsBase)
  default:
    let value = cpu.register(operand.register, operand.size)
    guard isCanonical(value) else { throw .protection() }
    if i.pointee.semantics == .wrfsbase {
      cpu.pointee.fsBase = value
    } else {
      cpu.pointee.gsBase = value
    }
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// The value of a control register; nil for those that do not exist.
  func control(_ number: UInt8) -> UInt64? {
    switch number {
    case 0: pointee.cr0
    case 2: pointee.cr2
    case 3: pointee.cr3
    case 4: pointee.cr4
    case 8: UInt64(pointee.apic.taskPriority >> 4)
    default: nil
    }
  }

  /// Sets a control register as `mov` does.
  func setControl(_ number: UInt8, _ value: UInt64) throws(Fault) {
    switch number {
    case 0:
      // Paging and protection stay on: the machine knows nothing but 64-bit mode.
      guard value >> 32 == 0, value & 0x8000_0001 == 0x8000_0001 else { throw .protection() }
      guard value & 0x6000_0000 != 0x2000_0000 else { throw .protection() }
      pointee.cr0 = (value & 0xe005_003f) | 0x10
      flushTLB()
    case 2: pointee.cr2 = value
    case 3:
      guard value >> 52 == 0 || value >> 63 != 0 else { throw .protection() }
      pointee.cr3 = value & ~(1 << 63)
      flushTLB()
    case 4:
      let known: UInt64 = 0x11_07ff
      guard value & ~known == 0, value & 0x20 != 0 else { throw .protection() }
      pointee.cr4 = value
      flushTLB()
    case 8:
      guard value >> 4 == 0 else { throw .protection() }
      pointee.apic.taskPriority = UInt8(value) << 4
    default: throw .invalidOpcode
    }
  }
}

/// Descriptor table instructions.
private func executeTables(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  let wide: UInt8 = i.pointee.mode == .bits64 ? 8 : 4
  switch i.pointee.semantics {
  case .lgdt, .lidt:
    try cpu.requireSupervisor()
    let va = cpu.address(i)
    let limit = try cpu.load(va, as: UInt16.self)
    let table = TableRegister(base: try cpu.loadSized(va &+ 2, wide), limit: limit)
    guard isCanonical(table.base) else { throw .protection() }
    if i.pointee.semantics == .lgdt {
      cpu.pointee.gdtr = table
    } else {
      cpu.pointee.idtr = table
    }
  case .sgdt, .sidt:
    let table = i.pointee.semantics == .sgdt ? cpu.pointee.gdtr : cpu.pointee.idtr
    let va = cpu.address(i)
    if cpu.writable(va, UInt64(wide) + 2) == nil { try cpu.probeWrite(va, Int(wide) + 2) }
    try cpu.store(va, table.limit)
    try cpu.storeSized(va &+ 2, wide, table.base)
  case .lldt, .ltr:
    try cpu.requireSupervisor()
    let selector = UInt16(truncatingIfNeeded: try cpu.value(first, i))
    try cpu.loadSystemSegment(selector, task: i.pointee.semantics == .ltr)
  case .sldt: try cpu.set(first, i, UInt64(cpu.pointee.ldtr.selector))
  case .str: try cpu.set(first, i, UInt64(cpu.pointee.tr.selector))
  case .smsw: try cpu.set(first, i, cpu.pointee.cr0)
  case .lmsw:
    try cpu.requireSupervisor()
    let value = try cpu.value(first, i)
    cpu.pointee.cr0 = (cpu.pointee.cr0 & ~0xe) | (value & 0xe)
  case .lar, .lsl, .verr, .verw: try inspect(cpu, i)
  default: throw cpu.unimplemented(i)
  }
  return .next
}

/// lar, lsl, verr, verw: looks at a descriptor and says in ZF whether it may be used.
private func inspect(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let test = i.pointee.operandCount == 1
  let source = test ? i.pointee.operands.0 : i.pointee.operands.1
  let selector = UInt16(truncatingIfNeeded: try cpu.value(source, i))
  var usable = false
  var result: UInt64 = 0
  if selector & ~3 != 0, let low = try? cpu.descriptor(selector).low {
    let segment = cpu.segment(selector, low)
    let code = segment.attributes & 8 != 0
    let conforming = segment.attributes & 0xc == 0xc
    let requested = max(cpu.pointee.privilege, UInt8(truncatingIfNeeded: selector & 3))
    let system = segment.attributes & 0x10 == 0
    usable = conforming || requested <= segment.dpl
    switch i.pointee.semantics {
    case .verr: usable = usable && !system && (!code || segment.attributes & 2 != 0)
    case .verw: usable = usable && !system && !code && segment.attributes & 2 != 0
    case .lar: result = (low >> 32) & 0x00ff_ff00
    default: result = UInt64(segment.limit)
    }
  }
  if !test, usable { try cpu.set(i.pointee.operands.0, i, result) }
  let flags = cpu.arithmeticFlags & ~Flag.zero
  cpu.setArithmeticFlags(usable ? flags | Flag.zero : flags)
}
