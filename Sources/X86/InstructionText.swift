/// The text of one instruction at its address, written into a buffer.
struct InstructionText {
  private let instruction: Instruction
  private let form: Form
  private let address: UInt64
  private let symbols: (any SymbolProvider)?
  private(set) var buffer: TextBuffer

  init(
    _ instruction: Instruction, _ form: Form, _ address: UInt64,
    _ symbols: (any SymbolProvider)?, into buffer: TextBuffer
  ) {
    self.instruction = instruction
    self.form = form
    self.address = address
    self.symbols = symbols
    self.buffer = buffer
  }

  // MARK: Mnemonic

  /// Writes the mnemonic with what stands before it.
  mutating func writeMnemonic() {
    if !instruction.prefixes.isDisjoint(with: [.lock, .rep, .repne]) { writePrefixes() }
    if instruction.semantics == .jrcxz {
      switch instruction.addressSize {
      case 2: buffer.append("jcxz")
      case 4: buffer.append("jecxz")
      default: buffer.append("jrcxz")
      }
      return
    }
    buffer.append(form.mnemonic)
    if form.encoding.span == .condition {
      buffer.append(RegisterNames.condition(instruction.condition))
    }
  }

  private mutating func writePrefixes() {
    if instruction.prefixes.contains(.lock) { buffer.append("lock ") }
    switch instruction.semantics {
    case .cmps, .scas:
      if instruction.prefixes.contains(.rep) { buffer.append("repe ") }
      if instruction.prefixes.contains(.repne) { buffer.append("repne ") }
    case .movs, .stos, .lods, .ins, .outs, .ret:
      if instruction.prefixes.contains(.rep) { buffer.append("rep ") }
      if instruction.prefixes.contains(.repne) { buffer.append("repne ") }
    default: break
    }
  }

  /// Writes both columns; the line begins at `start`.
  mutating func writeLine(from start: Int) {
    writeMnemonic()
    let end = buffer.bytes.count
    guard hasOperands else { return }
    repeat { buffer.append(0x20) } while buffer.bytes.count - start < 8
    let operands = buffer.bytes.count
    writeOperands()
    if buffer.bytes.count == operands { buffer.bytes.removeLast(operands - end) }
  }

  // MARK: Operands

  /// Whether operands are shown.
  var hasOperands: Bool {
    instruction.operandCount > 0
  }

  /// Writes the operands, joined by commas.
  mutating func writeOperands() {
    for place in 0..<Int(instruction.operandCount) {
      let operandForm = form.operand(place)
      if operandForm.isHidden { continue }
      if place > 0 { buffer.append(0x2c) }
      writeOperand(instruction.operand(place), operandForm)
      if instruction.prefixes.contains(.evex) { writeControl(place) }
    }
  }

  /// What EVEX adds to an operand: the mask to the first one, rounding to the register in rm.
  private mutating func writeControl(_ place: Int) {
    let control = instruction.vectorControl
    if place == 0 && control.mask != 0 {
      buffer.append("{k")
      buffer.append(0x30 | control.mask)
      buffer.append(control.isZeroing ? "}{z}" : "}")
    }
    guard control.isBroadcast, form.operand(place).plan.place == .modRMRM,
      instruction.operand(place).kind != .memory
    else { return }
    switch form.encoding.rounding {
    case .none, .ignored: break
    case .suppressed: buffer.append("{sae}")
    case .explicit: buffer.append(RegisterNames.rounding(control.roundingMode))
    }
  }

  private mutating func writeOperand(_ operand: Operand, _ operandForm: OperandForm) {
    switch operand.kind {
    case .memory, .vectorMemory:
      writeSize(operand, operandForm)
      writeMemory()
    case .immediate: writeImmediate(operand)
    case .relative: writeNamed(instruction.branchTarget(at: address) ?? 0)
    case .stringSource:
      writeSize(operand, operandForm)
      writeOverride()
      writeBracketed(6)
    case .stringDestination:
      writeSize(operand, operandForm)
      if instruction.mode != .bits64 { buffer.append("es:") }
      writeBracketed(7)
    case .immediate2: buffer.appendNumber(cut(instruction.immediate2, operand.size))
    case .farPointer:
      buffer.appendDigits(UInt64(bitPattern: instruction.immediate2), 4)
      buffer.append(0x3a)
      let digits = instruction.operandSize == 2 ? 4 : 8
      buffer.appendDigits(UInt64(bitPattern: instruction.immediate), digits, letters: 0x41)
    default:
      buffer.append(operandForm == .st0 ? "st" : RegisterNames.name(of: operand) ?? "?")
    }
  }

  private mutating func writeBracketed(_ register: UInt8) {
    buffer.append(0x5b)
    buffer.append(indexName(register))
    buffer.append(0x5d)
  }

  /// An address's name and the address in brackets; nil where there is no name.
  static func named(
    _ address: UInt64, _ mode: Mode, _ symbols: (any SymbolProvider)?
  ) -> String? {
    guard let found = symbols?.symbol(at: address) else { return nil }
    var text = found.name
    if found.displacement != 0 { text += "+0x" + String(found.displacement, radix: 16) }
    return text + " (" + HexText.address(address, mode: mode) + ")"
  }

  private func name(_ address: UInt64) -> String? {
    symbols == nil ? nil : InstructionText.named(address, instruction.mode, symbols)
  }

  /// Writes an address's name and the address, or the address alone.
  private mutating func writeNamed(_ target: UInt64) {
    if let name = name(target) {
      buffer.append(name)
    } else {
      buffer.appendAddress(target, mode: instruction.mode)
    }
  }

  private mutating func writeImmediate(_ operand: Operand) {
    let value = cut(instruction.immediate, operand.size)
    switch instruction.semantics {
    case .int where value == 0x2e:
      // The one vector that is printed without its h.
      buffer.append("2e")
      return
    case .mov, .push:
      let pointer: UInt8 = instruction.mode == .bits64 ? 8 : 4
      guard operand.size == pointer, value > 0xffff, form.operand(0) != .rm,
        let name = name(value)
      else { break }
      buffer.append("offset ")
      buffer.append(name)
      return
    default: break
    }
    buffer.appendNumber(value)
  }

  /// The low `size` bytes of a value.
  private func cut(_ value: Int64, _ size: UInt8) -> UInt64 {
    let bits = UInt64(bitPattern: value)
    return size >= 8 || size == 0 ? bits : bits & ((1 << (UInt64(size) * 8)) - 1)
  }

  // MARK: Memory

  private mutating func writeSize(_ operand: Operand, _ operandForm: OperandForm) {
    switch operand.size {
    case 0: return
    case 1: buffer.append("byte ptr ")
    case 4 where !instruction.vectorControl.isBroadcast: buffer.append("dword ptr ")
    default: buffer.append(sizeText(operand, operandForm.plan))
    }
  }

  private func sizeText(_ operand: Operand, _ plan: OperandForm.Plan) -> String {
    let isVector = plan.kind == .xmm || plan.kind == .mmx
    if plan.broadcast != 0 && instruction.vectorControl.isBroadcast {
      switch operand.size {
      case 2: return "word bcst "
      case 4: return "dword bcst "
      default: return "qword bcst "
      }
    }
    switch operand.size {
    case 2: return "word ptr "
    case 4: return "dword ptr "
    case 6: return "fword ptr "
    case 8: return isVector ? "mmword ptr " : "qword ptr "
    case 10: return plan.memoryWidth == .descriptor ? "fword ptr " : "tbyte ptr "
    case 16: return isVector ? "xmmword ptr " : "oword ptr "
    case 32: return "ymmword ptr "
    case 64: return "zmmword ptr "
    default: return ""
    }
  }

  private func indexName(_ register: UInt8) -> String {
    RegisterNames.general(register, size: instruction.addressSize)
  }

  private var vectorIndexName: String? {
    for place in 0..<2 where instruction.operand(place).kind == .vectorMemory {
      switch instruction.operand(place).register {
      case 32: return "ymm\(instruction.memory.index)"
      case 64: return "zmm\(instruction.memory.index)"
      default: return "xmm\(instruction.memory.index)"
      }
    }
    return nil
  }

  private mutating func writeOverride() {
    guard instruction.prefixes.contains(.segmentOverride),
      let override = instruction.prefixes.segmentOverride
    else { return }
    buffer.append(override.name)
    buffer.append(0x3a)
  }

  private mutating func writeMemory() {
    let memory = instruction.memory
    if memory.base == MemoryOperand.rip {
      writeOverride()
      buffer.append(0x5b)
      writeNamed(instruction.effectiveOffset(at: address) { _ in 0 } ?? 0)
      buffer.append(0x5d)
      return
    }
    if memory.base == MemoryOperand.noRegister && memory.index == MemoryOperand.noRegister {
      writeAbsolute()
      return
    }
    writeOverride()
    let isNamed = writeTableName()
    buffer.append(0x5b)
    if memory.base != MemoryOperand.noRegister { buffer.append(indexName(memory.base)) }
    if memory.index != MemoryOperand.noRegister {
      if memory.base != MemoryOperand.noRegister { buffer.append(0x2b) }
      buffer.append(vectorIndexName ?? indexName(memory.index))
      if memory.scaleShift > 0 {
        buffer.append(0x2a)
        buffer.append(0x30 | 1 << (memory.scaleShift & 3))
      }
    }
    if !isNamed { writeDisplacement() }
    buffer.append(0x5d)
  }

  private mutating func writeDisplacement() {
    let displacement = instruction.memory.displacement
    guard displacement != 0 else { return }
    // Without a base the displacement is an address, and addresses have no sign.
    if instruction.memory.base == MemoryOperand.noRegister && instruction.mode != .bits64 {
      buffer.append(0x2b)
      buffer.appendNumber(cut(displacement, instruction.addressSize))
      return
    }
    buffer.append(displacement < 0 ? 0x2d : 0x2b)
    buffer.appendNumber(displacement.magnitude)
  }

  /// Outside 64-bit mode a named displacement stands before the registers: `nt!Table (80501b8c)[eax*4]`.
  private mutating func writeTableName() -> Bool {
    guard instruction.mode == .bits32, symbols != nil else { return false }
    let displacement = cut(instruction.memory.displacement, instruction.addressSize)
    guard displacement > 0xffff, let name = name(displacement) else { return false }
    buffer.append(name)
    return true
  }

  /// A plain address: `gs:[30h]`, `[nt!Name (fffff800`00001234)]`, `fs:[00000018h]`.
  private mutating func writeAbsolute() {
    let offset = cut(instruction.memory.displacement, instruction.addressSize)
    let override = instruction.prefixes.segmentOverride
    let isFlat = override == nil || (override != .fs && override != .gs)
    if isFlat, let name = name(offset) {
      writeOverride()
      buffer.append(0x5b)
      buffer.append(name)
      buffer.append(0x5d)
      return
    }
    if instruction.mode == .bits64 {
      writeOverride()
      buffer.append(0x5b)
      buffer.appendNumber(offset)
      buffer.append(0x5d)
      return
    }
    buffer.append((override ?? .ds).name)
    buffer.append(":[")
    buffer.appendDigits(offset, Int(instruction.addressSize) * 2, letters: 0x41)
    buffer.append("h]")
  }
}
