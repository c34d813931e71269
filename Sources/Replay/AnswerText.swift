import Language

/// Gathers what a debugger and the target's console print into the lines of an answer.
struct AnswerText {
  private var lines: [String] = []
  /// What the debugger printed since its last newline.
  private var partial = ""
  /// What stands on the console's current line; it survives from step to step.
  private var console: [UInt8] = []
  /// The console line that typing will show, to be left out of the answer.
  private var echo: String?

  /// What stands on the console's current line: `C:\>` when its shell waits.
  var consoleLine: String {
    String(decoding: console, as: UTF8.self)
  }

  /// Takes a piece of the debugger's text.
  mutating func append(_ text: String) {
    flushConsole()
    for piece in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if piece.offset > 0 { endLine() }
      partial += piece.element
    }
  }

  /// Takes bytes from the target's console; with `isKept` false they only move its cursor.
  mutating func console(_ bytes: [UInt8], isKept: Bool) {
    for byte in bytes {
      switch byte {
      case 0x0A:
        let line = consoleLine
        console.removeAll()
        if let echo, Transcript.folded(echo) == Transcript.folded(line) {
          self.echo = nil
        } else if isKept {
          if !partial.isEmpty { endLine() }
          lines.append(line)
        }
      case 0x0D:
        break
      case 0x08:
        if !console.isEmpty { console.removeLast() }
      default:
        console.append(byte)
      }
    }
  }

  /// Says that `text` is typed on the console's current line, which will show it.
  mutating func expectEcho(of text: String) {
    echo = consoleLine + text
  }

  /// The lines so far, leaving the console's prompt standing.
  mutating func take() -> [String] {
    flushConsole()
    if !partial.isEmpty { endLine() }
    defer { lines = [] }
    return lines
  }

  private mutating func endLine() {
    lines.append(partial)
    partial = ""
  }

  /// A line the console has begun is part of the answer unless it is a prompt.
  private mutating func flushConsole() {
    guard !console.isEmpty else { return }
    let line = consoleLine
    if let prompt = PromptLine(line), prompt.owner == .console { return }
    console.removeAll()
    if !partial.isEmpty { endLine() }
    lines.append(line)
  }
}
