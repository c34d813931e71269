import Testing

@testable import dev

/// What every command owes: a summary, an example, a session, and a mistake in one.
@Suite struct GapTests {
  @Test func everyCommandIsShownAtWorkAndRefused() throws {
    #expect(try Gaps(of: CoverageTests.package).lines == [])
  }

  /// A gap that is no more must leave `gaps.tsv`.
  @Test func theTableOfGapsNamesOnlyGaps() throws {
    let gaps = try Gaps(of: CoverageTests.package, excusing: false)
    let all = Set(
      gaps.found.flatMap { entry in entry.gaps.map { "\(entry.command) \($0.rawValue)" } })
    let named = try CoverageTests.package.rows("gaps.tsv").map { "\($0[0]) \($0[1])" }
    #expect(named.filter { !all.contains($0) } == [])
  }
}
