import X86

/// Far jumps, calls and returns, within a privilege level, through call gates and back to an outer
/// level (Intel SDM vol. 3A §5.8, and the instructions' pages in vol. 2).
extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// `jmp far` and `call far`, through memory or an immediate pointer.
  func farTransfer(_ i: Decoded) throws(Fault) -> Outcome {
    let size = i.pointee.operandSize
    let to: UInt64
    let selector: UInt16
    if i.pointee.operands.0.kind == .memory {
      let offset = offset(i)
      let segment = i.pointee.memory.segment
      to = try loadSized(linear(segment, offset, i), size)
      selector = try load(linear(segment, offset &+ UInt64(size), i))
    } else {
      to = UInt64(bitPattern: i.pointee.immediate) & mask(size)
      selector = UInt16(truncatingIfNeeded: i.pointee.immediate2)
    }
    if isReal { return try realTransfer(to, selector, i) }
    guard selector & ~3 != 0 else { throw .protection() }
    var found = try readDescriptor(selector)
    if found.type & 0x10 == 0 {
      if isLongModeActive { found = try readDescriptor(selector, wide: true) }
      return try gateTransfer(found, selector, i)
    }
    _ = try codeDescriptor(selector)
    let code = UInt32(selector & ~3)
    let level = pointee.privilege
    if found.type & 4 != 0 {
      guard found.dpl <= level else { throw .protection(code) }
    } else {
      guard selector & 3 <= UInt16(level), found.dpl == level else { throw .protection(code) }
    }
    guard found.isPresent else { throw .notPresent(code) }
    let segment = try loaded(selector, found)
    let linear = try codeAddress(to, in: segment)
    if i.pointee.semantics == .callFar { try pushReturn(size, i) }
    return far(linear, segment, level)
  }

  private func realTransfer(
    _ to: UInt64, _ selector: UInt16, _ i: Decoded
  ) throws(Fault) -> Outcome {
    let code = realSegment(pointee.cs, selector)
    let linear = try codeAddress(to, in: code)
    if i.pointee.semantics == .callFar { try pushReturn(i.pointee.operandSize, i) }
    return far(linear, code, 0)
  }

  /// Pushes CS and the address of the next instruction on the present stack.
  private func pushReturn(_ size: UInt8, _ i: Decoded) throws(Fault) {
    var stack = PendingStack(
      segment: pointee.ss, pointer: gpr(4).pointee, flat: pointee.mode == .bits64)
    try push(
      [UInt64(pointee.cs.selector), instructionPointer(next(i))], size: size, on: &stack)
    setStack(stack)
  }

  /// A transfer through a system descriptor: a call gate, or nothing that can be.
  private func gateTransfer(
    _ gate: Descriptor, _ selector: UInt16, _ i: Decoded
  ) throws(Fault) -> Outcome {
    let wrong = Fault.protection(UInt32(selector & ~3))
    let long = isLongModeActive
    guard gate.type == 0xc || (!long && gate.type == 4), gate.high >> 40 & 0x1f == 0 else {
      throw wrong
    }
    let level = pointee.privilege
    guard gate.dpl >= level, UInt16(gate.dpl) >= selector & 3 else { throw wrong }
    guard gate.isPresent else { throw .notPresent(UInt32(selector & ~3)) }
    let target = UInt16(truncatingIfNeeded: gate.low >> 16)
    let found = try codeDescriptor(target)
    let code = UInt32(target & ~3)
    guard found.dpl <= level, !long || found.low >> 53 & 3 == 1 else { throw .protection(code) }
    let conforming = found.type & 4 != 0
    let isCall = i.pointee.semantics == .callFar
    if !isCall, !conforming, found.dpl != level { throw .protection(code) }
    guard found.isPresent else { throw .notPresent(code) }
    let segment = try loaded(target, found)
    let size: UInt8 = long ? 8 : (gate.type == 0xc ? 4 : 2)
    let linear = try codeAddress(gateOffset(gate) & mask(size), in: segment)
    let inner = isCall && !conforming && found.dpl < level
    guard inner else {
      if isCall { try pushGateReturn(size, i) }
      return far(linear, segment, level)
    }
    return try innerCall(gate, segment, found.dpl, linear, size, i)
  }

  private func pushGateReturn(_ size: UInt8, _ i: Decoded) throws(Fault) {
    var stack = PendingStack(
      segment: pointee.ss, pointer: gpr(4).pointee, flat: isLongModeActive)
    try push([UInt64(pointee.cs.selector), instructionPointer(next(i))], size: size, on: &stack)
    setStack(stack)
  }

  /// A call through a gate to an inner level: another stack, with the parameters copied to it.
  private func innerCall(
    _ gate: Descriptor, _ code: SegmentRegister, _ level: UInt8, _ linear: UInt64,
    _ size: UInt8, _ i: Decoded
  ) throws(Fault) -> Outcome {
    let old = pointee.privilege
    var values = [UInt64(pointee.ss.selector), gpr(4).pointee & mask(size)]
    var stack: PendingStack
    if isLongModeActive {
      stack = PendingStack(
        segment: SegmentRegister(selector: UInt16(level), attributes: UInt16(level) << 5),
        pointer: try longTaskStack(4 &+ UInt64(level) &* 8), flat: true)
    } else {
      stack = try legacyTaskStack(level)
      for place in (0..<(gate.low >> 32 & 31)).reversed() {
        values.append(try loadSized(stackSlot(place &* UInt64(size), size), size))
      }
    }
    values += [UInt64(pointee.cs.selector), instructionPointer(next(i))]
    setPrivilege(level)
    do {
      try push(values, size: size, on: &stack)
    } catch {
      setPrivilege(old)
      throw error
    }
    let outcome = far(linear, code, level)
    setStack(stack)
    return outcome
  }

  /// `retf`, to the same or an outer level.
  func farReturn(_ i: Decoded) throws(Fault) -> Outcome {
    let size = i.pointee.operandSize
    let width = UInt64(size)
    let to = try loadSized(stackSlot(0, size), size)
    let selector = UInt16(truncatingIfNeeded: try loadSized(stackSlot(width, size), size))
    let extra = i.pointee.operandCount > 0 ? i.pointee.immediate : 0
    if isReal {
      let code = realSegment(pointee.cs, selector)
      let linear = try codeAddress(to, in: code)
      moveStack(Int64(size) * 2 + extra)
      return far(linear, code, 0)
    }
    let (code, level) = try returnSegment(selector)
    let linear = try codeAddress(to, in: code)
    if level == pointee.privilege {
      moveStack(Int64(size) * 2 + extra)
      return far(linear, code, level)
    }
    let above = width &* 2 &+ UInt64(bitPattern: extra)
    let stack = try loadSized(stackSlot(above, size), size)
    let stackSelector = UInt16(
      truncatingIfNeeded: try loadSized(stackSlot(above &+ width, size), size))
    let long = code.long && isLongModeActive
    let ss = try stackSegment(stackSelector, level: level, long: long)
    let outcome = far(linear, code, level)
    setReturnStack(ss, stack &+ UInt64(bitPattern: extra))
    dropPrivilegedSegments(level)
    return outcome
  }

  /// The code segment that a far return or an interrupt return goes to, and its level.
  func returnSegment(
    _ selector: UInt16
  ) throws(Fault) -> (code: SegmentRegister, level: UInt8) {
    let found = try codeDescriptor(selector)
    let wrong = Fault.protection(UInt32(selector & ~3))
    let level = UInt8(truncatingIfNeeded: selector & 3)
    let conforming = found.type & 4 != 0
    guard level >= pointee.privilege, conforming ? found.dpl <= level : found.dpl == level else {
      throw wrong
    }
    guard found.isPresent else { throw .notPresent(UInt32(selector & ~3)) }
    return (try loaded(selector, found), level)
  }

  /// Loads the stack that a return to an outer level found in its frame. Call after CS is set.
  func setReturnStack(_ segment: SegmentRegister, _ pointer: UInt64) {
    pointee.ss = segment
    setRegister(4, stackWidth, pointer)
  }

  /// Goes on in another code segment, at a linear address.
  func far(_ to: UInt64, _ code: SegmentRegister, _ level: UInt8) -> Outcome {
    var cs = code
    if !isReal { cs.selector = (cs.selector & ~3) | UInt16(level) }
    setCode(cs, level)
    pointee.rip = to
    pointee.exit = .resume
    return .leave
  }
}
