extension CommandError {
  /// The sentence, without a line end.
  ///
  /// - Parameter promptWidth: how many columns the prompt takes; the caret counts from the start of
  ///   the prompt, because that is where the typed line stands on the screen.
  public func message(promptWidth: Int) -> String {
    switch self {
    case .rejected(let rejection, let line, let column):
      let indent = String(repeating: " ", count: max(0, promptWidth + column))
      let joint = rejection == .unresolved ? "" : " in"
      return "\(indent)^ \(rejection.rawValue)\(joint) '\(line)'"
    case .unknownCommand(_, let line, let column):
      return CommandError.rejected(.syntax, line: line, column: column)
        .message(promptWidth: promptWidth)
    case .expression(let obstacle, let rest):
      return "\(obstacle.rawValue) '\(rest.isEmpty ? "<EOL>" : rest)'"
    case .ambiguous(let matches, let rest):
      let lines = matches.map { "Matched: \($0)\n" }
      return lines.joined() + "Ambiguous symbol error at '\(rest)'"
    case .noExport(let name):
      return "No export \(name) found"
    case .loadFailed(let name):
      return """
        The call to LoadLibrary(\(name)) failed, Win32 error 0n2
            "The system cannot find the file specified."
        Please check your debugger configuration and/or network access.
        """
    case .message(let sentence):
      return sentence
    case .cancelled:
      return "Command cancelled."
    }
  }
}

extension CommandError: CustomStringConvertible {
  /// The sentence as it reads without a prompt.
  public var description: String { message(promptWidth: 0) }
}
