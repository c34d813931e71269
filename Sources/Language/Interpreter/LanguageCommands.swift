// The commands that belong to the language itself: comments, scripts, aliases.

extension CommandSet {
  /// Comments and scripts.
  public static let language = CommandSet(
    "Scripts and comments",
    [
      Command(
        "*", summary: "Ignore the rest of the line.",
        details: "A comment to the end of the line, semicolons included.", extent: .line,
        repetition: .none, grammar: .rest("Text")
      ) { _, _ in },
      Command(
        "$$", summary: "Ignore the text up to the next semicolon.", repetition: .none,
        grammar: .rest("Text")
      ) { _, _ in },
      Command(
        "$<", summary: "Run the lines of a file, one after the other.",
        details: "The name goes on to the end of the line. Each line is shown as it is run.",
        extent: .line, grammar: .file("File")
      ) { session, path in try session.runScript(path, isFolded: false) },
      Command(
        "$><", summary: "Run a file as one block.",
        details: "Line ends become semicolons, so that a block may go over several lines.",
        extent: .line, grammar: .file("File")
      ) { session, path in try session.runScript(path, isFolded: true) },
      Command(
        "$$<", summary: "Run the lines of a file; other commands may follow.",
        grammar: .file("File")
      ) { session, path in try session.runScript(path, isFolded: false) },
      Command(
        "$$><", summary: "Run a file as one block; other commands may follow.",
        grammar: .file("File")
      ) { session, path in try session.runScript(path, isFolded: true) },
      Command(
        "$$>a<", summary: "Run a file as one block with arguments.",
        details: "${$arg1}, ${$arg2}... in the file become the arguments. One that contains blanks "
          + "is put in double quotes; ${/d:$argN} tells whether there is one.",
        grammar: .rest("File [Arguments]", completion: .file)
      ) { session, text in try session.runScript(arguments: text) },
    ])
}
