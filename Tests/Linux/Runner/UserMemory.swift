import Machine

/// What a program may do with a page; the bits of `mmap`'s argument.
struct Protection: OptionSet {
  let rawValue: UInt8

  static let read = Protection(rawValue: 1)
  static let write = Protection(rawValue: 2)
  static let execute = Protection(rawValue: 4)
}

/// The program's address space: pages of 4 KiB, mapped one to one to physical memory.
///
/// Behind the program's memory, two megabytes belong to the machine alone: page tables, a descriptor
/// table, and the instruction that a system call goes to. The program cannot reach them; the
/// processor finds them at the top of the address space.
final class UserMemory {
  /// The largest size that the page tables have room for.
  static let largest: UInt64 = 512 << 20
  /// Where the processor finds what is the machine's.
  static let systemAddress: UInt64 = 0xffff_ffff_ffe0_0000
  /// In there: the descriptor table and the target of system calls.
  static let descriptors: UInt64 = 0x8000
  static let systemCallTarget: UInt64 = 0x9000
  private static let pageTables: UInt64 = 0x10_0000

  private enum Page: UInt8 {
    case fresh, used, released
  }

  let machine: Machine
  /// Bytes of it.
  let size: UInt64
  private var pages: [Page]
  private var protections: [Protection]
  private var isStale = false

  init(machine: Machine, size: UInt64) {
    self.machine = machine
    self.size = size
    pages = Array(repeating: .fresh, count: Int(size >> 12))
    protections = Array(repeating: [], count: Int(size >> 12))
    // Present, writable, open to user mode.
    let memory = machine.memory
    let root = size
    memory.store(root, root + 0x1000 | 7)
    memory.store(root + 0x1000, root + 0x2000 | 7)
    for table in 0..<((size + 0x1f_ffff) >> 21) {
      memory.store(root + 0x2000 + table * 8, root + Self.pageTables + table << 12 | 7)
    }
    memory.store(root + 511 * 8, root + 0x3000 | 7)
    memory.store(root + 0x3000 + 511 * 8, root + 0x4000 | 7)
    // Large, and not open to user mode.
    memory.store(root + 0x4000 + 511 * 8, root | 0x83)
  }

  /// The pages that a range touches; nil if it leaves the address space.
  private func range(_ address: UInt64, _ length: UInt64) -> Range<Int>? {
    guard address < size, length <= size - address else { return nil }
    return Int(address >> 12)..<Int((address + length + 0xfff) >> 12)
  }

  /// Whether a mapping could be made there: inside the address space, the first page left out.
  func isPlace(_ address: UInt64, _ length: UInt64) -> Bool {
    address >= 0x1000 && length > 0 && range(address, length) != nil
  }

  /// Maps pages. Those that held something before are cleared, unless they are to be added to.
  func map(_ address: UInt64, _ length: UInt64, _ protection: Protection, adding: Bool = false) {
    guard isPlace(address, length), let range = range(address, length) else { return }
    let zeros = [UInt8](repeating: 0, count: 4096)
    for page in range {
      if pages[page] != .fresh, !(adding && pages[page] == .used) {
        machine.memory.write(UInt64(page) << 12, zeros)
      }
      let old: Protection = adding && pages[page] == .used ? protections[page] : []
      pages[page] = .used
      set(page, old.union(protection))
    }
  }

  /// Takes pages away.
  func unmap(_ address: UInt64, _ length: UInt64) {
    for page in range(address, length) ?? 0..<0 where pages[page] == .used {
      pages[page] = .released
      set(page, [])
    }
  }

  /// Changes what may be done with pages.
  ///
  /// - Returns: false if one of them is not mapped.
  func protect(_ address: UInt64, _ length: UInt64, _ protection: Protection) -> Bool {
    guard let range = range(address, length) else { return false }
    for page in range {
      guard pages[page] == .used else { return false }
      set(page, protection)
    }
    return true
  }

  /// The first free range at or after an address.
  func free(from start: UInt64, _ length: UInt64) -> UInt64? {
    let count = Int(min(length, size) >> 12)
    var page = Int(min(start, size) >> 12)
    var found = 0
    while page < pages.count {
      found = pages[page] == .used ? 0 : found + 1
      page += 1
      if found == count, found > 0 { return UInt64(page - count) << 12 }
    }
    return nil
  }

  private func set(_ page: Int, _ protection: Protection) {
    protections[page] = protection
    var entry = UInt64(page) << 12
    if !protection.isEmpty { entry |= 5 }
    if protection.contains(.write) { entry |= 2 }
    if !protection.contains(.execute) { entry |= 1 << 63 }
    machine.memory.store(size + Self.pageTables + UInt64(page) * 8, entry)
    isStale = true
  }

  /// Lets the processor see what changed since it last ran.
  func settle() {
    guard isStale else { return }
    isStale = false
    let registers = machine.processors[0].registers
    registers.cr3 = size
  }

  /// Whether the program itself could do this with every byte of a range.
  func allows(_ protection: Protection, _ address: UInt64, _ length: UInt64) -> Bool {
    guard let range = range(address, length) else { return false }
    return range.allSatisfy { protections[$0].isSuperset(of: protection) }
  }

  /// Bytes that the program can read; nil if it cannot.
  func read(_ address: UInt64, _ length: UInt64) -> [UInt8]? {
    guard allows(.read, address, length) else { return nil }
    return machine.memory.read(address, count: Int(length))
  }

  /// The string at an address, up to its zero; nil if it is not readable or longer than a path.
  func string(_ address: UInt64) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < 4096 {
      guard let byte = read(address &+ UInt64(bytes.count), 1)?.first else { return nil }
      if byte == 0 { return bytes }
      bytes.append(byte)
    }
    return nil
  }

  /// Writes where the program can.
  ///
  /// - Returns: false if it cannot.
  func write(_ address: UInt64, _ bytes: [UInt8]) -> Bool {
    guard allows(.write, address, UInt64(bytes.count)) else { return false }
    machine.memory.write(address, bytes)
    return true
  }
}
