/// What an access wants of a page.
enum AccessKind {
  case read, write, execute
}

/// The end of a successful walk.
struct Translation {
  var physical: UInt64
  /// Bytes of the page: 4 KiB, 2 MiB or 1 GiB.
  var pageBytes: UInt64
  /// SMAP stands between the supervisor and the page: whether it may be used depends on RFLAGS.AC,
  /// so that the translation must not be kept.
  var isGuarded = false
}

/// One level of a page walk, as the debugger shows it.
public struct PageWalkLevel: Equatable, Sendable {
  /// 4 for the top table's entry, 1 for a page table entry.
  public var level: Int
  /// Physical address of the entry.
  public var entryAddress: UInt64
  /// The entry.
  public var entry: UInt64
}

/// A walk of the page tables without side effects.
public struct PageWalk: Equatable, Sendable {
  /// The entries visited, from the top; the last is not present if the walk failed.
  public var levels: [PageWalkLevel]
  /// The physical address; nil if the walk failed.
  public var physical: PhysicalAddress?
  /// Bytes of the page found: 4 KiB, 2 MiB or 1 GiB; 0 if none was.
  public var pageBytes: UInt64
}

/// Bits of page table entries (Intel SDM vol. 3A §4.5).
enum PageBits {
  static var present: UInt64 { 1 }
  static var writable: UInt64 { 2 }
  static var user: UInt64 { 4 }
  static var accessed: UInt64 { 0x20 }
  static var dirty: UInt64 { 0x40 }
  static var large: UInt64 { 0x80 }
  static var address: UInt64 { 0x000f_ffff_ffff_f000 }
  static var noExecute: UInt64 { 1 << 63 }
  /// Physical address bits beyond the machine's 40.
  static var reserved: UInt64 { 0x000f_ff00_0000_0000 }
}

@inline(__always)
func isCanonical(_ va: UInt64) -> Bool {
  Int64(bitPattern: va << 16) >> 16 == Int64(bitPattern: va)
}

extension UnsafeMutablePointer where Pointee == MachineCore {
  /// Reads a table entry; all ones outside memory.
  func entry(_ physical: UInt64) -> UInt64 {
    let frame = physical >> 12
    guard frame < pointee.frameCount else { return ~0 }
    guard let host = pointee.frames[Int(truncatingIfNeeded: frame)] else { return 0 }
    return (host + Int(physical & 0xff8)).load(as: UInt64.self)
  }

  func setEntry(_ physical: UInt64, _ value: UInt64) {
    let offset = Int(physical & 0xff8)
    guard let host = writableFrame(physical >> 12, offset: offset, count: 8) else { return }
    (host + offset).storeBytes(of: value, as: UInt64.self)
  }

  /// Walks the tables for a debugger and keeps the entries visited.
  func walk(_ va: UInt64, cr3: UInt64) -> PageWalk {
    var levels: [PageWalkLevel] = []
    let found = find(va, cr3: cr3) { levels.append($0) }
    return PageWalk(levels: levels, physical: found?.physical, pageBytes: found?.pageBytes ?? 0)
  }

  /// Finds a page for a debugger: no permission checks, no accessed or dirty bits. `visit` sees the
  /// entries on the way; nil if one of them leads nowhere.
  @inline(__always)
  func find(
    _ va: UInt64, cr3: UInt64, visit: (PageWalkLevel) -> Void
  ) -> (physical: PhysicalAddress, pageBytes: UInt64)? {
    guard isCanonical(va) else { return nil }
    var table = cr3 & PageBits.address
    var shift: UInt64 = 39
    for level in (1...4).reversed() {
      let at = table &+ ((va >> shift) & 511) &* 8
      let value = entry(at)
      visit(PageWalkLevel(level: level, entryAddress: at, entry: value))
      guard value & PageBits.present != 0, at >> 12 < pointee.frameCount else { return nil }
      if level == 1 || (level < 4 && value & PageBits.large != 0) {
        let mask = (UInt64(1) << shift) &- 1
        return (PhysicalAddress((value & PageBits.address & ~mask) | (va & mask)), mask &+ 1)
      }
      table = value & PageBits.address
      shift -= 9
    }
    return nil
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Translates a virtual address as the processor does: checks permissions, sets accessed and
  /// dirty bits.
  ///
  /// - Throws: #GP for a non-canonical address (marked by `Fault.address` 1), #PF otherwise.
  func translate(
    _ va: UInt64, _ kind: AccessKind, user: Bool
  ) throws(Fault) -> Translation {
    if pointee.cr0 >> 31 == 0 { return Translation(physical: va, pageBytes: 4096) }
    if pointee.efer & 0x400 == 0 { return try translateLegacy(va, kind, user: user) }
    guard isCanonical(va) else { throw Fault(13, errorCode: 0, address: 1) }
    let core = pointee.core
    let noExecuteEnabled = pointee.efer & 0x800 != 0
    let reserved = PageBits.reserved | (noExecuteEnabled ? 0 : PageBits.noExecute)
    var code: UInt32 = (kind == .write ? 2 : 0) | (user ? 4 : 0)
    if kind == .execute, noExecuteEnabled || pointee.cr4 & (1 << 20) != 0 { code |= 16 }
    var entries: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var allowed = PageBits.user | PageBits.writable
    var noExecute: UInt64 = 0
    var table = pointee.cr3 & PageBits.address
    var shift: UInt64 = 39
    var value: UInt64 = 0
    while true {
      let at = table &+ ((va >> shift) & 511) &* 8
      value = core.entry(at)
      if value & PageBits.present == 0 { throw .page(va, code) }
      let large = shift != 12 && value & PageBits.large != 0
      let low = large ? ((UInt64(1) << shift) &- 1) & ~0x1fff : 0
      if value & (reserved | low) != 0 || (large && shift == 39) { throw .page(va, code | 9) }
      allowed &= value
      noExecute |= value
      switch shift {
      case 39: entries.0 = at
      case 30: entries.1 = at
      case 21: entries.2 = at
      default: entries.3 = at
      }
      if large || shift == 12 { break }
      table = value & PageBits.address
      shift &-= 9
    }
    try check(va, kind, user: user, allowed: allowed, noExecute: noExecute, code: code)
    mark(entries, leaf: shift, dirty: kind == .write)
    let mask = (UInt64(1) << shift) &- 1
    return Translation(
      physical: (value & PageBits.address & ~mask) | (va & mask), pageBytes: mask &+ 1,
      isGuarded: isGuarded(kind, user: user, allowed: allowed))
  }

  /// Whether an access is one that SMAP is there for: data of a user page, by the supervisor.
  @inline(__always)
  func isGuarded(_ kind: AccessKind, user: Bool, allowed: UInt64) -> Bool {
    pointee.cr4 & 1 << 21 != 0 && !user && kind != .execute && allowed & PageBits.user != 0
  }

  @inline(__always)
  func check(
    _ va: UInt64, _ kind: AccessKind, user: Bool, allowed: UInt64, noExecute: UInt64,
    code: UInt32
  ) throws(Fault) {
    let userPage = allowed & PageBits.user != 0
    if user && !userPage { throw .page(va, code | 1) }
    if isGuarded(kind, user: user, allowed: allowed) {
      let lifted = pointee.systemFlags & Flag.alignment != 0 && !pointee.isImplicit
      if !lifted { throw .page(va, code | 1) }
    }
    switch kind {
    case .read: break
    case .write:
      let protects = user || pointee.cr0 & (1 << 16) != 0
      if protects, allowed & PageBits.writable == 0 { throw .page(va, code | 1) }
    case .execute:
      if noExecute >> 63 != 0 { throw .page(va, code | 1) }
      if userPage, !user, pointee.cr4 & (1 << 20) != 0 { throw .page(va, code | 1) }
    }
  }

  @inline(__always)
  private func mark(
    _ entries: (UInt64, UInt64, UInt64, UInt64), leaf: UInt64, dirty: Bool
  ) {
    mark(entries.0, leaf: false, dirty: dirty)
    mark(entries.1, leaf: leaf == 30, dirty: dirty)
    if leaf < 30 { mark(entries.2, leaf: leaf == 21, dirty: dirty) }
    if leaf < 21 { mark(entries.3, leaf: true, dirty: dirty) }
  }

  @inline(__always)
  private func mark(_ at: UInt64, leaf: Bool, dirty: Bool) {
    let core = pointee.core
    let old = core.entry(at)
    let new = old | PageBits.accessed | (leaf && dirty ? PageBits.dirty : 0)
    if new != old { core.setEntry(at, new) }
  }
}
