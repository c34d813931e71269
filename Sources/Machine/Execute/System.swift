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
  // There are no counters: every number is one too high, whatever CR4.PCE allows.
  case .rdpmc: throw .protection()
  case .rdrand, .rdseed:
    cpu.setRegister(i.pointee.operands.0.register, i.pointee.operands.0.size, cpu.nextRandom())
    cpu.setArithmeticFlags(Flag.carry)
  case .clac, .stac:
    // SDM vol. 2 CLAC, STAC: an invalid opcode outside privilege level 0.
    guard cpu.pointee.privilege == 0 else { throw .invalidOpcode }
    let others = cpu.rflags & ~Flag.alignment
    cpu.rflags = i.pointee.semantics == .stac ? others | Flag.alignment : others
    return cpu.resumeAfter(i)
  case .monitor: try cpu.armMonitor(i)
  case .mwait: return try cpu.waitForMonitor(i)
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
    // All of a large page is to be forgotten, of which there may be any number of entries.
    cpu.flushTLB()
    return cpu.resumeAfter(i)
  case .invpcid:
    try cpu.invalidatePCID(i)
    return cpu.resumeAfter(i)
  case .movControl: return try moveControl(cpu, i)
  case .movDebug: return try moveDebug(cpu, i)
  case .movSegment: return try moveSegment(cpu, i)
  case .rdfsbase, .rdgsbase, .wrfsbase, .wrgsbase: try accessBase(cpu, i)
  case .fxsave, .fxrstor, .ldmxcsr, .stmxcsr, .emms, .xsave, .xsavec, .xsaveopt, .xsaves, .xrstor,
    .xrstors, .xgetbv, .xsetbv:
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
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  // With CR4.DE, DR4 and DR5 are no longer names of DR6 and DR7.
  let named = second.kind == .debug ? second.register : first.register
  guard named < 8, named & 6 != 4 || cpu.pointee.cr4 & 8 == 0 else { throw .invalidOpcode }
  try cpu.requireSupervisor()
  if cpu.pointee.dr7 & 0x2000 != 0 {
    cpu.pointee.dr6 |= DebugStatus.accessDetected
    throw .debug
  }
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
  if first.register == Segment.ss.rawValue { cpu.shadowStackLoad() }
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
    case 0: try setControl0(value)
    case 2: pointee.cr2 = value
    case 3:
      let keeps: UInt64 = pointee.cr4 & 1 << 17 != 0 ? 1 << 63 : 0
      // Physical addresses have 40 bits, as CPUID says.
      guard (value & ~keeps) >> 40 == 0 else { throw .protection() }
      pointee.cr3 = value & ~keeps
      flushTLB()
    case 4: try setControl4(value)
    case 8:
      guard value >> 4 == 0 else { throw .protection() }
      pointee.apic.taskPriority = UInt8(value) << 4
    default: throw .invalidOpcode
    }
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// CR0 (Intel SDM vol. 3A §2.5), with the switch into and out of IA-32e mode (§9.8.5).
  private func setControl0(_ value: UInt64) throws(Fault) {
    let paging = value & 0x8000_0000 != 0
    guard value >> 32 == 0, !paging || value & 1 != 0 else { throw .protection() }
    guard value & 0x6000_0000 != 0x2000_0000 else { throw .protection() }
    if paging, pointee.cr0 & 0x8000_0000 == 0, pointee.efer & 0x100 != 0 {
      guard pointee.cr4 & 0x20 != 0, !pointee.cs.long else { throw .protection() }
      pointee.efer |= 0x400
    } else if !paging, pointee.cr0 & 0x8000_0000 != 0 {
      guard pointee.mode != .bits64, pointee.cr4 & 1 << 17 == 0 else { throw .protection() }
      pointee.efer &= ~0x400
    }
    pointee.cr0 = (value & 0xe005_003f) | 0x10
    flushTLB()
    refreshMode()
  }

  /// CR4: bits without a feature are reserved.
  private func setControl4(_ value: UInt64) throws(Fault) {
    // TSD DE PSE PAE PGE PCE OSFXSR OSXMMEXCPT, UMIP, PCIDE, SMEP.
    var known: UInt64 = 0x12_0fbc
    if pointee.core.pointee.features.contains(.fsgsbase) { known |= 1 << 16 }
    if pointee.core.pointee.features.contains(.xsave) { known |= 1 << 18 }
    if pointee.core.pointee.features.contains(.smap) { known |= 1 << 21 }
    guard value & ~known == 0 else { throw .protection() }
    if isLongModeActive, value & 0x20 == 0 { throw .protection() }
    let turnsOn = value & ~pointee.cr4
    if turnsOn & 1 << 17 != 0 {
      guard isLongModeActive, pointee.cr3 & 0xfff == 0 else { throw .protection() }
    }
    pointee.cr4 = value
    flushTLB()
  }

  /// `invpcid`: everything is forgotten, which is always allowed; what must fault does.
  func invalidatePCID(_ i: Decoded) throws(Fault) {
    try requireSupervisor()
    let kind = try value(i.pointee.operands.0, i)
    let va = address(i)
    let context: UInt64 = try load(va)
    let linear: UInt64 = try load(va &+ 8)
    guard kind <= 3, kind >= 2 || context >> 12 == 0 else { throw .protection() }
    if kind == 0 { guard isCanonical(linear) else { throw .protection() } }
    if kind < 2, pointee.cr4 & 1 << 17 == 0, context & 0xfff != 0 { throw .protection() }
    flushTLB()
  }
}

/// Descriptor table instructions.
private func executeTables(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  let wide: UInt8 = i.pointee.mode == .bits64 ? 8 : 4
  switch i.pointee.semantics {
  case .sgdt, .sidt, .sldt, .str, .smsw:
    // CR4.UMIP keeps them from programs.
    if cpu.pointee.cr4 & 0x800 != 0 { try cpu.requireSupervisor() }
  case .lldt, .ltr, .lar, .lsl, .verr, .verw:
    guard !cpu.isReal else { throw .invalidOpcode }
  default: break
  }
  if cpu.isReal, i.pointee.semantics == .sldt || i.pointee.semantics == .str {
    throw .invalidOpcode
  }
  switch i.pointee.semantics {
  case .lgdt, .lidt:
    try cpu.requireSupervisor()
    let va = cpu.address(i)
    let limit = try cpu.load(va, as: UInt16.self)
    let table = TableRegister(base: try cpu.loadSized(va &+ 2, wide), limit: limit)
    if wide == 8 { guard isCanonical(table.base) else { throw .protection() } }
    if i.pointee.semantics == .lgdt {
      cpu.pointee.gdtr = table
    } else {
      cpu.pointee.idtr = table
    }
  case .sgdt, .sidt:
    let table = i.pointee.semantics == .sgdt ? cpu.pointee.gdtr : cpu.pointee.idtr
    let va = cpu.address(i)
    if cpu.writable(va, UInt64(wide) + 2) == nil {
      // For alignment checks they are a word and, behind it, an address.
      try cpu.probeWrite(va, 2)
      try cpu.probeWrite(va &+ 2, Int(wide))
    }
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
    // PE can be set this way, but not cleared.
    cpu.pointee.cr0 = (cpu.pointee.cr0 & ~0xe) | (value & 0xf)
    cpu.refreshMode()
    return cpu.resumeAfter(i)
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
  if selector & ~3 != 0, let low = try? cpu.readDescriptor(selector).low {
    let segment = cpu.segment(selector, low)
    let code = segment.attributes & 8 != 0
    let conforming = segment.attributes & 0xc == 0xc
    let requested = max(cpu.pointee.privilege, UInt8(truncatingIfNeeded: selector & 3))
    let system = segment.attributes & 0x10 == 0
    usable = conforming || requested <= segment.dpl
    if system { usable = usable && cpu.answers(i.pointee.semantics, type: segment.attributes & 15) }
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

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Whether `lar` or `lsl` tells about a system descriptor of a type (the tables of Intel SDM vol. 2A
  /// LAR and LSL): local tables and tasks, with `lar` call and task gates as well; in IA-32e mode none
  /// of the 16-bit ones.
  fileprivate func answers(_ question: Semantics, type: UInt16) -> Bool {
    switch type {
    case 2, 9, 11: true
    case 1, 3: !isLongModeActive
    case 12: question == .lar
    case 4, 5: question == .lar && !isLongModeActive
    default: false
    }
  }
}
