import Testing

@testable import Machine

/// Faults met while a fault is delivered, the end of NMI blocking, the APIC's timer and addresses.
@Suite struct InterruptEdgeTests {
  /// A fault whose handler's stack cannot be written: the page fault of that is served by itself, but
  /// after a page fault it is a double fault (Intel SDM vol. 3A, table 6-5).
  static let nested: [(name: String, code: [UInt8], first: Int, entered: Int)] = [
    ("ud2", [0x0f, 0x0b], 6, 14),
    ("wrmsr of an unknown register", [0x0f, 0x30], 13, 14),
    ("read of a hole", [0x8b, 0x04, 0x25, 0, 0, 0, 0x40], 14, 8),
  ]

  @Test(arguments: nested)
  func aPageFaultDuringDelivery(
    row: (name: String, code: [UInt8], first: Int, entered: Int)
  ) {
    let fixture = Fixture(row.code)
    fixture.registers[gpr: 1] = 0x123
    fixture.machine.memory.store(Fixture.task + 0x24, UInt64(0x5000_0000))
    fixture.setGate(row.first, stack: 1)
    #expect(fixture.runToVector() == row.entered, "\(row.name)")
  }

  /// A machine at an `iretq` to ring 3.
  private func returning() -> Fixture {
    let fixture = Fixture([0x48, 0xcf])
    let frame: [UInt64] = [0x1_0100, 0x33, 0x202, 0x20_0000, 0x2b]
    fixture.registers[gpr: 4] = 0x6_0000
    for (index, word) in frame.enumerated() {
      fixture.machine.memory.store(0x6_0000 + UInt64(index) * 8, word)
    }
    return fixture
  }

  @Test func iretEndsTheBlockingOfNMIs() {
    let fixture = returning()
    let cpu = fixture.machine.processors[0].cpu
    cpu.pointee.nmiBlocked = true
    fixture.machine.step(0)
    #expect(fixture.registers.rip == 0x1_0100)
    #expect(!cpu.pointee.nmiBlocked)
  }

  @Test func aReturnToRing3TakesTheKernelsSegments() {
    let fixture = returning()
    let cpu = fixture.machine.processors[0].cpu
    cpu.pointee.gsBase = 0x1234
    cpu.pointee.fs = SegmentRegister(selector: 0x2b, attributes: 0xcf3, limit: ~0)
    cpu.pointee.fsBase = 0x5678
    fixture.machine.step(0)
    #expect(cpu.pointee.gs.selector == 0)
    #expect(cpu.pointee.gsBase == 0)
    #expect(cpu.pointee.fs.selector == 0x2b)
    #expect(cpu.pointee.fsBase == 0x5678)
  }

  @Test func theTimerCountsByItsDivider() {
    let dividers: [(UInt32, UInt64)] = [
      (0, 2), (1, 4), (2, 8), (3, 16), (8, 32), (9, 64), (10, 128), (11, 1),
    ]
    for (configuration, divider) in dividers {
      var apic = LocalAPIC()
      apic.spurious = 0x1ff
      apic.divideConfiguration = configuration
      apic.timer = 0x30
      apic.startCount(10, now: 100)
      #expect(apic.deadline == 100 + 10 * divider)
      #expect(apic.currentCount(now: 100 + 4 * divider) == 6)
      apic.advance(now: 100 + 10 * divider)
      #expect(apic.requested.highest == 0x30)
      #expect(apic.currentCount(now: 100 + 10 * divider) == 0)
    }
  }

  @Test func logicalAddressesNameAClusterAndItsProcessors() {
    let machine = Machine.bare(processors: 2)
    let sender = machine.processors[0].cpu
    // The other processor is the second one of cluster 0.
    let other = machine.processors[1].cpu
    for (destination, vector): (UInt64, UInt64) in [(0x1_0002, 0x41), (1, 0x42)] {
      #expect(sender.writeMSR(0x830, destination << 32 | 0x800 | vector))
      #expect(other.pointee.apic.requested.highest == nil)
    }
    #expect(sender.writeMSR(0x830, 2 << 32 | 0x800 | 0x43))
    #expect(other.pointee.apic.requested.highest == 0x43)
    #expect(sender.pointee.apic.requested.highest == 0x42)
  }

  @Test func registersRefuseWhatIsReserved() {
    let cpu = Machine.bare().processors[0].cpu
    // LME cannot change while paging is on; bit 1 of EFER and the upper half of TSC_AUX are reserved.
    #expect(!cpu.writeMSR(0xc000_0080, 0xc01))
    #expect(!cpu.writeMSR(0xc000_0080, 0xd03))
    #expect(cpu.writeMSR(0xc000_0080, 0xd00))
    #expect(!cpu.writeMSR(0xc000_0103, 1 << 32))
    #expect(cpu.writeMSR(0xc000_0103, 5))
    #expect(cpu.readMSR(0xc000_0103) == 5)
    // Only the lower half of SYSENTER_CS is kept; branches are not traced; no feature is switched off.
    #expect(cpu.writeMSR(0x174, 0x5_1234_0010) && cpu.readMSR(0x174) == 0x1234_0010)
    #expect(!cpu.writeMSR(0x1d9, 2) && cpu.writeMSR(0x1d9, 0) && cpu.readMSR(0x1d9) == 0)
    #expect(!cpu.writeMSR(0x1a0, 1 << 34) && cpu.writeMSR(0x1a0, 0) && cpu.readMSR(0x1a0) == 0)
    // CPUID has no memory type ranges and no machine checks.
    for number: UInt32 in [0, 1, 0xfe, 0x179, 0x17a, 0x200, 0x2ff] {
      #expect(cpu.readMSR(number) == nil && !cpu.writeMSR(number, 0))
    }
  }
}
