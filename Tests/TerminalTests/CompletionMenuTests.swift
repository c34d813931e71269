import Language
import Testing

@testable import Terminal

@Suite struct CompletionMenuTests {
  private func menu(
    _ words: [String], for line: String, from start: Int,
    kind: Completions.Candidate.Kind = .command
  ) -> CompletionMenu {
    let completions = Completions(
      replacing: start..<line.utf8.count, candidates: words.map { .init($0, kind: kind) })
    return CompletionMenu(completions, line: line, cursor: line.utf8.count)
  }

  @Test func theOnlyCandidateIsTakenWithASpace() {
    let menu = menu(["!poolused"], for: "!poolu", from: 0)
    #expect(menu.replacement == "!poolused ")
    #expect(menu.replacedBytes == 6)
    #expect(menu.listed.isEmpty)
  }

  @Test(arguments: ["nt!", "folder/", "c:\\", "Irp->", "Irp."])
  func aWordThatGoesOnGetsNoSpace(word: String) {
    #expect(menu([word], for: "x", from: 0).replacement == word)
  }

  @Test func severalAreTakenAsFarAsTheyAgree() {
    let menu = menu(["nt!KeSetEvent", "nt!KeSetTimer"], for: "bp nt!kes", from: 3)
    #expect(menu.replacement == "nt!KeSet")
    #expect(menu.replacedBytes == 6)
  }

  @Test func thenTheyAreListed() {
    let menu = menu(["ba", "bc", "bd"], for: "b", from: 0)
    #expect(menu.replacement == nil)
    #expect(menu.columns(width: 80) == "ba  bc  bd\n")
    #expect(menu.columns(width: 6) == "ba\nbc\nbd\n")
    #expect(menu.columns(width: 9) == "ba  bd\nbc\n")
  }

  @Test func nothingFitsNothingHappens() {
    let none = CompletionMenu(.none, line: "zz", cursor: 2)
    #expect(none.replacement == nil)
    #expect(none.columns(width: 80).isEmpty)
  }

  @Test func candidatesForAnotherPlaceAreRefused() {
    let wrong = Completions(replacing: 5..<9, candidates: [.init("a", kind: .symbol)])
    #expect(CompletionMenu(wrong, line: "b", cursor: 1).replacement == nil)
  }

  @Test func aLongListIsCut() {
    let words = (0..<250).map { "w\($0)" }
    #expect(menu(words, for: "w", from: 0).columns(width: 80).hasSuffix("... and 50 more\n"))
  }
}
