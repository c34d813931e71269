import Engine
import Language

extension CommandSet {
  /// The session itself: log file, screen, end.
  public static let session = CommandSet(
    "Session",
    [
      Command(
        "q", "qq", "qd", summary: "Quit.",
        details: "The target ends with the session.", related: [".logclose"], repetition: .none,
        grammar: .rest("")
      ) { session, _ in
        session.print("quit:")
        session.isOver = true
      },
      Command(
        ".logopen", summary: "Copy everything printed into a new file.",
        details: "/d takes a name made from the target's; the default is crashcart.log.",
        repetition: .none, grammar: .switches("t", "u", "d"), .optional(.file("File"))
      ) { session, _, path in
        try openLog(path ?? "crashcart.log", appending: false, session)
      },
      Command(
        ".logappend", summary: "Copy everything printed to the end of a file.",
        repetition: .none, grammar: .switches("u"), .optional(.file("File"))
      ) { session, _, path in
        try openLog(path ?? "crashcart.log", appending: true, session)
      },
      Command(
        ".logclose", summary: "End the log file.", related: [".logopen", ".logappend", ".logfile"],
        repetition: .none
      ) { session in
        guard let path = session.logPath else { return session.print("No log file is open") }
        session.print("Closing open log file \(path)")
        session.closeLog()
      },
      Command(
        ".logfile", summary: "Tell which log file is open.",
        examples: [".logfile": "tells whether a log is open"], related: [".logopen", ".logclose"]
      ) { session in
        session.print(session.logPath.map { "Log '\($0)' opened" } ?? "No log file opened")
      },
      Command(
        ".cls", summary: "Clear the screen.", examples: [".cls": "an empty screen"],
        repetition: .none
      ) { session in
        session.clearScreen?()
      },
      Command(
        ".console", summary: "Type a line on the target's console.",
        details: "Enter is pressed after the text. The target reads it when it runs again.",
        examples: [".console ver": "typed now, read when the target runs"], related: ["g"],
        repetition: .none, grammar: .line("\"Text\"")
      ) { session, line in
        var line = line
        guard !line.isAtEnd() else { throw line.rejected(.syntax) }
        let isQuoted = line.opensQuotes
        guard let typed = isQuoted ? line.takeQuoted() : line.takeRest() else {
          throw line.rejected(.syntax)
        }
        try line.expectEnd()
        try session.debugger.target.type(Array("\(typed)\r".utf8))
      },
    ])

  private static func openLog(_ path: String, appending: Bool, _ session: Session) throws {
    if let old = session.logPath { session.print("Closing open log file \(old)") }
    guard session.openLog(path, appending: appending) else {
      throw CommandError.message("Unable to open log file '\(path)'")
    }
    session.print("Opened log file '\(path)'")
  }
}
