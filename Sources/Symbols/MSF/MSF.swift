import Bytes

/// A multi-stream file, MSF 7.00: the container that holds a PDB's streams in blocks of equal size.
///
/// Opening reads the superblock and the stream directory. Facts: llvm.org/docs/PDB/MsfFile.html.
final class MSF {
  let bytes: FileBytes
  /// Bytes of a block.
  let blockSize: Int
  /// How many streams the directory lists.
  let streamCount: Int
  /// How many bytes each stream has been asked for so far, by stream.
  var bytesRead: [Int: Int] = [:]

  /// The directory as stored: the count, the sizes, then every stream's block numbers.
  private let directory: [UInt32]
  /// Where in `directory` each stream's block numbers begin.
  private let firstBlock: [Int]

  /// The size of a stream that was deleted.
  private static let deleted: UInt32 = 0xffff_ffff

  init(_ bytes: FileBytes) throws(FormatError) {
    self.bytes = bytes
    let superblock = try SuperBlock(bytes)
    blockSize = Int(superblock.blockSize)
    directory = try Self.readDirectory(bytes, superblock)
    guard let count = directory.first, Int(count) < directory.count else {
      throw FormatError(
        "NumStreams", at: 0, in: "stream directory",
        .outOfRange(value: UInt64(directory.first ?? 0), limit: UInt64(directory.count)))
    }
    streamCount = Int(count)
    var starts: [Int] = []
    starts.reserveCapacity(streamCount)
    var next = 1 + streamCount
    for stream in 0..<streamCount {
      starts.append(next)
      next += Self.blocks(directory[1 + stream], blockSize)
      guard next <= directory.count else {
        throw FormatError(
          "StreamSizes", at: UInt64(4 + stream * 4), in: "stream directory",
          .outOfRange(value: UInt64(next * 4), limit: UInt64(directory.count * 4)))
      }
    }
    firstBlock = starts
  }

  /// The stream with this number, or nil if there is none or it was deleted. `name` is for messages.
  func stream(_ index: Int, _ name: StaticString) -> MSFStream? {
    guard index >= 0, index < streamCount else { return nil }
    let size = directory[1 + index]
    if size == Self.deleted { return nil }
    let start = firstBlock[index]
    let numbers = directory[start..<(start + Self.blocks(size, blockSize))]
    return MSFStream(file: self, index: index, name: name, size: Int(size), blocks: numbers)
  }

  private static func blocks(_ size: UInt32, _ blockSize: Int) -> Int {
    size == deleted ? 0 : (Int(size) + blockSize - 1) / blockSize
  }

  private static func readDirectory(_ bytes: FileBytes, _ superblock: SuperBlock)
    throws(FormatError) -> [UInt32]
  {
    let size = Int(superblock.blockSize)
    let length = Int(superblock.directoryBytes)
    let count = (length + size - 1) / size
    guard length <= bytes.count else {
      throw FormatError(
        "NumDirectoryBytes", at: 44, .outOfRange(value: UInt64(length), limit: UInt64(bytes.count)))
    }
    let place = UInt64(superblock.blockMap) * UInt64(size)
    var map = try bytes.reader(at: place, count: count * 4, "BlockMapAddr")
    var words: [UInt32] = []
    words.reserveCapacity(length / 4)
    for index in 0..<count {
      let block: UInt32 = try map.read("BlockMapAddr")
      let part = min(size, length - index * size)
      var reader = try bytes.reader(
        at: UInt64(block) * UInt64(size), count: part, "Stream directory")
      while reader.remaining >= 4 { words.append(try reader.read("Stream directory")) }
    }
    return words
  }
}

/// The first block of an MSF file.
struct SuperBlock {
  static let magic: [UInt8] = Array("Microsoft C/C++ MSF 7.00\r\n\u{1a}DS\0\0\0".utf8)

  var blockSize: UInt32
  var directoryBytes: UInt32
  /// The block that lists the directory's blocks.
  var blockMap: UInt32

  init(_ bytes: FileBytes) throws(FormatError) {
    var reader = try bytes.reader(at: 0, count: min(56, bytes.count), "FileMagic")
    let found = try reader.readBytes(32, "FileMagic")
    guard found == Self.magic else {
      throw FormatError(
        "FileMagic", at: 0,
        .unexpected(value: UInt64(found[0]), expected: "Microsoft C/C++ MSF 7.00"))
    }
    blockSize = try reader.read("BlockSize")
    let isPower = blockSize.nonzeroBitCount == 1
    guard isPower, blockSize >= 512, blockSize <= 0x1_0000 else {
      throw FormatError(
        "BlockSize", at: 32,
        .unexpected(value: UInt64(blockSize), expected: "a power of two from 200h to 10000h"))
    }
    try reader.skip(8, "FreeBlockMapBlock")
    directoryBytes = try reader.read("NumDirectoryBytes")
    try reader.skip(4, "Unknown")
    blockMap = try reader.read("BlockMapAddr")
  }
}
