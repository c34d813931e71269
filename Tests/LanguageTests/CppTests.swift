import Language
import Testing

/// One rule of the C++ evaluator: what `??` answers.
struct CppRow: Sendable, CustomTestStringConvertible {
  let text: String
  let answer: String
  let testDescription: String

  init(_ text: String, _ answer: String, _ rule: String) {
    self.text = text
    self.answer = answer
    testDescription = "\(text): \(rule)"
  }
}

/// The rules of the C++ evaluator, on a session whose memory at 200000h counts 0 1 2 ... and whose
/// module `nt` has the type `_NODE`.
struct CppTests {
  static let constants = [
    CppRow("10", "int 0n10", "decimal by default"),
    CppRow("0x10", "int 0n16", "0x is hexadecimal"),
    CppRow("017", "int 0n15", "a leading 0 is octal"),
    CppRow("2147483648", "int64 0n2147483648", "a decimal beyond int keeps its sign"),
    CppRow("0x80000000", "unsigned int 0x80000000", "a hexadecimal one loses it"),
    CppRow("0xffffffffffffffff", "unsigned int64 0xffffffff`ffffffff", "64 bits"),
    CppRow("fffff800`01234567", "unsigned int64 0xfffff800`01234567", "a back-tick needs no 0x"),
    CppRow("0xfffff800`01234567", "unsigned int64 0xfffff800`01234567", "nor forbids it"),
    CppRow("5L", "long 0n5", "L"),
    CppRow("5u", "unsigned int 5", "U"),
    CppRow("5UL", "unsigned long 5", "UL"),
    CppRow("5I64", "int64 0n5", "I64"),
    CppRow("5ui64", "unsigned int64 5", "UI64"),
    CppRow("'a'", "char 0n97 'a'", "character"),
    CppRow("'\\n'", "char 0n10 ''", "escape"),
    CppRow("'\\x41'", "char 0n65 'A'", "hexadecimal escape"),
    CppRow("L'a'", "wchar_t 0x61", "wide character"),
    CppRow("'ab'", "int 0n24930", "several characters"),
    CppRow("'\\101'", "char 0n65 'A'", "octal escape"),
    CppRow("1.5", "double 1.5", "double"),
    CppRow("1.5f", "float 1.5", "float"),
    CppRow("2e3", "double 2000", "exponent"),
    CppRow("true", "bool true", "truth"),
    CppRow("nullptr", "void * 0x00000000`00000000", "null"),
    CppRow("5 // five", "int 0n5", "a comment ends it"),
  ]

  static let operators = [
    CppRow("1+2*3", "int 0n7", "* before +"),
    CppRow("(1+2)*3", "int 0n9", "parentheses"),
    CppRow("10-3-2", "int 0n5", "left to right"),
    CppRow("7/2", "int 0n3", "quotient"),
    CppRow("-7/2", "int 0n-3", "cut towards 0"),
    CppRow("-7%3", "int 0n-1", "the remainder has the dividend's sign"),
    CppRow("1<<4+1", "int 0n32", "+ before <<"),
    CppRow("-16>>2", "int 0n-4", "a signed shift keeps the sign"),
    CppRow("0xfffffff0>>4", "unsigned int 0xfffffff", "an unsigned one does not"),
    CppRow("1<<32", "int 0n0", "shifted out"),
    CppRow("6&3==3", "int 0n0", "== before &"),
    CppRow("6|1^3&1", "int 0n6", "& before ^ before |"),
    CppRow("~0", "int 0n-1", "complement"),
    CppRow("!5", "bool false", "not"),
    CppRow("-5", "int 0n-5", "minus"),
    CppRow("+5", "int 0n5", "plus"),
    CppRow("3<4", "bool true", "less"),
    CppRow("4<=3", "bool false", "less or equal"),
    CppRow("4>3", "bool true", "greater"),
    CppRow("4>=5", "bool false", "greater or equal"),
    CppRow("4!=4", "bool false", "not equal"),
    CppRow("-1<1", "bool true", "signed comparison"),
    CppRow("-1<1u", "bool false", "unsigned when one of them is"),
    CppRow("1&&0", "bool false", "and"),
    CppRow("0||2", "bool true", "or"),
    CppRow("0 && 1/0", "bool false", "&& ends as soon as the value is known"),
    CppRow("1 || 1/0", "bool true", "|| too"),
    CppRow("1 ? 2 : 1/0", "int 0n2", "only one branch is evaluated"),
    CppRow("0 ? 1 : 0 ? 2 : 3", "int 0n3", "right to left"),
    CppRow("1, 2", "int 0n2", "comma"),
    CppRow("1.5 + 1", "double 2.5", "an integer becomes a double"),
    CppRow("1.0f / 4", "float 0.25", "and stays a float"),
    CppRow("1.5 < 2", "bool true", "floating comparison"),
  ]

  static let conversions = [
    CppRow("(unsigned char)0x1234", "unsigned char 0x34 '4'", "cut"),
    CppRow("(char)0xff", "char 0n-1 ''", "sign"),
    CppRow("(int)(char)0xff", "int 0n-1", "extended by the sign"),
    CppRow("(int)(unsigned char)0xff", "int 0n255", "extended by zeros"),
    CppRow("(__int64)-1", "int64 0n-1", "__int64"),
    CppRow("(unsigned __int64)-1", "unsigned int64 0xffffffff`ffffffff", "sign before size"),
    CppRow("(unsigned __int64)0xffffffff", "unsigned int64 0xffffffff", "unsigned: zeros"),
    CppRow("(short)1 + (short)2", "int 0n3", "short becomes int"),
    CppRow("1L + 1", "long 0n2", "long wins over int"),
    CppRow("1u + 1L", "unsigned long 2", "unsigned and long meet"),
    CppRow("1I64 + 1u", "int64 0n2", "the wider type wins"),
    CppRow("(bool)5", "bool true", "bool"),
    CppRow("(bool)5 + 1", "int 0n2", "and back"),
    CppRow("(int)2.9", "int 0n2", "a double is cut"),
    CppRow("(double)3 / 2", "double 1.5", "to double"),
    CppRow("(long long)5", "int64 0n5", "long long"),
    CppRow("(unsigned)5", "unsigned int 5", "unsigned"),
    CppRow("(unsigned short)70000", "unsigned short 0x1170", "unsigned short"),
    CppRow("(long)5", "long 0n5", "long"),
    CppRow("(ULONG)5", "unsigned long 5", "a name of Windows' headers"),
    CppRow("(PVOID)5", "void * 0x00000000`00000005", "a pointer by such a name"),
    CppRow("static_cast<unsigned char>(0x141)", "unsigned char 0x41 'A'", "static_cast"),
    CppRow("reinterpret_cast<void *>(1)", "void * 0x00000000`00000001", "reinterpret_cast"),
    CppRow("const_cast<void *>(1)", "void * 0x00000000`00000001", "const_cast"),
    CppRow("dynamic_cast<long>(5)", "long 0n5", "dynamic_cast"),
    CppRow("sizeof(int)", "unsigned int64 4", "size of a type"),
    CppRow("sizeof(int *)", "unsigned int64 8", "of a pointer"),
    CppRow("sizeof(char[12])", "unsigned int64 0xc", "of an array"),
    CppRow("sizeof(nt!_NODE)", "unsigned int64 0x38", "of a structure"),
    CppRow("sizeof 'a'", "unsigned int64 1", "of a value"),
    CppRow("sizeof(nt!Nodes)", "unsigned int64 0xa8", "of a variable"),
  ]

  static let memory = [
    CppRow("*(unsigned char *)0x200005", "unsigned char 0x05 ''", "a byte"),
    CppRow("*(unsigned short *)0x200010", "unsigned short 0x1110", "a word"),
    CppRow("*(unsigned long *)0x200010", "unsigned long 0x13121110", "a dword"),
    CppRow("*(int *)0x2000f0", "int 0n-202182160", "signed"),
    CppRow("*(unsigned __int64 *)0x200008", "unsigned int64 0xf0e0d0c`0b0a0908", "a qword"),
    CppRow("((unsigned char *)0x200000)[7]", "unsigned char 0x07 ''", "element"),
    CppRow("*((short *)0x200000 + 2)", "short 0n1284", "pointers move by their element's size"),
    CppRow("*(2 + (short *)0x200000)", "short 0n1284", "in either order"),
    CppRow("(int *)0x200010 - (int *)0x200000", "int64 0n4", "so do their differences"),
    CppRow("(int *)0x200010 - 1", "int * 0x00000000`0020000c", "back"),
    CppRow("(void *)0x10 + 1", "void * 0x00000000`00000011", "void moves by 1"),
    CppRow("(char *)0x200400", "char * 0x00000000`00200400\n \"Leaky pool\"", "text"),
    CppRow("(wchar_t *)0x200420", "wchar_t * 0x00000000`00200420\n \"wide\"", "wide text"),
    CppRow("**(char **)0x200460", "char 0n76 'L'", "through a pointer"),
    CppRow("&*(int *)0x200010", "int * 0x00000000`00200010", "address"),
    CppRow("((nt!_NODE *)0x200000)->Id", "unsigned int64 0x7060504`03020100", "a field"),
    CppRow("(*(nt!_NODE *)0x200000).Id", "unsigned int64 0x7060504`03020100", "of a structure"),
    CppRow("((_NODE *)0x200000)->Bits.Low", "unsigned int 0", "a bit field"),
    CppRow("((_NODE *)0x200000)->Bits.High", "unsigned int 1", "another in the same bytes"),
    CppRow("((_NODE *)0x200000)->Values[1]", "short 0n11050", "an array's element"),
    CppRow("((_NODE *)0x200000)->Name", "char [8] 0x00000000`00200020\n0n32 ' '", "an array"),
    CppRow("&((_NODE *)0)->Link.Blink", "struct _LIST_ENTRY ** 0x00000000`00000018", "offset"),
    CppRow("((_NODE *)0x200000)[1].Id == 0x3f3e3d3c3b3a3938", "bool true", "the next structure"),
    CppRow("(nt!_NODE)nt!ListHead", "struct _NODE", "a place looked at another way"),
    CppRow("&nt!Nodes[1] - &nt!Nodes[0]", "int64 0n1", "variables"),
    CppRow("nt!Sink", "int 0n0", "a variable is its value"),
    CppRow("::Sink", "int 0n0", "a global name"),
    CppRow("@!\"nt!Sink\"", "int 0n0", "a name between quotes"),
    CppRow("&nt!Leaf == nt!Leaf", "bool true", "a function is its address"),
    CppRow("ListHead.Flink == nullptr", "bool true", "without its module"),
    CppRow("(unsigned __int64)&nt!Nodes == @@(nt!Nodes)", "bool true", "MASM's is its address"),
  ]

  static let registers = [
    CppRow("@rax", "unsigned int64 0x11223344`fffffffe", "a register"),
    CppRow("@eax", "unsigned int64 0xfffffffe", "parts are not extended by their sign"),
    CppRow("@zf", "unsigned int64 1", "a flag"),
    CppRow("@$t0 + 1", "unsigned int64 1", "a pseudo-register"),
    CppRow("@$ptrsize", "unsigned int64 8", "another"),
    CppRow("@@(10 + 10)", "unsigned int64 0x20", "MASM inside"),
    CppRow("@@masm(poi(200460)) == 0x200400", "bool true", "by its name"),
    CppRow("@@c++(10 + 10)", "int 0n20", "C++ inside"),
    CppRow("@@(@@c++(10) + 10)", "unsigned int64 0x1a", "both ways"),
  ]

  static let macros = [
    CppRow("#FIELD_OFFSET(_NODE, Link)", "long 0n16", "offset"),
    CppRow("#FIELD_OFFSET(nt!_NODE, Link.Blink)", "long 0n24", "of a field in a field"),
    CppRow("#FIELD_OFFSET(_NODE, Values[2])", "long 0n44", "of an element"),
    CppRow("#RTL_FIELD_SIZE(_NODE, Name)", "unsigned int64 8", "size"),
    CppRow("#RTL_SIZEOF_THROUGH_FIELD(_NODE, Link)", "unsigned int64 0x20", "size up to a field"),
    CppRow("#RTL_NUMBER_OF(nt!Nodes)", "unsigned int64 3", "elements"),
    CppRow("#RTL_CONTAINS_FIELD((_NODE *)0, 16, Id)", "bool true", "room for a field"),
    CppRow("#RTL_CONTAINS_FIELD((_NODE *)0, 16, Link)", "bool false", "no room"),
    CppRow(
      "&#CONTAINING_RECORD(0x200010, _NODE, Link)->Id", "unsigned int64 * 0x00000000`00200000",
      "the structure around a field"),
  ]

  static let errors = [
    CppRow("nosuch", "Couldn't resolve error at 'nosuch'", "no such name"),
    CppRow("1 + nosuch + 2", "Couldn't resolve error at 'nosuch + 2'", "the rest is quoted"),
    CppRow("nt!nosuch", "Couldn't resolve error at 'nt!nosuch'", "in a module"),
    CppRow("(nosuch *)5", "Couldn't resolve error at 'nosuch *)5'", "no such type"),
    CppRow("", "Syntax error at '<EOL>'", "nothing"),
    CppRow("1 +", "Syntax error at '<EOL>'", "an operand is missing"),
    CppRow("(1", "Syntax error at '<EOL>'", "a parenthesis is missing"),
    CppRow("1 2", "Syntax error at '2'", "an operator is missing"),
    CppRow("0n10", "Syntax error at '0n10'", "0n is for output only"),
    CppRow("0n010", "Syntax error at '0n010'", "however it goes on"),
    CppRow("08", "Syntax error at '08'", "no octal digit"),
    CppRow("0x10000000000000000", "Overflow error at '0x10000000000000000'", "too large"),
    CppRow("\"text\"", "Syntax error at '\"text\"'", "strings have no value"),
    CppRow("1/0", "Operand error at '/0'", "division by 0"),
    CppRow("1%0", "Operand error at '%0'", "remainder by 0"),
    CppRow("*(int *)0x10", "Memory access error at '*(int *)0x10'", "nothing there"),
    CppRow("@nosuch", "Bad register error at '@nosuch'", "no such register"),
    CppRow(
      "((_NODE *)0x200000)->Nosuch", "Type does not have given member error at 'Nosuch'",
      "no such field"),
    CppRow(
      "#FIELD_OFFSET(_NODE, X)", "Type does not have given member error at 'X)'", "in a macro"),
    CppRow("#NOSUCH(1)", "Couldn't resolve error at '#NOSUCH(1)'", "no such macro"),
    CppRow("5[0]", "Type is not an array or pointer for operator[] '[0]'", "no array"),
    CppRow("*5", "Type is not a pointer at '5'", "no pointer"),
    CppRow("nt!Sink.x", "Type is not a struct, class or union at 'x'", "no structure"),
    CppRow("&5", "Value is not an lvalue at '5'", "no place"),
    CppRow("5 = 6", "Value is not an lvalue at '5 = 6'", "nothing to store in"),
    CppRow("@rax = 5", "Value is not an lvalue at '@rax = 5'", "r sets registers"),
    CppRow("1.5 << 1", "Type conflict error at '<< 1'", "only integers are shifted"),
    CppRow("nt!ListHead + 1", "Type conflict error at '+ 1'", "a structure is no number"),
    CppRow("nt!Leaf + 1", "Type conflict error at '+ 1'", "nothing is added to functions"),
    CppRow("*(int *)0x10 = 5", "Memory access error at '*(int *)0x10 = 5'", "nothing to store in"),
    CppRow("@@(nosuch)", "Couldn't resolve error at 'nosuch'", "MASM's error"),
  ]

  @Test(arguments: [constants, operators, conversions, memory, registers, macros, errors].joined())
  func evaluates(_ row: CppRow) throws {
    let test = try TestSession(withImage: true)
    var answer = test.type("?? \(row.text)")
    if row.text == "(nt!_NODE)nt!ListHead" {
      // The fields are dt's to show.
      answer = answer.split(separator: "\n").first.map { "\($0)\n" } ?? answer
    }
    if row.answer.contains("_LIST_ENTRY **") { answer = answer.replacing("* *", with: "**") }
    #expect(answer == row.answer + "\n")
  }

  @Test func assignments() throws {
    try TestSession(withImage: true).expect(
      """
      kd> ?? *(int *)0x200000 = 5
      int 0n5
      kd> ?? *(int *)0x200000 += 10
      int 0n15
      kd> ?? (*(int *)0x200000)++
      int 0n15
      kd> ?? --*(int *)0x200000
      int 0n15
      kd> ?? *(short *)0x200002 = -1
      short 0n-1
      kd> dd 200000 L1
      00000000`00200000  ffff000f
      kd> ?? ((_NODE *)0x200000)->Bits.High = 3
      unsigned int 3
      kd> ?? ((_NODE *)0x200000)->Bits.Low
      unsigned int 0
      kd> ?? *(double *)0x200100 = 1.5
      double 1.5
      kd> dq 200100 L1
      00000000`00200100  3ff80000`00000000
      kd> ?? *(char **)0x200200 = (char *)0x200400
      char * 0x00000000`00200400
       "Leaky pool"
      kd> ?? *(int **)0x200200 += 2
      int * 0x00000000`00200408
      """)
  }

  /// Every operator that stores what it computes.
  static let stores: [(mark: String, value: UInt64)] = [
    ("=", 0x12), ("+=", 0x96), ("-=", 0x72), ("*=", 0x948), ("/=", 7), ("%=", 6),
    ("<<=", 0x210_0000), (">>=", 0), ("&=", 0), ("|=", 0x96), ("^=", 0x96),
  ]

  @Test(arguments: stores)
  func storesWhatItComputes(mark: String, value: UInt64) throws {
    let test = try TestSession()
    _ = test.type("ed 200000 84")
    _ = test.type("?? *(int *)0x200000 \(mark) 0x12")
    #expect(try test.session.evaluate("dwo(200000)") == value)
  }

  @Test func typedPseudoRegisters() throws {
    try TestSession(withImage: true).expect(
      """
      kd> r? $t0 = (nt!_NODE *)0x200000
      kd> ?? @$t0->Values[1]
      short 0n11050
      kd> ? @$t0
      Evaluate expression: 2097152 = 00000000`00200000
      kd> r? $t1 = @$t0->Bits.High, $t2 = (char)-1
      kd> ?? @$t1
      unsigned int 1
      kd> ?? @$t2
      char 0n-1 ''
      kd> r $t0 = 5
      kd> ?? @$t0
      unsigned int64 5
      kd> r? @rax = 0x10 + 2
      kd> r rax
      rax=0000000000000012
      kd> r? $t0
                ^ Syntax error in 'r? $t0'
      kd> r? nosuch = 5
             ^ Bad register error in 'r? nosuch = 5'
      """)
  }

  @Test func defaultEvaluator() throws {
    try TestSession(withImage: true).expect(
      """
      kd> .expr
      Current expression evaluator: MASM - Microsoft Assembler expressions
      kd> .expr /s c++
      Current expression evaluator: C++ - C++ source expressions
      kd> ? 10 + 0x10
      Evaluate expression: 26 = 00000000`0000001a
      kd> ? sizeof(_NODE), 5
                         ^ Extra character error in '? sizeof(_NODE), 5'
      kd> ? @@(10)
      Evaluate expression: 16 = 00000000`00000010
      kd> dd 0x200000 + 16 L1
      00000000`00200010  13121110
      kd> ? nosuch
      Couldn't resolve error at 'nosuch'
      kd> .if (3 > 2 && 1) { .echo yes }
      yes
      kd> .expr /s masm
      Current expression evaluator: MASM - Microsoft Assembler expressions
      kd> ? @@c++(sizeof(_NODE)) + 10
      Evaluate expression: 72 = 00000000`00000048
      kd> ? @@(nosuch) + 1
      Couldn't resolve error at 'nosuch) + 1'
      kd> ? @@(1 +) + 1
      Syntax error at ') + 1'
      kd> .expr /s pascal
      Unknown expression evaluator 'pascal'
      """)
  }

  /// Text of any depth is refused, not followed to the end of the stack.
  @Test(arguments: ["(", "-", "*", "!", "(int)", "1+(", "1?", "a[", "@@c++("])
  func deepNesting(_ part: String) throws {
    let test = try TestSession()
    let text = String(repeating: part, count: 5000) + "1"
    let answer = test.type("?? \(text)")
    #expect(answer.contains("error at"))
  }

  @Test func longChains() throws {
    let test = try TestSession()
    let text = "1" + String(repeating: "+1", count: 5000)
    #expect(test.type("?? \(text)").hasPrefix("Overflow error at"))
  }
}

/// Names of the frame: locals and parameters by their types.
struct CppLocalTests {
  @Test func parametersAndVariables() throws {
    let live = try LiveSession("Recurse", argument: 4)
    live.test.expect(
      """
      kd> ?? Depth
      int 0n4
      kd> ?? Depth * 2 + 1
      int 0n9
      kd> ?? $!Depth
      int 0n4
      kd> ?? sizeof(Depth)
      unsigned int64 4
      kd> ?? (char)Depth
      char 0n4 ''
      kd> dx Depth
      Depth            : 4 [Type: int]
      kd> dx @$curframe.Parameters
      @$curframe.Parameters                
          Depth            : 4 [Type: int]
      kd> dx @$curstack.Frames[0].Parameters.Depth + 1
      @$curstack.Frames[0].Parameters.Depth + 1 : 5
      kd> ? @@(Depth)
      Evaluate expression: 4 = 00000000`00000004
      kd> ?? nosuch
      Couldn't resolve error at 'nosuch'
      """)
  }
}
