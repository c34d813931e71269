/// Turns instructions back into bytes, in the encoding of their row.
public enum Encoder {
  /// The bytes of an instruction: the shortest that its row (`form`) has for these operands.
  ///
  /// `mode`, `form`, `operandSize`, `addressSize`, `condition`, the operands, `memory`, the
  /// immediates and, of `prefixes`, LOCK, the repeat prefixes and the segment override count;
  /// `length` does not. Nil if the row cannot hold the operands (a register that does not fit, a
  /// displacement too far, `ah` together with `r8`). `Decoder` reads the same instruction back.
  public static func encode(_ instruction: Instruction) -> [UInt8]? {
    guard instruction.form != 0, Int(instruction.form) < Form.all.count else { return nil }
    var encoding = InstructionBytes(instruction, Form.all[Int(instruction.form)])
    guard encoding.place(), let bytes = encoding.bytes(), bytes.count <= Decoder.maximumLength
    else { return nil }
    // Another row may claim the bytes: xchg eax,eax is nop.
    return Decoder.decode(bytes, mode: instruction.mode).form == instruction.form ? bytes : nil
  }
}

/// The encode of one instruction under way.
struct InstructionBytes {
  let instruction: Instruction
  let form: Form
  var needs66 = false
  var rexW = false
  var needsREX = false
  var barsREX = false
  /// Register numbers for ModRM.reg, ModRM.rm (or the opcode) and VEX.vvvv.
  var reg: UInt8 = 0
  var rm: UInt8 = 0
  var vvvv: UInt8 = 0
  /// The bytes of a vector whose length the prefix says.
  var vectorSize: UInt8 = 0
  var hasMemory = false
  /// Memory must be written with a SIB byte.
  var needsSIB = false
  /// What a byte of displacement counts in EVEX forms.
  var memoryScale: UInt8 = 1
  /// Memory by its offset alone, without ModRM.
  var hasMemoryOffset = false
  var immediates: [UInt8] = []

  init(_ instruction: Instruction, _ form: Form) {
    self.instruction = instruction
    self.form = form
  }

  var isLong: Bool { instruction.mode == .bits64 }
}

// MARK: Sizes and operands

extension InstructionBytes {
  /// Finds a place for sizes and operands; false if there is none.
  mutating func place() -> Bool {
    guard form.modes.contains(isLong ? .long : .legacy), placeSize() else { return false }
    reg = form.encoding.digit ?? 0
    rm = form.encoding.rm ?? 0
    if form.width == .vector { vectorSize = instruction.operandSize }
    for place in 0..<form.operandCount {
      guard placeOperand(instruction.operand(place), form.operand(place).plan) else {
        return false
      }
    }
    return !(needsREX && barsREX)
  }

  private mutating func placeSize() -> Bool {
    let size = instruction.operandSize
    switch form.width {
    case .operand, .port: setSize(size)
    case .branch, .native: if !isLong { setSize(size) }
    case .stack:
      if isLong { needs66 = size == 2 } else { setSize(size) }
    case .doubleOrQuad: rexW = size == 8
    case .byte, .mmx, .xmm, .vector: break
    }
    switch form.encoding.size {
    case .o64, .w1: rexW = true
    case .any, .o16, .o32, .w0: break
    }
    guard !needs66 || form.encoding.prefix != .none else { return false }
    return !rexW || isLong || form.encoding.scheme != .legacy
  }

  private mutating func setSize(_ size: UInt8) {
    needs66 = size == (instruction.mode == .bits16 ? 4 : 2)
    rexW = size == 8
  }

  private mutating func placeOperand(_ operand: Operand, _ plan: OperandForm.Plan) -> Bool {
    switch plan.place {
    case .none: return false
    case .modRMReg:
      guard placeRegister(operand, plan) else { return false }
      reg = number(operand)
    case .opcode:
      guard placeRegister(operand, plan) else { return false }
      rm = number(operand)
    case .vvvv:
      guard placeRegister(operand, plan) else { return false }
      vvvv = operand.register
    case .is4:
      guard placeRegister(operand, plan) else { return false }
      immediates.append(operand.register << 4)
    case .sib:
      hasMemory = true
      needsSIB = true
    case .indexed:
      hasMemory = true
      memoryScale = plan.scale != 0 ? plan.scale : operand.size
      vvvv = instruction.memory.index & 16
    case .modRMRM:
      if operand.kind == .memory {
        hasMemory = true
        memoryScale = plan.scale != 0 ? plan.scale : operand.size
        return form.encoding.target != .register && form.encoding.target != .forcedRegister
      }
      guard form.encoding.target != .memory, placeRegister(operand, plan) else { return false }
      rm = number(operand)
    case .memoryOffset: hasMemoryOffset = true
    case .implied, .constant, .stringSource, .stringDestination, .table: break
    case .immediate, .relative:
      return append(instruction.immediate, plan.encoded)
    case .secondImmediate: return append(instruction.immediate2, plan.encoded)
    case .far:
      append(instruction.immediate, bytes: instruction.operandSize == 2 ? 2 : 4)
      append(instruction.immediate2, bytes: 2)
    }
    return true
  }

  /// A register's number in the code: `ah ch dh bh` are 4-7.
  private func number(_ operand: Operand) -> UInt8 {
    operand.kind == .gprHigh ? operand.register + 4 : operand.register
  }

  private mutating func placeRegister(_ operand: Operand, _ plan: OperandForm.Plan) -> Bool {
    if operand.kind == .gprHigh {
      barsREX = true
      return plan.kind == .gpr && operand.register < 4
    }
    let isVector = operand.kind == .ymm || operand.kind == .zmm
    guard operand.kind == plan.kind || isVector && plan.kind == .xmm else { return false }
    if plan.width == .vector { vectorSize = operand.size }
    let isWide = form.encoding.scheme == .evex && plan.kind == .xmm
    guard operand.register < (isLong ? isWide ? 32 : 16 : 8) else { return false }
    if plan.kind == .gpr {
      if operand.size == 1 && operand.register >= 4 && operand.register < 8 {
        needsREX = true
        return isLong
      }
      if plan.width == .dwordOrQword && operand.size == 8 { rexW = true }
    }
    return plan.kind != .segment || operand.register < 6
  }

  /// Appends an immediate; false if it does not fit.
  private mutating func append(_ value: Int64, _ width: OperandForm.EncodedWidth) -> Bool {
    switch width {
    case .none: return true
    case .signedByte:
      append(value, bytes: 1)
      return value >= -128 && value <= 127
    case .unsignedByte:
      append(value, bytes: 1)
      return value >= 0 && value <= 255
    case .unsignedWord:
      append(value, bytes: 2)
      return value >= 0 && value <= 0xffff
    case .wordOrDword:
      let isWord = instruction.operandSize == 2
      append(value, bytes: isWord ? 2 : 4)
      return isWord ? Int64(Int16(truncatingIfNeeded: value)) == value : value.fitsDword
    case .full:
      append(value, bytes: Int(instruction.operandSize))
      return instruction.operandSize == 8 || value.fitsDword
    }
  }

  private mutating func append(_ value: Int64, bytes count: Int) {
    immediates.append(value, bytes: count)
  }
}

// MARK: Bytes

extension InstructionBytes {
  /// All bytes; nil if the memory operand cannot be encoded.
  func bytes() -> [UInt8]? {
    let encoding = form.encoding
    let scale = encoding.scheme == .evex ? memoryScale : 1
    guard
      let address = hasMemory
        ? AddressBytes(instruction, scale: scale, needsSIB: needsSIB) : AddressBytes.none
    else { return nil }
    var code = legacyPrefixes
    let baseBit = hasMemory ? address.rexB : rm >> 3 & 1
    let rexBits: UInt8 = (reg >> 3 & 1) << 2 | address.rexX << 1 | baseBit
    switch encoding.scheme {
    case .vex, .xop: appendVEX(rexBits, to: &code)
    case .evex: appendEVEX(hasMemory ? rexBits : rexBits | rm >> 3 & 2, to: &code)
    case .legacy:
      let rex = rexBits | (rexW ? 8 : 0)
      if rex != 0 || needsREX {
        guard isLong, !barsREX else { return nil }
        code.append(0x40 | rex)
      }
      switch encoding.map {
      case .suffixed: code += [0x0f, 0x0f]
      case .primary, .map5, .map6, .map8, .map9, .mapA: break
      case .secondary: code.append(0x0f)
      case .map38: code += [0x0f, 0x38]
      case .map3A: code += [0x0f, 0x3a]
      }
    }
    let isSuffixed = encoding.map == .suffixed
    switch encoding.span {
    case .one: if !isSuffixed { code.append(encoding.opcode) }
    case .register: code.append(encoding.opcode | rm & 7)
    case .condition: code.append(encoding.opcode | instruction.condition & 15)
    }
    if encoding.hasModRM {
      if hasMemory {
        code.append(address.modRM | (reg & 7) << 3)
        code += address.rest
      } else {
        code.append(0xc0 | (reg & 7) << 3 | rm & 7)
      }
    }
    if hasMemoryOffset {
      code.append(instruction.memory.displacement, bytes: Int(instruction.addressSize))
    }
    return code + immediates + (isSuffixed ? [encoding.opcode] : [])
  }

  private var legacyPrefixes: [UInt8] {
    var code: [UInt8] = []
    let natural: UInt8 = isLong ? 8 : instruction.mode == .bits32 ? 4 : 2
    if instruction.addressSize != natural { code.append(0x67) }
    if let segment = instruction.prefixes.segmentOverride {
      let overrides: [UInt8] = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65]
      code.append(overrides[Int(segment.rawValue)])
    }
    if instruction.prefixes.contains(.lock) { code.append(0xf0) }
    if instruction.prefixes.contains(.rep) { code.append(0xf3) }
    if instruction.prefixes.contains(.repne) { code.append(0xf2) }
    if form.encoding.scheme == .legacy {
      if needs66 || form.encoding.prefix == .p66 { code.append(0x66) }
      if form.encoding.prefix == .pF3 { code.append(0xf3) }
      if form.encoding.prefix == .pF2 { code.append(0xf2) }
    }
    return code
  }

  /// Appends C5 and a byte, or C4 or XOP's 8F and two.
  private func appendVEX(_ rexBits: UInt8, to code: inout [UInt8]) {
    let encoding = form.encoding
    let length = encoding.vectorLength ?? (vectorSize == 32 ? 1 : 0)
    let prefix = encoding.prefix == .any ? 0 : encoding.prefix.rawValue & 3
    let last = (~vvvv & 15) << 3 | length << 2 | prefix
    let inverted = ~rexBits & 7
    if encoding.scheme == .xop {
      code += [0x8f, inverted << 5 | encoding.map.rawValue, (rexW ? 0x80 : 0) | last]
    } else if encoding.map == .secondary && !rexW && inverted & 3 == 3 {
      code += [0xc5, (inverted & 4) << 5 | last]
    } else {
      code += [0xc4, inverted << 5 | encoding.map.rawValue, (rexW ? 0x80 : 0) | last]
    }
  }

  /// Appends 62 and three bytes.
  private func appendEVEX(_ rexBits: UInt8, to code: inout [UInt8]) {
    let encoding = form.encoding
    let control = instruction.vectorControl
    let prefix = encoding.prefix == .any ? 0 : encoding.prefix.rawValue & 3
    let registers = (~rexBits & 7) << 5 | (reg & 16 == 0 ? 0x10 : 0)
    var length = encoding.vectorLength ?? vectorSize >> 5
    if control.isBroadcast && !hasMemory { length = control.roundingMode }
    let bits = length << 5 | (control.isZeroing ? 0x80 : 0) | (control.isBroadcast ? 0x10 : 0)
    code += [
      0x62, registers | encoding.map.rawValue,
      (rexW ? 0x80 : 0) | (~vvvv & 15) << 3 | 4 | prefix,
      bits | (vvvv & 16 == 0 ? 8 : 0) | control.mask,
    ]
  }
}

extension Int64 {
  /// Whether the low four bytes, sign-extended, are the value.
  var fitsDword: Bool { Int64(Int32(truncatingIfNeeded: self)) == self }
}

extension [UInt8] {
  /// Appends the low bytes of a value, the lowest first.
  mutating func append(_ value: Int64, bytes count: Int) {
    for shift in 0..<count {
      append(UInt8(truncatingIfNeeded: value >> Int64(shift * 8)))
    }
  }
}
