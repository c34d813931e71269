import Foundation
import Replay
import Testing
import Workbench

/// Every session in `Tests/Transcripts`, replayed on a target of its own.
///
/// Run one with `swift test --filter TranscriptTests` and its name, or by itself with
/// `crashcart replay FILE`. `crashcart replay --record FILE` writes its answers anew.
@Suite struct TranscriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Transcripts")

  /// Paths below the folder, such as `session/prompt.txt`.
  static let files: [String] = {
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (found ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test(arguments: files)
  func theSessionComesOutAsWritten(file: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(file), encoding: .utf8)
    let transcript = Transcript(parsing: text, name: "Tests/Transcripts/" + file)
    let session = try Workbench.open(Workbench.Options(scenario: transcript.scenario))
    let report = try Replayer.replay(transcript, at: session)
    #expect(report.matched > 0, "\(file) expects nothing")
    if let difference = report.firstDifference() {
      Issue.record("\(report.summary)\n\(difference)")
    }
  }

  @Test func thereAreSessions() {
    #expect(!Self.files.isEmpty)
  }
}
