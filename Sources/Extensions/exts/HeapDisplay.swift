import Engine
import Language

/// Heaps in words.
///
/// Layouts: the displays of debuggers of Windows 7's time on x64, as public posts show them.
struct HeapDisplay {
  let session: Session

  /// An address without a back-tick, of the target's width.
  private func plain(_ address: UInt64) -> String { session.plainAddress(address) }

  // The list, and all of a heap.

  func list(_ heaps: [ProcessHeap], _ parts: Set<Character>, isNamed: Bool) throws {
    session.print("Index   Address  Name      Debugging options enabled")
    for heap in heaps {
      session.print("\(String(heap.number).leftPadded(3)):   \(heap.address.hex(8)) ")
      guard isNamed || !parts.isEmpty else { continue }
      let segments = try heap.segments()
      for segment in segments {
        session.print(
          "    Segment at \(plain(segment.base)) to \(plain(segment.end)) "
            + "(\(segment.committed.hex(8)) bytes committed)")
      }
      if parts.isSubset(of: ["v"]) && !parts.isEmpty {
        try validate(heap)
        continue
      }
      let all = parts.contains("a")
      try showFigures(heap)
      if all || parts.contains("f") { try showFreeBlocks(heap) }
      for (index, segment) in segments.enumerated() {
        if all || parts.contains("m") { try show(segment, index) }
        if all || parts.contains("h") { try showBlocks(heap, segment, index) }
      }
      if parts.contains("v") { try validate(heap) }
    }
  }

  private func showFigures(_ heap: ProcessHeap) throws {
    let record = heap.record
    func row(_ label: String, _ value: String) {
      session.print("    \("\(label):".padded(22))\(value)")
    }
    func number(_ field: String, _ width: Int = 8) throws -> String {
      try record[field].uint.hex(width)
    }
    row("Flags", try number("Flags"))
    row("ForceFlags", try number("ForceFlags"))
    row("Granularity", "\(heap.unit) bytes")
    row("Segment Reserve", try number("SegmentReserve"))
    row("Segment Commit", try number("SegmentCommit"))
    row("DeCommit Block Thres", try number("DeCommitFreeBlockThreshold"))
    row("DeCommit Total Thres", try number("DeCommitTotalFreeThreshold"))
    row("Total Free Size", try number("TotalFreeSize"))
    row("Max. Allocation Size", try number("MaximumAllocationSize", 16))
    row("Lock Variable at", plain(try record["LockVariable"].pointer))
    row("Next TagIndex", try number("NextAvailableTagIndex", 4))
    row("Maximum TagIndex", try number("MaximumTagIndex", 4))
    row("Tag Entries", try record["TagEntries"].pointer.hex(8))
    // The label is spelt so.
    row("PsuedoTag Entries", try record["PseudoTagEntries"].pointer.hex(8))
    row("Virtual Alloc List", try record["VirtualAllocdBlocks"].address.hex(8))
    for block in try heap.virtualBlocks() {
      session.print(
        "        \(plain(block.address)): \(block.size.hex(8)) - busy (\(block.userSize.hex()))")
    }
    row("Uncommitted ranges", try record["UCRList"].address.hex(8))
    for segment in try heap.segments() {
      for gap in segment.gaps {
        session.print("            \(gap.address.hex(8)): \(gap.size.hex(8))  (\(gap.size) bytes)")
      }
    }
  }

  private func showFreeBlocks(_ heap: ProcessHeap) throws {
    let head = try heap.record["FreeLists"]
    session.print(
      "    FreeList[ 00 ] at \(plain(head.address)): \(plain(try head["Flink"].pointer)) . "
        + plain(try head["Blink"].pointer))
    for entry in try head.list("nt!_HEAP_FREE_ENTRY", "FreeList", limit: 1 << 20) {
      try session.checkCancelled()
      guard let block = heap.block(at: entry.address, in: 0) else {
        session.print("        \(plain(entry.address)): cannot be read")
        continue
      }
      session.print("        \(line(block)) - free")
    }
    session.print("")
  }

  /// `00000000004a0a80: 00a80 . 01540 [100]`.
  private func line(_ block: ProcessHeap.Block) -> String {
    "\(plain(block.address)): \(block.previousSize.hex(5)) . \(block.size.hex(5)) "
      + "[1\(block.flags.hex(2))]"
  }

  private func show(_ segment: ProcessHeap.Segment, _ index: Int) throws {
    func row(_ label: String, _ value: String) {
      session.print("        \("\(label):".padded(17))\(value)")
    }
    session.print("    Segment\(UInt64(index).hex(2)) at \(segment.record.address.hex(8)):")
    row("Flags", try segment.record["SegmentFlags"].uint.hex(8))
    row("Base", segment.base.hex(8))
    row("First Entry", segment.first.hex(8))
    row("Last Entry", segment.end.hex(8))
    row("Total Pages", segment.pageCount.hex(8))
    row("Total UnCommit", segment.uncommittedPages.hex(8))
    row("Largest UnCommit", "00000000")
    session.print("        UnCommitted Ranges: (\(segment.gaps.count))")
    session.print("")
  }

  private func showBlocks(_ heap: ProcessHeap, _ segment: ProcessHeap.Segment, _ index: Int) throws
  {
    session.print(
      "    Heap entries for Segment\(UInt64(index).hex(2)) in Heap \(plain(heap.address))")
    session.print("                 address: psize . size  flags   state (requested size)")
    try heap.visit(segment) { part in
      switch part {
      case .block(let block):
        var text = "        \(line(block))"
        if block.isBusy {
          // Of a segment's own header all but a byte is its own.
          let size = block.address < segment.first ? block.size &- 1 : block.userSize
          text += " - busy (\(size.hex()))"
        }
        session.print(text)
      case .gap(let gap):
        session.print(
          "        \(plain(gap.address)):      \(gap.size.hex(8))      - uncommitted bytes.")
      case .broken(let address):
        session.print("        \(plain(address)): the header makes no sense")
      }
    }
    session.print("")
  }

  /// Checks that headers fit together.
  private func validate(_ heap: ProcessHeap) throws {
    var free: UInt64 = 0
    var errors = 0
    for segment in try heap.segments() {
      var previous: UInt64 = 0
      try heap.visit(segment) { part in
        switch part {
        case .block(let block):
          if block.address >= segment.first {
            // The first block of a segment has nothing before it, or the segment's own header.
            if block.address > segment.first, block.previousSize != previous {
              errors += 1
              session.print(
                "\(plain(block.address)): previous size \(block.previousSize.hex()) should be "
                  + previous.hex())
            }
            if !block.isBusy { free &+= block.size }
          }
          previous = block.size
        case .gap: previous = 0
        case .broken(let address):
          errors += 1
          session.print("\(plain(address)): the header makes no sense")
        }
      }
    }
    let said = try heap.record["TotalFreeSize"].uint &* heap.unit
    if said != free {
      errors += 1
      session.print("Total free size is \(free.hex()), the heap says \(said.hex())")
    }
    session.print(
      errors == 0
        ? "    Heap \(plain(heap.address)) is valid"
        : "    Heap \(plain(heap.address)) has \(errors) errors")
  }
}
