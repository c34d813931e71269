import Images

/// One step of an x64 stack walk: from the registers in a function to those in its caller.
///
/// By the image's function table and unwind codes, as the operating system does it. Facts: "x64
/// exception handling", learn.microsoft.com/cpp/build/exception-handling-x64.
struct Unwinder {
  let memory: MemoryView

  /// What a step led to.
  struct Result {
    var context: Context
    /// Whether a machine frame was crossed: the caller was interrupted, it did not call.
    var isInterruption = false
    var function: FunctionRange?
    var trust: Frame.Trust = .good
    /// The frame register's value, where the function has one.
    var framePointer: UInt64?
  }

  /// The caller's registers, or nil when the stack cannot be read. Of the registers that a call may
  /// change nothing is known in it.
  func step(_ context: Context, in module: Module?) -> Result? {
    var result = walk(context, in: module)
    forgetVolatile(&result)
    return result
  }

  private func walk(_ context: Context, in module: Module?) -> Result? {
    var result = Result(context: context)
    guard let module, let rva = module.rva(context.ip) else {
      result.trust = .noModule
      return popReturn(&result) ? result : nil
    }
    guard let entry = module.function(containing: rva) else {
      // No entry: a leaf, unless the table itself could not be read.
      if module.functions.isEmpty { result.trust = .guessed }
      return popReturn(&result) ? result : nil
    }
    result.function = FunctionRange(
      begin: module.base &+ UInt64(entry.begin), end: module.base &+ UInt64(entry.end),
      unwindInfo: module.base &+ UInt64(entry.unwindInfo))
    guard let info = module.unwindInfo(at: entry.unwindInfo) else {
      result.trust = .guessed
      return popReturn(&result) ? result : nil
    }
    let offset = rva &- entry.begin
    let known = info.frameRegister.flatMap { Register.general(Int($0)) }
    if let known, isFrameSet(info, offset) { result.framePointer = context[known] }
    if offset >= UInt32(info.prologSize), runEpilog(&result, module, entry) { return result }
    guard undo(&result, module, entry, info, offset) else { return nil }
    return result
  }

  private func isFrameSet(_ info: UnwindInfo, _ offset: UInt32) -> Bool {
    if offset >= UInt32(info.prologSize) { return true }
    return info.codes.contains {
      $0.operation == .setFrameRegister && UInt32($0.prologOffset) <= offset
    }
  }

  /// Undoes a function's prolog, and those of the entries its unwind data continues in.
  private func undo(
    _ result: inout Result, _ module: Module, _ entry: RuntimeFunction, _ first: UnwindInfo,
    _ offset: UInt32
  ) -> Bool {
    var info = first
    var reached: UInt32? = offset
    for _ in 0..<32 {
      var base = result.context.sp
      if let number = info.frameRegister, let register = Register.general(Int(number)),
        reached.map({ isFrameSet(info, $0) }) ?? true
      {
        base = result.context[register] &- UInt64(info.frameOffset)
      }
      for code in info.codes {
        if let reached, UInt32(code.prologOffset) > reached { continue }
        guard undo(code.operation, info, base, &result) else { return false }
      }
      guard let chained = info.chained else {
        return result.isInterruption || popReturn(&result)
      }
      guard let next = module.unwindInfo(at: chained.unwindInfo) else { return false }
      info = next
      // All of the earlier part's prolog has run.
      reached = nil
    }
    return false
  }

  private func undo(
    _ operation: UnwindOperation, _ info: UnwindInfo, _ base: UInt64, _ result: inout Result
  ) -> Bool {
    switch operation {
    case .push(let number):
      guard let value = pop(&result), let register = Register.general(Int(number)) else {
        return false
      }
      if register != .rsp { result.context[register] = value }
    case .allocate(let bytes):
      result.context.sp &+= UInt64(bytes)
    case .setFrameRegister:
      guard let number = info.frameRegister, let register = Register.general(Int(number)) else {
        return false
      }
      result.context.sp = result.context[register] &- UInt64(info.frameOffset)
    case .save(let number, let offset):
      guard let value = memory.pointer(base &+ UInt64(offset)),
        let register = Register.general(Int(number))
      else { return false }
      if register != .rsp { result.context[register] = value }
    case .saveXMM(let number, let offset):
      guard let bytes = memory.bytes(base &+ UInt64(offset), 16) else { return false }
      result.context.setXMM(
        Int(number), low: littleEndian(bytes, 0, 8), high: littleEndian(bytes, 8, 8))
    case .machineFrame(let hasErrorCode):
      return restoreMachineFrame(hasErrorCode, &result)
    case .epilog:
      break
    }
    return true
  }

  /// The frame the processor pushes for an interrupt: rip, cs, rflags, rsp, ss.
  func restoreMachineFrame(_ hasErrorCode: Bool, _ result: inout Result) -> Bool {
    let place = result.context.sp &+ (hasErrorCode ? 8 : 0)
    guard let frame = memory.bytes(place, 40) else { return false }
    result.context.ip = littleEndian(frame, 0, 8)
    result.context[.cs] = littleEndian(frame, 8, 2)
    result.context[.efl] = littleEndian(frame, 16, 4)
    result.context.sp = littleEndian(frame, 24, 8)
    result.context[.ss] = littleEndian(frame, 32, 2)
    result.isInterruption = true
    return true
  }

  private func pop(_ result: inout Result) -> UInt64? {
    guard let value = memory.pointer(result.context.sp) else { return nil }
    result.context.sp &+= 8
    return value
  }

  private func popReturn(_ result: inout Result) -> Bool {
    guard let value = pop(&result) else { return false }
    result.context.ip = value
    return true
  }

  /// What a caller cannot expect back, unless it was interrupted and its trap frame is at hand.
  private func forgetVolatile(_ result: inout Result?) {
    for register in [Register.rax, .rcx, .rdx, .r8, .r9, .r10, .r11] {
      result?.context.forget(register)
    }
  }
}

extension Module {
  /// The function table's entry that covers an offset.
  func function(containing rva: UInt32) -> RuntimeFunction? {
    let table = functions
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      let entry = table[middle]
      if rva < entry.begin {
        high = middle
      } else if rva >= entry.end {
        low = middle + 1
      } else {
        if entry.unwindInfo & 1 == 0 { return entry }
        return (try? image?.functionTable?.lookup(rva)) ?? nil
      }
    }
    return nil
  }

  /// The function table's entry that covers an offset, and the address where the entry stands.
  public func functionEntry(containing rva: UInt32) -> (address: UInt64, entry: RuntimeFunction)? {
    guard let entry = function(containing: rva), let index = functions.firstIndex(of: entry),
      let directory = image?.optionalHeader.directory(.exception)
    else { return nil }
    return (base &+ UInt64(directory.virtualAddress) &+ UInt64(index) &* 12, entry)
  }

  /// The unwind record at a place, kept once read.
  func unwindInfo(at rva: UInt32) -> UnwindInfo? {
    if let known = unwindInfos[rva] { return known }
    guard let info = try? image?.unwindInfo(at: rva) else { return nil }
    unwindInfos[rva] = info
    return info
  }
}
