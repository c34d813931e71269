import Engine
import Language

/// All small blocks of nonpaged or paged pool, page by page.
struct PoolScan {
  private let session: Session
  private let range: Range<UInt64>

  /// Nonpaged pool (or paged), from an address on. Throws without the kernel's symbols.
  init(_ session: Session, isPaged: Bool = false, from start: UInt64 = 0) throws {
    self.session = session
    let debugger = session.debugger
    let kind = isPaged ? "Paged" : "NonPaged"
    let first = try debugger.readPointer(debugger.address(of: "nt!Mm\(kind)PoolStart"))
    let end = try debugger.readPointer(debugger.address(of: "nt!Mm\(kind)PoolEnd"))
    let from = max(first, start & ~0xFFF)
    range = from..<max(from, end)
  }

  /// The addresses that are looked through.
  var addresses: Range<UInt64> { range }

  /// Calls a body with each block, in ascending order. Pages that are not there or hold no chain of
  /// blocks (large allocations) are passed over.
  func visit(_ body: (PoolBlock) throws -> Void) throws {
    let debugger = session.debugger
    let tables = MappedPages(debugger)
    var page = range.lowerBound
    while let next = tables.next(from: page, below: range.upperBound) {
      try session.checkCancelled()
      let memory = debugger.read(next, 0x1000)
      if memory.isComplete, let blocks = try? PoolBlock.blocks(of: memory, debugger) {
        for block in blocks { try body(block) }
      }
      page = next &+ 0x1000
    }
  }
}

/// Finds mapped pages without asking for every page: an absent table stands for all it would cover.
struct MappedPages {
  private let debugger: Debugger

  init(_ debugger: Debugger) { self.debugger = debugger }

  /// The first mapped page at or after an address and below an end.
  func next(from start: UInt64, below end: UInt64) -> UInt64? {
    var page = start & ~0xFFF
    while page < end {
      guard let missing = missingSpan(page) else { return page }
      let (following, isOver) = (page & ~(missing &- 1)).addingReportingOverflow(missing)
      if isOver { return nil }
      page = following
    }
    return nil
  }

  /// How many bytes around an address are not mapped because of the entry that ends its translation;
  /// nil where it is mapped.
  private func missingSpan(_ address: UInt64) -> UInt64? {
    for level in PageTableEntry.Level.allCases {
      guard let value = try? debugger.readUInt(level.entryAddress(for: address), 8) else {
        return 1 << level.shift
      }
      let entry = PageTableEntry(value: value)
      guard entry.isValid else { return 1 << level.shift }
      if entry.isLarge, level == .ppe || level == .pde { return nil }
    }
    return nil
  }
}
