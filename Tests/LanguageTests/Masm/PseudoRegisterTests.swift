import Engine
import Language
import Testing

/// Names that start with a dollar sign.
struct PseudoRegisterTests {
  static let rows = [
    MasmRow("$ip", 0x20_0000, "instruction pointer"),
    MasmRow("@$ip+1", 0x20_0001, "with @"),
    MasmRow("@$IP", 0x20_0000, "letter case does not count"),
    MasmRow("$csp", 0x20_8000, "stack pointer"),
    MasmRow("@$retreg", 0x1122_3344_FFFF_FFFE, "return value"),
    MasmRow("@$retreg64", 0x1122_3344_FFFF_FFFE, "return value of 64 bits"),
    MasmRow("@$argreg", 0, "first argument"),
    MasmRow("$ptrsize", 8, "pointer size"),
    MasmRow("$pagesize", 0x1000, "page size"),
    MasmRow("@$scopeip", 0x20_0000, "instruction pointer of the scope"),
    MasmRow("@$frame", 0, "frame number"),
    MasmRow("$t0", 0, "user register"),
    MasmRow("@$t19", 0, "user register"),
    MasmRow("$bp0", 0, "no breakpoint"),
    MasmRow("@$bp03", 0, "the number may have zeros in front"),
    MasmRow("@$exp", 0, "no expression yet"),
    MasmRow("@$p", 0, "nothing shown yet"),
    MasmRow("@$callret", 0, "nothing called yet"),
    MasmRow("@$extret", 0, "no extension yet"),
    MasmRow("@$extin", 0, "no extension yet"),
    MasmRow("@$dpid", 0, "process index"),
    MasmRow("@$dtid", 0, "processor"),
    MasmRow("@$dsid", 0, "system index"),
  ]

  @Test(arguments: rows)
  func evaluates(row: MasmRow) throws {
    #expect(try TestSession().session.evaluate(row.text) == row.value)
  }

  /// What is not there now: no event, no process, no bug check, no effective address.
  static let absent = [
    "$ea", "$ea2", "$exr_code", "$exr_chance", "$exr_numparams", "$exr_param0", "$exr_param14",
    "$bug_code", "$bug_param1", "$bug_param4", "$peb", "$proc", "$pcr", "$clrex", "$lastclrex",
    "$t20", "$exr_param15", "$nosuch",
  ]

  @Test(arguments: absent)
  func isRefusedWhenAbsent(name: String) throws {
    #expect(try TestSession().type("? @\(name)") == "Bad register error at '@\(name)'\n")
  }

  @Test func valuesAreNotExtended() throws {
    let session = try TestSession().session
    _ = session.execute("r $t0 = 0`80000000")
    #expect(try session.evaluate("@$t0") == 0x8000_0000)
    #expect(try session.evaluate("@$t0 + @eax") == 0x7FFF_FFFE)
  }

  @Test func breakpointsHaveAddresses() throws {
    let test = try TestSession(withImage: true)
    let leaf = try test.session.debugger.address(of: "nt!Leaf")
    _ = test.type("bp nt!Leaf")
    #expect(try test.session.evaluate("$bp0") == leaf)
    #expect(try test.session.evaluate("@$bp00") == leaf)
  }

  @Test func valuesCanBeSet() throws {
    let test = try TestSession()
    _ = test.type("r $t3 = 1234; r $ip = 200020; r $extret = 7; ? 77")
    #expect(try test.session.evaluate("$t3") == 0x1234)
    #expect(try test.session.evaluate("@rip") == 0x20_0020)
    #expect(try test.session.evaluate("@$extret") == 7)
    #expect(try test.session.evaluate("@$exp") == 0x77)
    #expect(
      test.type("r $ptrsize=4")
        == "      ^ Bad register error in 'r $ptrsize=4'\n")
  }
}
