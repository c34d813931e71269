import X86

/// Saving and restoring the state of the floating-point units, and emms.
func executeFPUControl(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  switch i.pointee.semantics {
  case .emms:
    try cpu.requireMMX()
    // It sets TOP too (Intel SDM vol. 3A table 13-1).
    cpu.pointee.fpuTag = 0
    cpu.pointee.fpuStatus &= ~0x3800
  case .ldmxcsr:
    try cpu.requireVector(i)
    let value: UInt32 = try cpu.load(cpu.address(i))
    guard value >> 16 == 0 else { throw .protection() }
    cpu.pointee.mxcsr = value
  case .stmxcsr:
    try cpu.requireVector(i)
    try cpu.store(cpu.address(i), cpu.pointee.mxcsr)
  case .fxsave: try saveFloatingState(cpu, i)
  case .fxrstor: try restoreFloatingState(cpu, i)
  default: try executeExtendedState(cpu, i)
  }
}

/// fxsave: an image of 512 bytes, of which the last 96 are left alone (Intel SDM vol. 1 §10.5.1).
/// Where it is not aligned to 16 bytes it is #GP, also with alignment checks on, for which the manual
/// allows #AC instead (vol. 2 FXSAVE, protected mode exceptions).
private func saveFloatingState(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  if cpu.pointee.cr0 & 0xc != 0 { throw .deviceNotAvailable }
  let va = cpu.address(i)
  guard va & 15 == 0 else { throw .protection() }
  if cpu.writable(va, 512) == nil { try cpu.probeWrite(va, 512) }
  try cpu.storeX87Image(va, wide: i.pointee.hasWideImage)
  try cpu.storeMXCSRImage(va)
  try cpu.storeSSEImage(va)
}

/// fxrstor: everything is read before anything changes.
private func restoreFloatingState(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  if cpu.pointee.cr0 & 0xc != 0 { throw .deviceNotAvailable }
  let va = cpu.address(i)
  guard va & 15 == 0 else { throw .protection() }
  let image = try cpu.loadImage(va, 512)
  let mxcsr = UInt32(truncatingIfNeeded: image[1][1])
  guard mxcsr >> 16 == 0 else { throw .protection() }
  cpu.setX87(from: image, wide: i.pointee.hasWideImage)
  cpu.pointee.mxcsr = mxcsr
  cpu.setSSE(from: image)
}

extension Instruction {
  /// Whether the image of the state has pointers of 64 bits: the forms with REX.W.
  var hasWideImage: Bool { prefixes.contains(.rexW) }
}

/// The parts of the image that fxsave and xsave share (Intel SDM vol. 1 tables 10-2 and 13-1).
extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// How many vector registers the mode has.
  var vectorCount: Int { pointee.mode == .bits64 ? 16 : 8 }

  /// Stores the x87 state; the selectors of the narrow pointers are zero, as CPUID says.
  func storeX87Image(_ va: UInt64, wide: Bool) throws(Fault) {
    let words = UInt64(pointee.fpuControl) | UInt64(pointee.fpuStatus) << 16
    let mask: UInt64 = wide ? ~0 : 0xffff_ffff
    try store(va, words | UInt64(pointee.fpuTag) << 32 | UInt64(pointee.fpuOpcode) << 48)
    try store(va &+ 8, pointee.fpuIP & mask)
    try store(va &+ 16, pointee.fpuDP & mask)
    for number in 0..<8 {
      let value = st(UInt8(number))
      let at = va &+ 32 &+ UInt64(number * 16)
      try store128(at, Vector(value.significand, UInt64(value.head)))
    }
  }

  /// Stores MXCSR and the mask of its bits.
  func storeMXCSRImage(_ va: UInt64) throws(Fault) {
    try store(va &+ 24, UInt64(pointee.mxcsr) | 0xffff << 32)
  }

  func storeSSEImage(_ va: UInt64) throws(Fault) {
    for number in 0..<vectorCount {
      let from = vector(UInt8(number))
      try store128(va &+ 160 &+ UInt64(number * 16), Vector(from[0], from[1]))
    }
  }

  /// Reads an image in pieces of 16 bytes.
  func loadImage(_ va: UInt64, _ size: Int) throws(Fault) -> [Vector] {
    var image: [Vector] = []
    image.reserveCapacity(size / 16)
    for offset in stride(from: 0, to: size, by: 16) {
      image.append(try load128(va &+ UInt64(offset)))
    }
    return image
  }

  func setX87(from image: [Vector], wide: Bool) {
    let mask: UInt64 = wide ? ~0 : 0xffff_ffff
    let words = image[0][0]
    pointee.fpuStatus = UInt16(truncatingIfNeeded: words >> 16)
    setFPUControl(UInt16(truncatingIfNeeded: words))
    pointee.fpuTag = UInt8(truncatingIfNeeded: words >> 32)
    pointee.fpuOpcode = UInt16(truncatingIfNeeded: words >> 48) & 0x7ff
    pointee.fpuIP = image[0][1] & mask
    pointee.fpuDP = image[1][0] & mask
    for number in 0..<8 {
      let value = image[2 + number]
      let head = UInt16(truncatingIfNeeded: value[1])
      setFPURegister(fpuTop &+ number, Extended(head: head, significand: value[0]))
    }
  }

  func setSSE(from image: [Vector]) {
    for number in 0..<vectorCount {
      let to = vector(UInt8(number))
      to[0] = image[10 + number][0]
      to[1] = image[10 + number][1]
    }
  }
}
