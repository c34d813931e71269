import X86

/// Conversions between integers and floating point.
func executeConversion(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let first = i.pointee.operands.0
  let second = i.pointee.operands.1
  switch i.pointee.semantics {
  case .cvtsi2sd, .cvtsi2ss:
    let raw = cpu.extended(try cpu.value(second, i), second.size)
    let value = Int64(bitPattern: raw)
    var result = cpu.xmm(first.register)
    if i.pointee.semantics == .cvtsi2sd {
      result[0] = Double(value).bitPattern
    } else {
      result[0] = (result[0] & ~0xffff_ffff) | UInt64(Float(value).bitPattern)
    }
    cpu.setXMM(first.register, result)
    return
  case .cvttss2si, .cvttsd2si, .cvtss2si, .cvtsd2si:
    let source = try cpu.vectorValue(second, i).low
    let value = toInteger(cpu, i, source, size: first.size)
    cpu.setRegister(first.register, first.size, value)
    return
  default: break
  }
  let source = try cpu.vectorValue(second, i).low
  let dwords = source.dwords
  func double(_ lane: Int) -> Double { Double(bitPattern: source[lane]) }
  func single(_ lane: Int) -> Float { Float(bitPattern: dwords[lane]) }
  var result = cpu.xmm(first.register)
  switch i.pointee.semantics {
  case .cvtss2sd: result[0] = widened(single(0)).bitPattern
  case .cvtsd2ss:
    result[0] = (result[0] & ~0xffff_ffff) | UInt64(narrowed(double(0)).bitPattern)
  case .cvtps2pd:
    result = Vector(widened(single(0)).bitPattern, widened(single(1)).bitPattern)
  case .cvtpd2ps:
    let low = UInt64(narrowed(double(0)).bitPattern)
    result = Vector(low | UInt64(narrowed(double(1)).bitPattern) << 32, 0)
  case .cvtdq2pd:
    let integers = source.signedDwords
    result = Vector(Double(integers[0]).bitPattern, Double(integers[1]).bitPattern)
  case .cvtdq2ps:
    var lanes = Dwords4()
    for lane in 0..<4 { lanes[lane] = Float(source.signedDwords[lane]).bitPattern }
    result = Vector(lanes)
  case .cvtps2dq, .cvttps2dq:
    let truncates = i.pointee.semantics == .cvttps2dq
    var lanes = Dwords4()
    for lane in 0..<4 {
      let value = integer32(cpu, Double(single(lane)), truncates: truncates)
      lanes[lane] = UInt32(truncatingIfNeeded: value)
    }
    result = Vector(lanes)
  case .cvtpd2dq, .cvttpd2dq:
    let truncates = i.pointee.semantics == .cvttpd2dq
    let low = integer32(cpu, double(0), truncates: truncates) & 0xffff_ffff
    result = Vector(low | integer32(cpu, double(1), truncates: truncates) << 32, 0)
  default: throw cpu.unimplemented(i)
  }
  cpu.setXMM(first.register, result)
}

private func widened(_ value: Float) -> Double {
  guard value.isNaN else { return Double(value) }
  let bits = UInt64(value.bitPattern)
  return Double(bitPattern: (bits >> 31) << 63 | 0x7ff8 << 48 | (bits & 0x3f_ffff) << 29)
}

private func narrowed(_ value: Double) -> Float {
  guard value.isNaN else { return Float(value) }
  let bits = value.bitPattern
  let payload = UInt32(truncatingIfNeeded: bits >> 29) & 0x3f_ffff
  return Float(bitPattern: UInt32(truncatingIfNeeded: bits >> 63) << 31 | 0x7fc0_0000 | payload)
}

private func toInteger(_ cpu: CPU, _ i: Decoded, _ source: Vector, size: UInt8) -> UInt64 {
  let truncates: Bool
  let value: Double
  switch i.pointee.semantics {
  case .cvttss2si, .cvtss2si:
    value = Double(Float(bitPattern: source.dwords[0]))
    truncates = i.pointee.semantics == .cvttss2si
  default:
    value = Double(bitPattern: source[0])
    truncates = i.pointee.semantics == .cvttsd2si
  }
  if size == 4 { return integer32(cpu, value, truncates: truncates) }
  let whole = rounded(cpu, value, truncates: truncates)
  guard let exact = Int64(exactly: whole) else { return 1 << 63 }
  return UInt64(bitPattern: exact)
}

/// A 32-bit integer; 80000000h for what does not fit.
private func integer32(_ cpu: CPU, _ value: Double, truncates: Bool) -> UInt64 {
  let whole = rounded(cpu, value, truncates: truncates)
  guard let exact = Int32(exactly: whole) else { return 0x8000_0000 }
  return UInt64(UInt32(bitPattern: exact))
}

private func rounded(_ cpu: CPU, _ value: Double, truncates: Bool) -> Double {
  if truncates { return value.rounded(.towardZero) }
  switch (cpu.pointee.mxcsr >> 13) & 3 {
  case 0: return value.rounded(.toNearestOrEven)
  case 1: return value.rounded(.down)
  case 2: return value.rounded(.up)
  default: return value.rounded(.towardZero)
  }
}
