// The control tokens: `.if`, the loops, `.foreach`, `.block`, `.catch` and the exits.

extension StatementParser {
  /// The control statement at the cursor; nil, without moving, when there is none.
  mutating func parseControl() throws(CommandError) -> Statement? {
    let start = line.position
    switch takeToken() {
    case ".if": return try parseConditional()
    case ".while": return try parseWhile()
    case ".do": return try parseDo()
    case ".for": return try parseFor()
    case ".foreach": return try parseForeach()
    case ".block": return .block(try takeBlock())
    case ".catch": return .catching(try takeBlock())
    case ".break": return .exit(.leaveLoop)
    case ".continue": return .exit(.nextPass)
    case ".leave": return .exit(.leaveCatch)
    case ".else", ".elsif": throw line.rejected(.syntax, at: start)
    default:
      line.position = start
      return nil
    }
  }

  /// The dot word at the cursor, in lower case; empty when there is none.
  private mutating func takeToken() -> String {
    guard line.next == UInt8(ascii: ".") else { return "" }
    line.position += 1
    return "." + line.take { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }.lowercased()
  }

  private mutating func parseConditional() throws(CommandError) -> Statement {
    var branches: [(condition: Range<Int>?, body: Block)] = []
    branches.append((try takeCondition(), try takeBranch()))
    while true {
      let before = line.position
      skipFolds()
      switch takeToken() {
      case ".elsif":
        branches.append((try takeCondition(), try takeBranch()))
      case ".else":
        branches.append((nil, try takeBranch()))
        return .conditional(branches)
      default:
        line.position = before
        return .conditional(branches)
      }
    }
  }

  /// A block, or one of the exits, which may do without braces.
  private mutating func takeBranch() throws(CommandError) -> Block {
    line.skipBlanks()
    guard line.next == UInt8(ascii: ".") else { return try takeBlock() }
    let start = line.position
    switch takeToken() {
    case ".break", ".continue", ".leave": return Block(line.source, start..<line.position)
    default: throw line.rejected(.syntax, at: start)
    }
  }

  private mutating func parseWhile() throws(CommandError) -> Statement {
    let condition = try takeCondition()
    return .loop(
      start: nil, condition: condition, step: nil, body: try takeBlock(), testsFirst: true)
  }

  private mutating func parseDo() throws(CommandError) -> Statement {
    let body = try takeBlock()
    skipFolds()
    let condition = try takeParentheses()
    return .loop(start: nil, condition: condition, step: nil, body: body, testsFirst: false)
  }

  /// `.for (start; condition; steps) { body }`.
  private mutating func parseFor() throws(CommandError) -> Statement {
    let inside = try takeParentheses()
    var parts = CommandLine(line.source, from: inside.lowerBound, to: inside.upperBound)
    let start = try Self.takePart(&parts)
    let condition = try Self.takePart(&parts)
    let step = parts.position..<inside.upperBound
    return .loop(
      start: Block(line.source, start), condition: condition, step: Block(line.source, step),
      body: try takeBlock(), testsFirst: true)
  }

  /// The text up to a `;`, which is moved over.
  private static func takePart(_ parts: inout CommandLine) throws(CommandError) -> Range<Int> {
    let start = parts.position
    let end = StatementParser(parts).endOfStatement(singleQuotes: false)
    guard end < parts.limit else { throw parts.rejected(.syntax, at: end) }
    parts.position = end + 1
    return start..<end
  }

  /// `.foreach [/pS n] [/ps n] (v {commands})`, `/s (v "text")` or `/f (v "file")`, and the body.
  private mutating func parseForeach() throws(CommandError) -> Statement {
    var isString = false
    var isFile = false
    var initialSkip: Range<Int>?
    var skip: Range<Int>?
    line.skipBlanks()
    while line.next == UInt8(ascii: "/") {
      if line.take("/pS") {
        initialSkip = takeSkip()
      } else if line.take("/ps") {
        skip = takeSkip()
      } else if line.take("/s") {
        isString = true
      } else if line.take("/f") {
        isFile = true
      } else {
        throw line.rejected(.syntax)
      }
      line.skipBlanks()
    }
    let inside = try takeParentheses()
    var head = StatementParser(
      CommandLine(line.source, from: inside.lowerBound, to: inside.upperBound))
    let variable = head.line.takeWord()
    guard !variable.isEmpty else { throw head.line.rejected(.syntax) }
    let origin = try head.takeOrigin(isString: isString, isFile: isFile)
    let header = ForeachHeader(
      variable: variable, origin: origin, initialSkip: initialSkip, skip: skip)
    return .foreach(header, body: try takeBlock())
  }

  /// The expression of a skip count: a word.
  private mutating func takeSkip() -> Range<Int> {
    line.skipBlanks()
    let start = line.position
    _ = line.take { !$0.isSpace && $0 != UInt8(ascii: "(") }
    return start..<line.position
  }

  private mutating func takeOrigin(isString: Bool, isFile: Bool) throws(CommandError)
    -> ForeachHeader.Origin
  {
    line.skipBlanks()
    guard isString || isFile else { return .commands(try takeBlock()) }
    let start = line.position
    guard let text = line.takeQuoted(isRaw: isFile) else {
      throw line.rejected(.syntax, at: start)
    }
    return isFile ? .file(text) : .string(text)
  }

  /// The text of a condition: up to the block that follows it, its parentheses included.
  private mutating func takeCondition() throws(CommandError) -> Range<Int> {
    line.skipBlanks()
    if line.next == UInt8(ascii: "(") {
      // `(a) == (b) {` goes on after the first parenthesis; a command's exit (`.break`) does not.
      let start = line.position
      _ = try takeParentheses()
      let end = line.position
      skipFolds()
      if line.next == UInt8(ascii: "{") || line.next == UInt8(ascii: ".") { return start..<end }
      line.position = start
    }
    let start = line.position
    while let byte = line.next, byte != UInt8(ascii: "{") {
      if byte == UInt8(ascii: "\"") {
        line.position = Self.endOfQuotes(line, from: line.position) ?? line.limit
      } else {
        line.position += 1
      }
    }
    guard line.next != nil else { throw line.rejected(.syntax, at: start) }
    var end = line.position
    while end > start, line.source.bytes[end - 1].isSpace || line.source.bytes[end - 1] == 0x3B {
      end -= 1
    }
    guard end > start else {
      throw .expression(.missingNumber, rest: line.source.string(start..<line.limit))
    }
    return start..<end
  }

  /// Moves over `( ... )` and returns what is inside.
  private mutating func takeParentheses() throws(CommandError) -> Range<Int> {
    line.skipBlanks()
    return try takeEnclosed(UInt8(ascii: "("), UInt8(ascii: ")"))
  }

  /// Moves over blanks and the semicolons that folding made of line ends.
  private mutating func skipFolds() {
    while let byte = line.next, byte.isSpace || byte == UInt8(ascii: ";") { line.position += 1 }
  }

  /// Moves over `{ ... }` and returns what is inside.
  private mutating func takeBlock() throws(CommandError) -> Block {
    skipFolds()
    return Block(line.source, try takeEnclosed(UInt8(ascii: "{"), UInt8(ascii: "}")))
  }

  private mutating func takeEnclosed(_ open: UInt8, _ close: UInt8) throws(CommandError)
    -> Range<Int>
  {
    let start = line.position
    guard line.next == open else { throw line.rejected(.syntax) }
    var level = 0
    while let byte = line.next {
      if byte == UInt8(ascii: "\"") {
        line.position = Self.endOfQuotes(line, from: line.position) ?? line.limit
        continue
      }
      if byte == open { level += 1 }
      if byte == close { level -= 1 }
      line.position += 1
      if level == 0 { return start + 1..<line.position - 1 }
    }
    throw line.rejected(.syntax, at: start)
  }
}
