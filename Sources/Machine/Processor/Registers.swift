/// A processor's registers, to read and to change while the machine is stopped.
///
/// A view, not a copy: assignments take effect at once.
///
///     machine.processors[0].registers.rip = 0xfffff800_01400000
///     machine.processors[0].registers[gpr: 1] = loaderBlock  // rcx
public struct Registers {
  let cpu: CPU

  /// A general register by its encoded number, 0 (rax) to 15 (r15).
  public subscript(gpr number: Int) -> UInt64 {
    get { cpu.gpr(UInt8(truncatingIfNeeded: number)).pointee }
    nonmutating set { cpu.gpr(UInt8(truncatingIfNeeded: number)).pointee = newValue }
  }

  /// A vector register's 128 bits as two halves, low first; number 0 to 15.
  public subscript(xmm number: Int) -> (low: UInt64, high: UInt64) {
    get {
      let at = cpu.vector(UInt8(truncatingIfNeeded: number & 15))
      return (at[0], at[1])
    }
    nonmutating set {
      let at = cpu.vector(UInt8(truncatingIfNeeded: number & 15))
      at[0] = newValue.low
      at[1] = newValue.high
    }
  }

  /// Bits 128 to 255 of a vector register as two halves, low first; number 0 to 15.
  public subscript(ymmHigh number: Int) -> (low: UInt64, high: UInt64) {
    get {
      let at = cpu.vector(UInt8(truncatingIfNeeded: number & 15))
      return (at[2], at[3])
    }
    nonmutating set {
      let at = cpu.vector(UInt8(truncatingIfNeeded: number & 15))
      at[2] = newValue.low
      at[3] = newValue.high
    }
  }

  /// An x87 register's 80 bits by physical number 0 to 7.
  public subscript(fpu number: Int) -> (significand: UInt64, exponent: UInt16) {
    get {
      let at = cpu.raw + (StateOffset.fpu + (number & 7) * 16)
      return (at.load(as: UInt64.self), at.load(fromByteOffset: 8, as: UInt16.self))
    }
    nonmutating set {
      let at = cpu.raw + (StateOffset.fpu + (number & 7) * 16)
      at.storeBytes(of: newValue.significand, as: UInt64.self)
      at.storeBytes(of: newValue.exponent, toByteOffset: 8, as: UInt16.self)
    }
  }

  /// The instruction pointer: the address of the next instruction, without the code segment's base
  /// outside 64-bit mode. Moving it wakes a halted processor.
  public var rip: UInt64 {
    get { cpu.instructionPointer(cpu.pointee.rip) }
    nonmutating set {
      let linear =
        cpu.pointee.mode == .bits64 ? newValue : (newValue &+ cpu.codeBase) & 0xffff_ffff
      if cpu.pointee.rip != linear, cpu.isAsleep { cpu.pointee.activity = .running }
      cpu.pointee.rip = linear
    }
  }

  /// The flags register; reserved bits cannot be set.
  public var rflags: UInt64 {
    get { cpu.rflags }
    nonmutating set { cpu.rflags = newValue }
  }

  /// CR0. Setting it here checks nothing.
  public var cr0: UInt64 {
    get { cpu.pointee.cr0 }
    nonmutating set {
      cpu.pointee.cr0 = newValue
      cpu.flushTLB()
      cpu.refreshMode()
    }
  }

  /// CR2, the address of the last page fault.
  public var cr2: UInt64 {
    get { cpu.pointee.cr2 }
    nonmutating set { cpu.pointee.cr2 = newValue }
  }

  /// CR3, the physical address of the page tables.
  public var cr3: UInt64 {
    get { cpu.pointee.cr3 }
    nonmutating set {
      cpu.pointee.cr3 = newValue
      cpu.flushTLB()
    }
  }

  /// CR4. Setting it here checks nothing.
  public var cr4: UInt64 {
    get { cpu.pointee.cr4 }
    nonmutating set {
      cpu.pointee.cr4 = newValue
      cpu.flushTLB()
    }
  }

  /// CR8, the task priority class.
  public var cr8: UInt64 {
    get { UInt64(cpu.pointee.apic.taskPriority >> 4) }
    nonmutating set { cpu.pointee.apic.taskPriority = UInt8(newValue & 15) << 4 }
  }

  /// IA32_EFER. Setting it here checks nothing.
  public var efer: UInt64 {
    get { cpu.pointee.efer }
    nonmutating set {
      cpu.pointee.efer = newValue
      cpu.flushTLB()
      cpu.refreshMode()
    }
  }

  /// A debug address register 0 to 3, DR6 or DR7.
  public subscript(dr number: Int) -> UInt64 {
    get {
      switch number {
      case 0: cpu.pointee.dr.0
      case 1: cpu.pointee.dr.1
      case 2: cpu.pointee.dr.2
      case 3: cpu.pointee.dr.3
      case 4, 6: cpu.pointee.dr6
      default: cpu.pointee.dr7
      }
    }
    nonmutating set { cpu.setDebugRegister(number, newValue) }
  }

  /// The segment registers and the two system segments.
  public enum Segment: Sendable { case es, cs, ss, ds, fs, gs, ldtr, tr }

  /// A segment register with its hidden part. Setting CS also sets the privilege level.
  public subscript(segment: Segment) -> SegmentRegister {
    get {
      switch segment {
      case .es: return cpu.pointee.es
      case .cs: return cpu.pointee.cs
      case .ss: return cpu.pointee.ss
      case .ds: return cpu.pointee.ds
      case .fs:
        var value = cpu.pointee.fs
        value.base = cpu.pointee.fsBase
        return value
      case .gs:
        var value = cpu.pointee.gs
        value.base = cpu.pointee.gsBase
        return value
      case .ldtr: return cpu.pointee.ldtr
      case .tr: return cpu.pointee.tr
      }
    }
    nonmutating set {
      switch segment {
      case .es: cpu.pointee.es = newValue
      case .cs:
        cpu.setCode(newValue, UInt8(truncatingIfNeeded: newValue.selector & 3))
      case .ss: cpu.pointee.ss = newValue
      case .ds: cpu.pointee.ds = newValue
      case .fs:
        cpu.pointee.fs = newValue
        cpu.pointee.fsBase = newValue.base
      case .gs:
        cpu.pointee.gs = newValue
        cpu.pointee.gsBase = newValue.base
      case .ldtr: cpu.pointee.ldtr = newValue
      case .tr: cpu.pointee.tr = newValue
      }
    }
  }

  /// The global descriptor table register.
  public var gdtr: TableRegister {
    get { cpu.pointee.gdtr }
    nonmutating set { cpu.pointee.gdtr = newValue }
  }

  /// The interrupt descriptor table register.
  public var idtr: TableRegister {
    get { cpu.pointee.idtr }
    nonmutating set { cpu.pointee.idtr = newValue }
  }

  /// The current privilege level, 0 to 3.
  public var privilege: Int { Int(cpu.pointee.privilege) }

  /// The SSE control and status register.
  public var mxcsr: UInt32 {
    get { cpu.pointee.mxcsr }
    nonmutating set { cpu.pointee.mxcsr = newValue & 0xffff }
  }

  /// XCR0, the state components that AVX and xsave may use; bit 0, x87, is always set.
  public var xcr0: UInt64 {
    get { cpu.pointee.xcr0 }
    nonmutating set { cpu.pointee.xcr0 = newValue | 1 }
  }

  /// The x87 control word.
  public var fpuControl: UInt16 {
    get { cpu.pointee.fpuControl }
    nonmutating set { cpu.pointee.fpuControl = newValue }
  }

  /// The x87 status word.
  public var fpuStatus: UInt16 {
    get { cpu.pointee.fpuStatus }
    nonmutating set { cpu.pointee.fpuStatus = newValue }
  }

  /// The x87 tag word as fxsave stores it: one bit a register, 1 in use.
  public var fpuTag: UInt8 {
    get { cpu.pointee.fpuTag }
    nonmutating set { cpu.pointee.fpuTag = newValue }
  }

  /// Reads a model-specific register; nil if the processor has none of that number.
  public func msr(_ number: UInt32) -> UInt64? { cpu.readMSR(number) }

  /// Writes a model-specific register.
  ///
  /// - Returns: false if the guest's wrmsr would fault with this number and value.
  @discardableResult
  public func setMSR(_ number: UInt32, _ value: UInt64) -> Bool { cpu.writeMSR(number, value) }
}

/// One processor of the machine.
public final class Processor {
  let cpu: CPU

  init(cpu: CPU) { self.cpu = cpu }

  /// The processor's number, 0 being the one that boots.
  public var index: Int { cpu.pointee.index }

  /// The registers.
  public var registers: Registers { Registers(cpu: cpu) }

  /// Whether the processor waits in HLT.
  public var isHalted: Bool { cpu.isAsleep }

  /// Whether the processor has been started; processors other than 0 wait for a start-up IPI.
  public var isStarted: Bool { cpu.pointee.activity != .waitingForStart }

  /// The interrupt vectors requested and in service, as the local APIC has them (word 0 holds
  /// vectors 0-63).
  public var interrupts: (requested: [UInt64], inService: [UInt64]) {
    let apic = cpu.pointee.apic
    return (
      (0..<4).map { apic.requested[word: $0] }, (0..<4).map { apic.inService[word: $0] }
    )
  }
}
