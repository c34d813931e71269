import Engine
import Language

/// What the kernel's address space is divided into, by its own variables.
struct KernelRegions {
  private(set) var all: [MemoryRegion] = []
  private let session: Session

  init(_ session: Session) throws {
    self.session = session
    let debugger = session.debugger
    for module in debugger.kernelModules {
      all.append(
        MemoryRegion(
          start: module.base, end: module.end, usage: "Module",
          notes: [
            ("Module name", module.imageName), ("Module path", "[\(module.path)]"),
          ]))
    }
    add("NonPagedPool", from: "nt!MmNonPagedPoolStart", through: "nt!MmNonPagedPoolEnd")
    add("PagedPool", from: "nt!MmPagedPoolStart", through: "nt!MmPagedPoolEnd")
    addPageFrames()
    addSystemEntries()
    addPageTables()
    addSharedData()
    try addStacks()
  }

  private func pointer(_ name: String) -> UInt64? {
    guard let symbol = session.debugger.resolve(name).first else { return nil }
    return try? session.debugger.readPointer(symbol.address)
  }

  private mutating func add(_ usage: String, from first: String, through last: String) {
    guard let start = pointer(first), let end = pointer(last), start != 0, start < end else {
      return
    }
    // An end may be the last byte or the one behind it.
    all.append(MemoryRegion(start: start, end: (end &+ 1) & ~1, usage: usage))
  }

  private mutating func addPageFrames() {
    guard let start = pointer("nt!MmPfnDatabase"), start != 0,
      let highest = pointer("nt!MmHighestPhysicalPage"),
      let size = try? session.debugger.size(of: "nt!_MMPFN"), highest < 1 << 40
    else { return }
    let end = start &+ ((highest + 1) &* size &+ 0xFFF) & ~0xFFF
    all.append(MemoryRegion(start: start, end: end, usage: "PfnDatabase"))
  }

  /// The addresses that the system maps as it needs them: drivers, stacks, views of devices.
  private mutating func addSystemEntries() {
    guard let region = try? session.debugger.global("nt!MiSystemPtes"),
      let start = try? region["Base"].uint, let pages = try? region["Pages"].uint, start != 0,
      pages < 1 << 36
    else { return }
    all.append(MemoryRegion(start: start, end: start &+ (pages << 12), usage: "SystemPTE"))
  }

  private mutating func addPageTables() {
    guard let start = pointer("nt!MmPteBase"), start != 0 else { return }
    all.append(MemoryRegion(start: start, end: start &+ (1 << 39), usage: "PageTables"))
  }

  private mutating func addSharedData() {
    let start: UInt64 = 0xFFFF_F780_0000_0000
    guard session.pointerSize == 8, (try? session.debugger.readUInt(start, 1)) != nil else {
      return
    }
    all.append(MemoryRegion(start: start, end: start + 0x1000, usage: "SharedUserData"))
  }

  /// The kernel stack of every thread, the processors' idle ones included.
  private mutating func addStacks() throws {
    let debugger = session.debugger
    for processor in 0..<debugger.target.processorCount {
      guard let region = debugger.processorControlRegion(processor: processor),
        let block = try? debugger.structure("nt!_KPCR", at: region)["Prcb"],
        let idle = try? block["IdleThread"].pointer, idle != 0,
        let thread = try? debugger.structure("nt!_ETHREAD", at: idle)
      else { continue }
      add(stackOf: thread)
    }
    guard let list = try? debugger.address(of: "nt!PsActiveProcessHead"),
      let head = try? debugger.structure("nt!_LIST_ENTRY", at: list),
      let processes = try? head.list("nt!_EPROCESS", "ActiveProcessLinks")
    else { return }
    for process in processes {
      try debugger.checkCancelled()
      guard let threads = try? process["ThreadListHead"].list("nt!_ETHREAD", "ThreadListEntry")
      else { continue }
      for thread in threads { add(stackOf: thread) }
    }
  }

  private mutating func add(stackOf thread: Struct) {
    guard let top = try? thread["Tcb.InitialStack"].pointer,
      let limit = try? thread["Tcb.StackLimit"].pointer, limit < top, limit != 0
    else { return }
    let process = (try? thread["Cid.UniqueProcess"].uint) ?? 0
    let id = (try? thread["Cid.UniqueThread"].uint) ?? 0
    all.append(
      MemoryRegion(
        start: limit, end: (top &+ 0xFFF) & ~0xFFF, usage: "Stack",
        notes: [("KernelStack", "\(thread.address.hex(16)) : \(process.hex()).\(id.hex())")]))
  }
}
