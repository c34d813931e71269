import X86

/// A descriptor as it stands in a table.
struct Descriptor {
  /// The first eight bytes.
  var low: UInt64
  /// The second eight bytes of a system descriptor in IA-32e mode; otherwise 0.
  var high: UInt64 = 0
  /// Where it was read from.
  var address: UInt64

  /// Type and S: bits 0-4 of the access byte. Code and data have bit 4 set.
  var type: UInt8 { UInt8(truncatingIfNeeded: low >> 40) & 0x1f }
  var dpl: UInt8 { UInt8(truncatingIfNeeded: low >> 45) & 3 }
  var isPresent: Bool { low >> 47 & 1 != 0 }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Runs `body` with supervisor rights, for the processor's own accesses to its tables.
  func asSupervisor<T>(_ body: () throws(Fault) -> T) throws(Fault) -> T {
    let level = pointee.privilege
    let isImplicit = pointee.isImplicit
    pointee.isImplicit = true
    defer { pointee.isImplicit = isImplicit }
    guard level == 3 else { return try body() }
    setPrivilege(0)
    defer { setPrivilege(level) }
    return try body()
  }

  /// Reads a descriptor from the table that a selector names.
  ///
  /// - Parameter fault: the vector of the fault for a selector outside its table.
  func readDescriptor(
    _ selector: UInt16, wide: Bool = false, fault: UInt8 = 13
  ) throws(Fault) -> Descriptor {
    let outside = Fault(fault, errorCode: UInt32(selector & ~3))
    let local = selector & 4 != 0
    // A null LDTR has no table.
    if local, pointee.ldtr.attributes & 0x80 == 0 { throw outside }
    let base = local ? pointee.ldtr.base : pointee.gdtr.base
    let limit = local ? UInt64(pointee.ldtr.limit) : UInt64(pointee.gdtr.limit)
    let offset = UInt64(selector & ~7)
    guard offset &+ (wide ? 15 : 7) <= limit else { throw outside }
    let at = base &+ offset
    return try asSupervisor { () throws(Fault) in
      let low = try load(at, as: UInt64.self)
      let high = wide ? try load(at &+ 8, as: UInt64.self) : 0
      return Descriptor(low: low, high: high, address: at)
    }
  }

  /// Sets the accessed bit of a code or data descriptor that is about to be loaded.
  func markAccessed(_ descriptor: Descriptor) throws(Fault) {
    guard descriptor.low >> 40 & 1 == 0 else { return }
    let access = UInt8(truncatingIfNeeded: descriptor.low >> 40) | 1
    try asSupervisor { () throws(Fault) in try store(descriptor.address &+ 5, access) }
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

  /// A segment register's value for a code or data descriptor, with its accessed bit set in memory.
  func loaded(_ selector: UInt16, _ descriptor: Descriptor) throws(Fault) -> SegmentRegister {
    try markAccessed(descriptor)
    var value = segment(selector, descriptor.low)
    value.attributes |= 1
    return value
  }

  /// The descriptor of a code segment, checked for type and for what IA-32e mode reserves; neither
  /// for privilege nor for presence.
  func codeDescriptor(_ selector: UInt16) throws(Fault) -> Descriptor {
    guard selector & ~3 != 0 else { throw .protection() }
    let found = try readDescriptor(selector)
    guard found.type & 0x18 == 0x18 else { throw .protection(UInt32(selector & ~3)) }
    // L and D together are reserved.
    if isLongModeActive, found.low >> 53 & 3 == 3 { throw .protection(UInt32(selector & ~3)) }
    return found
  }

  /// A stack segment for a privilege level. For 64-bit code below level 3 it may be null.
  ///
  /// - Parameter fault: the vector of faults other than that of a segment not present: #GP, or #TS
  ///   when the selector comes from a task state segment.
  func stackSegment(
    _ selector: UInt16, level: UInt8, long: Bool, fault: UInt8 = 13
  ) throws(Fault) -> SegmentRegister {
    let requested = UInt8(truncatingIfNeeded: selector & 3)
    if selector & ~3 == 0 {
      guard long, level != 3, requested == level else { throw Fault(fault, errorCode: 0) }
      return SegmentRegister(selector: selector, attributes: UInt16(level) << 5)
    }
    let wrong = Fault(fault, errorCode: UInt32(selector & ~3))
    guard requested == level else { throw wrong }
    let found = try readDescriptor(selector, fault: fault)
    guard found.type & 0x1a == 0x12, found.dpl == level else { throw wrong }
    guard found.isPresent else { throw .stack(UInt32(selector & ~3)) }
    return try loaded(selector, found)
  }

  /// Loads a data segment register (or ss) from a selector.
  func loadSegment(_ number: UInt8, _ selector: UInt16) throws(Fault) {
    guard let register = Segment(rawValue: number), register != .cs else { throw .invalidOpcode }
    if isReal {
      setSegment(register, realSegment(segmentRegister(register), selector))
    } else if register == .ss {
      let long = pointee.mode == .bits64
      pointee.ss = try stackSegment(selector, level: pointee.privilege, long: long)
    } else {
      setSegment(register, try dataSegment(selector))
    }
  }

  private func dataSegment(_ selector: UInt16) throws(Fault) -> SegmentRegister {
    guard selector & ~3 != 0 else { return SegmentRegister(selector: selector) }
    let code = UInt32(selector & ~3)
    let found = try readDescriptor(selector)
    // Data, or code that may be read.
    let readable = found.type & 0x10 != 0 && found.type & 0x0a != 0x08
    guard readable else { throw .protection(code) }
    let conforming = found.type & 0x0c == 0x0c
    let requested = Swift.max(pointee.privilege, UInt8(truncatingIfNeeded: selector & 3))
    guard conforming || requested <= found.dpl else { throw .protection(code) }
    guard found.isPresent else { throw .notPresent(code) }
    return try loaded(selector, found)
  }

  private func setSegment(_ register: Segment, _ value: SegmentRegister) {
    switch register {
    case .es: pointee.es = value
    case .cs: pointee.cs = value
    case .ss: pointee.ss = value
    case .ds: pointee.ds = value
    case .fs:
      pointee.fs = value
      pointee.fsBase = value.base
    case .gs:
      pointee.gs = value
      pointee.gsBase = value.base
    }
  }

  /// A segment register loaded in real-address mode: limit and attributes stay.
  func realSegment(_ old: SegmentRegister, _ selector: UInt16) -> SegmentRegister {
    var value = old
    value.selector = selector
    value.base = UInt64(selector) << 4
    return value
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
    let long = isLongModeActive
    let found = try readDescriptor(selector, wide: long)
    let fits = task ? found.type == 0x09 || (!long && found.type == 0x01) : found.type == 0x02
    guard fits else { throw .protection(code) }
    // The type field of the upper half must be zero.
    guard found.high >> 40 & 0x1f == 0 else { throw .protection(code) }
    guard found.isPresent else { throw .notPresent(code) }
    let value = segment(selector, found.low, found.high & 0xffff_ffff)
    guard isCanonical(value.base) else { throw .protection(code) }
    if task {
      try asSupervisor { () throws(Fault) in try store(found.address, found.low | 1 << 41) }
      pointee.tr = value
      pointee.tr.attributes |= 2
    } else {
      pointee.ldtr = value
    }
  }

  /// Nulls the data segments that a new, outer privilege level may not use.
  func dropPrivilegedSegments(_ level: UInt8) {
    func drop(_ segment: inout SegmentRegister) -> Bool {
      let conforming = segment.attributes & 0x1c == 0x1c
      guard segment.selector & ~3 != 0, !conforming, segment.dpl < level else { return false }
      segment = SegmentRegister()
      return true
    }
    _ = drop(&pointee.es)
    _ = drop(&pointee.ds)
    if drop(&pointee.fs) { pointee.fsBase = 0 }
    if drop(&pointee.gs) { pointee.gsBase = 0 }
  }
}
