import X86

/// Executes what AVX and AVX2 have beyond SSE and reaches across lanes.
///
/// - Returns: false if the instruction is none of these.
func executeWideVector(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Bool {
  let target = i.pointee.operands.0.register
  let control = Int(i.pointee.control)
  switch i.pointee.semantics {
  case .vzeroupper, .vzeroall: clearRegisters(cpu, i)
  case .vtestps, .vtestpd: try testSigns(cpu, i)
  case .vpbroadcastb, .vpbroadcastw, .vpbroadcastd, .vpbroadcastq, .vbroadcastf128:
    let lane = broadcast(
      i.pointee.semantics, try cpu.vectorValue(i.pointee.operands.1, i).low)
    cpu.setVector(target, i, Wide(lane, lane))
  case .vpermilps, .vpermilpd: try permuteInLanes(cpu, i)
  case .vpermd:
    let places = cpu.ymm(i.pointee.operands.1.register).singles
    let source = try cpu.vectorValue(i.pointee.operands.2, i).singles
    var result = SIMD8<UInt32>()
    for lane in 0..<8 { result[lane] = source[Int(places[lane] & 7)] }
    cpu.setVector(target, i, Wide(result))
  case .vpermq:
    let source = try cpu.vectorValue(i.pointee.operands.1, i).doubles
    var result = SIMD4<UInt64>()
    for lane in 0..<4 { result[lane] = source[control &>> (lane &* 2) & 3] }
    cpu.setVector(target, i, Wide(result))
  case .vperm2f128:
    let b = try cpu.vectorValue(i.pointee.operands.2, i)
    let a = cpu.ymm(i.pointee.operands.1.register)
    cpu.setVector(target, i, Wide(half(a, b, control), half(a, b, control &>> 4)))
  case .vinsertf128:
    let b = try cpu.vectorValue(i.pointee.operands.2, i).low
    let a = cpu.ymm(i.pointee.operands.1.register)
    cpu.setVector(target, i, control & 1 == 0 ? Wide(b, a.high) : Wide(a.low, b))
  case .vextractf128:
    let source = cpu.ymm(i.pointee.operands.1.register)
    let value = control & 1 == 0 ? source.low : source.high
    if i.pointee.operands.0.kind == .memory {
      try cpu.store128(cpu.address(i), value)
    } else {
      cpu.setYMM(target, Wide(value))
    }
  case .vmaskmovps, .vmaskmovpd: try moveMasked(cpu, i)
  case .vpgatherdd, .vpgatherdq, .vpgatherqd, .vpgatherqq: try gather(cpu, i)
  default: return false
  }
  return true
}

private func clearRegisters(_ cpu: CPU, _ i: Decoded) {
  let isAll = i.pointee.semantics == .vzeroall
  for number in 0..<UInt8(i.pointee.mode == .bits64 ? 16 : 8) {
    cpu.setYMM(number, isAll ? Wide(Vector()) : Wide(cpu.xmm(number)))
  }
}

/// vtestps, vtestpd: ptest of the sign bits only.
private func testSigns(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let a = cpu.ymm(i.pointee.operands.0.register)
  let b = try cpu.vectorValue(i.pointee.operands.1, i)
  let signs: UInt64 =
    i.pointee.semantics == .vtestps ? 0x8000_0000_8000_0000 : 0x8000_0000_0000_0000
  let mask = Vector(repeating: signs)
  var common = a.low & b.low & mask
  var extra = ~a.low & b.low & mask
  if i.pointee.is256 {
    common |= a.high & b.high & mask
    extra |= ~a.high & b.high & mask
  }
  cpu.setArithmeticFlags(
    (common == Vector() ? Flag.zero : 0) | (extra == Vector() ? Flag.carry : 0))
}

private func broadcast(_ kind: Semantics, _ b: Vector) -> Vector {
  switch kind {
  case .vpbroadcastb: Vector(Bytes16(repeating: b.bytes[0]))
  case .vpbroadcastw: Vector(Words8(repeating: b.words[0]))
  case .vpbroadcastd: Vector(Dwords4(repeating: b.dwords[0]))
  case .vpbroadcastq: Vector(repeating: b[0])
  default: b
  }
}

/// One half of vperm2f128's result.
private func half(_ a: Wide, _ b: Wide, _ control: Int) -> Vector {
  if control & 8 != 0 { return Vector() }
  switch control & 3 {
  case 0: return a.low
  case 1: return a.high
  case 2: return b.low
  default: return b.high
  }
}

/// vpermilps, vpermilpd: places from a vector or from the control byte.
private func permuteInLanes(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let isByControl = i.pointee.operands.2.kind == .immediate
  let control = UInt32(i.pointee.control)
  let last = try cpu.vectorValue(i.pointee.lastSource, i)
  let source = isByControl ? last : cpu.ymm(i.pointee.operands.1.register)
  if i.pointee.semantics == .vpermilps {
    var result = SIMD8<UInt32>()
    for lane in 0..<8 {
      let place = isByControl ? control &>> UInt32((lane & 3) &* 2) : last.singles[lane]
      result[lane] = source.singles[lane & 4 | Int(place & 3)]
    }
    cpu.setVector(i.pointee.operands.0.register, i, Wide(result))
    return
  }
  var result = SIMD4<UInt64>()
  for lane in 0..<4 {
    let place = isByControl ? UInt64(control) &>> UInt64(lane) : last.doubles[lane] &>> 1
    result[lane] = source.doubles[lane & 2 | Int(place & 1)]
  }
  cpu.setVector(i.pointee.operands.0.register, i, Wide(result))
}

/// Loads and stores of the elements whose mask has its high bit; others are not accessed.
private func moveMasked(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let first = i.pointee.operands.0
  let mask = cpu.ymm(i.pointee.operands.1.register)
  let size: UInt8 = i.pointee.semantics == .vmaskmovps ? 4 : 8
  let count = Int(i.pointee.operandSize / size)
  let va = cpu.address(i)
  func isSelected(_ lane: Int) -> Bool {
    size == 4 ? mask.singles[lane] >> 31 != 0 : mask.doubles[lane] >> 63 != 0
  }
  if first.kind != .memory {
    var value = Wide(Vector())
    for lane in 0..<count where isSelected(lane) {
      let element = try cpu.loadSized(va &+ UInt64(lane) &* UInt64(size), size)
      value.setElement(lane, size, element)
    }
    cpu.setVector(first.register, i, value)
    return
  }
  for lane in 0..<count where isSelected(lane) {
    let at = va &+ UInt64(lane) &* UInt64(size)
    if cpu.writable(at, UInt64(size)) == nil { try cpu.probeWrite(at, Int(size)) }
  }
  let value = cpu.ymm(i.pointee.operands.2.register)
  for lane in 0..<count where isSelected(lane) {
    try cpu.storeSized(va &+ UInt64(lane) &* UInt64(size), size, value.element(lane, size))
  }
}

extension Wide {
  /// An element of 4 or 8 bytes.
  func element(_ lane: Int, _ size: UInt8) -> UInt64 {
    size == 4 ? UInt64(singles[lane & 7]) : doubles[lane & 3]
  }

  mutating func setElement(_ lane: Int, _ size: UInt8, _ value: UInt64) {
    if size == 4 {
      var all = singles
      all[lane & 7] = UInt32(truncatingIfNeeded: value)
      self = Wide(all)
    } else {
      var all = doubles
      all[lane & 3] = value
      self = Wide(all)
    }
  }
}

/// The gathers. A fault leaves the elements before it done and their masks cleared, so that the
/// instruction goes on where it stopped (Intel SDM vol. 2C, VPGATHERDD).
private func gather(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let kind = i.pointee.semantics
  let (target, masks) = (i.pointee.operands.0.register, i.pointee.operands.2.register)
  let places = i.pointee.memory.index
  guard target != masks, target != places, masks != places else { throw .invalidOpcode }
  let size: UInt8 = kind == .vpgatherdd || kind == .vpgatherqd ? 4 : 8
  let indexSize: UInt8 = kind == .vpgatherdd || kind == .vpgatherdq ? 4 : 8
  let count = Int(i.pointee.operandSize / Swift.max(size, indexSize))
  let index = cpu.ymm(places)
  var value = cpu.ymm(target)
  var mask = cpu.ymm(masks)
  var base = UInt64(bitPattern: i.pointee.memory.displacement)
  if i.pointee.memory.base < 16 { base = base &+ cpu.gpr(i.pointee.memory.base).pointee }
  for lane in 0..<count {
    guard mask.element(lane, size) &>> (UInt64(size) &* 8 &- 1) & 1 != 0 else {
      mask.setElement(lane, size, 0)
      continue
    }
    let step = cpu.extended(index.element(lane, indexSize), indexSize)
    var offset = base &+ step &<< UInt64(i.pointee.memory.scaleShift)
    if i.pointee.addressSize != 8 { offset &= 0xffff_ffff }
    do {
      let va = cpu.linear(i.pointee.memory.segment, offset, i)
      value.setElement(lane, size, try cpu.loadSized(va, size))
    } catch {
      cpu.setYMM(target, value)
      cpu.setYMM(masks, mask)
      throw error
    }
    mask.setElement(lane, size, 0)
  }
  for lane in count..<(32 / Int(size)) { value.setElement(lane, size, 0) }
  cpu.setYMM(target, value)
  cpu.setYMM(masks, Wide(Vector()))
}
