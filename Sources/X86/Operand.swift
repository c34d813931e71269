/// A segment register, numbered as in the `mov sreg` encoding.
public enum Segment: UInt8, Sendable {
  case es, cs, ss, ds, fs, gs
}

/// One operand of a decoded instruction.
public struct Operand: Equatable, Sendable {
  /// What the operand is.
  public enum Kind: UInt8, Sendable {
    case none
    /// A general register, or its low part as `size` says; `register` is 0 (rax) to 15 (r15).
    case gpr
    /// ah, ch, dh or bh; `register` is 0 to 3 in that order.
    case gprHigh
    /// A segment register; `register` is a `Segment`.
    case segment
    /// CR0 to CR15.
    case control
    /// DR0 to DR15.
    case debug
    /// MM0 to MM7.
    case mmx
    /// XMM0 to XMM31.
    case xmm
    /// YMM0 to YMM31.
    case ymm
    /// ZMM0 to ZMM31.
    case zmm
    /// An AVX-512 mask register, k0 to k7.
    case mask
    /// An x87 register; `register` is its distance from the top of the stack.
    case st
    /// The instruction's one explicit memory operand, described by `Instruction.memory`.
    case memory
    /// The second memory operand of `movs` and `cmps`: [rsi] when `memory` is [rdi], or the reverse.
    case memory2
    /// `Instruction.immediate`.
    case immediate
    /// `Instruction.immediate2`.
    case immediate2
    /// A branch target: `Instruction.immediate` counted from the next instruction's address.
    case relative
    /// A far pointer: `immediate` is the offset, `immediate2` the selector.
    case farPointer
  }

  public var kind: Kind
  public var register: UInt8
  /// Bytes that the operand has (10 for x87 extended reals, 0 where the notion has no meaning).
  public var size: UInt8

  public init(_ kind: Kind, register: UInt8 = 0, size: UInt8 = 0) {
    self.kind = kind
    self.register = register
    self.size = size
  }

  /// No operand.
  public static let none = Operand(.none)
}

/// Where an instruction's memory operand lies: segment base + base + index << scaleShift + displacement.
public struct MemoryOperand: Equatable, Sendable {
  /// In `base` or `index`: no such register.
  public static let noRegister: UInt8 = 255
  /// In `base`: the address of the next instruction.
  public static let rip: UInt8 = 16

  /// 0 (rax) to 15 (r15), `rip` or `noRegister`.
  public var base: UInt8 = noRegister
  /// 0 to 15 or `noRegister`.
  public var index: UInt8 = noRegister
  /// The index is shifted left by 0 to 3.
  public var scaleShift: UInt8 = 0
  /// The segment in effect: the override, or the default that goes with the base register.
  public var segment: Segment = .ds
  /// Sign-extended; the whole address for an absolute one.
  public var displacement: Int64 = 0

  public init() {}
}
