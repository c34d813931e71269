import Engine
import Symbols

// The C++ evaluator's door into a session.

extension Session: CppTypes {
  /// The type that `module!name` or `name` means, the basic names of Windows' headers included; nil
  /// when there is none or a local of the frame in scope has the name.
  func cppType(named name: String) -> CppType? {
    if !name.contains("!"), local(named: name) != nil { return nil }
    if let type = try? debugger.type(name) { return .known(type) }
    return CppBuiltInType.named(name, pointerSize: pointerSize)
  }

  /// The value of an enumeration by its name: `PagedPool`, `nt!PagedPool`, `_POOL_TYPE::PagedPool`.
  func enumerator(named name: String) -> CppValue? {
    if let scope = name.range(of: "::", options: .backwards) {
      guard let type = try? debugger.type(String(name[..<scope.lowerBound])),
        case .enumeration(let enumeration) = type.unqualified.definition
      else { return nil }
      return value(String(name[scope.upperBound...]), of: enumeration, type)
    }
    let parts = name.split(separator: "!", maxSplits: 1).map(String.init)
    guard let plain = parts.last else { return nil }
    let modules =
      parts.count > 1 ? [debugger.module(named: parts[0])].compactMap(\.self) : debugger.modules
    for module in modules where parts.count > 1 || module.symbolState != .deferred {
      guard let index = module.pdb?.enumeration(withValue: plain) else { continue }
      let type = TypeRef(module: module, index: index)
      guard case .enumeration(let enumeration) = type.definition else { continue }
      return value(plain, of: enumeration, type)
    }
    return nil
  }

  private func value(_ name: String, of enumeration: Enumeration, _ type: TypeRef) -> CppValue? {
    let values = type.module.pdb?.values(of: enumeration) ?? []
    guard let found = values.first(where: { $0.name == name }) else { return nil }
    return CppValue(.known(type), bits: found.value.bits)
  }

  /// The C++ expression at the cursor up to a comma; the cursor moves past it. Kept with its text.
  func compiledCpp(_ line: inout CommandLine) throws(CommandError) -> CppExpression {
    let start = line.position
    if let known = line.source.cppExpressions[start], known.epoch == bindingEpoch,
      known.expression.end <= line.limit
    {
      line.position = known.expression.end
      return known.expression
    }
    let expression = try CppExpression(&line, self)
    if line.source.cppExpressions.count < 4096 {
      line.source.cppExpressions[start] = (expression, bindingEpoch)
    }
    return expression
  }

  /// The value of the C++ expression at the cursor, which moves past it.
  ///
  /// - Parameter withCommas: reads `a, b` as one expression; without, a comma ends it.
  public func evaluateCpp(_ line: inout CommandLine, withCommas: Bool = false)
    throws(CommandError) -> CppValue
  {
    let expression = try CppExpression(&line, self, withCommas: withCommas)
    return try expression.value(in: self)
  }

  /// A value as commands take it, a number of 64 bits; nil for a record.
  public func number(_ value: CppValue) -> UInt64? {
    try? CppEvaluator(session: self, source: SourceText("")).number(value, at: 0)
  }

  /// The value of a whole text.
  public func evaluateCpp(_ text: String) throws(CommandError) -> CppValue {
    var line = CommandLine(text)
    let value = try evaluateCpp(&line, withCommas: true)
    try line.expectEnd()
    return value
  }
}

/// A C++ expression that has been read and can be evaluated any number of times.
public struct CppExpression: ForeignExpression {
  let node: CppNode
  let source: SourceText
  /// Offset just past the expression in its text.
  public let end: Int

  /// Reads the expression at the cursor, which moves past it.
  public init(_ line: inout CommandLine, _ session: Session, withCommas: Bool = false)
    throws(CommandError)
  {
    var parser = CppParser(line, types: session)
    node = withCommas ? try parser.parseExpression() : try parser.parseAssignment()
    source = line.source
    // A comment belongs to the expression.
    if case .end = parser.token.kind {
      end = line.limit
    } else {
      end = parser.end
    }
    line.position = end
  }

  /// The present value, loaded: a number, pointer or floating-point number at hand; an array, function
  /// or record where it is.
  public func value(in session: Session) throws(CommandError) -> CppValue {
    let evaluator = CppEvaluator(session: session, source: source)
    let value = try evaluator.referent(try evaluator.evaluate(node), at: node.start)
    switch value.type.shape {
    case .array, .function, .record: return value
    default: return try evaluator.rvalue(value, at: node.start)
    }
  }

  public func number(in context: any ExpressionContext) throws(CommandError) -> UInt64 {
    guard let session = context as? Session else { throw .message("No session") }
    let evaluator = CppEvaluator(session: session, source: source)
    return try evaluator.number(try evaluator.evaluate(node), at: node.start)
  }
}
