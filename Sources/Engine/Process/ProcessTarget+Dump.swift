import Dumps

// What a dump of the process says of it, from the kernel's own records.

extension ProcessTarget {
  public func mappedRanges() throws -> [Range<UInt64>] {
    var tables = PageTables(target: live, root: directory)
    var ranges: [Range<UInt64>] = []
    var place: UInt64 = 0
    while place < Self.end, let mapping = tables.nextMapping(from: place, through: Self.end - 1) {
      try machine.checkCancelled()
      let end = mapping.address &+ mapping.size
      // The pages of the system that everybody may read (user shared data) count as well.
      ranges.append(mapping.address..<end)
      place = end
    }
    return ranges
  }

  public func dumpFacts(_ options: MinidumpOptions) throws -> MinidumpContents {
    var contents = MinidumpContents()
    contents.timeDateStamp = Self.seconds(live.facts.systemTime ?? 0)
    contents.system = systemFacts()
    contents.process.id = UInt32(truncatingIfNeeded: processID)
    contents.process.build = text(of: "nt!NtBuildLab")
    let record = try machine.structure("nt!_EPROCESS", at: process)
    contents.process.createTime = Self.seconds(try record["CreateTime"].uint)
    var kernelTicks: UInt64 = 0
    var userTicks: UInt64 = 0
    for thread in threads {
      let object = try machine.structure("nt!_ETHREAD", at: thread.object)
      let times = (try object["Tcb.KernelTime"].uint, try object["Tcb.UserTime"].uint)
      kernelTicks &+= times.0
      userTicks &+= times.1
      var row = MinidumpThread()
      row.id = UInt32(truncatingIfNeeded: thread.id)
      row.priority = UInt32(truncatingIfNeeded: try object["Tcb.Priority"].uint)
      if options.contains(.threadInfo) {
        var info = MinidumpThreadInfo()
        info.createTime = try object["CreateTime"].uint
        info.kernelTime = times.0 &* Self.tick
        info.userTime = times.1 &* Self.tick
        info.startAddress = try object["Win32StartAddress"].uint
        info.affinity = (1 << UInt64(live.processorCount)) &- 1
        row.info = info
      }
      contents.threads.append(row)
    }
    contents.process.kernelTime = UInt32(clamping: kernelTicks &* Self.tick / 10_000_000)
    contents.process.userTime = UInt32(clamping: userTicks &* Self.tick / 10_000_000)
    if options.contains(.handles) { contents.handles = try handles(record) }
    if !options.isDisjoint(with: [.memoryInfo, .privateMemory]) {
      contents.regions = try regions(record)
    }
    return contents
  }

  /// A clock tick, 1/64 s, in units of 100 ns.
  private static let tick: UInt64 = 156_250

  /// A FILETIME in seconds since 1970.
  private static func seconds(_ time: UInt64) -> UInt32 {
    let start: UInt64 = 116_444_736_000_000_000
    return time < start ? 0 : UInt32(clamping: (time - start) / 10_000_000)
  }

  private func systemFacts() -> MinidumpSystem {
    var system = MinidumpSystem()
    system.processorCount = UInt8(clamping: live.processorCount)
    system.majorVersion = number(of: "nt!NtMajorVersion")
    system.minorVersion = number(of: "nt!NtMinorVersion")
    system.buildNumber = number(of: "nt!NtBuildNumber") & 0xFFFF
    // CmNtCSDVersion: the service pack in the second byte.
    let pack = number(of: "nt!CmNtCSDVersion") >> 8 & 0xFF
    if pack > 0 { system.servicePack = "Service Pack \(pack)" }
    return system
  }

  private func number(of name: String) -> UInt32 {
    guard let place = machine.resolve(name).first?.address else { return 0 }
    return UInt32(truncatingIfNeeded: kernelMemory.uint(place, 4) ?? 0)
  }

  private func text(of name: String) -> String {
    guard let place = machine.resolve(name).first?.address,
      let bytes = kernelMemory.bytes(place, 64)
    else { return "" }
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  private func handles(_ record: Struct) throws -> [MinidumpHandle] {
    let table = try record["ObjectTable"].pointer
    guard table != 0 else { return [] }
    var found: [MinidumpHandle] = []
    let types = try machine.address(of: "nt!ObTypeIndexTable")
    try HandleTable(machine.structure("nt!_HANDLE_TABLE", at: table)).visit { value, entry in
      // The low bits are the entry's lock and the handle's attributes.
      let header = try entry["Value"].uint & ~7
      guard header != 0 else { return }
      let object = try machine.structure("nt!_OBJECT_HEADER", at: header)
      var handle = MinidumpHandle()
      handle.value = value
      handle.access = UInt32(truncatingIfNeeded: try entry["GrantedAccess"].uint & 0x1FF_FFFF)
      handle.handleCount = UInt32(clamping: try object["HandleCount"].uint)
      handle.pointerCount = UInt32(clamping: try object["PointerCount"].uint)
      let type = kernelMemory.pointer(types &+ (try object["TypeIndex"].uint) &* 8) ?? 0
      let name = try? machine.structure("nt!_OBJECT_TYPE", at: type)["Name"].unicodeString
      handle.typeName = name ?? ""
      found.append(handle)
    }
    return found
  }

  // MARK: Regions

  /// The process' addresses as its descriptors and page tables have them, free ones included.
  private func regions(_ record: Struct) throws -> [MinidumpRegion] {
    var tables = PageTables(target: live, root: directory)
    var found: [MinidumpRegion] = []
    var place: UInt64 = 0x1_0000
    for descriptor in try AddressDescriptor.all(of: record) {
      try machine.checkCancelled()
      if descriptor.start > place { found.append(Self.free(place, descriptor.start)) }
      found += try Self.regions(of: descriptor, &tables, machine)
      place = descriptor.end
    }
    if place < Self.end { found.append(Self.free(place, Self.end)) }
    return found
  }

  private static func free(_ start: UInt64, _ end: UInt64) -> MinidumpRegion {
    var region = MinidumpRegion()
    region.base = start
    region.size = end &- start
    region.state = 0x1_0000
    region.protection = 1
    return region
  }

  private static func regions(
    of descriptor: AddressDescriptor, _ tables: inout PageTables, _ machine: Debugger
  ) throws -> [MinidumpRegion] {
    var found: [MinidumpRegion] = []
    var place = descriptor.start
    while place < descriptor.end {
      try machine.checkCancelled()
      let page = descriptor.page(at: place, &tables)
      var region = MinidumpRegion()
      region.base = place
      region.allocationBase = descriptor.start
      region.allocationProtection = descriptor.protection
      region.state = page.isCommitted ? 0x1000 : 0x2000
      region.protection = page.protection
      region.type = descriptor.type
      repeat {
        place &+= 0x1000
      } while place < descriptor.end
        && descriptor.page(at: place, &tables) == page
      region.size = place &- region.base
      found.append(region)
    }
    return found
  }
}

/// A descriptor of a process' addresses (`_MMVAD`): what was allocated or mapped together.
struct AddressDescriptor {
  var start: UInt64
  /// The first address behind it.
  var end: UInt64
  /// PAGE_ bits.
  var protection: UInt32
  var isCommitted: Bool
  /// MEM_PRIVATE, MEM_MAPPED or MEM_IMAGE.
  var type: UInt32

  struct Page: Equatable {
    var isCommitted: Bool
    var protection: UInt32
  }

  /// A page as its page-table entry has it; where that is empty, as the descriptor does.
  func page(at address: UInt64, _ tables: inout PageTables) -> Page {
    if let entry = tables.walk(address).last, entry.isLeaf, entry.value != 0 {
      guard entry.isPresent else {
        return Page(isCommitted: true, protection: Self.bits(entry.value >> 5 & 0x1F))
      }
      // Bit 11 is the system's own "writable": a page may be writable and not yet written.
      let isWritable = entry.value & 0x802 != 0
      let isExecutable = entry.value >> 63 == 0
      return Page(
        isCommitted: true,
        protection: isExecutable ? (isWritable ? 0x40 : 0x20) : isWritable ? 4 : 2)
    }
    let isThere = isCommitted || type == Self.image
    return Page(isCommitted: isThere, protection: isThere ? protection : 0)
  }

  private static let image: UInt32 = 0x100_0000

  /// The kernel's numbers for protections (MM_READONLY 1, ...) as PAGE_ bits.
  private static func bits(_ protection: UInt64) -> UInt32 {
    let table: [UInt32] = [1, 2, 0x10, 0x20, 4, 8, 0x40, 0x80]
    return table[Int(protection & 7)]
  }

  /// The descriptors of an `_EPROCESS`, in ascending order. Throws without the kernel's types.
  static func all(of process: Struct) throws -> [AddressDescriptor] {
    let machine = process.debugger
    let type = try machine.type("nt!_MMVAD")
    var found: [AddressDescriptor] = []
    var path: [Struct] = []
    var seen: Set<UInt64> = []
    var node = try process["VadRoot.BalancedRoot.RightChild"].pointer
    while node != 0 || !path.isEmpty {
      try machine.checkCancelled()
      while node != 0, seen.insert(node).inserted {
        let vad = Struct(machine, type, at: node)
        path.append(vad)
        node = try vad["LeftChild"].pointer
      }
      guard let vad = path.popLast() else { break }
      let isPrivate = try vad["u.VadFlags.PrivateMemory"].bool
      let isImage = try vad["u.VadFlags.VadType"].uint == 2
      found.append(
        AddressDescriptor(
          start: try vad["StartingVpn"].uint << 12, end: (try vad["EndingVpn"].uint &+ 1) << 12,
          protection: bits(try vad["u.VadFlags.Protection"].uint),
          isCommitted: try vad["u.VadFlags.MemCommit"].bool,
          type: isImage ? image : isPrivate ? 0x2_0000 : 0x4_0000))
      node = try vad["RightChild"].pointer
    }
    return found.filter { $0.start < $0.end && $0.end <= ProcessTarget.end }
  }
}
