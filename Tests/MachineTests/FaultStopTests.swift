import Machine
import Testing

/// A machine without an interrupt table that stops for exceptions.
@Suite struct FaultStopTests {
  /// Code at 10000h, what it ends in, and where rip is then.
  struct Row: CustomTestStringConvertible {
    var testDescription: String
    var code: [UInt8]
    var vector: UInt8
    var error: UInt32?
    var address: UInt64 = 0
    var rip: UInt64

    init(
      _ text: String, _ code: [UInt8], _ vector: UInt8, error: UInt32? = nil,
      address: UInt64 = 0, at offset: UInt64 = 0
    ) {
      testDescription = text
      self.code = code
      self.vector = vector
      self.error = error
      self.address = address
      rip = 0x1_0000 + offset
    }
  }

  static let rows: [Row] = [
    Row("ud2", [0x0f, 0x0b], 6),
    Row("div ecx by zero", [0x31, 0xc9, 0xf7, 0xf1], 0, at: 2),
    Row("int3 is left where it stands", [0xcc], 3),
    Row("int 3 as well", [0xcd, 0x03], 3),
    Row("int1 is a trap", [0xf1], 1, at: 1),
    Row("int 2dh has no gate", [0xcd, 0x2d], 13, error: 0x16a),
    Row(
      "write to a hole", [0x48, 0xa3, 0, 0, 0, 0, 1, 0, 0, 0], 14, error: 2,
      address: 0x1_0000_0000),
    // pushfq; or dword ptr [rsp],100h; popfq; nop
    Row(
      "the trap flag", [0x9c, 0x81, 0x0c, 0x24, 0, 1, 0, 0, 0x9d, 0x90], 1, at: 10),
  ]

  @Test(arguments: rows)
  func stops(row: Row) throws {
    let machine = Machine.bare()
    machine.stopsAtFaults = true
    machine.load(row.code, at: 0x1_0000)
    guard case .fault(let processor, let fault) = machine.run(limit: 1000) else {
      Issue.record("no stop at a fault")
      return
    }
    #expect(processor == 0)
    #expect(fault.vector == row.vector)
    #expect(fault.errorCode == row.error)
    #expect(fault.address == row.address)
    #expect(machine.processors[0].registers.rip == row.rip)
    if row.address != 0 { #expect(machine.processors[0].registers.cr2 == row.address) }
  }

  @Test func theInstructionIsTriedAgain() {
    let machine = Machine.bare()
    machine.stopsAtFaults = true
    machine.load([0xf7, 0xf1, 0xf4], at: 0x1_0000)  // div eax,ecx; hlt
    let registers = machine.processors[0].registers
    registers[gpr: 0] = 6
    for _ in 0..<2 {
      guard case .fault = machine.step(0) else {
        Issue.record("no stop at a fault")
        return
      }
    }
    registers[gpr: 1] = 2
    #expect(machine.run() == .idle)
    #expect(registers[gpr: 0] == 3)
  }

  @Test func anInstructionBreakpointIsPassed() {
    let machine = Machine.bare()
    machine.stopsAtFaults = true
    machine.load([0x90, 0x90, 0xf4], at: 0x1_0000)
    let registers = machine.processors[0].registers
    registers[dr: 0] = 0x1_0001
    registers[dr: 7] = 0x401
    guard case .fault(_, let fault) = machine.run(limit: 100) else {
      Issue.record("no stop at a fault")
      return
    }
    #expect(fault.vector == 1 && registers.rip == 0x1_0001 && registers[dr: 6] & 1 == 1)
    #expect(machine.run(limit: 100) == .idle)
  }

  @Test func aTableOfTheProgramsOwnTakesOver() {
    let fixture = Fixture([0x0f, 0x0b])
    fixture.machine.stopsAtFaults = true
    #expect(fixture.runToVector() == 6)
  }

  @Test func otherMachinesEndInATripleFault() {
    let machine = Machine.bare()
    machine.load([0x0f, 0x0b], at: 0x1_0000)
    #expect(machine.run(limit: 100) == .tripleFault(processor: 0))
  }
}
