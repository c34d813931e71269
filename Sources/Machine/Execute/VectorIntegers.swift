import X86

/// Executes SSE moves and SSE2 integer arithmetic on vector registers. MMX registers are not there.
func executeVectorInteger(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  guard first.kind != .mmx, second.kind != .mmx else { throw cpu.unimplemented(i) }
  try cpu.requireSSE()
  switch i.pointee.semantics {
  case .movaps, .movapd, .movdqa, .movntps, .movntpd, .movntdq:
    try moveVector(cpu, i, aligned: true)
    return .next
  case .movups, .movupd, .movdqu, .lddqu:
    try moveVector(cpu, i, aligned: false)
    return .next
  case .movss, .movsd, .movq, .movd, .movlps, .movlpd, .movhps, .movhpd, .movhlps, .movlhps:
    try movePart(cpu, i)
    return .next
  case .movmskps, .movmskpd, .pmovmskb, .pextrw:
    try extractToRegister(cpu, i)
    return .next
  default: break
  }
  guard first.kind == .xmm else { throw cpu.unimplemented(i) }
  let a = cpu.xmm(first.register)
  if second.kind == .immediate {
    cpu.setXMM(first.register, try shiftByConstant(cpu, i, a))
    return .next
  }
  let b = try cpu.vectorValue(second, i)
  if let result = vectorLogic(i.pointee.semantics, a, b)
    ?? vectorAdd(i.pointee.semantics, a, b) ?? vectorMultiply(i.pointee.semantics, a, b)
    ?? vectorCompare(i.pointee.semantics, a, b) ?? vectorPack(i.pointee.semantics, a, b)
    ?? vectorShuffle(i, a, b) ?? vectorShift(i.pointee.semantics, a, b[0])
  {
    cpu.setXMM(first.register, result)
    return .next
  }
  throw cpu.unimplemented(i)
}

private func moveVector(_ cpu: CPU, _ i: Decoded, aligned: Bool) throws(Fault) {
  let first = i.pointee.operands.0
  let value = try cpu.vectorValue(i.pointee.operands.1, i, aligned: aligned)
  if first.kind == .xmm {
    cpu.setXMM(first.register, value)
    return
  }
  let va = cpu.address(i)
  if aligned, va & 15 != 0 { throw .protection() }
  try cpu.store128(va, value)
}

/// Moves of 4 or 8 bytes.
private func movePart(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  let value = try cpu.vectorValue(second, i)
  let high = i.pointee.semantics == .movhps || i.pointee.semantics == .movhpd
  switch first.kind {
  case .memory: try cpu.storeSized(cpu.address(i), first.size, high ? value[1] : value[0])
  case .gpr: cpu.setRegister(first.register, first.size, value[0])
  default:
    var result = cpu.xmm(first.register)
    switch i.pointee.semantics {
    case .movss where second.kind == .xmm:
      result[0] = (result[0] & ~0xffff_ffff) | (value[0] & 0xffff_ffff)
    case .movsd where second.kind == .xmm: result[0] = value[0]
    case .movlps, .movlpd: result[0] = value[0]
    case .movhps, .movhpd, .movlhps: result[1] = value[0]
    case .movhlps: result[0] = value[1]
    default: result = Vector(value[0], 0)
    }
    cpu.setXMM(first.register, result)
  }
}

private func extractToRegister(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let first = i.pointee.operands.0
  let value = try cpu.vectorValue(i.pointee.operands.1, i)
  var result: UInt64 = 0
  switch i.pointee.semantics {
  case .movmskps:
    for lane in 0..<4 { result |= UInt64(value.doubles[lane] >> 31) << UInt64(lane) }
  case .movmskpd: result = value[0] >> 63 | (value[1] >> 63) << 1
  case .pmovmskb:
    for lane in 0..<16 { result |= UInt64(value.bytes[lane] >> 7) << UInt64(lane) }
  default: result = UInt64(value.words[Int(i.pointee.immediate & 7)])
  }
  cpu.setRegister(first.register, first.size, result)
}

private func vectorLogic(_ kind: Semantics, _ a: Vector, _ b: Vector) -> Vector? {
  switch kind {
  case .pand, .andps, .andpd: a & b
  case .pandn, .andnps, .andnpd: ~a & b
  case .por, .orps, .orpd: a | b
  case .pxor, .xorps, .xorpd: a ^ b
  default: nil
  }
}

private func vectorAdd(_ kind: Semantics, _ a: Vector, _ b: Vector) -> Vector? {
  switch kind {
  case .paddb: return Vector(a.bytes &+ b.bytes)
  case .paddw: return Vector(a.words &+ b.words)
  case .paddd: return Vector(a.doubles &+ b.doubles)
  case .paddq: return a &+ b
  case .psubb: return Vector(a.bytes &- b.bytes)
  case .psubw: return Vector(a.words &- b.words)
  case .psubd: return Vector(a.doubles &- b.doubles)
  case .psubq: return a &- b
  case .paddusb:
    let sum = a.bytes &+ b.bytes
    return Vector(sum.replacing(with: 0xff, where: sum .< a.bytes))
  case .paddusw:
    let sum = a.words &+ b.words
    return Vector(sum.replacing(with: 0xffff, where: sum .< a.words))
  case .psubusb:
    return Vector((a.bytes &- b.bytes).replacing(with: 0, where: a.bytes .< b.bytes))
  case .psubusw:
    return Vector((a.words &- b.words).replacing(with: 0, where: a.words .< b.words))
  case .paddsb, .psubsb:
    var result = a.signedBytes
    for lane in 0..<16 {
      let (x, y) = (a.signedBytes[lane], b.signedBytes[lane])
      let sum = kind == .paddsb ? Int16(x) + Int16(y) : Int16(x) - Int16(y)
      result[lane] = Int8(clamping: sum)
    }
    return Vector(result)
  case .paddsw, .psubsw:
    var result = a.signedWords
    for lane in 0..<8 {
      let (x, y) = (a.signedWords[lane], b.signedWords[lane])
      let sum = kind == .paddsw ? Int32(x) + Int32(y) : Int32(x) - Int32(y)
      result[lane] = Int16(clamping: sum)
    }
    return Vector(result)
  default: return nil
  }
}

private func vectorMultiply(_ kind: Semantics, _ a: Vector, _ b: Vector) -> Vector? {
  switch kind {
  case .pmullw: return Vector(a.words &* b.words)
  case .pmulhw, .pmulhuw:
    var result = Words8()
    for lane in 0..<8 {
      if kind == .pmulhw {
        let product = Int32(a.signedWords[lane]) &* Int32(b.signedWords[lane])
        result[lane] = UInt16(truncatingIfNeeded: product >> 16)
      } else {
        let product = UInt32(a.words[lane]) &* UInt32(b.words[lane])
        result[lane] = UInt16(truncatingIfNeeded: product >> 16)
      }
    }
    return Vector(result)
  case .pmuludq:
    let low: UInt64 = 0xffff_ffff
    return Vector((a[0] & low) &* (b[0] & low), (a[1] & low) &* (b[1] & low))
  case .pmaddwd:
    var result = SIMD4<Int32>()
    for lane in 0..<4 {
      let low = Int32(a.signedWords[lane * 2]) &* Int32(b.signedWords[lane * 2])
      let high = Int32(a.signedWords[lane * 2 + 1]) &* Int32(b.signedWords[lane * 2 + 1])
      result[lane] = low &+ high
    }
    return Vector(result)
  case .psadbw:
    var sums = Vector()
    for lane in 0..<16 {
      let (x, y) = (a.bytes[lane], b.bytes[lane])
      sums[lane >> 3] += UInt64(x > y ? x - y : y - x)
    }
    return sums
  case .pavgb:
    var result = Bytes16()
    for lane in 0..<16 {
      let sum = UInt16(a.bytes[lane]) + UInt16(b.bytes[lane]) + 1
      result[lane] = UInt8(truncatingIfNeeded: sum >> 1)
    }
    return Vector(result)
  case .pavgw:
    var result = Words8()
    for lane in 0..<8 {
      let sum = UInt32(a.words[lane]) + UInt32(b.words[lane]) + 1
      result[lane] = UInt16(truncatingIfNeeded: sum >> 1)
    }
    return Vector(result)
  default: return nil
  }
}

private func vectorCompare(_ kind: Semantics, _ a: Vector, _ b: Vector) -> Vector? {
  switch kind {
  case .pcmpeqb: Vector(Bytes16().replacing(with: 0xff, where: a.bytes .== b.bytes))
  case .pcmpeqw: Vector(Words8().replacing(with: 0xffff, where: a.words .== b.words))
  case .pcmpeqd: Vector(Doubles4().replacing(with: ~0, where: a.doubles .== b.doubles))
  case .pcmpgtb: Vector(Bytes16().replacing(with: 0xff, where: a.signedBytes .> b.signedBytes))
  case .pcmpgtw: Vector(Words8().replacing(with: 0xffff, where: a.signedWords .> b.signedWords))
  case .pcmpgtd: Vector(Doubles4().replacing(with: ~0, where: a.signedDoubles .> b.signedDoubles))
  case .pminub: Vector(a.bytes.replacing(with: b.bytes, where: b.bytes .< a.bytes))
  case .pmaxub: Vector(a.bytes.replacing(with: b.bytes, where: b.bytes .> a.bytes))
  case .pminsw:
    Vector(a.signedWords.replacing(with: b.signedWords, where: b.signedWords .< a.signedWords))
  case .pmaxsw:
    Vector(a.signedWords.replacing(with: b.signedWords, where: b.signedWords .> a.signedWords))
  default: nil
  }
}
