import Engine
import Language

extension Execution {
  /// One kind of step.
  private struct Step: Sendable {
    let name: String
    let summary: String
    let isOver: Bool
    /// What ends it; nil for a single step.
    var goal: Goal?
    /// Whether it switches the display of registers at steps.
    var togglesRegisters = false
  }

  /// Before which instruction a longer step ends.
  private enum Goal: Sendable {
    case call, `return`, callOrReturn, branch
  }

  private static let rows: [Step] = [
    Step(name: "p", summary: "Step over a call.", isOver: true),
    Step(name: "t", summary: "Step into a call.", isOver: false),
    Step(
      name: "pr", summary: "Step over, and switch the display of registers.", isOver: true,
      togglesRegisters: true),
    Step(
      name: "tr", summary: "Step into, and switch the display of registers.", isOver: false,
      togglesRegisters: true),
    Step(name: "pc", summary: "Step over to the next call.", isOver: true, goal: .call),
    Step(name: "tc", summary: "Step into to the next call.", isOver: false, goal: .call),
    Step(name: "pt", summary: "Step over to the next return.", isOver: true, goal: .return),
    Step(name: "tt", summary: "Step into to the next return.", isOver: false, goal: .return),
    Step(
      name: "pct", summary: "Step over to the next call or return.", isOver: true,
      goal: .callOrReturn),
    Step(
      name: "tct", summary: "Step into to the next call or return.", isOver: false,
      goal: .callOrReturn),
    Step(name: "ph", summary: "Step over to the next branch.", isOver: true, goal: .branch),
    Step(name: "th", summary: "Step into to the next branch.", isOver: false, goal: .branch),
  ]

  /// The steps.
  static let steps: [Command] =
    rows.map(command) + [
      toAddress("pa", "Step over to an address.", over: true),
      toAddress("ta", "Step into to an address.", over: false),
    ]

  private static func command(_ step: Step) -> Command {
    Command(
      step.name, summary: step.summary,
      details: "= chooses where it starts, Count how many times it is done; the commands are "
        + "carried out after each.",
      grammar: start,
      .optional(numberOrText)
        .spelled("[Count]"), .optional(.commands()).spelled("[\"Commands\"]")
    ) { session, start, first, second in
      try move(session, to: start)
      if step.togglesRegisters { session.showsRegistersAtSteps.toggle() }
      var count = 1
      var commands = second
      switch first {
      case .number(let number)?: count = number
      case .text(let text)?: commands = text
      case nil: break
      }
      try run(step, count: count, commands, session)
    }
  }

  /// A count, or commands when there is no count.
  private enum NumberOrText: Sendable {
    case number(Int)
    case text(String)
  }

  private static let numberOrText = Parameter<NumberOrText>(usage: "Count") {
    line, session throws(CommandError) in
    if let text = line.takeQuoted() { return .text(text) }
    return .number(Int(clamping: try session.evaluate(&line)))
  }

  private static func run(_ step: Step, count: Int, _ commands: String?, _ session: Session) throws
  {
    var left = count
    while left > 0 {
      try session.checkCancelled()
      try session.runTarget(action(step, session.debugger))
      guard session.pendingRun == nil, session.debugger.lastStop?.reason == .stepped else { return }
      if let commands { try session.run(commands: commands) }
      left -= 1
    }
  }

  private static func action(_ step: Step, _ debugger: Debugger) -> () throws -> Stop {
    let over = step.isOver
    switch step.goal {
    case nil: return { over ? try debugger.stepOver() : try debugger.stepInto() }
    case .call?: return { try debugger.stepToCall(over: over) }
    case .return?: return { try debugger.stepToReturn(over: over) }
    case .callOrReturn?: return { try debugger.stepToCallOrReturn(over: over) }
    case .branch?: return { try debugger.stepToBranch(over: over) }
    }
  }

  private static func toAddress(_ name: String, _ summary: String, over: Bool) -> Command {
    Command(
      name, summary: summary, details: "Every instruction on the way is shown.", grammar: start,
      .address("StopAddress")
    ) { session, start, address in
      try move(session, to: start)
      let debugger = session.debugger
      try session.runTarget { [weak session] in
        try debugger.step(toAddress: address, over: over) { _ in
          try? session?.printLocation()
        }
      }
    }
  }
}
