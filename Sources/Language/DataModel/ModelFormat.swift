/// How values are shown: the format specifiers behind a `dx` expression.
///
/// Facts: the documentation of `dx`, and "Format specifiers for C++ in the Visual Studio debugger",
/// whose specifiers NatVis files use.
struct ModelFormat {
  enum Strings {
    /// Characters in quotes, behind the pointer to them.
    case standard
    /// Characters only, in quotes or without.
    case quoted, bare
  }

  /// The base of numbers; nil shows signed ones in decimal and others in hexadecimal.
  var radix: Int?
  /// Whether hexadecimal digits are capitals.
  var isUppercase = false
  /// Whether `0x` and the like are left out.
  var hasNoPrefix = false
  var strings = Strings.standard
  /// Bytes of a character whatever the type says; nil for the type's.
  var characterSize: Int?
  /// Whether an enumeration shows its name only.
  var isNameOnly = false
  /// Whether numbers show as characters.
  var isCharacter = false
  /// Whether records show their fields only.
  var isRaw = false
  /// Whether a record shows its fields only, and these as they are shown elsewhere.
  var isRawView = false
  /// Whether what is shown by a NatVis entry goes without its raw view.
  var hidesRawView = false
  /// Whether a pointer shows what it points to only.
  var hasNoAddress = false
  /// The NatVis view that is wanted; nil for none.
  var view: String?
  /// How many elements of a list, array or pointer are shown.
  var count: Int?

  /// The format of an expression inside a NatVis entry: the base of numbers is kept, unless the
  /// expression's own specifiers say another.
  func inner(_ specifiers: String, _ evaluator: ModelEvaluator) throws -> ModelFormat {
    var format = ModelFormat()
    format.radix = radix
    format.isNameOnly = isNameOnly
    try format.read(specifiers, evaluator)
    return format
  }

  /// Reads what stands behind the comma: several specifiers may stand together.
  mutating func read(_ text: String, _ evaluator: ModelEvaluator) throws {
    for part in Self.split(text) { try readOne(part, evaluator) }
  }

  /// The specifiers of a text. Commas in brackets do not part them, and a count in brackets may have
  /// another directly behind it: `[n]su`.
  private static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var level = 0
    for character in text {
      if "([".contains(character) { level += 1 }
      if ")]".contains(character) { level -= 1 }
      if character == ",", level == 0 {
        parts.append(part)
        part = ""
        continue
      }
      if !character.isWhitespace || level > 0 { part.append(character) }
      if character == "]", level == 0, part.hasPrefix("[") {
        parts.append(part)
        part = ""
      }
    }
    return parts + [part]
  }

  private mutating func readOne(_ specifier: String, _ evaluator: ModelEvaluator) throws {
    if readNumberFormat(specifier) || readStringFormat(specifier) { return }
    switch specifier {
    case "": break
    case "en": isNameOnly = true
    case "!", "nvo": isRaw = true
    case "nr": hidesRawView = true
    case "na": hasNoAddress = true
    case "nd": break
    default:
      if specifier.hasPrefix("view("), specifier.hasSuffix(")") {
        view = String(specifier.dropFirst(5).dropLast())
      } else {
        count = try readCount(specifier, evaluator)
      }
    }
  }

  /// `x`, `X`, `xb`, `d`, `o`, `b`, `bb`; whether it was one.
  private mutating func readNumberFormat(_ specifier: String) -> Bool {
    switch specifier {
    case "x", "h", "X", "H", "xb", "hb", "Xb", "Hb": radix = 16
    case "d": radix = 10
    case "o": radix = 8
    case "b", "bb": radix = 2
    default: return false
    }
    isUppercase = specifier.hasPrefix("X") || specifier.hasPrefix("H")
    hasNoPrefix = specifier.count == 2
    return true
  }

  /// `c`, `s`, `sb`, `su`...; whether it was one.
  private mutating func readStringFormat(_ specifier: String) -> Bool {
    switch specifier {
    case "c":
      isCharacter = true
      return true
    case "s", "s8", "su", "s32": strings = .quoted
    case "sb", "s8b", "sub", "s32b": strings = .bare
    default: return false
    }
    if specifier.hasPrefix("su") { characterSize = 2 }
    if specifier.hasPrefix("s32") { characterSize = 4 }
    return true
  }

  /// `5`, `[Count * 2]`.
  private func readCount(_ specifier: String, _ evaluator: ModelEvaluator) throws -> Int {
    var digits = specifier
    if digits.hasPrefix("["), digits.hasSuffix("]") {
      digits = String(digits.dropFirst().dropLast())
    }
    let source = SourceText(digits)
    var parser = CppParser(CommandLine(source), types: evaluator.session, isModel: true)
    guard let node = try? parser.parseAssignment(), parser.token.kind == .end else {
      throw CommandError.message("Unrecognized format specifier '\(specifier)'")
    }
    let inner = evaluator.reading(source)
    return max(0, try inner.integer(inner.evaluate(node)))
  }

  /// Whole numbers in the format's base.
  func number(_ bits: UInt64, signed: Int64?) -> String {
    switch radix {
    case 16:
      let digits = String(bits, radix: 16, uppercase: isUppercase)
      return hasNoPrefix ? digits : "0x\(digits)"
    case 10: return signed.map { String($0) } ?? String(bits)
    case 8: return "0\(String(bits, radix: 8))"
    case 2: return hasNoPrefix ? String(bits, radix: 2) : "0y\(String(bits, radix: 2))"
    default: return signed.map { String($0) } ?? "0x\(bits.hex())"
    }
  }
}
