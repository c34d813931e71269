import Engine
import Language

/// A stretch of memory with one use.
struct MemoryRegion {
  var start: UInt64
  /// The first address behind it.
  var end: UInt64
  /// What it is for, as `!address` says: `Module`, `NonPagedPool`.
  var usage: String
  /// `MEM_COMMIT`, `PAGE_READWRITE`, `MEM_IMAGE`; empty where nobody keeps them (in the kernel).
  var state = ""
  var protection = ""
  var type = ""
  /// The region that was allocated with it, and how.
  var allocation: (base: UInt64, protection: String)?
  /// What else is known, a name and a value a line.
  var notes: [(name: String, value: String)] = []

  var size: UInt64 { end &- start }

  func contains(_ address: UInt64) -> Bool { address >= start && address < end }

  /// The facts of the region in place of `%1` to `%7`.
  func expand(_ text: String, _ session: Session) -> String {
    let values = [
      "0x\(start.hex())", "0x\(end.hex())", "0x\(size.hex())", type, state, protection, usage,
    ]
    var expanded = text
    for (index, value) in values.enumerated() {
      expanded = expanded.replacing("%\(index + 1)", with: value)
    }
    return expanded
  }

  /// The region that holds an address; nil when nothing is known of it.
  static func containing(_ address: UInt64, _ session: Session) throws -> MemoryRegion? {
    if session.debugger.isKernelAddress(address) {
      // The smallest says most: a stack lies among the system's page table entries.
      let known = try KernelRegions(session).all.filter { $0.contains(address) }
      return try known.min { $0.size < $1.size } ?? mapped(address, session)
    }
    if let dump = DumpRegions(session) { return dump.region(containing: address) }
    return try ProcessRegions(session)?.region(containing: address)
  }

  /// The mapped pages around an address of which no variable of the kernel tells anything: what the
  /// boot loader placed, as a rule.
  private static func mapped(_ address: UInt64, _ session: Session) throws -> MemoryRegion? {
    guard var tables = session.debugger.pageTables else { return nil }
    func isMapped(_ page: UInt64) -> Bool {
      tables.walk(page).last.map { $0.isPresent && $0.isLeaf } ?? false
    }
    var start = address & ~0xFFF
    guard isMapped(start) else { return nil }
    var end = start &+ 0x1000
    // Far enough for whatever stands together.
    let reach: UInt64 = 1 << 30
    while address &- start < reach, isMapped(start &- 0x1000) {
      try session.checkCancelled()
      start &-= 0x1000
    }
    while end &- address < reach, isMapped(end) {
      try session.checkCancelled()
      end &+= 0x1000
    }
    return MemoryRegion(start: start, end: end, usage: "<unclassified>")
  }

  /// All regions of the kernel, or those of a user session's process.
  static func all(_ session: Session) throws -> [MemoryRegion] {
    if session.debugger.target.kind == .kernel {
      return try KernelRegions(session).all.sorted { ($0.start, $1.end) < ($1.start, $0.end) }
    }
    if let dump = DumpRegions(session) { return dump.all }
    return try ProcessRegions(session)?.all ?? []
  }
}

/// The numbers behind the names of states, types and protections.
enum MemoryConstants {
  private static let numbers: [String: UInt32] = [
    "MEM_COMMIT": 0x1000, "MEM_RESERVE": 0x2000, "MEM_FREE": 0x10000, "MEM_PRIVATE": 0x20000,
    "MEM_MAPPED": 0x40000, "MEM_IMAGE": 0x100_0000, "PAGE_NOACCESS": 1, "PAGE_READONLY": 2,
    "PAGE_READWRITE": 4, "PAGE_WRITECOPY": 8, "PAGE_EXECUTE": 0x10, "PAGE_EXECUTE_READ": 0x20,
    "PAGE_EXECUTE_READWRITE": 0x40, "PAGE_EXECUTE_WRITECOPY": 0x80,
  ]

  /// The state of addresses that nobody has.
  static let free: UInt32 = 0x10000

  /// The name of a number, empty for 0 and for one without a name. PAGE_ bits may be joined by
  /// PAGE_GUARD (100h), PAGE_NOCACHE (200h) and PAGE_WRITECOMBINE (400h), which are passed over.
  static func name(_ number: UInt32, _ prefix: String) -> String {
    let bits = prefix == "PAGE_" ? number & 0xFF : number
    return numbers.first { $0.value == bits && $0.key.hasPrefix(prefix) }?.key ?? ""
  }

  /// `00001000    MEM_COMMIT`; empty for an empty name.
  static func spelled(_ name: String, gap: Int = 4) -> String {
    guard !name.isEmpty else { return "" }
    return "\((numbers[name] ?? 0).hex(8))\(String(repeating: " ", count: gap))\(name)"
  }

  /// The name of a protection as VADs and software page table entries have it (MM_ protections).
  static func protection(_ number: UInt64) -> String {
    let names = [
      "PAGE_NOACCESS", "PAGE_READONLY", "PAGE_EXECUTE", "PAGE_EXECUTE_READ", "PAGE_READWRITE",
      "PAGE_WRITECOPY", "PAGE_EXECUTE_READWRITE", "PAGE_EXECUTE_WRITECOPY",
    ]
    return number == 0x18 ? "PAGE_NOACCESS" : names[Int(number & 7)]
  }
}
