import Foundation
import Testing
import X86

@testable import Machine

/// What the processor's features and control registers let execute.
@Suite struct FeatureTests {
  /// vpaddd ymm1,ymm2,ymm3.
  static let vpaddd: [UInt8] = [0xc5, 0xed, 0xfe, 0xcb]
  /// vaddps ymm1,ymm2,ymm3.
  static let vaddps: [UInt8] = [0xc5, 0xec, 0x58, 0xcb]
  /// vfmadd231ps ymm1,ymm2,ymm3.
  static let fused: [UInt8] = [0xc4, 0xe2, 0x6d, 0xb8, 0xcb]
  static let addps: [UInt8] = [0x0f, 0x58, 0xca]
  static let paddb: [UInt8] = [0x0f, 0xfc, 0xca]

  private func vector(
    _ code: [UInt8], _ features: ProcessorFeatures = .avx2Level,
    _ change: (Registers) -> Void = { _ in }
  ) -> Int? {
    let fixture = Fixture(code + [0xf4], features: features)
    fixture.registers.cr4 |= 0x4_0600
    fixture.registers.xcr0 = 7
    change(fixture.registers)
    return fixture.runToVector()
  }

  @Test func aFeatureThatIsNotOfferedIsAnInvalidOpcode() {
    #expect(vector(Self.vaddps) == nil)
    #expect(vector(Self.vpaddd) == nil)
    #expect(vector(Self.fused) == nil)
    #expect(vector(Self.vaddps, .default) == 6)
    let avx: ProcessorFeatures = [.default, .xsave, .avx]
    #expect(vector(Self.vaddps, avx) == nil)
    #expect(vector(Self.vpaddd, avx) == 6)
    #expect(vector(Self.fused, avx) == 6)
    #expect(vector(Self.fused, avx.union(.fma)) == nil)
  }

  @Test func avxWantsItsStateEnabled() {
    #expect(vector(Self.vaddps) { $0.cr4 &= ~0x4_0000 } == 6)
    #expect(vector(Self.vaddps) { $0.xcr0 = 3 } == 6)
    #expect(vector(Self.vaddps) { $0.xcr0 = 5 } == 6)
    #expect(vector(Self.vaddps) { $0.cr0 |= 8 } == 7)
    #expect(vector(Self.vaddps) { $0.cr0 |= 4 } == nil)
  }

  @Test func mxcsrWantsTheStateOfItsInstructionEnabled() {
    // ldmxcsr and stmxcsr [rsp+16], and their VEX-coded forms.
    for field: UInt8 in [0x54, 0x5c] {
      let code: [UInt8] = [0x0f, 0xae, field, 0x24, 0x10]
      #expect(vector(code) { $0.cr4 &= ~0x200 } == 6)
      #expect(vector(code) { $0.cr0 |= 4 } == 6)
      #expect(vector(code) { $0.cr0 |= 8 } == 7)
      #expect(vector(code) { $0.cr4 &= ~0x4_0000 } == nil)
      let wide: [UInt8] = [0xc5, 0xf8, 0xae, field, 0x24, 0x10]
      #expect(vector(wide) { $0.cr4 &= ~0x200 } == nil)
      #expect(vector(wide) { $0.cr0 |= 4 } == nil)
      #expect(vector(wide) { $0.cr0 |= 8 } == 7)
      #expect(vector(wide) { $0.cr4 &= ~0x4_0000 } == 6)
      #expect(vector(wide) { $0.xcr0 = 3 } == 6)
    }
  }

  @Test func cpuidTellsOfNothingThatIsNotThere() {
    for processors in 1...2 {
      let fixture = Fixture([0x0f, 0xa2, 0xf4], processors: processors)
      fixture.registers[gpr: 0] = 1
      _ = fixture.machine.run(limit: 100)
      // Bits 10 and 20 are reserved; vme, mce and mca are not there; pat and pse-36 are.
      let flags = fixture.registers[gpr: 2]
      #expect(flags & (1 << 10 | 1 << 20 | 1 << 1 | 1 << 7 | 1 << 14) == 0)
      #expect(flags & (1 << 16 | 1 << 17) == 1 << 16 | 1 << 17)
      #expect(flags >> 28 & 1 == UInt64(processors - 1))
    }
  }

  @Test func emmsClearsTop() {
    let fixture = Fixture([0x0f, 0x77, 0xf4])
    fixture.registers.fpuStatus = 0x3800
    fixture.registers.fpuTag = 0xff
    #expect(fixture.runToVector() == nil)
    #expect(fixture.registers.fpuStatus == 0)
    #expect(fixture.registers.fpuTag == 0)
  }

  @Test func sseAndMMXWantTheirStateEnabled() {
    #expect(vector(Self.addps) == nil)
    #expect(vector(Self.addps) { $0.cr4 &= ~0x200 } == 6)
    #expect(vector(Self.addps) { $0.cr0 |= 4 } == 6)
    #expect(vector(Self.addps) { $0.cr0 |= 8 } == 7)
    #expect(vector(Self.paddb) == nil)
    #expect(vector(Self.paddb) { $0.cr4 &= ~0x200 } == nil)
    #expect(vector(Self.paddb) { $0.cr0 |= 4 } == 6)
    #expect(vector(Self.paddb) { $0.cr0 |= 8 } == 7)
    #expect(vector(Self.paddb) { $0.fpuStatus |= 0x80 } == 16)
  }

  @Test func anUnmaskedExceptionLeavesTheDestination() {
    // 1 / 0 with division by zero unmasked.
    let divide: [UInt8] = [0x0f, 0x5e, 0xca]
    for (cr4, expected) in [(UInt64(0x600), 19), (0x200, 6)] {
      let fixture = Fixture(divide + [0xf4])
      fixture.registers.cr4 = fixture.registers.cr4 & ~0x600 | cr4
      fixture.registers.mxcsr = 0x1d80
      fixture.registers[xmm: 1] = (0x3f80_0000_3f80_0000, 0x3f80_0000_3f80_0000)
      fixture.registers[xmm: 2] = (0, 0)
      #expect(fixture.runToVector() == expected)
      #expect(fixture.registers[xmm: 1].low == 0x3f80_0000_3f80_0000)
      #expect(fixture.registers.mxcsr == 0x1d84)
    }
  }

  @Test func anMMXInstructionTakesTheX87Registers() {
    let fixture = Fixture(Self.paddb + [0xf4])
    fixture.registers.fpuStatus = 0x3800
    fixture.registers[fpu: 1] = (0x0102_0304_0506_0708, 0x3fff)
    fixture.registers[fpu: 2] = (0x0101_0101_0101_0101, 0x3fff)
    #expect(fixture.runToVector() == nil)
    #expect(fixture.registers[fpu: 1].significand == 0x0203_0405_0607_0809)
    #expect(fixture.registers[fpu: 1].exponent == 0xffff)
    #expect(fixture.registers.fpuStatus == 0)
    #expect(fixture.registers.fpuTag == 0xff)
  }

  /// rcpps and rsqrtps promise a relative error below 1.5 * 2^-12, over every exponent.
  @Test func approximationsKeepTheManualsBound() {
    let bound = 1.5 / 4096
    for step in stride(from: UInt32(0x0080_0000), to: 0x7e80_0000, by: 65_537) {
      let value = Double(Float(bitPattern: step))
      let reciprocal = Double(Float(bitPattern: Binary32.reciprocal(step)))
      #expect(abs(reciprocal * value - 1) < bound)
      let root = Double(Float(bitPattern: Binary32.reciprocalRoot(step)))
      #expect(abs(root * value.squareRoot() - 1) < bound)
    }
    #expect(Binary32.reciprocal(0x8000_0001) == 0xff80_0000)
    #expect(Binary32.reciprocal(0x7f80_0000) == 0)
    #expect(Binary32.reciprocal(0xff00_0000) == 0x8000_0000)
    #expect(Binary32.reciprocalRoot(0xbf80_0000) == 0xffc0_0000)
    #expect(Binary32.reciprocalRoot(0x7f80_0001) == 0x7fc0_0001)
  }
}
