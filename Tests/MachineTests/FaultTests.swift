import Machine
import Testing

@Suite struct FaultTests {
  /// Code at 10000h, the vector it ends in, the error code if one is pushed, and CR2.
  struct Row: CustomTestStringConvertible {
    var testDescription: String
    var code: [UInt8]
    var vector: Int
    var error: UInt64?
    var address: UInt64?
    var rip: UInt64 = 0x1_0000

    init(
      _ text: String, _ code: [UInt8], _ vector: Int, error: UInt64? = nil,
      address: UInt64? = nil, rip: UInt64 = 0x1_0000
    ) {
      testDescription = text
      self.code = code
      self.vector = vector
      self.error = error
      self.address = address
      self.rip = rip
    }
  }

  static let rows: [Row] = [
    Row("ud2", [0x0f, 0x0b], 6),
    Row("div ecx by zero", [0x31, 0xc9, 0xf7, 0xf1], 0, rip: 0x1_0002),
    Row("int3", [0xcc], 3, rip: 0x1_0001),
    Row("int 2dh", [0xcd, 0x2d], 45, rip: 0x1_0002),
    Row(
      "mov rax,[8000000000000000h]", [0x48, 0xa1, 0, 0, 0, 0, 0, 0, 0, 0x80], 13, error: 0),
    Row(
      "read of a hole", [0x48, 0xa1, 0, 0, 0, 0, 1, 0, 0, 0], 14, error: 0,
      address: 0x1_0000_0000),
    Row(
      "write to a hole", [0x48, 0xa3, 0, 0, 0, 0, 1, 0, 0, 0], 14, error: 2,
      address: 0x1_0000_0000),
    Row(
      "add to a hole is a write",
      [0x48, 0xb8, 0, 0, 0, 0, 1, 0, 0, 0, 0xff, 0x00], 14, error: 2, address: 0x1_0000_0000,
      rip: 0x1_000a),
    Row(
      "fetch from a hole", [0x48, 0xb8, 0x10, 0, 0, 0, 1, 0, 0, 0, 0xff, 0xe0], 14, error: 0x10,
      address: 0x1_0000_0010, rip: 0x1_0000_0010),
    Row(
      "jump to a non-canonical address", [0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0x80, 0xff, 0xe0], 13,
      error: 0, rip: 0x1_000a),
    Row("movaps from an odd address", [0x0f, 0x28, 0x04, 0x25, 1, 0, 6, 0], 13, error: 0),
    Row(
      "wrmsr of an unknown register", [0xb9, 0, 0, 0, 0x50, 0x0f, 0x30], 13, error: 0, rip: 0x1_0005
    ),
  ]

  /// Stack references, explicit or not, with rax = 8000000000000000h: #SS, where others are #GP.
  static let stackRows: [(String, [UInt8], Int)] = [
    ("mov rcx,[rax]", [0x48, 0x8b, 0x08], 13),
    ("push [rax]", [0xff, 0x30], 13),
    ("pop [rax]", [0x8f, 0x00], 13),
    ("call [rax]", [0xff, 0x10], 13),
    ("mov rcx,[rsp+rax]", [0x48, 0x8b, 0x0c, 0x04], 12),
    ("mov rcx,[rbp+rax]", [0x48, 0x8b, 0x4c, 0x05, 0], 12),
    ("inc dword ptr [rsp+rax]", [0xff, 0x04, 0x04], 12),
    ("movups xmm0,[rsp+rax]", [0x0f, 0x10, 0x04, 0x04], 12),
    ("fld qword ptr [rsp+rax]", [0xdd, 0x04, 0x04], 12),
    ("call [rsp+rax]", [0xff, 0x14, 0x04], 12),
    ("jmp [rsp+rax]", [0xff, 0x24, 0x04], 12),
    ("xchg rsp,rax; push rcx", [0x48, 0x94, 0x51], 12),
    ("xchg rsp,rax; pop rcx", [0x48, 0x94, 0x59], 12),
    ("xchg rsp,rax; call $+5", [0x48, 0x94, 0xe8, 0, 0, 0, 0], 12),
    ("xchg rsp,rax; call rsp", [0x48, 0x94, 0xff, 0xd4], 12),
    ("xchg rsp,rax; jmp rsp", [0x48, 0x94, 0xff, 0xe4], 13),
    ("xchg rsp,rax; ret", [0x48, 0x94, 0xc3], 12),
    ("xchg rsp,rax; pushfq", [0x48, 0x94, 0x9c], 12),
    ("xchg rsp,rax; enter 0,0", [0x48, 0x94, 0xc8, 0, 0, 0], 12),
    ("xchg rbp,rax; leave", [0x48, 0x95, 0xc9], 12),
    ("xchg rbp,rax; push [rbp]", [0x48, 0x95, 0xff, 0x75, 0], 12),
    // The last byte alone is beyond the lower half.
    (
      "shr rax,16; mov rcx,[rax-7]",
      [0x48, 0xd1, 0xe8, 0x48, 0xc1, 0xe8, 15, 0x48, 0x8b, 0x48, 0xf9], 13
    ),
  ]

  @Test(arguments: stackRows, [true, false])
  func tellsStackReferencesApart(row: (name: String, code: [UInt8], vector: Int), traces: Bool) {
    let fixture = Fixture([0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0x80] + row.code)
    fixture.machine.runsTraces = traces
    for vector in 12...13 { fixture.setGate(vector, stack: 1) }
    #expect(fixture.runToVector() == row.vector, "\(row.name)")
  }

  @Test(arguments: rows)
  func entersTheHandler(row: Row) {
    let fixture = Fixture(row.code)
    #expect(fixture.runToVector() == row.vector)
    let shift = row.error == nil ? 0 : 1
    if let error = row.error { #expect(fixture.stack(0) == error) }
    if let address = row.address { #expect(fixture.registers.cr2 == address) }
    #expect(fixture.stack(shift) == row.rip)
    #expect(fixture.stack(shift + 1) == 0x10)
    #expect(fixture.stack(shift + 4) == 0x18)
    let isFault = row.vector != 3 && row.vector != 45
    #expect((fixture.stack(shift + 2) & 0x1_0000 != 0) == isFault)
  }

  /// What a page table entry of the page at 600000h says and what an access to it then does.
  static let pages: [(entry: UInt64, user: Bool, write: Bool, error: UInt64?)] = [
    (0x60_0007, true, false, nil), (0x60_0007, true, true, nil),
    (0x60_0003, true, false, 5), (0x60_0003, false, true, nil),
    (0x60_0005, true, true, 7), (0x60_0005, false, true, 3), (0x60_0005, false, false, nil),
    (0x60_0000, true, true, 6), (0x60_0007 | 1 << 51, false, false, 9),
  ]

  @Test(arguments: pages.indices)
  func checksPermissions(index: Int) {
    let page = Self.pages[index]
    let fixture = Fixture(Programs.enterUser)
    let access: [UInt8] = [0x48, page.write ? 0xa3 : 0xa1, 0, 0, 0x60, 0, 0, 0, 0, 0, 0xcc]
    fixture.machine.load(access, at: page.user ? 0x5_0000 : 0x1_0000)
    let table = fixture.splitPage()
    fixture.machine.memory.store(table, page.entry)
    fixture.registers.cr3 = fixture.registers.cr3
    if let error = page.error {
      #expect(fixture.runToVector() == 14)
      #expect(fixture.stack(0) == error)
      #expect(fixture.registers.cr2 == 0x60_0000)
      #expect(fixture.machine.memory.load(table, as: UInt64.self) == page.entry)
    } else {
      #expect(fixture.runToVector() == 3)
      let marks: UInt64 = page.write ? 0x60 : 0x20
      #expect(fixture.machine.memory.load(table) == page.entry | marks)
    }
  }

  @Test func noExecuteAndSupervisorExecutionPrevention() {
    let jump: [UInt8] = [0xb8, 0, 0, 0x60, 0, 0xff, 0xe0]
    let fixture = Fixture(jump)
    let table = fixture.splitPage()
    fixture.machine.memory.store(table, 0x60_0003 | 1 << 63)
    #expect(fixture.runToVector() == 14)
    #expect(fixture.stack(0) == 0x11)
    let second = Fixture(jump)
    // Everything is a user page on the bare machine: take the right from the code and tables.
    let tables = second.splitPage()
    for page: UInt64 in 0..<3 {
      second.machine.memory.store(second.pageDirectory + page * 8, page << 21 | 0x83)
    }
    for page: UInt64 in 4..<8 {
      second.machine.memory.store(second.pageDirectory + page * 8, page << 21 | 0x83)
    }
    second.machine.memory.store(tables, 0x60_0007)
    second.registers.cr4 |= 1 << 20
    #expect(second.runToVector() == 14)
    #expect(second.stack(0) == 0x11)
  }

  @Test func aStoreAcrossPagesIsAllOrNothing() {
    // mov [600ffch],rax with the second page missing.
    let fixture = Fixture([0x48, 0x89, 0x04, 0x25, 0xfc, 0x0f, 0x60, 0])
    let table = fixture.splitPage()
    fixture.machine.memory.store(table + 8, UInt64(0))
    fixture.registers[gpr: 0] = ~0
    #expect(fixture.runToVector() == 14)
    #expect(fixture.registers.cr2 == 0x60_1000)
    #expect(fixture.machine.memory.load(0x60_0ffc, as: UInt32.self) == 0)
  }

  @Test func userFaultsChangeStacks() {
    let fixture = Fixture(Programs.enterUser)
    fixture.machine.load([0x90, 0xf4], at: 0x5_0000)
    #expect(fixture.runToVector() == 13)
    #expect(fixture.registers[gpr: 4] == Fixture.kernelStack - 48)
    #expect(fixture.stack(1) == 0x5_0001)
    #expect(fixture.stack(2) == 0x33)
    #expect(fixture.stack(4) == 0x30_0000)
    #expect(fixture.stack(5) == 0x2b)
    #expect(fixture.registers.privilege == 0)
  }

  @Test func theInterruptStackTableIsUsed() {
    let fixture = Fixture([0x0f, 0x0b])
    fixture.setGate(6, stack: 1)
    #expect(fixture.runToVector() == 6)
    #expect(fixture.registers[gpr: 4] == Fixture.alternateStack - 40)
  }

  @Test func faultsOnFaultsEscalate() {
    let fixture = Fixture([0xb8, 8, 0, 0, 0, 0x48, 0x83, 0xe8, 0x10, 0x48, 0x89, 0xc4, 0x50])
    fixture.setGate(8, stack: 1)
    // The push fails, and so does the delivery of its page fault on the same stack.
    fixture.registers[gpr: 4] = 0x1_0000_0000
    fixture.machine.load([0x50], at: 0x1_0000)
    #expect(fixture.runToVector() == 8)
    #expect(fixture.stack(0) == 0)
    #expect(fixture.stack(1) == 0x1_0000)
    let bare = Machine.bare()
    bare.load([0x0f, 0x0b], at: 0x1_0000)
    #expect(bare.run() == .tripleFault(processor: 0))
    #expect(bare.processors[0].registers.rip == 0x1_0000)
  }

  @Test func systemCallsAndReturns() {
    let fixture = Fixture(Programs.enterUser)
    let registers = fixture.registers
    fixture.machine.load(Programs.userSystemCall, at: 0x5_0000)
    fixture.machine.load(Programs.systemCallEntry, at: 0x5_8000)
    registers.setMSR(0xc000_0081, 0x20 << 48 | 0x10 << 32)
    registers.setMSR(0xc000_0082, 0x5_8000)
    registers.setMSR(0xc000_0084, 0x700)
    registers.setMSR(0xc000_0102, 0x6_0000)
    #expect(fixture.runToVector() == 13)
    #expect(registers[gpr: 3] == 42)
    #expect(fixture.stack(1) == 0x5_000b - 2)
    #expect(fixture.stack(2) == 0x33)
    #expect(fixture.machine.memory.load(0x6_0008, as: UInt64.self) == 0x5_0007)
  }

  @Test func aRepeatedMoveStopsAtTheFault() {
    let fixture = Fixture(Programs.repeatCopy)
    let table = fixture.splitPage()
    fixture.machine.memory.store(table + 8, UInt64(0))
    fixture.machine.memory.store(0x61_0000, UInt64(0x1122_3344_5566_7788))
    fixture.registers[gpr: 6] = 0x61_0000
    fixture.registers[gpr: 7] = 0x60_0ff0
    fixture.registers[gpr: 1] = 100
    #expect(fixture.runToVector() == 14)
    #expect(fixture.registers[gpr: 1] == 84)
    #expect(fixture.registers[gpr: 6] == 0x61_0010)
    #expect(fixture.registers[gpr: 7] == 0x60_1000)
    #expect(fixture.machine.memory.load(0x60_0ff0, as: UInt64.self) == 0x1122_3344_5566_7788)
  }
}
