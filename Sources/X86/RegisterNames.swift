/// The names of registers and conditions as text shows them.
public enum RegisterNames {
  private static let words = ["ax", "cx", "dx", "bx", "sp", "bp", "si", "di"]
  private static let lowBytes = ["al", "cl", "dl", "bl", "spl", "bpl", "sil", "dil"]
  private static let highBytes = ["ah", "ch", "dh", "bh"]
  private static let conditions = [
    "o", "no", "b", "ae", "e", "ne", "be", "a", "s", "ns", "p", "np", "l", "ge", "le", "g",
  ]

  /// General register 0-15 of 1, 2, 4 or 8 bytes: `al spl r8b`, `ax r8w`, `eax r8d`, `rax r8`.
  public static func general(_ register: UInt8, size: UInt8) -> String {
    let row: Int
    switch size {
    case 1: row = 0
    case 2: row = 16
    case 4: row = 32
    default: row = 48
    }
    return generals[row + Int(register & 15)]
  }

  /// The names of 16 registers in four sizes.
  private static let generals: [String] =
    lowBytes + (8..<16).map { "r\($0)b" } + words + (8..<16).map { "r\($0)w" }
    + words.map { "e" + $0 } + (8..<16).map { "r\($0)d" } + words.map { "r" + $0 }
    + (8..<16).map { "r\($0)" }

  /// The rounding mode of EVEX.L'L as text shows it.
  static func rounding(_ mode: UInt8) -> String {
    switch mode & 3 {
    case 0: "{rn-sae}"
    case 1: "{rd-sae}"
    case 2: "{ru-sae}"
    default: "{rz-sae}"
    }
  }

  /// `ah ch dh bh` for 0-3.
  public static func highByte(_ register: UInt8) -> String {
    highBytes[Int(register & 3)]
  }

  /// The suffix of condition 0-15: "o", "no", "b" ... "g".
  public static func condition(_ number: UInt8) -> String {
    conditions[Int(number & 15)]
  }

  /// The name of a register operand; nil for operands that are no register.
  public static func name(of operand: Operand) -> String? {
    switch operand.kind {
    case .gpr: general(operand.register, size: operand.size)
    case .gprHigh: highByte(operand.register)
    case .segment: Segment(rawValue: operand.register)?.name
    case .control: "cr\(operand.register)"
    case .debug: "dr\(operand.register)"
    case .mmx: "mm\(operand.register)"
    case .xmm: "xmm\(operand.register)"
    case .ymm: "ymm\(operand.register)"
    case .zmm: "zmm\(operand.register)"
    case .mask: "k\(operand.register)"
    case .tile: "tmm\(operand.register)"
    case .st: "st(\(operand.register))"
    default: nil
    }
  }
}
