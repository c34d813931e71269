import X86

/// Executes `in` and `out`.
func executePort(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  let isInput = i.pointee.semantics == .in
  let data = isInput ? i.pointee.operands.0 : i.pointee.operands.1
  let place = isInput ? i.pointee.operands.1 : i.pointee.operands.0
  let port = UInt16(truncatingIfNeeded: try cpu.value(place, i))
  try cpu.checkPort(port, data.size)
  if isInput {
    cpu.setRegister(0, data.size, cpu.input(port, data.size))
    return cpu.pointee.debugHits == 0 ? .next : cpu.resumeAfter(i)
  }
  cpu.pointee.rip = cpu.next(i)
  cpu.pointee.exit = .resume
  cpu.output(port, data.size, cpu.register(0, data.size))
  if cpu.hasPendingStop { cpu.pointee.exit = .stop }
  return .leave
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Whether a device wants the machine to stop after this instruction.
  var hasPendingStop: Bool {
    guard let machine = pointee.core.pointee.machine else { return false }
    return machine._withUnsafeGuaranteedRef { $0.pendingStop != nil }
  }

  /// Leaves the loop after an instruction for a device's stop.
  func stopAfter(_ i: Decoded) -> Outcome {
    pointee.rip = next(i)
    pointee.exit = .stop
    return .leave
  }

  /// Faults unless the program may use a port: by its privilege, or by the I/O permission map of its
  /// task (Intel SDM vol. 1 §19.5). Notes I/O breakpoints.
  func checkPort(_ port: UInt16, _ size: UInt8) throws(Fault) {
    let level = UInt64(pointee.privilege)
    if !isReal, level > (pointee.systemFlags >> 12) & 3 {
      guard try permits(port, size) else { throw .protection() }
    }
    if pointee.dr7 & 0xff != 0, pointee.cr4 & 8 != 0 { try notePort(port, size) }
  }

  private func permits(_ port: UInt16, _ size: UInt8) throws(Fault) -> Bool {
    let tr = pointee.tr
    // A 16-bit task has no map.
    guard tr.attributes & 0x88 == 0x88, tr.limit >= 0x67 else { return false }
    return try asSupervisor { () throws(Fault) in
      let map = UInt64(try load(tr.base &+ 0x66, as: UInt16.self))
      let at = map &+ UInt64(port >> 3)
      guard at &+ 1 <= UInt64(tr.limit) else { return false }
      let bits = try load(tr.base &+ at, as: UInt16.self)
      let wanted = (UInt16(1) << UInt16(size)) &- 1
      return bits >> (port & 7) & wanted == 0
    }
  }

  private func notePort(_ port: UInt16, _ size: UInt8) throws(Fault) {
    for number in 0..<4 where pointee.dr7 >> UInt64(number * 2) & 3 != 0 {
      guard pointee.dr7 >> UInt64(16 + number * 4) & 3 == 2 else { continue }
      let length: UInt64 = [1, 2, 8, 4][Int(pointee.dr7 >> UInt64(18 + number * 4) & 3)]
      let first = debugAddress(number) & ~(length - 1)
      guard UInt64(port) < first &+ length, first < UInt64(port) &+ UInt64(size) else { continue }
      guard pointee.alone else { throw .retryAlone }
      pointee.debugHits |= 1 << UInt64(number)
    }
  }

  /// Reads a port; all ones where no device answers.
  func input(_ port: UInt16, _ size: UInt8) -> UInt64 {
    guard let machine = pointee.core.pointee.machine else { return mask(size) }
    return machine._withUnsafeGuaranteedRef { $0.readPort(port) } ?? mask(size)
  }

  /// Writes a port.
  func output(_ port: UInt16, _ size: UInt8, _ value: UInt64) {
    pointee.core.pointee.machine?._withUnsafeGuaranteedRef { $0.writePort(port, value, self) }
  }
}

extension Machine {
  /// Reads a port; nil where no device answers.
  func readPort(_ port: UInt16) -> UInt64? {
    switch port {
    case 0xe0: return UInt64(console.take())
    case 0xe1: return console.waitingInput > 0 ? 1 : 0
    case 0xe2: return UInt64(console.vector)
    case 0xf0:
      defer { debugPort.breakIn = false }
      return (debugPort.present ? 1 : 0) | (debugPort.breakIn ? 2 : 0)
    case 0xf1: return UInt64(debugPort.vector)
    default: return nil
    }
  }

  /// Writes a port; writes to ports without a device are lost.
  func writePort(_ port: UInt16, _ value: UInt64, _ cpu: CPU) {
    switch port {
    case 0xe0, 0xe9: console.put(UInt8(truncatingIfNeeded: value))
    case 0xe2: console.vector = UInt8(truncatingIfNeeded: value)
    case 0xf0:
      pendingStop = .debugPort(
        processor: cpu.pointee.index, command: UInt32(truncatingIfNeeded: value),
        packet: cpu.gpr(1).pointee)
    case 0xf1: debugPort.vector = UInt8(truncatingIfNeeded: value)
    case 0xf4: pendingStop = value == 0 ? .powerOff : .reset
    default: break
    }
  }
}
