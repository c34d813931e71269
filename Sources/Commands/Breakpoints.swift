import Engine
import Language
import Symbols

extension CommandSet {
  /// Breakpoints.
  public static let breakpoints = CommandSet(
    "Breakpoints",
    [
      Command(
        "bp", summary: "Set a breakpoint.",
        details:
          "A number right after bp chooses its number. Passes is from which hit on it stops. "
          + "The commands are carried out at each stop; an execution command in them ends them. "
          + "/1 removes it at its first hit, /p and /t limit it to a process or thread.",
        repetition: .none, grammar: .line("[Options] [Address [Passes]] [\"Commands\"]")
      ) { session, line in try BreakpointRequest(line, session).set(.atAddress, session) },
      Command(
        "bu", summary: "Set a breakpoint on a name.",
        details: "It follows the symbol when modules come and go. See bp.",
        repetition: .none, grammar: .line("[Options] [Address [Passes]] [\"Commands\"]")
      ) { session, line in try BreakpointRequest(line, session).set(.byName, session) },
      Command(
        "bm", summary: "Set breakpoints on every function that matches a pattern.",
        details: "/a takes any symbol, /d only data.", repetition: .none,
        grammar: .line("[Options] Pattern [Passes] [\"Commands\"]", completion: .symbol)
      ) { session, line in try BreakpointRequest.setMatching(line, session) },
      Command(
        "ba", summary: "Set a breakpoint on access to memory.",
        details: "Access is e (run), w (write) or r (read or write); Size is 1, 2, 4 or 8, and 1 "
          + "for e. The address must be a multiple of the size.",
        repetition: .none,
        grammar: .line("Access Size [Options] [Address [Passes]] [\"Commands\"]")
      ) { session, line in try BreakpointRequest.setAccess(line, session) },
      Command(
        "bl", summary: "List the breakpoints.", grammar: .rest("[Breakpoints]")
      ) { session, text in
        let chosen = text.isEmpty ? nil : try BreakpointList.read(text, session)
        for breakpoint in session.debugger.breakpoints.all
        where chosen?.contains(breakpoint.id) ?? true {
          for line in BreakpointList.lines(breakpoint, session) { session.print(line) }
        }
      },
      Command(
        "bc", summary: "Delete breakpoints.", details: idHelp, repetition: .none, grammar: ids
      ) { session, ids in for id in ids { session.debugger.breakpoints[id] = nil } },
      Command(
        "bd", summary: "Disable breakpoints.", details: idHelp, repetition: .none, grammar: ids
      ) { session, ids in
        for id in ids { session.debugger.breakpoints[id]?.isEnabled = false }
      },
      Command(
        "be", summary: "Enable breakpoints.", details: idHelp, repetition: .none, grammar: ids
      ) { session, ids in
        for id in ids { session.debugger.breakpoints[id]?.isEnabled = true }
      },
      Command(
        "br", summary: "Give a breakpoint another number.", repetition: .none,
        grammar: .count("Old"), .count("New")
      ) { session, old, new in
        guard session.debugger.breakpoints.renumber(old, to: new) else {
          throw CommandError.message("Breakpoint \(old) cannot become \(new)")
        }
      },
      Command(
        "bs", summary: "Change a breakpoint's commands.", repetition: .none,
        grammar: .count("Breakpoint"), .commands()
      ) { session, id, commands in
        guard session.debugger.breakpoints[id] != nil else {
          throw CommandError.message("Breakpoint \(id) does not exist")
        }
        session.debugger.breakpoints[id]?.commands = commands
      },
      Command(
        ".bpcmds", summary: "Print commands that set the breakpoints again.", grammar: .rest("")
      ) { session, _ in
        for breakpoint in session.debugger.breakpoints.all {
          session.print(BreakpointList.recipe(breakpoint))
        }
      },
    ])

  private static let idHelp =
    "Numbers, ranges such as 2-5, expressions in brackets, patterns in double quotes, or * for all."

  private static let ids = Parameter<[Int]>(usage: "Breakpoints") {
    line, session throws(CommandError) in
    line.skipBlanks()
    guard line.position < line.limit else { throw line.rejected(.syntax) }
    return try BreakpointList.read(line.takeRest(), session)
  }
}
