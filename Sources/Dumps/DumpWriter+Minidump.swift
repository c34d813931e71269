import Bytes

extension DumpWriter {
  /// How much of a block of memory is asked for at once.
  private static let chunk: UInt64 = 0x10_0000

  /// Writes a dump of a process: header, directory, streams, then the memory.
  ///
  /// Ranges whose bytes lie beyond the first 4 GB of a file can be told by a Memory64List only, which
  /// is what a dump with all memory has (MiniDumpWithFullMemory, 2, in the flags).
  ///
  /// - Parameters:
  ///   - ranges: the memory to write, in ascending order.
  ///   - read: the bytes of a part of a range; what it lacks is written as zeros.
  ///   - progress: told how many bytes of memory are done; may throw to end the writing.
  public func write(
    _ contents: MinidumpContents, ranges: [MinidumpRange],
    read: (UInt64, Int) throws -> [UInt8], progress: (UInt64) throws -> Void = { _ in }
  ) throws {
    var image = MinidumpImage(contents, ranges)
    let start = UInt64(image.bytes.count)
    image.placeMemory(at: start)
    try put(image.bytes, at: 0)
    var place = start
    var done: UInt64 = 0
    for range in ranges {
      var inside: UInt64 = 0
      while inside < range.size {
        let count = Int(min(Self.chunk, range.size &- inside))
        var bytes = try read(range.start &+ inside, count)
        if bytes.count < count {
          bytes += [UInt8](repeating: 0, count: count - bytes.count)
        }
        try put(Array(bytes.prefix(count)), at: place)
        place &+= UInt64(count)
        inside &+= UInt64(count)
        done &+= UInt64(count)
        try progress(done)
      }
    }
    try end(at: place)
  }
}

/// Everything of a minidump but its memory, as bytes with places that refer to each other.
struct MinidumpImage {
  private(set) var bytes: [UInt8] = []
  private let contents: MinidumpContents
  private let ranges: [MinidumpRange]
  /// Where the offset of the memory is to be put: of each short descriptor, or of the long list.
  private var memoryPlaces: [(place: Int, offset: UInt64)] = []
  private var longMemoryPlace: Int?

  private var isFull: Bool { contents.flags & 2 != 0 }

  init(_ contents: MinidumpContents, _ ranges: [MinidumpRange]) {
    self.contents = contents
    self.ranges = ranges
    var streams: [(type: UInt32, add: (inout MinidumpImage) -> Void)] = [
      (MinidumpStreamType.systemInfo, { $0.addSystem() }),
      (MinidumpStreamType.miscInfo, { $0.addProcess() }),
      (MinidumpStreamType.threadList, { $0.addThreads() }),
      (MinidumpStreamType.moduleList, { $0.addModules() }),
    ]
    if contents.exception != nil {
      streams.append((MinidumpStreamType.exception, { $0.addException() }))
    }
    if !contents.unloadedModules.isEmpty {
      streams.append((MinidumpStreamType.unloadedModuleList, { $0.addUnloadedModules() }))
    }
    if contents.threads.contains(where: { $0.info != nil }) {
      streams.append((MinidumpStreamType.threadInfoList, { $0.addThreadInfo() }))
    }
    if contents.threads.contains(where: { !$0.name.isEmpty }) {
      streams.append((MinidumpStreamType.threadNames, { $0.addThreadNames() }))
    }
    if !contents.regions.isEmpty {
      streams.append((MinidumpStreamType.memoryInfoList, { $0.addRegions() }))
    }
    if !contents.handles.isEmpty {
      streams.append((MinidumpStreamType.handleData, { $0.addHandles() }))
    }
    for comment in contents.comments {
      streams.append((MinidumpStreamType.commentW, { $0.addComment(comment) }))
    }
    streams.append(
      isFull
        ? (MinidumpStreamType.memory64List, { $0.addLongMemory() })
        : (MinidumpStreamType.memoryList, { $0.addShortMemory() }))
    addHeader(streams.count)
    for (index, stream) in streams.enumerated() {
      align()
      let start = bytes.count
      pending = []
      stream.add(&self)
      let row = 32 + index * 12
      put(stream.type, at: row)
      put(UInt32(clamping: bytes.count - start), at: row + 4)
      put(UInt32(clamping: start), at: row + 8)
      // What the stream's rows refer to stands behind it.
      for (place, add) in pending {
        align()
        put(UInt32(clamping: bytes.count), at: place)
        add(&self)
      }
    }
    align()
  }

  /// What is referred to from a place, and how it is added.
  private var pending: [(place: Int, add: (inout MinidumpImage) -> Void)] = []

  /// Tells where the memory begins, now that it is known.
  mutating func placeMemory(at start: UInt64) {
    for (place, offset) in memoryPlaces { put(UInt32(clamping: start &+ offset), at: place) }
    if let longMemoryPlace { put(start, at: longMemoryPlace) }
  }

  private mutating func addHeader(_ count: Int) {
    add(Minidump.signature)
    add(Minidump.version)
    add(UInt32(count))
    add(UInt32(32))
    add(UInt32(0))
    add(contents.timeDateStamp)
    add(contents.flags)
    bytes += [UInt8](repeating: 0, count: count * 12)
  }

  private mutating func addSystem() {
    let system = contents.system
    add(system.architecture)
    add(system.processorLevel)
    add(system.processorRevision)
    add(system.processorCount)
    add(system.productType)
    add(system.majorVersion)
    add(system.minorVersion)
    add(system.buildNumber)
    add(system.platform)
    refer(toText: system.servicePack)
    // SuiteMask, and the processor's features, which nobody told.
    bytes += [UInt8](repeating: 0, count: 28)
  }

  /// MINIDUMP_MISC_INFO_4.
  private mutating func addProcess() {
    let process = contents.process
    let size = Minidump.buildOffset + 520 + 80
    let hasTimes = process.createTime != nil
    var known: UInt32 = process.id == nil ? 0 : 1
    if hasTimes { known |= 2 }
    if !process.build.isEmpty { known |= 0x100 }
    let start = bytes.count
    add(UInt32(size))
    add(known)
    add(process.id ?? 0)
    add(process.createTime ?? 0)
    add(process.userTime ?? 0)
    add(process.kernelTime ?? 0)
    bytes += [UInt8](repeating: 0, count: size - 24)
    for (index, unit) in process.build.utf16.prefix(259).enumerated() {
      put(unit, at: start + Minidump.buildOffset + index * 2)
    }
  }

  private mutating func addThreads() {
    add(UInt32(contents.threads.count))
    for thread in contents.threads {
      add(thread.id)
      add(thread.suspendCount)
      add(thread.priorityClass)
      add(thread.priority)
      add(thread.teb)
      add(thread.stack.start)
      add(UInt32(clamping: thread.stack.size))
      // In a dump of all memory the stack is found there.
      if let offset = offset(of: thread.stack), !isFull {
        memoryPlaces.append((bytes.count, offset))
      }
      add(UInt32(0))
      refer(toRecord: thread.context)
    }
  }

  /// How far behind the beginning of the memory a range stands; nil when it is not written.
  private func offset(of range: MinidumpRange) -> UInt64? {
    var offset: UInt64 = 0
    for written in ranges {
      if range.size > 0, range.start >= written.start, range.end <= written.end {
        return offset &+ (range.start &- written.start)
      }
      offset &+= written.size
    }
    return nil
  }

  private mutating func addModules() {
    add(UInt32(contents.modules.count))
    for module in contents.modules {
      add(module.base)
      add(module.size)
      add(module.checkSum)
      add(module.timeDateStamp)
      refer(toText: module.path)
      let version = module.versionInfo.count == 52 ? module.versionInfo : []
      bytes += version + [UInt8](repeating: 0, count: 52 - version.count)
      refer(toRecord: Self.record(of: module.symbolFile))
      bytes += [UInt8](repeating: 0, count: 24)
    }
  }

  /// CV_INFO_PDB70.
  private static func record(of file: MinidumpModule.SymbolFile?) -> [UInt8] {
    guard let file else { return [] }
    var bytes = Array("RSDS".utf8)
    bytes.append(number: file.guid.data1)
    bytes.append(number: file.guid.data2)
    bytes.append(number: file.guid.data3)
    bytes.append(number: file.guid.data4)
    bytes.append(number: file.age)
    return bytes + Array(file.path.utf8.prefix(0x800)) + [0]
  }

  private mutating func addUnloadedModules() {
    add(UInt32(12))
    add(UInt32(24))
    add(UInt32(contents.unloadedModules.count))
    for module in contents.unloadedModules {
      add(module.base)
      add(module.size)
      add(module.checkSum)
      add(module.timeDateStamp)
      refer(toText: module.name)
    }
  }

  private mutating func addException() {
    guard let exception = contents.exception else { return }
    let record = exception.record
    add(exception.threadID)
    add(UInt32(0))
    add(record.code)
    add(record.flags)
    add(record.nested)
    add(record.address)
    let parameters = record.parameters.prefix(15)
    add(UInt32(parameters.count))
    add(UInt32(0))
    for index in 0..<15 { add(index < parameters.count ? parameters[index] : 0) }
    refer(toRecord: exception.context)
  }

  private mutating func addThreadInfo() {
    let rows = contents.threads.compactMap { thread in thread.info.map { (thread.id, $0) } }
    add(UInt32(12))
    add(UInt32(64))
    add(UInt32(rows.count))
    for (id, info) in rows {
      add(id)
      add(info.flags)
      add(UInt32(0))
      add(info.exitStatus)
      add(info.createTime)
      add(info.exitTime)
      add(info.kernelTime)
      add(info.userTime)
      add(info.startAddress)
      add(info.affinity)
    }
  }

  private mutating func addThreadNames() {
    let rows = contents.threads.filter { !$0.name.isEmpty }
    add(UInt32(rows.count))
    for thread in rows {
      add(thread.id)
      refer(toText: thread.name)
      add(UInt32(0))
    }
  }

  private mutating func addRegions() {
    add(UInt32(16))
    add(UInt32(48))
    add(UInt64(contents.regions.count))
    for region in contents.regions {
      add(region.base)
      add(region.allocationBase)
      add(region.allocationProtection)
      add(UInt32(0))
      add(region.size)
      add(region.state)
      add(region.protection)
      add(region.type)
      add(UInt32(0))
    }
  }

  private mutating func addHandles() {
    add(UInt32(16))
    add(UInt32(32))
    add(UInt32(contents.handles.count))
    add(UInt32(0))
    for handle in contents.handles {
      add(handle.value)
      refer(toText: handle.typeName)
      refer(toText: handle.objectName)
      add(handle.attributes)
      add(handle.access)
      add(handle.handleCount)
      add(handle.pointerCount)
    }
  }

  private mutating func addComment(_ text: String) {
    for unit in text.utf16 { add(unit) }
    add(UInt16(0))
  }

  private mutating func addShortMemory() {
    add(UInt32(ranges.count))
    var offset: UInt64 = 0
    for range in ranges {
      add(range.start)
      add(UInt32(clamping: range.size))
      memoryPlaces.append((bytes.count, offset))
      add(UInt32(0))
      offset &+= range.size
    }
  }

  private mutating func addLongMemory() {
    add(UInt64(ranges.count))
    longMemoryPlace = bytes.count
    add(UInt64(0))
    for range in ranges {
      add(range.start)
      add(range.size)
    }
  }

  // MARK: Pieces

  private mutating func add<T: FixedWidthInteger>(_ value: T) { bytes.append(number: value) }

  private mutating func put<T: FixedWidthInteger>(_ value: T, at place: Int) {
    for index in 0..<MemoryLayout<T>.size where place + index < bytes.count {
      bytes[place + index] = UInt8(truncatingIfNeeded: value >> T(index * 8))
    }
  }

  private mutating func align() {
    while bytes.count % 8 != 0 { bytes.append(0) }
  }

  /// The offset of a MINIDUMP_STRING, 0 for an empty one.
  private mutating func refer(toText text: String) {
    let place = bytes.count
    add(UInt32(0))
    guard !text.isEmpty else { return }
    pending.append(
      (
        place,
        { image in
          image.add(UInt32(clamping: text.utf16.count * 2))
          for unit in text.utf16 { image.add(unit) }
          image.add(UInt16(0))
        }
      ))
  }

  /// MINIDUMP_LOCATION_DESCRIPTOR: a size and an offset.
  private mutating func refer(toRecord record: [UInt8]) {
    add(UInt32(clamping: record.count))
    let place = bytes.count
    add(UInt32(0))
    guard !record.isEmpty else { return }
    pending.append((place, { $0.bytes += record }))
  }
}

extension [UInt8] {
  /// Appends a little-endian number.
  fileprivate mutating func append<T: FixedWidthInteger>(number value: T) {
    for index in 0..<MemoryLayout<T>.size {
      append(UInt8(truncatingIfNeeded: value >> T(index * 8)))
    }
  }
}
