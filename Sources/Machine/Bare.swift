extension Machine {
  /// A machine ready to run code at once: 64-bit supervisor mode, all of memory mapped one to one
  /// with 2 MiB pages that are writable, executable and open to user mode.
  ///
  /// Page tables take the last MiB of memory, the global descriptor table the page before them, with
  /// the selectors 10h kernel code, 18h kernel data, 28h user data, 30h user code. rsp is 8 below
  /// the descriptor table; rip is 10000h. Interrupts are off and there is no interrupt table: a
  /// fault is a triple fault. The local APICs are switched on.
  ///
  /// - Parameter memoryBytes: a multiple of 2 MiB, 4 MiB or more.
  public static func bare(
    memoryBytes: UInt64 = 16 << 20, processors: Int = 1, features: ProcessorFeatures = .default
  ) -> Machine {
    let size = min(max(memoryBytes, 4 << 20) & ~0x1f_ffff, 64 << 30)
    let machine = Machine(
      MachineConfiguration(
        processors: processors, memoryBytes: size, features: features))
    let tables = size - (1 << 20)
    let memory = machine.memory
    memory.store(tables, (tables + 0x1000) | 7)
    let large = size >> 21
    for index in 0..<((large + 511) >> 9) {
      memory.store(tables + 0x1000 + index * 8, (tables + 0x2000 + index * 0x1000) | 7)
    }
    for page in 0..<large { memory.store(tables + 0x2000 + page * 8, page << 21 | 0x87) }
    let gdt = tables - 0x1000
    let descriptors: [UInt64] = [
      0, 0, 0x0020_9b00_0000_0000, 0x00cf_9300_0000_ffff, 0x00cf_fb00_0000_ffff,
      0x00cf_f300_0000_ffff, 0x0020_fb00_0000_0000,
    ]
    for (index, descriptor) in descriptors.enumerated() {
      memory.store(gdt + UInt64(index) * 8, descriptor)
    }
    for processor in machine.processors {
      let cpu = processor.cpu
      cpu.enterLongMode(cr3: tables)
      cpu.pointee.gdtr = TableRegister(base: gdt, limit: 0x37)
      cpu.pointee.rip = 0x10000
      cpu.gpr(4).pointee = gdt - 8
      cpu.pointee.apic.spurious = 0x1ff
    }
    return machine
  }

  /// Puts bytes into physical memory.
  public func load(_ bytes: [UInt8], at address: UInt64) { memory.write(address, bytes) }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Puts the control and segment registers where the loader's hand-off has them: 64-bit supervisor
  /// mode, flat segments, write protection, no-execute and system calls enabled.
  func enterLongMode(cr3: UInt64) {
    pointee.cr0 = 0x8005_0033
    pointee.cr3 = cr3
    pointee.cr4 = 0x620 | 0x80
    pointee.efer = 0xd01
    setCode(SegmentRegister(selector: 0x10, attributes: 0x29b, limit: 0, base: 0), 0)
    let data = SegmentRegister(
      selector: 0x18, attributes: 0xc93, limit: ~0, base: 0)
    pointee.ss = data
    pointee.ds = data
    pointee.es = data
    pointee.fs = data
    pointee.gs = data
    flushTLB()
  }
}
