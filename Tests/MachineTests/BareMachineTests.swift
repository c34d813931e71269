import Machine
import Testing

@Suite struct BareMachineTests {
  @Test func runsALoopAndHalts() {
    let machine = Machine.bare()
    // mov ecx,1000 / xor eax,eax / 1: add rax,rcx / dec rcx / jnz 1b / hlt
    machine.load(
      [0xb9, 0xe8, 3, 0, 0, 0x31, 0xc0, 0x48, 1, 0xc8, 0x48, 0xff, 0xc9, 0x75, 0xf8, 0xf4],
      at: 0x10000)
    #expect(machine.run() == .idle)
    #expect(machine.processors[0].registers[gpr: 0] == 500_500)
    #expect(machine.processors[0].registers.rip == 0x10010)
    #expect(machine.instructionCount == 3003)
  }
}
