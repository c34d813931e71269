/// A piece of program text and the statements in it, parsed when first needed.
///
/// A block keeps its parse, so that a loop parses its body once.
final class Block {
  let source: SourceText
  let range: Range<Int>
  private var parsed: [Statement]?

  init(_ source: SourceText, _ range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// The whole of a text.
  convenience init(_ text: String) {
    let source = SourceText(text)
    self.init(source, 0..<source.bytes.count)
  }

  /// The text of the block.
  var text: String { source.string(range) }

  /// Whether replacing aliases could change the text.
  private(set) lazy var hasDollar = source.bytes[range].contains(UInt8(ascii: "$"))

  /// What replacing the aliases made of it; nil for the block itself.
  private var expansion: (epoch: Int, block: Block?)?

  /// The block with its aliases replaced, made anew when they have changed.
  func expanded(_ epoch: Int, by make: () throws -> Block) rethrows -> Block {
    if let expansion, expansion.epoch == epoch { return expansion.block ?? self }
    let block = try make()
    expansion = (epoch, block === self ? nil : block)
    return block
  }

  /// The statements, parsed with the commands that a session knows now.
  func statements(_ table: @autoclosure () -> CommandTable) -> [Statement] {
    if let parsed { return parsed }
    var parser = StatementParser(CommandLine(source, from: range.lowerBound, to: range.upperBound))
    let statements = parser.parse(table())
    parsed = statements
    return statements
  }
}

/// A command in a program, as it was typed.
final class Invocation {
  let command: Command
  /// The name that was typed.
  let name: String
  /// Where its arguments stand in the text.
  let arguments: Range<Int>

  init(_ command: Command, name: String, arguments: Range<Int>) {
    self.command = command
    self.name = name
    self.arguments = arguments
  }
}

/// One thing a program does.
enum Statement {
  /// A command with its arguments.
  case command(Invocation)
  /// A number before a command: the processor it looks at.
  case processor(Int, Block)
  /// An extension's command that no loaded module has.
  case unknownExtension(String)
  /// Text that is no statement. What stands before it runs first, so this is found out late.
  case refused(CommandError)

  /// `.if`, `.elsif` and `.else`; the last condition may be missing.
  case conditional([(condition: Range<Int>?, body: Block)])
  /// `.while`, `.do` (`testsFirst` is false) and `.for`, whose parts may be empty.
  case loop(start: Block?, condition: Range<Int>, step: Block?, body: Block, testsFirst: Bool)
  /// `.foreach`.
  case foreach(ForeachHeader, body: Block)
  /// `.block`.
  case block(Block)
  /// `.catch`.
  case catching(Block)
  /// `.break`, `.continue` and `.leave`.
  case exit(Flow)
}

/// Where a program goes on after a statement.
enum Flow: Equatable {
  /// With the next statement.
  case next
  /// After the innermost loop.
  case leaveLoop
  /// With the innermost loop's next pass.
  case nextPass
  /// After the enclosing `.catch`.
  case leaveCatch
  /// Nowhere: the target runs, or the session ends.
  case stop
}

/// The head of a `.foreach`.
struct ForeachHeader {
  /// Where the words come from.
  enum Origin {
    case commands(Block)
    case string(String)
    case file(String)
  }
  var variable: String
  var origin: Origin
  /// `/pS`: words to leave out at the start. An expression's place in the text.
  var initialSkip: Range<Int>?
  /// `/ps`: words to leave out after each one used.
  var skip: Range<Int>?
}
