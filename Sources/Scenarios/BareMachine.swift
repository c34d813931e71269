import Machine

/// A machine with nothing in it: memory to write instructions into, and a processor before them.
///
/// 64 MB from address 0 are mapped one to one and open to everything. What the processor itself
/// needs lies beyond, out of the way: a descriptor table and, in 64-bit mode, page tables. There is
/// no interrupt table: until the person loads one, exceptions stop in the debugger.
enum BareMachine {
  /// The mode the processor starts in.
  enum Mode: Sendable {
    case bits64
    /// Protected mode, paging off.
    case bits32
  }

  /// The memory that is there to be used.
  static let memoryBytes: UInt64 = 64 << 20
  /// The memory behind it: page tables, then the descriptor table.
  static let tableBytes: UInt64 = 0x10000
  /// The first instruction's address.
  static let start: UInt64 = 0x1000
  /// Where 64-bit code finds what lies behind the memory; one large page.
  static let highTables: UInt64 = 0xFFFF_FFFF_FFE0_0000

  private static let descriptorTable = memoryBytes + 0x8000

  /// Descriptors by selector (Intel SDM vol. 3A, 3.4.5), all flat: Windows' selectors in 64-bit
  /// mode, so that `syscall` and its kin are set up as usual.
  private static let descriptors64: [UInt64] = [
    0,
    0x00cf_9b00_0000_ffff,  // 08 ring 0 code, 32-bit
    0x0020_9b00_0000_0000,  // 10 ring 0 code, 64-bit
    0x00cf_9300_0000_ffff,  // 18 ring 0 data
    0x00cf_fb00_0000_ffff,  // 20 ring 3 code, 32-bit
    0x00cf_f300_0000_ffff,  // 28 ring 3 data
    0x0020_fb00_0000_0000,  // 30 ring 3 code, 64-bit
  ]

  /// The same for 32-bit protected mode.
  private static let descriptors32: [UInt64] = [
    0,
    0x00cf_9b00_0000_ffff,  // 08 ring 0 code
    0x00cf_9300_0000_ffff,  // 10 ring 0 data
    0x00cf_fb00_0000_ffff,  // 18 ring 3 code
    0x00cf_f300_0000_ffff,  // 20 ring 3 data
    0x0020_9b00_0000_0000,  // 28 ring 0 code, 64-bit: for whoever switches long mode on
  ]

  /// Puts every processor before the first instruction. Only the first one runs.
  static func prepare(_ machine: Machine, _ mode: Mode) {
    let descriptors = mode == .bits64 ? descriptors64 : descriptors32
    for (index, descriptor) in descriptors.enumerated() {
      machine.memory.store(descriptorTable + UInt64(index) * 8, descriptor)
    }
    if mode == .bits64 { makePageTables(machine) }
    for processor in machine.processors {
      let registers = processor.registers
      switch mode {
      case .bits64: enter64(registers, machine.configuration.features)
      case .bits32: enter32(registers, machine.configuration.features)
      }
      registers.gdtr = TableRegister(
        base: mode == .bits64 ? highTables + 0x8000 : descriptorTable,
        limit: UInt16(descriptors.count * 8 - 1))
      registers.rflags = 2
      registers.rip = start
      registers[gpr: 4] = memoryBytes
    }
  }

  /// Page tables of 2 MiB pages: the memory one to one, and what lies behind it at the top of the
  /// address space.
  private static func makePageTables(_ machine: Machine) {
    let memory = machine.memory
    let root = memoryBytes
    // Present, writable, open to user mode; large.
    let table: UInt64 = 7
    let page: UInt64 = 0x87
    memory.store(root, root + 0x1000 | table)
    memory.store(root + 0x1000, root + 0x2000 | table)
    for number in 0..<(memoryBytes >> 21) {
      memory.store(root + 0x2000 + number * 8, number << 21 | page)
    }
    memory.store(root + 511 * 8, root + 0x3000 | table)
    memory.store(root + 0x3000 + 511 * 8, root + 0x4000 | table)
    // Not open to user mode.
    memory.store(root + 0x4000 + 511 * 8, memoryBytes | 0x83)
  }

  private static func enter64(_ registers: Registers, _ features: ProcessorFeatures) {
    registers.cr0 = 0x8005_0033  // PG AM WP NE ET MP PE
    registers.cr4 = 0x628 | extendedState(registers, features)  // OSXMMEXCPT OSFXSR PAE DE
    registers.efer = 0xd01  // NXE LMA LME SCE
    registers.cr3 = memoryBytes
    registers[.cs] = SegmentRegister(selector: 0x10, attributes: 0x29b)
    setData(registers, selector: 0x18)
  }

  private static func enter32(_ registers: Registers, _ features: ProcessorFeatures) {
    registers.cr0 = 0x0005_0033  // AM WP NE ET MP PE
    registers.cr4 = 0x608 | extendedState(registers, features)  // OSXMMEXCPT OSFXSR DE
    registers[.cs] = SegmentRegister(selector: 0x08, attributes: 0xc9b, limit: ~0)
    setData(registers, selector: 0x10)
  }

  private static func setData(_ registers: Registers, selector: UInt16) {
    let data = SegmentRegister(selector: selector, attributes: 0xc93, limit: ~0)
    for segment in [Registers.Segment.ss, .ds, .es, .fs, .gs] { registers[segment] = data }
  }

  /// CR4.OSXSAVE where there is state beyond SSE's, which XCR0 then switches on.
  private static func extendedState(
    _ registers: Registers, _ features: ProcessorFeatures
  ) -> UInt64 {
    guard features.contains(.avx) else { return 0 }
    registers.xcr0 = 7
    return 1 << 18
  }
}
