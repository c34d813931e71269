import Testing

@testable import Machine

/// The local APIC: switched on and off by software, illegal vectors, reserved bits, the deadline.
@Suite struct LocalAPICTests {
  private let machine = Machine.bare(processors: 2)
  private var cpu: CPU { machine.processors[0].cpu }
  private var other: CPU { machine.processors[1].cpu }

  /// Entries of the local vector table: timer, thermal, performance, LINT0, LINT1, error.
  private static let entries: [UInt32] = [0x832, 0x833, 0x834, 0x835, 0x836, 0x837]

  @Test func resetLeavesItOffAndMasked() {
    let apic = LocalAPIC()
    #expect(!apic.isEnabled)
    #expect(apic.register(0x80f, now: 0) == 0xff)
    for entry in Self.entries { #expect(apic.register(entry, now: 0) == 0x1_0000) }
    for zero: UInt32 in [0x808, 0x80a, 0x828, 0x830, 0x838, 0x839, 0x83e] {
      #expect(apic.register(zero, now: 0) == 0)
    }
  }

  @Test func switchedOffItMasksItsEntries() {
    for entry in Self.entries { #expect(cpu.writeMSR(entry, 0x40)) }
    for entry in Self.entries { #expect(cpu.readMSR(entry) == 0x40) }
    #expect(cpu.writeMSR(0x80f, 0xff))
    for entry in Self.entries {
      #expect(cpu.readMSR(entry) == 0x1_0040)
      // The mask stays while it is off, and after it is on again until an entry is written.
      #expect(cpu.writeMSR(entry, 0x41))
      #expect(cpu.readMSR(entry) == 0x1_0041)
    }
    #expect(cpu.writeMSR(0x80f, 0x1ff))
    for entry in Self.entries {
      #expect(cpu.readMSR(entry) == 0x1_0041)
      #expect(cpu.writeMSR(entry, 0x41))
      #expect(cpu.readMSR(entry) == 0x41)
    }
  }

  @Test func switchedOffItTakesNoInterruptsButNMIs() {
    #expect(other.writeMSR(0x83f, 0x50))
    #expect(other.writeMSR(0x80f, 0xff))
    #expect(cpu.writeMSR(0x830, 1 << 32 | 0x60))
    machine.console.vector = 0x61
    // What was requested before waits on; nothing more comes.
    #expect(other.pointee.apic.requested.highest == 0x50)
    #expect(other.pointee.apic.deliverable == 0x50)
    #expect(cpu.writeMSR(0x80f, 0xff))
    machine.console.type("a")
    #expect(cpu.pointee.apic.requested.highest == nil)
    // Messages are sent all the same.
    #expect(cpu.writeMSR(0x830, 1 << 32 | 0x400))
    #expect(other.pointee.nmiPending)
    #expect(other.writeMSR(0x80f, 0x1ff))
    #expect(cpu.writeMSR(0x830, 1 << 32 | 0x60))
    #expect(other.pointee.apic.requested.highest == 0x60)
  }

  @Test func illegalVectorsAreErrors() {
    // Sent to another: the one notes the sending, the other the reception.
    #expect(cpu.writeMSR(0x830, 1 << 32 | 0x0f))
    #expect(cpu.readMSR(0x828) == 0)
    #expect(cpu.writeMSR(0x828, 0) && other.writeMSR(0x828, 0))
    #expect(cpu.readMSR(0x828) == 0x20)
    #expect(other.readMSR(0x828) == 0x40)
    #expect(other.pointee.apic.requested.highest == nil)
    // The next write forgets them.
    #expect(cpu.writeMSR(0x828, 0) && cpu.readMSR(0x828) == 0)
    // Sent to itself.
    #expect(cpu.writeMSR(0x83f, 3) && cpu.writeMSR(0x828, 0))
    #expect(cpu.readMSR(0x828) == 0x60)
    // Of the timer.
    #expect(cpu.writeMSR(0x832, 5) && cpu.writeMSR(0x838, 1))
    cpu.pointee.apic.advance(now: cpu.now + 2)
    #expect(cpu.writeMSR(0x828, 0))
    #expect(cpu.readMSR(0x828) == 0x40)
    // Of lowest priority.
    #expect(cpu.writeMSR(0x830, 1 << 32 | 0x100) && cpu.writeMSR(0x828, 0))
    #expect(cpu.readMSR(0x828) == 0x10)
    #expect(other.writeMSR(0x828, 0) && other.readMSR(0x828) == 0)
  }

  @Test func theFirstErrorInterrupts() {
    #expect(cpu.writeMSR(0x837, 0x70))
    #expect(cpu.writeMSR(0x83f, 3))
    #expect(cpu.pointee.apic.requested.highest == 0x70)
    cpu.pointee.apic.requested.remove(0x70)
    #expect(cpu.writeMSR(0x83f, 3))
    #expect(cpu.pointee.apic.requested.highest == nil)
    #expect(cpu.writeMSR(0x828, 0) && cpu.writeMSR(0x83f, 3))
    #expect(cpu.pointee.apic.requested.highest == 0x70)
    // An error interrupt with an illegal vector is one more error, and no more than that.
    #expect(cpu.writeMSR(0x837, 2) && cpu.writeMSR(0x828, 0))
    #expect(cpu.writeMSR(0x830, 1 << 32 | 1) && cpu.writeMSR(0x828, 0))
    #expect(cpu.readMSR(0x828) == 0x60)
  }

  /// Registers, what they take, and what is reserved in them.
  static let bits: [(register: UInt32, taken: UInt64, reserved: [UInt64])] = [
    (0x808, 0xff, [0x100, 1 << 32]),
    (0x80b, 0, [1]),
    (0x80f, 0x1ff, [0x200, 0x1000, 1 << 32]),
    (0x828, 0, [1]),
    (0x830, 0xffff_ffff_0008_ccff, [0x1000, 0x2000, 0x1_0000, 0x2_0000, 0x10_0000]),
    (0x832, 0x5_00ff, [0x100, 0x800, 0x2000, 0x8_0000, 0x6_0000, 1 << 32]),
    (0x833, 0x1_07ff, [0x800, 0x2000, 0x2_0000]),
    (0x834, 0x1_07ff, [0x800, 0x8000]),
    (0x835, 0x1_a7ff, [0x800, 0x2_0000]),
    (0x836, 0x1_a7ff, [0x800, 0x2_0000]),
    (0x837, 0x1_00ff, [0x100, 0x8000, 0x2_0000]),
    (0x838, 0xffff_ffff, [1 << 32]),
    (0x83e, 0xb, [4, 0x10]),
    (0x83f, 0xff, [0x100, 0x4_0000]),
  ]

  @Test(arguments: bits.indices)
  func reservedBitsAreRefused(index: Int) {
    let row = Self.bits[index]
    #expect(cpu.writeMSR(row.register, row.taken), "\(row.register)")
    for bit in row.reserved { #expect(!cpu.writeMSR(row.register, bit), "\(row.register) \(bit)") }
    switch row.register {
    case 0x80b, 0x83f: #expect(cpu.readMSR(row.register) == nil)
    default: #expect(cpu.readMSR(row.register) == row.taken, "\(row.register)")
    }
  }

  @Test func someRegistersAreReadOnlyOrNotThere() {
    for number: UInt32 in [0x802, 0x803, 0x80a, 0x80d, 0x810, 0x818, 0x827, 0x839] {
      #expect(cpu.readMSR(number) != nil && !cpu.writeMSR(number, 0))
    }
    // There is no CMCI, no destination format and no upper half of the command.
    for number: UInt32 in [0x800, 0x80e, 0x82f, 0x831, 0x83a] {
      #expect(cpu.readMSR(number) == nil && !cpu.writeMSR(number, 0))
    }
    // Delivery status and remote IRR are read only.
    #expect(cpu.writeMSR(0x835, 0x1_5040) && cpu.readMSR(0x835) == 0x1_0040)
    // It stays on, in x2APIC mode.
    for value: UInt64 in [0xfee0_0900, 0xfee0_0100, 0xfee0_0500, 0xfee0_0d01] {
      #expect(!cpu.writeMSR(0x1b, value))
    }
    #expect(cpu.writeMSR(0x1b, 0xfee0_0d00) && cpu.readMSR(0x1b) == 0xfee0_0d00)
  }

  @Test func thePriorityIsTheHigherOne() {
    #expect(cpu.writeMSR(0x808, 0x35))
    #expect(cpu.readMSR(0x80a) == 0x35)
    cpu.pointee.apic.inService.insert(0x47)
    #expect(cpu.readMSR(0x80a) == 0x40)
    #expect(cpu.writeMSR(0x808, 0x52))
    #expect(cpu.readMSR(0x80a) == 0x52)
    #expect(cpu.writeMSR(0x83f, 0x5f))
    #expect(cpu.pointee.apic.deliverable == nil)
    #expect(cpu.writeMSR(0x83f, 0x60))
    #expect(cpu.pointee.apic.deliverable == 0x60)
  }

  @Test func aDeadlineIsOneOfTheCounter() {
    let offsets: [UInt64] = [0, 1000, 1 << 40, 0 &- 500]
    for offset in offsets {
      let machine = Machine.bare()
      let cpu = machine.processors[0].cpu
      machine.core.pointee.time = 10_000
      #expect(cpu.writeMSR(0x10, 10_000 &+ offset))
      #expect(cpu.writeMSR(0x832, 0x4_0041))
      #expect(cpu.writeMSR(0x6e0, 12_000 &+ offset))
      #expect(cpu.pointee.apic.deadline == 12_000)
      // The counter moves on by 500: the deadline is nearer.
      #expect(cpu.writeMSR(0x10, 10_500 &+ offset))
      #expect(cpu.pointee.apic.deadline == 11_500)
      // What is past is due at once.
      #expect(cpu.writeMSR(0x6e0, 10_000 &+ offset))
      #expect(cpu.pointee.apic.deadline == 10_000)
      #expect(cpu.writeMSR(0x10, 5) && cpu.writeMSR(0x6e0, 2))
      #expect(cpu.pointee.apic.deadline == 10_000)
      // 0 disarms it, and so does another mode.
      #expect(cpu.writeMSR(0x6e0, 0))
      #expect(cpu.pointee.apic.deadline == .max)
      #expect(cpu.writeMSR(0x6e0, 1 << 50) && cpu.readMSR(0x6e0) == 1 << 50)
      #expect(cpu.writeMSR(0x838, 5) && cpu.readMSR(0x838) == 0)
      #expect(cpu.writeMSR(0x832, 0x41) && cpu.readMSR(0x6e0) == 0)
      #expect(cpu.pointee.apic.deadline == .max)
      #expect(cpu.writeMSR(0x6e0, 5) && cpu.readMSR(0x6e0) == 0)
    }
  }

  @Test func theEndOfInitIsNoInit() {
    other.pointee.activity = .running
    #expect(cpu.writeMSR(0x830, 1 << 32 | 0x8500))
    #expect(other.pointee.activity == .running)
    #expect(cpu.writeMSR(0x830, 1 << 32 | 0x4500))
    #expect(other.pointee.activity == .waitingForStart)
    #expect(!other.pointee.apic.isEnabled)
  }
}
