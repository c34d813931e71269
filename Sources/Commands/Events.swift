import Engine
import Language

extension CommandSet {
  /// What stops the target besides breakpoints, and what has happened.
  public static let events = CommandSet(
    "Events",
    [
      Command(
        "sx", summary: "List the event filters: what exceptions and other events do.",
        details: "First the events, then the exceptions, then every other exception and those that "
          + "were named by their numbers.",
        examples: ["sx": "list all filters"],
        related: ["sxe", "sxd", "sxn", "sxi", "sxr", "sx-", ".lastevent"], repetition: .none
      ) { session in for line in session.eventFilters.lines { session.print(line) } },
      setter("sxe", .enabled, "Stop when an event happens, at the first chance."),
      setter("sxd", .secondChance, "Stop for an exception that nobody has handled."),
      setter("sxn", .output, "Tell an event, and do not stop."),
      setter("sxi", .ignored, "Let an event pass without a word."),
      setter("sx-", nil, "Change an event's commands only."),
      Command(
        "sxr", summary: "Set all event filters back to their defaults.",
        examples: ["sxr": "forget every change"], related: ["sx"], repetition: .none
      ) { session in
        session.resetFilters()
        session.print("sx state reset to defaults")
      },
      Command(
        ".lastevent", summary: "Tell what stopped the target.",
        examples: [".lastevent": "after Ctrl+C: the break instruction"],
        related: [".exr", ".eventlog", "sx"], repetition: .none
      ) { session in try showLastEvent(session) },
      Command(
        ".eventlog", summary: "List what has happened lately.",
        details: "Modules that came and went, exceptions, breakpoints that were hit.",
        examples: [".eventlog": "list the events of this session"],
        related: [".lastevent", "sx"], repetition: .none
      ) { session in
        for line in session.recentEvents { session.print(line) }
        guard let stop = session.debugger.lastStop else { return }
        session.print("Last event: \(session.eventText(stop))")
      },
    ])

  private static func setter(
    _ name: String, _ breaks: EventFilter.Break?, _ summary: String
  ) -> Command {
    Command(
      name, summary: summary,
      details: """
        Event is one of sx's codes, the number of an exception, or * for every exception without a \
        filter of its own. ld and ud take a module after a colon or a blank, a pattern or an \
        address; out takes a pattern of the text. -c and -c2 set the commands for the first and the \
        second chance, which run whether the event stops the target or not. -h sets whether the \
        exception counts as handled: sxe does, the others do not.
        """,
      examples: breaks == nil
        ? ["sx- -c \".lastevent\" av": "name the event at each access violation"]
        : ["\(name) ld:myfault": "for the module myfault", "\(name) c0000096": "for an exception"],
      related: ["sx", "sxr", ".lastevent", "gh", "gn"], repetition: .none,
      grammar: .line(
        "[-c \"Commands\"] [-c2 \"Commands\"] [-h] Event[:Argument]",
        completion: .choice(Set(EventFilters().rows.map(\.code)).sorted()))
    ) { session, line in
      var line = line
      try change(session, &line, breaks)
    }
  }

  private static func change(
    _ session: Session, _ line: inout CommandLine, _ breaks: EventFilter.Break?
  ) throws {
    var change = EventFilterChange(breaks: breaks)
    line.skipBlanks()
    while line.next == UInt8(ascii: "-") {
      let start = line.position
      if line.take("-c2") {
        change.secondCommand = try commands(&line)
      } else if line.take("-c") {
        change.command = try commands(&line)
      } else if line.take("-h") {
        change.isHandling = true
      } else {
        throw line.rejected(.syntax, at: start)
      }
      line.skipBlanks()
    }
    let start = line.position
    let code = line.take { !" \t:,".utf8.contains($0) }
    guard !code.isEmpty else { throw line.rejected(.syntax) }
    line.skipBlanks()
    _ = line.take(":")
    line.skipBlanks()
    let argumentStart = line.position
    let argument = line.take { !" \t".utf8.contains($0) }
    try line.expectEnd()
    if session.changeFilter(code, argument: argument.isEmpty ? nil : argument, change) { return }
    guard !session.eventFilters.hasCode(code) else {
      throw line.rejected(.syntax, at: argumentStart)
    }
    line.position = start
    let number = try session.evaluate(&line)
    try line.expectEnd()
    session.changeFilter(exception: UInt32(truncatingIfNeeded: number), change)
  }

  private static func commands(_ line: inout CommandLine) throws -> String {
    line.skipBlanks()
    guard let text = line.takeQuoted() else { throw line.rejected(.syntax) }
    return text
  }

  private static func showLastEvent(_ session: Session) throws {
    guard let stop = session.debugger.lastStop else {
      throw CommandError.message("No event has happened yet")
    }
    session.print("Last event: \(session.eventText(stop))")
    guard let now = session.debugger.target.facts.systemTime else { return }
    session.print("  debugger time: \(DebuggerTime.text(fileTime: now))")
  }
}
