/// What came back for one step of a transcript.
public struct ReplayResult: Sendable, Equatable {
  /// The prompt at which the input was typed; nil where none is compared.
  public var prompt: String?
  /// The lines of the answer, as printed.
  public var lines: [String]

  /// A result with these lines.
  public init(prompt: String?, lines: [String]) {
    self.prompt = prompt
    self.lines = lines
  }
}

/// A replayed transcript beside what came back.
public struct ReplayReport: Sendable {
  /// The transcript that was replayed.
  public var transcript: Transcript
  /// What came for each step, in order; shorter than the steps when the session ended early.
  public var results: [ReplayResult]
  /// Every line of both, aligned.
  public var lines: [Line]

  /// A line of the transcript, of the session, or of both.
  public struct Line: Sendable, Equatable {
    /// The line's number in the transcript; nil for one that only the session has.
    public var number: Int?
    /// The transcript's text; nil for a line that only the session has.
    public var expected: String?
    /// The session's text; nil for a line that did not come, and for notes.
    public var actual: String?
    /// How the two compare.
    public var verdict: Verdict
  }

  /// How a line of the transcript and one of the session compare.
  public enum Verdict: Sendable, Equatable {
    case same, different
    /// Takes no part: a note, or a line that a `...` stands for.
    case ignored
  }

  /// How many of the transcript's lines came as expected.
  public var matched: Int { lines.count { $0.verdict == .same } }
  /// How many lines differ, are missing or are too many.
  public var differing: Int { lines.count { $0.verdict == .different } }

  /// Compares the results with the transcript's lines.
  public init(transcript: Transcript, results: [ReplayResult]) {
    self.transcript = transcript
    self.results = results
    var lines: [Line] = []
    for (index, step) in transcript.steps.enumerated() {
      let result = index < results.count ? results[index] : nil
      if let line = Self.inputLine(step, result) { lines.append(line) }
      lines += Self.answerLines(step, result)
    }
    self.lines = lines
  }

  /// The line of the input: what differs is the prompt, or that it was never reached.
  private static func inputLine(_ step: Transcript.Step, _ result: ReplayResult?) -> Line? {
    let text = step.input.text
    var line = Line(number: step.lineNumber, expected: text, actual: nil, verdict: .different)
    switch step.input {
    case .opening:
      return nil
    case .interrupt:
      line.actual = result == nil ? nil : text
      line.verdict = result == nil ? .different : .ignored
    case .command(let prompt, let typed), .console(let prompt, let typed):
      guard let result else { break }
      let actual = result.prompt ?? ""
      line.actual = actual + " " + typed
      if Transcript.folded(actual) == Transcript.folded(prompt) { line.verdict = .same }
    }
    return line
  }

  private static func answerLines(_ step: Transcript.Step, _ result: ReplayResult?) -> [Line] {
    var lines: [Line] = []
    var next = 0
    /// Adds the transcript's lines before `end` that no row speaks of: notes, and `...`.
    func skip(to end: Int) {
      for line in step.lines[next..<end] {
        lines.append(
          Line(number: line.number, expected: line.text, actual: nil, verdict: .ignored))
      }
      next = end
    }
    let comparison = Comparison(expected: step.lines, actual: result?.lines ?? [])
    for row in comparison.rows {
      switch row {
      case .same(let index, let actual), .different(let index, let actual):
        skip(to: index)
        let verdict: Verdict = row.isDifference ? .different : .same
        lines.append(Line(step.lines[index], actual: actual, verdict: verdict))
        next = index + 1
      case .missing(let index):
        skip(to: index)
        lines.append(Line(step.lines[index], actual: nil, verdict: .different))
        next = index + 1
      case .extra(let actual):
        lines.append(Line(number: nil, expected: nil, actual: actual, verdict: .different))
      case .covered(let index, let actual):
        skip(to: max(next, index))
        if next == index {
          lines.append(Line(step.lines[index], actual: nil, verdict: .ignored))
          next = index + 1
        }
        lines.append(Line(number: nil, expected: nil, actual: actual, verdict: .ignored))
      }
    }
    skip(to: step.lines.count)
    return lines
  }
}

extension ReplayReport.Line {
  init(_ line: Transcript.Line, actual: String?, verdict: ReplayReport.Verdict) {
    self.init(number: line.number, expected: line.text, actual: actual, verdict: verdict)
  }
}
