/// Paging without IA-32e mode (Intel SDM vol. 3A §4.3 and §4.4): 32-bit tables, and PAE tables if
/// CR4.PAE is set.
extension UnsafeMutablePointer where Pointee == ProcessorState {
  func translateLegacy(
    _ va: UInt64, _ kind: AccessKind, user: Bool
  ) throws(Fault) -> Translation {
    let wide = pointee.cr4 & 0x20 != 0
    let noExecuteEnabled = wide && pointee.efer & 0x800 != 0
    var code: UInt32 = (kind == .write ? 2 : 0) | (user ? 4 : 0)
    if kind == .execute, noExecuteEnabled || pointee.cr4 & (1 << 20) != 0 { code |= 16 }
    return wide
      ? try translateWide(va, kind, user, code, noExecute: noExecuteEnabled)
      : try translateNarrow(va, kind, user, code)
  }

  private func translateNarrow(
    _ va: UInt64, _ kind: AccessKind, _ user: Bool, _ code: UInt32
  ) throws(Fault) -> Translation {
    let first = (pointee.cr3 & 0xffff_f000) &+ (va >> 22 & 0x3ff) &* 4
    let directory = entry32(first)
    guard directory & PageBits.present != 0 else { throw .page(va, code) }
    if directory & PageBits.large != 0, pointee.cr4 & 0x10 != 0 {
      // Bit 21 is reserved; bits 13-20 are address bits 32-39 (PSE-36).
      guard directory & 1 << 21 == 0 else { throw .page(va, code | 9) }
      try check(va, kind, user: user, allowed: directory, noExecute: 0, code: code)
      mark32(first, directory, dirty: kind == .write)
      let base = (directory & 0xffc0_0000) | (directory >> 13 & 0xff) << 32
      return Translation(
        physical: base | va & 0x3f_ffff, pageBytes: 1 << 22,
        isGuarded: isGuarded(kind, user: user, allowed: directory))
    }
    let second = (directory & 0xffff_f000) &+ (va >> 12 & 0x3ff) &* 4
    let page = entry32(second)
    guard page & PageBits.present != 0 else { throw .page(va, code) }
    try check(va, kind, user: user, allowed: directory & page, noExecute: 0, code: code)
    mark32(first, directory, dirty: false)
    mark32(second, page, dirty: kind == .write)
    return Translation(
      physical: page & 0xffff_f000 | va & 0xfff, pageBytes: 4096,
      isGuarded: isGuarded(kind, user: user, allowed: directory & page))
  }

  private func translateWide(
    _ va: UInt64, _ kind: AccessKind, _ user: Bool, _ code: UInt32, noExecute enabled: Bool
  ) throws(Fault) -> Translation {
    let core = pointee.core
    let reserved =
      PageBits.reserved | 0x7ff0_0000_0000_0000 | (enabled ? 0 : PageBits.noExecute)
    // The four top entries are read here at each walk; a processor reads them when CR3 is loaded.
    let top = core.entry((pointee.cr3 & 0xffff_ffe0) &+ (va >> 30 & 3) &* 8)
    guard top & PageBits.present != 0 else { throw .page(va, code) }
    let first = (top & PageBits.address) &+ (va >> 21 & 0x1ff) &* 8
    let directory = core.entry(first)
    guard directory & PageBits.present != 0 else { throw .page(va, code) }
    let large = directory & PageBits.large != 0
    guard directory & (reserved | (large ? 0x1f_e000 : 0)) == 0 else {
      throw .page(va, code | 9)
    }
    if large {
      try check(va, kind, user: user, allowed: directory, noExecute: directory, code: code)
      mark64(first, directory, dirty: kind == .write)
      let base = directory & PageBits.address & ~0x1f_ffff
      return Translation(
        physical: base | va & 0x1f_ffff, pageBytes: 1 << 21,
        isGuarded: isGuarded(kind, user: user, allowed: directory))
    }
    let second = (directory & PageBits.address) &+ (va >> 12 & 0x1ff) &* 8
    let page = core.entry(second)
    guard page & PageBits.present != 0 else { throw .page(va, code) }
    guard page & reserved == 0 else { throw .page(va, code | 9) }
    try check(
      va, kind, user: user, allowed: directory & page, noExecute: directory | page, code: code)
    mark64(first, directory, dirty: false)
    mark64(second, page, dirty: kind == .write)
    return Translation(
      physical: page & PageBits.address | va & 0xfff, pageBytes: 4096,
      isGuarded: isGuarded(kind, user: user, allowed: directory & page))
  }

  private func entry32(_ at: UInt64) -> UInt64 {
    let both = pointee.core.entry(at & ~7)
    return at & 4 == 0 ? both & 0xffff_ffff : both >> 32
  }

  private func mark32(_ at: UInt64, _ old: UInt64, dirty: Bool) {
    let new = old | PageBits.accessed | (dirty ? PageBits.dirty : 0)
    guard new != old else { return }
    let both = pointee.core.entry(at & ~7)
    let merged = at & 4 == 0 ? (both & ~0xffff_ffff) | new : (both & 0xffff_ffff) | new << 32
    pointee.core.setEntry(at & ~7, merged)
  }

  private func mark64(_ at: UInt64, _ old: UInt64, dirty: Bool) {
    let new = old | PageBits.accessed | (dirty ? PageBits.dirty : 0)
    if new != old { pointee.core.setEntry(at, new) }
  }
}
