import Testing
import Workbench

/// What modules print that differs from build to build.
@Suite struct ModuleTests {
  private func session(_ lines: [String]) throws -> String {
    let session = try Workbench.open()
    _ = session.start()
    var text = ""
    session.output = { text += $0 }
    for line in lines { _ = session.execute(line) }
    return text
  }

  @Test func theHashOfAReproducibleBuildIsNoDate() throws {
    let sentence = "(This is a reproducible build file hash, not a timestamp)"
    #expect(try session(["lmv m nt"]).contains(sentence))
    #expect(try session(["lmt m nt"]).contains(sentence))
    #expect(try session(["!lmi nt"]).contains("(This is a reproducible build file hash"))
  }

  @Test func symbolsAreCheckedAgainstTheirImage() throws {
    let text = try session(["!chksym nt"])
    #expect(text.contains("MATCH: ntoskrnl.pdb and ntoskrnl.exe"))
    #expect(text.contains("Loaded pdb is "))
  }

  @Test func aModuleIsSummedUp() throws {
    let text = try session(["ld nt", "!lmi nt"])
    #expect(text.contains("Symbols loaded for nt\n"))
    #expect(text.contains("   Machine Type: 34404 (X64)\n"))
    #expect(text.contains("Pdb: ntoskrnl.pdb\n"))
    #expect(text.contains("    Symbol Type: PDB      - "))
  }

  @Test func theSearchForSymbolsIsTold() throws {
    let text = try session(["!sym noisy", ".reload /f", "lm"])
    #expect(text.contains("DBGHELP: "))
  }
}
