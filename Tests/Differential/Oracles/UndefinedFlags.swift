import X86

/// Flags that a manual page leaves undefined after an instruction, beyond what the row says: those
/// that depend on the operands. Host and machine may differ in them.
func undefinedFlags(_ i: Instruction, _ before: State, _ after: State) -> UInt64 {
  var undefined = UInt64(Form.all[Int(i.form)].flags.undefined.rawValue)
  let overflow: UInt64 = 0x800
  let size = i.operands.0.size
  let bits = UInt64(size) * 8
  let mask: UInt64 = size == 8 ? 63 : 31
  let last = Int(max(0, Int(i.operandCount) - 1))
  let source = i.operand(last)
  let count = (source.kind == .immediate ? UInt64(bitPattern: i.immediate) : before[gpr: 1]) & mask
  switch i.semantics {
  case .shl, .shr, .sar, .shld, .shrd:
    // SDM vol. 2: OF is defined for a count of 1, CF for a count below the width, and with a count
    // of 0 nothing changes; SHLD and SHRD say nothing at all for counts above the width.
    if count == 0 { return 0 }
    if count != 1 { undefined |= overflow }
    if count >= bits, i.semantics != .sar { undefined |= 1 }
    if count > bits, i.semantics == .shld || i.semantics == .shrd { undefined |= 0x8d5 }
  case .rol, .ror, .rcl, .rcr:
    if count != 1 { undefined |= overflow }
  case .div, .idiv:
    undefined |= 0x8d5
  default: break
  }
  return undefined
}
