/// How a memory operand is written behind an opcode.
struct AddressBytes {
  /// ModRM with 0 for reg.
  var modRM: UInt8 = 0
  /// SIB and displacement.
  var rest: [UInt8] = []
  /// The high bits of the index and base registers.
  var rexX: UInt8 = 0
  var rexB: UInt8 = 0

  private var scale: Int64 = 1

  /// No memory operand.
  static let none = AddressBytes()

  private init() {}

  /// The shortest bytes for an instruction's memory operand; nil if there are none. A byte of
  /// displacement counts `scale` bytes; with `needsSIB` there is a SIB byte even without an index.
  init?(_ instruction: Instruction, scale: UInt8 = 1, needsSIB: Bool = false) {
    let memory = instruction.memory
    let isLong = instruction.mode == .bits64
    self.scale = max(1, Int64(scale))
    let isIndexed = instruction.hasVectorIndex
    if instruction.addressSize == 2 {
      guard !isLong, !isIndexed, place16(memory) else { return nil }
      return
    }
    let noRegister = MemoryOperand.noRegister
    if memory.base == MemoryOperand.rip {
      guard isLong, !needsSIB, memory.index == noRegister, memory.displacement.fitsDword else {
        return nil
      }
      modRM = 5
      rest.append(memory.displacement, bytes: 4)
      return
    }
    let limit: UInt8 = isLong ? 16 : 8
    let hasBase = memory.base != noRegister
    let hasIndex = memory.index != noRegister
    guard !hasBase || memory.base < limit else { return nil }
    guard !hasIndex || memory.index < (isIndexed && isLong ? 32 : limit) else { return nil }
    guard isIndexed ? hasIndex : memory.index != 4, memory.scaleShift < 4,
      memory.displacement.fitsDword
    else {
      return nil
    }
    if hasBase { rexB = memory.base >> 3 }
    if hasIndex { rexX = memory.index >> 3 & 1 }
    if !hasBase && !hasIndex && !isLong {
      modRM = 5
      rest.append(memory.displacement, bytes: 4)
      return
    }
    let index: UInt8 = hasIndex ? memory.index & 7 : 4
    let sib = memory.scaleShift << 6 | index << 3 | (hasBase ? memory.base & 7 : 5)
    if hasIndex || !hasBase || needsSIB || memory.base & 7 == 4 {
      modRM = 4
      rest.append(sib)
    } else {
      modRM = memory.base & 7
    }
    guard hasBase else {
      rest.append(memory.displacement, bytes: 4)
      return
    }
    appendDisplacement(memory.displacement, mustHave: memory.base & 7 == 5, wide: 4)
  }

  /// 16-bit addressing: bx or bp, si or di, or one of the four, or a displacement alone.
  private mutating func place16(_ memory: MemoryOperand) -> Bool {
    let noRegister = MemoryOperand.noRegister
    let isWord = Int64(Int16(truncatingIfNeeded: memory.displacement)) == memory.displacement
    guard memory.scaleShift == 0, isWord else { return false }
    switch (memory.base, memory.index) {
    case (noRegister, noRegister):
      modRM = 6
      rest.append(memory.displacement, bytes: 2)
      return true
    case (3, 6): modRM = 0
    case (3, 7): modRM = 1
    case (5, 6): modRM = 2
    case (5, 7): modRM = 3
    case (6, noRegister): modRM = 4
    case (7, noRegister): modRM = 5
    case (5, noRegister): modRM = 6
    case (3, noRegister): modRM = 7
    default: return false
    }
    appendDisplacement(memory.displacement, mustHave: modRM == 6, wide: 2)
    return true
  }

  private mutating func appendDisplacement(_ value: Int64, mustHave: Bool, wide: Int) {
    if value == 0 && !mustHave { return }
    if value % scale == 0, value / scale >= -128, value / scale <= 127 {
      modRM |= 0x40
      rest.append(value / scale, bytes: 1)
    } else {
      modRM |= 0x80
      rest.append(value, bytes: wide)
    }
  }
}
