import X86

/// Bytes of an instruction under construction, with the places that may be filled in later.
struct CodeBytes {
  var bytes: [UInt8] = []
  /// Where a displacement of 4 (or 8) bytes without base register stands; nil if there is none.
  var absolute: Int?
  var absoluteBytes = 4
  /// Where the immediates begin.
  var immediates = 0
}

/// Makes instructions of a row from the row's encoding alone, without the encoder or the decoder.
struct CodeGenerator {
  /// Whether a row has an operand in VEX.vvvv.
  static func usesVVVV(_ form: Form) -> Bool {
    (0..<form.operandCount).contains { place in
      let name = "\(form.operand(place))"
      return name == "vY" || name.hasSuffix("V")
    }
  }

  let form: Form
  /// Whether an operand is encoded in VEX.vvvv: unused, it must be 15.
  let usesVVVV: Bool
  var random: Numbers

  /// Prefixes, opcode, operands and more random immediate bytes than any instruction has.
  mutating func make() -> CodeBytes {
    var result = CodeBytes()
    result.bytes.reserveCapacity(32)
    if form.encoding.scheme == .legacy {
      appendLegacy(&result)
    } else {
      appendVEX(&result)
    }
    return result
  }

  private mutating func appendLegacy(_ result: inout CodeBytes) {
    let encoding = form.encoding
    appendFreePrefixes(&result.bytes)
    switch encoding.prefix {
    case .p66: result.bytes.append(0x66)
    case .pF3: result.bytes.append(0xf3)
    case .pF2: result.bytes.append(0xf2)
    default:
      let wants66 = encoding.size == .o16 || (encoding.size == .any && random.once(in: 5))
      if encoding.prefix != .none, wants66 { result.bytes.append(0x66) }
    }
    appendREX(&result.bytes)
    appendMap(&result.bytes)
    appendOpcode(&result)
  }

  /// Prefixes that the row does not ask for.
  private mutating func appendFreePrefixes(_ bytes: inout [UInt8]) {
    let isString = form.flags.read.contains(.direction)
    if form.lockable ? random.once(in: 6) : random.once(in: 200) { bytes.append(0xf0) }
    if form.encoding.prefix == .any {
      if random.once(in: isString ? 3 : 40) { bytes.append(0xf3) }
      if random.once(in: isString ? 6 : 40) { bytes.append(0xf2) }
    }
    if random.once(in: 12) { bytes.append(random.once(in: 2) ? 0x64 : 0x65) }
    if random.once(in: 50) { bytes.append(random.pick([0x26, 0x2e, 0x36, 0x3e])) }
    if random.once(in: 16) { bytes.append(0x67) }
  }

  private mutating func appendREX(_ bytes: inout [UInt8]) {
    var rex = UInt8(truncatingIfNeeded: random.next() >> 20) & 15
    var wanted = random.once(in: 2)
    switch form.encoding.size {
    case .o64, .w1:
      rex |= 8
      wanted = true
    case .o16, .o32, .w0: rex &= ~8
    case .any: if form.width == .stack { rex &= 7 }
    }
    if form.encoding.withoutRexB { rex &= ~1 }
    if wanted { bytes.append(0x40 | rex) }
  }

  private func appendMap(_ bytes: inout [UInt8]) {
    switch form.encoding.map {
    case .primary: break
    case .secondary: bytes.append(0x0f)
    case .map38: bytes += [0x0f, 0x38]
    case .map3A: bytes += [0x0f, 0x3a]
    default: break
    }
  }

  private mutating func appendVEX(_ result: inout CodeBytes) {
    let encoding = form.encoding
    if random.once(in: 12) { result.bytes.append(random.once(in: 2) ? 0x64 : 0x65) }
    if random.once(in: 24) { result.bytes.append(0x67) }
    let bits = UInt8(truncatingIfNeeded: random.next() >> 20)
    var length: UInt8 = encoding.vectorLength ?? (bits >> 6 & 1)
    length &= 1
    let pp: UInt8
    switch encoding.prefix {
    case .p66: pp = 1
    case .pF3: pp = 2
    case .pF2: pp = 3
    default: pp = 0
    }
    var w = bits >> 5 & 1
    if encoding.size == .w1 || encoding.size == .o64 { w = 1 }
    if encoding.size == .w0 || encoding.size == .o32 { w = 0 }
    var vvvv = UInt8(truncatingIfNeeded: random.next() >> 24) & 15
    if !usesVVVV { vvvv = random.once(in: 64) ? vvvv : 15 }
    let tail = vvvv << 3 | length << 2 | pp
    if encoding.map == .secondary, w == 0, random.once(in: 2) {
      result.bytes += [0xc5, (bits & 1) << 7 | tail]
    } else {
      let map: UInt8
      switch encoding.map {
      case .secondary: map = 1
      case .map38: map = 2
      case .map3A: map = 3
      default: map = 0
      }
      result.bytes += [0xc4, bits << 5 | map, w << 7 | tail]
    }
    appendOpcode(&result)
  }

  private mutating func appendOpcode(_ result: inout CodeBytes) {
    let encoding = form.encoding
    var opcode = encoding.opcode
    switch encoding.span {
    case .one: break
    case .register: opcode |= random.byte() & 7
    case .condition: opcode |= random.byte() & 15
    }
    result.bytes.append(opcode)
    if encoding.hasModRM { appendModRM(&result) }
    let isOffset = encoding.map == .primary && encoding.opcode & 0xfc == 0xa0 && !encoding.hasModRM
    if isOffset {
      result.absolute = result.bytes.count
      result.absoluteBytes = result.bytes.contains(0x67) ? 4 : 8
    }
    result.immediates = result.bytes.count
    let value = random.integer()
    for shift in 0..<8 { result.bytes.append(UInt8(truncatingIfNeeded: value >> (shift * 8))) }
    for _ in 0..<4 { result.bytes.append(random.byte()) }
  }

  private mutating func appendModRM(_ result: inout CodeBytes) {
    let encoding = form.encoding
    let bits = random.next()
    let reg = encoding.digit ?? UInt8(truncatingIfNeeded: bits) & 7
    let rm = encoding.rm ?? UInt8(truncatingIfNeeded: bits >> 3) & 7
    var mod = UInt8(truncatingIfNeeded: bits >> 8) & 3
    switch encoding.target {
    case .memory: if mod == 3 { mod = UInt8(truncatingIfNeeded: bits >> 10) & 1 }
    case .register: mod = 3
    case .any: if bits >> 12 & 3 == 0 { mod = 3 }
    case .forcedRegister: break
    }
    result.bytes.append(mod << 6 | reg << 3 | rm)
    guard mod != 3, encoding.target != .forcedRegister else { return }
    var hasLongDisplacement = mod == 2
    var isAbsolute = false
    if rm == 4 {
      let sib = random.byte()
      result.bytes.append(sib)
      if mod == 0, sib & 7 == 5 {
        hasLongDisplacement = true
        isAbsolute = true
      }
    } else if rm == 5, mod == 0 {
      hasLongDisplacement = true
      isAbsolute = true
    }
    if isAbsolute { result.absolute = result.bytes.count }
    if hasLongDisplacement {
      let small = random.once(in: 2)
      let value =
        small
        ? UInt32(bitPattern: Int32(Int8(bitPattern: random.byte())))
        : UInt32(truncatingIfNeeded: random.integer())
      for shift in 0..<4 { result.bytes.append(UInt8(truncatingIfNeeded: value >> (shift * 8))) }
    } else if mod == 1 {
      result.bytes.append(random.byte())
    }
  }
}
