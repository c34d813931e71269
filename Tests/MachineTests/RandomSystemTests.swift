import Foundation
import Testing

@testable import Machine

/// Programs, tables and control registers that nobody meant, in every mode: the guest may fault as it
/// likes, but nothing of it may end the process. CRASHCART_RANDOM_MACHINES says how many machines.
@Suite struct RandomSystemTests {
  private struct Numbers {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }

    mutating func below(_ bound: UInt64) -> UInt64 { next() % bound }
    mutating func chance(_ percent: UInt64) -> Bool { below(100) < percent }

    /// A number of the kind that finds edges.
    mutating func edge() -> UInt64 {
      switch below(8) {
      case 0: 0
      case 1: below(0x40_0000)
      case 2: ~0 &- below(16)
      case 3: 1 << below(64)
      case 4: 0x7fff_ffff_f000 &+ below(0x2000)
      case 5: 0x8000_0000 &+ below(0x1000) &- 0x800
      case 6: below(0x1000)
      default: next()
      }
    }
  }

  /// Where things lie in 4 MiB of memory.
  private enum Place {
    static var globals: UInt64 { 0x2000 }
    static var interrupts: UInt64 { 0x3000 }
    static var task: UInt64 { 0x5000 }
    static var pages: UInt64 { 0x1_0000 }
    static var code: UInt64 { 0x2_0000 }
  }

  /// Beginnings of system instructions, far transfers and string instructions; operands are random.
  private static let openings: [[UInt8]] = [
    [0x0f, 0x00], [0x0f, 0x01], [0x0f, 0x02], [0x0f, 0x03], [0x0f, 0x05], [0x0f, 0x06],
    [0x0f, 0x07], [0x0f, 0x20], [0x0f, 0x21], [0x0f, 0x22], [0x0f, 0x23], [0x0f, 0x30],
    [0x0f, 0x32], [0x0f, 0x34], [0x0f, 0x35], [0x0f, 0xa1], [0x0f, 0xa9], [0x0f, 0xae],
    [0x0f, 0xb2], [0x0f, 0xc7], [0x66, 0x0f, 0x38, 0x82], [0x62], [0x8e], [0x8c], [0x9a], [0xea],
    [0x9c], [0x9d], [0xca], [0xcb], [0xcc], [0xcd], [0xce], [0xcf], [0x48, 0xcf], [0x66, 0xcf],
    [0xe4], [0xe6], [0xec], [0xee], [0xf1], [0xf4], [0xfa], [0xfb], [0xff], [0xc4], [0xc5],
    [0xc8], [0xc9], [0xf3, 0xa4], [0xf2, 0x6e], [0xf3, 0xab], [0x07], [0x17], [0x1f], [0x48, 0xff],
    [0x48, 0x0f, 0x07], [0x48, 0x0f, 0x35], [0xdd], [0xd9], [0x60], [0x61], [0x67, 0xe3], [0xe8],
  ]

  private static func descriptor(_ random: inout Numbers) -> UInt64 {
    let low = random.chance(50) ? random.below(0x10_0000) : random.edge()
    let access = random.chance(80) ? random.below(0x100) | 0x80 : random.below(0x100)
    let base = random.chance(70) ? 0 : random.below(0x40_0000)
    return low & 0xffff | (base & 0xff_ffff) << 16 | access << 40 | (random.below(16) << 52)
      | (low >> 16 & 15) << 48
  }

  private static func fill(_ machine: Machine, _ random: inout Numbers) {
    let memory = machine.memory
    for index in 0..<UInt64(64) {
      memory.store(Place.globals + index * 8, descriptor(&random))
    }
    // A few that work: code and data of 32 and 64 bits.
    let sound: [UInt64] = [
      0x00cf_9b00_0000_ffff, 0x00cf_9300_0000_ffff, 0x0020_9b00_0000_0000, 0x00cf_fb00_0000_ffff,
      0x00cf_f300_0000_ffff, 0x0020_fb00_0000_0000,
    ]
    for (index, value) in sound.enumerated() {
      memory.store(Place.globals + 8 + UInt64(index) * 8, value)
    }
    for index in 0..<UInt64(256) {
      let type: UInt64 = random.chance(80) ? 0x8e | random.below(4) << 5 : random.below(256)
      let target = Place.code + random.below(0x1000)
      let selector = random.chance(70) ? 8 + random.below(3) * 8 : random.below(0x200)
      let gate = target & 0xffff | selector << 16 | type << 40 | (target >> 16) << 48
      let wide = random.chance(50)
      memory.store(Place.interrupts + index * (wide ? 16 : 8), gate | random.below(8) << 32)
      if wide {
        memory.store(Place.interrupts + index * 16 + 8, random.chance(90) ? 0 : random.next())
      }
    }
    for index in 0..<UInt64(32) { memory.store(Place.task + index * 8, random.edge()) }
    for index in 0..<UInt64(0x1_0000 / 8) {
      let target = random.below(0x400) << 12
      let flags = random.chance(70) ? 7 : random.below(0x1000)
      memory.store(
        Place.pages + index * 8,
        target | flags | (random.chance(5) ? random.next() << 48 : 0)
          | (random.chance(30) ? 0x80 : 0))
    }
    var code: [UInt8] = []
    while code.count < 0x2000 {
      if random.chance(50) { code += openings[Int(random.below(UInt64(openings.count)))] }
      for _ in 0..<random.below(6) { code.append(UInt8(truncatingIfNeeded: random.next())) }
    }
    machine.load(code, at: Place.code)
  }

  private static func set(_ cpu: CPU, _ random: inout Numbers) {
    let registers = Registers(cpu: cpu)
    for number in 0..<16 {
      registers[gpr: number] =
        random.chance(40) ? Place.code &- random.below(0x1_f000) : random.edge()
    }
    cpu.pointee.gdtr = TableRegister(base: Place.globals, limit: 0x1ff)
    cpu.pointee.idtr = TableRegister(
      base: Place.interrupts, limit: random.chance(90) ? 0xfff : UInt16(random.below(0x1000)))
    cpu.pointee.tr = SegmentRegister(
      selector: 0x38, attributes: random.chance(80) ? 0x8b : 0x83,
      limit: UInt32(random.below(0x90)),
      base: Place.task)
    cpu.pointee.ldtr = SegmentRegister(
      selector: 0x40, attributes: random.chance(50) ? 0x82 : 2, limit: 0xff, base: Place.globals)
    registers.cr4 = random.next() & 0x37_0ffc
    registers.cr3 = Place.pages + random.below(16) << 12
    for number in 0..<4 { registers[dr: number] = random.edge() }
    registers[dr: 7] = random.chance(70) ? 0x400 : random.next() & 0xffff_ffff
    cpu.pointee.xcr0 = random.chance(50) ? 7 : 1
    cpu.pointee.fpuControl = UInt16(truncatingIfNeeded: random.next())
    cpu.pointee.fpuStatus = UInt16(truncatingIfNeeded: random.next())
    cpu.pointee.mxcsr = UInt32(random.below(0x1_0000))
    for number: UInt32 in [
      0x174, 0x175, 0x176, 0xc000_0081, 0xc000_0082, 0xc000_0084, 0x80f, 0x832,
    ] {
      _ = cpu.writeMSR(number, random.chance(50) ? random.below(0x2_0200) : random.edge())
    }
    let attributes: UInt16
    let paging: UInt64 = random.chance(70) ? 0x8000_0000 : 0
    switch random.below(4) {
    case 0:  // real mode
      registers.cr0 = 0x10 | random.below(2) << 5
      attributes = 0x9b
    case 1:  // 16-bit and 32-bit protected mode
      cpu.pointee.efer = random.chance(50) ? 0x800 : 0
      registers.cr0 = 0x11 | paging | random.next() & 0x5_002e
      attributes = random.chance(70) ? 0xc9b : 0x9b
    default:  // IA-32e mode
      cpu.pointee.efer = 0xd00 | random.below(2)
      registers.cr4 |= 0x20
      registers.cr0 = 0x8000_0011 | random.next() & 0x5_002e
      attributes = random.chance(70) ? 0x29b : 0xc9b
    }
    let level: UInt8 = cpu.isReal ? 0 : UInt8(random.below(4))
    let data = SegmentRegister(
      selector: 0x10 | UInt16(level), attributes: 0xc93 | UInt16(level) << 5,
      limit: random.chance(80) ? ~0 : UInt32(random.below(0x1_0000)),
      base: random.chance(80) ? 0 : random.below(0x1000))
    (cpu.pointee.ss, cpu.pointee.ds, cpu.pointee.es) = (data, data, data)
    (cpu.pointee.fs, cpu.pointee.gs) = (data, data)
    cpu.setCode(
      SegmentRegister(
        selector: 8 | UInt16(level), attributes: attributes | UInt16(level) << 5, limit: ~0), level)
    cpu.rflags = random.next()
    cpu.flushTLB()
    cpu.pointee.rip = Place.code + random.below(0x1000)
    cpu.pointee.activity = .running
  }

  @Test func nothingOfAGuestEndsTheProcess() {
    let wanted = ProcessInfo.processInfo.environment["CRASHCART_RANDOM_MACHINES"].flatMap(Int.init)
    var entered = 0
    for round in 0..<(wanted ?? 400) {
      var random = Numbers(state: UInt64(round))
      if wanted != nil, round % 1000 == 0 { print("machine \(round)") }
      let machine = Machine(
        MachineConfiguration(
          processors: 2, memoryBytes: 4 << 20, quantum: 200, features: .avx2Level))
      machine.runsTraces = random.chance(70)
      Self.fill(machine, &random)
      for processor in machine.processors { Self.set(processor.cpu, &random) }
      let state = machine.save()
      for _ in 0..<6 {
        _ = machine.run(limit: 300)
        if random.chance(30) { machine.step(Int(random.below(2))) }
        for processor in machine.processors where random.chance(60) {
          Self.set(processor.cpu, &random)
        }
        if random.chance(20) { machine.console.type("x") }
        if random.chance(20) { machine.requestBreakIn() }
        for processor in machine.processors {
          _ = machine.walk(random.edge(), cr3: processor.registers.cr3)
        }
        entered += machine.instructionCount > 20 ? 1 : 0
      }
      machine.restore(state)
    }
    #expect(entered > 300)
  }
}
