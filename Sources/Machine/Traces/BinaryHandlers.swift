/// The handlers of two-operand arithmetic. A table holds the forms register-register,
/// register-immediate, register-memory, memory-register, memory-immediate, each for operands of 8, 32
/// and 64 bits (`cmp` and `test`: 8, 16, 32, 64); then, for instructions whose flags nobody looks at,
/// register-register and register-immediate of 32 and 64 bits.
enum BinaryHandlers {
  static let add: [TraceHandler] = [
    rrAdd8Live,
    rrAdd32Live,
    rrAdd64Live,
    riAdd8Live,
    riAdd32Live,
    riAdd64Live,
    rmAdd8,
    rmAdd32,
    rmAdd64,
    mrAdd8,
    mrAdd32,
    mrAdd64,
    miAdd8,
    miAdd32,
    miAdd64,
    rrAdd32Dead,
    rrAdd64Dead,
    riAdd32Dead,
    riAdd64Dead,
  ]

  static let subtract: [TraceHandler] = [
    rrSubtract8Live,
    rrSubtract32Live,
    rrSubtract64Live,
    riSubtract8Live,
    riSubtract32Live,
    riSubtract64Live,
    rmSubtract8,
    rmSubtract32,
    rmSubtract64,
    mrSubtract8,
    mrSubtract32,
    mrSubtract64,
    miSubtract8,
    miSubtract32,
    miSubtract64,
    rrSubtract32Dead,
    rrSubtract64Dead,
    riSubtract32Dead,
    riSubtract64Dead,
  ]

  static let and: [TraceHandler] = [
    rrAnd8Live,
    rrAnd32Live,
    rrAnd64Live,
    riAnd8Live,
    riAnd32Live,
    riAnd64Live,
    rmAnd8,
    rmAnd32,
    rmAnd64,
    mrAnd8,
    mrAnd32,
    mrAnd64,
    miAnd8,
    miAnd32,
    miAnd64,
    rrAnd32Dead,
    rrAnd64Dead,
    riAnd32Dead,
    riAnd64Dead,
  ]

  static let or: [TraceHandler] = [
    rrOr8Live,
    rrOr32Live,
    rrOr64Live,
    riOr8Live,
    riOr32Live,
    riOr64Live,
    rmOr8,
    rmOr32,
    rmOr64,
    mrOr8,
    mrOr32,
    mrOr64,
    miOr8,
    miOr32,
    miOr64,
    rrOr32Dead,
    rrOr64Dead,
    riOr32Dead,
    riOr64Dead,
  ]

  static let exclusiveOr: [TraceHandler] = [
    rrExclusiveOr8Live,
    rrExclusiveOr32Live,
    rrExclusiveOr64Live,
    riExclusiveOr8Live,
    riExclusiveOr32Live,
    riExclusiveOr64Live,
    rmExclusiveOr8,
    rmExclusiveOr32,
    rmExclusiveOr64,
    mrExclusiveOr8,
    mrExclusiveOr32,
    mrExclusiveOr64,
    miExclusiveOr8,
    miExclusiveOr32,
    miExclusiveOr64,
    rrExclusiveOr32Dead,
    rrExclusiveOr64Dead,
    riExclusiveOr32Dead,
    riExclusiveOr64Dead,
  ]
}

// The handlers by name: a function inlines into the C function that a table holds, a closure does not.
@inline(__always) private func rrAdd8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Add.self, UInt8.self, Live.self)
}
@inline(__always) private func rrAdd32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Add.self, UInt32.self, Live.self)
}
@inline(__always) private func rrAdd64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Add.self, UInt64.self, Live.self)
}
@inline(__always) private func riAdd8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Add.self, UInt8.self, Live.self)
}
@inline(__always) private func riAdd32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Add.self, UInt32.self, Live.self)
}
@inline(__always) private func riAdd64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Add.self, UInt64.self, Live.self)
}
@inline(__always) private func rmAdd8(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Add.self, UInt8.self)
}
@inline(__always) private func rmAdd32(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Add.self, UInt32.self)
}
@inline(__always) private func rmAdd64(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Add.self, UInt64.self)
}
@inline(__always) private func mrAdd8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Add.self, UInt8.self)
}
@inline(__always) private func mrAdd32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Add.self, UInt32.self)
}
@inline(__always) private func mrAdd64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Add.self, UInt64.self)
}
@inline(__always) private func miAdd8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Add.self, UInt8.self)
}
@inline(__always) private func miAdd32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Add.self, UInt32.self)
}
@inline(__always) private func miAdd64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Add.self, UInt64.self)
}
@inline(__always) private func rrAdd32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Add.self, UInt32.self, Dead.self)
}
@inline(__always) private func rrAdd64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Add.self, UInt64.self, Dead.self)
}
@inline(__always) private func riAdd32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Add.self, UInt32.self, Dead.self)
}
@inline(__always) private func riAdd64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Add.self, UInt64.self, Dead.self)
}
@inline(__always) private func rrSubtract8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Subtract.self, UInt8.self, Live.self)
}
@inline(__always) private func rrSubtract32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Subtract.self, UInt32.self, Live.self)
}
@inline(__always) private func rrSubtract64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Subtract.self, UInt64.self, Live.self)
}
@inline(__always) private func riSubtract8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Subtract.self, UInt8.self, Live.self)
}
@inline(__always) private func riSubtract32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Subtract.self, UInt32.self, Live.self)
}
@inline(__always) private func riSubtract64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Subtract.self, UInt64.self, Live.self)
}
@inline(__always) private func rmSubtract8(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Subtract.self, UInt8.self)
}
@inline(__always) private func rmSubtract32(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Subtract.self, UInt32.self)
}
@inline(__always) private func rmSubtract64(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Subtract.self, UInt64.self)
}
@inline(__always) private func mrSubtract8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Subtract.self, UInt8.self)
}
@inline(__always) private func mrSubtract32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Subtract.self, UInt32.self)
}
@inline(__always) private func mrSubtract64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Subtract.self, UInt64.self)
}
@inline(__always) private func miSubtract8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Subtract.self, UInt8.self)
}
@inline(__always) private func miSubtract32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Subtract.self, UInt32.self)
}
@inline(__always) private func miSubtract64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Subtract.self, UInt64.self)
}
@inline(__always) private func rrSubtract32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Subtract.self, UInt32.self, Dead.self)
}
@inline(__always) private func rrSubtract64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Subtract.self, UInt64.self, Dead.self)
}
@inline(__always) private func riSubtract32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Subtract.self, UInt32.self, Dead.self)
}
@inline(__always) private func riSubtract64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Subtract.self, UInt64.self, Dead.self)
}
@inline(__always) private func rrAnd8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, And.self, UInt8.self, Live.self)
}
@inline(__always) private func rrAnd32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, And.self, UInt32.self, Live.self)
}
@inline(__always) private func rrAnd64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, And.self, UInt64.self, Live.self)
}
@inline(__always) private func riAnd8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, And.self, UInt8.self, Live.self)
}
@inline(__always) private func riAnd32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, And.self, UInt32.self, Live.self)
}
@inline(__always) private func riAnd64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, And.self, UInt64.self, Live.self)
}
@inline(__always) private func rmAnd8(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, And.self, UInt8.self)
}
@inline(__always) private func rmAnd32(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, And.self, UInt32.self)
}
@inline(__always) private func rmAnd64(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, And.self, UInt64.self)
}
@inline(__always) private func mrAnd8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, And.self, UInt8.self)
}
@inline(__always) private func mrAnd32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, And.self, UInt32.self)
}
@inline(__always) private func mrAnd64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, And.self, UInt64.self)
}
@inline(__always) private func miAnd8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, And.self, UInt8.self)
}
@inline(__always) private func miAnd32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, And.self, UInt32.self)
}
@inline(__always) private func miAnd64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, And.self, UInt64.self)
}
@inline(__always) private func rrAnd32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, And.self, UInt32.self, Dead.self)
}
@inline(__always) private func rrAnd64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, And.self, UInt64.self, Dead.self)
}
@inline(__always) private func riAnd32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, And.self, UInt32.self, Dead.self)
}
@inline(__always) private func riAnd64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, And.self, UInt64.self, Dead.self)
}
@inline(__always) private func rrOr8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Or.self, UInt8.self, Live.self)
}
@inline(__always) private func rrOr32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Or.self, UInt32.self, Live.self)
}
@inline(__always) private func rrOr64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Or.self, UInt64.self, Live.self)
}
@inline(__always) private func riOr8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Or.self, UInt8.self, Live.self)
}
@inline(__always) private func riOr32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Or.self, UInt32.self, Live.self)
}
@inline(__always) private func riOr64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Or.self, UInt64.self, Live.self)
}
@inline(__always) private func rmOr8(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Or.self, UInt8.self)
}
@inline(__always) private func rmOr32(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Or.self, UInt32.self)
}
@inline(__always) private func rmOr64(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, Or.self, UInt64.self)
}
@inline(__always) private func mrOr8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Or.self, UInt8.self)
}
@inline(__always) private func mrOr32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Or.self, UInt32.self)
}
@inline(__always) private func mrOr64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, Or.self, UInt64.self)
}
@inline(__always) private func miOr8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Or.self, UInt8.self)
}
@inline(__always) private func miOr32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Or.self, UInt32.self)
}
@inline(__always) private func miOr64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, Or.self, UInt64.self)
}
@inline(__always) private func rrOr32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Or.self, UInt32.self, Dead.self)
}
@inline(__always) private func rrOr64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, Or.self, UInt64.self, Dead.self)
}
@inline(__always) private func riOr32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Or.self, UInt32.self, Dead.self)
}
@inline(__always) private func riOr64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, Or.self, UInt64.self, Dead.self)
}
@inline(__always) private func rrExclusiveOr8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, ExclusiveOr.self, UInt8.self, Live.self)
}
@inline(__always) private func rrExclusiveOr32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, ExclusiveOr.self, UInt32.self, Live.self)
}
@inline(__always) private func rrExclusiveOr64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, ExclusiveOr.self, UInt64.self, Live.self)
}
@inline(__always) private func riExclusiveOr8Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, ExclusiveOr.self, UInt8.self, Live.self)
}
@inline(__always) private func riExclusiveOr32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, ExclusiveOr.self, UInt32.self, Live.self)
}
@inline(__always) private func riExclusiveOr64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, ExclusiveOr.self, UInt64.self, Live.self)
}
@inline(__always) private func rmExclusiveOr8(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, ExclusiveOr.self, UInt8.self)
}
@inline(__always) private func rmExclusiveOr32(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, ExclusiveOr.self, UInt32.self)
}
@inline(__always) private func rmExclusiveOr64(_ a: Raw, _ b: Raw, _ c: Int64) {
  rm(a, b, c, ExclusiveOr.self, UInt64.self)
}
@inline(__always) private func mrExclusiveOr8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, ExclusiveOr.self, UInt8.self)
}
@inline(__always) private func mrExclusiveOr32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, ExclusiveOr.self, UInt32.self)
}
@inline(__always) private func mrExclusiveOr64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mr(a, b, c, ExclusiveOr.self, UInt64.self)
}
@inline(__always) private func miExclusiveOr8(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, ExclusiveOr.self, UInt8.self)
}
@inline(__always) private func miExclusiveOr32(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, ExclusiveOr.self, UInt32.self)
}
@inline(__always) private func miExclusiveOr64(_ a: Raw, _ b: Raw, _ c: Int64) {
  mi(a, b, c, ExclusiveOr.self, UInt64.self)
}
@inline(__always) private func rrExclusiveOr32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, ExclusiveOr.self, UInt32.self, Dead.self)
}
@inline(__always) private func rrExclusiveOr64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  rr(a, b, c, ExclusiveOr.self, UInt64.self, Dead.self)
}
@inline(__always) private func riExclusiveOr32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, ExclusiveOr.self, UInt32.self, Dead.self)
}
@inline(__always) private func riExclusiveOr64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  ri(a, b, c, ExclusiveOr.self, UInt64.self, Dead.self)
}
