import Language
import Testing

/// Lines that are a key: Ctrl+B, Ctrl+V and Ctrl+W with Enter, as CDB and KD take them.
@Suite struct KeyTests {
  @Test func controlBEndsTheSession() throws {
    let session = try TestSession().session
    #expect(session.execute("\u{02}") == .over)
  }

  @Test func controlVTogglesVerboseMode() throws {
    let test = try TestSession()
    #expect(test.type("\u{16}") == "Verbose mode ON.\n")
    #expect(test.session.isVerbose)
    #expect(test.type(" \u{16} ") == "Verbose mode OFF.\n")
    #expect(!test.session.isVerbose)
  }

  @Test func controlWShowsTheVersion() throws {
    let test = try TestSession()
    #expect(test.type("\u{17}") == test.type("version"))
  }

  @Test func elsewhereTheyAreCharacters() throws {
    let test = try TestSession()
    #expect(test.type(".echo a\u{02}") == "a\u{02}\n")
    #expect(!test.session.isOver)
  }

  @Test func emptyLinesStillRepeat() throws {
    let test = try TestSession()
    #expect(test.type("? 1", "") == String(repeating: test.type("? 1"), count: 2))
  }
}
