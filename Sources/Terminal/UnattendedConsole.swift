import Engine

/// Nobody at the target's console: a session whose commands come from a file or a pipe.
///
/// What the target prints is shown. When it waits for its console, or has run for long without a
/// stop, nobody is there to press a key, so the debugger breaks in and says so.
final class UnattendedConsole: ConsoleAttendant {
  private let screen: Screen
  private let instructionsPerSecond: UInt64
  private var start: UInt64 = 0
  /// Whether the break-in is under way: it is said once.
  private var isBreakingIn = false

  /// How long the target may run before a stop, in seconds of its own clock.
  static let patienceSeconds: UInt64 = 30

  /// How many instructions a command may step through singly.
  static let patienceSteps: UInt64 = 4_000_000

  init(screen: Screen, instructionsPerSecond: UInt64) {
    self.screen = screen
    self.instructionsPerSecond = instructionsPerSecond
  }

  func runBegins(clock: UInt64) {
    start = clock
    isBreakingIn = false
  }

  func consolePrinted(_ bytes: [UInt8]) {
    screen.write(bytes, by: .console)
  }

  func targetRuns(_ state: RunningState) -> RunningDecision {
    screen.flush()
    if isBreakingIn { return .resume }
    if state.isIdle {
      screen.notice("The target waits for its console and nobody can type there: breaking in.")
    } else if state.stepCount >= Self.patienceSteps {
      screen.notice(
        "The target has been stepped \(state.stepCount) times without a stop: breaking in.")
    } else if state.instructionCount >= deadline {
      screen.notice(
        "The target has run for \(Self.patienceSeconds) seconds of its clock without a stop: "
          + "breaking in.")
    } else {
      return .resume
    }
    isBreakingIn = true
    return .breakIn
  }

  var askAt: UInt64? { isBreakingIn ? nil : deadline }

  private var deadline: UInt64 { start &+ instructionsPerSecond &* Self.patienceSeconds }
}
