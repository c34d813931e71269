/// One-operand arithmetic, shifts and multiplication on registers.

@inline(__always)
func negate<T: Width, F: FlagUse>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type, _: F.Type
) {
  let op = traceAt(raw)
  let b = get(state, op.pointee.destination, T.self)
  let r = 0 &- b
  if F.isLive { Subtract.setFlags(cpuState(state), 0, b, r) }
  put(state, op.pointee.destination, r)
  return next(raw, state, left)
}

@inline(__always)
func complement<T: Width>(_ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type) {
  let op = traceAt(raw)
  put(state, op.pointee.destination, ~get(state, op.pointee.destination, T.self))
  return next(raw, state, left)
}

/// Flags of a shift by a constant that is not 0.
@inline(__always)
private func setShift<T: Width>(_ cpu: CPU, _ r: T, carry: UInt64, overflow: UInt64) {
  let whole = signed(r)
  cpu.setFlags(result: whole, operands: whole ^ ((overflow ^ carry) &<< 63), carry: carry)
}

/// A shift, by a count from 1 to the width less 1.
protocol ShiftOperation: PureOperation {
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ count: T, _ r: T)
}

enum ShiftLeft: ShiftOperation {
  @inline(__always)
  static func value<T: Width>(_ a: T, _ count: T) -> T { a &<< count }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ count: T, _ r: T) {
    let out = UInt64((a &>> (T(T.bitWidth) &- count)) & 1)
    let top = UInt64(r &>> T(T.bitWidth &- 1))
    setShift(cpu, r, carry: out, overflow: top ^ out)
  }
}

enum ShiftRight: ShiftOperation {
  @inline(__always)
  static func value<T: Width>(_ a: T, _ count: T) -> T { a &>> count }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ count: T, _ r: T) {
    let out = UInt64((a &>> (count &- 1)) & 1)
    let tops = UInt64((r &>> T(T.bitWidth &- 1)) ^ (r &>> T(T.bitWidth &- 2))) & 1
    setShift(cpu, r, carry: out, overflow: tops)
  }
}

enum ShiftRightSigned: ShiftOperation {
  @inline(__always)
  static func value<T: Width>(_ a: T, _ count: T) -> T {
    let wide = Int64(bitPattern: signed(a)) &>> Int64(truncatingIfNeeded: count)
    return T(truncatingIfNeeded: wide)
  }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ count: T, _ r: T) {
    let wide = Int64(bitPattern: signed(a)) &>> Int64(truncatingIfNeeded: count &- 1)
    setShift(cpu, r, carry: UInt64(bitPattern: wide) & 1, overflow: 0)
  }
}

@inline(__always)
func shift<O: ShiftOperation, T: Width, F: FlagUse>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: O.Type, _: T.Type, _: F.Type
) {
  let op = traceAt(raw)
  let count = T(truncatingIfNeeded: op.pointee.immediate)
  let a = get(state, op.pointee.destination, T.self)
  let r = O.value(a, count)
  if F.isLive { O.setFlags(cpuState(state), a, count, r) }
  put(state, op.pointee.destination, r)
  return next(raw, state, left)
}

/// Rotations whose flags nobody looks at, by a count from 1 to the width less 1.
@inline(__always)
func rotateLeft<T: Width>(_ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type) {
  let op = traceAt(raw)
  let count = T(truncatingIfNeeded: op.pointee.immediate)
  let a = get(state, op.pointee.destination, T.self)
  put(state, op.pointee.destination, a &<< count | a &>> (T(T.bitWidth) &- count))
  return next(raw, state, left)
}

@inline(__always)
private func product<T: Width, F: FlagUse>(_ cpu: CPU, _ a: T, _ b: T, _: F.Type) -> T {
  if !F.isLive { return a &* b }
  let full = Int64(bitPattern: signed(a)).multipliedFullWidth(by: Int64(bitPattern: signed(b)))
  let r = T(truncatingIfNeeded: full.low)
  let whole = signed(r)
  let fits = whole == full.low && full.high == Int64(bitPattern: whole) &>> 63
  cpu.setFlags(result: whole, operands: whole, carry: fits ? 0 : 1)
  return r
}

/// imul register, register.
@inline(__always)
func multiplyRR<T: Width, F: FlagUse>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type, _: F.Type
) {
  let op = traceAt(raw)
  let a = get(state, op.pointee.destination, T.self)
  let b = get(state, op.pointee.source, T.self)
  put(state, op.pointee.destination, product(cpuState(state), a, b, F.self))
  return next(raw, state, left)
}

/// imul register, memory.
@inline(__always)
func multiplyRM<T: Width>(_ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type) {
  let op = traceAt(raw)
  guard let host = source(op, state, T.self, Indexed.self) else { return slow(raw, state, left) }
  let a = get(state, op.pointee.destination, T.self)
  let b = host.loadUnaligned(as: T.self)
  put(state, op.pointee.destination, product(cpuState(state), a, b, Live.self))
  return next(raw, state, left)
}

/// imul register, register, immediate.
@inline(__always)
func multiplyRRI<T: Width, F: FlagUse>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type, _: F.Type
) {
  let op = traceAt(raw)
  let a = get(state, op.pointee.source, T.self)
  let b = T(truncatingIfNeeded: op.pointee.immediate)
  put(state, op.pointee.destination, product(cpuState(state), a, b, F.self))
  return next(raw, state, left)
}

/// The handlers, of 32 and 64 bits in the order of the tables; then the same with dead flags.
enum UnaryHandlers {
  static let negateForms: [TraceHandler] = [
    negate32Live,
    negate64Live,
    negate32Dead,
    negate64Dead,
  ]
  static let complementForms: [TraceHandler] = [
    complement32,
    complement64,
  ]
  static let shiftLeftForms: [TraceHandler] = [
    shiftShiftLeft32Live,
    shiftShiftLeft64Live,
    shiftShiftLeft32Dead,
    shiftShiftLeft64Dead,
  ]
  static let shiftRightForms: [TraceHandler] = [
    shiftShiftRight32Live,
    shiftShiftRight64Live,
    shiftShiftRight32Dead,
    shiftShiftRight64Dead,
  ]
  static let shiftRightSignedForms: [TraceHandler] = [
    shiftShiftRightSigned32Live,
    shiftShiftRightSigned64Live,
    shiftShiftRightSigned32Dead,
    shiftShiftRightSigned64Dead,
  ]
  /// Dead flags only; a rotation to the right is one to the left by the rest.
  static let rotateLeftForms: [TraceHandler] = [
    rotateLeft32,
    rotateLeft64,
  ]
  static let multiplyRRForms: [TraceHandler] = [
    multiplyRR32Live,
    multiplyRR64Live,
    multiplyRR32Dead,
    multiplyRR64Dead,
  ]
  static let multiplyRRIForms: [TraceHandler] = [
    multiplyRRI32Live,
    multiplyRRI64Live,
    multiplyRRI32Dead,
    multiplyRRI64Dead,
  ]
  /// Live flags only.
  static let multiplyRMForms: [TraceHandler] = [
    multiplyRM32,
    multiplyRM64,
  ]
}

// The handlers by name: a function inlines into the C function that a table holds, a closure does not.
@inline(__always) private func negate32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  negate(a, b, c, UInt32.self, Live.self)
}
@inline(__always) private func negate64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  negate(a, b, c, UInt64.self, Live.self)
}
@inline(__always) private func negate32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  negate(a, b, c, UInt32.self, Dead.self)
}
@inline(__always) private func negate64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  negate(a, b, c, UInt64.self, Dead.self)
}
@inline(__always) private func complement32(_ a: Raw, _ b: Raw, _ c: Int64) {
  complement(a, b, c, UInt32.self)
}
@inline(__always) private func complement64(_ a: Raw, _ b: Raw, _ c: Int64) {
  complement(a, b, c, UInt64.self)
}
@inline(__always) private func shiftShiftLeft32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  shift(a, b, c, ShiftLeft.self, UInt32.self, Live.self)
}
@inline(__always) private func shiftShiftLeft64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  shift(a, b, c, ShiftLeft.self, UInt64.self, Live.self)
}
@inline(__always) private func shiftShiftLeft32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  shift(a, b, c, ShiftLeft.self, UInt32.self, Dead.self)
}
@inline(__always) private func shiftShiftLeft64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  shift(a, b, c, ShiftLeft.self, UInt64.self, Dead.self)
}
@inline(__always) private func shiftShiftRight32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  shift(a, b, c, ShiftRight.self, UInt32.self, Live.self)
}
@inline(__always) private func shiftShiftRight64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  shift(a, b, c, ShiftRight.self, UInt64.self, Live.self)
}
@inline(__always) private func shiftShiftRight32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  shift(a, b, c, ShiftRight.self, UInt32.self, Dead.self)
}
@inline(__always) private func shiftShiftRight64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  shift(a, b, c, ShiftRight.self, UInt64.self, Dead.self)
}
@inline(__always) private func shiftShiftRightSigned32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  shift(a, b, c, ShiftRightSigned.self, UInt32.self, Live.self)
}
@inline(__always) private func shiftShiftRightSigned64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  shift(a, b, c, ShiftRightSigned.self, UInt64.self, Live.self)
}
@inline(__always) private func shiftShiftRightSigned32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  shift(a, b, c, ShiftRightSigned.self, UInt32.self, Dead.self)
}
@inline(__always) private func shiftShiftRightSigned64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  shift(a, b, c, ShiftRightSigned.self, UInt64.self, Dead.self)
}
@inline(__always) private func rotateLeft32(_ a: Raw, _ b: Raw, _ c: Int64) {
  rotateLeft(a, b, c, UInt32.self)
}
@inline(__always) private func rotateLeft64(_ a: Raw, _ b: Raw, _ c: Int64) {
  rotateLeft(a, b, c, UInt64.self)
}
@inline(__always) private func multiplyRR32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  multiplyRR(a, b, c, UInt32.self, Live.self)
}
@inline(__always) private func multiplyRR64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  multiplyRR(a, b, c, UInt64.self, Live.self)
}
@inline(__always) private func multiplyRR32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  multiplyRR(a, b, c, UInt32.self, Dead.self)
}
@inline(__always) private func multiplyRR64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  multiplyRR(a, b, c, UInt64.self, Dead.self)
}
@inline(__always) private func multiplyRRI32Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  multiplyRRI(a, b, c, UInt32.self, Live.self)
}
@inline(__always) private func multiplyRRI64Live(_ a: Raw, _ b: Raw, _ c: Int64) {
  multiplyRRI(a, b, c, UInt64.self, Live.self)
}
@inline(__always) private func multiplyRRI32Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  multiplyRRI(a, b, c, UInt32.self, Dead.self)
}
@inline(__always) private func multiplyRRI64Dead(_ a: Raw, _ b: Raw, _ c: Int64) {
  multiplyRRI(a, b, c, UInt64.self, Dead.self)
}
@inline(__always) private func multiplyRM32(_ a: Raw, _ b: Raw, _ c: Int64) {
  multiplyRM(a, b, c, UInt32.self)
}
@inline(__always) private func multiplyRM64(_ a: Raw, _ b: Raw, _ c: Int64) {
  multiplyRM(a, b, c, UInt64.self)
}
