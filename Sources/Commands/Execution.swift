import Engine
import Language

extension CommandSet {
  /// Letting the target run.
  public static let execution = CommandSet(
    "Execution", Execution.going + Execution.steps + [Execution.watch, Execution.promptAllow])
}

/// The commands that resume the target.
enum Execution {
  /// `g` and its kin.
  static let going: [Command] = [
    Command(
      "g", "ga", summary: "Let the target run.",
      details: "= chooses where it starts. With addresses it stops at the first of them that is "
        + "reached; at most ten.",
      examples: ["g": "run until something stops it", "g nt!KeBugCheckEx": "or until a function"],
      related: ["gh", "gn", "gu", "p", "t", "bp"], grammar: start, places
    ) { session, start, places in
      try go(session, from: start, session.answer, until: places)
    },
    Command(
      "gh", "gha", summary: "Run on, the exception being handled.",
      details: "Otherwise as g, which answers an exception as its filter says (sx).",
      examples: ["gh": "go on"], related: ["g", "gn", "sx"],
      grammar: start, places
    ) { session, start, places in try go(session, from: start, .handled, until: places) },
    Command(
      "gn", "gN", "gna", "gNa", summary: "Run on, the exception not being handled.",
      details: "The target's own handlers get it. Otherwise as g.",
      examples: ["gn": "go on"], related: ["g", "gh", "sx"],
      grammar: start, places
    ) { session, start, places in try go(session, from: start, .notHandled, until: places) },
    Command(
      "gc", summary: "Run on from a conditional breakpoint.",
      details: "The target goes on the way it was running when the breakpoint was hit.",
      effect: .resumes
    ) { session in try session.resumeAsBefore() },
    Command(
      "gu", summary: "Run until the function returns.", examples: ["gu": "to the caller"],
      related: ["g", "p", "pt"]
    ) { session in
      let debugger = session.debugger
      try session.runTarget { try debugger.stepOut() }
    },
  ]

  /// What a stop shows.
  static let promptAllow = Command(
    ".prompt_allow", summary: "Choose what steps and stops show.",
    details: "Each name has + (show) or - (hide) before it: dis the instruction, reg the registers "
      + "at steps, sym the symbol. Without names it tells what is shown.",
    examples: [".prompt_allow": "what is shown", ".prompt_allow +reg": "registers too"],
    related: ["p", "t", ".pcmd"], grammar: .rest("[{+|-}dis|reg|sym ...]")
  ) { session, text in
    let parts: [(name: String, part: StopParts, meaning: String)] = [
      ("dis", .disassembly, "Disassembly"), ("reg", .registers, "Registers"),
      ("sym", .symbol, "Symbol"),
    ]
    var hidden = session.hiddenAtStops
    for word in text.split(separator: " ") {
      guard let row = parts.first(where: { $0.name == word.dropFirst() }) else {
        throw session.rejectedAtEnd(.syntax)
      }
      switch word.first {
      case "-": hidden.insert(row.part)
      case "+": hidden.remove(row.part)
      default: throw session.rejectedAtEnd(.syntax)
      }
    }
    session.hiddenAtStops = hidden
    guard text.split(separator: " ").isEmpty else { return }
    for row in parts {
      session.print("\(row.name) - \(row.meaning): \(hidden.contains(row.part) ? "off" : "on")")
    }
  }

  /// Addresses to stop at; at most ten.
  private static let places: Parameter<[UInt64]> = {
    let list: Parameter<[UInt64]> = .list(.address("BreakAddress"))
    let read = list.read
    return Parameter<[UInt64]>(usage: "[BreakAddress ...]", completion: .expression) {
      line, session throws(CommandError) in
      let places = try read(&line, session)
      guard places.count <= 10 else { throw line.rejected(.breakpointList) }
      return places
    }
  }()

  /// `= Address`.
  static let start = Parameter<UInt64?>(usage: "[= StartAddress]", completion: .expression) {
    line, session throws(CommandError) in
    line.skipBlanks()
    guard line.take("=") else { return nil }
    return try session.evaluate(&line)
  }

  private static func go(
    _ session: Session, from start: UInt64?, _ handling: Resumption.Handling,
    until places: [UInt64] = []
  ) throws {
    try move(session, to: start)
    let debugger = session.debugger
    try session.runTarget { try debugger.go(handling: handling, until: places) }
  }

  /// Sets the instruction pointer, if there is a new one.
  static func move(_ session: Session, to start: UInt64?) throws {
    if let start { try session.setRegister("rip", start) }
  }
}
