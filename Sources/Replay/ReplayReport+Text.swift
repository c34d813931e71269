extension ReplayReport {
  /// `N lines matched, M differ`.
  public var summary: String {
    "\(matched) line\(matched == 1 ? "" : "s") matched, "
      + "\(differing) differ\(differing == 1 ? "s" : "")"
  }

  /// The first difference with the lines around it, side by side; nil when nothing differs.
  ///
  /// `>` marks lines that differ. The numbers are the transcript's.
  ///
  ///     poolused.txt:12 differs:
  ///          expected         | actual
  ///       11 Sorting by Tag   | Sorting by Tag
  ///     > 12 Lea1  257        | Lea2  257
  ///
  /// - Parameter context: how many lines to show before and after.
  public func firstDifference(context: Int = 4) -> String? {
    guard let first = lines.firstIndex(where: { $0.verdict == .different }) else { return nil }
    let shown = lines[max(0, first - context)...min(lines.count - 1, first + context)]
    let number = lines[...first].last { $0.number != nil }?.number ?? 0
    let digits = max(2, String(shown.compactMap(\.number).max() ?? 0).count)
    let width = max(8, shown.map { ($0.expected ?? "").count }.max() ?? 0)
    var text = "\(transcript.name):\(max(number, 1)) differs:\n"
    text += String(repeating: " ", count: digits + 3) + padded("expected", width) + " | actual\n"
    for line in shown {
      let mark = line.verdict == .different ? "> " : "  "
      let number = line.number.map { String($0) } ?? ""
      let label = String(repeating: " ", count: digits - min(digits, number.count)) + number
      let right = line.actual.map { " " + $0 } ?? ""
      let row = mark + label + " " + padded(line.expected ?? "", width) + " |" + right
      text += row.trimmingEnd + "\n"
    }
    return text
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension String {
  /// The text without white space at its end.
  var trimmingEnd: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last])
  }
}
