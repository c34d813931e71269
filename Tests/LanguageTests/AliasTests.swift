import Language
import Testing

/// Text replacement: where a name is replaced, when, and by what.
struct AliasTests {
  /// A line, and the line that it becomes while `A` is `x y`, `B` is `z` and `$u1` is `u`.
  static let rows: [(String, String)] = [
    ("A", "x y"), ("A B", "x y z"), (".echo A", ".echo x y"), ("A;B", "x y;z"),
    ("\"A\"", "\"x y\""), ("A,B", "A,B"), ("AB", "AB"), ("(A)", "(A)"), ("a", "a"),
    ("\tA\t", "\tx y\t"), ("A=B", "A=B"), ("A\nB", "x y\nz"),
    ("${A}", "x y"), ("1${A}2", "1x y2"), ("${A}${B}", "x yz"), ("B${A}", "Bx y"),
    ("${C}", "${C}"), ("${A", "${A"), ("${}", "${}"), ("$${A}", "$x y"),
    ("${/d:A}", "1"), ("${/d:C}", "0"), ("${/f:A}", "x y"), ("${/f:C}", ""),
    ("${/n:A}", "A"), ("${/n:C}", "${/n:C}"), ("${/v:A}", "${/v:A}"), ("${/v:C}", "${/v:C}"),
    ("${/z:A}", "${/z:A}"),
    ("$u1", "u"), ("a$u1b", "aub"), ("$U1", "u"), ("$u2", ""), ("a$u2b", "ab"), ("$u", "$u"),
    ("$.u1", "$.u1"), ("$u1A A", "uA x y"),
    ("as A B", "as A B"), ("aS A B", "aS A B"), ("ad A", "ad A"), ("al A", "al A"),
    ("as C $u1", "as C u"), (" as A B", " as x y z"), (";as A B", ";as x y z"),
    ("as A B; .echo A", "as A B; .echo A"), ("assemble A", "assemble x y"),
  ]

  @Test(arguments: rows)
  func isReplaced(line: String, expanded: String) throws {
    var aliases = Aliases()
    aliases["A"] = "x y"
    aliases["B"] = "z"
    aliases.setFixed(1, "u")
    #expect(try aliases.expand(line) == expanded)
  }

  @Test func whatWasPutInIsNotLookedAtAgain() throws {
    var aliases = Aliases()
    aliases["A"] = "B A"
    aliases["B"] = "A"
    #expect(try aliases.expand("A B") == "B A A")
  }

  @Test func growthIsRefused() throws {
    let test = try TestSession()
    var last = ""
    for _ in 0..<30 where !last.contains("Overflow") {
      last = test.type("; as ${/v:A} ${A}${A}0123456789")
    }
    #expect(last.contains("Overflow error"))
    #expect(test.type("? 1").hasPrefix("Evaluate"))
  }

  @Test func isEvaluatedWhenABlockIsEntered() throws {
    try TestSession().expect(
      """
      kd> aS /x n 5 + 1; .echo n
      n
      kd> ad *
      kd> aS /x n 5 + 1; .block{.echo n}
      0x6
      kd> ad *
      kd> aS One 1; .block { aS Two 2; .echo One Two; .block {.echo One Two}}
      1 Two
      1 2
      kd> ad *
      kd> .foreach (value {.echo 1 2}) { as /x ${/v:m} value + 1; .block{.echo value m} }
      1 0x2
      2 0x3
      kd> ad *
      kd> .foreach /pS 2 /ps 2 (Token {? 5}) {as m Token}
      kd> al
        Alias            Value  
       -------          ------- 
       m                Token 
      kd> ad *
      kd> .foreach /pS 2 /ps 9 (Token {? 5}) {;as m Token}
      kd> al
        Alias            Value  
       -------          ------- 
       m                5 
      """)
  }

  @Test func definitionsAreTranslatedAtOnce() throws {
    try TestSession().expect(
      """
      kd> r $.u2=2
      kd> r $.u1=1+$u2
      kd> r $.u2=6
      kd> ? $u1
      Evaluate expression: 3 = 00000000`00000003
      kd> as fred 2
      kd> r $.u1= 1 + fred
      kd> as fred 6
      kd> ? $u1
      Evaluate expression: 3 = 00000000`00000003
      kd> r $.u0=2
      kd> r $.u0=7+$u0
      kd> ? $u0
      Evaluate expression: 9 = 00000000`00000009
      kd> .echo <$u5>
      <>
      """)
  }

  /// Every source of a text.
  @Test func textsComeFromManyPlaces() throws {
    let test = try TestSession()
    let rows: [(String, String)] = [
      ("as T a;b \"c\"  ", "a;b \"c\"  "), ("aS T a b; ", "a b"), ("aS T \"a;b\"", "a;b"),
      ("as /x T 10+1", "0x11"), ("as /x T ffffffff`ffffffff", "0xffffffffffffffff"),
      ("as /ma T 200400", "Leaky pool"), ("as /mu T 200420", "wide"),
      ("as /msu T 200440", "wide"), ("as /c T .echo 1; .echo 2", "1\n2\n"),
      ("as ${/v:T} plain", "plain"), ("aS T @\"a\\b\"", "a\\b"),
      ("as /c T \".echo 1; .echo \\\"2\\\"\"", "1\n2\n"),
    ]
    for (line, text) in rows {
      _ = test.type(line)
      #expect(test.session.aliases["T"] == text, "\(line)")
    }
    #expect(test.type("as /ma T 0").hasPrefix("Unable to read memory"))
    #expect(test.type("as /e T NO_SUCH_VARIABLE_HERE").hasPrefix("Unable to get"))
    #expect(test.type("as /q T x").contains("Syntax error"))
    #expect(test.type("as").contains("Syntax error"))
    #expect(test.type("aS /f T /dev/zero") == "Unable to open '/dev/zero'\n")
  }

  @Test func theDebuggerSetsSomeItself() throws {
    try TestSession().expect(
      """
      kd> .echo ${$ntsym} $ntnsym ${$ntwsym} ${/d:$ntsym}
      nt nt nt 1
      kd> al
      No aliases
      """)
    try #expect(TestSession(kind: .user).type(".echo $ntsym") == "ntdll\n")
  }
}
