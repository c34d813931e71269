import X86

/// The state of the floating-point units: fxsave and its kin.
func executeFPUControl(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  if cpu.pointee.cr0 & 8 != 0 { throw .deviceNotAvailable }
  switch i.pointee.semantics {
  case .emms:
    if cpu.pointee.cr0 & 4 != 0 { throw .invalidOpcode }
    try cpu.requireNoPendingException()
    cpu.pointee.fpuTag = 0
  case .ldmxcsr:
    let value: UInt32 = try cpu.load(cpu.address(i))
    guard value >> 16 == 0 else { throw .protection() }
    cpu.pointee.mxcsr = value
  case .stmxcsr: try cpu.store(cpu.address(i), cpu.pointee.mxcsr)
  case .fxsave: try saveFloatingState(cpu, i)
  case .fxrstor: try restoreFloatingState(cpu, i)
  default: throw cpu.unimplemented(i)
  }
}

/// The 512-byte image of fxsave in 64-bit mode (Intel SDM vol. 1 table 10-2).
private func saveFloatingState(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let va = cpu.address(i)
  guard va & 15 == 0 else { throw .protection() }
  if cpu.writable(va, 512) == nil { try cpu.probeWrite(va, 512) }
  try cpu.store(va, cpu.pointee.fpuControl)
  try cpu.store(va &+ 2, cpu.pointee.fpuStatus)
  try cpu.store(va &+ 4, UInt16(cpu.pointee.fpuTag))
  try cpu.store(va &+ 6, cpu.pointee.fpuOpcode)
  try cpu.store(va &+ 8, cpu.pointee.fpuIP)
  try cpu.store(va &+ 16, cpu.pointee.fpuDP)
  try cpu.store(va &+ 24, cpu.pointee.mxcsr)
  try cpu.store(va &+ 28, UInt32(0xffff))
  let top = Int((cpu.pointee.fpuStatus >> 11) & 7)
  for number in 0..<8 {
    let from = cpu.raw + (StateOffset.fpu + ((top + number) & 7) * 16)
    let at = va &+ 32 &+ UInt64(number * 16)
    try cpu.store128(at, from.load(as: Vector.self))
  }
  for number in 0..<16 {
    let from = cpu.vector(UInt8(number))
    try cpu.store128(va &+ 160 &+ UInt64(number * 16), Vector(from[0], from[1]))
  }
}

private func restoreFloatingState(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let va = cpu.address(i)
  guard va & 15 == 0 else { throw .protection() }
  // Everything is read before anything changes.
  var words: [Vector] = []
  words.reserveCapacity(26)
  for index in 0..<26 { words.append(try cpu.load128(va &+ UInt64(index * 16))) }
  let mxcsr = UInt32(truncatingIfNeeded: words[1][1])
  guard mxcsr >> 16 == 0 else { throw .protection() }
  cpu.pointee.fpuControl = UInt16(truncatingIfNeeded: words[0][0])
  cpu.pointee.fpuStatus = UInt16(truncatingIfNeeded: words[0][0] >> 16)
  cpu.pointee.fpuTag = UInt8(truncatingIfNeeded: words[0][0] >> 32)
  cpu.pointee.fpuOpcode = UInt16(truncatingIfNeeded: words[0][0] >> 48) & 0x7ff
  cpu.pointee.fpuIP = words[0][1]
  cpu.pointee.fpuDP = words[1][0]
  cpu.pointee.mxcsr = mxcsr
  let top = Int((cpu.pointee.fpuStatus >> 11) & 7)
  for number in 0..<8 {
    let to = cpu.raw + (StateOffset.fpu + ((top + number) & 7) * 16)
    to.storeBytes(of: words[2 + number], as: Vector.self)
  }
  for number in 0..<16 {
    let to = cpu.vector(UInt8(number))
    to[0] = words[10 + number][0]
    to[1] = words[10 + number][1]
  }
}
