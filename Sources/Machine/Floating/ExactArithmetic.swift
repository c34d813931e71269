/// Arithmetic on finite numbers, before rounding. Operands are not NaN, infinite or unsupported;
/// which of them may be zero is said at each operation.
extension Unpacked {
  @inline(__always)
  private var wide: UInt128 { UInt128(significand) &<< 64 }

  /// The sum. Zeros are allowed; an exact zero sum has the sign that `mode` gives it.
  @inline(__always)
  func sum(_ other: Unpacked, _ mode: RoundingMode) -> Exact {
    if isZero || other.isZero {
      if isZero && other.isZero {
        let negative = sign == other.sign ? sign : mode == .down
        return Exact(sign: negative, exponent: 0, high: 0, low: 0)
      }
      return isZero ? other.exact : exact
    }
    return addExact(exact, other.exact, mode)
  }

  /// The product. Zeros are allowed.
  @inline(__always)
  func product(_ other: Unpacked) -> Exact {
    let negative = sign != other.sign
    if isZero || other.isZero { return Exact(sign: negative, exponent: 0, high: 0, low: 0) }
    let (high, low) = significand.multipliedFullWidth(by: other.significand)
    let power = exponent &+ other.exponent
    if high &>> 63 != 0 {
      return Exact(sign: negative, exponent: power &+ 1, high: high, low: low)
    }
    return Exact(
      sign: negative, exponent: power, high: high &<< 1 | low &>> 63, low: low &<< 1)
  }

  /// The quotient. The divisor is not zero.
  @inline(__always)
  func quotient(_ divisor: Unpacked) -> Exact {
    let negative = sign != divisor.sign
    if isZero { return Exact(sign: negative, exponent: 0, high: 0, low: 0) }
    let by = divisor.significand
    let isLess = significand < by
    let power = exponent &- divisor.exponent &- (isLess ? 1 : 0)
    let high = isLess ? significand : significand &>> 1
    let low = isLess ? 0 : significand &<< 63
    // Both significands have their first bit set, so the quotient has 64 bits.
    let (bits, left) = by.dividingFullWidth((high, low))
    return Exact(sign: negative, exponent: power, high: bits, low: remainderBits(left, by))
  }

  /// The square root of a number that is not negative or zero.
  @inline(__always)
  func root() -> Exact {
    let odd = exponent & 1
    let radicand = odd == 0 ? wide &>> 1 : wide
    let bits = squareRoot(radicand)
    let left = radicand &- UInt128(bits) &* UInt128(bits)
    // The root lies above bits + 1/2 exactly when the remainder is larger than bits.
    let low: UInt64 = left == 0 ? 0 : (left > UInt128(bits) ? 1 &<< 63 | 1 : 1)
    return Exact(sign: false, exponent: (exponent &- odd) &>> 1, high: bits, low: low)
  }

  /// self * factor + addend, of numbers with at most 53 significant bits. Zeros are allowed.
  @inline(__always)
  func product(_ factor: Unpacked, plus addend: Unpacked, _ mode: RoundingMode) -> Exact {
    let first = product(factor)
    if first.isZero || addend.isZero {
      if first.isZero && addend.isZero {
        let negative = first.sign == addend.sign ? first.sign : mode == .down
        return Exact(sign: negative, exponent: 0, high: 0, low: 0)
      }
      return first.isZero ? addend.exact : first
    }
    return addExact(first, addend.exact, mode)
  }
}

/// What is left of a division, as bits below the quotient: the half, and whether there is more.
@inline(__always)
private func remainderBits(_ left: UInt64, _ divisor: UInt64) -> UInt64 {
  if left == 0 { return 0 }
  let rest = divisor &- left
  if left == rest { return 1 &<< 63 }
  return left > rest ? 1 &<< 63 | 1 : 1
}

/// The sum of two numbers other than zero. Both leave at least 22 of the 128 bits free, so bits are
/// lost to the alignment only when at most one leading bit can cancel; the last bit stands for them.
@inline(__always)
private func addExact(_ a: Exact, _ b: Exact, _ mode: RoundingMode) -> Exact {
  let swap = a.exponent < b.exponent || (a.exponent == b.exponent && a.high < b.high)
  let large = swap ? b : a
  let small = swap ? a : b
  let moved = shiftedRightJamming(small.bits, large.exponent &- small.exponent)
  if large.sign == small.sign {
    let (sum, carried) = large.bits.addingReportingOverflow(moved)
    if carried {
      let half = shiftedRightJamming(sum, 1) | 1 &<< 127
      return Exact(
        sign: large.sign, exponent: large.exponent &+ 1,
        high: UInt64(truncatingIfNeeded: half &>> 64), low: UInt64(truncatingIfNeeded: half))
    }
    return Exact(
      sign: large.sign, exponent: large.exponent,
      high: UInt64(truncatingIfNeeded: sum &>> 64), low: UInt64(truncatingIfNeeded: sum))
  }
  let (difference, borrowed) = large.bits.subtractingReportingOverflow(moved)
  if difference == 0 { return Exact(sign: mode == .down, exponent: 0, high: 0, low: 0) }
  if borrowed {
    return Exact(normalising: 0 &- difference, sign: small.sign, exponent: large.exponent)
  }
  return Exact(normalising: difference, sign: large.sign, exponent: large.exponent)
}

/// The integer square root of a number of 127 or 128 bits.
@inline(__always)
func squareRoot(_ radicand: UInt128) -> UInt64 {
  // A double has the first 52 bits right; one step of Newton's method doubles that, and the last
  // bit is corrected. Host square roots are exact to the bit in IEEE arithmetic.
  let high = UInt64(truncatingIfNeeded: radicand &>> 64)
  let estimate = Double(high).squareRoot() * 4_294_967_296.0
  let limit = 18_446_744_073_709_549_568.0
  var root = estimate >= limit ? UInt64.max : UInt64(estimate)
  let quotient = radicand / UInt128(root)
  let mean = (UInt128(root) &+ quotient) &>> 1
  root = mean > UInt128(UInt64.max) ? UInt64.max : UInt64(truncatingIfNeeded: mean)
  while UInt128(root) &* UInt128(root) > radicand { root = root &- 1 }
  while root != .max {
    let next = UInt128(root &+ 1)
    if next &* next > radicand { break }
    root = root &+ 1
  }
  return root
}
