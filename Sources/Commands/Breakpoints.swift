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
        details: optionHelp,
        examples: [
          "bp nt!NtClose": "stop whenever a handle is closed",
          "bp nt!NtClose 5": "from the fifth time on",
          "bp nt!NtClose \"r rcx; g\"": "show the handle and go on",
          "bp /w \"@rcx==4\" nt!NtClose": "only for handle 4",
        ],
        related: ["bu", "bm", "ba", "bl", "bc", "bd", "be", "bs", "bsc", ".bpcmds", "gc"],
        repetition: .none, grammar: .line("[Options] [Address [Passes]] [\"Commands\"]")
      ) { session, line in try BreakpointRequest(line, session).set(.atAddress, session) },
      Command(
        "bu", summary: "Set a breakpoint on a name.",
        details: "It follows the symbol when modules come and go. \(optionHelp)",
        examples: ["bu myfault!DriverEntry": "as soon as the driver is there"],
        related: ["bp", "bm", "bl"],
        repetition: .none, grammar: .line("[Options] [Address [Passes]] [\"Commands\"]")
      ) { session, line in try BreakpointRequest(line, session).set(.byName, session) },
      Command(
        "bm", summary: "Set breakpoints on every function that matches a pattern.",
        details: "/a takes any symbol, data too; /d binds them to the addresses, not to the names; "
          + "/( takes parameters for part of the names. bp's options go with it.",
        examples: ["bm nt!NtOpen*": "on every function of that name"], related: ["bp", "bu", "x"],
        repetition: .none,
        grammar: .line("[Options] Pattern [Passes] [\"Commands\"]", completion: .symbol)
      ) { session, line in try BreakpointRequest.setMatching(line, session) },
      Command(
        "ba", summary: "Set a breakpoint on access to memory.",
        details: "Access is e (run), w (write) or r (read or write); Size is 1, 2, 4 or 8, and 1 "
          + "for e. The address must be a multiple of the size. bp's options go with it.",
        examples: ["ba w4 nt!KiBugCheckData": "when the code of a bug check is written"],
        related: ["bp", "bl"],
        repetition: .none,
        grammar: .line("Access Size [Options] [Address [Passes]] [\"Commands\"]")
      ) { session, line in try BreakpointRequest.setAccess(line, session) },
      Command(
        "bl", summary: "List the breakpoints.",
        details:
          "Number, e or d (enabled or disabled), u while the place is not known, the address, "
          + "access, passes left and at first, the symbol and the commands. With source lines on, the "
          + "line follows the address; /L leaves it out.",
        examples: ["bl": "list all"], related: ["bp", ".bpcmds"],
        grammar: .switches("L"), .rest("[Breakpoints]")
      ) { session, switches, text in
        let chosen = text.isEmpty ? nil : try BreakpointList.read(text, session)
        let showsSource = session.showsSourceLines && !switches.contains("L")
        for breakpoint in session.debugger.breakpoints.all
        where chosen?.contains(breakpoint.id) ?? true {
          let lines = BreakpointList.lines(breakpoint, showsSource: showsSource, session)
          for line in lines { session.print(line) }
        }
      },
      Command(
        "bc", summary: "Delete breakpoints.", details: idHelp, examples: ["bc *": "delete all"],
        related: ["bd", "bl"], repetition: .none, grammar: ids
      ) { session, ids in for id in ids { session.debugger.breakpoints[id] = nil } },
      Command(
        "bd", summary: "Disable breakpoints.", details: idHelp, examples: ["bd *": "disable all"],
        related: ["be", "bc"], repetition: .none, grammar: ids
      ) { session, ids in
        for id in ids { session.debugger.breakpoints[id]?.isEnabled = false }
      },
      Command(
        "be", summary: "Enable breakpoints.", details: idHelp, examples: ["be *": "enable all"],
        related: ["bd", "bc"], repetition: .none, grammar: ids
      ) { session, ids in
        for id in ids { session.debugger.breakpoints[id]?.isEnabled = true }
      },
      Command(
        "br", summary: "Give breakpoints other numbers.",
        examples: ["bp0 nt!KeBugCheckEx; br 0 5; bc 5": "number 5 from now on, and away"],
        related: ["bl", "bp"],
        repetition: .none, grammar: pairs
      ) { session, pairs in
        for pair in pairs {
          guard session.debugger.breakpoints.renumber(pair.old, to: pair.new) else {
            throw CommandError.message("Breakpoint \(pair.old) cannot become \(pair.new)")
          }
        }
      },
      Command(
        "bs", summary: "Change a breakpoint's commands.",
        details: "Without commands those that it has are removed.",
        examples: ["bp0 nt!KeBugCheckEx; bs 0 \"k\"; bc 0": "its commands are replaced"],
        related: ["bsc", "bp"],
        repetition: .none, grammar: number, .optional(.commands())
      ) { session, id, commands in try setCommands(commands ?? "", of: id, session) },
      Command(
        "bsc", summary: "Make a breakpoint stop under a condition only.",
        details: "The commands are carried out when the condition holds; otherwise the target goes "
          + "on. Commands that the breakpoint has are replaced.",
        examples: ["bp0 nt!KeBugCheckEx; bsc 0 @rcx==e2 \"k\"; bc 0": "its condition is replaced"],
        related: ["bs", "bp", "j", "gc"],
        repetition: .none, grammar: number, .line("Condition [\"Commands\"]")
      ) { session, id, line in
        var line = line
        line.skipBlanks()
        let condition = line.take { $0 != UInt8(ascii: "\"") }.trimmingTrailingBlanks
        guard !condition.isEmpty else { throw line.rejected(.syntax) }
        var commands = ""
        if line.next != nil {
          guard let text = line.takeQuoted() else { throw line.rejected(.syntax) }
          commands = text
        }
        try line.expectEnd()
        try setCommands("j \(condition) '\(commands)'; 'gc'", of: id, session)
      },
      Command(
        ".bpcmds", summary: "Print commands that set the breakpoints again.",
        examples: [".bpcmds": "a script of the breakpoints"], related: ["bl", "bp"]
      ) { session in
        for breakpoint in session.debugger.breakpoints.all {
          session.print(BreakpointList.recipe(breakpoint))
        }
      },
    ])

  private static let optionHelp = """
    A number right after the name, or an expression in brackets, chooses the breakpoint's number. \
    Passes is from which hit on it stops. The commands are carried out at each stop; an execution \
    command in them ends them. /1 removes it at its first hit, /p and /t limit it to a process or \
    thread, /c and /C to fewer or more frames of call stack than a number, /w to a condition.
    """

  private static func setCommands(_ commands: String, of id: Int, _ session: Session) throws {
    guard session.debugger.breakpoints[id] != nil else {
      throw CommandError.message("Breakpoint \(id) does not exist")
    }
    session.debugger.breakpoints[id]?.commands = commands
  }

  /// One breakpoint's number: decimal, or an expression in brackets.
  private static let number = Parameter<Int>(usage: "Breakpoint") {
    line, session throws(CommandError) in
    line.skipSeparators()
    if line.take("[") {
      let value = try session.evaluate(&line)
      line.skipBlanks()
      guard line.take("]") else { throw line.rejected(.syntax) }
      return Int(clamping: value)
    }
    let digits = line.take { (0x30...0x39).contains($0) }
    guard let value = Int(digits) else { throw line.rejected(.syntax) }
    return value
  }

  private struct Renumbering: Sendable {
    var old: Int
    var new: Int
  }

  /// Old and new numbers in turn.
  private static let pairs = Parameter<[Renumbering]>(usage: "OldID NewID ...") {
    line, session throws(CommandError) in
    var pairs: [Renumbering] = []
    repeat {
      let old = try number.read(&line, session)
      pairs.append(Renumbering(old: old, new: try number.read(&line, session)))
    } while !line.isAtEnd()
    return pairs
  }

  private static let idHelp =
    "Numbers, ranges such as 2-5, expressions in brackets, patterns in double quotes, or * for all."

  private static let ids = Parameter<[Int]>(
    usage: "Breakpoints", completion: .breakpoint,
    note: "numbers, ranges (2-5), *, or a pattern of symbols in double quotes"
  ) {
    line, session throws(CommandError) in
    line.skipBlanks()
    guard line.position < line.limit else { throw line.rejected(.syntax) }
    return try BreakpointList.read(line.takeRest(), session)
  }
}
