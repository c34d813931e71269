import X86

/// The fast system calls: `syscall`, `sysret`, `sysenter`, `sysexit`. They load flat segments that
/// no descriptor is read for.
extension UnsafeMutablePointer where Pointee == ProcessorState {
  private func flatCode(_ selector: UInt16, _ level: UInt8, long: Bool) -> SegmentRegister {
    let attributes: UInt16 = (long ? 0xa9b : 0xc9b) | UInt16(level) << 5
    return SegmentRegister(
      selector: (selector & ~3) | UInt16(level), attributes: attributes, limit: ~0)
  }

  private func flatStack(_ selector: UInt16, _ level: UInt8) -> SegmentRegister {
    SegmentRegister(
      selector: (selector & ~3) | UInt16(level), attributes: 0xc93 | UInt16(level) << 5,
      limit: ~0)
  }

  func systemCall(_ i: Decoded) throws(Fault) -> Outcome {
    // Intel processors have it in 64-bit mode only.
    guard pointee.efer & 1 != 0, pointee.mode == .bits64 else { throw .invalidOpcode }
    gpr(1).pointee = next(i)
    gpr(11).pointee = rflags & ~Flag.resume
    let selector = UInt16(truncatingIfNeeded: pointee.star >> 32) & ~3
    setCode(flatCode(selector, 0, long: true), 0)
    pointee.ss = flatStack(selector &+ 8, 0)
    rflags = rflags & ~(pointee.fmask | Flag.resume)
    // A trap flag that survives the mask traps at the entry point.
    pointee.trapSuppressed = pointee.systemFlags & Flag.trap == 0
    return finishTransfer(pointee.lstar)
  }

  func systemReturn(_ i: Decoded) throws(Fault) -> Outcome {
    guard pointee.efer & 1 != 0, pointee.mode == .bits64 else { throw .invalidOpcode }
    guard pointee.privilege == 0 else { throw .protection() }
    let long = i.pointee.operandSize == 8
    let to = long ? gpr(1).pointee : gpr(1).pointee & 0xffff_ffff
    guard isCanonical(to) else { throw .protection() }
    let base = UInt16(truncatingIfNeeded: pointee.star >> 48)
    setCode(flatCode(long ? base &+ 16 : base, 3, long: long), 3)
    pointee.ss = flatStack(base &+ 8, 3)
    rflags = gpr(11).pointee & ~(Flag.resume | Flag.virtual8086)
    // Unlike with iret, the trap flag traps before the first instruction of the program.
    if pointee.systemFlags & Flag.trap != 0 { pointee.debugHits |= DebugStatus.singleStep }
    return finishTransfer(to)
  }

  func systemEnter(_ i: Decoded) throws(Fault) -> Outcome {
    let selector = UInt16(truncatingIfNeeded: pointee.sysenterCS)
    guard !isReal, selector & ~3 != 0 else { throw .protection() }
    let long = isLongModeActive
    setCode(flatCode(selector, 0, long: long), 0)
    pointee.ss = flatStack((selector & ~3) &+ 8, 0)
    pointee.systemFlags &= ~(Flag.virtual8086 | Flag.interrupt | Flag.resume)
    gpr(4).pointee = long ? pointee.sysenterESP : pointee.sysenterESP & 0xffff_ffff
    return finishTransfer(long ? pointee.sysenterEIP : pointee.sysenterEIP & 0xffff_ffff)
  }

  func systemExit(_ i: Decoded) throws(Fault) -> Outcome {
    let selector = UInt16(truncatingIfNeeded: pointee.sysenterCS)
    guard !isReal, selector & ~3 != 0, pointee.privilege == 0 else { throw .protection() }
    let long = i.pointee.operandSize == 8
    let to = gpr(2).pointee
    let stack = gpr(1).pointee
    if long {
      guard isCanonical(to), isCanonical(stack) else { throw .protection() }
    }
    setCode(flatCode((selector & ~3) &+ (long ? 32 : 16), 3, long: long), 3)
    pointee.ss = flatStack((selector & ~3) &+ (long ? 40 : 24), 3)
    gpr(4).pointee = long ? stack : stack & 0xffff_ffff
    return finishTransfer(long ? to : to & 0xffff_ffff)
  }

  private func finishTransfer(_ to: UInt64) -> Outcome {
    pointee.rip = to
    pointee.exit = .resume
    return .leave
  }
}
