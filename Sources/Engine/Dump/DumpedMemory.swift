import Dumps

/// The memory of a dump that has pieces of virtual memory only: what the file has, and behind that
/// what image files can add.
final class DumpedMemory {
  private let blocks: MinidumpMemory
  private let images: [ListedImage]
  private let symbols: SymbolStore
  /// The files of images whose bytes the dump lacks, by the number of the image; nil for one that was
  /// not found. Looked for once, until symbols are looked for anew.
  private var files: [Int: MappedImage?] = [:]
  private var generation = -1

  /// Image files are looked for where the store looks.
  init(_ blocks: MinidumpMemory, images: [ListedImage], symbols: SymbolStore) {
    self.blocks = blocks
    self.images = images
    self.symbols = symbols
  }

  /// Fills a buffer from `address` on. Returns the holes, as `Target.read` does.
  func read(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer) -> [Range<Int>] {
    var holes: [Range<Int>] = []
    var done = 0
    while done < buffer.count {
      let place = address &+ UInt64(done)
      // Memory does not go round from the last address to the first.
      if place < address {
        Self.append(done..<buffer.count, to: &holes)
        break
      }
      let left = buffer.count - done
      if let bytes = bytes(at: place, upTo: left), !bytes.isEmpty {
        let part = UnsafeMutableRawBufferPointer(
          rebasing: buffer[done..<(done + bytes.count)])
        part.copyBytes(from: bytes)
        done += bytes.count
        continue
      }
      let count = missingCount(at: place, upTo: left)
      Self.append(done..<(done + count), to: &holes)
      done += count
    }
    return holes
  }

  /// The first block or image that ends at or behind an address and begins at or before `last`.
  func next(from address: UInt64, through last: UInt64) -> ClosedRange<UInt64>? {
    var found: ClosedRange<UInt64>?
    func take(_ start: UInt64, _ size: UInt64) {
      guard size > 0, start <= last else { return }
      let (end, isBeyond) = start.addingReportingOverflow(size - 1)
      guard isBeyond || end >= address, start < found?.lowerBound ?? .max else { return }
      found = start...(isBeyond ? .max : end)
    }
    if let block = blocks.block(at: address) {
      take(block.start, block.size)
    } else if let start = blocks.nextStart(after: address), let block = blocks.block(at: start) {
      take(block.start, block.size)
    }
    for image in images { take(image.base, image.size) }
    return found
  }

  private static func append(_ hole: Range<Int>, to holes: inout [Range<Int>]) {
    if let last = holes.last, last.upperBound == hole.lowerBound {
      holes[holes.count - 1] = last.lowerBound..<hole.upperBound
    } else {
      holes.append(hole)
    }
  }

  /// What the dump has at an address, or an image file.
  private func bytes(at address: UInt64, upTo count: Int) -> [UInt8]? {
    if let bytes = blocks.read(address, upTo: count) { return bytes }
    guard let (image, base) = image(at: address) else { return nil }
    var wanted = count
    if let next = blocks.nextStart(after: address) {
      wanted = min(wanted, Int(clamping: next &- address))
    }
    return image.read(Int(clamping: address &- base), upTo: wanted)
  }

  /// How many bytes from an address on nothing has: as far as the next block or image, and at most to
  /// the end of a page, for a block whose file ends may go on in an image.
  private func missingCount(at address: UInt64, upTo count: Int) -> Int {
    var next = blocks.nextStart(after: address) ?? .max
    for image in images where image.base > address { next = min(next, image.base) }
    return max(1, min(count, Int(clamping: next &- address), Int(0x1000 - (address & 0xFFF))))
  }

  private func image(at address: UInt64) -> (image: MappedImage, base: UInt64)? {
    if generation != symbols.generation {
      generation = symbols.generation
      files = files.filter { $0.value != nil }
    }
    guard
      let number = images.firstIndex(where: {
        address >= $0.base && address &- $0.base < $0.size
      })
    else { return nil }
    let listed = images[number]
    if let known = files[number] { return known.map { ($0, listed.base) } }
    let found = symbols.mappedImage(listed)
    files[number] = .some(found)
    return found.map { ($0, listed.base) }
  }
}
