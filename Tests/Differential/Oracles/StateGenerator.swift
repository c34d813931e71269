import X86

/// What kind of values the vector registers and memory are filled with.
enum Flavour { case integers, singles, doubles, extended, any }

/// Fills in the state before an instruction, and bends registers so that its operands lead to
/// mapped memory most of the time.
struct StateGenerator {
  var random: Numbers
  let flavour: Flavour

  /// Fills every register and the image.
  mutating func fill(_ state: State) {
    for number in 0..<16 { state[gpr: number] = random.integer() }
    state[gpr: 4] = Layout.middle &+ 0x180 &+ random.below(16) &* 8
    var flags = random.next() & 0x8d5 | 0x202
    if random.once(in: 8) { flags |= 0x400 }
    state.rflags = flags
    state.fsBase = random.once(in: 4) ? random.integer() & 0xffff : 0
    state.gsBase = random.once(in: 4) ? random.below(4096) : 0
    fillControl(state)
    var kind = flavour
    if kind == .any || random.once(in: 8) {
      kind = [.integers, .singles, .doubles, .extended][Int(random.below(4))]
    }
    for number in 0..<16 {
      for word in 0..<4 { state[vector: number, word] = value(kind) }
    }
    for offset in stride(from: 0, to: 1024, by: 8) {
      state.store(
        State.image &+ offset, offset < 256 || offset >= 640 ? value(kind) : random.next())
    }
    for number in 0..<8 { state[st: number] = random.extended() }
  }

  private mutating func fillControl(_ state: State) {
    state.mxcsr = 0x1f80
    if random.once(in: 2) {
      let r = UInt32(truncatingIfNeeded: random.next())
      state.mxcsr = 0x1f80 | (r & 0xe07f)
      if r >> 20 & 7 == 0 { state.mxcsr &= ~((r >> 8) & 0x1f80) }
    }
    state.control = 0x37f
    let r = UInt16(truncatingIfNeeded: random.next())
    var status = r & 0x4700 | UInt16(random.below(8)) << 11
    if random.once(in: 2) {
      state.control = 0x7f | [0x000, 0x200, 0x300, 0x300][Int(r & 3)] | (r >> 2 & 3) << 10
      if random.once(in: 6) { state.control &= ~(UInt16(random.byte()) & 0x3f) }
      if random.once(in: 3) { status |= UInt16(random.byte() & 0x7f) }
    }
    if status & ~state.control & 0x3f != 0 { status |= 0x8080 } else { status &= ~0x8080 }
    if status & 0x8000 != 0, !random.once(in: 8) { status &= ~0x80bf }
    state.status = status
    state.tag = random.once(in: 2) ? 0xff : random.byte() | random.byte()
  }

  private mutating func value(_ kind: Flavour) -> UInt64 {
    switch kind {
    case .singles: return UInt64(random.single()) | UInt64(random.single()) << 32
    case .doubles: return random.double()
    case .extended: return random.once(in: 2) ? random.extended().significand : random.next()
    case .integers, .any: return random.integer()
    }
  }

  /// An address for an operand of some bytes: mostly inside the image.
  mutating func address(_ size: UInt64) -> UInt64 {
    let size = max(1, min(size, 512))
    let r = random.below(64)
    let boundary = Layout.data &+ 0x1000
    switch r {
    case 0..<36:
      let room = Layout.middleBytes &- size
      return Layout.middle &+ (random.below(room / 16 &+ 1) &* 16)
    case 36..<46: return Layout.middle &+ random.below(Layout.middleBytes &- size &+ 1)
    case 46..<52: return boundary &- random.below(size &+ 1)
    case 52..<56:
      return Layout.end &+ Layout.endBytes &- min(size, Layout.endBytes)
    case 56..<58: return Layout.end &+ Layout.endBytes &- random.below(size)
    case 58..<60: return Layout.readOnly &+ random.below(4000)
    case 60: return Layout.readOnly &+ 4096 &- random.below(size)
    case 61: return Layout.data &- random.below(size &+ 8)
    case 62:
      // Canonical and not mapped; not canonical; on both sides of the gap.
      let places: [UInt64] = [
        0x0000_4000_0000_0000, 0x0000_8000_0000_0000, 0x8000_1234_5678_9a00, 0x0000_8000_0000_0000,
      ]
      let place = places[Int(random.below(4))]
      return place &+ (random.once(in: 2) ? random.below(64) &* 16 : random.below(64)) &- 32
    default: return 0x0001_0000 &* random.below(32)
    }
  }

  /// Makes an instruction's memory operand lead to an address.
  ///
  /// - Returns: a new absolute or rip-relative displacement, where the instruction has one.
  mutating func aim(_ i: Instruction, _ target: UInt64, at rip: UInt64, _ state: State) -> UInt64? {
    var wanted = target
    switch i.memory.segment {
    case .fs: wanted = wanted &- state.fsBase
    case .gs: wanted = wanted &- state.gsBase
    default: break
    }
    let base = i.memory.base
    if base == MemoryOperand.rip { return wanted &- rip &- UInt64(i.length) }
    let displacement = UInt64(bitPattern: i.memory.displacement)
    let index = i.memory.index
    if base == MemoryOperand.noRegister {
      guard index != MemoryOperand.noRegister, index < 16 else { return wanted }
      state[gpr: Int(index)] = random.below(64)
      return wanted &- state[gpr: Int(index)] << UInt64(i.memory.scaleShift)
    }
    if index < 16, index != base, random.once(in: 2) {
      state[gpr: Int(index)] = random.below(256) &- 128
    }
    var rest = wanted &- displacement
    if index == base {
      state[gpr: Int(base)] = rest / (1 &+ 1 << UInt64(i.memory.scaleShift))
      return nil
    }
    if index < 16 { rest = rest &- state[gpr: Int(index)] << UInt64(i.memory.scaleShift) }
    if i.addressSize == 4 {
      rest = rest & 0xffff_ffff | (random.once(in: 2) ? 0 : random.next() << 32)
    }
    state[gpr: Int(base)] = rest
    return nil
  }
}
