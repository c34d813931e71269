import Language
import Testing

/// Operators that read the target's memory.
struct MasmMemoryTests {
  static let rows = [
    MasmRow("by 200010", 0x10, "byte"),
    MasmRow("wo(200010)", 0x1110, "word"),
    MasmRow("dwo(200010)", 0x1312_1110, "doubleword"),
    MasmRow("dwo(2000fc)", 0xFFFE_FDFC, "a doubleword is not extended"),
    MasmRow("qwo(200010)", 0x1716_1514_1312_1110, "quadword"),
    MasmRow("poi(200010)", 0x1716_1514_1312_1110, "pointer"),
    MasmRow("POI(200010)", 0x1716_1514_1312_1110, "capitals"),
    MasmRow("poi 200010", 0x1716_1514_1312_1110, "parentheses are optional"),
    MasmRow("poi rbx+1", 0x1716_1514_1312_1111, "poi binds tighter than +"),
    MasmRow("poi(rbx+8)", 0x1F1E_1D1C_1B1A_1918, "parentheses hold all of it"),
    MasmRow("poi(@rbx)+8", 0x1716_1514_1312_1118, "what follows them is outside"),
    MasmRow("by (by 200010 + 200000)", 0x10, "nested"),
    MasmRow("poi poi 200460 + 1", 0x6F70_2079_6B61_654D, "twice, before +"),
    MasmRow("-by 200010", UInt64.max - 0xF, "after minus"),
    MasmRow("not by 200000", 1, "after not"),
    MasmRow("hi dwo 200010", 0x1312, "after hi"),
    MasmRow("$pby(100010)", 0x10, "physical byte"),
    MasmRow("$pwo(100010)", 0x1110, "physical word"),
    MasmRow("$pdwo(100010)", 0x1312_1110, "physical doubleword"),
    MasmRow("$pqwo(100010)", 0x1716_1514_1312_1110, "physical quadword"),
    MasmRow("$ppoi(100010)", 0x1716_1514_1312_1110, "physical pointer"),
    MasmRow("$ppoi 100010", 0x1716_1514_1312_1110, "parentheses are optional"),
  ]

  @Test(arguments: rows)
  func reads(row: MasmRow) throws {
    #expect(try TestSession().session.evaluate(row.text) == row.value)
  }
}
