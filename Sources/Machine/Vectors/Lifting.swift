import X86

/// Executes vector instructions that are not floating-point arithmetic: moves, rules of lanes, and
/// those that reach outside a lane.
func executeVector(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  if i.pointee.operands.0.kind == .mmx || i.pointee.operands.1.kind == .mmx {
    return try executeMMX(cpu, i)
  }
  try cpu.requireVector(i)
  if try executeVectorMove(cpu, i) { return .next }
  if try executeSpecialVector(cpu, i) { return .next }
  return try executeLanes(cpu, i)
}

/// Lifts a rule of one lane over registers and memory, legacy and VEX forms, 128 and 256 bits.
@inline(__always)
func executeLanes(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let kind = i.pointee.semantics
  let isByControl = isShiftByControl(i)
  let b = try cpu.vectorValue(isByControl ? .control : i.pointee.lastSource, i)
  let first = isByControl && i.pointee.isVEX ? i.pointee.operands.1 : i.pointee.firstSource
  let a = cpu.ymm(first.register)
  let c = cpu.ymm(i.pointee.selector)
  let control = i.pointee.control
  let sources = LaneSources(a: a.low, b: b.low, c: c.low, control: control)
  guard let low = laneRule(kind, sources) else { throw cpu.unimplemented(i) }
  let target = i.pointee.operands.0.register
  guard i.pointee.is256 else {
    cpu.setVector(target, i, Wide(low))
    return .next
  }
  let upper = LaneSources(
    a: a.high, b: upperSource(kind, b), c: c.high, control: upperControl(kind, control))
  cpu.setYMM(target, Wide(low, laneRule(kind, upper) ?? Vector()))
  return .next
}

/// Whether the last operand is the control byte that says how far to shift.
@inline(__always)
private func isShiftByControl(_ i: Decoded) -> Bool {
  switch i.pointee.semantics {
  case .psllw, .pslld, .psllq, .psrlw, .psrld, .psrlq, .psraw, .psrad, .pslldq, .psrldq:
    i.pointee.isVEX
      ? i.pointee.operands.2.kind == .immediate : i.pointee.operands.1.kind == .immediate
  default: false
  }
}

/// What the upper lane takes from the last source: not always its upper half.
private func upperSource(_ kind: Semantics, _ b: Wide) -> Vector {
  switch kind {
  case .psllw, .pslld, .psllq, .psrlw, .psrld, .psrlq, .psraw, .psrad, .pslldq, .psrldq:
    return b.low
  default:
    let bytes = extendedBytes(kind)
    return bytes == 0 ? b.high : b.low.shiftedRight(bytes: bytes)
  }
}

/// The control of the upper lane, where its bits are others than the lower lane's.
private func upperControl(_ kind: Semantics, _ control: UInt8) -> UInt8 {
  switch kind {
  case .shufpd, .blendpd: control >> 2
  case .blendps, .vpblendd: control >> 4
  case .mpsadbw: control >> 3
  default: control
  }
}

extension Operand {
  /// The control byte as an operand.
  static var control: Operand { Operand(.immediate, size: 1) }
}

/// Executes MMX instructions: rules of lanes, of which half is used, and moves.
private func executeMMX(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  try cpu.requireMMX()
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  switch i.pointee.semantics {
  case .movq2dq, .movdq2q:
    // These need SSE enabled as well.
    try cpu.requireVector(i)
    let value = try cpu.vectorValue(second, i).low[0]
    if first.kind == .mmx {
      cpu.setMMX(first.register, value)
    } else {
      cpu.setXMM(first.register, Vector(value, 0))
    }
  case .movd, .movq, .movntq:
    let value = try cpu.vectorValue(second, i).low[0]
    switch first.kind {
    case .mmx: cpu.setMMX(first.register, value)
    case .gpr: cpu.setRegister(first.register, first.size, value)
    default: try cpu.storeSized(cpu.address(i), first.size, value)
    }
  case .pmovmskb:
    let mask = signMask(bytes: Vector(cpu.mmx(second.register), 0))
    cpu.setRegister(first.register, first.size, mask)
  case .pextrw:
    let word = Vector(cpu.mmx(second.register), 0).words[Int(i.pointee.control & 3)]
    cpu.setRegister(first.register, first.size, UInt64(word))
  case .maskmovq:
    try storeMasked(cpu, i, Vector(cpu.mmx(first.register), 0), cpu.mmx(second.register), 0)
  default:
    let b = try cpu.vectorValue(second, i).low[0]
    guard let result = mmxRule(i, cpu.mmx(first.register), b) else { throw cpu.unimplemented(i) }
    cpu.setMMX(first.register, result)
  }
  cpu.enterMMX()
  return .next
}

/// What a rule of 128 bits makes of 64: the sources are placed so that the result's lanes are
/// those of the MMX form.
private func mmxRule(_ i: Decoded, _ a: UInt64, _ b: UInt64) -> UInt64? {
  let control = i.pointee.control
  func rule(_ kind: Semantics, _ a: Vector, _ b: Vector, _ control: UInt8 = 0) -> Vector? {
    laneRule(kind, LaneSources(a: a, b: b, control: control))
  }
  let (low, high) = (Vector(a, 0), Vector(b, 0))
  let kind = i.pointee.semantics
  switch kind {
  case .packsswb, .packssdw, .packuswb, .phaddw, .phaddd, .phaddsw, .phsubw, .phsubd, .phsubsw:
    return rule(kind, Vector(a, b), Vector())?[0]
  case .punpckhbw: return rule(.punpcklbw, low, high)?[1]
  case .punpckhwd: return rule(.punpcklwd, low, high)?[1]
  case .punpckhdq: return rule(.punpckldq, low, high)?[1]
  case .pshufb: return rule(.pshufb, Vector(a, a), high)?[0]
  case .pshufw: return rule(.pshuflw, high, high, control)?[0]
  case .palignr: return rule(.palignr, Vector(), Vector(b, a), control)?[0]
  case .pinsrw: return rule(.pinsrw, low, high, control & 3)?[0]
  default: return rule(kind, low, high, control)?[0]
  }
}
