/// An operand of a step.
enum LoopOperand: Equatable {
  /// A register that the loop changes.
  case variable(UInt8)
  /// A register that it does not change.
  case invariant(UInt8)
  case constant(UInt64)

  /// It is the same in all rounds.
  var isFixed: Bool {
    if case .variable = self { false } else { true }
  }
}

enum LoopOperator: Int {
  case add, subtract, and, or, exclusiveOr, multiply
  case shiftLeft, shiftRight, shiftRightSigned, rotateLeft
}

/// What a condition says of two operands.
enum LoopTest {
  /// Unsigned less, signed less, equal, no bit in common.
  case below, less, equal, clear
}

/// A condition and its operands.
struct LoopCondition: Equatable {
  var test: LoopTest
  var isWide: Bool
  var x: LoopOperand
  var y: LoopOperand

  /// Whether it is about bits of a register that the loop changes.
  var isOfBits: Bool {
    guard test == .clear, case .variable = x, case .constant = y else { return false }
    return true
  }

  func mentions(_ register: UInt8) -> Bool {
    x == .variable(register) || y == .variable(register)
  }
}

/// When a jump is taken or a move is made.
enum LoopWhen: Int {
  case holds, fails, always

  var opposite: LoopWhen { self == .holds ? .fails : .holds }
}

/// An operation of a loop, in registers instead of places.
enum LoopStep {
  /// The first register becomes x op y.
  case compute(LoopOperator, isWide: Bool, UInt8, LoopOperand, LoopOperand)
  case copy(UInt8, LoopOperand)
  /// The first register becomes base + (index << scale) + constant.
  case address(UInt8, base: UInt8, index: UInt8, scale: UInt8, constant: UInt64)
  /// Computes the condition.
  case decide(LoopCondition)
  /// The register becomes the first if the condition holds, otherwise the second.
  case choose(UInt8, LoopOperand, LoopOperand)
  /// Computes the condition, that a register has no bit in common with a constant; the first register
  /// becomes the second when that is so or is not so.
  case chooseIf(LoopCondition, UInt8, UInt8, LoopWhen)
  /// Jumps forward to an instruction of the loop.
  case skip(LoopWhen, to: Int, leavesOut: Int)
  case exit(LoopWhen)
  /// Jumps back.
  case again(LoopWhen)
  /// Jumps back if a condition code of a comparison holds.
  case againIf(UInt8, isWide: Bool, UInt8, LoopOperand)
  /// Copies the first register to the second and jumps back if a condition code of a comparison of it
  /// with a constant holds.
  case againCopying(UInt8, isWide: Bool, UInt8, UInt8, LoopOperand)
  /// Adds a constant to a register and jumps back if the sum is not zero.
  case againCounting(isWide: Bool, UInt8, UInt64)

  /// The register it changes.
  var destination: UInt8? {
    switch self {
    case .compute(_, _, let register, _, _), .copy(let register, _),
      .address(let register, _, _, _, _), .choose(let register, _, _),
      .chooseIf(_, let register, _, _),
      .againCounting(_, let register, _), .againCopying(_, _, _, let register, _):
      register
    default: nil
    }
  }
}
