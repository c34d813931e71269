import Foundation
import Language
import Testing

/// Lines that are a key: Ctrl+B, Ctrl+V, Ctrl+W and Ctrl+\ with Enter, as CDB and KD take them.
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

  @Test func controlBackslashTellsHowToDebugTheDebugger() throws {
    let test = try TestSession()
    let advice = test.type("\u{1C}")
    #expect(advice == test.type(".dbgdbg"))
    #expect(advice.contains("process \(ProcessInfo.processInfo.processIdentifier) of"))
  }

  @Test func onlyDebuggersThatAreThereAreNamed() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("debuggers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let gdb = folder.appendingPathComponent("gdb")
    try Data().write(to: gdb)
    #expect(NativeDebuggers(processID: 7, path: folder.path).names == [])
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: gdb.path)
    let found = NativeDebuggers(processID: 7, path: "/nowhere::\(folder.path)")
    #expect(found.names == ["gdb"])
    #expect(
      found.advice == """
        This debugger is process 7 of your computer.
        To debug it, type in another terminal:
            gdb -p 7
        """)
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
