import Bytes

/// Where each physical page of a dump lies in its file.
struct PageMap {
  /// Pages that follow each other in memory and in the file.
  struct Extent: Equatable {
    var firstFrame: UInt64
    var count: UInt64
    /// The first page's offset in the file.
    var offset: UInt64
  }

  /// In ascending order of frames, none of them overlapping.
  private(set) var extents: [Extent] = []
  /// How many pages there are.
  private(set) var pageCount: UInt64 = 0

  /// The map of `runs` whose pages stand one after the other from `offset` on.
  init(_ runs: [PageRun], from offset: UInt64) throws(FormatError) {
    var place = offset
    for run in runs where run.count > 0 {
      let (size, tooLarge) = run.count.multipliedReportingOverflow(by: 0x1000)
      let (next, tooFar) = place.addingReportingOverflow(size)
      guard !tooLarge, !tooFar, run.firstFrame <= (UInt64.max >> 12) &- run.count else {
        throw FormatError(
          "PageCount", at: offset, in: "dump",
          .outOfRange(value: run.count, limit: UInt64.max >> 12))
      }
      append(Extent(firstFrame: run.firstFrame, count: run.count, offset: place))
      place = next
    }
    extents.sort { $0.firstFrame < $1.firstFrame }
  }

  /// The map of the frames whose bits are set; bit 0 of the first byte is frame 0.
  init(bitmap: RawSpan, from offset: UInt64) {
    var place = offset
    for index in 0..<bitmap.byteCount {
      var bits = bitmap.byte(at: index)
      while bits != 0 {
        let bit = bits.trailingZeroBitCount
        append(Extent(firstFrame: UInt64(index * 8 + bit), count: 1, offset: place))
        place &+= 0x1000
        bits &= bits &- 1
      }
    }
  }

  private mutating func append(_ extent: Extent) {
    pageCount &+= extent.count
    if let last = extents.last, last.firstFrame &+ last.count == extent.firstFrame,
      last.offset &+ last.count &* 0x1000 == extent.offset
    {
      extents[extents.count - 1].count &+= extent.count
    } else {
      extents.append(extent)
    }
  }

  /// The file offset of a frame's page, nil when the dump does not have it.
  func offset(ofFrame frame: UInt64) -> UInt64? {
    var low = 0
    var high = extents.count
    while low < high {
      let middle = (low + high) / 2
      let extent = extents[middle]
      if frame < extent.firstFrame {
        high = middle
      } else if frame &- extent.firstFrame >= extent.count {
        low = middle + 1
      } else {
        return extent.offset &+ (frame &- extent.firstFrame) &* 0x1000
      }
    }
    return nil
  }
}
