/// A number with a significand of 128 bits, first bit set unless it is zero: what transcendental
/// functions compute with. significand / 2^127 * 2^exponent; operations cut off.
struct LongFloat {
  var sign: Bool
  var exponent: Int
  var bits: UInt128

  init(_ bits: UInt128, sign: Bool, exponent: Int) {
    let shift = bits.leadingZeroBitCount
    self.sign = sign
    self.bits = shift == 128 ? 0 : bits &<< UInt128(shift)
    self.exponent = shift == 128 ? -1_000_000 : exponent &- shift
  }

  init(_ x: Unpacked) {
    self.init(UInt128(x.significand) &<< 64, sign: x.sign, exponent: x.isZero ? 0 : x.exponent)
  }

  static var one: LongFloat { LongFloat(1 &<< 127, sign: false, exponent: 0) }

  /// The number as a fraction of 2^126; below 2 in magnitude.
  var fixed: UInt128 {
    let shift = 1 &- exponent
    return shift >= 128 || shift < 0 ? 0 : bits &>> UInt128(shift)
  }

  init(fixed: UInt128, sign: Bool) { self.init(fixed, sign: sign, exponent: 1) }

  static func * (a: LongFloat, b: LongFloat) -> LongFloat {
    let product = a.bits.multipliedFullWidth(by: b.bits)
    let sign = a.sign != b.sign
    let power = a.exponent &+ b.exponent &+ 1
    if product.high >> 127 != 0 || product.high == 0 {
      return LongFloat(product.high, sign: sign, exponent: power)
    }
    return LongFloat(
      product.high &<< 1 | product.low >> 127, sign: sign, exponent: power &- 1)
  }

  /// The divisor is not zero.
  static func / (a: LongFloat, b: LongFloat) -> LongFloat {
    let sign = a.sign != b.sign
    if a.bits == 0 || b.bits == 0 { return LongFloat(0, sign: sign, exponent: 0) }
    // The dividend is halved, so that the quotient has 128 bits at most.
    var power = a.exponent &- b.exponent
    var high = a.bits
    var low: UInt128 = 0
    if a.bits >= b.bits {
      low = high &<< 127
      high = high &>> 1
    } else {
      power = power &- 1
    }
    let quotient = b.bits.dividingFullWidth((high, low)).quotient
    return LongFloat(quotient, sign: sign, exponent: power)
  }

  static func + (a: LongFloat, b: LongFloat) -> LongFloat {
    if a.bits == 0 { return b }
    if b.bits == 0 { return a }
    let swaps = a.exponent < b.exponent || (a.exponent == b.exponent && a.bits < b.bits)
    let (large, small) = swaps ? (b, a) : (a, b)
    let distance = large.exponent &- small.exponent
    let moved = distance >= 128 ? 0 : small.bits &>> UInt128(distance)
    if large.sign != small.sign {
      return LongFloat(large.bits &- moved, sign: large.sign, exponent: large.exponent)
    }
    let (sum, carried) = large.bits.addingReportingOverflow(moved)
    if carried {
      return LongFloat(
        sum &>> 1 | 1 &<< 127, sign: large.sign, exponent: large.exponent &+ 1)
    }
    return LongFloat(sum, sign: large.sign, exponent: large.exponent)
  }

  static prefix func - (a: LongFloat) -> LongFloat {
    var result = a
    result.sign.toggle()
    return result
  }

  /// The result to be rounded: never exact.
  var inexact: Exact {
    Exact(
      sign: sign, exponent: exponent, high: UInt64(truncatingIfNeeded: bits &>> 64),
      low: UInt64(truncatingIfNeeded: bits) | 1)
  }
}

/// The functions, on finite numbers, by series in fixed point with 126 bits after the point.
enum Transcendental {
  static var ln2: LongFloat {
    LongFloat(0xb172_17f7_d1cf_79ab_c9e3_b398_03f2_f6af, sign: false, exponent: -1)
  }
  static var halfPi: LongFloat {
    LongFloat(0xc90f_daa2_2168_c234_c4c6_628b_80dc_1cd1, sign: false, exponent: 0)
  }
  private static var unit: UInt128 { 1 &<< 126 }

  private static func multiply(_ a: UInt128, _ b: UInt128) -> UInt128 {
    let product = a.multipliedFullWidth(by: b)
    return product.high &<< 2 | product.low >> 126
  }

  /// 2^x - 1 for |x| < 1: y (1 + y/2 (1 + y/3 ...)) with y = x ln 2.
  static func powerOfTwoMinusOne(_ x: LongFloat) -> LongFloat {
    let y = x * ln2
    let size = y.fixed
    var sum = unit
    for k in stride(from: 36, through: 2, by: -1) {
      let term = multiply(size, sum) / UInt128(k)
      sum = x.sign ? unit &- term : unit &+ term
    }
    return y * LongFloat(fixed: sum, sign: false)
  }

  /// The sine and the cosine of |x| below 1.
  static func sineAndCosine(_ x: LongFloat) -> (sine: LongFloat, cosine: LongFloat) {
    let square = (x * x).fixed
    var sine = unit
    var cosine = unit
    for k in stride(from: 34, through: 2, by: -2) {
      let divisor = UInt128(k)
      sine = unit &- multiply(square, sine) / (divisor &* (divisor &+ 1))
      cosine = unit &- multiply(square, cosine) / (divisor &* (divisor &- 1))
    }
    return (x * LongFloat(fixed: sine, sign: false), LongFloat(fixed: cosine, sign: false))
  }

  /// x less the nearest multiple of pi/2, and the multiple's last two bits. Pi has 66 bits, as in
  /// processors (Intel SDM vol. 1 §8.3.8). |x| is below 2^63.
  static func reduce(_ x: Unpacked) -> (rest: LongFloat, quadrant: Int) {
    guard x.exponent >= -4 else { return (LongFloat(x), 0) }
    // In units of 2^-67.
    let period: UInt128 = 0xc_90fd_aa22_168c_234c
    var rest = UInt128(x.significand)
    var quotient = 0
    for _ in 0..<min(x.exponent &+ 4, 67) {
      rest = rest &<< 1
      quotient = quotient &<< 1
      if rest >= period {
        rest = rest &- period
        quotient |= 1
      }
    }
    var sign = x.sign
    if rest &<< 1 > period {
      rest = period &- rest
      quotient = quotient &+ 1
      sign.toggle()
    }
    let quadrant = x.sign ? 0 &- quotient : quotient
    return (LongFloat(rest, sign: sign, exponent: 60), quadrant & 3)
  }

  /// The sine and the cosine of a number below 2^63.
  static func circle(_ x: Unpacked) -> (sine: LongFloat, cosine: LongFloat) {
    let (rest, quadrant) = reduce(x)
    let (s, c) = sineAndCosine(rest)
    switch quadrant {
    case 0: return (s, c)
    case 1: return (c, -s)
    case 2: return (-s, -c)
    default: return (-c, s)
    }
  }

  /// The base 2 logarithm of a positive number other than 1.
  static func logarithm(_ x: LongFloat) -> LongFloat {
    var fraction = x
    var power = x.exponent
    fraction.exponent = 0
    if fraction.bits >= 0xb504_f333_f9de_6484_0000_0000_0000_0000 {
      fraction.exponent = -1
      power = power &+ 1
    }
    let ratio = (fraction + -LongFloat.one) / (fraction + LongFloat.one)
    let whole = Unpacked(Int64(power))
    return LongFloat(whole) + inverseTangent(ratio)
  }

  /// log2(1 + x) for x small.
  static func logarithmPlusOne(_ x: LongFloat) -> LongFloat {
    guard x.exponent < -2 else { return logarithm(x + LongFloat.one) }
    return inverseTangent(x / (x + LongFloat(1 &<< 127, sign: false, exponent: 1)))
  }

  /// 2 artanh z / ln 2, |z| below 0.2.
  private static func inverseTangent(_ z: LongFloat) -> LongFloat {
    if z.bits == 0 { return z }
    let square = (z * z).fixed
    var sum: UInt128 = 0
    for k in stride(from: 61, through: 1, by: -2) {
      sum = unit / UInt128(k) &+ multiply(square, sum)
    }
    var result = z * LongFloat(fixed: sum, sign: false) / ln2
    result.exponent = result.exponent &+ 1
    return result
  }

  /// The angle of (x, y), both positive and not zero, in the first octants: atan(y / x).
  static func angle(_ y: LongFloat, _ x: LongFloat) -> LongFloat {
    let steep = y.exponent > x.exponent || (y.exponent == x.exponent && y.bits > x.bits)
    let ratio = steep ? x / y : y / x
    var first = LongFloat(0, sign: false, exponent: 0)
    var rest = ratio
    if ratio.exponent >= -5 {
      // An angle right to 8 bits; the rest is found exactly, by the tangent of a difference.
      let t = ratio.fixed
      let slope = (unit / 1000) &* 785 &+ multiply((unit / 1000) &* 273, unit &- min(t, unit))
      first = LongFloat(fixed: multiply(t, slope), sign: false)
      let (s, c) = sineAndCosine(first)
      rest = (ratio * c + -s) / (c + ratio * s)
    }
    let square = (rest * rest).fixed
    var sum: UInt128 = 0
    for k in stride(from: 41, through: 1, by: -2) {
      sum = unit / UInt128(k) &- multiply(square, sum)
    }
    let angle = first + rest * LongFloat(fixed: sum, sign: false)
    return steep ? halfPi + -angle : angle
  }
}
