import Bytes

/// What a small kernel dump has behind its header (TRIAGE_DUMP64): instead of physical memory the
/// stack of the thread that crashed, the list of drivers, and blocks of virtual memory.
///
/// The layout is the one that independent readers of such files document; where systems differ, in the
/// size of a driver's entry, what fits every entry is taken.
public struct TriageDump {
  /// An image of the kernel's list.
  public struct Driver: Equatable, Sendable {
    public var base: UInt64
    public var size: UInt32
    public var timeDateStamp: UInt32
    public var checkSum: UInt32
    /// The name, or the path, as the list had it.
    public var name: String

    public init(
      base: UInt64, size: UInt32, timeDateStamp: UInt32, checkSum: UInt32, name: String
    ) {
      self.base = base
      self.size = size
      self.timeDateStamp = timeDateStamp
      self.checkSum = checkSum
      self.name = name
    }
  }

  public let drivers: [Driver]
  /// The pieces of virtual memory, the stack among them.
  public let memory: MinidumpMemory
  /// The numbers of the block, by name and in order, for `.dumpdebug`.
  public let fields: [(name: String, value: UInt64)]
  /// The copies of the processor's block, the thread and the process; empty when there are none.
  public let processorBlock, thread, process: [UInt8]
  /// What could not be read.
  public let damage: [FormatError]

  /// Where the block begins in the file.
  static let place = UInt64(DumpHeader.byteCount)
  /// Bytes in it.
  static let byteCount = 0x80
  /// The fields of four bytes at its beginning.
  static let names = [
    "ServicePackBuild", "SizeOfDump", "ValidOffset", "ContextOffset", "ExceptionOffset", "MmOffset",
    "UnloadedDriversOffset", "PrcbOffset", "ProcessOffset", "ThreadOffset", "CallStackOffset",
    "SizeOfCallStack", "DriverListOffset", "DriverCount", "StringPoolOffset", "StringPoolSize",
    "BrokenDriverOffset", "TriageOptions",
  ]

  /// Reads the block of a small dump. Throws when it is not there; what it refers to and is not there
  /// is left out.
  ///
  /// - Parameter stackPointer: of the header's context, which the stack must hold.
  public init(_ source: any ByteSource, _ header: DumpHeader, stackPointer: UInt64)
    throws(FormatError)
  {
    let bytes = try source.require(
      "TRIAGE_DUMP64", at: Self.place, count: Self.byteCount, in: "dump")
    let reader = ByteReader(bytes.span.bytes, base: Self.place, container: "dump")
    var numbers: [String: UInt64] = [:]
    var list: [(name: String, value: UInt64)] = []
    func note(_ name: String, _ value: UInt64) {
      numbers[name] = value
      list.append((name, value))
    }
    for (index, name) in Self.names.enumerated() {
      let value: UInt32 = try reader.peek("TRIAGE_DUMP64", at: index * 4)
      note(name, UInt64(value))
    }
    note("TopOfStack", try reader.peek("TopOfStack", at: 0x48))
    note("DataPageAddress", try reader.peek("DataPageAddress", at: 0x60))
    let rest = [
      "DataPageOffset", "DataPageSize", "DebuggerDataOffset", "DebuggerDataSize",
      "DataBlocksOffset", "DataBlocksCount",
    ]
    for (index, name) in rest.enumerated() {
      let value: UInt32 = try reader.peek("TRIAGE_DUMP64", at: 0x68 + index * 4)
      note(name, UInt64(value))
    }
    fields = list
    let places = TriagePlaces(source: source, numbers: numbers)
    var damage: [FormatError] = []
    drivers = places.drivers(&damage)
    memory = MinidumpMemory(
      places.blocks(header, stackPointer: stackPointer, &damage), source)
    processorBlock = places.bytes("PrcbOffset", upTo: "ProcessOffset")
    process = places.bytes("ProcessOffset", upTo: "ThreadOffset")
    thread = places.bytes("ThreadOffset", upTo: "CallStackOffset")
    self.damage = damage
  }
}

/// Following the places that a TRIAGE_DUMP64 names.
private struct TriagePlaces {
  let source: any ByteSource
  let numbers: [String: UInt64]

  private subscript(name: String) -> UInt64 { numbers[name] ?? 0 }

  /// The bytes between two places that follow each other, at most 64 KB of them.
  func bytes(_ start: String, upTo end: String) -> [UInt8] {
    guard self[start] >= TriageDump.place, self[end] > self[start] else { return [] }
    return source.read(at: self[start], count: Int(min(0x1_0000, self[end] - self[start]))) ?? []
  }

  // MARK: Memory

  func blocks(_ header: DumpHeader, stackPointer: UInt64, _ damage: inout [FormatError])
    -> [MinidumpMemory.Block]
  {
    var blocks: [MinidumpMemory.Block] = []
    let size = self["SizeOfCallStack"]
    if self["CallStackOffset"] != 0, size > 0 {
      let top = self["TopOfStack"]
      // The place of the first byte, as systems write it; some readers take it for the last one's.
      let isEnd = stackPointer < top && top &- stackPointer <= size
      blocks.append(
        MinidumpMemory.Block(
          start: isEnd ? top &- size : top, size: size, offset: self["CallStackOffset"]))
    }
    if self["DataPageOffset"] != 0 {
      blocks.append(
        MinidumpMemory.Block(
          start: self["DataPageAddress"], size: self["DataPageSize"],
          offset: self["DataPageOffset"]))
    }
    if self["DebuggerDataOffset"] != 0, header.debuggerDataBlock != 0 {
      blocks.append(
        MinidumpMemory.Block(
          start: header.debuggerDataBlock, size: self["DebuggerDataSize"],
          offset: self["DebuggerDataOffset"]))
    }
    return blocks + dataBlocks(&damage)
  }

  /// TRIAGE_DATA_BLOCK: an address, an offset, a size.
  private func dataBlocks(_ damage: inout [FormatError]) -> [MinidumpMemory.Block] {
    let start = self["DataBlocksOffset"]
    let count = Int(min(self["DataBlocksCount"], 0x1_0000))
    guard start != 0, count > 0 else { return [] }
    guard let bytes = source.read(at: start, count: count * 16) else {
      damage.append(
        FormatError("TRIAGE_DATA_BLOCK", at: start, in: "dump", .unreadable(needed: count * 16)))
      return []
    }
    let reader = ByteReader(bytes.span.bytes, base: start, container: "dump")
    var blocks: [MinidumpMemory.Block] = []
    for index in 0..<count {
      guard let address: UInt64 = try? reader.peek("Address", at: index * 16),
        let offset: UInt32 = try? reader.peek("Offset", at: index * 16 + 8),
        let size: UInt32 = try? reader.peek("Size", at: index * 16 + 12)
      else { break }
      blocks.append(
        MinidumpMemory.Block(start: address, size: UInt64(size), offset: UInt64(offset)))
    }
    return blocks
  }

  // MARK: Drivers

  /// DUMP_DRIVER_ENTRY64: a name's offset, then the loader's entry, which has grown over time.
  func drivers(_ damage: inout [FormatError]) -> [TriageDump.Driver] {
    let start = self["DriverListOffset"]
    let count = Int(min(self["DriverCount"], 0x1000))
    guard start != 0, count > 0 else { return [] }
    var best: [TriageDump.Driver] = []
    for size in stride(from: 0x90, through: 0x140, by: 8) {
      let found = drivers(at: start, count, size)
      if found.count > best.count { best = found }
      if found.count == count { break }
    }
    if best.count < count {
      damage.append(
        FormatError(
          "DriverCount", at: TriageDump.place + 0x34, in: "dump",
          .outOfRange(value: UInt64(count), limit: UInt64(best.count))))
    }
    return best
  }

  /// The entries from the first on that are plausible if each has this size.
  private func drivers(at start: UInt64, _ count: Int, _ size: Int) -> [TriageDump.Driver] {
    var found: [TriageDump.Driver] = []
    for index in 0..<count {
      let place = start &+ UInt64(index * size)
      guard let bytes = source.read(at: place, count: 0x90) else { break }
      let reader = ByteReader(bytes.span.bytes, base: place, container: "dump")
      guard let nameOffset: UInt32 = try? reader.peek("DriverNameOffset", at: 0),
        let base: UInt64 = try? reader.peek("DllBase", at: 0x38),
        let imageSize: UInt32 = try? reader.peek("SizeOfImage", at: 0x48),
        let checkSum: UInt32 = try? reader.peek("CheckSum", at: 0x80),
        let stamp: UInt32 = try? reader.peek("TimeDateStamp", at: 0x88),
        base >> 63 != 0, base & 0xFFF == 0, imageSize > 0, let name = name(at: UInt64(nameOffset))
      else { break }
      found.append(
        TriageDump.Driver(
          base: base, size: imageSize, timeDateStamp: stamp, checkSum: checkSum, name: name))
    }
    return found
  }

  /// DUMP_STRING: how many characters, then those.
  private func name(at place: UInt64) -> String? {
    guard place > TriageDump.place, let front = source.read(at: place, count: 4) else { return nil }
    let reader = ByteReader(front.span.bytes)
    guard let length: UInt32 = try? reader.peek("Length", at: 0), (1...0x400).contains(length),
      let bytes = source.read(at: place &+ 4, count: Int(length) * 2)
    else { return nil }
    var text = ByteReader(bytes.span.bytes)
    return try? text.readUTF16(length, "Buffer")
  }
}
