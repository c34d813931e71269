/// The default operand and address size of the code, from CS.L and CS.D.
public enum Mode: UInt8, Sendable, CaseIterable {
  /// CS.L=0, CS.D=0: real mode, virtual-8086 mode and 16-bit protected mode.
  case bits16
  /// CS.L=0, CS.D=1: 32-bit protected and compatibility mode.
  case bits32
  /// CS.L=1: 64-bit mode.
  case bits64
}

/// A segment register, numbered as in ModRM.reg of `mov sreg` and in the segment override order.
public enum Segment: UInt8, Sendable, CaseIterable {
  case es, cs, ss, ds, fs, gs

  /// The register's name as text shows it.
  public var name: String {
    switch self {
    case .es: "es"
    case .cs: "cs"
    case .ss: "ss"
    case .ds: "ds"
    case .fs: "fs"
    case .gs: "gs"
    }
  }
}

/// The prefixes that stood before the opcode.
public struct Prefixes: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// F0. Set only where the row allows it with a memory destination; otherwise the decode fails.
  public static let lock = Prefixes(rawValue: 1 << 0)
  /// F2 where it is not a part of the opcode. Of F2 and F3 together the last one counts.
  public static let repne = Prefixes(rawValue: 1 << 1)
  /// F3 where it is not a part of the opcode (`rep` or `repe`).
  public static let rep = Prefixes(rawValue: 1 << 2)
  /// 66 where it is not a part of the opcode.
  public static let operandSize = Prefixes(rawValue: 1 << 3)
  /// 67.
  public static let addressSize = Prefixes(rawValue: 1 << 4)
  /// A REX prefix directly before the opcode (64-bit mode only).
  public static let rex = Prefixes(rawValue: 1 << 5)
  /// REX.W, VEX.W or EVEX.W.
  public static let rexW = Prefixes(rawValue: 1 << 6)
  /// VEX (C4 or C5), or XOP (8F).
  public static let vex = Prefixes(rawValue: 1 << 7)
  /// EVEX (62).
  public static let evex = Prefixes(rawValue: 1 << 8)
  /// 26: an `es` override was the last segment override.
  public static let es = Prefixes(rawValue: 1 << 9)
  /// 2E: a `cs` override (or branch hint "not taken") was the last segment override.
  public static let cs = Prefixes(rawValue: 1 << 10)
  /// 36: an `ss` override was the last segment override.
  public static let ss = Prefixes(rawValue: 1 << 11)
  /// 3E: a `ds` override (or branch hint, or `notrack`) was the last segment override.
  public static let ds = Prefixes(rawValue: 1 << 12)
  /// 64: an `fs` override was the last segment override.
  public static let fs = Prefixes(rawValue: 1 << 13)
  /// 65: a `gs` override was the last segment override.
  public static let gs = Prefixes(rawValue: 1 << 14)

  /// Any of the six; `MemoryOperand.segment` says which segment is in effect.
  public static let segmentOverride = Prefixes(rawValue: 1 << 15)

  /// The override as written (in 64-bit mode `es cs ss ds` are written but have no effect).
  public var segmentOverride: Segment? {
    let bits = (rawValue >> 9) & 0x3f
    guard bits != 0 else { return nil }
    return Segment(rawValue: UInt8(truncatingIfNeeded: bits.trailingZeroBitCount))
  }
}

/// One operand: what kind of thing, which register, how many bytes.
public struct Operand: Sendable, Hashable {
  /// What an operand names.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// Not an operand; the slots after `operandCount` hold it.
    case none
    /// General register 0-15 (`rax rcx rdx rbx rsp rbp rsi rdi r8...r15`), low `size` bytes.
    case gpr
    /// `ah ch dh bh`: bits 8-15 of general register 0-3 (`register` is 0-3). `size` is 1.
    case gprHigh
    /// Segment register; `register` is a `Segment` raw value 0-5.
    case segment
    /// CR0-CR15 (`mov cr8,rax` has register 8). `size` is 8 in 64-bit mode, otherwise 4.
    case control
    /// DR0-DR7. `size` is 8 in 64-bit mode, otherwise 4.
    case debug
    /// MM0-MM7. `size` is 8.
    case mmx
    /// XMM0-XMM15; `size` is how many of its bytes the operand means (4, 8 or 16).
    case xmm
    /// YMM0-YMM15.
    case ymm
    /// ZMM0-ZMM31.
    case zmm
    /// AVX-512 mask register k0-k7.
    case mask
    /// AMX tile tmm0-tmm7; it has no size of its own.
    case tile
    /// x87 stack register st(0)-st(7); `register` is the distance from the top.
    case st
    /// The instruction's `memory`, `size` bytes of it; size 0 where no data of a fixed size is
    /// meant (`lea`, `invlpg`, `fxsave`, `xsave`...: the semantics knows).
    case memory
    /// The instruction's `memory` with a vector of indices (`vgatherdps`): `memory.index` is a
    /// vector register of `register` bytes, `size` are the bytes of one element.
    case vectorMemory
    /// `es:[rdi]` of a string instruction, `size` bytes; the address register's width is
    /// `addressSize`. Never overridden.
    case stringDestination
    /// `[rsi]` of a string instruction, `size` bytes, in `memory.segment`; the address register's
    /// width is `addressSize`.
    case stringSource
    /// `immediate`, of which `size` bytes are meant (already extended to 64 bits).
    case immediate
    /// `immediate2`.
    case immediate2
    /// A near branch: target = address of the next instruction + `immediate`, then cut to
    /// `operandSize` bytes (2: 16 bits, 4: 32 bits, 8: 64 bits).
    case relative
    /// A direct far pointer: selector in `immediate2`, offset in `immediate`.
    case farPointer
  }

  /// What the operand names.
  public var kind: Kind
  /// The register number, where `kind` is a register; otherwise 0.
  public var register: UInt8
  /// How many bytes the operand has; 0 where it has no size of its own. 10 for x87 `tbyte`, 6 or
  /// 10 for far pointers and descriptor-table images in memory.
  public var size: UInt8

  /// An operand of the given kind; registers and sizes as the properties say.
  @inlinable
  public init(_ kind: Kind, register: UInt8 = 0, size: UInt8 = 0) {
    self.kind = kind
    self.register = register
    self.size = size
  }

  /// The empty operand.
  @inlinable
  public static var none: Operand { Operand(.none) }
}

/// The one memory operand an instruction can have: segment:[base + index * scale + displacement].
///
/// Cut the sum to `Instruction.addressSize` bytes before adding the segment's base. With
/// `base == MemoryOperand.rip` add the address of the next instruction (this one's address plus
/// `length`, whatever immediates follow the displacement).
public struct MemoryOperand: Sendable, Hashable {
  /// `base` of a rip-relative operand.
  public static let rip: UInt8 = 16
  /// `base` or `index` when there is none.
  public static let noRegister: UInt8 = 255

  /// General register 0-15, `rip` (16) or `noRegister` (255).
  public var base: UInt8
  /// General register 0-15 or `noRegister` (255). Never 4 (rsp), but vector register 0-31 in an
  /// operand of kind `vectorMemory`. 16-bit forms have bx/bp as base and
  /// si/di as index.
  public var index: UInt8
  /// 0-3: the index counts 1, 2, 4 or 8 times.
  public var scaleShift: UInt8
  /// The segment that takes effect: an override's, or `ss` for rsp and rbp bases, or `ds`. In
  /// 64-bit mode `es cs ss ds` overrides have no effect, and the default is reported. Instructions
  /// that address memory by implied registers (`maskmovdqu`, `monitor`) have their segment here too.
  public var segment: Segment
  /// Sign-extended displacement; for `mov al,[moffs]` the absolute offset (base and index none).
  public var displacement: Int64

  /// A memory operand of the given parts.
  @inlinable
  public init(
    base: UInt8 = MemoryOperand.noRegister, index: UInt8 = MemoryOperand.noRegister,
    scaleShift: UInt8 = 0,
    segment: Segment = .ds, displacement: Int64 = 0
  ) {
    self.base = base
    self.index = index
    self.scaleShift = scaleShift
    self.segment = segment
    self.displacement = displacement
  }
}
