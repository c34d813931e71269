/// How control passes from one operation of a trace to another, and out of the traces.

/// Runs an operation. In optimised builds this is a jump, so that traces use no stack; a debug build
/// notes the operation for the loop in `runTraces`.
@inline(__always)
func go(_ op: Raw, _ state: Raw, _ left: Int64) {
  #if DEBUG
    cpuState(state).pointee.traceNext = op
    cpuState(state).pointee.traceLeft = left
  #else
    traceAt(op).pointee.handler(op, state, left)
  #endif
}

/// Runs the operation after one.
@inline(__always)
func next(_ op: Raw, _ state: Raw, _ left: Int64) { go(op + TraceOperation.stride, state, left) }

/// Runs the operation after a compare-and-branch one, which stands for two instructions.
@inline(__always)
func afterPair(_ op: Raw, _ state: Raw, _ left: Int64) {
  go(op + 2 &* TraceOperation.stride, state, left)
}

/// Ends a trace: leaves the traces with `rip` and what is left of the budget.
@inline(__always)
func leaveTraces(_ cpu: CPU, _ rip: UInt64, _ left: Int64, _ exit: TraceExit) {
  cpu.pointee.rip = rip
  cpu.pointee.traceLeft = left
  cpu.pointee.traceExit = exit
  #if DEBUG
    cpu.pointee.traceNext = nil
  #endif
}

/// Goes to the target of a direct branch that is `count` instructions long.
@inline(__always)
func take(_ raw: Raw, _ state: Raw, _ left: Int64, _ count: Int64 = 1) {
  let op = traceAt(raw)
  let rest = left &- Int64(op.pointee.before) &- count
  if rest >= 0, let link = Raw(bitPattern: UInt(truncatingIfNeeded: op.pointee.immediate)) {
    return go(link, state, rest)
  }
  return takeSlowly(raw, state, rest, count)
}

/// Finds the target of a direct branch and remembers it if it is in the same page; or leaves the
/// traces there, at the end of the budget.
@inline(never)
private func takeSlowly(_ raw: Raw, _ state: Raw, _ rest: Int64, _ count: Int64) {
  let cpu = cpuState(state)
  // The second instruction of a pair is the branch.
  let branch = count == 2 ? raw + TraceOperation.stride : raw
  let page = cpu.pointee.pageAddress
  let target = page &+ UInt64(bitPattern: Int64(traceAt(branch).pointee.displacement))
  if rest < 0 { return leaveTraces(cpu, target, rest, .ended) }
  guard let found = cpu.trace(at: target) else {
    return leaveTraces(cpu, target, rest, .blocked)
  }
  if target & ~0xfff == page {
    traceAt(raw).pointee.immediate = UInt64(UInt(bitPattern: found))
  }
  return go(found, state, rest)
}

/// Goes to an address that is known only now.
@inline(__always)
func follow(_ target: UInt64, _ state: Raw, _ rest: Int64) {
  if rest >= 0, let found = cpuState(state).knownTrace(at: target) {
    return go(found, state, rest)
  }
  return followSlowly(target, state, rest)
}

@inline(never)
private func followSlowly(_ target: UInt64, _ state: Raw, _ rest: Int64) {
  let cpu = cpuState(state)
  if rest < 0 { return leaveTraces(cpu, target, rest, .ended) }
  guard let found = cpu.trace(at: target) else {
    return leaveTraces(cpu, target, rest, .blocked)
  }
  return go(found, state, rest)
}

/// Runs one instruction with its generic executor: what a specialised handler does with a case that
/// is not the common one, and all that instructions without one do.
@inline(never)
func slow(_ raw: Raw, _ state: Raw, _ left: Int64) {
  let cpu = cpuState(state)
  let op = traceAt(raw)
  let address = cpu.pointee.pageAddress &+ UInt64(op.pointee.offset)
  let done = left &- Int64(op.pointee.before)
  guard let decoded = cpu.decoded(op.pointee.offset) else {
    return leaveTraces(cpu, address, done, .blocked)
  }
  let handler = decoded.pointee.inner ?? decoded.pointee.handler
  cpu.pointee.exit = .resume
  guard let found = handler(Raw(decoded), state) else {
    switch cpu.pointee.exit {
    case .alone, .arenaFull: return leaveTraces(cpu, address, done, .left)
    default: return leaveTraces(cpu, cpu.pointee.rip, done &- 1, .left)
    }
  }
  let reached = operationAt(found).pointee.offset
  // The operation behind this one may also be the target of a call, decoded just now.
  if found == Raw(decoded) + Operation.stride,
    reached == decoded.pointee.offset &+ UInt16(decoded.pointee.length)
  {
    return go(raw + TraceOperation.stride, state, left)
  }
  let target = cpu.pointee.pageAddress &+ UInt64(reached)
  return follow(target, state, done &- 1)
}

/// Stands in a trace before an instruction that a breakpoint may stop.
@inline(never)
func guarded(_ raw: Raw, _ state: Raw, _ left: Int64) {
  let cpu = cpuState(state)
  let op = traceAt(raw)
  let address = cpu.pointee.pageAddress &+ UInt64(op.pointee.offset)
  return leaveTraces(cpu, address, left &- Int64(op.pointee.before), .blocked)
}

/// Stands in the place of operations whose trace has been forgotten.
@inline(never)
func forgotten(_ raw: Raw, _ state: Raw, _ left: Int64) {
  let cpu = cpuState(state)
  let op = traceAt(raw)
  let address = cpu.pointee.pageAddress &+ UInt64(op.pointee.offset)
  return follow(address, state, left &- Int64(op.pointee.before))
}

/// The handlers that are not instructions.
enum TraceHandlers {
  static let slowly: TraceHandler = slow
  static let guardedForm: TraceHandler = guarded
  static let forgottenForm: TraceHandler = forgotten
  /// The end of a trace: goes on at an offset.
  static let end: TraceHandler = endOfTrace
  static let nothing: TraceHandler = noOperation
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// The decoded operation at an offset of the current page, if there is one.
  @inline(__always)
  func decoded(_ offset: UInt16) -> Op? {
    guard let page = pointee.codePage else { return nil }
    let number = page.load(fromByteOffset: Int(offset) &* 4, as: UInt32.self)
    return number == 0 ? nil : pointee.core.operation(number)
  }

  /// The trace that begins at an address, if the execute buffer leads to one; makes its page the
  /// current one.
  @inline(__always)
  func knownTrace(at va: UInt64) -> Raw? {
    let entry = pointee.tlb + (TLB.execute &+ TLB.slot(va))
    guard entry.load(as: UInt64.self) == va & ~0xfff,
      let page = Raw(bitPattern: entry.load(fromByteOffset: 8, as: UInt.self))
    else { return nil }
    let slot = page + (CodePage.traces &+ Int(truncatingIfNeeded: va & 0xfff) &* 4)
    let number = slot.load(as: UInt32.self)
    if number == 0 { return nil }
    pointee.pageAddress = va & ~0xfff
    pointee.codePage = page
    return pointee.core.traceOperation(number)
  }

  /// The trace that begins at an address, made if need be; nil where there can be none now: the
  /// address cannot be fetched, or the arena is full.
  @inline(never)
  func trace(at va: UInt64) -> Raw? {
    if let known = knownTrace(at: va) { return known }
    guard let decoded = try? lookUp(va) else { return nil }
    return makeTrace(decoded)
  }

  /// Runs traces from `rip` on, at most `budget` instructions, until something else must be done.
  ///
  /// - Returns: what is left of the budget. `rip` and `traceExit` say where and why.
  @inline(never)
  func runTraces(_ budget: Int64) -> Int64 {
    guard let first = trace(at: pointee.rip) else {
      pointee.traceExit = .blocked
      return budget
    }
    #if DEBUG
      pointee.traceNext = first
      pointee.traceLeft = budget
      while let op = pointee.traceNext {
        pointee.traceNext = nil
        traceAt(op).pointee.handler(op, raw, pointee.traceLeft)
      }
    #else
      traceAt(first).pointee.handler(first, raw, budget)
    #endif
    return pointee.traceLeft
  }
}

@inline(__always)
private func endOfTrace(_ op: Raw, _ state: Raw, _ left: Int64) { take(op, state, left, 0) }

@inline(__always)
private func noOperation(_ op: Raw, _ state: Raw, _ left: Int64) { next(op, state, left) }
