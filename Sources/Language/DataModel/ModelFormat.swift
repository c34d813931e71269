/// How values are shown: the format specifiers behind a `dx` expression.
struct ModelFormat {
  enum Strings {
    /// Characters in quotes, behind the pointer to them.
    case standard
    /// Characters only, in quotes or without.
    case quoted, bare
  }

  /// The base of numbers; nil shows signed ones in decimal and others in hexadecimal.
  var radix: Int?
  var strings = Strings.standard
  /// Whether strings are 16-bit whatever their type says.
  var isWide = false
  /// Whether an enumeration shows its name only.
  var isNameOnly = false
  /// Whether numbers show as characters.
  var isCharacter = false
  /// Whether records show their fields only.
  var isRaw = false
  /// How many elements of a list, array or pointer are shown.
  var count: Int?

  /// Reads what stands behind the comma: several specifiers may stand together.
  mutating func read(_ text: String, _ evaluator: ModelEvaluator) throws {
    for part in text.split(separator: ",") {
      try readOne(part.filter { !$0.isWhitespace }, evaluator)
    }
  }

  private mutating func readOne(_ specifier: String, _ evaluator: ModelEvaluator) throws {
    switch specifier {
    case "": break
    case "x": radix = 16
    case "d": radix = 10
    case "o": radix = 8
    case "b": radix = 2
    case "c": isCharacter = true
    case "en": isNameOnly = true
    case "s", "s8": strings = .quoted
    case "sb", "s8b": strings = .bare
    case "su":
      strings = .quoted
      isWide = true
    case "sub":
      strings = .bare
      isWide = true
    case "!", "nvo": isRaw = true
    case "nd", "na": break
    default:
      var digits = specifier
      if digits.hasPrefix("["), digits.hasSuffix("]") {
        digits = String(digits.dropFirst().dropLast())
      }
      let source = SourceText(digits)
      var parser = CppParser(CommandLine(source), types: evaluator.session, isModel: true)
      guard let node = try? parser.parseAssignment(), parser.token.kind == .end else {
        throw CommandError.message("Unrecognized format specifier '\(specifier)'")
      }
      var inner = evaluator
      inner = ModelEvaluator(
        session: inner.session, source: source, parameters: inner.parameters)
      count = max(0, try inner.integer(inner.evaluate(node)))
    }
  }

  /// Whole numbers in the format's base.
  func number(_ bits: UInt64, signed: Int64?) -> String {
    switch radix {
    case 16: return "0x\(bits.hex())"
    case 10: return signed.map { String($0) } ?? String(bits)
    case 8: return "0\(String(bits, radix: 8))"
    case 2: return "0y\(String(bits, radix: 2))"
    default: return signed.map { String($0) } ?? "0x\(bits.hex())"
    }
  }
}
