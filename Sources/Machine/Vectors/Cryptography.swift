import X86

/// AES (FIPS 197), SHA-1 and SHA-256 (FIPS 180-4), carry-less multiplication.
func cryptographicRule(_ kind: Semantics, _ s: LaneSources) -> Vector? {
  let (a, b) = (s.a, s.b)
  switch kind {
  case .aesenc: return AES.mixed(AES.substituted(AES.shifted(a))) ^ b
  case .aesenclast: return AES.substituted(AES.shifted(a)) ^ b
  case .aesdec: return AES.unmixed(AES.unsubstituted(AES.unshifted(a))) ^ b
  case .aesdeclast: return AES.unsubstituted(AES.unshifted(a)) ^ b
  case .aesimc: return AES.unmixed(b)
  case .aeskeygenassist: return AES.keyWords(b, UInt32(s.control))
  case .pclmulqdq:
    return carrylessProduct(a[Int(s.control & 1)], b[Int(s.control >> 4 & 1)])
  case .sha1nexte: return SHA.nextE(a, b)
  case .sha1msg1: return SHA.message1(a, b)
  case .sha1msg2: return SHA.message2(a, b)
  case .sha1rnds4: return SHA.rounds4(a, b, s.control & 3)
  case .sha256msg1: return SHA.message256First(a, b)
  case .sha256msg2: return SHA.message256Second(a, b)
  case .sha256rnds2: return SHA.rounds2(a, b, s.c)
  default: return nil
  }
}

/// The product of polynomials over GF(2).
private func carrylessProduct(_ a: UInt64, _ b: UInt64) -> Vector {
  var (low, high): (UInt64, UInt64) = (0, 0)
  for bit in 0..<64 where b &>> UInt64(bit) & 1 != 0 {
    low ^= a &<< UInt64(bit)
    if bit != 0 { high ^= a &>> UInt64(64 &- bit) }
  }
  return Vector(low, high)
}

private enum AES {
  /// Doubles in GF(2^8) modulo x^8 + x^4 + x^3 + x + 1.
  static func doubled(_ x: UInt8) -> UInt8 { x &<< 1 ^ (x & 0x80 != 0 ? 0x1b : 0) }

  static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var (result, power): (UInt8, UInt8) = (0, a)
    for bit in 0..<8 {
      if b &>> UInt8(bit) & 1 != 0 { result ^= power }
      power = doubled(power)
    }
    return result
  }

  /// The substitution: the inverse in the field (x^254), then an affine map.
  static let substitution: [UInt8] = (0..<256).map { number in
    let x = UInt8(truncatingIfNeeded: number)
    var inverse: UInt8 = 1
    for _ in 0..<254 { inverse = product(inverse, x) }
    var result: UInt8 = 0x63
    for turn in 0..<5 {
      result ^= inverse &<< UInt8(turn) | (turn == 0 ? 0 : inverse &>> UInt8(8 &- turn))
    }
    return result
  }

  static let inverseSubstitution: [UInt8] = {
    var result = [UInt8](repeating: 0, count: 256)
    for (number, value) in substitution.enumerated() {
      result[Int(value)] = UInt8(truncatingIfNeeded: number)
    }
    return result
  }()

  static func substituted(_ v: Vector) -> Vector {
    var result = v.bytes
    for lane in 0..<16 { result[lane] = substitution[Int(result[lane])] }
    return Vector(result)
  }

  static func unsubstituted(_ v: Vector) -> Vector {
    var result = v.bytes
    for lane in 0..<16 { result[lane] = inverseSubstitution[Int(result[lane])] }
    return Vector(result)
  }

  /// Row r turned left by r columns.
  static func shifted(_ v: Vector) -> Vector {
    var result = Bytes16()
    for lane in 0..<16 { result[lane] = v.bytes[(lane &+ (lane & 3) &* 4) & 15] }
    return Vector(result)
  }

  static func unshifted(_ v: Vector) -> Vector {
    var result = Bytes16()
    for lane in 0..<16 { result[(lane &+ (lane & 3) &* 4) & 15] = v.bytes[lane] }
    return Vector(result)
  }

  /// Each column times a circulant matrix whose first row is given.
  private static func columns(_ v: Vector, _ row: SIMD4<UInt8>) -> Vector {
    var result = Bytes16()
    for lane in 0..<16 {
      let column = lane & ~3
      for step in 0..<4 {
        result[lane] ^= product(v.bytes[column &+ (lane &+ step) & 3 | column], row[step])
      }
    }
    return Vector(result)
  }

  static func mixed(_ v: Vector) -> Vector { columns(v, SIMD4(2, 3, 1, 1)) }

  static func unmixed(_ v: Vector) -> Vector { columns(v, SIMD4(14, 11, 13, 9)) }

  static func keyWords(_ b: Vector, _ constant: UInt32) -> Vector {
    let words = substituted(b).dwords
    return Vector(
      Dwords4(
        words[1], turned(words[1], right: 8) ^ constant, words[3],
        turned(words[3], right: 8) ^ constant))
  }
}

@inline(__always)
private func turned(_ x: UInt32, right count: UInt32) -> UInt32 {
  x &>> count | x &<< (32 &- count)
}

@inline(__always)
private func turned(_ x: UInt32, left count: UInt32) -> UInt32 { turned(x, right: 32 &- count) }

private enum SHA {
  static func nextE(_ a: Vector, _ b: Vector) -> Vector {
    var result = b.dwords
    result[3] = result[3] &+ turned(a.dwords[3], left: 30)
    return Vector(result)
  }

  static func message1(_ a: Vector, _ b: Vector) -> Vector { Vector(b[1] ^ a[0], a[0] ^ a[1]) }

  static func message2(_ a: Vector, _ b: Vector) -> Vector {
    let (x, y) = (a.dwords, b.dwords)
    let w16 = turned(x[3] ^ y[2], left: 1)
    let w17 = turned(x[2] ^ y[1], left: 1)
    let w18 = turned(x[1] ^ y[0], left: 1)
    let w19 = turned(x[0] ^ w16, left: 1)
    return Vector(Dwords4(w19, w18, w17, w16))
  }

  static func rounds4(_ state: Vector, _ words: Vector, _ stage: UInt8) -> Vector {
    let (s, w) = (state.dwords, words.dwords)
    var (a, b, c, d, e) = (s[3], s[2], s[1], s[0], UInt32(0))
    for round in 0..<4 {
      let f: UInt32
      let k: UInt32
      switch stage {
      case 0: (f, k) = ((b & c) ^ (~b & d), 0x5a82_7999)
      case 1: (f, k) = (b ^ c ^ d, 0x6ed9_eba1)
      case 2: (f, k) = ((b & c) ^ (b & d) ^ (c & d), 0x8f1b_bcdc)
      default: (f, k) = (b ^ c ^ d, 0xca62_c1d6)
      }
      let sum = f &+ turned(a, left: 5) &+ w[3 &- round] &+ e &+ k
      (a, b, c, d, e) = (sum, a, turned(b, left: 30), c, d)
    }
    return Vector(Dwords4(d, c, b, a))
  }

  private static func sigma0(_ x: UInt32) -> UInt32 {
    turned(x, right: 7) ^ turned(x, right: 18) ^ x >> 3
  }

  private static func sigma1(_ x: UInt32) -> UInt32 {
    turned(x, right: 17) ^ turned(x, right: 19) ^ x >> 10
  }

  static func message256First(_ a: Vector, _ b: Vector) -> Vector {
    let (x, y) = (a.dwords, b.dwords)
    return Vector(
      x &+ Dwords4(sigma0(x[1]), sigma0(x[2]), sigma0(x[3]), sigma0(y[0])))
  }

  static func message256Second(_ a: Vector, _ b: Vector) -> Vector {
    let (x, y) = (a.dwords, b.dwords)
    let w16 = x[0] &+ sigma1(y[2])
    let w17 = x[1] &+ sigma1(y[3])
    return Vector(Dwords4(w16, w17, x[2] &+ sigma1(w16), x[3] &+ sigma1(w17)))
  }

  static func rounds2(_ first: Vector, _ second: Vector, _ sums: Vector) -> Vector {
    let (p, q) = (first.dwords, second.dwords)
    var (a, b, c, d) = (q[3], q[2], p[3], p[2])
    var (e, f, g, h) = (q[1], q[0], p[1], p[0])
    for round in 0..<2 {
      let choice = (e & f) ^ (~e & g)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let sum1 = turned(e, right: 6) ^ turned(e, right: 11) ^ turned(e, right: 25)
      let sum0 = turned(a, right: 2) ^ turned(a, right: 13) ^ turned(a, right: 22)
      let one = h &+ sum1 &+ choice &+ sums.dwords[round]
      (h, g, f, e) = (g, f, e, d &+ one)
      (d, c, b, a) = (c, b, a, one &+ sum0 &+ majority)
    }
    return Vector(Dwords4(f, e, b, a))
  }
}
