/// A list as a grid: a row an element, a column a member.
struct ModelGrid {
  let tree: ModelTree
  /// Characters that a cell may have; nil for no limit.
  var cellLimit: Int?

  private struct Row {
    var head: String
    var cells: [String: String]
  }

  /// Blanks behind the longest cell of a column.
  private static let margin = 3

  func print(_ value: ModelValue) throws {
    let evaluator = tree.evaluator
    guard let list = try evaluator.list(of: value) else {
      throw CommandError.message("The object cannot be gone through, which a grid needs")
    }
    let (elements, isCut) = try tree.elements(of: list, tree.skipped, nil)
    var columns: [String] = []
    var expandable: Set<String> = []
    var rows: [Row] = []
    for element in elements {
      try evaluator.session.checkCancelled()
      var row = Row(head: element.name, cells: [:])
      let text = try? ModelText(evaluator: evaluator, format: tree.format).text(of: element.value)
      if let text { row.head += " : \(text)" }
      for child in try tree.children(of: element.value).0 where !child.isRaw {
        if row.cells[child.name] == nil, !columns.contains(child.name) {
          columns.append(child.name)
        }
        if tree.isExpandable(child.value) { expandable.insert(child.name) }
        row.cells[child.name] = cut(cell(child))
      }
      rows.append(row)
    }
    let titles = columns.map { expandable.contains($0) ? "(+) \($0)" : $0 }
    show(columns, titles, rows)
    if isCut { evaluator.session.print("[...]") }
  }

  private func cell(_ child: ModelChild) -> String {
    let text = ModelText(evaluator: tree.evaluator, format: child.format ?? tree.format)
    do {
      return try text.text(of: child.value) ?? "{...}"
    } catch {
      return CommandError(error).message(promptWidth: 0)
    }
  }

  private func cut(_ text: String) -> String {
    let line = text.split(separator: "\n").first.map(String.init) ?? text
    guard let cellLimit, line.count > cellLimit else { return line }
    return cellLimit > 3 ? line.prefix(cellLimit - 3) + "..." : String(line.prefix(cellLimit))
  }

  private func show(_ columns: [String], _ titles: [String], _ rows: [Row]) {
    let session = tree.evaluator.session
    let headWidth = (rows.map(\.head.count).max() ?? 0) + Self.margin
    let widths = zip(columns, titles).map { column, title in
      max(title.count, (rows.map { $0.cells[column]?.count ?? 0 }.max() ?? 0) + Self.margin)
    }
    var header = "= \("".padded(headWidth))"
    for (title, width) in zip(titles, widths) { header += " = \(title.padded(width))" }
    header += " ="
    let rule = String(repeating: "=", count: header.count)
    session.print(rule)
    session.print(header)
    session.print(rule)
    for row in rows {
      var line = "= \(row.head.padded(headWidth))"
      for (column, width) in zip(columns, widths) {
        line += " - \((row.cells[column] ?? "").padded(width))"
      }
      session.print(line + " =")
    }
    session.print(rule)
  }
}
