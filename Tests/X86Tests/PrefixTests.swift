import Testing

@testable import X86

/// Prefixes where they count, where they do not, and where they must not stand.
struct PrefixTests {
  private static let overrides: [UInt8] = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65]

  private func scheme(_ instruction: Instruction) -> Encoding.Scheme {
    Form.all[Int(instruction.form)].encoding.scheme
  }

  @Test(arguments: RoundTripTests.modes)
  func anOverrideLengthensEveryInstruction(mode: Mode) {
    for (instruction, bytes) in RoundTripTests.samples(mode, count: 2) where bytes.count < 15 {
      for prefix in Self.overrides {
        let decoded = Decoder.decode([prefix] + bytes, mode: mode)
        #expect(
          decoded.form == instruction.form && Int(decoded.length) == bytes.count + 1,
          "\(prefix) before \(bytes.hex)")
      }
    }
  }

  /// Intel SDM volume 2, sections 2.3.2, 2.3.3 and 2.7.11.
  @Test(arguments: RoundTripTests.modes)
  func vectorPrefixesBarOthers(mode: Mode) {
    let barred: [UInt8] =
      mode == .bits64 ? [0x66, 0xf2, 0xf3, 0xf0, 0x40, 0x48] : [0x66, 0xf2, 0xf3, 0xf0]
    for (instruction, bytes) in RoundTripTests.samples(mode, count: 1) where bytes.count < 15 {
      guard scheme(instruction) != .legacy, bytes[0] != 0x67 else { continue }
      for prefix in barred {
        #expect(
          !Decoder.decode([prefix] + bytes, mode: mode).isValid, "\(prefix) before \(bytes.hex)")
      }
    }
  }

  /// A REX prefix that another prefix follows does not count: SDM volume 2, section 2.2.1.
  @Test func aDisplacedREXDoesNotCount() {
    for (instruction, bytes) in RoundTripTests.samples(.bits64, count: 2) where bytes.count < 14 {
      guard scheme(instruction) == .legacy else { continue }
      var plain = Decoder.decode([0x2e] + bytes, mode: .bits64)
      let displaced = Decoder.decode([0x4f, 0x2e] + bytes, mode: .bits64)
      plain.length += 1
      #expect(displaced == plain, "\(bytes.hex)")
    }
  }

  /// SDM volume 2, section 2.2.1.2: REX bits that no operand uses are ignored.
  @Test func unusedREXBitsAreIgnored() {
    let bare = Decoder.decode([0x48, 0x0f, 0xa2], mode: .bits64)
    #expect(bare.semantics == .cpuid && bare.length == 3)
    for rex in UInt8(0x40)...0x4f {
      let clear = Decoder.decode([rex, 0xf8], mode: .bits64)
      #expect(clear.semantics == .clc && clear.length == 2)
    }
    // REX.X without SIB.
    let one = Decoder.decode([0x48, 0x01, 0xd8], mode: .bits64)
    let other = Decoder.decode([0x4a, 0x01, 0xd8], mode: .bits64)
    #expect(one == other)
  }

  /// The last of F2 and F3 counts.
  @Test func ofTwoRepeatPrefixesTheLastCounts() {
    let first = Decoder.decode([0xf2, 0xf3, 0x0f, 0x58, 0xc1], mode: .bits64)
    let second = Decoder.decode([0xf3, 0xf2, 0x0f, 0x58, 0xc1], mode: .bits64)
    #expect(first.semantics == .addss && second.semantics == .addsd)
  }

  /// In 64-bit mode `es cs ss ds` are ignored (SDM volume 1, section 3.3.7.1), also behind `fs` or
  /// `gs`; in the other modes the last override counts.
  @Test func ofTwoOverridesTheLastThatCountsCounts() {
    let numbers: [(UInt8, Segment)] = [
      (0x26, .es), (0x2e, .cs), (0x36, .ss), (0x3e, .ds), (0x64, .fs), (0x65, .gs),
    ]
    for (first, one) in numbers {
      for (second, other) in numbers {
        // mov eax,[rax]
        let code: [UInt8] = [first, second, 0x8b, 0x00]
        #expect(Decoder.decode(code, mode: .bits32).memory.segment == other)
        let isIgnored = other != .fs && other != .gs
        let before: Segment = one == .fs || one == .gs ? one : .ds
        #expect(
          Decoder.decode(code, mode: .bits64).memory.segment == (isIgnored ? before : other),
          "\(code.hex)")
      }
    }
  }

  @Test(arguments: RoundTripTests.modes)
  func noInstructionIsLongerThanFifteenBytes(mode: Mode) {
    for prefix in Self.overrides + [0x66, 0x67, 0xf0, 0xf2, 0xf3] {
      let prefixes = [UInt8](repeating: prefix, count: 15)
      let decoded = Decoder.decode(prefixes + [0x90, 0x90], mode: mode)
      #expect(decoded.semantics == .invalid && decoded.length == 1)
    }
  }
}
