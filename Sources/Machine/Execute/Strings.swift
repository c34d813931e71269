import X86

/// Executes string instructions. With a repeat prefix one operation does the elements up to the next
/// page boundary (one element under the trap flag) and then stands for itself again, so that
/// interrupts and faults find the registers as after whole elements. How many elements that is
/// depends on registers alone, or else time would depend on what the translation buffers hold.
func executeString(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  if i.pointee.prefixes.isDisjoint(with: [.rep, .repne]) {
    try stringElement(cpu, i)
    return cpu.hasPendingStop ? cpu.stopAfter(i) : .next
  }
  let width = i.pointee.addressSize
  var left = elementsInPage(cpu, i)
  if left == 0 { return .next }
  while left != 0 {
    let done = fastString(cpu, i, left)
    if done != 0 {
      left &-= done
      continue
    }
    try stringElement(cpu, i)
    left &-= 1
    cpu.setRegister(1, width, cpu.register(1, width) &- 1)
    if stopsComparing(cpu, i) {
      cpu.pointee.stringAddress = ~0
      return .next
    }
    if cpu.pointee.debugHits != 0 || cpu.pointee.watchHit { break }
    if cpu.hasPendingStop { break }
  }
  if cpu.register(1, width) == 0 {
    cpu.pointee.stringAddress = ~0
    return cpu.hasPendingStop ? cpu.stopAfter(i) : .next
  }
  cpu.pointee.suppressedBreakpoint = cpu.pointee.rip
  cpu.pointee.stringAddress = cpu.pointee.rip
  if cpu.hasPendingStop { cpu.pointee.exit = .stop }
  let goesOn = cpu.pointee.debugHits == 0 && !cpu.pointee.watchHit && !cpu.hasPendingStop
  return goesOn ? .jumped : .leave
}

/// Elements left to do that begin in the current pages of source and target.
private func elementsInPage(_ cpu: CPU, _ i: Decoded) -> UInt64 {
  let width = i.pointee.addressSize
  let size = UInt64(i.pointee.operandSize)
  let count = cpu.register(1, width)
  if count == 0 { return 0 }
  if cpu.pointee.systemFlags & Flag.trap != 0 { return 1 }
  let down = cpu.pointee.systemFlags & Flag.direction != 0
  func room(_ register: UInt8) -> UInt64 {
    let offset = cpu.register(register, width) & 0xfff
    return down ? offset / size &+ 1 : (4095 &- offset) / size &+ 1
  }
  switch i.pointee.semantics {
  case .movs, .cmps: return min(count, room(6), room(7))
  case .lods, .outs: return min(count, room(6))
  default: return min(count, room(7))
  }
}

/// Whether repe or repne ends after the comparison just made.
private func stopsComparing(_ cpu: CPU, _ i: Decoded) -> Bool {
  switch i.pointee.semantics {
  case .cmps, .scas:
    return cpu.zero == i.pointee.prefixes.contains(.repne)
  default: return false
  }
}

/// The linear address of an element. Outside 64-bit mode its segment is checked.
@inline(__always)
private func stringPlace(
  _ cpu: CPU, _ i: Decoded, _ segment: Segment, _ offset: UInt64, write: Bool
) throws(Fault) -> UInt64 {
  if i.pointee.mode == .bits64 { return cpu.linear(segment, offset, i) }
  return try cpu.checked(segment, offset, Int(i.pointee.operandSize), write: write)
}

/// One element: the access, then the index registers.
private func stringElement(_ cpu: CPU, _ i: Decoded) throws(Fault) {
  let size = i.pointee.operandSize
  let width = i.pointee.addressSize
  let down = cpu.pointee.systemFlags & Flag.direction != 0
  let step = down ? 0 &- UInt64(size) : UInt64(size)
  let from = cpu.register(6, width)
  let to = cpu.register(7, width)
  let segment = i.pointee.memory.segment
  var movesSource = true
  var movesTarget = true
  switch i.pointee.semantics {
  case .movs:
    let source = try stringPlace(cpu, i, segment, from, write: false)
    let target = try stringPlace(cpu, i, .es, to, write: true)
    try cpu.storeSized(target, size, try cpu.loadSized(source, size))
  case .cmps:
    let source = try stringPlace(cpu, i, segment, from, write: false)
    let target = try stringPlace(cpu, i, .es, to, write: false)
    let a = try cpu.loadSized(source, size)
    let b = try cpu.loadSized(target, size)
    _ = cpu.subtract(a, b, 0, size)
  case .scas:
    movesSource = false
    let b = try cpu.loadSized(stringPlace(cpu, i, .es, to, write: false), size)
    _ = cpu.subtract(cpu.register(0, size), b, 0, size)
  case .lods:
    movesTarget = false
    let source = try stringPlace(cpu, i, segment, from, write: false)
    cpu.setRegister(0, size, try cpu.loadSized(source, size))
  case .stos:
    movesSource = false
    let target = try stringPlace(cpu, i, .es, to, write: true)
    try cpu.storeSized(target, size, cpu.register(0, size))
  case .ins:
    movesSource = false
    let target = try stringPlace(cpu, i, .es, to, write: true)
    let port = UInt16(truncatingIfNeeded: cpu.gpr(2).pointee)
    try cpu.checkPort(port, size)
    // Nothing is read from the port unless it can be stored.
    try cpu.probeWrite(target, Int(size))
    try cpu.storeSized(target, size, cpu.input(port, size))
  case .outs:
    movesTarget = false
    let source = try stringPlace(cpu, i, segment, from, write: false)
    let port = UInt16(truncatingIfNeeded: cpu.gpr(2).pointee)
    try cpu.checkPort(port, size)
    cpu.output(port, size, try cpu.loadSized(source, size))
  default: throw cpu.unimplemented(i)
  }
  let bits = cpu.mask(width)
  if movesSource { cpu.setRegister(6, width, (from &+ step) & bits) }
  if movesTarget { cpu.setRegister(7, width, (to &+ step) & bits) }
}

/// Does forward rep movs and rep stos through the translation buffers.
///
/// - Returns: elements done; 0 if the slow way must be taken.
private func fastString(_ cpu: CPU, _ i: Decoded, _ most: UInt64) -> UInt64 {
  guard i.pointee.mode == .bits64, i.pointee.addressSize == 8,
    cpu.pointee.systemFlags & Flag.direction == 0
  else { return 0 }
  let isMove = i.pointee.semantics == .movs
  guard isMove || i.pointee.semantics == .stos else { return 0 }
  let size = UInt64(i.pointee.operandSize)
  let target = cpu.linear(.es, cpu.gpr(7).pointee, i)
  let source = cpu.linear(i.pointee.memory.segment, cpu.gpr(6).pointee, i)
  var elements = min(most, (4096 &- (target & 0xfff)) / size)
  if isMove { elements = min(elements, (4096 &- (source & 0xfff)) / size) }
  guard elements != 0 else { return 0 }
  let bytes = elements &* size
  guard let to = cpu.writable(target, bytes) else { return 0 }
  if isMove {
    guard let from = cpu.readable(source, bytes) else { return 0 }
    copyForward(to, from, Int(bytes), Int(size))
    cpu.gpr(6).pointee &+= bytes
  } else {
    fillForward(to, cpu.gpr(0).pointee, Int(elements), Int(size))
  }
  cpu.gpr(7).pointee &+= bytes
  cpu.gpr(1).pointee &-= elements
  return elements
}

/// Copies element by element upwards, so that overlapping runs repeat as they do in hardware.
private func copyForward(
  _ to: UnsafeMutableRawPointer, _ from: UnsafeMutableRawPointer, _ bytes: Int, _ size: Int
) {
  let distance = to - from
  if distance <= 0 || distance >= bytes {
    to.copyMemory(from: from, byteCount: bytes)
    return
  }
  var at = 0
  while at < bytes {
    switch size {
    case 1: (to + at).storeBytes(of: (from + at).load(as: UInt8.self), as: UInt8.self)
    case 2: (to + at).storeBytes(of: (from + at).loadUnaligned(as: UInt16.self), as: UInt16.self)
    case 4: (to + at).storeBytes(of: (from + at).loadUnaligned(as: UInt32.self), as: UInt32.self)
    default: (to + at).storeBytes(of: (from + at).loadUnaligned(as: UInt64.self), as: UInt64.self)
    }
    at &+= size
  }
}

private func fillForward(
  _ to: UnsafeMutableRawPointer, _ value: UInt64, _ elements: Int, _ size: Int
) {
  switch size {
  case 1:
    to.initializeMemory(
      as: UInt8.self, repeating: UInt8(truncatingIfNeeded: value), count: elements)
  default:
    for index in 0..<elements {
      let at = to + index &* size
      switch size {
      case 2: at.storeBytes(of: UInt16(truncatingIfNeeded: value), as: UInt16.self)
      case 4: at.storeBytes(of: UInt32(truncatingIfNeeded: value), as: UInt32.self)
      default: at.storeBytes(of: value, as: UInt64.self)
      }
    }
  }
}
