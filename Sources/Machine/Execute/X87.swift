import X86

/// Executes x87 instructions.
func executeX87(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let semantics = i.pointee.semantics
  if semantics == .fwait {
    if cpu.pointee.cr0 & 0xa == 0xa { throw .deviceNotAvailable }
    try cpu.requireNoPendingException()
    return .next
  }
  if cpu.pointee.cr0 & 0xc != 0 { throw .deviceNotAvailable }
  switch semantics {
  case .fninit, .fnclex, .fnstcw, .fnstsw, .fnstenv, .fnsave, .fldcw, .fldenv, .frstor:
    try executeX87Control(cpu, i)
    return .next
  // fneni, fndisi and fnsetpm, which do nothing, do not wait either, as fnop does.
  case .fnop where Form.all[Int(i.pointee.form)].mnemonic != "fnop": return .next
  default: break
  }
  try cpu.requireNoPendingException()
  switch semantics {
  case .fadd, .fmul, .fsub, .fsubr, .fdiv, .fdivr, .fiadd, .fimul, .fisub, .fisubr, .fidiv,
    .fidivr, .faddp, .fmulp, .fsubp, .fsubrp, .fdivp, .fdivrp, .fsqrt, .frndint, .fscale,
    .fxtract, .fprem, .fprem1:
    try executeX87Arithmetic(cpu, i)
  case .fcom, .fcomp, .fcompp, .ficom, .ficomp, .fucom, .fucomp, .fucompp, .fucomi, .fucomip,
    .fcomi, .fcomip, .ftst, .fxam:
    try executeX87Comparison(cpu, i)
  case .fsin, .fcos, .fsincos, .fptan, .fpatan, .f2xm1, .fyl2x, .fyl2xp1:
    executeX87Transcendental(cpu, i)
  default: try executeX87Move(cpu, i)
  }
  cpu.pointee.fpuOpcode = cpu.x87Opcode(i)
  // The pointers for handlers of exceptions: offsets, of which the second stays if there is no
  // operand in memory.
  cpu.pointee.fpuIP = cpu.instructionPointer(cpu.pointee.rip)
  if i.pointee.hasMemoryOperand { cpu.pointee.fpuDP = cpu.offset(i) }
  return .next
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// The 11 bits of an x87 instruction's opcode that images keep: the low three of its first byte,
  /// and the second (Intel SDM vol. 1 §8.1.9). They are read from where the instruction stands.
  fileprivate func x87Opcode(_ i: Decoded) -> UInt16 {
    var first: UInt8?
    for index in 0..<UInt64(i.pointee.length) {
      guard let byte = codeByte(pointee.rip &+ index) else { return pointee.fpuOpcode }
      if let first { return UInt16(first & 7) << 8 | UInt16(byte) }
      if byte & 0xf8 == 0xd8 { first = byte }
    }
    return pointee.fpuOpcode
  }

  /// A byte of the instruction being executed.
  private func codeByte(_ va: UInt64) -> UInt8? {
    let number: UInt64
    if va & ~0xfff == pointee.pageAddress, let page = pointee.codePage {
      number = page.load(fromByteOffset: CodePage.frame, as: UInt64.self)
    } else {
      guard let found = try? translate(va, .execute, user: isUser) else { return nil }
      number = found.physical >> 12
    }
    let host = pointee.core.frame(number)
    return host.map { ($0 + Int(truncatingIfNeeded: va & 0xfff)).load(as: UInt8.self) }
  }
}

/// Comparisons and classification.
private func executeX87Comparison(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let semantics = i.pointee.semantics
  if semantics == .fxam {
    examine(cpu)
    return
  }
  var quiet = false
  var flags = false
  var pops = 0
  switch semantics {
  case .fcomp, .ficomp: pops = 1
  case .fcompp: pops = 2
  case .fucom: quiet = true
  case .fucomp: (quiet, pops) = (true, 1)
  case .fucompp: (quiet, pops) = (true, 2)
  case .fcomi: flags = true
  case .fcomip: (flags, pops) = (true, 1)
  case .fucomi: (quiet, flags) = (true, true)
  case .fucomip: (quiet, flags, pops) = (true, true, 1)
  default: break
  }
  let memory = try x87MemoryOperand(cpu, i)
  let other: UInt8
  switch semantics {
  case .fcompp, .fucompp: other = 1
  case .fcomi, .fcomip, .fucomi, .fucomip: other = i.pointee.operands.1.register
  default: other = i.pointee.operands.0.register
  }
  let needsRegister = memory == nil && semantics != .ftst
  var relation = FloatRelation.unordered
  // An unmasked exception keeps the stack from being popped; the condition bits and RFLAGS are set
  // all the same, as AMD's processors do.
  var pending = false
  if cpu.isEmpty(0) || (needsRegister && cpu.isEmpty(other)) {
    pending = !cpu.stackFault(overflow: false)
  } else {
    var environment = cpu.fpuEnvironment
    let b: Unpacked
    if semantics == .ftst {
      b = Unpacked(.zero, sign: false)
    } else {
      b = memory ?? cpu.st(other).unpacked
    }
    relation = Extended.compare(
      cpu.st(0).unpacked, b, signalsQuiet: !quiet, &environment)
    let kept = cpu.pointee.fpuStatus & X87Status.c1
    pending = !cpu.report(environment)
    // Those that answer in RFLAGS leave C1 alone.
    if flags { cpu.pointee.fpuStatus |= kept }
  }
  let conditions: UInt16 =
    switch relation {
    case .greater: 0
    case .less: X87Status.c0
    case .equal: X87Status.c3
    case .unordered: X87Status.c0 | X87Status.c2 | X87Status.c3
    }
  if flags {
    var result: UInt64 = 0
    if conditions & X87Status.c0 != 0 { result |= Flag.carry }
    if conditions & X87Status.c2 != 0 { result |= Flag.parity }
    if conditions & X87Status.c3 != 0 { result |= Flag.zero }
    cpu.setArithmeticFlags(result)
  } else {
    let kept = cpu.pointee.fpuStatus & ~(X87Status.c0 | X87Status.c2 | X87Status.c3)
    cpu.pointee.fpuStatus = kept | conditions
  }
  if pending { return }
  for _ in 0..<pops { cpu.popFPU() }
}

/// fxam: the class of st(0) in C3, C2, C0 (Intel SDM vol. 2A), its sign in C1.
private func examine(_ cpu: CPU) {
  let value = cpu.st(0)
  let result: UInt16
  if cpu.isEmpty(0) {
    result = X87Status.c3 | X87Status.c0
  } else {
    switch value.unpacked.kind {
    case .unsupported: result = 0
    case .quietNaN, .signalingNaN: result = X87Status.c0
    case .normal: result = X87Status.c2
    case .infinity: result = X87Status.c2 | X87Status.c0
    case .zero: result = X87Status.c3
    case .denormal: result = X87Status.c3 | X87Status.c2
    }
  }
  let kept = cpu.pointee.fpuStatus & ~X87Status.conditions
  cpu.pointee.fpuStatus = kept | result | (value.sign ? X87Status.c1 : 0)
}

/// The memory operand of arithmetic, as a number; nil if the operands are registers.
func x87MemoryOperand(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Unpacked? {
  guard i.pointee.operandCount == 1, i.pointee.operands.0.kind == .memory else { return nil }
  let size = i.pointee.operands.0.size
  let bits = try cpu.loadSized(cpu.address(i), size)
  switch i.pointee.semantics {
  case .fiadd, .fimul, .fisub, .fisubr, .fidiv, .fidivr, .ficom, .ficomp, .fild:
    return Unpacked(Int64(bitPattern: cpu.extended(bits, size)))
  default:
    if size == 4 { return Binary32.unpack(UInt32(truncatingIfNeeded: bits)) }
    return Binary64.unpack(bits)
  }
}
