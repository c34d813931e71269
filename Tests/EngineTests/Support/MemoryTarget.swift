import Engine

/// A target of bytes: regions at virtual addresses, one context, nothing that runs. It is to a dump
/// what a drawing is to a house, and it counts what is read.
final class MemoryTarget: Target {
  var kind: TargetKind
  var regions: [(base: UInt64, bytes: [UInt8])] = []
  var contexts: [Context]
  var kernelBaseHint: UInt64?
  var onConsoleOutput: (([UInt8]) -> Void)?
  private(set) var reads = 0

  init(kind: TargetKind = .kernel, processors: Int = 1) {
    self.kind = kind
    contexts = [Context](repeating: Context(), count: processors)
  }

  var capabilities: TargetCapabilities { [.writeMemory, .writeRegisters] }
  var pointerSize: Int { 8 }
  var processorCount: Int { contexts.count }
  var facts: TargetFacts { TargetFacts(connection: "bytes", build: 7601) }
  var clock: UInt64 { 0 }

  func add(_ bytes: [UInt8], at base: UInt64) { regions.append((base, bytes)) }

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
    reads += 1
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

  func readPhysical(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer)
    throws(TargetError) -> [Range<Int>]
  { throw .unsupported("read physical memory") }

  func writePhysical(_ address: UInt64, _ bytes: [UInt8]) throws(TargetError) {
    throw .unsupported("write physical memory")
  }

  func translate(_ address: UInt64, space: AddressSpace) throws(TargetError) -> UInt64? {
    throw .unsupported("read physical memory")
  }

  func context(processor: Int) throws(TargetError) -> Context {
    guard contexts.indices.contains(processor) else { throw .noProcessor(processor) }
    return contexts[processor]
  }

  func setContext(_ context: Context, processor: Int) throws(TargetError) {
    guard contexts.indices.contains(processor) else { throw .noProcessor(processor) }
    contexts[processor] = context
  }

  func readMSR(_ number: UInt32, processor: Int) throws(TargetError) -> UInt64 {
    throw .unsupported("read MSR \(String(number, radix: 16))")
  }

  func writeMSR(_ number: UInt32, _ value: UInt64, processor: Int) throws(TargetError) {
    throw .unsupported("write MSR \(String(number, radix: 16))")
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
  func type(_ bytes: [UInt8]) throws(TargetError) { throw .unsupported("be typed at") }
}
