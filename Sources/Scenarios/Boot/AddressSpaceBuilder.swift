import Machine

/// Hands out physical pages in ascending order and remembers what each run was for, because the
/// kernel is told (`_LOADER_PARAMETER_BLOCK.MemoryDescriptorListHead`).
struct PageSupply {
  /// One run of physical pages: what `_MEMORY_ALLOCATION_DESCRIPTOR` says.
  struct Run {
    var type: MemoryType
    var firstPage: UInt64
    var pageCount: UInt64
  }

  /// `TYPE_OF_MEMORY` of the boot loader's contract, as far as this loader uses it.
  enum MemoryType: UInt32 {
    case free = 2
    case loadedProgram = 4
    case osLoaderHeap = 7
    case osLoaderStack = 8
    case systemCode = 9
    case halCode = 10
    case bootDriver = 11
    case memoryData = 20
    case xipRom = 25
  }

  private(set) var runs: [Run] = []
  private(set) var nextPage: UInt64
  private let endPage: UInt64

  init(firstPage: UInt64, endPage: UInt64) {
    nextPage = firstPage
    self.endPage = endPage
  }

  /// The first of `count` consecutive pages that nobody else has.
  mutating func take(_ count: UInt64, for type: MemoryType) throws(BootError) -> UInt64 {
    guard count <= endPage &- nextPage else { throw .outOfMemory(pages: count) }
    let first = nextPage
    nextPage += count
    if let last = runs.last, last.type == type, last.firstPage + last.pageCount == first {
      runs[runs.count - 1].pageCount += count
    } else {
      runs.append(Run(type: type, firstPage: first, pageCount: count))
    }
    return first
  }
}

/// Builds the kernel's first address space: four-level page tables in guest memory, with the page
/// tables mapped into themselves at slot 1EDh, where NT's `MmPteBase` expects them.
struct AddressSpaceBuilder {
  /// Page-table entry bits (Intel SDM vol. 3A, 4.5).
  enum Bits {
    static let present: UInt64 = 1
    static let writable: UInt64 = 2
    static let accessed: UInt64 = 1 << 5
    static let dirty: UInt64 = 1 << 6
    static let noExecute: UInt64 = 1 << 63
    static let addressMask: UInt64 = 0x000f_ffff_ffff_f000
  }

  static let pageSize: UInt64 = 4096
  static let selfMapSlot: UInt64 = 0x1ed

  let memory: PhysicalMemory
  /// Physical address of the top-level table: what CR3 will hold.
  let root: UInt64
  var supply: PageSupply

  init(memory: PhysicalMemory, supply: PageSupply) throws(BootError) {
    self.memory = memory
    self.supply = supply
    root = try self.supply.take(1, for: .memoryData) * Self.pageSize
    let entry = root | Bits.present | Bits.writable | Bits.accessed | Bits.dirty
    memory.store(root + Self.selfMapSlot * 8, entry)
  }

  /// Maps consecutive pages. Kernel mappings only: user pages are the guest's business.
  mutating func map(
    _ address: UInt64, firstPage: UInt64, count: UInt64, writable: Bool = true,
    executable: Bool = false
  ) throws(BootError) {
    var flags = Bits.present | Bits.accessed
    if writable { flags |= Bits.writable | Bits.dirty }
    if !executable { flags |= Bits.noExecute }
    for index in 0..<count {
      let slot = try entryAddress(of: address &+ index * Self.pageSize)
      memory.store(slot, (firstPage + index) * Self.pageSize | flags)
    }
  }

  /// Takes fresh pages, maps them at `address`, and returns the physical address of the first.
  mutating func allocate(
    at address: UInt64, bytes: UInt64, for type: PageSupply.MemoryType
  ) throws(BootError) -> UInt64 {
    let count = (bytes + Self.pageSize - 1) / Self.pageSize
    let first = try supply.take(count, for: type)
    try map(address, firstPage: first, count: count)
    return first * Self.pageSize
  }

  /// Physical address of the last-level entry for a virtual address; makes the tables on the way.
  private mutating func entryAddress(of address: UInt64) throws(BootError) -> UInt64 {
    var table = root
    for shift in [39, 30, 21] as [UInt64] {
      let slot = table + ((address >> shift) & 511) * 8
      let entry = memory.load(slot, as: UInt64.self)
      if entry & Bits.present != 0 {
        table = entry & Bits.addressMask
        continue
      }
      table = try supply.take(1, for: .memoryData) * Self.pageSize
      memory.store(slot, table | Bits.present | Bits.writable | Bits.accessed | Bits.dirty)
    }
    return table + ((address >> 12) & 511) * 8
  }
}
