import Bytes
import Dumps

/// A kernel crash dump as a target: memory, registers and what the system knew of itself, all of it
/// standing still.
public final class DumpTarget: RecordedTarget {
  /// The file.
  public let dump: KernelDump
  /// Where the file is, as it was asked for.
  public let path: String
  public var onConsoleOutput: (([UInt8]) -> Void)?

  /// The kernel's images, where the dump lists them itself: a small one.
  public let listedImages: [ListedImage]?
  /// The memory of a small dump.
  private let small: DumpedMemory?
  private var pages: [UInt64: [UInt8]] = [:]
  private var translations: [UInt64: [UInt64: UInt64?]] = [:]
  private lazy var processors: [Context] = readProcessors()

  /// Opens a dump. Throws when the file is none, or one that is not understood.
  public convenience init(path: String, symbols: SymbolStore = SymbolStore()) throws(FormatError) {
    try self.init(KernelDump(FileBytes(path: path)), path: path, symbols: symbols)
  }

  /// A dump that is open already. What a small one lacks of images is looked for where the store
  /// looks.
  public init(_ dump: KernelDump, path: String, symbols: SymbolStore = SymbolStore()) {
    self.dump = dump
    self.path = path
    let images = dump.triage?.drivers.map {
      ListedImage(
        base: $0.base, size: UInt64($0.size), path: $0.name, checkSum: $0.checkSum,
        timeDateStamp: $0.timeDateStamp)
    }
    listedImages = images
    small = dump.triage.map {
      DumpedMemory($0.memory, images: images ?? [], symbols: symbols)
    }
  }

  public var kind: TargetKind { .kernel }
  public var capabilities: TargetCapabilities { small == nil ? .physicalMemory : [] }
  public var pointerSize: Int { 8 }
  public var processorCount: Int { Int(dump.header.processorCount) }
  public var kernelBaseHint: UInt64? {
    // A small dump lists the kernel first.
    dataBlock?.kernelBase ?? listedImages?.first?.base
  }
  public var clock: UInt64 { 0 }
  public var physicalMemory: [Range<UInt64>] {
    dump.pages.map { ($0.firstFrame << 12)..<(($0.firstFrame &+ $0.count) << 12) }
  }

  public var facts: TargetFacts {
    let header = dump.header
    return TargetFacts(
      connection: path, build: header.minorVersion == 0 ? nil : header.minorVersion,
      upTime: header.upTime, systemTime: header.systemTime)
  }

  /// The bug check that the dump was made for, nil when there was none.
  public var bugCheck: (code: UInt32, parameters: [UInt64])? {
    let header = dump.header
    guard header.bugCheckCode != 0 else { return nil }
    return (header.bugCheckCode, header.bugCheckParameters)
  }

  /// The exception in the header.
  public var exception: ExceptionRecord {
    let record = dump.header.exception
    return ExceptionRecord(
      code: record.code, flags: record.flags, nested: record.nested, address: record.address,
      parameters: record.parameters)
  }

  /// The processor whose registers the header holds: the one that stopped.
  public lazy var stoppedProcessor: Int = {
    guard let stopped = ContextRecord.read(dump.header.context) else { return 0 }
    return processors.firstIndex { $0.ip == stopped.ip && $0.sp == stopped.sp } ?? 0
  }()

  // MARK: Memory

  public func read(
    _ address: UInt64, into buffer: UnsafeMutableRawBufferPointer, space: AddressSpace
  ) -> [Range<Int>] {
    if let small { return small.read(address, into: buffer) }
    let root = root(of: space)
    return PageParts.read(address, into: buffer) {
      translate($0, root: root)
    } page: {
      page($0)
    }
  }

  public func readPhysical(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer)
    throws(TargetError) -> [Range<Int>]
  {
    if small != nil { throw .unsupported("read physical memory") }
    return PageParts.read(address, into: buffer) {
      $0
    } page: {
      page($0)
    }
  }

  public func write(_ address: UInt64, _ bytes: [UInt8], space: AddressSpace) throws(TargetError) {
    throw .unsupported("write memory")
  }

  public func writePhysical(_ address: UInt64, _ bytes: [UInt8]) throws(TargetError) {
    throw .unsupported("write memory")
  }

  public func translate(_ address: UInt64, space: AddressSpace) throws(TargetError) -> UInt64? {
    if small != nil { throw .unsupported("read page tables") }
    return translate(address, root: root(of: space))
  }

  /// A processor's CR3, as it was saved, or the header's.
  private func root(of space: AddressSpace) -> UInt64 {
    switch space {
    case .directory(let root): return root
    case .processor(let number):
      // The registers themselves are read through the header's tables.
      guard isReady, processors.indices.contains(number), processors[number].isKnown(.cr3) else {
        return dump.header.directoryTableBase
      }
      return processors[number][.cr3]
    }
  }

  private var isReady = false

  private func translate(_ address: UInt64, root: UInt64) -> UInt64? {
    let page = address >> 12
    if let known = translations[root]?[page] { return known.map { $0 | (address & 0xFFF) } }
    let walk = PageWalk { [unowned self] place in number(atPhysical: place, 8) }
    let found = walk.translate(address & ~0xFFF, root: root)
    if translations.count > 64 { translations = [:] }
    translations[root, default: [:]][page] = .some(found)
    return found.map { $0 | (address & 0xFFF) }
  }

  /// A page of the file, kept, for tables and structures are read over and over.
  private func page(_ frame: UInt64) -> [UInt8]? {
    if let known = pages[frame] { return known }
    guard let bytes = dump.page(frame) else { return nil }
    if pages.count >= 4096 { pages.removeAll(keepingCapacity: true) }
    pages[frame] = bytes
    return bytes
  }

  private func number(atPhysical address: UInt64, _ size: Int) -> UInt64? {
    guard let page = page(address >> 12) else { return nil }
    let offset = Int(address & 0xFFF)
    return offset + size <= page.count ? littleEndian(page, offset, size) : nil
  }

  // MARK: Registers

  public func context(processor number: Int) throws(TargetError) -> Context {
    guard processors.indices.contains(number) else { throw .noProcessor(number) }
    return processors[number]
  }

  /// The registers that the kernel saved in each processor's KPRCB; the one that stopped has the
  /// header's.
  private func readProcessors() -> [Context] {
    defer { isReady = true }
    let view = MemoryView(target: self, space: .directory(dump.header.directoryTableBase))
    let stopped = ContextRecord.read(dump.header.context) ?? Context()
    var list: [Context] = []
    for number in 0..<processorCount {
      list.append(dataBlock?.processor(number, view) ?? Context())
    }
    let place = list.firstIndex { $0.ip == stopped.ip && $0.sp == stopped.sp } ?? 0
    if list.indices.contains(place) { list[place].adopt(stopped) }
    return list
  }

  private lazy var dataBlock: DebuggerDataBlock? = {
    let view = MemoryView(target: self, space: .directory(dump.header.directoryTableBase))
    return DebuggerDataBlock(at: dump.header.debuggerDataBlock, view)
  }()
}
