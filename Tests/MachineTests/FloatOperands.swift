/// The operands of the floating-point vectors: what `Vectors/floating/operands.h` makes.
enum FloatOperands {
  static func mix(_ seed: UInt64) -> UInt64 { VectorState.mix(seed) }

  static func absorb(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x100_0000_01b3
    return product ^ (product >> 29)
  }

  /// An exponent field below 2^bits, which the exponent of another operand may influence.
  static func exponentField(_ r: UInt64, digits: Int64, bits: Int64, near: Int64) -> Int64 {
    let all: Int64 = (1 << bits) - 1
    let bias = all >> 1
    let d = Int64((r >> 16) % UInt64(2 * digits + 8)) - digits - 4
    let e: Int64
    switch r & 15 {
    case 0: return 0
    case 1: return all
    case 2: e = 1 + Int64((r >> 16) & 3)
    case 3: e = all - 1 - Int64((r >> 16) & 3)
    case 4, 5: return Int64(r >> 16) & all
    case 6, 7: e = near + d
    case 8: e = near + Int64((r >> 16) & 3) - 1
    case 9: e = bias - near + d
    case 10: e = all + bias - near + d
    case 11: e = near + bias + d
    case 12: e = near - bias + d
    default: e = bias + Int64((r >> 16) & 127) - 64
    }
    return min(max(e, 0), all)
  }

  /// A fraction of some bits: few ones, few zeros, or anything.
  static func fraction(_ r: UInt64, bits: UInt64) -> UInt64 {
    let all: UInt64 = (1 << bits) - 1
    let at = (r >> 8) % bits
    switch (r >> 4) & 7 {
    case 0: return 0
    case 1: return all
    case 2: return 1 << at
    case 3: return all ^ (1 << at)
    case 4: return mix(r) & all & (~0 << at)
    case 5: return (mix(r) & all) >> at
    default: return mix(r) & all
    }
  }

  /// A number of an IEEE format.
  static func number(
    _ r: UInt64, fractionBits: UInt64, exponentBits: Int64, near: UInt64
  ) -> UInt64 {
    let other = Int64(near >> fractionBits) & ((1 << exponentBits) - 1)
    let field = exponentField(r, digits: Int64(fractionBits), bits: exponentBits, near: other)
    return (r >> 63) << (fractionBits + UInt64(exponentBits)) | UInt64(field) << fractionBits
      | fraction(r, bits: fractionBits)
  }
}
