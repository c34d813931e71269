// The commands that belong to the language itself: comments, scripts, aliases.

extension CommandSet {
  /// Comments, scripts and the conditions of old.
  public static let language = CommandSet(
    "Scripts and comments",
    [
      Command(
        "*", summary: "Ignore the rest of the line.",
        details: "A comment to the end of the line, semicolons included.",
        examples: ["* where it began; r": "Nothing: all of it is a comment."],
        related: ["$$", ".echo"], extent: .line, repetition: .none, effect: .none,
        grammar: .rest("Text")
      ) { _, _ in },
      Command(
        "$$", summary: "Ignore the text up to the next semicolon.",
        examples: ["$$ where is it; r rip": "The comment ends at the semicolon."],
        related: ["*", ".echo"], repetition: .none, effect: .none, grammar: .rest("Text")
      ) { _, _ in },
      Command(
        "$<", summary: "Run the lines of a file, one after the other.",
        details: "The name goes on to the end of the line. Each line is shown as it is run.",
        related: scripts,
        extent: .line, grammar: .file("File")
      ) { session, path in try session.runScript(path, isFolded: false) },
      Command(
        "$><", summary: "Run a file as one block.",
        details: "Line ends become semicolons, so that a block may go over several lines.",
        related: scripts,
        extent: .line, grammar: .file("File")
      ) { session, path in try session.runScript(path, isFolded: true) },
      Command(
        "$$<", summary: "Run the lines of a file; other commands may follow.", related: scripts,
        grammar: .file("File")
      ) { session, path in try session.runScript(path, isFolded: false) },
      Command(
        "$$><", summary: "Run a file as one block; other commands may follow.", related: scripts,
        grammar: .file("File")
      ) { session, path in try session.runScript(path, isFolded: true) },
      Command(
        "$$>a<", summary: "Run a file as one block with arguments.",
        details: "${$arg1}, ${$arg2}... in the file become the arguments. One that contains blanks "
          + "is put in double quotes; ${/d:$argN} tells whether there is one.",
        related: scripts,
        grammar: .rest("File [Arguments]", completion: .file)
      ) { session, text in try session.runScript(arguments: text) },
      Command(
        "j", summary: "Carry out one of two commands, as an expression says.",
        details: "The first if the value is not 0, the second if it is. Apostrophes hold several "
          + "commands together; either may be missing. Nothing else can follow on the line. "
          + ".if and .else are the newer way.",
        examples: [
          "j (@$ptrsize == 8) '.echo 64 bits' ; '.echo 32 bits'": "One of the two is printed.",
          "j 0 ; r rip": "The first may be missing.",
        ], related: [".if", "z", "bp"], extent: .line, effect: .chooses,
        grammar: .line("Expression ['Commands'] ; ['Commands']", completion: .expression)
      ) { session, line in try session.runChoice(line) },
      Command(
        "z", summary: "Carry out the commands before it again while an expression is not 0.",
        details: "All commands before it on the line, or in its block; they run once before the "
          + "expression is looked at. Ctrl+C ends it. .do and .while are the newer way.",
        examples: ["r $t0=3; r $t0=@$t0-1; z(0)": "Runs once."],
        related: [".do", ".while", "j"], grammar: .expression("(Expression)")
      ) { session, value in try session.repeatStatements(value) },
    ])

  private static let scripts = ["$<", "$><", "$$<", "$$><", "$$>a<"]
}
