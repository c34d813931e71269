import Foundation
import Testing

@testable import Terminal

@Suite struct HistoryFileTests {
  private func withFolder(_ body: (String) throws -> Void) rethrows {
    let folder = NSTemporaryDirectory() + "/crashcart-history-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func linesComeBackInTheNextSession() {
    withFolder { folder in
      let path = folder + "/state/history"
      let first = HistoryFile(path: path)
      #expect(first.load().isEmpty)
      #expect(first.add("k"))
      #expect(!first.add("k"))
      #expect(!first.add("  "))
      #expect(first.add("dt nt!_IRP"))
      let second = HistoryFile(path: path)
      #expect(second.load() == ["k", "dt nt!_IRP"])
      #expect(!second.add("dt nt!_IRP"))
    }
  }

  @Test func aLongFileIsCut() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      let path = folder + "/history"
      let text = (0..<5_000).map { "? \($0)\n" }.joined()
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let history = HistoryFile(path: path)
      #expect(history.load().count == HistoryFile.capacity)
      #expect(history.load().first == "? 3000")
      #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("? 3000\n"))
    }
  }

  @Test func noFileIsNoReasonToFail() {
    let nowhere = HistoryFile(path: nil)
    #expect(nowhere.load().isEmpty)
    #expect(nowhere.add("k"))
    let unwritable = HistoryFile(path: "/dev/null/history")
    #expect(unwritable.load().isEmpty)
    #expect(unwritable.add("k"))
  }

  @Test(
    arguments: [
      (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/crashcart/history"),
      (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/crashcart/history"),
      (["HOME": "/h"], "/h/.local/state/crashcart/history"),
      ([:], nil),
    ] as [([String: String], String?)])
  func theEnvironmentNamesThePlace(environment: [String: String], path: String?) {
    #expect(HistoryFile.standardPath(environment: environment) == path)
  }
}
