/// The text of one instruction at its address.
struct InstructionText {
  private let instruction: Instruction
  private let form: Form
  private let address: UInt64
  private let symbols: (any SymbolProvider)?

  init(
    _ instruction: Instruction, _ form: Form, _ address: UInt64,
    _ symbols: (any SymbolProvider)?
  ) {
    self.instruction = instruction
    self.form = form
    self.address = address
    self.symbols = symbols
  }

  // MARK: Mnemonic

  /// The mnemonic with what stands before it.
  var mnemonic: String {
    prefixText + sizedMnemonic
  }

  private var sizedMnemonic: String {
    if form.encoding.span == .condition {
      return form.mnemonic + RegisterNames.condition(instruction.condition)
    }
    if instruction.semantics == .jrcxz {
      switch instruction.addressSize {
      case 2: return "jcxz"
      case 4: return "jecxz"
      default: return "jrcxz"
      }
    }
    return form.mnemonic
  }

  private var prefixText: String {
    var text = ""
    if instruction.prefixes.contains(.lock) { text += "lock " }
    switch instruction.semantics {
    case .cmps, .scas:
      if instruction.prefixes.contains(.rep) { text += "repe " }
      if instruction.prefixes.contains(.repne) { text += "repne " }
    case .movs, .stos, .lods, .ins, .outs, .ret:
      if instruction.prefixes.contains(.rep) { text += "rep " }
      if instruction.prefixes.contains(.repne) { text += "repne " }
    default: break
    }
    return text
  }

  // MARK: Operands

  /// The operands, joined by commas.
  var operands: String {
    var text = ""
    for place in 0..<Int(instruction.operandCount) where !form.operand(place).isHidden {
      if place > 0 { text += "," }
      text += operandText(place)
      if instruction.prefixes.contains(.evex) { text += controlText(place) }
    }
    return text
  }

  /// What EVEX adds to an operand: the mask to the first one, rounding to the last register in rm.
  private func controlText(_ place: Int) -> String {
    let control = instruction.vectorControl
    var text = ""
    if place == 0 && control.mask != 0 {
      text += "{k\(control.mask)}"
      if control.isZeroing { text += "{z}" }
    }
    let plan = form.operand(place).plan
    if plan.place == .modRMRM && control.isBroadcast && instruction.operand(place).kind != .memory {
      switch form.encoding.rounding {
      case .none, .ignored: break
      case .suppressed: text += "{sae}"
      case .explicit:
        text += ["{rn-sae}", "{rd-sae}", "{ru-sae}", "{rz-sae}"][Int(control.roundingMode)]
      }
    }
    return text
  }

  private func operandText(_ place: Int) -> String {
    let operand = instruction.operand(place)
    if form.operand(place) == .st0 { return "st" }
    if let name = RegisterNames.name(of: operand) { return name }
    switch operand.kind {
    case .memory, .vectorMemory:
      return sizeText(operand, form.operand(place)) + memoryText
    case .stringSource:
      return sizeText(operand, form.operand(place)) + sourceText
    case .stringDestination:
      let segment = instruction.mode == .bits64 ? "" : "es:"
      return sizeText(operand, form.operand(place)) + segment + "[\(indexName(7))]"
    case .immediate: return immediateText(operand)
    case .immediate2: return HexText.number(cut(instruction.immediate2, operand.size))
    case .relative: return targetText
    case .farPointer:
      let selector = HexText.padded(UInt64(bitPattern: instruction.immediate2) & 0xffff, 4)
      let digits = instruction.operandSize == 2 ? 4 : 8
      let offset = HexText.padded(cut(instruction.immediate, instruction.operandSize), digits)
      return selector + ":" + offset.uppercased()
    default: return "?"
    }
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

  private var targetText: String {
    let target = instruction.branchTarget(at: address) ?? 0
    return InstructionText.named(target, instruction.mode, symbols)
      ?? HexText.address(target, mode: instruction.mode)
  }

  private func immediateText(_ operand: Operand) -> String {
    let value = cut(instruction.immediate, operand.size)
    switch instruction.semantics {
    case .int where value == 0x2e:
      // The one vector that is printed without its h.
      return "2e"
    case .mov, .push:
      let pointer: UInt8 = instruction.mode == .bits64 ? 8 : 4
      guard operand.size == pointer, value > 0xffff, form.operand(0) != .rm,
        let name = InstructionText.named(value, instruction.mode, symbols)
      else { break }
      return "offset " + name
    default: break
    }
    return HexText.number(value)
  }

  /// The low `size` bytes of a value.
  private func cut(_ value: Int64, _ size: UInt8) -> UInt64 {
    let bits = UInt64(bitPattern: value)
    return size >= 8 || size == 0 ? bits : bits & ((1 << (UInt64(size) * 8)) - 1)
  }

  // MARK: Memory

  private func sizeText(_ operand: Operand, _ form: OperandForm) -> String {
    let isVector = form.plan.kind == .xmm || form.plan.kind == .mmx
    if form.plan.broadcast != 0 && instruction.vectorControl.isBroadcast {
      switch operand.size {
      case 2: return "word bcst "
      case 4: return "dword bcst "
      default: return "qword bcst "
      }
    }
    switch operand.size {
    case 1: return "byte ptr "
    case 2: return "word ptr "
    case 4: return "dword ptr "
    case 6: return "fword ptr "
    case 8: return isVector ? "mmword ptr " : "qword ptr "
    case 10: return form == .mDescriptor ? "fword ptr " : "tbyte ptr "
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

  private var overrideText: String {
    guard let override = instruction.prefixes.segmentOverride else { return "" }
    return override.name + ":"
  }

  private var sourceText: String {
    overrideText + "[\(indexName(6))]"
  }

  private var memoryText: String {
    let memory = instruction.memory
    if memory.base == MemoryOperand.rip {
      let target = instruction.effectiveOffset(at: address) { _ in 0 } ?? 0
      return overrideText + absoluteText(target)
    }
    if memory.base == MemoryOperand.noRegister && memory.index == MemoryOperand.noRegister {
      return absoluteText
    }
    var text = ""
    if memory.base != MemoryOperand.noRegister { text = indexName(memory.base) }
    if memory.index != MemoryOperand.noRegister {
      if !text.isEmpty { text += "+" }
      text += vectorIndexName ?? indexName(memory.index)
      if memory.scaleShift > 0 { text += "*\(1 << Int(memory.scaleShift & 3))" }
    }
    return tableText(text) ?? overrideText + "[" + text + displacementText + "]"
  }

  private var displacementText: String {
    let displacement = instruction.memory.displacement
    guard displacement != 0 else { return "" }
    // Without a base the displacement is an address, and addresses have no sign.
    if instruction.memory.base == MemoryOperand.noRegister && instruction.mode != .bits64 {
      return "+" + HexText.number(cut(displacement, instruction.addressSize))
    }
    return (displacement < 0 ? "-" : "+") + HexText.number(displacement.magnitude)
  }

  /// Outside 64-bit mode a named displacement stands before the registers: `nt!Table (80501b8c)[eax*4]`.
  private func tableText(_ registers: String) -> String? {
    let displacement = cut(instruction.memory.displacement, instruction.addressSize)
    guard instruction.mode == .bits32, displacement > 0xffff,
      let name = InstructionText.named(displacement, instruction.mode, symbols)
    else { return nil }
    return overrideText + name + "[" + registers + "]"
  }

  /// A plain address: `gs:[30h]`, `[nt!Name (fffff800`00001234)]`, `fs:[00000018h]`.
  private var absoluteText: String {
    let offset = cut(instruction.memory.displacement, instruction.addressSize)
    let override = instruction.prefixes.segmentOverride
    let isFlat = override == nil || (override != .fs && override != .gs)
    if isFlat, let name = InstructionText.named(offset, instruction.mode, symbols) {
      return overrideText + "[" + name + "]"
    }
    if instruction.mode == .bits64 { return overrideText + "[" + HexText.number(offset) + "]" }
    let digits = HexText.padded(offset, Int(instruction.addressSize) * 2).uppercased()
    return (override ?? .ds).name + ":[" + digits + "h]"
  }

  private func absoluteText(_ target: UInt64) -> String {
    let name =
      InstructionText.named(target, instruction.mode, symbols)
      ?? HexText.address(target, mode: instruction.mode)
    return "[" + name + "]"
  }
}
