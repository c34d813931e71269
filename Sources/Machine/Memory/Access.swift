/// Guest memory accesses at the current privilege: a fast path through the translation buffers,
/// and a slow one that walks, faults, splits page-crossing accesses and honours watchpoints.
extension UnsafeMutablePointer where Pointee == ProcessorState {
  @inline(__always)
  func load<T: FixedWidthInteger>(
    _ va: UInt64, as type: T.Type = T.self
  ) throws(Fault) -> T {
    if let host = readable(va, UInt64(MemoryLayout<T>.size)) {
      return host.loadUnaligned(as: T.self)
    }
    return T(truncatingIfNeeded: try loadSlow(va, MemoryLayout<T>.size))
  }

  @inline(__always)
  func store<T: FixedWidthInteger>(_ va: UInt64, _ value: T) throws(Fault) {
    if let host = writable(va, UInt64(MemoryLayout<T>.size)) {
      host.storeBytes(of: value, as: T.self)
      return
    }
    try storeSlow(va, MemoryLayout<T>.size, UInt64(truncatingIfNeeded: value))
  }

  /// Replaces a value in memory; a page fault is reported as that of a write, before `body`.
  @inline(__always)
  func update<T: FixedWidthInteger>(
    _ va: UInt64, _ body: (T) throws(Fault) -> T
  ) throws(Fault) {
    if let host = writable(va, UInt64(MemoryLayout<T>.size)) {
      host.storeBytes(of: try body(host.loadUnaligned(as: T.self)), as: T.self)
      return
    }
    try probeWrite(va, MemoryLayout<T>.size)
    let old = T(truncatingIfNeeded: try loadSlow(va, MemoryLayout<T>.size))
    let new = try body(old)
    try storeSlow(va, MemoryLayout<T>.size, UInt64(truncatingIfNeeded: new))
  }

  var isUser: Bool { pointee.privilege == 3 }

  /// Whether data must be aligned: CR0.AM, RFLAGS.AC, user mode. Nothing enters the data buffers
  /// then, so that every access comes by here.
  var checksAlignment: Bool {
    pointee.systemFlags & Flag.alignment != 0 && pointee.privilege == 3
      && pointee.cr0 & 0x4_0000 != 0
  }

  /// Refuses a datum that is not aligned to its size. What has another size than a datum of its own
  /// (tables, environments, images) is stored in parts that are checked.
  @inline(__always)
  private func checkAlignment(_ va: UInt64, _ size: Int) throws(Fault) {
    if checksAlignment, size <= 16, size & (size &- 1) == 0, va & UInt64(size &- 1) != 0 {
      throw Fault(17, errorCode: 0)
    }
  }

  /// Runs `body` as if data might stand anywhere.
  func withoutAlignmentChecks<T>(_ body: () throws(Fault) -> T) throws(Fault) -> T {
    guard checksAlignment else { return try body() }
    pointee.systemFlags &= ~Flag.alignment
    defer {
      pointee.systemFlags |= Flag.alignment
      flushTLB()
    }
    return try body()
  }

  /// Refuses an access that begins below the gap of non-canonical addresses and reaches into it, before
  /// its first page is looked up.
  @inline(__always)
  func checkEnd(_ va: UInt64, _ size: Int) throws(Fault) {
    let last = va &+ UInt64(size &- 1)
    if isCanonical(va), !isCanonical(last), isLongModeActive {
      throw Fault(13, errorCode: 0, address: 1)
    }
  }

  /// Faults as a write would, without writing.
  @inline(never)
  func probeWrite(_ va: UInt64, _ size: Int) throws(Fault) {
    try checkEnd(va, size)
    try checkAlignment(va, size)
    _ = try translate(va, .write, user: isUser)
    if (va & 0xfff) &+ UInt64(size) > 4096 {
      _ = try translate((va | 0xfff) &+ 1, .write, user: isUser)
    }
  }

  /// The host address for reading bytes that lie in one page, and enters it into the buffer.
  ///
  /// - Returns: nil outside memory.
  func resolveRead(_ va: UInt64, _ size: Int) throws(Fault) -> UnsafeMutableRawPointer? {
    let found = try translate(va, .read, user: isUser)
    let watched = isWatchedPage(va)
    if watched { try noteAccess(va, size, write: false) }
    guard let frame = pointee.core.frame(found.physical >> 12) else { return nil }
    let host = frame + Int(found.physical & 0xfff)
    if !watched, !checksAlignment, !found.isGuarded {
      let addend = UInt64(UInt(bitPattern: host)) &- va
      fill(user: isUser, kind: TLB.read, va, addend: addend)
    }
    return host
  }

  /// The host address for writing bytes that lie in one page; enters it into the buffer unless
  /// writes to the page must be seen.
  func resolveWrite(_ va: UInt64, _ size: Int) throws(Fault) -> UnsafeMutableRawPointer? {
    let found = try translate(va, .write, user: isUser)
    let watched = isWatchedPage(va)
    if watched { try noteAccess(va, size, write: true) }
    let number = found.physical >> 12
    let offset = Int(found.physical & 0xfff)
    let core = pointee.core
    guard let frame = core.writableFrame(number, offset: offset, count: size) else { return nil }
    let host = frame + offset
    if !watched, !checksAlignment, !found.isGuarded,
      core.pointee.frameFlags[Int(truncatingIfNeeded: number)] == 0
    {
      let addend = UInt64(UInt(bitPattern: host)) &- va
      fill(user: isUser, kind: TLB.write, va, addend: addend)
    }
    return host
  }

  @inline(never)
  func loadSlow(_ va: UInt64, _ size: Int) throws(Fault) -> UInt64 {
    try checkEnd(va, size)
    try checkAlignment(va, size)
    let inPage = 4096 &- Int(va & 0xfff)
    if size <= inPage {
      guard let host = try resolveRead(va, size) else { return ~0 }
      return gather(host, size)
    }
    let low = try resolveRead(va, inPage)
    let high = try resolveRead(va &+ UInt64(inPage), size &- inPage)
    let lowBits: UInt64 = low.map { gather($0, inPage) } ?? ~0
    let highBits: UInt64 = high.map { gather($0, size &- inPage) } ?? ~0
    let shift = UInt64(inPage) &* 8
    return (lowBits & ((1 << shift) &- 1)) | (highBits << shift)
  }

  @inline(never)
  func storeSlow(_ va: UInt64, _ size: Int, _ value: UInt64) throws(Fault) {
    try checkEnd(va, size)
    try checkAlignment(va, size)
    let inPage = 4096 &- Int(va & 0xfff)
    if size <= inPage {
      guard let host = try resolveWrite(va, size) else { return }
      scatter(host, size, value)
      return
    }
    let second = va &+ UInt64(inPage)
    _ = try translate(va, .write, user: isUser)
    _ = try translate(second, .write, user: isUser)
    let low = try resolveWrite(va, inPage)
    let high = try resolveWrite(second, size &- inPage)
    if let low { scatter(low, inPage, value) }
    if let high { scatter(high, size &- inPage, value >> (UInt64(inPage) &* 8)) }
  }

  /// Loads 16 bytes.
  @inline(__always)
  func load128(_ va: UInt64) throws(Fault) -> Vector {
    if let host = readable(va, 16) { return host.loadUnaligned(as: Vector.self) }
    try checkEnd(va, 16)
    let low: UInt64 = try loadSlow(va, 8)
    let high: UInt64 = try loadSlow(va &+ 8, 8)
    return Vector(low, high)
  }

  /// Stores 16 bytes, all or none.
  @inline(__always)
  func store128(_ va: UInt64, _ value: Vector) throws(Fault) {
    if let host = writable(va, 16) {
      host.storeBytes(of: value, as: Vector.self)
      return
    }
    try probeWrite(va, 16)
    try storeSlow(va, 8, value[0])
    try storeSlow(va &+ 8, 8, value[1])
  }
}

/// The 128 bits of a vector register, low half first.
typealias Vector = SIMD2<UInt64>

@inline(__always)
private func gather(_ host: UnsafeMutableRawPointer, _ size: Int) -> UInt64 {
  switch size {
  case 1: return UInt64(host.load(as: UInt8.self))
  case 2: return UInt64(host.loadUnaligned(as: UInt16.self))
  case 4: return UInt64(host.loadUnaligned(as: UInt32.self))
  case 8: return host.loadUnaligned(as: UInt64.self)
  default:
    var value: UInt64 = 0
    for index in 0..<size {
      value |= UInt64((host + index).load(as: UInt8.self)) << UInt64(index &* 8)
    }
    return value
  }
}

@inline(__always)
private func scatter(_ host: UnsafeMutableRawPointer, _ size: Int, _ value: UInt64) {
  switch size {
  case 1: host.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
  case 2: host.storeBytes(of: UInt16(truncatingIfNeeded: value), as: UInt16.self)
  case 4: host.storeBytes(of: UInt32(truncatingIfNeeded: value), as: UInt32.self)
  case 8: host.storeBytes(of: value, as: UInt64.self)
  default:
    for index in 0..<size {
      let byte = UInt8(truncatingIfNeeded: value >> UInt64(index &* 8))
      (host + index).storeBytes(of: byte, as: UInt8.self)
    }
  }
}
