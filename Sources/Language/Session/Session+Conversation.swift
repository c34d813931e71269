import Engine

extension Session: Conversation {
  /// Carries out a line as if typed at the prompt. An empty line is the Enter key.
  public func execute(_ line: String) -> ConversationState {
    logTyped(line)
    if executeKey(line) { return isOver ? .over : .prompt }
    var text = line
    if line.utf8.allSatisfy(\.isSpace) {
      text = repeated
    } else {
      repeated = line
    }
    wasBrokenInto = false
    if !text.isEmpty { guarded { try runLine(text) } }
    captures = []
    return isOver ? .over : .prompt
  }

  /// Runs a body and tells the person what went wrong with it.
  func guarded(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      failureCount += 1
      report(error)
      suggest(after: error)
    }
  }

  /// Prints the sentence of an error.
  func report(_ error: any Error) {
    print(CommandError(error).message(promptWidth: prompt.count + 1))
  }

  /// Refuses the running command: the caret stands under its name.
  public func rejected(_ why: CommandError.Rejection) -> CommandError {
    currentLine.rejected(why, at: commandStart)
  }

  /// Refuses the running command: the caret stands after its arguments.
  public func rejectedAtEnd(_ why: CommandError.Rejection) -> CommandError {
    currentLine.rejected(why)
  }
}
