/// The decode of one instruction under way.
struct Decoding {
  var code: CodeReader
  var result = Instruction()

  private let mode: Mode
  private var scheme = 0
  private var map = 0
  private var opcode: UInt8 = 0
  /// None, 66, F3, F2, as `Encoding.Prefix` numbers them.
  private var mandatory = 0
  private var rexW = false
  /// 8 or 0, to be added to register numbers.
  private var rexR: UInt8 = 0
  private var rexX: UInt8 = 0
  private var rexB: UInt8 = 0
  private var vvvv: UInt8 = 0
  private var vectorLength = 0
  private var modRM: UInt8 = 0

  @inline(__always)
  init(_ code: CodeReader, _ mode: Mode) {
    self.code = code
    self.mode = mode
    result.mode = mode
  }

  private var isLong: Bool { mode == .bits64 }

  /// Decodes all of it; false if the bytes are no instruction (or ran out, as `code` knows).
  @inline(__always)
  mutating func run(_ index: DecoderIndex) -> Bool {
    readPrefixes()
    guard !code.isOverrun, readOpcode() else { return false }
    let group = index.groups[
      DecoderIndex.group(isLong: isLong, scheme: scheme, map: map, opcode: opcode)]
    if group.shape.contains(.hasModRM) { modRM = code.peek() }
    let slot = group.shape.slot(
      prefix: mandatory, size: sizeSlot, rexB: rexB == 0 ? 0 : 1, modRM: modRM)
    let number = index.slots[Int(group.start) &+ slot]
    guard number != 0 else { return false }
    if group.shape.contains(.hasModRM) { _ = code.byte() }
    result.form = number
    return finish(index.rows + Int(number), hasModRM: group.shape.contains(.hasModRM))
  }

  // MARK: Prefixes and opcode

  @inline(__always)
  private mutating func readPrefixes() {
    while true {
      let byte = code.peek()
      switch byte {
      case 0x66: result.prefixes.insert(.operandSize)
      case 0x67: result.prefixes.insert(.addressSize)
      case 0xf0: result.prefixes.insert(.lock)
      case 0xf2:
        result.prefixes.remove(.rep)
        result.prefixes.insert(.repne)
      case 0xf3:
        result.prefixes.remove(.repne)
        result.prefixes.insert(.rep)
      case 0x26: setSegment(.es)
      case 0x2e: setSegment(.cs)
      case 0x36: setSegment(.ss)
      case 0x3e: setSegment(.ds)
      case 0x64: setSegment(.fs)
      case 0x65: setSegment(.gs)
      case 0x40...0x4f where isLong:
        // A REX prefix counts only directly before the opcode.
        _ = code.byte()
        guard !Decoding.isLegacyPrefix(code.peek()) else { continue }
        guard code.peek() & 0xf0 != 0x40 else { continue }
        setREX(byte)
        return
      default: return
      }
      _ = code.byte()
      if code.isOverrun { return }
    }
  }

  private static func isLegacyPrefix(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x66, 0x67, 0xf0, 0xf2, 0xf3, 0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65: true
    default: false
    }
  }

  @inline(__always)
  private mutating func setSegment(_ override: Prefixes) {
    // In 64-bit mode `es cs ss ds` do not even replace an `fs` or `gs` before them.
    if isLong && override != .fs && override != .gs
      && !result.prefixes.isDisjoint(with: [.fs, .gs])
    {
      return
    }
    result.prefixes.subtract([.es, .cs, .ss, .ds, .fs, .gs])
    result.prefixes.formUnion([override, .segmentOverride])
  }

  @inline(__always)
  private mutating func setREX(_ byte: UInt8) {
    result.prefixes.insert(.rex)
    if byte & 8 != 0 {
      rexW = true
      result.prefixes.insert(.rexW)
    }
    rexR = byte << 1 & 8
    rexX = byte << 2 & 8
    rexB = byte << 3 & 8
  }

  /// Reads opcode map and opcode; false on a VEX prefix that cannot be.
  @inline(__always)
  private mutating func readOpcode() -> Bool {
    opcode = code.byte()
    if opcode == 0x0f {
      map = 1
      opcode = code.byte()
      if opcode == 0x38 || opcode == 0x3a {
        map = opcode == 0x38 ? 2 : 3
        opcode = code.byte()
      }
    } else if opcode == 0xc4 || opcode == 0xc5 {
      if isLong || code.peek() >= 0xc0 { return readVEX() }
    }
    if result.prefixes.contains(.rep) {
      mandatory = 2
    } else if result.prefixes.contains(.repne) {
      mandatory = 3
    } else if result.prefixes.contains(.operandSize) {
      mandatory = 1
    }
    return true
  }

  private mutating func readVEX() -> Bool {
    let barred: Prefixes = [.operandSize, .rep, .repne, .lock, .rex]
    guard result.prefixes.isDisjoint(with: barred) else { return false }
    let first = code.byte()
    var last = first
    map = 1
    rexR = first & 0x80 == 0 ? 8 : 0
    if opcode == 0xc4 {
      rexX = first & 0x40 == 0 ? 8 : 0
      rexB = first & 0x20 == 0 ? 8 : 0
      map = Int(first & 0x1f)
      last = code.byte()
      rexW = last & 0x80 != 0
    }
    guard map >= 1, map <= 3 else { return false }
    scheme = 1
    result.prefixes.insert(.vex)
    if rexW { result.prefixes.insert(.rexW) }
    vvvv = ~(last >> 3) & 15
    vectorLength = Int(last >> 2 & 1)
    mandatory = Int(last & 3)
    if !isLong {
      rexR = 0
      rexX = 0
      rexB = 0
    }
    opcode = code.byte()
    return true
  }

  /// The operand size or VEX bits as `DecoderIndex.Shape.size` wants them.
  @inline(__always)
  private var sizeSlot: Int {
    if scheme == 1 { return vectorLength << 1 | (rexW ? 1 : 0) }
    if rexW { return 2 }
    return defaultSize == 2 ? 0 : 1
  }

  /// 2 or 4, by mode and 66.
  @inline(__always)
  private var defaultSize: UInt8 {
    let isToggled = result.prefixes.contains(.operandSize)
    return (mode == .bits16) == isToggled ? 4 : 2
  }

  // MARK: Row

  @inline(__always)
  private mutating func finish(
    _ row: UnsafeMutablePointer<DecoderIndex.Row>, hasModRM: Bool
  ) -> Bool {
    let traits = row.pointee.traits
    result.semantics = row.pointee.semantics
    result.operandCount = row.pointee.operandCount
    if traits.contains(.condition) { result.condition = opcode & 15 }
    if traits.contains(.usesRepeat) { result.prefixes.subtract([.rep, .repne]) }
    if traits.contains(.uses66) { result.prefixes.remove(.operandSize) }
    if vvvv != 0 && !traits.contains(.usesVVVV) { return false }
    result.operandSize = operandSize(row.pointee.width)
    setAddressSize()
    if hasModRM && modRM < 0xc0 && !traits.contains(.forcedRegister) { readMemory() }
    let count = row.pointee.operandCount
    if count > 0 {
      result.operands.0 = readOperand(row.pointee.operands.0)
      if count > 1 {
        result.operands.1 = readOperand(row.pointee.operands.1)
        if count > 2 {
          result.operands.2 = readOperand(row.pointee.operands.2)
          if count > 3 { result.operands.3 = readOperand(row.pointee.operands.3) }
        }
      }
    }
    result.length = UInt8(truncatingIfNeeded: code.position)
    if result.prefixes.contains(.lock) {
      guard traits.contains(.lockable), modRM < 0xc0 else { return false }
    }
    return result.semantics != .invalid
  }

  @inline(__always)
  private func operandSize(_ rule: WidthRule) -> UInt8 {
    switch rule {
    case .byte: return 1
    case .operand: return rexW ? 8 : defaultSize
    case .stack:
      guard isLong else { return defaultSize }
      return !rexW && result.prefixes.contains(.operandSize) ? 2 : 8
    case .branch: return isLong ? 8 : defaultSize
    case .port: return rexW ? 4 : defaultSize
    case .doubleOrQuad: return rexW && isLong ? 8 : 4
    case .native: return isLong ? 8 : defaultSize
    case .mmx: return 8
    case .xmm: return 16
    case .vector: return vectorLength == 0 ? 16 : 32
    }
  }

  @inline(__always)
  private mutating func setAddressSize() {
    let isToggled = result.prefixes.contains(.addressSize)
    switch mode {
    case .bits64: result.addressSize = isToggled ? 4 : 8
    case .bits32: result.addressSize = isToggled ? 2 : 4
    case .bits16: result.addressSize = isToggled ? 4 : 2
    }
    if result.prefixes.contains(.segmentOverride) { result.memory.segment = segment(.ds) }
  }

  /// The segment in effect where `segment` is the default.
  @inline(__always)
  private func segment(_ segment: Segment) -> Segment {
    guard let override = result.prefixes.segmentOverride else { return segment }
    return isLong && override != .fs && override != .gs ? segment : override
  }

  // MARK: Operands

  @inline(__always)
  private mutating func readMemory() {
    if result.addressSize == 2 {
      readMemory16()
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
      if index != 4 {
        result.memory.index = index
        result.memory.scaleShift = sib >> 6
      }
      isAbsolute = base == 5 && mod == 0
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
  private mutating func readOperand(_ plan: OperandForm.Plan) -> Operand {
    switch plan.place {
    case .modRMReg: return register(plan, modRM >> 3 & 7 | rexR)
    case .modRMRM:
      if modRM < 0xc0 && !isForcedRegister(plan) {
        return Operand(.memory, size: bytes(plan.memoryWidth))
      }
      return register(plan, modRM & 7 | rexB)
    case .opcode: return register(plan, opcode & 7 | rexB)
    case .implied: return Operand(plan.kind, register: plan.register, size: bytes(plan.width))
    case .immediate:
      result.immediate = readImmediate(plan.encoded)
      return Operand(.immediate, size: bytes(plan.width))
    case .relative:
      result.immediate = readImmediate(plan.encoded)
      return Operand(.relative, size: result.operandSize)
    default: return readRareOperand(plan)
    }
  }

  /// Whether rm is a register whatever mod says: `mov` with control and debug registers.
  @inline(__always)
  private func isForcedRegister(_ plan: OperandForm.Plan) -> Bool {
    plan.width == .native && plan.kind == .gpr
  }

  private mutating func readRareOperand(_ plan: OperandForm.Plan) -> Operand {
    switch plan.place {
    case .vvvv: return register(plan, isLong ? vvvv : vvvv & 7)
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

  @inline(__always)
  private mutating func register(_ plan: OperandForm.Plan, _ number: UInt8) -> Operand {
    let size = bytes(plan.width)
    if plan.kind == .gpr {
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
    case .pair: return result.operandSize &* 2
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
