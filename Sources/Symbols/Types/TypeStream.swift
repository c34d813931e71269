import Bytes

/// The TPI or the IPI stream: type records, or items such as inlined functions, by number.
///
/// Records differ in length, so the place of one is found by walking from the nearest place that the
/// linker noted (every 8 KB or so); places once found are kept.
/// Facts: llvm.org/docs/PDB/TpiStream.html.
final class TypeStream {
  let stream: MSFStream
  /// The numbers that have records.
  let indexes: Range<UInt32>

  private let recordStart: Int
  private let recordEnd: Int
  private let hashes: MSFStream?
  private let hashValues: Range<Int>
  private let hints: Range<Int>
  private let bucketCount: UInt32

  /// The offset of each record, counted from 1 so that 0 says unknown. Made when first needed.
  private var places: [UInt32] = []
  /// Numbers and offsets that the linker noted, in order.
  private lazy var knownPlaces: [(index: UInt32, offset: UInt32)] = readHints()
  /// The bucket in the high half and the number in the low half, sorted.
  private lazy var buckets: [UInt64] = readBuckets()

  private static let headerSize = 56

  init(_ stream: MSFStream, _ file: MSF) throws(FormatError) {
    self.stream = stream
    let header: [UInt32] = try stream.words(at: 0, count: 14, "TpiStreamHeader")
    let size = Int(header[1])
    let bytes = Int(header[4])
    guard size >= Self.headerSize, size <= stream.size, bytes <= stream.size - size else {
      throw FormatError(
        "TpiStreamHeader.TypeRecordBytes", at: 16, in: "\(stream.name)",
        .truncated(needed: bytes, left: max(0, stream.size - size)))
    }
    // A record has four bytes at least, so more numbers than that are a lie.
    guard header[2] >= TypeIndex.firstRecord, header[3] >= header[2],
      Int(header[3] - header[2]) <= bytes / 4
    else {
      throw FormatError(
        "TpiStreamHeader.TypeIndexEnd", at: 12, in: "\(stream.name)",
        .outOfRange(value: UInt64(header[3]), limit: UInt64(header[2]) + UInt64(bytes / 4)))
    }
    indexes = header[2]..<header[3]
    recordStart = size
    recordEnd = size + bytes
    let hashNumber = Int(header[5] & 0xffff)
    hashes = hashNumber == 0xffff ? nil : file.stream(hashNumber, "type hashes")
    bucketCount = header[7]
    let limit = hashes?.size ?? 0
    func range(_ start: UInt32, _ length: UInt32) -> Range<Int> {
      guard Int(start) <= limit, Int(length) <= limit - Int(start) else { return 0..<0 }
      return Int(start)..<Int(start) + Int(length)
    }
    hashValues = range(header[8], header[9])
    hints = range(header[10], header[11])
  }

  /// Calls `body` with the kind of the record `index` and a reader of what follows the kind.
  func withRecord<Result>(
    _ index: TypeIndex,
    _ body: (_ kind: UInt16, _ reader: inout ByteReader) throws(FormatError)
      -> Result
  ) throws(FormatError) -> Result {
    try stream.withRecord(at: try place(of: index), "Type record", body)
  }

  /// The numbers whose records may be the type called what `hash` is the hash of.
  func candidates(hash: UInt32) -> ArraySlice<UInt64> {
    guard bucketCount > 0 else { return [] }
    let bucket = UInt64(hash % bucketCount)
    let first = buckets.partitionIndex { $0 >> 32 >= bucket }
    let last = buckets.partitionIndex { $0 >> 32 > bucket }
    return buckets[first..<last]
  }

  /// Where in the stream the record begins.
  private func place(of index: TypeIndex) throws(FormatError) -> Int {
    let number = index.rawValue
    guard indexes.contains(number) else {
      throw FormatError(
        "Type index", at: 0, in: "\(stream.name)",
        .outOfRange(value: UInt64(number), limit: UInt64(indexes.upperBound)))
    }
    if places.isEmpty { places = [UInt32](repeating: 0, count: indexes.count) }
    let wanted = Int(number - indexes.lowerBound)
    if places[wanted] != 0 { return recordStart + Int(places[wanted]) - 1 }
    // Start from the record in front if a walk in order put us there, else from the nearest note.
    var current = 0
    var offset = 0
    let behind = knownPlaces.partitionIndex { $0.index > number }
    if wanted > 0, places[wanted - 1] != 0 {
      current = wanted - 1
      offset = Int(places[current]) - 1
    } else if behind > 0 {
      current = Int(knownPlaces[behind - 1].index - indexes.lowerBound)
      offset = Int(knownPlaces[behind - 1].offset)
    }
    while true {
      places[current] = UInt32(truncatingIfNeeded: offset) &+ 1
      if current == wanted { return recordStart + offset }
      let length = try stream.recordLength(at: recordStart + offset, "Type record")
      offset += 2 + length
      guard recordStart + offset < recordEnd else {
        throw FormatError(
          "Type record", at: UInt64(recordStart + offset), in: "\(stream.name)",
          .truncated(needed: 4, left: max(0, recordEnd - recordStart - offset)))
      }
      current += 1
    }
  }

  private func readHints() -> [(index: UInt32, offset: UInt32)] {
    guard let hashes,
      let words: [UInt32] = try? hashes.words(
        at: hints.lowerBound, count: hints.count / 8 * 2, "TypeIndexOffset")
    else { return [] }
    var found: [(index: UInt32, offset: UInt32)] = []
    for place in stride(from: 0, to: words.count, by: 2) {
      // Notes that do not ascend or lead outside are of no use, and records can be found without.
      let last = found.last ?? (index: indexes.lowerBound, offset: 0)
      let index = words[place]
      let offset = words[place + 1]
      guard indexes.contains(index), index >= last.index, offset >= last.offset,
        Int(offset) < recordEnd - recordStart
      else { return [] }
      found.append((index, offset))
    }
    return found
  }

  private func readBuckets() -> [UInt64] {
    let count = min(hashValues.count / 4, indexes.count)
    guard let hashes,
      let values: [UInt32] = try? hashes.words(
        at: hashValues.lowerBound, count: count, "Type hash value")
    else { return [] }
    var found: [UInt64] = []
    found.reserveCapacity(count)
    for (position, value) in values.enumerated() {
      found.append(UInt64(value) << 32 | UInt64(indexes.lowerBound) + UInt64(position))
    }
    found.sort()
    return found
  }
}

/// A function that is inlined somewhere: an item of the IPI stream.
struct FunctionItem {
  var name: String
  var type: TypeIndex
  /// The class whose method it is, or the item of its namespace; 0 if none.
  var parent: TypeIndex
  var isMethod: Bool
}

extension TypeStream {
  /// The function that the item `index` stands for (`LF_FUNC_ID`, `LF_MFUNC_ID`), or nil.
  func functionItem(_ index: TypeIndex) -> FunctionItem? {
    let item = try? withRecord(index) { kind, reader throws(FormatError) -> FunctionItem? in
      guard kind == LeafKind.LF_FUNC_ID || kind == LeafKind.LF_MFUNC_ID else { return nil }
      let parent = TypeIndex(try reader.read("FuncId.ParentScope"))
      let type = TypeIndex(try reader.read("FuncId.FunctionType"))
      return FunctionItem(
        name: try reader.readCString("FuncId.Name"), type: type, parent: parent,
        isMethod: kind == LeafKind.LF_MFUNC_ID)
    }
    return item ?? nil
  }

  /// The text of the item `index` (`LF_STRING_ID`), or nil if it is another kind.
  func string(_ index: TypeIndex) -> String? {
    let text = try? withRecord(index) { kind, reader throws(FormatError) -> String? in
      guard kind == LeafKind.LF_STRING_ID else { return nil }
      try reader.skip(4, "StringId.Id")
      return try reader.readCString("StringId.String")
    }
    return text ?? nil
  }
}
