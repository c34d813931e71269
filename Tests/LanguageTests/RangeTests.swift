import Language
import Testing

/// Address ranges in commands: where they end, and what is refused. The memory at 200000h counts 0 1 2
/// ..., so that the first bytes that `dd` shows tell the start and its number of columns the length.
struct RangeTests {
  /// A range, and the doublewords that it has.
  static let rows: [(range: String, values: [String])] = [
    ("200010 L1", ["13121110"]),
    ("200010 l1", ["13121110"]),
    ("200010 L 2", ["13121110", "17161514"]),
    ("200010 L2", ["13121110", "17161514"]),
    ("200010, L2", ["13121110", "17161514"]),
    ("200010 L?2", ["13121110", "17161514"]),
    ("200010 L? 2", ["13121110", "17161514"]),
    ("200010 L-2", ["0b0a0908", "0f0e0d0c"]),
    ("200010 L(1+1)", ["13121110", "17161514"]),
    ("200010 L@$ptrsize-6", ["13121110", "17161514"]),
    // Both ends are included: the object that holds the last byte is shown.
    ("200010 200010", ["13121110"]),
    ("200010 200013", ["13121110"]),
    ("200010 200014", ["13121110", "17161514"]),
    ("200010,200017", ["13121110", "17161514"]),
    ("@rbx L1", ["13121110"]),
    ("rbx+8-8 L1", ["13121110"]),
    ("(200000 + 10) L1", ["13121110"]),
    ("poi(200460) L1", ["6b61654c"]),
  ]

  @Test(arguments: rows)
  func covers(range: String, values: [String]) throws {
    let answer = try TestSession().type("dd \(range)")
    #expect(answer.split(whereSeparator: \.isWhitespace).dropFirst().map(String.init) == values)
  }

  static let errors: [(line: String, answer: String)] = [
    ("dd 200010 20000f", "              ^ Range error in 'dd 200010 20000f'"),
    ("dd 200010 L", "Numeric expression missing from '<EOL>'"),
    ("dd 200010 L?", "Numeric expression missing from '<EOL>'"),
    ("dd 200010 L-", "Numeric expression missing from '<EOL>'"),
    ("dd 200010 Lnosuch", "Couldn't resolve error at 'Lnosuch'"),
    ("dd 200010 L1 2", "                 ^ Extra character error in 'dd 200010 L1 2'"),
    ("dd nosuch", "Couldn't resolve error at 'nosuch'"),
    // More than 256 MB are taken for a mistake, unless a question mark says that they are none.
    ("db 200010 L10000001", "              ^ Range error in 'db 200010 L10000001'"),
    ("dd 200010 L4000001", "              ^ Range error in 'dd 200010 L4000001'"),
  ]

  @Test(arguments: errors)
  func refuses(line: String, answer: String) throws {
    #expect(try TestSession().type(line) == answer + "\n")
  }
}
