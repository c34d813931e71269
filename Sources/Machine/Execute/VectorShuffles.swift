import X86

/// Packing and interleaving of vector lanes.
func vectorPack(_ kind: Semantics, _ a: Vector, _ b: Vector) -> Vector? {
  switch kind {
  case .packsswb:
    var result = SIMD16<Int8>()
    for lane in 0..<8 {
      result[lane] = Int8(clamping: a.signedWords[lane])
      result[lane + 8] = Int8(clamping: b.signedWords[lane])
    }
    return Vector(result)
  case .packuswb:
    var result = Bytes16()
    for lane in 0..<8 {
      result[lane] = UInt8(clamping: a.signedWords[lane])
      result[lane + 8] = UInt8(clamping: b.signedWords[lane])
    }
    return Vector(result)
  case .packssdw:
    var result = SIMD8<Int16>()
    for lane in 0..<4 {
      result[lane] = Int16(clamping: a.signedDoubles[lane])
      result[lane + 4] = Int16(clamping: b.signedDoubles[lane])
    }
    return Vector(result)
  case .punpcklbw, .punpckhbw:
    let base = kind == .punpcklbw ? 0 : 8
    var result = Bytes16()
    for lane in 0..<8 {
      result[lane * 2] = a.bytes[base + lane]
      result[lane * 2 + 1] = b.bytes[base + lane]
    }
    return Vector(result)
  case .punpcklwd, .punpckhwd:
    let base = kind == .punpcklwd ? 0 : 4
    var result = Words8()
    for lane in 0..<4 {
      result[lane * 2] = a.words[base + lane]
      result[lane * 2 + 1] = b.words[base + lane]
    }
    return Vector(result)
  case .punpckldq, .unpcklps:
    return Vector(Doubles4(a.doubles[0], b.doubles[0], a.doubles[1], b.doubles[1]))
  case .punpckhdq, .unpckhps:
    return Vector(Doubles4(a.doubles[2], b.doubles[2], a.doubles[3], b.doubles[3]))
  case .punpcklqdq, .unpcklpd: return Vector(a[0], b[0])
  case .punpckhqdq, .unpckhpd: return Vector(a[1], b[1])
  default: return nil
  }
}

/// Shuffles that an immediate steers.
func vectorShuffle(_ i: Decoded, _ a: Vector, _ b: Vector) -> Vector? {
  let order = Int(i.pointee.immediate & 0xff)
  func pick(_ lane: Int) -> Int { (order >> (lane * 2)) & 3 }
  switch i.pointee.semantics {
  case .pshufd:
    let from = b.doubles
    return Vector(Doubles4(from[pick(0)], from[pick(1)], from[pick(2)], from[pick(3)]))
  case .pshuflw, .pshufhw:
    let base = i.pointee.semantics == .pshuflw ? 0 : 4
    var result = b.words
    for lane in 0..<4 { result[base + lane] = b.words[base + pick(lane)] }
    return Vector(result)
  case .shufps:
    let (x, y) = (a.doubles, b.doubles)
    return Vector(Doubles4(x[pick(0)], x[pick(1)], y[pick(2)], y[pick(3)]))
  case .shufpd: return Vector(a[order & 1], b[(order >> 1) & 1])
  case .pinsrw:
    var result = a.words
    result[order & 7] = UInt16(truncatingIfNeeded: b[0])
    return Vector(result)
  default: return nil
  }
}

/// Shifts of vector lanes by one count for all.
func vectorShift(_ kind: Semantics, _ a: Vector, _ count: UInt64) -> Vector? {
  let few = UInt16(truncatingIfNeeded: Swift.min(count, 64))
  let wide = UInt32(few)
  switch kind {
  case .psllw: return count > 15 ? Vector() : Vector(a.words &<< Words8(repeating: few))
  case .psrlw: return count > 15 ? Vector() : Vector(a.words &>> Words8(repeating: few))
  case .pslld: return count > 31 ? Vector() : Vector(a.doubles &<< Doubles4(repeating: wide))
  case .psrld: return count > 31 ? Vector() : Vector(a.doubles &>> Doubles4(repeating: wide))
  case .psllq: return count > 63 ? Vector() : a &<< Vector(repeating: count)
  case .psrlq: return count > 63 ? Vector() : a &>> Vector(repeating: count)
  case .psraw:
    let by = Int16(Swift.min(few, 15))
    return Vector(a.signedWords &>> SIMD8<Int16>(repeating: by))
  case .psrad:
    let by = Int32(Swift.min(few, 31))
    return Vector(a.signedDoubles &>> SIMD4<Int32>(repeating: by))
  default: return nil
  }
}

/// Shifts by an immediate, those of whole registers by bytes included.
func shiftByConstant(_ cpu: CPU, _ i: Decoded, _ a: Vector) throws(Fault) -> Vector {
  let count = UInt64(i.pointee.immediate & 0xff)
  let bits = count &* 8
  switch i.pointee.semantics {
  case .pslldq:
    if count > 15 { return Vector() }
    if count == 0 { return a }
    if count >= 8 { return Vector(0, a[0] << (bits &- 64)) }
    return Vector(a[0] << bits, a[1] << bits | a[0] >> (64 &- bits))
  case .psrldq:
    if count > 15 { return Vector() }
    if count == 0 { return a }
    if count >= 8 { return Vector(a[1] >> (bits &- 64), 0) }
    return Vector(a[0] >> bits | a[1] << (64 &- bits), a[1] >> bits)
  default:
    if let result = vectorShift(i.pointee.semantics, a, count) { return result }
    throw cpu.unimplemented(i)
  }
}
