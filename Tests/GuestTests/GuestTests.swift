import Foundation
import Guest
import Testing

@Suite struct BootTests {
  @Test(arguments: [1, 2, 4])
  func reachesThePromptSoon(processors: Int) throws {
    let console = try Console(processors: processors)
    console.run(limit: 20_000_000, until: atPrompt)
    #expect(atPrompt(console.text), "\(console.text)")
    #expect(console.exceptions.isEmpty)
  }

  @Test func runsTheSameWayTwice() throws {
    let counts = try (0..<2).map { _ in
      let console = try Console()
      console.run(until: atPrompt)
      console.type("tasklist", until: atPrompt)
      return console.instructions
    }
    #expect(counts[0] == counts[1])
  }
}

@Suite struct ProgramTests {
  /// The guest's own test program: exceptions, memory, threads, events, bad pointers and handles.
  @Test func everyCheckOfUsertestHolds() throws {
    let console = try Console()
    console.run(until: atPrompt)
    console.type("usertest", until: atPrompt)
    let line = console.text.split(whereSeparator: \.isNewline).first {
      $0.hasSuffix("checks hold.")
    }
    let words = (line ?? "").split(separator: " ")
    #expect(words.count == 5 && words.first == words.dropFirst(2).first, "\(console.text)")
  }
}

@Suite struct MyfaultTests {
  /// A debugger that searches the image for the tag shall find the two calls and nothing else.
  @Test func holdsItsTagTwiceAndInCode() throws {
    let file = try #require(Guest.file("myfault.sys"))
    let image = [UInt8](try Data(contentsOf: file))
    let tag = Array("Leak".utf8)
    let places = image.indices.filter { image[$0...].starts(with: tag) }
    #expect(places.count == 2)
    for place in places { #expect(Array(image[(place - 2)..<place]) == [0x41, 0xb8]) }
  }

  @Test(arguments: [
    ("highirql", 0xd1), ("overflow", 0x19), ("code", 0xbe), ("pointer", 0x50),
    ("stackoverflow", 0x7f), ("doublefree", 0xc2),
  ])
  func crashes(kind: String, code: UInt32) throws {
    let console = try Console()
    console.run(until: atPrompt)
    console.type("notmyfault /crash \(kind)") { _ in false }
    #expect(console.exceptions == [0x8000_0003])
    let name = String(code, radix: 16)
    let padded = String(repeating: "0", count: 8 - name.count) + name
    #expect(console.prints.contains("*** Fatal System Error: 0x\(padded)"), "\(console.prints)")
  }

  @Test func goesOnAfterABreakpoint() throws {
    let console = try Console()
    console.run(until: atPrompt)
    console.type("notmyfault /crash breakpoint") { _ in false }
    #expect(console.exceptions == [0x8000_0003])
    console.type("ver", until: atPrompt)
    #expect(console.text.contains("Gurney [Version"))
  }
}
