/// What an assembler asks for the value of a text that is no register and no address in brackets.
public protocol AssemblyExpressions {
  /// The value of an expression: a number, a symbol, anything the debugger's language has.
  ///
  /// - Parameters:
  ///   - text: the expression, without blanks around it.
  ///   - offset: the byte of the line at which it starts, for messages.
  func value(of text: String, at offset: Int) throws -> UInt64
}

/// Turns lines in the style of MASM, as `Formatter` writes them, into the bytes of instructions.
///
/// The rows of `Form.all` say what there is; the shortest encoding is chosen, and of encodings of
/// the same length the one that MASM takes (the register destination in ModRM.reg).
public struct Assembler {
  /// The mode for which is assembled.
  public let mode: Mode
  /// Where values come from.
  public let expressions: any AssemblyExpressions

  /// An assembler.
  public init(mode: Mode, expressions: any AssemblyExpressions) {
    self.mode = mode
    self.expressions = expressions
  }

  /// The bytes of a line that will stand at `address`; none for a line of blanks or a comment.
  ///
  /// - Throws: `AssemblyError`, or what `expressions` throws.
  public func assemble(_ line: String, at address: UInt64) throws -> [UInt8] {
    var scanner = AssemblyScanner(line)
    if let name = scanner.dataDirective() {
      return try AssemblyData(size: name.size, self).bytes(&scanner)
    }
    var statement = AssemblyStatement()
    while let word = scanner.word() {
      statement.start = word.start
      if let prefix = AssemblyStatement.prefix(named: word.text) {
        statement.prefixes.append((prefix, word.start))
        continue
      }
      statement.mnemonic = word.text
      break
    }
    guard !statement.mnemonic.isEmpty else {
      guard scanner.isAtEnd else { throw AssemblyError(.badOpcode, at: scanner.position) }
      guard let last = statement.prefixes.last else { return [] }
      throw AssemblyError(.badOpcode, at: last.start)
    }
    guard AssemblerIndex.shared.knows(statement.mnemonic) else {
      throw AssemblyError(.badOpcode, at: statement.start)
    }
    var text = scanner.rest(hidingNames: mode)
    statement.operands = try text.operands(self, of: statement.mnemonic)
    statement.end = text.limit
    return try AssemblyChoice(statement, at: address, mode: mode).bytes()
  }
}

/// A line taken apart.
struct AssemblyStatement {
  /// The prefixes in the order in which they were written, and where.
  var prefixes: [(prefix: Prefixes, start: Int)] = []
  /// In lower case.
  var mnemonic = ""
  /// Where the mnemonic starts in the line.
  var start = 0
  var operands: [AssemblyOperand] = []
  /// Where the line ends.
  var end = 0

  /// The prefix of this name.
  static func prefix(named name: String) -> Prefixes? {
    switch name {
    case "lock": .lock
    case "rep", "repe", "repz": .rep
    case "repne", "repnz", "bnd": .repne
    default: nil
    }
  }
}
