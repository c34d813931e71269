/// Numbers of the model-specific registers the processor has (Intel SDM vol. 4).
enum MSR {
  static var tsc: UInt32 { 0x10 }
  static var apicBase: UInt32 { 0x1b }
  static var efer: UInt32 { 0xc000_0080 }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Machine time; exact when the instruction runs alone.
  var now: UInt64 { pointee.core.pointee.time }

  /// Reads a model-specific register; nil if there is none of that number.
  func readMSR(_ number: UInt32) -> UInt64? {
    switch number {
    case MSR.tsc: return now &+ pointee.tscOffset
    case MSR.apicBase: return 0xfee0_0c00 | (pointee.apic.bootstrap ? 0x100 : 0)
    case 0x8b, 0xfe, 0x2ff, 0x17: return 0
    case 0x174: return pointee.sysenterCS
    case 0x175: return pointee.sysenterESP
    case 0x176: return pointee.sysenterEIP
    case 0x1a0: return pointee.miscEnable
    case 0x1d9: return 0
    case 0x277: return pointee.pat
    case 0x6e0: return pointee.apic.tscDeadline
    case 0x800...0x83f: return readAPIC(number)
    // IA32_XSS: there are no supervisor state components.
    case 0xda0: return pointee.core.pointee.features.contains(.xsave) ? 0 : nil
    case MSR.efer: return pointee.efer
    case 0xc000_0081: return pointee.star
    case 0xc000_0082: return pointee.lstar
    case 0xc000_0083: return pointee.cstar
    case 0xc000_0084: return pointee.fmask
    case 0xc000_0100: return pointee.fsBase
    case 0xc000_0101: return pointee.gsBase
    case 0xc000_0102: return pointee.kernelGSBase
    case 0xc000_0103: return pointee.tscAux
    default: return nil
    }
  }

  /// Writes a model-specific register.
  ///
  /// - Returns: false if there is none of that number or it does not take the value.
  func writeMSR(_ number: UInt32, _ value: UInt64) -> Bool {
    switch number {
    case MSR.tsc: pointee.tscOffset = value &- now
    case MSR.apicBase, 0x8b, 0x1d9: break
    case 0x174: pointee.sysenterCS = value
    case 0x175, 0x176:
      guard isCanonical(value) else { return false }
      if number == 0x175 { pointee.sysenterESP = value } else { pointee.sysenterEIP = value }
    case 0x1a0: pointee.miscEnable = value
    case 0x277:
      // Each byte is a memory type: 0, 1, 4, 5, 6 or 7.
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        let type = value >> shift & 0xff
        guard type < 8, type & 6 != 2 else { return false }
      }
      pointee.pat = value
    case 0x6e0: setDeadline(value)
    case 0x800...0x83f: return writeAPIC(number, value)
    case 0xda0: return value == 0 && pointee.core.pointee.features.contains(.xsave)
    case MSR.efer:
      guard value & ~0xd01 == 0 else { return false }
      // LME cannot change while paging is on.
      if (value ^ pointee.efer) & 0x100 != 0, pointee.cr0 >> 31 & 1 != 0 { return false }
      pointee.efer = (value & ~0x400) | (pointee.efer & 0x400)
      flushTLB()
    case 0xc000_0081: pointee.star = value
    case 0xc000_0082, 0xc000_0083:
      guard isCanonical(value) else { return false }
      if number == 0xc000_0082 { pointee.lstar = value } else { pointee.cstar = value }
    case 0xc000_0084: pointee.fmask = value & 0xffff_ffff
    case 0xc000_0100...0xc000_0102:
      guard isCanonical(value) else { return false }
      switch number {
      case 0xc000_0100: pointee.fsBase = value
      case 0xc000_0101: pointee.gsBase = value
      default: pointee.kernelGSBase = value
      }
    case 0xc000_0103:
      guard value >> 32 == 0 else { return false }
      pointee.tscAux = value
    default: return false
    }
    return true
  }

  /// Whether reading the register needs exact time.
  func isTimed(_ number: UInt32) -> Bool {
    switch number {
    case MSR.tsc, 0x6e0, 0x832, 0x838, 0x839, 0x83e: true
    default: false
    }
  }

  private func setDeadline(_ value: UInt64) {
    guard pointee.apic.timerMode == 2 else { return }
    pointee.apic.tscDeadline = value
    pointee.apic.deadline = value == 0 ? .max : value &- pointee.tscOffset
  }

  private func readAPIC(_ number: UInt32) -> UInt64? {
    let apic = pointee.apic
    switch number {
    case 0x802: return UInt64(apic.id)
    case 0x803: return 0x5_0014
    case 0x808: return UInt64(apic.taskPriority)
    case 0x80a: return UInt64(apic.processorPriority)
    case 0x80d: return 1 << UInt64(apic.id & 15) | UInt64(apic.id >> 4) << 16
    case 0x80f: return UInt64(apic.spurious)
    case 0x810...0x817: return word(apic.inService, number & 7)
    case 0x818...0x81f: return 0
    case 0x820...0x827: return word(apic.requested, number & 7)
    case 0x828: return UInt64(apic.errorStatus)
    case 0x82f: return 0x1_0000
    case 0x830: return apic.commandRegister
    case 0x832: return UInt64(apic.timer)
    case 0x833: return UInt64(apic.thermal)
    case 0x834: return UInt64(apic.performance)
    case 0x835: return UInt64(apic.lint0)
    case 0x836: return UInt64(apic.lint1)
    case 0x837: return UInt64(apic.errorEntry)
    case 0x838: return UInt64(apic.initialCount)
    case 0x839: return UInt64(apic.currentCount(now: now))
    case 0x83e: return UInt64(apic.divideConfiguration)
    default: return nil
    }
  }

  private func word(_ set: VectorSet, _ index: UInt32) -> UInt64 {
    let whole = set[word: Int(index >> 1)]
    return index & 1 == 0 ? whole & 0xffff_ffff : whole >> 32
  }

  private func writeAPIC(_ number: UInt32, _ value: UInt64) -> Bool {
    let low = UInt32(truncatingIfNeeded: value)
    switch number {
    case 0x808: pointee.apic.taskPriority = UInt8(truncatingIfNeeded: value)
    case 0x80b: pointee.apic.endOfInterrupt()
    case 0x80f: pointee.apic.spurious = low & 0x3ff
    case 0x828: pointee.apic.errorStatus = 0
    case 0x82f: break
    case 0x830: sendInterrupt(value)
    case 0x832:
      let mode = pointee.apic.timerMode
      pointee.apic.timer = low & 0x7_00ff
      if mode != pointee.apic.timerMode { pointee.apic.deadline = .max }
    case 0x833: pointee.apic.thermal = low
    case 0x834: pointee.apic.performance = low
    case 0x835: pointee.apic.lint0 = low
    case 0x836: pointee.apic.lint1 = low
    case 0x837: pointee.apic.errorEntry = low
    case 0x838: pointee.apic.startCount(low, now: now)
    case 0x83e: pointee.apic.divideConfiguration = low & 0xb
    case 0x83f: pointee.apic.requested.insert(UInt8(truncatingIfNeeded: value))
    default: return false
    }
    return true
  }

  /// Carries out a write of the interrupt command register.
  private func sendInterrupt(_ command: UInt64) {
    pointee.apic.commandRegister = command
    let destination = UInt32(truncatingIfNeeded: command >> 32)
    let core = pointee.core
    for index in 0..<core.pointee.processorCount {
      let target = core.pointee.processors[index]
      let isSelf = index == pointee.index
      let named: Bool
      switch (command >> 18) & 3 {
      case 1: named = isSelf
      case 2: named = true
      case 3: named = !isSelf
      default:
        let id = target.pointee.apic.id
        if destination == ~0 {
          named = true
        } else if command & 0x800 != 0 {
          let cluster = destination >> 16 == id >> 4
          named = cluster && destination >> (id & 15) & 1 != 0
        } else {
          named = destination == id
        }
      }
      if named { receive(target, command) }
    }
  }

  private func receive(_ target: CPU, _ command: UInt64) {
    let vector = UInt8(truncatingIfNeeded: command)
    switch (command >> 8) & 7 {
    case 0, 1: target.pointee.apic.requested.insert(vector)
    case 4: target.pointee.nmiPending = true
    case 5: if target != self { target.reset() }
    case 6: if target.pointee.activity == .waitingForStart { target.start(vector, from: self) }
    default: break
    }
  }

  /// INIT: back to waiting for a start-up IPI.
  private func reset() {
    pointee.activity = .waitingForStart
    let id = pointee.apic.id
    pointee.apic = LocalAPIC()
    pointee.apic.id = id
    pointee.nmiPending = false
    pointee.nmiBlocked = false
    pointee.shadow = false
    pointee.systemFlags = 2
    pointee.dr7 = 0x400
  }

  /// Starts a waiting processor from the start block at physical address vector * 1000h: u64 rip,
  /// rsp, cr3, rcx, GDT base, IDT base; u16 GDT limit, IDT limit. CR0, CR4 and EFER are the sender's.
  private func start(_ vector: UInt8, from sender: CPU) {
    let core = pointee.core
    if let machine = core.pointee.machine,
      machine._withUnsafeGuaranteedRef({ $0.configuration.startsInRealMode })
    {
      return startInRealMode(vector)
    }
    guard let block = core.frame(UInt64(vector)) else { return }
    func word(_ index: Int) -> UInt64 { block.load(fromByteOffset: index * 8, as: UInt64.self) }
    enterLongMode(cr3: word(2))
    // As on the processor that booted: a kernel's selector here would be dropped, and its base with
    // it, at the first return to user mode.
    pointee.fs = SegmentRegister()
    pointee.gs = SegmentRegister()
    pointee.cr0 = sender.pointee.cr0
    pointee.cr4 = sender.pointee.cr4
    pointee.efer = sender.pointee.efer
    for number in 0..<16 { gpr(UInt8(number)).pointee = 0 }
    pointee.rip = word(0)
    gpr(4).pointee = word(1)
    gpr(1).pointee = word(3)
    let limits = word(6)
    pointee.gdtr = TableRegister(
      base: word(4), limit: UInt16(truncatingIfNeeded: limits))
    pointee.idtr = TableRegister(
      base: word(5), limit: UInt16(truncatingIfNeeded: limits >> 16))
    rflags = 2
    pointee.activity = .running
  }

  /// Starts a waiting processor in real-address mode at physical address vector * 1000h, with the
  /// state that INIT leaves (Intel SDM vol. 3A, "Processor State After Reset").
  private func startInRealMode(_ vector: UInt8) {
    for number in 0..<16 { gpr(UInt8(number)).pointee = 0 }
    gpr(2).pointee = 0x600
    pointee.cr0 = 0x6000_0010
    pointee.cr2 = 0
    pointee.cr3 = 0
    pointee.cr4 = 0
    pointee.efer = 0
    let data = SegmentRegister(attributes: 0x93, limit: 0xffff)
    pointee.ss = data
    pointee.ds = data
    pointee.es = data
    pointee.fs = data
    pointee.gs = data
    pointee.fsBase = 0
    pointee.gsBase = 0
    pointee.ldtr = SegmentRegister(attributes: 0x82, limit: 0xffff)
    pointee.tr = SegmentRegister(attributes: 0x8b, limit: 0xffff)
    pointee.gdtr = TableRegister(base: 0, limit: 0xffff)
    pointee.idtr = TableRegister(base: 0, limit: 0xffff)
    let page = UInt64(vector) << 12
    setCode(
      SegmentRegister(
        selector: UInt16(vector) << 8, attributes: 0x9b, limit: 0xffff, base: page), 0)
    flushTLB()
    pointee.rip = page
    rflags = 2
    pointee.activity = .running
  }
}
