import Testing

@testable import Replay

@Suite struct ComparisonTests {
  private func compare(_ expected: String, _ actual: String) -> Comparison {
    let step = Transcript(parsing: expected).steps[0]
    return Comparison(expected: step.lines, actual: actual.split(separator: "\n").map(String.init))
  }

  @Test(arguments: [
    // Expected, actual, matched, differing.
    ("a\nb", "a\nb", 2, 0),
    ("  a   b", "a b  ", 1, 0),
    ("a\n\n\nb", "\na\n \nb", 2, 0),
    ("a\nb\nc", "a\nc", 2, 1),
    ("a\nc", "a\nb\nc", 2, 1),
    ("a\nb\nc", "a\nx\nc", 2, 1),
    ("a", "", 0, 1),
    ("", "a", 0, 1),
    ("...", "", 0, 0),
    ("...", "a\nb\nc", 0, 0),
    ("a\n...", "a", 1, 0),
    ("a\n...\nz", "a\nb\nc\nz", 2, 0),
    ("...\nz", "z\nz\nz", 1, 0),
    ("...\nz", "a\nb", 0, 1),
    ("# note\na\n#~ \nb", "a\nb", 2, 0),
  ])
  func linesAreCounted(expected: String, actual: String, matched: Int, differing: Int) {
    let comparison = compare(expected, actual)
    #expect(comparison.matched == matched)
    #expect(comparison.differing == differing)
  }

  @Test func aMissingLineDoesNotShiftTheRest() {
    let comparison = compare("a\nb\nc\nd", "a\nc\nd")
    #expect(
      comparison.rows == [
        .same(expected: 0, actual: "a"), .missing(expected: 1), .same(expected: 2, actual: "c"),
        .same(expected: 3, actual: "d"),
      ])
  }

  @Test func theEllipsisCoversAsLittleAsItMay() {
    let comparison = compare("...\nz\n...", "a\nz\nz")
    #expect(
      comparison.rows == [
        .covered(expected: 0, actual: "a"), .same(expected: 1, actual: "z"),
        .covered(expected: 2, actual: "z"),
      ])
  }

  @Test func hugeAnswersArePairedByPosition() {
    let lines = (0..<5_000).map(String.init)
    let comparison = compare(
      (["x"] + lines).joined(separator: "\n"), (["y"] + lines).joined(separator: "\n"))
    #expect(comparison.matched == 5_000)
    #expect(comparison.differing == 1)
  }
}
