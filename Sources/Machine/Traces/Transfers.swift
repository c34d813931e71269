/// Jumps, calls, returns and stack slots, in 64-bit mode.

@inline(__always)
func jumpIf(_ raw: Raw, _ state: Raw, _ left: Int64, _ condition: UInt8) {
  guard cpuState(state).holds(condition) else { return next(raw, state, left) }
  return take(raw, state, left)
}

/// What is left of the budget after a branch.
@inline(__always)
private func rest(_ raw: Raw, _ left: Int64) -> Int64 {
  left &- Int64(traceAt(raw).pointee.before) &- 1
}

@inline(__always)
func jumpThroughRegister(_ raw: Raw, _ state: Raw, _ left: Int64) {
  let to = get(state, traceAt(raw).pointee.source, UInt64.self)
  guard isCanonical(to) else { return slow(raw, state, left) }
  return follow(to, state, rest(raw, left))
}

@inline(__always)
func jumpThroughMemory(_ raw: Raw, _ state: Raw, _ left: Int64) {
  guard let host = source(traceAt(raw), state, UInt64.self, Indexed.self) else {
    return slow(raw, state, left)
  }
  let to = host.loadUnaligned(as: UInt64.self)
  guard isCanonical(to) else { return slow(raw, state, left) }
  return follow(to, state, rest(raw, left))
}

/// Pushes a value; false if the buffers do not know the place.
@inline(__always)
private func push(_ cpu: CPU, _ value: UInt64) -> Bool {
  let top = cpu.pointee.gpr.4 &- 8
  guard let host = cpu.writable(top, 8) else { return false }
  host.storeBytes(of: value, as: UInt64.self)
  cpu.pointee.gpr.4 = top
  return true
}

/// The address of the instruction after a call.
@inline(__always)
private func returnAddress(_ raw: Raw, _ cpu: CPU) -> UInt64 {
  cpu.pointee.pageAddress &+ UInt64(bitPattern: Int64(traceAt(raw).pointee.small))
}

@inline(__always)
func callDirect(_ raw: Raw, _ state: Raw, _ left: Int64) {
  let cpu = cpuState(state)
  guard push(cpu, returnAddress(raw, cpu)) else { return slow(raw, state, left) }
  return take(raw, state, left)
}

/// A call to another page: its target cannot be remembered.
@inline(__always)
func callFarther(_ raw: Raw, _ state: Raw, _ left: Int64) {
  let cpu = cpuState(state)
  let distance = UInt64(bitPattern: Int64(traceAt(raw).pointee.displacement))
  let to = cpu.pointee.pageAddress &+ distance
  guard push(cpu, returnAddress(raw, cpu)) else { return slow(raw, state, left) }
  return follow(to, state, rest(raw, left))
}

@inline(__always)
func jumpFarther(_ raw: Raw, _ state: Raw, _ left: Int64) {
  let distance = UInt64(bitPattern: Int64(traceAt(raw).pointee.displacement))
  return follow(cpuState(state).pointee.pageAddress &+ distance, state, rest(raw, left))
}

@inline(__always)
func callThroughRegister(_ raw: Raw, _ state: Raw, _ left: Int64) {
  let cpu = cpuState(state)
  let to = get(state, traceAt(raw).pointee.source, UInt64.self)
  guard isCanonical(to), push(cpu, returnAddress(raw, cpu)) else {
    return slow(raw, state, left)
  }
  return follow(to, state, rest(raw, left))
}

@inline(__always)
func callThroughMemory(_ raw: Raw, _ state: Raw, _ left: Int64) {
  let cpu = cpuState(state)
  guard let host = source(traceAt(raw), state, UInt64.self, Indexed.self) else {
    return slow(raw, state, left)
  }
  let to = host.loadUnaligned(as: UInt64.self)
  guard isCanonical(to), push(cpu, returnAddress(raw, cpu)) else {
    return slow(raw, state, left)
  }
  return follow(to, state, rest(raw, left))
}

@inline(__always)
func returnNear(_ raw: Raw, _ state: Raw, _ left: Int64) {
  let cpu = cpuState(state)
  let top = cpu.pointee.gpr.4
  guard let host = cpu.readable(top, 8) else { return slow(raw, state, left) }
  let to = host.loadUnaligned(as: UInt64.self)
  guard isCanonical(to) else { return slow(raw, state, left) }
  cpu.pointee.gpr.4 = top &+ 8
  return follow(to, state, rest(raw, left))
}

@inline(__always)
func pushRegister(_ raw: Raw, _ state: Raw, _ left: Int64) {
  let value = get(state, traceAt(raw).pointee.source, UInt64.self)
  guard push(cpuState(state), value) else { return slow(raw, state, left) }
  return next(raw, state, left)
}

@inline(__always)
func pushImmediate(_ raw: Raw, _ state: Raw, _ left: Int64) {
  guard push(cpuState(state), traceAt(raw).pointee.immediate) else {
    return slow(raw, state, left)
  }
  return next(raw, state, left)
}

@inline(__always)
func popRegister(_ raw: Raw, _ state: Raw, _ left: Int64) {
  let cpu = cpuState(state)
  let top = cpu.pointee.gpr.4
  guard let host = cpu.readable(top, 8) else { return slow(raw, state, left) }
  let value = host.loadUnaligned(as: UInt64.self)
  cpu.pointee.gpr.4 = top &+ 8
  put(state, traceAt(raw).pointee.destination, value)
  return next(raw, state, left)
}

enum TransferHandlers {
  static let jump: TraceHandler = { take($0, $1, $2) }
  static let jumpAway: TraceHandler = { jumpFarther($0, $1, $2) }
  static let jumpRegister: TraceHandler = { jumpThroughRegister($0, $1, $2) }
  static let jumpMemory: TraceHandler = { jumpThroughMemory($0, $1, $2) }
  static let call: TraceHandler = { callDirect($0, $1, $2) }
  static let callAway: TraceHandler = { callFarther($0, $1, $2) }
  static let callRegister: TraceHandler = { callThroughRegister($0, $1, $2) }
  static let callMemory: TraceHandler = { callThroughMemory($0, $1, $2) }
  static let ret: TraceHandler = { returnNear($0, $1, $2) }
  static let pushRegisterForm: TraceHandler = { pushRegister($0, $1, $2) }
  static let pushImmediateForm: TraceHandler = { pushImmediate($0, $1, $2) }
  static let popRegisterForm: TraceHandler = { popRegister($0, $1, $2) }

  /// By condition code.
  static let jumpIfForms: [TraceHandler] = [
    { jumpIf($0, $1, $2, 0) },
    { jumpIf($0, $1, $2, 1) },
    { jumpIf($0, $1, $2, 2) },
    { jumpIf($0, $1, $2, 3) },
    { jumpIf($0, $1, $2, 4) },
    { jumpIf($0, $1, $2, 5) },
    { jumpIf($0, $1, $2, 6) },
    { jumpIf($0, $1, $2, 7) },
    { jumpIf($0, $1, $2, 8) },
    { jumpIf($0, $1, $2, 9) },
    { jumpIf($0, $1, $2, 10) },
    { jumpIf($0, $1, $2, 11) },
    { jumpIf($0, $1, $2, 12) },
    { jumpIf($0, $1, $2, 13) },
    { jumpIf($0, $1, $2, 14) },
    { jumpIf($0, $1, $2, 15) },
  ]
}
