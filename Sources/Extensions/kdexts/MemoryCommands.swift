import Engine
import Language
import Symbols

extension KernelExtension {
  static let memoryCommands = [
    Command(
      "vad", summary: "Show what a process' addresses are.",
      details: """
        The tree of address descriptors of the current process: their level, first and last page, \
        pages committed, kind and protection. Vad is the address of a descriptor whose subtree is \
        shown, 0 for the whole tree. With flag 1 one descriptor is shown in detail.
        """,
      examples: [".process /p @$proc; !vad": "Show the ranges of the current process."],
      related: ["!process", "!pte", "!address"],
      grammar: .optional(.address("Vad")), .optional(.expression("Flags"))
    ) { session, address, flags in try showDescriptors(session, address ?? 0, flags ?? 0) },
    Command(
      "vm", summary: "Summarise the use of memory.",
      details:
        "Physical pages, pool, and each process' commit charge. Flags: 1 leaves out processes.",
      examples: ["!vm 1": "Show the system's numbers only."],
      related: ["!memusage", "!poolused", "!process"], grammar: .optional(.expression("Flags"))
    ) { session, flags in try showMemory(session, flags ?? 0) },
    Command(
      "memusage", summary: "Count physical pages by their state.",
      details:
        "As the page frame database has them; pages that were never used count as free. Flags "
        + "are accepted: files and their pages, which some of them choose, are not known here.",
      examples: ["!memusage": "Show how many pages are in use."], related: ["!pfn", "!vm"],
      grammar: .optional(.expression("Flags"))
    ) { session, _ in try showPageStates(session) },
    Command(
      "pfn", summary: "Show an entry of the page frame database.",
      details: "Frame is the page's number: its physical address without the last three digits.",
      examples: ["!pfn 1a0": "Show the entry of the page at 1a0000h."],
      related: ["!pte", "!memusage"], grammar: .expression("Frame")
    ) { session, frame in try showFrame(session, frame) },
    Command(
      "poolfind", summary: "Find pool blocks by tag.",
      details: """
        Tag is four characters, ? and * standing for any, or the number they make. Pool is 0 for \
        nonpaged pool, 1 for paged pool. Large allocations are found in their own table.
        """,
      examples: ["!poolfind Irp? 0": "Find I/O request packets."],
      related: ["!pool", "!poolused"],
      grammar: .word("Tag"), .optional(.expression("Pool"))
    ) { session, tag, pool in try findPool(session, tag, isPaged: (pool ?? 0) & 1 != 0) },
    Command(
      "poolval", summary: "Check the headers of a pool page.",
      details:
        "Says whether the blocks of the page that holds Address chain, and where they do not.",
      examples: ["!poolval poi(nt!PsActiveProcessHead)": "Check the page of the first process."],
      related: ["!pool"], grammar: .address("Address")
    ) { session, address in try validatePool(session, signExtended(address)) },
  ]

  // MARK: Address descriptors

  private static func showDescriptors(_ session: Session, _ address: UInt64, _ flags: UInt64) throws
  {
    let debugger = session.debugger
    let root: UInt64
    if address != 0 {
      root = signExtended(address)
    } else {
      guard let process = debugger.process else {
        throw CommandError.message("No current process on this processor.")
      }
      root = try debugger.structure("nt!_EPROCESS", at: process)[
        "VadRoot.BalancedRoot.RightChild"
      ].pointer
    }
    if flags & 1 != 0, root != 0 {
      let vad = try debugger.structure("nt!_MMVAD", at: root)
      session.print("\nVAD @ \(root.hex(16))")
      session.print(
        "  Start VPN \(try vad["StartingVpn"].uint.hex(16).leftPadded(17))  End VPN "
          + "\(try vad["EndingVpn"].uint.hex(16).leftPadded(17))")
      session.print(try "  \(traits(of: vad))")
      return
    }
    session.print("VAD             level      start      end    commit")
    var tree = DescriptorTree(debugger)
    try tree.visit(root) { vad, level in
      try session.checkCancelled()
      let commit = try vad["u.VadFlags.CommitCharge"].uint
      session.print(
        "\(vad.address.hex(16)) (\(String(level).leftPadded(2))) "
          + "\(try vad["StartingVpn"].uint.hex().leftPadded(12)) "
          + "\(try vad["EndingVpn"].uint.hex().leftPadded(12)) "
          + "\(String(commit).leftPadded(9)) \(try traits(of: vad))")
    }
    let average = tree.count == 0 ? 0 : (tree.levels + tree.count - 1) / tree.count
    session.print(
      "\nTotal VADs: \("\(tree.count)".leftPadded(5))  average level: "
        + "\("\(average)".leftPadded(4))  maximum depth: \(tree.deepest)")
  }

  /// `Private      READWRITE`.
  private static func traits(of vad: Struct) throws -> String {
    let isPrivate = try vad["u.VadFlags.PrivateMemory"].bool
    // MI_VAD_TYPE: an image, physical memory, a large page ...
    let kinds = [
      "Mapped", "Phys", "Mapped  Exe", "AWE", "WrtWatch", "LargePag", "Rotate", "LrgSec",
    ]
    let kind = isPrivate ? "Private" : kinds[Int(try vad["u.VadFlags.VadType"].uint & 7)]
    let protection = try vad["u.VadFlags.Protection"].uint
    return "\(kind.padded(12)) \(protectionName(protection))"
  }

  /// The low three bits of a memory manager's protection (MM_READONLY ...), with what stands above.
  private static func protectionName(_ value: UInt64) -> String {
    let names = [
      "NO_ACCESS", "READONLY", "EXECUTE", "EXECUTE_READ", "READWRITE", "WRITECOPY",
      "EXECUTE_READWRITE", "EXECUTE_WRITECOPY",
    ]
    let extra = ["", " NOCACHE", " GUARD", ""][Int(value >> 3 & 3)]
    return value == 0x18 ? "NO_ACCESS" : names[Int(value & 7)] + extra
  }

  // MARK: Physical pages

  /// How many pages of memory and of pool there are and are in use.
  private static func showMemory(_ session: Session, _ flags: UInt64) throws {
    let debugger = session.debugger
    func number(_ name: String) throws -> UInt64 {
      try debugger.readUInt(debugger.address(of: "nt!\(name)"), 8)
    }
    func line(_ label: String, _ pages: UInt64) {
      let count = String(pages).leftPadded(10)
      session.print("\(label.padded(27))\(count) (\(String(pages &* 4).leftPadded(11)) Kb)")
    }
    session.print()
    line("Physical Memory:", try number("MmNumberOfPhysicalPages"))
    line("Available Pages:", try number("MmAvailablePages"))
    line("NonPagedPool Max:", try number("MmMaximumNonPagedPoolInBytes") >> 12)
    line("PagedPool Maximum:", try number("MmSizeOfPagedPoolInBytes") >> 12)
    let usage = try poolBytes(session)
    line("NonPagedPool Usage:", (usage.nonPaged &+ 0xFFF) >> 12)
    line("PagedPool Usage:", (usage.paged &+ 0xFFF) >> 12)
    guard flags & 1 == 0 else { return }
    session.print()
    for process in try processes(session, 0) {
      let id = try process["UniqueProcessId"].uint.hex(4)
      let image = try process["ImageFileName"].text
      line("         \(id) \(image)", try process["CommitCharge"].uint)
    }
  }

  /// What all tags together have allocated.
  private static func poolBytes(_ session: Session) throws -> (nonPaged: UInt64, paged: UInt64) {
    let rows = try PoolUsage.all(session)
    return rows.reduce((0, 0)) { ($0.0 &+ $1.nonPaged.bytes, $0.1 &+ $1.paged.bytes) }
  }

  private static let pageStates = [
    "Zeroed", "Free", "Standby", "Modified", "ModifiedNoWrite", "Bad", "Active/Valid", "Transition",
  ]

  private static func showPageStates(_ session: Session) throws {
    let debugger = session.debugger
    var counts = [UInt64](repeating: 0, count: 8)
    let highest = try debugger.readUInt(debugger.address(of: "nt!MmHighestPhysicalPage"), 8)
    let all = try debugger.readUInt(debugger.address(of: "nt!MmNumberOfPhysicalPages"), 8)
    let frames = try FrameDatabase(debugger)
    try frames.visit(through: highest) { _, entry in
      try session.checkCancelled()
      let state = Int(try entry["u3.e1.PageLocation"].uint)
      // An entry that nobody has written yet stands for a page that was never taken.
      if state != 0 { counts[state] &+= 1 }
    }
    counts[1] = all &- counts.enumerated().reduce(0) { $0 &+ ($1.offset == 1 ? 0 : $1.element) }
    session.print(" loading PFN database")
    session.print("loading (100% complete)")
    session.print("Compiling memory usage data (100% Complete).")
    var total: UInt64 = 0
    for (name, count) in zip(pageStates, counts) {
      session.print(
        "\((name + ":").leftPadded(20)) \(String(count).leftPadded(7)) "
          + "(\(String(count &* 4).leftPadded(8)) kb)")
      total &+= count
    }
    session.print(
      "\("TOTAL:".leftPadded(20)) \(String(total).leftPadded(7)) "
        + "(\(String(total &* 4).leftPadded(8)) kb)")
  }

  private static func showFrame(_ session: Session, _ frame: UInt64) throws {
    let debugger = session.debugger
    let highest = try debugger.readUInt(debugger.address(of: "nt!MmHighestPhysicalPage"), 8)
    guard frame <= highest else {
      throw CommandError.message("PFN \(frame.hex()) is beyond the highest page \(highest.hex())")
    }
    let entry = try FrameDatabase(debugger).entry(frame)
    guard let state = try? entry["u3.e1.PageLocation"].uint else {
      throw CommandError.message(
        "PFN \(frame.hex(8)) at address \(entry.address.upperHex(16)): unable to read the entry")
    }
    session.print("    PFN \(frame.upperHex(8)) at address \(entry.address.upperHex(16))")
    session.print(
      "    flink       \(try entry["u1.Flink"].uint.upperHex(8))  blink / share count "
        + "\(try entry["u2.ShareCount"].uint.upperHex(8))  pteaddress "
        + "\(try entry["PteLong"].uint.upperHex(16))")
    session.print(
      "    reference count \(try entry["u3.ReferenceCount"].uint.upperHex(4))    used entry count  "
        + "\(try entry["UsedPageTableEntries"].uint.upperHex(4))      Priority "
        + "\(try entry["u3.e1.Priority"].uint)")
    let names = [
      "Zeroed", "Free", "Standby", "Modified", "ModNoWrite", "Bad", "Active", "Transition",
    ]
    session.print(
      "    restore pte \(try entry["OriginalPte.u.Long"].uint.upperHex(8))  containing page "
        + "\(try entry["u4.PteFrame"].uint.upperHex(6))  \(names[Int(state)].padded(10)) "
        + (try entry["u3.e1.Modified"].bool ? "M" : ""))
    session.print()
  }

  // MARK: Pool

  private static func findPool(_ session: Session, _ text: String, isPaged: Bool) throws {
    let debugger = session.debugger
    let pattern = WildcardPattern(text)
    let scan = try PoolScan(session, isPaged: isPaged)
    let name = isPaged ? "Paged" : "NonPaged"
    session.print("\nScanning large pool allocation table for tag \(text)\n")
    for block in try BigPoolBlock.all(debugger)
    where scan.addresses.contains(block.address) && pattern.matches(PoolTags.text(block.tag)) {
      session.print(
        "\(block.address.hex(16)) : tag \(PoolTags.text(block.tag)), "
          + "size 0x\(block.size.hex()), \(name) pool")
    }
    session.print(
      "\nSearching \(name) pool (\(scan.addresses.lowerBound.hex(16)) : "
        + "\(scan.addresses.upperBound.hex(16))) for tag \(text)\n")
    let header = try debugger.type("nt!_POOL_HEADER").size
    try scan.visit { block in
      guard block.isAllocated, pattern.matches(block.tagText) else { return }
      session.print(
        "\((block.address &+ header).hex(16)) : tag \(block.tagText), "
          + "size 0x\((block.size &- header).hex()), \(name) pool")
    }
  }

  private static func validatePool(_ session: Session, _ address: UInt64) throws {
    let debugger = session.debugger
    let page = address & ~0xFFF
    let memory = debugger.read(page, 0x1000)
    guard memory.isComplete else {
      throw CommandError.message("\(page.hex(16)) is not valid pool: unable to read it")
    }
    session.print("Pool page \(address.hex(16))\n")
    session.print("Validating Pool headers for pool page: \(address.hex(16))\n")
    let blocks = try PoolBlock.blocks(of: memory, debugger)
    var previous: UInt64 = 0
    var isSound = true
    for block in blocks {
      if block.previousSize != previous {
        isSound = false
        session.print(
          "\(block.address.hex(16)): previous size is 0x\(block.previousSize.hex()), should be "
            + "0x\(previous.hex())")
      }
      previous = block.size
    }
    session.print(
      "Pool page [ \(page.hex(16)) ] is \(isSound ? "VALID" : "__NOT__ VALID").")
  }
}

/// A process' address descriptors, lower addresses first.
struct DescriptorTree {
  private let debugger: Debugger
  private(set) var count = 0
  private(set) var deepest = 0
  /// The sum of all levels.
  private(set) var levels = 0

  init(_ debugger: Debugger) { self.debugger = debugger }

  /// Calls a body with every `_MMVAD` under a root and its level, the root's being 0.
  mutating func visit(_ root: UInt64, _ body: (Struct, Int) throws -> Void) throws {
    var path: [(address: UInt64, level: Int)] = []
    var seen: Set<UInt64> = []
    var next = root
    var level = 0
    while next != 0 || !path.isEmpty {
      while next != 0 {
        guard seen.insert(next).inserted, seen.count < 0x1_0000 else {
          throw LookupError.loop(at: next)
        }
        path.append((next, level))
        next = try debugger.structure("nt!_MMVAD", at: next)["LeftChild"].pointer
        level += 1
      }
      guard let place = path.popLast() else { return }
      let vad = try debugger.structure("nt!_MMVAD", at: place.address)
      count += 1
      deepest = max(deepest, place.level)
      levels += place.level
      try body(vad, place.level)
      next = try vad["RightChild"].pointer
      level = place.level + 1
    }
  }
}

/// The page frame database: an `_MMPFN` for each page, mapped where there are entries in use.
struct FrameDatabase {
  private let debugger: Debugger
  private let base: UInt64

  init(_ debugger: Debugger) throws {
    self.debugger = debugger
    base = try debugger.readPointer(debugger.address(of: "nt!MmPfnDatabase"))
  }

  /// The entry of a page.
  func entry(_ frame: UInt64) throws -> Struct {
    let type = try debugger.type("nt!_MMPFN")
    return Struct(debugger, type, at: base &+ frame &* type.size)
  }

  /// Calls a body with the entries that are mapped, up to a page's.
  func visit(through highest: UInt64, _ body: (UInt64, Struct) throws -> Void) throws {
    let type = try debugger.type("nt!_MMPFN")
    let size = max(1, type.size)
    var pages = MappedPages(debugger)
    let (length, isTooLong) = (highest &+ 1).multipliedReportingOverflow(by: size)
    guard !isTooLong else { return }
    var frame: UInt64 = 0
    while frame <= highest {
      let address = base &+ frame &* size
      guard let mapped = pages.next(from: address, below: base &+ length) else { return }
      if mapped > address { frame = (mapped &- base &+ size &- 1) / size }
      let end = min(highest &+ 1, ((mapped | 0xFFF) &+ 1 &- base) / size)
      guard frame < end else {
        frame &+= 1
        continue
      }
      for number in frame..<end {
        try body(number, Struct(debugger, type, at: base &+ number &* size))
      }
      frame = end
    }
  }
}
