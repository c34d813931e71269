#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What must be known about a frame before a store may go straight to it.
///
/// A frame with any of these never enters a write buffer, so that ordinary stores pay nothing.
enum FrameFlag {
  /// Instructions decoded from the frame are cached.
  static var code: UInt8 { 1 }
  /// A saved state holds the frame as well: copy before the first write.
  static var shared: UInt8 { 2 }
}

/// The part of the machine that execution reaches through raw pointers.
///
/// One block a machine, never moved. Classes are kept out of the paths that run for each
/// instruction: their stored properties cost an exclusivity check each.
struct MachineCore {
  /// Host address of each frame; nil is a frame nobody has touched.
  var frames: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  /// `FrameFlag`s of each frame.
  var frameFlags: UnsafeMutablePointer<UInt8>
  /// The pool's number of each frame; 0 is none (numbers are stored plus one).
  var frameNumbers: UnsafeMutablePointer<UInt32>
  /// The decoded-code pages: of each frame, for each mode in turn.
  var codePages: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  /// The places in `codePages` that are taken, in the order they were first executed.
  var codeFrames: UnsafeMutablePointer<UInt32>
  var codeFrameCount: Int = 0
  /// The number of frames the machine has.
  var frameCount: UInt64
  /// State blocks of all processors.
  var processors: UnsafeMutablePointer<CPU>
  /// The number of processors.
  var processorCount: Int
  /// Machine time at the start of the slice that is running.
  var time: UInt64 = 0
  /// What the processors can do.
  var features: ProcessorFeatures = .default
  /// The machine, for the rare paths; unretained.
  var machine: Unmanaged<Machine>?
  /// The frame store; retained by `PhysicalMemory`.
  var pool: Unmanaged<FramePool>
  /// Decoded operations.
  var code: CodeArena
  /// Traces of them.
  var traces = TraceArena()
  /// Code runs in traces where it can.
  var runsTraces = true
  /// A trace found no room: decoded code must be thrown away.
  var tracesAreFull = false
  /// Nonzero when a data watchpoint exists.
  var watchpointCount: Int = 0
  /// One bit for each page offset at which a breakpoint stands in some page.
  var breakpointOffsets: UnsafeMutablePointer<UInt64> = .zeroed(64)
}

typealias Core = UnsafeMutablePointer<MachineCore>

extension UnsafeMutablePointer where Pointee == MachineCore {
  static func make(memoryBytes: UInt64, processors: Int, pool: FramePool) -> Core {
    let frameCount = Int(truncatingIfNeeded: Swift.min(memoryBytes, 1 << 40) >> 12)
    let core = Core.allocate(capacity: 1)
    let cpus = UnsafeMutablePointer<CPU>.allocate(capacity: processors)
    core.initialize(
      to: MachineCore(
        frames: .zeroed(frameCount), frameFlags: .zeroed(frameCount),
        frameNumbers: .zeroed(frameCount), codePages: .zeroed(frameCount * CodePage.modes),
        codeFrames: .zeroed(frameCount * CodePage.modes),
        frameCount: UInt64(frameCount), processors: cpus, processorCount: processors,
        pool: .passUnretained(pool), code: CodeArena()))
    for index in 0..<processors {
      (cpus + index).initialize(to: CPU.make(index: index, core: core))
    }
    return core
  }

  func destroy() {
    for index in 0..<pointee.processorCount {
      UnsafeMutableRawPointer(pointee.processors[index]).deallocate()
    }
    for index in 0..<pointee.codeFrameCount {
      free(pointee.codePages[Int(pointee.codeFrames[index])])
    }
    free(pointee.codeFrames)
    pointee.processors.deallocate()
    free(pointee.frames)
    free(pointee.frameFlags)
    free(pointee.frameNumbers)
    free(pointee.codePages)
    free(pointee.breakpointOffsets)
    pointee.code.deallocate()
    pointee.traces.deallocate()
    deallocate()
  }

  /// The host address of a frame, allocated at the first touch; nil outside memory.
  @inline(__always)
  func frame(_ number: UInt64) -> UnsafeMutableRawPointer? {
    guard number < pointee.frameCount else { return nil }
    if let host = pointee.frames[Int(truncatingIfNeeded: number)] { return host }
    return touch(Int(truncatingIfNeeded: number))
  }

  @inline(never)
  private func touch(_ number: Int) -> UnsafeMutableRawPointer {
    pointee.pool._withUnsafeGuaranteedRef { pool in
      let frame = pool.allocate()
      let host = pool.pointer(frame)
      pointee.frames[number] = host
      pointee.frameNumbers[number] = frame &+ 1
      return host
    }
  }

  /// Makes a frame safe to write: copies it if a saved state shares it, and forgets the decoded
  /// instructions that cover the bytes to be written.
  ///
  /// - Returns: the host address of the frame, nil outside memory.
  func writableFrame(_ number: UInt64, offset: Int, count: Int) -> UnsafeMutableRawPointer? {
    guard var host = frame(number) else { return nil }
    let index = Int(truncatingIfNeeded: number)
    let flags = pointee.frameFlags[index]
    if flags & FrameFlag.shared != 0 { host = unshare(index, host) }
    if flags & FrameFlag.code != 0 { invalidateCode(index, offset: offset, count: count) }
    return host
  }

  private func unshare(
    _ index: Int, _ old: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    pointee.frameFlags[index] &= ~FrameFlag.shared
    return pointee.pool._withUnsafeGuaranteedRef { pool in
      let number = pointee.frameNumbers[index] &- 1
      if pool.count(number) == 1 { return old }
      let copy = pool.copy(of: number)
      pool.release(number)
      let host = pool.pointer(copy)
      pointee.frames[index] = host
      pointee.frameNumbers[index] = copy &+ 1
      purge(host: old)
      return host
    }
  }

  /// Drops every read and write translation that leads to a host page.
  func purge(host: UnsafeMutableRawPointer) {
    for processor in 0..<pointee.processorCount {
      pointee.processors[processor].purgeData(host: host)
    }
  }

  /// Drops the write translations that lead to a host page, so that stores to it are seen.
  func purgeWrites(host: UnsafeMutableRawPointer) {
    for processor in 0..<pointee.processorCount {
      pointee.processors[processor].purgeWrites(host: host)
    }
  }

  /// Drops all translations of all processors.
  func flushTranslations() {
    for processor in 0..<pointee.processorCount { pointee.processors[processor].flushTLB() }
  }
}

extension UnsafeMutablePointer {
  /// Zero-filled storage; large ones cost nothing until touched.
  static func zeroed(_ count: Int) -> UnsafeMutablePointer<Pointee> {
    let bytes = Swift.max(1, count) * MemoryLayout<Pointee>.stride
    guard let raw = calloc(bytes, 1) else { preconditionFailure("out of memory") }
    return raw.bindMemory(to: Pointee.self, capacity: count)
  }
}
