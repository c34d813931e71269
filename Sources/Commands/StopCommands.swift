import Language

extension CommandSet {
  /// What happens at every stop and with what the target prints.
  public static let stops = CommandSet(
    "Stops and prints",
    [
      Command(
        ".pcmd", summary: "Set a command that is carried out whenever the target has stopped.",
        details: "-s sets it, in double quotes if it contains blanks or semicolons; -c takes it "
          + "away. Without either it is shown.",
        examples: [
          ".pcmd -s \"r $tid\"": "Shows the thread's number at every stop.",
          ".pcmd -c": "No such command any more.", ".pcmd": "Shows the command.",
        ], related: [".prompt_allow", ".ofilter", "g"], repetition: .none,
        grammar: .line("[-s Commands | -c]", completion: .command)
      ) { session, line in try setPromptCommand(line, session) },
      Command(
        ".ofilter", summary: "Show only some of what the target prints.",
        details: "A text, in double quotes if it has blanks at its ends or a semicolon, with "
          + "wildcards; prints that contain it are shown, with /! those that do not. Letter case "
          + "does not count. \"\" shows all again.",
        examples: [
          ".ofilter myfault": "Shows prints that contain the word.",
          ".ofilter /! *warning*": "Shows those that do not.", ".ofilter \"\"": "Shows all again.",
        ], related: [".pcmd", "sx"], repetition: .none, grammar: .line("[/!] [\"Text\"]")
      ) { session, line in try setPrintFilter(line, session) },
    ])

  private static func setPromptCommand(_ arguments: CommandLine, _ session: Session) throws {
    var line = arguments
    if !line.isAtEnd() {
      switch line.takeWord() {
      case "-c", "/c":
        try line.expectEnd()
        session.promptCommand = ""
      case "-s", "/s":
        line.skipBlanks()
        let isQuoted = line.opensQuotes
        guard let text = isQuoted ? line.takeQuoted() : line.takeWord(), !text.isEmpty else {
          throw line.rejected(.syntax)
        }
        try line.expectEnd()
        session.promptCommand = text
      default: throw arguments.rejected(.syntax)
      }
    }
    session.print(
      session.promptCommand.isEmpty
        ? "No per-prompt command" : "Per-prompt command is '\(session.promptCommand)'")
  }

  private static func setPrintFilter(_ arguments: CommandLine, _ session: Session) throws {
    var line = arguments
    if !line.isAtEnd() {
      let isReversed = line.take("/!")
      line.skipBlanks()
      let isQuoted = line.opensQuotes
      guard let text = isQuoted ? line.takeQuoted(isRaw: true) : line.takeRest() else {
        throw line.rejected(.syntax)
      }
      try line.expectEnd()
      session.printFilter = text.isEmpty ? nil : PrintFilter(text, isReversed: isReversed)
    }
    guard let filter = session.printFilter else {
      return session.print("Display all debuggee output")
    }
    let verb = filter.isReversed ? "doesn't match" : "matches"
    session.print("Only display debuggee output that \(verb) '\(filter.text)'")
  }
}
