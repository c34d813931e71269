import Engine
import Language

/// `~` and what follows it where threads of a process are debugged.
enum ThreadPrefix {
  static func run(_ arguments: CommandLine, _ session: Session) throws {
    var line = arguments
    let choice = try read(&line, session)
    if line.isAtEnd() {
      for thread in try chosen(choice, session) { show(thread, session) }
      return
    }
    let command = line.takeRest()
    if command == "s" { return try select(choice, line, session) }
    if let hold = holds[command] { return try self.hold(hold, choice, session) }
    if case .number(let number) = choice, runs(command) {
      return try run(command, number, session)
    }
    try carryOut(command, choice, session)
  }

  /// Whether a choice, or one letter behind it that tells threads something, ends with the statement:
  /// `~1f; k`. Any other command takes the rest of the line.
  static func standsAlone(_ arguments: CommandLine) -> Bool {
    var line = arguments
    _ = line.take("~")
    if line.take("[") {
      _ = line.take { $0 != UInt8(ascii: "]") }
      _ = line.take("]")
    } else {
      _ = line.take { "0123456789.#*".utf8.contains($0) }
    }
    line.skipBlanks()
    if let next = line.next, "sfunm".utf8.contains(next) {
      line.position += 1
      line.skipBlanks()
    }
    return line.next == nil || line.next == UInt8(ascii: ";")
  }

  private static let holds: [String: ThreadHold] = [
    "f": .freeze, "u": .thaw, "n": .suspend, "m": .resume,
  ]

  /// Freezes threads and lets them go, or counts their suspension.
  private static func hold(_ hold: ThreadHold, _ choice: PrefixChoice, _ session: Session) throws {
    guard let process = session.process else { throw session.rejected(.notSupported) }
    let current = PrefixChoice.number(session.debugger.scope.processor)
    let kept = session.debugger.scope
    for thread in try chosen(choice == .none ? current : choice, session) {
      try session.checkCancelled()
      try process.hold(hold, thread: thread.number)
    }
    session.debugger.refresh()
    session.debugger.restore(kept)
  }

  /// Whether a command lets the target run: then only the thread that was named does.
  private static func runs(_ command: String) -> Bool {
    let word = command.prefix { $0.isLetter }
    return ["g", "gh", "gn", "gu", "p", "pa", "pc", "pt", "t", "ta", "tc", "tt"].contains(word)
  }

  /// Carries out a command that lets the target run while every other thread is frozen.
  private static func run(_ command: String, _ number: Int, _ session: Session) throws {
    guard let process = session.process else { throw session.rejected(.notSupported) }
    let others = process.threads.filter { $0.number != number && !$0.isFrozen }
    let wasFrozen = process.thread(number)?.isFrozen ?? false
    for thread in others { try process.hold(.freeze, thread: thread.number) }
    if wasFrozen { try process.hold(.thaw, thread: number) }
    defer {
      for thread in others where !process.hasExited {
        try? process.hold(.thaw, thread: thread.number)
      }
      if wasFrozen, !process.hasExited { try? process.hold(.freeze, thread: number) }
    }
    session.debugger.refresh()
    try session.debugger.setProcessor(number)
    try session.run(commands: command)
  }

  /// The choice at the cursor; `~[Expression]` names a thread by the system's number for it.
  private static func read(_ line: inout CommandLine, _ session: Session) throws -> PrefixChoice {
    let start = line.position
    let byID = line.take("~")
    guard !byID || line.next == UInt8(ascii: "[") else { throw line.rejected(.syntax) }
    let debugger = session.debugger
    var choice = try PrefixChoice(
      &line, session, current: debugger.scope.processor,
      event: debugger.lastStop?.processor ?? debugger.scope.processor)
    guard case .number(let number) = choice else { return choice }
    let found = session.debugger.userTarget?.threads.first {
      byID ? $0.id == UInt64(clamping: number) : $0.number == number
    }
    guard let found else { throw line.rejected(.illegalThread, at: start) }
    choice = .number(found.number)
    return choice
  }

  private static func chosen(_ choice: PrefixChoice, _ session: Session) throws -> [UserThread] {
    let threads = session.debugger.userTarget?.threads ?? []
    guard case .number(let number) = choice else { return threads }
    return threads.filter { $0.number == number }
  }

  private static func select(_ choice: PrefixChoice, _ line: CommandLine, _ session: Session) throws
  {
    switch choice {
    case .all: throw line.rejected(.syntax)
    case .none: break
    case .number(let number): try session.debugger.setProcessor(number)
    }
    try session.printLocation()
  }

  /// Carries out a command for each chosen thread. `e` before it takes the rest of the line as well.
  private static func carryOut(_ command: String, _ choice: PrefixChoice, _ session: Session) throws
  {
    var command = command
    if command.hasPrefix("e "), choice != .none { command.removeFirst(2) }
    let debugger = session.debugger
    let kept = debugger.scope
    defer { if session.debugger === debugger { debugger.restore(kept) } }
    var threads = try chosen(choice, session)
    if choice == .none { threads = threads.filter { $0.number == kept.processor } }
    for thread in threads {
      try session.checkCancelled()
      if choice == .all {
        session.print()
        show(thread, session)
      }
      try debugger.setProcessor(thread.number)
      try session.run(commands: command)
      guard session.debugger === debugger else { return }
    }
  }

  /// `.  0  Id: 10.14 Suspend: 0 Teb: 000007ff`fffdd000 Unfrozen`.
  static func show(_ thread: UserThread, _ session: Session) {
    let debugger = session.debugger
    let isEvent = debugger.lastStop?.processor == thread.number
    let mark = debugger.scope.processor == thread.number ? "." : isEvent ? "#" : " "
    let number = String(thread.number).leftPadded(3)
    let process = (session.debugger.userTarget?.processID ?? 0).hex()
    session.print(
      "\(mark)\(number)  Id: \(process).\(thread.id.hex()) Suspend: \(thread.suspendCount) "
        + "Teb: \(session.addressText(thread.teb)) \(thread.isFrozen ? "Frozen" : "Unfrozen")")
  }
}
