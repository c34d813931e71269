import Dumps
import Engine
import Language

/// The regions of a process in a dump: as the dump lists them, or, where it does not, the modules and
/// the memory that it has.
struct DumpRegions {
  private let session: Session
  private let target: ProcessDumpTarget

  /// Nil unless the target is a dump of a process.
  init?(_ session: Session) {
    guard let target = session.debugger.target as? ProcessDumpTarget else { return nil }
    self.session = session
    self.target = target
  }

  /// Every region, the free ones left out.
  var all: [MemoryRegion] {
    let listed = target.dump.contents.regions
    guard listed.isEmpty else {
      return listed.filter { $0.state != MemoryConstants.free }.map(region)
    }
    let modules = session.debugger.userModules.map(region)
    let blocks = target.dump.memory.blocks.filter { block in
      !modules.contains { $0.contains(block.start) }
    }
    return (modules + blocks.map(region)).sorted { $0.start < $1.start }
  }

  /// The region that holds an address; nil when the dump says nothing of it.
  func region(containing address: UInt64) -> MemoryRegion? {
    let listed = target.dump.contents.regions
    guard listed.isEmpty else {
      return listed.last { $0.base <= address && address &- $0.base < $0.size }.map(region)
    }
    return all.first { $0.contains(address) }
  }

  private func region(_ listed: MinidumpRegion) -> MemoryRegion {
    let (end, isBeyond) = listed.base.addingReportingOverflow(listed.size)
    let isFree = listed.state == MemoryConstants.free
    let (usage, notes) = isFree ? ("Free", []) : use(of: listed.base, isBeyond ? .max : end)
    var region = MemoryRegion(
      start: listed.base, end: isBeyond ? .max : end, usage: usage,
      state: MemoryConstants.name(listed.state, "MEM_"),
      protection: MemoryConstants.name(listed.protection, "PAGE_"),
      type: MemoryConstants.name(listed.type, "MEM_"))
    if !isFree {
      region.allocation = (
        listed.allocationBase, MemoryConstants.name(listed.allocationProtection, "PAGE_")
      )
    }
    region.notes = notes
    return region
  }

  private func region(_ module: Module) -> MemoryRegion {
    let (usage, notes) = use(of: module.base, module.end)
    return MemoryRegion(
      start: module.base, end: module.end, usage: usage, type: "MEM_IMAGE", notes: notes)
  }

  private func region(_ block: MinidumpMemory.Block) -> MemoryRegion {
    let (sum, isBeyond) = block.start.addingReportingOverflow(block.size)
    let end = isBeyond ? UInt64.max : sum
    let (usage, notes) = use(of: block.start, end)
    return MemoryRegion(
      start: block.start, end: end, usage: usage, state: "MEM_COMMIT", notes: notes)
  }

  /// What addresses are for.
  private func use(of start: UInt64, _ end: UInt64) -> (String, [(name: String, value: String)]) {
    if let module = session.debugger.userModules.first(where: { $0.contains(start) }) {
      return (
        "Image", [("More info", "lmv m \(module.name)"), ("More info", "!lmi \(module.name)")]
      )
    }
    func holds(_ address: UInt64) -> Bool { address >= start && address < end }
    if let peb = target.peb, holds(peb) { return ("PEB", []) }
    for thread in target.threads where holds(thread.teb) { return ("TEB", [note(thread)]) }
    for thread in target.threads {
      if let sp = try? target.position(processor: thread.number).sp, holds(sp) {
        return ("Stack", [note(thread)])
      }
    }
    return ("<unknown>", [])
  }

  private func note(_ thread: UserThread) -> (name: String, value: String) {
    ("Thread", thread.id.hex())
  }
}
