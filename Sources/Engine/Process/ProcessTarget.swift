import X86

/// One process of a simulated machine as a target: a user-mode session sees no more.
///
/// It is the machine's target narrowed: the user half of the process' address space, its threads with
/// the registers that they have in user mode, and of what happens only what happens to them. The
/// whole machine runs when it runs, and stands still when it stands.
public final class ProcessTarget: UserTarget, SparseTarget {
  /// The engine of the machine, which knows the kernel.
  public let machine: Debugger
  /// The process' `_EPROCESS`.
  public let process: UInt64
  public let processID: UInt64
  public let imagePath: String
  public let commandLine: String
  public let origin: ProcessOrigin
  public let peb: UInt64?
  public var onConsoleOutput: (([UInt8]) -> Void)?
  /// Lets the machine's own debugger deal with what does not belong to the process; whoever shows
  /// the sessions may want to change places meanwhile.
  public var lookOutside: ((_ body: () throws -> Stop?) throws -> Stop?)?

  let live: LiveTarget
  let directory: UInt64
  let layout: ProcessLayout
  let watches: ProcessWatches
  /// The traps of the session's breakpoints.
  var traps: Set<Trap> = []
  /// Whether the process' own loader is watched, and where.
  var loader = LoaderWatch()
  var numbers = ThreadNumbers()
  /// The threads as last read, at this clock.
  var knownThreads: (clock: UInt64, list: [UserThread])?
  /// The exception that the process' thread waits in, if any.
  var dispatch: ExceptionDispatch?
  /// The exception that was told last.
  var lastDispatch: ExceptionDispatch?
  /// Whether the report that the guest waits in is of our threads, and whether it was told before.
  var isReportOurs = false
  var isReportTold = false
  /// Who arms the traps by which the process is watched.
  let watcher = TrapOwner()
  /// Where an event was told and its instruction has not run, and the threads that will come back to
  /// such a place from an interrupt.
  var watchStop: WatchStop?
  var passing: [UInt64: PassedPlace] = [:]
  /// Whether a break-in was asked for.
  var wantsBreakIn = false
  /// The thread that something happened to last.
  var lastThread = 0
  /// The code with which it ended.
  public internal(set) var exitCode: UInt32?

  /// Whether the process has gone without this session being run: nothing of it is left to be seen.
  var isGone = false
  private let created: UInt64

  /// The first address that no process has.
  static let end: UInt64 = 0x0000_8000_0000_0000

  /// A process of a machine that a debugger has entered.
  ///
  /// Throws `TargetError.unsupported` for a target that is no live machine, and `LookupError` when
  /// the kernel's symbols do not say where things are.
  public init(_ process: GuestProcess, on machine: Debugger, origin: ProcessOrigin) throws {
    guard let live = machine.target as? LiveTarget else {
      throw TargetError.unsupported("attach to processes")
    }
    self.machine = machine
    self.live = live
    self.process = process.object
    self.origin = origin
    processID = process.id
    created = process.created
    imagePath = machine.imagePath(of: process)
    commandLine = machine.commandLine(of: process)
    directory = process.directory & ~0xFFF
    peb = process.peb == 0 ? nil : process.peb
    layout = try ProcessLayout(machine)
    watches = try ProcessWatches(machine)
    lastThread = threads.first?.number ?? 0
  }

  public var kind: TargetKind { .user }
  public var capabilities: TargetCapabilities {
    [.run, .writeMemory, .writeRegisters, .console]
  }
  public var pointerSize: Int { 8 }
  public var processorCount: Int { (threads.last?.number ?? 0) + 1 }
  public var kernelBaseHint: UInt64? { nil }
  public var clock: UInt64 { live.clock }
  public var hasExited: Bool { isGone || (exitCode != nil && threads.isEmpty) }

  /// Finds out whether the process still is there, after the machine ran for another session.
  func noteIfGone() {
    guard !isGone, let list = try? machine.processes() else { return }
    isGone = !list.contains { $0.object == process && $0.created == created }
    if isGone, exitCode == nil { exitCode = 0 }
  }

  public var facts: TargetFacts {
    var facts = live.facts
    facts.connection = "Live user mode: <\(imagePath)>"
    return facts
  }

  /// Kernel memory, which every address space has.
  var kernelMemory: MemoryView { MemoryView(target: live, space: .processor(0)) }

  // MARK: Memory

  public func read(
    _ address: UInt64, into buffer: UnsafeMutableRawBufferPointer, space: AddressSpace
  ) -> [Range<Int>] {
    guard !buffer.isEmpty else { return [] }
    guard address < Self.end, !isGone else { return [0..<buffer.count] }
    let count = Int(clamping: min(UInt64(buffer.count), Self.end - address))
    var holes = live.read(
      address, into: UnsafeMutableRawBufferPointer(rebasing: buffer[0..<count]),
      space: .directory(directory))
    if count < buffer.count { holes.append(count..<buffer.count) }
    return holes
  }

  /// The page tables of the process, which its kernel keeps; nil where paging is off.
  public var pageTables: PageTables? { machine.pageTables(of: .directory(directory)) }

  public func nextMemory(from address: UInt64, through last: UInt64) -> ClosedRange<UInt64>? {
    guard address < Self.end, !isGone, var tables = pageTables else { return nil }
    let last = min(last, Self.end - 1)
    guard let first = tables.nextMapping(from: address, through: last) else { return nil }
    var end = first.address &+ (first.size &- 1)
    // Pages that lie together, up to what is read at a time.
    while end &- first.address < 0xFFFF, end < last,
      let next = tables.nextMapping(from: end &+ 1, through: last), next.address == end &+ 1
    {
      end = next.address &+ (next.size &- 1)
    }
    return first.address...end
  }

  public func write(_ address: UInt64, _ bytes: [UInt8], space: AddressSpace) throws(TargetError) {
    guard address < Self.end, !isGone else { throw .unwritable(address) }
    guard UInt64(bytes.count) <= Self.end - address else { throw .unwritable(Self.end) }
    try live.write(address, bytes, space: .directory(directory))
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

  public func readMSR(_ number: UInt32, processor: Int) throws(TargetError) -> UInt64 {
    throw .unsupported("read MSR \(String(number, radix: 16))")
  }

  public func writeMSR(_ number: UInt32, _ value: UInt64, processor: Int) throws(TargetError) {
    throw .unsupported("write MSR \(String(number, radix: 16))")
  }

  // MARK: The console and traps

  public func type(_ bytes: [UInt8]) throws(TargetError) { try live.type(bytes) }

  public func insert(_ trap: Trap) throws(TargetError) {
    guard trap.address < Self.end else { throw .unwritable(trap.address) }
    try live.insert(trap, for: self)
    traps.insert(trap)
  }

  public func remove(_ trap: Trap) {
    guard traps.remove(trap) != nil else { return }
    live.remove(trap, for: self)
  }

  /// The program and the library that starts processes, which a process begins with.
  public var firstImages: [ImageNotice] {
    let memory = MemoryView(target: live, space: .directory(directory))
    var images: [ImageNotice] = []
    // _PEB.ImageBaseAddress
    if let peb, let base = memory.pointer(peb &+ 0x10), base != 0 {
      images.append(ImageNotice(path: imagePath, base: base, size: 0))
    }
    if let base = memory.pointer(watches.systemLibrary), base != 0 {
      images.append(ImageNotice(path: "ntdll.dll", base: base, size: 0))
    }
    return images
  }
}

extension Trap {
  /// Where it stands.
  var address: UInt64 {
    switch self {
    case .execute(let address), .data(let address, _, _): address
    }
  }
}
