import X86

/// Segmentation outside 64-bit mode (Intel SDM vol. 3A §5.3): every access is checked against its
/// segment's type and limit before it is translated. 64-bit code never comes here.
extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Real-address mode: selectors are paragraphs, and there is nothing to protect.
  var isReal: Bool { pointee.cr0 & 1 == 0 }

  /// IA-32e mode is active: descriptors of gates and tasks are 16 bytes long.
  var isLongModeActive: Bool { pointee.efer & 0x400 != 0 }

  func segmentRegister(_ segment: Segment) -> SegmentRegister {
    switch segment {
    case .es: pointee.es
    case .cs: pointee.cs
    case .ss: pointee.ss
    case .ds: pointee.ds
    case .fs: pointee.fs
    case .gs: pointee.gs
    }
  }

  /// The linear address of an access through a segment register.
  ///
  /// - Throws: #SS(0) for the stack segment and #GP(0) for the others.
  @inline(never)
  func checked(
    _ segment: Segment, _ offset: UInt64, _ size: Int, write: Bool
  ) throws(Fault) -> UInt64 {
    let register = segmentRegister(segment)
    guard allows(register, offset, size, write: write) else {
      throw segment == .ss ? .stack() : .protection()
    }
    return (offset &+ segmentBase(segment)) & 0xffff_ffff
  }

  /// Whether a segment allows an access: present, of the right type, and within its limit.
  func allows(_ segment: SegmentRegister, _ offset: UInt64, _ size: Int, write: Bool) -> Bool {
    let type = segment.attributes & 0xf
    let isCode = type & 8 != 0
    if !isReal {
      guard segment.attributes & 0x90 == 0x90 else { return false }
      if write, isCode || type & 2 == 0 { return false }
      if !write, isCode, type & 2 == 0 { return false }
    }
    let last = offset &+ UInt64(Swift.max(1, size)) &- 1
    let limit = UInt64(segment.limit)
    if !isCode, type & 4 != 0 {
      // Expand-down: the valid offsets lie above the limit.
      let top: UInt64 = segment.big ? 0xffff_ffff : 0xffff
      return offset > limit && last <= top
    }
    // A flat segment lets an access wrap round the end of the address space.
    return last <= limit || limit == 0xffff_ffff
  }

  /// The width of the stack pointer in bytes.
  @inline(__always)
  var stackWidth: UInt8 {
    if pointee.mode == .bits64 { return 8 }
    return pointee.ss.big ? 4 : 2
  }

  /// The linear address of a slot of the stack, counted from its top.
  @inline(__always)
  func stackSlot(
    _ distance: UInt64, _ size: UInt8, write: Bool = false
  ) throws(Fault) -> UInt64 {
    if pointee.mode == .bits64 { return gpr(4).pointee &+ distance }
    return try stackPlace(gpr(4).pointee &+ distance, size, write: write)
  }

  /// The linear address of an offset on the stack, cut to the stack's width.
  func stackPlace(_ offset: UInt64, _ size: UInt8, write: Bool) throws(Fault) -> UInt64 {
    if pointee.mode == .bits64 { return offset }
    return try checked(.ss, offset & mask(stackWidth), Int(size), write: write)
  }

  /// Moves the stack pointer.
  @inline(__always)
  func moveStack(_ bytes: Int64) {
    if pointee.mode == .bits64 {
      gpr(4).pointee = gpr(4).pointee &+ UInt64(bitPattern: bytes)
    } else {
      setRegister(4, stackWidth, gpr(4).pointee &+ UInt64(bitPattern: bytes))
    }
  }

  /// What is added to the instruction pointer to fetch code: nothing in 64-bit mode.
  @inline(__always)
  var codeBase: UInt64 { pointee.mode == .bits64 ? 0 : pointee.cs.base }

  /// The instruction pointer that software sees for a linear address of code.
  @inline(__always)
  func instructionPointer(_ linear: UInt64) -> UInt64 {
    pointee.mode == .bits64 ? linear : (linear &- pointee.cs.base) & 0xffff_ffff
  }

  /// The linear address of an instruction pointer that a transfer of control loads.
  ///
  /// - Throws: #GP(0) if it is not canonical, or not in the code segment.
  @inline(__always)
  func codeAddress(_ ip: UInt64, in code: SegmentRegister) throws(Fault) -> UInt64 {
    if code.long, isLongModeActive {
      guard isCanonical(ip) else { throw .protection() }
      return ip
    }
    let ip = ip & 0xffff_ffff
    guard ip <= UInt64(code.limit) else { throw .protection() }
    return (ip &+ code.base) & 0xffff_ffff
  }

  /// Checks what an instruction outside 64-bit mode needs of its segments: its own bytes, and its
  /// memory operand. Stack slots, string operands and the like are checked where they are used.
  func checkSegments(_ i: Decoded) throws(Fault) {
    let first = instructionPointer(pointee.rip)
    let last = first &+ UInt64(i.pointee.length) &- 1
    guard last <= UInt64(pointee.cs.limit) else { throw .protection() }
    guard i.pointee.hasMemoryOperand, let size = accessSize(i) else { return }
    let write = i.pointee.operands.0.kind == .memory && !readsOnly(i.pointee.semantics)
    _ = try checked(i.pointee.memory.segment, offset(i), size, write: write)
  }

  /// Bytes that the memory operand means; nil if it is not accessed, or not in the usual way.
  private func accessSize(_ i: Decoded) -> Int? {
    let wide = i.pointee.operandSize != 2
    switch i.pointee.semantics {
    case .lea, .nop, .prefetch, .invlpg, .xlat: return nil
    case .movs, .cmps, .scas, .lods, .stos, .ins, .outs: return nil
    case .bt, .bts, .btr, .btc:
      return i.pointee.operands.1.kind == .gpr ? nil : Int(i.pointee.operands.0.size)
    case .fxsave, .fxrstor: return 512
    case .xsave, .xsavec, .xsaveopt, .xsaves, .xrstor, .xrstors:
      return Int(StateComponent.size(of: gpr(0).pointee & pointee.xcr0))
    case .fldenv, .fnstenv: return wide ? 28 : 14
    case .fnsave, .frstor: return wide ? 108 : 94
    case .lgdt, .lidt, .sgdt, .sidt: return 6
    case .cmpxchg8b: return 8
    case .bound: return Int(i.pointee.operandSize) * 2
    case .loadFar, .callFar, .jmpFar: return Int(i.pointee.operandSize) + 2
    default: break
    }
    for place in 0..<Int(i.pointee.operandCount) {
      let operand = i.pointee.operand(place)
      if operand.kind == .memory { return operand.size == 0 ? nil : Int(operand.size) }
    }
    return nil
  }
}

/// Whether an instruction with a memory operand in the first place only reads it.
private func readsOnly(_ semantics: Semantics) -> Bool {
  switch semantics {
  case .cmp, .test, .bt, .push, .callIndirect, .jmpIndirect, .callFar, .jmpFar, .imul: true
  case .lldt, .ltr, .lmsw, .verr, .verw, .lgdt, .lidt, .ldmxcsr, .fxrstor, .xrstor, .xrstors: true
  case .clflush, .clflushopt, .clwb, .fldcw, .fldenv, .frstor: true
  case .fld, .fild, .fbld, .fadd, .fmul, .fcom, .fcomp, .fsub, .fsubr, .fdiv, .fdivr: true
  case .fiadd, .fimul, .ficom, .ficomp, .fisub, .fisubr, .fidiv, .fidivr: true
  default: false
  }
}
