extension Transcript {
  /// Reads a transcript. Any text is one: a line that is nothing else is an answer.
  ///
  /// A bare prompt with nothing typed at it is the Enter key, except at the end of the text,
  /// where it only shows that the prompt came back.
  public init(parsing text: String, name: String = "transcript") {
    var reader = TranscriptReader()
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      reader.add(String(line), number: index + 1)
    }
    self.init(name: name, steps: reader.finish())
  }
}

/// The prompt that a line starts with, and what was typed at it.
struct PromptLine: Equatable {
  enum Owner { case debugger, console }
  var owner: Owner
  /// Through the `>`, without the space after it.
  var prompt: String
  /// What follows, without space around it.
  var typed: String

  /// Reads `line` when it starts, in its first column, with a prompt.
  init?(_ line: String) {
    guard let owner = Self.owner(of: line), let end = line.firstIndex(of: ">") else { return nil }
    self.owner = owner
    prompt = String(line[...end])
    typed = line[line.index(after: end)...].trimming(while: \.isWhitespace)
  }

  /// Reads `line` as one that is typed to `a`, after the address for which it is.
  init?(assembly line: String) {
    guard let match = line.wholeMatch(of: /([0-9a-f]{8}(?:`[0-9a-f]{8})?)(?:\s(.*))?/) else {
      return nil
    }
    owner = .debugger
    prompt = String(match.1)
    typed = (match.2 ?? "").trimming(while: \.isWhitespace)
  }

  /// Whether a prompt is that of a command which asks, not the debugger's own.
  static func isAsked(_ prompt: String) -> Bool {
    prompt == "Input>" || !prompt.hasSuffix(">")
  }

  private static func owner(of line: String) -> Owner? {
    // `0:000> `, `0:000:x86> `, `kd> `, `lkd> `, `1: kd> `, `||0:0: kd> `, `Input> `.
    let debugger =
      /(?:\|\|?\d+:)?(?:\d+:\d{3,}(?::\w+)?|(?:\d+: )?l?kd(?::\w+)?|Input)>(?:\s.*)?/
    if line.wholeMatch(of: debugger) != nil { return .debugger }
    let console = /[A-Za-z]:\\[^<>|"?*]*>.*/
    return line.wholeMatch(of: console) != nil ? .console : nil
  }
}

extension StringProtocol {
  /// The text without the leading and trailing characters that satisfy `predicate`.
  func trimming(while predicate: (Character) -> Bool) -> String {
    guard let last = lastIndex(where: { !predicate($0) }) else { return "" }
    return String(self[...last].drop(while: predicate))
  }
}

/// Gathers lines into steps.
private struct TranscriptReader {
  private var steps = [Transcript.Step(input: .opening, lineNumber: 0)]
  private var debugger = 1
  private var runSeconds: Double?

  mutating func add(_ line: String, number: Int) {
    if line == "<Ctrl+C>" {
      begin(.interrupt, number: number)
    } else if isAssembling, let typed = PromptLine(assembly: line) {
      begin(.command(prompt: typed.prompt, text: typed.typed), number: number)
    } else if let typed = PromptLine(line) {
      switch typed.owner {
      case .debugger: begin(.command(prompt: typed.prompt, text: typed.typed), number: number)
      case .console: begin(.console(prompt: typed.prompt, text: typed.typed), number: number)
      }
    } else {
      append(kind(of: line), line, number)
    }
  }

  /// Whether `a` was typed and no empty line since.
  private var isAssembling: Bool {
    guard case .command(let prompt, let text) = steps.last?.input else { return false }
    if !prompt.hasSuffix(">") { return !text.isEmpty }
    return text == "a" || text.hasPrefix("a ")
  }

  /// The steps, without what only shows that the last prompt came back.
  mutating func finish() -> [Transcript.Step] {
    while let last = steps.last, last.isBarePrompt,
      last.lines.allSatisfy({ $0.kind == .note })
    {
      steps.removeLast()
      append(.note, last.input.text, last.lineNumber)
      steps[steps.count - 1].lines += last.lines
    }
    // A text that ends with a newline has no line after it.
    if let line = steps.last?.lines.last, line.text.isEmpty {
      steps[steps.count - 1].lines.removeLast()
    }
    return steps
  }

  private mutating func begin(_ input: Transcript.Input, number: Int) {
    steps.append(Transcript.Step(input: input, lineNumber: number, debugger: debugger))
    if input == .interrupt { steps[steps.count - 1].runSeconds = runSeconds }
    runSeconds = nil
  }

  private mutating func kind(of line: String) -> Transcript.Line.Kind {
    if line == "..." { return .anything }
    if line.allSatisfy(\.isWhitespace) { return .note }
    if line == "#" || line.hasPrefix("# ") || line == "#~" || line.hasPrefix("#~ ") {
      if let value = Transcript.directive("run", in: line), let seconds = Double(value) {
        runSeconds = seconds
      }
      return .note
    }
    if let match = line.wholeMatch(of: /\[debugger(\d{1,3})\]\s*/), let number = Int(match.1) {
      debugger = number
      return .note
    }
    return .answer
  }

  private mutating func append(_ kind: Transcript.Line.Kind, _ line: String, _ number: Int) {
    let added = Transcript.Line(kind: kind, text: line, number: number)
    steps[steps.count - 1].lines.append(added)
  }
}

extension Transcript.Step {
  /// Whether the step is a debugger's prompt at which nothing was typed.
  fileprivate var isBarePrompt: Bool {
    if case .command(_, text: "") = input { return true }
    return false
  }
}
