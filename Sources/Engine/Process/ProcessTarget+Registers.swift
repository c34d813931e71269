// The registers that a thread has in user mode: a processor's, or those it left when it entered the
// kernel.

extension ProcessTarget {
  public func context(processor number: Int) throws(TargetError) -> Context {
    guard let thread = thread(number) else { throw .noProcessor(number) }
    if let processor = userProcessor(of: thread) {
      return userPart(try live.context(processor: processor), thread)
    }
    return entryContext(thread)
  }

  public func position(processor number: Int) throws(TargetError) -> (ip: UInt64, sp: UInt64) {
    guard let thread = thread(number) else { throw .noProcessor(number) }
    if let processor = userProcessor(of: thread) { return try live.position(processor: processor) }
    var context = Context()
    readTrapFrame(thread, &context)
    return (context.ip, context.sp)
  }

  public func setContext(_ context: Context, processor number: Int) throws(TargetError) {
    guard let thread = thread(number) else { throw .noProcessor(number) }
    let old = try self.context(processor: number)
    var context = context
    // User code has user segments, and flags that it may change itself.
    for register in [Register.cs, .ss, .ds, .es, .fs, .gs, .fsBase, .gsBase] {
      context[register] = old[register]
    }
    context[.efl] = context[.efl] & Self.userFlags | old[.efl] & ~Self.userFlags
    if let processor = userProcessor(of: thread) {
      for register in [Register.fsBase, .gsBase] { context.forget(register) }
      return try live.setContext(context, processor: processor)
    }
    try setEntryContext(context, old, thread)
  }

  /// CF PF AF ZF SF TF DF OF.
  private static let userFlags: UInt64 = 0xDD5

  /// A processor's registers without those that user code cannot see.
  private func userPart(_ context: Context, _ thread: UserThread) -> Context {
    var context = context
    for register in Self.systemRegisters { context.forget(register) }
    context[.gsBase] = thread.teb
    return context
  }

  private static let systemRegisters: [Register] = [
    .cr0, .cr2, .cr3, .cr4, .cr8, .efer, .gdtr, .gdtl, .idtr, .idtl, .tr, .ldtr, .kernelGSBase,
  ]

  // MARK: Threads that are in the kernel

  /// What a thread will go on with: its trap frame has the volatile registers, the stack above it
  /// holds the others where unwinding finds them.
  private func entryContext(_ thread: UserThread) -> Context {
    var context = nonvolatileContext(thread) ?? Context()
    for (register, value) in Self.userSegments { context[register] = value }
    readTrapFrame(thread, &context)
    readVectors(thread, &context)
    return userPart(context, thread)
  }

  private static let userSegments: [(Register, UInt64)] = [
    (.ds, 0x2B), (.es, 0x2B), (.fs, 0x53), (.gs, 0x2B), (.fsBase, 0), (.dr0, 0), (.dr1, 0),
    (.dr2, 0), (.dr3, 0), (.dr6, 0), (.dr7, 0),
  ]

  private func trapFrame(_ thread: UserThread) -> UInt64? {
    if let dispatch, dispatch.thread == thread.object { return dispatch.trapFrame }
    guard let frame = kernelMemory.pointer(thread.object &+ layout.trapFrame), frame != 0 else {
      return nil
    }
    return frame
  }

  private func readTrapFrame(_ thread: UserThread, _ context: inout Context) {
    guard let frame = trapFrame(thread) else { return }
    let memory = kernelMemory
    for row in layout.trap {
      context[row.register] = memory.uint(frame &+ row.offset, row.bytes) ?? 0
    }
  }

  /// The registers that functions keep, as they were when the kernel was entered.
  private func nonvolatileContext(_ thread: UserThread) -> Context? {
    if let dispatch, dispatch.thread == thread.object {
      var context = Context()
      let memory = kernelMemory
      for row in layout.exception {
        context[row.register] = memory.uint(dispatch.exceptionFrame &+ row.offset, row.bytes) ?? 0
      }
      return context
    }
    guard var current = kernelContext(thread) else { return nil }
    let unwinder = Unwinder(memory: MemoryView(target: live, space: .directory(directory)))
    for _ in 0..<256 {
      guard let result = unwinder.step(current, in: machine.module(containing: current.ip)) else {
        return nil
      }
      current = result.context
      if current.ip < Self.end { return current }
    }
    return nil
  }

  /// Where a thread stands in the kernel: on a processor, or where switching left it.
  private func kernelContext(_ thread: UserThread) -> Context? {
    if let processor = processor(running: thread) {
      return try? live.rawContext(live.processor(processor))
    }
    let memory = kernelMemory
    guard let stack = memory.pointer(thread.object &+ layout.kernelStack),
      let ip = memory.pointer(stack &+ layout.switchReturn),
      let rbp = memory.pointer(stack &+ layout.switchRbp)
    else { return nil }
    var context = Context()
    context[.rip] = ip
    context[.rbp] = rbp
    context[.rsp] = stack &+ layout.switchSize
    return context
  }

  /// The kernel uses no vector registers: they are the processor's, or kept above the stack of a
  /// thread that does not run (`fxsave`, whose form a CONTEXT record has at 100h).
  private func readVectors(_ thread: UserThread, _ context: inout Context) {
    if let processor = processor(running: thread),
      let now = try? live.rawContext(live.processor(processor))
    {
      copyVectors(from: now, to: &context)
      return
    }
    let memory = kernelMemory
    guard memory.uint(thread.object &+ layout.vectorState, 1) ?? 0 != 0,
      let area = memory.pointer(thread.object &+ layout.initialStack),
      let saved = memory.bytes(area, 0x200)
    else { return }
    var record = [UInt8](repeating: 0, count: 0x100) + saved
    record += [UInt8](repeating: 0, count: ContextRecord.size - record.count)
    // MxCsr stands in front of the save area as well.
    record.replaceSubrange(0x34..<0x38, with: saved[24..<28])
    if let read = ContextRecord.read(record) { copyVectors(from: read, to: &context) }
  }

  private func copyVectors(from other: Context, to context: inout Context) {
    for number in 0..<16 {
      let value = other.xmm(number)
      context.setXMM(number, low: value.low, high: value.high)
    }
    for number in 0..<8 {
      let value = other.st(number)
      context.setST(number, mantissa: value.mantissa, signExponent: value.signExponent)
    }
    for register in [Register.mxcsr, .fpcw, .fpsw, .fptw] { context[register] = other[register] }
  }

  /// Changes what a thread in the kernel will go on with. What only its stack holds stays.
  private func setEntryContext(_ context: Context, _ old: Context, _ thread: UserThread)
    throws(TargetError)
  {
    guard let frame = trapFrame(thread) else { throw .unsupported("change these registers") }
    let isDispatched = dispatch?.thread == thread.object
    if !isDispatched {
      for row in layout.exception where context[row.register] != old[row.register] {
        throw .unsupported("change \(row.register) of a thread that is in the kernel")
      }
    }
    for row in layout.trap where context[row.register] != old[row.register] {
      try writeKernel(frame &+ row.offset, context[row.register], row.bytes)
    }
    guard isDispatched, let dispatch else { return }
    if context.hasVectors, let processor = try? live.processor(dispatch.processor) {
      for number in 0..<16 where context.xmm(number) != old.xmm(number) {
        processor.registers[xmm: number] = context.xmm(number)
      }
    }
    for row in layout.exception where context[row.register] != old[row.register] {
      try writeKernel(dispatch.exceptionFrame &+ row.offset, context[row.register], row.bytes)
    }
  }

  private func writeKernel(_ address: UInt64, _ value: UInt64, _ size: Int) throws(TargetError) {
    try live.write(address, littleEndianBytes(value, size), space: .processor(0))
  }
}
