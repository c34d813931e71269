import Testing

@testable import X86

/// Every row, encoded with many operands and decoded again.
struct RoundTripTests {
  static let modes: [Mode] = [.bits64, .bits32, .bits16]

  /// Samples of every row in a mode, with their bytes.
  static func samples(
    _ mode: Mode, count: Int
  ) -> [(instruction: Instruction, bytes: [UInt8])] {
    var samples: [(Instruction, [UInt8])] = []
    for row in 1..<Form.all.count {
      var sampler = Sampler(row: row, mode: mode)
      guard sampler.exists else { continue }
      for size in sampler.operandSizes {
        for step in 0..<count {
          let instruction = sampler.sample(size: size, inMemory: step % 2 == 0)
          guard let bytes = Encoder.encode(instruction) else { continue }
          samples.append((instruction, bytes))
        }
      }
    }
    return samples
  }

  @Test(arguments: modes)
  func everyRowSurvivesARoundTrip(mode: Mode) {
    var seen = Set<UInt16>()
    for (instruction, bytes) in Self.samples(mode, count: 8) {
      var expected = instruction
      expected.length = UInt8(bytes.count)
      var decoded = Decoder.decode(bytes, mode: mode)
      // Which prefixes were needed for the sizes is the encoder's business.
      decoded.prefixes = []
      expected.prefixes = []
      #expect(decoded == expected, "\(bytes.hex) of \(name(instruction))")
      seen.insert(instruction.form)
    }
    for row in 1..<Form.all.count where Sampler(row: row, mode: mode).exists {
      #expect(seen.contains(UInt16(row)), "no sample of \(Form.all[row].mnemonic), row \(row)")
    }
  }

  @Test(arguments: modes)
  func decodingAndEncodingAgain(mode: Mode) {
    for (_, bytes) in Self.samples(mode, count: 4) {
      let decoded = Decoder.decode(bytes, mode: mode)
      #expect(Encoder.encode(decoded) == bytes, "\(bytes.hex)")
    }
  }

  @Test(arguments: modes)
  func everyProperPrefixIsTruncated(mode: Mode) {
    for (instruction, bytes) in Self.samples(mode, count: 2) {
      for count in 0..<bytes.count {
        let cut = Decoder.decode(Array(bytes[..<count]), mode: mode)
        #expect(
          cut.semantics == .truncated && cut.length == max(1, count),
          "\(count) bytes of \(bytes.hex), \(name(instruction))")
      }
    }
  }

  @Test(arguments: modes)
  func lockIsAllowedWhereItsRowSaysSo(mode: Mode) {
    for (instruction, bytes) in Self.samples(mode, count: 2) {
      let form = Form.all[Int(instruction.form)]
      guard form.encoding.scheme == .legacy else { continue }
      let locked = Decoder.decode([0xf0] + bytes, mode: mode)
      let isAllowed = form.lockable && instruction.hasMemoryOperand
      #expect(locked.isValid == isAllowed, "lock before \(bytes.hex), \(name(instruction))")
      #expect(!isAllowed || locked.prefixes.contains(.lock))
    }
  }

  @Test(arguments: modes)
  func fifteenBytesAreTheLimit(mode: Mode) {
    for (instruction, bytes) in Self.samples(mode, count: 1) {
      guard Form.all[Int(instruction.form)].encoding.scheme == .legacy else { continue }
      let padding = [UInt8](repeating: 0x2e, count: 15 - bytes.count)
      #expect(Decoder.decode(padding + bytes, mode: mode).length == 15, "\(bytes.hex)")
      let tooLong = Decoder.decode([0x2e] + padding + bytes, mode: mode)
      #expect(tooLong.semantics == .invalid && tooLong.length == 1, "\(bytes.hex)")
    }
  }

  private func name(_ instruction: Instruction) -> String {
    "row \(instruction.form) \(Form.all[Int(instruction.form)].mnemonic)"
  }
}
