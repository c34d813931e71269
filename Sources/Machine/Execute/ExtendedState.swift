import X86

/// State components of xsave, by their bits in XCR0 (Intel SDM vol. 1 §13.1).
enum StateComponent {
  static var x87: UInt64 { 1 }
  static var sse: UInt64 { 2 }
  static var avx: UInt64 { 4 }
  /// Where AVX state is in both formats, its size, and the size of an image without it.
  static var avxOffset: UInt64 { 576 }
  static var avxSize: UInt64 { 256 }

  /// The size of an image of some components: the legacy region and the header always.
  static func size(of components: UInt64) -> UInt64 {
    components & avx != 0 ? avxOffset &+ avxSize : avxOffset
  }
}

/// xsave, xrstor and their kin; XCR0.
func executeExtendedState(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  guard cpu.pointee.cr4 & 1 << 18 != 0 else { throw .invalidOpcode }
  switch i.pointee.semantics {
  case .xgetbv: try readExtendedControl(cpu)
  case .xsetbv: try writeExtendedControl(cpu)
  case .xsave, .xsavec, .xsaveopt, .xsaves: try saveExtendedState(cpu, i)
  case .xrstor, .xrstors: try restoreExtendedState(cpu, i)
  default: throw cpu.unimplemented(i)
  }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// The components that XCR0 may enable.
  var supportedComponents: UInt64 {
    let legacy = StateComponent.x87 | StateComponent.sse
    return pointee.core.pointee.features.contains(.avx) ? legacy | StateComponent.avx : legacy
  }

  /// XINUSE: the components that differ from their initial configuration (Intel SDM vol. 1 §13.6).
  fileprivate var componentsInUse: UInt64 {
    var found: UInt64 = 0
    if hasX87State { found |= StateComponent.x87 }
    for number in 0..<vectorCount {
      let words = vector(UInt8(number))
      if words[0] | words[1] != 0 { found |= StateComponent.sse }
      if words[2] | words[3] != 0 { found |= StateComponent.avx }
    }
    return found
  }

  private var hasX87State: Bool {
    if pointee.fpuControl != 0x37f || pointee.fpuStatus != 0 || pointee.fpuTag != 0 { return true }
    if pointee.fpuOpcode != 0 || pointee.fpuIP | pointee.fpuDP != 0 { return true }
    return (0..<8).contains { number in
      let value = fpuRegister(number)
      return value.head != 0 || value.significand != 0
    }
  }

  /// The mask in edx:eax.
  fileprivate var requestedComponents: UInt64 {
    gpr(2).pointee << 32 | gpr(0).pointee & 0xffff_ffff
  }
}

/// xgetbv: XCR0, or what of it is in use.
private func readExtendedControl(_ cpu: CPU) throws(Fault) {
  let value: UInt64
  switch UInt32(truncatingIfNeeded: cpu.gpr(1).pointee) {
  case 0: value = cpu.pointee.xcr0
  case 1:
    var used = cpu.componentsInUse
    if cpu.pointee.mxcsr != 0x1f80 { used |= StateComponent.sse }
    value = cpu.pointee.xcr0 & used
  default: throw .protection()
  }
  cpu.gpr(0).pointee = value & 0xffff_ffff
  cpu.gpr(2).pointee = value >> 32
}

private func writeExtendedControl(_ cpu: CPU) throws(Fault) {
  try cpu.requireSupervisor()
  let value = cpu.requestedComponents
  guard UInt32(truncatingIfNeeded: cpu.gpr(1).pointee) == 0, value & StateComponent.x87 != 0,
    value & ~cpu.supportedComponents == 0, value & 6 != StateComponent.avx
  else { throw .protection() }
  cpu.pointee.xcr0 = value
}

/// Saves components (Intel SDM vol. 1 §13.7-13.11). xsave stores what is asked for, the others only
/// what is in use; xsavec and xsaves write the compacted format.
private func saveExtendedState(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let semantics = i.pointee.semantics
  let compacts = semantics == .xsavec || semantics == .xsaves
  if semantics == .xsaves { try cpu.requireSupervisor() }
  if cpu.pointee.cr0 & 8 != 0 { throw .deviceNotAvailable }
  let va = cpu.address(i)
  guard va & 63 == 0 else { throw .protection() }
  let requested = cpu.requestedComponents & cpu.pointee.xcr0
  var used = cpu.componentsInUse & requested
  if compacts, cpu.pointee.mxcsr != 0x1f80 { used |= requested & StateComponent.sse }
  let size = StateComponent.size(of: requested)
  if cpu.writable(va, size) == nil { try cpu.probeWrite(va, Int(size)) }
  let header = va &+ 512
  let old: UInt64 = compacts ? 0 : try cpu.load(header)

  let stored = semantics == .xsave ? requested : used
  if stored & StateComponent.x87 != 0 {
    try cpu.storeX87Image(va, wide: i.pointee.hasWideImage)
  }
  let vectors = StateComponent.sse | StateComponent.avx
  let storesMXCSR = compacts ? used & StateComponent.sse : requested & vectors
  if storesMXCSR != 0 { try cpu.storeMXCSRImage(va) }
  if stored & StateComponent.sse != 0 { try cpu.storeSSEImage(va) }
  if stored & StateComponent.avx != 0 {
    for number in 0..<cpu.vectorCount {
      let at = va &+ StateComponent.avxOffset &+ UInt64(number * 16)
      try cpu.store128(at, cpu.ymm(UInt8(number)).high)
    }
  }
  try cpu.store(header, (old & ~requested) | used)
  if compacts { try cpu.store(header &+ 8, requested | 1 << 63) }
}

/// Restores components, those that the image says are not there to their initial configuration
/// (Intel SDM vol. 1 §13.8, §13.12).
private func restoreExtendedState(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let supervises = i.pointee.semantics == .xrstors
  if supervises { try cpu.requireSupervisor() }
  if cpu.pointee.cr0 & 8 != 0 { throw .deviceNotAvailable }
  let va = cpu.address(i)
  guard va & 63 == 0 else { throw .protection() }
  let requested = cpu.requestedComponents & cpu.pointee.xcr0
  let header = try cpu.loadImage(va &+ 512, 64)
  let present = header[0][0]
  let format = header[0][1]
  let isCompacted = format >> 63 != 0
  let reserved = header[1] | header[2] | header[3]
  if isCompacted {
    let known = format & ~(1 << 63)
    guard known & ~cpu.pointee.xcr0 == 0, present & ~known == 0, reserved == Vector(0, 0) else {
      throw .protection()
    }
  } else {
    guard !supervises, present & ~cpu.pointee.xcr0 == 0, format == 0, header[1][0] == 0 else {
      throw .protection()
    }
  }
  let loaded = requested & present
  let image = try cpu.loadImage(va, 416)
  let mxcsr = UInt32(truncatingIfNeeded: image[1][1])
  let vectors = StateComponent.sse | StateComponent.avx
  let loadsMXCSR =
    isCompacted ? loaded & StateComponent.sse != 0 : requested & vectors != 0
  if loadsMXCSR, mxcsr >> 16 != 0 { throw .protection() }
  var upper = [Vector](repeating: Vector(0, 0), count: 16)
  if loaded & StateComponent.avx != 0 {
    upper = try cpu.loadImage(va &+ StateComponent.avxOffset, cpu.vectorCount * 16)
  }

  if requested & StateComponent.x87 != 0 {
    if loaded & StateComponent.x87 != 0 {
      cpu.setX87(from: image, wide: i.pointee.hasWideImage)
    } else {
      cpu.initialiseFPU()
      for number in 0..<8 { cpu.setFPURegister(number, Extended(head: 0, significand: 0)) }
    }
  }
  if loadsMXCSR {
    cpu.pointee.mxcsr = mxcsr
  } else if isCompacted, requested & StateComponent.sse != 0 {
    cpu.pointee.mxcsr = 0x1f80
  }
  if requested & StateComponent.sse != 0 {
    let isLoaded = loaded & StateComponent.sse != 0
    cpu.setSSE(from: isLoaded ? image : [Vector](repeating: Vector(0, 0), count: 26))
  }
  if requested & StateComponent.avx != 0 {
    for number in 0..<cpu.vectorCount {
      let to = cpu.vector(UInt8(number))
      to[2] = upper[number][0]
      to[3] = upper[number][1]
    }
  }
}
