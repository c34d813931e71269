import Engine
import Language

/// A block of a pool page, as its `_POOL_HEADER` describes it.
struct PoolBlock {
  var address: UInt64
  /// Bytes, the header included.
  var size: UInt64
  var previousSize: UInt64
  var isAllocated: Bool
  var tag: UInt32

  var tagText: String { PoolTags.text(tag) }

  /// The blocks of a page in order; throws where the headers do not chain.
  static func blocks(of page: MemoryRead, _ debugger: Debugger) throws -> [PoolBlock] {
    let header = try debugger.type("nt!_POOL_HEADER")
    // Sizes are counted in units of the header's own size, 16 bytes on x64.
    let unit = header.size
    let tagOffset = Int(clamping: try header.offset(of: "PoolTag"))
    var blocks: [PoolBlock] = []
    var offset = 0
    while offset + Int(clamping: unit) <= page.bytes.count {
      let place = page.address &+ UInt64(offset)
      guard let word = page.uint(at: offset, size: 4),
        let tag = page.uint(at: offset + tagOffset, size: 4)
      else { throw MemoryError(address: place) }
      let size = ((word >> 16) & 0xff) &* unit
      let previous = (word & 0xff) &* unit
      guard size != 0, offset + Int(size) <= page.bytes.count else {
        throw CommandError.message(
          "\(place.hex(16)) doesn't look like a valid small pool allocation, checking to see\n"
            + "if the entire page is actually part of a large page allocation...")
      }
      blocks.append(
        PoolBlock(
          address: place, size: size, previousSize: previous, isAllocated: word >> 24 != 0,
          tag: UInt32(truncatingIfNeeded: tag)))
      offset += Int(size)
    }
    return blocks
  }

  /// The line that `!pool` prints.
  func line(isOwner: Bool) -> String {
    let state = isAllocated ? "(Allocated)" : "(Free)     "
    return "\(isOwner ? "*" : " ")\(address.hex(16)) size: \(String(size, radix: 16).leftPadded(4))"
      + " previous size: \(String(previousSize, radix: 16).leftPadded(4))  \(state)"
      + " \(isOwner ? "*" : " ")\(tagText)"
  }
}

/// An allocation of a page or more, as the kernel's table of big pages has it.
struct BigPoolBlock {
  var address: UInt64
  var size: UInt64
  var tag: UInt32

  /// Every big allocation, in the table's order.
  static func all(_ debugger: Debugger) throws -> [BigPoolBlock] {
    let type = try debugger.type("nt!_POOL_TRACKER_BIG_PAGES")
    let table = try debugger.readPointer(try debugger.address(of: "nt!PoolBigPageTable"))
    let count = try debugger.readUInt(try debugger.address(of: "nt!PoolBigPageTableSize"), 8)
    guard table != 0, count <= 1 << 22 else { return [] }
    let stride = Int(clamping: type.size)
    let memory = debugger.read(table, Int(count) * stride)
    let place = Int(clamping: try type.offset(of: "Va"))
    let keyPlace = Int(clamping: try type.offset(of: "Key"))
    let sizePlace = Int(clamping: try type.offset(of: "NumberOfBytes"))
    var blocks: [BigPoolBlock] = []
    for index in 0..<Int(count) {
      let offset = index * stride
      // An entry whose lowest bit is set is free.
      guard let start = memory.uint(at: offset + place, size: 8), start != 0, start & 1 == 0,
        let size = memory.uint(at: offset + sizePlace, size: 8),
        let key = memory.uint(at: offset + keyPlace, size: 4)
      else { continue }
      blocks.append(
        BigPoolBlock(address: start, size: size, tag: UInt32(truncatingIfNeeded: key)))
    }
    return blocks
  }

  /// The big allocation that holds an address, or nil.
  static func holding(_ address: UInt64, _ debugger: Debugger) throws -> BigPoolBlock? {
    try all(debugger).first { address >= $0.address && address &- $0.address < $0.size }
  }
}
