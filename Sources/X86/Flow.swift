/// How an instruction passes control on.
public enum Flow: UInt8, Sendable {
  /// The next instruction follows.
  case sequential
  /// `call`, direct or indirect, near or far.
  case call
  /// `jmp`, direct or indirect, near or far.
  case jump
  /// `jcc loop loope loopne jrcxz`: the target or the next instruction.
  case conditional
  /// `ret`, near or far.
  case `return`
  /// `syscall sysenter`.
  case systemCall
  /// `sysret sysexit iret`.
  case systemReturn
  /// `int int3 int1 into`.
  case interrupt
  /// `ud0 ud1 ud2` and invalid bytes: never completes.
  case undefined
}

extension Instruction {
  /// How this instruction passes control on.
  public var flow: Flow {
    switch semantics {
    case .call, .callIndirect, .callFar: .call
    case .jmp, .jmpIndirect, .jmpFar: .jump
    case .jcc, .loop, .loope, .loopne, .jrcxz: .conditional
    case .ret, .retFar: .return
    case .syscall, .sysenter: .systemCall
    case .sysret, .sysexit, .iret: .systemReturn
    case .int, .int3, .int1, .into: .interrupt
    case .invalid, .truncated, .ud0, .ud1, .ud2: .undefined
    default: .sequential
    }
  }

  /// Where a direct near branch at `address` goes; nil for every other instruction.
  public func branchTarget(at address: UInt64) -> UInt64? {
    guard operands.0.kind == .relative else { return nil }
    let next = address &+ UInt64(length)
    let target = next &+ UInt64(bitPattern: immediate)
    switch operands.0.size {
    case 2: return target & 0xffff
    case 4: return target & 0xffff_ffff
    default: return target
    }
  }

  /// The offset that the memory operand names, before the segment's base is added; nil when there
  /// is no memory operand.
  ///
  /// - Parameters:
  ///   - address: where the instruction stands, for rip-relative operands.
  ///   - register: reads general register 0-15, all 64 bits.
  public func effectiveOffset(at address: UInt64, register: (Int) -> UInt64) -> UInt64? {
    guard hasMemoryOperand else { return nil }
    var sum = UInt64(bitPattern: memory.displacement)
    if memory.base == MemoryOperand.rip {
      sum = sum &+ address &+ UInt64(length)
    } else if memory.base != MemoryOperand.noRegister {
      sum = sum &+ register(Int(memory.base))
    }
    if memory.index != MemoryOperand.noRegister {
      sum = sum &+ (register(Int(memory.index)) << UInt64(memory.scaleShift))
    }
    switch addressSize {
    case 2: return sum & 0xffff
    case 4: return sum & 0xffff_ffff
    default: return sum
    }
  }

  /// The memory operand's linear address: `effectiveOffset` plus the segment's base, cut to 32 bits
  /// outside 64-bit mode; nil when there is no memory operand.
  ///
  /// - Parameter segmentBase: reads a segment's base; asked only where bases count (in 64-bit mode
  ///   for `fs` and `gs`).
  public func effectiveAddress(
    at address: UInt64, register: (Int) -> UInt64, segmentBase: (Segment) -> UInt64
  ) -> UInt64? {
    guard let offset = effectiveOffset(at: address, register: register) else { return nil }
    if mode == .bits64 {
      let based = memory.segment == .fs || memory.segment == .gs
      return based ? offset &+ segmentBase(memory.segment) : offset
    }
    return (offset &+ segmentBase(memory.segment)) & 0xffff_ffff
  }

  /// Whether the memory operand is addressed by a vector of indices.
  var hasVectorIndex: Bool {
    operands.0.kind == .vectorMemory || operands.1.kind == .vectorMemory
  }

  /// Whether one of the operands is in memory (string operands included).
  public var hasMemoryOperand: Bool {
    memoryOperand != nil
  }

  /// The operand that is in memory, with its size; the source of a string instruction that has two.
  public var memoryOperand: Operand? {
    var found: Operand?
    for place in 0..<Int(operandCount) {
      let operand = operand(place)
      switch operand.kind {
      case .memory, .stringSource: return operand
      case .stringDestination: found = operand
      default: break
      }
    }
    return found
  }
}
