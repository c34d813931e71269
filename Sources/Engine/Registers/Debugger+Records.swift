// Records that a target keeps of exceptions, registers and bug checks.

extension Debugger {
  /// The `EXCEPTION_RECORD64` at an address, or nil when it cannot be read.
  public func exceptionRecord(at address: UInt64) -> ExceptionRecord? {
    ExceptionRecord(at: address, MemoryView(target: target, space: addressSpace))
  }

  /// The registers in the `CONTEXT` at an address, or nil when it cannot be read.
  public func contextRecord(at address: UInt64) -> Context? {
    let memory = MemoryView(target: target, space: addressSpace)
    guard let bytes = memory.bytes(address, ContextRecord.size) else { return nil }
    return ContextRecord.read(bytes)
  }

  /// Writes the registers in scope as a `CONTEXT`. Fields that they do not know stay as they are.
  public func writeContextRecord(at address: UInt64) throws {
    var bytes = try readAll(address, ContextRecord.size)
    ContextRecord.write(try context(), into: &bytes)
    try write(address, bytes)
  }

  /// The registers in the `nt!_KTRAP_FRAME` at an address: those that a trap saves, others read 0.
  ///
  /// Throws without the kernel's types and when the frame cannot be read.
  public func trapFrame(at address: UInt64) throws -> Context {
    let frame = try structure("nt!_KTRAP_FRAME", at: address)
    var context = Context()
    let general: [(Register, String)] = [
      (.rax, "Rax"), (.rcx, "Rcx"), (.rdx, "Rdx"), (.r8, "R8"), (.r9, "R9"), (.r10, "R10"),
      (.r11, "R11"), (.rbx, "Rbx"), (.rdi, "Rdi"), (.rsi, "Rsi"), (.rbp, "Rbp"), (.rip, "Rip"),
      (.rsp, "Rsp"), (.efl, "EFlags"), (.cs, "SegCs"), (.ss, "SegSs"),
    ]
    for (register, field) in general { context[register] = try frame[field].uint }
    return context
  }

  /// The code and the four arguments of the bug check that the kernel is in; all 0 before one.
  ///
  /// Throws when `nt!KiBugCheckData` is not there.
  public func bugCheckData() throws -> [UInt64] {
    if let recorded = (target as? DumpTarget)?.bugCheck {
      return [UInt64(recorded.code)] + (recorded.parameters + [0, 0, 0, 0]).prefix(4)
    }
    guard let place = kernel?.symbol("KiBugCheckData")?.address else {
      throw LookupError.noSymbol("nt!KiBugCheckData")
    }
    return try (0..<5).map { try readUInt(place &+ UInt64($0 * 8), 8) }
  }

  /// Writes a model-specific register of the processor in scope.
  public func writeMSR(_ number: UInt32, _ value: UInt64) throws(TargetError) {
    lastStop?.keepRegisters()
    try target.writeMSR(number, value, processor: scope.processor)
    stateChanged()
  }

  /// Makes a page-directory base the one that user addresses go through (`.context`).
  public func setDirectory(_ directory: UInt64?) {
    scope.directory = directory
    stateChanged()
  }

  /// The page-directory base that user addresses go through, nil when the registers lack it.
  public var directory: UInt64? {
    if let directory = scope.directory { return directory }
    guard let context = try? target.context(processor: scope.processor), context.isKnown(.cr3)
    else { return nil }
    return context[.cr3]
  }
}
