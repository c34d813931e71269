/// Jumps, calls, returns and stack slots, in 64-bit mode.

@inline(__always)
func jumpIf(_ raw: Raw, _ state: Raw, _ left: Int64, _ condition: UInt8) {
  guard cpuState(state).holds(condition) else { return next(raw, state, left) }
  return take(raw, state, left)
}

@inline(__always)
func jumpDirect(_ raw: Raw, _ state: Raw, _ left: Int64) { take(raw, state, left) }

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
  static let jump: TraceHandler = jumpDirect
  static let jumpAway: TraceHandler = jumpFarther
  static let jumpRegister: TraceHandler = jumpThroughRegister
  static let jumpMemory: TraceHandler = jumpThroughMemory
  static let call: TraceHandler = callDirect
  static let callAway: TraceHandler = callFarther
  static let callRegister: TraceHandler = callThroughRegister
  static let callMemory: TraceHandler = callThroughMemory
  static let ret: TraceHandler = returnNear
  static let pushRegisterForm: TraceHandler = pushRegister
  static let pushImmediateForm: TraceHandler = pushImmediate
  static let popRegisterForm: TraceHandler = popRegister

  /// By condition code.
  static let jumpIfForms: [TraceHandler] = [
    jumpIf0,
    jumpIf1,
    jumpIf2,
    jumpIf3,
    jumpIf4,
    jumpIf5,
    jumpIf6,
    jumpIf7,
    jumpIf8,
    jumpIf9,
    jumpIf10,
    jumpIf11,
    jumpIf12,
    jumpIf13,
    jumpIf14,
    jumpIf15,
  ]
}

// The handlers by name: a function inlines into the C function that a table holds, a closure does not.
@inline(__always) private func jumpIf0(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 0) }
@inline(__always) private func jumpIf1(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 1) }
@inline(__always) private func jumpIf2(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 2) }
@inline(__always) private func jumpIf3(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 3) }
@inline(__always) private func jumpIf4(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 4) }
@inline(__always) private func jumpIf5(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 5) }
@inline(__always) private func jumpIf6(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 6) }
@inline(__always) private func jumpIf7(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 7) }
@inline(__always) private func jumpIf8(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 8) }
@inline(__always) private func jumpIf9(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 9) }
@inline(__always) private func jumpIf10(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 10) }
@inline(__always) private func jumpIf11(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 11) }
@inline(__always) private func jumpIf12(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 12) }
@inline(__always) private func jumpIf13(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 13) }
@inline(__always) private func jumpIf14(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 14) }
@inline(__always) private func jumpIf15(_ a: Raw, _ b: Raw, _ c: Int64) { jumpIf(a, b, c, 15) }
