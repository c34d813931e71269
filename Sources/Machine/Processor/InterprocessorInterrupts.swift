/// Messages between processors: what a write of the interrupt command register sends, and what it does
/// to the processors it names (Intel SDM vol. 3A, "Issuing Interprocessor Interrupts").
extension UnsafeMutablePointer where Pointee == ProcessorState {
  func readAPIC(_ number: UInt32) -> UInt64? { pointee.apic.register(number, now: now) }

  /// Writes a register of the local APIC.
  ///
  /// - Returns: false if there is none of that number or it does not take the value.
  func writeAPIC(_ number: UInt32, _ value: UInt64) -> Bool {
    switch number {
    case 0x830, 0x83f:
      guard LocalAPIC.accepts(number, value) else { return false }
      if number == 0x830 { pointee.apic.commandRegister = value }
      // SELF IPI is a fixed interrupt to the processor itself.
      send(number == 0x830 ? value : value | 0x4_0000)
      return true
    default: return pointee.apic.setRegister(number, value, now: now)
    }
  }

  /// Carries out an interrupt command.
  private func send(_ command: UInt64) {
    switch command >> 8 & 7 {
    case 0 where command & 0xf0 == 0: pointee.apic.note(.sentIllegalVector)
    // Whether lowest priority can be sent differs between processors. The message goes nowhere.
    case 1: return pointee.apic.note(.redirectable)
    // The end of INIT is a message that processors since the Pentium 4 ignore.
    case 5 where command & 0xc000 == 0x8000: return
    default: break
    }
    let core = pointee.core
    for index in 0..<core.pointee.processorCount {
      let target = core.pointee.processors[index]
      if isNamed(target, command) { receive(target, command) }
    }
  }

  /// Whether an interrupt command goes to a processor.
  private func isNamed(_ target: CPU, _ command: UInt64) -> Bool {
    switch command >> 18 & 3 {
    case 1: return target == self
    case 2: return true
    case 3: return target != self
    default: break
    }
    let destination = UInt32(truncatingIfNeeded: command >> 32)
    let id = target.pointee.apic.id
    if destination == ~0 { return true }
    guard command & 0x800 != 0 else { return destination == id }
    return destination >> 16 == id >> 4 && destination >> (id & 15) & 1 != 0
  }

  private func receive(_ target: CPU, _ command: UInt64) {
    let vector = UInt8(truncatingIfNeeded: command)
    switch (command >> 8) & 7 {
    case 0: target.pointee.apic.request(vector)
    case 4: target.pointee.nmiPending = true
    case 5: if target != self { target.reset() }
    case 6: if target.pointee.activity == .waitingForStart { target.start(vector, from: self) }
    default: break
    }
  }

  /// INIT: back to waiting for a start-up IPI.
  private func reset() {
    pointee.activity = .waitingForStart
    var apic = LocalAPIC()
    apic.id = pointee.apic.id
    apic.bootstrap = pointee.apic.bootstrap
    pointee.apic = apic
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
