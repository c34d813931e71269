import Testing

@testable import Machine

/// CPUID beyond its leaves, FMASK, CR0.NE, descriptor tables at odd addresses, `sysenter`'s flags and
/// page map entries with a size bit.
@Suite struct SystemRegisterTests {
  @Test func leavesBeyondTheLastAreTheLastBasicOne() {
    let cpu = Machine.bare().processors[0].cpu
    func leaf(_ number: UInt32) -> [UInt32] {
      let values = cpu.identification(number, 0)
      return [values.eax, values.ebx, values.ecx, values.edx]
    }
    #expect(leaf(0)[0] == 0x16)
    #expect(leaf(0x16) == [100, 100, 100, 0])
    for number: UInt32 in [0x17, 0x1f, 0x3fff_ffff, 0x5000_0000, 0x8000_0009, 0xffff_ffff] {
      #expect(leaf(number) == leaf(0x16), "\(number)")
    }
    // Within the range a leaf without content is zeros, as are those kept for hypervisors.
    for number: UInt32 in [3, 0x14, 0x4000_0001, 0x4fff_ffff, 0x8000_0005] {
      #expect(leaf(number) == [0, 0, 0, 0], "\(number)")
    }
    // The APIC is told, machine checks are not, and CR4 has no bit for them.
    #expect(leaf(1)[3] & 0x280 == 0x200)
  }

  @Test func machineChecksCannotBeSwitchedOn() {
    // mov cr4,rax
    let fixture = Fixture([0x0f, 0x22, 0xe0, 0xf4])
    fixture.registers[gpr: 0] = fixture.registers.cr4 | 0x40
    #expect(fixture.runToVector() == 13)
  }

  @Test func theUpperHalfOfTheFlagMaskIsReserved() {
    let cpu = Machine.bare().processors[0].cpu
    #expect(cpu.writeMSR(0xc000_0084, 0xffff_ffff))
    #expect(!cpu.writeMSR(0xc000_0084, 1 << 32))
    #expect(cpu.readMSR(0xc000_0084) == 0xffff_ffff)
  }

  /// An instruction that finds an x87 exception pending: #MF, but not while CR0.NE is clear.
  static let waiting: [(name: String, code: [UInt8])] = [
    ("fwait", [0x9b]), ("fld1", [0xd9, 0xe8]), ("paddb mm0,mm1", [0x0f, 0xfc, 0xc1]),
    ("emms", [0x0f, 0x77]),
  ]

  @Test(arguments: waiting)
  func pendingExceptionsWantNE(row: (name: String, code: [UInt8])) {
    for native in [true, false] {
      let fixture = Fixture(row.code + [0xf4])
      let cpu = fixture.machine.processors[0].cpu
      cpu.pointee.fpuControl = 0x37e
      cpu.pointee.fpuStatus = 0x8081
      if !native { fixture.registers.cr0 &= ~0x20 }
      #expect(fixture.runToVector() == (native ? 16 : nil), "\(row.name)")
    }
  }

  @Test func descriptorTablesAreStoredInTwoParts() {
    for (place, vector): (UInt64, Int) in [(6, 3), (14, 3), (2, 17), (0, 17), (7, 17)] {
      // sgdt [rax] / int 3, in ring 3 with alignment checks
      let fixture = user([0x0f, 0x01, 0x00], flags: 0x4_0202, place: 0x5_0000 + place)
      #expect(fixture.runToVector() == vector, "\(place)")
      let limit = fixture.machine.memory.load(0x5_0000 + place, as: UInt16.self)
      #expect(limit == (vector == 3 ? 0x37 : 0), "\(place)")
    }
  }

  /// A machine in ring 3 at 10100h, with rax at 50006h, before code of three bytes and `int 3`.
  private func user(_ code: [UInt8], flags: UInt64 = 0x202, place: UInt64 = 0x5_0006) -> Fixture {
    let fixture = Fixture([0x48, 0xcf])
    fixture.machine.load(code + [0xcc], at: 0x1_0100)
    let frame: [UInt64] = [0x1_0100, 0x33, flags, 0x20_0000, 0x2b]
    fixture.registers[gpr: 4] = 0x6_0000
    for (index, word) in frame.enumerated() {
      fixture.machine.memory.store(0x6_0000 + UInt64(index) * 8, word)
    }
    fixture.registers[gpr: 0] = place
    return fixture
  }

  /// sgdt, sidt, sldt, str and smsw to where rax points.
  static let tellers: [[UInt8]] = [
    [0x0f, 0x01, 0x00], [0x0f, 0x01, 0x08], [0x0f, 0x00, 0x00], [0x0f, 0x00, 0x08],
    [0x0f, 0x01, 0x20],
  ]

  @Test(arguments: tellers)
  func programsDoNotSeeTablesWithUMIP(code: [UInt8]) {
    for (bit, vector): (UInt64, Int) in [(0, 3), (0x800, 13)] {
      let fixture = user(code)
      fixture.registers.cr4 |= bit
      #expect(fixture.runToVector() == vector)
    }
  }

  @Test func sysenterClearsFlags() {
    let fixture = Fixture([0x0f, 0x34])
    fixture.machine.load([0xf4], at: 0x5_0000)
    let cpu = fixture.machine.processors[0].cpu
    #expect(cpu.writeMSR(0x174, 0x10) && cpu.writeMSR(0x175, 0x6_0000))
    #expect(cpu.writeMSR(0x176, 0x5_0000))
    cpu.pointee.systemFlags |= Flag.interrupt | Flag.resume | Flag.virtual8086 | Flag.direction
    fixture.machine.step(0)
    #expect(fixture.registers.rip == 0x5_0000)
    #expect(cpu.rflags & (Flag.interrupt | Flag.resume | Flag.virtual8086) == 0)
    #expect(cpu.rflags & Flag.direction != 0)
  }

  @Test func theTopEntryHasNoSize() {
    // mov rax,8000000000h / mov eax,[rax]: the second entry of the top table, which names a table of
    // the third level at 0 whose first page has 1 GiB.
    for (size, vector): (UInt64, Int) in [(0, 3), (0x80, 14)] {
      let fixture = Fixture([0x48, 0xb8, 0, 0, 0, 0, 0x80, 0, 0, 0, 0x8b, 0x00, 0xcc])
      fixture.machine.memory.store(0, UInt64(0x83))
      fixture.machine.memory.store(fixture.registers.cr3 + 8, 3 | size)
      #expect(fixture.runToVector() == vector)
      if vector == 14 {
        #expect(fixture.stack(0) == 9)
        #expect(fixture.registers.cr2 == 0x80_0000_0000)
      }
    }
  }
}
