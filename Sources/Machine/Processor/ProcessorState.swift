import X86

typealias CPU = UnsafeMutablePointer<ProcessorState>

/// Sixteen general registers in encoding order.
typealias GeneralRegisters = (
  UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64,
  UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64
)

/// A segment register with its hidden part.
public struct SegmentRegister: Equatable, Sendable {
  /// The visible selector.
  public var selector: UInt16
  /// Descriptor bits 40-47 (type, S, DPL, P) in bits 0-7 and 52-55 (AVL, L, D, G) in bits 8-11.
  public var attributes: UInt16
  /// The limit in bytes, granularity applied.
  public var limit: UInt32
  /// The base address.
  public var base: UInt64

  /// Makes a segment register from its parts.
  public init(
    selector: UInt16 = 0, attributes: UInt16 = 0, limit: UInt32 = 0, base: UInt64 = 0
  ) {
    self.selector = selector
    self.attributes = attributes
    self.limit = limit
    self.base = base
  }

  /// The descriptor privilege level.
  var dpl: UInt8 { UInt8(truncatingIfNeeded: attributes >> 5) & 3 }
  /// 32-bit code, a 32-bit stack, or an expand-down segment of 4 GiB.
  var big: Bool { attributes & 0x400 != 0 }
  /// 64-bit code.
  var long: Bool { attributes & 0x200 != 0 }
}

/// A descriptor table register.
public struct TableRegister: Equatable, Sendable {
  /// The linear address of the table.
  public var base: UInt64
  /// The last valid byte offset.
  public var limit: UInt16

  /// Makes a table register from its parts.
  public init(base: UInt64 = 0, limit: UInt16 = 0) {
    self.base = base
    self.limit = limit
  }
}

/// What a processor is doing between instructions.
enum Activity: UInt8 {
  case running, halted, waitingForStart
  /// In `mwait`: halted, but a change of the watched line wakes it as well.
  case monitoring
}

/// Why the instruction loop was left before its budget was used up.
enum Exit: UInt8 {
  /// Nothing happened: look again at interrupts, mode, and code at `rip`.
  case resume
  /// `fault` waits to be delivered.
  case fault
  /// A breakpoint stands at `rip`; the instruction was not executed.
  case breakpoint
  /// The instruction was a hint that others should run.
  case yield
  /// The processor halted.
  case halt
  /// The processor waits for the line it watches.
  case wait
  /// A device stopped the machine; see `Machine.pendingStop`.
  case stop
  /// The instruction at `rip` has done nothing and must be run in a slice of its own.
  case alone
  /// The arena of decoded code is full; the last instruction was executed.
  case flushCode
  /// The arena of decoded code is full.
  case arenaFull
}

/// Why traces were left.
enum TraceExit: UInt8 {
  /// The budget does not allow another one.
  case ended
  /// The instruction at `rip` must be run by its decoded operation.
  case blocked
  /// An executor left the loop: see `Exit`.
  case left
}

/// The state of one processor: the head of a flat block that holds everything execution needs.
///
/// Offsets of the block are constants (`StateOffset`), so that compiled traces may rely on them.
/// Fields below byte 256 are addressed by one-byte offsets in decoded operations.
struct ProcessorState {
  /// General registers, at offset 8 times the register's number.
  var gpr: GeneralRegisters = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
  /// Always zero: the base or index that an address does not have.
  var zero: UInt64 = 0
  /// Virtual address of the page being executed: what rip-relative addresses add to.
  var pageAddress: UInt64 = 0
  var fsBase: UInt64 = 0
  var gsBase: UInt64 = 0
  /// The last result, sign-extended: ZF is its being zero.
  var flagResult: UInt64 = 0
  /// Bit 63 and bit 4 give overflow and auxiliary carry: see `Flags`.
  var flagOperands: UInt64 = 0
  /// Bit 0 is CF; bits 8-15 and 63 correct PF and SF.
  var flagCarry: UInt64 = 0
  /// Next instruction; exact only outside the instruction loop.
  var rip: UInt64 = 0
  /// The translation buffers of the current privilege.
  var tlb: UnsafeMutableRawPointer
  /// The code page being executed; nil makes the next jump look it up.
  var codePage: UnsafeMutableRawPointer?
  var core: Core
  var index: Int
  /// RFLAGS without the arithmetic flags.
  var systemFlags: UInt64 = 2
  var fault: Fault = Fault(0)
  var exit: Exit = .resume
  var activity: Activity = .running
  /// 0 supervisor to 3 user.
  var privilege: UInt8 = 0
  /// What CS, CR0 and EFER make of code: see `refreshMode`.
  var mode: Mode = .bits16
  /// Interrupts and debug traps wait for one instruction (sti, mov ss).
  var shadow: Bool = false
  /// Debug exceptions wait for one instruction as well (mov ss, pop ss).
  var debugShadow: Bool = false
  /// RF was set when the slice began.
  var resuming: Bool = false
  /// The slice is one instruction long: time is exact and the machine can stop right after it.
  var alone: Bool = false
  /// A single-step trap is not due after this instruction: an exception or system call came.
  var trapSuppressed: Bool = false
  /// The debug exception is that of an instruction breakpoint: a fault.
  var debugFault: Bool = false
  /// The instruction touched a watchpoint.
  var watchHit: Bool = false
  var nmiBlocked: Bool = false
  var nmiPending: Bool = false
  /// The breakpoint at this address does not stop the next instruction; odd is none.
  var suppressedBreakpoint: UInt64 = ~0
  /// What is left of the budget where the traces were left.
  var traceLeft: Int64 = 0
  /// Why.
  var traceExit = TraceExit.ended
  /// The operation a debug build runs next.
  var traceNext: UnsafeMutableRawPointer?
  /// Linear address of the repeated string instruction that has iterations left; odd is none.
  var stringAddress: UInt64 = ~0
  /// What the watch hit saw.
  var watchAddress: UInt64 = 0
  var watchAccess: WatchAccess = .write
  /// Bits for DR6 collected during the instruction.
  var debugHits: UInt64 = 0
  var cr0: UInt64 = 0x6000_0010
  var cr2: UInt64 = 0
  var cr3: UInt64 = 0
  var cr4: UInt64 = 0
  var efer: UInt64 = 0
  var dr: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  var dr6: UInt64 = 0xffff_0ff0
  var dr7: UInt64 = 0x400
  var es = SegmentRegister()
  var cs = SegmentRegister()
  var ss = SegmentRegister()
  var ds = SegmentRegister()
  /// Base is `fsBase`.
  var fs = SegmentRegister()
  /// Base is `gsBase`.
  var gs = SegmentRegister()
  var ldtr = SegmentRegister()
  var tr = SegmentRegister()
  var gdtr = TableRegister()
  var idtr = TableRegister()
  var star: UInt64 = 0
  var lstar: UInt64 = 0
  var cstar: UInt64 = 0
  var fmask: UInt64 = 0
  var kernelGSBase: UInt64 = 0
  var sysenterCS: UInt64 = 0
  var sysenterESP: UInt64 = 0
  var sysenterEIP: UInt64 = 0
  var tscAux: UInt64 = 0
  var pat: UInt64 = 0x0007_0406_0007_0406
  var miscEnable: UInt64 = 1
  var tscOffset: UInt64 = 0
  /// The state components that xsave and AVX may use: x87, SSE, AVX in bits 0-2.
  var xcr0: UInt64 = 1
  var mxcsr: UInt32 = 0x1f80
  var fpuControl: UInt16 = 0x37f
  var fpuStatus: UInt16 = 0
  var fpuTag: UInt8 = 0
  var fpuOpcode: UInt16 = 0
  var fpuIP: UInt64 = 0
  var fpuDP: UInt64 = 0
  /// Physical address of the line that `monitor` watches; all ones if none.
  var monitored: UInt64 = ~0
  /// What the line held then, as a sum.
  var monitorSum: UInt64 = 0
  /// Interrupts end `mwait` though they are disabled.
  var wakesMasked: Bool = false
  /// The processor itself reads or writes its tables for a program: RFLAGS.AC does not lift SMAP.
  var isImplicit: Bool = false
  /// What `rdrand` draws from.
  var randomState: UInt64 = 0
  var apic = LocalAPIC()
}

/// Byte offsets in a processor's state block.
enum StateOffset {
  static var zero: Int { 128 }
  static var pageAddress: Int { 136 }
  static var fsBase: Int { 144 }
  static var gsBase: Int { 152 }
  /// x87 registers, 16 bytes each.
  static var fpu: Int { 1920 }
  /// Vector registers, 64 bytes apart so that wider ones fit.
  static var vector: Int { 2048 }
  /// Supervisor translation buffers, then the user's.
  static var tlb: Int { 4096 }
  /// The size of the block.
  static var total: Int { 4096 &+ 2 &* TLB.bytes }
  /// The part of the block a saved state keeps.
  static var saved: Int { 4096 }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Allocates a block and puts the processor in its state after power-on.
  static func make(index: Int, core: Core) -> CPU {
    let raw = UnsafeMutableRawPointer.allocate(byteCount: StateOffset.total, alignment: 4096)
    raw.initializeMemory(as: UInt8.self, repeating: 0, count: StateOffset.total)
    precondition(MemoryLayout<ProcessorState>.size <= StateOffset.fpu)
    let cpu = raw.bindMemory(to: ProcessorState.self, capacity: 1)
    let tlb = raw + StateOffset.tlb
    cpu.initialize(to: ProcessorState(tlb: tlb, core: core, index: index))
    cpu.pointee.apic.id = UInt32(truncatingIfNeeded: index)
    cpu.pointee.randomState = UInt64(truncatingIfNeeded: index) &* 0xd134_2543_de82_ef95
    cpu.pointee.apic.bootstrap = index == 0
    cpu.pointee.activity = index == 0 ? .running : .waitingForStart
    cpu.flushTLB()
    return cpu
  }

  /// Sets the current privilege level and with it the translation buffers in use.
  @inline(__always)
  func setPrivilege(_ level: UInt8) {
    pointee.privilege = level
    pointee.tlb = raw + (level == 3 ? StateOffset.tlb &+ TLB.bytes : StateOffset.tlb)
  }

  /// Sets CS and the privilege level, and with them the mode.
  @inline(__always)
  func setCode(_ segment: SegmentRegister, _ level: UInt8) {
    pointee.cs = segment
    setPrivilege(level)
    refreshMode()
  }

  /// A vector register's low 64-bit half.
  @inline(__always)
  func vector(_ register: UInt8) -> UnsafeMutablePointer<UInt64> {
    let at = raw + (StateOffset.vector &+ Int(register & 31) &* 64)
    return at.assumingMemoryBound(to: UInt64.self)
  }

  /// A general register by its encoded number.
  @inline(__always)
  func gpr(_ register: UInt8) -> UnsafeMutablePointer<UInt64> {
    (raw + Int(register & 15) &* 8).assumingMemoryBound(to: UInt64.self)
  }
}
