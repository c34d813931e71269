import Testing

@testable import X86

/// Every bit of a VEX or EVEX prefix, set otherwise than the row's samples have it: Intel SDM volume
/// 2, sections 2.3 and 2.7.
struct VectorPrefixTests {
  private static let modes: [Mode] = [.bits64, .bits32]

  /// Samples coded by a scheme with its prefix as the first byte.
  private func samples(
    _ scheme: Encoding.Scheme, _ first: UInt8, _ mode: Mode
  ) -> [(instruction: Instruction, form: Form, bytes: [UInt8])] {
    RoundTripTests.samples(mode, count: 2).compactMap { instruction, bytes in
      let form = Form.all[Int(instruction.form)]
      guard form.encoding.scheme == scheme, bytes[0] == first else { return nil }
      return (instruction, form, bytes)
    }
  }

  private func decode(_ bytes: [UInt8], _ place: Int, xor bits: UInt8, _ mode: Mode) -> Instruction
  {
    var changed = bytes
    changed[place] ^= bits
    return Decoder.decode(changed, mode: mode)
  }

  private func usesVVVV(_ form: Form) -> Bool {
    (0..<form.operandCount).contains {
      let place = form.operand($0).plan.place
      return place == .vvvv || place == .indexed
    }
  }

  /// Where no operand is in VEX.vvvv, any bit of it makes the instruction undefined.
  @Test(arguments: modes)
  func unusedVVVVMustBeOnes(mode: Mode) {
    var count = 0
    for (first, place, scheme) in [
      (UInt8(0xc4), 2, Encoding.Scheme.vex), (0xc5, 1, .vex), (0x62, 2, .evex),
    ] {
      for (_, form, bytes) in samples(scheme, first, mode) where !usesVVVV(form) {
        count += 1
        // Outside 64-bit mode C5 is LDS unless the highest two bits are ones.
        for bit in 3..<(first == 0xc5 && mode != .bits64 ? 6 : 7) {
          let other = decode(bytes, place, xor: 1 << UInt8(bit), mode)
          #expect(other.semantics == .invalid, "vvvv bit \(bit) of \(bytes.hex) \(form.mnemonic)")
        }
      }
    }
    #expect(count > 100)
  }

  /// Maps 0 and 4-31 of VEX have no instructions, whatever follows.
  @Test(arguments: modes)
  func mapsWithoutInstructions(mode: Mode) {
    for (_, _, bytes) in samples(.vex, 0xc4, mode) {
      for map in UInt8(0)...31 where !(1...3).contains(map) {
        var changed = bytes
        changed[1] = bytes[1] & 0xe0 | map
        #expect(!Decoder.decode(changed, mode: mode).isValid, "\(changed.hex)")
      }
    }
  }

  /// EVEX: the bit between the maps and R' is 0, the bit below vvvv is 1; maps 0, 4 and 7 are empty.
  @Test(arguments: modes)
  func reservedBitsOfEVEX(mode: Mode) {
    let all = samples(.evex, 0x62, mode)
    #expect(all.count > 500)
    for (_, form, bytes) in all {
      for (place, bits) in [(1, UInt8(8)), (2, 4)] {
        let other = decode(bytes, place, xor: bits, mode)
        #expect(other.semantics == .invalid, "\(bits) in \(place) of \(bytes.hex) \(form.mnemonic)")
      }
      for map in [UInt8(0), 4, 7] {
        var changed = bytes
        changed[1] = bytes[1] & 0xf8 | map
        #expect(!Decoder.decode(changed, mode: mode).isValid, "\(changed.hex)")
      }
    }
  }

  /// EVEX.b: in memory only where the row repeats an element, in registers only where it rounds.
  @Test(arguments: modes)
  func broadcastAndRoundingWhereTheRowHasThem(mode: Mode) {
    for (instruction, form, bytes) in samples(.evex, 0x62, mode) {
      guard !instruction.vectorControl.isBroadcast else { continue }
      var changed = bytes
      changed[3] |= 0x10
      let other = Decoder.decode(changed, mode: mode)
      let isInMemory = instruction.hasMemoryOperand
      let repeats = (0..<form.operandCount).contains { form.operand($0).plan.broadcast != 0 }
      let isAllowed = isInMemory ? repeats : form.encoding.rounding != .none
      let message = "\(changed.hex) \(form.mnemonic)"
      // With L'L as the rounding the row may be another one: it has no shorter vectors.
      if isAllowed && !isInMemory && form.width == .vector && instruction.operandSize != 64 {
        continue
      }
      #expect(other.isValid == isAllowed, "\(message)")
      #expect(!isAllowed || other.vectorControl.isBroadcast, "\(message)")
    }
  }

  /// L'L of 3 is no length; with rounding it is "to zero".
  @Test(arguments: modes)
  func lengthThree(mode: Mode) {
    for (instruction, form, bytes) in samples(.evex, 0x62, mode) {
      var changed = bytes
      changed[3] |= 0x60
      let rounds = instruction.vectorControl.isBroadcast && !instruction.hasMemoryOperand
      guard form.encoding.vectorLength != nil || form.width == .vector else { continue }
      let other = Decoder.decode(changed, mode: mode)
      #expect(other.isValid == rounds, "\(changed.hex) \(form.mnemonic)")
    }
  }

  /// Masks: k0 where one is required, another where none is allowed, zeroing without a mask or of
  /// memory.
  @Test(arguments: modes)
  func masksWhereTheRowHasThem(mode: Mode) {
    for (instruction, form, bytes) in samples(.evex, 0x62, mode) {
      let masking = form.encoding.masking
      for control in UInt8(0)...15 {
        var changed = bytes
        changed[3] = bytes[3] & 0x78 | control & 7 | control << 4 & 0x80
        let isMasked = control & 7 != 0
        let isZeroing = control & 8 != 0
        let zeroes =
          masking == .zeroing && isMasked && instruction.operands.0.kind != .memory
        let isAllowed =
          (isMasked ? masking != .none : masking != .required) && (!isZeroing || zeroes)
        let other = Decoder.decode(changed, mode: mode)
        #expect(other.isValid == isAllowed, "\(changed.hex) \(form.mnemonic)")
      }
    }
  }

  /// Outside 64-bit mode the registers have three bits: V' must be clear, the highest bits of
  /// vvvv and of the byte behind are ignored.
  @Test func registersAboveSevenOutside64BitMode() {
    for (_, form, bytes) in samples(.evex, 0x62, .bits32) {
      let other = decode(bytes, 3, xor: 8, .bits32)
      #expect(other.semantics == .invalid, "\(bytes.hex) \(form.mnemonic)")
    }
    for (instruction, form, bytes) in samples(.vex, 0xc4, .bits32) where usesVVVV(form) {
      guard !instruction.hasVectorIndex else { continue }
      let other = decode(bytes, 2, xor: 0x40, .bits32)
      #expect(other.operands == instruction.operands, "\(bytes.hex) \(form.mnemonic)")
    }
  }

  /// SDM volume 2, VFMADDCSH: the destination is none of the sources.
  @Test func complexProductsNeedADestinationOfTheirOwn() {
    let distinct = Decoder.decode([0x62, 0xa6, 0x76, 0x53, 0x57, 0xfe], mode: .bits64)
    #expect(distinct.isValid && distinct.operands.0.register == 23)
    let same = Decoder.decode([0x62, 0xa6, 0x76, 0x53, 0x57, 0xff], mode: .bits64)
    #expect(same.semantics == .invalid)
  }
}
