import Foundation

/// A coverage as text.
struct CoverageReport {
  let coverage: Coverage

  /// The tiers in their order, and the kinds of commands within each.
  private static let tiers = ["T0", "T1", "T2", "T3"]

  /// How many rows of a tier and kind stand in each way.
  struct Count {
    var all = 0
    var implemented = 0
    var waiting = 0
    var out = 0
    var missing = 0
  }

  /// The figures for a tier and kind.
  func count(_ tier: String, _ kind: ReferenceRow.Kind) -> Count {
    var count = Count()
    for entry in coverage.entries where entry.row.tier == tier && entry.row.kind == kind {
      count.all += 1
      switch entry.state {
      case .implemented: count.implemented += 1
      case .waiting: count.waiting += 1
      case .out: count.out += 1
      case .missing: count.missing += 1
      }
    }
    return count
  }

  /// The figures as a table of Markdown, which reads as well on a screen.
  var table: String {
    var lines = [
      "| Tier | Kind | Documented | Implemented | Waiting | Out | Missing |",
      "|---|---|--:|--:|--:|--:|--:|",
    ]
    for tier in Self.tiers {
      for kind in ReferenceRow.Kind.allCases {
        let count = count(tier, kind)
        guard count.all > 0 else { continue }
        let share = count.implemented * 100 / count.all
        lines.append(
          "| \(tier) | \(kind.title) | \(count.all) | \(count.implemented) (\(share) %) "
            + "| \(count.waiting) | \(count.out) | \(count.missing) |")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The rows of some tiers that are not implemented, by what becomes of them.
  func list(tiers: Set<String>) -> String {
    var lines: [String] = []
    for kind in ReferenceRow.Kind.allCases {
      for tier in Self.tiers where tiers.contains(tier) {
        let entries = coverage.entries.filter { $0.row.tier == tier && $0.row.kind == kind }
        lines += section("\(tier) \(kind.title), missing:", entries) { entry in
          guard case .missing(let spellings) = entry.state else { return nil }
          return spellings == entry.row.spellings || spellings == [entry.row.name]
            ? entry.row.purpose : "not \(spellings.joined(separator: ", "))"
        }
        lines += section("\(tier) \(kind.title), waiting:", entries) { entry in
          guard case .waiting(let what) = entry.state else { return nil }
          return "waits for \(what)"
        }
        lines += section("\(tier) \(kind.title), out:", entries) { entry in
          guard case .out(let reason) = entry.state else { return nil }
          return reason
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  private func section(
    _ title: String, _ entries: [Coverage.Entry], _ text: (Coverage.Entry) -> String?
  ) -> [String] {
    let rows = entries.compactMap { entry in
      text(entry).map { (name: Self.name(entry.row), text: $0) }
    }
    guard !rows.isEmpty else { return [] }
    let width = rows.map(\.name.count).max() ?? 0
    return ["", title]
      + rows.map {
        "  " + $0.name.padding(toLength: width, withPad: " ", startingAt: 0) + "  " + $0.text
      }
  }

  /// A row's title with the module of an extension's command.
  private static func name(_ row: ReferenceRow) -> String {
    row.modules.isEmpty || row.name.contains(".")
      ? row.name : "\(row.name) [\(row.modules.joined(separator: "+"))]"
  }
}
