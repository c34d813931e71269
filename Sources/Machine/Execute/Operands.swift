import X86

/// Access to the operands of decoded instructions, at any size, for the generic executors.
extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// All ones in the low `size` bytes.
  @inline(__always)
  func mask(_ size: UInt8) -> UInt64 { ~0 &>> (64 &- UInt64(size) &* 8) }

  /// A value of `size` bytes, sign-extended.
  @inline(__always)
  func extended(_ value: UInt64, _ size: UInt8) -> UInt64 {
    let shift = 64 &- Int64(size) &* 8
    return UInt64(bitPattern: (Int64(bitPattern: value) &<< shift) &>> shift)
  }

  /// The offset that the memory operand names, cut to the address size.
  @inline(__always)
  func offset(_ i: Decoded) -> UInt64 {
    let memory = i.pointee.memory
    var sum = UInt64(bitPattern: memory.displacement)
    if memory.base < 16 {
      sum = sum &+ gpr(memory.base).pointee
    } else if memory.base == MemoryOperand.rip {
      sum = sum &+ next(i)
    }
    if memory.index < 16 {
      sum = sum &+ (gpr(memory.index).pointee &<< UInt64(memory.scaleShift))
    }
    if i.pointee.addressSize != 8 {
      sum &= i.pointee.addressSize == 4 ? 0xffff_ffff : 0xffff
    }
    return sum
  }

  /// The linear address of the memory operand.
  @inline(__always)
  func address(_ i: Decoded) -> UInt64 { linear(i.pointee.memory.segment, offset(i), i) }

  /// Adds a segment's base to an offset.
  @inline(__always)
  func linear(_ segment: Segment, _ offset: UInt64, _ i: Decoded) -> UInt64 {
    if i.pointee.mode == .bits64 {
      switch segment {
      case .fs: return offset &+ pointee.fsBase
      case .gs: return offset &+ pointee.gsBase
      default: return offset
      }
    }
    return (offset &+ segmentBase(segment)) & 0xffff_ffff
  }

  func segmentBase(_ segment: Segment) -> UInt64 {
    switch segment {
    case .es: pointee.es.base
    case .cs: pointee.cs.base
    case .ss: pointee.ss.base
    case .ds: pointee.ds.base
    case .fs: pointee.fsBase
    case .gs: pointee.gsBase
    }
  }

  /// Loads `size` bytes: 1, 2, 4 or 8.
  @inline(__always)
  func loadSized(_ va: UInt64, _ size: UInt8) throws(Fault) -> UInt64 {
    switch size {
    case 1: return UInt64(try load(va, as: UInt8.self))
    case 2: return UInt64(try load(va, as: UInt16.self))
    case 4: return UInt64(try load(va, as: UInt32.self))
    default: return try load(va, as: UInt64.self)
    }
  }

  /// Stores the low `size` bytes: 1, 2, 4 or 8.
  @inline(__always)
  func storeSized(_ va: UInt64, _ size: UInt8, _ value: UInt64) throws(Fault) {
    switch size {
    case 1: try store(va, UInt8(truncatingIfNeeded: value))
    case 2: try store(va, UInt16(truncatingIfNeeded: value))
    case 4: try store(va, UInt32(truncatingIfNeeded: value))
    default: try store(va, value)
    }
  }

  /// The value of a general register's low `size` bytes.
  @inline(__always)
  func register(_ number: UInt8, _ size: UInt8) -> UInt64 { gpr(number).pointee & mask(size) }

  /// Sets a general register's low `size` bytes; 4 bytes clear the rest.
  @inline(__always)
  func setRegister(_ number: UInt8, _ size: UInt8, _ value: UInt64) {
    let slot = gpr(number)
    switch size {
    case 8: slot.pointee = value
    case 4: slot.pointee = value & 0xffff_ffff
    default:
      let bits = mask(size)
      slot.pointee = (slot.pointee & ~bits) | (value & bits)
    }
  }

  /// The value of an operand, zero-extended; immediates are cut to the operand's size.
  @inline(__always)
  func value(_ operand: Operand, _ i: Decoded) throws(Fault) -> UInt64 {
    switch operand.kind {
    case .gpr: return register(operand.register, operand.size)
    case .gprHigh: return (gpr(operand.register).pointee >> 8) & 0xff
    case .memory: return try loadSized(address(i), operand.size)
    case .immediate: return UInt64(bitPattern: i.pointee.immediate)
    case .immediate2: return UInt64(bitPattern: i.pointee.immediate2)
    default: throw unimplemented(i)
    }
  }

  /// Sets an operand.
  @inline(__always)
  func set(_ operand: Operand, _ i: Decoded, _ value: UInt64) throws(Fault) {
    switch operand.kind {
    case .gpr: setRegister(operand.register, operand.size, value)
    case .gprHigh:
      let slot = gpr(operand.register)
      slot.pointee = (slot.pointee & ~0xff00) | (value & 0xff) << 8
    case .memory: try storeSized(address(i), operand.size, value)
    default: throw unimplemented(i)
    }
  }

  /// Replaces an operand by what `body` makes of it. A memory operand is known to be writable before
  /// `body` runs.
  @inline(__always)
  func modify(
    _ operand: Operand, _ i: Decoded, _ body: (UInt64) throws(Fault) -> UInt64
  ) throws(Fault) {
    guard operand.kind == .memory else {
      try set(operand, i, try body(try value(operand, i)))
      return
    }
    let va = address(i)
    let size = operand.size
    if writable(va, UInt64(size)) == nil { try probeWrite(va, Int(size)) }
    let old = try loadSized(va, size)
    // What the body does to flags and registers must not be seen if the store has to be repeated.
    if isWatchedPage(va) { try noteAccess(va, Int(size), write: true) }
    try storeSized(va, size, try body(old))
  }
}
