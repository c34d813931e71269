import Bytes

// Opening a minidump: the header, the directory, and each stream that is understood.

extension Minidump {
  /// MINIDUMP_MISC_INFO_4.BuildString: 260 units.
  static let buildOffset = 0xE8

  /// No real dump has more of anything.
  private static let mostRows = 0x10_0000

  /// Opens a dump.
  ///
  /// - Throws: ``FormatError`` when it is none, or its header, directory or system information cannot
  ///   be read.
  public init(_ source: any ByteSource) throws(FormatError) {
    self.source = source
    let bytes = try source.require("MINIDUMP_HEADER", at: 0, count: 32, in: "minidump")
    let header = ByteReader(bytes.span.bytes, container: "minidump")
    let signature: UInt32 = try header.peek("Signature", at: 0)
    guard signature == Self.signature else {
      throw FormatError(
        "Signature", at: 0, in: "minidump",
        .unexpected(value: UInt64(signature), expected: "'MDMP'"))
    }
    let version: UInt32 = try header.peek("Version", at: 4)
    guard version & 0xFFFF == Self.version else {
      throw FormatError(
        "Version", at: 4, in: "minidump",
        .unexpected(value: UInt64(version & 0xFFFF), expected: "a793"))
    }
    let count: UInt32 = try header.peek("NumberOfStreams", at: 8)
    let directory: UInt32 = try header.peek("StreamDirectoryRva", at: 12)
    contents.timeDateStamp = try header.peek("TimeDateStamp", at: 20)
    contents.flags = try header.peek("Flags", at: 24)
    streams = try Self.readDirectory(source, count, directory)
    memory = MinidumpMemory([], source)
    guard let place = streams.first(where: { $0.type == MinidumpStreamType.systemInfo }) else {
      throw FormatError("SystemInfoStream", at: UInt64(directory), in: "minidump", .missing)
    }
    contents.system = try Self.readSystem(place, source)
    // What is told of threads belongs to those that are known.
    for stream in streams.filter(\.isThreadList) + streams.filter({ !$0.isThreadList }) {
      do throws(FormatError) {
        try read(stream)
      } catch {
        damage.append(error)
      }
    }
    memory = readMemory()
  }

  private static func readDirectory(
    _ source: any ByteSource, _ count: UInt32, _ offset: UInt32
  ) throws(FormatError) -> [MinidumpStream] {
    guard count <= 0x1000 else {
      throw FormatError(
        "NumberOfStreams", at: 8, in: "minidump",
        .outOfRange(value: UInt64(count), limit: 0x1000))
    }
    let bytes = try source.require(
      "MINIDUMP_DIRECTORY", at: UInt64(offset), count: Int(count) * 12, in: "minidump")
    var reader = ByteReader(bytes.span.bytes, base: UInt64(offset), container: "minidump")
    var streams: [MinidumpStream] = []
    for _ in 0..<count {
      streams.append(
        MinidumpStream(
          type: try reader.read("StreamType"), size: try reader.read("DataSize"),
          offset: try reader.read("Rva")))
    }
    return streams
  }

  private static func readSystem(_ stream: MinidumpStream, _ source: any ByteSource)
    throws(FormatError) -> MinidumpSystem
  {
    let place = UInt64(stream.offset)
    let bytes = try source.require("MINIDUMP_SYSTEM_INFO", at: place, count: 32, in: "minidump")
    var reader = ByteReader(bytes.span.bytes, base: place, container: "minidump")
    var system = MinidumpSystem()
    system.architecture = try reader.read("ProcessorArchitecture")
    system.processorLevel = try reader.read("ProcessorLevel")
    system.processorRevision = try reader.read("ProcessorRevision")
    system.processorCount = try reader.read("NumberOfProcessors")
    system.productType = try reader.read("ProductType")
    system.majorVersion = try reader.read("MajorVersion")
    system.minorVersion = try reader.read("MinorVersion")
    system.buildNumber = try reader.read("BuildNumber")
    system.platform = try reader.read("PlatformId")
    let name: UInt32 = try reader.read("CSDVersionRva")
    system.servicePack = text(at: UInt64(name), source)
    return system
  }

  /// MINIDUMP_STRING: a count of bytes, UTF-16. Empty when it cannot be read.
  static func text(at offset: UInt64, _ source: any ByteSource) -> String {
    guard offset != 0, let size = source.read(at: offset, count: 4) else { return "" }
    let count = ByteReader(size.span.bytes)
    guard let length: UInt32 = try? count.peek("Length", at: 0), length <= 0x1_0000,
      let bytes = source.read(at: offset &+ 4, count: Int(length))
    else { return "" }
    var reader = ByteReader(bytes.span.bytes)
    let text = (try? reader.readUTF16(bytes.count / 2, "Buffer")) ?? ""
    return String(text.prefix { $0 != "\0" })
  }

  func text(at offset: UInt64) -> String { Self.text(at: offset, source) }

  // MARK: Streams

  private mutating func read(_ stream: MinidumpStream) throws(FormatError) {
    switch stream.type {
    case MinidumpStreamType.threadList: try readThreads(stream, rowSize: 48)
    case MinidumpStreamType.threadExList: try readThreads(stream, rowSize: 64)
    case MinidumpStreamType.moduleList: try readModules(stream)
    case MinidumpStreamType.exception: try readException(stream)
    case MinidumpStreamType.miscInfo: try readProcess(stream)
    case MinidumpStreamType.commentA:
      let bytes = try bytes(of: stream, "CommentStreamA")
      var reader = ByteReader(bytes.span.bytes)
      contents.comments.append(try reader.readString(bytes.count, "CommentStreamA"))
    case MinidumpStreamType.commentW:
      let bytes = try bytes(of: stream, "CommentStreamW")
      var reader = ByteReader(bytes.span.bytes)
      let text = try reader.readUTF16(bytes.count / 2, "CommentStreamW")
      contents.comments.append(String(text.prefix { $0 != "\0" }))
    case MinidumpStreamType.handleData: try readHandles(stream)
    case MinidumpStreamType.unloadedModuleList: try readUnloadedModules(stream)
    case MinidumpStreamType.memoryInfoList: try readRegions(stream)
    case MinidumpStreamType.threadInfoList: try readThreadInfo(stream)
    case MinidumpStreamType.threadNames: try readThreadNames(stream)
    default: break
    }
  }

  /// A stream's bytes; at most 64 MB of them, memory aside.
  private func bytes(of stream: MinidumpStream, _ field: StaticString) throws(FormatError)
    -> [UInt8]
  {
    let count = min(Int(stream.size), 0x400_0000)
    return try source.require(field, at: UInt64(stream.offset), count: count, in: "minidump")
  }

  /// The rows of a list that says in front how many there are. Some writers put four more bytes
  /// between the number and the rows, so that those are aligned; the stream's size tells.
  private func rows(_ stream: MinidumpStream, _ field: StaticString, size: Int)
    throws(FormatError) -> [[UInt8]]
  {
    let start = UInt64(stream.offset)
    let front = try source.require(field, at: start, count: 4, in: "minidump")
    let reader = ByteReader(front.span.bytes, base: start, container: "minidump")
    let count: UInt32 = try reader.peek(field, at: 0)
    guard count <= Self.mostRows else {
      throw FormatError(
        "\(field)", at: start, in: "minidump",
        .outOfRange(value: UInt64(count), limit: UInt64(Self.mostRows)))
    }
    let isPadded = UInt64(stream.size) == 8 + UInt64(count) * UInt64(size)
    return try rows(
      at: start + (isPadded ? 8 : 4), UInt64(count), size: size, field)
  }

  /// The rows of a list whose header says how long it and its rows are. Rows of newer systems may
  /// be longer: what is behind the known fields is passed over.
  private func wideRows(
    _ stream: MinidumpStream, _ field: StaticString, count wide: Bool, least: Int
  ) throws(FormatError) -> [[UInt8]] {
    let start = UInt64(stream.offset)
    let front = try source.require(field, at: start, count: wide ? 16 : 12, in: "minidump")
    let reader = ByteReader(front.span.bytes, base: start, container: "minidump")
    let header: UInt32 = try reader.peek("SizeOfHeader", at: 0)
    let size: UInt32 = try reader.peek("SizeOfEntry", at: 4)
    let narrow: UInt32 = try reader.peek("NumberOfEntries", at: 8)
    let count: UInt64 = wide ? try reader.peek("NumberOfEntries", at: 8) : UInt64(narrow)
    guard size >= least, size <= 0x1000 else {
      throw FormatError(
        "SizeOfEntry", at: start + 4, in: "minidump",
        .unexpected(value: UInt64(size), expected: "\(least) or more"))
    }
    guard count <= Self.mostRows else {
      throw FormatError(
        "NumberOfEntries", at: start + 8, in: "minidump",
        .outOfRange(value: count, limit: UInt64(Self.mostRows)))
    }
    return try rows(at: start + UInt64(header), count, size: Int(size), field)
  }

  /// Rows, as many of them as the file has.
  private func rows(at offset: UInt64, _ count: UInt64, size: Int, _ field: StaticString)
    throws(FormatError) -> [[UInt8]]
  {
    var rows: [[UInt8]] = []
    for index in 0..<count {
      guard let row = source.read(at: offset &+ index &* UInt64(size), count: size) else { break }
      rows.append(row)
    }
    if rows.isEmpty, count > 0 {
      throw FormatError("\(field)", at: offset, in: "minidump", .unreadable(needed: size))
    }
    return rows
  }

  /// MINIDUMP_THREAD, or MINIDUMP_THREAD_EX, which has sixteen more bytes.
  private mutating func readThreads(_ stream: MinidumpStream, rowSize: Int) throws(FormatError) {
    for row in try rows(stream, "NumberOfThreads", size: rowSize) {
      var reader = ByteReader(row.span.bytes, container: "minidump")
      var thread = MinidumpThread()
      thread.id = try reader.read("ThreadId")
      thread.suspendCount = try reader.read("SuspendCount")
      thread.priorityClass = try reader.read("PriorityClass")
      thread.priority = try reader.read("Priority")
      thread.teb = try reader.read("Teb")
      thread.stack.start = try reader.read("Stack.StartOfMemoryRange")
      let size: UInt32 = try reader.read("Stack.DataSize")
      thread.stack.size = UInt64(size)
      let stack: UInt32 = try reader.read("Stack.Rva")
      if stack != 0 {
        stacks.append(
          MinidumpMemory.Block(
            start: thread.stack.start, size: UInt64(size), offset: UInt64(stack)))
      }
      let context: UInt32 = try reader.read("ThreadContext.DataSize")
      let place: UInt32 = try reader.read("ThreadContext.Rva")
      thread.context = record(at: place, context)
      contents.threads.append(thread)
    }
  }

  /// A CONTEXT record, which may be followed by extended state.
  private func record(at place: UInt32, _ size: UInt32) -> [UInt8] {
    source.read(at: UInt64(place), count: Int(min(size, 0x4000))) ?? []
  }

  /// MINIDUMP_MODULE.
  private mutating func readModules(_ stream: MinidumpStream) throws(FormatError) {
    for row in try rows(stream, "NumberOfModules", size: 108) {
      var reader = ByteReader(row.span.bytes, container: "minidump")
      var module = MinidumpModule()
      module.base = try reader.read("BaseOfImage")
      module.size = try reader.read("SizeOfImage")
      module.checkSum = try reader.read("CheckSum")
      module.timeDateStamp = try reader.read("TimeDateStamp")
      let name: UInt32 = try reader.read("ModuleNameRva")
      module.path = text(at: UInt64(name))
      let version = try reader.readBytes(52, "VersionInfo")
      if version.starts(with: [0xBD, 0x04, 0xEF, 0xFE]) { module.versionInfo = version }
      let size: UInt32 = try reader.read("CvRecord.DataSize")
      let place: UInt32 = try reader.read("CvRecord.Rva")
      module.symbolFile = symbolFile(at: UInt64(place), Int(min(size, 0x1000)))
      contents.modules.append(module)
    }
  }

  /// CV_INFO_PDB70: `RSDS`, the PDB's GUID and age, its path.
  private func symbolFile(at place: UInt64, _ size: Int) -> MinidumpModule.SymbolFile? {
    guard size >= 24, let bytes = source.read(at: place, count: size) else { return nil }
    var reader = ByteReader(bytes.span.bytes, container: "minidump")
    guard let signature: UInt32 = try? reader.read("CvSignature"), signature == 0x5344_5352,
      let guid = try? GUID(reading: &reader), let age: UInt32 = try? reader.read("Age"),
      let path = try? reader.readString(reader.remaining, "PdbFileName")
    else { return nil }
    return MinidumpModule.SymbolFile(guid: guid, age: age, path: path)
  }

  private mutating func readUnloadedModules(_ stream: MinidumpStream) throws(FormatError) {
    for row in try wideRows(stream, "MINIDUMP_UNLOADED_MODULE_LIST", count: false, least: 24) {
      var reader = ByteReader(row.span.bytes, container: "minidump")
      var module = MinidumpUnloadedModule()
      module.base = try reader.read("BaseOfImage")
      module.size = try reader.read("SizeOfImage")
      module.checkSum = try reader.read("CheckSum")
      module.timeDateStamp = try reader.read("TimeDateStamp")
      let name: UInt32 = try reader.read("ModuleNameRva")
      module.name = text(at: UInt64(name))
      contents.unloadedModules.append(module)
    }
  }

  /// MINIDUMP_EXCEPTION_STREAM.
  private mutating func readException(_ stream: MinidumpStream) throws(FormatError) {
    let start = UInt64(stream.offset)
    let bytes = try source.require("ExceptionStream", at: start, count: 168, in: "minidump")
    var reader = ByteReader(bytes.span.bytes, base: start, container: "minidump")
    var found = MinidumpException()
    found.threadID = try reader.read("ThreadId")
    try reader.skip(4, "alignment")
    found.record.code = try reader.read("ExceptionCode")
    found.record.flags = try reader.read("ExceptionFlags")
    found.record.nested = try reader.read("ExceptionRecord")
    found.record.address = try reader.read("ExceptionAddress")
    let count: UInt32 = try reader.read("NumberParameters")
    try reader.skip(4, "alignment")
    for _ in 0..<min(15, count) {
      found.record.parameters.append(try reader.read("ExceptionInformation"))
    }
    let size: UInt32 = try reader.peek("ThreadContext.DataSize", at: 160)
    let place: UInt32 = try reader.peek("ThreadContext.Rva", at: 164)
    found.context = record(at: place, size)
    contents.exception = found
  }

  /// MINIDUMP_MISC_INFO and its longer successors, which have the build's name in words.
  private mutating func readProcess(_ stream: MinidumpStream) throws(FormatError) {
    let bytes = try bytes(of: stream, "MiscInfoStream")
    let start = UInt64(stream.offset)
    var reader = ByteReader(bytes.span.bytes, base: start, container: "minidump")
    try reader.skip(4, "SizeOfInfo")
    let known: UInt32 = try reader.read("Flags1")
    let id: UInt32 = try reader.read("ProcessId")
    let created: UInt32 = try reader.read("ProcessCreateTime")
    let user: UInt32 = try reader.read("ProcessUserTime")
    let kernel: UInt32 = try reader.read("ProcessKernelTime")
    if known & 1 != 0 { contents.process.id = id }
    if known & 2 != 0 {
      contents.process.createTime = created
      contents.process.userTime = user
      contents.process.kernelTime = kernel
    }
    guard known & 0x100 != 0, bytes.count >= Self.buildOffset + 520 else { return }
    try reader.seek(to: Self.buildOffset, "BuildString")
    contents.process.build = String(try reader.readUTF16(260, "BuildString").prefix { $0 != "\0" })
  }

  private mutating func readRegions(_ stream: MinidumpStream) throws(FormatError) {
    for row in try wideRows(stream, "MINIDUMP_MEMORY_INFO_LIST", count: true, least: 48) {
      var reader = ByteReader(row.span.bytes, container: "minidump")
      var region = MinidumpRegion()
      region.base = try reader.read("BaseAddress")
      region.allocationBase = try reader.read("AllocationBase")
      region.allocationProtection = try reader.read("AllocationProtect")
      try reader.skip(4, "alignment")
      region.size = try reader.read("RegionSize")
      region.state = try reader.read("State")
      region.protection = try reader.read("Protect")
      region.type = try reader.read("Type")
      contents.regions.append(region)
    }
    contents.regions.sort { $0.base < $1.base }
  }

  private mutating func readThreadInfo(_ stream: MinidumpStream) throws(FormatError) {
    let places = threadPlaces
    for row in try wideRows(stream, "MINIDUMP_THREAD_INFO_LIST", count: false, least: 64) {
      var reader = ByteReader(row.span.bytes, container: "minidump")
      let id: UInt32 = try reader.read("ThreadId")
      var info = MinidumpThreadInfo()
      info.flags = try reader.read("DumpFlags")
      try reader.skip(4, "DumpError")
      info.exitStatus = try reader.read("ExitStatus")
      info.createTime = try reader.read("CreateTime")
      info.exitTime = try reader.read("ExitTime")
      info.kernelTime = try reader.read("KernelTime")
      info.userTime = try reader.read("UserTime")
      info.startAddress = try reader.read("StartAddress")
      info.affinity = try reader.read("Affinity")
      if let index = places[id] { contents.threads[index].info = info }
    }
  }

  /// Which thread has which id.
  private var threadPlaces: [UInt32: Int] {
    let pairs = contents.threads.enumerated().map { ($1.id, $0) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// MINIDUMP_THREAD_NAME: an id and the offset of a text.
  private mutating func readThreadNames(_ stream: MinidumpStream) throws(FormatError) {
    let places = threadPlaces
    for row in try rows(stream, "NumberOfThreadNames", size: 12) {
      let reader = ByteReader(row.span.bytes, container: "minidump")
      let id: UInt32 = try reader.peek("ThreadId", at: 0)
      let place: UInt64 = try reader.peek("RvaOfThreadName", at: 4)
      let name = text(at: place)
      if let index = places[id] { contents.threads[index].name = name }
    }
  }

  private mutating func readHandles(_ stream: MinidumpStream) throws(FormatError) {
    for row in try wideRows(stream, "MINIDUMP_HANDLE_DATA_STREAM", count: false, least: 32) {
      var reader = ByteReader(row.span.bytes, container: "minidump")
      var handle = MinidumpHandle()
      handle.value = try reader.read("Handle")
      let type: UInt32 = try reader.read("TypeNameRva")
      let name: UInt32 = try reader.read("ObjectNameRva")
      handle.typeName = text(at: UInt64(type))
      handle.objectName = text(at: UInt64(name))
      handle.attributes = try reader.read("Attributes")
      handle.access = try reader.read("GrantedAccess")
      handle.handleCount = try reader.read("HandleCount")
      handle.pointerCount = try reader.read("PointerCount")
      contents.handles.append(handle)
    }
  }

  // MARK: Memory

  /// Both lists of memory, and the threads' stacks where no list has them.
  private mutating func readMemory() -> MinidumpMemory {
    var blocks = stacks
    for stream in streams {
      do throws(FormatError) {
        switch stream.type {
        case MinidumpStreamType.memoryList: try blocks += readShortBlocks(stream)
        case MinidumpStreamType.memory64List: try blocks += readLongBlocks(stream)
        default: break
        }
      } catch {
        damage.append(error)
      }
    }
    return MinidumpMemory(blocks, source)
  }

  /// MINIDUMP_MEMORY_DESCRIPTOR: each block says where it stands.
  private func readShortBlocks(_ stream: MinidumpStream) throws(FormatError)
    -> [MinidumpMemory.Block]
  {
    var blocks: [MinidumpMemory.Block] = []
    for row in try rows(stream, "NumberOfMemoryRanges", size: 16) {
      let reader = ByteReader(row.span.bytes, container: "minidump")
      let size: UInt32 = try reader.peek("DataSize", at: 8)
      let place: UInt32 = try reader.peek("Rva", at: 12)
      blocks.append(
        MinidumpMemory.Block(
          start: try reader.peek("StartOfMemoryRange", at: 0), size: UInt64(size),
          offset: UInt64(place)))
    }
    return blocks
  }

  /// MINIDUMP_MEMORY64_LIST: the blocks stand one after the other from its BaseRva on.
  private func readLongBlocks(_ stream: MinidumpStream) throws(FormatError)
    -> [MinidumpMemory.Block]
  {
    let start = UInt64(stream.offset)
    let front = try source.require(
      "MINIDUMP_MEMORY64_LIST", at: start, count: 16, in: "minidump")
    let reader = ByteReader(front.span.bytes, base: start, container: "minidump")
    let count: UInt64 = try reader.peek("NumberOfMemoryRanges", at: 0)
    var place: UInt64 = try reader.peek("BaseRva", at: 8)
    guard count <= Self.mostRows else {
      throw FormatError(
        "NumberOfMemoryRanges", at: start, in: "minidump",
        .outOfRange(value: count, limit: UInt64(Self.mostRows)))
    }
    var blocks: [MinidumpMemory.Block] = []
    for row in try rows(at: start + 16, count, size: 16, "MINIDUMP_MEMORY_DESCRIPTOR64") {
      let reader = ByteReader(row.span.bytes, container: "minidump")
      let size: UInt64 = try reader.peek("DataSize", at: 8)
      blocks.append(
        MinidumpMemory.Block(
          start: try reader.peek("StartOfMemoryRange", at: 0), size: size, offset: place))
      let (next, isBeyond) = place.addingReportingOverflow(size)
      if isBeyond { break }
      place = next
    }
    return blocks
  }
}
