/// The processor mode that instructions are decoded for: CS.L and CS.D.
public enum Mode: UInt8, Sendable {
  case bits16, bits32, bits64
}

/// The prefixes that stood before an opcode.
public struct Prefixes: OptionSet, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let lock = Prefixes(rawValue: 1 << 0)
  /// F2h where it repeats; a mandatory prefix is not listed.
  public static let repne = Prefixes(rawValue: 1 << 1)
  /// F3h where it repeats; a mandatory prefix is not listed.
  public static let rep = Prefixes(rawValue: 1 << 2)
  /// 66h.
  public static let operandSize = Prefixes(rawValue: 1 << 3)
  /// 67h.
  public static let addressSize = Prefixes(rawValue: 1 << 4)
  /// Any REX prefix.
  public static let rex = Prefixes(rawValue: 1 << 5)
  public static let rexW = Prefixes(rawValue: 1 << 6)
  /// One of the six segment overrides; `MemoryOperand.segment` says which is in effect.
  public static let segmentOverride = Prefixes(rawValue: 1 << 7)
}

/// A decoded instruction: a plain value without references, for caching and executing.
public struct Instruction: Sendable {
  /// What it does; `.invalid` and `.truncated` for bytes that are no instruction.
  public var semantics: Semantics = .invalid
  /// Its row in the table.
  public var form: UInt16 = 0
  /// Bytes, 1 to 15.
  public var length: UInt8 = 0
  public var mode: Mode = .bits64
  /// The effective operand size in bytes: 1, 2, 4, 8; of a vector instruction 16 or 32. Stack and
  /// near-branch instructions in 64-bit mode have 8 without a prefix.
  public var operandSize: UInt8 = 0
  /// The effective address size in bytes: 2, 4, 8.
  public var addressSize: UInt8 = 0
  /// Of jcc, setcc, cmovcc: the low four bits of the opcode (0 = o, 1 = no, 2 = b, ... 15 = g).
  public var condition: UInt8 = 0
  public var operandCount: UInt8 = 0
  public var prefixes: Prefixes = []
  /// In the manual's (Intel's) order: the destination first.
  public var operands: (Operand, Operand, Operand, Operand) = (.none, .none, .none, .none)
  /// The memory operand, where one of the operands is `.memory`. String instructions have it too.
  public var memory = MemoryOperand()
  /// The first immediate, sign-extended to 64 bits from the size that the manual says; shift counts,
  /// `int n`, port numbers and `ret n`, `enter n` are zero-extended.
  public var immediate: Int64 = 0
  /// The second immediate (`enter`'s level, a far pointer's selector).
  public var immediate2: Int64 = 0

  public init() {}
}
