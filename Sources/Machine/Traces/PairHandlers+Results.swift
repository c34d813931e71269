/// Pairs that decide by a result: what tests, counts or computes before the jump.
extension PairHandlers {
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
