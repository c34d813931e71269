import Bytes

/// A table of symbols by name, as the globals (GSI) and the publics (PSI) streams hold one.
///
/// The table is a list of offsets into the symbol record stream, sorted into buckets by the names'
/// hash. Looking a name up reads the bucket bitmap once and then one bucket.
/// Facts: llvm.org/docs/PDB/GlobalStream.html, PublicStream.html; `GSIHashHdr` of microsoft-pdb.
final class SymbolHash {
  private let stream: MSFStream
  /// Where the list of records begins, and how many there are.
  private let recordStart: Int
  let recordCount: Int
  /// Where the buckets' offsets begin, and how many there are.
  private let bucketStart: Int
  private let bucketCount: Int
  /// A bit a bucket that is not empty, and the sum of the bits in front of each word.
  private var bitmap: [UInt32] = []
  private var sums: [Int] = []

  private static let headerSize = 16
  /// Buckets of the table, `IPHR_HASH`.
  private static let buckets = 4096
  /// Words of its bitmap, in which one bit more stands for the free list.
  private static let bitmapWords = 129
  /// Bucket offsets count records of this size, though they take 8 bytes in the file: so large are
  /// they in the memory of a 32-bit linker.
  private static let cellSize = 12

  /// Reads the header of the table at `offset` of `stream`.
  init(_ stream: MSFStream, at offset: Int) throws(FormatError) {
    self.stream = stream
    let header: [UInt32] = try stream.words(at: offset, count: 4, "GSIHashHeader")
    guard header[0] == 0xffff_ffff, header[1] == 0xeffe_0000 &+ 19_990_810 else {
      throw FormatError(
        "GSIHashHeader.VerSignature", at: UInt64(offset), in: "\(stream.name)",
        .unexpected(value: UInt64(header[0]), expected: "FFFFFFFFh F12F091Ah"))
    }
    recordStart = offset + Self.headerSize
    recordCount = Int(header[2]) / 8
    let table = recordStart + Int(header[2])
    let tableSize = Int(header[3])
    guard table + tableSize <= stream.size else {
      throw FormatError(
        "GSIHashHeader.NumBuckets", at: UInt64(offset + 12), in: "\(stream.name)",
        .truncated(needed: tableSize, left: max(0, stream.size - table)))
    }
    bucketStart = table + Self.bitmapWords * 4
    bucketCount = max(0, (tableSize - Self.bitmapWords * 4) / 4)
    guard tableSize >= Self.bitmapWords * 4 else { return }
    bitmap = try stream.words(at: table, count: Self.bitmapWords, "GSI hash bitmap")
    var sum = 0
    for word in bitmap {
      sums.append(sum)
      sum += word.nonzeroBitCount
    }
    // A bitmap that counts other buckets than there are is of a table of another size.
    if sum != bucketCount { bitmap = [] }
  }

  /// The offsets in the symbol record stream of all records whose names share `hash`.
  func records(hash: UInt32) throws(FormatError) -> [UInt32] {
    guard !bitmap.isEmpty else { return try allRecords() }
    let slot = Int(hash % UInt32(Self.buckets))
    let word = bitmap[slot / 32]
    let bit = UInt32(1) << UInt32(slot % 32)
    guard word & bit != 0 else { return [] }
    let index = sums[slot / 32] + (word & (bit &- 1)).nonzeroBitCount
    let place = bucketStart + index * 4
    let first = Int(try stream.word(at: place, "GSI hash bucket") as UInt32) / Self.cellSize
    var last = recordCount
    if index + 1 < bucketCount {
      last = Int(try stream.word(at: place + 4, "GSI hash bucket") as UInt32) / Self.cellSize
    }
    guard first <= last, last <= recordCount else {
      throw FormatError(
        "GSI hash bucket", at: UInt64(place), in: "\(stream.name)",
        .outOfRange(value: UInt64(max(first, last)), limit: UInt64(recordCount)))
    }
    return try offsets(first..<last)
  }

  /// The offsets of all records, in the order of the symbol record stream.
  func allRecords() throws(FormatError) -> [UInt32] { try offsets(0..<recordCount).sorted() }

  private func offsets(_ range: Range<Int>) throws(FormatError) -> [UInt32] {
    try stream.withReader(
      at: recordStart + range.lowerBound * 8, count: range.count * 8, "PSHashRecord.Off"
    ) { reader throws(FormatError) in
      var found: [UInt32] = []
      found.reserveCapacity(range.count)
      for _ in range {
        // Stored plus one, so that zero is free to mean none.
        let offset: UInt32 = try reader.read("PSHashRecord.Off")
        if offset > 0 { found.append(offset - 1) }
        try reader.skip(4, "PSHashRecord.CRef")
      }
      return found
    }
  }
}
