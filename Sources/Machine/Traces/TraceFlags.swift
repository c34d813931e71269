import X86

/// What an instruction means for the question whether earlier flags are still needed.
enum FlagUseKind {
  /// Sets all six without looking at them, and cannot fault.
  case overwrites
  /// Looks at them.
  case reads
  /// Neither sets nor reads, or keeps some as they were (`inc`).
  case passes
  /// May fault, leave the traces or let somebody see the flags in another way.
  case shows
}

extension Instruction {
  /// How the flags before the instruction matter to it. Unknown instructions show them.
  var flagUse: FlagUseKind {
    if hasMemoryOperand, semantics != .lea, semantics != .nop { return .shows }
    let size = operands.0.size
    switch semantics {
    case .add, .sub, .and, .or, .xor, .neg, .imul2, .imul3:
      return size == 2 ? .shows : .overwrites
    case .cmp, .test: return .overwrites
    case .shl, .shr, .sar: return TraceSelection.shiftCount(self) == nil ? .shows : .overwrites
    case .adc, .sbb, .setcc, .cmovcc, .jcc: return .reads
    case .inc, .dec, .mov, .movzx, .movsx, .movsxd, .lea, .not, .nop, .cbw, .cwd, .endbr:
      return .passes
    default: return .shows
    }
  }
}
