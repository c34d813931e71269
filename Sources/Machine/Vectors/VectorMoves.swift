import X86

/// Executes moves of whole vectors and of parts.
///
/// - Returns: false if the instruction is no move.
@inline(__always)
func executeVectorMove(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Bool {
  switch i.pointee.semantics {
  case .movaps, .movapd, .movdqa, .movntps, .movntpd, .movntdq, .movntdqa:
    try moveVector(cpu, i, aligned: true)
  case .movups, .movupd, .movdqu, .lddqu:
    try moveVector(cpu, i, aligned: false)
  case .movss, .movsd, .movq, .movd, .movlps, .movlpd, .movhps, .movhpd, .movhlps, .movlhps:
    try movePart(cpu, i)
  default: return false
  }
  return true
}

private func moveVector(_ cpu: CPU, _ i: Decoded, aligned: Bool) throws(Fault) {
  let (first, second) = (i.pointee.operands.0, i.pointee.operands.1)
  if first.kind == .memory {
    let va = cpu.address(i)
    if aligned, va & (UInt64(first.size) &- 1) != 0 { throw .protection() }
    try cpu.storeVector(va, first.size, cpu.ymm(second.register))
    return
  }
  if aligned, second.kind == .memory, cpu.address(i) & (UInt64(second.size) &- 1) != 0 {
    throw .protection()
  }
  cpu.setVector(first.register, i, try cpu.vectorValue(second, i, aligned: aligned))
}

/// Moves of 4 or 8 bytes.
private func movePart(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let first = i.pointee.operands.0
  let source = i.pointee.lastSource
  let value = try cpu.vectorValue(source, i).low
  let kind = i.pointee.semantics
  let isHigh = kind == .movhps || kind == .movhpd
  switch first.kind {
  case .memory: try cpu.storeSized(cpu.address(i), first.size, isHigh ? value[1] : value[0])
  case .gpr: cpu.setRegister(first.register, first.size, value[0])
  default:
    var result = cpu.xmm(i.pointee.firstSource.register)
    switch kind {
    case .movss where source.kind == .xmm:
      result[0] = (result[0] & ~0xffff_ffff) | (value[0] & 0xffff_ffff)
    case .movsd where source.kind == .xmm: result[0] = value[0]
    case .movlps, .movlpd: result[0] = value[0]
    case .movhps, .movhpd, .movlhps: result[1] = value[0]
    case .movhlps: result[0] = value[1]
    default: result = Vector(value[0], 0)
    }
    cpu.setVector(first.register, i, Wide(result))
  }
}

/// Executes what takes from vectors to general registers, flags and memory under a mask.
///
/// - Returns: false if the instruction is a rule of lanes.
@inline(__always)
func executeSpecialVector(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Bool {
  switch i.pointee.semantics {
  case .movmskps, .movmskpd, .pmovmskb: try extractSigns(cpu, i)
  case .pextrb, .pextrw, .pextrd, .pextrq, .extractps: try extractElement(cpu, i)
  case .insertps: try insertSingle(cpu, i)
  case .ptest: try testBits(cpu, i)
  case .maskmovdqu:
    let value = cpu.xmm(i.pointee.operands.0.register)
    let mask = cpu.xmm(i.pointee.operands.1.register)
    try storeMasked(cpu, i, value, mask[0], mask[1])
  case .pcmpestrm, .pcmpestri, .pcmpistrm, .pcmpistri: try compareText(cpu, i)
  default: return try executeWideVector(cpu, i)
  }
  return true
}

/// The sign bits of 16 bytes.
func signMask(bytes value: Vector) -> UInt64 {
  var result: UInt64 = 0
  for lane in 0..<16 { result |= UInt64(value.bytes[lane] >> 7) &<< UInt64(lane) }
  return result
}

/// The sign bits of 4 doublewords.
func signMask(dwords value: Vector) -> UInt64 {
  var result: UInt64 = 0
  for lane in 0..<4 { result |= UInt64(value.dwords[lane] >> 31) &<< UInt64(lane) }
  return result
}

private func extractSigns(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let first = i.pointee.operands.0
  let source = i.pointee.operands.1
  let value = cpu.ymm(source.register)
  let high = source.kind == .ymm ? value.high : Vector()
  let mask: UInt64
  switch i.pointee.semantics {
  case .movmskps: mask = signMask(dwords: value.low) | signMask(dwords: high) << 4
  case .movmskpd:
    let low = value.low[0] >> 63 | (value.low[1] >> 63) << 1
    mask = low | (high[0] >> 63) << 2 | (high[1] >> 63) << 3
  default: mask = signMask(bytes: value.low) | signMask(bytes: high) << 16
  }
  cpu.setRegister(first.register, first.size, mask)
}

private func extractElement(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let first = i.pointee.operands.0
  let value = cpu.xmm(i.pointee.operands.1.register)
  let place = Int(i.pointee.control)
  let element: UInt64
  switch i.pointee.semantics {
  case .pextrb: element = UInt64(value.bytes[place & 15])
  case .pextrw: element = UInt64(value.words[place & 7])
  case .pextrq: element = value[place & 1]
  default: element = UInt64(value.dwords[place & 3])
  }
  try cpu.set(first, i, element)
}

/// insertps: the element of the source is chosen by the control only if the source is a register.
private func insertSingle(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let source = i.pointee.lastSource
  let b = try cpu.vectorValue(source, i).low
  let a = cpu.xmm(i.pointee.firstSource.register)
  let control = source.kind == .memory ? i.pointee.control & 0x3f : i.pointee.control
  guard let result = laneRule(.insertps, LaneSources(a: a, b: b, control: control)) else { return }
  cpu.setVector(i.pointee.operands.0.register, i, Wide(result))
}

/// ptest: ZF is "no bit in common", CF "nothing in the second that is not in the first".
private func testBits(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let a = cpu.ymm(i.pointee.operands.0.register)
  let b = try cpu.vectorValue(i.pointee.operands.1, i)
  var common = a.low & b.low
  var extra = ~a.low & b.low
  if i.pointee.is256 {
    common |= a.high & b.high
    extra |= ~a.high & b.high
  }
  cpu.setArithmeticFlags(
    (common == Vector() ? Flag.zero : 0) | (extra == Vector() ? Flag.carry : 0))
}

/// maskmovq, maskmovdqu: stores the bytes whose mask byte has its high bit to [rDI], all or none.
func storeMasked(
  _ cpu: CPU, _ i: Decoded, _ value: Vector, _ low: UInt64, _ high: UInt64
) throws(Fault) {
  let mask = signMask(bytes: Vector(low, high))
  let offset = cpu.register(7, i.pointee.addressSize)
  let va = cpu.linear(i.pointee.memory.segment, offset, i)
  for lane in 0..<16 where mask &>> UInt64(lane) & 1 != 0 {
    let at = va &+ UInt64(lane)
    if cpu.writable(at, 1) == nil { try cpu.probeWrite(at, 1) }
  }
  for lane in 0..<16 where mask &>> UInt64(lane) & 1 != 0 {
    try cpu.store(va &+ UInt64(lane), value.bytes[lane])
  }
}
