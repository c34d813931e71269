/// What the parser asks about names: which are types, because `(name)` before a value is a cast.
protocol CppTypes {
  var pointerSize: Int { get }
  /// The type called so; nil when there is none, or when something of the frame has the name.
  func cppType(named name: String) -> CppType?
}

/// Reads one C++ expression into a tree.
///
/// Parentheses, unary operators and the like nest to `deepest` levels; every loop consumes text.
struct CppParser {
  var lexer: CppLexer
  /// The token that comes next.
  var token: CppToken
  /// Offset just past the last token that was consumed.
  var end: Int
  let types: any CppTypes
  /// Whether the data model's own forms are allowed: calls, lambdas, `new { }`, strings.
  let isModel: Bool

  private static let deepest = 80
  private var depth = 0

  init(_ line: CommandLine, types: any CppTypes, isModel: Bool = false) {
    lexer = CppLexer(line)
    end = line.position
    token = lexer.next()
    self.types = types
    self.isModel = isModel
  }

  /// Refuses the expression at the next token or at an offset.
  func obstacle(_ why: CommandError.Obstacle, at offset: Int? = nil) -> CommandError {
    let source = lexer.source
    let start = offset ?? token.start
    return .expression(why, rest: source.string(start..<max(start, source.bytes.count)))
  }

  mutating func advance() {
    end = token.end
    token = lexer.next()
  }

  /// Moves over a mark when it comes next. Returns whether it did.
  mutating func take(_ mark: String) -> Bool {
    guard token.isMark(mark) else { return false }
    advance()
    return true
  }

  mutating func expect(_ mark: String) throws(CommandError) {
    guard take(mark) else { throw obstacle(.syntax) }
  }

  /// A node over parts that have been read.
  func node(_ kind: CppSyntax, at start: Int, over parts: [CppNode] = []) throws(CommandError)
    -> CppNode
  {
    let height = 1 + (parts.map(\.height).max() ?? 0)
    guard height <= CppNode.highest else { throw obstacle(.overflow, at: start) }
    return CppNode(kind: kind, start: start, height: height)
  }

  /// Runs a part one level deeper, within the limit.
  mutating func nested(
    _ part: (inout CppParser) throws(CommandError) -> CppNode
  ) throws(CommandError) -> CppNode {
    guard depth < Self.deepest else { throw obstacle(.overflow) }
    depth += 1
    defer { depth -= 1 }
    return try part(&self)
  }

  /// A whole expression, with commas.
  mutating func parseExpression() throws(CommandError) -> CppNode {
    var left = try parseAssignment()
    while token.isMark(",") {
      let start = token.start
      advance()
      let right = try parseAssignment()
      left = try node(.comma(left, right), at: start, over: [left, right])
    }
    return left
  }

  /// An expression up to a comma.
  mutating func parseAssignment() throws(CommandError) -> CppNode {
    try nested { parser throws(CommandError) in
      if parser.isModel, let lambda = try parser.parseLambda() { return lambda }
      let left = try parser.parseConditional()
      guard case .mark(let mark) = parser.token.kind, mark.hasSuffix("="),
        let binary = Self.assignments[mark]
      else { return left }
      let start = parser.token.start
      parser.advance()
      let right = try parser.parseAssignment()
      return try parser.node(
        .assignment(binary.operator, left, right), at: start, over: [left, right])
    }
  }

  private struct Assignment {
    var `operator`: CppBinary?
  }

  private static let assignments: [String: Assignment] = {
    var table = ["=": Assignment(operator: nil)]
    for binary in [
      CppBinary.multiply, .divide, .remainder, .add, .subtract, .shiftLeft, .shiftRight, .and, .xor,
      .or,
    ] {
      table[binary.rawValue + "="] = Assignment(operator: binary)
    }
    return table
  }()

  private mutating func parseConditional() throws(CommandError) -> CppNode {
    let condition = try parseBinary(minimum: 1)
    guard token.isMark("?") else { return condition }
    let start = token.start
    advance()
    let yes = try parseAssignment()
    try expect(":")
    let no = try parseAssignment()
    return try node(.conditional(condition, yes, no), at: start, over: [condition, yes, no])
  }

  /// Operands and the operators between them that bind at least as tightly as `minimum`.
  private mutating func parseBinary(minimum: Int) throws(CommandError) -> CppNode {
    var left = try parseUnary()
    while case .mark(let mark) = token.kind {
      let start = token.start
      let binary = CppBinary(rawValue: mark)
      let precedence = binary?.precedence ?? (mark == "&&" ? 2 : mark == "||" ? 1 : 0)
      guard precedence >= minimum else { break }
      advance()
      let right = try nested { parser throws(CommandError) in
        try parser.parseBinary(minimum: precedence + 1)
      }
      let kind: CppSyntax
      if let binary {
        kind = .binary(binary, left, right)
      } else {
        kind = mark == "&&" ? .both(left, right) : .either(left, right)
      }
      left = try node(kind, at: start, over: [left, right])
    }
    return left
  }

  private static let unary: [String: CppUnary] = [
    "+": .plus, "-": .negate, "~": .complement, "!": .not, "*": .dereference, "&": .address,
  ]

  /// An operand with the operators and casts before it.
  mutating func parseUnary() throws(CommandError) -> CppNode {
    try nested { parser throws(CommandError) in
      let start = parser.token.start
      if case .mark(let mark) = parser.token.kind {
        if let unary = Self.unary[mark] {
          parser.advance()
          let operand = try parser.parseUnary()
          return try parser.node(.unary(unary, operand), at: start, over: [operand])
        }
        if mark == "++" || mark == "--" {
          parser.advance()
          let operand = try parser.parseUnary()
          let step: Int64 = mark == "++" ? 1 : -1
          return try parser.node(
            .increment(by: step, isPostfix: false, operand), at: start, over: [operand])
        }
        if mark == "(" {
          if let type = parser.parseCast() {
            let operand = try parser.parseUnary()
            return try parser.node(.cast(type, operand), at: start, over: [operand])
          }
          try parser.refuseUnknownType()
        }
      }
      if case .name("sizeof") = parser.token.kind { return try parser.parseSize() }
      return try parser.parsePostfix()
    }
  }

  /// `sizeof value`, `sizeof(type)`.
  private mutating func parseSize() throws(CommandError) -> CppNode {
    let start = token.start
    advance()
    if token.isMark("("), let type = parseCast() {
      return try node(.sizeOfType(type), at: start)
    }
    let operand = try parseUnary()
    return try node(.sizeOf(operand), at: start, over: [operand])
  }

  /// `value.field`, `value->field`, `value[index]`, `value++`, and calls in the data model.
  private mutating func parsePostfix() throws(CommandError) -> CppNode {
    var value = try parsePrimary()
    while case .mark(let mark) = token.kind {
      let start = token.start
      switch mark {
      case ".", "->":
        advance()
        guard case .name(let name) = token.kind else { throw obstacle(.syntax) }
        let nameStart = token.start
        advance()
        value = try node(
          .member(value, name, isArrow: mark == "->", nameStart: nameStart), at: value.start,
          over: [value])
      case "[":
        advance()
        let index = try parseExpression()
        try expect("]")
        value = try node(
          .index(value, index, bracket: start), at: value.start, over: [value, index])
      case "++", "--":
        advance()
        value = try node(
          .increment(by: mark == "++" ? 1 : -1, isPostfix: true, value), at: value.start,
          over: [value])
      case "(" where isModel:
        let arguments = try parseArguments()
        value = try node(
          .call(value, arguments), at: value.start, over: [value] + arguments)
      default: return value
      }
    }
    return value
  }
}
