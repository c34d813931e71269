import Foundation
import Testing

@testable import Language

@Suite struct CompletionPlaceTests {
  @Test(arguments: [
    // Line up to the cursor, words before it, the word at it.
    ("", [], ""),
    ("dt", [], "dt"),
    ("dt nt!_I", ["dt"], "nt!_I"),
    ("r; dt nt!_I", ["dt"], "nt!_I"),
    ("  dt  ", ["dt"], ""),
    ("~*k; ~1 dt x", ["dt"], "x"),
    ("bp nt!Foo \"k; dt y", ["dt"], "y"),
    (".if (1) { dt z", ["dt"], "z"),
    (".if (1) { g } .el", [], ".el"),
  ])
  func theCommandAndTheWordAreFound(line: String, words: [String], word: String) {
    let place = CompletionPlace(line + "???", cursor: line.utf8.count)
    #expect(place.words.map(String.init) == words)
    #expect(place.word == word)
    #expect(place.start == line.utf8.count - word.utf8.count)
  }

  @Test(arguments: [
    ("? poi(nt!Ps", "nt!Ps"), ("? @rsp+nt!Ps", "nt!Ps"), ("? -nt", "nt"), ("? nt!Ps", "nt!Ps"),
  ])
  func theLastOperandIsFound(line: String, operand: String) {
    let found = CompletionPlace(line, cursor: line.utf8.count).operand()
    #expect(found.text == operand)
    #expect(found.start == line.utf8.count - operand.utf8.count)
  }

  @Test func aCursorBeyondTheLineIsItsEnd() {
    #expect(CompletionPlace("dt é", cursor: 99).word == "é")
    #expect(CompletionPlace("dt", cursor: -1).word == "")
  }
}

@Suite struct CompletionTests {
  private func complete(_ line: String) throws -> (from: Int, words: [String]) {
    let session = try TestSession(withImage: true).session
    let completions = session.completions(for: line, cursor: line.utf8.count)
    #expect(completions.candidates.isEmpty || completions.replaced.upperBound == line.utf8.count)
    return (completions.replaced.lowerBound, completions.candidates.map(\.text))
  }

  @Test func commandsCompleteAtTheStart() throws {
    #expect(try complete(".logo").words == [".logopen"])
    #expect(try complete("k; .logo") == (3, [".logopen"]))
    #expect(try complete("BL").words.contains("bl"))
  }

  @Test func membersCompleteBehindAPeriodOrAnArrow() throws {
    #expect(try complete("?? ((nt!_NODE *)0x200000)->Va") == (27, ["Values"]))
    #expect(try complete("?? ((nt!_NODE *)0x200000)->Link.F") == (32, ["Flink"]))
    #expect(try complete("dx ((nt!_NODE *)0x200000)->Bits.").words == ["Low", "High", "Signed"])
    #expect(try complete("k; dx Debugger.Sess") == (15, ["Sessions"]))
    #expect(try complete("dx Debugger.State.Use").words == ["UserVariables"])
    #expect(try complete("dx \"text\".Le").words == ["Length"])
    #expect(try complete("dx Debugger.Sessions.OrderByD").words == ["OrderByDescending"])
    #expect(try complete("dx Debugger.Sessions.Select(s => s.Proc").words == ["Processes"])
    #expect(
      try complete("dx -r2 Debugger.Sessions.Select(s => new { A = s.Id, B = s.Attr").words
        == ["Attributes"])
    #expect(try complete("dx @$x = Debugger.Se").words == ["Sessions", "Settings"])
    #expect(try complete("dx nosuch.Na").words == [])
  }

  /// What would change something is not evaluated for the sake of completion.
  @Test func completionChangesNothing() throws {
    let test = try TestSession(withImage: true)
    for line in ["dx (@$x = Debugger).S", "?? (*(nt!_NODE **)0x200000 = (nt!_NODE *)0)->V"] {
      #expect(test.session.completions(for: line, cursor: line.utf8.count).candidates.isEmpty)
    }
    #expect(test.type("dx @$x") == "Error: Unable to bind name '@$x'\n")
    #expect(test.type("?? *(int *)0x200000") == "int 0n50462976\n")
  }

  @Test func modulesCompleteToTheirMark() throws {
    #expect(try complete("u n") == (2, ["nt!"]))
    #expect(try complete("bp n") == (3, ["nt!"]))
  }

  @Test func symbolsTypesAndFieldsCompleteFromTheSymbolFile() throws {
    #expect(try complete("u nt!savesr") == (2, ["nt!SavesRegisters"]))
    #expect(try complete("? poi(nt!ListH") == (6, ["nt!ListHead"]))
    #expect(try complete("dt nt!_NO").words.contains("nt!_NODE"))
    #expect(try complete("dt nt!_NODE Li") == (12, ["Link"]))
    #expect(try complete("dt nt!_NODE Bits.Lo") == (17, ["Low"]))
  }

  @Test func registersCompleteAfterTheirMark() throws {
    #expect(try complete("? @efe") == (2, ["@efer"]))
    #expect(try complete("? 1+@$ptrs") == (4, ["@$ptrsize"]))
  }

  @Test func filesCompleteWhereACommandTakesOne() throws {
    let folder = TestSession.fixtures
    #expect(try complete(".logopen \(folder)/walker.e").words == ["\(folder)/walker.exe"])
    let (from, words) = try complete("$<\(folder)/walker.e")
    #expect(from == 2)
    #expect(words == ["\(folder)/walker.exe"])
    #expect(try complete(".logopen /no/such/folder/x").words.isEmpty)
  }

  private enum Traces: ExtensionModule {
    static let name = "traces"
    static let commands = [Command("logdump", summary: "x") { _ in }]
  }

  @Test func extensionsCompleteBehindTheirMark() throws {
    let session = try TestSession().session
    session.commands.add(Traces.self)
    func complete(_ line: String) -> [String] {
      session.completions(for: line, cursor: line.utf8.count).candidates.map(\.text)
    }
    #expect(complete("!tr") == ["!traces."])
    #expect(complete("!traces.l") == ["!traces.logdump"])
    #expect(complete("!log").isEmpty)
    #expect(complete(".load tr") == ["traces"])
    session.commands.load(Traces.self)
    #expect(complete("!log") == ["!logdump"])
  }

  @Test func breakpointsAndAliasesCompleteByKind() throws {
    let session = try TestSession().session
    for line in ["bp 200000", "bp1 200010", "as Place 200000"] { _ = session.execute(line) }
    func complete(_ line: String) -> [String] {
      session.completions(for: line, cursor: line.utf8.count).candidates.map(\.text)
    }
    #expect(complete("bc ") == ["0", "1"])
    #expect(complete("ad Pl") == ["Place"])
  }

  @Test func whatNobodyKnowsCompletesToNothing() throws {
    #expect(try complete("zzz").words.isEmpty)
    #expect(try complete("dt nt!_NO_SUCH").words.isEmpty)
  }
}
