import Language
import Testing

/// One rule of the MASM evaluator.
struct MasmRow: Sendable, CustomTestStringConvertible {
  let text: String
  let value: UInt64
  let testDescription: String

  init(_ text: String, _ value: UInt64, _ rule: String) {
    self.text = text
    self.value = value
    testDescription = "\(text): \(rule)"
  }
}

struct MasmTests {
  static let numbers = [
    MasmRow("10", 0x10, "hexadecimal by default"),
    MasmRow("0x1F", 0x1F, "0x"),
    MasmRow("0n10", 10, "0n decimal"),
    MasmRow("0t17", 15, "0t octal"),
    MasmRow("0y101", 5, "0y binary"),
    MasmRow("0x", 0, "a prefix alone is 0"),
    MasmRow("1Fh", 0x1F, "h suffix"),
    MasmRow("add", 0xADD, "a word of digits is a number"),
    MasmRow("fffff880`04be33fe", 0xFFFF_F880_04BE_33FE, "back-tick"),
    MasmRow("80000000", 0xFFFF_FFFF_8000_0000, "kernel mode extends constants by their sign"),
    MasmRow("0`80000000", 0x8000_0000, "a back-tick turns extension off"),
    MasmRow("00000000ffffffff", .max, "extended also when written in full"),
    MasmRow("7fffffff", 0x7FFF_FFFF, "not extended below"),
    MasmRow("1`00000000", 0x1_0000_0000, "not extended above"),
    MasmRow("'a'", 0x61, "character"),
    MasmRow("'VUTS'", 0x5655_5453, "the first character is the most significant"),
    MasmRow("cafe and ffff", 0xCAFE, "digits and an operator that is a word"),
  ]

  static let operators = [
    MasmRow("1+2*3", 7, "* before +"),
    MasmRow("(1+2)*3", 9, "parentheses"),
    MasmRow("10-3-2", 0xB, "left to right"),
    MasmRow("100/8/2", 0x10, "left to right"),
    MasmRow("7 mod 4", 3, "mod"),
    MasmRow("7 % 4", 3, "%"),
    MasmRow("1<<4+1", 0x20, "+ before <<"),
    MasmRow("f0>>4", 0xF, "logical right"),
    MasmRow("-10>>>4", .max, "arithmetic right"),
    MasmRow("-10>>4", 0x0FFF_FFFF_FFFF_FFFF, "logical right of a negative"),
    MasmRow("1<<40", 0, "shifted out"),
    MasmRow("3=3", 1, "equal"),
    MasmRow("3==4", 0, "equal"),
    MasmRow("3!=4", 1, "not equal"),
    MasmRow("3<4", 1, "less"),
    MasmRow("4<=4", 1, "less or equal"),
    MasmRow("-1>1", 1, "comparisons are unsigned"),
    MasmRow("5>=6", 0, "greater or equal"),
    MasmRow("1==1 and 2==2", 1, "and binds weaker than =="),
    MasmRow("6&3==2", 0, "& binds weaker than =="),
    MasmRow("5 xor 1", 4, "xor"),
    MasmRow("5^1", 4, "^"),
    MasmRow("1|2^2", 1, "^ before |"),
    MasmRow("4 or 1", 5, "or"),
    MasmRow("ff and f", 0xF, "and"),
    MasmRow("-1", .max, "minus"),
    MasmRow("--1", 1, "twice minus"),
    MasmRow("+5", 5, "plus"),
    MasmRow("not 0", 1, "not"),
    MasmRow("not 5", 0, "not"),
    MasmRow("not 0 + 1", 2, "unary binds tightest"),
    MasmRow("hi 12345678", 0x1234, "hi"),
    MasmRow("low 12345678", 0x5678, "low"),
    MasmRow("hi(9abc12345678)", 0x1234, "hi is of the low doubleword"),
  ]

  static let memory = [
    MasmRow("by 200010", 0x10, "byte"),
    MasmRow("wo(200010)", 0x1110, "word"),
    MasmRow("dwo(200010)", 0x1312_1110, "doubleword is not extended"),
    MasmRow("qwo(200010)", 0x1716_1514_1312_1110, "quadword"),
    MasmRow("poi(200010)", 0x1716_1514_1312_1110, "pointer"),
    MasmRow("poi 200010", 0x1716_1514_1312_1110, "parentheses are optional"),
    MasmRow("poi rbx+1", 0x1716_1514_1312_1111, "poi binds tighter than +"),
    MasmRow("poi(rbx+8)", 0x1F1E_1D1C_1B1A_1918, "parentheses hold all of it"),
    MasmRow("by (by 200010 + 200000)", 0x10, "nested"),
    MasmRow("$pby(100010)", 0x10, "physical byte"),
    MasmRow("$pqwo(100010)", 0x1716_1514_1312_1110, "physical quadword"),
    MasmRow("$vvalid(200000,10)", 1, "readable"),
    MasmRow("$vvalid(20fff0,20)", 0, "not readable to the end"),
    MasmRow("$scmp(\"a\",\"b\")", .max, "less"),
    MasmRow("$scmp(\"a\",\"A\")", 1, "letter case counts"),
    MasmRow("$sicmp(\"a\",\"A\")", 0, "letter case does not count"),
    MasmRow("$spat(\"Hello\",\"h*o\")", 1, "pattern"),
    MasmRow("$spat(@\"a\\b\",\"x*\")", 0, "raw string"),
    MasmRow("$fnsucc(0,5,0)", 1, "not 0 succeeds"),
    MasmRow("$fnsucc(0,5,1)", 0, "0 would succeed"),
  ]

  static let names = [
    MasmRow("rax", 0x1122_3344_FFFF_FFFE, "register"),
    MasmRow("@rax", 0x1122_3344_FFFF_FFFE, "register with @"),
    MasmRow("@RAX", 0x1122_3344_FFFF_FFFE, "letter case does not count"),
    MasmRow("eax", 0xFFFF_FFFF_FFFF_FFFE, "32 bits are extended by their sign"),
    MasmRow("@ax", 0xFFFE, "16 bits are not"),
    MasmRow("@al", 0xFE, "8 bits are not"),
    MasmRow("@ah", 0xFF, "the second byte"),
    MasmRow("af", 0xAF, "a flag's name is a number without @"),
    MasmRow("@zf", 1, "flag"),
    MasmRow("@efl", 0x246, "flags"),
    MasmRow(".", 0x20_0000, "instruction pointer"),
    MasmRow("$ip", 0x20_0000, "instruction pointer"),
    MasmRow("@$ip+1", 0x20_0001, "instruction pointer"),
    MasmRow("$csp", 0x20_8000, "stack pointer"),
    MasmRow("@$retreg", 0x1122_3344_FFFF_FFFE, "return value"),
    MasmRow("$ptrsize", 8, "pointer size"),
    MasmRow("$pagesize", 0x1000, "page size"),
    MasmRow("$t0", 0, "user register"),
    MasmRow("@$t19", 0, "user register"),
    MasmRow("$bp0", 0, "no breakpoint"),
    MasmRow("@@masm(10)", 0x10, "evaluator by name"),
  ]

  @Test(arguments: numbers + operators + memory + names)
  func evaluates(row: MasmRow) throws {
    let session = try TestSession().session
    #expect(try session.evaluate(row.text) == row.value)
  }

  @Test func userModeDoesNotExtendConstants() throws {
    let session = try TestSession(kind: .user).session
    #expect(try session.evaluate("80000000") == 0x8000_0000)
    #expect(try session.evaluate("eax") == 0xFFFF_FFFF_FFFF_FFFE)
  }

  @Test func radixIsThatOfNumbersWithoutPrefix() throws {
    let session = try TestSession().session
    session.radix = 10
    #expect(try session.evaluate("10") == 10)
    #expect(try session.evaluate("0x10") == 16)
    #expect(try session.evaluate("10h") == 16)
    session.radix = 8
    #expect(try session.evaluate("10") == 8)
  }

  @Test func symbolsAreAddresses() throws {
    let session = try TestSession(withImage: true).session
    let leaf = try session.debugger.address(of: "nt!Leaf")
    #expect(try session.evaluate("nt!Leaf") == leaf)
    #expect(try session.evaluate("Leaf+10") == leaf + 0x10)
    #expect(try session.evaluate("!Leaf") == leaf)
    #expect(try session.evaluate("@!\"nt!Leaf\"") == leaf)
    #expect(try session.evaluate("nt") == TestSession.walkerBase)
    #expect(try session.evaluate("nt!Leaf==Leaf") == 1)
    #expect(try session.evaluate("`walker.c:37`") > TestSession.walkerBase)
  }

  /// What is said about an expression that has no value.
  static let troubles: [(String, String)] = [
    ("? foo", "Couldn't resolve error at 'foo'"),
    ("? 1+foo*2", "Couldn't resolve error at 'foo*2'"),
    ("? nt!foo;r", "Couldn't resolve error at 'nt!foo;r'"),
    ("? @foo", "Bad register error at '@foo'"),
    ("? poi(0)", "Memory access error at ')'"),
    ("? poi(0)+1", "Memory access error at ')+1'"),
    ("? poi(0)+foo", "Memory access error at ')+foo'"),
    ("? 1+", "Numeric expression missing from '<EOL>'"),
    ("? (1", "Syntax error at '<EOL>'"),
    ("? 1/0", "Operand error at '<EOL>'"),
    ("? 10000000000000000", "Overflow error at '10000000000000000'"),
    ("? 1 2", "        ^ Extra character error in '? 1 2'"),
    ("? 12zz", "        ^ Extra character error in '? 12zz'"),
  ]

  @Test(arguments: troubles)
  func tellsWhatIsWrong(line: String, sentence: String) throws {
    #expect(try TestSession().type(line) == sentence + "\n")
  }

  @Test func deepNestingIsRefused() throws {
    let session = try TestSession().session
    for opening in ["(", "-", "not ", "poi "] {
      let text = String(repeating: opening, count: 100_000) + "1"
      #expect(throws: CommandError.self) { try session.evaluate(text) }
    }
    let long = Array(repeating: "1", count: 20_000).joined(separator: "+")
    #expect(try session.evaluate(long) == 20_000)
  }

  /// Whatever is typed, the prompt comes back.
  @Test func anythingTypedIsSurvived() throws {
    let test = try TestSession(withImage: true)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    let alphabet = Array("()+-*/%&|^<>=!@$.,;:`'\"{}[]\\ abcdefxyz019LnN~?#".utf8)
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<(state >> 32) % 24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int((state >> 33) % UInt64(alphabet.count))])
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      _ = test.type("? " + String(decoding: bytes, as: UTF8.self))
    }
  }
}
