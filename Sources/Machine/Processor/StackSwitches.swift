/// Stacks that interrupts and call gates switch to and push on.
extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Pushes slots and an error code, all or none, at the privilege level in force.
  func push(
    _ values: [UInt64], errorCode: UInt32? = nil, size: UInt8,
    on stack: inout PendingStack
  ) throws(Fault) {
    let width = UInt64(size)
    let total = values.count + (errorCode == nil ? 0 : 1)
    let bits: UInt64 = stack.flat ? ~0 : (stack.segment.big ? 0xffff_ffff : 0xffff)
    let bottom = (stack.pointer &- UInt64(total) &* width) & bits
    do {
      try probe(stack, total, width, bits)
    } catch {
      throw error.vector == 13 && error.address == 1 ? .stack() : error
    }
    var at = stack.pointer
    for value in values {
      at = (at &- width) & bits
      try storeSized(place(stack, at), size, value)
    }
    if let errorCode {
      at = (at &- width) & bits
      try storeSized(place(stack, at), size, UInt64(errorCode))
    }
    stack.pointer = stack.flat ? bottom : (stack.pointer & ~bits) | bottom
  }

  /// Makes sure that all slots can be written before the first one is.
  private func probe(
    _ stack: PendingStack, _ count: Int, _ width: UInt64, _ bits: UInt64
  ) throws(Fault) {
    let bottom = (stack.pointer &- UInt64(count) &* width) & bits
    if stack.flat, writable(bottom, UInt64(count) &* width) != nil { return }
    var at = stack.pointer
    for _ in 0..<count {
      at = (at &- width) & bits
      if !stack.flat, !allows(stack.segment, at, Int(width), write: true) {
        throw .stack(stack.fault)
      }
      try probeWrite(place(stack, at), Int(width))
    }
  }

  private func place(_ stack: PendingStack, _ offset: UInt64) -> UInt64 {
    stack.flat ? offset : (offset &+ stack.segment.base) & 0xffff_ffff
  }

  /// Makes a filled stack the processor's own. Call after CS is set.
  func setStack(_ stack: PendingStack) {
    pointee.ss = stack.segment
    if stack.flat {
      gpr(4).pointee = stack.pointer
    } else {
      setRegister(4, stack.segment.big ? 4 : 2, stack.pointer)
    }
  }

  /// A stack pointer from the 64-bit task state segment (Intel SDM vol. 3A §7.7).
  func longTaskStack(_ offset: UInt64) throws(Fault) -> UInt64 {
    guard offset &+ 7 <= UInt64(pointee.tr.limit) else {
      throw .invalidTSS(pointee.tr.selector & ~3)
    }
    let stack = try asSupervisor { () throws(Fault) in
      try load(pointee.tr.base &+ offset, as: UInt64.self)
    }
    guard isCanonical(stack) else { throw .stack() }
    return stack
  }

  /// The stack of an inner privilege level from a 32-bit or 16-bit task state segment (§7.2.1, §7.6).
  func legacyTaskStack(_ level: UInt8) throws(Fault) -> PendingStack {
    let wide = pointee.tr.attributes & 8 != 0
    let offset: UInt64 = wide ? UInt64(level) &* 8 &+ 4 : UInt64(level) &* 4 &+ 2
    let last: UInt64 = wide ? 7 : 3
    guard pointee.tr.attributes & 0x80 != 0, offset &+ last <= UInt64(pointee.tr.limit) else {
      throw .invalidTSS(pointee.tr.selector & ~3)
    }
    let at = pointee.tr.base &+ offset
    let (pointer, selector) = try asSupervisor { () throws(Fault) -> (UInt64, UInt16) in
      let pointer = try loadSized(at, wide ? 4 : 2)
      return (pointer, try load(at &+ (wide ? 4 : 2), as: UInt16.self))
    }
    let segment = try stackSegment(selector, level: level, long: false, fault: 10)
    return PendingStack(
      segment: segment, pointer: pointer, flat: false, fault: UInt32(selector & ~3))
  }
}
