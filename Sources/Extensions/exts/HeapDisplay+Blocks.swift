import Engine
import Language

// Summaries of heaps, and blocks that are looked for.

extension HeapDisplay {
  private func plain(_ address: UInt64) -> String { session.plainAddress(address) }

  /// `!heap -s`.
  func summarize(_ heaps: [ProcessHeap]) throws {
    let rule = String(repeating: "-", count: 85)
    session.print(
      "          Heap     Flags   Reserv  Commit  Virt   Free  List   UCR  Virt  Lock  Fast ")
    session.print(
      "                            (k)     (k)    (k)     (k) length      blocks cont. heap ")
    session.print(rule)
    for heap in heaps {
      let segments = try heap.segments()
      let reserved = segments.reduce(UInt64(0)) { $0 &+ $1.pageCount &* 0x1000 }
      let committed = segments.reduce(UInt64(0)) { $0 &+ $1.committed }
      // Up to the end of the last page that is committed.
      let spread = segments.reduce(UInt64(0)) { (sum: UInt64, segment) -> UInt64 in
        let last = segment.gaps.last
        let tail: UInt64 = last.map { $0.address &+ $0.size == segment.end ? $0.size : 0 } ?? 0
        return sum &+ (segment.end &- segment.base) &- tail
      }
      let free = try heap.record["TotalFreeSize"].uint &* heap.unit
      let list = try heap.record["FreeLists"].list(
        "nt!_HEAP_FREE_ENTRY", "FreeList", limit: 1 << 20)
      func cell(_ value: UInt64, _ width: Int) -> String { String(value).leftPadded(width) }
      let gaps = segments.reduce(0) { $0 + $1.gaps.count }
      let cells: [String] = [
        cell(reserved / 1024, 8), cell(committed / 1024, 7), cell(spread / 1024, 7),
        cell(free / 1024, 7), cell(UInt64(list.count), 6), cell(UInt64(gaps), 6),
        cell(UInt64(try heap.virtualBlocks().count), 5), cell(try contention(heap), 7),
      ]
      let head = "\(plain(heap.address)) \(try heap.record["Flags"].uint.hex(8))"
      session.print(head + cells.joined() + (try frontEnd(heap)))
    }
    session.print(rule)
  }

  private func contention(_ heap: ProcessHeap) throws -> UInt64 {
    let counter = "Counters.LockAcquires"
    return heap.record.has(counter) ? try heap.record[counter].uint : 0
  }

  private func frontEnd(_ heap: ProcessHeap) throws -> String {
    try heap.record["FrontEndHeapType"].uint == 2 ? "   LFH" : "      "
  }

  /// `!heap -stat`: busy blocks by the size that was asked for, what takes most first.
  func count(_ heap: ProcessHeap) throws {
    var counts: [UInt64: UInt64] = [:]
    try heap.visitBlocks { block in
      if block.isBusy { counts[block.userSize, default: 0] += 1 }
    }
    let total = counts.reduce(0) { $0 &+ $1.key &* $1.value }
    session.print(" heap @ \(plain(heap.address))")
    session.print("group-by: TOTSIZE max-display: 20")
    session.print("    size     #blocks     total     ( %) (percent of total busy bytes)")
    let rows = counts.map { (size: $0.key, count: $0.value, total: $0.key &* $0.value) }
      .sorted { ($1.total, $1.size) < ($0.total, $0.size) }
    for row in rows.prefix(20) {
      let share = total == 0 ? 0 : row.total &* 10000 / total
      let percent = "\(share / 100).\(String(share % 100).leftPadded(2, with: "0"))"
      session.print("    \(row.size.hex()) \(row.count.hex()) - \(row.total.hex())  (\(percent))")
    }
  }

  /// `!heap -x`.
  func locate(_ address: UInt64, _ heaps: [ProcessHeap]) throws {
    for heap in heaps {
      guard let block = try block(holding: address, heap) else { continue }
      session.print(
        "Entry             User              Heap              Segment               Size  "
          + "PrevSize  Unused    Flags")
      session.print(String(repeating: "-", count: 109))
      func cell(_ value: UInt64) -> String { value.hex().leftPadded(10) }
      let state =
        (block.isBusy ? "busy " : "free ") + (block.isLast ? "last " : "")
        + (block.isVirtual ? "virtual " : "")
      session.print(
        "\(plain(block.address))  \(plain(block.user))  \(plain(heap.address))  "
          + "\(plain(block.segment))\(cell(block.size))\(cell(block.previousSize))"
          + "\(cell(block.isBusy ? block.unused : 0))  \(state)")
      return
    }
    throw CommandError.message("No heap block holds \(plain(address))")
  }

  private func block(holding address: UInt64, _ heap: ProcessHeap) throws -> ProcessHeap.Block? {
    var found: ProcessHeap.Block?
    try heap.visitBlocks { block in
      if address >= block.address, address &- block.address < block.size { found = block }
    }
    return found
  }

  /// `!heap -p -a`, `-flt`, `-srch`: blocks in a table.
  func find(_ filter: HeapFilter, _ heaps: [ProcessHeap]) throws {
    if case .holding(let address) = filter {
      for heap in heaps {
        guard let block = try block(holding: address, heap) else { continue }
        session.print("    address \(plain(address)) found in")
        return show([block], of: heap)
      }
      throw CommandError.message("No heap block holds \(plain(address))")
    }
    for heap in heaps {
      var blocks: [ProcessHeap.Block] = []
      try heap.visitBlocks { block in
        if block.isBusy, passes(block, filter) { blocks.append(block) }
      }
      show(blocks, of: heap)
    }
  }

  private func passes(_ block: ProcessHeap.Block, _ filter: HeapFilter) -> Bool {
    switch filter {
    case .holding: return false
    case .sizes(let sizes): return sizes.contains(block.userSize)
    case .pattern(let pattern, let size):
      let bytes = session.debugger.read(block.user, Int(clamping: min(block.userSize, 1 << 24)))
      guard bytes.isComplete, bytes.bytes.count >= size else { return false }
      let wanted = (0..<size).map { UInt8(truncatingIfNeeded: pattern >> UInt64($0 * 8)) }
      return stride(from: 0, through: bytes.bytes.count - size, by: size).contains { start in
        (0..<size).allSatisfy { bytes.bytes[start + $0] == wanted[$0] }
      }
    }
  }

  private func show(_ blocks: [ProcessHeap.Block], of heap: ProcessHeap) {
    session.print("    _HEAP @ \(heap.address.hex())")
    guard !blocks.isEmpty else { return }
    session.print(
      "              HEAP_ENTRY Size Prev Flags            UserPtr UserSize - state")
    var previous: UInt64 = 0
    for block in blocks {
      let state = block.isVirtual ? "busy VirtualAlloc" : block.isBusy ? "busy" : "free"
      session.print(
        "        \(plain(block.address)) \((block.size / heap.unit).hex(4)) "
          + "\((previous & 0xFFFF).hex(4))  [00]   \(plain(block.user))    "
          + "\(block.userSize.hex(5)) - (\(state))")
      previous = block.size / heap.unit
    }
  }
}
