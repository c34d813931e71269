/// A unary operator on a number alone.
enum UnaryOperator {
  case negate
  case not
  case high
  case low

  func apply(_ value: UInt64) -> UInt64 {
    switch self {
    case .negate: 0 &- value
    case .not: value == 0 ? 1 : 0
    case .high: (value >> 16) & 0xFFFF
    case .low: value & 0xFFFF
    }
  }

  /// The operators that are words.
  static func named(_ word: String) -> UnaryOperator? {
    switch word {
    case "not": .not
    case "hi": .high
    case "low": .low
    default: nil
    }
  }
}

/// A unary operator that reads memory at its operand.
struct Dereference {
  /// Bytes to read; nil for the size of a pointer.
  var size: Int?
  /// Whether the operand is a physical address.
  var isPhysical = false

  /// The operators by their names: `poi`, `by`, `$pdwo`...
  static func named(_ word: String) -> Dereference? {
    switch word {
    case "by": Dereference(size: 1)
    case "wo": Dereference(size: 2)
    case "dwo": Dereference(size: 4)
    case "qwo": Dereference(size: 8)
    case "poi": Dereference(size: nil)
    case "$pby": Dereference(size: 1, isPhysical: true)
    case "$pwo": Dereference(size: 2, isPhysical: true)
    case "$pdwo": Dereference(size: 4, isPhysical: true)
    case "$pqwo": Dereference(size: 8, isPhysical: true)
    case "$ppoi": Dereference(size: nil, isPhysical: true)
    default: nil
    }
  }
}

/// An operator between two numbers.
enum BinaryOperator {
  case multiply, divide, remainder
  case add, subtract
  case shiftLeft, shiftRight, shiftRightArithmetic
  case equal, notEqual, less, greater, lessOrEqual, greaterOrEqual
  case and, xor, or

  /// How tightly the operator binds; a greater number binds tighter.
  var precedence: Int {
    switch self {
    case .multiply, .divide, .remainder: 7
    case .add, .subtract: 6
    case .shiftLeft, .shiftRight, .shiftRightArithmetic: 5
    case .equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual: 4
    case .and: 3
    case .xor: 2
    case .or: 1
    }
  }

  /// The result; nil for a division by zero. All numbers are unsigned.
  func apply(_ left: UInt64, _ right: UInt64) -> UInt64? {
    switch self {
    case .multiply: left &* right
    case .divide: right == 0 ? nil : left / right
    case .remainder: right == 0 ? nil : left % right
    case .add: left &+ right
    case .subtract: left &- right
    case .shiftLeft: left << right
    case .shiftRight: left >> right
    case .shiftRightArithmetic:
      UInt64(bitPattern: Int64(bitPattern: left) >> Int64(clamping: right))
    case .equal: left == right ? 1 : 0
    case .notEqual: left != right ? 1 : 0
    case .less: left < right ? 1 : 0
    case .greater: left > right ? 1 : 0
    case .lessOrEqual: left <= right ? 1 : 0
    case .greaterOrEqual: left >= right ? 1 : 0
    case .and: left & right
    case .xor: left ^ right
    case .or: left | right
    }
  }

  /// The operator that comes next and its length in bytes.
  static func next(in line: CommandLine) -> (BinaryOperator, length: Int)? {
    guard let first = line.next else { return nil }
    let second = line.peek(1)
    switch first {
    case UInt8(ascii: "+"): return (.add, 1)
    case UInt8(ascii: "-"): return (.subtract, 1)
    case UInt8(ascii: "*"): return (.multiply, 1)
    case UInt8(ascii: "/"): return (.divide, 1)
    case UInt8(ascii: "%"): return (.remainder, 1)
    case UInt8(ascii: "&"): return (.and, 1)
    case UInt8(ascii: "^"): return (.xor, 1)
    case UInt8(ascii: "|"): return (.or, 1)
    case UInt8(ascii: "="): return (.equal, second == UInt8(ascii: "=") ? 2 : 1)
    case UInt8(ascii: "!"):
      return second == UInt8(ascii: "=") ? (.notEqual, 2) : nil
    case UInt8(ascii: "<"):
      if second == UInt8(ascii: "<") { return (.shiftLeft, 2) }
      return second == UInt8(ascii: "=") ? (.lessOrEqual, 2) : (.less, 1)
    case UInt8(ascii: ">"):
      if second == UInt8(ascii: ">") {
        return line.peek(2) == UInt8(ascii: ">")
          ? (.shiftRightArithmetic, 3) : (.shiftRight, 2)
      }
      return second == UInt8(ascii: "=") ? (.greaterOrEqual, 2) : (.greater, 1)
    default:
      return word(in: line)
    }
  }

  private static func word(in line: CommandLine) -> (BinaryOperator, length: Int)? {
    let words: [(StaticString, BinaryOperator)] = [
      ("and", .and), ("xor", .xor), ("mod", .remainder), ("or", .or),
    ]
    for (word, binary) in words {
      let count = word.utf8CodeUnitCount
      if let after = line.peek(count), after.isWord { continue }
      let matches = word.withUTF8Buffer { buffer in
        buffer.indices.allSatisfy { line.peek($0)?.lowercased == buffer[$0] }
      }
      if matches { return (binary, count) }
    }
    return nil
  }
}
