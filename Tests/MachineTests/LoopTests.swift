import Machine
import Testing

/// Loops that touch registers only, which traces run with the registers in the host's: the same random
/// loops on the generic executors.
@Suite struct LoopTests {
  @Test(arguments: 0..<16) func loopsDoWhatTheGenericExecutorsDo(block: Int) {
    for seed in 0..<150 {
      var source = RandomLoop(seed: UInt64(block * 150 + seed + 1))
      let code = source.code()
      let expected = outcome(code, traces: false, slice: nil)
      #expect(
        outcome(code, traces: true, slice: nil) == expected, "seed \(block * 150 + seed): \(code)")
      #expect(
        outcome(code, traces: true, slice: 61 + UInt64(seed)) == expected,
        "in slices, seed \(block * 150 + seed): \(code)")
    }
  }

  /// Wherever a loop is stopped, registers, flags and the count are exact.
  @Test func everyStopIsExact() {
    for seed in 0..<12 {
      var source = RandomLoop(seed: UInt64(7000 + seed))
      let code = source.code()
      let traced = prepared(code, traces: true)
      let generic = prepared(code, traces: false)
      for count in stride(from: UInt64(30), to: 700, by: 7) {
        traced.run(until: count)
        generic.run(until: count)
        #expect(state(traced) == state(generic), "seed \(seed), count \(count): \(code)")
      }
    }
  }

  /// A register that the loop reads but does not change may be another one at the next visit.
  @Test func whatALoopDoesNotChangeIsReadAtEachVisit() {
    // mov edi,3 / 1: mov ecx,100 / 2: add rax,rdi / dec ecx / jnz 2b / add edi,edi / cmp edi,40h
    // jb 1b / hlt
    let code: [UInt8] = [
      0xbf, 3, 0, 0, 0, 0xb9, 100, 0, 0, 0, 0x48, 0x01, 0xf8, 0xff, 0xc9, 0x75, 0xf9, 0x01, 0xff,
      0x83, 0xff, 0x40, 0x72, 0xed, 0xf4,
    ]
    let machine = prepared(code, traces: true)
    machine.processors[0].registers[gpr: 0] = 0
    #expect(machine.run(limit: 10_000) == .idle)
    #expect(machine.processors[0].registers[gpr: 0] == 100 * (3 + 6 + 12 + 24 + 48))
  }

  @Test func aBreakpointMayComeIntoALoop() {
    // 1: lea rbx,[rbx+rax*2+1] / inc eax / cmp eax,ecx / jne 1b / hlt
    let code: [UInt8] = [0x48, 0x8d, 0x5c, 0x43, 1, 0xff, 0xc0, 0x39, 0xc8, 0x75, 0xf5, 0xf4]
    let machine = prepared(code, traces: true)
    machine.processors[0].registers[gpr: 0] = 0
    machine.processors[0].registers[gpr: 1] = 100_000
    machine.processors[0].registers[gpr: 3] = 0
    machine.run(limit: 4001)
    machine.setBreakpoint(0x1_0009)
    #expect(machine.run() == .breakpoint(processor: 0, address: 0x1_0009))
    #expect(machine.processors[0].registers[gpr: 0] == 1001)
    // Below: borrow.
    #expect(machine.processors[0].registers.rflags & 1 == 1)
    machine.removeBreakpoint(0x1_0009)
    #expect(machine.run() == .idle)
    #expect(machine.processors[0].registers[gpr: 0] == 100_000)
    #expect(machine.processors[0].registers[gpr: 3] == 10_000_000_000)
  }

  /// A test of bits and the move behind it are one operation: a register becomes another one, or the one
  /// that was tested.
  @Test(
    arguments: [
      // n & 1 ? 3n+1 : n/2, until it is 1: lea r8,[rcx+rcx*2] / inc r8 / shr rdx,1 / test cl,1
      // cmovne rdx,r8 / inc eax / mov rcx,rdx / cmp rdx,1 / jne
      [
        0x48, 0x89, 0xca, 0x4c, 0x8d, 0x04, 0x49, 0x49, 0xff, 0xc0, 0x48, 0xd1, 0xea, 0xf6, 0xc1, 1,
        0x49, 0x0f, 0x45, 0xd0, 0xff, 0xc0, 0x48, 0x89, 0xd1, 0x48, 0x83, 0xfa, 1, 0x75, 0xe4, 0xf4,
      ],
      // add rax,rcx / test ecx,6 / cmove ecx,eax / lea edx,[rdx+rcx] / test dl,8 / cmovne rdx,rax
      // dec ebx / jne
      [
        0x48, 0x01, 0xc8, 0xf7, 0xc1, 6, 0, 0, 0, 0x0f, 0x44, 0xc8, 0x8d, 0x14, 0x0a, 0xf6, 0xc2, 8,
        0x48, 0x0f, 0x45, 0xd0, 0xff, 0xcb, 0x75, 0xe6, 0xf4,
      ],
    ] as [[UInt8]])
  func movesByBits(code: [UInt8]) {
    let expected = prepared(code, traces: false)
    let traced = prepared(code, traces: true)
    for machine in [expected, traced] {
      machine.processors[0].registers[gpr: 1] = 97
      machine.processors[0].registers[gpr: 3] = 1000
      #expect(machine.run(limit: 100_000) == .idle)
    }
    #expect(state(traced) == state(expected))
    #expect(traced.instructionCount > 1000)
  }

  // MARK: Running

  private func prepared(_ code: [UInt8], traces: Bool) -> Machine {
    let machine = Machine.bare()
    machine.runsTraces = traces
    machine.load(code, at: 0x1_0000)
    let registers = machine.processors[0].registers
    for number in 0..<16 where number != 4 {
      registers[gpr: number] = UInt64(number) &* 0x9e37_79b9_7f4a_7c15
    }
    return machine
  }

  private func state(_ machine: Machine) -> [UInt64] {
    let registers = machine.processors[0].registers
    return (0..<16).map { registers[gpr: $0] } + [
      registers.rip, registers.rflags, machine.instructionCount,
    ]
  }

  private func outcome(_ code: [UInt8], traces: Bool, slice: UInt64?) -> [UInt64] {
    let machine = prepared(code, traces: traces)
    if let slice {
      while machine.run(limit: slice) == .limit, machine.instructionCount < 100_000 {}
    } else {
      #expect(machine.run(limit: 100_000) == .idle)
    }
    return state(machine)
  }
}

/// A loop of instructions on registers, visited r14 times for at most r15 rounds each.
struct RandomLoop {
  private var state: UInt64
  /// What the loop may change; r15 comes to these.
  private let targets: [Int]
  private static let all = [0, 1, 2, 3, 5, 6, 8, 10, 12, 13]

  init(seed: UInt64) {
    state = seed &* 0x2545_f491_4f6c_dd1d | 1
    targets = (0..<3).map { RandomLoop.all[(Int(seed) &* 7 &+ $0 &* 3) % RandomLoop.all.count] }
  }

  private mutating func random(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: (state >> 11) % UInt64(bound))
  }

  private mutating func byte() -> UInt8 { UInt8(random(256)) }
  private mutating func target() -> Int { targets[random(targets.count)] }
  /// A register to read: mostly one that the loop changes.
  private mutating func source() -> Int {
    random(3) == 0 ? RandomLoop.all[random(RandomLoop.all.count)] : target()
  }

  /// mov r14d,imm / visit: mov r15d,imm / round: ... / out: dec r14 / jnz visit / hlt
  mutating func code() -> [UInt8] {
    var body: [UInt8] = random(8) == 0 ? [] : setter()
    for _ in 0..<(1 + random(7)) { body += random(3) == 0 ? decision() : instruction() }
    let countDown: [UInt8] = random(2) == 0 ? [0x49, 0xff, 0xcf] : [0x41, 0xff, 0xcf]
    switch random(4) {
    case 0: body += countDown + [0x75, back(body, countDown.count)]
    case 1:
      // jz out / jmp round
      body += countDown + [0x74, 2, 0xeb, back(body, countDown.count + 2)]
    default:
      // jz out / comparison / jcc round
      let comparison = random(5) == 0 ? instruction() : setter()
      let prefix = countDown + [0x74, UInt8(comparison.count + 2)] + comparison
      body += prefix + [0x70 | UInt8(condition()), back(body, prefix.count)]
    }
    let rounds = UInt8(1 + random(random(4) == 0 ? 120 : 12))
    let visit: [UInt8] = [0x41, 0xbf, rounds, 0, 0, 0] + body + [0x49, 0xff, 0xce]
    return [0x41, 0xbe, UInt8(1 + random(9)), 0, 0, 0] + visit
      + [0x75, UInt8(truncatingIfNeeded: -(visit.count + 2)), 0xf4]
  }

  private func back(_ body: [UInt8], _ more: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: -(body.count + more + 2))
  }

  /// Mostly a condition that loops can compute.
  private mutating func condition() -> Int {
    random(6) == 0 ? random(16) : [2, 3, 4, 5, 6, 7, 12, 13, 14, 15][random(10)]
  }

  /// REX, opcode and ModRM with registers.
  private mutating func form(_ opcode: [UInt8], reg: Int, rm: Int, wide: Bool) -> [UInt8] {
    let rex: UInt8 = 0x40 | (wide ? 8 : 0) | (reg > 7 ? 4 : 0) | (rm > 7 ? 1 : 0)
    return [rex] + opcode + [0xc0 | UInt8(reg & 7) << 3 | UInt8(rm & 7)]
  }

  private mutating func setter() -> [UInt8] {
    let wide = random(2) == 0
    switch random(6) {
    case 0: return form([0x39], reg: source(), rm: source(), wide: wide)
    case 1: return form([0x83], reg: 7, rm: source(), wide: wide) + [byte()]
    case 2: return form([0x85], reg: source(), rm: source(), wide: wide)
    case 3: return form([0xf7], reg: 0, rm: source(), wide: wide) + [byte(), byte(), 0, byte()]
    case 4: return form([0xf6], reg: 0, rm: source(), wide: false) + [byte()]
    default: return form([0x21], reg: source(), rm: target(), wide: wide)
    }
  }

  /// A comparison and what depends on it: a move, two moves, or a jump forward.
  private mutating func decision() -> [UInt8] {
    let wide = random(2) == 0
    switch random(4) {
    case 0:
      return setter()
        + form([0x0f, 0x40 | UInt8(condition())], reg: target(), rm: source(), wide: wide)
    case 1:
      let to = target()
      return setter() + form([0x8b], reg: to, rm: source(), wide: wide)
        + form([0x0f, 0x40 | UInt8(condition())], reg: to, rm: source(), wide: wide)
    case 2:
      let to = target()
      let constant: [UInt8] = [to > 7 ? 0x41 : 0x40, 0xb8 | UInt8(to & 7), byte(), 0, 0, 0]
      return setter() + constant
        + form([0x0f, 0x40 | UInt8(condition())], reg: to, rm: source(), wide: wide)
    default:
      let skipped = instruction() + (random(3) == 0 ? instruction() : [])
      return setter() + [0x70 | UInt8(condition()), UInt8(skipped.count)] + skipped
    }
  }

  private mutating func instruction() -> [UInt8] {
    let wide = random(2) == 0
    let to = target()
    let from = source()
    // add or and sub xor
    let operation: Int = [0, 1, 4, 5, 6][random(5)]
    switch random(16) {
    case 0, 1: return form([UInt8(operation) << 3 | 1], reg: from, rm: to, wide: wide)
    case 2: return form([0x83], reg: operation, rm: to, wide: wide) + [byte()]
    case 3:
      return form([0x81], reg: operation, rm: to, wide: wide) + [byte(), byte(), byte(), byte()]
    case 4, 5: return form([0x89], reg: from, rm: to, wide: wide)
    case 6, 7, 8:
      return form([0xc1], reg: [0, 1, 4, 5, 7][random(5)], rm: to, wide: wide) + [byte()]
    case 9, 10: return address(to, base: from, index: source(), wide: wide)
    case 11: return form([0x0f, 0xaf], reg: to, rm: from, wide: wide)
    case 12: return form([0x6b], reg: to, rm: from, wide: wide) + [byte()]
    case 13:
      return form([0x0f, [0xb6, 0xb7, 0xbe, 0xbf][random(4)]], reg: to, rm: from, wide: wide)
    case 14: return form([0x63], reg: to, rm: from, wide: wide)
    default:
      // inc, dec, not, neg
      return random(2) == 0
        ? form([0xff], reg: random(2), rm: to, wide: wide)
        : form([0xf7], reg: 2 + random(2), rm: to, wide: wide)
    }
  }

  /// lea with a base, an index or both.
  private mutating func address(_ to: Int, base: Int, index: Int, wide: Bool) -> [UInt8] {
    let rex: UInt8 =
      0x40 | (wide ? 8 : 0) | (to > 7 ? 4 : 0) | (index > 7 ? 2 : 0) | (base > 7 ? 1 : 0)
    let reg = UInt8(to & 7) << 3
    let scaled = UInt8(random(4)) << 6 | UInt8(index & 7) << 3
    // An index without a base has mod 0 and base 101b.
    if random(4) == 0 { return [rex & ~1, 0x8d, 0x04 | reg, scaled | 5, byte(), 0, 0, byte()] }
    let low = UInt8(base & 7)
    if random(3) == 0, low != 4 { return [rex & ~2, 0x8d, 0x40 | reg | low, byte()] }
    return [rex, 0x8d, 0x44 | reg, scaled | low, byte()]
  }
}
