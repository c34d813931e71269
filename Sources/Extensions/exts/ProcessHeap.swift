import Engine
import Language

/// A heap of a process, as ntdll keeps it: segments of blocks, each behind a `_HEAP_ENTRY`.
///
/// Layouts: the target's own types. Sizes in an entry are in units of an entry's size; its header is
/// encoded where `EncodeFlagMask` says so.
struct ProcessHeap {
  let session: Session
  /// The `_HEAP`.
  let record: Struct
  /// Its place in the list of heaps, from 1.
  let number: Int
  /// Bytes of a `_HEAP_ENTRY`, the unit of sizes.
  let unit: UInt64
  /// What headers are encoded with; 0 for nothing.
  private let encoding: UInt64

  var address: UInt64 { record.address }

  /// Blocks of a heap that are looked at.
  private static let most = 1 << 20

  init(_ session: Session, at address: UInt64, number: Int) throws {
    self.session = session
    self.number = number
    let debugger = session.debugger
    record = try debugger.structure("nt!_HEAP", at: address)
    unit = max(16, try debugger.type("nt!_HEAP_ENTRY").size)
    guard debugger.read(address, Int(clamping: record.type.size)).isComplete else {
      throw CommandError.message(
        "Unable to read HEAP structure at \(session.plainAddress(address))")
    }
    guard try record["Signature"].uint == 0xEEFF_EEFF else {
      throw CommandError.message("No heap at \(session.plainAddress(address))")
    }
    let isEncoded = try record["EncodeFlagMask"].uint != 0
    encoding = isEncoded ? try record["Encoding.AgregateCode"].uint : 0
  }

  /// The heaps of the process in scope. A process whose list is empty has its default heap.
  static func all(_ session: Session) throws -> [ProcessHeap] {
    let block = try SharedExtension.processBlock(session, nil)
    let count = min(try block["NumberOfHeaps"].uint, 0x1000)
    var places: [UInt64] = []
    if count > 0 {
      let list = try block["ProcessHeaps"].pointer
      for index in 0..<count {
        places.append(try session.debugger.readPointer(list &+ index &* 8))
      }
    }
    let main = try block["ProcessHeap"].pointer
    if places.isEmpty, main != 0 { places = [main] }
    return try places.enumerated().map {
      try ProcessHeap(session, at: $0.element, number: $0.offset + 1)
    }
  }

  // Segments.

  /// A run of address space that holds blocks.
  struct Segment {
    /// The `_HEAP_SEGMENT`.
    let record: Struct
    let base: UInt64
    let first: UInt64
    let end: UInt64
    let pageCount: UInt64
    let uncommittedPages: UInt64
    /// What is reserved only, by its address.
    let gaps: [Gap]

    struct Gap {
      var address: UInt64
      var size: UInt64
    }

    var committed: UInt64 { (pageCount &- min(pageCount, uncommittedPages)) &* 0x1000 }
  }

  func segments() throws -> [Segment] {
    try record["SegmentList"].list("nt!_HEAP_SEGMENT", "SegmentListEntry", limit: 0x1000)
      .map(segment)
  }

  private func segment(_ record: Struct) throws -> Segment {
    let base = try record["BaseAddress"].pointer
    let end = try record["LastValidEntry"].pointer
    let pages = try record["NumberOfUnCommittedPages"].uint
    var gaps = try record["UCRSegmentList"].list(
      "nt!_HEAP_UCR_DESCRIPTOR", "SegmentEntry", limit: 0x1000
    ).map { Segment.Gap(address: try $0["Address"].pointer, size: try $0["Size"].uint) }
    // Without descriptors, what is uncommitted is the end.
    if gaps.isEmpty, pages > 0 {
      let size = min(pages &* 0x1000, end &- base)
      gaps = [Segment.Gap(address: end &- size, size: size)]
    }
    return Segment(
      record: record, base: base, first: try record["FirstEntry"].pointer, end: end,
      pageCount: try record["NumberOfPages"].uint, uncommittedPages: pages,
      gaps: gaps.sorted { $0.address < $1.address })
  }

  // Blocks.

  /// A block with its header.
  struct Block {
    var address: UInt64
    /// Bytes with the header, and of the block before it in the segment.
    var size: UInt64
    var previousSize: UInt64
    var flags: UInt64
    /// Bytes behind what was asked for.
    var unused: UInt64
    var segment: UInt64
    /// Bytes in front of what its user has.
    var headerSize: UInt64

    var isBusy: Bool { flags & 1 != 0 }
    /// The last before what is not committed.
    var isLast: Bool { flags & 0x10 != 0 }
    /// A region of its own.
    var isVirtual: Bool { flags & 8 != 0 }
    var user: UInt64 { address &+ headerSize }
    /// Bytes that were asked for; of a free block, those behind its header.
    var userSize: UInt64 { size &- min(size, isBusy ? unused : headerSize) }
  }

  /// The block whose header is at an address; nil when that cannot be read.
  func block(at address: UInt64, in segment: UInt64) -> Block? {
    guard let raw = session.readNumber(at: address &+ 8, size: 8, physical: false) else {
      return nil
    }
    let code = raw ^ encoding
    return Block(
      address: address, size: (code & 0xFFFF) &* unit,
      previousSize: (code >> 32 & 0xFFFF) &* unit, flags: code >> 16 & 0xFF,
      unused: code >> 56 & 0xFF, segment: segment, headerSize: unit)
  }

  /// What a segment consists of, in the order of addresses.
  enum Part {
    case block(Block)
    case gap(Segment.Gap)
    /// A header that makes no sense, after which nothing is known of the segment.
    case broken(at: UInt64)
  }

  /// Visits a segment: its own header, its blocks and what is not committed.
  func visit(_ segment: Segment, _ body: (Part) throws -> Void) throws {
    var place = segment.base
    var count = 0
    while place < segment.end {
      try session.checkCancelled()
      if let gap = segment.gaps.first(where: { $0.address == place }) {
        try body(.gap(gap))
        guard gap.size > 0 else { return }
        place = place &+ gap.size
        continue
      }
      count += 1
      guard count <= Self.most, let block = block(at: place, in: segment.base), block.size > 0,
        block.size <= segment.end &- place
      else { return try body(.broken(at: place)) }
      try body(.block(block))
      place = place &+ block.size
    }
  }

  /// The blocks that are regions of their own.
  func virtualBlocks() throws -> [Block] {
    let entries = try record["VirtualAllocdBlocks"].list(
      "nt!_HEAP_VIRTUAL_ALLOC_ENTRY", "Entry", limit: 0x10000)
    return try entries.map { entry in
      let header = try entry["BusyBlock"].address
      let size = try entry["CommitSize"].uint
      // Of such a block the header tells what is left over, in bytes.
      let asked = try entry["ExtraStuff"].has("Settable") ? entry["ExtraStuff.Settable"].uint : 0
      let space = size &- (header &- entry.address)
      return Block(
        address: header, size: space, previousSize: 0, flags: 0x09,
        unused: asked > 0 && asked <= space ? space &- asked : unit, segment: entry.address,
        headerSize: unit)
    }
  }

  /// Visits every block of the heap but the segments' own headers.
  func visitBlocks(_ body: (Block) throws -> Void) throws {
    for segment in try segments() {
      try visit(segment) { part in
        if case .block(let block) = part, block.address >= segment.first { try body(block) }
      }
    }
    for block in try virtualBlocks() { try body(block) }
  }
}
