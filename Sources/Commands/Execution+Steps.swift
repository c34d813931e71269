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

  private static let rows: [Step] = {
    let goals: [(letters: String, what: String, goal: Goal?)] = [
      ("", "one instruction or line", nil), ("c", "to the next call", .call),
      ("t", "to the next return", .return), ("ct", "to the next call or return", .callOrReturn),
      ("h", "to the next branch", .branch),
    ]
    return [("p", "Step over calls", true), ("t", "Step into calls", false)].flatMap { kind in
      goals.flatMap { goal in
        [false, true].map { toggles in
          let name = kind.0 + goal.letters + (toggles ? "r" : "")
          let end = toggles ? ", and switch the display of registers." : "."
          return Step(
            name: name, summary: "\(kind.1), \(goal.what)\(end)", isOver: kind.2, goal: goal.goal,
            togglesRegisters: toggles)
        }
      }
    }
  }()

  /// The steps.
  static let steps: [Command] =
    rows.map(command) + [
      toAddress("pa", "Step over calls to an address.", over: true),
      toAddress("ta", "Step into calls to an address.", over: false),
      toAddress("par", "As pa, and switch the display of registers.", over: true),
      toAddress("tar", "As ta, and switch the display of registers.", over: false),
      takenBranch("tb"), takenBranch("tbr"),
    ]

  private static func command(_ step: Step) -> Command {
    Command(
      step.name, summary: step.summary,
      details: "= chooses where it starts, Count how many times it is done, each being shown; the "
        + "commands are carried out after the last one, before it is shown.",
      examples: [step.name: "once", "\(step.name) 2": "twice"],
      related: ["p", "t", "pa", "ta", "g", "gu", "l+"],
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
    guard count > 0 else { return }
    try session.run(StepSequence(count: count, commands: commands, step: action(step, session)))
  }

  private static func action(_ step: Step, _ session: Session) -> () throws -> Stop {
    let over = step.isOver
    let debugger = session.debugger
    let unit: StepUnit = session.sourceOptions.contains(.steps) ? .line : .instruction
    switch step.goal {
    case nil: return { over ? try debugger.stepOver(unit) : try debugger.stepInto(unit) }
    case .call?: return { try debugger.stepToCall(over: over) }
    case .return?: return { try debugger.stepToReturn(over: over) }
    case .callOrReturn?: return { try debugger.stepToCallOrReturn(over: over) }
    case .branch?: return { try debugger.stepToBranch(over: over) }
    }
  }

  private static func toAddress(_ name: String, _ summary: String, over: Bool) -> Command {
    Command(
      name, summary: summary, details: "Every instruction on the way is shown.",
      examples: ["\(name) @$ra": "to where the function returns"],
      related: ["p", "t", "g"], grammar: start,
      .address("StopAddress"), .optional(.commands()).spelled("[\"Commands\"]")
    ) { session, start, address, commands in
      try move(session, to: start)
      if name.hasSuffix("r") { session.showsRegistersAtSteps.toggle() }
      let debugger = session.debugger
      let steps = StepSequence(count: 1, commands: commands) { [back = session.backReference] in
        try debugger.step(toAddress: address, over: over) { _ in
          try? back.object?.printLocation()
        }
      }
      try session.run(steps)
    }
  }

  /// `tb`: the branch that is taken is shown, then an arrow and where it led.
  private static func takenBranch(_ name: String) -> Command {
    Command(
      name, summary: "Step into calls until a branch is taken.",
      details:
        "Calls, returns and jumps count, conditional ones when their condition holds. Each is "
        + "shown, with an arrow before the place that it led to.",
      examples: ["tb": "the next branch that is taken"], related: ["th", "ph", "t"],
      grammar: start, .optional(.count("Count"))
    ) { session, start, count in
      guard session.debugger.target.capabilities.contains(.run) else {
        throw session.rejected(.noDebuggee)
      }
      try move(session, to: start)
      if name.hasSuffix("r") { session.showsRegistersAtSteps.toggle() }
      for _ in 0..<max(1, count ?? 1) {
        guard try branch(session) else { return }
      }
    }
  }

  /// Steps up to a taken branch and over it. False when something else stopped the target.
  private static func branch(_ session: Session) throws -> Bool {
    let debugger = session.debugger
    while true {
      try session.checkCancelled()
      let ip = try session.context.ip
      let instruction = debugger.instruction(at: ip)
      let context = try session.context
      let stop = try debugger.stepInto()
      guard stop.reason == .stepped else {
        try session.runTarget { stop }
        return false
      }
      guard let instruction, instruction.flow != .sequential,
        stop.context.ip != ip &+ UInt64(instruction.length)
      else { continue }
      if let label = session.label(ip) { session.print(label) }
      session.print(session.disassemble(ip, context: context).text + " -> ")
      try session.runTarget { stop }
      return true
    }
  }
}
