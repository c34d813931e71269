import X86

/// Executes `in` and `out`.
func executePort(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  // The I/O permission map is not consulted: ports need IOPL.
  guard cpu.pointee.privilege <= (cpu.pointee.systemFlags >> 12) & 3 else { throw .protection() }
  let isInput = i.pointee.semantics == .in
  let data = isInput ? i.pointee.operands.0 : i.pointee.operands.1
  let place = isInput ? i.pointee.operands.1 : i.pointee.operands.0
  let port = UInt16(truncatingIfNeeded: try cpu.value(place, i))
  guard let machine = cpu.pointee.core.pointee.machine else { return .next }
  if isInput {
    let value = machine._withUnsafeGuaranteedRef { $0.readPort(port) }
    cpu.setRegister(0, data.size, value ?? cpu.mask(data.size))
    return .next
  }
  let value = cpu.register(0, data.size)
  cpu.pointee.rip = cpu.next(i)
  cpu.pointee.exit = .resume
  let stops = machine._withUnsafeGuaranteedRef { machine in
    machine.writePort(port, value, cpu)
    return machine.pendingStop != nil
  }
  if stops { cpu.pointee.exit = .stop }
  return .leave
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
    case 0xe0: console.put(UInt8(truncatingIfNeeded: value))
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
