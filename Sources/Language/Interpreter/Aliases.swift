/// The session's text replacements: fixed-name (`$u0` to `$u9`) and user-named.
public struct Aliases: Sendable {
  /// The texts of `$u0` to `$u9`; nil where none was set.
  public private(set) var fixed = [String?](repeating: nil, count: 10)
  /// User-named aliases by name. Names and texts keep their letter case.
  public private(set) var named: [String: String] = [:]

  /// No alias.
  public init() {}

  /// Whether no text can change.
  public var isEmpty: Bool { named.isEmpty && !fixed.contains { $0 != nil } }

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

  /// A line with its aliases replaced.
  ///
  /// Fixed names are replaced first, anywhere; user-named ones where a blank, `;`, `"` or an end of
  /// the line stands on both sides; `${...}` everywhere. A line that begins with `as`, `aS`, `ad` or
  /// `al` stays as it is, so that it can name aliases. What was put in is not looked at again.
  ///
  /// - Parameter extra: further names for this line, those of a script's arguments.
  public func expand(_ line: String, extra: [String: String] = [:]) -> String {
    if !extra.isEmpty {
      var more = self
      more.named.merge(extra) { _, argument in argument }
      return more.expand(line)
    }
    if isEmpty && !line.utf8.contains(UInt8(ascii: "$")) { return line }
    if Self.namesAliases(line) { return line }
    return expandNamed(expandFixed(Array(line.utf8)))
  }

  /// Whether a line is a command about aliases. A blank in front makes it an ordinary line.
  private static func namesAliases(_ line: String) -> Bool {
    let word = line.prefix { !$0.isWhitespace && $0 != ";" }
    return ["as", "aS", "ad", "al"].contains(String(word))
  }

  private func expandFixed(_ bytes: [UInt8]) -> [UInt8] {
    guard fixed.contains(where: { $0 != nil }) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "$"), index + 2 < bytes.count,
        bytes[index + 1].lowercased == UInt8(ascii: "u"), bytes[index + 2].isDigit,
        let text = fixed[Int(bytes[index + 2] - 0x30)]
      {
        result += text.utf8
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private func expandNamed(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let (text, next) = interpreter(bytes, at: index) {
        result += text.utf8
        index = next
        continue
      }
      guard Self.isBoundary(index == 0 ? nil : bytes[index - 1]), !Self.isBoundary(bytes[index])
      else {
        result.append(bytes[index])
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, !Self.isBoundary(bytes[end]) {
        if end > index, bytes[end] == UInt8(ascii: "$"), end + 1 < bytes.count,
          bytes[end + 1] == UInt8(ascii: "{")
        {
          break
        }
        end += 1
      }
      let word = String(decoding: bytes[index..<end], as: UTF8.self)
      if let text = named[word], end == bytes.count || Self.isBoundary(bytes[end]) {
        result += text.utf8
      } else {
        result += bytes[index..<end]
      }
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isBoundary(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    return byte.isSpace || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\"")
  }

  /// `${Name}` and its forms at an offset: what it becomes and where the text goes on; nil when it
  /// stays as it stands.
  private func interpreter(_ bytes: [UInt8], at start: Int) -> (text: String, next: Int)? {
    guard bytes[start] == UInt8(ascii: "$"), start + 1 < bytes.count,
      bytes[start + 1] == UInt8(ascii: "{"),
      let close = bytes[start...].firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    let inside = String(decoding: bytes[start + 2..<close], as: UTF8.self)
    guard inside.hasPrefix("/"), let colon = inside.firstIndex(of: ":") else {
      return named[inside].map { ($0, close + 1) }
    }
    let name = String(inside[inside.index(after: colon)...])
    let text = named[name]
    switch inside[..<colon] {
    case "/d": return (text == nil ? "0" : "1", close + 1)
    case "/f": return (text ?? "", close + 1)
    case "/n": return (text == nil ? "" : name, close + 1)
    case "/v": return (name, close + 1)
    default: return nil
    }
  }
}
