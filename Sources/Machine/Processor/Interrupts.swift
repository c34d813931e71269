import X86

/// How an interrupt came about; decides checks and flags.
private enum Source {
  case fault, external, software
}

extension Machine {
  /// Delivers a fault, trap or interrupt to the guest; faults on the way become a double fault and
  /// at last a stop.
  func deliver(_ cpu: CPU, _ fault: Fault, external: Bool = false) {
    let alone = cpu.pointee.alone
    cpu.pointee.alone = true
    defer { cpu.pointee.alone = alone }
    var current = fault
    var source: Source = external || fault.vector == 2 ? .external : .fault
    while true {
      if current.vector == 14, source == .fault { cpu.pointee.cr2 = current.address }
      if source == .fault, cpu.faultsStop {
        // Going on from an instruction breakpoint executes the instruction.
        if cpu.pointee.debugFault { cpu.pointee.systemFlags |= Flag.resume }
        cpu.pointee.debugFault = false
        pendingStop = .fault(processor: cpu.pointee.index, current)
        return
      }
      do {
        try cpu.enter(
          current.vector, errorCode: current.errorCode, source: source,
          returnTo: cpu.pointee.rip)
        return
      } catch {
        if current.vector == 8, source == .fault {
          pendingStop = .tripleFault(processor: cpu.pointee.index)
          return
        }
        let nested = source == .fault && isSerious(current.vector) && isSerious(error.vector)
        let fromPage = current.vector == 14 && source == .fault
        if nested, fromPage || error.vector != 14 {
          if error.vector == 14 { cpu.pointee.cr2 = error.address }
          current = .doubleFault()
        } else {
          current = error
        }
        source = .fault
      }
    }
  }
}

/// Contributory exceptions and page faults (Intel SDM vol. 3A table 6-5).
private func isSerious(_ vector: UInt8) -> Bool {
  switch vector {
  case 0, 10, 11, 12, 13, 14: true
  default: false
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Enters the handler of a vector through the interrupt descriptor table.
  ///
  /// - Throws: the fault met on the way; nothing has changed then.
  fileprivate func enter(
    _ vector: UInt8, errorCode: UInt32?, source: Source, returnTo: UInt64
  ) throws(Fault) {
    let old = pointee.privilege
    setPrivilege(0)
    do {
      try enterAsSupervisor(
        vector, errorCode: errorCode, source: source, returnTo: returnTo, from: old)
    } catch {
      setPrivilege(old)
      throw error
    }
  }

  private func enterAsSupervisor(
    _ vector: UInt8, errorCode: UInt32?, source: Source, returnTo: UInt64, from old: UInt8
  ) throws(Fault) {
    let code = UInt32(vector) << 3 | 2 | (source == .external ? 1 : 0)
    let entry = UInt64(vector) << 4
    guard entry &+ 15 <= UInt64(pointee.idtr.limit) else { throw .protection(code) }
    let low = try load(pointee.idtr.base &+ entry, as: UInt64.self)
    let high = try load(pointee.idtr.base &+ entry &+ 8, as: UInt64.self)
    let type = (low >> 40) & 0x1f
    guard type == 0xe || type == 0xf else { throw .protection(code) }
    if source == .software, UInt8((low >> 45) & 3) < old { throw .protection(code) }
    guard low >> 47 & 1 != 0 else { throw .notPresent(code) }
    let target = (low & 0xffff) | ((low >> 32) & 0xffff_0000) | (high << 32)
    let selector = UInt16(truncatingIfNeeded: low >> 16)
    let cs = try codeSegment(selector)
    let conforming = cs.attributes & 4 != 0
    guard cs.dpl <= old, cs.long else { throw .protection(UInt32(selector & ~3)) }
    let level = conforming ? old : cs.dpl
    guard isCanonical(target) else { throw .protection() }
    var top = gpr(4).pointee
    let stackTable = (low >> 32) & 7
    if stackTable != 0 {
      top = try taskStack(0x24 &+ (stackTable &- 1) &* 8)
    } else if level < old {
      top = try taskStack(4 &+ UInt64(level) &* 8)
    }
    top &= ~15
    setPrivilege(level)
    try pushFrame(&top, errorCode: errorCode, source: source, vector: vector, returnTo: returnTo)
    if level != old {
      pointee.ss = SegmentRegister(
        selector: UInt16(level), attributes: 0x93 | UInt16(level) << 5)
    }
    var handler = cs
    handler.selector = (selector & ~3) | UInt16(level)
    setCode(handler, level)
    gpr(4).pointee = top
    pointee.rip = target
    var cleared = Flag.trap | Flag.nested | Flag.resume | Flag.virtual8086
    if type == 0xe { cleared |= Flag.interrupt }
    pointee.systemFlags &= ~cleared
    pointee.shadow = false
    pointee.trapSuppressed = true
    pointee.suppressedBreakpoint = ~0
  }

  private func pushFrame(
    _ top: inout UInt64, errorCode: UInt32?, source: Source, vector: UInt8, returnTo: UInt64
  ) throws(Fault) {
    var flags = rflags
    // Faults resume at the faulting instruction; #DB is taken for a trap here, and the guard of an
    // instruction breakpoint asks for RF itself.
    if source == .fault, vector != 1 || pointee.debugFault { flags |= Flag.resume }
    pointee.debugFault = false
    let size: UInt64 = errorCode == nil ? 40 : 48
    var at = top &- 8
    let bottom = top &- size
    // All slots are known to be writable before the first is written.
    if writable(bottom, size) == nil {
      try probeWrite(bottom, Int(size))
    }
    for value in [
      UInt64(pointee.ss.selector), gpr(4).pointee, flags, UInt64(pointee.cs.selector), returnTo,
    ] {
      try store(at, value)
      at = at &- 8
    }
    if let errorCode { try store(at, UInt64(errorCode)) }
    top = bottom
  }

  /// A stack pointer from the task state segment.
  private func taskStack(_ offset: UInt64) throws(Fault) -> UInt64 {
    guard offset &+ 7 <= UInt64(pointee.tr.limit) else {
      throw .invalidTSS(pointee.tr.selector & ~3)
    }
    let stack = try load(pointee.tr.base &+ offset, as: UInt64.self)
    guard isCanonical(stack) else { throw .stack() }
    return stack
  }

  /// `int n`, `int3`, `int1`.
  func softwareInterrupt(_ vector: UInt8, _ i: Decoded) throws(Fault) -> Outcome {
    let start = pointee.rip
    if faultsStop, vector == 3 || i.pointee.semantics != .int {
      guard vector != 3 else { throw Fault(3) }
      return stop(for: Fault(vector), at: next(i))
    }
    let source: Source = i.pointee.semantics == .int1 ? .fault : .software
    do {
      try enter(vector, errorCode: nil, source: source, returnTo: next(i))
    } catch {
      pointee.rip = start
      throw error
    }
    pointee.exit = .resume
    return .leave
  }

  /// Whether an exception stops the machine in place of being delivered.
  var faultsStop: Bool {
    guard pointee.idtr.limit == 0, let machine = pointee.core.pointee.machine else { return false }
    return machine._withUnsafeGuaranteedRef { $0.stopsAtFaults }
  }

  /// Stops the machine for a trap that has no table to go through.
  private func stop(for trap: Fault, at rip: UInt64) -> Outcome {
    pointee.core.pointee.machine?._withUnsafeGuaranteedRef {
      $0.pendingStop = .fault(processor: pointee.index, trap)
    }
    pointee.rip = rip
    pointee.exit = .stop
    return .leave
  }

  /// `iret` in 64-bit mode: always takes the stack pointer from the frame.
  func interruptReturn(_ i: Decoded) throws(Fault) -> Outcome {
    let size = i.pointee.operandSize
    let width = UInt64(size)
    let to = try loadSized(stackAddress(0, i), size)
    let selector = UInt16(truncatingIfNeeded: try loadSized(stackAddress(width, i), size))
    let flags = try loadSized(stackAddress(width &* 2, i), size)
    let stack = try loadSized(stackAddress(width &* 3, i), size)
    let stackSelector = UInt16(
      truncatingIfNeeded: try loadSized(stackAddress(width &* 4, i), size))
    let cs = try codeSegment(selector)
    let level = UInt8(truncatingIfNeeded: selector & 3)
    let old = pointee.privilege
    let conforming = cs.attributes & 4 != 0
    guard level >= old, conforming ? cs.dpl <= level : cs.dpl == level else {
      throw .protection(UInt32(selector & ~3))
    }
    let ss = try stackSegment(stackSelector, level: level, long: cs.long)
    guard isCanonical(to) else { throw .protection() }
    var writable = Flag.writable
    if old != 0 { writable &= ~Flag.ioPrivilege }
    if old > UInt8(truncatingIfNeeded: pointee.systemFlags >> 12) & 3 {
      writable &= ~Flag.interrupt
    }
    if size == 2 { writable &= 0xffff }
    rflags = (rflags & ~writable) | (flags & writable)
    pointee.ss = ss
    gpr(4).pointee = cs.long ? stack : stack & 0xffff_ffff
    pointee.nmiBlocked = false
    if level > old { dropPrivilegedSegments(level) }
    return far(to, cs, level)
  }

  /// Nulls the data segments that the new privilege level may not use.
  private func dropPrivilegedSegments(_ level: UInt8) {
    func drop(_ segment: inout SegmentRegister) -> Bool {
      let conforming = segment.attributes & 0x0c == 0x0c
      guard segment.selector & ~3 != 0, !conforming, segment.dpl < level else { return false }
      segment = SegmentRegister()
      return true
    }
    _ = drop(&pointee.es)
    _ = drop(&pointee.ds)
    if drop(&pointee.fs) { pointee.fsBase = 0 }
    if drop(&pointee.gs) { pointee.gsBase = 0 }
  }

  func systemCall(_ i: Decoded) throws(Fault) -> Outcome {
    guard pointee.efer & 1 != 0, pointee.cs.long else { throw .invalidOpcode }
    gpr(1).pointee = next(i)
    gpr(11).pointee = rflags & ~Flag.resume
    let selector = UInt16(truncatingIfNeeded: pointee.star >> 32) & ~3
    setCode(SegmentRegister(selector: selector, attributes: 0xa9b, limit: ~0), 0)
    pointee.ss = SegmentRegister(selector: selector &+ 8, attributes: 0xc93, limit: ~0)
    rflags = rflags & ~(pointee.fmask | Flag.resume)
    pointee.trapSuppressed = pointee.fmask & Flag.trap != 0
    return finishTransfer(pointee.lstar)
  }

  func systemReturn(_ i: Decoded) throws(Fault) -> Outcome {
    guard pointee.efer & 1 != 0, pointee.cs.long else { throw .invalidOpcode }
    guard pointee.privilege == 0 else { throw .protection() }
    let long = i.pointee.operandSize == 8
    let to = long ? gpr(1).pointee : gpr(1).pointee & 0xffff_ffff
    guard isCanonical(to) else { throw .protection() }
    let base = UInt16(truncatingIfNeeded: pointee.star >> 48)
    let selector = (long ? base &+ 16 : base) | 3
    setCode(
      SegmentRegister(selector: selector, attributes: long ? 0xafb : 0xcfb, limit: ~0), 3)
    pointee.ss = SegmentRegister(selector: (base &+ 8) | 3, attributes: 0xcf3, limit: ~0)
    rflags = gpr(11).pointee & ~(Flag.resume | Flag.virtual8086)
    return finishTransfer(to)
  }

  private func finishTransfer(_ to: UInt64) -> Outcome {
    pointee.rip = to
    pointee.exit = .resume
    return .leave
  }
}
