import Language
import Testing

/// Operators: meaning, spelling, precedence, order.
struct MasmOperatorTests {
  static let spellings = [
    MasmRow("2*3", 6, "*"),
    MasmRow("7/2", 3, "/ is integer division"),
    MasmRow("-1/2", 0x7FFF_FFFF_FFFF_FFFF, "/ is unsigned"),
    MasmRow("7 mod 4", 3, "mod"),
    MasmRow("7 MOD 4", 3, "words may be in capitals"),
    MasmRow("7%4", 3, "%"),
    MasmRow("2+3", 5, "+"),
    MasmRow("2-3", .max, "- wraps around"),
    MasmRow("ffffffff`ffffffff+2", 1, "+ wraps around"),
    MasmRow("80000000`00000000*2", 0, "* wraps around"),
    MasmRow("1<<4", 0x10, "<<"),
    MasmRow("f0>>4", 0xF, ">> is logical"),
    MasmRow("-10>>4", 0x0FFF_FFFF_FFFF_FFFF, ">> is logical"),
    MasmRow("-10>>>4", .max, ">>> is arithmetic"),
    MasmRow("1<<40", 0, "shifted out"),
    MasmRow("1>>40", 0, "shifted out"),
    MasmRow("-1>>>80", .max, "shifted out, the sign stays"),
    MasmRow("3=3", 1, "="),
    MasmRow("3==4", 0, "=="),
    MasmRow("3!=4", 1, "!="),
    MasmRow("3<4", 1, "<"),
    MasmRow("4<=4", 1, "<="),
    MasmRow("4>3", 1, ">"),
    MasmRow("5>=6", 0, ">="),
    MasmRow("-1>1", 1, "comparisons are unsigned"),
    MasmRow("ff and f", 0xF, "and"),
    MasmRow("ff&f", 0xF, "&"),
    MasmRow("5 xor 1", 4, "xor"),
    MasmRow("5^1", 4, "^"),
    MasmRow("4 or 1", 5, "or"),
    MasmRow("4|1", 5, "|"),
    MasmRow("(4)or(1)", 5, "no blanks are needed beside parentheses"),
  ]

  static let unary = [
    MasmRow("-1", .max, "minus"),
    MasmRow("--1", 1, "twice minus"),
    MasmRow("+5", 5, "plus"),
    MasmRow("3 - -2", 5, "after an operator"),
    MasmRow("not 0", 1, "not"),
    MasmRow("not 5", 0, "not"),
    MasmRow("NOT(5)", 0, "not, in capitals with parentheses"),
    MasmRow("not not 5", 1, "twice not"),
    MasmRow("hi 12345678", 0x1234, "hi"),
    MasmRow("low 12345678", 0x5678, "low"),
    MasmRow("hi(9abc12345678)", 0x1234, "hi is of the low doubleword"),
    MasmRow("low(hi 12345678)", 0x1234, "nested"),
  ]

  /// Each row tells two neighbouring levels apart.
  static let precedence = [
    MasmRow("not 0 + 1", 2, "unary before +"),
    MasmRow("not 1 == 0", 1, "unary before =="),
    MasmRow("-1 * 2", UInt64.max - 1, "unary before *"),
    MasmRow("low 10005 * 2", 0xA, "unary before *"),
    MasmRow("1+2*3", 7, "* before +"),
    MasmRow("a-6/2", 7, "/ before -"),
    MasmRow("1+7 mod 4", 4, "mod before +"),
    MasmRow("(1+2)*3", 9, "parentheses"),
    MasmRow("1<<4+1", 0x20, "+ before <<"),
    MasmRow("100>>2-1", 0x80, "- before >>"),
    MasmRow("1<2<<1", 1, "<< before <"),
    MasmRow("8>>1==4", 1, ">> before =="),
    MasmRow("1==1 and 2==2", 1, "== before and"),
    MasmRow("6&3==2", 0, "== before &"),
    MasmRow("6 xor 2 and 3", 4, "and before xor"),
    MasmRow("1|2^2", 1, "^ before |"),
    MasmRow("1 or 1 xor 1", 1, "xor before or"),
    MasmRow("10-3-2", 0xB, "left to right"),
    MasmRow("100/8/2", 0x10, "left to right"),
    MasmRow("10 mod 7 * 2", 4, "mod and * left to right"),
    MasmRow("1<<2>>1", 2, "left to right"),
    MasmRow("3>2>1", 0, "comparisons left to right"),
    MasmRow("2==2==1", 1, "comparisons left to right"),
  ]

  @Test(arguments: spellings + unary + precedence)
  func evaluates(row: MasmRow) throws {
    #expect(try TestSession().session.evaluate(row.text) == row.value)
  }
}
