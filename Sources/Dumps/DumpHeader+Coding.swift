import Bytes

extension DumpHeader {
  /// Reads a header from the beginning of a file. Throws for anything but a 64-bit kernel dump.
  public init(_ bytes: [UInt8]) throws(FormatError) {
    var reader = ByteReader(bytes.span.bytes, container: "dump")
    try Self.checkSignature(reader)
    majorVersion = try reader.peek("MajorVersion", at: HeaderOffset.majorVersion)
    minorVersion = try reader.peek("MinorVersion", at: HeaderOffset.minorVersion)
    directoryTableBase = try reader.peek("DirectoryTableBase", at: HeaderOffset.directoryTableBase)
    pfnDatabase = try reader.peek("PfnDataBase", at: HeaderOffset.pfnDatabase)
    loadedModuleList = try reader.peek("PsLoadedModuleList", at: HeaderOffset.loadedModuleList)
    activeProcessHead = try reader.peek("PsActiveProcessHead", at: HeaderOffset.activeProcessHead)
    machine = try reader.peek("MachineImageType", at: HeaderOffset.machine)
    guard machine == 0x8664 else {
      throw FormatError(
        "MachineImageType", at: UInt64(HeaderOffset.machine), in: "dump",
        .unexpected(value: UInt64(machine), expected: "8664 (x64)"))
    }
    processorCount = try reader.peek("NumberProcessors", at: HeaderOffset.processorCount)
    guard (1...2048).contains(processorCount) else {
      throw FormatError(
        "NumberProcessors", at: UInt64(HeaderOffset.processorCount), in: "dump",
        .outOfRange(value: UInt64(processorCount), limit: 2048))
    }
    bugCheckCode = try reader.peek("BugCheckCode", at: HeaderOffset.bugCheckCode)
    for index in 0..<4 {
      bugCheckParameters[index] = try reader.peek(
        "BugCheckParameter", at: HeaderOffset.bugCheckParameters + index * 8)
    }
    debuggerDataBlock = try reader.peek(
      "KdDebuggerDataBlock", at: HeaderOffset.debuggerDataBlock)
    memory = try Self.readRuns(reader)
    try reader.seek(to: HeaderOffset.context, "ContextRecord")
    context = try reader.readBytes(Self.contextByteCount, "ContextRecord")
    exception = try Self.readException(reader)
    let rawKind: UInt32 = try reader.peek("DumpType", at: HeaderOffset.kind)
    guard let kind = DumpKind(rawValue: rawKind) else {
      throw FormatError(
        "DumpType", at: UInt64(HeaderOffset.kind), in: "dump",
        .unexpected(value: UInt64(rawKind), expected: "1, 2, 4, 5, 8, 9 or a"))
    }
    self.kind = kind
    requiredSpace = try reader.peek("RequiredDumpSpace", at: HeaderOffset.requiredSpace)
    systemTime = try reader.peek("SystemTime", at: HeaderOffset.systemTime)
    try reader.seek(to: HeaderOffset.comment, "Comment")
    // A header that nobody commented holds its fill pattern there.
    let text = try reader.readString(HeaderOffset.commentEnd - HeaderOffset.comment, "Comment")
    comment = text.hasPrefix("PAGE") ? "" : text
    upTime = try reader.peek("SystemUpTime", at: HeaderOffset.upTime)
    let fields: UInt32 = try reader.peek("MiniDumpFields", at: HeaderOffset.miniDumpFields)
    // The pattern stands there in dumps of other kinds.
    miniDumpFields = fields == HeaderOffset.page ? 0 : fields
  }

  private static func checkSignature(_ reader: borrowing ByteReader) throws(FormatError) {
    let signature: UInt32 = try reader.peek("Signature", at: HeaderOffset.signature)
    guard signature == HeaderOffset.page else {
      throw FormatError(
        "Signature", at: 0, in: "dump",
        .unexpected(value: UInt64(signature), expected: "'PAGE', a kernel dump"))
    }
    let valid: UInt32 = try reader.peek("ValidDump", at: HeaderOffset.validDump)
    guard valid == HeaderOffset.dump64 else {
      let expected = valid == HeaderOffset.dump32 ? "'DU64', not a 32-bit dump" : "'DU64'"
      throw FormatError(
        "ValidDump", at: 4, in: "dump", .unexpected(value: UInt64(valid), expected: expected))
    }
  }

  /// PHYSICAL_MEMORY_DESCRIPTOR64: the number of runs, the number of pages, the runs. A writer that
  /// fills it with the pattern `PAGE` says nothing.
  private static func readRuns(_ reader: borrowing ByteReader) throws(FormatError) -> [PageRun] {
    let count: UInt32 = try reader.peek("NumberOfRuns", at: HeaderOffset.memoryBlock)
    guard count != HeaderOffset.page else { return [] }
    guard count <= HeaderOffset.mostRuns else {
      throw FormatError(
        "NumberOfRuns", at: UInt64(HeaderOffset.memoryBlock), in: "dump",
        .outOfRange(value: UInt64(count), limit: UInt64(HeaderOffset.mostRuns)))
    }
    var runs: [PageRun] = []
    for index in 0..<Int(count) {
      let place = HeaderOffset.memoryBlock + 16 + index * 16
      let run = PageRun(
        firstFrame: try reader.peek("BasePage", at: place),
        count: try reader.peek("PageCount", at: place + 8))
      runs.append(run)
    }
    return runs
  }

  private static func readException(_ reader: borrowing ByteReader) throws(FormatError)
    -> DumpException
  {
    let start = HeaderOffset.exception
    var exception = DumpException()
    exception.code = try reader.peek("ExceptionCode", at: start)
    exception.flags = try reader.peek("ExceptionFlags", at: start + 4)
    exception.nested = try reader.peek("ExceptionRecord", at: start + 8)
    exception.address = try reader.peek("ExceptionAddress", at: start + 16)
    let count: UInt32 = try reader.peek("NumberParameters", at: start + 24)
    for index in 0..<min(15, Int(count)) {
      let place = HeaderOffset.exceptionParameters + index * 8
      exception.parameters.append(try reader.peek("ExceptionInformation", at: place))
    }
    return exception
  }

  /// The header as it stands in a file. What no field takes is the pattern `PAGE`, as the system
  /// itself leaves it. Runs beyond those that have room are left out.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    while bytes.count < Self.byteCount { bytes += [0x50, 0x41, 0x47, 0x45] }
    bytes.put(HeaderOffset.dump64, at: HeaderOffset.validDump)
    bytes.put(majorVersion, at: HeaderOffset.majorVersion)
    bytes.put(minorVersion, at: HeaderOffset.minorVersion)
    bytes.put(directoryTableBase, at: HeaderOffset.directoryTableBase)
    bytes.put(pfnDatabase, at: HeaderOffset.pfnDatabase)
    bytes.put(loadedModuleList, at: HeaderOffset.loadedModuleList)
    bytes.put(activeProcessHead, at: HeaderOffset.activeProcessHead)
    bytes.put(machine, at: HeaderOffset.machine)
    bytes.put(processorCount, at: HeaderOffset.processorCount)
    bytes.put(bugCheckCode, at: HeaderOffset.bugCheckCode)
    for (index, value) in bugCheckParameters.prefix(4).enumerated() {
      bytes.put(value, at: HeaderOffset.bugCheckParameters + index * 8)
    }
    bytes.put(debuggerDataBlock, at: HeaderOffset.debuggerDataBlock)
    putRuns(into: &bytes)
    let record = context.prefix(Self.contextByteCount)
    bytes.replaceSubrange(
      HeaderOffset.context..<(HeaderOffset.context + record.count), with: record)
    putException(into: &bytes)
    bytes.put(kind.rawValue, at: HeaderOffset.kind)
    bytes.put(requiredSpace, at: HeaderOffset.requiredSpace)
    bytes.put(systemTime, at: HeaderOffset.systemTime)
    let room = HeaderOffset.commentEnd - HeaderOffset.comment
    var text = Array(comment.utf8.prefix(room - 1))
    text += [UInt8](repeating: 0, count: room - text.count)
    bytes.replaceSubrange(HeaderOffset.comment..<HeaderOffset.commentEnd, with: text)
    bytes.put(upTime, at: HeaderOffset.upTime)
    if miniDumpFields != 0 { bytes.put(miniDumpFields, at: HeaderOffset.miniDumpFields) }
    return bytes
  }

  private func putRuns(into bytes: inout [UInt8]) {
    let runs = memory.prefix(HeaderOffset.mostRuns)
    let start = HeaderOffset.memoryBlock
    bytes.put(UInt32(runs.count), at: start)
    bytes.put(runs.reduce(UInt64(0)) { $0 &+ $1.count }, at: start + 8)
    for (index, run) in runs.enumerated() {
      bytes.put(run.firstFrame, at: start + 16 + index * 16)
      bytes.put(run.count, at: start + 24 + index * 16)
    }
  }

  private func putException(into bytes: inout [UInt8]) {
    let start = HeaderOffset.exception
    let parameters = exception.parameters.prefix(15)
    bytes.put(exception.code, at: start)
    bytes.put(exception.flags, at: start + 4)
    bytes.put(exception.nested, at: start + 8)
    bytes.put(exception.address, at: start + 16)
    bytes.put(UInt32(parameters.count), at: start + 24)
    bytes.put(UInt32(0), at: start + 28)
    for index in 0..<15 {
      let value = index < parameters.count ? parameters[index] : 0
      bytes.put(value, at: HeaderOffset.exceptionParameters + index * 8)
    }
  }
}

extension [UInt8] {
  /// Puts a little-endian number; the place must lie inside.
  fileprivate mutating func put<T: FixedWidthInteger>(_ value: T, at place: Int) {
    for index in 0..<MemoryLayout<T>.size where place + index < count {
      self[place + index] = UInt8(truncatingIfNeeded: value >> T(index * 8))
    }
  }
}
