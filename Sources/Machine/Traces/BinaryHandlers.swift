/// The handlers of two-operand arithmetic. A table holds the forms register-register,
/// register-immediate, register-memory, memory-register, memory-immediate, each for operands of 8, 32
/// and 64 bits (`cmp` and `test`: 8, 16, 32, 64); then, for instructions whose flags nobody looks at,
/// register-register and register-immediate of 32 and 64 bits.
enum BinaryHandlers {
  static let add: [TraceHandler] = [
    { rr($0, $1, $2, Add.self, UInt8.self, Live.self) },
    { rr($0, $1, $2, Add.self, UInt32.self, Live.self) },
    { rr($0, $1, $2, Add.self, UInt64.self, Live.self) },
    { ri($0, $1, $2, Add.self, UInt8.self, Live.self) },
    { ri($0, $1, $2, Add.self, UInt32.self, Live.self) },
    { ri($0, $1, $2, Add.self, UInt64.self, Live.self) },
    { rm($0, $1, $2, Add.self, UInt8.self) },
    { rm($0, $1, $2, Add.self, UInt32.self) },
    { rm($0, $1, $2, Add.self, UInt64.self) },
    { mr($0, $1, $2, Add.self, UInt8.self) },
    { mr($0, $1, $2, Add.self, UInt32.self) },
    { mr($0, $1, $2, Add.self, UInt64.self) },
    { mi($0, $1, $2, Add.self, UInt8.self) },
    { mi($0, $1, $2, Add.self, UInt32.self) },
    { mi($0, $1, $2, Add.self, UInt64.self) },
    { rr($0, $1, $2, Add.self, UInt32.self, Dead.self) },
    { rr($0, $1, $2, Add.self, UInt64.self, Dead.self) },
    { ri($0, $1, $2, Add.self, UInt32.self, Dead.self) },
    { ri($0, $1, $2, Add.self, UInt64.self, Dead.self) },
  ]

  static let subtract: [TraceHandler] = [
    { rr($0, $1, $2, Subtract.self, UInt8.self, Live.self) },
    { rr($0, $1, $2, Subtract.self, UInt32.self, Live.self) },
    { rr($0, $1, $2, Subtract.self, UInt64.self, Live.self) },
    { ri($0, $1, $2, Subtract.self, UInt8.self, Live.self) },
    { ri($0, $1, $2, Subtract.self, UInt32.self, Live.self) },
    { ri($0, $1, $2, Subtract.self, UInt64.self, Live.self) },
    { rm($0, $1, $2, Subtract.self, UInt8.self) },
    { rm($0, $1, $2, Subtract.self, UInt32.self) },
    { rm($0, $1, $2, Subtract.self, UInt64.self) },
    { mr($0, $1, $2, Subtract.self, UInt8.self) },
    { mr($0, $1, $2, Subtract.self, UInt32.self) },
    { mr($0, $1, $2, Subtract.self, UInt64.self) },
    { mi($0, $1, $2, Subtract.self, UInt8.self) },
    { mi($0, $1, $2, Subtract.self, UInt32.self) },
    { mi($0, $1, $2, Subtract.self, UInt64.self) },
    { rr($0, $1, $2, Subtract.self, UInt32.self, Dead.self) },
    { rr($0, $1, $2, Subtract.self, UInt64.self, Dead.self) },
    { ri($0, $1, $2, Subtract.self, UInt32.self, Dead.self) },
    { ri($0, $1, $2, Subtract.self, UInt64.self, Dead.self) },
  ]

  static let and: [TraceHandler] = [
    { rr($0, $1, $2, And.self, UInt8.self, Live.self) },
    { rr($0, $1, $2, And.self, UInt32.self, Live.self) },
    { rr($0, $1, $2, And.self, UInt64.self, Live.self) },
    { ri($0, $1, $2, And.self, UInt8.self, Live.self) },
    { ri($0, $1, $2, And.self, UInt32.self, Live.self) },
    { ri($0, $1, $2, And.self, UInt64.self, Live.self) },
    { rm($0, $1, $2, And.self, UInt8.self) },
    { rm($0, $1, $2, And.self, UInt32.self) },
    { rm($0, $1, $2, And.self, UInt64.self) },
    { mr($0, $1, $2, And.self, UInt8.self) },
    { mr($0, $1, $2, And.self, UInt32.self) },
    { mr($0, $1, $2, And.self, UInt64.self) },
    { mi($0, $1, $2, And.self, UInt8.self) },
    { mi($0, $1, $2, And.self, UInt32.self) },
    { mi($0, $1, $2, And.self, UInt64.self) },
    { rr($0, $1, $2, And.self, UInt32.self, Dead.self) },
    { rr($0, $1, $2, And.self, UInt64.self, Dead.self) },
    { ri($0, $1, $2, And.self, UInt32.self, Dead.self) },
    { ri($0, $1, $2, And.self, UInt64.self, Dead.self) },
  ]

  static let or: [TraceHandler] = [
    { rr($0, $1, $2, Or.self, UInt8.self, Live.self) },
    { rr($0, $1, $2, Or.self, UInt32.self, Live.self) },
    { rr($0, $1, $2, Or.self, UInt64.self, Live.self) },
    { ri($0, $1, $2, Or.self, UInt8.self, Live.self) },
    { ri($0, $1, $2, Or.self, UInt32.self, Live.self) },
    { ri($0, $1, $2, Or.self, UInt64.self, Live.self) },
    { rm($0, $1, $2, Or.self, UInt8.self) },
    { rm($0, $1, $2, Or.self, UInt32.self) },
    { rm($0, $1, $2, Or.self, UInt64.self) },
    { mr($0, $1, $2, Or.self, UInt8.self) },
    { mr($0, $1, $2, Or.self, UInt32.self) },
    { mr($0, $1, $2, Or.self, UInt64.self) },
    { mi($0, $1, $2, Or.self, UInt8.self) },
    { mi($0, $1, $2, Or.self, UInt32.self) },
    { mi($0, $1, $2, Or.self, UInt64.self) },
    { rr($0, $1, $2, Or.self, UInt32.self, Dead.self) },
    { rr($0, $1, $2, Or.self, UInt64.self, Dead.self) },
    { ri($0, $1, $2, Or.self, UInt32.self, Dead.self) },
    { ri($0, $1, $2, Or.self, UInt64.self, Dead.self) },
  ]

  static let exclusiveOr: [TraceHandler] = [
    { rr($0, $1, $2, ExclusiveOr.self, UInt8.self, Live.self) },
    { rr($0, $1, $2, ExclusiveOr.self, UInt32.self, Live.self) },
    { rr($0, $1, $2, ExclusiveOr.self, UInt64.self, Live.self) },
    { ri($0, $1, $2, ExclusiveOr.self, UInt8.self, Live.self) },
    { ri($0, $1, $2, ExclusiveOr.self, UInt32.self, Live.self) },
    { ri($0, $1, $2, ExclusiveOr.self, UInt64.self, Live.self) },
    { rm($0, $1, $2, ExclusiveOr.self, UInt8.self) },
    { rm($0, $1, $2, ExclusiveOr.self, UInt32.self) },
    { rm($0, $1, $2, ExclusiveOr.self, UInt64.self) },
    { mr($0, $1, $2, ExclusiveOr.self, UInt8.self) },
    { mr($0, $1, $2, ExclusiveOr.self, UInt32.self) },
    { mr($0, $1, $2, ExclusiveOr.self, UInt64.self) },
    { mi($0, $1, $2, ExclusiveOr.self, UInt8.self) },
    { mi($0, $1, $2, ExclusiveOr.self, UInt32.self) },
    { mi($0, $1, $2, ExclusiveOr.self, UInt64.self) },
    { rr($0, $1, $2, ExclusiveOr.self, UInt32.self, Dead.self) },
    { rr($0, $1, $2, ExclusiveOr.self, UInt64.self, Dead.self) },
    { ri($0, $1, $2, ExclusiveOr.self, UInt32.self, Dead.self) },
    { ri($0, $1, $2, ExclusiveOr.self, UInt64.self, Dead.self) },
  ]

  static let compare: [TraceHandler] = [
    { rr($0, $1, $2, Compare.self, UInt8.self, Live.self) },
    { rr($0, $1, $2, Compare.self, UInt16.self, Live.self) },
    { rr($0, $1, $2, Compare.self, UInt32.self, Live.self) },
    { rr($0, $1, $2, Compare.self, UInt64.self, Live.self) },
    { ri($0, $1, $2, Compare.self, UInt8.self, Live.self) },
    { ri($0, $1, $2, Compare.self, UInt16.self, Live.self) },
    { ri($0, $1, $2, Compare.self, UInt32.self, Live.self) },
    { ri($0, $1, $2, Compare.self, UInt64.self, Live.self) },
    { rm($0, $1, $2, Compare.self, UInt8.self) },
    { rm($0, $1, $2, Compare.self, UInt16.self) },
    { rm($0, $1, $2, Compare.self, UInt32.self) },
    { rm($0, $1, $2, Compare.self, UInt64.self) },
    { mr($0, $1, $2, Compare.self, UInt8.self) },
    { mr($0, $1, $2, Compare.self, UInt16.self) },
    { mr($0, $1, $2, Compare.self, UInt32.self) },
    { mr($0, $1, $2, Compare.self, UInt64.self) },
    { mi($0, $1, $2, Compare.self, UInt8.self) },
    { mi($0, $1, $2, Compare.self, UInt16.self) },
    { mi($0, $1, $2, Compare.self, UInt32.self) },
    { mi($0, $1, $2, Compare.self, UInt64.self) },
  ]

  static let test: [TraceHandler] = [
    { rr($0, $1, $2, Test.self, UInt8.self, Live.self) },
    { rr($0, $1, $2, Test.self, UInt16.self, Live.self) },
    { rr($0, $1, $2, Test.self, UInt32.self, Live.self) },
    { rr($0, $1, $2, Test.self, UInt64.self, Live.self) },
    { ri($0, $1, $2, Test.self, UInt8.self, Live.self) },
    { ri($0, $1, $2, Test.self, UInt16.self, Live.self) },
    { ri($0, $1, $2, Test.self, UInt32.self, Live.self) },
    { ri($0, $1, $2, Test.self, UInt64.self, Live.self) },
    { rm($0, $1, $2, Test.self, UInt8.self) },
    { rm($0, $1, $2, Test.self, UInt16.self) },
    { rm($0, $1, $2, Test.self, UInt32.self) },
    { rm($0, $1, $2, Test.self, UInt64.self) },
    { mr($0, $1, $2, Test.self, UInt8.self) },
    { mr($0, $1, $2, Test.self, UInt16.self) },
    { mr($0, $1, $2, Test.self, UInt32.self) },
    { mr($0, $1, $2, Test.self, UInt64.self) },
    { mi($0, $1, $2, Test.self, UInt8.self) },
    { mi($0, $1, $2, Test.self, UInt16.self) },
    { mi($0, $1, $2, Test.self, UInt32.self) },
    { mi($0, $1, $2, Test.self, UInt64.self) },
  ]

  /// 32 and 64 bits: register-register, register-immediate, register-memory.
  static let addCarry: [TraceHandler] = [
    { rr($0, $1, $2, AddCarry.self, UInt32.self, Live.self) },
    { rr($0, $1, $2, AddCarry.self, UInt64.self, Live.self) },
    { ri($0, $1, $2, AddCarry.self, UInt32.self, Live.self) },
    { ri($0, $1, $2, AddCarry.self, UInt64.self, Live.self) },
    { rm($0, $1, $2, AddCarry.self, UInt32.self) },
    { rm($0, $1, $2, AddCarry.self, UInt64.self) },
  ]

  /// 32 and 64 bits: register-register, register-immediate, register-memory.
  static let subtractBorrow: [TraceHandler] = [
    { rr($0, $1, $2, SubtractBorrow.self, UInt32.self, Live.self) },
    { rr($0, $1, $2, SubtractBorrow.self, UInt64.self, Live.self) },
    { ri($0, $1, $2, SubtractBorrow.self, UInt32.self, Live.self) },
    { ri($0, $1, $2, SubtractBorrow.self, UInt64.self, Live.self) },
    { rm($0, $1, $2, SubtractBorrow.self, UInt32.self) },
    { rm($0, $1, $2, SubtractBorrow.self, UInt64.self) },
  ]

  /// Registers of 32 and 64 bits, the same with dead flags, memory of 8, 32 and 64 bits.
  static let increment: [TraceHandler] = [
    { ri($0, $1, $2, Increment.self, UInt32.self, Live.self) },
    { ri($0, $1, $2, Increment.self, UInt64.self, Live.self) },
    { ri($0, $1, $2, Increment.self, UInt32.self, Dead.self) },
    { ri($0, $1, $2, Increment.self, UInt64.self, Dead.self) },
    { mi($0, $1, $2, Increment.self, UInt8.self) },
    { mi($0, $1, $2, Increment.self, UInt32.self) },
    { mi($0, $1, $2, Increment.self, UInt64.self) },
  ]

  /// Registers of 32 and 64 bits, the same with dead flags, memory of 8, 32 and 64 bits.
  static let decrement: [TraceHandler] = [
    { ri($0, $1, $2, Decrement.self, UInt32.self, Live.self) },
    { ri($0, $1, $2, Decrement.self, UInt64.self, Live.self) },
    { ri($0, $1, $2, Decrement.self, UInt32.self, Dead.self) },
    { ri($0, $1, $2, Decrement.self, UInt64.self, Dead.self) },
    { mi($0, $1, $2, Decrement.self, UInt8.self) },
    { mi($0, $1, $2, Decrement.self, UInt32.self) },
    { mi($0, $1, $2, Decrement.self, UInt64.self) },
  ]
}
