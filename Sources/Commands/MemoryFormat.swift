import Language

/// One way to show memory as a table of values: a row for each command of the `d` family.
struct MemoryFormat: Sendable {
  /// The command.
  let name: String
  /// What it shows, for help.
  let what: String
  /// Bytes in a value; 0 for a pointer of the target.
  let size: Int
  /// Values in a line.
  let columns: Int
  /// Values shown when no range is given.
  let count: Int
  /// Whether the characters follow each line.
  var hasText = false
  /// How a value is spelled; its width is always the same.
  var spell: @Sendable (UInt64, Int) -> String = plainHex
  /// How wide a value is, in characters.
  var width: @Sendable (Int) -> Int = hexWidth

  /// The tables.
  static let tables: [MemoryFormat] = [
    MemoryFormat(
      name: "db", what: "bytes and characters", size: 1, columns: 16, count: 128, hasText: true),
    MemoryFormat(name: "dw", what: "words", size: 2, columns: 8, count: 64),
    MemoryFormat(
      name: "dW", what: "words and characters", size: 2, columns: 8, count: 64, hasText: true),
    MemoryFormat(name: "dd", what: "doublewords", size: 4, columns: 4, count: 32),
    MemoryFormat(
      name: "dc", what: "doublewords and characters", size: 4, columns: 4, count: 32, hasText: true),
    MemoryFormat(name: "dq", what: "quadwords", size: 8, columns: 2, count: 16),
    MemoryFormat(name: "dp", what: "pointers", size: 0, columns: 0, count: 0),
    MemoryFormat(
      name: "df", what: "single-precision numbers", size: 4, columns: 4, count: 16,
      spell: singlePrecision, width: { _ in 16 }),
    MemoryFormat(
      name: "dD", what: "double-precision numbers", size: 8, columns: 3, count: 15,
      spell: doublePrecision, width: { _ in 22 }),
  ]

  /// Lines for help.
  var examples: KeyValuePairs<String, String> {
    switch name {
    case "db":
      [
        "db nt L20": "32 bytes at the kernel's base",
        "db /c 8 nt L10": "in lines of 8",
        "db /p 1000 L10": "physical memory",
      ]
    case "dp": ["dp @rsp": "pointers on the stack", "dp @rsp L4": "four of them"]
    case "df", "dD": ["\(name) @rsp L2": "two numbers on the stack"]
    default: ["\(name) nt L4": "four at the kernel's base", "\(name)": "what follows"]
    }
  }

  /// Bytes in a value, its columns and its usual count on a target.
  func layout(_ session: Session) -> (size: Int, columns: Int, count: Int) {
    guard size == 0 else { return (size, columns, count) }
    return session.pointerSize == 8 ? (8, 2, 16) : (4, 4, 32)
  }
}

/// Digits in two halves for a quadword, in one piece otherwise.
@Sendable private func plainHex(_ value: UInt64, size: Int) -> String {
  size == 8 ? value.split : value.hex(size * 2)
}

@Sendable private func hexWidth(_ size: Int) -> Int { size == 8 ? 17 : size * 2 }

@Sendable private func singlePrecision(_ value: UInt64, size: Int) -> String {
  let number = Float(bitPattern: UInt32(truncatingIfNeeded: value))
  return FloatText.general(Double(number), digits: 8).leftPadded(16)
}

@Sendable private func doublePrecision(_ value: UInt64, size: Int) -> String {
  FloatText.general(Double(bitPattern: value), digits: 15).leftPadded(22)
}
