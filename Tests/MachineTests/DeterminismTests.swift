import Machine
import Testing

@Suite struct DeterminismTests {
  /// A machine with two processors that share memory and a lock; the second is put to work directly.
  private func machine(_ program: [UInt8]) -> Machine {
    let machine = Machine.bare(memoryBytes: 16 << 20, processors: 2)
    machine.load(program, at: 0x1_0000)
    let first = machine.processors[0]
    let block: [UInt64] = [
      0x1_0000, 0x2f_0000, first.registers.cr3, 0, first.registers.gdtr.base, 0, 0x37,
    ]
    for (index, word) in block.enumerated() {
      machine.memory.store(0x8000 + UInt64(index) * 8, word)
    }
    first.registers.setMSR(0x830, 1 << 32 | 0x608)
    machine.processors[1].registers[gpr: 0] = 99
    return machine
  }

  /// A number that any difference in memory, registers or time changes.
  private func fingerprint(_ machine: Machine) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01b3 }
    mix(machine.instructionCount)
    for processor in machine.processors {
      for number in 0..<16 { mix(processor.registers[gpr: number]) }
      mix(processor.registers.rip)
      mix(processor.registers.rflags)
    }
    for byte in machine.memory.read(0, count: 4 << 20) { mix(UInt64(byte)) }
    return hash
  }

  @Test func slicingARunChangesNothing() {
    let whole = machine(Programs.twoProcessors)
    #expect(whole.run(until: 300_000) == .limit)
    let pieces = machine(Programs.twoProcessors)
    var size: UInt64 = 1
    while pieces.instructionCount < 300_000 {
      size = size &* 7 % 5003 + 1
      pieces.run(until: min(300_000, pieces.instructionCount + size))
    }
    #expect(fingerprint(whole) == fingerprint(pieces))
    #expect(whole.memory.read(0x30_0000, count: 0x2_0000).contains { $0 != 0 })
  }

  @Test func aSavedStateIsComplete() {
    let machine = machine(Programs.twoProcessors)
    machine.run(limit: 50_123)
    let early = machine.save()
    let earlyPrint = fingerprint(machine)
    machine.run(limit: 100_000)
    let late = fingerprint(machine)
    let second = machine.save()
    machine.run(limit: 10_000)
    machine.restore(early)
    #expect(fingerprint(machine) == earlyPrint)
    machine.run(limit: 100_000)
    #expect(fingerprint(machine) == late)
    machine.restore(second)
    #expect(fingerprint(machine) == late)
    machine.restore(early)
    #expect(fingerprint(machine) == earlyPrint)
  }

  @Test func savedStatesShareFrames() {
    let machine = machine(Programs.twoProcessors)
    machine.run(limit: 10_000)
    let before = machine.memory.residentFrames
    let states = (0..<5).map { _ in machine.save() }
    #expect(machine.memory.residentFrames == before)
    machine.memory.store(0x30_0000, UInt64(1))
    #expect(machine.memory.residentFrames == before + 1)
    #expect(states.count == 5)
  }

  @Test func spinningProcessorsMakeProgress() {
    let machine = machine(Programs.spinIncrement)
    #expect(machine.run(limit: 20_000_000) == .idle)
    #expect(machine.memory.load(0x6_0018, as: UInt64.self) == 40_000)
  }

  @Test func randomCodeNeverHarmsTheHost() {
    for seed in UInt64(0)..<300 {
      let fixture = Fixture([])
      var code: [UInt8] = []
      for index in UInt64(0)..<4096 {
        code.append(UInt8(truncatingIfNeeded: VectorState.mix(seed &* 5000 &+ index)))
      }
      fixture.machine.load(code, at: 0x1_0000)
      fixture.machine.load(code, at: 0x4_0000)
      for number in 0..<16 {
        fixture.registers[gpr: number] = VectorState.mix(seed &+ UInt64(number)) >> (seed & 63)
      }
      fixture.registers[gpr: 4] = 0x20_0000
      fixture.machine.run(limit: 3000)
    }
  }
}
