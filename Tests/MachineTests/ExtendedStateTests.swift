import Testing

@testable import Machine

/// xsave, xrstor and their kin, XCR0, and the images of fxsave.
@Suite struct ExtendedStateTests {
  static let area: UInt64 = 0x20_0000
  static let xsave: [UInt8] = [0x48, 0x0f, 0xae, 0x27]
  static let xrstor: [UInt8] = [0x48, 0x0f, 0xae, 0x2f]
  static let xsaveopt: [UInt8] = [0x48, 0x0f, 0xae, 0x37]
  static let xsavec: [UInt8] = [0x48, 0x0f, 0xc7, 0x27]
  static let xsaves: [UInt8] = [0x48, 0x0f, 0xc7, 0x2f]
  static let xrstors: [UInt8] = [0x48, 0x0f, 0xc7, 0x1f]
  static let xgetbv: [UInt8] = [0x0f, 0x01, 0xd0]
  static let xsetbv: [UInt8] = [0x0f, 0x01, 0xd1]

  /// A machine with AVX state enabled, about to execute an instruction on the area.
  private func fixture(
    _ code: [UInt8], mask: UInt64 = 7, features: ProcessorFeatures = .avx2Level
  ) -> Fixture {
    let fixture = Fixture(code + [0xf4], features: features)
    fixture.registers.cr4 |= 0x4_0600
    fixture.registers.xcr0 = features.contains(.avx) ? 7 : 3
    fixture.registers[gpr: 0] = mask
    fixture.registers[gpr: 2] = 0
    fixture.registers[gpr: 7] = Self.area
    for word in 0..<128 { fixture.machine.memory.store(Self.area + UInt64(word) * 8, UInt64(0)) }
    return fixture
  }

  private func fill(_ registers: Registers) {
    registers.mxcsr = 0x1fa0
    registers.fpuControl = 0x27f
    registers.fpuStatus = 0x3000
    registers.fpuTag = 0xc0
    registers[fpu: 6] = (0x8000_0000_0000_0001, 0x4001)
    registers[xmm: 9] = (0x1111, 0x2222)
    registers.cpu.vector(9)[2] = 0x3333
    registers.cpu.vector(9)[3] = 0x4444
  }

  private func word(_ fixture: Fixture, _ offset: UInt64) -> UInt64 {
    fixture.machine.memory.load(Self.area + offset)
  }

  private func set(_ fixture: Fixture, _ offset: UInt64, _ value: UInt64) {
    fixture.machine.memory.store(Self.area + offset, value)
  }

  @Test func savesWhatIsAskedFor() {
    let all = fixture(Self.xsave)
    fill(all.registers)
    set(all, 512, 0x100)
    set(all, 520, 0x55)
    #expect(all.runToVector() == nil)
    #expect(word(all, 0) == 0xc0_3000_027f)
    #expect(word(all, 24) == 0xffff_0000_1fa0)
    #expect(word(all, 32) == 0x8000_0000_0000_0001)
    #expect(word(all, 40) == 0x4001)
    #expect(word(all, 160 + 144) == 0x1111)
    #expect(word(all, 576 + 144) == 0x3333)
    #expect(word(all, 576 + 152) == 0x4444)
    #expect(word(all, 512) == 0x107)
    #expect(word(all, 520) == 0x55)

    let one = fixture(Self.xsave, mask: 4)
    fill(one.registers)
    set(one, 512, 3)
    #expect(one.runToVector() == nil)
    #expect(word(one, 0) == 0)
    #expect(word(one, 24) == 0xffff_0000_1fa0)
    #expect(word(one, 160 + 144) == 0)
    #expect(word(one, 576 + 144) == 0x3333)
    #expect(word(one, 512) == 7)
  }

  @Test func theOthersSaveWhatIsInUse() {
    for code in [Self.xsaveopt, Self.xsavec, Self.xsaves] {
      let fixture = fixture(code)
      fixture.registers.cpu.vector(3)[3] = 5
      fixture.registers.fpuControl = 0x37f
      for offset in stride(from: UInt64(0), to: 512, by: 8) { set(fixture, offset, 0x77) }
      #expect(fixture.runToVector() == nil)
      #expect(word(fixture, 0) == 0x77)
      #expect(word(fixture, 160) == 0x77)
      #expect(word(fixture, 512) == 4)
      #expect(word(fixture, 576 + 56) == 5)
      let isCompacted = code != Self.xsaveopt
      #expect(word(fixture, 520) == (isCompacted ? 0x8000_0000_0000_0007 : 0))
      #expect(word(fixture, 24) == (isCompacted ? 0x77 : 0xffff_0000_1f80))
    }
    let control = fixture(Self.xsavec)
    control.registers.mxcsr = 0x1fa0
    #expect(control.runToVector() == nil)
    #expect(word(control, 512) == 2)
  }

  @Test func restoresWhatWasSaved() {
    for (save, restore) in [(Self.xsave, Self.xrstor), (Self.xsaves, Self.xrstors)] {
      // fninit; vzeroall in between, with eax still 7.
      let clear: [UInt8] = [0xdb, 0xe3, 0xc5, 0xfc, 0x77]
      let fixture = fixture(save + clear + restore)
      fill(fixture.registers)
      #expect(fixture.runToVector() == nil)
      let registers = fixture.registers
      #expect(registers.mxcsr == 0x1fa0)
      #expect(registers.fpuControl == 0x27f)
      #expect(registers.fpuStatus == 0x3000)
      #expect(registers.fpuTag == 0xc0)
      #expect(registers[fpu: 6].significand == 0x8000_0000_0000_0001)
      #expect(registers[xmm: 9].high == 0x2222)
      #expect(registers.cpu.vector(9)[3] == 0x4444)
    }
  }

  @Test func whatIsNotInTheImageIsInitialised() {
    for (format, expected) in [(UInt64(0), UInt32(0x1f81)), (0x8000_0000_0000_0007, 0x1f80)] {
      let fixture = fixture(Self.xrstor)
      fill(fixture.registers)
      set(fixture, 24, 0x1f81)
      set(fixture, 520, format)
      #expect(fixture.runToVector() == nil)
      let registers = fixture.registers
      #expect(registers.mxcsr == expected)
      #expect(registers.fpuControl == 0x37f)
      #expect(registers.fpuTag == 0)
      #expect(registers[fpu: 6].significand == 0)
      #expect(registers[xmm: 9].low == 0)
      #expect(registers.cpu.vector(9)[2] == 0)
    }
    let one = fixture(Self.xrstor, mask: 4)
    fill(one.registers)
    set(one, 24, 0x1f82)
    #expect(one.runToVector() == nil)
    #expect(one.registers[xmm: 9].low == 0x1111)
    #expect(one.registers.cpu.vector(9)[2] == 0)
    #expect(one.registers.mxcsr == 0x1f82)
    #expect(one.registers.fpuControl == 0x27f)
  }

  @Test func refusesImagesThatAreWrong() {
    func fault(_ code: [UInt8], _ words: [UInt64: UInt64], mask: UInt64 = 7) -> Int? {
      let fixture = fixture(code, mask: mask)
      for (offset, value) in words { set(fixture, offset, value) }
      return fixture.runToVector()
    }
    let compacted: UInt64 = 1 << 63
    #expect(fault(Self.xrstor, [:]) == nil)
    #expect(fault(Self.xrstor, [512: 8]) == 13)
    #expect(fault(Self.xrstor, [520: 7]) == 13)
    #expect(fault(Self.xrstor, [528: 1]) == 13)
    #expect(fault(Self.xrstor, [536: 1]) == nil)
    #expect(fault(Self.xrstor, [24: 0x1_0000]) == 13)
    #expect(fault(Self.xrstor, [24: 0x1_0000], mask: 1) == nil)
    #expect(fault(Self.xrstor, [520: compacted | 7]) == nil)
    #expect(fault(Self.xrstor, [520: compacted | 8]) == 13)
    #expect(fault(Self.xrstor, [512: 2, 520: compacted | 1]) == 13)
    #expect(fault(Self.xrstor, [520: compacted | 7, 568: 1]) == 13)
    #expect(fault(Self.xrstor, [520: compacted | 7, 24: 0x1_0000]) == nil)
    #expect(fault(Self.xrstor, [520: compacted | 7, 512: 2, 24: 0x1_0000]) == 13)
    #expect(fault(Self.xrstors, [:]) == 13)
    #expect(fault(Self.xrstors, [520: compacted]) == nil)
  }

  @Test func wantsItsConditions() {
    for code in [Self.xsave, Self.xsaveopt, Self.xsavec, Self.xsaves, Self.xrstor, Self.xrstors] {
      func fault(_ change: (Registers) -> Void) -> Int? {
        let fixture = fixture(code)
        set(fixture, 520, code == Self.xrstors ? 1 << 63 : 0)
        change(fixture.registers)
        return fixture.runToVector()
      }
      #expect(fault { _ in } == nil)
      #expect(fault { $0[gpr: 7] += 32 } == 13)
      #expect(fault { $0.cr4 &= ~0x4_0000 } == 6)
      #expect(fault { $0.cr0 |= 8 } == 7)
    }
  }

  @Test func xcr0TakesWhatIsSupported() {
    func fault(_ value: UInt64, index: UInt64 = 0, _ features: ProcessorFeatures) -> Int? {
      let fixture = fixture(Self.xsetbv, mask: value, features: features)
      fixture.registers[gpr: 1] = index
      let vector = fixture.runToVector()
      if vector == nil { #expect(fixture.registers.xcr0 == value) }
      return vector
    }
    #expect(fault(1, .avx2Level) == nil)
    #expect(fault(3, .avx2Level) == nil)
    #expect(fault(7, .avx2Level) == nil)
    #expect(fault(7, .default) == 13)
    #expect(fault(3, .default) == nil)
    #expect(fault(2, .avx2Level) == 13)
    #expect(fault(5, .avx2Level) == 13)
    #expect(fault(15, .avx2Level) == 13)
    #expect(fault(3, index: 1, .avx2Level) == 13)
  }

  @Test func xgetbvSaysWhatIsEnabledAndUsed() {
    let enabled = fixture(Self.xgetbv)
    enabled.registers[gpr: 1] = 0
    #expect(enabled.runToVector() == nil)
    #expect(enabled.registers[gpr: 0] == 7)
    let used = fixture(Self.xgetbv)
    used.registers[gpr: 1] = 1
    used.registers.mxcsr = 0x1fa0
    #expect(used.runToVector() == nil)
    #expect(used.registers[gpr: 0] == 2)
    let other = fixture(Self.xgetbv)
    other.registers[gpr: 1] = 2
    #expect(other.runToVector() == 13)
  }

  @Test func cpuidDescribesTheImage() {
    func leaf(_ subleaf: UInt64, _ features: ProcessorFeatures) -> [UInt64] {
      let fixture = fixture([0x0f, 0xa2], mask: 13, features: features)
      fixture.registers[gpr: 1] = subleaf
      #expect(fixture.runToVector() == nil)
      return [0, 3, 1, 2].map { fixture.registers[gpr: $0] }
    }
    #expect(leaf(0, .avx2Level) == [7, 832, 832, 0])
    #expect(leaf(1, .avx2Level) == [15, 832, 0, 0])
    #expect(leaf(2, .avx2Level) == [256, 576, 0, 0])
    #expect(leaf(0, .default) == [3, 576, 576, 0])
    #expect(leaf(2, .default) == [0, 0, 0, 0])
    #expect(leaf(0, .default.subtracting(.xsave)) == [0, 0, 0, 0])
  }

  @Test func fxsaveHasNarrowAndWidePointers() {
    for (code, expected) in [
      ([0x0f, 0xae, 0x07], UInt64(0x9abc_def0)), ([0x48, 0x0f, 0xae, 0x07], 0x1234_9abc_def0),
    ] as [([UInt8], UInt64)] {
      let fixture = fixture(code)
      fill(fixture.registers)
      fixture.registers.cpu.pointee.fpuIP = 0x1234_9abc_def0
      set(fixture, 416, 0x99)
      #expect(fixture.runToVector() == nil)
      #expect(word(fixture, 8) == expected)
      #expect(word(fixture, 24) == 0xffff_0000_1fa0)
      #expect(word(fixture, 160 + 144) == 0x1111)
      #expect(word(fixture, 416) == 0x99)
    }
    let restore = fixture([0x0f, 0xae, 0x0f])
    set(restore, 0, 0x33_0100_f07f)
    set(restore, 8, 0x7_0000_1234)
    set(restore, 24, 0x1fc0)
    set(restore, 40, 0xffff_ffff_ffff_4001)
    #expect(restore.runToVector() == nil)
    #expect(restore.registers.fpuControl == 0x107f)
    #expect(restore.registers.fpuTag == 0x33)
    #expect(restore.registers.cpu.pointee.fpuIP == 0x1234)
    #expect(restore.registers.mxcsr == 0x1fc0)
    #expect(restore.registers[fpu: 0].exponent == 0x4001)
    let bad = fixture([0x0f, 0xae, 0x0f])
    set(bad, 24, 0x1_1f80)
    #expect(bad.runToVector() == 13)
  }

  @Test func pointersNameTheLastInstructionAndItsOperand() {
    // fld qword ptr [rdi+8] / fld1 / hlt
    let good = fixture([0xdd, 0x47, 0x08, 0xd9, 0xe8])
    #expect(good.runToVector() == nil)
    #expect(good.registers.cpu.pointee.fpuIP == 0x1_0003)
    #expect(good.registers.cpu.pointee.fpuDP == Self.area + 8)
    let fault = fixture([0xdd, 0x47, 0x08])
    fault.registers[gpr: 7] = 1 << 63
    #expect(fault.runToVector() == 13)
    #expect(fault.registers.cpu.pointee.fpuIP == 0)
    #expect(fault.registers.cpu.pointee.fpuDP == 0)
  }
}
