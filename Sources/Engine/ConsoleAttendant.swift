/// Who looks after the target's console while the target runs: a person at a terminal, a
/// transcript being replayed, or nobody.
///
/// Running a live target happens on the caller's thread, in slices. Between two slices, and
/// whenever the target has nothing left to do, whoever runs it asks its attendant what comes
/// next. Only through these answers does anything from outside reach a running target, so each
/// input has an instruction count and a session can be repeated.
public protocol ConsoleAttendant: AnyObject {
  /// The target wrote `bytes` to its console.
  func consolePrinted(_ bytes: [UInt8])

  /// The target is about to be let run, from a stop; its clock shows `clock`.
  func runBegins(clock: UInt64)

  /// What is to happen before the target runs on.
  ///
  /// Asked at least every 50 ms of host time. When `state.isIdle`, the attendant may block until
  /// there is something to answer: the target cannot do anything by itself.
  func targetRuns(_ state: RunningState) -> RunningDecision

  /// The target's clock at which the attendant wants to be asked, no later, unless
  /// the target is idle before: what it answers then happens at the same instruction in every
  /// run. Nil when any time will do.
  var askAt: UInt64? { get }
}

extension ConsoleAttendant {
  /// Nothing to note.
  public func runBegins(clock: UInt64) {}

  /// Any time will do.
  public var askAt: UInt64? { nil }
}

/// How a running target stands between two slices.
public struct RunningState: Sendable, Equatable {
  /// Whether only outside input can wake the target: every processor halts, no timer is armed.
  public var isIdle: Bool
  /// The target's clock: instructions retired since power-on.
  public var instructionCount: UInt64
  /// How many instructions one command has stepped through singly so far; 0 while the target runs
  /// freely.
  public var stepCount: UInt64

  /// A state with these values.
  public init(isIdle: Bool, instructionCount: UInt64, stepCount: UInt64 = 0) {
    self.isIdle = isIdle
    self.instructionCount = instructionCount
    self.stepCount = stepCount
  }
}

/// What an attendant wants done before the target runs on.
public enum RunningDecision: Sendable, Equatable {
  /// Run on.
  case resume
  /// Type these bytes on the target's console, then run on.
  case type([UInt8])
  /// Break into the target.
  case breakIn
}
