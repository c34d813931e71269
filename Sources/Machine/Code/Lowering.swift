import X86

/// Whether instructions after this one are not reached by falling through.
func endsRun(_ instruction: Instruction) -> Bool {
  switch instruction.semantics {
  case .jmp, .jmpIndirect, .jmpFar, .call, .callIndirect, .callFar, .ret, .retFar, .iret: true
  case .int, .int3, .int1, .into, .syscall, .sysret, .sysenter, .sysexit: true
  case .invalid, .truncated, .ud0, .ud1, .ud2, .hlt: true
  default: false
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Fills an operation in for a decoded instruction.
  func lower(_ instruction: Instruction, at slot: Decoded, offset: Int, into op: Op) {
    let crosses = instruction.semantics == .truncated
    let features = pointee.core.pointee.features
    var handler = crosses ? Handlers.crossing : family(of: instruction, features).handler
    if !crosses, instruction.mode != .bits64 { handler = Handlers.segmented }
    op.initialize(to: Operation(handler: handler, link: nil))
    op.pointee.offset = UInt16(truncatingIfNeeded: offset)
    op.pointee.instruction = UnsafeMutableRawPointer(slot)
    if crosses { return }
    op.pointee.length = instruction.length
  }
}
