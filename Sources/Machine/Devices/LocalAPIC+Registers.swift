/// The local APIC's registers as model-specific ones (Intel SDM vol. 3A, "x2APIC Register Address
/// Space"). Bits that are reserved are refused, as are registers that are not there, writes of those
/// that are read only and reads of those that are written only.
extension LocalAPIC {
  /// The value of a register at a machine time; nil if there is none to read.
  func register(_ number: UInt32, now: UInt64) -> UInt64? {
    switch number {
    case 0x802: UInt64(id)
    case 0x803: 0x5_0014  // six entries in the local vector table
    case 0x808: UInt64(taskPriority)
    case 0x80a: UInt64(processorPriority)
    case 0x80d: 1 << UInt64(id & 15) | UInt64(id >> 4) << 16
    case 0x80f: UInt64(spurious)
    case 0x810...0x817: word(inService, number & 7)
    case 0x818...0x81f: 0
    case 0x820...0x827: word(requested, number & 7)
    case 0x828: UInt64(errorStatus)
    case 0x830: commandRegister
    case 0x832: UInt64(timer)
    case 0x833: UInt64(thermal)
    case 0x834: UInt64(performance)
    case 0x835: UInt64(lint0)
    case 0x836: UInt64(lint1)
    case 0x837: UInt64(errorEntry)
    case 0x838: UInt64(initialCount)
    case 0x839: UInt64(currentCount(now: now))
    case 0x83e: UInt64(divideConfiguration)
    default: nil
    }
  }

  private func word(_ set: VectorSet, _ index: UInt32) -> UInt64 {
    let whole = set[word: Int(index >> 1)]
    return index & 1 == 0 ? whole & 0xffff_ffff : whole >> 32
  }

  /// The bits of a register that are not reserved; nil if it cannot be written.
  private static func writable(_ number: UInt32) -> UInt64? {
    switch number {
    case 0x808, 0x83f: 0xff
    case 0x80b, 0x828: 0
    // Vector, enable. There is no focus processor checking and no suppression of EOI messages.
    case 0x80f: 0x1ff
    // Destination; shorthand, trigger mode, level, destination mode, delivery mode, vector.
    case 0x830: 0xffff_ffff_000c_cfff
    // Mode, mask, delivery status, vector.
    case 0x832: 0x7_10ff
    // Mask, delivery status, delivery mode, vector.
    case 0x833, 0x834: 0x1_17ff
    // With trigger mode, remote IRR and polarity.
    case 0x835, 0x836: 0x1_f7ff
    // Mask, delivery status, vector.
    case 0x837: 0x1_10ff
    case 0x838: 0xffff_ffff
    case 0x83e: 0xb
    default: nil
    }
  }

  /// Writes a register other than the interrupt command register and SELF IPI, which
  /// `UnsafeMutablePointer.writeAPIC` carries out.
  ///
  /// - Returns: false if it cannot be written or does not take the value.
  mutating func setRegister(_ number: UInt32, _ value: UInt64, now: UInt64) -> Bool {
    guard Self.accepts(number, value) else { return false }
    let low = UInt32(truncatingIfNeeded: value)
    switch number {
    case 0x808: taskPriority = UInt8(truncatingIfNeeded: value)
    case 0x80b: endOfInterrupt()
    case 0x80f:
      spurious = low
      if !isEnabled { maskEntries() }
    case 0x828: latchErrors()
    case 0x832: setTimer(entry(low))
    case 0x833: thermal = entry(low)
    case 0x834: performance = entry(low)
    case 0x835: lint0 = entry(low)
    case 0x836: lint1 = entry(low)
    case 0x837: errorEntry = entry(low)
    case 0x838: startCount(low, now: now)
    case 0x83e: divideConfiguration = low
    default: return false
    }
    return true
  }

  /// Whether a register can be written and the value has no reserved bits set.
  static func accepts(_ number: UInt32, _ value: UInt64) -> Bool {
    guard let bits = writable(number), value & ~bits == 0 else { return false }
    // The fourth mode of the timer is reserved.
    return number != 0x832 || value & 0x6_0000 != 0x6_0000
  }

  /// An entry of the local vector table as it is kept: delivery status and remote IRR are read only,
  /// and while the APIC is off the mask stays.
  private func entry(_ value: UInt32) -> UInt32 {
    (value & ~0x5000) | (isEnabled ? 0 : Self.mask)
  }

  private mutating func maskEntries() {
    timer |= Self.mask
    thermal |= Self.mask
    performance |= Self.mask
    lint0 |= Self.mask
    lint1 |= Self.mask
    errorEntry |= Self.mask
  }

  /// A change of the timer's mode disarms it.
  private mutating func setTimer(_ value: UInt32) {
    let mode = timerMode
    timer = value
    if mode != timerMode {
      deadline = .max
      tscDeadline = 0
    }
  }
}
