import Dumps
import Images

/// What `.dump /m` is to write of a process.
public struct ProcessDumpRequest: Sendable {
  public var options: MinidumpOptions
  public var path: String
  /// Stands in a stream of its own.
  public var comment = ""
  /// Whether a file of that name is replaced.
  public var replaces = false

  public init(_ options: MinidumpOptions, path: String) {
    self.options = options
    self.path = path
  }
}

extension Debugger {
  /// Writes a minidump of the process that is debugged (`.dump /m`). The target does not change.
  ///
  /// Threads, modules, the current exception and the stacks are always written. `progress` is told the
  /// percentage of the memory, rising. Throws `DumpWriteError`, `TargetError` or `Cancelled`; a file
  /// that was begun is removed then.
  public func writeProcessDump(_ request: ProcessDumpRequest, progress: (Int) -> Void) throws {
    guard let process = userTarget else { throw TargetError.unsupported("write a dump") }
    let writer = try DumpWriter(path: request.path, replacing: request.replaces)
    do {
      let source = ProcessDumpSource(self, process, request)
      var contents = try source.contents()
      let ranges = try source.ranges(contents)
      // They may have been asked for to find private memory only.
      if !request.options.contains(.memoryInfo) { contents.regions = [] }
      let total = max(1, ranges.reduce(UInt64(0)) { $0 &+ $1.size })
      var told = -1
      try writer.write(contents, ranges: ranges) { address, count in
        read(address, count).bytes
      } progress: { done in
        try checkCancelled()
        let percent = Int(done &* 100 / total)
        if percent > told {
          told = percent
          progress(percent)
        }
      }
    } catch {
      writer.abandon()
      throw error
    }
  }
}

/// What a minidump of a process is made of.
private struct ProcessDumpSource {
  let debugger: Debugger
  let process: any UserTarget
  let request: ProcessDumpRequest

  init(_ debugger: Debugger, _ process: any UserTarget, _ request: ProcessDumpRequest) {
    self.debugger = debugger
    self.process = process
    self.request = request
  }

  private var options: MinidumpOptions { request.options }
  private var memory: MemoryView { MemoryView(target: process, space: .processor(0)) }

  /// Everything but the memory.
  func contents() throws -> MinidumpContents {
    var contents = try process.dumpFacts(options)
    contents.flags = options.rawValue
    if !request.comment.isEmpty { contents.comments.append(request.comment) }
    let known = Dictionary(contents.threads.map { ($0.id, $0) }) { first, _ in first }
    contents.threads = process.threads.map { thread in
      let id = UInt32(truncatingIfNeeded: thread.id)
      var row = known[id] ?? MinidumpThread()
      row.id = id
      row.suspendCount = UInt32(clamping: thread.suspendCount)
      row.teb = thread.teb
      let context = (try? process.context(processor: thread.number)) ?? Context()
      row.context = ContextRecord.make(context)
      row.stack = stack(of: thread, context)
      return row
    }
    contents.modules = debugger.userModules.map(module)
    if contents.exception == nil { contents.exception = exception() }
    return contents
  }

  /// From the stack pointer to where the thread's stack begins (NT_TIB.StackBase, 8; StackLimit, 10h),
  /// as far as it can be read. A pointer that lies elsewhere leads to 64 KB at most.
  private func stack(of thread: UserThread, _ context: Context) -> MinidumpRange {
    let start = context.sp & ~7
    var end = start &+ 0x1_0000
    if let base = memory.pointer(thread.teb &+ 8), let limit = memory.pointer(thread.teb &+ 0x10),
      start >= limit, start < base
    {
      end = min(base, start &+ 0x100_0000)
    }
    guard end > start else { return MinidumpRange() }
    let read = debugger.read(start, Int(end &- start))
    return MinidumpRange(start: start, size: UInt64(read.validPrefix))
  }

  private func module(_ module: Module) -> MinidumpModule {
    var row = MinidumpModule()
    row.base = module.base
    row.size = UInt32(clamping: module.size)
    row.checkSum = module.checkSum
    row.timeDateStamp = module.timeDateStamp
    row.path = options.contains(.bareModuleNames) ? fileName(module.path) : module.path
    row.symbolFile = module.codeView.map {
      MinidumpModule.SymbolFile(guid: $0.guid, age: $0.age, path: $0.path)
    }
    return row
  }

  /// The exception of the last stop; of any other stop, the break that it amounts to.
  private func exception() -> MinidumpException? {
    guard let stop = debugger.lastStop, let thread = process.thread(stop.processor),
      let context = try? process.context(processor: stop.processor)
    else { return nil }
    var exception = MinidumpException()
    exception.threadID = UInt32(truncatingIfNeeded: thread.id)
    exception.context = ContextRecord.make(context)
    exception.record.address = context.ip
    switch stop.reason {
    case .exception(let record, _):
      exception.record.code = record.code
      exception.record.flags = record.flags
      exception.record.nested = record.nested
      exception.record.address = record.address
      exception.record.parameters = record.parameters
    case .stepped: exception.record.code = ExceptionRecord.singleStepCode
    case .breakIn, .idle: exception.record.code = ExceptionRecord.wakeDebuggerCode
    default: exception.record.code = ExceptionRecord.breakpointCode
    }
    return exception
  }

  // MARK: Memory

  /// The ranges to write, in ascending order, none of them overlapping and all readable.
  func ranges(_ contents: MinidumpContents) throws -> [MinidumpRange] {
    if options.contains(.fullMemory) {
      return Self.merged(
        try process.mappedRanges().map {
          MinidumpRange(start: $0.lowerBound, size: $0.upperBound &- $0.lowerBound)
        })
    }
    var wanted = contents.threads.map(\.stack)
    // What stands around each instruction pointer, for breakpoints and changes in the code.
    for thread in process.threads {
      guard let ip = try? process.position(processor: thread.number).ip else { continue }
      wanted.append(MinidumpRange(start: ip &- 0x80, size: 0x100))
    }
    if options.contains(.processThreadData) { wanted += environmentBlocks() }
    if options.contains(.indirectMemory) { wanted += referenced(from: contents.threads) }
    if options.contains(.dataSegments) || options.contains(.codeSegments) { wanted += sections() }
    if options.contains(.privateMemory) {
      wanted += contents.regions.filter { $0.type == 0x2_0000 && $0.protection & 0xCC != 0 }
        .map { MinidumpRange(start: $0.base, size: $0.size) }
    }
    return try readable(Self.merged(wanted))
  }

  /// The environment blocks of the process and its threads, and what the process' leads to: the
  /// loader's list with its names, the parameters, the environment. Offsets of x64, Windows 7.
  private func environmentBlocks() -> [MinidumpRange] {
    var found = process.threads.map { MinidumpRange(start: $0.teb, size: 0x2000) }
    guard let peb = process.peb, peb != 0 else { return found }
    found.append(MinidumpRange(start: peb, size: 0x1000))
    if let loader = memory.pointer(peb &+ 0x18), loader != 0 {
      found.append(MinidumpRange(start: loader, size: 0x58))
      var seen: Set<UInt64> = [loader &+ 0x10]
      var entry = memory.pointer(loader &+ 0x10)
      while let place = entry, seen.count < 1024, seen.insert(place).inserted {
        found.append(MinidumpRange(start: place, size: 0xE0))
        found += [0x48, 0x58].compactMap { text(at: place &+ $0) }
        entry = memory.pointer(place)
      }
    }
    // RTL_USER_PROCESS_PARAMETERS: MaximumLength 0, Environment 80h, EnvironmentSize 3F0h.
    if let parameters = memory.pointer(peb &+ 0x20), parameters != 0,
      let size = memory.uint(parameters, 4)
    {
      found.append(MinidumpRange(start: parameters, size: max(0x400, min(size, 0x10000))))
      if let environment = memory.pointer(parameters &+ 0x80), environment != 0 {
        let size = memory.uint(parameters &+ 0x3F0, 8) ?? 0
        found.append(MinidumpRange(start: environment, size: max(0x1000, min(size, 0x10000))))
      }
    }
    return found
  }

  /// The characters of the `_UNICODE_STRING` at an address.
  private func text(at address: UInt64) -> MinidumpRange? {
    guard let length = memory.uint(address, 2), length > 0,
      let buffer = memory.pointer(address &+ 8), buffer != 0
    else { return nil }
    return MinidumpRange(start: buffer, size: length)
  }

  /// What pointers on the stacks and in the registers lead to, with 256 bytes before and 768 behind.
  private func referenced(from threads: [MinidumpThread]) -> [MinidumpRange] {
    var pages: Set<UInt64> = []
    for thread in threads {
      let stack = debugger.read(thread.stack.start, Int(clamping: thread.stack.size))
      for offset in stride(from: 0, to: max(0, stack.bytes.count - 7), by: 8) {
        guard let value = stack.uint(at: offset, size: 8), value > 0xFFFF, value < 1 << 47 else {
          continue
        }
        pages.insert(value >> 8)
      }
    }
    return pages.map { MinidumpRange(start: ($0 << 8) &- 0x100, size: 0x400) }
  }

  /// The sections of the images: those that are written to, and those with code.
  private func sections() -> [MinidumpRange] {
    debugger.userModules.flatMap { module -> [MinidumpRange] in
      let sections = module.image?.sections ?? []
      let wanted = sections.filter {
        (options.contains(.dataSegments) && $0.isWritable)
          || (options.contains(.codeSegments) && $0.isExecutable)
      }
      return wanted.map {
        MinidumpRange(
          start: module.base &+ UInt64($0.virtualAddress), size: UInt64($0.memorySize))
      }
    }
  }

  /// The parts of ranges that can be read.
  private func readable(_ ranges: [MinidumpRange]) throws -> [MinidumpRange] {
    var found: [MinidumpRange] = []
    for range in ranges {
      var place = range.start
      while place < range.end {
        try debugger.checkCancelled()
        let count = min(range.end &- place, 0x1000 - (place & 0xFFF))
        if debugger.read(place, Int(count)).isComplete {
          if let last = found.last, last.end == place {
            found[found.count - 1].size &+= count
          } else {
            found.append(MinidumpRange(start: place, size: count))
          }
        }
        place &+= count
      }
    }
    return found
  }

  /// Ranges in ascending order, those that overlap or touch made one.
  private static func merged(_ ranges: [MinidumpRange]) -> [MinidumpRange] {
    var found: [MinidumpRange] = []
    for range in ranges.sorted(by: { $0.start < $1.start }) where range.size > 0 {
      if let last = found.last, range.start <= last.end {
        found[found.count - 1].size = max(last.end, range.end) &- last.start
      } else {
        found.append(range)
      }
    }
    return found
  }
}
