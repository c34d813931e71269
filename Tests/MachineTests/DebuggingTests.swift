import Machine
import Testing

@Suite struct DebuggingTests {
  @Test func breakpointsStopEveryTimeAndLetGo() {
    let machine = Machine.bare()
    machine.load(Programs.memoryLoop, at: 0x1_0000)
    let loop: UInt64 = 0x1_0005
    machine.setBreakpoint(loop)
    for pass in 0..<3 {
      #expect(machine.run() == .breakpoint(processor: 0, address: loop))
      #expect(machine.processors[0].registers[gpr: 1] == UInt64(100 - pass))
    }
    // A breakpoint set in decoded code works; one at the same page offset elsewhere does not hit.
    machine.setBreakpoint(0x20_0005)
    machine.removeBreakpoint(loop)
    machine.setBreakpoint(0x1_000c)
    #expect(machine.run() == .breakpoint(processor: 0, address: 0x1_000c))
    machine.removeBreakpoint(0x1_000c)
    #expect(machine.run() == .idle)
    #expect(machine.memory.load(0x6_0020, as: UInt32.self) == 100)
  }

  @Test func watchpointsReportAccesses() {
    let machine = Machine.bare()
    machine.load(Programs.memoryLoop, at: 0x1_0000)
    let point = machine.setWatchpoint(0x6_0020, length: 4, access: .write)
    let stop = machine.run()
    #expect(
      stop == .watchpoint(processor: 0, address: 0x6_0020, access: .write, rip: 0x1_0013))
    #expect(machine.memory.load(0x6_0020, as: UInt32.self) == 1)
    machine.removeWatchpoint(point)
    machine.setWatchpoint(0x6_0001, length: 1, access: .readWrite)
    let second = machine.run()
    #expect(
      second == .watchpoint(processor: 0, address: 0x6_0001, access: .readWrite, rip: 0x1_001a))
  }

  @Test func stepsAndLimitsAreExact() {
    let machine = Machine.bare()
    machine.load(Programs.memoryLoop, at: 0x1_0000)
    var addresses: [UInt64] = []
    for _ in 0..<7 {
      #expect(machine.step(0) == .stepped(processor: 0))
      addresses.append(machine.processors[0].registers.rip - 0x1_0000)
    }
    #expect(addresses == [5, 0xc, 0x13, 0x1a, 0x1c, 5, 0xc])
    #expect(machine.run(limit: 100) == .limit)
    #expect(machine.instructionCount == 107)
    #expect(machine.run(until: 150) == .limit)
    #expect(machine.instructionCount == 150)
  }

  @Test func aStopRequestIsHeard() {
    let machine = Machine.bare()
    machine.load([0xeb, 0xfe], at: 0x1_0000)
    machine.requestStop()
    #expect(machine.run() == .stopRequested)
    #expect(machine.run(limit: 1000) == .limit)
  }

  @Test func modifiedCodeIsExecuted() {
    let machine = Machine.bare()
    machine.load(Programs.selfModifying, at: 0x1_0000)
    #expect(machine.run() == .idle)
    var expected: UInt64 = 0
    for count in stride(from: UInt64(300), to: 0, by: -1) {
      expected = (expected & ~0xff) | ((expected &+ (count & 0x7f)) & 0xff)
      expected = expected << 3 | expected >> 61
    }
    #expect(machine.processors[0].registers[gpr: 0] == expected)
  }

  @Test func aDebuggersWriteReplacesDecodedCode() {
    let machine = Machine.bare()
    // 1: add eax,1 / loop 1b / hlt
    machine.load([0x83, 0xc0, 1, 0xe2, 0xfb, 0xf4], at: 0x1_0000)
    machine.processors[0].registers[gpr: 1] = 10
    #expect(machine.run(limit: 10) == .limit)
    machine.debuggerWrite(physical: 0x1_0002, [100])
    #expect(machine.run() == .idle)
    #expect(machine.processors[0].registers[gpr: 0] == 5 + 500)
  }

  @Test func instructionsMayCrossPages() {
    for start: UInt64 in 0x1_0ff7...0x1_0ffd {
      let machine = Machine.bare()
      // mov rax,123456789abcdef0h / hlt
      machine.load([0x48, 0xb8, 0xf0, 0xde, 0xbc, 0x9a, 0x78, 0x56, 0x34, 0x12, 0xf4], at: start)
      machine.processors[0].registers.rip = start
      #expect(machine.run() == .idle)
      #expect(machine.processors[0].registers[gpr: 0] == 0x1234_5678_9abc_def0)
      // The half in the second page changes.
      machine.load([0xff], at: 0x1_1000)
      machine.processors[0].registers.rip = start
      #expect(machine.run() == .idle)
      #expect(machine.processors[0].registers[gpr: 0] != 0x1234_5678_9abc_def0)
    }
  }

  @Test func walksShowEachLevel() {
    let fixture = Fixture([])
    let table = fixture.splitPage()
    let walk = fixture.machine.walk(0x60_3123, cr3: fixture.registers.cr3)
    #expect(walk.levels.map(\.level) == [4, 3, 2, 1])
    #expect(walk.levels.last?.entryAddress == table + 3 * 8)
    #expect(walk.physical == PhysicalAddress(0x60_3123))
    #expect(walk.pageBytes == 4096)
    let large = fixture.machine.walk(0x20_3123, cr3: fixture.registers.cr3)
    #expect(large.levels.count == 3)
    #expect(large.pageBytes == 2 << 20)
    #expect(fixture.machine.translate(0x4000_0000, cr3: fixture.registers.cr3) == nil)
    #expect(fixture.machine.translate(1 << 63, cr3: fixture.registers.cr3) == nil)
    #expect(fixture.machine.memory.load(table + 24, as: UInt64.self) & 0x20 == 0)
  }

  @Test func memoryOutsideReadsAsOnes() {
    let machine = Machine.bare(memoryBytes: 4 << 20)
    #expect(machine.memory.read(4 << 20, count: 2) == [0xff, 0xff])
    machine.memory.write(1 << 50, [1, 2, 3])
    #expect(machine.memory.read((4 << 20) - 1, count: 2) == [0, 0xff])
  }
}
