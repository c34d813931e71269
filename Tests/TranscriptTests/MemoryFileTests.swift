import Foundation
import Testing
import Workbench

/// `.writemem` and `.readmem`, which need a file.
@Suite struct MemoryFileTests {
  /// What commands print on the bare machine; `FILE` stands for a file of the test's own.
  private func session(_ lines: [String]) throws -> String {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("crashcart-\(UUID().uuidString).bin").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let session = try Workbench.open(Workbench.Options(scenario: "bare"))
    _ = session.start()
    var text = ""
    session.output = { text += $0 }
    for line in lines { _ = session.execute(line.replacing("FILE", with: file)) }
    return text.replacing(file, with: "FILE")
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let text = try session([
      "f 3000 L1000 1 2 3", ".writemem FILE 3000 L1000", "f 4000 L1000 0", ".readmem FILE 4000",
      "c 3000 L1000 4000", "f 5000 L10 0", ".readmem \"FILE\" 5000 L4", "db 5000 L8",
    ])
    #expect(text.contains("Writing 1000 bytes..\n"))
    #expect(text.contains("Reading 1000 bytes..\n"))
    #expect(text.contains("Reading 4 bytes.\n"))
    #expect(text.contains("01 02 03 01 00 00 00 00"))
    #expect(!text.contains(" - "))
  }

  @Test func aShortFileIsRefused() throws {
    let text = try session([".writemem FILE 3000 L4", ".readmem FILE 3000 L5"])
    #expect(text.contains("File 'FILE' has 4 bytes, fewer than 5"))
  }
}
