import Engine
import Language
import Workbench

/// A session on the target that starts by default, broken into like by a person's Ctrl+C.
final class BrokenInSession {
  let session: Session
  private let attendant = Attendant()
  private let initial: Traces

  /// What an example may leave behind that another would notice.
  private struct Traces: Equatable {
    let clock: UInt64
    let generation: UInt64
    let breakpoints: Int
    let aliases: Int
    let radix: Int
    let modules: [String]

    init(_ session: Session) {
      clock = session.clock
      generation = session.debugger.generation
      breakpoints = session.debugger.breakpoints.all.count
      aliases = session.aliases.named.count
      radix = session.radix
      modules = session.commands.extensions.map(\.name)
    }
  }

  /// Boots and breaks in. Throws `BootError` when the build lacks a part of the target.
  init() throws {
    session = try Workbench.open()
    session.attendant = attendant
    session.output = { _ in }
    _ = session.start()
    initial = Traces(session)
  }

  /// Whether nothing done so far can be noticed by what is done next.
  var isFresh: Bool { !session.isOver && Traces(session) == initial }

  /// Carries out a line. Returns what it printed and whether it ended in an error.
  func type(_ line: String) -> (text: String, failed: Bool) {
    var text = ""
    session.output = { text += $0 }
    defer { session.output = { _ in } }
    let before = session.failureCount
    _ = session.execute(line)
    return (text, session.failureCount != before)
  }

  /// Lets the target run for a second of its clock, or until it waits for its console.
  private final class Attendant: ConsoleAttendant {
    private static let second: UInt64 = 100_000_000
    private var deadline = Attendant.second
    private var isBreakingIn = false

    func consolePrinted(_ bytes: [UInt8]) {}

    func runBegins(clock: UInt64) {
      deadline = clock &+ Self.second
      isBreakingIn = false
    }

    func targetRuns(_ state: RunningState) -> RunningDecision {
      guard !isBreakingIn, state.isIdle || state.instructionCount >= deadline else {
        return .resume
      }
      isBreakingIn = true
      return .breakIn
    }

    var askAt: UInt64? { isBreakingIn ? nil : deadline }
  }
}
