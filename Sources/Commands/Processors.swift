import Engine
import Language

extension CommandSet {
  /// Prefixes that say whose state a command sees: processors and threads, processes, systems.
  public static let prefixes = CommandSet(
    "Processors, threads, systems",
    [
      Command(
        "~", spellings: ["~0s", "~*"], summary: "List processors or threads, or choose one.",
        details: """
          ~ lists them, ~N names one, ~. the current one, ~# the one of the last event, ~* all, \
          ~[Expression] the one of this number. With s it becomes the current one, with a command \
          that is carried out for it, or for each of them. In a kernel session these are processors; \
          in a user-mode session threads, where ~~[Expression] names one by its own number and e \
          before a command lets it take the rest of the line. ~Nf freezes a thread, ~Nu lets it go, \
          ~Nn and ~Nm raise and lower its suspend count; ~Ng and steps let that thread run alone.
          """,
        examples: [
          "~": "All processors.", "~1s": "Processor 1 becomes the current one.",
          "~*k": "The stack of each processor.", "~0 r rip": "A register of processor 0.",
        ], related: ["!running", ".thread", "||"],
        extent: .lineIf { !ThreadPrefix.standsAlone($0) },
        grammar: .line("[N|*|.|#|[Expression]] [s|Command]", completion: .command)
      ) { session, line in try ProcessorPrefix.run(line, session) },
      Command(
        "|", spellings: ["|0s", "|*"], summary: "List the debugged processes, or choose one.",
        details:
          "|N names one, |. the current one, |# the one of the last event, |* all; with s it "
          + "becomes the current one, with a command that is carried out for it. Before a process "
          + "was attached to there are none: in a kernel session .process and !process are the "
          + "commands.",
        related: [".attach", ".tlist", ".process", "!process", "~", "||"], extent: .line,
        grammar: .line("[N|*|.|#] [s|Command]", completion: .command)
      ) { session, line in try ProcessPrefix.run(line, session) },
      Command(
        "||", spellings: ["||0s", "||*"], summary: "List the systems, or choose one.",
        details:
          "A system is a machine or a crash dump; .opendump adds one. ||N names one, ||. the "
          + "current one, ||# the one of the last event, ||* all; with s it becomes the current one. "
          + "In a kernel session ||[Expression] before a command is a processor.",
        examples: [
          "||": "All systems.", "||0s": "System 0 becomes the current one.",
          "||[0] r rip": "A register of processor 0.",
        ], related: [".opendump", "~", "vertarget"], extent: .line,
        grammar: .line("[N|*|.|#|[Expression]] [s|Command]")
      ) { session, line in try SystemPrefix.run(line, session) },
    ])
}

/// Which of several a prefix names.
enum PrefixChoice: Equatable {
  /// Nothing was written.
  case none
  case all
  case number(Int)

  /// Reads what follows the prefix.
  ///
  /// - Parameters:
  ///   - current: what `.` stands for.
  ///   - event: what `#` stands for.
  ///   - brackets: whether `[Expression]` may stand there.
  init(
    _ line: inout CommandLine, _ session: Session, current: Int, event: Int, brackets: Bool = true
  ) throws(CommandError) {
    line.skipBlanks()
    switch line.next {
    case UInt8(ascii: "*"):
      line.position += 1
      self = .all
    case UInt8(ascii: "."):
      // A dot command is none of its own: `~.` stands alone or before a blank or a letter command.
      line.position += 1
      self = .number(current)
    case UInt8(ascii: "#"):
      line.position += 1
      self = .number(event)
    case UInt8(ascii: "[") where brackets:
      line.position += 1
      let number = try session.evaluate(&line)
      line.skipBlanks()
      guard line.take("]") else { throw line.rejected(.syntax) }
      self = .number(Int(clamping: number))
    case let byte? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte):
      let digits = line.take { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      self = .number(Int(digits) ?? Int.max)
    default: self = .none
    }
  }
}

/// `~` and what follows it.
enum ProcessorPrefix {
  static func run(_ arguments: CommandLine, _ session: Session) throws {
    if session.debugger.userTarget != nil { return try ThreadPrefix.run(arguments, session) }
    var line = arguments
    let debugger = session.debugger
    let count = debugger.target.processorCount
    if line.next == UInt8(ascii: "~") { throw session.rejected(.notSupported) }
    let start = line.position
    let choice = try PrefixChoice(
      &line, session, current: debugger.scope.processor,
      event: debugger.lastStop?.processor ?? debugger.scope.processor)
    if case .number(let number) = choice, !(0..<count).contains(number) {
      let isThread = debugger.target.kind == .user
      throw line.rejected(isThread ? .illegalThread : .syntax, at: start)
    }
    if line.isAtEnd() { return try list(choice, session) }
    let command = line.rest.trimmingCharacters(in: .whitespaces)
    if command == "s" { return try select(choice, &line, session) }
    if isThreadCommand(line) { throw session.rejected(.notSupported) }
    try carryOut(command, choice, session)
  }

  /// `f u m n` alone and `e` before commands: what only threads of a user session can be told.
  private static func isThreadCommand(_ line: CommandLine) -> Bool {
    guard let first = line.next else { return false }
    let next = line.peek(1)
    if first == UInt8(ascii: "e") { return next == nil || next == 0x20 }
    return next == nil && "fumn".utf8.contains(first)
  }

  private static func select(
    _ choice: PrefixChoice, _ line: inout CommandLine, _ session: Session
  ) throws {
    switch choice {
    case .none: try list(.number(session.debugger.scope.processor), session)
    case .all: throw line.rejected(.syntax)
    case .number(let number): try session.debugger.setProcessor(number)
    }
  }

  private static func list(_ choice: PrefixChoice, _ session: Session) throws {
    if case .number(let number) = choice { return try show(number, session) }
    for processor in 0..<session.debugger.target.processorCount { try show(processor, session) }
  }

  private static func carryOut(
    _ command: String, _ choice: PrefixChoice, _ session: Session
  ) throws {
    var processors = Array(0..<session.debugger.target.processorCount)
    switch choice {
    case .all: break
    case .number(let number): processors = [number]
    case .none: processors = [session.debugger.scope.processor]
    }
    let debugger = session.debugger
    let kept = debugger.scope
    defer { debugger.restore(kept) }
    for processor in processors {
      try session.checkCancelled()
      if processors.count > 1 { try show(processor, session) }
      try debugger.setProcessor(processor)
      try session.run(commands: command)
      if session.wasBrokenInto { return }
    }
  }

  /// One processor's line: a mark for the current one, its number, thread and place.
  private static func show(_ processor: Int, _ session: Session) throws {
    let mark = processor == session.debugger.scope.processor ? "." : " "
    let thread = session.debugger.currentThread(processor: processor) ?? 0
    let context = try session.debugger.target.context(processor: processor)
    let place = session.symbolText(context[.rip]) ?? session.addressText(context[.rip])
    session.print("\(mark)  \(processor)  Thread: \(session.plainAddress(thread))  \(place)")
  }
}

/// `||` and what follows it.
enum SystemPrefix {
  static func run(_ arguments: CommandLine, _ session: Session) throws {
    var line = arguments
    let start = line.position
    if line.next == UInt8(ascii: "["), session.debugger.target.kind == .kernel {
      // A processor, and its command.
      return try ProcessorPrefix.run(line, session)
    }
    let choice = try PrefixChoice(
      &line, session, current: session.system, event: session.system)
    if case .number(let number) = choice, !session.systems.indices.contains(number) {
      throw line.rejected(.syntax, at: start)
    }
    if line.isAtEnd() {
      if case .number(let number) = choice { return show(number, session) }
      for number in session.systems.indices { show(number, session) }
      return
    }
    let command = line.rest.trimmingCharacters(in: .whitespaces)
    guard command == "s" else { throw line.rejected(.syntax) }
    switch choice {
    case .none: show(session.system, session)
    case .all: throw line.rejected(.syntax)
    case .number(let number): session.select(system: number)
    }
    try session.printLocation()
  }

  /// A system's line: a mark for the current one, its number, how it is reached.
  private static func show(_ number: Int, _ session: Session) {
    let mark = number == session.system ? "." : " "
    session.print("\(mark) \(number) \(session.systems[number].target.facts.connection)")
  }
}
