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
    var tables = MappedPages(debugger)
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
  private var tables: PageTables?

  init(_ debugger: Debugger) { tables = debugger.pageTables }

  /// The first mapped page at or after an address and below an end. Where there are no page tables,
  /// every page may be there.
  mutating func next(from start: UInt64, below end: UInt64) -> UInt64? {
    let page = start & ~0xFFF
    guard page < end else { return nil }
    guard tables != nil else { return page }
    guard let mapping = tables?.nextMapping(from: page, through: end - 1) else { return nil }
    return max(page, mapping.address)
  }
}
