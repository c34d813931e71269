@testable import X86

/// A deterministic stream of numbers (xorshift64*).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed | 1
  }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_f491_4f6c_dd1d
  }
}

/// Makes instructions that fit a row.
struct Sampler {
  let number: Int
  let mode: Mode
  let form: Form
  var random: SeededNumbers

  init(row number: Int, mode: Mode, seed: UInt64 = 1) {
    self.number = number
    self.mode = mode
    form = Form.all[number]
    random = SeededNumbers(seed &* 0x9e37_79b9 &+ UInt64(number) &* 31 &+ UInt64(mode.rawValue))
  }

  /// Whether the row exists in the mode.
  var exists: Bool {
    guard form.modes.contains(mode == .bits64 ? .long : .legacy) else { return false }
    return mode == .bits64 || (form.encoding.size != .o64 && form.encoding.size != .w1)
      || form.encoding.scheme != .legacy
  }

  /// The operand sizes to try.
  var operandSizes: [UInt8] {
    switch form.encoding.size {
    case .o16: return [2]
    case .o32: return [4]
    case .w1 where form.encoding.scheme != .legacy && mode != .bits64: return sizes
    case .o64, .w1: return sizes.contains(8) ? [8] : sizes
    case .w0, .any: return sizes.filter { !hasOwnRow(size: $0) }
    }
  }

  private var sizes: [UInt8] {
    let isLong = mode == .bits64
    switch form.width {
    case .byte: return [1]
    case .operand where form.encoding.prefix == .p66: return [mode == .bits16 ? 2 : 4]
    case .operand: return isLong ? [2, 4, 8] : [2, 4]
    case .stack: return isLong ? [8, 2] : [4, 2]
    case .branch: return isLong ? [8] : [4, 2]
    case .port: return [4, 2]
    case .doubleOrQuad: return isLong ? [4, 8] : [4]
    case .native where form.encoding.prefix == .p66: return isLong ? [8] : [mode == .bits16 ? 2 : 4]
    case .native: return isLong ? [8] : [4, 2]
    case .mmx: return [8]
    case .xmm: return [16]
    case .vector:
      if let length = form.encoding.vectorLength { return [16 << length] }
      return form.encoding.scheme == .evex ? [16, 32, 64] : [16, 32]
    }
  }

  /// The rows that demand an operand size, by opcode.
  private static let sized = Dictionary(
    grouping: Form.all.filter { $0.encoding.size != .any }, by: \.encoding.opcode)

  /// Whether another row takes this opcode at this operand size.
  private func hasOwnRow(size: UInt8) -> Bool {
    Sampler.sized[form.encoding.opcode, default: []].contains { other in
      let place = other.encoding
      guard place.map == form.encoding.map,
        place.scheme == form.encoding.scheme, place.prefix == form.encoding.prefix,
        place.digit == form.encoding.digit, !other.modes.isDisjoint(with: form.modes)
      else { return false }
      switch place.size {
      case .o16: return size == 2
      case .o32: return size == 4
      case .o64, .w1: return size == 8
      case .w0, .any: return false
      }
    }
  }

  /// An instruction of the row with a memory operand (if `inMemory` and the row has one) and
  /// otherwise random registers and immediates.
  mutating func sample(size: UInt8, inMemory: Bool) -> Instruction {
    var result = Instruction(form.semantics, length: 0, mode: mode)
    result.form = UInt16(number)
    result.operandSize = size
    result.addressSize = mode == .bits64 ? 8 : mode == .bits32 ? 4 : 2
    if mode != .bits16 && Int.random(in: 0..<6, using: &random) == 0 { result.addressSize /= 2 }
    if form.encoding.span == .condition {
      result.condition = UInt8.random(in: 0..<16, using: &random)
    }
    result.operandCount = UInt8(form.operandCount)
    var operands = [Operand](repeating: .none, count: 4)
    for place in 0..<form.operandCount {
      operands[place] = operand(form.operand(place), inMemory, &result)
    }
    if form.encoding.scheme == .evex { addControl(&result, &operands) }
    result.operands = (operands[0], operands[1], operands[2], operands[3])
    return result
  }

  /// A mask, zeroing, broadcast and rounding, as far as the row allows them.
  private mutating func addControl(_ result: inout Instruction, _ operands: inout [Operand]) {
    var control: UInt8 = 0
    switch form.encoding.masking {
    case .none: break
    case .required: control = UInt8.random(in: 1...7, using: &random)
    case .merging, .zeroing: control = UInt8.random(in: 0...7, using: &random)
    }
    if form.encoding.masking == .zeroing && control != 0 && operands[0].kind != .memory {
      control |= Bool.random(using: &random) ? 8 : 0
    }
    let isInMemory = operands.contains { $0.kind == .memory || $0.kind == .vectorMemory }
    for place in 0..<form.operandCount {
      let element = form.operand(place).plan.broadcast
      guard element != 0, operands[place].kind == .memory, Bool.random(using: &random) else {
        continue
      }
      operands[place].size = element
      control |= 16
    }
    let mayRound = form.width != .vector || result.operandSize == 64
    if !isInMemory && mayRound && form.encoding.rounding != .none && Bool.random(using: &random) {
      control |= 16
      control |= UInt8.random(in: 0...3, using: &random) << 5
      if form.encoding.rounding == .suppressed { control = control & 0x1f | 0x40 }
    }
    result.vectorControl.rawValue = control
  }

  private mutating func operand(
    _ operandForm: OperandForm, _ inMemory: Bool, _ result: inout Instruction
  ) -> Operand {
    let plan = operandForm.plan
    let width = bytes(plan.width, result)
    switch plan.place {
    case .modRMRM where takesMemory(plan, inMemory):
      result.memory = memory(addressSize: result.addressSize)
      return Operand(.memory, size: bytes(plan.memoryWidth, result))
    case .sib:
      repeat {
        result.memory = memory(addressSize: result.addressSize)
      } while result.memory.base == MemoryOperand.rip
      return Operand(.memory, size: bytes(plan.memoryWidth, result))
    case .indexed:
      // There is no vector of indices in 16-bit addressing.
      if result.addressSize == 2 { result.addressSize = 4 }
      result.memory = memory(addressSize: result.addressSize)
      result.memory.index = UInt8.random(in: 0..<vectorRegisters, using: &random)
      return Operand(.vectorMemory, register: width, size: bytes(plan.memoryWidth, result))
    case .none, .modRMReg, .modRMRM, .opcode, .vvvv, .is4: return register(plan, width)
    case .implied: return Operand(plan.kind, register: plan.register, size: width)
    case .immediate, .relative, .constant:
      result.immediate =
        plan.place == .constant ? Int64(plan.register) : immediate(plan.encoded, result)
      return Operand(plan.kind, size: width)
    case .secondImmediate:
      result.immediate2 = immediate(plan.encoded, result)
      return Operand(.immediate2, size: width)
    case .far:
      let mask: Int64 = result.operandSize == 2 ? 0xffff : 0xffff_ffff
      result.immediate = Int64(truncatingIfNeeded: random.next()) & mask
      result.immediate2 = Int64(UInt16.random(in: 0...0xffff, using: &random))
      return Operand(.farPointer, size: width)
    case .memoryOffset:
      let mask = UInt64.max >> UInt64(64 - Int(result.addressSize) * 8)
      result.memory.displacement = Int64(bitPattern: random.next() & mask)
      return Operand(.memory, size: bytes(plan.memoryWidth, result))
    case .stringSource:
      result.memory.base = 6
      result.memory.segment = .ds
      return Operand(.stringSource, size: width)
    case .stringDestination:
      if result.memory.base != 6 {
        result.memory.base = 7
        result.memory.segment = .es
      }
      return Operand(.stringDestination, size: width)
    case .table:
      result.memory.base = 3
      return Operand(.memory, size: 1)
    }
  }

  private func takesMemory(_ plan: OperandForm.Plan, _ inMemory: Bool) -> Bool {
    if plan.kind == .memory { return true }
    switch form.encoding.target {
    case .memory: return true
    case .register, .forcedRegister: return false
    case .any: return inMemory && plan.kind != .st
    }
  }

  private var vectorRegisters: UInt8 {
    mode == .bits64 ? form.encoding.scheme == .evex ? 32 : 16 : 8
  }

  private mutating func register(_ plan: OperandForm.Plan, _ width: UInt8) -> Operand {
    let count: UInt8
    switch plan.kind {
    case .segment: count = 6
    case .mmx, .st, .debug, .mask, .tile: count = 8
    case .control:
      return Operand(
        .control, register: [0, 2, 3, 4].randomElement(using: &random) ?? 0, size: width)
    default: count = mode == .bits64 ? 16 : 8
    }
    if plan.kind == .xmm {
      let kind: Operand.Kind = width <= 16 ? .xmm : width == 32 ? .ymm : .zmm
      let number = UInt8.random(in: 0..<vectorRegisters, using: &random)
      return Operand(kind, register: number, size: width)
    }
    let number = UInt8.random(in: 0..<count, using: &random)
    if plan.kind == .gpr && width == 1 && mode != .bits64 && number >= 4 {
      return Operand(.gprHigh, register: number - 4, size: 1)
    }
    return Operand(plan.kind, register: number, size: width)
  }

  private mutating func immediate(
    _ width: OperandForm.EncodedWidth, _ result: Instruction
  ) -> Int64 {
    let bits = Int64(bitPattern: random.next())
    switch width {
    case .none: return 0
    case .signedByte: return Int64(Int8(truncatingIfNeeded: bits))
    case .unsignedByte: return bits & 0xff
    case .unsignedWord: return bits & 0xffff
    case .wordOrDword where result.operandSize == 2: return Int64(Int16(truncatingIfNeeded: bits))
    case .wordOrDword: return Int64(Int32(truncatingIfNeeded: bits))
    case .full:
      switch result.operandSize {
      case 2: return Int64(Int16(truncatingIfNeeded: bits))
      case 4: return Int64(Int32(truncatingIfNeeded: bits))
      default: return bits
      }
    }
  }

  /// The bytes of an operand, worked out anew from the manual's rules.
  private func bytes(_ width: OperandForm.Width, _ result: Instruction) -> UInt8 {
    let isLong = mode == .bits64
    switch width {
    case .operand: return result.operandSize
    case .dwordOrQword:
      return result.operandSize == 8 && form.width == .doubleOrQuad
        || form.width == .operand && result.operandSize == 8 ? 8 : 4
    case .native: return isLong ? 8 : 4
    case .far: return result.operandSize + 2
    case .descriptor: return isLong ? 10 : 6
    case .address: return result.addressSize
    case .pair: return result.operandSize * 2
    case .vector: return vectorSize(result)
    case .half: return vectorSize(result) / 2
    case .quarter: return vectorSize(result) / 4
    case .eighth: return vectorSize(result) / 8
    case .dup: return vectorSize(result) == 16 ? 8 : vectorSize(result)
    default: return width.rawValue
    }
  }

  /// Rows of another operand size (`vmovmskps`) are tried with 32 bytes.
  private func vectorSize(_ result: Instruction) -> UInt8 {
    form.width == .vector ? result.operandSize : 32
  }

  private mutating func memory(addressSize: UInt8) -> MemoryOperand {
    var memory = MemoryOperand()
    let displacements: [Int64] = [0, 0, 1, -1, 127, -128, 128, -129, 0x7fff, -0x8000]
    memory.displacement = displacements.randomElement(using: &random) ?? 0
    if addressSize == 2 {
      let registers: [(UInt8, UInt8)] = [
        (3, 6), (3, 7), (5, 6), (5, 7), (6, 255), (7, 255), (5, 255), (3, 255), (255, 255),
      ]
      (memory.base, memory.index) = registers.randomElement(using: &random) ?? (3, 255)
      if memory.base == 5 { memory.segment = .ss }
      return memory
    }
    let count: UInt8 = mode == .bits64 ? 16 : 8
    switch Int.random(in: 0..<8, using: &random) {
    case 0 where mode == .bits64: memory.base = MemoryOperand.rip
    case 0, 1: break
    default: memory.base = UInt8.random(in: 0..<count, using: &random)
    }
    if memory.base != MemoryOperand.rip && Bool.random(using: &random) {
      let index = UInt8.random(in: 0..<count, using: &random)
      if index != 4 {
        memory.index = index
        memory.scaleShift = UInt8.random(in: 0..<4, using: &random)
      }
    }
    if memory.base == 4 || memory.base == 5 { memory.segment = .ss }
    return memory
  }
}
