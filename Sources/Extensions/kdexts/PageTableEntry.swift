import Engine
import Language

/// One entry of a page table, as the processor reads it (Intel SDM vol. 3A, 4.5).
struct PageTableEntry {
  /// The levels of an address's translation, with NT's names for their entries.
  enum Level: Int, CaseIterable {
    case pxe, ppe, pde, pte

    /// How the level's entry is called.
    var name: String { ["PXE", "PPE", "PDE", "PTE"][rawValue] }

    /// The level as the processor's manual counts them, the top one being 4.
    var number: Int { 4 - rawValue }
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

/// Where the page tables appear in the address space that they make: one entry of the top table leads
/// to that table itself.
struct SelfMap {
  /// The entry's index in the top table.
  let slot: UInt64

  /// The index that NT has used since its first 64-bit version.
  static let usualSlot: UInt64 = 0x1ED

  /// The map of the address space in scope; where no entry leads back, the usual one.
  init(_ session: Session) {
    slot = Self.find(session) ?? Self.usualSlot
  }

  private static func find(_ session: Session) -> UInt64? {
    guard let tables = session.debugger.pageTables,
      let top = try? session.debugger.readPhysical(tables.root, 0x1000)
    else { return nil }
    return (0..<UInt64(512)).first { index in
      let value = top.uint(at: Int(index) * 8, size: 8) ?? 0
      return value & 1 != 0 && value & 0x000F_FFFF_FFFF_F000 == tables.root
    }
  }

  /// Where the entry of a level for an address stands.
  func entryAddress(_ level: PageTableEntry.Level, for address: UInt64) -> UInt64 {
    var place = address
    for _ in 0..<level.number { place = base | (place & 0x0000_FFFF_FFFF_FFFF) >> 9 & ~7 }
    return place
  }

  /// The address that the page table entry at a place maps, or nil when no entries stand there.
  func address(mappedBy place: UInt64) -> UInt64? {
    guard place >> 39 == base >> 39 else { return nil }
    let page = (place & 0x7F_FFFF_FFF8) << 9
    return page >> 47 & 1 != 0 ? page | 0xFFFF_0000_0000_0000 : page
  }

  /// The first page table entry.
  private var base: UInt64 {
    let place = slot << 39
    return slot >> 8 & 1 != 0 ? place | 0xFFFF_0000_0000_0000 : place
  }
}
