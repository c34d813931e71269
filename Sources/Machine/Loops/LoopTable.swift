/// The handlers of loops, in tables that `tables.py` writes.
enum LoopTable {
  /// The handlers of an operation whose other operand is a place.
  static func pairs(_ operation: LoopOperator, _ isWide: Bool) -> [LoopHandler]? {
    switch operation {
    case .add: isWide ? add64 : add32
    case .subtract: isWide ? subtract64 : subtract32
    case .and: isWide ? and64 : and32
    case .or: isWide ? or64 : or32
    case .exclusiveOr: isWide ? exclusiveOr64 : exclusiveOr32
    case .multiply: isWide ? multiply64 : multiply32
    default: nil
    }
  }

  /// The handlers of an operation on a place and a constant, with the result in the same place.
  static func constants(_ operation: LoopOperator, _ isWide: Bool) -> [LoopHandler]? {
    switch operation {
    case .subtract: isWide ? subtractConstant64 : subtractConstant32
    case .or: isWide ? orConstant64 : orConstant32
    case .exclusiveOr: isWide ? exclusiveOrConstant64 : exclusiveOrConstant32
    default: nil
    }
  }

  /// The handlers of an operation on a place and a constant, with the result in any place.
  static func threeOperands(_ operation: LoopOperator, _ isWide: Bool) -> [LoopHandler]? {
    switch operation {
    case .add: isWide ? addConstant64 : addConstant32
    case .and: isWide ? andConstant64 : andConstant32
    case .multiply: isWide ? multiplyConstant64 : multiplyConstant32
    case .shiftLeft: isWide ? shiftLeft64 : shiftLeft32
    case .shiftRight: isWide ? shiftRight64 : shiftRight32
    case .shiftRightSigned: isWide ? shiftRightSigned64 : shiftRightSigned32
    case .rotateLeft: isWide ? rotateLeft64 : rotateLeft32
    default: nil
    }
  }

  static func choose(_ place: Int) -> [LoopHandler] {
    switch place {
    case 0: chooseA
    case 1: chooseB
    case 2: chooseC
    default: chooseD
    }
  }

  static func chooseIfClear(_ place: Int) -> [LoopHandler] {
    switch place {
    case 0: chooseIfClearA
    case 1: chooseIfClearB
    case 2: chooseIfClearC
    default: chooseIfClearD
    }
  }

  static func condition(_ test: LoopTest, _ isWide: Bool) -> [LoopHandler] {
    switch test {
    case .below: isWide ? below64 : below32
    case .less: isWide ? less64 : less32
    case .equal: isWide ? equal64 : equal32
    case .clear: isWide ? clear64 : clear32
    }
  }
}
