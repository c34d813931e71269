import Machine

// Registers: the processor's own, or the CONTEXT record of the report the guest waits in.

extension LiveTarget {
  public func context(processor number: Int) throws(TargetError) -> Context {
    var context = rawContext(try processor(number))
    guard let record = contextRecord(of: number),
      let reported = ContextRecord.read(record.bytes)
    else { return context }
    // The session's x87 registers are the processor's, not the record's.
    let stack = (0..<8).map { context.st($0) }
    context.adopt(reported)
    for (index, value) in stack.enumerated() {
      context.setST(index, mantissa: value.mantissa, signExponent: value.signExponent)
    }
    return context
  }

  public func position(processor number: Int) throws(TargetError) -> (ip: UInt64, sp: UInt64) {
    if report?.processor == number, report?.contextRecord != 0 {
      let context = try context(processor: number)
      return (context.ip, context.sp)
    }
    let registers = try processor(number).registers
    return (registers.rip, registers[gpr: 4])
  }

  /// Whether a processor runs user code (CPL 3), or reports an exception in it.
  func isInUserMode(_ number: Int) -> Bool {
    if let record = contextRecord(of: number) {
      return littleEndian(record.bytes, 0x38, 2) & 3 == 3
    }
    guard machine.processors.indices.contains(number) else { return false }
    return machine.processors[number].registers[.cs].selector & 3 == 3
  }

  public func register(_ register: Register, processor number: Int) throws(TargetError) -> UInt64 {
    if report?.processor == number, report?.contextRecord != 0 {
      return try context(processor: number)[register]
    }
    let processor = try processor(number)
    if register.rawValue < 16 { return processor.registers[gpr: Int(register.rawValue)] }
    switch register {
    case .rip: return processor.registers.rip
    case .efl: return processor.registers.rflags
    default: return rawContext(processor)[register]
    }
  }

  public func setContext(_ context: Context, processor number: Int) throws(TargetError) {
    let processor = try processor(number)
    if context.isKnown(.fptw) {
      processor.registers.fpuTag = UInt8(truncatingIfNeeded: context[.fptw])
    }
    setExtended(context, processor.registers)
    guard var record = contextRecord(of: number) else {
      setGeneral(context, processor.registers)
      setSystem(context, processor.registers)
      return
    }
    ContextRecord.write(context, into: &record.bytes)
    setSystem(context, processor.registers)
    try write(record.address, record.bytes, space: .processor(number))
  }

  /// The CONTEXT record that stands for a processor's registers, if it waits in a report of an
  /// exception.
  private func contextRecord(of number: Int) -> (address: UInt64, bytes: [UInt8])? {
    guard let report, report.processor == number, report.contextRecord != 0 else { return nil }
    let memory = MemoryView(target: self, space: .processor(number))
    guard let bytes = memory.bytes(report.contextRecord, ContextRecord.size) else { return nil }
    return (report.contextRecord, bytes)
  }

  /// The registers as the processor holds them now, inside the guest's debugger layer or not.
  func rawContext(_ processor: Processor) -> Context {
    let registers = processor.registers
    var context = Context()
    for number in 0..<16 {
      if let register = Register.general(number) { context[register] = registers[gpr: number] }
      let vector = registers[xmm: number]
      context.setXMM(number, low: vector.low, high: vector.high)
    }
    if hasWideVectors {
      for number in 0..<16 {
        let value = registers[ymmHigh: number]
        context.setYMMHigh(number, low: value.low, high: value.high)
      }
    }
    for number in 0..<8 {
      // ST(n) counts from the top of the stack, status bits 11-13.
      let top = Int(registers.fpuStatus >> 11) & 7
      let value = registers[fpu: (top + number) & 7]
      context.setST(number, mantissa: value.significand, signExponent: value.exponent)
    }
    context[.rip] = registers.rip
    context[.efl] = registers.rflags
    for (register, segment) in Self.segments {
      context[register] = UInt64(registers[segment].selector)
    }
    context[.fsBase] = registers[.fs].base
    context[.gsBase] = registers[.gs].base
    context[.kernelGSBase] = registers.msr(0xC000_0102) ?? 0
    context[.cr0] = registers.cr0
    context[.cr2] = registers.cr2
    context[.cr3] = registers.cr3
    context[.cr4] = registers.cr4
    context[.cr8] = registers.cr8
    context[.efer] = registers.efer
    for (register, number) in Self.debugRegisters { context[register] = registers[dr: number] }
    context[.gdtr] = registers.gdtr.base
    context[.gdtl] = UInt64(registers.gdtr.limit)
    context[.idtr] = registers.idtr.base
    context[.idtl] = UInt64(registers.idtr.limit)
    context[.mxcsr] = UInt64(registers.mxcsr)
    context[.fpcw] = UInt64(registers.fpuControl)
    context[.fpsw] = UInt64(registers.fpuStatus)
    context[.fptw] = UInt64(registers.fpuTag)
    return context
  }

  private func setGeneral(_ context: Context, _ registers: Registers) {
    for number in 0..<16 {
      guard let register = Register.general(number), context.isKnown(register) else { continue }
      registers[gpr: number] = context[register]
    }
    if context.hasVectors {
      for number in 0..<16 { registers[xmm: number] = context.xmm(number) }
    }
    if context.isKnown(.rip) { registers.rip = context[.rip] }
    if context.isKnown(.efl) { registers.rflags = context[.efl] }
    for (register, segment) in Self.segments where context.isKnown(register) {
      let selector = UInt16(truncatingIfNeeded: context[register])
      // The hidden part stays as it is: loading a descriptor is the guest's business.
      if registers[segment].selector != selector { registers[segment].selector = selector }
    }
    for (register, number) in Self.debugRegisters where context.isKnown(register) {
      if registers[dr: number] != context[register] { registers[dr: number] = context[register] }
    }
    if context.isKnown(.mxcsr) { registers.mxcsr = UInt32(truncatingIfNeeded: context[.mxcsr]) }
    if context.isKnown(.fpcw) { registers.fpuControl = UInt16(truncatingIfNeeded: context[.fpcw]) }
    if context.isKnown(.fpsw) { registers.fpuStatus = UInt16(truncatingIfNeeded: context[.fpsw]) }
  }

  private var hasWideVectors: Bool { machine.configuration.features.contains(.avx) }

  /// The x87 and 256-bit registers, which a report's CONTEXT record does not hold for the session.
  /// A stack register that is changed is in use from then on.
  private func setExtended(_ context: Context, _ registers: Registers) {
    if context.hasWideVectors, hasWideVectors {
      for number in 0..<16 { registers[ymmHigh: number] = context.ymmHigh(number) }
    }
    guard context.hasStack else { return }
    let top = Int(registers.fpuStatus >> 11) & 7
    for number in 0..<8 {
      let place = (top + number) & 7
      let value = context.st(number)
      let now = registers[fpu: place]
      guard now.significand != value.mantissa || now.exponent != value.signExponent else {
        continue
      }
      registers[fpu: place] = (value.mantissa, value.signExponent)
      registers.fpuTag |= 1 << UInt8(place)
    }
  }

  /// The registers that no CONTEXT record holds; only those that differ are set, for setting one
  /// drops translations.
  private func setSystem(_ context: Context, _ registers: Registers) {
    func changed(_ register: Register, _ now: UInt64) -> Bool {
      context.isKnown(register) && context[register] != now
    }
    if changed(.cr0, registers.cr0) { registers.cr0 = context[.cr0] }
    if changed(.cr2, registers.cr2) { registers.cr2 = context[.cr2] }
    if changed(.cr3, registers.cr3) { registers.cr3 = context[.cr3] }
    if changed(.cr4, registers.cr4) { registers.cr4 = context[.cr4] }
    if changed(.cr8, registers.cr8) { registers.cr8 = context[.cr8] }
    if changed(.efer, registers.efer) { registers.efer = context[.efer] }
    if changed(.fsBase, registers[.fs].base) { registers[.fs].base = context[.fsBase] }
    if changed(.gsBase, registers[.gs].base) { registers[.gs].base = context[.gsBase] }
    if changed(.kernelGSBase, registers.msr(0xC000_0102) ?? 0) {
      registers.setMSR(0xC000_0102, context[.kernelGSBase])
    }
    let gdtr = TableRegister(
      base: context[.gdtr], limit: UInt16(truncatingIfNeeded: context[.gdtl]))
    if context.isKnown(.gdtr), context.isKnown(.gdtl), gdtr != registers.gdtr {
      registers.gdtr = gdtr
    }
    let idtr = TableRegister(
      base: context[.idtr], limit: UInt16(truncatingIfNeeded: context[.idtl]))
    if context.isKnown(.idtr), context.isKnown(.idtl), idtr != registers.idtr {
      registers.idtr = idtr
    }
    translations.forget()
  }

  private static let segments: [(Register, Registers.Segment)] = [
    (.cs, .cs), (.ds, .ds), (.es, .es), (.fs, .fs), (.gs, .gs), (.ss, .ss), (.tr, .tr),
    (.ldtr, .ldtr),
  ]
  private static let debugRegisters: [(Register, Int)] = [
    (.dr0, 0), (.dr1, 1), (.dr2, 2), (.dr3, 3), (.dr6, 6), (.dr7, 7),
  ]
}
