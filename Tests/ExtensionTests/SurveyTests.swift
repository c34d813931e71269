import Language
import Survey
import Testing
import Workbench

/// A module that does not come with the program, on a target that runs.
@Suite struct SurveyTests {
  /// What lines print, typed one after the other at a target that was broken into.
  private func type(_ lines: String..., on scenario: String = "bare") throws -> String {
    let session = try Workbench.open(
      Workbench.Options(scenario: scenario), extensions: [Survey.self])
    _ = session.start()
    var text = ""
    session.output = { text += $0 }
    for line in lines { _ = session.execute(line) }
    return text
  }

  @Test func isKnownButNotLoaded() throws {
    let text = try type("!holes 1000 L10")
    #expect(text == "No export holes found\nDid you mean '!survey.holes'?\n")
    #expect(try !type(".chain").contains("survey"))
  }

  @Test func comesWithItsFirstCommand() throws {
    let text = try type("!survey.holes 1000 L10", ".chain", "!holes 1000 L10")
    #expect(text.hasPrefix("0x0 of 0x10 bytes cannot be read\n"))
    #expect(text.contains("chain:\n    survey: image 1.0.0, API 1.0.0, built in\n"))
    #expect(text.hasSuffix("\n0x0 of 0x10 bytes cannot be read\n"))
  }

  @Test func isLoadedAndUnloaded() throws {
    let text = try type(".load survey", ".extmatch hol*", ".unload survey", ".extmatch hol*")
    #expect(text == "!survey.holes\nUnloading survey extension DLL\n")
  }

  @Test func helpComesFromTheDeclarations() throws {
    let text = try type("!survey.help", "!survey.help strings")
    #expect(text.contains("!stackuse"))
    #expect(
      text.contains("!strings Range [Length]\n    Show the readable ASCII text in a range.\n"))
  }

  @Test func findsTextInMemory() throws {
    let text = try type("eza 2000 \"seven letters\"", "!survey.strings 1f00 L200")
    #expect(text == "00000000`00002000  seven letters\n")
  }

  @Test func showsWhatCannotBeRead() throws {
    let text = try type("!survey.holes ffff800000000000 L2000")
    #expect(
      text == "ffff8000`00000000 - ffff8000`00001fff\n0x2000 of 0x2000 bytes cannot be read\n")
  }

  @Test func anUnknownCommandIsRefused() throws {
    #expect(try type("!survey.nosuch") == "No export nosuch found\n")
    #expect(try type("!survey.strings").contains("Numeric expression missing from '<EOL>'"))
  }
}
