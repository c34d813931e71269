/// One entry of a page table, as the processor reads it (Intel SDM vol. 3A, 4.5).
struct PageTableEntry {
  /// The levels of an address's translation, with NT's names for their entries.
  enum Level: Int, CaseIterable {
    case pxe, ppe, pde, pte

    /// How the level's entry is called.
    var name: String { ["PXE", "PPE", "PDE", "PTE"][rawValue] }

    /// How far the index into the level's table stands in an address.
    var shift: UInt64 { [39, 30, 21, 12][rawValue] }

    /// Where the tables of this level appear in the self-map of slot 1EDh.
    var mapBase: UInt64 {
      [0xffff_f6fb_7dbe_d000, 0xffff_f6fb_7da0_0000, 0xffff_f6fb_4000_0000, 0xffff_f680_0000_0000][
        rawValue]
    }

    /// The address of this level's entry for an address.
    func entryAddress(for address: UInt64) -> UInt64 {
      let page = (address & 0x0000_ffff_ffff_ffff) >> shift
      return mapBase &+ page &* 8
    }
  }

  var value: UInt64

  var isValid: Bool { value & 1 != 0 }
  /// Whether a PPE or PDE maps a large page itself.
  var isLarge: Bool { value & 0x80 != 0 }
  var frame: UInt64 { (value >> 12) & 0xf_ffff_ffff }

  /// The eleven letters that `!pte` prints: copy-on-write, global, large, dirty, accessed, no cache,
  /// write-through, kernel or user, writable or read-only, executable, valid.
  var flags: String {
    let letters: [(bit: UInt64, set: Character, clear: Character)] = [
      (9, "C", "-"), (8, "G", "-"), (7, "L", "-"), (6, "D", "-"), (5, "A", "-"), (4, "N", "-"),
      (3, "T", "-"), (2, "U", "K"), (1, "W", "R"), (63, "-", "E"), (0, "V", "-"),
    ]
    return String(letters.map { value & (1 << $0.bit) != 0 ? $0.set : $0.clear })
  }
}
