import Testing

@testable import X86

/// The checklist of what makes bytes another instruction or none: prefixes before and behind, cuts,
/// lengths, and bits that have no meaning. Rows are checked by their samples.
struct InvalidEncodingTests {
  private typealias Sample = (instruction: Instruction, bytes: [UInt8])

  private static let legacyPrefixes: [UInt8] = [
    0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3,
  ]

  private func form(_ instruction: Instruction) -> Form { Form.all[Int(instruction.form)] }

  private func samples(_ mode: Mode, _ count: Int = 2) -> [Sample] {
    RoundTripTests.samples(mode, count: count).map { ($0.instruction, $0.bytes) }
  }

  /// What follows an instruction is no part of it, prefixes and REX least of all.
  @Test(arguments: RoundTripTests.modes)
  func whatStandsBehindDoesNotCount(mode: Mode) {
    for (_, bytes) in samples(mode, 1) {
      let alone = Decoder.decode(bytes, mode: mode)
      for byte in Self.legacyPrefixes + [0x00, 0x40, 0x4f, 0xff] {
        let followed = Decoder.decode(bytes + [byte, byte], mode: mode)
        #expect(followed == alone, "\(byte) behind \(bytes.hex)")
      }
    }
  }

  /// 66, F2 and F3 before a row that has no use for them: the same row where it does not ask for
  /// their absence (SDM volume 2, section 3.1.1.1: NP), otherwise another one or none.
  @Test(arguments: RoundTripTests.modes)
  func mandatoryPrefixesChooseTheRow(mode: Mode) {
    for (instruction, bytes) in samples(mode) where bytes.count < 15 {
      let row = form(instruction)
      guard row.encoding.scheme == .legacy else { continue }
      for prefix: UInt8 in [0x66, 0xf2, 0xf3] {
        let other = Decoder.decode([prefix] + bytes, mode: mode)
        let isSame = other.form == instruction.form
        let message = "\(prefix) before \(bytes.hex) \(row.mnemonic)"
        let isRepeat = prefix != 0x66
        switch row.encoding.prefix {
        case .none: #expect(!isSame, "\(message)")
        case .noRepeat: if isRepeat { #expect(!isSame, "\(message)") }
        case .p66: #expect(isSame == !isRepeat, "\(message)")
        // Of F2 and F3 the last counts, and the row's own stands last.
        case .pF2, .pF3:
          #expect(isSame == (isRepeat || !row.encoding.bars66), "\(message)")
          #expect(!isSame || Int(other.length) == bytes.count + 1, "\(message)")
        case .any:
          if isSame && isRepeat { #expect(Int(other.length) == bytes.count + 1, "\(message)") }
        }
      }
    }
  }

  /// 67 before a row without memory changes nothing but the length (and rCX's width in loops).
  @Test(arguments: RoundTripTests.modes)
  func addressSizeWithoutMemory(mode: Mode) {
    for (instruction, bytes) in samples(mode) where bytes.count < 15 && bytes[0] != 0x67 {
      let row = form(instruction)
      let isAddressed = (0..<row.operandCount).contains { row.operand($0).plan.width == .address }
      guard !instruction.hasMemoryOperand, !instruction.hasVectorIndex, !isAddressed else {
        continue
      }
      var other = Decoder.decode([0x67] + bytes, mode: mode)
      #expect(Int(other.length) == bytes.count + 1, "\(bytes.hex) \(row.mnemonic)")
      other.length &-= 1
      var expected = Decoder.decode(bytes, mode: mode)
      expected.prefixes.insert(.addressSize)
      expected.addressSize = other.addressSize
      #expect(other == expected, "\(bytes.hex) \(row.mnemonic)")
    }
  }

  /// Every row of every scheme: 15 bytes are allowed, 16 are not, and no cut is an instruction.
  @Test(arguments: RoundTripTests.modes)
  func lengthsOfEveryScheme(mode: Mode) {
    for (instruction, bytes) in samples(mode, 1) {
      let padding = [UInt8](repeating: 0x2e, count: 15 - bytes.count)
      let whole = padding + bytes
      #expect(Decoder.decode(whole, mode: mode).form == instruction.form, "\(whole.hex)")
      let tooLong = Decoder.decode([0x2e] + whole, mode: mode)
      #expect(tooLong.semantics == .invalid && tooLong.length == 1, "2e \(whole.hex)")
      #expect(Decoder.exceedsLength([0x2e] + whole, mode: mode), "2e \(whole.hex)")
      for count in 0..<15 {
        let cut = Decoder.decode(Array(whole[..<count]), mode: mode)
        #expect(cut.semantics == .truncated, "\(count) bytes of \(whole.hex)")
      }
    }
  }

  // MARK: Bits without a meaning

  /// VEX.W where the row leaves it open, VEX.L where it does, and VEX.X without a SIB byte.
  @Test(arguments: [Mode.bits64, .bits32])
  func ignoredBitsOfVEX(mode: Mode) {
    var checked = 0
    for (instruction, bytes) in samples(mode) where bytes[0] == 0xc4 || bytes[0] == 0x8f {
      let row = form(instruction)
      guard row.encoding.scheme == .vex || row.encoding.scheme == .xop else { continue }
      var bits: [(place: Int, mask: UInt8, name: String)] = []
      let operands = (0..<row.operandCount).map { row.operand($0) }
      let isSized = operands.contains { $0.plan.width == .dwordOrQword }
      if row.encoding.size == .any && !(isSized && mode == .bits64) { bits.append((2, 0x80, "W")) }
      if row.encoding.vectorLength == nil && !operands.contains(where: \.isOfAnyLength) {
        bits.append((2, 4, "L"))
      }
      if !instruction.hasMemoryOperand && !instruction.hasVectorIndex && mode == .bits64 {
        bits.append((1, 0x40, "X"))
      }
      for (place, mask, name) in bits {
        var changed = bytes
        changed[place] ^= mask
        let other = Decoder.decode(changed, mode: mode)
        let isOther = other.form != instruction.form && name != "X"
        guard !isOther || !hasSibling(row, name) else { continue }
        checked += 1
        #expect(
          other.form == instruction.form && other.operands == instruction.operands,
          "\(name) of \(bytes.hex) \(row.mnemonic)")
      }
    }
    #expect(checked > 300)
  }

  /// Whether another row takes the same opcode with W or L set otherwise.
  private func hasSibling(_ row: Form, _ bit: String) -> Bool {
    let place = row.encoding
    return Form.all.contains {
      let other = $0.encoding
      let isNear =
        other.scheme == place.scheme && other.map == place.map && other.opcode == place.opcode
      return isNear && (bit == "W" ? other.size != .any : other.vectorLength != nil)
    }
  }

  /// The low four bits of a byte that names a register (FMA4, XOP, VBLENDVPS) do not count.
  @Test(arguments: [Mode.bits64, .bits32])
  func lowBitsOfARegisterByte(mode: Mode) {
    var count = 0
    for (instruction, bytes) in samples(mode) {
      let row = form(instruction)
      guard (0..<row.operandCount).contains(where: { row.operand($0).plan.place == .is4 }) else {
        continue
      }
      count += 1
      for low in UInt8(1)...15 {
        var changed = bytes
        changed[bytes.count - 1] |= low
        let other = Decoder.decode(changed, mode: mode)
        #expect(other.operands == instruction.operands, "\(changed.hex) \(row.mnemonic)")
      }
    }
    #expect(count > 100)
  }

  /// SIB.scale without an index, and SIB.index 4 with any base.
  @Test(arguments: [Mode.bits64, .bits32])
  func scaleWithoutIndex(mode: Mode) {
    let plain = Decoder.decode([0x8b, 0x04, 0x24], mode: mode)
    for scale in UInt8(0)...3 {
      let other = Decoder.decode([0x8b, 0x04, 0x24 | scale << 6], mode: mode)
      #expect(other == plain, "scale \(scale)")
    }
  }

  /// SDM volume 2, MOV to and from control and debug registers: mod does not count.
  @Test(arguments: RoundTripTests.modes)
  func modOfControlAndDebugRegisters(mode: Mode) {
    for opcode in UInt8(0x20)...0x23 {
      let expected = Decoder.decode([0x0f, opcode, 0xc6], mode: mode)
      #expect(expected.isValid && expected.length == 3)
      for mod in UInt8(0)...2 {
        let other = Decoder.decode([0x0f, opcode, mod << 6 | 6, 0, 0], mode: mode)
        #expect(other == expected, "0f\(opcode) mod \(mod)")
      }
    }
  }

  /// ModRM.reg of SETcc and ModRM.rm of the fences do not count (SDM volume 2, SETcc, LFENCE).
  @Test(arguments: RoundTripTests.modes)
  func fieldsOfModRMThatDoNotCount(mode: Mode) {
    for reg in UInt8(0)...7 {
      let set = Decoder.decode([0x0f, 0x94, 0xc1 | reg << 3], mode: mode)
      #expect(set.semantics == .setcc && set.operands.0.register == 1, "reg \(reg)")
      for (first, semantics) in [
        (UInt8(0xe8), Semantics.lfence), (0xf0, .mfence), (0xf8, .sfence),
      ] {
        let fence = Decoder.decode([0x0f, 0xae, first | reg], mode: mode)
        #expect(fence.semantics == semantics && fence.length == 3, "rm \(reg)")
      }
    }
  }

  /// REX.R and REX.B before registers of which there are eight: MMX, x87, segments.
  @Test func highBitsOfRegistersThatHaveNone() {
    let pairs: [([UInt8], UInt8)] = [
      ([0x0f, 0xfc, 0xca], 0x45), ([0x8c, 0xd8], 0x44), ([0xd8, 0xc1], 0x45), ([0xd9, 0xc9], 0x41),
    ]
    for (bytes, rex) in pairs {
      let plain = Decoder.decode(bytes, mode: .bits64)
      let extended = Decoder.decode([rex] + bytes, mode: .bits64)
      #expect(plain.isValid && extended.operands == plain.operands, "\(rex) \(bytes.hex)")
    }
  }

  /// Bits that may not be set: EVEX.V' and R' without registers to name, general registers above 15,
  /// debug and control registers that do not exist, segment registers 6 and 7.
  @Test func registersThatDoNotExist() {
    for bytes: [UInt8] in [
      [0x8c, 0xf0], [0x8e, 0xf8], [0x0f, 0x20, 0xc8], [0x0f, 0x20, 0xe8],
      [0x44, 0x0f, 0x20, 0xc8], [0x44, 0x0f, 0x21, 0xc0],
      // vmovd eax,xmm1 and vcvtsi2sd with R' clear would name a general register above 15.
      [0x62, 0xe1, 0x7f, 0x08, 0x2d, 0xc1],
      // kmov to a ninth mask register; a tile above 7; a tile twice.
      [0xc5, 0x78, 0x90, 0xc1], [0xc4, 0x62, 0x7b, 0x49, 0xc0], [0xc4, 0xe2, 0x7b, 0x5e, 0xc0],
    ] {
      let decoded = Decoder.decode(bytes, mode: .bits64)
      #expect(decoded.semantics == .invalid, "\(bytes.hex)")
    }
  }
}
