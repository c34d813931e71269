/// A piece of a C++ expression.
struct CppToken: Equatable {
  enum Kind: Equatable {
    /// A name, with its module and scopes: `nt!_EPROCESS`, `Class::member`, `$!local`.
    case name(String)
    /// `@rax`, `@$t0`, without the `@`.
    case register(String)
    /// `#FIELD_OFFSET`, without the `#`.
    case macro(String)
    case number(CppLiteral)
    case string(String)
    /// `$"text {expression}"`, without its quotes.
    case template(String)
    /// `@@(...)`, `@@masm(...)`, `@@c++(...)`: the language, and the text between the parentheses.
    case foreign(language: String, Range<Int>)
    /// An operator or a punctuation mark.
    case mark(String)
    /// Nothing is left, or a comment.
    case end
    /// Something that no expression has.
    case invalid
  }

  var kind: Kind
  /// Where it stands in its text.
  var start: Int
  var end: Int

  func isMark(_ text: String) -> Bool { kind == .mark(text) }
}

/// A constant as it was written.
enum CppLiteral: Equatable {
  /// An integer: its bits, whether it was decimal, and its suffix in lower case.
  case integer(UInt64, isDecimal: Bool, suffix: String)
  case real(Double, isFloat: Bool)
  /// A character, or several, which make a number.
  case character(UInt64, isWide: Bool, count: Int)
  /// More than 64 bits.
  case overflow
}

/// Takes a C++ expression apart, one token at a time.
struct CppLexer {
  let source: SourceText
  let limit: Int
  var position: Int

  init(_ line: CommandLine) {
    source = line.source
    limit = line.limit
    position = line.position
  }

  private func byte(_ distance: Int = 0) -> UInt8? {
    let index = position &+ distance
    return index >= 0 && index < limit ? source.bytes[index] : nil
  }

  /// The longest marks first.
  private static let marks: [[UInt8]] = [
    "<<=", ">>=", "->*", "=>", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||",
    "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "::", ".*", "+", "-", "*", "/", "%", "<", ">",
    "=", "!", "~", "&", "|", "^", "?", ":", ",", ".", "(", ")", "[", "]", "{", "}",
  ].map { Array($0.utf8) }

  /// The token at the cursor, which moves past it.
  mutating func next() -> CppToken {
    while let byte = byte(), byte.isSpace { position += 1 }
    let start = position
    guard let first = byte() else { return CppToken(kind: .end, start: start, end: start) }
    let kind = read(first)
    return CppToken(kind: kind, start: start, end: position)
  }

  private mutating func read(_ first: UInt8) -> CppToken.Kind {
    if first == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "/") { return .end }
    if let number = splitNumber() { return .number(number) }
    if first.isDigit || first == UInt8(ascii: ".") && byte(1)?.isDigit == true {
      return .number(number())
    }
    switch first {
    case UInt8(ascii: "@"): return at()
    case UInt8(ascii: "#"):
      position += 1
      let name = take { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
      return name.isEmpty ? .invalid : .macro(name)
    case UInt8(ascii: "'"): return character(isWide: false)
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "$") where byte(1) == UInt8(ascii: "\""):
      position += 1
      if case .string(let text) = string() { return .template(text) }
      return .invalid
    case UInt8(ascii: "L") where byte(1) == UInt8(ascii: "'"):
      position += 1
      return character(isWide: true)
    case UInt8(ascii: "L") where byte(1) == UInt8(ascii: "\""):
      position += 1
      return string()
    default: break
    }
    if isNameByte(first) { return .name(name()) }
    for mark in Self.marks where mark.indices.allSatisfy({ byte($0) == mark[$0] }) {
      position += mark.count
      return .mark(String(decoding: mark, as: UTF8.self))
    }
    position += 1
    return .invalid
  }

  private mutating func take(while condition: (UInt8) -> Bool) -> String {
    let start = position
    while let byte = byte(), condition(byte) { position += 1 }
    return source.string(start..<position)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
      || byte >= 0x80
  }

  /// `name`, `module!name`, `$!name`, `scope::name`, `scope::~name`.
  private mutating func name() -> String {
    let start = position
    while let next = byte() {
      if isNameByte(next) {
        position += 1
      } else if next == UInt8(ascii: "!"), let after = byte(1), isNameByte(after) {
        position += 1
      } else if next == UInt8(ascii: ":"), byte(1) == UInt8(ascii: ":"), let after = byte(2),
        isNameByte(after) || after == UInt8(ascii: "~")
      {
        position += after == UInt8(ascii: "~") ? 3 : 2
      } else {
        break
      }
    }
    return source.string(start..<position)
  }

  /// `@register`, `@$pseudo`, `@!"any symbol"`, `@"any member"`, `@@language(...)`.
  private mutating func at() -> CppToken.Kind {
    position += 1
    if byte() == UInt8(ascii: "@") { return foreign() }
    if byte() == UInt8(ascii: "!"), byte(1) == UInt8(ascii: "\"") { position += 1 }
    if byte() == UInt8(ascii: "\"") {
      position += 1
      let text = take { $0 != UInt8(ascii: "\"") }
      guard byte() != nil else { return .invalid }
      position += 1
      return .name(text)
    }
    let name = take(while: isNameByte)
    return name.isEmpty ? .invalid : .register(name)
  }

  private mutating func foreign() -> CppToken.Kind {
    position += 1
    let language = take { $0.isLetter || $0 == UInt8(ascii: "+") }.lowercased()
    guard byte() == UInt8(ascii: "(") else { return .invalid }
    var level = 0
    for offset in position..<limit {
      switch source.bytes[offset] {
      case UInt8(ascii: "("): level += 1
      case UInt8(ascii: ")"): level -= 1
      default: break
      }
      if level == 0 {
        let inside = position + 1..<offset
        position = offset + 1
        return .foreign(language: language, inside)
      }
    }
    return .invalid
  }
}

// Constants.

extension CppLexer {
  /// ``fffff800`01234567``: hexadecimal digits with a back-tick need no prefix.
  private mutating func splitNumber() -> CppLiteral? {
    var high = 0
    while let digit = byte(high)?.digitValue, digit < 16 { high += 1 }
    guard (1...8).contains(high), byte(high) == UInt8(ascii: "`") else { return nil }
    var length = high + 1
    while let digit = byte(length)?.digitValue, digit < 16 { length += 1 }
    guard length > high + 1, byte(length).map(isNameByte) != true else { return nil }
    return integer(radix: 16, length: length)
  }

  private mutating func number() -> CppLiteral {
    if byte() == UInt8(ascii: "0"), byte(1)?.lowercased == UInt8(ascii: "x") {
      position += 2
      var length = 0
      while let next = byte(length),
        next == UInt8(ascii: "`") || next.digitValue.map({ $0 < 16 }) == true
      { length += 1 }
      return integer(radix: 16, length: length)
    }
    if byte() == UInt8(ascii: "0"), byte(1)?.lowercased == UInt8(ascii: "n"),
      byte(2)?.isDigit == true
    {
      position += 2
      return marked(number())
    }
    var length = 0
    while byte(length)?.isDigit == true { length += 1 }
    if let next = byte(length), next == UInt8(ascii: ".") || next.lowercased == UInt8(ascii: "e") {
      if let real = real(digits: length) { return real }
    }
    return integer(radix: byte() == UInt8(ascii: "0") && length > 1 ? 8 : 10, length: length)
  }

  /// A decimal integer that was written with `0n`, which not everybody takes.
  private func marked(_ literal: CppLiteral) -> CppLiteral {
    guard case .integer(let value, true, "") = literal else {
      return .integer(0, isDecimal: true, suffix: "?")
    }
    return .integer(value, isDecimal: true, suffix: "0n")
  }

  /// Digits, back-ticks among them, and a suffix. A digit that the base has not is no suffix either.
  private mutating func integer(radix: UInt64, length: Int) -> CppLiteral {
    var value: UInt64 = 0
    var overflows = false
    var isWrong = false
    for _ in 0..<length {
      if let digit = byte()?.digitValue {
        isWrong = isWrong || digit >= radix
        let (product, overflow) = value.multipliedReportingOverflow(by: radix)
        let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
        overflows = overflows || overflow || carry
        value = sum
      }
      position += 1
    }
    let suffix = take(while: isNameByte).lowercased()
    if overflows { return .overflow }
    return .integer(value, isDecimal: radix == 10, suffix: isWrong ? "?" : suffix)
  }

  /// `1.5`, `1e3`, `.5f`; nil when what follows the digits makes no such number (`1.x`).
  private mutating func real(digits: Int) -> CppLiteral? {
    var length = digits
    if byte(length) == UInt8(ascii: ".") {
      length += 1
      while byte(length)?.isDigit == true { length += 1 }
    }
    if byte(length)?.lowercased == UInt8(ascii: "e") {
      var end = length + 1
      if byte(end) == UInt8(ascii: "+") || byte(end) == UInt8(ascii: "-") { end += 1 }
      if byte(end)?.isDigit == true {
        while byte(end)?.isDigit == true { end += 1 }
        length = end
      }
    }
    guard let value = Double(source.string(position..<position + length)) else { return nil }
    if byte(length)?.lowercased == UInt8(ascii: "f") {
      position += length + 1
      return .real(Double(Float(value)), isFloat: true)
    }
    guard byte(length).map(isNameByte) != true else { return nil }
    position += length
    return .real(value, isFloat: false)
  }

  /// `'a'`, `'\n'`, `'\x41'`; several characters make one number, the first the most significant.
  private mutating func character(isWide: Bool) -> CppToken.Kind {
    position += 1
    var value: UInt64 = 0
    var count = 0
    while let next = byte(), next != UInt8(ascii: "'") {
      value = value << 8 | escaped()
      count += 1
    }
    guard byte() != nil, count > 0, count <= 8 else { return .invalid }
    position += 1
    return .number(.character(value, isWide: isWide, count: count))
  }

  private mutating func string() -> CppToken.Kind {
    position += 1
    var bytes: [UInt8] = []
    while let next = byte(), next != UInt8(ascii: "\"") {
      bytes.append(UInt8(truncatingIfNeeded: escaped()))
    }
    guard byte() != nil else { return .invalid }
    position += 1
    return .string(String(decoding: bytes, as: UTF8.self))
  }

  /// One character of a constant, what a backslash means undone.
  private mutating func escaped() -> UInt64 {
    guard let first = byte() else { return 0 }
    position += 1
    guard first == UInt8(ascii: "\\"), let next = byte() else { return UInt64(first) }
    position += 1
    switch next {
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "a"): return 7
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "v"): return 11
    case UInt8(ascii: "x"): return digits(16, atMost: 2)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      position -= 1
      return digits(8, atMost: 3)
    default: return UInt64(next)
    }
  }

  private mutating func digits(_ radix: Int, atMost limit: Int) -> UInt64 {
    var value: UInt64 = 0
    for _ in 0..<limit {
      guard let digit = byte()?.digitValue, digit < radix else { break }
      value = value &* UInt64(radix) &+ UInt64(digit)
      position += 1
    }
    return value
  }
}
