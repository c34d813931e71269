/// A two-operand operation of the integer unit.
protocol BinaryOperation {
  /// Whether the result goes to the destination.
  static var writes: Bool { get }
  /// The result.
  static func value<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T
  /// Sets the flags for operands and their result.
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ b: T, _ r: T)
}

extension BinaryOperation {
  static var writes: Bool { true }
}

/// An operation whose result depends on its operands only.
protocol PureOperation {
  /// The result.
  static func value<T: Width>(_ a: T, _ b: T) -> T
}

extension BinaryOperation where Self: PureOperation {
  @inline(__always)
  static func value<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T { value(a, b) }
}

enum Add: BinaryOperation, PureOperation {
  @inline(__always)
  static func value<T: Width>(_ a: T, _ b: T) -> T { a &+ b }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ b: T, _ r: T) {
    cpu.setFlags(result: signed(r), operands: signed(a ^ b), carry: r < a ? 1 : 0)
  }
}

enum AddCarry: BinaryOperation {
  @inline(__always)
  static func value<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T {
    a &+ b &+ T(truncatingIfNeeded: cpu.pointee.flagCarry & 1)
  }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ b: T, _ r: T) {
    let carry = cpu.pointee.flagCarry & 1
    let out: UInt64 = r < a || (carry != 0 && r == a) ? 1 : 0
    cpu.setFlags(result: signed(r), operands: signed(a ^ b), carry: out)
  }
}

enum Subtract: BinaryOperation, PureOperation {
  @inline(__always)
  static func value<T: Width>(_ a: T, _ b: T) -> T { a &- b }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ b: T, _ r: T) {
    cpu.setFlags(result: signed(r), operands: signed(a ^ b), carry: a < b ? 1 : 0)
  }
}

enum SubtractBorrow: BinaryOperation {
  @inline(__always)
  static func value<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T {
    a &- b &- T(truncatingIfNeeded: cpu.pointee.flagCarry & 1)
  }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ b: T, _ r: T) {
    let borrow = cpu.pointee.flagCarry & 1
    let out: UInt64 = a < b || (borrow != 0 && a == b) ? 1 : 0
    cpu.setFlags(result: signed(r), operands: signed(a ^ b), carry: out)
  }
}

enum Compare: BinaryOperation {
  static var writes: Bool { false }
  @inline(__always)
  static func value<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T { a &- b }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ b: T, _ r: T) {
    Subtract.setFlags(cpu, a, b, r)
  }
}

enum And: BinaryOperation, PureOperation {
  @inline(__always)
  static func value<T: Width>(_ a: T, _ b: T) -> T { a & b }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ b: T, _ r: T) {
    cpu.setFlags(logic: signed(r))
  }
}

enum Or: BinaryOperation, PureOperation {
  @inline(__always)
  static func value<T: Width>(_ a: T, _ b: T) -> T { a | b }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ b: T, _ r: T) {
    cpu.setFlags(logic: signed(r))
  }
}

enum ExclusiveOr: BinaryOperation, PureOperation {
  @inline(__always)
  static func value<T: Width>(_ a: T, _ b: T) -> T { a ^ b }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ b: T, _ r: T) {
    cpu.setFlags(logic: signed(r))
  }
}

enum Test: BinaryOperation {
  static var writes: Bool { false }
  @inline(__always)
  static func value<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T { a & b }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ b: T, _ r: T) {
    cpu.setFlags(logic: signed(r))
  }
}

/// inc; the second operand is not used.
enum Increment: BinaryOperation {
  @inline(__always)
  static func value<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T { a &+ 1 }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ b: T, _ r: T) {
    let carry = cpu.pointee.flagCarry & 1
    let out: UInt64 = r == 0 ? 1 : 0
    let operands = signed(a ^ 1) ^ ((out ^ carry) &<< 63)
    cpu.setFlags(result: signed(r), operands: operands, carry: carry)
  }
}

/// dec; the second operand is not used.
enum Decrement: BinaryOperation {
  @inline(__always)
  static func value<T: Width>(_ cpu: CPU, _ a: T, _ b: T) -> T { a &- 1 }
  @inline(__always)
  static func setFlags<T: Width>(_ cpu: CPU, _ a: T, _ b: T, _ r: T) {
    let carry = cpu.pointee.flagCarry & 1
    let out: UInt64 = a == 0 ? 1 : 0
    let operands = signed(a ^ 1) ^ ((out ^ carry) &<< 63)
    cpu.setFlags(result: signed(r), operands: operands, carry: carry)
  }
}

/// Whether somebody looks at the flags an instruction sets.
protocol FlagUse {
  static var isLive: Bool { get }
}

enum Live: FlagUse {
  @inline(__always) static var isLive: Bool { true }
}

enum Dead: FlagUse {
  @inline(__always) static var isLive: Bool { false }
}

/// A result's way to flags and destination register.
@inline(__always)
private func finish<O: BinaryOperation, T: Width, F: FlagUse>(
  _ op: TraceOp, _ state: Raw, _ a: T, _ b: T, _: O.Type, _: F.Type
) {
  let cpu = cpuState(state)
  let r = O.value(cpu, a, b)
  if F.isLive { O.setFlags(cpu, a, b, r) }
  if O.writes { put(state, op.pointee.destination, r) }
}

/// Register, register.
@inline(__always)
func rr<O: BinaryOperation, T: Width, F: FlagUse>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: O.Type, _: T.Type, _: F.Type
) {
  let op = traceAt(raw)
  let a = get(state, op.pointee.destination, T.self)
  let b = get(state, op.pointee.source, T.self)
  finish(op, state, a, b, O.self, F.self)
  return next(raw, state, left)
}

/// Register, immediate.
@inline(__always)
func ri<O: BinaryOperation, T: Width, F: FlagUse>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: O.Type, _: T.Type, _: F.Type
) {
  let op = traceAt(raw)
  let a = get(state, op.pointee.destination, T.self)
  finish(op, state, a, T(truncatingIfNeeded: op.pointee.immediate), O.self, F.self)
  return next(raw, state, left)
}

/// Register, memory.
@inline(__always)
func rm<O: BinaryOperation, T: Width>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: O.Type, _: T.Type
) {
  let op = traceAt(raw)
  guard let host = source(op, state, T.self, Indexed.self) else { return slow(raw, state, left) }
  let a = get(state, op.pointee.destination, T.self)
  finish(op, state, a, host.loadUnaligned(as: T.self), O.self, Live.self)
  return next(raw, state, left)
}

/// Memory and a value.
@inline(__always)
private func memory<O: BinaryOperation, T: Width>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: O.Type, _ b: T
) {
  let op = traceAt(raw)
  let place =
    O.writes
    ? target(op, state, T.self, Indexed.self) : source(op, state, T.self, Indexed.self)
  guard let host = place else { return slow(raw, state, left) }
  let cpu = cpuState(state)
  let a = host.loadUnaligned(as: T.self)
  let r = O.value(cpu, a, b)
  O.setFlags(cpu, a, b, r)
  if O.writes { host.storeBytes(of: r, as: T.self) }
  return next(raw, state, left)
}

/// Memory, register.
@inline(__always)
func mr<O: BinaryOperation, T: Width>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: O.Type, _: T.Type
) {
  return memory(raw, state, left, O.self, get(state, traceAt(raw).pointee.source, T.self))
}

/// Memory, immediate.
@inline(__always)
func mi<O: BinaryOperation, T: Width>(
  _ raw: Raw, _ state: Raw, _ left: Int64, _: O.Type, _: T.Type
) {
  let b = T(truncatingIfNeeded: traceAt(raw).pointee.immediate)
  return memory(raw, state, left, O.self, b)
}
