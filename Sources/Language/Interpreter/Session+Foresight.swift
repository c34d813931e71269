import Engine

// What a breakpoint's commands will do, where that can be told without carrying them out: most
// conditional breakpoints let the target go on again and again, and stopping it each time would cost
// far more than the condition.

extension Session {
  /// What commands come to.
  private enum Outcome {
    /// Nothing: the next statement follows.
    case next
    /// The target runs on as before.
    case resumes
    /// It cannot be told: they must be carried out.
    case unknown
  }

  /// Blocks nested deeper than this are carried out.
  private static let deepestForeseen = 16

  /// Whether breakpoints that were hit let the target go on by their commands and do nothing else. The
  /// hit is then noted as a stop is.
  func letsPass(_ ids: [Int], _ ip: UInt64) -> Bool {
    guard foreseesCommands, !debugger.interrupt.isRequested,
      let commands = firstCommands(of: ids), let block = try? expanded(stopProgram(commands)),
      outcome(of: block, depth: 0) == .resumes
    else { return false }
    note(hit: ids, at: ip)
    return true
  }

  /// The commands that are carried out first: behind one that resumes the target nothing is.
  private func firstCommands(of ids: [Int]) -> String? {
    for id in ids {
      if let commands = debugger.breakpoints.commands(of: id), !commands.isEmpty { return commands }
    }
    return nil
  }

  /// The parsed form of a breakpoint's commands, which are asked for again and again.
  private func stopProgram(_ text: String) -> Block {
    if let (known, block) = latestProgram, known == text { return block }
    let block = program(text)
    latestProgram = (text, block)
    return block
  }

  private func outcome(of block: Block, depth: Int) -> Outcome {
    guard depth < Self.deepestForeseen else { return .unknown }
    for statement in block.statements(commands) {
      let outcome = outcome(of: statement, in: block.source, depth)
      if outcome != .next { return outcome }
    }
    return .next
  }

  private func outcome(of statement: Statement, in source: SourceText, _ depth: Int) -> Outcome {
    switch statement {
    case .command(let invocation):
      switch invocation.command.effect {
      case .any: return .unknown
      case .none: return .next
      // With arguments it is an error.
      case .resumes:
        let arguments = invocation.arguments
        var line = CommandLine(source, from: arguments.lowerBound, to: arguments.upperBound)
        return line.isAtEnd() ? .resumes : .unknown
      case .chooses:
        let arguments = invocation.arguments
        return outcome(
          ofChoice: CommandLine(source, from: arguments.lowerBound, to: arguments.upperBound), depth
        )
      }
    case .conditional(let branches):
      for (condition, body) in branches {
        if let condition {
          guard let holds = foresee(condition, in: source) else { return .unknown }
          if !holds { continue }
        }
        return outcome(ofEntering: body, depth)
      }
      return .next
    case .block(let block): return outcome(ofEntering: block, depth)
    default: return .unknown
    }
  }

  private func outcome(ofEntering block: Block, _ depth: Int) -> Outcome {
    guard let block = try? expanded(block) else { return .unknown }
    return outcome(of: block, depth: depth + 1)
  }

  /// What `j` comes to.
  private func outcome(ofChoice arguments: CommandLine, _ depth: Int) -> Outcome {
    var line = arguments
    guard let value = foreseenValue(&line), let first = try? takeChoice(&line) else {
      return .unknown
    }
    line.skipBlanks()
    guard line.position == line.limit || line.take(";") else { return .unknown }
    var chosen = first
    if value == 0 {
      guard let second = try? takeChoice(&line) else { return .unknown }
      chosen = second
    }
    return outcome(of: program(line.source.string(chosen)), depth: depth + 1)
  }

  /// Whether a condition holds; nil when that cannot be told without an effect or an error.
  private func foresee(_ condition: Range<Int>, in source: SourceText) -> Bool? {
    var line = CommandLine(source, from: condition.lowerBound, to: condition.upperBound)
    // An empty one is for whoever carries it out.
    if line.isAtEnd() { return nil }
    guard let value = foreseenValue(&line), line.isAtEnd() else { return nil }
    return value != 0
  }

  /// The value of an expression that changes nothing: C++ ones may assign.
  private func foreseenValue(_ line: inout CommandLine) -> UInt64? {
    guard evaluator == .masm else { return nil }
    let expression = compiledMasm(&line)
    guard expression.foreign.isEmpty, expression.failure == nil else { return nil }
    return try? expression.evaluate(in: self, source: line.source)
  }
}
