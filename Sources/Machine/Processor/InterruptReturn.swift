import X86

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// `iret` (Intel SDM vol. 2A). In 64-bit mode the stack pointer always comes from the frame; in
  /// the others only on a return to an outer level. Returns to virtual-8086 mode and through the
  /// nested-task flag are not there.
  func interruptReturn(_ i: Decoded) throws(Fault) -> Outcome {
    let size = i.pointee.operandSize
    let width = UInt64(size)
    if !isReal, pointee.systemFlags & Flag.nested != 0 {
      if isLongModeActive { throw .protection() }
      throw unimplemented(i)
    }
    let to = try loadSized(stackSlot(0, size), size)
    let selector = UInt16(truncatingIfNeeded: try loadSized(stackSlot(width, size), size))
    let flags = try loadSized(stackSlot(width &* 2, size), size)
    if isReal {
      let code = realSegment(pointee.cs, selector)
      let linear = try codeAddress(to, in: code)
      moveStack(Int64(size) * 3)
      return finishReturn(linear, code, 0, flags, size)
    }
    if !isLongModeActive, size == 4, flags & Flag.virtual8086 != 0, pointee.privilege == 0 {
      throw unimplemented(i)
    }
    let (code, level) = try returnSegment(selector)
    let old = pointee.privilege
    guard pointee.mode == .bits64 || level > old else {
      let linear = try codeAddress(to, in: code)
      moveStack(Int64(size) * 3)
      return finishReturn(linear, code, level, flags, size)
    }
    let stack = try loadSized(stackSlot(width &* 3, size), size)
    let stackSelector = UInt16(
      truncatingIfNeeded: try loadSized(stackSlot(width &* 4, size), size))
    let long = code.long && isLongModeActive
    let ss: SegmentRegister
    do throws(Fault) {
      ss = try stackSegment(stackSelector, level: level, long: long)
    } catch {
      // A stack that is not present is #NP here, #SS in a far return.
      throw error.vector == 12 ? .notPresent(error.errorCode ?? 0) : error
    }
    let linear = try codeAddress(to, in: code)
    let outcome = finishReturn(linear, code, level, flags, size)
    setReturnStack(ss, stack)
    if level > old { dropPrivilegedSegments(level) }
    return outcome
  }

  private func finishReturn(
    _ linear: UInt64, _ code: SegmentRegister, _ level: UInt8, _ flags: UInt64, _ size: UInt8
  ) -> Outcome {
    let old = pointee.privilege
    var writable = Flag.writable
    if old != 0 { writable &= ~Flag.ioPrivilege }
    if old > UInt8(truncatingIfNeeded: pointee.systemFlags >> 12) & 3 {
      writable &= ~Flag.interrupt
    }
    if size == 2 { writable &= 0xffff }
    rflags = (rflags & ~writable) | (flags & writable)
    pointee.nmiBlocked = false
    return far(linear, code, level)
  }
}
