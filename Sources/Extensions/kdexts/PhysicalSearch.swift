import Engine
import Language

extension KernelExtension {
  static let physicalSearch = Command(
    "search", summary: "Search physical memory for a pointer-sized value.",
    details: "Shows the values that are Data, or differ from it by a single bit; with a Delta that "
      + "is not 0, those from Data - Delta to Data + Delta, and those that differ from the lowest of "
      + "them by a single bit. StartPFN and EndPFN are page frames. -p takes Data as 32 bits and "
      + "does not extend its sign; -s is accepted.",
    examples: [
      "!search nt": "pointers to the kernel's base",
      "!search nt 1000 100 200": "pointers near it, in some page frames",
    ],
    related: ["s", "!dp", "!pte", "!vtop"], repetition: .none,
    grammar: .switches("s", "p"), .expression("Data"), .optional(.expression("Delta")),
    .optional(.expression("StartPFN")), .optional(.expression("EndPFN"))
  ) { session, switches, data, delta, first, last in
    var wanted = PhysicalSearch(
      data: switches.contains("p") ? data & 0xFFFF_FFFF : data, delta: delta ?? 0)
    try wanted.run(first, last, session)
  }
}

/// What `!search` looks for, and its table.
private struct PhysicalSearch {
  let lowest: UInt64
  let highest: UInt64
  let data: UInt64
  let delta: UInt64

  init(data: UInt64, delta: UInt64) {
    self.data = data
    self.delta = delta
    let (low, isBelow) = data.subtractingReportingOverflow(delta)
    let (high, isAbove) = data.addingReportingOverflow(delta)
    lowest = isBelow ? 0 : low
    highest = isAbove ? .max : high
  }

  private func matches(_ value: UInt64) -> Bool {
    if value >= lowest, value <= highest { return true }
    return (value ^ lowest).nonzeroBitCount == 1
  }

  mutating func run(_ first: UInt64?, _ last: UInt64?, _ session: Session) throws {
    let debugger = session.debugger
    guard debugger.target.capabilities.contains(.physicalMemory) else {
      throw TargetError.unsupported("read physical memory")
    }
    let start = first ?? 0
    let end = try last ?? highestFrame(session)
    guard start <= end, end < 1 << 40 else { throw session.rejectedAtEnd(.range) }
    let digits = session.pointerSize * 2
    session.print(
      "Searching PFNs in range \(start.upperHex(8)) - \(end.upperHex(8)) for "
        + "[\(lowest.upperHex(digits)) - \(highest.upperHex(digits))]")
    session.print()
    session.print(
      "Pfn      Offset   \("Hit".padded(digits)) \("Va".padded(digits)) Pte")
    session.print(String(repeating: "- ", count: 18 + digits) + "-")
    let size = session.pointerSize
    let mappings = try Mappings(session)
    try debugger.scanPhysical(from: start << 12, through: end << 12 | 0xFFF) { address, page in
      var offset = 0
      while offset + size <= page.count {
        let value =
          size == 8
          ? UInt64(littleEndian: page.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
          : UInt64(
            UInt32(littleEndian: page.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        if matches(value) {
          try session.checkCancelled()
          let place = address &+ UInt64(offset)
          session.print(line(place, value, digits, mappings))
        }
        offset += size
      }
      return true
    }
    session.print("Search done.")
  }

  private func line(_ place: UInt64, _ value: UInt64, _ digits: Int, _ mappings: Mappings)
    -> String
  {
    let start =
      "\((place >> 12).upperHex(8)) \((place & 0xFFF).upperHex(8)) \(value.upperHex(digits))"
    guard let page = mappings.pages[place >> 12] else { return start }
    let entry = mappings.map.entryAddress(.pte, for: page)
    return "\(start) \((page | place & 0xFFF).upperHex(digits)) \(entry.upperHex(digits))"
  }

  /// The highest page frame there is.
  private func highestFrame(_ session: Session) throws -> UInt64 {
    if let symbol = session.debugger.resolve("nt!MmHighestPhysicalPage").first,
      let value = try? session.debugger.readPointer(symbol.address)
    {
      return value
    }
    // Without a kernel, by halves: memory begins at 0 and has no holes that a search could use.
    var low: UInt64 = 0
    var high: UInt64 = 1 << 28
    while low < high {
      let middle = low + (high - low + 1) / 2
      if session.debugger.target.withPhysicalPage(middle << 12, { _ in }) {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return low
  }
}

/// Which page an address space has mapped to each page frame.
private struct Mappings {
  var pages: [UInt64: UInt64] = [:]
  let map: SelfMap

  init(_ session: Session) throws {
    map = SelfMap(session)
    guard var tables = session.debugger.pageTables else { return }
    var place: UInt64 = 0
    while let page = tables.nextMapping(from: place, through: .max) {
      try session.checkCancelled()
      for offset in stride(from: UInt64(0), to: min(page.size, 1 << 21), by: 0x1000) {
        let frame = (page.physical &+ offset) >> 12
        // The page tables' own mapping is not what anybody looks for.
        if map.address(mappedBy: page.address) == nil, pages[frame] == nil {
          pages[frame] = page.address &+ offset
        }
      }
      let (next, isOver) = page.address.addingReportingOverflow(page.size)
      if isOver { break }
      place = next
    }
  }
}
