/// What a debugger needs of KDDEBUGGER_DATA64 (wdbgexts.h): the kernel's base, and where the
/// processors' registers are saved.
struct DebuggerDataBlock {
  let kernelBase: UInt64
  private let processorBlock: UInt64
  private let contextOffset: UInt64
  private let specialOffset: UInt64
  private let prcbOffset: UInt64

  /// Reads the block, nil where there is none at the address: its header's tag must be `KDBG`.
  init?(at address: UInt64, _ memory: MemoryView) {
    guard address != 0, memory.uint(address &+ 0x10, 4) == 0x4742_444B,
      let base = memory.pointer(address &+ 0x18),
      let processors = memory.pointer(address &+ 0x218),
      let context = memory.uint(address &+ 0x2BC, 2),
      let special = memory.uint(address &+ 0x2F2, 2),
      let prcb = memory.uint(address &+ 0x2E6, 2)
    else { return nil }
    kernelBase = base
    processorBlock = processors
    contextOffset = context
    specialOffset = special
    prcbOffset = prcb
  }

  /// The registers saved in a processor's KPRCB.ProcessorState; nil when they cannot be read.
  func processor(_ number: Int, _ memory: MemoryView) -> Context? {
    guard let prcb = memory.pointer(processorBlock &+ UInt64(number) &* 8), prcb != 0,
      let record = memory.bytes(prcb &+ contextOffset, ContextRecord.size),
      var context = ContextRecord.read(record)
    else { return nil }
    if let bytes = memory.bytes(prcb &+ specialOffset, SpecialRegisters.byteCount) {
      SpecialRegisters.read(bytes, into: &context)
    }
    // The KPCR begins before its KPRCB; GS reaches it in kernel mode, and after swapgs in user mode.
    let region = prcb &- prcbOffset
    context[context.isKernelMode ? .gsBase : .kernelGSBase] = region
    return context
  }

  /// The address of a processor's KPRCB, 0 when it cannot be read.
  func prcb(_ number: Int, _ memory: MemoryView) -> UInt64 {
    memory.pointer(processorBlock &+ UInt64(number) &* 8) ?? 0
  }

  /// Where a processor's saved registers stand: the CONTEXT record's and KSPECIAL_REGISTERS' addresses.
  func savedPlaces(_ number: Int, _ memory: MemoryView) -> (context: UInt64, special: UInt64)? {
    guard let prcb = memory.pointer(processorBlock &+ UInt64(number) &* 8), prcb != 0 else {
      return nil
    }
    return (prcb &+ contextOffset, prcb &+ specialOffset)
  }
}

/// KSPECIAL_REGISTERS (x64): the system's registers, which a CONTEXT record lacks.
enum SpecialRegisters {
  static let byteCount = 0xD8

  private static let fields: [(register: Register, offset: Int, bytes: Int)] = [
    (.cr0, 0x00, 8), (.cr2, 0x08, 8), (.cr3, 0x10, 8), (.cr4, 0x18, 8), (.dr0, 0x20, 8),
    (.dr1, 0x28, 8), (.dr2, 0x30, 8), (.dr3, 0x38, 8), (.dr6, 0x40, 8), (.dr7, 0x48, 8),
    (.gdtl, 0x56, 2), (.gdtr, 0x58, 8), (.idtl, 0x66, 2), (.idtr, 0x68, 8), (.tr, 0x70, 2),
    (.ldtr, 0x72, 2), (.cr8, 0xA0, 8), (.gsBase, 0xA8, 8), (.kernelGSBase, 0xB0, 8),
  ]

  /// Adds the registers that `context` does not know yet; a record that is cut short adds none.
  static func read(_ bytes: [UInt8], into context: inout Context) {
    guard bytes.count >= byteCount else { return }
    for field in fields where !context.isKnown(field.register) {
      context[field.register] = littleEndian(bytes, field.offset, field.bytes)
    }
  }

  /// Overwrites in `bytes` what `context` knows.
  static func write(_ context: Context, into bytes: inout [UInt8]) {
    guard bytes.count >= byteCount else { return }
    for field in fields where context.isKnown(field.register) {
      let value = littleEndianBytes(context[field.register], field.bytes)
      bytes.replaceSubrange(field.offset..<(field.offset + field.bytes), with: value)
    }
  }
}
