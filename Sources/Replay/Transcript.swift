/// A debugging session as text: what was typed, and what came back.
///
/// A line that starts with a debugger's prompt (`0: kd> `, `0:000> `) or with the prompt of the
/// target's console (`C:\>`) was typed; the lines up to the next such line are the answer to it.
///
/// - Any run of spaces equals any other, space around a line and blank lines do not count.
/// - `...` alone on a line stands for any number of lines, none included.
/// - `# ` starts a note for the reader. `#~ ` says that the next line is inferred.
/// - `<Ctrl+C>` alone on a line is the key.
/// - After `a`, a line that starts with an address is an instruction typed for it, until an empty one.
/// - `[debugger2]` alone on a line says which of several debuggers the lines after it belong to.
///
/// These are recognised in the first column only: an answer that looks like one of them is
/// written with a space before it.
///
/// Two notes are read: `# scenario: NAME` before the first input names the target to open, and
/// `# run: SECONDS` before a `<Ctrl+C>` says how long the target runs, on its own clock, before
/// the key is pressed.
public struct Transcript: Sendable, Equatable {
  /// Where the transcript came from, for messages: a path as the person gave it.
  public var name: String
  /// The steps in order. The first is what comes before any input.
  public var steps: [Step]

  /// One input and the answer that is expected to it.
  public struct Step: Sendable, Equatable {
    /// What is done.
    public var input: Input
    /// The line of the file on which the input stands, from 1; 0 for the opening.
    public var lineNumber: Int
    /// Which debugger the input is for, from 1.
    public var debugger: Int = 1
    /// How many seconds of its clock the target runs before `<Ctrl+C>`; nil for the usual time.
    public var runSeconds: Double?
    /// What follows the input in the file, notes included.
    public var lines: [Line] = []
  }

  /// What a step does.
  public enum Input: Sendable, Equatable {
    /// Nothing: the target starts.
    case opening
    /// A command typed at this prompt of the debugger.
    case command(prompt: String, text: String)
    /// A line typed at this prompt of the target's console.
    case console(prompt: String, text: String)
    /// Ctrl+C.
    case interrupt
  }

  /// A line that is not an input.
  public struct Line: Sendable, Equatable {
    /// What the line is for.
    public enum Kind: Sendable, Equatable {
      /// A line of the answer.
      case answer
      /// `...`: any number of lines.
      case anything
      /// For the reader, or naming a debugger, or blank: kept, not compared.
      case note
    }
    /// What the line is for.
    public var kind: Kind
    /// The line as it stands in the file.
    public var text: String
    /// Its number in the file, from 1.
    public var number: Int
  }

  /// The scenario that a note before the first input names, if one does.
  public var scenario: String? {
    guard let opening = steps.first else { return nil }
    for line in opening.lines where line.kind == .note {
      if let name = Self.directive("scenario", in: line.text) { return name }
    }
    return nil
  }

  /// The numbers of the debuggers that have steps, in order.
  public var debuggers: [Int] {
    Set(steps.filter { $0.input != .opening }.map(\.debugger)).sorted()
  }

  /// The value of the note `# NAME: VALUE`, or nil when `line` is not that note.
  static func directive(_ name: String, in line: String) -> String? {
    guard line.hasPrefix("# \(name):") else { return nil }
    let value = folded(line.dropFirst(name.count + 3))
    return value.isEmpty ? nil : value
  }

  /// `text` as lines are compared: runs of white space made one space, none at the ends.
  static func folded(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Transcript.Input {
  /// The input as a transcript spells it; empty for the opening.
  public var text: String {
    switch self {
    case .opening: ""
    case .command(let prompt, let text), .console(let prompt, let text):
      text.isEmpty ? prompt : prompt + " " + text
    case .interrupt: "<Ctrl+C>"
    }
  }
}
