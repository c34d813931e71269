/// The session's text replacements: fixed-name (`$u0` to `$u9`) and user-named.
public struct Aliases: Sendable {
  /// The texts of `$u0` to `$u9`; nil where none was set.
  public private(set) var fixed = [String?](repeating: nil, count: 10)
  /// User-named aliases by name. Names and texts keep their letter case.
  public private(set) var named: [String: String] = [:]

  /// Aliases that the debugger sets (`$ntsym`), by name; user-named ones win.
  var automatic: [String: String] = [:]

  /// No alias.
  public init() {}

  /// Sets `$uN`; nil forgets it. A number that is none is ignored.
  public mutating func setFixed(_ number: Int, _ text: String?) {
    if fixed.indices.contains(number) { fixed[number] = text }
  }

  /// The text of a user-named alias. Setting nil forgets it.
  public subscript(name: String) -> String? {
    get { named[name] }
    set { named[name] = newValue }
  }

  /// Forgets every user-named alias.
  public mutating func removeAll() { named = [:] }

  /// A text that aliases made longer than this is refused, for each line could double it.
  static let longest = 1 << 20

  /// A line with its aliases replaced.
  ///
  /// Fixed names are replaced first, anywhere, those without a text by nothing; user-named ones where
  /// a blank, `;`, `"` or an end of the line stands on both sides; `${...}` everywhere. In a line that
  /// begins with `as`, `aS`, `ad` or `al` user-named ones stay, so that it can name them. What was put
  /// in is not looked at again.
  ///
  /// Throws when the text becomes too long.
  public func expand(_ line: String) throws(CommandError) -> String {
    let hasDollar = line.utf8.contains(UInt8(ascii: "$"))
    if named.isEmpty && !hasDollar { return line }
    var text = hasDollar ? try expandFixed(Array(line.utf8)) : Array(line.utf8)
    if !Self.namesAliases(text) { text = try expandNamed(text) { _ in true } }
    return String(decoding: text, as: UTF8.self)
  }

  /// A script with `${$arg1}`, `${$arg2}`... replaced, wherever they stand; those without an
  /// argument stay.
  func expandArguments(_ script: String) throws(CommandError) -> String {
    let text = try expandNamed(Array(script.utf8)) { $0.hasPrefix("$arg") }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a line is a command about aliases. A blank in front makes it an ordinary line.
  private static func namesAliases(_ line: [UInt8]) -> Bool {
    guard line.count >= 2, line[0] == UInt8(ascii: "a") else { return false }
    guard "sSdl".utf8.contains(line[1]) else { return false }
    return line.count == 2 || isBoundary(line[2])
  }

  private func expandFixed(_ bytes: [UInt8]) throws(CommandError) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "$"), index + 2 < bytes.count,
        bytes[index + 1].lowercased == UInt8(ascii: "u"), bytes[index + 2].isDigit
      {
        result += (fixed[Int(bytes[index + 2] - 0x30)] ?? "").utf8
        index += 3
        try checkLength(result)
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private func checkLength(_ text: [UInt8]) throws(CommandError) {
    guard text.count > Self.longest else { return }
    let beginning = String(decoding: text.prefix(64), as: UTF8.self)
    throw .rejected(.overflow, line: beginning, column: 0)
  }

  /// The text with those names replaced that a condition holds for.
  private func expandNamed(
    _ bytes: [UInt8], where isMeant: (String) -> Bool
  ) throws(CommandError) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let (text, next) = interpreter(bytes, at: index, where: isMeant) {
        result += text.utf8
        try checkLength(result)
        index = next
        continue
      }
      guard Self.isBoundary(index == 0 ? nil : bytes[index - 1]), !Self.isBoundary(bytes[index])
      else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let end = Self.endOfWord(bytes, from: index)
      let word = String(decoding: bytes[index..<end], as: UTF8.self)
      if end == bytes.count || Self.isBoundary(bytes[end]), isMeant(word),
        let text = self.text(word)
      {
        result += text.utf8
        try checkLength(result)
      } else {
        result += bytes[index..<end]
      }
      index = end
    }
    return result
  }

  /// The offset just past the word that begins at `start`; `${` ends one.
  private static func endOfWord(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, !isBoundary(bytes[end]) {
      if end > start, bytes[end] == UInt8(ascii: "$"), end + 1 < bytes.count,
        bytes[end + 1] == UInt8(ascii: "{")
      {
        break
      }
      end += 1
    }
    return end
  }

  /// The text of a user-named or automatic alias.
  private func text(_ name: String) -> String? { named[name] ?? automatic[name] }

  private static func isBoundary(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    return byte.isSpace || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\"")
  }

  /// `${Name}` and its forms at an offset: what it becomes and where the text goes on; nil when it
  /// stays as it stands.
  private func interpreter(
    _ bytes: [UInt8], at start: Int, where isMeant: (String) -> Bool
  ) -> (text: String, next: Int)? {
    guard bytes[start] == UInt8(ascii: "$"), start + 1 < bytes.count,
      bytes[start + 1] == UInt8(ascii: "{"),
      let close = bytes[start...].prefix(Self.longestName).firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    let inside = String(decoding: bytes[start + 2..<close], as: UTF8.self)
    guard inside.hasPrefix("/"), let colon = inside.firstIndex(of: ":") else {
      return isMeant(inside) ? text(inside).map { ($0, close + 1) } : nil
    }
    let name = String(inside[inside.index(after: colon)...])
    guard isMeant(name) else { return nil }
    let text = text(name)
    switch inside[..<colon] {
    case "/d": return (text == nil ? "0" : "1", close + 1)
    case "/f": return (text ?? "", close + 1)
    case "/n": return text == nil ? nil : (name, close + 1)
    default: return nil
    }
  }

  /// `${` and `}` are no further apart.
  private static let longestName = 1024

  /// The name that a command about aliases is given: `${/v:Name}` is `Name` there.
  public static func name(from word: String) -> String {
    guard word.hasPrefix("${/v:"), word.hasSuffix("}") else { return word }
    return String(word.dropFirst(5).dropLast())
  }
}
