import Language
import Testing

/// What is said about an expression that has no value, and from where on the text is quoted.
struct MasmErrorTests {
  static let expressions: [(String, String)] = [
    ("? foo", "Couldn't resolve error at 'foo'"),
    ("? 1+foo*2", "Couldn't resolve error at 'foo*2'"),
    ("? nt!foo;r", "Couldn't resolve error at 'nt!foo;r'"),
    ("? !foo", "Couldn't resolve error at '!foo'"),
    ("? @!\"foo\"", "Couldn't resolve error at '@!\"foo\"'"),
    ("? `foo.c:1`", "Couldn't resolve error at '`foo.c:1`'"),
    ("? nt!", "Couldn't resolve error at 'nt!'"),
    ("? gs:", "Numeric expression missing from '<EOL>'"),
    ("? gs:[10", "Syntax error at '<EOL>'"),
    ("? %", "Numeric expression missing from '<EOL>'"),
    ("? @foo", "Bad register error at '@foo'"),
    ("? @", "Bad register error at '@'"),
    ("? 1+@$nosuch", "Bad register error at '@$nosuch'"),
    ("? poi(0)", "Memory access error at ')'"),
    ("? poi(0)+1", "Memory access error at ')+1'"),
    ("? poi(0)+foo", "Memory access error at ')+foo'"),
    ("? poi 0", "Memory access error at '<EOL>'"),
    ("? by(0)", "Memory access error at ')'"),
    ("? $pby(0)", "Memory access error at ')'"),
    ("? $iment(0)", "Memory access error at ')'"),
    ("? 1+", "Numeric expression missing from '<EOL>'"),
    ("? ()", "Numeric expression missing from ')'"),
    ("? 1+*2", "Numeric expression missing from '*2'"),
    ("? poi", "Numeric expression missing from '<EOL>'"),
    ("? not", "Numeric expression missing from '<EOL>'"),
    ("? (1", "Syntax error at '<EOL>'"),
    ("? ((1)", "Syntax error at '<EOL>'"),
    ("? 'a", "Syntax error at ''a'"),
    ("? `walker.c:37", "Syntax error at '`walker.c:37'"),
    ("? $vvalid 1", "Syntax error at '1'"),
    ("? $vvalid(1)", "Syntax error at ')'"),
    ("? $scmp(\"a\")", "Syntax error at ')'"),
    ("? $scmp(a,b)", "String expression missing from 'a,b)'"),
    ("? $spat(\"a", "String expression missing from '\"a'"),
    ("? @@nosuch(1)", "Syntax error at '@@nosuch(1)'"),
    ("? 1/0", "Operand error at '<EOL>'"),
    ("? 1%0", "Operand error at '<EOL>'"),
    ("? 1 mod 0", "Operand error at '<EOL>'"),
    ("? 1/0+5", "Operand error at '+5'"),
    ("? 10000000000000000", "Overflow error at '10000000000000000'"),
    ("? 0n18446744073709551616", "Overflow error at '0n18446744073709551616'"),
  ]

  /// The caret stands under the first character that is too many.
  static let leftovers: [(String, String)] = [
    ("? 1 2", "        ^ Extra character error in '? 1 2'"),
    ("? 12zz", "        ^ Extra character error in '? 12zz'"),
    ("? 1)", "       ^ Extra character error in '? 1)'"),
    ("? 0y102", "          ^ Extra character error in '? 0y102'"),
    ("? 0t78", "         ^ Extra character error in '? 0t78'"),
    ("?1 , 2", "       ^ Extra character error in '?1 , 2'"),
  ]

  @Test(arguments: expressions + leftovers)
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
