import X86

/// The kinds of operands that two-operand handlers are specialised for, in the tables' order.
private enum OperandKinds: Int {
  case registers, registerImmediate, registerMemory, memoryRegister, memoryImmediate
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Puts a specialised handler into an operation, if there is one for its instruction.
  func specialize(_ i: Instruction, _ op: Op) {
    guard i.mode == .bits64, i.prefixes.isDisjoint(with: [.lock, .addressSize]) else { return }
    if i.operand(0).kind == .memory || i.operand(1).kind == .memory
      || i.operand(2).kind == .memory
    {
      guard setMemory(i, op) else { return }
    }
    op.pointee.immediate = UInt64(bitPattern: i.immediate)
    op.pointee.condition = i.condition
    guard let handler = binary(i, op) ?? unary(i, op) ?? widening(i, op) ?? transfer(i, op) else {
      return
    }
    op.pointee.handler = handler
  }

  /// - Returns: false for an operand with both an index and a segment base.
  private func setMemory(_ i: Instruction, _ op: Op) -> Bool {
    var displacement = UInt64(bitPattern: i.memory.displacement)
    switch i.memory.base {
    case MemoryOperand.rip:
      op.pointee.base = UInt8(StateOffset.pageAddress)
      displacement &+= UInt64(op.pointee.offset) &+ UInt64(i.length)
    case 0..<16: op.pointee.base = i.memory.base * 8
    default: op.pointee.base = UInt8(StateOffset.zero)
    }
    let hasIndex = i.memory.index < 16
    op.pointee.index = hasIndex ? i.memory.index * 8 : UInt8(StateOffset.zero)
    op.pointee.scale = i.memory.scaleShift
    op.pointee.displacement = displacement
    if i.semantics != .lea, i.memory.segment == .fs || i.memory.segment == .gs {
      // The segment's base takes the place of the index.
      if hasIndex { return false }
      let isFS = i.memory.segment == .fs
      op.pointee.index = UInt8(isFS ? StateOffset.fsBase : StateOffset.gsBase)
      op.pointee.scale = 0
    }
    return true
  }

  /// The state block's offset of a register operand; nil for other kinds.
  private func place(_ operand: Operand) -> UInt8? {
    switch operand.kind {
    case .gpr: (operand.register & 15) * 8
    case .gprHigh: (operand.register & 3) * 8 + 1
    default: nil
    }
  }

  private func binary(_ i: Instruction, _ op: Op) -> Handler? {
    let table: [Handler]
    switch i.semantics {
    case .add: table = BinaryHandlers.add
    case .adc: table = BinaryHandlers.addCarry
    case .sub: table = BinaryHandlers.subtract
    case .sbb: table = BinaryHandlers.subtractBorrow
    case .cmp: table = BinaryHandlers.compare
    case .and: table = BinaryHandlers.and
    case .or: table = BinaryHandlers.or
    case .xor: table = BinaryHandlers.exclusiveOr
    case .test: table = BinaryHandlers.test
    case .mov: table = BinaryHandlers.move
    default: return nil
    }
    let (first, second) = (i.operands.0, i.operands.1)
    let kinds: OperandKinds
    switch (place(first), place(second)) {
    case (let to?, let from?):
      op.pointee.destination = to
      op.pointee.source = from
      kinds = .registers
    case (let to?, nil) where second.kind == .immediate:
      op.pointee.destination = to
      kinds = .registerImmediate
    case (let to?, nil) where second.kind == .memory:
      op.pointee.destination = to
      kinds = .registerMemory
    case (nil, let from?) where first.kind == .memory:
      op.pointee.source = from
      kinds = .memoryRegister
    case (nil, nil) where first.kind == .memory && second.kind == .immediate:
      kinds = .memoryImmediate
    default: return nil
    }
    guard first.size == second.size || second.kind == .immediate else { return nil }
    let width = first.size.trailingZeroBitCount
    guard width < 4 else { return nil }
    return table[kinds.rawValue * 4 + width]
  }

  private func unary(_ i: Instruction, _ op: Op) -> Handler? {
    let first = i.operands.0
    guard first.size == 4 || first.size == 8, let to = place(first) else { return nil }
    op.pointee.destination = to
    let wide = first.size == 8 ? 1 : 0
    switch i.semantics {
    case .inc: return UnaryHandlers.incrementForms[wide]
    case .dec: return UnaryHandlers.decrementForms[wide]
    case .neg: return UnaryHandlers.negateForms[wide]
    case .not: return UnaryHandlers.complementForms[wide]
    case .shl, .shr, .sar:
      let count = op.pointee.immediate & (wide == 1 ? 63 : 31)
      guard i.operands.1.kind == .immediate, count != 0 else { return nil }
      op.pointee.immediate = count
      switch i.semantics {
      case .shl: return UnaryHandlers.shiftLeftForms[wide]
      case .shr: return UnaryHandlers.shiftRightForms[wide]
      default: return UnaryHandlers.shiftRightSignedForms[wide]
      }
    case .imul2:
      if i.operands.1.kind == .memory { return UnaryHandlers.multiplyRMForms[wide] }
      guard let from = place(i.operands.1) else { return nil }
      op.pointee.source = from
      return UnaryHandlers.multiplyRRForms[wide]
    case .imul3:
      guard let from = place(i.operands.1) else { return nil }
      op.pointee.source = from
      return UnaryHandlers.multiplyRRIForms[wide]
    default: return nil
    }
  }

  private func widening(_ i: Instruction, _ op: Op) -> Handler? {
    if i.semantics == .nop { return ExtensionHandlers.nothing }
    let (first, second) = (i.operands.0, i.operands.1)
    guard let to = place(first) else { return nil }
    op.pointee.destination = to
    if i.semantics == .setcc { return ExtensionHandlers.setIfForm }
    guard first.size == 4 || first.size == 8 else { return nil }
    let wide = first.size == 8 ? 1 : 0
    if i.semantics == .lea { return ExtensionHandlers.loadAddressForms[wide] }
    let from = place(second)
    if let from { op.pointee.source = from }
    guard from != nil || second.kind == .memory else { return nil }
    let width = second.size.trailingZeroBitCount
    switch i.semantics {
    case .movzx:
      guard width < 2 else { return nil }
      return
        (from == nil ? ExtensionHandlers.zeroExtendMForms : ExtensionHandlers.zeroExtendRForms)[
          width]
    case .movsx, .movsxd:
      guard width < 3 else { return nil }
      let table =
        from == nil ? ExtensionHandlers.signExtendMForms : ExtensionHandlers.signExtendRForms
      return table[width * 2 + wide]
    case .cmovcc:
      return (from == nil ? ExtensionHandlers.moveIfMForms : ExtensionHandlers.moveIfRForms)[wide]
    default: return nil
    }
  }

  private func transfer(_ i: Instruction, _ op: Op) -> Handler? {
    guard i.operandSize == 8 else { return nil }
    let first = i.operands.0
    switch i.semantics {
    case .jcc, .jmp, .call:
      guard first.kind == .relative else { return nil }
      op.pointee.displacement = UInt64(op.pointee.offset) &+ UInt64(i.length)
      switch i.semantics {
      case .jcc: return ConditionalJumps.all[Int(i.condition & 15)]
      case .jmp: return TransferHandlers.jump
      default: return TransferHandlers.call
      }
    case .jmpIndirect, .callIndirect:
      let isCall = i.semantics == .callIndirect
      if first.kind == .memory {
        return isCall
          ? TransferHandlers.callThroughMemory : TransferHandlers.jumpThroughMemory
      }
      guard let from = place(first) else { return nil }
      op.pointee.source = from
      return isCall
        ? TransferHandlers.callThroughRegister : TransferHandlers.jumpThroughRegister
    case .ret: return i.operandCount == 0 ? TransferHandlers.ret : nil
    case .push:
      if first.kind == .immediate { return TransferHandlers.pushImmediateForm }
      guard let from = place(first) else { return nil }
      op.pointee.source = from
      return TransferHandlers.pushRegisterForm
    case .pop:
      guard let to = place(first) else { return nil }
      op.pointee.destination = to
      return TransferHandlers.popRegisterForm
    default: return nil
    }
  }
}
