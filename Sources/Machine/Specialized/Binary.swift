/// A two-operand operation of the integer unit.
protocol BinaryOperation {
  /// Whether the result goes to the destination.
  static var writes: Bool { get }
  /// Whether the destination's old value matters.
  static var reads: Bool { get }
  static func apply<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T
}

extension BinaryOperation {
  static var writes: Bool { true }
  static var reads: Bool { true }
}

enum Add: BinaryOperation {
  @inline(__always)
  static func apply<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T {
    let r = a &+ b
    cpu.setFlags(result: signed(r), operands: signed(a ^ b), carry: r < a ? 1 : 0)
    return r
  }
}

enum AddCarry: BinaryOperation {
  @inline(__always)
  static func apply<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T {
    let carry = cpu.pointee.flagCarry & 1
    let r = a &+ b &+ T(truncatingIfNeeded: carry)
    let out: UInt64 = r < a || (carry != 0 && r == a) ? 1 : 0
    cpu.setFlags(result: signed(r), operands: signed(a ^ b), carry: out)
    return r
  }
}

enum Subtract: BinaryOperation {
  @inline(__always)
  static func apply<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T {
    let r = a &- b
    cpu.setFlags(result: signed(r), operands: signed(a ^ b), carry: a < b ? 1 : 0)
    return r
  }
}

enum SubtractBorrow: BinaryOperation {
  @inline(__always)
  static func apply<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T {
    let borrow = cpu.pointee.flagCarry & 1
    let r = a &- b &- T(truncatingIfNeeded: borrow)
    let out: UInt64 = a < b || (borrow != 0 && a == b) ? 1 : 0
    cpu.setFlags(result: signed(r), operands: signed(a ^ b), carry: out)
    return r
  }
}

enum Compare: BinaryOperation {
  static var writes: Bool { false }
  @inline(__always)
  static func apply<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T { Subtract.apply(cpu, a, b) }
}

enum And: BinaryOperation {
  @inline(__always)
  static func apply<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T {
    cpu.setFlags(logic: signed(a & b))
    return a & b
  }
}

enum Or: BinaryOperation {
  @inline(__always)
  static func apply<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T {
    cpu.setFlags(logic: signed(a | b))
    return a | b
  }
}

enum ExclusiveOr: BinaryOperation {
  @inline(__always)
  static func apply<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T {
    cpu.setFlags(logic: signed(a ^ b))
    return a ^ b
  }
}

enum Test: BinaryOperation {
  static var writes: Bool { false }
  @inline(__always)
  static func apply<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T { And.apply(cpu, a, b) }
}

enum Move: BinaryOperation {
  static var reads: Bool { false }
  @inline(__always)
  static func apply<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T { b }
}

/// Register, register.
@inline(__always)
func rr<O: BinaryOperation, T: Width>(
  _ raw: Raw, _ state: Raw, _: O.Type, _: T.Type
) -> Raw? {
  let op = operationAt(raw)
  let b = get(state, op.pointee.source, T.self)
  let a = O.reads ? get(state, op.pointee.destination, T.self) : 0
  let r = O.apply(cpuState(state), a, b)
  if O.writes { put(state, op.pointee.destination, r) }
  return after(raw)
}

/// Register, immediate.
@inline(__always)
func ri<O: BinaryOperation, T: Width>(
  _ raw: Raw, _ state: Raw, _: O.Type, _: T.Type
) -> Raw? {
  let op = operationAt(raw)
  let b = T(truncatingIfNeeded: op.pointee.immediate)
  let a = O.reads ? get(state, op.pointee.destination, T.self) : 0
  let r = O.apply(cpuState(state), a, b)
  if O.writes { put(state, op.pointee.destination, r) }
  return after(raw)
}

/// Register, memory.
@inline(__always)
func rm<O: BinaryOperation, T: Width>(
  _ raw: Raw, _ state: Raw, _: O.Type, _: T.Type
) -> Raw? {
  let op = operationAt(raw)
  guard let host = source(op, state, T.self) else { return generic(raw, state) }
  let b = host.loadUnaligned(as: T.self)
  let a = O.reads ? get(state, op.pointee.destination, T.self) : 0
  let r = O.apply(cpuState(state), a, b)
  if O.writes { put(state, op.pointee.destination, r) }
  return after(raw)
}

/// Memory and a value.
@inline(__always)
private func memory<O: BinaryOperation, T: Width>(
  _ raw: Raw, _ state: Raw, _: O.Type, _ b: T
) -> Raw? {
  let op = operationAt(raw)
  let place = O.writes ? target(op, state, T.self) : source(op, state, T.self)
  guard let host = place else { return generic(raw, state) }
  let a = O.reads ? host.loadUnaligned(as: T.self) : 0
  let r = O.apply(cpuState(state), a, b)
  if O.writes { host.storeBytes(of: r, as: T.self) }
  return after(raw)
}

/// Memory, register.
@inline(__always)
func mr<O: BinaryOperation, T: Width>(
  _ raw: Raw, _ state: Raw, _: O.Type, _: T.Type
) -> Raw? {
  memory(raw, state, O.self, get(state, operationAt(raw).pointee.source, T.self))
}

/// Memory, immediate.
@inline(__always)
func mi<O: BinaryOperation, T: Width>(
  _ raw: Raw, _ state: Raw, _: O.Type, _: T.Type
) -> Raw? {
  memory(raw, state, O.self, T(truncatingIfNeeded: operationAt(raw).pointee.immediate))
}
