import X86

/// x87 control: words, environments, whole states (Intel SDM vol. 1 §8.1.10).
func executeX87Control(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  switch i.pointee.semantics {
  case .fninit: cpu.initialiseFPU()
  case .fnclex: cpu.pointee.fpuStatus &= 0x7f00
  case .fnstcw: try cpu.store(cpu.address(i), cpu.pointee.fpuControl)
  case .fnstsw: try cpu.set(i.pointee.operands.0, i, UInt64(cpu.pointee.fpuStatus))
  case .fldcw:
    try cpu.requireNoPendingException()
    let value: UInt16 = try cpu.load(cpu.address(i))
    cpu.setFPUControl(value)
  case .fnstenv:
    try storeEnvironment(cpu, i, cpu.address(i), room: 0)
    cpu.pointee.fpuControl |= 63
    cpu.summariseExceptions()
  case .fnsave:
    let va = cpu.address(i)
    let size = try storeEnvironment(cpu, i, va, room: 80)
    // Alignment is that of the area's words (SDM vol. 3A, alignment requirements by data type).
    try cpu.withoutAlignmentChecks { () throws(Fault) in
      for n in 0..<8 {
        try storeExtended(cpu, va &+ size &+ UInt64(n &* 10), cpu.st(UInt8(n)))
      }
    }
    cpu.initialiseFPU()
  case .fldenv:
    try cpu.requireNoPendingException()
    try loadEnvironment(cpu, i, cpu.address(i)).apply()
  default:
    try cpu.requireNoPendingException()
    let va = cpu.address(i)
    let environment = try loadEnvironment(cpu, i, va)
    var values: [Extended] = []
    try cpu.withoutAlignmentChecks { () throws(Fault) in
      for n in 0..<8 {
        values.append(try loadExtended(cpu, va &+ environment.size &+ UInt64(n &* 10)))
      }
    }
    environment.apply()
    for (n, value) in values.enumerated() { cpu.setFPURegister(cpu.fpuTop &+ n, value) }
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// The state after fninit; the registers keep their contents.
  func initialiseFPU() {
    pointee.fpuControl = 0x37f
    pointee.fpuStatus = 0
    pointee.fpuTag = 0
    pointee.fpuOpcode = 0
    pointee.fpuIP = 0
    pointee.fpuDP = 0
  }

  /// Sets the control word; bit 6 is always 1 and the reserved bits are 0.
  func setFPUControl(_ value: UInt16) {
    pointee.fpuControl = (value & 0x1f3f) | 0x40
    summariseExceptions()
  }

  /// The tag word as environments have it: two bits a register, from its contents (Intel SDM vol. 1
  /// §8.1.7).
  var fullTag: UInt16 {
    var word: UInt16 = 0
    for number in 0..<8 {
      let tag: UInt16
      if pointee.fpuTag &>> UInt8(truncatingIfNeeded: number) & 1 == 0 {
        tag = 3
      } else {
        switch fpuRegister(number).unpacked.kind {
        case .normal: tag = 0
        case .zero: tag = 1
        default: tag = 2
        }
      }
      word |= tag &<< UInt16(truncatingIfNeeded: number &* 2)
    }
    return word
  }

  /// Takes in a status word from memory: the summary follows from its exceptions and the masks.
  func setFPUStatus(_ value: UInt16) {
    pointee.fpuStatus = value
    summariseExceptions()
  }
}

/// Stores the environment, 28 or 14 bytes.
///
/// - Parameter room: how many bytes after it must be writable as well.
/// - Returns: its size.
@discardableResult
private func storeEnvironment(
  _ cpu: CPU, _ i: Decoded, _ va: UInt64, room: UInt64
) throws(Fault) -> UInt64 {
  let isSmall = i.pointee.prefixes.contains(.operandSize)
  let size: UInt64 = isSmall ? 14 : 28
  let all = size &+ room
  if cpu.writable(va, all) == nil { try cpu.probeWrite(va, Int(all)) }
  let words: [UInt64] = [
    UInt64(cpu.pointee.fpuControl), UInt64(cpu.pointee.fpuStatus), UInt64(cpu.fullTag),
    cpu.pointee.fpuIP, isSmall ? 0 : UInt64(cpu.pointee.fpuOpcode) << 16, cpu.pointee.fpuDP, 0,
  ]
  for (index, word) in words.enumerated() {
    if isSmall {
      try cpu.store(va &+ UInt64(index * 2), UInt16(truncatingIfNeeded: word))
    } else {
      // The upper halves of the three words are ones, as processors store them.
      let upper: UInt64 = index < 3 || index == 6 ? 0xffff_0000 : 0
      try cpu.store(va &+ UInt64(index * 4), UInt32(truncatingIfNeeded: word | upper))
    }
  }
  return size
}

private struct LoadedEnvironment {
  let cpu: CPU
  let size: UInt64
  let words: [UInt32]

  func apply() {
    cpu.pointee.fpuControl = (UInt16(truncatingIfNeeded: words[0]) & 0x1f3f) | 0x40
    cpu.setFPUStatus(UInt16(truncatingIfNeeded: words[1]))
    var tag: UInt8 = 0
    for number in 0..<8 where (words[2] >> UInt32(number * 2)) & 3 != 3 { tag |= 1 << number }
    cpu.pointee.fpuTag = tag
    cpu.pointee.fpuIP = UInt64(words[3])
    cpu.pointee.fpuOpcode = size == 14 ? 0 : UInt16(truncatingIfNeeded: words[4] >> 16) & 0x7ff
    cpu.pointee.fpuDP = UInt64(words[5])
  }
}

private func loadEnvironment(
  _ cpu: CPU, _ i: Decoded, _ va: UInt64
) throws(Fault) -> LoadedEnvironment {
  let isSmall = i.pointee.prefixes.contains(.operandSize)
  var words: [UInt32] = []
  for index in 0..<7 {
    if isSmall {
      words.append(UInt32(try cpu.load(va &+ UInt64(index * 2), as: UInt16.self)))
    } else {
      words.append(try cpu.load(va &+ UInt64(index * 4), as: UInt32.self))
    }
  }
  return LoadedEnvironment(cpu: cpu, size: isSmall ? 14 : 28, words: words)
}
