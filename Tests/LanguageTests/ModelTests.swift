import Language
import Testing

/// One rule of the data model: what `dx` answers below the echo of the expression.
struct ModelRow: Sendable, CustomTestStringConvertible {
  let text: String
  let answer: String
  let testDescription: String

  init(_ text: String, _ answer: String, _ rule: String) {
    self.text = text
    self.answer = answer
    testDescription = "\(text): \(rule)"
  }
}

/// The rules of the data model, on a session whose memory at 200000h counts 0 1 2 ...
struct ModelTests {
  /// An array of the bytes 0 1 2 3.
  private static let bytes = "((unsigned char[4])*(char *)0x200000)"

  static let values = [
    ModelRow("5", "5", "signed numbers are decimal"),
    ModelRow("5u", "0x5", "unsigned ones hexadecimal"),
    ModelRow("0n12", "12", "0n is taken here"),
    ModelRow("-5", "-5", "minus"),
    ModelRow("1.5", "1.5", "floating point"),
    ModelRow("'a'", "97 'a'", "character"),
    ModelRow("true", "true", "truth"),
    ModelRow("5 + 7 * 2", "19", "arithmetic"),
    ModelRow("5 > 3 && 2 > 1", "true", "logic"),
    ModelRow("!5", "false", "not"),
    ModelRow("5 > 3 ? \"yes\" : \"no\"", "yes", "choice"),
    ModelRow("\"a\" + \"b\"", "ab", "strings are joined"),
    ModelRow("\"a\" == \"a\"", "true", "and compared"),
    ModelRow("\"a\" < \"b\"", "true", "by their order"),
    ModelRow("sizeof(int)", "0x4", "size"),
    ModelRow("5,x", "0x5", "x"),
    ModelRow("5u,d", "5", "d"),
    ModelRow("10,o", "012", "o"),
    ModelRow("10,b", "0y1010", "b"),
    ModelRow("65,c", "'A'", "c"),
    ModelRow("-1,x", "0xffffffff", "x of a negative number"),
    ModelRow("@rax", "0x11223344fffffffe", "register"),
    ModelRow("@$t1", "0x0", "pseudo-register"),
    ModelRow("(char *)0x200400", "0x200400 : \"Leaky pool\" [Type: char *]", "text in memory"),
    ModelRow("(char *)0x200400,s", "\"Leaky pool\" [Type: char *]", "s"),
    ModelRow("(char *)0x200400,sb", "Leaky pool [Type: char *]", "sb"),
    ModelRow("(unsigned short *)0x200420,su", "\"wide\" [Type: unsigned short *]", "su"),
    ModelRow("(wchar_t *)0x200420", "0x200420 : \"wide\" [Type: wchar_t *]", "wide text"),
    ModelRow("(void *)5", "0x5 [Type: void *]", "void *"),
    ModelRow("*(int *)0x200000", "50462976 [Type: int]", "a place"),
    ModelRow("*(unsigned *)0x200000", "0x3020100 [Type: unsigned int]", "an unsigned one"),
    ModelRow("(int *)0x200000", "0x200000 : 50462976 [Type: int *]", "a pointer"),
    ModelRow("((nt!_NODE *)0x200000)->Bits.High", "0x1 [Type: unsigned int]", "a bit field"),
    ModelRow("((nt!_NODE *)0x200000)->Values[1]", "11050 [Type: short]", "an element"),
    ModelRow("(char[4])*(char *)0x200400", "\"Leak\" [Type: char [4]]", "an array of characters"),
    ModelRow("(char[4])(char *)0x200400", "\"Leak\" [Type: char [4]]", "at a pointer"),
    ModelRow("(void *)0x1234 & ~0xf", "0x1230", "a pointer's bits"),
    ModelRow("new { A = 5 }.@\"A\"", "5", "a member between quotes"),
  ]

  static let strings = [
    ModelRow("$\"{1 + 1} and {10,x}\"", "2 and 0xa", "a text with values in it"),
    ModelRow("(s => $\"<{s}>\")(\"a\")", "<a>", "of a parameter"),
    ModelRow("$\"{{}}\"", "{}", "braces"),
    ModelRow("\"hello\".Length", "0x5", "Length"),
    ModelRow("\"hello\".Contains(\"ell\")", "true", "Contains"),
    ModelRow("\"hello\".Contains(\"x\")", "false", "Contains not"),
    ModelRow("\"hello\".StartsWith(\"he\")", "true", "StartsWith"),
    ModelRow("\"hello\".EndsWith(\"lo\")", "true", "EndsWith"),
    ModelRow("\"hello\".IndexOf(\"l\")", "2", "IndexOf"),
    ModelRow("\"hello\".LastIndexOf(\"l\")", "3", "LastIndexOf"),
    ModelRow("\"hello\".IndexOf(\"x\")", "-1", "not there"),
    ModelRow("\"hello\".Substring(1, 3)", "ell", "Substring"),
    ModelRow("\"hello\".Substring(3)", "lo", "to the end"),
    ModelRow("\"hello\".Remove(1, 3)", "ho", "Remove"),
    ModelRow("\"hello\".Replace(\"l\", \"L\")", "heLLo", "Replace"),
    ModelRow("\"ab\".PadLeft(4) + \"|\"", "  ab|", "PadLeft"),
    ModelRow("\"ab\".PadRight(4) + \"|\"", "ab  |", "PadRight"),
    ModelRow("\"Ab\".ToLower()", "ab", "ToLower"),
    ModelRow("\"Ab\".ToUpper()", "AB", "ToUpper"),
    ModelRow("(10).ToDisplayString(\"x\")", "0xa", "ToDisplayString"),
    ModelRow("((char *)0x200400).ToDisplayString(\"sb\")", "Leaky pool", "of text in memory"),
    ModelRow("(char *)0x200400 == \"x\"", "false", "text in memory is compared by its characters"),
  ]

  static let functions = [
    ModelRow("new { A = 5 }.@\"A\"", "5", "a member's name in quotes"),
    ModelRow("((char[4])0x200400)[1]", "101 'e' [Type: char]", "an address as an array"),
    ModelRow("(x => x + 1)(5)", "6", "a function is called"),
    ModelRow("((x, y) => x + y)(5, 7)", "12", "two parameters"),
    ModelRow("(x => (y => x + y))(5)(7)", "12", "a function in a function"),
    ModelRow("\(bytes).Count()", "0x4", "Count"),
    ModelRow("\(bytes).Count(b => b > 1)", "0x2", "Count of some"),
    ModelRow("\(bytes).First()", "0x0 [Type: unsigned char]", "First"),
    ModelRow("\(bytes).First(b => b > 1)", "0x2 [Type: unsigned char]", "First of some"),
    ModelRow("\(bytes).Last()", "0x3 [Type: unsigned char]", "Last"),
    ModelRow("\(bytes).Last(b => b < 2)", "0x1 [Type: unsigned char]", "Last of some"),
    ModelRow("\(bytes).Single(b => b == 2)", "0x2 [Type: unsigned char]", "Single"),
    ModelRow("\(bytes).Any(b => b > 2)", "true", "Any"),
    ModelRow("\(bytes).Any(b => b > 3)", "false", "Any not"),
    ModelRow("\(bytes).All(b => b < 4)", "true", "All"),
    ModelRow("\(bytes).Contains(3)", "true", "Contains"),
    ModelRow("\(bytes).Sum()", "6", "Sum"),
    ModelRow("\(bytes).Sum(b => b * 10u)", "0x3c", "Sum of a projection"),
    ModelRow("\(bytes).Average()", "1.5", "Average"),
    ModelRow("\(bytes).Min()", "0x0 [Type: unsigned char]", "Min"),
    ModelRow("\(bytes).Max(b => 10 - b)", "0x0 [Type: unsigned char]", "Max by a projection"),
    ModelRow("\(bytes).Aggregate((a, b) => a * 2 + b)", "11", "Aggregate"),
    ModelRow("\(bytes).Aggregate(100, (a, b) => a + b)", "106", "Aggregate with a start"),
    ModelRow("\(bytes).SequenceEqual(\(bytes))", "true", "SequenceEqual"),
    ModelRow("\(bytes).Distinct((a, b) => a % 2 == b % 2).Count()", "0x2", "Distinct"),
    ModelRow("\(bytes).Concat(\(bytes)).Count()", "0x8", "Concat"),
    ModelRow("\(bytes).Union(\(bytes)).Count()", "0x4", "Union"),
    ModelRow("\(bytes).Except(\(bytes).Take(3)).First()", "0x3 [Type: unsigned char]", "Except"),
    ModelRow("\(bytes).Intersect(\(bytes).Skip(3)).Count()", "0x1", "Intersect"),
    ModelRow("\(bytes).Reverse().First()", "0x3 [Type: unsigned char]", "Reverse"),
    ModelRow("\(bytes).SkipWhile(b => b < 2).Count()", "0x2", "SkipWhile"),
    ModelRow("\(bytes).TakeWhile(b => b < 1).Count()", "0x1", "TakeWhile"),
    ModelRow("\(bytes).SelectMany(b => \(bytes)).Count()", "0x10", "SelectMany"),
    ModelRow("\(bytes).GroupBy(b => b % 2).Count()", "0x2", "GroupBy"),
    ModelRow("\(bytes)[2]", "0x2 [Type: unsigned char]", "an index"),
    ModelRow("__iserror(nosuch)", "true", "an error is recognised"),
    ModelRow("__iserror(5)", "false", "and its absence"),
    ModelRow("new { A = 5, B = 6 }.B", "6", "an object's member"),
    ModelRow(
      "\(bytes).Join(\(bytes), a => a, b => b + 2, (a, b) => a * 10 + b).Sum()", "51", "Join"),
    ModelRow("\(bytes).Zip(\(bytes), (a, b) => a * b).Sum()", "14", "Zip"),
  ]

  static let errors = [
    ModelRow("$\"{nosuch}\"", "Error: Unable to bind name 'nosuch'", "no such name in a text"),
    ModelRow("$\"{1\"", "Error: A brace of '{1' is not closed", "a brace is open"),
    ModelRow("$\"{1,]}\"", "Error: Unrecognized format specifier ']'", "no such specifier there"),
    ModelRow(
      "Debugger.Settings = 1", "Error: 'Settings' cannot be assigned to", "no setting of its own"),
    ModelRow("nosuch", "Error: Unable to bind name 'nosuch'", "no such name"),
    ModelRow("@$nosuch", "Error: Unable to bind name '@$nosuch'", "no such variable"),
    ModelRow("Debugger.Nosuch", "Error: Unable to bind name 'Nosuch'", "no such member"),
    ModelRow("\"a\".Nosuch()", "Error: Unable to bind name 'Nosuch'", "no such method"),
    ModelRow("5 +", "Error: Syntax error at '<EOL>'", "an operand is missing"),
    ModelRow("5 6", "Error: Syntax error at '6'", "an operator is missing"),
    ModelRow("@@(5)", "Error: Syntax error at '@@(5)'", "no MASM in the data model"),
    ModelRow("5()", "Error: '5()' cannot be called", "no function"),
    ModelRow("(x => x)(1, 2)", "Error: A function takes 1 arguments", "too many arguments"),
    ModelRow("5,]", "Error: Unrecognized format specifier ']'", "no such specifier"),
    ModelRow("*(int *)0x10", "Error: Unable to read memory at Address 0x10", "nothing there"),
    ModelRow("\"a\".Substring(2)", "Error: 2 lies outside the string", "outside a string"),
    ModelRow("\(bytes).Where(5)", "Error: The argument is not a function", "no function"),
    ModelRow("\(bytes).Where()", "Error: The method needs a function as its argument", "missing"),
    ModelRow(
      "\(bytes).First(b => b > 9)", "Error: The sequence has no such element", "no such element"),
    ModelRow(
      "\(bytes).Single()", "Error: The sequence has 4 such elements, not one", "not a single one"),
  ]

  @Test(arguments: [values, strings, functions, errors].joined())
  func evaluates(_ row: ModelRow) throws {
    let test = try TestSession(withImage: true)
    let answer = test.type("dx -r0 \(row.text)")
    let line = answer.split(separator: "\n").first.map(String.init) ?? ""
    var value = line
    if line.hasPrefix(row.text) {
      value = String(line.dropFirst(row.text.count).drop { $0 == " " })
      value = value.hasPrefix(": ") ? String(value.dropFirst(2)) : value
    }
    #expect(value == row.answer)
  }

  @Test func trees() throws {
    try TestSession(withImage: true).expect(
      """
      kd> dx new { A = 5, B = "text" }
      new { A = 5, B = "text" }                
          A                : 5
          B                : text
      kd> dx "text"
      "text"           : text
          Length           : 0x4
      kd> dx (unsigned char[3])*(char *)0x200000
      (unsigned char[3])*(char *)0x200000                 : "" [Type: unsigned char [3]]
          [0]              : 0x0 [Type: unsigned char]
          [1]              : 0x1 [Type: unsigned char]
          [2]              : 0x2 [Type: unsigned char]
      kd> dx (int *)0x200000,2
      (int *)0x200000,2                 : 0x200000 : 50462976 [Type: int *]
          [0]              : 50462976 [Type: int]
          [1]              : 117835012 [Type: int]
      kd> dx -r2 (nt!_NODE *)0x200000
      (nt!_NODE *)0x200000                 : 0x200000 [Type: _NODE *]
          [+0x000] Id               : 0x706050403020100 [Type: unsigned __int64]
          [+0x008] Bits             [Type: <unnamed-tag>]
              [+0x000 ( 2: 0)] Low              : 0x0 [Type: unsigned int]
              [+0x000 ( 7: 3)] High             : 0x1 [Type: unsigned int]
              [+0x004] Signed           : 252579084 [Type: int]
          [+0x010] Link             [Type: _LIST_ENTRY]
              [+0x000] Flink            : 0x1716151413121110 [Type: _LIST_ENTRY *]
              [+0x008] Blink            : 0x1f1e1d1c1b1a1918 [Type: _LIST_ENTRY *]
          [+0x020] Name             : " !"#$%&'" [Type: char [8]]
              [0]              : 32 ' ' [Type: char]
              [1]              : 33 '!' [Type: char]
              [2]              : 34 '"' [Type: char]
              [3]              : 35 '#' [Type: char]
              [4]              : 36 '$' [Type: char]
              [5]              : 37 '%' [Type: char]
              [6]              : 38 '&' [Type: char]
              [7]              : 39 ''' [Type: char]
          [+0x028] Values           [Type: short [4]]
              [0]              : 10536 [Type: short]
              [1]              : 11050 [Type: short]
              [2]              : 11564 [Type: short]
              [3]              : 12078 [Type: short]
          [+0x030] Next             : 0x3736353433323130 [Type: _NODE *]
              [+0x000] Id               : Unable to read memory at Address 0x3736353433323130
              [+0x008] Bits             [Type: <unnamed-tag>]
              [+0x010] Link             [Type: _LIST_ENTRY]
              [+0x020] Name             [Type: char [8]]
              [+0x028] Values           [Type: short [4]]
              [+0x030] Next             : Unable to read memory at Address 0x3736353433323160
      """)
  }

  @Test func lists() throws {
    try TestSession(withImage: true).expect(
      """
      kd> dx @$b = (unsigned char[4])*(char *)0x200010
      @$b = (unsigned char[4])*(char *)0x200010                 : "...." [Type: unsigned char [4]]
          [0]              : 0x10 [Type: unsigned char]
          [1]              : 0x11 [Type: unsigned char]
          [2]              : 0x12 [Type: unsigned char]
          [3]              : 0x13 [Type: unsigned char]
      kd> dx @$b.Where(x => x % 2 == 0)
      @$b.Where(x => x % 2 == 0)                
          [0]              : 0x10 [Type: unsigned char]
          [2]              : 0x12 [Type: unsigned char]
      kd> dx @$b.Select(x => x + 1)
      @$b.Select(x => x + 1)                
          [0]              : 17
          [1]              : 18
          [2]              : 19
          [3]              : 20
      kd> dx @$b.OrderByDescending(x => x).Take(2),d
      @$b.OrderByDescending(x => x).Take(2),d                
          [3]              : 19 [Type: unsigned char]
          [2]              : 18 [Type: unsigned char]
      kd> dx @$b.Select(x => nosuch).Skip(3)
      @$b.Select(x => nosuch).Skip(3)                
          [3]              : Unable to bind name 'nosuch'
      kd> dx -r2 @$b.GroupBy(x => x % 2)
      @$b.GroupBy(x => x % 2)                
          [0]             
              [0]              : 0x10 [Type: unsigned char]
              [2]              : 0x12 [Type: unsigned char]
          [1]             
              [1]              : 0x11 [Type: unsigned char]
              [3]              : 0x13 [Type: unsigned char]
      kd> dx -c 3 @$b
      @$b                 : "...." [Type: unsigned char [4]]
          [3]              : 0x13 [Type: unsigned char]
      kd> dx @$b,1
      @$b,1                 : "...." [Type: unsigned char [4]]
          [0]              : 0x10 [Type: unsigned char]
          [...]           
      kd> dx -g @$b.Select(x => new { X = x, Square = x * x }),d
      ===========================
      =        = X     = Square =
      ===========================
      = [0]    - 16    - 256    =
      = [1]    - 17    - 289    =
      = [2]    - 18    - 324    =
      = [3]    - 19    - 361    =
      ===========================
      """)
  }

  /// Calls that never end, lists and strings that grow without end.
  @Test func limits() throws {
    let test = try TestSession()
    _ = test.type("dx @$f = (x => @$f(x))")
    #expect(test.type("dx @$f(1)") == "Error: Calls are nested too deeply\n")
    _ = test.type("dx @$s = \"0123456789\"")
    var answer = ""
    for _ in 0..<20 { answer = test.type("dx -r0 @$s = @$s + @$s") }
    #expect(answer == "Error: The string is too long\n")
    _ = test.type("dx -r0 @$l = (char[1000])*(char *)0x200000")
    for _ in 0..<7 { answer = test.type("dx -r0 @$l = @$l.Concat(@$l)") }
    #expect(test.type("dx @$l.Count()") == "Error: The list is too long\n")
    let long = "(char[4294967295])*(char *)0x200000"
    #expect(test.type("dx (\(long)).Count()") == "Error: The list is too long\n")
    #expect(
      test.type("dx -c 3 \(long),1").hasSuffix(
        "    [3]              : 3 '' [Type: char]\n    [...]           \n"))
    _ = test.type("dx -r0 @$m = (char[4])*(char *)0x200000")
    for _ in 0..<300 { _ = test.type("dx -r0 @$m = @$m.Skip(0)") }
    #expect(test.type("dx @$m.Count()") == "@$m.Count()      : 0x4\n")
  }
}
