// `dx`: the data model's door.

/// How `dx` shows a value.
public struct ModelDisplay: Sendable {
  /// Levels below the first line.
  public var levels = 1
  /// Elements left out in front.
  public var skipped = 0
  public var isVerbose = false
  /// Whether members are explained in the place of their values.
  public var isHelp = false
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
  /// Reads an expression of the data model, and the format specifiers behind its comma.
  static func parseModel(_ text: String, types: any CppTypes) throws -> (
    node: CppNode, source: SourceText, specifiers: String
  ) {
    let source = SourceText(text)
    var parser = CppParser(CommandLine(source), types: types, isModel: true)
    let node = try parser.parseAssignment()
    switch parser.token.kind {
    case .end: return (node, source, "")
    case .mark(","):
      return (node, source, source.string(parser.token.end..<source.bytes.count))
    default: throw parser.obstacle(.syntax)
    }
  }

  /// Evaluates an expression of the data model, with format specifiers behind a comma, and prints
  /// the value.
  public func showModel(_ text: String, _ display: ModelDisplay) throws {
    let (node, source, specifiers) = try Self.parseModel(text, types: self)
    let evaluator = ModelEvaluator(session: self, source: source)
    var format = ModelFormat()
    format.isRaw = display.isRaw
    try format.read(specifiers, evaluator)
    model.depth = 0
    natvis.begin()
    let value = try evaluator.evaluate(node)
    if display.isHelp {
      return ModelHelp(session: self).print(value, text, try evaluator.help(of: node))
    }
    if display.isSilent { return }
    defer { if display.isVerbose { for line in natvis.refusals { print(line) } } }
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
    natvis.begin()
    return try evaluator.isTrue(evaluator.evaluate(node))
  }
}
