/// What the operations of loops do. Narrow results leave the upper half of a place zero, as in the
/// processor's registers.

enum Multiply: PureOperation {
  @inline(__always)
  static func value<T: Width>(_ a: T, _ b: T) -> T { a &* b }
}

enum RotateLeft: PureOperation {
  @inline(__always)
  static func value<T: Width>(_ a: T, _ b: T) -> T { a &<< b | a &>> (T(T.bitWidth) &- b) }
}

/// d = x op y
@inline(__always)
func compute<O: PureOperation, T: Width, D: LoopPlace, X: LoopSource, Y: LoopSource>(
  _ raw: Raw, _ before: LoopValues, _: O.Type, _: T.Type, _: D.Type, _: X.Type, _: Y.Type
) {
  var values = before
  let x = T(truncatingIfNeeded: X.get(values, loopAt(raw)))
  let y = T(truncatingIfNeeded: Y.get(values, loopAt(raw)))
  D.set(&values, UInt64(O.value(x, y)))
  return nextInLoop(raw, values)
}

/// d = x
@inline(__always)
func copy<D: LoopPlace, X: LoopSource>(
  _ raw: Raw, _ before: LoopValues, _: D.Type, _: X.Type
) {
  var values = before
  D.set(&values, X.get(values, loopAt(raw)))
  return nextInLoop(raw, values)
}

/// d = x + (y << scale) + constant
@inline(__always)
func address<D: LoopPlace, X: LoopPlace, Y: LoopPlace>(
  _ raw: Raw, _ before: LoopValues, _: D.Type, _: X.Type, _: Y.Type
) {
  var values = before
  let op = loopAt(raw)
  let index = Y.get(values, op) &<< UInt64(op.pointee.scale)
  D.set(&values, X.get(values, op) &+ index &+ op.pointee.immediate)
  return nextInLoop(raw, values)
}

/// The condition: whether a comparison holds of x and y.
@inline(__always)
func decideInLoop<O: PureOperation, C: Comparison, T: Width, X: LoopSource, Y: LoopSource>(
  _ raw: Raw, _ before: LoopValues, _: O.Type, _: C.Type, _: T.Type, _: X.Type, _: Y.Type
) {
  var values = before
  let x = T(truncatingIfNeeded: X.get(values, loopAt(raw)))
  let y = T(truncatingIfNeeded: Y.get(values, loopAt(raw)))
  values.condition = C.holds(x, y, O.value(x, y)) ? 1 : 0
  return nextInLoop(raw, values)
}

/// d = x if the condition holds, y if it does not.
@inline(__always)
func choose<D: LoopPlace, X: LoopSource, Y: LoopSource>(
  _ raw: Raw, _ before: LoopValues, _: D.Type, _: X.Type, _: Y.Type
) {
  var values = before
  let x = X.get(values, loopAt(raw))
  let y = Y.get(values, loopAt(raw))
  D.set(&values, values.condition != 0 ? x : y)
  return nextInLoop(raw, values)
}

/// The condition: whether t has no bit in common with the constant. d = x when that holds, or fails.
@inline(__always)
func chooseIfClear<D: LoopPlace, P: LoopPlace, X: LoopPlace, N: LoopSense>(
  _ raw: Raw, _ before: LoopValues, _: D.Type, _: P.Type, _: X.Type, _: N.Type
) {
  var values = before
  let op = loopAt(raw)
  values.condition = P.get(before, op) & op.pointee.immediate == 0 ? 1 : 0
  D.set(&values, N.holds(values) ? X.get(before, op) : D.get(before, op))
  return nextInLoop(raw, values)
}

/// Which of a condition's values is meant.
protocol LoopSense {
  static func holds(_ values: LoopValues) -> Bool
}

enum WhenTrue: LoopSense {
  @inline(__always) static func holds(_ values: LoopValues) -> Bool { values.condition != 0 }
}

enum WhenFalse: LoopSense {
  @inline(__always) static func holds(_ values: LoopValues) -> Bool { values.condition == 0 }
}

enum Always: LoopSense {
  @inline(__always) static func holds(_ values: LoopValues) -> Bool { true }
}

/// A jump over part of the round.
@inline(__always)
func skip<N: LoopSense>(_ raw: Raw, _ values: LoopValues, _: N.Type) {
  guard N.holds(values) else { return nextInLoop(raw, values) }
  return skipInLoop(raw, values)
}

/// A jump out of the loop.
@inline(__always)
func exit<N: LoopSense>(_ raw: Raw, _ values: LoopValues, _: N.Type) {
  guard N.holds(values) else { return nextInLoop(raw, values) }
  return leaveLoop(raw)
}

/// The jump back.
@inline(__always)
func again<N: LoopSense>(_ raw: Raw, _ values: LoopValues, _: N.Type) {
  guard N.holds(values) else { return leaveLoop(raw) }
  return repeatLoop(raw, values)
}

/// The jump back if a comparison holds of the first place and y.
@inline(__always)
func againIf<C: Comparison, T: Width, Y: LoopSource>(
  _ raw: Raw, _ values: LoopValues, _: C.Type, _: T.Type, _: Y.Type
) {
  let x = T(truncatingIfNeeded: values.a)
  let y = T(truncatingIfNeeded: Y.get(values, loopAt(raw)))
  guard C.holds(x, y, x &- y) else { return leaveLoop(raw) }
  return repeatLoop(raw, values)
}

/// Copies the first place to the second; the jump back if a comparison holds of it and the constant.
@inline(__always)
func againCopying<C: Comparison, T: Width>(
  _ raw: Raw, _ before: LoopValues, _: C.Type, _: T.Type
) {
  var values = before
  values.b = values.a
  return againIf(raw, values, C.self, T.self, Constant.self)
}

/// Adds the constant to the first place; the jump back if that is not zero.
@inline(__always)
func againCounting<T: Width>(_ raw: Raw, _ before: LoopValues, _: T.Type) {
  var values = before
  let sum = T(truncatingIfNeeded: values.a &+ loopAt(raw).pointee.immediate)
  values.a = UInt64(sum)
  guard sum != 0 else { return leaveLoop(raw) }
  return repeatLoop(raw, values)
}

/// The arguments of a handler.
@inline(__always)
func loopValues(
  _ condition: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64
) -> LoopValues {
  LoopValues(condition: condition, a: a, b: b, c: c, d: d)
}
