import Engine
import Language

/// `~` and what follows it where threads of a process are debugged.
enum Threads {
  /// Which threads a prefix names.
  private enum Choice: Equatable {
    case none
    case all
    case one(Int)
  }

  static func run(_ arguments: CommandLine, _ session: Session) throws {
    var line = arguments
    let choice = try read(&line, session)
    if line.isAtEnd() {
      for thread in try chosen(choice, session) { show(thread, session) }
      return
    }
    let command = line.takeRest()
    if command == "s" { return try select(choice, line, session) }
    if "fumn".contains(command) { throw session.rejected(.notSupported) }
    try carryOut(command, choice, session)
  }

  /// The choice at the cursor: `.` the current thread, `#` that of the last event, `*` all, a decimal
  /// number, `[Expression]`, or `~[Expression]` by the thread's id.
  private static func read(_ line: inout CommandLine, _ session: Session) throws -> Choice {
    line.skipBlanks()
    let start = line.position
    let number: Int
    if line.take("*") { return .all }
    if line.take(".") {
      number = session.debugger.scope.processor
    } else if line.take("#") {
      number = session.debugger.lastStop?.processor ?? session.debugger.scope.processor
    } else if line.next == UInt8(ascii: "[") || line.take("~") {
      let isID = line.position > start
      guard line.take("[") else { throw line.rejected(.syntax) }
      let value = try session.evaluate(&line)
      line.skipBlanks()
      guard line.take("]") else { throw line.rejected(.syntax) }
      let known = session.process?.threads.first { isID ? $0.id == value : false }
      number = isID ? known?.number ?? Int.max : Int(clamping: value)
    } else if let byte = line.next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      let digits = line.take { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      number = Int(digits) ?? Int.max
    } else {
      return .none
    }
    guard session.process?.thread(number) != nil else {
      throw line.rejected(.illegalThread, at: start)
    }
    return .one(number)
  }

  private static func chosen(_ choice: Choice, _ session: Session) throws -> [UserThread] {
    let threads = session.process?.threads ?? []
    guard case .one(let number) = choice else { return threads }
    return threads.filter { $0.number == number }
  }

  private static func select(_ choice: Choice, _ line: CommandLine, _ session: Session) throws {
    switch choice {
    case .all: throw line.rejected(.syntax)
    case .none: break
    case .one(let number): try session.debugger.setProcessor(number)
    }
    try session.printLocation()
  }

  /// Carries out a command for each chosen thread. `e` before it takes the rest of the line as well.
  private static func carryOut(_ command: String, _ choice: Choice, _ session: Session) throws {
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
    let process = (session.process?.processID ?? 0).hex()
    session.print(
      "\(mark)\(number)  Id: \(process).\(thread.id.hex()) Suspend: \(thread.suspendCount) "
        + "Teb: \(session.addressText(thread.teb)) Unfrozen")
  }
}
