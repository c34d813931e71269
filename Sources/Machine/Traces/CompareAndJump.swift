/// An operation and the conditional jump after it, in one.

@inline(__always)
private func decide<O: BinaryOperation, T: Width, C: Comparison, F: FlagUse>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _ a: T, _ b: T, _: O.Type, _: C.Type, _: F.Type
) {
  let op = traceAt(raw)
  let cpu = cpuState(state)
  let r = O.value(cpu, a, b)
  if O.writes { put(state, op.pointee.destination, r) }
  if F.isLive { O.setFlags(cpu, a, b, r) }
  guard C.holds(a, b, r) else { return afterPair(raw, state, left) }
  if !F.isLive {
    // The flags are dead where the jump leads, but not if the traces are left on the way.
    let rest = left &- Int64(op.pointee.before) &- 2
    if rest < 0 || op.pointee.immediate == 0 { O.setFlags(cpu, a, b, r) }
  }
  return take(raw, state, left, 2)
}

/// Register, register.
@inline(__always)
func rrJump<O: BinaryOperation, T: Width, C: Comparison, F: FlagUse>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: O.Type, _: T.Type, _: C.Type, _: F.Type
) {
  let op = traceAt(raw)
  let a = get(state, op.pointee.destination, T.self)
  let b = get(state, op.pointee.source, T.self)
  return decide(raw, state, left, a, b, O.self, C.self, F.self)
}

/// Register, immediate.
@inline(__always)
func riJump<O: BinaryOperation, T: Width, C: Comparison, F: FlagUse>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: O.Type, _: T.Type, _: C.Type, _: F.Type
) {
  let op = traceAt(raw)
  let a = get(state, op.pointee.destination, T.self)
  let b = T(truncatingIfNeeded: op.pointee.small)
  return decide(raw, state, left, a, b, O.self, C.self, F.self)
}

/// Register, memory.
@inline(__always)
func rmJump<O: BinaryOperation, T: Width, C: Comparison>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: O.Type, _: T.Type, _: C.Type
) {
  let op = traceAt(raw)
  guard let host = source(op, state, T.self, Indexed.self) else { return slow(raw, state, left) }
  let a = get(state, op.pointee.destination, T.self)
  return decide(raw, state, left, a, host.loadUnaligned(as: T.self), O.self, C.self, Live.self)
}

/// Memory, immediate.
@inline(__always)
func miJump<O: BinaryOperation, T: Width, C: Comparison>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: O.Type, _: T.Type, _: C.Type
) {
  let op = traceAt(raw)
  guard let host = source(op, state, T.self, Indexed.self) else { return slow(raw, state, left) }
  let b = T(truncatingIfNeeded: op.pointee.small)
  return decide(raw, state, left, host.loadUnaligned(as: T.self), b, O.self, C.self, Live.self)
}
