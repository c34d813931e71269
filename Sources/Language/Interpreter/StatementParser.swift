/// Splits text into statements.
///
/// Where a statement ends depends on its command: most end at a `;` outside quotes and braces, some
/// take the whole line. Every pass of the loops below moves the cursor.
struct StatementParser {
  var line: CommandLine

  init(_ line: CommandLine) { self.line = line }

  /// All statements up to the end of the text, or up to the first that cannot be read.
  mutating func parse(_ table: CommandTable) -> [Statement] {
    var statements: [Statement] = []
    while true {
      while let byte = line.next, byte.isSpace || byte == UInt8(ascii: ";") { line.position += 1 }
      guard line.position < line.limit else { return statements }
      let start = line.position
      do {
        statements.append(try parseStatement(table))
      } catch {
        statements.append(.refused(error))
        return statements
      }
      guard line.position > start else {
        statements.append(.refused(line.rejected(.syntax)))
        return statements
      }
    }
  }

  /// The statement at the cursor.
  private mutating func parseStatement(_ table: CommandTable) throws(CommandError) -> Statement {
    if let control = try parseControl() { return control }
    if line.next == UInt8(ascii: "!") { return parseExtension(table) }
    if let processor = try parseProcessor() { return processor }
    guard let (command, length) = table.match(line) else { throw unknownCommand() }
    let name = line.source.string(line.position..<line.position + length)
    line.position += length
    return .command(
      Invocation(command, name: name, arguments: takeArguments(of: command)))
  }

  /// The error for a word that is no command.
  private func unknownCommand() -> CommandError {
    var ahead = line
    let word = ahead.take { !$0.isSpace && !";{}\"(".utf8.contains($0) }
    return .unknownCommand(
      word, line: line.source.string, column: line.source.column(of: line.position))
  }

  /// `!name` and `!module.name`.
  private mutating func parseExtension(_ table: CommandTable) -> Statement {
    line.position += 1
    let name = line.take {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
    }
    guard let command = table.extensionCommand(name) else {
      line.position = endOfStatement(singleQuotes: false)
      return .unknownExtension(name)
    }
    return .command(
      Invocation(command, name: name, arguments: takeArguments(of: command)))
  }

  /// `2 r`, `1k`: the number of a processor before a command. Its number is decimal.
  private mutating func parseProcessor() throws(CommandError) -> Statement? {
    guard let first = line.next, first.isDigit else { return nil }
    let start = line.position
    let digits = line.take { $0.isDigit }
    line.skipBlanks()
    guard let number = Int(digits), let byte = line.next,
      byte.isLetter || byte == UInt8(ascii: "!")
    else { throw line.rejected(.syntax, at: start) }
    let from = line.position
    line.position = endOfStatement(singleQuotes: false)
    return .processor(number, Block(line.source, from..<line.position))
  }

  /// Moves over a command's arguments and returns where they stand.
  private mutating func takeArguments(of command: Command) -> Range<Int> {
    let start = line.position
    line.position =
      switch command.extent {
      case .statement: endOfStatement(singleQuotes: false)
      case .quoted: endOfStatement(singleQuotes: true)
      case .line: endOfLine()
      case .lineIf(let condition):
        condition(line) ? endOfLine() : endOfStatement(singleQuotes: false)
      }
    return start..<line.position
  }

  /// The next line end, or the end of the text.
  private func endOfLine() -> Int {
    var offset = line.position
    while offset < line.limit, line.source.bytes[offset] != 0x0A { offset += 1 }
    return offset
  }

  /// The next `;` or line end that no quotes and no braces protect, or the end of the text.
  func endOfStatement(singleQuotes: Bool) -> Int {
    var offset = line.position
    var braces = 0
    while offset < line.limit {
      let byte = line.source.bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset = Self.endOfQuotes(line, from: offset) ?? line.limit
        continue
      case UInt8(ascii: "'") where singleQuotes:
        offset += 1
        while offset < line.limit, line.source.bytes[offset] != byte { offset += 1 }
      case UInt8(ascii: "{"): braces += 1
      case UInt8(ascii: "}"): braces = max(0, braces - 1)
      case UInt8(ascii: ";"), 0x0A:
        if braces == 0 { return offset }
      default: break
      }
      offset += 1
    }
    return line.limit
  }

  /// The offset after the double quotes that open at `start`; nil when they do not close. A backslash
  /// protects a quote, unless an `@` stands before the first.
  static func endOfQuotes(_ line: CommandLine, from start: Int) -> Int? {
    var offset = start + 1
    if start > 0, line.source.bytes[start - 1] == UInt8(ascii: "@") {
      while offset < line.limit, line.source.bytes[offset] != UInt8(ascii: "\"") { offset += 1 }
      return offset < line.limit ? offset + 1 : nil
    }
    while offset < line.limit {
      switch line.source.bytes[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "\""): return offset + 1
      default: break
      }
      offset += 1
    }
    return nil
  }
}
