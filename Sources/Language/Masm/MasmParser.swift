/// Reads one MASM expression and compiles it.
///
/// Parentheses and unary operators nest to `deepest` levels; every loop consumes text.
struct MasmParser {
  var line: CommandLine
  let context: any ExpressionContext
  let expression = CompiledExpression()

  /// Nesting beyond this is refused as an overflow.
  static let deepest = 200
  private var depth = 0

  init(_ line: CommandLine, context: any ExpressionContext) {
    self.line = line
    self.context = context
  }

  /// Compiles the expression at the cursor of a line. An expression that breaks off is compiled up to
  /// there and carries the failure.
  static func compile(_ line: CommandLine, context: any ExpressionContext) -> CompiledExpression {
    var parser = MasmParser(line, context: context)
    parser.expression.epoch = context.bindingEpoch
    do {
      try parser.parseBinary(minimum: 0)
    } catch {
      parser.expression.failure = error
    }
    parser.expression.end = parser.line.position
    return parser.expression
  }

  /// What stops an expression at the cursor or at an offset.
  func obstacle(_ why: CommandError.Obstacle, at offset: Int? = nil) -> CommandError {
    let start = offset ?? line.position
    return .expression(why, rest: line.source.string(start..<max(start, line.source.bytes.count)))
  }

  mutating func emit(_ operation: CompiledExpression.Operation) {
    expression.operations.append(operation)
  }

  /// Operand, then operators that bind at least as tightly as `minimum`, left to right.
  private mutating func parseBinary(minimum: Int) throws(CommandError) {
    try parseUnary()
    while true {
      let operand = line.position
      line.skipBlanks()
      guard let (binary, length) = BinaryOperator.next(in: line), binary.precedence >= minimum
      else {
        line.position = operand
        return
      }
      line.position += length
      // The right operand takes the operators that bind tighter; equal ones are left for this loop.
      try nested { parser throws(CommandError) in
        try parser.parseBinary(minimum: binary.precedence + 1)
      }
      emit(.binary(binary, offset: Int32(clamping: line.position)))
    }
  }

  /// Runs a part one level deeper, within the limit.
  private mutating func nested(
    _ part: (inout MasmParser) throws(CommandError) -> Void
  ) throws(CommandError) {
    guard depth < Self.deepest else { throw obstacle(.overflow) }
    depth += 1
    defer { depth -= 1 }
    try part(&self)
  }

  /// An operand with the unary operators before it.
  ///
  /// - Returns: where an error in what is done with the operand is reported: at its closing
  ///   parenthesis, or else just after it.
  @discardableResult
  mutating func parseUnary() throws(CommandError) -> Int32 {
    line.skipBlanks()
    switch line.next {
    case UInt8(ascii: "+"):
      line.position += 1
      try nested { parser throws(CommandError) in try parser.parseUnary() }
    case UInt8(ascii: "-"):
      line.position += 1
      try nested { parser throws(CommandError) in try parser.parseUnary() }
      emit(.unary(.negate))
    case UInt8(ascii: "("):
      return try parseParentheses()
    default:
      if try !parseWordOperator() { try parseOperand() }
    }
    return Int32(clamping: line.position)
  }

  /// `( expression )`. Returns the offset of the closing parenthesis.
  private mutating func parseParentheses() throws(CommandError) -> Int32 {
    line.position += 1
    return try parseGroup(closing: ")")
  }

  /// An expression up to a closing bracket, whose offset is returned.
  mutating func parseGroup(closing: StaticString) throws(CommandError) -> Int32 {
    try nested { parser throws(CommandError) in try parser.parseBinary(minimum: 0) }
    return try expectClosing(closing)
  }

  /// Moves over a closing parenthesis and returns its offset.
  mutating func expectClosing(_ closing: StaticString = ")") throws(CommandError) -> Int32 {
    line.skipBlanks()
    let offset = Int32(clamping: line.position)
    guard line.take(closing) else { throw obstacle(.syntax) }
    return offset
  }

  /// `not`, `poi`, `$vvalid`... with their operands. Returns false when no such word comes next.
  private mutating func parseWordOperator() throws(CommandError) -> Bool {
    guard let first = line.next, first.isLetter || first == UInt8(ascii: "$") else { return false }
    let start = line.position
    let word = line.take { $0.isWord }.lowercased()
    if let unary = UnaryOperator.named(word), line.next != UInt8(ascii: "!") {
      try nested { parser throws(CommandError) in try parser.parseUnary() }
      emit(.unary(unary))
      return true
    }
    if let read = Dereference.named(word), line.next != UInt8(ascii: "!") {
      var offset: Int32 = 0
      try nested { parser throws(CommandError) in offset = try parser.parseUnary() }
      emit(.read(read, offset: offset))
      return true
    }
    if word.hasPrefix("$"), try parseFunction(word) { return true }
    line.position = start
    return false
  }

  /// One argument of a function; `last` when the closing parenthesis follows it, else a comma.
  mutating func parseArgument(last: Bool) throws(CommandError) -> Int32 {
    try nested { parser throws(CommandError) in try parser.parseBinary(minimum: 0) }
    if last { return try expectClosing() }
    line.skipBlanks()
    guard line.take(",") else { throw obstacle(.syntax) }
    return Int32(clamping: line.position)
  }
}
