/// Moves, widening moves, address computation, and what reads conditions.

@inline(__always)
func moveRR<T: Width>(_ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type) {
  let op = traceAt(raw)
  put(state, op.pointee.destination, get(state, op.pointee.source, T.self))
  return next(raw, state, left)
}

@inline(__always)
func moveRI<T: Width>(_ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type) {
  let op = traceAt(raw)
  put(state, op.pointee.destination, T(truncatingIfNeeded: op.pointee.immediate))
  return next(raw, state, left)
}

@inline(__always)
func moveRM<T: Width, A: AddressForm>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type, _: A.Type
) {
  let op = traceAt(raw)
  guard let host = source(op, state, T.self, A.self) else { return slow(raw, state, left) }
  put(state, op.pointee.destination, host.loadUnaligned(as: T.self))
  return next(raw, state, left)
}

@inline(__always)
func moveMR<T: Width, A: AddressForm>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type, _: A.Type
) {
  let op = traceAt(raw)
  guard let host = target(op, state, T.self, A.self) else { return slow(raw, state, left) }
  host.storeBytes(of: get(state, op.pointee.source, T.self), as: T.self)
  return next(raw, state, left)
}

@inline(__always)
func moveMI<T: Width, A: AddressForm>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type, _: A.Type
) {
  let op = traceAt(raw)
  guard let host = target(op, state, T.self, A.self) else { return slow(raw, state, left) }
  host.storeBytes(of: T(truncatingIfNeeded: op.pointee.immediate), as: T.self)
  return next(raw, state, left)
}

@inline(__always)
func zeroExtendR<S: Width>(_ raw: Raw, _ state: Raw, _ left: Int64, _: S.Type) {
  let op = traceAt(raw)
  put(state, op.pointee.destination, UInt64(get(state, op.pointee.source, S.self)))
  return next(raw, state, left)
}

@inline(__always)
func zeroExtendM<S: Width, A: AddressForm>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: S.Type, _: A.Type
) {
  let op = traceAt(raw)
  guard let host = source(op, state, S.self, A.self) else { return slow(raw, state, left) }
  put(state, op.pointee.destination, UInt64(host.loadUnaligned(as: S.self)))
  return next(raw, state, left)
}

@inline(__always)
func signExtendR<S: Width, T: Width>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: S.Type, _: T.Type
) {
  let op = traceAt(raw)
  let value = signed(get(state, op.pointee.source, S.self))
  put(state, op.pointee.destination, T(truncatingIfNeeded: value))
  return next(raw, state, left)
}

@inline(__always)
func signExtendM<S: Width, T: Width>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: S.Type, _: T.Type
) {
  let op = traceAt(raw)
  guard let host = source(op, state, S.self, Indexed.self) else { return slow(raw, state, left) }
  let value = signed(host.loadUnaligned(as: S.self))
  put(state, op.pointee.destination, T(truncatingIfNeeded: value))
  return next(raw, state, left)
}

@inline(__always)
func loadAddress<T: Width, A: AddressForm>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type, _: A.Type
) {
  let op = traceAt(raw)
  put(state, op.pointee.destination, T(truncatingIfNeeded: A.address(op, state)))
  return next(raw, state, left)
}

@inline(__always)
func setIf(_ raw: Raw, _ state: Raw, _ left: Int64, _ condition: UInt8) {
  let value: UInt8 = cpuState(state).holds(condition) ? 1 : 0
  put(state, traceAt(raw).pointee.destination, value)
  return next(raw, state, left)
}

@inline(__always)
func moveIf<T: Width>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _ condition: UInt8, _: T.Type
) {
  let op = traceAt(raw)
  let new = get(state, op.pointee.source, T.self)
  let old = get(state, op.pointee.destination, T.self)
  put(state, op.pointee.destination, cpuState(state).holds(condition) ? new : old)
  return next(raw, state, left)
}

/// xchg of registers.
@inline(__always)
func exchange<T: Width>(_ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type) {
  let op = traceAt(raw)
  let a = get(state, op.pointee.destination, T.self)
  let b = get(state, op.pointee.source, T.self)
  put(state, op.pointee.destination, b)
  put(state, op.pointee.source, a)
  return next(raw, state, left)
}

/// cdq, cqo.
@inline(__always)
func spreadSign<T: Width>(_ raw: Raw, _ state: Raw, _ left: Int64, _: T.Type) {
  let a = get(state, 0, T.self)
  put(state, 16, isNegative(a) ? T.max : 0)
  return next(raw, state, left)
}

/// Moves of whole vector registers (legacy SSE: the upper parts stay).
@inline(__always)
func vectorRR(_ raw: Raw, _ state: Raw, _ left: Int64) {
  let op = traceAt(raw)
  let cpu = cpuState(state)
  let from = Raw(cpu.vector(op.pointee.source))
  Raw(cpu.vector(op.pointee.destination)).storeBytes(
    of: from.load(as: Vector.self), as: Vector.self)
  return next(raw, state, left)
}

@inline(__always)
func vectorRM(_ raw: Raw, _ state: Raw, _ left: Int64, _ alignment: UInt64) {
  let op = traceAt(raw)
  let cpu = cpuState(state)
  let address = Indexed.address(op, state)
  guard address & alignment == 0, let host = cpu.readable(address, 16) else {
    return slow(raw, state, left)
  }
  let value = host.loadUnaligned(as: Vector.self)
  Raw(cpu.vector(op.pointee.destination)).storeBytes(of: value, as: Vector.self)
  return next(raw, state, left)
}

@inline(__always)
func vectorMR(_ raw: Raw, _ state: Raw, _ left: Int64, _ alignment: UInt64) {
  let op = traceAt(raw)
  let cpu = cpuState(state)
  let address = Indexed.address(op, state)
  guard address & alignment == 0, let host = cpu.writable(address, 16) else {
    return slow(raw, state, left)
  }
  let value = Raw(cpu.vector(op.pointee.source)).load(as: Vector.self)
  host.storeBytes(of: value, as: Vector.self)
  return next(raw, state, left)
}
