import Machine
import Testing

@Suite struct InterruptTests {
  @Test func interruptsWaitForTheInterruptFlagAndOneInstructionMore() {
    let fixture = Fixture(Programs.selfInterrupt)
    #expect(fixture.runToVector() == 0x80)
    // sti is at +10h; the nop behind it still runs.
    #expect(fixture.stack(0) == 0x1_0000 + 0x12)
    #expect(fixture.machine.processors[0].interrupts.inService[2] == 1)
  }

  @Test func taskPriorityHoldsInterruptsBack() {
    let fixture = Fixture(Programs.priority)
    #expect(fixture.runToVector() == 0x55)
    #expect(fixture.registers.cr8 == 4)
  }

  @Test func aHaltedMachineSkipsToItsTimer() {
    let fixture = Fixture(Programs.oneShotTimer)
    #expect(fixture.runToVector() == 0x41)
    // The count starts with the tenth instruction, so the timer fires 5000 after nine of them.
    #expect(fixture.machine.instructionCount == 9 + 5000 + 1)
  }

  @Test func aPeriodicTimerKeepsItsPeriod() {
    let fixture = Fixture(Programs.periodicTimer)
    fixture.machine.load(Programs.timerHandler, at: 0x5_0000)
    fixture.setGate(0x41, handler: 0x5_0000)
    #expect(fixture.machine.run(limit: 1_000_000) == .limit)
    #expect(fixture.registers[gpr: 3] == 10)
  }

  @Test func aDeadlineFiresWhenTimeReachesIt() {
    let fixture = Fixture(Programs.deadlineTimer)
    #expect(fixture.runToVector() == 0x41)
    #expect(fixture.machine.instructionCount == fixture.registers[gpr: 3] + 3000 + 1)
  }

  @Test func theTimeStampCounterCountsInstructions() {
    let machine = Machine.bare()
    machine.load(Programs.readTime, at: 0x1_0000)
    #expect(machine.run() == .idle)
    #expect(machine.processors[0].registers[gpr: 0] == 5)
  }

  @Test func aSecondProcessorStartsAndIsSeen() {
    let fixture = Fixture(Programs.startSecond, processors: 2)
    let machine = fixture.machine
    machine.load(Programs.second, at: 0x5_0000)
    let block: UInt64 = 0x8000
    let words: [UInt64] = [
      0x5_0000, 0x31_0000, fixture.registers.cr3, 0xabcd, fixture.registers.gdtr.base,
      Fixture.table, 0x0fff_0037,
    ]
    for (index, word) in words.enumerated() {
      machine.memory.store(block + UInt64(index) * 8, word)
    }
    machine.processors[1].registers.setMSR(0x80b, 0)
    #expect(!machine.processors[1].isStarted || machine.processors[1].isHalted == false)
    #expect(machine.run(limit: 200_000) == .idle)
    #expect(fixture.registers[gpr: 0] == 0x1234)
    #expect(machine.memory.load(0x6_0004, as: UInt32.self) == 0xabcd)
    #expect(machine.processors[1].isHalted)
  }

  @Test func aNonMaskableInterruptIgnoresTheFlag() {
    let fixture = Fixture(Programs.sendNMI)
    #expect(fixture.runToVector() == 2)
  }

  @Test func theTrapFlagStepsOneInstruction() {
    let fixture = Fixture(Programs.singleStep)
    #expect(fixture.runToVector() == 1)
    // The instruction after popf is the first to be trapped.
    #expect(fixture.stack(0) == 0x1_0000 + 0xa)
    #expect(fixture.registers[dr: 6] & 0x4000 != 0)
  }

  @Test func debugRegistersTrapDataAccesses() {
    let fixture = Fixture(Programs.dataBreakpoint)
    #expect(fixture.runToVector() == 1)
    #expect(fixture.registers[dr: 6] & 0xf == 1)
    #expect(fixture.machine.memory.load(0x6_0000, as: UInt32.self) == 0x1_0000)
    #expect(fixture.machine.memory.load(0x6_0008, as: UInt32.self) == 1)
  }

  @Test func debugRegistersStopBeforeInstructions() {
    let fixture = Fixture(Programs.instructionBreakpoint)
    #expect(fixture.runToVector() == 1)
    #expect(fixture.registers[gpr: 3] == 0)
    // The frame of an instruction breakpoint has RF as it was; the handler sets it.
    #expect(fixture.stack(2) & 0x1_0000 == 0)
  }

  @Test func theConsoleEchoes() {
    let fixture = Fixture(Programs.console)
    fixture.machine.load(Programs.consoleHandler, at: 0x5_0000)
    fixture.setGate(0x42, handler: 0x5_0000)
    let printed = Collector()
    fixture.machine.console.onOutput = { printed.bytes += $0 }
    #expect(fixture.machine.run(limit: 10_000) == .idle)
    fixture.machine.console.type("abc")
    #expect(fixture.machine.run(limit: 10_000) == .idle)
    #expect(String(decoding: printed.bytes, as: UTF8.self) == "H\nabc")
    #expect(fixture.machine.console.waitingInput == 0)
  }

  @Test func theDebugPortStopsTheMachine() {
    let fixture = Fixture(Programs.debugPort)
    let stop = fixture.machine.run()
    #expect(stop == .debugPort(processor: 0, command: 3, packet: 0x1234))
    #expect(fixture.machine.run() == .idle)
    #expect(fixture.registers[gpr: 0] & 0xff == 1)
  }

  @Test func aBreakInInterruptsTheGuest() {
    let fixture = Fixture(Programs.breakIn)
    #expect(fixture.machine.run(limit: 50_000) == .limit)
    fixture.machine.requestBreakIn()
    #expect(fixture.runToVector() == 0x44)
  }

  @Test func floatingStateSurvivesSaveAndRestore() {
    let fixture = Fixture(Programs.floatState)
    fixture.machine.memory.store(0x6_0100, UInt64(0x1234))
    fixture.machine.memory.store(0x6_0108, UInt64(0x5678))
    #expect(fixture.machine.run() == .idle)
    #expect(fixture.machine.memory.load(0x6_0110, as: UInt64.self) == 0x1234)
    #expect(fixture.machine.memory.load(0x6_0118, as: UInt64.self) == 0x5678)
    #expect(fixture.machine.memory.load(0x6_0200 + 24, as: UInt32.self) == 0x1f80)
  }
}

/// Gathers what a closure is given.
final class Collector {
  var bytes: [UInt8] = []
}
