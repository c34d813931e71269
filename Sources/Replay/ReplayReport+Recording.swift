extension ReplayReport {
  /// The transcript with the answers that came in place of those it had.
  ///
  /// Inputs, notes and blank lines stay; so does a `...`, for the lines it stands for. A line of
  /// an answer that would read as something else gets a space before it.
  public var recorded: String {
    var text = ""
    for (index, step) in transcript.steps.enumerated() {
      let result = index < results.count ? results[index] : nil
      text += Self.input(step, result)
      guard let result else {
        for line in step.lines { text += line.text + "\n" }
        continue
      }
      text += Self.answer(step, result)
    }
    return text
  }

  private static func input(_ step: Transcript.Step, _ result: ReplayResult?) -> String {
    switch step.input {
    case .opening: ""
    case .interrupt: step.input.text + "\n"
    case .command(let prompt, let typed), .console(let prompt, let typed):
      ((result?.prompt ?? prompt) + " " + typed).trimmingEnd + "\n"
    }
  }

  private static func answer(_ step: Transcript.Step, _ result: ReplayResult) -> String {
    // An opening that nobody described stays undescribed; its lines are not in the result.
    var text = ""
    var next = 0
    func keep(to end: Int) {
      while next < end {
        let line = step.lines[next]
        if line.kind != .answer { text += line.text + "\n" }
        next += 1
      }
    }
    for row in Comparison(expected: step.lines, actual: result.lines).rows {
      switch row {
      case .same(let index, let actual), .different(let index, let actual):
        keep(to: index)
        next = index + 1
        text += escaped(actual) + "\n"
      case .missing(let index), .covered(let index, _):
        keep(to: min(index + 1, step.lines.count))
      case .extra(let actual):
        text += escaped(actual) + "\n"
      }
    }
    keep(to: step.lines.count)
    return text
  }

  private static func escaped(_ line: String) -> String {
    let line = line.trimmingEnd
    let read = Transcript(parsing: line)
    let isAnswer = read.steps.count == 1 && read.steps[0].lines.allSatisfy { $0.kind == .answer }
    return isAnswer ? line : " " + line
  }
}
