import Language

/// Carrying out commands with facts as aliases, as the `!for_each_` commands do.
enum AliasLoop {
  /// Runs commands while the facts stand as aliases; what stood under their names comes back. An
  /// error is shown, and the loop goes on.
  static func run(_ session: Session, _ commands: String, with facts: [String: String]) throws {
    let before = session.aliases
    for (name, text) in facts { session.aliases[name] = text }
    defer {
      for name in facts.keys { session.aliases[name] = before[name] }
    }
    try run(session, commands)
  }

  /// Runs commands and shows their errors.
  static func run(_ session: Session, _ commands: String) throws {
    do {
      try session.run(commands: commands)
    } catch {
      // Commands nested too deep would be refused again each time, level by level.
      switch CommandError(error) {
      case .cancelled, .rejected(.overflow, _, _): throw error
      default: break
      }
      session.print(CommandError(error).message(promptWidth: session.prompt.count + 1))
    }
  }

  /// The commands without the double quotes around them.
  static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    let inside = String(text.dropFirst().dropLast())
    return inside.contains("\"") && !inside.contains("\\\"")
      ? text : inside.replacing("\\\"", with: "\"")
  }

  /// The commands that were typed after a `!for_each_` command; nil after help was asked for by `-?`
  /// and shown.
  static func commands(_ typed: String, of name: String, _ session: Session) throws -> String? {
    guard typed == "-?" || typed == "/?" else { return unquoted(typed) }
    try session.run(commands: ".hh !\(name)")
    return nil
  }

  /// The text behind a switch such as `-c:`, in double quotes or up to the next blank (for the last
  /// switch, `takesRest`, up to the end); nil when it was not typed.
  static func value(of mark: String, in typed: String, takesRest: Bool = false) -> String? {
    guard let found = typed.firstRange(of: mark) else { return nil }
    let rest = typed[found.upperBound...]
    if takesRest { return unquoted(String(rest).trimmed) }
    if rest.first == "\"" {
      return String(rest.dropFirst().prefix { $0 != "\"" })
    }
    return String(rest.prefix { $0 != " " })
  }
}

extension String {
  /// The text without blanks around it.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
