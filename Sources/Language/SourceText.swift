/// A piece of typed text that commands are read from: a line, a script, the body of a block.
///
/// Expressions compiled out of the text are kept with it, so that a loop's body or a breakpoint's
/// command string is parsed once however often it runs.
public final class SourceText {
  /// The text as UTF-8.
  public let bytes: [UInt8]

  /// Compiled expressions by the offset at which they start.
  var expressions: [Int: CompiledExpression] = [:]

  /// C++ expressions by the offset at which they start, with the binding epoch they were read in.
  var cppExpressions: [Int: (expression: CppExpression, epoch: Int)] = [:]

  /// Text to run or to evaluate.
  public init(_ text: String) {
    bytes = Array(text.utf8)
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
