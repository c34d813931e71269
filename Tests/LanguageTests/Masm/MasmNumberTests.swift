import Language
import Testing

/// Constants: prefixes, suffix, radix, back-ticks, extension by the sign, characters.
struct MasmNumberTests {
  static let rows = [
    MasmRow("10", 0x10, "hexadecimal by default"),
    MasmRow("0x1F", 0x1F, "0x"),
    MasmRow("0X4aB3", 0x4AB3, "letter case does not count"),
    MasmRow("0n10", 10, "0n decimal"),
    MasmRow("0N10", 10, "0N decimal"),
    MasmRow("0t17", 15, "0t octal"),
    MasmRow("0T17", 15, "0T octal"),
    MasmRow("0y101", 5, "0y binary"),
    MasmRow("0Y101", 5, "0Y binary"),
    MasmRow("0x", 0, "a prefix alone is 0"),
    MasmRow("0n", 0, "a prefix alone is 0"),
    MasmRow("0t", 0, "a prefix alone is 0"),
    MasmRow("0y", 0, "a prefix alone is 0"),
    MasmRow("1Fh", 0x1F, "h suffix"),
    MasmRow("4ab3H", 0x4AB3, "H suffix"),
    MasmRow("addh", 0xADD, "h suffix after letters"),
    MasmRow("add", 0xADD, "a word of digits is a number"),
    MasmRow("fffff880`04be33fe", 0xFFFF_F880_04BE_33FE, "back-tick"),
    MasmRow("0x1`00000000", 0x1_0000_0000, "back-tick after a prefix"),
    MasmRow("80000000", 0xFFFF_FFFF_8000_0000, "kernel mode extends constants by their sign"),
    MasmRow("0x80000000", 0xFFFF_FFFF_8000_0000, "also with a prefix"),
    MasmRow("0n2147483648", 0xFFFF_FFFF_8000_0000, "also in decimal"),
    MasmRow("eeaa1122h", 0xFFFF_FFFF_EEAA_1122, "also with a suffix"),
    MasmRow("00000000ffffffff", .max, "also when written in full"),
    MasmRow("0`80000000", 0x8000_0000, "a back-tick turns extension off"),
    MasmRow("00000000`eeaa1122", 0xEEAA_1122, "a back-tick turns extension off"),
    MasmRow("7fffffff", 0x7FFF_FFFF, "not extended below"),
    MasmRow("1`00000000", 0x1_0000_0000, "not extended above"),
    MasmRow("7fffffff+1", 0x8000_0000, "results are not extended"),
    MasmRow("0`ffffffff & -1", 0xFFFF_FFFF, "a mask without extension"),
    MasmRow("'a'", 0x61, "character"),
    MasmRow("'VUTS'", 0x5655_5453, "the first character is the most significant"),
    MasmRow("''", 0, "no character"),
    MasmRow("cafe and ffff", 0xCAFE, "digits and an operator that is a word"),
    MasmRow("ffffffffffffffff", .max, "the greatest"),
    MasmRow("0n18446744073709551615", .max, "the greatest, in decimal"),
  ]

  @Test(arguments: rows)
  func isRead(row: MasmRow) throws {
    #expect(try TestSession().session.evaluate(row.text) == row.value)
  }

  static let userRows = [
    MasmRow("80000000", 0x8000_0000, "user mode extends no constant"),
    MasmRow("ffffffff", 0xFFFF_FFFF, "user mode extends no constant"),
    MasmRow("eax", 0xFFFF_FFFF_FFFF_FFFE, "32-bit registers are extended there too"),
  ]

  @Test(arguments: userRows)
  func isReadInUserMode(row: MasmRow) throws {
    #expect(try TestSession(kind: .user).session.evaluate(row.text) == row.value)
  }

  static let radixRows: [(radix: Int, row: MasmRow)] = [
    (10, MasmRow("10", 10, "decimal")), (10, MasmRow("0x10", 16, "a prefix wins")),
    (10, MasmRow("10h", 16, "the suffix wins")), (10, MasmRow("0t10", 8, "a prefix wins")),
    (8, MasmRow("10", 8, "octal")), (8, MasmRow("0n10", 10, "a prefix wins")),
    (8, MasmRow("0y11", 3, "a prefix wins")), (16, MasmRow("10", 16, "hexadecimal")),
  ]

  @Test(arguments: radixRows)
  func dependsOnTheRadix(radix: Int, row: MasmRow) throws {
    let session = try TestSession().session
    session.radix = radix
    #expect(try session.evaluate(row.text) == row.value)
  }

  @Test func wordsOfHexDigitsAreNoNumbersInDecimal() throws {
    let test = try TestSession()
    test.session.radix = 10
    #expect(test.type("? add") == "Couldn't resolve error at 'add'\n")
  }
}
