import Testing

@testable import Language

/// What is suggested for commands that are not there.
@Suite struct SuggestionTests {
  @Test(arguments: [
    ("reload", "reload", 0), ("relod", "reload", 1), ("reloda", "reload", 1), ("", "ab", 2),
    ("bp", "pb", 1), ("abc", "", 3), ("kitten", "sitting", 3),
  ])
  func lettersAreCounted(first: String, second: String, distance: Int) {
    #expect(editDistance(first, second) == distance)
    #expect(editDistance(second, first) == distance)
  }

  private enum Pool: ExtensionModule {
    static let name = "pool"
    static let commands = [Command("usage", summary: "x") { _ in }]
  }

  private enum Traces: ExtensionModule {
    static let name = "traces"
    static let commands = [Command("logdump", summary: "x") { _ in }]
  }

  private func suggest(_ word: String) -> String? {
    var table = CommandTable([
      CommandSet(
        "x",
        [".reload", ".readmem", ".help", "lm", "dqs"].map { Command($0, summary: "") { _ in } })
    ])
    table.load(Pool.self)
    table.add(Traces.self)
    return Suggestions(for: word, in: table).sentence
  }

  @Test func theNearestIsSuggested() {
    #expect(suggest(".relaod") == "Did you mean '.reload'?")
    #expect(suggest("!usgae") == "Did you mean '!usage'?")
    #expect(suggest("dsq") == "Did you mean 'dqs'?")
  }

  @Test func aWrongMarkOrAModuleThatIsNotLoadedIsSuggested() {
    #expect(suggest("help") == "Did you mean '!help' or '.help'?")
    #expect(suggest("!logdump") == "Did you mean '!traces.logdump'?")
    #expect(suggest(".usage") == "Did you mean '!usage'?")
  }

  @Test func whatIsFarIsNot() {
    #expect(suggest("zz") == nil)
    #expect(suggest(".nothing") == nil)
    #expect(suggest(String(repeating: "x", count: 1000)) == nil)
    #expect(suggest("") == nil)
  }
}
