import Engine
import Testing

/// What every target owes the engine. A test of a new target fills in a `TargetConformance` and
/// calls `check`.
struct TargetConformance {
  var target: any Target
  var space: AddressSpace = .processor(0)
  /// An address of readable memory with some of its bytes, and how many follow until the first
  /// byte that has no memory.
  var readable: (address: UInt64, bytes: [UInt8], untilHole: Int)

  func check() throws {
    checkReading()
    try checkWriting()
    try checkContexts()
    try checkRefusals()
  }

  private func read(_ address: UInt64, _ count: Int) -> (bytes: [UInt8], holes: [Range<Int>]) {
    var bytes = [UInt8](repeating: 0xA5, count: count)
    let holes = bytes.withUnsafeMutableBytes { target.read(address, into: $0, space: space) }
    return (bytes, holes)
  }

  private func checkReading() {
    #expect(read(readable.address, 0).holes.isEmpty)
    let whole = read(readable.address, readable.bytes.count)
    #expect(whole.bytes == readable.bytes)
    #expect(whole.holes.isEmpty)
    // Across the edge: what exists is read, what does not is one hole and left as it was.
    let edge = readable.address + UInt64(readable.untilHole)
    let across = read(edge - 8, 24)
    #expect(across.holes == [8..<24])
    #expect(across.bytes[8...].allSatisfy { $0 == 0xA5 })
    #expect(read(edge, 16).holes == [0..<16])
    // The last addresses there are do not trap.
    _ = read(.max - 7, 32)
  }

  private func checkWriting() throws {
    let edge = readable.address + UInt64(readable.untilHole)
    guard target.capabilities.contains(.writeMemory) else {
      #expect(throws: TargetError.self) { try target.write(readable.address, [1], space: space) }
      return
    }
    let old = read(edge - 8, 8).bytes
    #expect(throws: TargetError.unwritable(edge)) {
      try target.write(edge - 8, [UInt8](repeating: 1, count: 16), space: space)
    }
    #expect(read(edge - 8, 8).bytes == old, "a write that fails writes nothing")
    try target.write(edge - 8, [1, 2, 3], space: space)
    #expect(read(edge - 8, 4).bytes == [1, 2, 3, old[3]])
    try target.write(edge - 8, old, space: space)
  }

  private func checkContexts() throws {
    #expect(target.processorCount >= 1)
    #expect(throws: TargetError.noProcessor(target.processorCount)) {
      try target.context(processor: target.processorCount)
    }
    guard target.capabilities.contains(.writeRegisters) else { return }
    let before = try target.context(processor: 0)
    var changed = before
    changed[.rbx] = 0x1122_3344_5566_7788
    changed[.r15] = .max
    try target.setContext(changed, processor: 0)
    #expect(try target.context(processor: 0)[.rbx] == 0x1122_3344_5566_7788)
    #expect(try target.context(processor: 0)[.r15] == .max)
    try target.setContext(before, processor: 0)
    #expect(try target.context(processor: 0)[.rbx] == before[.rbx])
  }

  /// What a target cannot do, it says; it does not pretend.
  private func checkRefusals() throws {
    if !target.capabilities.contains(.run) {
      #expect(throws: TargetError.self) { try target.resume(Resumption()) }
      #expect(throws: TargetError.self) { try target.step(processor: 0, Resumption()) }
      #expect(throws: TargetError.self) { try target.insert(.execute(0)) }
    }
    if !target.capabilities.contains(.console) {
      #expect(throws: TargetError.self) { try target.type([13]) }
    }
    if !target.capabilities.contains(.msr) {
      #expect(throws: TargetError.self) { try target.readMSR(0x10, processor: 0) }
    }
    if !target.capabilities.contains(.physicalMemory) {
      #expect(throws: TargetError.self) { try target.translate(0, space: space) }
    }
  }
}
