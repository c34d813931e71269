/// Reading what follows the opcode: memory operands, registers, immediates.
extension Decoding {
  @inline(__always)
  mutating func readMemory(isIndexed: Bool) {
    if result.addressSize == 2 {
      readMemory16()
      if isIndexed { result.semantics = .invalid }
      return
    }
    let mod = modRM >> 6
    let rm = modRM & 7
    var base = rm
    var isAbsolute = false
    if rm == 4 {
      let sib = code.byte()
      base = sib & 7
      let index = sib >> 3 & 7 | rexX
      if index != 4 || isIndexed {
        result.memory.index = index
        result.memory.scaleShift = sib >> 6
      }
      isAbsolute = base == 5 && mod == 0
    } else if isIndexed {
      result.semantics = .invalid
    } else if rm == 5 && mod == 0 {
      isAbsolute = true
      if isLong { result.memory.base = MemoryOperand.rip }
    }
    if isAbsolute {
      result.memory.displacement = code.signedDword()
    } else {
      base |= rexB
      result.memory.base = base
      if mod == 1 {
        result.memory.displacement = code.signedByte()
      } else if mod == 2 {
        result.memory.displacement = code.signedDword()
      }
      if base == 4 || base == 5 { result.memory.segment = segment(.ss) }
    }
  }

  private mutating func readMemory16() {
    let mod = modRM >> 6
    let rm = modRM & 7
    if rm == 6 && mod == 0 {
      result.memory.displacement = code.signedWord()
      return
    }
    // bx+si bx+di bp+si bp+di si di bp bx
    switch rm {
    case 0, 1, 7: result.memory.base = 3
    case 2, 3, 6: result.memory.base = 5
    case 4: result.memory.base = 6
    default: result.memory.base = 7
    }
    if rm < 4 { result.memory.index = rm & 1 == 0 ? 6 : 7 }
    if mod == 1 {
      result.memory.displacement = code.signedByte()
    } else if mod == 2 {
      result.memory.displacement = code.signedWord()
    }
    if result.memory.base == 5 { result.memory.segment = segment(.ss) }
  }

  @inline(__always)
  mutating func readOperand(_ plan: OperandForm.Plan) -> Operand {
    switch plan.place {
    case .modRMReg: return register(plan, modRM >> 3 & 7 | rexR)
    case .modRMRM:
      if modRM < 0xc0 {
        if result.prefixes.contains(.evex) { return vectorMemory(plan, .memory) }
        return Operand(.memory, size: bytes(plan.memoryWidth))
      }
      switch plan.kind {
      case .xmm: return register(plan, modRM & 7 | vectorB)
      case .mask: return register(plan, modRM & 7)
      default: return register(plan, modRM & 7 | rexB)
      }
    case .opcode: return register(plan, opcode & 7 | rexB)
    case .implied: return Operand(plan.kind, register: plan.register, size: bytes(plan.width))
    case .immediate:
      result.immediate = readImmediate(plan.encoded)
      return Operand(.immediate, size: bytes(plan.width))
    case .relative:
      result.immediate = readImmediate(plan.encoded)
      return Operand(.relative, size: bytes(plan.width))
    default: return readRareOperand(plan)
    }
  }

  private mutating func readRareOperand(_ plan: OperandForm.Plan) -> Operand {
    switch plan.place {
    case .vvvv: return register(plan, isLong ? vvvv : vvvv & 7)
    case .is4:
      let number = code.byte() >> 4
      return register(plan, isLong ? number : number & 7)
    case .sib:
      if modRM & 7 != 4 || result.addressSize == 2 { result.semantics = .invalid }
      return Operand(.memory, size: bytes(plan.memoryWidth))
    case .indexed:
      result.memory.index |= vvvv & 16
      var operand = vectorMemory(plan, .vectorMemory)
      operand.register = bytes(plan.width)
      return operand
    case .constant:
      result.immediate = Int64(plan.register)
      return Operand(.immediate, size: bytes(plan.width))
    case .secondImmediate:
      result.immediate2 = readImmediate(plan.encoded)
      return Operand(.immediate2, size: bytes(plan.width))
    case .far:
      result.immediate = result.operandSize == 2 ? Int64(code.word()) : Int64(code.dword())
      result.immediate2 = Int64(code.word())
      return Operand(.farPointer, size: bytes(plan.width))
    case .memoryOffset:
      switch result.addressSize {
      case 2: result.memory.displacement = Int64(code.word())
      case 4: result.memory.displacement = Int64(code.dword())
      default: result.memory.displacement = code.qword()
      }
      return Operand(.memory, size: bytes(plan.memoryWidth))
    case .stringSource:
      result.memory.base = 6
      result.memory.segment = segment(.ds)
      return Operand(.stringSource, size: bytes(plan.width))
    case .stringDestination:
      if result.memory.base != 6 {
        result.memory.base = 7
        result.memory.segment = .es
      }
      return Operand(.stringDestination, size: bytes(plan.width))
    case .table:
      result.memory.base = 3
      return Operand(.memory, size: bytes(plan.memoryWidth))
    default: return .none
    }
  }

  /// A memory operand of a form that EVEX may code, whose byte of displacement counts elements.
  private mutating func vectorMemory(
    _ plan: OperandForm.Plan, _ kind: Operand.Kind
  ) -> Operand {
    var size = bytes(plan.memoryWidth)
    guard result.prefixes.contains(.evex) else { return Operand(kind, size: size) }
    if result.vectorControl.isBroadcast {
      if plan.broadcast == 0 { result.semantics = .invalid }
      size = plan.broadcast
    }
    if modRM & 0xc0 == 0x40 {
      result.memory.displacement &*= Int64(plan.scale != 0 ? plan.scale : size)
    }
    return Operand(kind, size: size)
  }

  @inline(__always)
  private mutating func register(_ plan: OperandForm.Plan, _ number: UInt8) -> Operand {
    let size = bytes(plan.width)
    if plan.kind == .xmm {
      // A vector's width decides which register it is.
      return Operand(size <= 16 ? .xmm : size == 32 ? .ymm : .zmm, register: number, size: size)
    }
    if plan.kind == .gpr {
      if number > 15 { result.semantics = .invalid }
      if size == 1 && number >= 4 && number < 8 && !result.prefixes.contains(.rex) {
        return Operand(.gprHigh, register: number &- 4, size: 1)
      }
      return Operand(.gpr, register: number, size: size)
    }
    return systemRegister(plan, number, size)
  }

  private mutating func systemRegister(
    _ plan: OperandForm.Plan, _ number: UInt8, _ size: UInt8
  ) -> Operand {
    switch plan.kind {
    case .memory: result.semantics = .invalid
    case .mask, .tile:
      if number > 7 { result.semantics = .invalid }
    case .mmx, .st: return Operand(plan.kind, register: number & 7, size: size)
    case .segment:
      if number & 7 > 5 { result.semantics = .invalid }
      return Operand(.segment, register: number & 7, size: size)
    case .control:
      // CR0, CR2, CR3, CR4 and CR8 exist.
      if (1 << UInt32(number)) & UInt32(0x11d) == 0 { result.semantics = .invalid }
    case .debug:
      if number > 7 { result.semantics = .invalid }
    default: break
    }
    return Operand(plan.kind, register: number, size: size)
  }

  @inline(__always)
  private func bytes(_ width: OperandForm.Width) -> UInt8 {
    switch width {
    case .operand: return result.operandSize
    case .dwordOrQword: return rexW && isLong ? 8 : 4
    case .native: return isLong ? 8 : 4
    case .far: return result.operandSize &+ 2
    case .descriptor: return isLong ? 10 : 6
    case .address: return result.addressSize
    case .pair: return result.operandSize &* 2
    case .vector: return 16 &<< UInt8(truncatingIfNeeded: vectorLength)
    case .half: return 8 &<< UInt8(truncatingIfNeeded: vectorLength)
    case .quarter: return 4 &<< UInt8(truncatingIfNeeded: vectorLength)
    case .eighth: return 2 &<< UInt8(truncatingIfNeeded: vectorLength)
    case .dup: return vectorLength == 0 ? 8 : 16 &<< UInt8(truncatingIfNeeded: vectorLength)
    default: return width.rawValue
    }
  }

  @inline(__always)
  private mutating func readImmediate(_ encoded: OperandForm.EncodedWidth) -> Int64 {
    switch encoded {
    case .none: return 0
    case .signedByte: return code.signedByte()
    case .unsignedByte: return Int64(code.byte())
    case .unsignedWord: return Int64(code.word())
    case .wordOrDword: return result.operandSize == 2 ? code.signedWord() : code.signedDword()
    case .full:
      switch result.operandSize {
      case 2: return code.signedWord()
      case 4: return code.signedDword()
      default: return code.qword()
      }
    }
  }
}
