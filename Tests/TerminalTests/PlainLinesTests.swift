import Foundation
import Testing

@testable import Terminal

@Suite struct PlainLinesTests {
  private func lines(of text: String) -> [TypedLine] {
    let pipe = Foundation.Pipe()
    pipe.fileHandleForWriting.write(Data(text.utf8))
    try? pipe.fileHandleForWriting.close()
    var shown = ""
    let lines = PlainLines(descriptor: pipe.fileHandleForReading.fileDescriptor) { shown += $0 }
    var read: [TypedLine] = []
    while read.last != .end, read.count < 10_000 { read.append(lines.readLine(prompt: "")) }
    #expect(shown.isEmpty)
    return read
  }

  @Test(arguments: [
    ("", []),
    ("k", ["k"]),
    ("k\n", ["k"]),
    ("k\r\n\ng", ["k", "", "g"]),
    ("\u{FFFD}\n", ["\u{FFFD}"]),
  ])
  func textIsReadAsLines(text: String, expected: [String]) {
    #expect(lines(of: text) == expected.map { .line($0) } + [.end])
  }

  @Test func linesMayBeLong() {
    let line = String(repeating: "x", count: 50_000)
    #expect(lines(of: line + "\nk\n") == [.line(line), .line("k"), .end])
  }
}
