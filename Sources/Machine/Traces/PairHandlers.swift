/// The handlers of compare-and-branch operations, by condition code, width in bits and whether the
/// flags are looked at afterwards.
struct PairKey: Hashable {
  var condition: UInt8
  var bits: UInt8
  var isLive: Bool

  init(_ condition: UInt8, _ bits: UInt8, _ isLive: Bool) {
    self.condition = condition
    self.bits = bits
    self.isLive = isLive
  }
}

/// One table for each operation and form of operands.
enum PairHandlers {
  typealias Table = [PairKey: TraceHandler]

  static let compareRegisters: Table = [
    PairKey(2, 32, true): rrJumpCompare32BelowLive,
    PairKey(2, 32, false): rrJumpCompare32BelowDead,
    PairKey(2, 64, true): rrJumpCompare64BelowLive,
    PairKey(2, 64, false): rrJumpCompare64BelowDead,
    PairKey(3, 32, true): {
      rrJump($0, $1, $2, Compare.self, UInt32.self, AboveOrEqual.self, Live.self)
    },
    PairKey(3, 32, false): {
      rrJump($0, $1, $2, Compare.self, UInt32.self, AboveOrEqual.self, Dead.self)
    },
    PairKey(3, 64, true): {
      rrJump($0, $1, $2, Compare.self, UInt64.self, AboveOrEqual.self, Live.self)
    },
    PairKey(3, 64, false): {
      rrJump($0, $1, $2, Compare.self, UInt64.self, AboveOrEqual.self, Dead.self)
    },
    PairKey(4, 32, true): rrJumpCompare32EqualLive,
    PairKey(4, 32, false): rrJumpCompare32EqualDead,
    PairKey(4, 64, true): rrJumpCompare64EqualLive,
    PairKey(4, 64, false): rrJumpCompare64EqualDead,
    PairKey(5, 32, true): {
      rrJump($0, $1, $2, Compare.self, UInt32.self, NotEqual.self, Live.self)
    },
    PairKey(5, 32, false): {
      rrJump($0, $1, $2, Compare.self, UInt32.self, NotEqual.self, Dead.self)
    },
    PairKey(5, 64, true): {
      rrJump($0, $1, $2, Compare.self, UInt64.self, NotEqual.self, Live.self)
    },
    PairKey(5, 64, false): {
      rrJump($0, $1, $2, Compare.self, UInt64.self, NotEqual.self, Dead.self)
    },
    PairKey(6, 32, true): {
      rrJump($0, $1, $2, Compare.self, UInt32.self, BelowOrEqual.self, Live.self)
    },
    PairKey(6, 32, false): {
      rrJump($0, $1, $2, Compare.self, UInt32.self, BelowOrEqual.self, Dead.self)
    },
    PairKey(6, 64, true): {
      rrJump($0, $1, $2, Compare.self, UInt64.self, BelowOrEqual.self, Live.self)
    },
    PairKey(6, 64, false): {
      rrJump($0, $1, $2, Compare.self, UInt64.self, BelowOrEqual.self, Dead.self)
    },
    PairKey(7, 32, true): rrJumpCompare32AboveLive,
    PairKey(7, 32, false): rrJumpCompare32AboveDead,
    PairKey(7, 64, true): rrJumpCompare64AboveLive,
    PairKey(7, 64, false): rrJumpCompare64AboveDead,
    PairKey(12, 32, true): rrJumpCompare32LessLive,
    PairKey(12, 32, false): rrJumpCompare32LessDead,
    PairKey(12, 64, true): rrJumpCompare64LessLive,
    PairKey(12, 64, false): rrJumpCompare64LessDead,
    PairKey(13, 32, true): {
      rrJump($0, $1, $2, Compare.self, UInt32.self, GreaterOrEqual.self, Live.self)
    },
    PairKey(13, 32, false): {
      rrJump($0, $1, $2, Compare.self, UInt32.self, GreaterOrEqual.self, Dead.self)
    },
    PairKey(13, 64, true): {
      rrJump($0, $1, $2, Compare.self, UInt64.self, GreaterOrEqual.self, Live.self)
    },
    PairKey(13, 64, false): {
      rrJump($0, $1, $2, Compare.self, UInt64.self, GreaterOrEqual.self, Dead.self)
    },
    PairKey(14, 32, true): {
      rrJump($0, $1, $2, Compare.self, UInt32.self, LessOrEqual.self, Live.self)
    },
    PairKey(14, 32, false): {
      rrJump($0, $1, $2, Compare.self, UInt32.self, LessOrEqual.self, Dead.self)
    },
    PairKey(14, 64, true): {
      rrJump($0, $1, $2, Compare.self, UInt64.self, LessOrEqual.self, Live.self)
    },
    PairKey(14, 64, false): {
      rrJump($0, $1, $2, Compare.self, UInt64.self, LessOrEqual.self, Dead.self)
    },
    PairKey(15, 32, true): {
      rrJump($0, $1, $2, Compare.self, UInt32.self, Greater.self, Live.self)
    },
    PairKey(15, 32, false): {
      rrJump($0, $1, $2, Compare.self, UInt32.self, Greater.self, Dead.self)
    },
    PairKey(15, 64, true): {
      rrJump($0, $1, $2, Compare.self, UInt64.self, Greater.self, Live.self)
    },
    PairKey(15, 64, false): {
      rrJump($0, $1, $2, Compare.self, UInt64.self, Greater.self, Dead.self)
    },
  ]

  static let compareImmediate: Table = [
    PairKey(2, 32, true): riJumpCompare32BelowLive,
    PairKey(2, 32, false): riJumpCompare32BelowDead,
    PairKey(2, 64, true): riJumpCompare64BelowLive,
    PairKey(2, 64, false): riJumpCompare64BelowDead,
    PairKey(3, 32, true): {
      riJump($0, $1, $2, Compare.self, UInt32.self, AboveOrEqual.self, Live.self)
    },
    PairKey(3, 32, false): {
      riJump($0, $1, $2, Compare.self, UInt32.self, AboveOrEqual.self, Dead.self)
    },
    PairKey(3, 64, true): {
      riJump($0, $1, $2, Compare.self, UInt64.self, AboveOrEqual.self, Live.self)
    },
    PairKey(3, 64, false): {
      riJump($0, $1, $2, Compare.self, UInt64.self, AboveOrEqual.self, Dead.self)
    },
    PairKey(4, 32, true): riJumpCompare32EqualLive,
    PairKey(4, 32, false): riJumpCompare32EqualDead,
    PairKey(4, 64, true): riJumpCompare64EqualLive,
    PairKey(4, 64, false): riJumpCompare64EqualDead,
    PairKey(5, 32, true): {
      riJump($0, $1, $2, Compare.self, UInt32.self, NotEqual.self, Live.self)
    },
    PairKey(5, 32, false): {
      riJump($0, $1, $2, Compare.self, UInt32.self, NotEqual.self, Dead.self)
    },
    PairKey(5, 64, true): {
      riJump($0, $1, $2, Compare.self, UInt64.self, NotEqual.self, Live.self)
    },
    PairKey(5, 64, false): {
      riJump($0, $1, $2, Compare.self, UInt64.self, NotEqual.self, Dead.self)
    },
    PairKey(6, 32, true): {
      riJump($0, $1, $2, Compare.self, UInt32.self, BelowOrEqual.self, Live.self)
    },
    PairKey(6, 32, false): {
      riJump($0, $1, $2, Compare.self, UInt32.self, BelowOrEqual.self, Dead.self)
    },
    PairKey(6, 64, true): {
      riJump($0, $1, $2, Compare.self, UInt64.self, BelowOrEqual.self, Live.self)
    },
    PairKey(6, 64, false): {
      riJump($0, $1, $2, Compare.self, UInt64.self, BelowOrEqual.self, Dead.self)
    },
    PairKey(7, 32, true): riJumpCompare32AboveLive,
    PairKey(7, 32, false): riJumpCompare32AboveDead,
    PairKey(7, 64, true): riJumpCompare64AboveLive,
    PairKey(7, 64, false): riJumpCompare64AboveDead,
    PairKey(12, 32, true): riJumpCompare32LessLive,
    PairKey(12, 32, false): riJumpCompare32LessDead,
    PairKey(12, 64, true): riJumpCompare64LessLive,
    PairKey(12, 64, false): riJumpCompare64LessDead,
    PairKey(13, 32, true): {
      riJump($0, $1, $2, Compare.self, UInt32.self, GreaterOrEqual.self, Live.self)
    },
    PairKey(13, 32, false): {
      riJump($0, $1, $2, Compare.self, UInt32.self, GreaterOrEqual.self, Dead.self)
    },
    PairKey(13, 64, true): {
      riJump($0, $1, $2, Compare.self, UInt64.self, GreaterOrEqual.self, Live.self)
    },
    PairKey(13, 64, false): {
      riJump($0, $1, $2, Compare.self, UInt64.self, GreaterOrEqual.self, Dead.self)
    },
    PairKey(14, 32, true): {
      riJump($0, $1, $2, Compare.self, UInt32.self, LessOrEqual.self, Live.self)
    },
    PairKey(14, 32, false): {
      riJump($0, $1, $2, Compare.self, UInt32.self, LessOrEqual.self, Dead.self)
    },
    PairKey(14, 64, true): {
      riJump($0, $1, $2, Compare.self, UInt64.self, LessOrEqual.self, Live.self)
    },
    PairKey(14, 64, false): {
      riJump($0, $1, $2, Compare.self, UInt64.self, LessOrEqual.self, Dead.self)
    },
    PairKey(15, 32, true): {
      riJump($0, $1, $2, Compare.self, UInt32.self, Greater.self, Live.self)
    },
    PairKey(15, 32, false): {
      riJump($0, $1, $2, Compare.self, UInt32.self, Greater.self, Dead.self)
    },
    PairKey(15, 64, true): {
      riJump($0, $1, $2, Compare.self, UInt64.self, Greater.self, Live.self)
    },
    PairKey(15, 64, false): {
      riJump($0, $1, $2, Compare.self, UInt64.self, Greater.self, Dead.self)
    },
  ]

  static let compareByteImmediate: Table = [
    PairKey(4, 8, true): riJumpCompare8EqualLive,
    PairKey(4, 8, false): riJumpCompare8EqualDead,
    PairKey(5, 8, true): riJumpCompare8NotEqualLive,
    PairKey(5, 8, false): {
      riJump($0, $1, $2, Compare.self, UInt8.self, NotEqual.self, Dead.self)
    },
    PairKey(6, 8, true): {
      riJump($0, $1, $2, Compare.self, UInt8.self, BelowOrEqual.self, Live.self)
    },
    PairKey(6, 8, false): {
      riJump($0, $1, $2, Compare.self, UInt8.self, BelowOrEqual.self, Dead.self)
    },
    PairKey(7, 8, true): riJumpCompare8AboveLive,
    PairKey(7, 8, false): riJumpCompare8AboveDead,
  ]

  static let compareByteRegisters: Table = [
    PairKey(4, 8, true): rrJumpCompare8EqualLive,
    PairKey(5, 8, true): rrJumpCompare8NotEqualLive,
  ]

  static let compareMemory: Table = [
    PairKey(2, 32, true): rmJumpCompare32Below,
    PairKey(2, 64, true): rmJumpCompare64Below,
    PairKey(3, 32, true): rmJumpCompare32AboveOrEqual,
    PairKey(3, 64, true): rmJumpCompare64AboveOrEqual,
    PairKey(4, 32, true): rmJumpCompare32Equal,
    PairKey(4, 64, true): rmJumpCompare64Equal,
    PairKey(5, 32, true): rmJumpCompare32NotEqual,
    PairKey(5, 64, true): rmJumpCompare64NotEqual,
    PairKey(6, 32, true): rmJumpCompare32BelowOrEqual,
    PairKey(6, 64, true): rmJumpCompare64BelowOrEqual,
    PairKey(7, 32, true): rmJumpCompare32Above,
    PairKey(7, 64, true): rmJumpCompare64Above,
    PairKey(12, 32, true): rmJumpCompare32Less,
    PairKey(12, 64, true): rmJumpCompare64Less,
    PairKey(13, 32, true): rmJumpCompare32GreaterOrEqual,
    PairKey(13, 64, true): rmJumpCompare64GreaterOrEqual,
    PairKey(14, 32, true): rmJumpCompare32LessOrEqual,
    PairKey(14, 64, true): rmJumpCompare64LessOrEqual,
    PairKey(15, 32, true): rmJumpCompare32Greater,
    PairKey(15, 64, true): rmJumpCompare64Greater,
  ]

  static let compareByteMemory: Table = [
    PairKey(4, 8, true): rmJumpCompare8Equal,
    PairKey(5, 8, true): rmJumpCompare8NotEqual,
  ]

  static let compareMemoryImmediate: Table = [
    PairKey(4, 8, true): miJumpCompare8Equal,
    PairKey(4, 32, true): miJumpCompare32Equal,
    PairKey(4, 64, true): miJumpCompare64Equal,
    PairKey(5, 8, true): miJumpCompare8NotEqual,
    PairKey(5, 32, true): miJumpCompare32NotEqual,
    PairKey(5, 64, true): miJumpCompare64NotEqual,
  ]

  static let testRegisters: Table = testRegistersPlain.merging(testRegistersSigned) { one, _ in one
  }

  private static let testRegistersPlain: Table = [
    PairKey(4, 8, true): rrJumpTest8EqualLive,
    PairKey(4, 8, false): rrJumpTest8EqualDead,
    PairKey(4, 32, true): rrJumpTest32EqualLive,
    PairKey(4, 32, false): rrJumpTest32EqualDead,
    PairKey(4, 64, true): rrJumpTest64EqualLive,
    PairKey(4, 64, false): rrJumpTest64EqualDead,
    PairKey(5, 8, true): rrJumpTest8NotEqualLive,
    PairKey(5, 8, false): rrJumpTest8NotEqualDead,
    PairKey(5, 32, true): rrJumpTest32NotEqualLive,
    PairKey(5, 32, false): rrJumpTest32NotEqualDead,
    PairKey(5, 64, true): rrJumpTest64NotEqualLive,
    PairKey(5, 64, false): rrJumpTest64NotEqualDead,
    PairKey(8, 8, true): rrJumpTest8SignLive,
    PairKey(8, 8, false): rrJumpTest8SignDead,
    PairKey(8, 32, true): rrJumpTest32SignLive,
    PairKey(8, 32, false): rrJumpTest32SignDead,
    PairKey(8, 64, true): rrJumpTest64SignLive,
    PairKey(8, 64, false): rrJumpTest64SignDead,
    PairKey(9, 8, true): rrJumpTest8NoSignLive,
    PairKey(9, 8, false): rrJumpTest8NoSignDead,
    PairKey(9, 32, true): rrJumpTest32NoSignLive,
    PairKey(9, 32, false): rrJumpTest32NoSignDead,
    PairKey(9, 64, true): rrJumpTest64NoSignLive,
    PairKey(9, 64, false): rrJumpTest64NoSignDead,
  ]

  private static let testRegistersSigned: Table = [
    PairKey(15, 32, true): rrJumpTest32PositiveLive,
    PairKey(15, 64, true): rrJumpTest64PositiveLive,
    PairKey(14, 32, true): {
      rrJump($0, $1, $2, Test.self, UInt32.self, NotPositive.self, Live.self)
    },
    PairKey(14, 64, true): {
      rrJump($0, $1, $2, Test.self, UInt64.self, NotPositive.self, Live.self)
    },
  ]

  static let testImmediate: Table = [
    PairKey(4, 8, true): riJumpTest8EqualLive,
    PairKey(4, 8, false): riJumpTest8EqualDead,
    PairKey(4, 32, true): riJumpTest32EqualLive,
    PairKey(4, 32, false): riJumpTest32EqualDead,
    PairKey(5, 8, true): riJumpTest8NotEqualLive,
    PairKey(5, 8, false): riJumpTest8NotEqualDead,
    PairKey(5, 32, true): riJumpTest32NotEqualLive,
    PairKey(5, 32, false): riJumpTest32NotEqualDead,
  ]

  static let testMemoryImmediate: Table = [
    PairKey(4, 8, true): miJumpTest8Equal,
    PairKey(4, 32, true): miJumpTest32Equal,
    PairKey(5, 8, true): miJumpTest8NotEqual,
    PairKey(5, 32, true): miJumpTest32NotEqual,
  ]

  static let subtractImmediate: Table = [
    PairKey(4, 32, true): riJumpSubtract32EqualLive,
    PairKey(4, 64, true): riJumpSubtract64EqualLive,
    PairKey(5, 32, true): {
      riJump($0, $1, $2, Subtract.self, UInt32.self, NotEqual.self, Live.self)
    },
    PairKey(5, 64, true): {
      riJump($0, $1, $2, Subtract.self, UInt64.self, NotEqual.self, Live.self)
    },
    PairKey(2, 32, true): riJumpSubtract32BelowLive,
    PairKey(2, 64, true): riJumpSubtract64BelowLive,
    PairKey(3, 32, true): {
      riJump($0, $1, $2, Subtract.self, UInt32.self, AboveOrEqual.self, Live.self)
    },
    PairKey(3, 64, true): {
      riJump($0, $1, $2, Subtract.self, UInt64.self, AboveOrEqual.self, Live.self)
    },
  ]

  static let addImmediate: Table = [
    PairKey(4, 32, true): riJumpAdd32EqualLive,
    PairKey(4, 64, true): riJumpAdd64EqualLive,
    PairKey(5, 32, true): riJumpAdd32NotEqualLive,
    PairKey(5, 64, true): riJumpAdd64NotEqualLive,
    PairKey(8, 32, true): riJumpAdd32SignLive,
    PairKey(8, 64, true): riJumpAdd64SignLive,
    PairKey(9, 32, true): riJumpAdd32NoSignLive,
    PairKey(9, 64, true): riJumpAdd64NoSignLive,
  ]

  static let andImmediate: Table = [
    PairKey(4, 32, true): riJumpAnd32EqualLive,
    PairKey(4, 64, true): riJumpAnd64EqualLive,
    PairKey(5, 32, true): riJumpAnd32NotEqualLive,
    PairKey(5, 64, true): riJumpAnd64NotEqualLive,
  ]

  static let andRegisters: Table = [
    PairKey(4, 32, true): rrJumpAnd32EqualLive,
    PairKey(4, 64, true): rrJumpAnd64EqualLive,
    PairKey(5, 32, true): rrJumpAnd32NotEqualLive,
    PairKey(5, 64, true): rrJumpAnd64NotEqualLive,
  ]

  static let increment: Table = [
    PairKey(4, 32, true): {
      riJump($0, $1, $2, Increment.self, UInt32.self, Equal.self, Live.self)
    },
    PairKey(4, 32, false): {
      riJump($0, $1, $2, Increment.self, UInt32.self, Equal.self, Dead.self)
    },
    PairKey(4, 64, true): {
      riJump($0, $1, $2, Increment.self, UInt64.self, Equal.self, Live.self)
    },
    PairKey(4, 64, false): {
      riJump($0, $1, $2, Increment.self, UInt64.self, Equal.self, Dead.self)
    },
    PairKey(5, 32, true): {
      riJump($0, $1, $2, Increment.self, UInt32.self, NotEqual.self, Live.self)
    },
    PairKey(5, 32, false): {
      riJump($0, $1, $2, Increment.self, UInt32.self, NotEqual.self, Dead.self)
    },
    PairKey(5, 64, true): {
      riJump($0, $1, $2, Increment.self, UInt64.self, NotEqual.self, Live.self)
    },
    PairKey(5, 64, false): {
      riJump($0, $1, $2, Increment.self, UInt64.self, NotEqual.self, Dead.self)
    },
  ]

  static let decrement: Table = [
    PairKey(4, 32, true): {
      riJump($0, $1, $2, Decrement.self, UInt32.self, Equal.self, Live.self)
    },
    PairKey(4, 32, false): {
      riJump($0, $1, $2, Decrement.self, UInt32.self, Equal.self, Dead.self)
    },
    PairKey(4, 64, true): {
      riJump($0, $1, $2, Decrement.self, UInt64.self, Equal.self, Live.self)
    },
    PairKey(4, 64, false): {
      riJump($0, $1, $2, Decrement.self, UInt64.self, Equal.self, Dead.self)
    },
    PairKey(5, 32, true): {
      riJump($0, $1, $2, Decrement.self, UInt32.self, NotEqual.self, Live.self)
    },
    PairKey(5, 32, false): {
      riJump($0, $1, $2, Decrement.self, UInt32.self, NotEqual.self, Dead.self)
    },
    PairKey(5, 64, true): {
      riJump($0, $1, $2, Decrement.self, UInt64.self, NotEqual.self, Live.self)
    },
    PairKey(5, 64, false): {
      riJump($0, $1, $2, Decrement.self, UInt64.self, NotEqual.self, Dead.self)
    },
  ]
}

// The handlers by name: a function inlines into the C function that a table holds, a closure does not.
@inline(__always) private func rrJumpCompare32BelowLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt32.self, Below.self, Live.self)
}
@inline(__always) private func rrJumpCompare32BelowDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt32.self, Below.self, Dead.self)
}
@inline(__always) private func rrJumpCompare64BelowLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt64.self, Below.self, Live.self)
}
@inline(__always) private func rrJumpCompare64BelowDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt64.self, Below.self, Dead.self)
}
@inline(__always) private func rrJumpCompare32EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt32.self, Equal.self, Live.self)
}
@inline(__always) private func rrJumpCompare32EqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt32.self, Equal.self, Dead.self)
}
@inline(__always) private func rrJumpCompare64EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt64.self, Equal.self, Live.self)
}
@inline(__always) private func rrJumpCompare64EqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt64.self, Equal.self, Dead.self)
}
@inline(__always) private func rrJumpCompare32AboveLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt32.self, Above.self, Live.self)
}
@inline(__always) private func rrJumpCompare32AboveDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt32.self, Above.self, Dead.self)
}
@inline(__always) private func rrJumpCompare64AboveLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt64.self, Above.self, Live.self)
}
@inline(__always) private func rrJumpCompare64AboveDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt64.self, Above.self, Dead.self)
}
@inline(__always) private func rrJumpCompare32LessLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt32.self, Less.self, Live.self)
}
@inline(__always) private func rrJumpCompare32LessDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt32.self, Less.self, Dead.self)
}
@inline(__always) private func rrJumpCompare64LessLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt64.self, Less.self, Live.self)
}
@inline(__always) private func rrJumpCompare64LessDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt64.self, Less.self, Dead.self)
}
@inline(__always) private func riJumpCompare32BelowLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt32.self, Below.self, Live.self)
}
@inline(__always) private func riJumpCompare32BelowDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt32.self, Below.self, Dead.self)
}
@inline(__always) private func riJumpCompare64BelowLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt64.self, Below.self, Live.self)
}
@inline(__always) private func riJumpCompare64BelowDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt64.self, Below.self, Dead.self)
}
@inline(__always) private func riJumpCompare32EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt32.self, Equal.self, Live.self)
}
@inline(__always) private func riJumpCompare32EqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt32.self, Equal.self, Dead.self)
}
@inline(__always) private func riJumpCompare64EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt64.self, Equal.self, Live.self)
}
@inline(__always) private func riJumpCompare64EqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt64.self, Equal.self, Dead.self)
}
@inline(__always) private func riJumpCompare32AboveLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt32.self, Above.self, Live.self)
}
@inline(__always) private func riJumpCompare32AboveDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt32.self, Above.self, Dead.self)
}
@inline(__always) private func riJumpCompare64AboveLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt64.self, Above.self, Live.self)
}
@inline(__always) private func riJumpCompare64AboveDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt64.self, Above.self, Dead.self)
}
@inline(__always) private func riJumpCompare32LessLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt32.self, Less.self, Live.self)
}
@inline(__always) private func riJumpCompare32LessDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt32.self, Less.self, Dead.self)
}
@inline(__always) private func riJumpCompare64LessLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt64.self, Less.self, Live.self)
}
@inline(__always) private func riJumpCompare64LessDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt64.self, Less.self, Dead.self)
}
@inline(__always) private func riJumpCompare8EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt8.self, Equal.self, Live.self)
}
@inline(__always) private func riJumpCompare8EqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt8.self, Equal.self, Dead.self)
}
@inline(__always) private func riJumpCompare8NotEqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt8.self, NotEqual.self, Live.self)
}
@inline(__always) private func riJumpCompare8AboveLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt8.self, Above.self, Live.self)
}
@inline(__always) private func riJumpCompare8AboveDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Compare.self, UInt8.self, Above.self, Dead.self)
}
@inline(__always) private func rrJumpCompare8EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt8.self, Equal.self, Live.self)
}
@inline(__always) private func rrJumpCompare8NotEqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Compare.self, UInt8.self, NotEqual.self, Live.self)
}
@inline(__always) private func rmJumpCompare32Below(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt32.self, Below.self)
}
@inline(__always) private func rmJumpCompare64Below(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt64.self, Below.self)
}
@inline(__always) private func rmJumpCompare32AboveOrEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt32.self, AboveOrEqual.self)
}
@inline(__always) private func rmJumpCompare64AboveOrEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt64.self, AboveOrEqual.self)
}
@inline(__always) private func rmJumpCompare32Equal(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt32.self, Equal.self)
}
@inline(__always) private func rmJumpCompare64Equal(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt64.self, Equal.self)
}
@inline(__always) private func rmJumpCompare32NotEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt32.self, NotEqual.self)
}
@inline(__always) private func rmJumpCompare64NotEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt64.self, NotEqual.self)
}
@inline(__always) private func rmJumpCompare32BelowOrEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt32.self, BelowOrEqual.self)
}
@inline(__always) private func rmJumpCompare64BelowOrEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt64.self, BelowOrEqual.self)
}
@inline(__always) private func rmJumpCompare32Above(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt32.self, Above.self)
}
@inline(__always) private func rmJumpCompare64Above(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt64.self, Above.self)
}
@inline(__always) private func rmJumpCompare32Less(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt32.self, Less.self)
}
@inline(__always) private func rmJumpCompare64Less(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt64.self, Less.self)
}
@inline(__always) private func rmJumpCompare32GreaterOrEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt32.self, GreaterOrEqual.self)
}
@inline(__always) private func rmJumpCompare64GreaterOrEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt64.self, GreaterOrEqual.self)
}
@inline(__always) private func rmJumpCompare32LessOrEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt32.self, LessOrEqual.self)
}
@inline(__always) private func rmJumpCompare64LessOrEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt64.self, LessOrEqual.self)
}
@inline(__always) private func rmJumpCompare32Greater(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt32.self, Greater.self)
}
@inline(__always) private func rmJumpCompare64Greater(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt64.self, Greater.self)
}
@inline(__always) private func rmJumpCompare8Equal(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt8.self, Equal.self)
}
@inline(__always) private func rmJumpCompare8NotEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  rmJump(a, b, c, Compare.self, UInt8.self, NotEqual.self)
}
@inline(__always) private func miJumpCompare8Equal(_ a: Raw, _ b: Raw, _ c: Int64) {
  miJump(a, b, c, Compare.self, UInt8.self, Equal.self)
}
@inline(__always) private func miJumpCompare32Equal(_ a: Raw, _ b: Raw, _ c: Int64) {
  miJump(a, b, c, Compare.self, UInt32.self, Equal.self)
}
@inline(__always) private func miJumpCompare64Equal(_ a: Raw, _ b: Raw, _ c: Int64) {
  miJump(a, b, c, Compare.self, UInt64.self, Equal.self)
}
@inline(__always) private func miJumpCompare8NotEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  miJump(a, b, c, Compare.self, UInt8.self, NotEqual.self)
}
@inline(__always) private func miJumpCompare32NotEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  miJump(a, b, c, Compare.self, UInt32.self, NotEqual.self)
}
@inline(__always) private func miJumpCompare64NotEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  miJump(a, b, c, Compare.self, UInt64.self, NotEqual.self)
}
@inline(__always) private func rrJumpTest8EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt8.self, Equal.self, Live.self)
}
@inline(__always) private func rrJumpTest8EqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt8.self, Equal.self, Dead.self)
}
@inline(__always) private func rrJumpTest32EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt32.self, Equal.self, Live.self)
}
@inline(__always) private func rrJumpTest32EqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt32.self, Equal.self, Dead.self)
}
@inline(__always) private func rrJumpTest64EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt64.self, Equal.self, Live.self)
}
@inline(__always) private func rrJumpTest64EqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt64.self, Equal.self, Dead.self)
}
@inline(__always) private func rrJumpTest8NotEqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt8.self, NotEqual.self, Live.self)
}
@inline(__always) private func rrJumpTest8NotEqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt8.self, NotEqual.self, Dead.self)
}
@inline(__always) private func rrJumpTest32NotEqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt32.self, NotEqual.self, Live.self)
}
@inline(__always) private func rrJumpTest32NotEqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt32.self, NotEqual.self, Dead.self)
}
@inline(__always) private func rrJumpTest64NotEqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt64.self, NotEqual.self, Live.self)
}
@inline(__always) private func rrJumpTest64NotEqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt64.self, NotEqual.self, Dead.self)
}
@inline(__always) private func rrJumpTest8SignLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt8.self, Sign.self, Live.self)
}
@inline(__always) private func rrJumpTest8SignDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt8.self, Sign.self, Dead.self)
}
@inline(__always) private func rrJumpTest32SignLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt32.self, Sign.self, Live.self)
}
@inline(__always) private func rrJumpTest32SignDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt32.self, Sign.self, Dead.self)
}
@inline(__always) private func rrJumpTest64SignLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt64.self, Sign.self, Live.self)
}
@inline(__always) private func rrJumpTest64SignDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt64.self, Sign.self, Dead.self)
}
@inline(__always) private func rrJumpTest8NoSignLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt8.self, NoSign.self, Live.self)
}
@inline(__always) private func rrJumpTest8NoSignDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt8.self, NoSign.self, Dead.self)
}
@inline(__always) private func rrJumpTest32NoSignLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt32.self, NoSign.self, Live.self)
}
@inline(__always) private func rrJumpTest32NoSignDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt32.self, NoSign.self, Dead.self)
}
@inline(__always) private func rrJumpTest64NoSignLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt64.self, NoSign.self, Live.self)
}
@inline(__always) private func rrJumpTest64NoSignDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt64.self, NoSign.self, Dead.self)
}
@inline(__always) private func rrJumpTest32PositiveLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt32.self, Positive.self, Live.self)
}
@inline(__always) private func rrJumpTest64PositiveLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, Test.self, UInt64.self, Positive.self, Live.self)
}
@inline(__always) private func riJumpTest8EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Test.self, UInt8.self, Equal.self, Live.self)
}
@inline(__always) private func riJumpTest8EqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Test.self, UInt8.self, Equal.self, Dead.self)
}
@inline(__always) private func riJumpTest32EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Test.self, UInt32.self, Equal.self, Live.self)
}
@inline(__always) private func riJumpTest32EqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Test.self, UInt32.self, Equal.self, Dead.self)
}
@inline(__always) private func riJumpTest8NotEqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Test.self, UInt8.self, NotEqual.self, Live.self)
}
@inline(__always) private func riJumpTest8NotEqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Test.self, UInt8.self, NotEqual.self, Dead.self)
}
@inline(__always) private func riJumpTest32NotEqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Test.self, UInt32.self, NotEqual.self, Live.self)
}
@inline(__always) private func riJumpTest32NotEqualDead(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Test.self, UInt32.self, NotEqual.self, Dead.self)
}
@inline(__always) private func miJumpTest8Equal(_ a: Raw, _ b: Raw, _ c: Int64) {
  miJump(a, b, c, Test.self, UInt8.self, Equal.self)
}
@inline(__always) private func miJumpTest32Equal(_ a: Raw, _ b: Raw, _ c: Int64) {
  miJump(a, b, c, Test.self, UInt32.self, Equal.self)
}
@inline(__always) private func miJumpTest8NotEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  miJump(a, b, c, Test.self, UInt8.self, NotEqual.self)
}
@inline(__always) private func miJumpTest32NotEqual(_ a: Raw, _ b: Raw, _ c: Int64) {
  miJump(a, b, c, Test.self, UInt32.self, NotEqual.self)
}
@inline(__always) private func riJumpSubtract32EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Subtract.self, UInt32.self, Equal.self, Live.self)
}
@inline(__always) private func riJumpSubtract64EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Subtract.self, UInt64.self, Equal.self, Live.self)
}
@inline(__always) private func riJumpSubtract32BelowLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Subtract.self, UInt32.self, Below.self, Live.self)
}
@inline(__always) private func riJumpSubtract64BelowLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Subtract.self, UInt64.self, Below.self, Live.self)
}
@inline(__always) private func riJumpAdd32EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Add.self, UInt32.self, Equal.self, Live.self)
}
@inline(__always) private func riJumpAdd64EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Add.self, UInt64.self, Equal.self, Live.self)
}
@inline(__always) private func riJumpAdd32NotEqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Add.self, UInt32.self, NotEqual.self, Live.self)
}
@inline(__always) private func riJumpAdd64NotEqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Add.self, UInt64.self, NotEqual.self, Live.self)
}
@inline(__always) private func riJumpAdd32SignLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Add.self, UInt32.self, Sign.self, Live.self)
}
@inline(__always) private func riJumpAdd64SignLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Add.self, UInt64.self, Sign.self, Live.self)
}
@inline(__always) private func riJumpAdd32NoSignLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Add.self, UInt32.self, NoSign.self, Live.self)
}
@inline(__always) private func riJumpAdd64NoSignLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, Add.self, UInt64.self, NoSign.self, Live.self)
}
@inline(__always) private func riJumpAnd32EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, And.self, UInt32.self, Equal.self, Live.self)
}
@inline(__always) private func riJumpAnd64EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, And.self, UInt64.self, Equal.self, Live.self)
}
@inline(__always) private func riJumpAnd32NotEqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, And.self, UInt32.self, NotEqual.self, Live.self)
}
@inline(__always) private func riJumpAnd64NotEqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  riJump(a, b, c, And.self, UInt64.self, NotEqual.self, Live.self)
}
@inline(__always) private func rrJumpAnd32EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, And.self, UInt32.self, Equal.self, Live.self)
}
@inline(__always) private func rrJumpAnd64EqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, And.self, UInt64.self, Equal.self, Live.self)
}
@inline(__always) private func rrJumpAnd32NotEqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, And.self, UInt32.self, NotEqual.self, Live.self)
}
@inline(__always) private func rrJumpAnd64NotEqualLive(_ a: Raw, _ b: Raw, _ c: Int64) {
  rrJump(a, b, c, And.self, UInt64.self, NotEqual.self, Live.self)
}
