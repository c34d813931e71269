/// Reading addresses: `[rax+rcx*8-10h]`, `[rip+10]`, `nt!Table[eax*4]`, `gs:[30h]`, `[nt!Name+10]`.
extension AssemblyScanner {
  /// Reads the rest of the part as an address: an expression, then any number of brackets.
  mutating func readAddress(_ address: inout AssemblyAddress, _ assembler: Assembler) throws {
    let open = find(UInt8(ascii: "["), in: position..<limit) ?? limit
    let before = trimmed(position..<open)
    if !before.isEmpty {
      try add(before, isNegative: false, to: &address, assembler)
    }
    position = open
    while take(UInt8(ascii: "[")) {
      guard let close = find(UInt8(ascii: "]"), in: position..<limit) else {
        throw AssemblyError(.syntax, at: limit)
      }
      try readTerms(position..<close, &address, assembler)
      advance(to: close + 1)
    }
  }

  /// Reads what stands in brackets: registers, and between them expressions.
  private mutating func readTerms(
    _ range: Range<Int>, _ address: inout AssemblyAddress, _ assembler: Assembler
  ) throws {
    guard !trimmed(range).isEmpty else { throw AssemblyError(.syntax, at: range.lowerBound) }
    var pending: Range<Int>?
    for term in terms(range) {
      let whole = trimmed(term)
      let body = trimmed(whole.dropSign(self[whole.lowerBound]))
      guard !body.isEmpty else { throw AssemblyError(.syntax, at: whole.lowerBound) }
      guard let (register, scale) = try scaledRegister(body, assembler) else {
        pending = (pending?.lowerBound ?? whole.lowerBound)..<whole.upperBound
        continue
      }
      if self[whole.lowerBound] == UInt8(ascii: "-") {
        throw AssemblyError(.syntax, at: whole.lowerBound)
      }
      try flush(&pending, to: &address, assembler)
      try place(register, scale: scale, at: body.lowerBound, in: &address)
    }
    try flush(&pending, to: &address, assembler)
  }

  private func flush(
    _ pending: inout Range<Int>?, to address: inout AssemblyAddress, _ assembler: Assembler
  ) throws {
    guard let range = pending else { return }
    pending = nil
    let sign = self[range.lowerBound]
    let isSimple = terms(range).count == 1
    if sign == UInt8(ascii: "-") && isSimple {
      try add(trimmed(range.dropSign(sign)), isNegative: true, to: &address, assembler)
    } else {
      let body = sign == UInt8(ascii: "+") ? trimmed(range.dropSign(sign)) : range
      try add(body, isNegative: false, to: &address, assembler)
    }
  }

  private func add(
    _ range: Range<Int>, isNegative: Bool, to address: inout AssemblyAddress,
    _ assembler: Assembler
  ) throws {
    let value = try expression(range, assembler)
    // 80000000 has a sign of its own where numbers of 32 bits are extended.
    let isSubtracted = isNegative && value != UInt64(bitPattern: Int64(Int32.min))
    address.displacement =
      isSubtracted ? address.displacement &- value : address.displacement &+ value
    let isNumber = range.allSatisfy { self[$0].isNameInAssembly }
    let first = self[range.lowerBound]
    let isPrefixed = self[range.lowerBound + 1] | 0x20 == UInt8(ascii: "x")
    let digits = isPrefixed ? range.lowerBound + 2 : range.lowerBound
    if range.upperBound - digits == 17, isAddress(digits, 17) {
      address.spelling = .full
    } else if !isNumber || first < 0x30 || first > 0x39 {
      address.spelling = .expression
    }
  }

  /// The parts between the signs that stand in no brackets or parentheses; each keeps its sign.
  private func terms(_ range: Range<Int>) -> [Range<Int>] {
    var terms: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for offset in range {
      switch self[offset] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        // A sign at the start of a term is its own.
        guard depth == 0, !trimmed(start..<offset).isEmpty, !endsInOperator(start..<offset) else {
          continue
        }
        terms.append(start..<offset)
        start = offset
      default: break
      }
    }
    terms.append(start..<range.upperBound)
    return terms
  }

  /// Whether an operator stands at the end, so that a sign after it belongs to its operand.
  private func endsInOperator(_ range: Range<Int>) -> Bool {
    let trimmed = trimmed(range)
    guard let last = trimmed.last else { return true }
    return "*/%&|^<>=(+-".utf8.contains(self[last])
  }

  /// A register with its scale: `rax`, `rax*4`, `4*rax`; in 64-bit mode `rip` as well.
  private func scaledRegister(
    _ range: Range<Int>, _ assembler: Assembler
  ) throws -> (Operand, UInt64?)? {
    if assembler.mode == .bits64, lowercased(range) == "rip" {
      return (Operand(.gpr, register: MemoryOperand.rip, size: 8), nil)
    }
    let registers = AssemblerIndex.shared.registers
    if let register = registers[lowercased(range)] { return (register, nil) }
    guard let star = find(UInt8(ascii: "*"), in: range), star < range.upperBound else {
      return nil
    }
    let left = trimmed(range.lowerBound..<star)
    let right = trimmed(star + 1..<range.upperBound)
    if let register = registers[lowercased(left)] {
      return (register, try expression(right, assembler))
    }
    if let register = registers[lowercased(right)] {
      return (register, try expression(left, assembler))
    }
    return nil
  }

  private func place(
    _ register: Operand, scale: UInt64?, at offset: Int, in address: inout AssemblyAddress
  ) throws {
    let noRegister = MemoryOperand.noRegister
    switch register.kind {
    case .xmm, .ymm, .zmm:
      guard address.index == noRegister || address.base == noRegister else {
        throw AssemblyError(.badRegister, at: offset)
      }
      if address.index != noRegister {
        guard address.vector == .none, address.scaleShift == 0 else {
          throw AssemblyError(.badRegister, at: offset)
        }
        address.base = address.index
      }
      address.index = register.register
      address.vector = register.kind
      address.scaleShift = try shift(scale ?? 1, at: offset)
      return
    case .gpr where register.register == MemoryOperand.rip:
      // It stands alone but for a displacement, which counts from the next instruction.
      guard address.isAbsolute else { throw AssemblyError(.badRegister, at: offset) }
    case .gpr where register.size > 1: break
    default: throw AssemblyError(.badRegister, at: offset)
    }
    guard address.base != MemoryOperand.rip else {
      throw AssemblyError(.badRegister, at: offset)
    }
    if let size = address.registerSize, size != register.size {
      throw AssemblyError(.badRegister, at: offset)
    }
    address.registerSize = register.size
    let isBase = scale == nil && address.base == noRegister
    if isBase {
      address.base = register.register
    } else if address.index == noRegister {
      address.index = register.register
      address.scaleShift = try shift(scale ?? 1, at: offset)
    } else if address.base == noRegister && address.scaleShift == 0 && address.vector == .none {
      // `[rcx*1+rax*8]`
      address.base = address.index
      address.index = register.register
      address.scaleShift = try shift(scale ?? 1, at: offset)
    } else if address.base == noRegister && scale == 1 {
      address.base = register.register
    } else {
      throw AssemblyError(.badRegister, at: offset)
    }
  }

  private func shift(_ scale: UInt64, at offset: Int) throws -> UInt8 {
    switch scale {
    case 1: return 0
    case 2: return 1
    case 4: return 2
    case 8: return 3
    default: throw AssemblyError(.operand, at: offset)
    }
  }
}

extension Range<Int> {
  /// The range without its first byte where that is a sign.
  fileprivate func dropSign(_ byte: UInt8) -> Range<Int> {
    let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    return isSign && !isEmpty ? lowerBound + 1..<upperBound : self
  }
}
