/// Virtual addresses through page tables of four levels (Intel SDM vol. 3A, 4.5), for targets that
/// have physical memory and no processor that could do it.
struct PageWalk {
  /// The little-endian quadword at a physical address, nil where there is none.
  var load: (UInt64) -> UInt64?

  /// The physical address behind a virtual one under the tables at `root` (CR3), nil where it is not
  /// mapped.
  ///
  /// A page on its way out of a working set counts as mapped: its entry is not valid, but says
  /// "transition" (bit 11) without "prototype" (bit 10), and its frame still holds it.
  func translate(_ address: UInt64, root: UInt64) -> UInt64? {
    guard Self.isCanonical(address) else { return nil }
    var table = root & Self.frameMask
    for shift: UInt64 in [39, 30, 21, 12] {
      let index = (address >> shift) & 0x1FF
      guard let entry = load(table &+ index &* 8) else { return nil }
      let isLeaf = shift == 12
      guard entry & 1 != 0 || (isLeaf && entry & 0xC00 == 0x800) else { return nil }
      let isLarge = (shift == 30 || shift == 21) && entry & 0x80 != 0
      if isLeaf || isLarge {
        let offset: UInt64 = (1 << shift) &- 1
        return (entry & Self.frameMask & ~offset) | (address & offset)
      }
      table = entry & Self.frameMask
    }
    return nil
  }

  private static let frameMask: UInt64 = 0x000F_FFFF_FFFF_F000

  private static func isCanonical(_ address: UInt64) -> Bool {
    let upper = Int64(bitPattern: address) >> 47
    return upper == 0 || upper == -1
  }
}
