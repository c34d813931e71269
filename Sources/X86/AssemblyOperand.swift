/// An operand as written.
struct AssemblyOperand {
  /// Where it starts in the line.
  var start: Int
  var kind: Kind
  /// The bytes that `byte ptr` and its kin name; nil without such words.
  var size: UInt8?
  var distance = Distance.any
  /// What stands in braces behind it, and `bcst` before it.
  var control = AssemblyControl()

  /// What it is.
  enum Kind {
    case register(Operand)
    case memory(AssemblyAddress)
    case number(UInt64)
    /// `0010:0000ABCD`; four digits of offset are a pointer of 16 bits.
    case farPointer(selector: UInt64, offset: UInt64, isShort: Bool)
  }

  /// How far a branch may or must go.
  enum Distance {
    case any, short, near, far
  }

}

/// A memory operand as written.
struct AssemblyAddress {
  var segment: Segment?
  var base: UInt8 = MemoryOperand.noRegister
  var index: UInt8 = MemoryOperand.noRegister
  var scaleShift: UInt8 = 0
  /// Bytes of the registers; nil without any.
  var registerSize: UInt8?
  /// The kind of the index register when it is a vector.
  var vector = Operand.Kind.none
  var displacement: UInt64 = 0
  var spelling = Spelling.plain

  /// How the displacement is written, which in 64-bit mode says what it counts from.
  enum Spelling {
    /// A number: it stands for itself.
    case plain
    /// A symbol or another expression: it counts from rip, but not in `fs` and `gs`.
    case expression
    /// An address in full: it counts from rip.
    case full
  }

  var isAbsolute: Bool {
    base == MemoryOperand.noRegister && index == MemoryOperand.noRegister
  }
}

extension AssemblyScanner {
  /// The operands that stand in the rest of the line.
  mutating func operands(
    _ assembler: Assembler, of mnemonic: String
  ) throws -> [AssemblyOperand] {
    guard !isAtEnd else { return [] }
    var operands: [AssemblyOperand] = []
    for var part in parts() {
      operands.append(try part.operand(assembler, of: mnemonic))
    }
    return operands
  }

  /// Reads all of this part as one operand.
  mutating func operand(
    _ assembler: Assembler, of mnemonic: String
  ) throws -> AssemblyOperand {
    skipBlanks()
    guard !isAtEnd else { throw AssemblyError(.operand, at: position) }
    var operand = AssemblyOperand(start: position, kind: .number(0))
    try readBraces(&operand.control)
    readKeywords(&operand)
    if let register = register() {
      guard operand.size == nil || operand.size == register.size else {
        throw AssemblyError(.operand, at: operand.start)
      }
      operand.kind = .register(register)
    } else if take("offset") {
      operand.kind = .number(try expression(trimmed(position..<limit), assembler))
      position = limit
    } else {
      operand.kind = try addressOrNumber(operand, assembler, mnemonic)
    }
    guard isAtEnd else { throw AssemblyError(.extraCharacters, at: position) }
    return operand
  }

  private mutating func readKeywords(_ operand: inout AssemblyOperand) {
    let before = self
    guard let word = word() else { return }
    switch word.text {
    case "short": operand.distance = .short
    case "near", "far":
      operand.distance = word.text == "near" ? .near : .far
      _ = take("ptr")
    default:
      guard let size = AssemblyScanner.sizes[word.text] else {
        self = before
        return
      }
      if take("bcst") {
        operand.control.isBroadcast = true
      } else if !take("ptr") {
        self = before
        return
      }
      operand.size = size
    }
    if operand.size == nil {
      // `far ptr` may be followed by the size of the pointer in memory.
      let middle = self
      if let word = self.word(), let size = AssemblyScanner.sizes[word.text], take("ptr") {
        operand.size = size
      } else {
        self = middle
      }
    }
  }

  private static let sizes: [String: UInt8] = [
    "byte": 1, "word": 2, "dword": 4, "fword": 6, "qword": 8, "mmword": 8, "tbyte": 10,
    "oword": 16, "xmmword": 16, "ymmword": 32, "zmmword": 64,
  ]

  /// A register, if all of the part is one.
  private mutating func register() -> Operand? {
    let range = trimmed(position..<limit)
    guard let register = AssemblerIndex.shared.registers[lowercased(range)] else { return nil }
    position = limit
    return register
  }

  private mutating func addressOrNumber(
    _ operand: AssemblyOperand, _ assembler: Assembler, _ mnemonic: String
  ) throws -> AssemblyOperand.Kind {
    var address = AssemblyAddress()
    let colon = find(UInt8(ascii: ":"), in: position..<limit)
    if let colon, self[colon + 1] != UInt8(ascii: ":") {
      let before = trimmed(position..<colon)
      if let segment = Segment.named(lowercased(before)) {
        address.segment = segment
        position = colon + 1
        skipBlanks()
      } else if !before.isEmpty, before.allSatisfy({ self[$0].isHexDigit }) {
        defer { position = limit }
        let after = trimmed(colon + 1..<limit)
        return .farPointer(
          selector: try number(before, assembler), offset: try number(after, assembler),
          isShort: after.count == 4)
      }
    }
    let isBracketed = find(UInt8(ascii: "["), in: position..<limit) != nil
    guard isBracketed || address.segment != nil || operand.size != nil else {
      let range = trimmed(position..<limit)
      position = limit
      // The one vector that the disassembler writes without its h.
      if mnemonic == "int", lowercased(range) == "2e" { return .number(0x2e) }
      return .number(try expression(range, assembler))
    }
    try readAddress(&address, assembler)
    return .memory(address)
  }

  /// Hexadecimal digits, or an expression.
  private func number(_ range: Range<Int>, _ assembler: Assembler) throws -> UInt64 {
    if range.allSatisfy({ self[$0].isHexDigit }), let value = UInt64(text(range), radix: 16) {
      return value
    }
    return try expression(range, assembler)
  }

  /// The value of an expression. An address in full is one whatever the number base is.
  func expression(_ range: Range<Int>, _ assembler: Assembler) throws -> UInt64 {
    guard !range.isEmpty else { throw AssemblyError(.operand, at: range.lowerBound) }
    let text = text(range)
    if range.count == 17, isAddress(range.lowerBound, 17),
      let value = UInt64(text.filter { $0 != "`" }, radix: 16)
    {
      return value
    }
    return try assembler.expressions.value(of: text, at: range.lowerBound)
  }
}
