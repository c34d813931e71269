import Bytes

/// The memory in a minidump: ranges of addresses and where their bytes stand in the file.
public struct MinidumpMemory {
  /// Addresses that follow each other in the process and in the file.
  public struct Block: Equatable, Sendable {
    public var start: UInt64
    public var size: UInt64
    /// The first byte's offset in the file.
    public var offset: UInt64

    public init(start: UInt64, size: UInt64, offset: UInt64) {
      self.start = start
      self.size = size
      self.offset = offset
    }

    /// The last address.
    var last: UInt64 { start &+ (size &- 1) }
  }

  /// In ascending order, none of them empty, overlapping, or beyond the last address.
  public let blocks: [Block]
  private let source: any ByteSource

  /// Takes up blocks in any order. One that runs over the end of the file or the address space is cut;
  /// where several have an address, the one that begins first counts.
  init(_ blocks: [Block], _ source: any ByteSource) {
    self.source = source
    var list: [Block] = []
    // Nobody has what the file does not: a size that lies must not be believed.
    let end = source.byteCount ?? .max
    let held = blocks.filter { $0.size > 0 && $0.offset < end }
    for var block in held.sorted(by: { $0.start < $1.start }) {
      block.size = min(block.size, end &- block.offset)
      block.size = min(block.size, (UInt64.max &- block.start) &+ (block.start > 0 ? 1 : 0))
      if let last = list.last, block.start <= last.last {
        let overlap = last.last &- block.start &+ 1
        guard block.size > overlap else { continue }
        let (offset, isBeyond) = block.offset.addingReportingOverflow(overlap)
        guard !isBeyond else { continue }
        block = Block(
          start: block.start &+ overlap, size: block.size &- overlap, offset: offset)
      }
      list.append(block)
    }
    self.blocks = list
  }

  /// Whether nothing is there.
  public var isEmpty: Bool { blocks.isEmpty }

  /// Bytes in all.
  public var byteCount: UInt64 { blocks.reduce(0) { $0 &+ $1.size } }

  /// The bytes from `address` on that one block has, at most `count`; nil when the file lacks the
  /// first of them.
  public func read(_ address: UInt64, upTo count: Int) -> [UInt8]? {
    guard count > 0, let block = block(at: address) else { return nil }
    let inside = address &- block.start
    let left = Int(clamping: block.size &- inside)
    let (place, isBeyond) = block.offset.addingReportingOverflow(inside)
    guard !isBeyond else { return nil }
    var wanted = min(count, left)
    if let end = source.byteCount {
      guard place < end else { return nil }
      wanted = min(wanted, Int(clamping: end &- place))
    }
    return source.read(at: place, count: wanted)
  }

  /// The block that has an address.
  public func block(at address: UInt64) -> Block? {
    let index = firstIndex(after: address)
    guard index > 0, blocks[index - 1].last >= address else { return nil }
    return blocks[index - 1]
  }

  /// The first address behind `address` that a block begins at; nil when there is none.
  public func nextStart(after address: UInt64) -> UInt64? {
    let index = firstIndex(after: address)
    return index < blocks.count ? blocks[index].start : nil
  }

  /// The number of blocks that begin at or before `address`.
  private func firstIndex(after address: UInt64) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].start <= address { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
