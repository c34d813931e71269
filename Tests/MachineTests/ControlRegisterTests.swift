import Machine
import Testing

/// What control registers refuse, breakpoints on ports, INVPCID, PAE tables and real mode.
@Suite struct ControlRegisterTests {
  /// `mov` to a control register: the value in rax, the bytes of the instruction.
  static let refused: [(value: UInt64, code: [UInt8])] = [
    // cr0: PG without PE, NW without CD, upper bits, and PG cleared in 64-bit mode.
    (0x8005_0032, [0x0f, 0x22, 0xc0]),
    (0xa005_0033, [0x0f, 0x22, 0xc0]),
    (0x1_8005_0033, [0x0f, 0x22, 0xc0]),
    (0x0005_0033, [0x0f, 0x22, 0xc0]),
    // cr3: bits above the physical address width.
    (1 << 62, [0x0f, 0x22, 0xd8]),
    (1 << 40, [0x0f, 0x22, 0xd8]),
    // cr4: reserved bits, VME and PVI, PAE cleared in long mode.
    (0x6a1, [0x0f, 0x22, 0xe0]),
    (0x6a2, [0x0f, 0x22, 0xe0]),
    (0x8000_06a0, [0x0f, 0x22, 0xe0]),
    (0x1_0000_06a0, [0x0f, 0x22, 0xe0]),
    (0x680, [0x0f, 0x22, 0xe0]),
    // cr8: more than a priority.
    (16, [0x44, 0x0f, 0x22, 0xc0]),
  ]

  @Test(arguments: refused.indices)
  func refusesReservedBits(index: Int) {
    let row = Self.refused[index]
    let fixture = Fixture(row.code + [0xcc])
    fixture.registers[gpr: 0] = row.value
    #expect(fixture.runToVector() == 13)
    #expect(fixture.stack(0) == 0)
    #expect(fixture.stack(1) == 0x1_0000)
  }

  /// Asks `lar` and `lsl` about system descriptors of all types at selector 40h.
  static let questions: [UInt8] = [
    // lar eax,ecx / setz bl / lsl eax,ecx / setz dl / int 3
    0x0f, 0x02, 0xc1, 0x0f, 0x94, 0xc3, 0x0f, 0x03, 0xc1, 0x0f, 0x94, 0xc2, 0xcc,
  ]

  @Test func systemDescriptorsAreToldByType() {
    var long: (rights: [UInt64], limits: [UInt64]) = ([], [])
    var legacy = long
    for type: UInt64 in 0..<16 {
      let descriptor = 0x80_0000_0067 | type << 40
      let fixture = Fixture(Self.questions)
      fixture.registers.gdtr = TableRegister(base: 0x5_0000, limit: 0x4f)
      for entry: UInt64 in 0..<8 {
        let old = fixture.machine.memory.load(
          fixture.machine.memory.byteCount - (1 << 20) - 0x1000 + entry * 8, as: UInt64.self)
        fixture.machine.memory.store(0x5_0000 + entry * 8, old)
      }
      fixture.machine.memory.store(0x5_0040, descriptor)
      fixture.registers[gpr: 1] = 0x40
      #expect(fixture.runToVector() == 3)
      if fixture.registers[gpr: 3] & 1 != 0 { long.rights.append(type) }
      if fixture.registers[gpr: 2] & 1 != 0 { long.limits.append(type) }
      let other = LegacyModeTests.Protected(Self.questions)
      other.machine.memory.store(0x2_0040, descriptor)
      other.registers[gpr: 1] = 0x40
      #expect(other.vector() == 3)
      if other.registers[gpr: 3] & 1 != 0 { legacy.rights.append(type) }
      if other.registers[gpr: 2] & 1 != 0 { legacy.limits.append(type) }
    }
    #expect(long.rights == [2, 9, 11, 12])
    #expect(long.limits == [2, 9, 11])
    #expect(legacy.rights == [1, 2, 3, 4, 5, 9, 11, 12])
    #expect(legacy.limits == [1, 2, 3, 9, 11])
  }

  @Test func breakpointsOnPorts() {
    // out 80h,al / int 3
    let program: [UInt8] = [0xe6, 0x80, 0xcc]
    for (port, extensions, hit): (UInt64, Bool, Bool) in [
      (0x80, true, true), (0x80, false, false), (0x81, true, false),
    ] {
      let fixture = Fixture(program)
      fixture.registers[dr: 0] = port
      fixture.registers[dr: 7] = 0x2_0401
      if extensions { fixture.registers.cr4 |= 8 }
      #expect(fixture.runToVector() == (hit ? 1 : 3))
      if hit { #expect(fixture.stack(0) == 0x1_0002) }
      #expect(fixture.registers[dr: 6] & 15 == (hit ? 1 : 0))
    }
  }

  @Test func invalidationForgetsAllOfALargePage() {
    // mov eax,[601000h] / mov [directory+18h],rdx / invlpg [600000h] / mov ecx,[601000h] / int 3
    let fixture = Fixture([])
    let entry = UInt32(truncatingIfNeeded: fixture.pageDirectory + 3 * 8)
    let place = (0..<4).map { UInt8(truncatingIfNeeded: entry >> ($0 * 8)) }
    let program: [UInt8] =
      [0x8b, 0x04, 0x25, 0, 0x10, 0x60, 0, 0x48, 0x89, 0x14, 0x25] + place
      + [0x0f, 0x01, 0x3c, 0x25, 0, 0, 0x60, 0, 0x8b, 0x0c, 0x25, 0, 0x10, 0x60, 0, 0xcc]
    fixture.machine.load(program, at: 0x1_0000)
    fixture.machine.memory.store(0x60_1000, UInt32(1))
    fixture.machine.memory.store(0x80_1000, UInt32(2))
    fixture.registers[gpr: 2] = 0x80_0087
    #expect(fixture.runToVector() == 3)
    #expect(fixture.registers[gpr: 0] == 1)
    #expect(fixture.registers[gpr: 1] == 2)
  }

  @Test func invalidationChecksItsDescriptor() {
    // invpcid rax,[rbx] / int 3
    let program: [UInt8] = [0x66, 0x0f, 0x38, 0x82, 0x03, 0xcc]
    let rows: [(kind: UInt64, context: UInt64, linear: UInt64, vector: Int)] = [
      (0, 0, 0x1000, 3), (0, 0, 1 << 63, 13), (0, 0x1000, 0, 13), (1, 0, 1 << 63, 3),
      (1, 5, 0, 13), (2, 0x1000, 0, 3), (3, 0, 0, 3), (4, 0, 0, 13),
    ]
    for row in rows {
      let fixture = Fixture(program)
      fixture.registers[gpr: 0] = row.kind
      fixture.registers[gpr: 3] = 0x6_0000
      fixture.machine.memory.store(0x6_0000, row.context)
      fixture.machine.memory.store(0x6_0008, row.linear)
      #expect(fixture.runToVector() == row.vector, "type \(row.kind)")
    }
  }

  /// 32-bit code with PAE tables: 2 MiB pages but for 200000h, whose first pages lie at 300000h.
  private func extended() -> LegacyModeTests.Protected {
    // mov eax,[200000h] / mov ecx,202000h / jmp ecx
    let fixture = LegacyModeTests.Protected(
      [0xa1, 0, 0, 0x20, 0, 0xb9, 0, 0x20, 0x20, 0, 0xff, 0xe1])
    let memory = fixture.machine.memory
    memory.store(0x5_0000, UInt64(0x5_1001))
    for page: UInt64 in 0..<8 { memory.store(0x5_1000 + page * 8, page << 21 | 0x83) }
    memory.store(0x5_1008, UInt64(0x5_2003))
    memory.store(0x5_2000, UInt64(0x30_0003))
    memory.store(0x5_2010, UInt64(0x30_2003) | 1 << 63)
    memory.store(0x30_0000, UInt64(0x1234))
    fixture.registers.setMSR(0xc000_0080, 0x800)
    fixture.registers[gpr: 4] = 0x60_0000
    fixture.registers.cr3 = 0x5_0000
    fixture.registers.cr4 = 0x20
    fixture.registers.cr0 = 0x8000_0011
    return fixture
  }

  @Test func physicalAddressExtension() {
    let fixture = extended()
    #expect(fixture.vector() == 14)
    #expect(fixture.registers[gpr: 0] == 0x1234)
    #expect(fixture.stack(0) == 0x11)
    #expect(fixture.registers.cr2 == 0x20_2000)
    #expect(fixture.machine.memory.load(0x5_2000, as: UInt64.self) == 0x30_0023)
    let reserved = extended()
    reserved.machine.memory.store(0x5_2000, UInt64(0x30_0003) | 1 << 52)
    #expect(reserved.vector() == 14)
    #expect(reserved.stack(0) == 9)
    #expect(reserved.registers.cr2 == 0x20_0000)
  }

  @Test func undefinedFlagsAreThoseOnRecord() {
    // One instruction and its flags (CF PF AF ZF SF OF) when all were set before, or all clear.
    let rows: [(code: [UInt8], a: UInt64, b: UInt64, set: UInt64, clear: UInt64)] = [
      ([0x0f, 0xbc, 0xc3], 7, 8, 0x04, 0x04),  // bsf eax,ebx: 3
      ([0x0f, 0xbd, 0xc3], 7, 4, 0x00, 0x00),  // bsr eax,ebx: 2
      ([0x0f, 0xbc, 0xc3], 7, 0, 0x44, 0x44),  // bsf eax,ebx of 0
      ([0x0f, 0xa3, 0xd8], 8, 3, 0x8d5, 0x01),  // bt eax,ebx
      ([0x0f, 0xaf, 0xc3], 3, 5, 0x04, 0x04),  // imul eax,ebx: 0fh
      ([0xf7, 0xe3], 0x8000_0000, 2, 0x845, 0x845),  // mul ebx: 0 and an upper half
      ([0xc1, 0xe0, 4], 0x0800_0000, 0, 0x884, 0x884),  // shl eax,4
      ([0xc1, 0xc0, 4], 0x0800_0000, 0, 0x8d4, 0x800),  // rol eax,4
      ([0x0f, 0xa4, 0xd8, 4], 0x1800_0000, 0, 0x85, 0x85),  // shld eax,ebx,4
      ([0x0f, 0xac, 0xd8, 4], 0x8, 0x8, 0x885, 0x885),  // shrd eax,ebx,4: 80000000h
    ]
    for (index, row) in rows.enumerated() {
      for (before, expected) in [(UInt64(0x8d5), row.set), (0, row.clear)] {
        let machine = Machine.bare()
        machine.load(row.code + [0xf4], at: 0x1_0000)
        let registers = machine.processors[0].registers
        registers[gpr: 0] = row.a
        registers[gpr: 3] = row.b
        registers.rflags = before | 2
        #expect(machine.run(limit: 10) == .idle)
        #expect(registers.rflags & 0x8d5 == expected, "row \(index)")
      }
    }
  }

  @Test func realModeInterruptsGoThroughTheVectorTable() {
    let machine = Machine(MachineConfiguration(processors: 1, memoryBytes: 16 << 20))
    let registers = machine.processors[0].registers
    registers.cr0 = 0x10
    registers.idtr = TableRegister(base: 0, limit: 0x3ff)
    registers[.cs] = SegmentRegister(
      selector: 0x100, attributes: 0x9b, limit: 0xffff, base: 0x1000)
    let data = SegmentRegister(selector: 0, attributes: 0x93, limit: 0xffff)
    for segment in [Registers.Segment.ss, .ds, .es, .fs, .gs] { registers[segment] = data }
    // mov ax,1234h / int 21h / mov ds,ax / mov bl,[10h] / hlt; the handler at 200:10 is iret.
    machine.load([0xb8, 0x34, 0x12, 0xcd, 0x21, 0x8e, 0xd8, 0x8a, 0x1e, 0x10, 0, 0xf4], at: 0x1000)
    machine.load([0xcf], at: 0x2010)
    machine.load([0x10, 0, 0, 2], at: 0x84)
    machine.load([0x77], at: 0x1_2350)
    registers.rip = 0
    registers[gpr: 4] = 0x1000
    #expect(machine.run(limit: 1000) == .idle)
    #expect(registers[gpr: 0] & 0xffff == 0x1234)
    #expect(registers[gpr: 3] & 0xff == 0x77)
    #expect(registers[gpr: 4] & 0xffff == 0x1000)
    #expect(machine.memory.load(0xffa, as: UInt16.self) == 5)
    #expect(machine.memory.load(0xffc, as: UInt16.self) == 0x100)
  }
}
