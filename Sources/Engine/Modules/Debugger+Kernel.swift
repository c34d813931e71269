import Bytes
import Images

// Finding the kernel, and who runs on a processor.

extension Debugger {
  /// Where the kernel's image begins: the target's hint, or what the processor's KPCR says, or the
  /// image that holds the first interrupt handler.
  func findKernelBase(_ memory: MemoryView) -> UInt64? {
    if let hint = target.kernelBaseHint, isImage(hint, memory) { return hint }
    if let version = versionBlock(memory), let base = memory.pointer(version &+ 0x10),
      isImage(base, memory)
    {
      return base
    }
    guard let context = try? target.context(processor: 0),
      let gate = memory.bytes(context[.idtr], 16)
    else { return nil }
    // IDT gate 0: offset bits 0-15, 48-63 and 32-63 of the handler's address.
    let handler =
      littleEndian(gate, 0, 2) | littleEndian(gate, 6, 2) << 16 | littleEndian(gate, 8, 4) << 32
    var page = handler & ~0xFFF
    for _ in 0..<0x4000 where page > 0x8000_0000_0000_0000 {
      if isImage(page, memory) { return page }
      page &-= 0x1000
    }
    return nil
  }

  private func isImage(_ base: UInt64, _ memory: MemoryView) -> Bool {
    guard memory.uint(base, 2) == 0x5A4D, let offset = memory.uint(base &+ 0x3C, 4) else {
      return false
    }
    return memory.uint(base &+ offset, 4) == 0x4550
  }

  /// The DBGKD_GET_VERSION64 block (KPCR.KdVersionBlock): KernBase at 10h, PsLoadedModuleList at
  /// 18h, DebuggerDataList at 20h.
  private func versionBlock(_ memory: MemoryView) -> UInt64? {
    guard let pcr = processorControlRegion(processor: 0) else { return nil }
    guard let block = memory.pointer(pcr &+ 0x108), block != 0 else { return nil }
    return block
  }

  /// The address of PsLoadedModuleList: from the version block, or the kernel's symbols.
  func moduleListHead(_ nt: Module, _ memory: MemoryView) -> UInt64 {
    if let version = versionBlock(memory), let head = memory.pointer(version &+ 0x18), head != 0 {
      return head
    }
    return nt.symbol("PsLoadedModuleList")?.address ?? 0
  }

  /// The address of a processor's KPCR: of the two GS bases the one in kernel space.
  public func processorControlRegion(processor: Int) -> UInt64? {
    guard target.kind == .kernel, let context = try? target.context(processor: processor) else {
      return nil
    }
    for base in [context[.gsBase], context[.kernelGSBase]] where base >= 0xFFFF_8000_0000_0000 {
      return base
    }
    return nil
  }

  /// The `_KTHREAD` that runs on a processor (KPCR.Prcb at 180h, CurrentThread 8 beyond), or nil.
  public func currentThread(processor: Int) -> UInt64? {
    guard let pcr = processorControlRegion(processor: processor) else { return nil }
    let memory = MemoryView(target: target, space: .processor(processor))
    guard let thread = memory.pointer(pcr &+ 0x188), thread != 0 else { return nil }
    return thread
  }

  /// The `_KPROCESS` whose address space a processor's thread is in, or nil.
  public func currentProcess(processor: Int) -> UInt64? {
    guard let thread = currentThread(processor: processor) else { return nil }
    let offset = kernel.flatMap { fieldOffset("ApcState.Process", "_KTHREAD", $0) } ?? 0x70
    let memory = MemoryView(target: target, space: .processor(processor))
    guard let process = memory.pointer(thread &+ offset), process != 0 else { return nil }
    return process
  }

  /// The `_EPROCESS` in scope: the implicit one, or the current processor's.
  public var process: UInt64? { scope.process ?? currentProcess(processor: scope.processor) }

  /// The `_ETHREAD` in scope: the implicit one, or the current processor's.
  public var thread: UInt64? { scope.thread ?? currentThread(processor: scope.processor) }

  /// The PEB of the process in scope, or nil for one without.
  public var currentPEB: UInt64? {
    if let userTarget { return userTarget.peb }
    guard let process, let kernel, let offset = fieldOffset("Peb", "_EPROCESS", kernel) else {
      return nil
    }
    return MemoryView(target: target, space: addressSpace).pointer(process &+ offset)
  }

  /// Makes a process the one addresses belong to (`.process`), or with nil the processor's own.
  ///
  /// Throws when its DirectoryTableBase cannot be read.
  public func setProcess(_ process: UInt64?) throws {
    guard let process else {
      scope.process = nil
      scope.directory = nil
      stateChanged()
      return
    }
    guard let kernel else { throw LookupError.noModule("nt") }
    guard let offset = fieldOffset("DirectoryTableBase", "_KPROCESS", kernel) else {
      throw LookupError.noField(type: "_KPROCESS", field: "DirectoryTableBase")
    }
    let directory = try readUInt(process &+ offset, 8)
    scope.process = process
    scope.directory = directory
    stateChanged()
  }

  /// Makes a processor current (`~Ns`); the implicit process and thread go with it.
  public func setProcessor(_ number: Int) throws(TargetError) {
    guard (0..<target.processorCount).contains(number),
      userTarget.map({ $0.thread(number) != nil }) ?? true
    else { throw .noProcessor(number) }
    scope = Scope(processor: number)
    stateChanged()
  }

  /// Looks where it looked before a command changed the scope for its own purposes.
  public func restore(_ previous: Scope) {
    scope = previous
    stateChanged()
  }

  /// Looks at these registers instead of the processor's (`.cxr`, `.trap`, `.thread`); nil ends it.
  public func setContextOverride(_ context: Context?, thread: UInt64? = nil) {
    scope.context = context
    scope.thread = thread
    scope.frame = 0
    stateChanged()
  }

  /// Makes a frame the local scope (`.frame`).
  public func setFrame(_ number: Int) { scope.frame = max(0, number) }

  /// The registers in scope: the override's, or the current processor's.
  public func context() throws(TargetError) -> Context {
    if let context = scope.context { return context }
    return try target.context(processor: scope.processor)
  }

  /// One of the registers in scope, without the others.
  public func register(_ register: Register) throws(TargetError) -> UInt64 {
    if let context = scope.context { return context[register] }
    return try target.register(register, processor: scope.processor)
  }

  /// The instruction and stack pointers in scope.
  public func position() throws(TargetError) -> (ip: UInt64, sp: UInt64) {
    if let context = scope.context { return (context.ip, context.sp) }
    return try target.position(processor: scope.processor)
  }

  /// Replaces the registers in scope; with an override only that changes.
  public func setContext(_ context: Context) throws(TargetError) {
    lastStop?.keepRegisters()
    if scope.context != nil {
      scope.context = context
    } else {
      try target.setContext(context, processor: scope.processor)
    }
    stateChanged()
  }

  /// The address at which the kernel's break-in code stands, or nil without symbols.
  var breakInAddress: UInt64? {
    if breakInPlace == nil, let kernel {
      breakInPlace = .some(kernel.symbol("RtlpBreakWithStatusInstruction")?.address)
    }
    return breakInPlace ?? nil
  }

  private func fieldOffset(_ path: String, _ type: String, _ module: Module) -> UInt64? {
    guard let type = module.type(named: type) else { return nil }
    return try? type.place(of: path).offset
  }
}
