/// A data watchpoint.
public struct Watchpoint: Hashable, Sendable {
  /// The first byte watched, a virtual address in any address space.
  public var address: UInt64
  /// Bytes watched.
  public var length: Int
  /// The accesses reported.
  public var access: WatchAccess

  var last: UInt64 { address &+ UInt64(length &- 1) }

  func touches(_ va: UInt64, _ size: Int) -> Bool {
    va <= last && address <= va &+ UInt64(size &- 1)
  }
}

extension Fault {
  /// Not a fault of the guest: the instruction, which has done nothing yet, must be run again alone.
  static var retryAlone: Fault { Fault(255) }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Whether accesses to the page must take the slow path to be seen.
  @inline(__always)
  func isWatchedPage(_ va: UInt64) -> Bool {
    if pointee.core.pointee.watchpointCount == 0, pointee.dr7 & 0xff == 0 { return false }
    return isWatchedPageSlow(va)
  }

  @inline(never)
  private func isWatchedPageSlow(_ va: UInt64) -> Bool {
    watches(va & ~0xfff, 4096) { _, _ in true }
  }

  /// Calls `body` for each watchpoint and data breakpoint that an access overlaps, until it says
  /// true. The second argument is the debug register's number, or nil for a watchpoint.
  private func watches(
    _ va: UInt64, _ size: Int, _ body: (Watchpoint, Int?) -> Bool
  ) -> Bool {
    if pointee.core.pointee.watchpointCount != 0, let machine = pointee.core.pointee.machine {
      let points = machine._withUnsafeGuaranteedRef { $0.watchpoints }
      for point in points where point.touches(va, size) && body(point, nil) { return true }
    }
    for number in 0..<4 {
      guard let point = dataBreakpoint(number), point.touches(va, size) else { continue }
      if body(point, number) { return true }
    }
    return false
  }

  /// The data breakpoint in a debug address register, if DR7 enables one.
  private func dataBreakpoint(_ number: Int) -> Watchpoint? {
    let control = pointee.dr7
    guard control & (3 << UInt64(number * 2)) != 0 else { return nil }
    let kind = (control >> UInt64(16 + number * 4)) & 3
    guard kind == 1 || kind == 3 else { return nil }
    let size = [1, 2, 8, 4][Int((control >> UInt64(18 + number * 4)) & 3)]
    let address = debugAddress(number) & ~UInt64(size - 1)
    return Watchpoint(address: address, length: size, access: kind == 1 ? .write : .readWrite)
  }

  func debugAddress(_ number: Int) -> UInt64 {
    switch number {
    case 0: pointee.dr.0
    case 1: pointee.dr.1
    case 2: pointee.dr.2
    default: pointee.dr.3
    }
  }

  /// Records an access to a watched page that hits a watchpoint.
  ///
  /// - Throws: `Fault.retryAlone` when the instruction is not running alone, since the machine must
  ///   stop right after it.
  @inline(never)
  func noteAccess(_ va: UInt64, _ size: Int, write: Bool) throws(Fault) {
    let hit = watches(va, size) { point, _ in write || point.access == .readWrite }
    guard hit else { return }
    guard pointee.alone else { throw .retryAlone }
    _ = watches(va, size) { point, number in
      guard write || point.access == .readWrite else { return false }
      if let number {
        pointee.debugHits |= 1 << UInt64(number)
      } else {
        pointee.watchHit = true
        pointee.watchAddress = Swift.max(va, point.address)
        pointee.watchAccess = write ? .write : .readWrite
      }
      return false
    }
  }

  /// Sets a debug register and forgets what depends on it.
  func setDebugRegister(_ number: Int, _ value: UInt64) {
    switch number {
    case 0: pointee.dr.0 = value
    case 1: pointee.dr.1 = value
    case 2: pointee.dr.2 = value
    case 3: pointee.dr.3 = value
    case 4, 6: pointee.dr6 = (value & 0xe00f) | 0xffff_0ff0
    default: pointee.dr7 = (value & 0xffff_2bff) | 0x400
    }
    guard number != 6 else { return }
    flushTLB()
    pointee.core.refreshBreakpoints()
  }
}
