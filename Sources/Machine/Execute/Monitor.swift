import X86

/// `monitor` and `mwait` (Intel SDM vol. 2B): a processor sleeps until a cache line changes or an
/// interrupt comes.
///
/// A store is noticed by what it changes: the line's contents are kept as a sum when they begin to be
/// watched, and looked at when the processor could go on.
extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Bytes of a line, as CPUID leaf 5 says.
  static var monitorLine: Int { 64 }
  /// `ProcessorState.monitored` when nothing is.
  static var nothingMonitored: UInt64 { ~0 }

  private func requireMonitor() throws(Fault) {
    guard pointee.privilege == 0 else { throw .invalidOpcode }
  }

  /// Begins to watch the line at rAX. The address is checked as that of a load of one byte.
  func armMonitor(_ i: Decoded) throws(Fault) {
    try requireMonitor()
    guard gpr(1).pointee & 0xffff_ffff == 0 else { throw .protection() }
    let segment = i.pointee.prefixes.segmentOverride ?? .ds
    let offset = register(0, i.pointee.addressSize)
    let isLong = i.pointee.mode == .bits64
    let va =
      isLong ? linear(segment, offset, i) : try checked(segment, offset, 1, write: false)
    _ = try loadSized(va, 1)
    let found = try translate(va, .read, user: isUser)
    pointee.monitored = found.physical & ~UInt64(Self.monitorLine &- 1)
    pointee.monitorSum = monitorSum
  }

  /// Sleeps if a line is watched and has not changed. Bit 0 of ECX lets interrupts wake the processor
  /// though they are disabled.
  func waitForMonitor(_ i: Decoded) throws(Fault) -> Outcome {
    try requireMonitor()
    let extensions = gpr(1).pointee & 0xffff_ffff
    guard extensions & ~1 == 0 else { throw .protection() }
    pointee.rip = next(i)
    pointee.exit = .resume
    if pointee.monitored != Self.nothingMonitored, !isMonitorTriggered {
      pointee.wakesMasked = extensions & 1 != 0
      pointee.exit = .wait
    } else {
      pointee.monitored = Self.nothingMonitored
    }
    return .leave
  }

  /// Whether the processor is in `hlt` or `mwait`.
  var isAsleep: Bool { pointee.activity == .halted || pointee.activity == .monitoring }

  /// Whether the watched line has changed.
  var isMonitorTriggered: Bool { monitorSum != pointee.monitorSum }

  /// Stops watching, as every wake does.
  func disarmMonitor() {
    pointee.monitored = Self.nothingMonitored
    pointee.wakesMasked = false
  }

  /// FNV-1a over the words of the line; 0 outside memory.
  private var monitorSum: UInt64 {
    guard let frame = pointee.core.frame(pointee.monitored >> 12) else { return 0 }
    let line = frame + Int(truncatingIfNeeded: pointee.monitored & 0xfff)
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for offset in stride(from: 0, to: Self.monitorLine, by: 8) {
      sum = (sum ^ line.load(fromByteOffset: offset, as: UInt64.self)) &* 0x100_0000_01b3
      sum ^= sum >> 29
    }
    return sum
  }

  /// The next number of `rdrand` and `rdseed`: SplitMix64 over the processor's own state, so that a
  /// machine gives the same numbers in every run.
  func nextRandom() -> UInt64 {
    pointee.randomState = pointee.randomState &+ 0x9e37_79b9_7f4a_7c15
    var z = pointee.randomState
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
}
