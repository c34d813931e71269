/// How control passes through a loop, into it and out of it.

/// Runs an operation: a jump in optimised builds; a debug build notes it for the loop in `enterLoop`.
@inline(__always)
private func goLoop(_ op: Raw, _ values: LoopValues) {
  #if DEBUG
    let header = loopHeader(of: op)
    header.pointee.next = op
    header.pointee.arguments = values
  #else
    loopAt(op).pointee.handler(
      op, values.condition, values.a, values.b, values.c, values.d)
  #endif
}

/// Runs the operation after one.
@inline(__always)
func nextInLoop(_ op: Raw, _ values: LoopValues) { goLoop(op + LoopOperation.stride, values) }

/// Jumps forward to an operation's link; the instructions between are not executed.
@inline(__always)
func skipInLoop(_ raw: Raw, _ values: LoopValues) {
  let op = loopAt(raw)
  loopHeader(of: raw).pointee.left &+= Int64(op.pointee.count)
  return goLoop(op.pointee.link, values)
}

/// Ends a round and begins another.
@inline(__always)
func repeatLoop(_ raw: Raw, _ values: LoopValues) {
  let op = loopAt(raw)
  let first = op.pointee.link
  let header = loopHeader(first)
  header.pointee.values.a = values.a
  header.pointee.values.b = values.b
  header.pointee.values.c = values.c
  header.pointee.values.d = values.d
  let count = Int64(op.pointee.count)
  let left = header.pointee.left &- count
  header.pointee.left = left
  header.pointee.checkpoint = left
  guard left >= count else { return leaveLoop(raw) }
  return goLoop(first, values)
}

/// Leaves the loop for the ordinary trace, at the beginning of the round.
@inline(never)
func leaveLoop(_ raw: Raw) {
  let header = loopHeader(of: raw)
  let left = header.pointee.checkpoint
  let state = header.pointee.state
  let values = header.pointee.values
  let places = header.pointee.places
  put(state, places.0, values.a)
  put(state, places.1, values.b)
  put(state, places.2, values.c)
  put(state, places.3, values.d)
  let isBrief = header.pointee.entered &- left < LoopHeader.brief &* header.pointee.count
  // Not counting the ends of slices.
  if isBrief, left >= header.pointee.count {
    header.pointee.briefVisits &+= 1
    if header.pointee.briefVisits > 64 {
      let enter = header.pointee.plain - TraceOperation.stride
      traceAt(enter).pointee.handler = TraceHandlers.nothing
    }
  } else {
    header.pointee.briefVisits = max(0, header.pointee.briefVisits &- 4)
  }
  return go(header.pointee.plain, state, left)
}

/// The operation of a trace that enters the loop, if the budget allows a round. It is no instruction.
@inline(__always)
func enterLoop(_ raw: Raw, _ state: Raw, _ left: Int64) {
  guard let first = Raw(bitPattern: UInt(truncatingIfNeeded: traceAt(raw).pointee.immediate)) else {
    return next(raw, state, left)
  }
  let header = loopHeader(first)
  guard left >= header.pointee.count else { return next(raw, state, left) }
  header.pointee.state = state
  header.pointee.left = left
  header.pointee.checkpoint = left
  header.pointee.entered = left
  if header.pointee.invariantCount != 0 { fillInvariants(header, first) }
  let places = header.pointee.places
  let values = LoopValues(
    condition: 0, a: get(state, places.0, UInt64.self), b: get(state, places.1, UInt64.self),
    c: get(state, places.2, UInt64.self), d: get(state, places.3, UInt64.self))
  header.pointee.values = values
  goLoop(first, values)
  #if DEBUG
    while let op = header.pointee.next {
      header.pointee.next = nil
      let now = header.pointee.arguments
      loopAt(op).pointee.handler(op, now.condition, now.a, now.b, now.c, now.d)
    }
  #endif
}

/// Gives operations the values of registers that the loop does not change.
@inline(never)
private func fillInvariants(_ header: UnsafeMutablePointer<LoopHeader>, _ first: Raw) {
  func fill(_ invariant: LoopInvariant) {
    let op = loopAt(first + Int(invariant.operation) &* LoopOperation.stride)
    op.pointee.immediate = get(header.pointee.state, invariant.register, UInt64.self)
  }
  let all = header.pointee.invariants
  let count = header.pointee.invariantCount
  fill(all.0)
  if count > 1 { fill(all.1) }
  if count > 2 { fill(all.2) }
  if count > 3 { fill(all.3) }
}

/// The handler that is part of a trace.
enum LoopEntry {
  static let enter: TraceHandler = enterLoop
}
