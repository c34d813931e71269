import Machine
import Testing

/// Traces against the generic executors: the same random programs on both.
@Suite struct TraceTests {
  @Test(arguments: 0..<24) func tracesDoWhatTheGenericExecutorsDo(block: Int) {
    for seed in 0..<100 {
      var program = RandomProgram(seed: UInt64(block * 100 + seed))
      let code = program.code()
      let expected = outcome(code, traces: false, slice: nil)
      let found = outcome(code, traces: true, slice: nil)
      #expect(found == expected, "seed \(block * 100 + seed): \(code)")
      let cut = outcome(code, traces: true, slice: 37 + UInt64(seed))
      #expect(cut == expected, "in slices, seed \(block * 100 + seed): \(code)")
    }
  }

  /// Each of a program's instructions is a place to stop: registers and flags there are exact.
  @Test func everyStopIsExact() {
    for seed in 0..<6 {
      var program = RandomProgram(seed: UInt64(9000 + seed))
      let code = program.code()
      let traced = prepared(code, traces: true)
      let generic = prepared(code, traces: false)
      for count in stride(from: UInt64(40), to: 400, by: 1) {
        traced.run(until: count)
        generic.run(until: count)
        #expect(state(traced) == state(generic), "seed \(seed), count \(count)")
      }
    }
  }

  @Test func aProgramMayPatchItselfInALoop() {
    // 1: inc byte ptr [1000Fh], the immediate of the mov; 2: mov al,imm / add rbx,rax / loop 1b / hlt
    let code: [UInt8] = [
      0x31, 0xc0,  // xor eax,eax
      0xfe, 0x05, 0x01, 0x00, 0x00, 0x00,  // inc byte ptr [rip+1]
      0xb0, 0x00,  // mov al,0
      0x48, 0x01, 0xc3,  // add rbx,rax
      0xe2, 0xf3,  // loop
      0xf4,
    ]
    for traces in [true, false] {
      let machine = Machine.bare()
      machine.runsTraces = traces
      machine.load(code, at: 0x1_0000)
      machine.processors[0].registers[gpr: 1] = 1000
      #expect(machine.run() == .idle)
      let sum = (1...1000).reduce(UInt64(0)) { $0 + UInt64($1 & 255) }
      #expect(machine.processors[0].registers[gpr: 3] == sum)
    }
  }

  @Test func aBreakpointMayComeAndGoInsideATrace() {
    let machine = Machine.bare()
    // 1: add eax,1 / cmp eax,ecx / jne 1b / hlt
    machine.load([0x83, 0xc0, 1, 0x39, 0xc8, 0x75, 0xf9, 0xf4], at: 0x1_0000)
    machine.processors[0].registers[gpr: 1] = 100_000
    machine.run(limit: 3000)
    for place in [0x1_0000, 0x1_0003, 0x1_0005] as [UInt64] {
      machine.setBreakpoint(place)
      for _ in 0..<3 { #expect(machine.run() == .breakpoint(processor: 0, address: place)) }
      let flags = machine.processors[0].registers.rflags
      // Between cmp and jne the flags are those of cmp: below, so carry is set.
      if place == 0x1_0005 { #expect(flags & 1 == 1) }
      machine.removeBreakpoint(place)
      machine.run(limit: 1000)
    }
    #expect(machine.run() == .idle)
    #expect(machine.processors[0].registers[gpr: 0] == 100_000)
  }

  // MARK: Running

  struct Outcome: Equatable {
    var state: [UInt64]
    var memory: [UInt8]
  }

  private func prepared(_ code: [UInt8], traces: Bool) -> Machine {
    let machine = Machine.bare()
    machine.runsTraces = traces
    machine.load(code, at: 0x1_0000)
    let registers = machine.processors[0].registers
    for number in 0..<16 where number != 4 {
      registers[gpr: number] = UInt64(number) &* 0x9e37_79b9_7f4a_7c15
    }
    registers[gpr: 6] = 0x20_0800
    registers[gpr: 7] = 0x20_1800
    registers[gpr: 15] = 60
    registers[gpr: 8] = 5
    return machine
  }

  private func state(_ machine: Machine) -> [UInt64] {
    let registers = machine.processors[0].registers
    return (0..<16).map { registers[gpr: $0] } + [
      registers.rip, registers.rflags, machine.instructionCount,
    ]
  }

  private func outcome(_ code: [UInt8], traces: Bool, slice: UInt64?) -> Outcome {
    let machine = prepared(code, traces: traces)
    if let slice {
      while machine.run(limit: slice) == .limit {}
    } else {
      #expect(machine.run(limit: 100_000) == .idle)
    }
    return Outcome(state: state(machine), memory: machine.memory.read(0x20_0000, count: 0x3000))
  }
}

/// Code made of instructions that traces specialise and others between them, in a loop of r15 rounds.
///
/// rsi and rdi are the bases of memory operands and r8 an index; nothing writes them, rsp or r15.
struct RandomProgram {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x2545_f491_4f6c_dd1d | 1 }

  private mutating func random(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: (state >> 11) % UInt64(bound))
  }

  private mutating func byte() -> UInt8 { UInt8(random(256)) }

  mutating func code() -> [UInt8] {
    var body: [UInt8] = []
    for _ in 0..<(10 + random(50)) {
      if random(6) == 0 {
        // A conditional jump over the next instruction.
        let skipped = instruction()
        body += [0x70 | UInt8(random(16)), UInt8(skipped.count)] + skipped
      } else if random(4) == 0 {
        body += comparison()
      } else if random(20) == 0 {
        // A jump over bytes that are never executed.
        body += [0xeb, 2, byte(), byte()]
      } else {
        body += instruction()
      }
    }
    let back = Int32(-(body.count + 9))
    // dec r15 / jnz (near) / hlt
    return body + [0x49, 0xff, 0xcf, 0x0f, 0x85]
      + withUnsafeBytes(of: back.littleEndian) { Array($0) } + [0xf4]
  }

  /// A register that may be written: not rsp, rsi, rdi, r8, r15.
  private mutating func target() -> Int { [0, 1, 2, 3, 5, 9, 10, 11, 12, 13, 14][random(11)] }

  /// REX and the opcode and a ModRM byte with a register as rm, or memory if `memory`.
  private mutating func form(
    _ opcode: [UInt8], reg: Int, rm: Int, memory: Bool, wide: Bool
  ) -> [UInt8] {
    var rex: UInt8 = 0x40 | (wide ? 8 : 0) | (reg > 7 ? 4 : 0)
    let low = UInt8(reg & 7) << 3
    guard memory else {
      rex |= rm > 7 ? 1 : 0
      return [rex] + opcode + [0xc0 | low | UInt8(rm & 7)]
    }
    let base: UInt8 = random(2) == 0 ? 6 : 7
    guard random(2) == 0 else { return [rex] + opcode + [0x40 | low | base, byte()] }
    rex |= 2
    return [rex] + opcode + [0x44 | low, UInt8(random(4)) << 6 | base, byte()]
  }

  /// Something that sets flags, a conditional jump over an instruction, and then often something that
  /// looks at the flags or something that does not.
  private mutating func comparison() -> [UInt8] {
    let wide = random(2) == 0
    let reg = target()
    let setter: [UInt8]
    switch random(6) {
    case 0: setter = form([0x39], reg: random(16), rm: reg, memory: false, wide: wide)
    case 1: setter = form([0x83], reg: 7, rm: reg, memory: false, wide: wide) + [byte()]
    case 2: setter = form([0x85], reg: reg, rm: reg, memory: false, wide: wide)
    case 3: setter = form([0xff], reg: random(2), rm: reg, memory: false, wide: wide)
    case 4: setter = form([0x3b], reg: reg, rm: 0, memory: true, wide: wide)
    default: setter = form([0x80], reg: 7, rm: reg, memory: true, wide: false) + [byte()]
    }
    let skipped = form([0x01], reg: random(16), rm: target(), memory: false, wide: wide)
    let reader: [UInt8]
    switch random(4) {
    case 0: reader = form([0x11], reg: random(16), rm: target(), memory: false, wide: wide)
    case 1:
      reader = form(
        [0x0f, 0x90 | UInt8(random(16))], reg: 0, rm: target(), memory: false, wide: false)
    case 2: reader = form([0x29], reg: random(16), rm: target(), memory: false, wide: wide)
    default: reader = []
    }
    return setter + [0x70 | UInt8(random(16)), UInt8(skipped.count)] + skipped + reader
  }

  private mutating func instruction() -> [UInt8] {
    let wide = random(2) == 0
    let memory = random(3) == 0
    let reg = target()
    let other = random(16)
    let operation = UInt8(random(8)) << 3
    switch random(20) {
    case 0:
      return form(
        [operation | UInt8(random(2))], reg: other, rm: target(), memory: memory, wide: wide)
    case 1:
      return form(
        [operation | 2 | UInt8(random(2))], reg: reg, rm: other, memory: memory, wide: wide)
    case 2, 3:
      return form([0x83], reg: Int(operation >> 3), rm: reg, memory: memory, wide: wide) + [byte()]
    case 4:
      return form([0x80], reg: Int(operation >> 3), rm: reg, memory: memory, wide: wide) + [byte()]
    case 5: return form([0x84 | UInt8(random(2))], reg: other, rm: reg, memory: memory, wide: wide)
    case 6: return form([0x88 | UInt8(random(2))], reg: other, rm: reg, memory: memory, wide: wide)
    case 7: return form([0x8a | UInt8(random(2))], reg: reg, rm: other, memory: memory, wide: wide)
    case 8: return form([0x8d], reg: reg, rm: 0, memory: true, wide: wide)
    case 9:
      let shift = [0, 1, 4, 5, 7][random(5)]
      return form([0xc1], reg: shift, rm: reg, memory: false, wide: wide) + [byte()]
    case 10: return form([0xd3], reg: [4, 5, 7][random(3)], rm: reg, memory: false, wide: wide)
    case 11:
      return form([0x0f, 0xb6 | UInt8(random(2))], reg: reg, rm: other, memory: memory, wide: wide)
    case 12:
      return form([0x0f, 0xbe | UInt8(random(2))], reg: reg, rm: other, memory: memory, wide: wide)
    case 13: return form([0x63], reg: reg, rm: other, memory: memory, wide: true)
    case 14:
      return form([0x0f, 0x90 | UInt8(random(16))], reg: 0, rm: reg, memory: memory, wide: false)
    case 15:
      return form(
        [0x0f, 0x40 | UInt8(random(16))], reg: reg, rm: other, memory: memory, wide: wide)
    case 16: return form([0xff], reg: random(2), rm: reg, memory: memory, wide: wide)
    case 17: return form([0xf7], reg: 2 + random(2), rm: reg, memory: memory, wide: wide)
    case 18: return form([0x0f, 0xaf], reg: reg, rm: other, memory: memory, wide: wide)
    default:
      // push and pop of a pair keeps rsp where it is.
      let from = UInt8(random(8))
      let to = UInt8([0, 1, 2, 3, 5][random(5)])
      return [0x50 | from, 0x58 | to]
    }
  }
}
