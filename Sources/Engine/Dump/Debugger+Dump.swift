import Dumps

/// What `.dump` is to write.
public struct DumpRequest: Sendable {
  /// Which pages.
  public enum Extent: Sendable {
    /// All of memory.
    case complete
    /// The pages that hold something, named by a bitmap.
    case active
    /// No pages: registers, the stack, the list of drivers.
    case small
  }

  public var extent: Extent
  public var path: String
  /// Stands in the header.
  public var comment = ""
  /// Whether a file of that name is replaced.
  public var replaces = false

  public init(_ extent: Extent, path: String) {
    self.extent = extent
    self.path = path
  }
}

extension Debugger {
  /// Writes a crash dump of the target as it stands (`.dump`). The target does not change.
  ///
  /// The processors' registers go where the kernel itself saves them in a crash, into the file's copy
  /// of each KPRCB. `progress` is told the percentage, rising. Throws `DumpWriteError`, `TargetError`,
  /// or `Cancelled`; a file that was begun is removed then.
  public func writeDump(_ request: DumpRequest, progress: (Int) -> Void) throws {
    if request.extent == .small, target.kind == .kernel {
      let header = dumpHeader(comment: request.comment)
      let writer = try DumpWriter(path: request.path, replacing: request.replaces)
      do {
        return try writeSmallDump(header, to: writer)
      } catch {
        writer.abandon()
        throw error
      }
    }
    let memory = target.physicalMemory
    guard target.capabilities.contains(.physicalMemory), !memory.isEmpty else {
      throw TargetError.unsupported("write a dump")
    }
    var header = dumpHeader(comment: request.comment)
    header.memory = memory.map {
      PageRun(
        firstFrame: $0.lowerBound >> 12, count: ($0.upperBound &- $0.lowerBound) >> 12)
    }
    let overlay = savedRegisters()
    let page: (UInt64) throws -> [UInt8]? = { [self] frame in
      if let page = overlay[frame] { return page }
      return try readPhysical(frame << 12, 0x1000).bytes
    }
    let writer = try DumpWriter(path: request.path, replacing: request.replaces)
    do {
      var pages = header.memory
      if request.extent == .active {
        header.kind = .bitmap
        pages = try activePages(header.memory, page)
      }
      let total = max(1, pages.reduce(UInt64(0)) { $0 &+ $1.count })
      var told = -1
      try writer.write(header, pages: pages, page: page) { done in
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

  /// The frames that hold anything but zeros.
  private func activePages(_ memory: [PageRun], _ page: (UInt64) throws -> [UInt8]?) throws
    -> [PageRun]
  {
    var runs: [PageRun] = []
    for run in memory {
      for frame in run.firstFrame..<(run.firstFrame &+ run.count) {
        try checkCancelled()
        guard let bytes = try page(frame), !KernelDump.isBlank(bytes) else { continue }
        if let last = runs.last, last.firstFrame &+ last.count == frame {
          runs[runs.count - 1].count &+= 1
        } else {
          runs.append(PageRun(firstFrame: frame, count: 1))
        }
      }
    }
    return runs
  }

  private func dumpHeader(comment: String) -> DumpHeader {
    var header = DumpHeader()
    let stopped = lastStop?.processor ?? scope.processor
    let context = (try? target.context(processor: stopped)) ?? Context()
    header.directoryTableBase = context[.cr3] & ~0xFFF
    header.processorCount = UInt32(clamping: target.processorCount)
    header.context = ContextRecord.make(context)
    let view = MemoryView(target: target, space: .processor(stopped))
    if let kernel {
      func address(_ name: String) -> UInt64 { kernel.symbol(name)?.address ?? 0 }
      let build = view.uint(address("NtBuildNumber"), 4) ?? 0
      header.minorVersion = UInt32(truncatingIfNeeded: build & 0xFFFF)
      header.pfnDatabase = view.pointer(address("MmPfnDatabase")) ?? 0
      header.loadedModuleList = address("PsLoadedModuleList")
      header.activeProcessHead = address("PsActiveProcessHead")
      header.debuggerDataBlock = address("KdDebuggerDataBlock")
      let data = address("KiBugCheckData")
      header.bugCheckCode = UInt32(truncatingIfNeeded: view.pointer(data) ?? 0)
      header.bugCheckParameters = (1...4).map { view.pointer(data &+ UInt64($0 * 8)) ?? 0 }
    }
    header.exception = dumpException(context)
    header.systemTime = target.facts.systemTime ?? 0
    header.upTime = target.facts.upTime ?? 0
    header.comment = comment
    return header
  }

  /// The exception of the last stop, or the break instruction that every other stop amounts to.
  private func dumpException(_ context: Context) -> DumpException {
    var exception = DumpException()
    exception.code = ExceptionRecord.breakpointCode
    exception.address = context.ip
    if case .exception(let record, _)? = lastStop?.reason {
      exception.code = record.code
      exception.flags = record.flags
      exception.nested = record.nested
      exception.address = record.address
      exception.parameters = record.parameters
    }
    return exception
  }

  /// The frames that hold the KPRCBs' saved registers, as they are with every processor's put in.
  private func savedRegisters() -> [UInt64: [UInt8]] {
    let view = MemoryView(target: target, space: .processor(scope.processor))
    guard let address = kernel?.symbol("KdDebuggerDataBlock")?.address,
      let block = DebuggerDataBlock(at: address, view)
    else { return [:] }
    var overlay: [UInt64: [UInt8]] = [:]
    for number in 0..<target.processorCount {
      guard let places = block.savedPlaces(number, view),
        let context = try? target.context(processor: number),
        var special = view.bytes(places.special, SpecialRegisters.byteCount)
      else { continue }
      SpecialRegisters.write(context, into: &special)
      put(ContextRecord.make(context), at: places.context, into: &overlay)
      put(special, at: places.special, into: &overlay)
    }
    return overlay
  }

  /// Puts bytes at a virtual address into copies of the frames they lie in.
  private func put(_ bytes: [UInt8], at address: UInt64, into overlay: inout [UInt64: [UInt8]]) {
    for (index, byte) in bytes.enumerated() {
      let space = AddressSpace.processor(scope.processor)
      guard let physical = try? target.translate(address &+ UInt64(index), space: space) else {
        continue
      }
      let frame = physical >> 12
      if overlay[frame] == nil {
        guard let page = try? readPhysical(frame << 12, 0x1000).bytes else { continue }
        overlay[frame] = page
      }
      overlay[frame]?[Int(physical & 0xFFF)] = byte
    }
  }
}
