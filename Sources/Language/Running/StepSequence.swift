import Engine

/// Steps that a command asked for: how many are left, and what is done after the last one.
public struct StepSequence {
  /// The steps after the one that runs.
  var left: Int
  /// Commands to carry out after the last step, before its place is shown.
  let commands: String?
  /// One step.
  let step: () throws -> Stop

  /// `count` steps, at least one.
  public init(count: Int, commands: String?, step: @escaping () throws -> Stop) {
    left = max(count, 1) - 1
    self.commands = commands
    self.step = step
  }
}

extension Session {
  /// Takes the steps, showing where each leads. Among the commands of a stop they are taken when those
  /// are over, so that a script that steps and runs itself again (`t "$<file"`) never nests.
  public func run(_ steps: StepSequence) throws {
    try runTarget(steps.step, steps: steps)
  }

  /// What follows a step: the next one, or the commands and the run that they ask for. Nil when the
  /// target stays where it is.
  func goOn(_ sequence: StepSequence, after stop: Stop) throws -> (() throws -> Stop)? {
    guard sequence.left == 0 else {
      guard stop.reason == .stepped else { return nil }
      try printLocation(withRegisters: showsRegistersAtSteps)
      try runPromptCommand()
      try checkCancelled()
      var rest = sequence
      rest.left -= 1
      steps = rest
      return rest.step
    }
    guard let commands = sequence.commands, stop.reason == .stepped || stop.landedByStep else {
      return nil
    }
    return try run(stopCommands: commands)
  }
}
