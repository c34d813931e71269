/// Handlers of one-operand arithmetic, shifts and multiplication on registers.

@inline(__always)
func increment<T: Width>(_ raw: Raw, _ state: Raw, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  let cpu = cpuState(state)
  let a = get(state, op.pointee.destination, T.self)
  let r = a &+ 1
  let carry = cpu.pointee.flagCarry & 1
  let out: UInt64 = r == 0 ? 1 : 0
  let operands = signed(a ^ 1) ^ ((out ^ carry) &<< 63)
  cpu.setFlags(result: signed(r), operands: operands, carry: carry)
  put(state, op.pointee.destination, r)
  return after(raw)
}

@inline(__always)
func decrement<T: Width>(_ raw: Raw, _ state: Raw, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  let cpu = cpuState(state)
  let a = get(state, op.pointee.destination, T.self)
  let r = a &- 1
  let carry = cpu.pointee.flagCarry & 1
  let out: UInt64 = a == 0 ? 1 : 0
  let operands = signed(a ^ 1) ^ ((out ^ carry) &<< 63)
  cpu.setFlags(result: signed(r), operands: operands, carry: carry)
  put(state, op.pointee.destination, r)
  return after(raw)
}

@inline(__always)
func negate<T: Width>(_ raw: Raw, _ state: Raw, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  let r = Subtract.apply(cpuState(state), T(0), get(state, op.pointee.destination, T.self))
  put(state, op.pointee.destination, r)
  return after(raw)
}

@inline(__always)
func complement<T: Width>(_ raw: Raw, _ state: Raw, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  put(state, op.pointee.destination, ~get(state, op.pointee.destination, T.self))
  return after(raw)
}

/// Flags of a shift by a constant that is not 0.
@inline(__always)
private func setShift<T: Width>(_ cpu: CPU, _ r: T, carry: UInt64, overflow: UInt64) {
  let whole = signed(r)
  cpu.setFlags(result: whole, operands: whole ^ ((overflow ^ carry) &<< 63), carry: carry)
}

@inline(__always)
func shiftLeft<T: Width>(_ raw: Raw, _ state: Raw, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  let count = T(truncatingIfNeeded: op.pointee.immediate)
  let a = get(state, op.pointee.destination, T.self)
  let r = a &<< count
  let out = UInt64((a &>> (T(T.bitWidth) &- count)) & 1)
  let top = UInt64(r &>> T(T.bitWidth &- 1))
  setShift(cpuState(state), r, carry: out, overflow: top ^ out)
  put(state, op.pointee.destination, r)
  return after(raw)
}

@inline(__always)
func shiftRight<T: Width>(_ raw: Raw, _ state: Raw, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  let count = T(truncatingIfNeeded: op.pointee.immediate)
  let a = get(state, op.pointee.destination, T.self)
  let r = a &>> count
  let out = UInt64((a &>> (count &- 1)) & 1)
  let tops = UInt64((r &>> T(T.bitWidth &- 1)) ^ (r &>> T(T.bitWidth &- 2))) & 1
  setShift(cpuState(state), r, carry: out, overflow: tops)
  put(state, op.pointee.destination, r)
  return after(raw)
}

@inline(__always)
func shiftRightSigned<T: Width>(_ raw: Raw, _ state: Raw, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  let count = Int64(truncatingIfNeeded: op.pointee.immediate)
  let a = Int64(bitPattern: signed(get(state, op.pointee.destination, T.self)))
  let r = T(truncatingIfNeeded: a &>> count)
  let out = UInt64(bitPattern: a &>> (count &- 1)) & 1
  setShift(cpuState(state), r, carry: out, overflow: 0)
  put(state, op.pointee.destination, r)
  return after(raw)
}

@inline(__always)
private func product<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T {
  let full = Int64(bitPattern: signed(a)).multipliedFullWidth(by: Int64(bitPattern: signed(b)))
  let r = T(truncatingIfNeeded: full.low)
  let whole = signed(r)
  let fits = whole == full.low && full.high == Int64(bitPattern: whole) &>> 63
  cpu.setFlags(result: whole, operands: whole, carry: fits ? 0 : 1)
  return r
}

/// imul register, register.
@inline(__always)
func multiplyRR<T: Width>(_ raw: Raw, _ state: Raw, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  let a = get(state, op.pointee.destination, T.self)
  let b = get(state, op.pointee.source, T.self)
  put(state, op.pointee.destination, product(cpuState(state), a, b))
  return after(raw)
}

/// imul register, memory.
@inline(__always)
func multiplyRM<T: Width>(_ raw: Raw, _ state: Raw, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  guard let host = source(op, state, T.self) else { return generic(raw, state) }
  let a = get(state, op.pointee.destination, T.self)
  let b = host.loadUnaligned(as: T.self)
  put(state, op.pointee.destination, product(cpuState(state), a, b))
  return after(raw)
}

/// imul register, register, immediate.
@inline(__always)
func multiplyRRI<T: Width>(_ raw: Raw, _ state: Raw, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  let a = get(state, op.pointee.source, T.self)
  let b = T(truncatingIfNeeded: op.pointee.immediate)
  put(state, op.pointee.destination, product(cpuState(state), a, b))
  return after(raw)
}

enum UnaryHandlers {
  static let incrementForms: [Handler] = [
    { increment($0, $1, UInt32.self) }, { increment($0, $1, UInt64.self) },
  ]
  static let decrementForms: [Handler] = [
    { decrement($0, $1, UInt32.self) }, { decrement($0, $1, UInt64.self) },
  ]
  static let negateForms: [Handler] = [
    { negate($0, $1, UInt32.self) }, { negate($0, $1, UInt64.self) },
  ]
  static let complementForms: [Handler] = [
    { complement($0, $1, UInt32.self) }, { complement($0, $1, UInt64.self) },
  ]
  static let shiftLeftForms: [Handler] = [
    { shiftLeft($0, $1, UInt32.self) }, { shiftLeft($0, $1, UInt64.self) },
  ]
  static let shiftRightForms: [Handler] = [
    { shiftRight($0, $1, UInt32.self) }, { shiftRight($0, $1, UInt64.self) },
  ]
  static let shiftRightSignedForms: [Handler] = [
    { shiftRightSigned($0, $1, UInt32.self) },
    { shiftRightSigned($0, $1, UInt64.self) },
  ]
  static let multiplyRRForms: [Handler] = [
    { multiplyRR($0, $1, UInt32.self) }, { multiplyRR($0, $1, UInt64.self) },
  ]
  static let multiplyRMForms: [Handler] = [
    { multiplyRM($0, $1, UInt32.self) }, { multiplyRM($0, $1, UInt64.self) },
  ]
  static let multiplyRRIForms: [Handler] = [
    { multiplyRRI($0, $1, UInt32.self) }, { multiplyRRI($0, $1, UInt64.self) },
  ]
}
