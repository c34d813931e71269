/// Execution breakpoints live in decoded operations: guest memory never changes, and instructions
/// without one cost nothing.
///
/// Operations are shared by all virtual addresses of a frame, so a breakpoint guards the operations
/// at its page offset in every frame; the guard compares the whole address.
extension UnsafeMutablePointer where Pointee == MachineCore {
  /// Puts the check before an operation.
  func guardOperation(_ op: Op) {
    guard op.pointee.inner == nil else { return }
    op.pointee.inner = op.pointee.handler
    op.pointee.handler = Handlers.breakpoint
  }

  private func unguard(_ op: Op) {
    guard let inner = op.pointee.inner else { return }
    op.pointee.handler = inner
    op.pointee.inner = nil
  }

  /// Brings the guards in line with the machine's breakpoints and the processors' debug registers.
  func refreshBreakpoints() {
    var wanted = [UInt64](repeating: 0, count: 64)
    func want(_ va: UInt64) {
      let offset = Int(va & 0xfff)
      wanted[offset >> 6] |= 1 << UInt64(offset & 63)
    }
    if let machine = pointee.machine {
      for va in machine._withUnsafeGuaranteedRef({ $0.breakpoints }) { want(va) }
    }
    for index in 0..<pointee.processorCount {
      let cpu = pointee.processors[index]
      for number in 0..<4 where cpu.hasInstructionBreakpoint(number) {
        want(cpu.debugAddress(number))
      }
    }
    for word in 0..<64 {
      var changed = wanted[word] ^ pointee.breakpointOffsets[word]
      while changed != 0 {
        let bit = changed.trailingZeroBitCount
        changed &= changed &- 1
        let on = wanted[word] >> UInt64(bit) & 1 != 0
        guardOffset(word * 64 + bit, on: on)
      }
      pointee.breakpointOffsets[word] = wanted[word]
    }
  }

  private func guardOffset(_ offset: Int, on: Bool) {
    for index in 0..<pointee.codeFrameCount {
      guard let page = pointee.codePages[Int(pointee.codeFrames[index])] else { continue }
      let number = page.assumingMemoryBound(to: UInt32.self)[offset]
      guard number != 0 else { continue }
      if on { guardOperation(operation(number)) } else { unguard(operation(number)) }
    }
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Whether a debug address register holds an enabled instruction breakpoint.
  func hasInstructionBreakpoint(_ number: Int) -> Bool {
    let control = pointee.dr7
    guard control & (3 << UInt64(number * 2)) != 0 else { return false }
    return (control >> UInt64(16 + number * 4)) & 3 == 0
  }

  /// Runs an operation at an offset where breakpoints stand, unless one of them is meant.
  @inline(never)
  func checkBreakpoint(_ op: Op) -> UnsafeMutableRawPointer? {
    let va = pointee.pageAddress &+ UInt64(op.pointee.offset)
    if pointee.suppressedBreakpoint == va {
      pointee.suppressedBreakpoint = ~0
    } else if let machine = pointee.core.pointee.machine,
      machine._withUnsafeGuaranteedRef({ $0.breakpoints.contains(va) })
    {
      return leave(.breakpoint, at: va)
    }
    if pointee.systemFlags & Flag.resume == 0 {
      var hits: UInt64 = 0
      for number in 0..<4 where hasInstructionBreakpoint(number) {
        if debugAddress(number) == va { hits |= 1 << UInt64(number) }
      }
      if hits != 0 {
        pointee.dr6 |= hits
        pointee.debugFault = true
        return raise(.debug, at: va)
      }
    }
    guard let inner = op.pointee.inner else { return nil }
    return inner(op, raw)
  }

  /// Leaves the instruction loop.
  @inline(__always)
  func leave(_ exit: Exit, at rip: UInt64) -> UnsafeMutableRawPointer? {
    pointee.rip = rip
    pointee.exit = exit
    return nil
  }

  /// Leaves the instruction loop with a fault of the instruction at an address.
  @inline(never)
  func raise(_ fault: Fault, at rip: UInt64) -> UnsafeMutableRawPointer? {
    pointee.rip = rip
    pointee.fault = fault
    switch fault.vector {
    case 255: pointee.exit = .alone
    case 254: pointee.exit = .arenaFull
    default: pointee.exit = .fault
    }
    return nil
  }
}
