import Machine
import X86

/// Our machine, set up with the address space of `Layout` in user mode, as the oracles have it.
public final class Subject {
  let machine: Machine
  private let registers: Registers
  private var blank: [UInt8]
  private let tables: UInt64 = 0x10_0000
  private static let high: UInt64 = 0xffff_8000_0000_0000
  private static let handlers: UInt64 = high + 0x4_0000
  /// What the machine decoded and did not implement, by semantics.
  public private(set) var unimplemented: Set<String> = []

  /// Makes the machine and its page tables.
  public init(features: ProcessorFeatures = .avx2Level) {
    machine = Machine.bare(memoryBytes: 16 << 20, features: features)
    registers = machine.processors[0].registers
    blank = [UInt8](repeating: 0, count: Int(Layout.dataBytes))
    mapMemory()
    setTables()
    let filling = [UInt8](repeating: 0xcc, count: Int(Layout.codeBytes))
    machine.memory.write(Layout.code, filling)
    machine.memory.write(
      Layout.readOnly, (0..<4096).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) })
    registers.cr4 |= 0x5_0600
    registers.xcr0 = 7
    machine.onUnimplemented = { [unowned self] _, _, what in unimplemented.insert(what) }
  }

  /// The lower half has the pages of `Layout` and no others; the upper half has all of memory, for
  /// the supervisor.
  private func mapMemory() {
    let memory = machine.memory
    let old = registers.cr3
    let upper = memory.load(old, as: UInt64.self) & ~0xfff
    let root = tables
    memory.store(root + 256 * 8, upper | 3)
    memory.store(root, (root + 0x1000) | 7)
    memory.store(root + 0x1000, (root + 0x2000) | 7)
    memory.store(root + 0x2000 + 8, (root + 0x3000) | 7)
    func map(_ address: UInt64, _ bytes: UInt64, _ bits: UInt64) {
      for page in stride(from: address, to: address + bytes, by: 4096) {
        memory.store(root + 0x3000 + (page >> 12 & 511) * 8, page | bits)
      }
    }
    map(Layout.code, Layout.codeBytes, 7)
    let noExecute: UInt64 = 1 << 63
    map(Layout.data, Layout.dataBytes, 7 | noExecute)
    map(Layout.readOnly, 4096, 5 | noExecute)
    registers.cr3 = root
    registers.gdtr = TableRegister(
      base: registers.gdtr.base + Self.high, limit: registers.gdtr.limit)
  }

  private func setTables() {
    let table: UInt64 = 0x3_0000
    let task: UInt64 = 0x3_8000
    for vector in 0..<256 {
      let at = Self.handlers + UInt64(vector) * 16
      let open: UInt64 = vector == 3 || vector == 4 ? 0xee : 0x8e
      let low = (at & 0xffff) | 0x10 << 16 | open << 40 | (at >> 16 & 0xffff) << 48
      machine.memory.store(table + UInt64(vector) * 16, low)
      machine.memory.store(table + UInt64(vector) * 16 + 8, at >> 32)
    }
    machine.memory.store(task + 4, Self.high + 0x5_0000)
    registers.idtr = TableRegister(base: Self.high + table, limit: 0xfff)
    registers[.tr] = SegmentRegister(
      selector: 0x38, attributes: 0x8b, limit: 0x67, base: Self.high + task)
  }

  /// Runs a record's instruction and puts the state after it into `after`.
  public func run(_ record: Record, into after: State) {
    let before = record.before
    load(before)
    var line = [UInt8](repeating: 0xcc, count: 32)
    let length = record.length
    for index in 0..<length {
      line[index] = record.base.load(fromByteOffset: index, as: UInt8.self)
    }
    // A jump to itself: what follows is never reached, and ends what is decoded with it.
    line[length] = 0xeb
    line[length + 1] = 0xfe
    machine.memory.write(before.rip, line)
    let rip = before.rip
    let fall = rip &+ UInt64(length)
    var left = 64
    repeat {
      machine.step(0)
      left -= 1
    } while left > 0 && registers.rip == rip && registers.privilege == 3
    let ended = left > 0
    // The fault of a branch is that of the instruction it leads to.
    let target = registers.rip
    left = target == fall || isCode(target) ? 0 : 8
    while left > 0 && registers.privilege == 3 && registers.rip == target {
      machine.step(0)
      left -= 1
    }
    after.vector = ended ? State.noVector : State.timeout
    after.error = 0
    after.address = 0
    after.rip = registers.rip
    after.rflags = registers.rflags
    for number in 0..<16 { after[gpr: number] = registers[gpr: number] }
    if registers.privilege == 0 { takeFault(after) }
    store(after)
    // Later instructions may read the code pages.
    machine.memory.write(before.rip, [UInt8](repeating: 0xcc, count: 32))
  }

  private func isCode(_ address: UInt64) -> Bool {
    address >= Layout.code && address < Layout.code + Layout.codeBytes
  }

  private func load(_ state: State) {
    for number in 0..<16 { registers[gpr: number] = state[gpr: number] }
    registers[.cs] = SegmentRegister(selector: 0x33, attributes: 0x2fb, limit: ~0)
    let data = SegmentRegister(selector: 0, attributes: 0, limit: 0)
    registers[.ss] = SegmentRegister(selector: 0x2b, attributes: 0xcf3, limit: ~0)
    registers[.ds] = data
    registers[.es] = data
    registers[.fs] = SegmentRegister(base: state.fsBase)
    registers[.gs] = SegmentRegister(base: state.gsBase)
    registers.rflags = state.rflags
    registers.rip = state.rip
    registers.mxcsr = state.mxcsr
    registers.fpuControl = state.control
    registers.fpuStatus = state.status
    registers.fpuTag = state.tag
    let top = Int(state.status >> 11) & 7
    for number in 0..<8 { registers[fpu: top + number] = state[st: number] }
    for number in 0..<16 {
      registers[xmm: number] = (state[vector: number, 0], state[vector: number, 1])
      registers[ymmHigh: number] = (state[vector: number, 2], state[vector: number, 3])
    }
    let image = UnsafeRawBufferPointer(start: state.base + State.image, count: 1024)
    let middle = Int(Layout.middleBytes)
    machine.memory.write(Layout.middle, UnsafeRawBufferPointer(rebasing: image[..<middle]))
    machine.memory.write(Layout.end, UnsafeRawBufferPointer(rebasing: image[middle...]))
  }

  /// Reads the frame that the delivery of an exception pushed.
  private func takeFault(_ after: State) {
    let vector = (registers.rip &- Self.handlers) >> 4
    after.vector = UInt32(truncatingIfNeeded: min(vector, 255))
    var at = registers[gpr: 4] &- Self.high
    switch vector {
    case 8, 10...14, 17, 21:
      after.error = machine.memory.load(at)
      at = at &+ 8
    default: break
    }
    if vector == 14 { after.address = registers.cr2 }
    after.rip = machine.memory.load(at)
    after.rflags = machine.memory.load(at &+ 16)
    after[gpr: 4] = machine.memory.load(at &+ 24)
  }

  private func store(_ state: State) {
    state.fsBase = registers[.fs].base
    state.gsBase = registers[.gs].base
    state.mxcsr = registers.mxcsr
    state.control = registers.fpuControl
    state.status = registers.fpuStatus
    state.tag = registers.fpuTag
    let top = Int(state.status >> 11) & 7
    for number in 0..<8 { state[st: number] = registers[fpu: top + number] }
    for number in 0..<16 {
      let low = registers[xmm: number]
      state[vector: number, 0] = low.low
      state[vector: number, 1] = low.high
      let high = registers[ymmHigh: number]
      state[vector: number, 2] = high.low
      state[vector: number, 3] = high.high
    }
    let image = UnsafeMutableRawBufferPointer(start: state.base + State.image, count: 1024)
    let middle = Int(Layout.middleBytes)
    machine.memory.read(
      Layout.middle, into: UnsafeMutableRawBufferPointer(rebasing: image[..<middle]))
    machine.memory.read(Layout.end, into: UnsafeMutableRawBufferPointer(rebasing: image[middle...]))
    findStrayBytes(state)
  }

  /// Looks for written bytes outside the image, and clears them.
  private func findStrayBytes(_ state: State) {
    machine.memory.write(Layout.middle, [UInt8](repeating: 0, count: Int(Layout.middleBytes)))
    machine.memory.write(Layout.end, [UInt8](repeating: 0, count: Int(Layout.endBytes)))
    blank.withUnsafeMutableBytes { machine.memory.read(Layout.data, into: $0) }
    var sum: UInt64 = 0
    let isClear = blank.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 8).allSatisfy {
        bytes.load(fromByteOffset: $0, as: UInt64.self) == 0
      }
    }
    if !isClear {
      sum = 14_695_981_039_346_656_037
      for (index, byte) in blank.enumerated() where byte != 0 {
        let part = (Layout.data &+ UInt64(index)) << 8 | UInt64(byte)
        sum = (sum ^ part) &* 1_099_511_628_211
        blank[index] = 0
      }
      sum |= 1
      machine.memory.write(Layout.data, blank)
    }
    state.stray = sum
  }
}
