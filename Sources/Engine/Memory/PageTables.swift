/// Four-level page tables, read from physical memory (Intel SDM vol. 3A, 4.5).
///
/// Tables are read whole and the last one of each level is kept, so that walking addresses in order
/// costs little. A value is good until the target's state changes.
public struct PageTables {
  /// One step of a translation.
  public struct Entry: Equatable, Sendable {
    /// 4 for the top table's entry (PML4E), 3 PDPE, 2 PDE, 1 PTE.
    public var level: Int
    /// Where the entry stands.
    public var physicalAddress: UInt64
    /// What stands there.
    public var value: UInt64

    /// Whether the entry leads on.
    public var isPresent: Bool { value & 1 != 0 }
    /// Whether the entry maps a page rather than the next table.
    public var isLeaf: Bool { level == 1 || (level < 4 && value & 0x80 != 0) }
    /// Bytes that an entry of this level covers.
    public var span: UInt64 { 1 << Self.shift(level) }
    /// The physical address of the table or page behind it.
    public var target: UInt64 {
      let mask = isLeaf ? span &- 1 : 0xFFF
      return value & PageTables.addressBits & ~mask
    }

    static func shift(_ level: Int) -> UInt64 { UInt64(12 + (level - 1) * 9) }
  }

  /// A page that is mapped.
  public struct Mapping: Equatable, Sendable {
    /// The first address of the page.
    public var address: UInt64
    /// Bytes: 4 KiB, 2 MiB or 1 GiB.
    public var size: UInt64
    /// Where it lies in physical memory.
    public var physical: UInt64
    /// The entry that maps it.
    public var entry: UInt64
    /// What every level allows: bit 1 writable, bit 2 user; bit 63 no execution.
    public var rights: UInt64
  }

  /// Bits of an entry that are an address.
  static let addressBits: UInt64 = 0x000F_FFFF_FFFF_F000

  /// The physical address of the top table.
  public let root: UInt64
  private let target: any Target
  /// The table of each level that was read last.
  private var tables: [Table?] = Array(repeating: nil, count: 5)

  private struct Table {
    var place: UInt64
    var entries: [UInt64]
  }

  /// The tables whose top one is at `root`, the low 12 bits of which (PCID, PWT, PCD) do not count.
  public init(target: any Target, root: UInt64) {
    self.target = target
    self.root = root & Self.addressBits
  }

  /// The entries that lead to an address, from the top; the last is not present, or the leaf. Empty
  /// when the top table cannot be read or the address is not canonical.
  public mutating func walk(_ address: UInt64) -> [Entry] {
    guard Self.isCanonical(address) else { return [] }
    var found: [Entry] = []
    var table = root
    for level in [4, 3, 2, 1] {
      let index = Int(truncatingIfNeeded: address >> Entry.shift(level)) & 511
      guard let value = entries(of: table, level)?[index] else { return found }
      let entry = Entry(
        level: level, physicalAddress: table &+ UInt64(index) &* 8, value: value)
      found.append(entry)
      guard entry.isPresent, !entry.isLeaf else { return found }
      table = entry.target
    }
    return found
  }

  /// The first page at or behind `address`, and not behind `last`, that is mapped; ranges that no
  /// table maps are passed over at once. The mapping's address may lie in front of `address`.
  public mutating func nextMapping(from address: UInt64, through last: UInt64) -> Mapping? {
    var place = address
    while place <= last {
      guard Self.isCanonical(place) else {
        place = 0xFFFF_8000_0000_0000
        continue
      }
      let path = walk(place)
      guard let end = path.last else { return nil }
      let start = place & ~(end.span &- 1)
      if end.isPresent, end.isLeaf {
        var rights: UInt64 = 6
        for entry in path {
          rights &= entry.value | 1 << 63
          rights |= entry.value & 1 << 63
        }
        return Mapping(
          address: start, size: end.span, physical: end.target, entry: end.value, rights: rights)
      }
      let (next, isOver) = start.addingReportingOverflow(end.span)
      if isOver { return nil }
      place = next
    }
    return nil
  }

  private mutating func entries(of place: UInt64, _ level: Int) -> [UInt64]? {
    if let known = tables[level], known.place == place { return known.entries }
    var entries = [UInt64](repeating: 0, count: 512)
    let holes = entries.withUnsafeMutableBytes { buffer in
      (try? target.readPhysical(place, into: buffer)) ?? [0..<4096]
    }
    guard holes.isEmpty else { return nil }
    tables[level] = Table(place: place, entries: entries)
    return entries
  }

  private static func isCanonical(_ address: UInt64) -> Bool {
    Int64(bitPattern: address << 16) >> 16 == Int64(bitPattern: address)
  }
}

extension Debugger {
  /// The page tables that addresses in scope go through; nil where the target has none, paging is
  /// off, or they are not those of 64-bit mode.
  public var pageTables: PageTables? { pageTables(of: addressSpace) }

  /// The page tables of an address space, as ``pageTables``.
  public func pageTables(of space: AddressSpace) -> PageTables? {
    guard target.capabilities.contains(.physicalMemory) else { return nil }
    switch space {
    case .directory(let root): return PageTables(target: target, root: root)
    case .processor(let number):
      guard let context = try? target.context(processor: number), context.isKnown(.cr3) else {
        return nil
      }
      // CR0.PG, and EFER.LMA for tables of four levels.
      if context.isKnown(.cr0), context[.cr0] >> 31 & 1 == 0 { return nil }
      if context.isKnown(.efer), context[.efer] & 0x400 == 0 { return nil }
      return PageTables(target: target, root: context[.cr3])
    }
  }
}
