import Machine
import X86

// A processor's exceptions under the names that Windows gives them.

extension LiveTarget {
  /// The record of an exception that stopped the machine itself, as Windows' trap handlers would
  /// make it.
  func exceptionRecord(_ fault: Fault, processor number: Int) -> ExceptionRecord {
    let registers = machine.processors[number].registers
    var record = ExceptionRecord(
      code: 0, address: registers.rip,
      processorFault: ProcessorFault(
        vector: fault.vector, errorCode: fault.errorCode,
        address: fault.vector == 14 ? fault.address : nil))
    switch fault.vector {
    case 0: record.code = divideCode(number, registers)
    case 1: record.code = ExceptionRecord.singleStepCode
    case 3: record.code = ExceptionRecord.breakpointCode
    case 4: record.code = Status.integerOverflow
    case 5: record.code = Status.arrayBoundsExceeded
    case 6, 7: record.code = Status.illegalInstruction
    case 14:
      record.code = Status.accessViolation
      record.parameters = [Self.access(fault.errorCode ?? 0), fault.address]
    case 16: record.code = x87Code(registers)
    case 17: record.code = Status.dataMisaligned
    case 19: record.code = sseCode(registers)
    default:
      // Windows does not tell these apart either; it knows no address for them.
      record.code = Status.accessViolation
      record.parameters = [0, .max]
    }
    return record
  }

  /// The first parameter of an access violation: 0 read, 1 write, 8 execute.
  private static func access(_ errorCode: UInt32) -> UInt64 {
    if errorCode & 0x10 != 0 { return 8 }
    return errorCode & 2 != 0 ? 1 : 0
  }

  /// #DE tells a divisor of 0 from a quotient that does not fit; only the operand does.
  private func divideCode(_ number: Int, _ registers: Registers) -> UInt32 {
    let memory = MemoryView(target: self, space: .processor(number))
    let ip = registers.rip
    guard let instruction = memory.instruction(at: ip, mode: codeMode(processor: number))
    else { return Status.integerDivideByZero }
    let operand = instruction.operand(max(0, Int(instruction.operandCount) - 1))
    switch operand.kind {
    case .gpr:
      let mask: UInt64 = operand.size >= 8 ? .max : (1 << UInt64(operand.size * 8)) - 1
      if registers[gpr: Int(operand.register)] & mask != 0 { return Status.integerOverflow }
    case .gprHigh:
      if registers[gpr: Int(operand.register)] & 0xFF00 != 0 { return Status.integerOverflow }
    case .memory:
      let address = instruction.effectiveAddress(
        at: ip, register: { registers[gpr: $0] }, segmentBase: { registers.base(of: $0) })
      guard let address, let value = memory.uint(address, Int(operand.size)) else { break }
      if value != 0 { return Status.integerOverflow }
    default: break
    }
    return Status.integerDivideByZero
  }

  /// #MF: the first pending exception of the status word that the control word does not mask.
  private func x87Code(_ registers: Registers) -> UInt32 {
    let pending = registers.fpuStatus & ~registers.fpuControl & 0x3F
    // Bit 6 tells a stack fault from other invalid operations.
    if pending & 1 != 0, registers.fpuStatus & 0x40 != 0 { return Status.floatStackCheck }
    return Status.float(UInt32(pending))
  }

  /// #XM: the first exception flag of MXCSR whose mask, seven bits higher, is clear.
  private func sseCode(_ registers: Registers) -> UInt32 {
    Status.float(registers.mxcsr & ~(registers.mxcsr >> 7) & 0x3F)
  }
}

/// NTSTATUS values that stand for processor exceptions (ntstatus.h).
private enum Status {
  static let dataMisaligned: UInt32 = 0x8000_0002
  static let accessViolation: UInt32 = 0xC000_0005
  static let illegalInstruction: UInt32 = 0xC000_001D
  static let arrayBoundsExceeded: UInt32 = 0xC000_008C
  static let floatStackCheck: UInt32 = 0xC000_0092
  static let integerDivideByZero: UInt32 = 0xC000_0094
  static let integerOverflow: UInt32 = 0xC000_0095

  /// The status of floating-point exceptions by the bits IE DE ZE OE UE PE; invalid operation comes
  /// first.
  static func float(_ flags: UInt32) -> UInt32 {
    let rows: [(bit: UInt32, code: UInt32)] = [
      (0x01, 0xC000_0090), (0x04, 0xC000_008E), (0x02, 0xC000_008D), (0x08, 0xC000_0091),
      (0x10, 0xC000_0093), (0x20, 0xC000_008F),
    ]
    return rows.first { flags & $0.bit != 0 }?.code ?? 0xC000_0090
  }
}

extension ExceptionRecord {
  /// Whether it is a breakpoint or a single step, which nobody is expected to handle.
  var isDebugTrap: Bool { code == Self.breakpointCode || code == Self.singleStepCode }
}

extension Registers {
  /// The base of a segment as an instruction names it.
  fileprivate func base(of segment: X86.Segment) -> UInt64 {
    switch segment {
    case .es: self[.es].base
    case .cs: self[.cs].base
    case .ss: self[.ss].base
    case .ds: self[.ds].base
    case .fs: self[.fs].base
    case .gs: self[.gs].base
    }
  }
}

extension MemoryView {
  /// The instruction at an address, or nil where no byte can be read or decoded.
  func instruction(at address: UInt64, mode: Mode) -> Instruction? {
    let toPageEnd = Int(0x1000 - (address & 0xFFF))
    guard let code = bytes(address, 15) ?? bytes(address, min(15, toPageEnd)) else { return nil }
    let instruction = code.withUnsafeBytes { Decoder.decode($0, mode: mode) }
    return instruction.isValid ? instruction : nil
  }
}
