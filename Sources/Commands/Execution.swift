import Engine
import Language

extension CommandSet {
  /// Letting the target run.
  public static let execution = CommandSet("Execution", Execution.going + Execution.steps)
}

/// The commands that resume the target.
enum Execution {
  /// `g` and its kin.
  static let going: [Command] = [
    Command(
      "g", "ga", summary: "Let the target run.",
      details: "= chooses where it starts. With addresses it stops at the first of them that is "
        + "reached; at most ten.",
      grammar: start, .list(.address("BreakAddress")).spelled("[BreakAddress ...]")
    ) { session, start, places in
      guard places.count <= 10 else { throw session.rejectedAtEnd(.breakpointList) }
      try go(session, from: start, .handled, until: places)
    },
    Command(
      "gh", summary: "Run on, the exception being handled.", grammar: start
    ) { session, start in try go(session, from: start, .handled) },
    Command(
      "gn", "gN", summary: "Run on, the exception not being handled.", grammar: start
    ) { session, start in try go(session, from: start, .notHandled) },
    Command(
      "gc", summary: "Run on from a conditional breakpoint.",
      details: "The target goes on the way it was running when the breakpoint was hit.",
      grammar: .rest("")
    ) { session, _ in try session.resumeAsBefore() },
    Command("gu", summary: "Run until the function returns.") { session in
      let debugger = session.debugger
      try session.runTarget { try debugger.stepOut() }
    },
  ]

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
