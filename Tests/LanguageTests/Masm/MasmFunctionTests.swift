import Language
import Testing

/// The functions whose names start with a dollar sign.
struct MasmFunctionTests {
  static let rows = [
    MasmRow("$vvalid(200000,10)", 1, "readable"),
    MasmRow("$vvalid(200000, 10000)", 1, "readable to the last byte"),
    MasmRow("$vvalid(20fff0,20)", 0, "not readable to the end"),
    MasmRow("$vvalid(0,f)", 0, "not readable"),
    MasmRow("not($vvalid(200000,10))", 0, "in an expression"),
    MasmRow("$vvalid(ffffffff`ffffffff,ffffffff`ffffffff)", 0, "beyond the last address"),
    MasmRow("$scmp(\"a\",\"b\")", .max, "less is -1"),
    MasmRow("$scmp(\"b\", \"a\")", 1, "greater is 1"),
    MasmRow("$scmp(\"a\",\"a\")", 0, "equal is 0"),
    MasmRow("$scmp(\"a\",\"A\")", 1, "letter case counts"),
    MasmRow("$sicmp(\"a\",\"A\")", 0, "letter case does not count"),
    MasmRow("$sicmp(\"a\",\"B\")", .max, "less is -1"),
    MasmRow("$SICMP ( \"a\" , \"A\" )", 0, "capitals and blanks"),
    MasmRow("$spat(\"Hello\",\"h*o\")", 1, "* any run"),
    MasmRow("$spat(\"Hello\",\"h?llo\")", 1, "? any one character"),
    MasmRow("$spat(\"Hello\",\"h?lo\")", 0, "? is exactly one"),
    MasmRow("$spat(\"Prog7am\",\"Prog[er-t7]am\")", 1, "a set with a range"),
    MasmRow("$spat(\"Program\",\"Prog[s-t]am\")", 0, "not in the set"),
    MasmRow("$spat(\"Lp\",\"Lo#p\")", 1, "# none of the character before"),
    MasmRow("$spat(\"Looop\",\"Lo#p\")", 1, "# any number"),
    MasmRow("$spat(\"mian\",\"m[ia]#n\")", 1, "# after a set"),
    MasmRow("$spat(\"Lp\",\"Lo+p\")", 0, "+ at least one"),
    MasmRow("$spat(\"Loop\",\"Lo+p\")", 1, "+ any number from one"),
    MasmRow("$spat(\"ab\",\"a?+b\")", 0, "?+ at least one character"),
    MasmRow("$spat(@\"a*b\",@\"a\\*b\")", 1, "a backslash takes the next as it is"),
    MasmRow("$spat(@\"a\\b\",\"x*\")", 0, "raw string"),
    MasmRow("$spat(\"abc\",\"*\") and 1", 1, "in an expression"),
    MasmRow("$scmp(\"a\\\\b\",@\"a\\b\")", 0, "a backslash protects the next in a string"),
    MasmRow("$scmp(\"\\\"\",\"'\")", .max, "a quote too"),
    MasmRow("$fnsucc(0,5,0)", 1, "flag 0: others than 0 succeed"),
    MasmRow("$fnsucc(0,0,0)", 0, "flag 0: 0 fails"),
    MasmRow("$fnsucc(0,5,1)", 0, "flag 1: others than 0 fail"),
    MasmRow("$fnsucc(0,0,1)", 1, "flag 1: 0 succeeds"),
  ]

  @Test(arguments: rows)
  func evaluates(row: MasmRow) throws {
    #expect(try TestSession().session.evaluate(row.text) == row.value)
  }

  /// A function's own type decides before the flag does.
  @Test func successIsWhatTheTypeSays() throws {
    let session = try TestSession(withImage: true).session
    for flag in [0, 1] {
      #expect(try session.evaluate("$fnsucc(nt!Leaf, 0, \(flag))") == 0)
      #expect(try session.evaluate("$fnsucc(nt!Leaf, 5, \(flag))") == 1)
    }
  }

  @Test func entryPointIsReadFromTheImage() throws {
    let session = try TestSession(withImage: true).session
    let header = try session.evaluate("nt+dwo(nt+3c)")
    let offset = try session.evaluate("dwo(\(header.hex())+28)")
    #expect(offset != 0)
    #expect(try session.evaluate("$iment(nt)") == TestSession.walkerBase + offset)
  }
}
