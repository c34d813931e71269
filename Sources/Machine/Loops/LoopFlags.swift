import X86

/// What the flags stand for, as far as a loop can compute conditions of them.
enum LoopFlags {
  /// A comparison, or a result compared with zero: all conditions but overflow and parity.
  case comparison(LoopOperand, LoopOperand, isWide: Bool)
  /// A result: its being zero and its sign.
  case result(UInt8, isWide: Bool)
  /// The bits two operands have in common: whether there are any.
  case bits(LoopOperand, LoopOperand, isWide: Bool)

  func mentions(_ register: UInt8) -> Bool {
    switch self {
    case .comparison(let x, let y, _), .bits(let x, let y, _):
      x == .variable(register) || y == .variable(register)
    case .result(let result, _): result == register
    }
  }

  /// The comparison whose condition codes they are, if the code is one that both agree on.
  func comparison(_ code: UInt8) -> (LoopOperand, LoopOperand, isWide: Bool)? {
    switch self {
    case .comparison(let x, let y, let isWide): (x, y, isWide)
    case .result(let register, let isWide) where code >> 1 == 2 || code >> 1 == 4:
      (.variable(register), .constant(0), isWide)
    default: nil
    }
  }

  /// A condition code as a condition, and whether it is to hold or to fail; nil if it cannot be said.
  func condition(_ code: UInt8) -> (LoopCondition, LoopWhen)? {
    let when: LoopWhen = code & 1 == 0 ? .holds : .fails
    if case .bits(let x, let y, let isWide) = self {
      guard code >> 1 == 2 else { return nil }
      return (LoopCondition(test: .clear, isWide: isWide, x: x, y: y), when)
    }
    guard let (x, y, isWide) = comparison(code) else { return nil }
    func made(_ test: LoopTest, _ x: LoopOperand, _ y: LoopOperand) -> LoopCondition {
      LoopCondition(test: test, isWide: isWide, x: x, y: y)
    }
    switch code >> 1 {
    case 1: return (made(.below, x, y), when)
    case 2: return (made(.equal, x, y), when)
    case 3: return (made(.below, y, x), when.opposite)
    case 4 where y == .constant(0): return (made(.less, x, y), when)
    case 6: return (made(.less, x, y), when)
    case 7: return (made(.less, y, x), when.opposite)
    default: return nil
    }
  }
}

extension LoopBuilder {
  /// Whether a round sets the flags anew before anybody can look at them, or only counts up and down,
  /// so that it can be done over with the flags that some earlier round left.
  static func setsFlagsFirst(_ instructions: [Instruction]) -> Bool {
    var isSet = false
    var isRead = false
    for instruction in instructions where instruction.semantics != .jmp {
      switch instruction.flagUse {
      case .overwrites:
        if isRead { return false }
        isSet = true
      case .reads: if !isSet { isRead = true }
      case .shows: if !isSet { return false }
      case .passes: break
      }
    }
    return true
  }
}
