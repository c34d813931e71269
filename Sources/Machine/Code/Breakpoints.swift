/// Execution breakpoints live in decoded operations: guest memory never changes, and instructions
/// without one cost nothing.
///
/// Operations are shared by all virtual addresses of a frame. A breakpoint guards the operations at its
/// page offset in the frames that are executed at its page, or at several; the guard compares the
/// whole address.
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
    for word in 0..<64 { pointee.breakpointOffsets[word] = 0 }
    if let machine = pointee.machine {
      for va in machine._withUnsafeGuaranteedRef({ $0.breakpoints }) { mark(va) }
    }
    for index in 0..<pointee.processorCount {
      let cpu = pointee.processors[index]
      for number in 0..<4 where cpu.hasInstructionBreakpoint(number) {
        mark(cpu.debugAddress(number))
      }
    }
    for index in 0..<pointee.codeFrameCount {
      guard let page = pointee.codePages[Int(pointee.codeFrames[index])] else { continue }
      refreshGuards(page)
    }
  }

  private func mark(_ va: UInt64) {
    let offset = Int(va & 0xfff)
    pointee.breakpointOffsets[offset >> 6] |= 1 << UInt64(offset & 63)
  }

  /// Brings the guards at one address in line after a breakpoint there came or went.
  func refreshBreakpoint(_ va: UInt64) {
    let offset = Int(va & 0xfff)
    mark(va)
    for index in 0..<pointee.codeFrameCount {
      guard let page = pointee.codePages[Int(pointee.codeFrames[index])] else { continue }
      let known = page.load(fromByteOffset: CodePage.virtualPage, as: UInt64.self)
      if known == va & ~0xfff || known == CodePage.several { refreshGuard(page, offset) }
    }
  }

  private func refreshGuards(_ page: UnsafeMutableRawPointer) {
    let table = page.assumingMemoryBound(to: UInt32.self)
    for offset in 0..<4096 where table[offset] != 0 { refreshGuard(page, offset) }
  }

  private func refreshGuard(_ page: UnsafeMutableRawPointer, _ offset: Int) {
    let number = page.assumingMemoryBound(to: UInt32.self)[offset]
    guard number != 0 else { return }
    let op = operation(number)
    let isWanted = isGuarded(page, offset)
    guard isWanted != (op.pointee.inner != nil) else { return }
    if isWanted { guardOperation(op) } else { unguard(op) }
    forgetTraces(page, offset..<offset + 1)
  }

  /// Whether a breakpoint may stand at an offset of a code page: at the virtual page that the code is
  /// executed at, or at any if there are several.
  @inline(__always)
  func isGuarded(_ page: UnsafeMutableRawPointer, _ offset: Int) -> Bool {
    let word = pointee.breakpointOffsets[offset >> 6]
    return word >> UInt64(offset & 63) & 1 != 0 && isGuardedSlow(page, offset)
  }

  @inline(never)
  private func isGuardedSlow(_ page: UnsafeMutableRawPointer, _ offset: Int) -> Bool {
    let known = page.load(fromByteOffset: CodePage.virtualPage, as: UInt64.self)
    if known == CodePage.several { return true }
    let va = known &+ UInt64(offset)
    if let machine = pointee.machine,
      machine._withUnsafeGuaranteedRef({ $0.breakpoints.contains(va) })
    {
      return true
    }
    for index in 0..<pointee.processorCount {
      let cpu = pointee.processors[index]
      for number in 0..<4
      where cpu.hasInstructionBreakpoint(number) && cpu.debugAddress(number) == va {
        return true
      }
    }
    return false
  }

  /// Remembers the virtual page at which a code page is executed.
  func noteExecution(_ page: UnsafeMutableRawPointer, at va: UInt64) {
    let known = page.load(fromByteOffset: CodePage.virtualPage, as: UInt64.self)
    if known == va || known == CodePage.several { return }
    let now = known == CodePage.nowhere ? va : CodePage.several
    page.storeBytes(of: now, toByteOffset: CodePage.virtualPage, as: UInt64.self)
    if now == CodePage.several { refreshGuards(page) }
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
    if !pointee.resuming, !pointee.debugShadow, pointee.stringAddress != va {
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
