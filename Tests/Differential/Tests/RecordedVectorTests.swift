import Foundation
import Oracles
import Testing
import X86

/// What a real processor answered, for every row that can be asked about, without the processor.
@Suite struct RecordedVectorTests {
  /// Where processors may differ from each other in most outcomes.
  private static let approximations: Set<Semantics> = [
    .rcpps, .rcpss, .rsqrtps, .rsqrtss, .f2xm1, .fyl2x, .fyl2xp1, .fptan, .fpatan, .fsin, .fcos,
    .fsincos,
  ]

  private static func read() throws -> [String: Recorded] {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Vectors/recorded.txt")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    return Dictionary(
      lines.compactMap { Recorded($0) }.map { ($0.row, $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// Each row of the table agrees with its vectors, or has a reason to have none.
  @Test func everyRowAgreesOrIsExempt() throws {
    let recorded = try Self.read()
    let subject = Subject()
    var instances = 0
    var rows = 0
    for row in Form.all.indices.dropFirst() where Rows.exemption(of: row) == nil {
      rows += 1
      let ours = Recorded(row: row, subject)
      guard let theirs = recorded[ours.row] else {
        Issue.record("\(ours.row) has no vectors: differential --record")
        continue
      }
      guard ours.inputs == theirs.inputs, ours.outcomes.count == theirs.outcomes.count else {
        Issue.record("\(ours.row) is generated otherwise than it was: differential --record")
        continue
      }
      let pairs = zip(ours.outcomes, theirs.outcomes)
      let compared = pairs.filter { $0.1 != nil }
      instances += compared.count
      let least = Self.approximations.contains(Form.all[row].semantics) ? 1 : 5
      #expect(compared.count >= least, "\(ours.row) has too few vectors")
      for (place, pair) in pairs.enumerated() where pair.1 != nil && pair.0 != pair.1 {
        Issue.record("\(ours.row), instance \(place): differential --rows \(row)")
      }
    }
    #expect(rows > 1000)
    #expect(instances > rows * 9)
  }

  /// The reasons are few, and no row that executes in 64-bit user mode has one but those.
  @Test func theExemptAreThoseThatCannotBeAsked() {
    var counts: [String: Int] = [:]
    for row in Form.all.indices.dropFirst() {
      if let reason = Rows.exemption(of: row) { counts[reason, default: 0] += 1 }
    }
    #expect(counts.count == 6, "\(counts)")
    let system = counts["tells of the processor, or of privilege: Tests/System", default: 0]
    #expect(system > 40 && system < 140, "\(system)")
  }
}
