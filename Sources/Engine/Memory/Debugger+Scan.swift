// Going over memory without knowing what of it is there.

extension Debugger {
  /// Shows the readable memory from `start` through `last` in ascending order, piece by piece, in
  /// place where the target can. What no page table maps costs nothing.
  ///
  /// - Parameters:
  ///   - isWanted: leaves out pages, by how they are mapped; not asked where there are no tables.
  ///   - body: takes a piece of at most a few pages; returns false to end. Pieces that follow each
  ///     other in memory follow each other here.
  public func scan(
    from start: UInt64, through last: UInt64,
    isWanted: (PageTables.Mapping) -> Bool = { _ in true },
    _ body: (_ address: UInt64, _ bytes: UnsafeRawBufferPointer) throws -> Bool
  ) throws {
    guard var tables = pageTables else {
      return try scanByReading(from: start, through: last, body)
    }
    var place = start
    while place <= last, let mapping = tables.nextMapping(from: place, through: last) {
      try checkCancelled()
      let end = mapping.address &+ (mapping.size &- 1)
      if mapping.address > last { return }
      if isWanted(mapping) {
        let first = max(place, mapping.address)
        let offset = first &- mapping.address
        let isOver = try scan(
          mapping.physical &+ offset, at: first, through: min(end, last), body)
        if isOver { return }
      }
      if end >= last || end == .max { return }
      place = end &+ 1
    }
  }

  /// Shows physical memory from `start` through `last` as ``scan(from:through:isWanted:_:)`` does.
  public func scanPhysical(
    from start: UInt64, through last: UInt64,
    _ body: (_ address: UInt64, _ bytes: UnsafeRawBufferPointer) throws -> Bool
  ) throws {
    guard start <= last else { return }
    _ = try scan(start, at: start, through: last, body)
  }

  /// Shows a stretch of one mapping, frame by frame. Returns whether the body ended it.
  private func scan(
    _ physical: UInt64, at address: UInt64, through last: UInt64,
    _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool
  ) throws -> Bool {
    var frame = physical
    var place = address
    var goesOn = true
    while goesOn {
      if frame & 0xF_FFFF < 0x1000 { try checkCancelled() }
      let left = last &- place
      let isThere = try target.withPhysicalPage(frame) { page in
        let count = left >= UInt64(page.count) ? page.count : Int(left) + 1
        goesOn = try body(place, UnsafeRawBufferPointer(rebasing: page[..<count]))
      }
      let step = 0x1000 - (frame & 0xFFF)
      if left < step { return !goesOn }
      // Beyond the end of memory there is none.
      if !isThere, frame >= 1 << 52 { return false }
      frame &+= step
      place &+= step
    }
    return true
  }

  /// The same for targets without page tables of their own.
  private func scanByReading(
    from start: UInt64, through last: UInt64,
    _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool
  ) throws {
    let end = target.pointerSize == 8 ? last : min(last, 0xFFFF_FFFF)
    guard let sparse = target as? any SparseTarget else {
      _ = try read(from: start, through: end, body)
      return
    }
    var place = start
    while place <= end, let stretch = sparse.nextMemory(from: place, through: end) {
      try checkCancelled()
      let upper = min(stretch.upperBound, end)
      guard try read(from: max(place, stretch.lowerBound), through: upper, body), upper < .max
      else { return }
      place = upper &+ 1
    }
  }

  /// Reads a stretch in pieces of 64 KiB and shows what is there. Returns whether to go on.
  private func read(
    from start: UInt64, through end: UInt64,
    _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool
  ) throws -> Bool {
    var place = start
    while place <= end {
      try checkCancelled()
      let toBoundary = 0x1_0000 - (place & 0xFFFF)
      let left = end &- place
      let count = left >= toBoundary ? Int(toBoundary) : Int(left) + 1
      let memory = read(place, count)
      var offset = 0
      for hole in memory.holes + [count..<count] {
        if hole.lowerBound > offset {
          let goesOn = try memory.bytes.withUnsafeBytes { bytes in
            let piece = UnsafeRawBufferPointer(rebasing: bytes[offset..<hole.lowerBound])
            return try body(place &+ UInt64(offset), piece)
          }
          if !goesOn { return false }
        }
        offset = hole.upperBound
      }
      if left < toBoundary { break }
      place &+= toBoundary
    }
    return true
  }
}
