/// The software translation buffers of one processor.
///
/// Direct mapped, 256 entries of 16 bytes {tag, addend} for each of read, write and execute,
/// once for supervisor and once for user accesses. The tag is the page's virtual address;
/// `tag == (va + size - 1) & ~0xfff` also fails for an access that leaves the page. The addend
/// of data entries is host address minus virtual address; of execute entries, the code page.
enum TLB {
  static var entries: Int { 256 }
  static var read: Int { 0 }
  static var write: Int { 256 &* 16 }
  static var execute: Int { 512 &* 16 }
  /// Bytes of the three buffers of one privilege.
  static var bytes: Int { 768 &* 16 }
  /// A tag no access can match: not page aligned.
  static var never: UInt64 { ~0 }

  @inline(__always)
  static func slot(_ va: UInt64) -> Int { Int(truncatingIfNeeded: (va >> 12) & 255) &* 16 }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  @inline(__always) var raw: UnsafeMutableRawPointer { UnsafeMutableRawPointer(self) }

  /// Host address for reading `size` bytes, if the buffer knows it.
  @inline(__always)
  func readable(_ va: UInt64, _ size: UInt64) -> UnsafeMutableRawPointer? {
    let entry = pointee.tlb + (TLB.read &+ TLB.slot(va))
    if entry.load(as: UInt64.self) != (va &+ (size &- 1)) & ~0xfff { return nil }
    let host = va &+ entry.load(fromByteOffset: 8, as: UInt64.self)
    // An entry with a tag leads to storage, so this is never nil.
    return UnsafeMutableRawPointer(bitPattern: UInt(truncatingIfNeeded: host)).unsafelyUnwrapped
  }

  /// Host address for writing `size` bytes, if the buffer knows it.
  @inline(__always)
  func writable(_ va: UInt64, _ size: UInt64) -> UnsafeMutableRawPointer? {
    let entry = pointee.tlb + (TLB.write &+ TLB.slot(va))
    if entry.load(as: UInt64.self) != (va &+ (size &- 1)) & ~0xfff { return nil }
    let host = va &+ entry.load(fromByteOffset: 8, as: UInt64.self)
    // An entry with a tag leads to storage, so this is never nil.
    return UnsafeMutableRawPointer(bitPattern: UInt(truncatingIfNeeded: host)).unsafelyUnwrapped
  }

  /// Enters a translation into one of the buffers.
  func fill(
    user: Bool, kind: Int, _ va: UInt64, addend: UInt64
  ) {
    let entry = raw + (StateOffset.tlb + (user ? TLB.bytes : 0) + kind + TLB.slot(va))
    entry.storeBytes(of: va & ~0xfff, as: UInt64.self)
    entry.storeBytes(of: addend, toByteOffset: 8, as: UInt64.self)
  }

  /// Drops all translations.
  func flushTLB() {
    let base = raw + StateOffset.tlb
    for entry in 0..<TLB.entries * 6 {
      base.storeBytes(of: TLB.never, toByteOffset: entry * 16, as: UInt64.self)
    }
    pointee.codePage = nil
  }

  /// Drops the execute translations only.
  func flushExecution() {
    for user in 0..<2 {
      let base = raw + (StateOffset.tlb + user * TLB.bytes + TLB.execute)
      for entry in 0..<TLB.entries {
        base.storeBytes(of: TLB.never, toByteOffset: entry * 16, as: UInt64.self)
      }
    }
    pointee.codePage = nil
  }

  /// Drops the write translations only.
  func flushWrites() {
    for user in 0..<2 {
      let base = raw + (StateOffset.tlb + user * TLB.bytes + TLB.write)
      for entry in 0..<TLB.entries {
        base.storeBytes(of: TLB.never, toByteOffset: entry * 16, as: UInt64.self)
      }
    }
  }

  func purgeData(host: UnsafeMutableRawPointer) {
    purge(host: host, kind: TLB.read)
    purge(host: host, kind: TLB.write)
  }

  func purgeWrites(host: UnsafeMutableRawPointer) { purge(host: host, kind: TLB.write) }

  private func purge(host: UnsafeMutableRawPointer, kind: Int) {
    let page = UInt64(UInt(bitPattern: host))
    for user in 0..<2 {
      let base = raw + (StateOffset.tlb + user * TLB.bytes + kind)
      for entry in 0..<TLB.entries {
        let slot = base + entry * 16
        let tag = slot.load(as: UInt64.self)
        if tag &+ slot.load(fromByteOffset: 8, as: UInt64.self) == page {
          slot.storeBytes(of: TLB.never, as: UInt64.self)
        }
      }
    }
  }
}
