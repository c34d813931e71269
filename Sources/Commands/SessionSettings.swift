import Engine
import Foundation
import Language

extension CommandSet {
  /// How the session shows what it shows, and the computer's time.
  public static let sessionSettings = CommandSet(
    "Session settings",
    [
      Command(
        ".prefer_dml", summary: "Show or set whether commands print links.",
        details: "The choice is kept and shown; text has no links, so nothing looks different.",
        examples: [".prefer_dml 1": "links are wanted", ".prefer_dml 0": "plain text is"],
        related: [".chain", ".extmatch", "lm"],
        repetition: .none,
        grammar: .optional(.word("0|1", completion: .choice(["0", "1"])))
      ) { session, choice in
        if let choice {
          guard choice == "0" || choice == "1" else { throw session.rejectedAtEnd(.syntax) }
          session.prefersLinks = choice == "1"
        }
        session.print("DML versions of commands \(session.prefersLinks ? "on" : "off") by default")
      },
      Command(
        ".echotime", summary: "Tell the time of the computer that the debugger runs on.",
        examples: [".echotime": "the time now"], related: [".time"],
        repetition: .none
      ) { session in
        // 100 ns units since 1601, from seconds since 1970.
        let seconds = Date().timeIntervalSince1970 + 11_644_473_600
        let time = UInt64(max(0, seconds) * 10_000_000)
        session.print("Debugger (not debuggee) time: \(DebuggerTime.text(fileTime: time))")
      },
    ])
}
