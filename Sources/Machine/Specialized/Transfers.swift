/// Handlers of jumps, calls, returns and stack slots, in 64-bit mode.

/// Goes to the target of a direct branch, remembering its operation if it is in the same page.
@inline(__always)
private func goTo(_ raw: Raw, _ state: Raw) -> Raw? {
  if let link = operationAt(raw).pointee.link { return link }
  return resolve(raw, state)
}

@inline(never)
private func resolve(_ raw: Raw, _ state: Raw) -> Raw? {
  let op = operationAt(raw)
  let cpu = cpuState(state)
  let page = cpu.pointee.pageAddress
  let target = branchTarget(op, page)
  guard let found = cpu.jump(to: target) else { return nil }
  if target & ~0xfff == page { op.pointee.link = found }
  return found
}

@inline(__always)
private func branchTarget(_ op: Op, _ page: UInt64) -> UInt64 {
  // `immediate` counts from the next instruction; `displacement` is that one's offset in the page.
  page &+ op.pointee.displacement &+ op.pointee.immediate
}

@inline(__always)
func jumpIf(_ raw: Raw, _ state: Raw, _ condition: UInt8) -> Raw? {
  cpuState(state).holds(condition) ? goTo(raw, state) : after(raw)
}

@inline(__always)
func jumpDirect(_ raw: Raw, _ state: Raw) -> Raw? { goTo(raw, state) }

@inline(__always)
func jumpRegister(_ raw: Raw, _ state: Raw) -> Raw? {
  let to = get(state, operationAt(raw).pointee.source, UInt64.self)
  guard isCanonical(to) else { return generic(raw, state) }
  return cpuState(state).jump(to: to)
}

@inline(__always)
func jumpMemory(_ raw: Raw, _ state: Raw) -> Raw? {
  guard let host = source(operationAt(raw), state, UInt64.self) else {
    return generic(raw, state)
  }
  let to = host.loadUnaligned(as: UInt64.self)
  guard isCanonical(to) else { return generic(raw, state) }
  return cpuState(state).jump(to: to)
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

@inline(__always)
func callDirect(_ raw: Raw, _ state: Raw) -> Raw? {
  let cpu = cpuState(state)
  let back = cpu.pointee.pageAddress &+ operationAt(raw).pointee.displacement
  guard push(cpu, back) else { return generic(raw, state) }
  return goTo(raw, state)
}

@inline(__always)
private func callTo(_ raw: Raw, _ state: Raw, _ to: UInt64) -> Raw? {
  let cpu = cpuState(state)
  let op = operationAt(raw)
  let back = cpu.pointee.pageAddress &+ UInt64(op.pointee.offset) &+ UInt64(op.pointee.length)
  guard isCanonical(to), push(cpu, back) else { return generic(raw, state) }
  return cpu.jump(to: to)
}

@inline(__always)
func callRegister(_ raw: Raw, _ state: Raw) -> Raw? {
  callTo(raw, state, get(state, operationAt(raw).pointee.source, UInt64.self))
}

@inline(__always)
func callMemory(_ raw: Raw, _ state: Raw) -> Raw? {
  guard let host = source(operationAt(raw), state, UInt64.self) else {
    return generic(raw, state)
  }
  return callTo(raw, state, host.loadUnaligned(as: UInt64.self))
}

@inline(__always)
func returnNear(_ raw: Raw, _ state: Raw) -> Raw? {
  let cpu = cpuState(state)
  let top = cpu.pointee.gpr.4
  guard let host = cpu.readable(top, 8) else { return generic(raw, state) }
  let to = host.loadUnaligned(as: UInt64.self)
  guard isCanonical(to) else { return generic(raw, state) }
  cpu.pointee.gpr.4 = top &+ 8
  return cpu.jump(to: to)
}

@inline(__always)
func pushRegister(_ raw: Raw, _ state: Raw) -> Raw? {
  let value = get(state, operationAt(raw).pointee.source, UInt64.self)
  return push(cpuState(state), value) ? after(raw) : generic(raw, state)
}

@inline(__always)
func pushImmediate(_ raw: Raw, _ state: Raw) -> Raw? {
  push(cpuState(state), operationAt(raw).pointee.immediate) ? after(raw) : generic(raw, state)
}

@inline(__always)
func popRegister(_ raw: Raw, _ state: Raw) -> Raw? {
  let cpu = cpuState(state)
  let top = cpu.pointee.gpr.4
  guard let host = cpu.readable(top, 8) else { return generic(raw, state) }
  let value = host.loadUnaligned(as: UInt64.self)
  cpu.pointee.gpr.4 = top &+ 8
  put(state, operationAt(raw).pointee.destination, value)
  return after(raw)
}

enum TransferHandlers {
  static let jump: Handler = { jumpDirect($0, $1) }
  static let jumpThroughRegister: Handler = { jumpRegister($0, $1) }
  static let jumpThroughMemory: Handler = { jumpMemory($0, $1) }
  static let call: Handler = { callDirect($0, $1) }
  static let callThroughRegister: Handler = { callRegister($0, $1) }
  static let callThroughMemory: Handler = { callMemory($0, $1) }
  static let ret: Handler = { returnNear($0, $1) }
  static let pushRegisterForm: Handler = { pushRegister($0, $1) }
  static let pushImmediateForm: Handler = { pushImmediate($0, $1) }
  static let popRegisterForm: Handler = { popRegister($0, $1) }
}
