/// A deterministic stream of numbers (splitmix64).
struct Numbers {
  private var state: UInt64

  init(seed: UInt64, row: Int, index: UInt64) {
    state = seed
    state = next() ^ UInt64(truncatingIfNeeded: row) &* 0xd6e8_feb8_6659_fd93
    state = next() ^ index &* 0xa076_1d64_78bd_642f
  }

  @inline(__always)
  mutating func next() -> UInt64 {
    state = state &+ 0x9e37_79b9_7f4a_7c15
    var x = state
    x = (x ^ (x >> 30)) &* 0xbf58_476d_1ce4_e5b9
    x = (x ^ (x >> 27)) &* 0x94d0_49bb_1331_11eb
    return x ^ (x >> 31)
  }

  /// A number from 0 to `bound` - 1; the bound is small.
  @inline(__always)
  mutating func below(_ bound: UInt64) -> UInt64 {
    ((next() >> 32) &* bound) >> 32
  }

  /// True once in so many times.
  @inline(__always)
  mutating func once(in bound: UInt64) -> Bool { below(bound) == 0 }

  @inline(__always)
  mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: next() >> 40) }

  /// An element of an array that is not empty.
  @inline(__always)
  mutating func pick<T>(_ from: [T]) -> T { from[Int(below(UInt64(from.count)))] }
}

// MARK: Values that matter

extension Numbers {
  /// An integer: an edge case, a short number or any.
  mutating func integer() -> UInt64 {
    let kind = next()
    switch kind & 7 {
    case 0: return Self.edges[Int((kind >> 8) & 31)]
    case 1: return UInt64(bitPattern: Int64(Int8(truncatingIfNeeded: kind >> 8)))
    case 2: return next() >> ((kind >> 8) & 63)
    case 3: return 1 << ((kind >> 8) & 63)
    default: return next()
    }
  }

  private static let edges: [UInt64] = [
    0, 1, 2, ~0, ~1, 0x7f, 0x80, 0x81, 0xff, 0x100, 0x7fff, 0x8000, 0x8001, 0xffff, 0x1_0000,
    0x7fff_ffff, 0x8000_0000, 0x8000_0001, 0xffff_ffff, 0x1_0000_0000, 0x7fff_ffff_ffff_ffff,
    0x8000_0000_0000_0000, 0x8000_0000_0000_0001, 0x5555_5555_5555_5555, 0xaaaa_aaaa_aaaa_aaaa,
    0x0f, 0x10, 0x1f, 0x20, 0x3f, 0x40, 0x8080_8080_8080_8080,
  ]

  /// A single-precision number: special, near a special one, of ordinary size, or any bits.
  mutating func single() -> UInt32 {
    let r = next()
    switch r & 7 {
    case 0, 1: return Self.singles[Int((r >> 8) & 31)] ^ UInt32((r >> 16) & 1) << 31
    case 2: return Self.singles[Int((r >> 8) & 31)] &+ UInt32((r >> 16) & 3) &- 1
    case 3: return UInt32(truncatingIfNeeded: r >> 32)
    case 4: return UInt32((r >> 32) & 0x807f_ffff)  // denormal
    case 5: return Float(Int64(bitPattern: r) >> (8 &+ Int64((r >> 3) & 31))).bitPattern
    default:
      let exponent = UInt32(0x70 &+ (r >> 8) & 0x1f)
      return UInt32((r >> 32) & 0x807f_ffff) | exponent << 23
    }
  }

  private static let singles: [UInt32] = [
    0, 0x3f80_0000, 0xbf80_0000, 0x7f80_0000, 0x7fc0_0000, 0xffc0_0000, 0x7f80_0001, 0x7fa0_0000,
    0x7fff_ffff, 1, 0x007f_ffff, 0x0080_0000, 0x7f7f_ffff, 0x3f00_0000, 0x3fc0_0000, 0x4020_0000,
    0x4b00_0000, 0x4b7f_ffff, 0x4eff_ffff, 0x4f00_0000, 0x5eff_ffff, 0x5f00_0000, 0x4f7f_ffff,
    0x3eff_ffff, 0x3f7f_ffff, 0x4000_0000, 0x4040_0000, 0x3380_0000, 0x3f80_0001, 0x0000_0002,
    0x477f_e000, 0x3300_0000,
  ]

  /// A double-precision number.
  mutating func double() -> UInt64 {
    let r = next()
    switch r & 7 {
    case 0, 1: return Self.doubles[Int((r >> 8) & 31)] ^ ((r >> 16) & 1) << 63
    case 2: return Self.doubles[Int((r >> 8) & 31)] &+ ((r >> 16) & 3) &- 1
    case 3: return next()
    case 4: return next() & 0x800f_ffff_ffff_ffff  // denormal
    case 5: return Double(Int64(bitPattern: next()) >> Int64((r >> 3) & 63)).bitPattern
    case 6:  // near the single-precision range's edges
      let exponent = 0x36a &+ (r >> 8) & 0x1f &+ ((r >> 16) & 1 == 0 ? 0 : 0xff)
      return next() & 0x800f_ffff_ffff_ffff | exponent << 52
    default:
      let exponent = 0x3f0 &+ (r >> 8) & 0x1f
      return next() & 0x800f_ffff_ffff_ffff | exponent << 52
    }
  }

  private static let doubles: [UInt64] = [
    0, 0x3ff0_0000_0000_0000, 0xbff0_0000_0000_0000, 0x7ff0_0000_0000_0000,
    0x7ff8_0000_0000_0000, 0xfff8_0000_0000_0000, 0x7ff0_0000_0000_0001, 0x7ff4_0000_0000_0000,
    0x7fff_ffff_ffff_ffff, 1, 0x000f_ffff_ffff_ffff, 0x0010_0000_0000_0000,
    0x7fef_ffff_ffff_ffff, 0x3fe0_0000_0000_0000, 0x3ff8_0000_0000_0000, 0x4004_0000_0000_0000,
    0x4330_0000_0000_0000, 0x432f_ffff_ffff_ffff, 0x41df_ffff_ffc0_0000, 0x41e0_0000_0000_0000,
    0x43df_ffff_ffff_ffff, 0x43e0_0000_0000_0000, 0x41ef_ffff_ffe0_0000, 0x47ef_ffff_e000_0000,
    0x47ef_ffff_f000_0000, 0x3810_0000_0000_0000, 0x380f_ffff_ffff_ffff, 0x36a0_0000_0000_0000,
    0x3690_0000_0000_0000, 0x3fef_ffff_ffff_ffff, 0x3ff0_0000_0000_0001, 0x4008_0000_0000_0000,
  ]

  /// An x87 extended-precision number, unnormal and pseudo forms included.
  mutating func extended() -> (significand: UInt64, exponent: UInt16) {
    let r = next()
    let sign = UInt16((r >> 60) & 1) << 15
    let normal = next() | 1 << 63
    switch r & 15 {
    case 0: return (0, sign)
    case 1: return (1 << 63, sign | 0x7fff)  // infinity
    case 2: return (next() | 3 << 62, sign | 0x7fff)  // quiet NaN
    case 3: return ((1 << 63) | (next() >> 2) | 1, sign | 0x7fff)  // signalling NaN
    case 4: return ((next() >> 1) >> ((r >> 8) & 63), sign)  // denormal
    case 5: return (normal, sign)  // pseudo-denormal
    case 6: return (next(), sign | UInt16((r >> 16) & 0x7fff))  // any, unnormal included
    case 7: return (1 << 63, sign | (0x3fff &+ UInt16((r >> 8) & 7) &- 3))  // powers of two
    case 8: return (normal, sign | (0x3fff &+ UInt16((r >> 8) & 127) &- 32))
    case 9: return (normal, sign | (r & 256 == 0 ? 1 : 0x7ffe))
    case 10:  // near the narrower formats' limits
      let base: UInt16 = [0x3c00, 0x3f80, 0x43ff, 0x407f][Int((r >> 8) & 3)]
      return (normal, sign | (base &+ UInt16((r >> 16) & 7) &- 3))
    case 11, 12:  // integers
      let value = next() >> ((r >> 8) & 63) | 1
      let shift = value.leadingZeroBitCount
      return (value << UInt64(shift), sign | UInt16(0x403e - shift))
    default:
      return (normal & (~0 << ((r >> 8) & 63)) | (1 << 63), sign | 0x3ff0 &+ UInt16((r >> 16) & 31))
    }
  }
}
