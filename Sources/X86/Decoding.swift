/// The decode of one instruction under way.
struct Decoding {
  var code: CodeReader
  var result = Instruction()

  let mode: Mode
  private var scheme = 0
  private var map = 0
  private(set) var opcode: UInt8 = 0
  /// None, 66, F3, F2, as `Encoding.Prefix` numbers them.
  private var mandatory = 0
  private(set) var rexW = false
  /// 8 or 0, to be added to register numbers; with EVEX also 16.
  private(set) var rexR: UInt8 = 0
  private(set) var rexX: UInt8 = 0
  private(set) var rexB: UInt8 = 0
  /// With EVEX also the fifth bit of a vector of indices.
  private(set) var vvvv: UInt8 = 0
  /// The same as `rexB`, for vector registers in rm: with EVEX also 16.
  private(set) var vectorB: UInt8 = 0
  /// 0, 1, 2 for 16, 32, 64 bytes.
  private(set) var vectorLength = 0
  private(set) var modRM: UInt8 = 0

  @inline(__always)
  init(_ code: CodeReader, _ mode: Mode) {
    self.code = code
    self.mode = mode
    result.mode = mode
  }

  var isLong: Bool { mode == .bits64 }

  /// Decodes all of it; false if the bytes are no instruction (or ran out, as `code` knows).
  @inline(__always)
  mutating func run(_ index: DecoderIndex) -> Bool {
    readPrefixes()
    guard !code.isOverrun, readOpcode() else { return false }
    let group = index.groups[
      DecoderIndex.group(isLong: isLong, scheme: scheme, map: map, opcode: opcode)]
    if group.shape.contains(.hasModRM) { modRM = code.peek() }
    let slot = group.shape.slot(
      prefix: mandatory, size: sizeSlot, length: vectorLength, rexB: rexB == 0 ? 0 : 1,
      modRM: modRM)
    let number = index.slots[Int(group.start) &+ slot]
    guard number != 0 else { return false }
    if group.shape.contains(.hasModRM) { _ = code.byte() }
    result.form = number
    return finish(index.rows + Int(number), hasModRM: group.shape.contains(.hasModRM))
  }

  // MARK: Prefixes and opcode

  @inline(__always)
  private mutating func readPrefixes() {
    while true {
      let byte = code.peek()
      switch byte {
      case 0x66: result.prefixes.insert(.operandSize)
      case 0x67: result.prefixes.insert(.addressSize)
      case 0xf0: result.prefixes.insert(.lock)
      case 0xf2:
        result.prefixes.remove(.rep)
        result.prefixes.insert(.repne)
      case 0xf3:
        result.prefixes.remove(.repne)
        result.prefixes.insert(.rep)
      case 0x26: setSegment(.es)
      case 0x2e: setSegment(.cs)
      case 0x36: setSegment(.ss)
      case 0x3e: setSegment(.ds)
      case 0x64: setSegment(.fs)
      case 0x65: setSegment(.gs)
      case 0x40...0x4f where isLong:
        // A REX prefix counts only directly before the opcode.
        _ = code.byte()
        guard !Decoding.isLegacyPrefix(code.peek()) else { continue }
        guard code.peek() & 0xf0 != 0x40 else { continue }
        setREX(byte)
        return
      default: return
      }
      _ = code.byte()
      if code.isOverrun { return }
    }
  }

  private static func isLegacyPrefix(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x66, 0x67, 0xf0, 0xf2, 0xf3, 0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65: true
    default: false
    }
  }

  @inline(__always)
  private mutating func setSegment(_ override: Prefixes) {
    // In 64-bit mode `es cs ss ds` do not even replace an `fs` or `gs` before them.
    if isLong && override != .fs && override != .gs
      && !result.prefixes.isDisjoint(with: [.fs, .gs])
    {
      return
    }
    result.prefixes.subtract([.es, .cs, .ss, .ds, .fs, .gs])
    result.prefixes.formUnion([override, .segmentOverride])
  }

  @inline(__always)
  private mutating func setREX(_ byte: UInt8) {
    result.prefixes.insert(.rex)
    if byte & 8 != 0 {
      rexW = true
      result.prefixes.insert(.rexW)
    }
    rexR = byte << 1 & 8
    rexX = byte << 2 & 8
    rexB = byte << 3 & 8
    vectorB = rexB
  }

  /// Reads opcode map and opcode; false on a VEX prefix that cannot be.
  @inline(__always)
  private mutating func readOpcode() -> Bool {
    opcode = code.byte()
    if opcode == 0x0f {
      map = 1
      opcode = code.byte()
      if opcode == 0x38 || opcode == 0x3a {
        map = opcode == 0x38 ? 2 : 3
        opcode = code.byte()
      } else if opcode == 0x0f {
        return readSuffix()
      }
    } else if opcode == 0xc4 || opcode == 0xc5 {
      if isLong || code.peek() >= 0xc0 { return readVEX() }
    } else if opcode == 0x62 {
      if isLong || code.peek() >= 0xc0 { return readEVEX() }
    } else if opcode == 0x8f && code.peek() & 0x1f >= 8 {
      return readXOP()
    }
    if result.prefixes.contains(.rep) {
      mandatory = 2
    } else if result.prefixes.contains(.repne) {
      mandatory = 3
    } else if result.prefixes.contains(.operandSize) {
      mandatory = 1
    }
    return true
  }

  /// Whether there is a prefix that must not stand before VEX and EVEX.
  private var hasBarredPrefix: Bool {
    let barred: Prefixes = [.operandSize, .rep, .repne, .lock, .rex]
    return !result.prefixes.isDisjoint(with: barred)
  }

  /// Reads the opcode that stands behind the operands of 3DNow! (AMD APM volume 3, appendix A.1.2);
  /// false where the bytes end before it.
  @inline(never)
  private mutating func readSuffix() -> Bool {
    map = Encoding.Map.suffixed.index
    var ahead = self
    ahead.modRM = ahead.code.byte()
    ahead.setAddressSize()
    if ahead.modRM < 0xc0 { ahead.readMemory(isIndexed: false) }
    opcode = ahead.code.byte()
    if ahead.code.isOverrun { code = ahead.code }
    return !code.isOverrun
  }

  /// Reads an XOP prefix (AMD APM volume 6, section 1.2), which has VEX's fields and maps of its own.
  @inline(never)
  private mutating func readXOP() -> Bool {
    opcode = 0xc4
    let first = code.peek() & 0x1f
    guard (8...10).contains(first), readVectorPrefix() else { return false }
    scheme = 3
    return mandatory == 0
  }

  private mutating func readVEX() -> Bool {
    guard readVectorPrefix() else { return false }
    return map >= 1 && map <= 3
  }

  private mutating func readVectorPrefix() -> Bool {
    guard !hasBarredPrefix else { return false }
    let first = code.byte()
    var last = first
    map = 1
    rexR = first & 0x80 == 0 ? 8 : 0
    if opcode == 0xc4 {
      rexX = first & 0x40 == 0 ? 8 : 0
      rexB = first & 0x20 == 0 ? 8 : 0
      map = Int(first & 0x1f)
      last = code.byte()
      rexW = last & 0x80 != 0
    }
    scheme = 1
    result.prefixes.insert(.vex)
    if rexW { result.prefixes.insert(.rexW) }
    vvvv = ~(last >> 3) & 15
    vectorLength = Int(last >> 2 & 1)
    mandatory = Int(last & 3)
    if !isLong {
      rexR = 0
      rexX = 0
      rexB = 0
    }
    vectorB = rexB
    opcode = code.byte()
    return true
  }

  private mutating func readEVEX() -> Bool {
    guard !hasBarredPrefix else { return false }
    let first = code.byte()
    let second = code.byte()
    let third = code.byte()
    map = Int(first & 7)
    guard first & 8 == 0, second & 4 != 0, map != 0, map != 4, map != 7 else { return false }
    scheme = 2
    result.prefixes.insert(.evex)
    rexW = second & 0x80 != 0
    if rexW { result.prefixes.insert(.rexW) }
    mandatory = Int(second & 3)
    vvvv = ~(second >> 3) & 15 | (third & 8 == 0 ? 16 : 0)
    if isLong {
      rexR = (first & 0x80 == 0 ? 8 : 0) | (first & 0x10 == 0 ? 16 : 0)
      rexX = first & 0x40 == 0 ? 8 : 0
      rexB = first & 0x20 == 0 ? 8 : 0
      vectorB = rexB | rexX << 1
    } else {
      guard vvvv & 16 == 0 else { return false }
    }
    vectorLength = Int(third >> 5 & 3)
    result.vectorControl.rawValue = third & 7 | third >> 4 & 8 | third & 0x10
    opcode = code.byte()
    // With rounding in a register form L'L is the mode, and the vector has 64 bytes.
    if third & 0x10 != 0 && code.peek() >= 0xc0 {
      result.vectorControl.rawValue |= third & 0x60
      vectorLength = 2
    }
    return true
  }

  /// Whether a gather's destination, indices and mask are different registers, as they must be
  /// (Intel SDM volume 2, VGATHERDPS: #UD otherwise). A scatter may have any.
  private var gathersToDistinctRegisters: Bool {
    guard result.operands.1.kind == .vectorMemory else { return true }
    let destination = result.operands.0.register
    let index = result.memory.index
    guard scheme == 1 else { return destination != index }
    let mask = result.operands.2.register
    return destination != index && destination != mask && mask != index
  }

  /// Whether the destination is none of the sources, and no tile is named twice (Intel SDM volume 2,
  /// TDPBF16PS).
  private var operandsAreDistinct: Bool {
    // A scalar's operands differ in size: the registers count.
    let destination = result.operands.0
    guard !destination.isSameRegister(as: result.operands.1),
      !destination.isSameRegister(as: result.operands.2)
    else { return false }
    return destination.kind != .tile
      || !result.operands.1.isSameRegister(as: result.operands.2)
  }

  /// Whether EVEX's bits are such as the row allows.
  private func allowsVectorControl(_ row: UnsafeMutablePointer<DecoderIndex.Row>) -> Bool {
    let control = result.vectorControl
    let isRegister = modRM >= 0xc0
    if control.isBroadcast && isRegister {
      if row.pointee.rounding == .none { return false }
    } else if vectorLength == 3 {
      return false
    }
    switch row.pointee.masking {
    case .none: if control.mask != 0 { return false }
    case .required: if control.mask == 0 { return false }
    case .merging, .zeroing: break
    }
    guard control.isZeroing else { return true }
    return row.pointee.masking == .zeroing && control.mask != 0
      && result.operands.0.kind != .memory
  }

  /// The operand size or W as `DecoderIndex.Shape.size` wants them.
  @inline(__always)
  private var sizeSlot: Int {
    if scheme != 0 { return rexW ? 1 : 0 }
    if rexW { return 2 }
    return defaultSize == 2 ? 0 : 1
  }

  /// 2 or 4, by mode and 66.
  @inline(__always)
  private var defaultSize: UInt8 {
    let isToggled = result.prefixes.contains(.operandSize)
    return (mode == .bits16) == isToggled ? 4 : 2
  }

  // MARK: Row

  @inline(__always)
  private mutating func finish(
    _ row: UnsafeMutablePointer<DecoderIndex.Row>, hasModRM: Bool
  ) -> Bool {
    let traits = row.pointee.traits
    result.semantics = row.pointee.semantics
    result.operandCount = row.pointee.operandCount
    if traits.contains(.condition) { result.condition = opcode & 15 }
    if traits.contains(.usesRepeat) { result.prefixes.subtract([.rep, .repne]) }
    if traits.contains(.uses66) { result.prefixes.remove(.operandSize) }
    if vvvv != 0 && !traits.contains(.usesVVVV) {
      guard traits.contains(.indexed), vvvv & 15 == 0 else { return false }
    }
    result.operandSize = operandSize(row.pointee.width)
    setAddressSize()
    if traits.contains(.forcedRegister) { modRM |= 0xc0 }
    if hasModRM && modRM < 0xc0 {
      readMemory(isIndexed: traits.contains(.indexed))
    }
    let count = row.pointee.operandCount
    if count > 0 {
      result.operands.0 = readOperand(row.pointee.operands.0)
      if count > 1 {
        result.operands.1 = readOperand(row.pointee.operands.1)
        if count > 2 {
          result.operands.2 = readOperand(row.pointee.operands.2)
          if count > 3 { result.operands.3 = readOperand(row.pointee.operands.3) }
        }
      }
    }
    if traits.contains(.suffixed) { _ = code.byte() }
    result.length = UInt8(truncatingIfNeeded: code.position)
    if result.prefixes.contains(.lock) {
      guard traits.contains(.lockable), modRM < 0xc0 else { return false }
    }
    if scheme == 2 {
      guard allowsVectorControl(row) else { return false }
    }
    if !traits.isDisjoint(with: [.indexed, .distinct, .bars66]) {
      if traits.contains(.indexed) && !gathersToDistinctRegisters { return false }
      if traits.contains(.distinct) && !operandsAreDistinct { return false }
      if traits.contains(.bars66) && result.prefixes.contains(.operandSize) { return false }
    }
    return result.semantics != .invalid
  }

  @inline(__always)
  private func operandSize(_ rule: WidthRule) -> UInt8 {
    switch rule {
    case .byte: return 1
    case .operand: return rexW ? 8 : defaultSize
    case .stack:
      guard isLong else { return defaultSize }
      return !rexW && result.prefixes.contains(.operandSize) ? 2 : 8
    case .branch: return isLong ? 8 : defaultSize
    case .port: return rexW ? 4 : defaultSize
    case .doubleOrQuad: return rexW && isLong ? 8 : 4
    case .native: return isLong ? 8 : defaultSize
    case .mmx: return 8
    case .xmm: return 16
    case .vector: return 16 &<< UInt8(truncatingIfNeeded: vectorLength)
    }
  }

  @inline(__always)
  private mutating func setAddressSize() {
    let isToggled = result.prefixes.contains(.addressSize)
    switch mode {
    case .bits64: result.addressSize = isToggled ? 4 : 8
    case .bits32: result.addressSize = isToggled ? 2 : 4
    case .bits16: result.addressSize = isToggled ? 4 : 2
    }
    if result.prefixes.contains(.segmentOverride) { result.memory.segment = segment(.ds) }
  }

  /// The segment in effect where `segment` is the default.
  @inline(__always)
  func segment(_ segment: Segment) -> Segment {
    guard let override = result.prefixes.segmentOverride else { return segment }
    return isLong && override != .fs && override != .gs ? segment : override
  }
}

extension Operand {
  fileprivate func isSameRegister(as other: Operand) -> Bool {
    kind == other.kind && register == other.register
  }
}
