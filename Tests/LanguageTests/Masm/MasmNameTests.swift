import Language
import Testing

/// Registers, symbols, and which of them a word means.
struct MasmNameTests {
  static let registers = [
    MasmRow("rax", 0x1122_3344_FFFF_FFFE, "register"),
    MasmRow("@rax", 0x1122_3344_FFFF_FFFE, "register with @"),
    MasmRow("@RAX", 0x1122_3344_FFFF_FFFE, "letter case does not count"),
    MasmRow("eax", 0xFFFF_FFFF_FFFF_FFFE, "32 bits are extended by their sign"),
    MasmRow("@eax", 0xFFFF_FFFF_FFFF_FFFE, "with @ as well"),
    MasmRow("@ebx", 0x20_0010, "a positive one is not changed"),
    MasmRow("@ax", 0xFFFE, "16 bits are not"),
    MasmRow("@al", 0xFE, "8 bits are not"),
    MasmRow("@ah", 0xFF, "the second byte"),
    MasmRow("@r8d", 0, "32 bits of a new register"),
    MasmRow("af", 0xAF, "a flag's name is a number without @"),
    MasmRow("@zf", 1, "flag"),
    MasmRow("@cf", 0, "flag"),
    MasmRow("zf", 1, "no number and no symbol: the register"),
    MasmRow("@iopl", 0, "two bits"),
    MasmRow("@efl", 0x246, "flags"),
    MasmRow("efl", 0x246, "flags without @"),
    MasmRow("@cs", 0x10, "selector"),
    MasmRow(".", 0x20_0000, "instruction pointer"),
    MasmRow(". + 4", 0x20_0004, "instruction pointer"),
    MasmRow("not(($ip = .) and ($ip = @rip) and (@rip =. ))", 0, "all the same"),
    MasmRow("@@masm(10)", 0x10, "evaluator by name"),
    MasmRow("@@MASM(10)+1", 0x11, "in capitals"),
    MasmRow("@@masm(@@masm(10)+1)+1", 0x12, "nested"),
  ]

  @Test(arguments: registers)
  func evaluates(row: MasmRow) throws {
    #expect(try TestSession().session.evaluate(row.text) == row.value)
  }

  static let segments = [
    MasmRow("gs:[10]", 0x1010, "an offset from the segment's base"),
    MasmRow("GS:10", 0x1010, "without brackets, in capitals"),
    MasmRow("fs:[ 8 + 8 ] + 1", 0x811, "the brackets hold an expression"),
    MasmRow("gs:-10", 0xFF0, "a unary operator"),
    MasmRow("cs:@rip", 0x20_0000, "a flat segment"),
    MasmRow("cs:rip", 0x20_0000, "a register without @"),
    MasmRow("ds:200000", 0x20_0000, "flat too"),
    MasmRow("poi(ss:[200460])", 0x20_0400, "in an expression"),
    MasmRow("%200000", 0x20_0000, "the mark of flat addresses"),
    MasmRow("#200000", 0x20_0000, "the mark of plain addresses"),
    MasmRow("&200000", 0x20_0000, "the mark of real mode without a segment"),
    MasmRow("&40:17", 0x417, "a real-mode segment counts 16 bytes"),
    MasmRow("%gs:10", 0x1010, "a mark and a segment"),
  ]

  @Test(arguments: segments)
  func addsTheBase(row: MasmRow) throws {
    let test = try TestSession()
    test.target.contexts[0][.gsBase] = 0x1000
    test.target.contexts[0][.fsBase] = 0x800
    #expect(try test.session.evaluate(row.text) == row.value)
  }

  @Test func symbolsAreAddresses() throws {
    let session = try TestSession(withImage: true).session
    let leaf = try session.debugger.address(of: "nt!Leaf")
    for name in ["nt!Leaf", "Leaf", "leaf", "NT!LEAF", "!Leaf", "@!\"nt!Leaf\""] {
      #expect(try session.evaluate(name) == leaf, "\(name)")
    }
    #expect(try session.evaluate("Leaf+10") == leaf + 0x10)
    #expect(try session.evaluate("nt") == TestSession.walkerBase)
    #expect(try session.evaluate("nt!Leaf==Leaf") == 1)
    #expect(try session.evaluate("nt!Leaf!=Leaf") == 0)
  }

  @Test func aSymbolDoesNotHideANumber() throws {
    let test = try TestSession(withImage: true)
    #expect(try test.session.evaluate("add") == 0xADD)
    // A mark in front asks for the symbol, which is not there.
    #expect(test.type("? !add") == "Couldn't resolve error at '!add'\n")
    #expect(test.type("? nt!add") == "Couldn't resolve error at 'nt!add'\n")
  }

  @Test func onlyLocalsFollowADollarMark() throws {
    let test = try TestSession(withImage: true)
    #expect(test.type("? $!Leaf") == "Couldn't resolve error at '$!Leaf'\n")
  }

  @Test func sourceLinesAreAddresses() throws {
    let session = try TestSession(withImage: true).session
    let line = try session.evaluate("`walker.c:37`")
    #expect(line > TestSession.walkerBase)
    #expect(try session.evaluate("`nt!walker.c:37`") == line)
    #expect(try session.evaluate("`NT!WALKER.C:0n37`+1") == line + 1)
    #expect(try session.evaluate("`walker.c:0x25`") == line)
    session.radix = 8
    #expect(try session.evaluate("`walker.c:37`") == line)
    // Without a line: the first that has code.
    #expect(try session.evaluate("`walker.c`") == session.evaluate("`walker.c:1`"))
    // Without a file: the one that the instruction pointer is in.
    try session.setRegister("rip", line)
    #expect(try session.evaluate("`:37`") == line)
  }
}
