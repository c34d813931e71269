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
    PairKey(2, 32, true): { rrJump($0, $1, $2, Compare.self, UInt32.self, Below.self, Live.self) },
    PairKey(2, 32, false): { rrJump($0, $1, $2, Compare.self, UInt32.self, Below.self, Dead.self) },
    PairKey(2, 64, true): { rrJump($0, $1, $2, Compare.self, UInt64.self, Below.self, Live.self) },
    PairKey(2, 64, false): { rrJump($0, $1, $2, Compare.self, UInt64.self, Below.self, Dead.self) },
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
    PairKey(4, 32, true): { rrJump($0, $1, $2, Compare.self, UInt32.self, Equal.self, Live.self) },
    PairKey(4, 32, false): { rrJump($0, $1, $2, Compare.self, UInt32.self, Equal.self, Dead.self) },
    PairKey(4, 64, true): { rrJump($0, $1, $2, Compare.self, UInt64.self, Equal.self, Live.self) },
    PairKey(4, 64, false): { rrJump($0, $1, $2, Compare.self, UInt64.self, Equal.self, Dead.self) },
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
    PairKey(7, 32, true): { rrJump($0, $1, $2, Compare.self, UInt32.self, Above.self, Live.self) },
    PairKey(7, 32, false): { rrJump($0, $1, $2, Compare.self, UInt32.self, Above.self, Dead.self) },
    PairKey(7, 64, true): { rrJump($0, $1, $2, Compare.self, UInt64.self, Above.self, Live.self) },
    PairKey(7, 64, false): { rrJump($0, $1, $2, Compare.self, UInt64.self, Above.self, Dead.self) },
    PairKey(12, 32, true): { rrJump($0, $1, $2, Compare.self, UInt32.self, Less.self, Live.self) },
    PairKey(12, 32, false): { rrJump($0, $1, $2, Compare.self, UInt32.self, Less.self, Dead.self) },
    PairKey(12, 64, true): { rrJump($0, $1, $2, Compare.self, UInt64.self, Less.self, Live.self) },
    PairKey(12, 64, false): { rrJump($0, $1, $2, Compare.self, UInt64.self, Less.self, Dead.self) },
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
    PairKey(2, 32, true): { riJump($0, $1, $2, Compare.self, UInt32.self, Below.self, Live.self) },
    PairKey(2, 32, false): { riJump($0, $1, $2, Compare.self, UInt32.self, Below.self, Dead.self) },
    PairKey(2, 64, true): { riJump($0, $1, $2, Compare.self, UInt64.self, Below.self, Live.self) },
    PairKey(2, 64, false): { riJump($0, $1, $2, Compare.self, UInt64.self, Below.self, Dead.self) },
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
    PairKey(4, 32, true): { riJump($0, $1, $2, Compare.self, UInt32.self, Equal.self, Live.self) },
    PairKey(4, 32, false): { riJump($0, $1, $2, Compare.self, UInt32.self, Equal.self, Dead.self) },
    PairKey(4, 64, true): { riJump($0, $1, $2, Compare.self, UInt64.self, Equal.self, Live.self) },
    PairKey(4, 64, false): { riJump($0, $1, $2, Compare.self, UInt64.self, Equal.self, Dead.self) },
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
    PairKey(7, 32, true): { riJump($0, $1, $2, Compare.self, UInt32.self, Above.self, Live.self) },
    PairKey(7, 32, false): { riJump($0, $1, $2, Compare.self, UInt32.self, Above.self, Dead.self) },
    PairKey(7, 64, true): { riJump($0, $1, $2, Compare.self, UInt64.self, Above.self, Live.self) },
    PairKey(7, 64, false): { riJump($0, $1, $2, Compare.self, UInt64.self, Above.self, Dead.self) },
    PairKey(12, 32, true): { riJump($0, $1, $2, Compare.self, UInt32.self, Less.self, Live.self) },
    PairKey(12, 32, false): { riJump($0, $1, $2, Compare.self, UInt32.self, Less.self, Dead.self) },
    PairKey(12, 64, true): { riJump($0, $1, $2, Compare.self, UInt64.self, Less.self, Live.self) },
    PairKey(12, 64, false): { riJump($0, $1, $2, Compare.self, UInt64.self, Less.self, Dead.self) },
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
    PairKey(4, 8, true): { riJump($0, $1, $2, Compare.self, UInt8.self, Equal.self, Live.self) },
    PairKey(4, 8, false): { riJump($0, $1, $2, Compare.self, UInt8.self, Equal.self, Dead.self) },
    PairKey(5, 8, true): { riJump($0, $1, $2, Compare.self, UInt8.self, NotEqual.self, Live.self) },
    PairKey(5, 8, false): {
      riJump($0, $1, $2, Compare.self, UInt8.self, NotEqual.self, Dead.self)
    },
    PairKey(6, 8, true): {
      riJump($0, $1, $2, Compare.self, UInt8.self, BelowOrEqual.self, Live.self)
    },
    PairKey(6, 8, false): {
      riJump($0, $1, $2, Compare.self, UInt8.self, BelowOrEqual.self, Dead.self)
    },
    PairKey(7, 8, true): { riJump($0, $1, $2, Compare.self, UInt8.self, Above.self, Live.self) },
    PairKey(7, 8, false): { riJump($0, $1, $2, Compare.self, UInt8.self, Above.self, Dead.self) },
  ]

  static let compareByteRegisters: Table = [
    PairKey(4, 8, true): { rrJump($0, $1, $2, Compare.self, UInt8.self, Equal.self, Live.self) },
    PairKey(5, 8, true): { rrJump($0, $1, $2, Compare.self, UInt8.self, NotEqual.self, Live.self) },
  ]

  static let compareMemory: Table = [
    PairKey(2, 32, true): { rmJump($0, $1, $2, Compare.self, UInt32.self, Below.self) },
    PairKey(2, 64, true): { rmJump($0, $1, $2, Compare.self, UInt64.self, Below.self) },
    PairKey(3, 32, true): { rmJump($0, $1, $2, Compare.self, UInt32.self, AboveOrEqual.self) },
    PairKey(3, 64, true): { rmJump($0, $1, $2, Compare.self, UInt64.self, AboveOrEqual.self) },
    PairKey(4, 32, true): { rmJump($0, $1, $2, Compare.self, UInt32.self, Equal.self) },
    PairKey(4, 64, true): { rmJump($0, $1, $2, Compare.self, UInt64.self, Equal.self) },
    PairKey(5, 32, true): { rmJump($0, $1, $2, Compare.self, UInt32.self, NotEqual.self) },
    PairKey(5, 64, true): { rmJump($0, $1, $2, Compare.self, UInt64.self, NotEqual.self) },
    PairKey(6, 32, true): { rmJump($0, $1, $2, Compare.self, UInt32.self, BelowOrEqual.self) },
    PairKey(6, 64, true): { rmJump($0, $1, $2, Compare.self, UInt64.self, BelowOrEqual.self) },
    PairKey(7, 32, true): { rmJump($0, $1, $2, Compare.self, UInt32.self, Above.self) },
    PairKey(7, 64, true): { rmJump($0, $1, $2, Compare.self, UInt64.self, Above.self) },
    PairKey(12, 32, true): { rmJump($0, $1, $2, Compare.self, UInt32.self, Less.self) },
    PairKey(12, 64, true): { rmJump($0, $1, $2, Compare.self, UInt64.self, Less.self) },
    PairKey(13, 32, true): { rmJump($0, $1, $2, Compare.self, UInt32.self, GreaterOrEqual.self) },
    PairKey(13, 64, true): { rmJump($0, $1, $2, Compare.self, UInt64.self, GreaterOrEqual.self) },
    PairKey(14, 32, true): { rmJump($0, $1, $2, Compare.self, UInt32.self, LessOrEqual.self) },
    PairKey(14, 64, true): { rmJump($0, $1, $2, Compare.self, UInt64.self, LessOrEqual.self) },
    PairKey(15, 32, true): { rmJump($0, $1, $2, Compare.self, UInt32.self, Greater.self) },
    PairKey(15, 64, true): { rmJump($0, $1, $2, Compare.self, UInt64.self, Greater.self) },
  ]

  static let compareByteMemory: Table = [
    PairKey(4, 8, true): { rmJump($0, $1, $2, Compare.self, UInt8.self, Equal.self) },
    PairKey(5, 8, true): { rmJump($0, $1, $2, Compare.self, UInt8.self, NotEqual.self) },
  ]

  static let compareMemoryImmediate: Table = [
    PairKey(4, 8, true): { miJump($0, $1, $2, Compare.self, UInt8.self, Equal.self) },
    PairKey(4, 32, true): { miJump($0, $1, $2, Compare.self, UInt32.self, Equal.self) },
    PairKey(4, 64, true): { miJump($0, $1, $2, Compare.self, UInt64.self, Equal.self) },
    PairKey(5, 8, true): { miJump($0, $1, $2, Compare.self, UInt8.self, NotEqual.self) },
    PairKey(5, 32, true): { miJump($0, $1, $2, Compare.self, UInt32.self, NotEqual.self) },
    PairKey(5, 64, true): { miJump($0, $1, $2, Compare.self, UInt64.self, NotEqual.self) },
  ]

  static let testRegisters: Table = testRegistersPlain.merging(testRegistersSigned) { one, _ in one
  }

  private static let testRegistersPlain: Table = [
    PairKey(4, 8, true): { rrJump($0, $1, $2, Test.self, UInt8.self, Equal.self, Live.self) },
    PairKey(4, 8, false): { rrJump($0, $1, $2, Test.self, UInt8.self, Equal.self, Dead.self) },
    PairKey(4, 32, true): { rrJump($0, $1, $2, Test.self, UInt32.self, Equal.self, Live.self) },
    PairKey(4, 32, false): { rrJump($0, $1, $2, Test.self, UInt32.self, Equal.self, Dead.self) },
    PairKey(4, 64, true): { rrJump($0, $1, $2, Test.self, UInt64.self, Equal.self, Live.self) },
    PairKey(4, 64, false): { rrJump($0, $1, $2, Test.self, UInt64.self, Equal.self, Dead.self) },
    PairKey(5, 8, true): { rrJump($0, $1, $2, Test.self, UInt8.self, NotEqual.self, Live.self) },
    PairKey(5, 8, false): { rrJump($0, $1, $2, Test.self, UInt8.self, NotEqual.self, Dead.self) },
    PairKey(5, 32, true): { rrJump($0, $1, $2, Test.self, UInt32.self, NotEqual.self, Live.self) },
    PairKey(5, 32, false): { rrJump($0, $1, $2, Test.self, UInt32.self, NotEqual.self, Dead.self) },
    PairKey(5, 64, true): { rrJump($0, $1, $2, Test.self, UInt64.self, NotEqual.self, Live.self) },
    PairKey(5, 64, false): { rrJump($0, $1, $2, Test.self, UInt64.self, NotEqual.self, Dead.self) },
    PairKey(8, 8, true): { rrJump($0, $1, $2, Test.self, UInt8.self, Sign.self, Live.self) },
    PairKey(8, 8, false): { rrJump($0, $1, $2, Test.self, UInt8.self, Sign.self, Dead.self) },
    PairKey(8, 32, true): { rrJump($0, $1, $2, Test.self, UInt32.self, Sign.self, Live.self) },
    PairKey(8, 32, false): { rrJump($0, $1, $2, Test.self, UInt32.self, Sign.self, Dead.self) },
    PairKey(8, 64, true): { rrJump($0, $1, $2, Test.self, UInt64.self, Sign.self, Live.self) },
    PairKey(8, 64, false): { rrJump($0, $1, $2, Test.self, UInt64.self, Sign.self, Dead.self) },
    PairKey(9, 8, true): { rrJump($0, $1, $2, Test.self, UInt8.self, NoSign.self, Live.self) },
    PairKey(9, 8, false): { rrJump($0, $1, $2, Test.self, UInt8.self, NoSign.self, Dead.self) },
    PairKey(9, 32, true): { rrJump($0, $1, $2, Test.self, UInt32.self, NoSign.self, Live.self) },
    PairKey(9, 32, false): { rrJump($0, $1, $2, Test.self, UInt32.self, NoSign.self, Dead.self) },
    PairKey(9, 64, true): { rrJump($0, $1, $2, Test.self, UInt64.self, NoSign.self, Live.self) },
    PairKey(9, 64, false): { rrJump($0, $1, $2, Test.self, UInt64.self, NoSign.self, Dead.self) },
  ]

  private static let testRegistersSigned: Table = [
    PairKey(15, 32, true): { rrJump($0, $1, $2, Test.self, UInt32.self, Positive.self, Live.self) },
    PairKey(15, 64, true): { rrJump($0, $1, $2, Test.self, UInt64.self, Positive.self, Live.self) },
    PairKey(14, 32, true): {
      rrJump($0, $1, $2, Test.self, UInt32.self, NotPositive.self, Live.self)
    },
    PairKey(14, 64, true): {
      rrJump($0, $1, $2, Test.self, UInt64.self, NotPositive.self, Live.self)
    },
  ]

  static let testImmediate: Table = [
    PairKey(4, 8, true): { riJump($0, $1, $2, Test.self, UInt8.self, Equal.self, Live.self) },
    PairKey(4, 8, false): { riJump($0, $1, $2, Test.self, UInt8.self, Equal.self, Dead.self) },
    PairKey(4, 32, true): { riJump($0, $1, $2, Test.self, UInt32.self, Equal.self, Live.self) },
    PairKey(4, 32, false): { riJump($0, $1, $2, Test.self, UInt32.self, Equal.self, Dead.self) },
    PairKey(5, 8, true): { riJump($0, $1, $2, Test.self, UInt8.self, NotEqual.self, Live.self) },
    PairKey(5, 8, false): { riJump($0, $1, $2, Test.self, UInt8.self, NotEqual.self, Dead.self) },
    PairKey(5, 32, true): { riJump($0, $1, $2, Test.self, UInt32.self, NotEqual.self, Live.self) },
    PairKey(5, 32, false): { riJump($0, $1, $2, Test.self, UInt32.self, NotEqual.self, Dead.self) },
  ]

  static let testMemoryImmediate: Table = [
    PairKey(4, 8, true): { miJump($0, $1, $2, Test.self, UInt8.self, Equal.self) },
    PairKey(4, 32, true): { miJump($0, $1, $2, Test.self, UInt32.self, Equal.self) },
    PairKey(5, 8, true): { miJump($0, $1, $2, Test.self, UInt8.self, NotEqual.self) },
    PairKey(5, 32, true): { miJump($0, $1, $2, Test.self, UInt32.self, NotEqual.self) },
  ]

  static let subtractImmediate: Table = [
    PairKey(4, 32, true): { riJump($0, $1, $2, Subtract.self, UInt32.self, Equal.self, Live.self) },
    PairKey(4, 64, true): { riJump($0, $1, $2, Subtract.self, UInt64.self, Equal.self, Live.self) },
    PairKey(5, 32, true): {
      riJump($0, $1, $2, Subtract.self, UInt32.self, NotEqual.self, Live.self)
    },
    PairKey(5, 64, true): {
      riJump($0, $1, $2, Subtract.self, UInt64.self, NotEqual.self, Live.self)
    },
    PairKey(2, 32, true): { riJump($0, $1, $2, Subtract.self, UInt32.self, Below.self, Live.self) },
    PairKey(2, 64, true): { riJump($0, $1, $2, Subtract.self, UInt64.self, Below.self, Live.self) },
    PairKey(3, 32, true): {
      riJump($0, $1, $2, Subtract.self, UInt32.self, AboveOrEqual.self, Live.self)
    },
    PairKey(3, 64, true): {
      riJump($0, $1, $2, Subtract.self, UInt64.self, AboveOrEqual.self, Live.self)
    },
  ]

  static let addImmediate: Table = [
    PairKey(4, 32, true): { riJump($0, $1, $2, Add.self, UInt32.self, Equal.self, Live.self) },
    PairKey(4, 64, true): { riJump($0, $1, $2, Add.self, UInt64.self, Equal.self, Live.self) },
    PairKey(5, 32, true): { riJump($0, $1, $2, Add.self, UInt32.self, NotEqual.self, Live.self) },
    PairKey(5, 64, true): { riJump($0, $1, $2, Add.self, UInt64.self, NotEqual.self, Live.self) },
    PairKey(8, 32, true): { riJump($0, $1, $2, Add.self, UInt32.self, Sign.self, Live.self) },
    PairKey(8, 64, true): { riJump($0, $1, $2, Add.self, UInt64.self, Sign.self, Live.self) },
    PairKey(9, 32, true): { riJump($0, $1, $2, Add.self, UInt32.self, NoSign.self, Live.self) },
    PairKey(9, 64, true): { riJump($0, $1, $2, Add.self, UInt64.self, NoSign.self, Live.self) },
  ]

  static let andImmediate: Table = [
    PairKey(4, 32, true): { riJump($0, $1, $2, And.self, UInt32.self, Equal.self, Live.self) },
    PairKey(4, 64, true): { riJump($0, $1, $2, And.self, UInt64.self, Equal.self, Live.self) },
    PairKey(5, 32, true): { riJump($0, $1, $2, And.self, UInt32.self, NotEqual.self, Live.self) },
    PairKey(5, 64, true): { riJump($0, $1, $2, And.self, UInt64.self, NotEqual.self, Live.self) },
  ]

  static let andRegisters: Table = [
    PairKey(4, 32, true): { rrJump($0, $1, $2, And.self, UInt32.self, Equal.self, Live.self) },
    PairKey(4, 64, true): { rrJump($0, $1, $2, And.self, UInt64.self, Equal.self, Live.self) },
    PairKey(5, 32, true): { rrJump($0, $1, $2, And.self, UInt32.self, NotEqual.self, Live.self) },
    PairKey(5, 64, true): { rrJump($0, $1, $2, And.self, UInt64.self, NotEqual.self, Live.self) },
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
