/// A number of the x87 registers' format, 80 bits (Intel SDM vol. 1 §4.2.2 and §8.2.2): the first
/// bit of the significand is stored, so that there are encodings which mean no number.
struct Extended: Equatable {
  var significand: UInt64
  /// The sign at bit 15, and the exponent field.
  var head: UInt16

  @inline(__always)
  init(head: UInt16, significand: UInt64) {
    self.head = head
    self.significand = significand
  }

  @inline(__always) static var bias: Int { 16383 }
  /// The default NaN, "real indefinite".
  @inline(__always) static var indefinite: Extended {
    Extended(head: 0xffff, significand: 0xc000_0000_0000_0000)
  }
  @inline(__always) static var one: Extended {
    Extended(head: 0x3fff, significand: 1 &<< 63)
  }

  @inline(__always)
  static func zero(sign: Bool) -> Extended {
    Extended(head: sign ? 0x8000 : 0, significand: 0)
  }

  @inline(__always)
  static func infinity(sign: Bool) -> Extended {
    Extended(head: sign ? 0xffff : 0x7fff, significand: 1 &<< 63)
  }

  @inline(__always) var sign: Bool { head & 0x8000 != 0 }
  @inline(__always) var field: Int { Int(head & 0x7fff) }

  /// The range of the format, cut to the bits that precision control asks for: the exponent keeps
  /// its 15 bits.
  @inline(__always)
  static func shape(precision: Int) -> FloatShape {
    FloatShape(precision: precision, minimum: -16382, maximum: 16383, wrap: 24576)
  }

  /// The number taken apart. A pseudo-denormal (exponent field 0, first bit set) is a denormal.
  @inline(__always)
  var unpacked: Unpacked {
    let first = significand &>> 63 != 0
    if field == 0x7fff {
      guard first else { return Unpacked(.unsupported, sign: sign, significand: significand) }
      let fraction = significand & (~0 &>> 1)
      if fraction == 0 { return Unpacked(.infinity, sign: sign) }
      let quiet = fraction &>> 62 != 0
      return Unpacked(quiet ? .quietNaN : .signalingNaN, sign: sign, significand: fraction)
    }
    if field != 0 {
      guard first else { return Unpacked(.unsupported, sign: sign, significand: significand) }
      return Unpacked(
        .normal, sign: sign, exponent: field &- Extended.bias, significand: significand)
    }
    if significand == 0 { return Unpacked(.zero, sign: sign) }
    let shift = significand.leadingZeroBitCount
    return Unpacked(
      .denormal, sign: sign, exponent: -16382 &- shift,
      significand: significand &<< UInt64(shift))
  }

  /// A number that the format holds exactly; a NaN stays as signalling as it is.
  @inline(__always)
  init(exactly x: Unpacked) {
    let top: UInt16 = x.sign ? 0x8000 : 0
    switch x.kind {
    case .zero: self.init(head: top, significand: 0)
    case .infinity: self.init(head: top | 0x7fff, significand: 1 &<< 63)
    case .quietNaN, .signalingNaN:
      self.init(head: top | 0x7fff, significand: x.significand | 1 &<< 63)
    case .unsupported: self = .indefinite
    case .normal, .denormal:
      if x.exponent >= -16382 {
        let field = UInt16(truncatingIfNeeded: x.exponent &+ Extended.bias) & 0x7fff
        self.init(head: top | field, significand: x.significand)
      } else {
        let shift = min(63, -16382 &- x.exponent)
        self.init(head: top, significand: x.significand &>> UInt64(shift))
      }
    }
  }

  @inline(__always)
  init(_ x: Rounded) {
    let field = UInt16(truncatingIfNeeded: x.field) & 0x7fff
    self.init(head: field | (x.sign ? 0x8000 : 0), significand: x.significand)
  }

  /// Rounds a result, which may be zero, to a number of significand bits.
  @inline(__always)
  static func round(
    _ x: Exact, precision: Int, _ environment: inout FloatEnvironment
  ) -> Extended {
    if x.isZero {
      environment.roundedUp = false
      return zero(sign: x.sign)
    }
    return Extended(x.rounded(to: shape(precision: precision), &environment))
  }
}
