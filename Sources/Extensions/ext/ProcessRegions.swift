import Engine
import Language

/// The regions of the process in scope, by its address descriptors (VADs) and page tables.
struct ProcessRegions {
  /// One descriptor: addresses that were allocated or mapped together.
  struct Descriptor {
    var start: UInt64
    /// The first address behind it.
    var end: UInt64
    var protection: UInt64
    var isCommitted: Bool
    var isPrivate: Bool
    /// `_MMVAD_FLAGS.VadType`: 2 is an image.
    var kind: UInt64
  }

  /// The first address that no process has.
  private static let end: UInt64 = 0x0000_8000_0000_0000

  private let session: Session
  private let descriptors: [Descriptor]
  private let tables: PageTables?

  /// The process in scope; nil when there is none or its descriptors cannot be read.
  init?(_ session: Session) throws {
    self.session = session
    let debugger = session.debugger
    // A process that is debugged in user mode has its descriptors in the kernel as well.
    let target = debugger.target as? ProcessTarget
    let kernel = target?.machine ?? debugger
    guard let address = target?.process ?? debugger.process,
      let process = try? kernel.structure("nt!_EPROCESS", at: address),
      let found = try Self.descriptors(process, session)
    else { return nil }
    descriptors = found
    tables = target.map { $0.pageTables } ?? debugger.pageTables
  }

  /// Every region in the order of their addresses, the free ones among them.
  var all: [MemoryRegion] {
    get throws {
      var regions: [MemoryRegion] = []
      var reached: UInt64 = 0
      func addFree(until end: UInt64) throws {
        if end > reached { regions.append(try region(containing: reached)) }
      }
      for descriptor in descriptors {
        try addFree(until: descriptor.start)
        reached = descriptor.end
        var place = descriptor.start
        while place < descriptor.end {
          try session.checkCancelled()
          let region = try region(at: place, descriptor)
          regions.append(region)
          place = max(region.end, place &+ 0x1000)
        }
      }
      try addFree(until: Self.end)
      return regions
    }
  }

  /// The region that holds an address, a free one where nothing is allocated.
  func region(containing address: UInt64) throws -> MemoryRegion {
    if let descriptor = descriptors.first(where: { address >= $0.start && address < $0.end }) {
      return try region(at: address, descriptor)
    }
    let start = descriptors.last { $0.end <= address }?.end ?? 0
    let end = descriptors.first { $0.start > address }?.start ?? Self.end
    return MemoryRegion(
      start: start, end: end, usage: "Free", state: "MEM_FREE", protection: "PAGE_NOACCESS")
  }

  /// The pages around an address that are in the same state.
  private func region(at address: UInt64, _ descriptor: Descriptor) throws -> MemoryRegion {
    var tables = tables
    let page = address & ~0xFFF
    let first = state(of: page, descriptor, &tables)
    var start = page
    var end = page &+ 0x1000
    while start > descriptor.start, state(of: start &- 0x1000, descriptor, &tables) == first {
      try session.checkCancelled()
      start &-= 0x1000
    }
    while end < descriptor.end, state(of: end, descriptor, &tables) == first {
      try session.checkCancelled()
      end &+= 0x1000
    }
    let (usage, notes) = use(of: page, descriptor)
    return MemoryRegion(
      start: start, end: end, usage: usage, state: first.state, protection: first.protection,
      type: descriptor.kind == 2
        ? "MEM_IMAGE" : descriptor.isPrivate ? "MEM_PRIVATE" : "MEM_MAPPED",
      allocation: (descriptor.start, MemoryConstants.protection(descriptor.protection)),
      notes: notes)
  }

  private struct PageState: Equatable {
    var state: String
    var protection: String
  }

  /// A page as its page table entry has it; where that is empty, as its descriptor does.
  private func state(of page: UInt64, _ descriptor: Descriptor, _ tables: inout PageTables?)
    -> PageState
  {
    let path = tables?.walk(page) ?? []
    if let last = path.last, last.isLeaf {
      if last.isPresent {
        // Bit 11 is the system's own "writable": a page may be writable and not yet written.
        let isWritable = last.value & 0x802 != 0
        let isExecutable = last.value >> 63 == 0
        let right = isWritable ? "READWRITE" : isExecutable ? "READ" : "READONLY"
        return PageState(
          state: "MEM_COMMIT", protection: "PAGE_\(isExecutable ? "EXECUTE_" : "")\(right)")
      }
      if last.value != 0 {
        return PageState(
          state: "MEM_COMMIT", protection: MemoryConstants.protection(last.value >> 5 & 0x1F))
      }
    }
    let isCommitted = descriptor.isCommitted || descriptor.kind == 2
    return PageState(
      state: isCommitted ? "MEM_COMMIT" : "MEM_RESERVE",
      protection: isCommitted ? MemoryConstants.protection(descriptor.protection) : "")
  }

  /// What an allocated address is for.
  private func use(of page: UInt64, _ descriptor: Descriptor) -> (
    String, [(name: String, value: String)]
  ) {
    let debugger = session.debugger
    if let module = debugger.userModules.first(where: { $0.contains(page) }) {
      return (
        "Image",
        [
          ("More info", "lmv m \(module.name)"), ("More info", "!lmi \(module.name)"),
          ("More info", "ln 0x\(page.hex())"),
        ]
      )
    }
    if let peb = debugger.currentPEB, peb & ~0xFFF == page { return ("PEB", []) }
    for (id, teb) in threads where teb != 0 {
      if page >= teb & ~0xFFF, page < (teb & ~0xFFF) + 0x2000 { return ("TEB", []) }
      // NT_TIB.StackBase and the TEB's own StackLimit stand at 8 and 10h.
      guard let base = try? debugger.readPointer(teb &+ 8) else { continue }
      if base > descriptor.start, base <= descriptor.end {
        let number = debugger.userTarget?.threads.first { $0.id == id }?.number
        return ("Stack", [number.map { ("More info", "~\($0)k") } ?? ("Thread", id.hex())])
      }
    }
    return (descriptor.kind == 2 ? "Image" : "<unknown>", [])
  }

  /// The threads of the process, each with its TEB.
  private var threads: [(id: UInt64, teb: UInt64)] {
    if let process = session.debugger.userTarget { return process.threads.map { ($0.id, $0.teb) } }
    guard let address = session.debugger.process,
      let process = try? session.debugger.structure("nt!_EPROCESS", at: address),
      let list = try? process["ThreadListHead"].list("nt!_ETHREAD", "ThreadListEntry")
    else { return [] }
    return list.map { thread in
      ((try? thread["Cid.UniqueThread"].uint) ?? 0, (try? thread["Tcb.Teb"].pointer) ?? 0)
    }
  }

  /// The descriptors of a process in the order of their addresses; nil when there is no tree.
  private static func descriptors(_ process: Struct, _ session: Session) throws -> [Descriptor]? {
    guard let root = try? process["VadRoot.BalancedRoot.RightChild"].pointer,
      let type = try? process.debugger.type("nt!_MMVAD")
    else { return nil }
    var found: [Descriptor] = []
    var path: [Struct] = []
    var seen: Set<UInt64> = []
    var node = root
    while node != 0 || !path.isEmpty {
      try session.checkCancelled()
      while node != 0, seen.insert(node).inserted {
        let vad = Struct(process.debugger, type, at: node)
        guard let left = try? vad["LeftChild"].pointer else { break }
        path.append(vad)
        node = left
      }
      guard let vad = path.popLast() else { break }
      if let descriptor = try? descriptor(vad) { found.append(descriptor) }
      node = (try? vad["RightChild"].pointer) ?? 0
    }
    return found
  }

  private static func descriptor(_ vad: Struct) throws -> Descriptor {
    Descriptor(
      start: try vad["StartingVpn"].uint << 12,
      end: (try vad["EndingVpn"].uint &+ 1) << 12,
      protection: try vad["u.VadFlags.Protection"].uint,
      isCommitted: try vad["u.VadFlags.MemCommit"].bool,
      isPrivate: try vad["u.VadFlags.PrivateMemory"].bool,
      kind: try vad["u.VadFlags.VadType"].uint)
  }
}
