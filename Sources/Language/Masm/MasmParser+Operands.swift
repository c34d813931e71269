import Foundation

/// The operands: constants, registers, symbols, source lines, expressions of the other language.
extension MasmParser {
  /// Registers that win over a hexadecimal reading and over symbols when written without `@`.
  static let commonRegisters: Set<String> = [
    "rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp", "rsp", "rip", "eax", "ebx", "ecx", "edx",
    "esi", "edi", "ebp", "esp", "eip", "efl", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15",
  ]

  /// Compiles the operand at the cursor.
  mutating func parseOperand() throws(CommandError) {
    guard let first = line.next else { throw obstacle(.missingNumber) }
    switch first {
    case UInt8(ascii: "'"): try parseCharacters()
    case UInt8(ascii: "`"): try parseSourceLine()
    case UInt8(ascii: "@"): try parseAt()
    case UInt8(ascii: "."): try parseInstructionPointer()
    case UInt8(ascii: "!"): try parseSymbol()
    case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "#"):
      try parseMarkedAddress(isReal: first == UInt8(ascii: "&"))
    default:
      guard first.isWord else { throw obstacle(.missingNumber) }
      try parseWord()
    }
  }

  /// A common register, a constant, a symbol or another register, in this order.
  private mutating func parseWord() throws(CommandError) {
    let start = line.position
    var ahead = line
    let word = ahead.take { $0.isWord }
    let qualified = ahead.next == UInt8(ascii: "!") && ahead.peek(1) != UInt8(ascii: "=")
    if !qualified {
      if try parseSegment(word) { return }
      if Self.commonRegisters.contains(word.lowercased()), try parseRegister(word) { return }
      if let number = MasmNumber.read(line, radix: context.radix) {
        guard !number.overflows else { throw obstacle(.overflow) }
        line.position += number.length
        emit(.constant(extended(number)))
        return
      }
      if word.hasPrefix("$"), try parseRegister(word) { return }
    }
    // A mark that no name follows still asks for a symbol of the module.
    let name = takeSymbolName()
    if !qualified || name.utf8.contains(UInt8(ascii: "!")), try bindSymbol(name, at: start) {
      return
    }
    line.position = start
    if !qualified, try parseRegister(word) { return }
    throw obstacle(.unresolved)
  }

  /// The constant as this kind of session extends it.
  private func extended(_ number: MasmNumber.Reading) -> UInt64 {
    let isExtended =
      context.extendsConstants && !number.isSplit
      && (0x8000_0000...0xFFFF_FFFF).contains(number.value)
    return isExtended ? number.value | 0xFFFF_FFFF_0000_0000 : number.value
  }

  /// A register by its name, which is at the cursor. Returns false when it is none.
  ///
  /// - Parameter start: where an error is reported; nil at the name.
  private mutating func parseRegister(
    _ name: String, reportedAt start: Int? = nil
  ) throws(CommandError) -> Bool {
    guard let binding = context.bind(register: name.lowercased()) else { return false }
    emit(.register(binding, offset: Int32(clamping: start ?? line.position)))
    line.position += name.utf8.count
    return true
  }

  /// `module!name`, `name`, `!name`, `$!name`, with `::` and `~` of C++ names inside; after a
  /// module's name, back-ticks and apostrophes as well.
  private mutating func takeSymbolName() -> String {
    let start = line.position
    _ = line.take("$!") || line.take("!")
    var isQualified = false
    while let byte = line.next {
      if byte.isWord {
        line.position += 1
      } else if isQualified, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "'") {
        line.position += 1
      } else if byte == UInt8(ascii: "!"), !isQualified, let after = line.peek(1),
        after.isWord || after == UInt8(ascii: "`")
      {
        line.position += 1
        isQualified = true
      } else if line.starts(with: "::"), let after = line.peek(2),
        after.isWord || after == UInt8(ascii: "~")
      {
        line.position += after == UInt8(ascii: "~") ? 3 : 2
      } else {
        break
      }
    }
    return line.source.string(start..<line.position)
  }

  /// `!name` and `$!name`: a symbol and nothing else.
  private mutating func parseSymbol() throws(CommandError) {
    let start = line.position
    let name = takeSymbolName()
    guard try bindSymbol(name, at: start) else {
      line.position = start
      throw obstacle(.unresolved)
    }
  }

  /// Compiles a symbol. Returns false when no symbol has the name.
  private mutating func bindSymbol(_ name: String, at start: Int) throws(CommandError) -> Bool {
    var plain = name[...]
    let isLocal = plain.hasPrefix("$!")
    if isLocal { plain = plain.dropFirst(2) }
    if plain.hasPrefix("!") { plain = plain.dropFirst() }
    guard !plain.isEmpty else { return false }
    var binding = context.bind(symbol: String(plain))
    if isLocal, binding != .scoped { return false }
    // Two underscores may stand for the two colons of a class member.
    if binding == .unknown, plain.dropFirst().contains("__") {
      binding = context.bind(symbol: plain.replacingOccurrences(of: "__", with: "::"))
    }
    switch binding {
    case .value(let address):
      emit(.constant(address))
    case .processValue(let address):
      expression.scopeEpoch = context.scopeEpoch
      emit(.constant(address))
    case .scoped:
      expression.names.append(String(plain))
      let index = Int32(clamping: expression.names.count - 1)
      emit(.local(name: index, offset: Int32(clamping: start)))
    case .ambiguous(let matches):
      let rest = line.source.string(start..<max(start, line.source.bytes.count))
      throw .ambiguous(matches: matches, rest: rest)
    case .unknown:
      return false
    }
    return true
  }

  /// `.` is the instruction pointer.
  private mutating func parseInstructionPointer() throws(CommandError) {
    if let after = line.peek(1), after.isWord { throw obstacle(.unresolved) }
    guard let binding = context.bind(register: "$ip") else { throw obstacle(.badRegister) }
    emit(.register(binding, offset: Int32(clamping: line.position)))
    line.position += 1
  }

  /// `@register`, `@$pseudo`, `@!"any symbol"`, `@@(...)`.
  private mutating func parseAt() throws(CommandError) {
    let start = line.position
    if line.starts(with: "@@") { return try parseForeign() }
    line.position += 1
    if line.take("!\"") {
      let name = line.take { $0 != UInt8(ascii: "\"") }
      guard line.take("\"") else { throw obstacle(.syntax) }
      guard try bindSymbol(name, at: start) else { throw obstacle(.unresolved, at: start) }
      return
    }
    var ahead = line
    let name = ahead.take { $0.isWord && $0 != UInt8(ascii: "@") }
    if try parseRegister(name, reportedAt: start) { return }
    throw obstacle(.badRegister, at: start)
  }

  /// `'a'`, `'VUTS'`: the first character is the most significant byte.
  private mutating func parseCharacters() throws(CommandError) {
    let start = line.position
    line.position += 1
    var value: UInt64 = 0
    while let byte = line.next, byte != UInt8(ascii: "'") {
      line.position += 1
      value = value << 8 | UInt64(byte)
    }
    guard line.take("'") else { throw obstacle(.syntax, at: start) }
    emit(.constant(value))
  }

  /// `` `[[module!]file][:line]` ``. The line number is decimal unless it has a prefix; without one
  /// the file's first code is meant, without a file the one of the instruction pointer.
  private mutating func parseSourceLine() throws(CommandError) {
    let start = line.position
    line.position += 1
    let text = line.take { $0 != UInt8(ascii: "`") }
    guard line.take("`") else { throw obstacle(.syntax, at: start) }
    var place = text[...]
    var number: Int?
    if let colon = text.lastIndex(of: ":"), let read = Self.lineNumber(text[colon...].dropFirst()) {
      number = read
      place = text[..<colon]
    }
    let name = place.split(separator: "!", maxSplits: 1)
    let module = name.count > 1 ? String(name[0]) : nil
    guard
      let address = context.address(
        ofLine: number, file: name.last.map(String.init) ?? "", module: module)
    else { throw obstacle(.unresolved, at: start) }
    emit(.constant(address))
  }

  /// A whole text as a line number, nil when it is none.
  private static func lineNumber(_ text: Substring) -> Int? {
    let digits = CommandLine(String(text))
    guard let number = MasmNumber.read(digits, radix: 10), number.length == text.utf8.count else {
      return nil
    }
    return Int(clamping: number.value)
  }

  /// `@@( )`, `@@c++( )` and `@@masm( )`.
  private mutating func parseForeign() throws(CommandError) {
    let start = line.position
    line.position += 2
    let language = line.take { $0 != UInt8(ascii: "(") && !$0.isSpace }.lowercased()
    guard line.next == UInt8(ascii: "(") else { throw obstacle(.syntax, at: start) }
    if language == "masm" {
      try parseUnary()
      return
    }
    guard language.isEmpty || language == "c++" else { throw obstacle(.syntax, at: start) }
    let open = line.position + 1
    guard let close = closingParenthesis() else { throw obstacle(.syntax, at: start) }
    let inside = CommandLine(line.source, from: open, to: close)
    line.position = close + 1
    guard let compiled = try context.compileForeign(inside, evaluator: .cpp) else {
      throw obstacle(.syntax, at: start)
    }
    expression.foreign.append(compiled)
    emit(.foreign(Int32(clamping: expression.foreign.count - 1)))
  }

  /// The offset of the parenthesis that closes the one at the cursor.
  private func closingParenthesis() -> Int? {
    var level = 0
    for offset in line.position..<line.limit {
      switch line.source.bytes[offset] {
      case UInt8(ascii: "("): level += 1
      case UInt8(ascii: ")"):
        level -= 1
        if level == 0 { return offset }
      default: break
      }
    }
    return nil
  }
}
