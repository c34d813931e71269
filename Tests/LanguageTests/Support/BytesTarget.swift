import Engine

/// A target of bytes at addresses and one context a processor. Nothing in it runs.
final class BytesTarget: Target {
  let kind: TargetKind
  var regions: [(base: UInt64, bytes: [UInt8])] = []
  var contexts: [Context]
  var kernelBaseHint: UInt64?
  var onConsoleOutput: (([UInt8]) -> Void)?
  /// What was typed on its console.
  private(set) var typed: [UInt8] = []

  init(kind: TargetKind = .kernel, processors: Int = 2) {
    self.kind = kind
    contexts = [Context](repeating: Context(), count: processors)
  }

  var capabilities: TargetCapabilities {
    [.writeMemory, .writeRegisters, .physicalMemory, .console]
  }
  var pointerSize: Int { 8 }
  var processorCount: Int { contexts.count }
  var facts: TargetFacts { TargetFacts(connection: "bytes", build: 7601) }
  var clock: UInt64 { 0 }

  private func place(_ address: UInt64) -> (region: Int, offset: Int)? {
    for (index, region) in regions.enumerated()
    where address >= region.base && address - region.base < UInt64(region.bytes.count) {
      return (index, Int(address - region.base))
    }
    return nil
  }

  func read(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer, space: AddressSpace)
    -> [Range<Int>]
  {
    // Where nothing is near, all of it is one hole.
    let last = address.addingReportingOverflow(UInt64(max(buffer.count, 1) - 1))
    let isNear = regions.contains { region in
      !last.overflow && address < region.base + UInt64(region.bytes.count)
        && last.partialValue >= region.base
    }
    guard isNear else { return buffer.isEmpty ? [] : [0..<buffer.count] }
    var holes: [Range<Int>] = []
    for index in buffer.indices {
      if let (region, offset) = place(address &+ UInt64(index)) {
        buffer[index] = regions[region].bytes[offset]
      } else if let last = holes.last, last.upperBound == index {
        holes[holes.count - 1] = last.lowerBound..<(index + 1)
      } else {
        holes.append(index..<(index + 1))
      }
    }
    return holes
  }

  func write(_ address: UInt64, _ bytes: [UInt8], space: AddressSpace) throws(TargetError) {
    for index in bytes.indices where place(address &+ UInt64(index)) == nil {
      throw .unwritable(address &+ UInt64(index))
    }
    for (index, byte) in bytes.enumerated() {
      guard let (region, offset) = place(address &+ UInt64(index)) else { continue }
      regions[region].bytes[offset] = byte
    }
  }

  /// Physical memory is the same bytes, counted from 100000h lower.
  func readPhysical(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer)
    throws(TargetError) -> [Range<Int>]
  { read(address &+ 0x10_0000, into: buffer, space: .processor(0)) }

  func writePhysical(_ address: UInt64, _ bytes: [UInt8]) throws(TargetError) {
    try write(address &+ 0x10_0000, bytes, space: .processor(0))
  }

  func translate(_ address: UInt64, space: AddressSpace) throws(TargetError) -> UInt64? { address }

  func context(processor: Int) throws(TargetError) -> Context {
    guard contexts.indices.contains(processor) else { throw .noProcessor(processor) }
    return contexts[processor]
  }

  func setContext(_ context: Context, processor: Int) throws(TargetError) {
    guard contexts.indices.contains(processor) else { throw .noProcessor(processor) }
    contexts[processor] = context
  }

  func readMSR(_ number: UInt32, processor: Int) throws(TargetError) -> UInt64 {
    throw .unsupported("read MSRs")
  }

  func writeMSR(_ number: UInt32, _ value: UInt64, processor: Int) throws(TargetError) {
    throw .unsupported("write MSRs")
  }

  func resume(_ resumption: Resumption) throws(TargetError) -> TargetEvent {
    throw .unsupported("run")
  }

  func step(processor: Int, _ resumption: Resumption) throws(TargetError) -> TargetEvent {
    throw .unsupported("run")
  }

  func requestBreakIn(isUrgent: Bool) throws(TargetError) { throw .unsupported("run") }
  func insert(_ trap: Trap) throws(TargetError) { throw .unsupported("run") }
  func remove(_ trap: Trap) {}
  func type(_ bytes: [UInt8]) throws(TargetError) { typed += bytes }
}
