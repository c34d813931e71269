/// The debugger's markup language: text with tags for links, weight and colour.
public enum DebuggerMarkup {
  /// The characters that entities stand for.
  private static let entities = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&amp;": "&"]

  /// What is left to read where nothing can be clicked or coloured: tags are dropped, entities undone.
  public static func plain(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      result += rest[..<mark]
      rest = rest[mark...]
      if rest.first == "<", let end = endOfTag(rest) {
        rest = rest[end...]
      } else if let entity = entities.first(where: { rest.hasPrefix($0.key) }) {
        result += entity.value
        rest = rest.dropFirst(entity.key.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }

  /// The place after the tag that a text begins with, a `>` in double quotes not ending it; nil for
  /// text that is no tag.
  private static func endOfTag(_ text: Substring) -> String.Index? {
    let second = text.dropFirst().first
    guard let second, second.isLetter || second == "/" || second == "?" else { return nil }
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == ">", !isQuoted { return text.index(after: index) }
    }
    return nil
  }
}
