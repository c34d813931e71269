/// A target that was written down, a dump: it does not run, and nothing in it can be changed.
public protocol RecordedTarget: Target {}

extension RecordedTarget {
  public func setContext(_ context: Context, processor: Int) throws(TargetError) {
    throw .unsupported("write registers")
  }

  public func readMSR(_ number: UInt32, processor: Int) throws(TargetError) -> UInt64 {
    throw .unsupported("read MSR \(String(number, radix: 16))")
  }

  public func writeMSR(_ number: UInt32, _ value: UInt64, processor: Int) throws(TargetError) {
    throw .unsupported("write MSR \(String(number, radix: 16))")
  }

  // MARK: What only a live target can do

  public func resume(_ resumption: Resumption) throws(TargetError) -> TargetEvent {
    throw .unsupported("run")
  }

  public func step(processor: Int, _ resumption: Resumption) throws(TargetError) -> TargetEvent {
    throw .unsupported("run")
  }

  public func requestBreakIn(isUrgent: Bool) throws(TargetError) {}
  public func insert(_ trap: Trap) throws(TargetError) {}
  public func remove(_ trap: Trap) {}
  public func type(_ bytes: [UInt8]) throws(TargetError) { throw .unsupported("console") }
}
