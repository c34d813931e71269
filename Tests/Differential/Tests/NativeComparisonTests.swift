import Oracles
import Testing

@Suite struct NativeComparisonTests {
  /// A small slice of what `differential` compares, with fixed seed. Skipped where the host is not
  /// an x86-64 Linux with a C compiler.
  @Test func agreesWithTheHost() throws {
    guard let oracle = try? OracleProcess.native() else { return }
    let campaign = Campaign(oracle, name: "native", seed: 3, known: Known.standard())
    var instances = 0
    for row in Rows.integer {
      let outcome = try campaign.run(row: row, count: 100)
      instances += outcome.instances
      for (kinds, group) in outcome.groups {
        Issue.record("row \(row): \(kinds): \(group.examples)")
      }
    }
    #expect(instances > 15_000)
  }
}
