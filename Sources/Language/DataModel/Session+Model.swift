// `dx`: the data model's door.

/// How `dx` shows a value.
public struct ModelDisplay: Sendable {
  /// Levels below the first line.
  public var levels = 1
  /// Elements left out in front.
  public var skipped = 0
  public var isVerbose = false
  public var isRaw = false
  public var isGrid = false
  /// Whether nothing is shown.
  public var isSilent = false
  /// Characters that a cell of a grid may have.
  public var cellLimit: Int?

  /// As without any switch.
  public init() {}
}

extension Session {
  /// Evaluates an expression of the data model, with format specifiers behind a comma, and prints
  /// the value.
  public func showModel(_ text: String, _ display: ModelDisplay) throws {
    let source = SourceText(text)
    var parser = CppParser(CommandLine(source), types: self, isModel: true)
    let node = try parser.parseAssignment()
    let evaluator = ModelEvaluator(session: self, source: source)
    var format = ModelFormat()
    format.isRaw = display.isRaw
    switch parser.token.kind {
    case .end: break
    case .mark(","):
      try format.read(source.string(parser.token.end..<source.bytes.count), evaluator)
    default: throw parser.obstacle(.syntax)
    }
    model.depth = 0
    let value = try evaluator.evaluate(node)
    if display.isSilent { return }
    var tree = ModelTree(evaluator: evaluator, format: format)
    tree.levels = display.levels
    tree.skipped = display.skipped
    tree.isVerbose = display.isVerbose
    if display.isGrid {
      return try ModelGrid(tree: tree, cellLimit: display.cellLimit).print(value)
    }
    try tree.print(value, expression: text)
  }

  /// Whether the value of an expression of the data model is true (`bp /w`).
  func isTrue(model text: String) throws -> Bool {
    let source = SourceText(text)
    var parser = CppParser(CommandLine(source), types: self, isModel: true)
    let node = try parser.parseAssignment()
    guard case .end = parser.token.kind else { throw parser.obstacle(.syntax) }
    let evaluator = ModelEvaluator(session: self, source: source)
    model.depth = 0
    return try evaluator.isTrue(evaluator.evaluate(node))
  }
}
