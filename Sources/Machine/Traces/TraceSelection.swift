import X86

/// Chooses the handler of an instruction in a trace and fills the operation in for it.
struct TraceSelection {
  let instruction: Instruction
  let op: TraceOp
  /// Somebody may look at the flags after the instruction.
  let isLive: Bool

  /// - Returns: nil for instructions without a specialised handler.
  func handler() -> TraceHandler? {
    let i = instruction
    guard i.mode == .bits64, i.prefixes.isDisjoint(with: [.lock, .addressSize, .vex, .evex]) else {
      return nil
    }
    op.pointee.immediate = UInt64(bitPattern: i.immediate)
    if hasMemory, !setMemory() { return nil }
    return arithmetic ?? moves ?? widening ?? unary ?? transfer ?? vectors
  }

  // MARK: Operands

  private var first: Operand { instruction.operands.0 }
  private var second: Operand { instruction.operands.1 }

  private var hasMemory: Bool {
    first.kind == .memory || second.kind == .memory || instruction.operands.2.kind == .memory
  }

  private var isIndexed: Bool { op.pointee.index != UInt8(StateOffset.zero) }

  /// - Returns: false for an operand with both an index and a segment base, or a far displacement.
  func setMemory() -> Bool {
    let i = instruction
    var displacement = i.memory.displacement
    switch i.memory.base {
    case MemoryOperand.rip:
      op.pointee.base = UInt8(StateOffset.pageAddress)
      displacement &+= Int64(op.pointee.offset) &+ Int64(i.length)
    case 0..<16: op.pointee.base = i.memory.base * 8
    default: op.pointee.base = UInt8(StateOffset.zero)
    }
    let hasIndex = i.memory.index < 16
    op.pointee.index = hasIndex ? i.memory.index * 8 : UInt8(StateOffset.zero)
    op.pointee.scale = i.memory.scaleShift
    guard let short = Int32(exactly: displacement) else { return false }
    op.pointee.displacement = short
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

  /// Register-register, register-immediate, register-memory, memory-register, memory-immediate; sets
  /// the registers' places.
  func form() -> Int? {
    switch (place(first), place(second)) {
    case (let to?, let from?):
      op.pointee.destination = to
      op.pointee.source = from
      return 0
    case (let to?, nil) where second.kind == .immediate:
      op.pointee.destination = to
      return 1
    case (let to?, nil) where second.kind == .memory:
      op.pointee.destination = to
      return 2
    case (nil, let from?) where first.kind == .memory:
      op.pointee.source = from
      return 3
    case (nil, nil) where first.kind == .memory && second.kind == .immediate: return 4
    default: return nil
    }
  }

  /// 0 for 32 bits, 1 for 64, nil for other sizes of the first operand.
  private var wide: Int? {
    switch first.size {
    case 4: 0
    case 8: 1
    default: nil
    }
  }

  // MARK: Families

  private var arithmetic: TraceHandler? {
    let table: [TraceHandler]
    switch instruction.semantics {
    case .add: table = BinaryHandlers.add
    case .sub: table = BinaryHandlers.subtract
    case .and: table = BinaryHandlers.and
    case .or: table = BinaryHandlers.or
    case .xor: table = BinaryHandlers.exclusiveOr
    case .cmp: return fourWidths(BinaryHandlers.compare)
    case .test: return fourWidths(BinaryHandlers.test)
    case .adc: return carrying(BinaryHandlers.addCarry)
    case .sbb: return carrying(BinaryHandlers.subtractBorrow)
    default: return nil
    }
    guard first.size != 2, let form = form(), isPlain(form) else { return nil }
    if !isLive, form < 2, let wide { return table[15 + form * 2 + wide] }
    let width = first.size == 1 ? 0 : first.size == 4 ? 1 : 2
    return table[form * 3 + width]
  }

  /// Both operands have the same width.
  private func isPlain(_ form: Int) -> Bool {
    (first.size == second.size || second.kind == .immediate) && first.size <= 8
  }

  private func fourWidths(_ table: [TraceHandler]) -> TraceHandler? {
    guard let form = form(), isPlain(form) else { return nil }
    return table[form * 4 + first.size.trailingZeroBitCount]
  }

  private func carrying(_ table: [TraceHandler]) -> TraceHandler? {
    guard let wide, let form = form(), form < 3, isPlain(form) else { return nil }
    return table[form * 2 + wide]
  }

  private var moves: TraceHandler? {
    switch instruction.semantics {
    case .mov:
      guard let form = form(), isPlain(form) else { return nil }
      let width = first.size.trailingZeroBitCount
      let indexed = isIndexed ? 4 : 0
      switch form {
      case 0: return MoveHandlers.registers[width]
      case 1: return MoveHandlers.immediate[width]
      case 2: return MoveHandlers.load[indexed + width]
      case 3: return MoveHandlers.store[indexed + width]
      default: return MoveHandlers.storeImmediate[indexed + width]
      }
    case .lea:
      guard let wide, let to = place(first) else { return nil }
      op.pointee.destination = to
      return MoveHandlers.loadAddressForms[(isIndexed ? 2 : 0) + wide]
    case .xchg:
      guard let wide, let form = form(), form == 0 else { return nil }
      return MoveHandlers.exchangeForms[wide]
    case .cwd:
      switch instruction.operandSize {
      case 4: return MoveHandlers.spreadSignForms[0]
      case 8: return MoveHandlers.spreadSignForms[1]
      default: return nil
      }
    case .cbw:
      guard instruction.operandSize != 2 else { return nil }
      op.pointee.destination = 0
      op.pointee.source = 0
      // ax to eax is entry 2, eax to rax entry 5.
      return MoveHandlers.signExtendRegister[instruction.operandSize == 4 ? 2 : 5]
    case .nop, .prefetch, .endbr: return TraceHandlers.nothing
    default: return nil
    }
  }

  private var widening: TraceHandler? {
    guard let to = place(first) else { return nil }
    let i = instruction
    switch i.semantics {
    case .setcc:
      op.pointee.destination = to
      return MoveHandlers.setIfForms[Int(i.condition & 15)]
    case .movzx, .movsx, .movsxd, .cmovcc: break
    default: return nil
    }
    guard let wide else { return nil }
    op.pointee.destination = to
    let from = place(second)
    guard from != nil || second.kind == .memory else { return nil }
    if let from { op.pointee.source = from }
    let width = second.size.trailingZeroBitCount
    switch i.semantics {
    case .movzx:
      guard width < 2 else { return nil }
      if from != nil { return MoveHandlers.zeroExtendRegister[width] }
      return MoveHandlers.zeroExtendMemory[(isIndexed ? 2 : 0) + width]
    case .cmovcc:
      return from == nil ? nil : MoveHandlers.moveIfForms[Int(i.condition & 15) * 2 + wide]
    default:
      guard width < 3 else { return nil }
      let table =
        from == nil ? MoveHandlers.signExtendMemory : MoveHandlers.signExtendRegister
      return table[width * 2 + wide]
    }
  }

  private var unary: TraceHandler? {
    let i = instruction
    if i.semantics == .inc || i.semantics == .dec { return counting }
    guard let wide, let to = place(first) else { return nil }
    op.pointee.destination = to
    let dead = isLive ? 0 : 2
    switch i.semantics {
    case .neg: return UnaryHandlers.negateForms[dead + wide]
    case .not: return UnaryHandlers.complementForms[wide]
    case .shl, .shr, .sar, .rol, .ror: return shift(wide)
    case .imul2:
      if second.kind == .memory { return UnaryHandlers.multiplyRMForms[wide] }
      guard let from = place(second) else { return nil }
      op.pointee.source = from
      return UnaryHandlers.multiplyRRForms[dead + wide]
    case .imul3:
      guard let from = place(second) else { return nil }
      op.pointee.source = from
      return UnaryHandlers.multiplyRRIForms[dead + wide]
    default: return nil
    }
  }

  private var counting: TraceHandler? {
    let table =
      instruction.semantics == .inc ? BinaryHandlers.increment : BinaryHandlers.decrement
    if let to = place(first) {
      guard let wide else { return nil }
      op.pointee.destination = to
      return table[(isLive ? 0 : 2) + wide]
    }
    switch first.size {
    case 1: return table[4]
    case 4: return table[5]
    case 8: return table[6]
    default: return nil
    }
  }

  private func shift(_ wide: Int) -> TraceHandler? {
    guard let count = TraceSelection.shiftCount(instruction) else { return nil }
    op.pointee.immediate = count
    let index = (isLive ? 0 : 2) + wide
    switch instruction.semantics {
    case .shl: return UnaryHandlers.shiftLeftForms[index]
    case .shr: return UnaryHandlers.shiftRightForms[index]
    case .sar: return UnaryHandlers.shiftRightSignedForms[index]
    default:
      if isLive { return nil }
      if instruction.semantics == .ror { op.pointee.immediate = (wide == 1 ? 64 : 32) - count }
      return UnaryHandlers.rotateLeftForms[wide]
    }
  }

  /// The count of a shift by a constant, from 1 to the width less 1; nil for other shifts.
  static func shiftCount(_ i: Instruction) -> UInt64? {
    guard i.operands.1.kind == .immediate, i.operands.0.size >= 4 else { return nil }
    let count = UInt64(bitPattern: i.immediate) & (i.operands.0.size == 8 ? 63 : 31)
    return count == 0 ? nil : count
  }

  // MARK: Control

  private var transfer: TraceHandler? {
    let i = instruction
    guard i.operandSize == 8 else { return nil }
    let after = Int32(op.pointee.offset) + Int32(i.length)
    switch i.semantics {
    case .jcc, .jmp, .call:
      guard let target = TraceSelection.target(i, offset: op.pointee.offset) else { return nil }
      op.pointee.displacement = target
      op.pointee.immediate = 0
      op.pointee.small = after
      let isNear = 0..<4096 ~= target
      switch i.semantics {
      case .jcc: return TransferHandlers.jumpIfForms[Int(i.condition & 15)]
      case .jmp: return isNear ? TransferHandlers.jump : TransferHandlers.jumpAway
      default: return isNear ? TransferHandlers.call : TransferHandlers.callAway
      }
    case .jmpIndirect, .callIndirect:
      let isCall = i.semantics == .callIndirect
      op.pointee.small = after
      if first.kind == .memory {
        return isCall ? TransferHandlers.callMemory : TransferHandlers.jumpMemory
      }
      guard let from = place(first) else { return nil }
      op.pointee.source = from
      return isCall ? TransferHandlers.callRegister : TransferHandlers.jumpRegister
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

  /// The target of a direct near branch as an offset from the start of its page.
  static func target(_ i: Instruction, offset: UInt16) -> Int32? {
    guard i.operands.0.kind == .relative, i.operandSize == 8 else { return nil }
    return Int32(exactly: i.immediate &+ Int64(offset) &+ Int64(i.length))
  }

  // MARK: Vectors

  private var vectors: TraceHandler? {
    let isAligned: Bool
    switch instruction.semantics {
    case .movups, .movupd, .movdqu: isAligned = false
    case .movaps, .movapd, .movdqa: isAligned = true
    default: return nil
    }
    op.pointee.destination = first.register
    op.pointee.source = second.register
    switch (first.kind, second.kind) {
    case (.xmm, .xmm): return MoveHandlers.vectorRegisters
    case (.xmm, .memory):
      return isAligned ? MoveHandlers.vectorLoadAligned : MoveHandlers.vectorLoad
    case (.memory, .xmm):
      return isAligned ? MoveHandlers.vectorStoreAligned : MoveHandlers.vectorStore
    default: return nil
    }
  }
}
