/// What compares, carries or counts.
extension BinaryHandlers {
  static let compare: [TraceHandler] = [
    rrCompare8Live,
    rrCompare16Live,
    rrCompare32Live,
    rrCompare64Live,
    riCompare8Live,
    riCompare16Live,
    riCompare32Live,
    riCompare64Live,
    rmCompare8,
    rmCompare16,
    rmCompare32,
    rmCompare64,
    mrCompare8,
    mrCompare16,
    mrCompare32,
    mrCompare64,
    miCompare8,
    miCompare16,
    miCompare32,
    miCompare64,
  ]

  static let test: [TraceHandler] = [
    rrTest8Live,
    rrTest16Live,
    rrTest32Live,
    rrTest64Live,
    riTest8Live,
    riTest16Live,
    riTest32Live,
    riTest64Live,
    rmTest8,
    rmTest16,
    rmTest32,
    rmTest64,
    mrTest8,
    mrTest16,
    mrTest32,
    mrTest64,
    miTest8,
    miTest16,
    miTest32,
    miTest64,
  ]

  /// 32 and 64 bits: register-register, register-immediate, register-memory.
  static let addCarry: [TraceHandler] = [
    rrAddCarry32Live,
    rrAddCarry64Live,
    riAddCarry32Live,
    riAddCarry64Live,
    rmAddCarry32,
    rmAddCarry64,
  ]

  /// 32 and 64 bits: register-register, register-immediate, register-memory.
  static let subtractBorrow: [TraceHandler] = [
    rrSubtractBorrow32Live,
    rrSubtractBorrow64Live,
    riSubtractBorrow32Live,
    riSubtractBorrow64Live,
    rmSubtractBorrow32,
    rmSubtractBorrow64,
  ]

  /// Registers of 32 and 64 bits, the same with dead flags, memory of 8, 32 and 64 bits.
  static let increment: [TraceHandler] = [
    riIncrement32Live,
    riIncrement64Live,
    riIncrement32Dead,
    riIncrement64Dead,
    miIncrement8,
    miIncrement32,
    miIncrement64,
  ]

  /// Registers of 32 and 64 bits, the same with dead flags, memory of 8, 32 and 64 bits.
  static let decrement: [TraceHandler] = [
    riDecrement32Live,
    riDecrement64Live,
    riDecrement32Dead,
    riDecrement64Dead,
    miDecrement8,
    miDecrement32,
    miDecrement64,
  ]
}

// The handlers by name: a function inlines into the C function that a table holds, a closure does not.
@inline(__always) private func rrCompare8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Compare.self, UInt8.self, Live.self)
}
@inline(__always) private func rrCompare16Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Compare.self, UInt16.self, Live.self)
}
@inline(__always) private func rrCompare32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Compare.self, UInt32.self, Live.self)
}
@inline(__always) private func rrCompare64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Compare.self, UInt64.self, Live.self)
}
@inline(__always) private func riCompare8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Compare.self, UInt8.self, Live.self)
}
@inline(__always) private func riCompare16Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Compare.self, UInt16.self, Live.self)
}
@inline(__always) private func riCompare32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Compare.self, UInt32.self, Live.self)
}
@inline(__always) private func riCompare64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Compare.self, UInt64.self, Live.self)
}
@inline(__always) private func rmCompare8(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Compare.self, UInt8.self)
}
@inline(__always) private func rmCompare16(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Compare.self, UInt16.self)
}
@inline(__always) private func rmCompare32(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Compare.self, UInt32.self)
}
@inline(__always) private func rmCompare64(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Compare.self, UInt64.self)
}
@inline(__always) private func mrCompare8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Compare.self, UInt8.self)
}
@inline(__always) private func mrCompare16(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Compare.self, UInt16.self)
}
@inline(__always) private func mrCompare32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Compare.self, UInt32.self)
}
@inline(__always) private func mrCompare64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Compare.self, UInt64.self)
}
@inline(__always) private func miCompare8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Compare.self, UInt8.self)
}
@inline(__always) private func miCompare16(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Compare.self, UInt16.self)
}
@inline(__always) private func miCompare32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Compare.self, UInt32.self)
}
@inline(__always) private func miCompare64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Compare.self, UInt64.self)
}
@inline(__always) private func rrTest8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Test.self, UInt8.self, Live.self)
}
@inline(__always) private func rrTest16Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Test.self, UInt16.self, Live.self)
}
@inline(__always) private func rrTest32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Test.self, UInt32.self, Live.self)
}
@inline(__always) private func rrTest64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Test.self, UInt64.self, Live.self)
}
@inline(__always) private func riTest8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Test.self, UInt8.self, Live.self)
}
@inline(__always) private func riTest16Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Test.self, UInt16.self, Live.self)
}
@inline(__always) private func riTest32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Test.self, UInt32.self, Live.self)
}
@inline(__always) private func riTest64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Test.self, UInt64.self, Live.self)
}
@inline(__always) private func rmTest8(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Test.self, UInt8.self)
}
@inline(__always) private func rmTest16(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Test.self, UInt16.self)
}
@inline(__always) private func rmTest32(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Test.self, UInt32.self)
}
@inline(__always) private func rmTest64(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Test.self, UInt64.self)
}
@inline(__always) private func mrTest8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Test.self, UInt8.self)
}
@inline(__always) private func mrTest16(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Test.self, UInt16.self)
}
@inline(__always) private func mrTest32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Test.self, UInt32.self)
}
@inline(__always) private func mrTest64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Test.self, UInt64.self)
}
@inline(__always) private func miTest8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Test.self, UInt8.self)
}
@inline(__always) private func miTest16(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Test.self, UInt16.self)
}
@inline(__always) private func miTest32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Test.self, UInt32.self)
}
@inline(__always) private func miTest64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Test.self, UInt64.self)
}
@inline(__always) private func rrAddCarry32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, AddCarry.self, UInt32.self, Live.self)
}
@inline(__always) private func rrAddCarry64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, AddCarry.self, UInt64.self, Live.self)
}
@inline(__always) private func riAddCarry32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, AddCarry.self, UInt32.self, Live.self)
}
@inline(__always) private func riAddCarry64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, AddCarry.self, UInt64.self, Live.self)
}
@inline(__always) private func rmAddCarry32(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, AddCarry.self, UInt32.self)
}
@inline(__always) private func rmAddCarry64(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, AddCarry.self, UInt64.self)
}
@inline(__always) private func rrSubtractBorrow32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, SubtractBorrow.self, UInt32.self, Live.self)
}
@inline(__always) private func rrSubtractBorrow64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, SubtractBorrow.self, UInt64.self, Live.self)
}
@inline(__always) private func riSubtractBorrow32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, SubtractBorrow.self, UInt32.self, Live.self)
}
@inline(__always) private func riSubtractBorrow64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, SubtractBorrow.self, UInt64.self, Live.self)
}
@inline(__always) private func rmSubtractBorrow32(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, SubtractBorrow.self, UInt32.self)
}
@inline(__always) private func rmSubtractBorrow64(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, SubtractBorrow.self, UInt64.self)
}
@inline(__always) private func riIncrement32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Increment.self, UInt32.self, Live.self)
}
@inline(__always) private func riIncrement64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Increment.self, UInt64.self, Live.self)
}
@inline(__always) private func riIncrement32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Increment.self, UInt32.self, Dead.self)
}
@inline(__always) private func riIncrement64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Increment.self, UInt64.self, Dead.self)
}
@inline(__always) private func miIncrement8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Increment.self, UInt8.self)
}
@inline(__always) private func miIncrement32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Increment.self, UInt32.self)
}
@inline(__always) private func miIncrement64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Increment.self, UInt64.self)
}
@inline(__always) private func riDecrement32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Decrement.self, UInt32.self, Live.self)
}
@inline(__always) private func riDecrement64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Decrement.self, UInt64.self, Live.self)
}
@inline(__always) private func riDecrement32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Decrement.self, UInt32.self, Dead.self)
}
@inline(__always) private func riDecrement64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Decrement.self, UInt64.self, Dead.self)
}
@inline(__always) private func miDecrement8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Decrement.self, UInt8.self)
}
@inline(__always) private func miDecrement32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Decrement.self, UInt32.self)
}
@inline(__always) private func miDecrement64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Decrement.self, UInt64.self)
}
