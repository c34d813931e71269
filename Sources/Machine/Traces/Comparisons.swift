/// A condition of a compare-and-branch operation, computed from the operands instead of the flags.
protocol Comparison {
  /// Whether the condition holds after an operation on two operands with a result.
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool
}

/// After anything.
enum Equal: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { r == 0 }
}

/// After anything.
enum NotEqual: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { r != 0 }
}

/// After anything.
enum Sign: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { isNegative(r) }
}

/// After anything.
enum NoSign: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { !isNegative(r) }
}

/// After `cmp` and `sub`.
enum Below: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { a < b }
}

/// After `cmp` and `sub`.
enum AboveOrEqual: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { a >= b }
}

/// After `cmp` and `sub`.
enum BelowOrEqual: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { a <= b }
}

/// After `cmp` and `sub`.
enum Above: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { a > b }
}

/// After `cmp` and `sub`.
enum Less: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { isLess(a, b) }
}

/// After `cmp` and `sub`.
enum GreaterOrEqual: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { !isLess(a, b) }
}

/// After `cmp` and `sub`.
enum LessOrEqual: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { !isLess(b, a) }
}

/// After `cmp` and `sub`.
enum Greater: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { isLess(b, a) }
}

/// After `test`: signed, against zero.
enum Positive: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { r != 0 && !isNegative(r) }
}

/// After `test`: signed, against zero.
enum NotPositive: Comparison {
  @inline(__always)
  static func holds<T: Width>(_ a: T, _ b: T, _ r: T) -> Bool { r == 0 || isNegative(r) }
}
