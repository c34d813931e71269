import Symbols

// The operands: constants, names, registers, parentheses, named casts, macros.

extension CppParser {
  mutating func parsePrimary() throws(CommandError) -> CppNode {
    let start = token.start
    switch token.kind {
    case .number(let literal):
      let value = try constant(literal)
      advance()
      return try node(.literal(value), at: start)
    case .string(let text):
      guard isModel else { throw obstacle(.syntax) }
      advance()
      return try node(.string(text), at: start)
    case .template(let text):
      guard isModel else { throw obstacle(.syntax) }
      advance()
      return try node(.template(text), at: start)
    case .register(let name):
      advance()
      return try node(.register(name), at: start)
    case .name(let name): return try parseName(name)
    case .macro(let name): return try parseMacro(name)
    case .foreign(let language, let range): return try parseForeign(language, range)
    case .mark("("):
      advance()
      let inside = try parseExpression()
      try expect(")")
      return inside
    case .mark("::"):
      advance()
      guard case .name(let name) = token.kind else { throw obstacle(.syntax) }
      return try parseName(name)
    default: throw obstacle(.syntax)
    }
  }

  private mutating func parseName(_ name: String) throws(CommandError) -> CppNode {
    let start = token.start
    switch name {
    case "true", "false":
      advance()
      return try node(.literal(.truth(name == "true")), at: start)
    case "nullptr":
      advance()
      return try node(
        .literal(CppValue(.pointer(to: .void, size: types.pointerSize), bits: 0)), at: start)
    case "static_cast", "reinterpret_cast", "const_cast", "dynamic_cast":
      advance()
      try expect("<")
      guard let type = parseType() else { throw obstacle(.syntax) }
      try expect(">")
      guard token.isMark("(") else { throw obstacle(.syntax) }
      let operand = try parsePrimary()
      return try node(.cast(type, operand), at: start, over: [operand])
    case "new" where isModel: return try parseObject()
    default:
      advance()
      return try node(.name(name), at: start)
    }
  }

  /// The value of a constant, typed as C++ types it.
  private func constant(_ literal: CppLiteral) throws(CommandError) -> CppValue {
    switch literal {
    case .overflow: throw obstacle(.overflow)
    case .real(let value, let isFloat): return CppValue(isFloat ? .float : .double, .real(value))
    case .character(let value, let isWide, let count):
      return CppValue(isWide ? .wideChar : count == 1 ? .char : .int, bits: value)
    case .integer(let value, let isDecimal, var suffix):
      if isModel, suffix == "0n" { suffix = "" }
      guard let type = Self.type(of: value, isDecimal: isDecimal, suffix: suffix) else {
        throw obstacle(.syntax)
      }
      return CppValue(type, bits: value)
    }
  }

  /// The first type that holds an integer: decimal ones have a sign unless their suffix says not.
  private static func type(of value: UInt64, isDecimal: Bool, suffix: String) -> CppType? {
    var candidates: [(type: CppType, most: UInt64)]
    let int = UInt64(Int32.max)
    let unsigned = UInt64(UInt32.max)
    let int64 = UInt64(Int64.max)
    switch suffix {
    case "": candidates = [(.int, int), (.unsignedInt, unsigned), (.int64, int64)]
    case "l": candidates = [(.long, int), (.unsignedLong, unsigned), (.int64, int64)]
    case "u": candidates = [(.unsignedInt, unsigned)]
    case "ul", "lu": candidates = [(.unsignedLong, unsigned)]
    case "i64", "ll": candidates = [(.int64, int64)]
    case "ui64", "ull", "llu": candidates = []
    default: return nil
    }
    if isDecimal { candidates.removeAll { $0.most == unsigned && !suffix.contains("u") } }
    return candidates.first { value <= $0.most }?.type ?? .unsignedInt64
  }

  /// `@@(...)` and `@@masm(...)` are MASM's, `@@c++(...)` are parentheses.
  private mutating func parseForeign(_ language: String, _ range: Range<Int>) throws(CommandError)
    -> CppNode
  {
    let start = token.start
    guard !isModel else { throw obstacle(.syntax) }
    switch language {
    case "", "masm":
      let text = lexer.source.string(range)
      advance()
      return try node(.masm(SourceText(text)), at: start)
    case "c++":
      let line = CommandLine(lexer.source, from: range.lowerBound, to: range.upperBound)
      let inside = try nested { parser throws(CommandError) in
        var inner = parser
        inner.lexer = CppLexer(line)
        inner.token = inner.lexer.next()
        let node = try inner.parseExpression()
        guard inner.token.kind == .end else { throw inner.obstacle(.syntax) }
        return node
      }
      advance()
      return inside
    default: throw obstacle(.syntax)
    }
  }
}

// Macros.

extension CppParser {
  /// The macros of `winnt.h` that the debugger knows.
  private mutating func parseMacro(_ name: String) throws(CommandError) -> CppNode {
    let start = token.start
    advance()
    try expect("(")
    let result: CppNode
    switch name {
    case "FIELD_OFFSET":
      let place = try parseTypeAndField()
      result = try node(.literal(CppValue(.long, bits: place.offset)), at: start)
    case "RTL_FIELD_SIZE":
      let place = try parseTypeAndField()
      result = try node(.literal(size(place.type.size)), at: start)
    case "RTL_SIZEOF_THROUGH_FIELD":
      let place = try parseTypeAndField()
      result = try node(.literal(size(place.offset &+ place.type.size)), at: start)
    case "CONTAINING_RECORD":
      let address = try parseAssignment()
      try expect(",")
      let place = try parseTypeAndField()
      result = try node(
        .container(address, place.owner, offset: place.offset), at: start, over: [address])
    case "RTL_NUMBER_OF":
      let array = try parseAssignment()
      result = try node(.count(array), at: start, over: [array])
    case "RTL_CONTAINS_FIELD":
      let structure = try parseAssignment()
      try expect(",")
      let size = try parseAssignment()
      try expect(",")
      guard case .name(let field) = token.kind else { throw obstacle(.syntax) }
      advance()
      result = try node(
        .contains(structure, size: size, field: field), at: start, over: [structure, size])
    default: throw obstacle(.unresolved, at: start)
    }
    try expect(")")
    return result
  }

  private func size(_ bytes: UInt64) -> CppValue {
    CppValue(types.pointerSize == 8 ? .unsignedInt64 : .unsignedInt, bits: bytes)
  }

  private struct TypePlace {
    var owner: CppType
    var offset: UInt64
    var type: CppType
  }

  /// `Type, Field.Inner[2]`.
  private mutating func parseTypeAndField() throws(CommandError) -> TypePlace {
    let typeStart = token.start
    guard let owner = parseType() else { throw obstacle(.unresolved, at: typeStart) }
    try expect(",")
    let start = token.start
    var path = ""
    while !token.isMark(")"), token.kind != .end {
      path += lexer.source.string(token.start..<token.end)
      advance()
    }
    guard let record = owner.record, let place = try? record.place(of: path), !path.isEmpty else {
      throw obstacle(.member, at: start)
    }
    return TypePlace(owner: owner, offset: place.offset, type: .known(place.type))
  }
}

// Type names.

extension CppParser {
  /// `(type)` at the cursor; nil, without moving, when the parentheses hold anything else.
  mutating func parseCast() -> CppType? {
    var ahead = self
    ahead.advance()
    guard let type = ahead.parseType(), ahead.take(")") else { return nil }
    self = ahead
    return type
  }

  /// Refuses `(name *)`, which can only be a cast, when no type has the name.
  func refuseUnknownType() throws(CommandError) {
    var ahead = self
    ahead.advance()
    while case .name(let word) = ahead.token.kind, Self.keywords.contains(word) { ahead.advance() }
    let start = ahead.token.start
    guard case .name = ahead.token.kind else { return }
    ahead.advance()
    guard ahead.take("*") else { return }
    while ahead.take("*") {}
    if ahead.token.isMark(")") { throw obstacle(.unresolved, at: start) }
  }

  /// `const struct _IRP *`, `unsigned char`, `PVOID`, `int *[4]`; nil, without moving, when no type
  /// stands at the cursor.
  mutating func parseType() -> CppType? {
    var ahead = self
    guard var type = ahead.parseBaseType() else { return nil }
    while true {
      if ahead.take("*") || ahead.take("&") {
        type = .pointer(to: type, size: types.pointerSize)
      } else if case .name(let word) = ahead.token.kind, Self.qualifiers.contains(word) {
        ahead.advance()
      } else {
        break
      }
    }
    guard let bounds = ahead.parseBounds() else { return nil }
    for bound in bounds.reversed() { type = .array(of: type, count: bound) }
    self = ahead
    return type
  }

  /// `[2][3]` behind a type; nil when brackets hold anything else.
  private mutating func parseBounds() -> [UInt64]? {
    var bounds: [UInt64] = []
    while token.isMark("["), bounds.count < 8 {
      advance()
      guard case .number(.integer(let count, _, _)) = token.kind, count < 1 << 32 else {
        return nil
      }
      advance()
      guard take("]") else { return nil }
      bounds.append(count)
    }
    return bounds
  }

  private static let qualifiers: Set<String> = [
    "const", "volatile", "__ptr64", "__ptr32", "__unaligned",
  ]
  private static let keywords: Set<String> = ["struct", "class", "union", "enum"]

  private mutating func parseBaseType() -> CppType? {
    var words: [String] = []
    while case .name(let word) = token.kind {
      if Self.qualifiers.contains(word) {
        advance()
      } else if Self.keywords.contains(word) {
        advance()
        guard words.isEmpty, case .name(let tag) = token.kind, let type = types.cppType(named: tag)
        else { return nil }
        advance()
        return type
      } else if Self.builtInWords.contains(word) {
        words.append(word)
        advance()
      } else if words.isEmpty {
        guard looksLikeType(), let type = types.cppType(named: word) else { return nil }
        advance()
        return type
      } else {
        break
      }
    }
    return Self.builtIn(words)
  }

  /// Whether what follows the name at the cursor may follow a type: then only is the name looked up.
  private func looksLikeType() -> Bool {
    var ahead = self
    ahead.advance()
    switch ahead.token.kind {
    case .mark(let mark): return [")", "*", "&", ",", ">", "["].contains(mark)
    case .name(let word): return Self.qualifiers.contains(word)
    case .end: return true
    default: return false
    }
  }

  private static let builtInWords: Set<String> = [
    "void", "bool", "char", "short", "int", "long", "float", "double", "signed", "unsigned",
    "wchar_t", "__int8", "__int16", "__int32", "__int64", "int64", "__wchar_t",
  ]

  /// The type that words of the language make, in any order.
  private static func builtIn(_ words: [String]) -> CppType? {
    guard !words.isEmpty, words.count <= 5 else { return nil }
    let isUnsigned = words.contains("unsigned")
    let longs = words.count { $0 == "long" }
    var base = words.filter { $0 != "unsigned" && $0 != "signed" && $0 != "long" }
    if base == ["int"], longs > 0 || words.count > 1 { base = [] }
    func integer(_ size: Int, isLong: Bool = false) -> CppType {
      .primitive(Primitive(isUnsigned ? .unsigned : .signed, size: size, isLong: isLong))
    }
    switch base {
    case []:
      if longs == 0 { return integer(4) }
      return longs == 1 ? integer(4, isLong: true) : integer(8)
    case ["int"], ["__int32"]: return integer(4)
    case ["double"]: return .double
    case _ where longs > 0: return nil
    case ["char"]:
      return words.count == 1 ? .char : integer(1)
    case ["__int8"]: return integer(1)
    case ["short"], ["short", "int"], ["int", "short"], ["__int16"]: return integer(2)
    case ["__int64"], ["int64"]: return integer(8)
    case ["void"]: return .void
    case ["bool"]: return .bool
    case ["float"]: return .float
    case ["wchar_t"], ["__wchar_t"]: return .wideChar
    default: return nil
    }
  }
}
