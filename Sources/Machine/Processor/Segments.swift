import X86

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Runs `body` with supervisor rights, for the processor's own accesses to its tables.
  func asSupervisor<T>(_ body: () throws(Fault) -> T) throws(Fault) -> T {
    let level = pointee.privilege
    guard level == 3 else { return try body() }
    setPrivilege(0)
    defer { setPrivilege(level) }
    return try body()
  }

  /// Reads a descriptor from the table that a selector names.
  ///
  /// - Returns: the two halves of the descriptor; the second is 0 for 8-byte descriptors.
  func descriptor(
    _ selector: UInt16, wide: Bool = false
  ) throws(Fault) -> (low: UInt64, high: UInt64, address: UInt64) {
    let local = selector & 4 != 0
    let base = local ? pointee.ldtr.base : pointee.gdtr.base
    let limit = local ? UInt64(pointee.ldtr.limit) : UInt64(pointee.gdtr.limit)
    let offset = UInt64(selector & ~7)
    guard offset &+ (wide ? 15 : 7) <= limit else { throw .protection(UInt32(selector & ~3)) }
    let at = base &+ offset
    return try asSupervisor { () throws(Fault) in
      let low = try load(at, as: UInt64.self)
      let high = wide ? try load(at &+ 8, as: UInt64.self) : 0
      return (low, high, at)
    }
  }

  /// A segment register's value for a descriptor.
  func segment(_ selector: UInt16, _ low: UInt64, _ high: UInt64 = 0) -> SegmentRegister {
    let attributes = UInt16(truncatingIfNeeded: low >> 40) & 0xff
    let flags = UInt16(truncatingIfNeeded: low >> 52) & 0xf
    var limit = UInt32(truncatingIfNeeded: low & 0xffff | (low >> 32) & 0xf_0000)
    if flags & 8 != 0 { limit = limit << 12 | 0xfff }
    let base = (low >> 16) & 0xff_ffff | (low >> 32) & 0xff00_0000
    return SegmentRegister(
      selector: selector, attributes: attributes | flags << 8, limit: limit,
      base: base | high << 32)
  }

  /// A code segment fit to be entered: checked for type and presence, not for privilege.
  func codeSegment(_ selector: UInt16) throws(Fault) -> SegmentRegister {
    guard selector & ~3 != 0 else { throw .protection() }
    let (low, _, _) = try descriptor(selector)
    let result = segment(selector, low)
    guard result.attributes & 0x18 == 0x18 else { throw .protection(UInt32(selector & ~3)) }
    guard result.attributes & 0x80 != 0 else { throw .notPresent(UInt32(selector & ~3)) }
    // L and D together are reserved.
    guard result.attributes & 0x600 != 0x600 else { throw .protection(UInt32(selector & ~3)) }
    return result
  }

  /// A stack segment for a privilege level. In 64-bit mode below level 3 it may be null.
  func stackSegment(
    _ selector: UInt16, level: UInt8, long: Bool
  ) throws(Fault) -> SegmentRegister {
    if selector & ~3 == 0 {
      guard long, level != 3 else { throw .protection() }
      return SegmentRegister(selector: selector, attributes: 0x93 | UInt16(level) << 5)
    }
    guard selector & 3 == UInt16(level) else { throw .protection(UInt32(selector & ~3)) }
    let (low, _, _) = try descriptor(selector)
    let result = segment(selector, low)
    guard result.attributes & 0x1a == 0x12, result.dpl == level else {
      throw .protection(UInt32(selector & ~3))
    }
    guard result.attributes & 0x80 != 0 else { throw .stack(UInt32(selector & ~3)) }
    return result
  }

  /// Loads a data segment register (or ss) from a selector.
  func loadSegment(_ number: UInt8, _ selector: UInt16) throws(Fault) {
    guard let register = Segment(rawValue: number), register != .cs else { throw .invalidOpcode }
    if register == .ss {
      pointee.ss = try stackSegment(selector, level: pointee.privilege, long: pointee.cs.long)
      return
    }
    var value = SegmentRegister(selector: selector)
    if selector & ~3 != 0 {
      let (low, _, _) = try descriptor(selector)
      value = segment(selector, low)
      let code = UInt32(selector & ~3)
      let readable = value.attributes & 0x10 != 0 && value.attributes & 0x0a != 0x08
      guard readable else { throw .protection(code) }
      let conforming = value.attributes & 0x0c == 0x0c
      let requested = Swift.max(pointee.privilege, UInt8(truncatingIfNeeded: selector & 3))
      guard conforming || requested <= value.dpl else { throw .protection(code) }
      guard value.attributes & 0x80 != 0 else { throw .notPresent(code) }
    }
    switch register {
    case .es: pointee.es = value
    case .ds: pointee.ds = value
    case .fs:
      pointee.fs = value
      pointee.fsBase = value.base
    default:
      pointee.gs = value
      pointee.gsBase = value.base
    }
  }

  /// Loads the task register or the local descriptor table register from a selector.
  func loadSystemSegment(_ selector: UInt16, task: Bool) throws(Fault) {
    let code = UInt32(selector & ~3)
    if selector & ~3 == 0 {
      if task { throw .protection() }
      pointee.ldtr = SegmentRegister(selector: selector)
      return
    }
    guard selector & 4 == 0 else { throw .protection(code) }
    let (low, high, at) = try descriptor(selector, wide: true)
    let value = segment(selector, low, high)
    guard value.attributes & 0x1f == (task ? 0x09 : 0x02) else { throw .protection(code) }
    guard value.attributes & 0x80 != 0 else { throw .notPresent(code) }
    if task {
      try asSupervisor { () throws(Fault) in try store(at, low | 1 << 41) }
      pointee.tr = value
      pointee.tr.attributes |= 2
    } else {
      pointee.ldtr = value
    }
  }
}
