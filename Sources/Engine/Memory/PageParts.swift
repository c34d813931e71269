/// Reading across pages that lie anywhere or nowhere.
enum PageParts {
  /// Fills a buffer page by page: `place` says at which physical address a part lies, `page` gives a
  /// frame's 4096 bytes. Returns the holes, as `Target.read` does.
  static func read(
    _ address: UInt64, into buffer: UnsafeMutableRawBufferPointer,
    place: (UInt64) -> UInt64?, page: (UInt64) -> [UInt8]?
  ) -> [Range<Int>] {
    var holes: [Range<Int>] = []
    var done = 0
    while done < buffer.count {
      let part = address &+ UInt64(done)
      let count = min(buffer.count - done, Int(0x1000 - (part & 0xFFF)))
      let range = done..<(done + count)
      if let physical = place(part), let bytes = page(physical >> 12), bytes.count == 0x1000 {
        let start = Int(physical & 0xFFF)
        bytes.withUnsafeBytes { source in
          UnsafeMutableRawBufferPointer(rebasing: buffer[range])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[start..<(start + count)]))
        }
      } else if let last = holes.last, last.upperBound == range.lowerBound {
        holes[holes.count - 1] = last.lowerBound..<range.upperBound
      } else {
        holes.append(range)
      }
      done += count
    }
    return holes
  }
}
