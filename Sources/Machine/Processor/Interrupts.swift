import X86

/// How an interrupt came about; decides checks, flags and error codes.
enum InterruptSource {
  /// An exception of the processor, `int1` included.
  case fault
  /// A hardware interrupt or NMI.
  case external
  /// `int n`, `int3`, `into`: the gate's privilege counts, and errors on the way are the program's.
  case software
}

extension Machine {
  /// Delivers a fault, trap or interrupt to the guest; faults on the way become a double fault and
  /// at last a stop.
  func deliver(_ cpu: CPU, _ fault: Fault, external: Bool = false) {
    let alone = cpu.pointee.alone
    cpu.pointee.alone = true
    defer { cpu.pointee.alone = alone }
    var current = fault
    var source: InterruptSource = external || fault.vector == 2 ? .external : .fault
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

/// Whether the vector is that of a fault: the frame has RF set, so that an instruction breakpoint
/// does not hit again when the instruction is restarted (Intel SDM vol. 3B §17.3.1.1).
func isFaultClass(_ vector: UInt8) -> Bool {
  switch vector {
  case 1, 2, 3, 4, 8, 18: false
  default: vector < 32
  }
}

/// A stack that a transfer of control is filling; it becomes the processor's at the end.
struct PendingStack {
  var segment: SegmentRegister
  var pointer: UInt64
  /// Neither base nor limit: the stack of 64-bit code.
  var flat: Bool
  /// The error code of a place outside the stack.
  var fault: UInt32 = 0
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Enters the handler of a vector through the interrupt descriptor table.
  ///
  /// - Parameter returnTo: a linear address.
  /// - Throws: the fault met on the way; nothing has changed then.
  func enter(
    _ vector: UInt8, errorCode: UInt32?, source: InterruptSource, returnTo: UInt64
  ) throws(Fault) {
    let old = pointee.privilege
    setPrivilege(0)
    do {
      if isReal {
        try enterReal(vector, source: source, returnTo: returnTo)
      } else if isLongModeActive {
        try enterLong(vector, errorCode, source: source, returnTo: returnTo, from: old)
      } else {
        try enterLegacy(vector, errorCode, source: source, returnTo: returnTo, from: old)
      }
    } catch {
      setPrivilege(old)
      throw delivering(error, source)
    }
    pointee.shadow = false
    pointee.debugShadow = false
    pointee.trapSuppressed = true
    pointee.suppressedBreakpoint = ~0
    pointee.stringAddress = ~0
    pointee.debugFault = false
    // The handler of #DB may use the debug registers.
    if vector == 1, source == .fault { pointee.dr7 &= ~0x2000 }
  }

  /// A fault met while an event was delivered: EXT says that it was not a software interrupt.
  private func delivering(_ fault: Fault, _ source: InterruptSource) -> Fault {
    var result = fault
    switch fault.vector {
    case 10...13:
      if source != .software, let code = fault.errorCode { result.errorCode = code | 1 }
    default: break
    }
    return result
  }

  /// A descriptor of the interrupt descriptor table, checked as far as all modes agree.
  private func gate(
    _ vector: UInt8, wide: Bool, source: InterruptSource, from old: UInt8, types: Set<UInt8>
  ) throws(Fault) -> Descriptor {
    let code = UInt32(vector) << 3 | 2
    let offset = UInt64(vector) << (wide ? 4 : 3)
    let size: UInt64 = wide ? 16 : 8
    guard offset &+ size &- 1 <= UInt64(pointee.idtr.limit) else { throw .protection(code) }
    let at = pointee.idtr.base &+ offset
    let low = try load(at, as: UInt64.self)
    let high = wide ? try load(at &+ 8, as: UInt64.self) : 0
    let result = Descriptor(low: low, high: high, address: at)
    guard types.contains(result.type) else { throw .protection(code) }
    if source == .software, result.dpl < old { throw .protection(code) }
    guard result.isPresent else { throw .notPresent(code) }
    return result
  }

  /// The code segment of a handler.
  private func handlerSegment(
    _ selector: UInt16, long: Bool, from old: UInt8
  ) throws(Fault) -> (code: SegmentRegister, level: UInt8) {
    let found = try codeDescriptor(selector)
    let wrong = Fault.protection(UInt32(selector & ~3))
    guard found.dpl <= old, !long || found.low >> 53 & 3 == 1 else { throw wrong }
    guard found.isPresent else { throw .notPresent(UInt32(selector & ~3)) }
    let level = found.type & 4 != 0 ? old : found.dpl
    var code = try loaded(selector, found)
    code.selector = (selector & ~3) | UInt16(level)
    return (code, level)
  }

  private func enterLong(
    _ vector: UInt8, _ errorCode: UInt32?, source: InterruptSource, returnTo: UInt64,
    from old: UInt8
  ) throws(Fault) {
    let gate = try gate(vector, wide: true, source: source, from: old, types: [0xe, 0xf])
    let selector = UInt16(truncatingIfNeeded: gate.low >> 16)
    let (code, level) = try handlerSegment(selector, long: true, from: old)
    let target = gateOffset(gate)
    guard isCanonical(target) else { throw .protection() }
    var stack = PendingStack(segment: pointee.ss, pointer: gpr(4).pointee, flat: true)
    let stackTable = (gate.low >> 32) & 7
    if stackTable != 0 {
      stack.pointer = try longTaskStack(0x24 &+ (stackTable &- 1) &* 8)
    } else if level < old {
      stack.pointer = try longTaskStack(4 &+ UInt64(level) &* 8)
    }
    if level != old {
      stack.segment = SegmentRegister(
        selector: UInt16(level), attributes: UInt16(level) << 5)
    }
    stack.pointer &= ~15
    setPrivilege(level)
    let flags = pushedFlags(vector, source)
    let frame = [
      UInt64(pointee.ss.selector), gpr(4).pointee, flags, UInt64(pointee.cs.selector),
      instructionPointer(returnTo),
    ]
    try push(frame, errorCode: errorCode, size: 8, on: &stack)
    finishEntry(code, level, stack, target, interrupt: gate.type == 0xe)
  }

  private func enterLegacy(
    _ vector: UInt8, _ errorCode: UInt32?, source: InterruptSource, returnTo: UInt64,
    from old: UInt8
  ) throws(Fault) {
    let gate = try gate(vector, wide: false, source: source, from: old, types: [6, 7, 14, 15])
    let selector = UInt16(truncatingIfNeeded: gate.low >> 16)
    let (code, level) = try handlerSegment(selector, long: false, from: old)
    let wide = gate.type & 8 != 0
    let target = wide ? gateOffset(gate) & 0xffff_ffff : gate.low & 0xffff
    var frame = [
      pushedFlags(vector, source), UInt64(pointee.cs.selector), instructionPointer(returnTo),
    ]
    var stack = PendingStack(segment: pointee.ss, pointer: gpr(4).pointee, flat: false)
    if level < old {
      frame = [UInt64(pointee.ss.selector), gpr(4).pointee & 0xffff_ffff] + frame
      stack = try legacyTaskStack(level)
    }
    setPrivilege(level)
    try push(frame, errorCode: errorCode, size: wide ? 4 : 2, on: &stack)
    let linear = try codeAddress(target, in: code)
    finishEntry(code, level, stack, linear, interrupt: gate.type & 1 == 0)
  }

  private func enterReal(
    _ vector: UInt8, source: InterruptSource, returnTo: UInt64
  ) throws(Fault) {
    guard UInt64(vector) << 2 | 3 <= UInt64(pointee.idtr.limit) else { throw .protection() }
    let entry = try load(pointee.idtr.base &+ UInt64(vector) << 2, as: UInt32.self)
    var stack = PendingStack(segment: pointee.ss, pointer: gpr(4).pointee, flat: false)
    let frame = [rflags, UInt64(pointee.cs.selector), instructionPointer(returnTo)]
    try push(frame, size: 2, on: &stack)
    let code = realSegment(pointee.cs, UInt16(truncatingIfNeeded: entry >> 16))
    let linear = code.base &+ UInt64(entry & 0xffff)
    finishEntry(code, 0, stack, linear, interrupt: true)
    pointee.systemFlags &= ~Flag.alignment
  }

  /// The offset that an interrupt or call gate leads to; the upper half of a legacy one is 0.
  func gateOffset(_ gate: Descriptor) -> UInt64 {
    (gate.low & 0xffff) | ((gate.low >> 32) & 0xffff_0000) | (gate.high & 0xffff_ffff) << 32
  }

  private func pushedFlags(_ vector: UInt8, _ source: InterruptSource) -> UInt64 {
    var flags = rflags
    switch source {
    case .software: flags &= ~Flag.resume
    case .fault where isFaultClass(vector): flags |= Flag.resume
    default: if pointee.rip == pointee.stringAddress { flags |= Flag.resume }
    }
    return flags
  }

  private func finishEntry(
    _ code: SegmentRegister, _ level: UInt8, _ stack: PendingStack, _ linear: UInt64,
    interrupt: Bool
  ) {
    setCode(code, level)
    setStack(stack)
    pointee.rip = linear
    var cleared = Flag.trap | Flag.nested | Flag.resume | Flag.virtual8086
    if interrupt { cleared |= Flag.interrupt }
    pointee.systemFlags &= ~cleared
  }

  /// `int n`, `int3`, `int1`, `into`.
  func softwareInterrupt(_ vector: UInt8, _ i: Decoded) throws(Fault) -> Outcome {
    let start = pointee.rip
    if faultsStop, vector == 3 || i.pointee.semantics != .int {
      guard vector != 3 else { throw Fault(3) }
      return stop(for: Fault(vector), at: next(i))
    }
    let source: InterruptSource = i.pointee.semantics == .int1 ? .fault : .software
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
}
