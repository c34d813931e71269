import Bytes

/// One stream of a multi-stream file.
///
/// Blocks that follow each other in the file are read in place; only what crosses from one run of
/// blocks to another is put together in a copy.
final class MSFStream {
  let index: Int
  /// What messages call the stream.
  let name: StaticString
  /// Bytes of the stream.
  let size: Int

  private let file: MSF
  private let runs: [Run]

  /// Blocks that lie one behind the other in the file.
  private struct Run {
    /// Offset in the stream.
    var start: Int
    var length: Int
    /// Offset in the file.
    var place: UInt64
  }

  init(file: MSF, index: Int, name: StaticString, size: Int, blocks: ArraySlice<UInt32>) {
    self.file = file
    self.index = index
    self.name = name
    self.size = size
    let blockSize = file.blockSize
    var runs: [Run] = []
    var start = 0
    for block in blocks {
      let length = min(blockSize, size - start)
      let place = UInt64(block) * UInt64(blockSize)
      if let last = runs.last, last.place + UInt64(last.length) == place {
        runs[runs.count - 1].length += length
      } else {
        runs.append(Run(start: start, length: length, place: place))
      }
      start += length
    }
    self.runs = runs
  }

  /// Calls `body` with a reader of the `count` bytes at `offset`.
  func withReader<Result>(
    at offset: Int, count: Int, _ field: StaticString,
    _ body: (inout ByteReader) throws(FormatError) -> Result
  ) throws(FormatError) -> Result {
    guard offset >= 0, count >= 0, offset <= size, count <= size - offset else {
      throw FormatError(
        "\(field)", at: UInt64(max(0, offset)), in: "\(name)",
        .truncated(needed: count, left: max(0, size - offset)))
    }
    file.bytesRead[index, default: 0] += count
    if count == 0 { return try read(in: [], at: offset, body) }
    let run = runs[indexOfRun(at: offset)]
    let inside = offset - run.start
    if count <= run.length - inside {
      let bytes = file.bytes
      var reader = try bytes.reader(
        at: run.place + UInt64(inside), count: count, field, base: UInt64(offset), container: name)
      return try body(&reader)
    }
    return try read(in: try gather(offset, count, field), at: offset, body)
  }

  /// Calls `body` with the kind of the record at `offset` and a reader of what follows the kind; gives
  /// back what it returns. Symbol and type records alike begin with two bytes of length, which does
  /// not count itself, and two bytes of kind.
  func withRecord<Result>(
    at offset: Int, _ field: StaticString,
    _ body: (_ kind: UInt16, _ reader: inout ByteReader) throws(FormatError) -> Result
  ) throws(FormatError) -> Result {
    let length = try recordLength(at: offset, field)
    return try withReader(at: offset + 2, count: length, field) { reader throws(FormatError) in
      let kind: UInt16 = try reader.read(field)
      return try body(kind, &reader)
    }
  }

  /// What the record at `offset` says of its length, which counts neither itself nor less than 2.
  func recordLength(at offset: Int, _ field: StaticString) throws(FormatError) -> Int {
    let length = Int(try word(at: offset, field) as UInt16)
    guard length >= 2 else {
      throw FormatError(
        "\(field)", at: UInt64(max(0, offset)), in: "\(name)",
        .unexpected(value: UInt64(length), expected: "a length of at least 2"))
    }
    return length
  }

  /// The integer at `offset`.
  func word<Word: FixedWidthInteger & BitwiseCopyable>(at offset: Int, _ field: StaticString)
    throws(FormatError) -> Word
  {
    try withReader(at: offset, count: MemoryLayout<Word>.size, field) {
      reader throws(FormatError) in try reader.read(field)
    }
  }

  /// `count` integers from `offset` on.
  func words<Word: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int, count: Int, _ field: StaticString
  ) throws(FormatError) -> [Word] {
    // The product cannot overflow where it matters: no stream is that long.
    let bytes = count.multipliedReportingOverflow(by: MemoryLayout<Word>.size)
    let length = bytes.overflow ? Int.max : bytes.partialValue
    return try withReader(at: offset, count: length, field) { reader throws(FormatError) in
      var words: [Word] = []
      words.reserveCapacity(count)
      for _ in 0..<count { words.append(try reader.read(field)) }
      return words
    }
  }

  private func read<Result>(
    in bytes: [UInt8], at offset: Int, _ body: (inout ByteReader) throws(FormatError) -> Result
  ) throws(FormatError) -> Result {
    var reader = ByteReader(bytes.span.bytes, base: UInt64(offset), container: name)
    return try body(&reader)
  }

  private func gather(_ offset: Int, _ count: Int, _ field: StaticString)
    throws(FormatError) -> [UInt8]
  {
    let source = file.bytes
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var index = indexOfRun(at: offset)
    while bytes.count < count, index < runs.count {
      let run = runs[index]
      let inside = offset + bytes.count - run.start
      let part = min(run.length - inside, count - bytes.count)
      var reader = try source.reader(at: run.place + UInt64(inside), count: part, field)
      bytes.append(contentsOf: try reader.readBytes(part, field))
      index += 1
    }
    return bytes
  }

  /// The run that holds `offset`, which must be inside the stream.
  private func indexOfRun(at offset: Int) -> Int {
    if runs.count == 1 { return 0 }
    var low = 0
    var high = runs.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if runs[middle].start <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
