import Foundation
import Testing

@testable import dev

/// The tables behind `dev coverage`, and what the README says of them.
@Suite struct CoverageTests {
  /// The project that these tests belong to.
  static let package = Package(
    folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path)

  @Test func theTablesNameOnlyWhatIsThere() throws {
    #expect(try Coverage(of: Self.package).complaints == [])
  }

  /// The README may be behind what is there (`dev coverage --write` brings it up), never ahead.
  @Test func theReadmeClaimsNoMoreThanThereIs() throws {
    let report = CoverageReport(coverage: try Coverage(of: Self.package))
    let quoted = figures(try ReadmeQuote(Self.package).text())
    let actual = figures(report.table)
    #expect(quoted.map(\.documented) == actual.map(\.documented))
    for (quoted, actual) in zip(quoted, actual) {
      #expect(quoted.implemented <= actual.implemented, "\(actual.row)")
    }
  }

  private func figures(_ table: String) -> [(row: String, documented: Int, implemented: Int)] {
    table.split(separator: "\n").dropFirst(2).map { line in
      let cells = line.split(separator: "|").map(\.trimmingBlanks)
      let implemented = cells[3].prefix(while: \.isNumber)
      return ("\(cells[0]) \(cells[1])", Int(cells[2]) ?? -1, Int(implemented) ?? Int.max)
    }
  }

  @Test(arguments: [
    ("bp, bu, bm", ["bp", "bu", "bm"]),
    ("k, kb (kn, kf)", ["k", "kb", "kn", "kf"]),
    ("!locks (kernel)", ["!locks"]),
    (".f+, .f-", [".f+", ".f-"]),
    ("!wow64exts.sw / .info / .k", ["!wow64exts.sw", "!wow64exts.info", "!wow64exts.k"]),
    ("CTRL+BREAK / CTRL+C", ["CTRL+BREAK", "CTRL+C"]),
    ("||", ["||"]),
  ])
  func aTitleIsSplitIntoItsSpellings(title: String, spellings: [String]) {
    let row = ReferenceRow([title, "extension", "kdexts", "both", "both", "T1", "", ""])
    #expect(row?.spellings == spellings)
  }

  /// A table that says too much is noticed: something implemented, something unknown, no proof.
  @Test func wrongTablesAreNoticed() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("coverage-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let package = Package(folder: folder.path)
    func write(_ rows: [[String]], _ name: String) throws {
      let lines = rows.map { $0.joined(separator: "\t") }
      try package.write(lines.joined(separator: "\n"), to: "\(Package.reference)/\(name)")
    }
    let commands = [
      ["name"], ["bp, bu", "builtin", "-", "", "", "T0", "", ""],
      ["!nosuch", "extension", "kdexts", "", "", "T0", "", ""],
      ["dw, dW", "builtin", "-", "", "", "T0", "", ""], ["qw", "meta", "-", "", "", "T0", "", ""],
    ]
    try write(commands, "commands.tsv")
    try write(
      [["bp, bu", "waits", "x"], ["zz", "out", "y"], ["!nosuch", "waits", "z"]], "standing.tsv")
    try write([[";", "nofile", "text"]], "tokens.tsv")
    let coverage = try Coverage(of: package)
    #expect(
      coverage.complaints == [
        "tokens.tsv: 'text' of ; is not in nofile", "standing.tsv: no row 'zz'",
        "standing.tsv: 'bp, bu' is implemented",
      ])
    #expect(
      coverage.entries.map(\.state) == [
        .implemented, .waiting(for: "z"), .implemented, .missing(["qw"]),
      ])
  }
}
