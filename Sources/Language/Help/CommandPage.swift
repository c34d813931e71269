// The text of help on one command, made from its declaration.

extension Command {
  /// The command's line in a list: its names and its summary.
  ///
  /// - Parameter prefix: what stands before its names, `!` for an extension's.
  public func row(prefix: String = "") -> String {
    let names = names.map { prefix + $0 }.joined(separator: ", ")
    return "  \(names.padded(20)) \(summary)"
  }

  /// The command's page: usage, summary, details, examples, related commands.
  public func page(prefix: String = "") -> String {
    var lines = [prefix + usage, "    \(summary)"]
    let others = (names.dropFirst() + spellings).map { prefix + $0 }
    if !others.isEmpty { lines.append("    Also: \(others.joined(separator: ", "))") }
    if !details.isEmpty {
      lines.append("")
      lines += wrapped(details, width: 76).map { "    \($0)" }
    }
    let explained = parameters.filter { !$0.note.isEmpty && !$0.usage.isEmpty }
    if !explained.isEmpty {
      lines += ["", "Parameters:"]
      let width = explained.map(\.usage.count).filter { $0 <= 20 }.max() ?? 0
      lines += explained.map { "    \($0.usage.padded(width))  \($0.note)" }
    }
    if !examples.isEmpty {
      lines += ["", "Examples:"]
      let width = examples.map(\.line.count).max() ?? 0
      lines += examples.map { "    \($0.line.padded(width))  \($0.meaning)" }
    }
    if !related.isEmpty {
      lines += ["", "See also: \(related.joined(separator: ", "))"]
    }
    return lines.joined(separator: "\n")
  }

  /// A text in lines of at most a width; its own line ends stay.
  private func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > width {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? String(word) : " \(word)"
      }
      lines.append(line)
    }
    return lines
  }
}
