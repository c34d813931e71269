/// A row of the instruction table: one line of the processor manual.
///
/// Decoder, text, assembler and executor derive from the rows; nothing else knows an opcode.
public struct Form: Sendable {
  /// Where the row stands in the opcode space and what it demands of prefixes and ModRM.
  public let encoding: Encoding
  /// The mnemonic as text shows it. A row of sixteen conditions (`70+cc`) has the mnemonic without
  /// the condition ("j").
  public let mnemonic: String
  /// What the row does.
  public let semantics: Semantics
  /// The operands in text order, filled up with `.none`.
  public let operands: (OperandForm, OperandForm, OperandForm, OperandForm)
  /// How the effective operand size comes about.
  public let width: WidthRule
  /// The modes in which the row exists.
  public let modes: Modes
  /// The status flags that the row reads, writes and leaves undefined.
  public let flags: FlagEffect
  /// Whether LOCK is allowed (with a memory destination).
  public let lockable: Bool

  /// A row.
  ///
  /// - Parameters:
  ///   - encoding: the manual's notation, see `Encoding`.
  ///   - width: how the operand size comes about; without it, the first operand tells.
  init(
    _ encoding: String, _ mnemonic: String, _ semantics: Semantics,
    _ first: OperandForm = .none, _ second: OperandForm = .none, _ third: OperandForm = .none,
    _ fourth: OperandForm = .none, width: WidthRule? = nil, modes: Modes = .all,
    flags: FlagEffect = .none, lock: Bool = false
  ) {
    self.encoding = Encoding(encoding)
    self.mnemonic = mnemonic
    self.semantics = semantics
    self.operands = (first, second, third, fourth)
    self.width = width ?? first.impliedWidth
    self.modes = modes
    self.flags = flags
    self.lockable = lock
  }

  /// How many operands the row has.
  public var operandCount: Int {
    if operands.0 == .none { return 0 }
    if operands.1 == .none { return 1 }
    if operands.2 == .none { return 2 }
    return operands.3 == .none ? 3 : 4
  }

  /// The operand form at a place 0-3; `.none` elsewhere.
  public func operand(_ place: Int) -> OperandForm {
    switch place {
    case 0: operands.0
    case 1: operands.1
    case 2: operands.2
    case 3: operands.3
    default: .none
    }
  }

  /// Every row; number 0 is the row of bytes that are no instruction. `Instruction.form` counts
  /// here.
  public static let all: [Form] = [Form("00", "???", .invalid)] + families.flatMap(\.rows)

  /// The families, in the order in which their rows are numbered.
  static let families: [Family] = [
    Family("arithmetic", arithmetic), Family("move", moves), Family("stack", stack),
    Family("shift", shifts), Family("bit", bits), Family("control", controlFlow),
    Family("string", strings), Family("flag", flagControl), Family("decimal", decimal),
    Family("system", system), Family("state", stateSaving), Family("hint", hints),
    Family("virtualisation", virtualisation),
    Family("x87 arithmetic", x87Arithmetic), Family("x87", x87),
    Family("SSE move", sseMoves), Family("SSE arithmetic", sseArithmetic),
    Family("SSE conversion", sseConversions), Family("vector integer", vectorIntegers),
    Family("vector shuffle", vectorShuffles), Family("SSSE3", ssse3), Family("SSE4", sse4),
    Family("cryptography", cryptography), Family("AVX", avx), Family("FMA", fma),
    Family("AVX-512", avx512 + avx512Retired),
    Family("newer", newer), Family("AMX", amx), Family("AMD", amd),
  ]

  /// Rows that belong together.
  struct Family {
    let name: String
    let rows: [Form]

    init(_ name: String, _ rows: [Form]) {
      self.name = name
      self.rows = rows
    }
  }
}

/// Modes in which a row exists.
public struct Modes: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// 64-bit mode.
  public static let long = Modes(rawValue: 1)
  /// 16-bit and 32-bit modes.
  public static let legacy = Modes(rawValue: 2)
  /// Everywhere.
  public static let all: Modes = [.long, .legacy]
}

/// How an instruction's effective operand size comes about.
public enum WidthRule: UInt8, Sendable {
  /// 1.
  case byte
  /// 2, 4 or 8 by mode, 66 and REX.W.
  case operand
  /// As `operand`, but 8 without a prefix in 64-bit mode, where there is no 4: stack instructions.
  case stack
  /// 8 in 64-bit mode whatever the prefixes; elsewhere 2 or 4: near branches.
  case branch
  /// 2 or 4; REX.W changes nothing: ports.
  case port
  /// 4, or 8 with REX.W or VEX.W; 66 changes nothing.
  case doubleOrQuad
  /// 8 in 64-bit mode, otherwise as `operand`: descriptor tables, control registers.
  case native
  /// 8: MMX.
  case mmx
  /// 16: SSE.
  case xmm
  /// 16 or 32 by VEX.L.
  case vector
}

/// The status and control flags a row touches, at their places in RFLAGS.
public struct StatusFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  public static let carry = StatusFlags(rawValue: 1 << 0)
  public static let parity = StatusFlags(rawValue: 1 << 2)
  public static let adjust = StatusFlags(rawValue: 1 << 4)
  public static let zero = StatusFlags(rawValue: 1 << 6)
  public static let sign = StatusFlags(rawValue: 1 << 7)
  public static let interrupt = StatusFlags(rawValue: 1 << 9)
  public static let direction = StatusFlags(rawValue: 1 << 10)
  public static let overflow = StatusFlags(rawValue: 1 << 11)
  public static let alignment = StatusFlags(rawValue: 1 << 18)

  /// CF PF AF ZF SF OF.
  public static let status: StatusFlags = [.carry, .parity, .adjust, .zero, .sign, .overflow]
}

/// What a row does to the flags, as the manual's tables say.
public struct FlagEffect: Sendable, Hashable {
  /// Flags whose value matters.
  public var read: StatusFlags
  /// Flags that get a defined value (possibly only for some counts or operands).
  public var written: StatusFlags
  /// Flags left undefined.
  public var undefined: StatusFlags

  init(read: StatusFlags = [], written: StatusFlags = [], undefined: StatusFlags = []) {
    self.read = read
    self.written = written
    self.undefined = undefined
  }

  /// Flags are not touched.
  static let none = FlagEffect()
  /// `add sub cmp neg`: all six written.
  static let arithmetic = FlagEffect(written: .status)
  /// `adc sbb`: arithmetic that reads CF.
  static let withCarry = FlagEffect(read: .carry, written: .status)
  /// `and or xor test`: CF and OF cleared, AF undefined.
  static let logic = FlagEffect(
    written: [.carry, .parity, .zero, .sign, .overflow], undefined: .adjust)
  /// `inc dec`: all but CF.
  static let increment = FlagEffect(written: [.parity, .adjust, .zero, .sign, .overflow])
  /// `shl shr sar shld shrd`.
  static let shift = FlagEffect(
    written: [.carry, .parity, .zero, .sign, .overflow], undefined: .adjust)
  /// `rol ror`.
  static let rotate = FlagEffect(written: [.carry, .overflow])
  /// `rcl rcr`.
  static let rotateThroughCarry = FlagEffect(read: .carry, written: [.carry, .overflow])
  /// `mul imul`: CF and OF say whether the product was cut.
  static let multiply = FlagEffect(
    written: [.carry, .overflow], undefined: [.parity, .adjust, .zero, .sign])
  /// `div idiv`.
  static let divide = FlagEffect(undefined: .status)
  /// `bt` and kin.
  static let bitTest = FlagEffect(
    written: .carry, undefined: [.parity, .adjust, .sign, .overflow])
  /// `bsf bsr`.
  static let bitScan = FlagEffect(
    written: .zero, undefined: [.carry, .parity, .adjust, .sign, .overflow])
  /// `tzcnt lzcnt`.
  static let bitCount = FlagEffect(
    written: [.carry, .zero], undefined: [.parity, .adjust, .sign, .overflow])
  /// `comiss ucomisd fcomi ptest popcnt`: all six defined.
  static let compare = FlagEffect(written: .status)
  /// Rows of sixteen conditions; which flags, the condition says.
  static let condition = FlagEffect(
    read: [.carry, .parity, .zero, .sign, .overflow])
  /// String instructions that move.
  static let string = FlagEffect(read: .direction)
  /// String instructions that compare.
  static let stringCompare = FlagEffect(read: .direction, written: .status)
}
