/// What a small kernel dump says besides its header.
public struct SmallDumpContents: Sendable {
  public var drivers: [TriageDump.Driver] = []
  /// The stack of the thread that stopped, from its stack pointer on.
  public var stack = DumpedBytes()
  /// KDDEBUGGER_DATA64, which stands at the header's ``DumpHeader/debuggerDataBlock``.
  public var debuggerData: [UInt8] = []
  /// The processor's block, its process and its thread, which readers look for by name.
  public var processorBlock: [UInt8] = []
  public var process: [UInt8] = []
  public var thread: [UInt8] = []
  /// Further memory.
  public var blocks: [DumpedBytes] = []

  public init() {}
}

/// Bytes and the address they were at.
public struct DumpedBytes: Equatable, Sendable {
  public var address: UInt64
  public var bytes: [UInt8]

  public init(address: UInt64 = 0, bytes: [UInt8] = []) {
    self.address = address
    self.bytes = bytes
  }
}

extension DumpWriter {
  /// Writes a small kernel dump: the header, a TRIAGE_DUMP64, and what that refers to.
  public func write(_ header: DumpHeader, _ contents: SmallDumpContents) throws {
    var image = TriageImage()
    image.add(contents)
    var header = header
    header.kind = .triage
    header.requiredSpace = UInt64(DumpHeader.byteCount + image.bytes.count)
    header.miniDumpFields = TriageImage.validFields
    let file = header.bytes + image.bytes
    try put(file, at: 0)
    try end(at: UInt64(file.count))
  }
}

/// The part of a small dump behind the header.
private struct TriageImage {
  /// Context, exception, processor, process, thread, stack, drivers: the parts that are there.
  static let validFields: UInt32 = 0x7F
  /// `TRGD`, with which a whole dump ends.
  static let signature: UInt32 = 0x4447_5254

  private(set) var bytes = [UInt8](repeating: 0, count: TriageDump.byteCount)

  mutating func add(_ contents: SmallDumpContents) {
    set("ContextOffset", UInt64(HeaderOffset.context))
    set("ExceptionOffset", UInt64(HeaderOffset.exception))
    add("PrcbOffset", contents.processorBlock)
    add("ProcessOffset", contents.process)
    add("ThreadOffset", contents.thread)
    add("CallStackOffset", contents.stack.bytes)
    set("SizeOfCallStack", UInt64(contents.stack.bytes.count))
    put(contents.stack.address, at: 0x48)
    addDrivers(contents.drivers)
    put(UInt32(place), at: 0x70)
    put(UInt32(contents.debuggerData.count), at: 0x74)
    append(contents.debuggerData)
    addBlocks(contents.blocks)
    set("ValidOffset", place)
    append(littleEndian(Self.signature))
    set("SizeOfDump", place)
  }

  /// Where the next byte stands in the file.
  private var place: UInt64 { TriageDump.place + UInt64(bytes.count) }

  private mutating func addDrivers(_ drivers: [TriageDump.Driver]) {
    let size = 0x90
    set("DriverListOffset", place)
    set("DriverCount", UInt64(drivers.count))
    let list = bytes.count
    append([UInt8](repeating: 0, count: drivers.count * size))
    set("StringPoolOffset", place)
    let pool = bytes.count
    for (index, driver) in drivers.enumerated() {
      let entry = list + index * size
      put(UInt32(place), at: entry)
      put(driver.base, at: entry + 0x38)
      put(driver.size, at: entry + 0x48)
      put(driver.checkSum, at: entry + 0x80)
      put(driver.timeDateStamp, at: entry + 0x88)
      let units = Array(driver.name.utf16.prefix(0x400))
      append(littleEndian(UInt32(units.count)) + units.flatMap(littleEndian) + [0, 0])
    }
    set("StringPoolSize", UInt64(bytes.count - pool))
  }

  private mutating func addBlocks(_ blocks: [DumpedBytes]) {
    put(UInt32(place), at: 0x78)
    put(UInt32(blocks.count), at: 0x7C)
    let table = bytes.count
    append([UInt8](repeating: 0, count: blocks.count * 16))
    for (index, block) in blocks.enumerated() {
      put(block.address, at: table + index * 16)
      put(UInt32(place), at: table + index * 16 + 8)
      put(UInt32(block.bytes.count), at: table + index * 16 + 12)
      append(block.bytes)
    }
  }

  /// A piece and the field that tells its place.
  private mutating func add(_ name: String, _ piece: [UInt8]) {
    set(name, place)
    append(piece)
  }

  private mutating func set(_ name: String, _ value: UInt64) {
    guard let index = TriageDump.names.firstIndex(of: name) else { return }
    put(UInt32(clamping: value), at: index * 4)
  }

  /// Appends bytes, filled up to a multiple of 8.
  private mutating func append(_ piece: [UInt8]) {
    bytes += piece
    bytes += [UInt8](repeating: 0, count: (8 - bytes.count % 8) % 8)
  }

  private mutating func put<T: FixedWidthInteger>(_ value: T, at place: Int) {
    bytes.replaceSubrange(place..<(place + MemoryLayout<T>.size), with: littleEndian(value))
  }

  private func littleEndian<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
    (0..<MemoryLayout<T>.size).map { UInt8(truncatingIfNeeded: value >> T($0 * 8)) }
  }
}
