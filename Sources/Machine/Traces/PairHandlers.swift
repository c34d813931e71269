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
