import X86

/// Enabling checks and operands of vector instructions.
extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Faults unless the vector state that an instruction uses is enabled (Intel SDM vol. 3A §2.5,
  /// vol. 2A §2.4).
  @inline(__always)
  func requireVector(_ i: Decoded) throws(Fault) {
    if i.pointee.isVEX { return try requireAVX() }
    if pointee.cr0 & 0xc != 0 || pointee.cr4 & 0x200 == 0 {
      if pointee.cr0 & 4 != 0 || pointee.cr4 & 0x200 == 0 { throw .invalidOpcode }
      throw .deviceNotAvailable
    }
  }

  /// Faults unless the system has enabled AVX: CR4.OSXSAVE, and SSE and AVX state in XCR0.
  private func requireAVX() throws(Fault) {
    guard pointee.cr4 & 1 << 18 != 0, pointee.xcr0 & 6 == 6, pointee.cr0 & 1 != 0,
      pointee.systemFlags & Flag.virtual8086 == 0
    else { throw .invalidOpcode }
    if pointee.cr0 & 8 != 0 { throw .deviceNotAvailable }
  }

  /// Faults unless MMX is enabled, or if an x87 exception waits (Intel SDM vol. 3A §12.1).
  func requireMMX() throws(Fault) {
    if pointee.cr0 & 4 != 0 { throw .invalidOpcode }
    if pointee.cr0 & 8 != 0 { throw .deviceNotAvailable }
    try requireNoPendingException()
  }

  /// What every MMX instruction but emms does to the x87 state: all registers in use, TOP 0.
  func enterMMX() {
    pointee.fpuTag = 0xff
    pointee.fpuStatus &= ~0x3800
  }

  /// A vector operand: a register whole, or as many bytes of memory as the operand has with zeros
  /// above them. Legacy instructions want 16 bytes of memory aligned, unless `aligned` is false.
  @inline(__always)
  func vectorValue(
    _ operand: Operand, _ i: Decoded, aligned: Bool = true
  ) throws(Fault) -> Wide {
    switch operand.kind {
    case .xmm, .ymm: return ymm(operand.register)
    case .memory: return try vectorFromMemory(operand.size, i, aligned: aligned)
    case .mmx: return Wide(Vector(mmx(operand.register), 0))
    case .gpr: return Wide(Vector(register(operand.register, operand.size), 0))
    case .immediate: return Wide(Vector(UInt64(i.pointee.control), 0))
    default: throw unimplemented(i)
    }
  }

  @inline(__always)
  private func vectorFromMemory(
    _ size: UInt8, _ i: Decoded, aligned: Bool
  ) throws(Fault) -> Wide {
    let va = address(i)
    switch size {
    case 16:
      if aligned, va & 15 != 0, !i.pointee.isVEX { throw .protection() }
      return Wide(try load128(va))
    case 32: return try load256(va)
    default: return Wide(Vector(try loadSized(va, size), 0))
    }
  }

  func load256(_ va: UInt64) throws(Fault) -> Wide {
    if readable(va, 32) == nil { try checkEnd(va, 32) }
    return Wide(try load128(va), try load128(va &+ 16))
  }

  /// Stores 32 bytes, all or none.
  func store256(_ va: UInt64, _ value: Wide) throws(Fault) {
    if writable(va, 32) == nil { try probeWrite(va, 32) }
    try store128(va, value.low)
    try store128(va &+ 16, value.high)
  }

  /// Stores the low `size` bytes of a vector: 1 to 32.
  @inline(__always)
  func storeVector(_ va: UInt64, _ size: UInt8, _ value: Wide) throws(Fault) {
    switch size {
    case 32: try store256(va, value)
    case 16: try store128(va, value.low)
    default: try storeSized(va, size, value.low[0])
    }
  }
}

extension Instruction {
  /// Whether the operand at a place is a source of vector data, not an immediate.
  @inline(__always)
  private static func isData(_ operand: Operand) -> Bool {
    switch operand.kind {
    case .none, .immediate, .immediate2: false
    default: true
    }
  }

  /// Whether the destination is not also the first source: VEX forms with two sources.
  @inline(__always)
  var hasSeparateDestination: Bool { isVEX && Instruction.isData(operands.2) }

  /// The operand that is the first source: the destination itself in legacy forms.
  @inline(__always)
  var firstSource: Operand { hasSeparateDestination ? operands.1 : operands.0 }

  /// The operand that is the second source, or the only one.
  @inline(__always)
  var lastSource: Operand { hasSeparateDestination ? operands.2 : operands.1 }

  /// The register that selects between the sources: xmm0 implied, or the fourth operand.
  @inline(__always)
  var selector: UInt8 { isVEX ? operands.3.register : operands.2.register }
}
