import X86

/// Rules that move lanes about: packing, interleaving, shuffling, blending, inserting, extending.
func shuffleRule(_ kind: Semantics, _ s: LaneSources) -> Vector? {
  let (a, b) = (s.a, s.b)
  let control = Int(s.control)
  switch kind {
  case .punpckldq, .unpcklps:
    return Vector(Dwords4(a.dwords[0], b.dwords[0], a.dwords[1], b.dwords[1]))
  case .punpckhdq, .unpckhps:
    return Vector(Dwords4(a.dwords[2], b.dwords[2], a.dwords[3], b.dwords[3]))
  case .punpcklqdq, .unpcklpd: return Vector(a[0], b[0])
  case .punpckhqdq, .unpckhpd: return Vector(a[1], b[1])
  case .punpcklbw: return interleavedBytes(a, b, from: 0)
  case .punpckhbw: return interleavedBytes(a, b, from: 8)
  case .punpcklwd: return interleavedWords(a, b, from: 0)
  case .punpckhwd: return interleavedWords(a, b, from: 4)
  case .pshufd: return picked(b, b, control)
  case .shufps: return picked(a, b, control)
  case .shufpd: return Vector(a[control & 1], b[control &>> 1 & 1])
  case .pshuflw: return shuffledWords(b, control, from: 0)
  case .pshufhw: return shuffledWords(b, control, from: 4)
  case .pshufb: return shuffledBytes(a, b)
  case .palignr:
    if control < 16 {
      return b.shiftedRight(bytes: control) | a.shiftedLeft(bytes: 16 &- control)
    }
    return a.shiftedRight(bytes: control &- 16)
  case .movddup: return Vector(b[0], b[0])
  case .movsldup: return Vector(Dwords4(b.dwords[0], b.dwords[0], b.dwords[2], b.dwords[2]))
  case .movshdup: return Vector(Dwords4(b.dwords[1], b.dwords[1], b.dwords[3], b.dwords[3]))
  default: return packRule(kind, a, b) ?? blendRule(kind, s) ?? extendRule(kind, b)
  }
}

/// Halving with saturation: the lanes of `a`, then those of `b`.
private func packRule(_ kind: Semantics, _ a: Vector, _ b: Vector) -> Vector? {
  switch kind {
  case .packsswb:
    var result = SignedBytes16()
    for lane in 0..<8 {
      result[lane] = Int8(clamping: a.signedWords[lane])
      result[lane &+ 8] = Int8(clamping: b.signedWords[lane])
    }
    return Vector(result)
  case .packuswb:
    var result = Bytes16()
    for lane in 0..<8 {
      result[lane] = UInt8(clamping: a.signedWords[lane])
      result[lane &+ 8] = UInt8(clamping: b.signedWords[lane])
    }
    return Vector(result)
  case .packssdw:
    var result = SignedWords8()
    for lane in 0..<4 {
      result[lane] = Int16(clamping: a.signedDwords[lane])
      result[lane &+ 4] = Int16(clamping: b.signedDwords[lane])
    }
    return Vector(result)
  case .packusdw:
    var result = Words8()
    for lane in 0..<4 {
      result[lane] = UInt16(clamping: a.signedDwords[lane])
      result[lane &+ 4] = UInt16(clamping: b.signedDwords[lane])
    }
    return Vector(result)
  default: return nil
  }
}

/// Blends by a control or a register, single elements inserted.
private func blendRule(_ kind: Semantics, _ s: LaneSources) -> Vector? {
  let (a, b) = (s.a, s.b)
  let control = Int(s.control)
  switch kind {
  case .pblendw:
    var result = a.words
    for lane in 0..<8 where control &>> lane & 1 != 0 { result[lane] = b.words[lane] }
    return Vector(result)
  case .blendps, .vpblendd:
    var result = a.dwords
    for lane in 0..<4 where control &>> lane & 1 != 0 { result[lane] = b.dwords[lane] }
    return Vector(result)
  case .blendpd: return Vector(control & 1 != 0 ? b[0] : a[0], control & 2 != 0 ? b[1] : a[1])
  case .pblendvb: return Vector(a.bytes.replacing(with: b.bytes, where: s.c.signedBytes .< 0))
  case .blendvps: return Vector(a.dwords.replacing(with: b.dwords, where: s.c.signedDwords .< 0))
  case .blendvpd: return a.replacing(with: b, where: s.c.signedQwords .< 0)
  case .pinsrb:
    var result = a.bytes
    result[control & 15] = b.bytes[0]
    return Vector(result)
  case .pinsrw:
    var result = a.words
    result[control & 7] = b.words[0]
    return Vector(result)
  case .pinsrd:
    var result = a.dwords
    result[control & 3] = b.dwords[0]
    return Vector(result)
  case .pinsrq: return control & 1 == 0 ? Vector(b[0], a[1]) : Vector(a[0], b[0])
  case .insertps:
    var result = a.dwords
    result[control &>> 4 & 3] = b.dword(control &>> 6)
    for lane in 0..<4 where control &>> lane & 1 != 0 { result[lane] = 0 }
    return Vector(result)
  case .mpsadbw: return sumsOfDifferences(a, b, control)
  default: return nil
  }
}

/// The low lanes of `b`, sign- or zero-extended.
private func extendRule(_ kind: Semantics, _ b: Vector) -> Vector? {
  switch kind {
  case .pmovsxbw: Vector(SignedWords8(truncatingIfNeeded: b.signedBytes.lowHalf))
  case .pmovsxbd: Vector(SignedDwords4(truncatingIfNeeded: b.signedBytes.lowHalf.lowHalf))
  case .pmovsxbq: signedQwords(Int64(b.signedBytes[0]), Int64(b.signedBytes[1]))
  case .pmovsxwd: Vector(SignedDwords4(truncatingIfNeeded: b.signedWords.lowHalf))
  case .pmovsxwq: signedQwords(Int64(b.signedWords[0]), Int64(b.signedWords[1]))
  case .pmovsxdq: signedQwords(Int64(b.signedDwords[0]), Int64(b.signedDwords[1]))
  case .pmovzxbw: Vector(Words8(truncatingIfNeeded: b.bytes.lowHalf))
  case .pmovzxbd: Vector(Dwords4(truncatingIfNeeded: b.bytes.lowHalf.lowHalf))
  case .pmovzxbq: Vector(UInt64(b.bytes[0]), UInt64(b.bytes[1]))
  case .pmovzxwd: Vector(Dwords4(truncatingIfNeeded: b.words.lowHalf))
  case .pmovzxwq: Vector(UInt64(b.words[0]), UInt64(b.words[1]))
  case .pmovzxdq: Vector(UInt64(b.dwords[0]), UInt64(b.dwords[1]))
  default: nil
  }
}

/// How many bytes of its source an extending instruction takes for each 128 bits; 0 for others.
func extendedBytes(_ kind: Semantics) -> Int {
  switch kind {
  case .pmovsxbw, .pmovzxbw, .pmovsxwd, .pmovzxwd, .pmovsxdq, .pmovzxdq: 8
  case .pmovsxbd, .pmovzxbd, .pmovsxwq, .pmovzxwq: 4
  case .pmovsxbq, .pmovzxbq: 2
  default: 0
  }
}

private func signedQwords(_ low: Int64, _ high: Int64) -> Vector {
  Vector(UInt64(bitPattern: low), UInt64(bitPattern: high))
}

@inline(__always)
private func interleavedBytes(_ a: Vector, _ b: Vector, from start: Int) -> Vector {
  var result = Bytes16()
  for lane in 0..<8 {
    result[lane &* 2] = a.bytes[start &+ lane]
    result[lane &* 2 &+ 1] = b.bytes[start &+ lane]
  }
  return Vector(result)
}

@inline(__always)
private func interleavedWords(_ a: Vector, _ b: Vector, from start: Int) -> Vector {
  var result = Words8()
  for lane in 0..<4 {
    result[lane &* 2] = a.words[start &+ lane]
    result[lane &* 2 &+ 1] = b.words[start &+ lane]
  }
  return Vector(result)
}

/// Two doublewords of `a` and two of `b`, which a control's four fields name.
@inline(__always)
private func picked(_ a: Vector, _ b: Vector, _ control: Int) -> Vector {
  Vector(
    Dwords4(
      a.dword(control), a.dword(control &>> 2), b.dword(control &>> 4), b.dword(control &>> 6)))
}

@inline(__always)
private func shuffledWords(_ b: Vector, _ control: Int, from start: Int) -> Vector {
  var result = b.words
  for lane in 0..<4 {
    result[start &+ lane] = b.words[start &+ (control &>> (lane &* 2) & 3)]
  }
  return Vector(result)
}

private func shuffledBytes(_ a: Vector, _ b: Vector) -> Vector {
  var result = Bytes16()
  for lane in 0..<16 {
    let place = b.bytes[lane]
    result[lane] = place & 0x80 != 0 ? 0 : a.bytes[Int(place & 15)]
  }
  return Vector(result)
}

/// Eight sums of four differences: bytes of `a` from 0 or 4 on, against four bytes of `b`.
private func sumsOfDifferences(_ a: Vector, _ b: Vector, _ control: Int) -> Vector {
  let start = control & 4
  let block = (control & 3) &* 4
  var result = Words8()
  for lane in 0..<8 {
    var sum: UInt16 = 0
    for step in 0..<4 {
      let (x, y) = (a.bytes[start &+ lane &+ step], b.bytes[block &+ step])
      sum &+= UInt16(x > y ? x &- y : y &- x)
    }
    result[lane] = sum
  }
  return Vector(result)
}

/// Shifts of all lanes by one count.
func shiftRule(_ kind: Semantics, _ a: Vector, _ count: UInt64) -> Vector? {
  let few = UInt16(truncatingIfNeeded: Swift.min(count, 64))
  let wide = UInt32(few)
  switch kind {
  case .psllw: return count > 15 ? Vector() : Vector(a.words &<< Words8(repeating: few))
  case .psrlw: return count > 15 ? Vector() : Vector(a.words &>> Words8(repeating: few))
  case .pslld: return count > 31 ? Vector() : Vector(a.dwords &<< Dwords4(repeating: wide))
  case .psrld: return count > 31 ? Vector() : Vector(a.dwords &>> Dwords4(repeating: wide))
  case .psllq: return count > 63 ? Vector() : a &<< Vector(repeating: count)
  case .psrlq: return count > 63 ? Vector() : a &>> Vector(repeating: count)
  case .psraw:
    let by = Int16(Swift.min(few, 15))
    return Vector(a.signedWords &>> SignedWords8(repeating: by))
  case .psrad:
    let by = Int32(Swift.min(few, 31))
    return Vector(a.signedDwords &>> SignedDwords4(repeating: by))
  case .pslldq: return a.shiftedLeft(bytes: Int(Swift.min(count, 16)))
  case .psrldq: return a.shiftedRight(bytes: Int(Swift.min(count, 16)))
  default: return nil
  }
}

/// AVX2's shifts of each lane by a count of its own.
func variableShiftRule(_ kind: Semantics, _ a: Vector, _ b: Vector) -> Vector? {
  switch kind {
  case .vpsllvd: return Vector((a.dwords &<< b.dwords).replacing(with: 0, where: b.dwords .> 31))
  case .vpsrlvd: return Vector((a.dwords &>> b.dwords).replacing(with: 0, where: b.dwords .> 31))
  case .vpsllvq: return (a &<< b).replacing(with: 0, where: b .> 63)
  case .vpsrlvq: return (a &>> b).replacing(with: 0, where: b .> 63)
  case .vpsravd:
    let counts = b.dwords.replacing(with: 31, where: b.dwords .> 31)
    return Vector(a.signedDwords &>> SignedDwords4(truncatingIfNeeded: counts))
  default: return nil
  }
}
