import Machine

/// A bare machine with tables for faults: the handler of vector v is a `hlt` at 40000h + 16 * v, so
/// that rip tells which one was entered and the stack holds its frame.
struct Fixture {
  let machine: Machine
  static let table: UInt64 = 0x3_0000
  static let task: UInt64 = 0x3_8000
  static let handlers: UInt64 = 0x4_0000
  /// Stack of the privilege change, and of interrupt stack table entry 1.
  static let kernelStack: UInt64 = 0x28_0000
  static let alternateStack: UInt64 = 0x29_0000

  init(_ program: [UInt8], processors: Int = 1, features: ProcessorFeatures = .default) {
    machine = Machine.bare(
      memoryBytes: 16 << 20, processors: processors, features: features)
    machine.load(program, at: 0x1_0000)
    for vector in 0..<256 { setGate(vector) }
    machine.memory.store(Self.task + 4, Self.kernelStack)
    machine.memory.store(Self.task + 0x24, Self.alternateStack)
    for processor in machine.processors {
      processor.registers.idtr = TableRegister(base: Self.table, limit: 0xfff)
      processor.registers[.tr] = SegmentRegister(
        selector: 0x38, attributes: 0x8b, limit: 0x67, base: Self.task)
    }
  }

  /// Makes the gate of a vector: an interrupt gate that user mode may use.
  func setGate(_ vector: Int, handler: UInt64? = nil, stack: UInt64 = 0, present: Bool = true) {
    let at = handler ?? Self.handlers + UInt64(vector) * 16
    if handler == nil { machine.load([0xf4], at: at) }
    let kind: UInt64 = present ? 0xee : 0x6e
    let low = (at & 0xffff) | 0x10 << 16 | stack << 32 | kind << 40 | (at >> 16 & 0xffff) << 48
    machine.memory.store(Self.table + UInt64(vector) * 16, low)
    machine.memory.store(Self.table + UInt64(vector) * 16 + 8, at >> 32)
  }

  var registers: Registers { machine.processors[0].registers }

  /// Runs until the machine idles, and says which vector's handler it halted in.
  func runToVector() -> Int? {
    guard machine.run(limit: 100_000) == .idle else { return nil }
    let rip = registers.rip &- 1
    guard rip >= Self.handlers, rip < Self.handlers + 0x1000, rip & 15 == 0 else { return nil }
    return Int((rip - Self.handlers) / 16)
  }

  /// A word of the stack, counted from its top.
  func stack(_ index: Int) -> UInt64 {
    machine.memory.load(registers[gpr: 4] + UInt64(index) * 8)
  }

  /// Where the bare machine keeps its page directory: entries of 2 MiB pages.
  var pageDirectory: UInt64 { machine.memory.byteCount - (1 << 20) + 0x2000 }

  /// Replaces the 2 MiB page at 600000h by a table of 4 KiB pages, all mapped one to one.
  ///
  /// - Returns: the physical address of the table.
  @discardableResult
  func splitPage() -> UInt64 {
    let table: UInt64 = 0x7_0000
    for page in 0..<512 {
      machine.memory.store(table + UInt64(page) * 8, 0x60_0000 + UInt64(page) * 4096 | 7)
    }
    machine.memory.store(pageDirectory + 3 * 8, table | 7)
    return table
  }
}
