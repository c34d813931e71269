import X86

/// What instructions with implied operands need so that they mostly complete.
enum Special {
  static func adjust(
    _ i: Instruction, _ bytes: inout CodeBytes, _ state: State, _ states: inout StateGenerator
  ) {
    switch i.semantics {
    case .movs, .cmps, .scas, .lods, .stos: strings(i, state, &states)
    case .xlat: state[gpr: 3] = states.address(1) &- (state[gpr: 0] & 0xff)
    case .maskmovq, .maskmovdqu: state[gpr: 7] = states.address(16)
    case .enter, .leave: state[gpr: 5] = Layout.middle &+ 0x100 &+ states.random.below(32) &* 8
    case .bt, .bts, .btr, .btc: bits(i, state, &states)
    case .cmpxchg, .cmpxchg8b, .cmpxchg16b: compare(i, state, &states)
    case .div, .idiv: divide(i, state, &states)
    case .popf:
      state.rflags &= ~0x100
      if let at = State.imageOffset(state[gpr: 4], 8) { state[image: at] = flags(&states) }
      return
    case .ret, .retFar, .iret, .callIndirect, .jmpIndirect, .callFar, .jmpFar:
      targets(i, state, &states)
    case .call, .jmp, .jcc, .loop, .loope, .loopne, .jrcxz: branch(i, &bytes, state, &states)
    default: break
    }
    if states.random.once(in: 64) { state[gpr: 4] = states.address(64) }
  }

  private static func flags(_ states: inout StateGenerator) -> UInt64 {
    states.random.next() & 0x20_0cd5 | 0x202
  }

  private static func strings(_ i: Instruction, _ state: State, _ states: inout StateGenerator) {
    let size = UInt64(i.operandSize)
    let override =
      i.memory.segment == .fs ? state.fsBase : i.memory.segment == .gs ? state.gsBase : 0
    state[gpr: 6] = states.address(size) &- override
    state[gpr: 7] = states.address(size)
    if states.random.once(in: 3) { state[gpr: 7] = state[gpr: 6] &+ states.random.below(17) &- 8 }
    if i.prefixes.contains(.rep) || i.prefixes.contains(.repne) {
      state[gpr: 1] = states.random.below(24)
      if i.addressSize == 4, states.random.once(in: 2) {
        state[gpr: 1] |= states.random.next() << 32
      }
    }
  }

  private static func bits(_ i: Instruction, _ state: State, _ states: inout StateGenerator) {
    guard i.hasMemory, i.operands.1.kind == .gpr else { return }
    let register = i.operands.1.register
    guard register != i.memory.base, register != i.memory.index else { return }
    state[gpr: Int(register)] = states.random.below(1024) &- 512
  }

  private static func compare(_ i: Instruction, _ state: State, _ states: inout StateGenerator) {
    guard states.random.once(in: 2) else { return }
    if i.semantics == .cmpxchg, i.operands.0.kind == .gpr {
      state[gpr: 0] = state[gpr: Int(i.operands.0.register)]
      return
    }
    guard let address = effectiveAddress(i, state) else { return }
    if i.semantics == .cmpxchg {
      if let at = State.imageOffset(address, 8) { state[gpr: 0] = state[image: at] }
      return
    }
    let wide = i.semantics == .cmpxchg16b
    guard let at = State.imageOffset(address, 16), i.memory.base != 0, i.memory.base != 2,
      i.memory.index != 0, i.memory.index != 2
    else { return }
    let low = state[image: at]
    state[gpr: 0] = wide ? low : low & 0xffff_ffff
    state[gpr: 2] = wide ? state[image: at + 8] : low >> 32
  }

  private static func divide(_ i: Instruction, _ state: State, _ states: inout StateGenerator) {
    guard !states.random.once(in: 4), i.memory.base != 2, i.memory.index != 2 else { return }
    state[gpr: 2] = states.random.once(in: 2) ? 0 : states.random.next() >> 48
    if i.semantics == .idiv, states.random.once(in: 2) {
      state[gpr: 2] = UInt64(bitPattern: Int64(bitPattern: state[gpr: 0]) >> 63)
    }
  }

  /// An operand's linear address, from the state.
  static func effectiveAddress(_ i: Instruction, _ state: State) -> UInt64? {
    guard i.hasMemory else { return nil }
    var sum = UInt64(bitPattern: i.memory.displacement)
    if i.memory.base == MemoryOperand.rip {
      sum = sum &+ state.rip &+ UInt64(i.length)
    } else if i.memory.base < 16 {
      sum = sum &+ state[gpr: Int(i.memory.base)]
    }
    if i.memory.index < 16 {
      sum = sum &+ state[gpr: Int(i.memory.index)] << UInt64(i.memory.scaleShift)
    }
    if i.addressSize == 4 { sum &= 0xffff_ffff }
    switch i.memory.segment {
    case .fs: return sum &+ state.fsBase
    case .gs: return sum &+ state.gsBase
    default: return sum
    }
  }

  private static func landing(_ states: inout StateGenerator) -> UInt64 {
    Layout.landing &+ states.random.below(Layout.landingBytes &- 64)
  }

  /// Return addresses and indirect targets.
  private static func targets(_ i: Instruction, _ state: State, _ states: inout StateGenerator) {
    let target = landing(&states)
    let top = Int(truncatingIfNeeded: state[gpr: 4] &- Layout.middle) & 1023
    let size = Int(i.operandSize)
    switch i.semantics {
    case .ret: state[image: top] = target
    case .retFar, .iret:
      let values: [UInt64] = [target, 0x33, flags(&states), state[gpr: 4] &+ 64, 0x2b]
      let bytes = max(2, min(8, size))
      for (index, value) in values.enumerated() {
        for byte in 0..<bytes {
          state.setImage(
            top &+ index &* bytes &+ byte,
            UInt8(truncatingIfNeeded: value >> UInt64(byte &* 8)))
        }
      }
    default:
      if let address = effectiveAddress(i, state) {
        guard let at = State.imageOffset(address, 16) else { return }
        state[image: at] = target
        if i.semantics == .callFar || i.semantics == .jmpFar {
          state.setImage(at &+ max(2, min(8, size)), 0x33)
        }
      } else if i.operands.0.kind == .gpr {
        state[gpr: Int(i.operands.0.register)] = target
      }
    }
  }

  private static func branch(
    _ i: Instruction, _ bytes: inout CodeBytes, _ state: State, _ states: inout StateGenerator
  ) {
    let count = Int(i.length) - bytes.immediates
    if count == 1 {
      // Beyond the 32 bytes of this instruction's line, within the page's filling.
      var value = Int8(bitPattern: states.random.byte())
      if value >= -32 && value < 34 { value = value < 0 ? -40 : 60 }
      bytes.bytes[bytes.immediates] = UInt8(bitPattern: value)
    } else {
      let value = landing(&states) &- state.rip &- UInt64(i.length)
      for index in 0..<count {
        bytes.bytes[bytes.immediates + index] = UInt8(
          truncatingIfNeeded: value >> UInt64(index * 8))
      }
    }
    if i.semantics != .jcc, states.random.once(in: 2) { state[gpr: 1] = states.random.below(3) }
  }
}
