/// The text of one instruction at its address.
struct InstructionText {
  let instruction: Instruction
  private let index: TextIndex
  private let row: UnsafeMutablePointer<TextIndex.Row>
  private let address: UInt64
  private let symbols: (any SymbolProvider)?

  /// The text of a valid instruction, whose form is a row of the table.
  @inline(__always)
  init(
    _ instruction: Instruction, _ index: TextIndex, _ address: UInt64,
    _ symbols: (any SymbolProvider)?
  ) {
    self.instruction = instruction
    self.index = index
    self.row = index.rows + Int(instruction.form)
    self.address = address
    self.symbols = symbols
  }

  // MARK: Mnemonic

  /// Writes the mnemonic with what stands before it.
  func writeMnemonic(_ text: inout TextBuffer) {
    writePrefix(&text)
    if instruction.semantics == .jrcxz {
      switch instruction.addressSize {
      case 2: text.append(literal: "jcxz")
      case 4: text.append(literal: "jecxz")
      default: text.append(literal: "jrcxz")
      }
      return
    }
    text.append(index.letters + row.pointee.mnemonic, count: row.pointee.mnemonicCount)
    if row.pointee.hasCondition {
      text.append(index.conditions[Int(instruction.condition & 15)])
    }
  }

  private func writePrefix(_ text: inout TextBuffer) {
    let noteworthy: Prefixes = [.lock, .rep, .repne]
    guard !instruction.prefixes.isDisjoint(with: noteworthy) else { return }
    if instruction.prefixes.contains(.lock) { text.append(literal: "lock ") }
    switch instruction.semantics {
    case .cmps, .scas:
      if instruction.prefixes.contains(.rep) { text.append(literal: "repe ") }
      if instruction.prefixes.contains(.repne) { text.append(literal: "repne ") }
    case .movs, .stos, .lods, .ins, .outs:
      if instruction.prefixes.contains(.rep) { text.append(literal: "rep ") }
      if instruction.prefixes.contains(.repne) { text.append(literal: "repne ") }
    case .ret, .jcc, .jmp, .jmpIndirect, .call, .callIndirect:
      if instruction.prefixes.contains(.repne) { text.append(literal: "bnd ") }
      if instruction.prefixes.contains(.rep), instruction.semantics == .ret {
        text.append(literal: "rep ")
      }
    default: break
    }
  }

  // MARK: Operands

  /// Whether any operand is shown.
  var hasOperands: Bool {
    instruction.operandCount > 0 && !row.pointee.operands.0.contains(.hidden)
  }

  /// Writes the operands, joined by commas.
  func writeOperands(_ text: inout TextBuffer) {
    for place in 0..<Int(instruction.operandCount) {
      let traits = row.pointee.operand(place)
      if traits.contains(.hidden) { continue }
      if place > 0 { text.append(0x2c) }
      writeOperand(instruction.operand(place), traits, &text)
      if instruction.prefixes.contains(.evex) { writeControl(place, traits, &text) }
    }
  }

  /// What EVEX adds to an operand: the mask to the first one, rounding to the last register in rm.
  private func writeControl(
    _ place: Int, _ traits: TextIndex.Traits, _ text: inout TextBuffer
  ) {
    let control = instruction.vectorControl
    if place == 0 && control.mask != 0 {
      text.append(literal: "{k")
      text.append(0x30 &+ control.mask)
      text.append(literal: "}")
      if control.isZeroing { text.append(literal: "{z}") }
    }
    guard traits.contains(.inRM), control.isBroadcast,
      instruction.operand(place).kind != .memory
    else { return }
    switch row.pointee.rounding {
    case .suppressed: text.append(literal: "{sae}")
    case .explicit:
      switch control.roundingMode {
      case 0: text.append(literal: "{rn-sae}")
      case 1: text.append(literal: "{rd-sae}")
      case 2: text.append(literal: "{ru-sae}")
      default: text.append(literal: "{rz-sae}")
      }
    case .none, .ignored: break
    }
  }

  @inline(__always)
  private func writeOperand(
    _ operand: Operand, _ traits: TextIndex.Traits, _ text: inout TextBuffer
  ) {
    if let name = index.name(of: operand) {
      if traits.contains(.stackTop) { return text.append(literal: "st") }
      return text.append(name)
    }
    switch operand.kind {
    case .memory, .vectorMemory:
      writeSize(operand, traits, &text)
      writeMemory(&text)
    case .immediate: writeImmediate(operand, &text)
    case .relative:
      let target = instruction.branchTarget(at: address) ?? 0
      if !writeName(of: target, &text) { text.append(address: target, mode: instruction.mode) }
    default: writeRareOperand(operand, traits, &text)
    }
  }

  private func writeRareOperand(
    _ operand: Operand, _ traits: TextIndex.Traits, _ text: inout TextBuffer
  ) {
    switch operand.kind {
    case .stringSource:
      writeSize(operand, traits, &text)
      writeOverride(&text)
      writeStringRegister(6, &text)
    case .stringDestination:
      writeSize(operand, traits, &text)
      if instruction.mode != .bits64 { text.append(literal: "es:") }
      writeStringRegister(7, &text)
    case .immediate2: text.append(number: cut(instruction.immediate2, operand.size))
    case .farPointer:
      text.append(UInt64(bitPattern: instruction.immediate2), digits: 4)
      text.append(0x3a)
      let digits = instruction.operandSize == 2 ? 4 : 8
      text.append(UInt64(bitPattern: instruction.immediate), digits: digits, letters: 0x37)
    default: text.append(literal: "?")
    }
  }

  private func writeStringRegister(_ register: UInt8, _ text: inout TextBuffer) {
    text.append(0x5b)
    text.append(index.general(register, size: instruction.addressSize))
    text.append(0x5d)
  }

  /// Writes an address's name and the address in brackets; false where there is no name.
  private func writeName(of address: UInt64, _ text: inout TextBuffer) -> Bool {
    guard let symbols else { return false }
    return InstructionText.write(nameOf: address, instruction.mode, symbols, &text)
  }

  /// Writes an address's name and the address in brackets; false where there is no name.
  static func write(
    nameOf address: UInt64, _ mode: Mode, _ symbols: any SymbolProvider, _ text: inout TextBuffer
  ) -> Bool {
    guard let found = symbols.symbol(at: address) else { return false }
    text.append(name: found.name)
    if found.displacement != 0 { text.append(name: "+0x" + String(found.displacement, radix: 16)) }
    text.append(literal: " (")
    text.append(address: address, mode: mode)
    text.append(literal: ")")
    return true
  }

  private func writeImmediate(_ operand: Operand, _ text: inout TextBuffer) {
    let value = cut(instruction.immediate, operand.size)
    if instruction.semantics == .int && value == 0x2e {
      // The one vector that is printed without its h.
      return text.append(literal: "2e")
    }
    if row.pointee.namesImmediates, value > 0xffff, let symbols,
      operand.size == (instruction.mode == .bits64 ? 8 : 4),
      symbols.symbol(at: value) != nil
    {
      text.append(literal: "offset ")
      _ = writeName(of: value, &text)
      return
    }
    text.append(number: value)
  }

  /// The low `size` bytes of a value.
  @inline(__always)
  private func cut(_ value: Int64, _ size: UInt8) -> UInt64 {
    let bits = UInt64(bitPattern: value)
    return size >= 8 || size == 0 ? bits : bits & ((1 &<< (UInt64(size) &* 8)) &- 1)
  }

  // MARK: Memory

  @inline(__always)
  private func writeSize(
    _ operand: Operand, _ traits: TextIndex.Traits, _ text: inout TextBuffer
  ) {
    if traits.contains(.broadcast) && instruction.vectorControl.isBroadcast {
      switch operand.size {
      case 2: text.append(literal: "word bcst ")
      case 4: text.append(literal: "dword bcst ")
      default: text.append(literal: "qword bcst ")
      }
      return
    }
    let isVector = traits.contains(.vector)
    switch operand.size {
    case 1: text.append(literal: "byte ptr ")
    case 2: text.append(literal: "word ptr ")
    case 4: text.append(literal: "dword ptr ")
    case 6: text.append(literal: "fword ptr ")
    case 8: text.append(literal: isVector ? "mmword ptr " : "qword ptr ")
    case 10: text.append(literal: traits.contains(.descriptor) ? "fword ptr " : "tbyte ptr ")
    case 16: text.append(literal: isVector ? "xmmword ptr " : "oword ptr ")
    case 32: text.append(literal: "ymmword ptr ")
    case 64: text.append(literal: "zmmword ptr ")
    default: break
    }
  }

  @inline(__always)
  private func writeOverride(_ text: inout TextBuffer) {
    guard instruction.prefixes.contains(.segmentOverride),
      let override = instruction.prefixes.segmentOverride
    else { return }
    writeSegment(override, &text)
  }

  private func writeSegment(_ segment: Segment, _ text: inout TextBuffer) {
    if let name = index.name(of: Operand(.segment, register: segment.rawValue)) {
      text.append(name)
    }
    text.append(0x3a)
  }

  private func writeMemory(_ text: inout TextBuffer) {
    let memory = instruction.memory
    if memory.base == MemoryOperand.rip {
      writeOverride(&text)
      let target = instruction.effectiveOffset(at: address) { _ in 0 } ?? 0
      text.append(0x5b)
      if !writeName(of: target, &text) { text.append(address: target, mode: instruction.mode) }
      return text.append(0x5d)
    }
    if memory.base == MemoryOperand.noRegister && memory.index == MemoryOperand.noRegister {
      return writeAbsolute(&text)
    }
    writeOverride(&text)
    let isTable = writeTable(&text)
    text.append(0x5b)
    if memory.base != MemoryOperand.noRegister {
      text.append(index.general(memory.base, size: instruction.addressSize))
      if memory.index != MemoryOperand.noRegister { text.append(0x2b) }
    }
    if memory.index != MemoryOperand.noRegister {
      writeIndex(&text)
      if memory.scaleShift > 0 {
        text.append(0x2a)
        text.append(0x30 &+ 1 &<< (memory.scaleShift & 3))
      }
    }
    if !isTable { writeDisplacement(&text) }
    text.append(0x5d)
  }

  @inline(__always)
  private func writeIndex(_ text: inout TextBuffer) {
    let number = instruction.memory.index
    for place in 0..<2 where instruction.operand(place).kind == .vectorMemory {
      let kind: Operand.Kind
      switch instruction.operand(place).register {
      case 32: kind = .ymm
      case 64: kind = .zmm
      default: kind = .xmm
      }
      if let name = index.name(of: Operand(kind, register: number)) { text.append(name) }
      return
    }
    text.append(index.general(number, size: instruction.addressSize))
  }

  @inline(__always)
  private func writeDisplacement(_ text: inout TextBuffer) {
    let displacement = instruction.memory.displacement
    guard displacement != 0 else { return }
    // Without a base the displacement is an address, and addresses have no sign.
    if instruction.memory.base == MemoryOperand.noRegister && instruction.mode != .bits64 {
      text.append(0x2b)
      return text.append(number: cut(displacement, instruction.addressSize))
    }
    text.append(displacement < 0 ? 0x2d : 0x2b)
    text.append(number: displacement.magnitude)
  }

  /// Outside 64-bit mode a named displacement stands before the registers: `nt!Table (80501b8c)[eax*4]`.
  @inline(__always)
  private func writeTable(_ text: inout TextBuffer) -> Bool {
    guard symbols != nil, instruction.mode == .bits32 else { return false }
    let displacement = cut(instruction.memory.displacement, instruction.addressSize)
    return displacement > 0xffff && writeName(of: displacement, &text)
  }

  /// A plain address: `gs:[30h]`, `[nt!Name (fffff800`00001234)]`, `fs:[00000018h]`.
  private func writeAbsolute(_ text: inout TextBuffer) {
    let offset = cut(instruction.memory.displacement, instruction.addressSize)
    let override = instruction.prefixes.segmentOverride
    let isFlat = override != .fs && override != .gs
    if isFlat, let symbols, symbols.symbol(at: offset) != nil {
      writeOverride(&text)
      text.append(0x5b)
      _ = writeName(of: offset, &text)
    } else if instruction.mode == .bits64 {
      writeOverride(&text)
      text.append(0x5b)
      text.append(number: offset)
    } else {
      writeSegment(override ?? .ds, &text)
      text.append(0x5b)
      text.append(offset, digits: instruction.addressSize == 2 ? 4 : 8, letters: 0x37)
      text.append(0x68)
    }
    text.append(0x5d)
  }
}
