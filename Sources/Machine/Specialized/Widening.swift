/// Handlers of moves that widen, address computation, and what reads conditions.

@inline(__always)
func zeroExtendR<S: Width>(_ raw: Raw, _ state: Raw, _: S.Type) -> Raw? {
  let op = operationAt(raw)
  put(state, op.pointee.destination, UInt64(get(state, op.pointee.source, S.self)))
  return after(raw)
}

@inline(__always)
func zeroExtendM<S: Width>(_ raw: Raw, _ state: Raw, _: S.Type) -> Raw? {
  let op = operationAt(raw)
  guard let host = source(op, state, S.self) else { return generic(raw, state) }
  put(state, op.pointee.destination, UInt64(host.loadUnaligned(as: S.self)))
  return after(raw)
}

@inline(__always)
func signExtendR<S: Width, T: Width>(_ raw: Raw, _ state: Raw, _: S.Type, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  let value = signed(get(state, op.pointee.source, S.self))
  put(state, op.pointee.destination, T(truncatingIfNeeded: value))
  return after(raw)
}

@inline(__always)
func signExtendM<S: Width, T: Width>(_ raw: Raw, _ state: Raw, _: S.Type, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  guard let host = source(op, state, S.self) else { return generic(raw, state) }
  let value = signed(host.loadUnaligned(as: S.self))
  put(state, op.pointee.destination, T(truncatingIfNeeded: value))
  return after(raw)
}

@inline(__always)
func loadAddress<T: Width>(_ raw: Raw, _ state: Raw, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  put(state, op.pointee.destination, T(truncatingIfNeeded: effective(op, state)))
  return after(raw)
}

@inline(__always)
func setIf(_ raw: Raw, _ state: Raw) -> Raw? {
  let op = operationAt(raw)
  let value: UInt8 = cpuState(state).holds(op.pointee.condition) ? 1 : 0
  put(state, op.pointee.destination, value)
  return after(raw)
}

@inline(__always)
func moveIfR<T: Width>(_ raw: Raw, _ state: Raw, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  let holds = cpuState(state).holds(op.pointee.condition)
  let place = holds ? op.pointee.source : op.pointee.destination
  put(state, op.pointee.destination, get(state, place, T.self))
  return after(raw)
}

@inline(__always)
func moveIfM<T: Width>(_ raw: Raw, _ state: Raw, _: T.Type) -> Raw? {
  let op = operationAt(raw)
  guard let host = source(op, state, T.self) else { return generic(raw, state) }
  let new = host.loadUnaligned(as: T.self)
  let old = get(state, op.pointee.destination, T.self)
  let holds = cpuState(state).holds(op.pointee.condition)
  put(state, op.pointee.destination, holds ? new : old)
  return after(raw)
}

enum ExtensionHandlers {
  static let zeroExtendRForms: [Handler] = [
    { zeroExtendR($0, $1, UInt8.self) }, { zeroExtendR($0, $1, UInt16.self) },
  ]
  static let zeroExtendMForms: [Handler] = [
    { zeroExtendM($0, $1, UInt8.self) }, { zeroExtendM($0, $1, UInt16.self) },
  ]
  /// By source width 1, 2, 4, then target width 4, 8.
  static let signExtendRForms: [Handler] = [
    { signExtendR($0, $1, UInt8.self, UInt32.self) },
    { signExtendR($0, $1, UInt8.self, UInt64.self) },
    { signExtendR($0, $1, UInt16.self, UInt32.self) },
    { signExtendR($0, $1, UInt16.self, UInt64.self) },
    { signExtendR($0, $1, UInt32.self, UInt32.self) },
    { signExtendR($0, $1, UInt32.self, UInt64.self) },
  ]
  static let signExtendMForms: [Handler] = [
    { signExtendM($0, $1, UInt8.self, UInt32.self) },
    { signExtendM($0, $1, UInt8.self, UInt64.self) },
    { signExtendM($0, $1, UInt16.self, UInt32.self) },
    { signExtendM($0, $1, UInt16.self, UInt64.self) },
    { signExtendM($0, $1, UInt32.self, UInt32.self) },
    { signExtendM($0, $1, UInt32.self, UInt64.self) },
  ]
  static let loadAddressForms: [Handler] = [
    { loadAddress($0, $1, UInt32.self) }, { loadAddress($0, $1, UInt64.self) },
  ]
  static let moveIfRForms: [Handler] = [
    { moveIfR($0, $1, UInt32.self) }, { moveIfR($0, $1, UInt64.self) },
  ]
  static let moveIfMForms: [Handler] = [
    { moveIfM($0, $1, UInt32.self) }, { moveIfM($0, $1, UInt64.self) },
  ]
  static let setIfForm: Handler = { setIf($0, $1) }
  static let nothing: Handler = { op, _ in after(op) }
}
