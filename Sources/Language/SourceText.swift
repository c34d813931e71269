/// A piece of typed text that commands are read from: a line, a script, the body of a block.
///
/// Expressions compiled out of the text are kept with it, so that a loop's body or a breakpoint's
/// command string is parsed once however often it runs.
public final class SourceText {
  /// The text as UTF-8.
  public let bytes: [UInt8]

  /// Compiled expressions in the order of the offsets at which they start.
  private var expressions: [(start: Int, expression: CompiledExpression)] = []
  /// More are not kept.
  private static let mostExpressions = 4096

  /// C++ expressions by the offset at which they start, with the binding epoch they were read in.
  var cppExpressions: [Int: (expression: CppExpression, epoch: Int)] = [:]

  /// Text to run or to evaluate.
  public init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The expression that was compiled out of the text at an offset.
  func expression(at start: Int) -> CompiledExpression? {
    let index = index(ofExpressionAt: start)
    guard index < expressions.count, expressions[index].start == start else { return nil }
    return expressions[index].expression
  }

  /// Keeps an expression for the next time.
  func keep(_ expression: CompiledExpression, at start: Int) {
    let index = index(ofExpressionAt: start)
    if index < expressions.count, expressions[index].start == start {
      expressions[index].expression = expression
    } else if expressions.count < Self.mostExpressions {
      expressions.insert((start, expression), at: index)
    }
  }

  private func index(ofExpressionAt start: Int) -> Int {
    var low = 0
    var high = expressions.count
    while low < high {
      let middle = (low + high) / 2
      if expressions[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The characters of part of the text; offsets outside it are clamped.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The whole text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// How many characters stand before a byte offset.
  func column(of offset: Int) -> Int { string(0..<offset).count }
}
