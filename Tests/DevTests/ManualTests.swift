import Foundation
import Language
import Testing

@testable import dev

/// The manual's pages and the declarations they are made from.
@Suite struct ManualTests {
  private static let families = CommandSet(
    "Odds and ends",
    [
      Command(
        "odd", "od", summary: "Do *it*.", examples: ["odd 1": "once"], related: ["end", "other"],
        grammar: .expression("Count")
      ) { _, _ in },
      Command("end", summary: "Stop.") { _ in },
    ])

  @Test func aPageSaysWhatTheDeclarationSays() {
    let pages = Manual(CommandTable([Self.families])).pages
    #expect(pages.map(\.file) == ["README.md", "odds-and-ends.md"])
    let text = pages[1].text
    #expect(text.contains("## `odd`\n\nDo \\*it\\*.\n\n    odd Count\n\nAlso: `od`\n"))
    #expect(text.contains("- `Count`: a number; any expression\n"))
    #expect(text.contains("Examples:\n\n    odd 1  once\n"))
    #expect(text.contains("See also: [`end`](odds-and-ends.md#end), `other`\n"))
    #expect(pages[0].text.contains("| [`end`](odds-and-ends.md#end) | Stop. |"))
  }

  @Test func thePagesAreWhatTheDeclarationsSay() throws {
    let drift = try Manual().drift(in: CoverageTests.package)
    #expect(drift == [], "swift run dev manual")
  }

  @Test func driftIsNoticedAndMended() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("manual-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let package = Package(folder: folder.path)
    let manual = Manual(CommandTable([Self.families]))
    #expect(try manual.drift(in: package) == ["README.md", "odds-and-ends.md"])
    try manual.write(to: package)
    try package.write("old", to: "\(Manual.folder)/gone.md")
    try package.write("edited", to: "\(Manual.folder)/README.md")
    #expect(try manual.drift(in: package) == ["README.md", "gone.md"])
    try manual.write(to: package)
    #expect(try manual.drift(in: package).isEmpty)
  }
}
