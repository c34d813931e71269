import X86

/// The sources of a rule: 128 bits of each.
///
/// `a` is the first source (the destination of a legacy form), `b` the second or the only one, `c`
/// the register that selects in blends; `control` is the immediate.
struct LaneSources {
  var a: Vector
  var b: Vector
  var c = Vector()
  var control: UInt8
}

/// What an instruction makes of one lane of 128 bits: the rule of its meaning.
///
/// Nothing here knows of registers, memory, MMX, VEX or 256 bits; `executeLanes` and `executeMMX`
/// lift a rule over those.
///
/// - Returns: nil if the meaning is not one of single lanes.
@inline(__always)
func laneRule(_ kind: Semantics, _ s: LaneSources) -> Vector? {
  let (a, b) = (s.a, s.b)
  switch kind {
  case .pand, .andps, .andpd: return a & b
  case .pandn, .andnps, .andnpd: return ~a & b
  case .por, .orps, .orpd: return a | b
  case .pxor, .xorps, .xorpd: return a ^ b
  case .paddb: return Vector(a.bytes &+ b.bytes)
  case .paddw: return Vector(a.words &+ b.words)
  case .paddd: return Vector(a.dwords &+ b.dwords)
  case .paddq: return a &+ b
  case .psubb: return Vector(a.bytes &- b.bytes)
  case .psubw: return Vector(a.words &- b.words)
  case .psubd: return Vector(a.dwords &- b.dwords)
  case .psubq: return a &- b
  case .pcmpeqb: return Vector(Bytes16().replacing(with: ~0, where: a.bytes .== b.bytes))
  case .pcmpeqw: return Vector(Words8().replacing(with: ~0, where: a.words .== b.words))
  case .pcmpeqd: return Vector(Dwords4().replacing(with: ~0, where: a.dwords .== b.dwords))
  case .pcmpeqq: return Vector().replacing(with: ~0, where: a .== b)
  case .pcmpgtb:
    return Vector(Bytes16().replacing(with: ~0, where: a.signedBytes .> b.signedBytes))
  case .pcmpgtw:
    return Vector(Words8().replacing(with: ~0, where: a.signedWords .> b.signedWords))
  case .pcmpgtd:
    return Vector(Dwords4().replacing(with: ~0, where: a.signedDwords .> b.signedDwords))
  case .pcmpgtq: return Vector().replacing(with: ~0, where: a.signedQwords .> b.signedQwords)
  default: return otherLaneRule(kind, s)
  }
}

@inline(never)
private func otherLaneRule(_ kind: Semantics, _ s: LaneSources) -> Vector? {
  if let result = shuffleRule(kind, s) { return result }
  if let result = arithmeticRule(kind, s.a, s.b) { return result }
  if let result = extremeRule(kind, s.a, s.b) { return result }
  return shiftRule(kind, s.a, s.b[0]) ?? variableShiftRule(kind, s.a, s.b)
    ?? cryptographicRule(kind, s)
}

/// Saturating and widening arithmetic, averages, absolute values, sums of neighbours.
private func arithmeticRule(_ kind: Semantics, _ a: Vector, _ b: Vector) -> Vector? {
  switch kind {
  case .paddusb:
    let sum = a.bytes &+ b.bytes
    return Vector(sum.replacing(with: ~0, where: sum .< a.bytes))
  case .paddusw:
    let sum = a.words &+ b.words
    return Vector(sum.replacing(with: ~0, where: sum .< a.words))
  case .psubusb: return Vector((a.bytes &- b.bytes).replacing(with: 0, where: a.bytes .< b.bytes))
  case .psubusw: return Vector((a.words &- b.words).replacing(with: 0, where: a.words .< b.words))
  case .paddsb: return signedBytes(a, b) { Int8(clamping: Int16($0) &+ Int16($1)) }
  case .psubsb: return signedBytes(a, b) { Int8(clamping: Int16($0) &- Int16($1)) }
  case .paddsw: return signedWords(a, b) { Int16(clamping: Int32($0) &+ Int32($1)) }
  case .psubsw: return signedWords(a, b) { Int16(clamping: Int32($0) &- Int32($1)) }
  case .pavgb:
    return bytes(a, b) { UInt8(truncatingIfNeeded: (UInt16($0) &+ UInt16($1) &+ 1) &>> 1) }
  case .pavgw:
    return words(a, b) { UInt16(truncatingIfNeeded: (UInt32($0) &+ UInt32($1) &+ 1) &>> 1) }
  case .pabsb: return Vector(bytesOf(b) { UInt8($0.magnitude) })
  case .pabsw:
    return signedWords(b, b) { word, _ in Int16(bitPattern: word.magnitude) }
  case .pabsd: return signedDwords(b, b) { dword, _ in Int32(bitPattern: dword.magnitude) }
  case .psignb: return signedBytes(a, b) { signed($0, by: $1) }
  case .psignw: return signedWords(a, b) { signed($0, by: $1) }
  case .psignd: return signedDwords(a, b) { signed($0, by: $1) }
  case .phaddw: return sumsOfWords(a, b) { $0 &+ $1 }
  case .phsubw: return sumsOfWords(a, b) { $0 &- $1 }
  case .phaddsw: return sumsOfWords(a, b) { Int16(clamping: Int32($0) &+ Int32($1)) }
  case .phsubsw: return sumsOfWords(a, b) { Int16(clamping: Int32($0) &- Int32($1)) }
  case .phaddd: return sumsOfDwords(a, b) { $0 &+ $1 }
  case .phsubd: return sumsOfDwords(a, b) { $0 &- $1 }
  default: return productRule(kind, a, b)
  }
}

private func productRule(_ kind: Semantics, _ a: Vector, _ b: Vector) -> Vector? {
  let low: UInt64 = 0xffff_ffff
  switch kind {
  case .pmullw: return Vector(a.words &* b.words)
  case .pmulld: return Vector(a.dwords &* b.dwords)
  case .pmulhw:
    return signedWords(a, b) { Int16(truncatingIfNeeded: (Int32($0) &* Int32($1)) &>> 16) }
  case .pmulhuw:
    return words(a, b) { UInt16(truncatingIfNeeded: (UInt32($0) &* UInt32($1)) &>> 16) }
  case .pmulhrsw:
    return signedWords(a, b) {
      Int16(truncatingIfNeeded: ((Int32($0) &* Int32($1)) &>> 14 &+ 1) &>> 1)
    }
  case .pmuludq: return Vector((a[0] & low) &* (b[0] & low), (a[1] & low) &* (b[1] & low))
  case .pmuldq:
    func product(_ place: Int) -> UInt64 {
      UInt64(bitPattern: Int64(a.signedDwords[place]) &* Int64(b.signedDwords[place]))
    }
    return Vector(product(0), product(2))
  case .pmaddwd:
    var result = SignedDwords4()
    for lane in 0..<4 {
      let x = Int32(a.signedWords[lane &* 2]) &* Int32(b.signedWords[lane &* 2])
      let y = Int32(a.signedWords[lane &* 2 &+ 1]) &* Int32(b.signedWords[lane &* 2 &+ 1])
      result[lane] = x &+ y
    }
    return Vector(result)
  case .pmaddubsw:
    var result = SignedWords8()
    for lane in 0..<8 {
      let x = Int32(a.bytes[lane &* 2]) &* Int32(b.signedBytes[lane &* 2])
      let y = Int32(a.bytes[lane &* 2 &+ 1]) &* Int32(b.signedBytes[lane &* 2 &+ 1])
      result[lane] = Int16(clamping: x &+ y)
    }
    return Vector(result)
  case .psadbw:
    var sums = Vector()
    for lane in 0..<16 {
      let (x, y) = (a.bytes[lane], b.bytes[lane])
      sums[lane &>> 3] &+= UInt64(x > y ? x &- y : y &- x)
    }
    return sums
  default: return nil
  }
}

/// Minima and maxima.
private func extremeRule(_ kind: Semantics, _ a: Vector, _ b: Vector) -> Vector? {
  switch kind {
  case .pminub: Vector(a.bytes.replacing(with: b.bytes, where: b.bytes .< a.bytes))
  case .pmaxub: Vector(a.bytes.replacing(with: b.bytes, where: b.bytes .> a.bytes))
  case .pminuw: Vector(a.words.replacing(with: b.words, where: b.words .< a.words))
  case .pmaxuw: Vector(a.words.replacing(with: b.words, where: b.words .> a.words))
  case .pminud: Vector(a.dwords.replacing(with: b.dwords, where: b.dwords .< a.dwords))
  case .pmaxud: Vector(a.dwords.replacing(with: b.dwords, where: b.dwords .> a.dwords))
  case .pminsb:
    Vector(a.bytes.replacing(with: b.bytes, where: b.signedBytes .< a.signedBytes))
  case .pmaxsb:
    Vector(a.bytes.replacing(with: b.bytes, where: b.signedBytes .> a.signedBytes))
  case .pminsw:
    Vector(a.words.replacing(with: b.words, where: b.signedWords .< a.signedWords))
  case .pmaxsw:
    Vector(a.words.replacing(with: b.words, where: b.signedWords .> a.signedWords))
  case .pminsd:
    Vector(a.dwords.replacing(with: b.dwords, where: b.signedDwords .< a.signedDwords))
  case .pmaxsd:
    Vector(a.dwords.replacing(with: b.dwords, where: b.signedDwords .> a.signedDwords))
  case .phminposuw: minimumPosition(b)
  default: nil
  }
}

/// The least word and its place (the lowest of equals).
private func minimumPosition(_ b: Vector) -> Vector {
  var place = 0
  for lane in 1..<8 where b.words[lane] < b.words[place] { place = lane }
  return Vector(UInt64(b.words[place]) | UInt64(place) << 16, 0)
}

@inline(__always)
private func bytes(_ a: Vector, _ b: Vector, _ body: (UInt8, UInt8) -> UInt8) -> Vector {
  var result = Bytes16()
  for lane in 0..<16 { result[lane] = body(a.bytes[lane], b.bytes[lane]) }
  return Vector(result)
}

@inline(__always)
private func bytesOf(_ b: Vector, _ body: (Int8) -> UInt8) -> Bytes16 {
  var result = Bytes16()
  for lane in 0..<16 { result[lane] = body(b.signedBytes[lane]) }
  return result
}

@inline(__always)
private func signedBytes(_ a: Vector, _ b: Vector, _ body: (Int8, Int8) -> Int8) -> Vector {
  var result = SignedBytes16()
  for lane in 0..<16 { result[lane] = body(a.signedBytes[lane], b.signedBytes[lane]) }
  return Vector(result)
}

@inline(__always)
private func words(_ a: Vector, _ b: Vector, _ body: (UInt16, UInt16) -> UInt16) -> Vector {
  var result = Words8()
  for lane in 0..<8 { result[lane] = body(a.words[lane], b.words[lane]) }
  return Vector(result)
}

@inline(__always)
private func signedWords(_ a: Vector, _ b: Vector, _ body: (Int16, Int16) -> Int16) -> Vector {
  var result = SignedWords8()
  for lane in 0..<8 { result[lane] = body(a.signedWords[lane], b.signedWords[lane]) }
  return Vector(result)
}

@inline(__always)
private func signedDwords(_ a: Vector, _ b: Vector, _ body: (Int32, Int32) -> Int32) -> Vector {
  var result = SignedDwords4()
  for lane in 0..<4 { result[lane] = body(a.signedDwords[lane], b.signedDwords[lane]) }
  return Vector(result)
}

/// Neighbouring words of `a`, then of `b`, put together.
@inline(__always)
private func sumsOfWords(_ a: Vector, _ b: Vector, _ body: (Int16, Int16) -> Int16) -> Vector {
  var result = SignedWords8()
  for lane in 0..<4 {
    result[lane] = body(a.signedWords[lane &* 2], a.signedWords[lane &* 2 &+ 1])
    result[lane &+ 4] = body(b.signedWords[lane &* 2], b.signedWords[lane &* 2 &+ 1])
  }
  return Vector(result)
}

@inline(__always)
private func sumsOfDwords(_ a: Vector, _ b: Vector, _ body: (Int32, Int32) -> Int32) -> Vector {
  let (x, y) = (a.signedDwords, b.signedDwords)
  return Vector(
    SignedDwords4(body(x[0], x[1]), body(x[2], x[3]), body(y[0], y[1]), body(y[2], y[3])))
}

/// A value, negated or cleared as another's sign says.
@inline(__always)
private func signed<T: FixedWidthInteger & SignedInteger>(_ value: T, by sign: T) -> T {
  if sign == 0 { return 0 }
  return sign < 0 ? 0 &- value : value
}
