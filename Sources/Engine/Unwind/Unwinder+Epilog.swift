import Images
import X86

// In an epilog the prolog is half undone already, so its rest is run instead of the codes.

extension Unwinder {
  /// If the instructions at ip are what is left of an epilog, runs them on the registers and
  /// returns true: an optional `add rsp` or `lea rsp,[frame register+n]`, pops of nonvolatile
  /// registers, then `ret` or a jump out of the function. The form is fixed by the ABI.
  func runEpilog(_ result: inout Result, _ module: Module, _ entry: RuntimeFunction) -> Bool {
    var context = result.context
    var place = context.ip
    var isFirst = true
    for _ in 0..<24 {
      guard let instruction = decode(place, module) else { return false }
      switch instruction.semantics {
      case .add where isFirst && instruction.isStackPointerFirst:
        guard instruction.operands.1.kind == .immediate else { return false }
        context.sp &+= UInt64(bitPattern: instruction.immediate)
      case .lea where isFirst && instruction.isStackPointerFirst:
        guard instruction.memory.index == MemoryOperand.noRegister,
          let register = Register.general(Int(instruction.memory.base))
        else { return false }
        context.sp = context[register] &+ UInt64(bitPattern: instruction.memory.displacement)
      case .pop:
        guard instruction.operands.0.kind == .gpr,
          let register = Register.general(Int(instruction.operands.0.register)),
          let value = memory.pointer(context.sp)
        else { return false }
        context.sp &+= 8
        context[register] = value
      case .ret:
        guard let value = memory.pointer(context.sp) else { return false }
        context.ip = value
        context.sp &+= 8
        result.context = context
        return true
      case .iret:
        // Beyond the ABI's form, but how every handler of the kernel's ends.
        var left = Result(context: context)
        guard restoreMachineFrame(false, &left) else { return false }
        result.context = left.context
        result.isInterruption = true
        return true
      case .jmp, .jmpIndirect:
        guard leaves(instruction, place, module, entry), let value = memory.pointer(context.sp)
        else { return false }
        context.ip = value
        context.sp &+= 8
        result.context = context
        return true
      default:
        return false
      }
      isFirst = false
      place &+= UInt64(instruction.length)
    }
    return false
  }

  /// Whether a jump ends the function: a direct one beyond its entry, or an indirect one with a
  /// REX.W prefix, which the ABI keeps for tail calls. A jump to another part of the same function
  /// leads into an entry whose data is chained.
  private func leaves(
    _ instruction: Instruction, _ place: UInt64, _ module: Module, _ entry: RuntimeFunction
  ) -> Bool {
    guard instruction.semantics == .jmp else { return instruction.prefixes.contains(.rexW) }
    guard let target = instruction.branchTarget(at: place) else { return false }
    guard let rva = module.rva(target) else { return true }
    if rva > entry.begin, rva < entry.end { return false }
    if let other = module.function(containing: rva), other != entry,
      module.unwindInfo(at: other.unwindInfo)?.chained != nil
    {
      return false
    }
    return true
  }

  private func decode(_ address: UInt64, _ module: Module) -> Instruction? {
    // A page's end may hide the rest of what is not needed.
    let toPageEnd = Int(0x1000 - (address & 0xFFF))
    let bytes = memory.bytes(address, 15) ?? memory.bytes(address, min(15, toPageEnd))
    guard let bytes else { return nil }
    let instruction = Decoder.decode(bytes, mode: .bits64)
    switch instruction.semantics {
    case .invalid, .truncated: return nil
    default: return instruction
    }
  }
}

extension Instruction {
  /// Whether the destination is rsp.
  fileprivate var isStackPointerFirst: Bool {
    operands.0.kind == .gpr && operands.0.register == 4 && operands.0.size == 8
  }
}
