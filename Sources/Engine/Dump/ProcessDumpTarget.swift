import Bytes
import Dumps
import Images

/// A dump of one process as a target: its threads with their registers, the memory that the file has,
/// and what image files can add to it, all of it standing still.
public final class ProcessDumpTarget: RecordedTarget, UserTarget, SparseTarget {
  /// The file.
  public let dump: Minidump
  /// Where the file is, as it was asked for.
  public let path: String
  public let threads: [UserThread]
  public var onConsoleOutput: (([UInt8]) -> Void)?

  private let contexts: [Context]
  /// The images as the dump lists them.
  public let listedImages: [ListedImage]?
  private let memory: DumpedMemory

  /// Opens a dump. Image files are looked for where the store looks.
  ///
  /// Throws when the file is none, or one of another processor.
  public convenience init(path: String, symbols: SymbolStore) throws(FormatError) {
    try self.init(Minidump(FileBytes(path: path)), path: path, symbols: symbols)
  }

  /// A dump that is open already.
  public init(_ dump: Minidump, path: String, symbols: SymbolStore) throws(FormatError) {
    let architecture = dump.contents.system.architecture
    guard architecture == 9 else {
      throw FormatError(
        "ProcessorArchitecture", at: dump.systemOffset, in: "minidump",
        .unexpected(value: UInt64(architecture), expected: "9 (x64)"))
    }
    self.dump = dump
    self.path = path
    let images = dump.contents.modules.map(ListedImage.init)
    listedImages = images
    memory = DumpedMemory(dump.memory, images: images, symbols: symbols)
    threads = dump.contents.threads.enumerated().map { number, thread in
      UserThread(
        number: number, id: UInt64(thread.id), teb: thread.teb,
        suspendCount: UInt64(thread.suspendCount), object: 0)
    }
    contexts = dump.contents.threads.map { ContextRecord.readUser($0.context, teb: $0.teb) }
  }

  public var kind: TargetKind { .user }
  public var capabilities: TargetCapabilities { [] }
  public var pointerSize: Int { 8 }
  public var processorCount: Int { max(1, threads.count) }
  public var kernelBaseHint: UInt64? { nil }
  public var clock: UInt64 { 0 }
  public var processID: UInt64 { UInt64(dump.contents.process.id ?? 0) }
  public var origin: ProcessOrigin { .examine }
  public var firstImages: [ImageNotice] { [] }
  public var hasExited: Bool { false }
  /// The program: the first image that was listed.
  public var imagePath: String { dump.contents.modules.first?.path ?? "" }

  /// The `_TEB` of x64 has the PEB's address at 60h.
  public var peb: UInt64? {
    let memory = MemoryView(target: self, space: .processor(0))
    return threads.lazy.compactMap { $0.teb == 0 ? nil : memory.pointer($0.teb &+ 0x60) }.first
  }

  public var facts: TargetFacts {
    TargetFacts(
      connection: path, build: dump.contents.system.buildNumber,
      systemTime: Self.fileTime(dump.contents.timeDateStamp))
  }

  /// How long the process had run, in 100 ns units; nil when the dump does not say.
  public var processUpTime: UInt64? {
    guard let start = dump.contents.process.createTime, start <= dump.contents.timeDateStamp else {
      return nil
    }
    return UInt64(dump.contents.timeDateStamp - start) * 10_000_000
  }

  /// Seconds since 1970 as a FILETIME; nil for none.
  static func fileTime(_ seconds: UInt32) -> UInt64? {
    seconds == 0 ? nil : UInt64(seconds) * 10_000_000 + 116_444_736_000_000_000
  }

  public func mappedRanges() throws -> [Range<UInt64>] {
    dump.memory.blocks.map { block in
      let (end, isBeyond) = block.start.addingReportingOverflow(block.size)
      return block.start..<(isBeyond ? .max : end)
    }
  }

  /// What the dump itself says, of which a further one keeps what is asked for.
  public func dumpFacts(_ options: MinidumpOptions) throws -> MinidumpContents {
    var contents = dump.contents
    if !options.contains(.threadInfo) {
      for index in contents.threads.indices { contents.threads[index].info = nil }
    }
    if !options.contains(.handles) { contents.handles = [] }
    if !options.contains(.unloadedModules) { contents.unloadedModules = [] }
    return contents
  }

  // MARK: The exception

  /// The exception that the dump was made for, nil when it has none.
  public var exception: ExceptionRecord? {
    dump.contents.exception.map { ExceptionRecord($0.record) }
  }

  /// The registers at the exception, and the thread that had it.
  public var exceptionContext: (context: Context, thread: Int)? {
    guard let exception = dump.contents.exception, !exception.context.isEmpty,
      let thread = threads.first(where: { $0.id == UInt64(exception.threadID) })
    else { return nil }
    return (ContextRecord.readUser(exception.context, teb: thread.teb), thread.number)
  }

  /// The thread to look at first: the one with the exception.
  public var firstThread: Int {
    let id = dump.contents.exception.map { UInt64($0.threadID) }
    return threads.first { $0.id == id }?.number ?? 0
  }

  // MARK: Memory

  public func read(
    _ address: UInt64, into buffer: UnsafeMutableRawBufferPointer, space: AddressSpace
  ) -> [Range<Int>] {
    memory.read(address, into: buffer)
  }

  public func nextMemory(from address: UInt64, through last: UInt64) -> ClosedRange<UInt64>? {
    memory.next(from: address, through: last)
  }

  public func write(_ address: UInt64, _ bytes: [UInt8], space: AddressSpace) throws(TargetError) {
    throw .unsupported("write memory")
  }

  public func translate(_ address: UInt64, space: AddressSpace) throws(TargetError) -> UInt64? {
    throw .unsupported("read page tables")
  }

  public func readPhysical(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer)
    throws(TargetError) -> [Range<Int>]
  {
    throw .unsupported("read physical memory")
  }

  public func writePhysical(_ address: UInt64, _ bytes: [UInt8]) throws(TargetError) {
    throw .unsupported("write physical memory")
  }

  // MARK: Registers

  public func context(processor number: Int) throws(TargetError) -> Context {
    guard contexts.indices.contains(number) else { throw .noProcessor(number) }
    return contexts[number]
  }
}

extension ContextRecord {
  /// The registers in a thread's record; none are known of one that is cut short. GS begins at the
  /// thread's environment block.
  fileprivate static func readUser(_ bytes: [UInt8], teb: UInt64) -> Context {
    var context = read(bytes) ?? Context()
    context[.gsBase] = teb
    context[.fsBase] = 0
    return context
  }
}

extension ListedImage {
  /// A module as a minidump lists it.
  init(_ module: MinidumpModule) {
    self.init(
      base: module.base, size: UInt64(module.size), path: module.path, checkSum: module.checkSum,
      timeDateStamp: module.timeDateStamp,
      symbolFile: module.symbolFile.map {
        CodeViewRecord(guid: $0.guid, age: $0.age, path: $0.path)
      })
  }
}

extension ExceptionRecord {
  /// The record in a dump.
  init(_ record: DumpException) {
    self.init(
      code: record.code, flags: record.flags, nested: record.nested, address: record.address,
      parameters: record.parameters)
  }
}
