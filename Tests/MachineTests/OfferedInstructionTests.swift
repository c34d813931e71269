import Testing
import X86

@testable import Machine

/// Instructions that hang on what CPUID offers, and those that this processor refuses.
@Suite struct OfferedInstructionTests {
  private func vector(
    _ code: [UInt8], _ features: ProcessorFeatures = .default,
    _ change: (Fixture) -> Void = { _ in }
  ) -> Int? {
    let fixture = Fixture(code + [0xf4], features: features)
    fixture.registers.cr4 |= 0x600
    change(fixture)
    var unimplemented = false
    fixture.machine.onUnimplemented = { _, _, _ in unimplemented = true }
    let found = fixture.runToVector()
    #expect(!unimplemented)
    return found
  }

  /// A feature and an instruction that came with it.
  static let rows: [(name: String, code: [UInt8], feature: ProcessorFeatures)] = [
    ("paddb mm0,mm1", [0x0f, 0xfc, 0xc1], .mmx),
    ("pavgb mm0,mm1", [0x0f, 0xe0, 0xc1], .sse),
    ("addps xmm0,xmm1", [0x0f, 0x58, 0xc1], .sse),
    ("paddq mm0,mm1", [0x0f, 0xd4, 0xc1], .sse2),
    ("addpd xmm0,xmm1", [0x66, 0x0f, 0x58, 0xc1], .sse2),
    ("cvtdq2pd xmm0,xmm1", [0xf3, 0x0f, 0xe6, 0xc1], .sse2),
    ("haddps xmm0,xmm1", [0xf2, 0x0f, 0x7c, 0xc1], .sse3),
    ("fisttp", [0xdf, 0x0c, 0x24], .sse3),
    ("pshufb mm0,mm1", [0x0f, 0x38, 0x00, 0xc1], .ssse3),
    ("palignr xmm0,xmm1,0", [0x66, 0x0f, 0x3a, 0x0f, 0xc1, 0], .ssse3),
    ("pmulld xmm0,xmm1", [0x66, 0x0f, 0x38, 0x40, 0xc1], .sse41),
    ("roundss xmm0,xmm1,0", [0x66, 0x0f, 0x3a, 0x0a, 0xc1, 0], .sse41),
    ("pcmpgtq xmm0,xmm1", [0x66, 0x0f, 0x38, 0x37, 0xc1], .sse42),
    ("crc32 eax,cl", [0xf2, 0x0f, 0x38, 0xf0, 0xc1], .sse42),
    ("popcnt eax,ecx", [0xf3, 0x0f, 0xb8, 0xc1], .popcnt),
    ("aesenc xmm0,xmm1", [0x66, 0x0f, 0x38, 0xdc, 0xc1], .aes),
    ("pclmulqdq xmm0,xmm1,0", [0x66, 0x0f, 0x3a, 0x44, 0xc1, 0], .pclmulqdq),
    ("sha1msg1 xmm0,xmm1", [0x0f, 0x38, 0xc9, 0xc1], .sha),
    ("movbe eax,[rsp]", [0x0f, 0x38, 0xf0, 0x04, 0x24], .movbe),
    ("adcx eax,ecx", [0x66, 0x0f, 0x38, 0xf6, 0xc1], .adx),
    ("rdrand eax", [0x0f, 0xc7, 0xf0], .rdrand),
    ("rdseed eax", [0x0f, 0xc7, 0xf8], .rdseed),
    ("rdpid rax", [0xf3, 0x0f, 0xc7, 0xf8], .rdpid),
    ("clflushopt [rsp]", [0x66, 0x0f, 0xae, 0x3c, 0x24], .clflushopt),
    ("clwb [rsp]", [0x66, 0x0f, 0xae, 0x34, 0x24], .clwb),
    ("clac", [0x0f, 0x01, 0xca], .smap),
    (
      "xor ecx,ecx; mov eax,10000h; monitor", [0x31, 0xc9, 0xb8, 0, 0, 1, 0, 0x0f, 0x01, 0xc8],
      .monitor
    ),
  ]

  @Test(arguments: rows)
  func anInstructionWantsItsFeature(
    row: (name: String, code: [UInt8], feature: ProcessorFeatures)
  ) {
    #expect(vector(row.code) == nil, "\(row.name)")
    #expect(vector(row.code, .default.subtracting(row.feature)) == 6, "\(row.name)")
  }

  @Test func countsOfBitsAreScansToAnOlderProcessor() {
    for (code, old, new) in [(UInt8(0xbc), UInt64(4), UInt64(4)), (0xbd, 4, 27)] {
      // mov ecx,10h; tzcnt or lzcnt eax,ecx
      let program: [UInt8] = [0xb9, 0x10, 0, 0, 0, 0xf3, 0x0f, code, 0xc1, 0xf4]
      let older = ProcessorFeatures.default.subtracting([.lzcnt, .bmi1])
      for (features, expected) in [(older, old), (.default, new)] {
        let fixture = Fixture(program, features: features)
        _ = fixture.machine.run(limit: 100)
        #expect(fixture.registers[gpr: 0] == expected)
      }
    }
  }

  @Test func whatNoProcessorHereHasIsRefused() {
    let codes: [[UInt8]] = [
      [0x0f, 0xaa], [0x0f, 0x01, 0xc1], [0x0f, 0x01, 0xd9], [0x0f, 0x01, 0xee], [0x0f, 0x01, 0xef],
    ]
    for code in codes { #expect(vector(code) == 6) }
    // rdpmc: no counter has any number, with CR4.PCE or without.
    #expect(vector([0x0f, 0x33]) == 13)
    #expect(vector([0x0f, 0x33]) { $0.registers.cr4 |= 0x100 } == 13)
  }

  @Test func randomNumbersComeFromTheProcessorsState() {
    // rdrand rax; rdseed rbx; rdrand cx
    let code: [UInt8] = [
      0x48, 0x0f, 0xc7, 0xf0, 0x48, 0x0f, 0xc7, 0xfb, 0x66, 0x0f, 0xc7, 0xf1, 0xf4,
    ]
    let fixture = Fixture(code)
    fixture.registers[gpr: 1] = 0x1234_5678_0000_0000
    fixture.registers.rflags = 0x8d6
    let start = fixture.machine.save()
    func run() -> [UInt64] {
      _ = fixture.machine.run(limit: 100)
      return [0, 3, 1].map { fixture.registers[gpr: $0] } + [fixture.registers.rflags & 0x8d5]
    }
    let first = run()
    #expect(first[0] != first[1] && first[0] != 0)
    #expect(first[2] >> 16 == 0x1234_5678_0000)
    #expect(first[3] == 1)
    fixture.machine.restore(start)
    #expect(run() == first)
  }

  private static func enterUserMode(_ fixture: Fixture) {
    fixture.registers[.cs] = SegmentRegister(selector: 0x33, attributes: 0x2fb, limit: ~0)
    fixture.registers[.ss] = SegmentRegister(selector: 0x2b, attributes: 0xcf3, limit: ~0)
  }

  /// SMAP: a read of a user page at level 0, bare, after stac, and after clac again.
  @Test(arguments: [true, false])
  func theSupervisorKeepsOutOfUserPages(traces: Bool) {
    let read: [UInt8] = [0x8b, 0x04, 0x25, 0, 0, 0x60, 0]
    let stac: [UInt8] = [0x0f, 0x01, 0xcb]
    let clac: [UInt8] = [0x0f, 0x01, 0xca]
    func run(_ code: [UInt8], smap: Bool = true) -> (vector: Int?, error: UInt64) {
      let fixture = Fixture(code + [0xf4])
      fixture.machine.runsTraces = traces
      // All pages are the supervisor's but the one read.
      let directory = fixture.pageDirectory
      for index in 0..<8 where index != 3 {
        let at = directory + UInt64(index) * 8
        fixture.machine.memory.store(at, fixture.machine.memory.load(at, as: UInt64.self) & ~4)
      }
      if smap { fixture.registers.cr4 |= 1 << 21 }
      let vector = fixture.runToVector()
      return (vector, vector == nil ? 0 : fixture.stack(0))
    }
    #expect(run(read, smap: false).vector == nil)
    #expect(run(read) == (14, 1))
    #expect(run(stac + read).vector == nil)
    #expect(run(stac + read + read + clac + read) == (14, 1))
    // In user mode clac is an invalid opcode.
    #expect(vector(clac) { Self.enterUserMode($0) } == 6)
  }

  @Test func aStoreOfAnotherProcessorEndsMwait() {
    // Processor 0: xor ecx,ecx; xor edx,edx; mov eax,50000h; monitor; mwait; mov ebx,[rax]; hlt
    let waiter: [UInt8] = [
      0x31, 0xc9, 0x31, 0xd2, 0xb8, 0, 0, 5, 0, 0x0f, 0x01, 0xc8, 0x0f, 0x01, 0xc9, 0x8b, 0x18,
      0xf4,
    ]
    let fixture = Fixture(waiter)
    #expect(fixture.machine.run(limit: 1000) == .idle)
    #expect(fixture.registers.rip == 0x1_000f)
    #expect(fixture.registers[gpr: 3] == 0)
    fixture.machine.memory.store(0x5_0020, UInt32(7))
    fixture.machine.memory.store(0x5_0000, UInt32(9))
    #expect(fixture.machine.run(limit: 1000) == .idle)
    #expect(fixture.registers[gpr: 3] == 9)
    // Without a line that is watched it does not wait; ecx may have bit 0 only.
    #expect(vector([0x31, 0xc9, 0x0f, 0x01, 0xc9]) == nil)
    #expect(vector([0xb9, 2, 0, 0, 0, 0x0f, 0x01, 0xc9]) == 13)
    #expect(vector([0x31, 0xc9, 0x0f, 0x01, 0xc9]) { Self.enterUserMode($0) } == 6)
  }

  @Test func theOpcodeOfAnX87InstructionIsRecorded() {
    // fninit; fldpi; fld1; rep fadd st(1),st; fxsave [60000h]; fnstenv [60200h]
    let code: [UInt8] = [
      0xdb, 0xe3, 0xd9, 0xeb, 0xd9, 0xe8, 0xf3, 0xdc, 0xc1, 0x0f, 0xae, 0x04, 0x25, 0, 0, 6, 0,
      0xd9,
      0x34, 0x25, 0, 2, 6, 0, 0xf4,
    ]
    let fixture = Fixture(code)
    fixture.registers.cr4 |= 0x200
    #expect(fixture.machine.run(limit: 100) == .idle)
    #expect(fixture.machine.memory.load(0x6_0006, as: UInt16.self) == 0x4c1)
    #expect(fixture.machine.memory.load(0x6_0212, as: UInt16.self) == 0x4c1)
  }
}
