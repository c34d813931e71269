// `j` and `z`, the control commands that were there before the tokens.

extension Session {
  /// `j Expression 'Commands' ; 'Commands'`. What stands behind the second is not looked at.
  func runChoice(_ arguments: CommandLine) throws {
    var line = arguments
    let isTrue = try evaluate(&line) != 0
    let first = try takeChoice(&line)
    line.skipBlanks()
    guard line.position == line.limit || line.take(";") else { throw line.rejected(.syntax) }
    let chosen = isTrue ? first : try takeChoice(&line)
    _ = try run(program(line.source.string(chosen)))
  }

  /// The commands up to a `;`, or between apostrophes.
  func takeChoice(_ line: inout CommandLine) throws(CommandError) -> Range<Int> {
    line.skipBlanks()
    let start = line.position
    guard line.next == UInt8(ascii: "'") else {
      line.position = StatementParser(line).endOfStatement(singleQuotes: true)
      return start..<line.position
    }
    line.position += 1
    while let byte = line.next, byte != UInt8(ascii: "'") { line.position += 1 }
    guard line.next != nil else { throw line.rejected(.syntax, at: start) }
    line.position += 1
    return start + 1..<line.position - 1
  }

  /// `z Expression`: has the statements before it on its line or in its block carried out again while
  /// the value is not 0.
  func repeatStatements(_ condition: UInt64) throws(CommandError) {
    try checkCancelled()
    isRepeated = condition != 0
  }
}
