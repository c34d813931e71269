import Machine
import Testing

/// Code outside 64-bit mode: segments, paging off, 32-bit gates and tasks, and the ways between
/// the modes.
@Suite struct LegacyModeTests {
  /// A machine in 32-bit protected mode with paging off, flat segments, and an interrupt table whose
  /// handler of vector v is a `hlt` at 40000h + 16 * v.
  struct Protected {
    let machine = Machine(MachineConfiguration(processors: 1, memoryBytes: 16 << 20))
    var registers: Registers { machine.processors[0].registers }

    /// 08 code, 10 data, 18 user code, 20 user data, 28 task, 30 data of one page, 38 expand-down
    /// above 8FFFFh, 40 call gate to 08:50000 with one parameter, 48 16-bit stack, 50 read-only, 58
    /// another task, 60 task gate, which vector 28 has too.
    static let descriptors: [UInt64] = [
      0, 0x00cf_9b00_0000_ffff, 0x00cf_9300_0000_ffff, 0x00cf_fb00_0000_ffff,
      0x00cf_f300_0000_ffff, 0x0000_8b03_8000_0067, 0x0040_9306_0000_0fff,
      0x0040_9700_0000_0000 | 0x8_0000_0000_ffff, 0x0005_ec01_0008_0000,
      0x0000_9307_0000_ffff, 0x00cf_9100_0000_ffff,
      0x0000_8903_9000_0067, 0x0000_8500_0058_0000,
    ]

    init(_ program: [UInt8]) {
      for (index, value) in Self.descriptors.enumerated() {
        machine.memory.store(0x2_0000 + UInt64(index) * 8, value)
      }
      for vector in 0..<UInt64(48) {
        let at = 0x4_0000 + vector * 16
        machine.load([0xf4], at: at)
        machine.memory.store(
          0x3_0000 + vector * 8, at & 0xffff | 0x0008_0000 | 0xee00 << 32 | (at >> 16) << 48)
      }
      machine.memory.store(0x3_0000 + 0x28 * 8, UInt64(0x0000_e500_0058_0000))
      machine.memory.store(0x3_8004, UInt32(0x28_0000))
      machine.memory.store(0x3_8008, UInt32(0x10))
      machine.load(program, at: 0x1_0000)
      let registers = registers
      registers.cr0 = 0x11
      registers.gdtr = TableRegister(base: 0x2_0000, limit: 0x67)
      registers.idtr = TableRegister(base: 0x3_0000, limit: 48 * 8 - 1)
      registers[.cs] = SegmentRegister(selector: 8, attributes: 0xc9b, limit: ~0)
      let data = SegmentRegister(selector: 0x10, attributes: 0xc93, limit: ~0)
      for segment in [Registers.Segment.ss, .ds, .es, .fs, .gs] { registers[segment] = data }
      registers[.tr] = SegmentRegister(
        selector: 0x28, attributes: 0x8b, limit: 0x67, base: 0x3_8000)
      registers.rip = 0x1_0000
      registers[gpr: 4] = 0x30_0000
    }

    /// Runs until `hlt`; the vector whose handler it is in, or nil.
    func vector() -> Int? {
      guard machine.run(limit: 10_000) == .idle else { return -1 }
      let rip = registers.rip &- 1
      return rip >= 0x4_0000 && rip < 0x4_0300 ? Int(rip - 0x4_0000) / 16 : nil
    }

    func stack(_ index: Int) -> UInt32 {
      machine.memory.load(registers[gpr: 4] + UInt64(index) * 4)
    }
  }

  @Test func callsAndStackSlotsAreFourBytes() {
    // call +1 / hlt / pushad / push cs / push 5 / pop eax / ret 0 with the stack put back.
    let fixture = Protected([
      0xe8, 1, 0, 0, 0, 0xf4, 0x60, 0x0e, 0x6a, 5, 0x58, 0x83, 0xc4, 0x24, 0xc3,
    ])
    #expect(fixture.vector() == nil)
    #expect(fixture.registers[gpr: 0] == 5)
    #expect(fixture.registers[gpr: 4] == 0x30_0000)
    #expect(fixture.registers.rip == 0x1_0006)
    #expect(fixture.machine.memory.load(0x2f_fffc, as: UInt32.self) == 0x1_0005)
    #expect(fixture.machine.memory.load(0x2f_fff8 - 16, as: UInt32.self) == 0x2f_fffc)
  }

  /// Code at 10000h, the vector it ends in (nil: it halts), and the error code.
  static let rows: [(text: String, code: [UInt8], vector: Int?, error: UInt32?)] = [
    ("into without overflow", [0x31, 0xc0, 0xce, 0xf4], nil, nil),
    ("into", [0xb0, 0x7f, 0xfe, 0xc0, 0xce], 4, nil),
    ("aam by zero", [0xd4, 0], 0, nil),
    (
      "bound outside", [0xb8, 9, 0, 0, 0, 0xc7, 5, 0, 0, 6, 0, 1, 0, 0, 0, 0x62, 5, 0, 0, 6, 0], 5,
      nil
    ),
    ("es null", [0x31, 0xc0, 0x8e, 0xc0, 0x26, 0xa0, 0, 0, 0, 0], 13, 0),
    ("ss null", [0x31, 0xc0, 0x8e, 0xd0], 13, 0),
    ("segment limit", [0xb8, 0x30, 0, 0, 0, 0x8e, 0xc0, 0x26, 0xa1, 0xfd, 0x0f, 0, 0], 13, 0),
    (
      "last dword", [0xb8, 0x30, 0, 0, 0, 0x8e, 0xc0, 0x26, 0xa1, 0xfc, 0x0f, 0, 0, 0xf4], nil, nil
    ),
    ("below expand-down", [0xb8, 0x38, 0, 0, 0, 0x8e, 0xc0, 0x26, 0xa0, 0xff, 0xff, 8, 0], 13, 0),
    (
      "in expand-down", [0xb8, 0x38, 0, 0, 0, 0x8e, 0xc0, 0x26, 0xa0, 0, 0, 9, 0, 0xf4], nil, nil
    ),
    ("read-only data", [0xb8, 0x50, 0, 0, 0, 0x8e, 0xc0, 0x26, 0xa2, 0, 0, 6, 0], 13, 0),
    ("store to code", [0x2e, 0xa2, 0, 0, 6, 0], 13, 0),
    ("selector beyond the table", [0xb8, 0x68, 0, 0, 0, 0x8e, 0xd8], 13, 0x68),
    ("iret with NT is a task return", [0x68, 2, 0x40, 0, 0, 0x9d, 0xcf], 6, nil),
    (
      "iret to virtual-8086 mode",
      [0x68, 2, 0, 2, 0, 0x6a, 0, 0x68, 0, 0, 1, 0, 0xcf], 6, nil
    ),
    (
      "popf leaves VM", [0x68, 2, 0, 2, 0, 0x9d, 0x9c, 0x58, 0xa9, 0, 0, 2, 0, 0x75, 1, 0xf4], nil,
      nil
    ),
    ("far jump to a task", [0xea, 0, 0, 0, 0, 0x58, 0], 13, 0x58),
    ("far call of a task gate", [0x9a, 0, 0, 0, 0, 0x60, 0], 13, 0x60),
    ("interrupt through a task gate", [0xcd, 0x28], 13, 0x142),
    ("far jump to data", [0xea, 0, 0, 0, 0, 0x10, 0], 13, 0x10),
    (
      "stosd beyond the limit", [0xb8, 0x30, 0, 0, 0, 0x8e, 0xc0, 0xbf, 0, 0x10, 0, 0, 0xab], 13, 0
    ),
  ]

  @Test(arguments: rows.indices)
  func checksSegments(index: Int) {
    let row = Self.rows[index]
    let fixture = Protected(row.code)
    #expect(fixture.vector() == row.vector, "\(row.text)")
    if let error = row.error { #expect(fixture.stack(0) == error, "\(row.text)") }
  }

  @Test func segmentBasesAndSixteenBitStacks() {
    // mov ax,30 / mov es,ax / mov byte es:[4],7 / mov ax,48 / mov ss,ax / mov esp,12340010h / push ax
    let fixture = Protected([
      0xb8, 0x30, 0, 0, 0, 0x8e, 0xc0, 0x26, 0xc6, 5, 4, 0, 0, 0, 7, 0xb8, 0x48, 0, 0, 0, 0x8e,
      0xd0, 0xbc, 0, 0, 0x34, 0x12, 0x66, 0x50, 0xf4,
    ])
    #expect(fixture.vector() == nil)
    #expect(fixture.machine.memory.load(0x6_0004, as: UInt8.self) == 7)
    #expect(fixture.registers[gpr: 4] == 0x1234_fffe)
    #expect(fixture.machine.memory.load(0x7_fffe, as: UInt16.self) == 0x48)
    // The accessed bits are set.
    #expect(fixture.machine.memory.load(0x2_0000 + 0x48 + 5, as: UInt8.self) == 0x93)
  }

  @Test func ringsChangeThroughGates() {
    // push 23 / push 31_0000 / push 1b / push 5_8000 / retf: to user code, which calls 43:0.
    let fixture = Protected([
      0x6a, 0x23, 0x68, 0, 0, 0x31, 0, 0x6a, 0x1b, 0x68, 0, 0x80, 5, 0, 0xcb,
    ])
    // push 77 / call 43:0 / hlt, which a program may not.
    fixture.machine.load([0x6a, 0x77, 0x9a, 0, 0, 0, 0, 0x43, 0, 0xf4], at: 0x5_8000)
    // mov eax,[esp+8] / retf 4
    fixture.machine.load([0x8b, 0x44, 0x24, 8, 0xca, 4, 0], at: 0x5_0000)
    #expect(fixture.vector() == 13)
    #expect(fixture.registers[gpr: 0] == 0x77)
    #expect(fixture.stack(1) == 0x5_8009)
    #expect(fixture.stack(2) == 0x1b)
    #expect(fixture.stack(4) == 0x31_0000)
    #expect(fixture.stack(5) == 0x23)
    // ds was ring 0's.
    #expect(fixture.registers[.ds].selector == 0)
  }

  @Test func decimalArithmetic() {
    // mov al,79h / add al,35h / daa: 14h and a carry.
    let fixture = Protected([0xb0, 0x79, 0x04, 0x35, 0x27, 0xf4])
    #expect(fixture.vector() == nil)
    #expect(fixture.registers[gpr: 0] & 0xff == 0x14)
    #expect(fixture.registers.rflags & 0x11 == 0x11)
  }

  @Test func pagingWithTwoLevels() {
    // mov eax,80000000h+cr0 / mov cr0,eax / mov [800000h],eax: a page that is not there.
    let fixture = Protected([
      0x0f, 0x20, 0xc0, 0x0d, 0, 0, 0, 0x80, 0x0f, 0x22, 0xc0, 0xa1, 0, 0, 0x40, 0, 0xa3, 0, 0,
      0x80, 0,
    ])
    for page in 0..<UInt64(1024) {
      fixture.machine.memory.store(0x7_1000 + page * 4, UInt32(page << 12 | 3))
    }
    fixture.machine.memory.store(0x7_0000, UInt32(0x7_1003))
    // 400000h is memory at 60000h, by a page table of its own.
    fixture.machine.memory.store(0x7_0004, UInt32(0x7_2003))
    fixture.machine.memory.store(0x7_2000, UInt32(0x6_0003))
    fixture.machine.memory.store(0x6_0000, UInt32(0x1234))
    fixture.registers.cr3 = 0x7_0000
    #expect(fixture.vector() == 14)
    #expect(fixture.registers[gpr: 0] == 0x1234)
    #expect(fixture.registers.cr2 == 0x80_0000)
    #expect(fixture.stack(0) == 2)
    #expect(fixture.machine.memory.load(0x7_2000, as: UInt32.self) == 0x6_0023)
  }

  @Test func sixtyFourBitCodeReachesCompatibilityModeAndBack() {
    // 48h is `dec eax` in the one mode and a prefix of the next instruction in the other.
    let machine = Machine.bare()
    let table = machine.processors[0].registers.gdtr.base
    // 20: 32-bit code of ring 0 in place of the user's.
    machine.memory.store(table + 0x20, UInt64(0x00cf_9b00_0000_ffff))
    // mov eax,5 / push 20 / push 10100 / retfq
    machine.load(
      [0xb8, 5, 0, 0, 0, 0x6a, 0x20, 0x68, 0, 1, 1, 0, 0x48, 0xcb], at: 0x1_0000)
    // dec eax / add eax,eax / jmp 10:10200
    machine.load([0x48, 0x01, 0xc0, 0xea, 0, 2, 1, 0, 0x10, 0], at: 0x1_0100)
    // add rax,rax / hlt, in the same frame
    machine.load([0x48, 0x01, 0xc0, 0xf4], at: 0x1_0200)
    #expect(machine.run(limit: 1000) == .idle)
    #expect(machine.processors[0].registers[gpr: 0] == 16)
    #expect(machine.processors[0].registers[.cs].selector == 0x10)
  }
}
