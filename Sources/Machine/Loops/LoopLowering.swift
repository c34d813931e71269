import X86

/// From the instructions of a round to steps.
struct LoopLowering {
  /// The registers that the loop changes.
  let changed: Set<UInt8>
  private(set) var steps: [LoopStep] = []
  private(set) var flags: LoopFlags?
  /// What the condition is now.
  private var current: LoopCondition?
  /// Steps that nothing may be joined to: a jump leads behind them.
  private var barrier = 0

  private static var low32: UInt64 { 0xffff_ffff }

  init(changed: Set<UInt8>) { self.changed = changed }

  /// Another way of control comes in here.
  mutating func label() {
    barrier = steps.count
    flags = nil
    current = nil
  }

  /// The register an instruction changes; nil for none or if it does more than that.
  static func changed(_ i: Instruction) -> UInt8? {
    switch i.semantics {
    case .cmp, .test, .jcc, .jmp, .nop, .endbr: nil
    default: i.operands.0.kind == .gpr ? i.operands.0.register & 15 : nil
    }
  }

  // MARK: Steps

  mutating func append(_ step: LoopStep) {
    steps.append(step)
    guard let register = step.destination else { return }
    if flags?.mentions(register) == true { flags = nil }
    if current?.mentions(register) == true { current = nil }
  }

  private func operand(_ register: UInt8) -> LoopOperand {
    changed.contains(register & 15) ? .variable(register & 15) : .invariant(register & 15)
  }

  /// The step before, if the next one may be joined to it.
  private var joinable: LoopStep? { steps.count > barrier ? steps.last : nil }

  private mutating func compute(
    _ operation: LoopOperator, isWide: Bool, _ to: UInt8, _ x: LoopOperand, _ y: LoopOperand
  ) {
    let isSame = x == .variable(to)
    switch (joinable, y) {
    case (.copy(let register, let source), .constant) where register == to && isSame:
      steps.removeLast()
      append(.compute(operation, isWide: isWide, to, source, y))
    case (.compute(.and, true, let register, let source, .constant(Self.low32)), .constant)
    where register == to && isSame && !isWide:
      steps.removeLast()
      append(.compute(operation, isWide: false, to, source, y))
    case (.address(let register, let base, let index, let scale, let constant), .constant(let more))
    where register == to && isSame && isWide && operation == .add:
      steps.removeLast()
      append(
        .address(to, base: base, index: index, scale: scale, constant: constant &+ more))
    default: append(.compute(operation, isWide: isWide, to, x, y))
    }
  }

  /// Clears the upper half of a register.
  private mutating func narrow(_ to: UInt8) {
    compute(.and, isWide: true, to, .variable(to), .constant(Self.low32))
  }

  // MARK: Instructions

  /// Appends the steps of an instruction that is no jump.
  ///
  /// - Returns: false if it is not one that loops know.
  mutating func lower(_ i: Instruction) -> Bool {
    if i.semantics == .nop || i.semantics == .endbr { return true }
    guard i.mode == .bits64, i.prefixes.isDisjoint(with: [.lock, .addressSize, .vex, .evex])
    else { return false }
    if i.semantics == .test, i.operands.0.size == 1 { return testByte(i) }
    guard i.operands.0.kind == .gpr, i.operands.0.size >= 4 else { return false }
    let to = i.operands.0.register & 15
    let isWide = i.operands.0.size == 8
    switch i.semantics {
    case .lea: return address(i, to, isWide)
    case .movzx, .movsx, .movsxd: return extend(i, to, isWide)
    case .inc, .dec:
      let one: UInt64 = i.semantics == .inc ? 1 : ~0
      compute(.add, isWide: isWide, to, .variable(to), .constant(one))
    case .not, .neg:
      compute(.exclusiveOr, isWide: isWide, to, .variable(to), .constant(~0))
      if i.semantics == .not { return true }
      compute(.add, isWide: isWide, to, .variable(to), .constant(1))
    case .shl, .shr, .sar, .rol, .ror: return shift(i, to, isWide)
    case .imul3:
      guard i.operands.1.kind == .gpr else { return false }
      let by = LoopOperand.constant(UInt64(bitPattern: i.immediate))
      compute(.multiply, isWide: isWide, to, operand(i.operands.1.register), by)
      flags = nil
      return true
    default: return binary(i, to, isWide)
    }
    flags = .result(to, isWide: isWide)
    return true
  }

  private mutating func binary(_ i: Instruction, _ to: UInt8, _ isWide: Bool) -> Bool {
    let source: LoopOperand
    switch i.operands.1.kind {
    case .gpr where i.operands.1.size == i.operands.0.size:
      source = operand(i.operands.1.register)
    case .immediate:
      let bits = UInt64(bitPattern: i.immediate)
      source = .constant(isWide ? bits : bits & Self.low32)
    default: return false
    }
    let isSame = source == operand(to)
    switch i.semantics {
    case .mov:
      append(.copy(to, source))
      if !isWide, i.operands.1.kind == .gpr { narrow(to) }
      return true
    case .cmp: flags = .comparison(operand(to), source, isWide: isWide)
    case .test:
      flags =
        isSame
        ? .comparison(source, .constant(0), isWide: isWide)
        : .bits(operand(to), source, isWide: isWide)
    case .add:
      if isSame {
        compute(.shiftLeft, isWide: isWide, to, source, .constant(1))
      } else {
        compute(.add, isWide: isWide, to, .variable(to), source)
      }
      flags = .result(to, isWide: isWide)
    case .sub, .xor, .and, .or: logic(i.semantics, to, source, isWide, isSame)
    case .imul2:
      guard !isSame, i.operands.1.kind == .gpr else { return false }
      compute(.multiply, isWide: isWide, to, .variable(to), source)
      flags = nil
    default: return false
    }
    return true
  }

  private mutating func logic(
    _ semantics: Semantics, _ to: UInt8, _ source: LoopOperand, _ isWide: Bool, _ isSame: Bool
  ) {
    switch semantics {
    case .sub, .xor:
      if isSame {
        append(.copy(to, .constant(0)))
      } else if semantics == .sub, case .constant(let value) = source {
        compute(.add, isWide: isWide, to, .variable(to), .constant(0 &- value))
      } else {
        let operation: LoopOperator = semantics == .sub ? .subtract : .exclusiveOr
        compute(operation, isWide: isWide, to, .variable(to), source)
      }
    default:
      if isSame {
        if !isWide { narrow(to) }
      } else {
        let operation: LoopOperator = semantics == .and ? .and : .or
        compute(operation, isWide: isWide, to, .variable(to), source)
      }
    }
    flags =
      semantics == .sub
      ? .result(to, isWide: isWide) : .comparison(.variable(to), .constant(0), isWide: isWide)
  }

  private mutating func shift(_ i: Instruction, _ to: UInt8, _ isWide: Bool) -> Bool {
    guard let count = TraceSelection.shiftCount(i) else { return false }
    let bits: UInt64 = isWide ? 64 : 32
    let operation: LoopOperator
    var by = count
    switch i.semantics {
    case .shl: operation = .shiftLeft
    case .shr: operation = .shiftRight
    case .sar: operation = .shiftRightSigned
    default:
      operation = .rotateLeft
      if i.semantics == .ror { by = bits - count }
    }
    compute(operation, isWide: isWide, to, .variable(to), .constant(by))
    flags = operation == .rotateLeft ? nil : .result(to, isWide: isWide)
    return true
  }

  private mutating func extend(_ i: Instruction, _ to: UInt8, _ isWide: Bool) -> Bool {
    guard i.operands.1.kind == .gpr, i.operands.1.size <= 4 else { return false }
    let source = operand(i.operands.1.register)
    let bits = UInt64(i.operands.1.size) * 8
    if i.semantics == .movzx || (bits == 32 && !isWide) {
      append(.copy(to, source))
      compute(.and, isWide: true, to, .variable(to), .constant(1 << bits - 1))
      return true
    }
    let unused = LoopOperand.constant((isWide ? 64 : 32) - bits)
    append(.copy(to, source))
    compute(.shiftLeft, isWide: isWide, to, .variable(to), unused)
    compute(.shiftRightSigned, isWide: isWide, to, .variable(to), unused)
    return true
  }

  private mutating func address(_ i: Instruction, _ to: UInt8, _ isWide: Bool) -> Bool {
    let memory = i.memory
    guard memory.base != MemoryOperand.rip else { return false }
    let base = memory.base < 16 ? operand(memory.base) : nil
    let index = memory.index < 16 ? operand(memory.index) : nil
    let scale = LoopOperand.constant(UInt64(memory.scaleShift))
    let constant = LoopOperand.constant(UInt64(bitPattern: memory.displacement))
    switch (base, index) {
    case (.variable(let base)?, .variable(let index)?):
      append(.address(to, base: base, index: index, scale: memory.scaleShift, constant: 0))
    case (.variable(let base)?, .invariant?):
      guard memory.scaleShift == 0, let index else { return false }
      append(.copy(to, .variable(base)))
      append(.compute(.add, isWide: true, to, .variable(to), index))
    case (.invariant?, .variable(let index)?):
      guard let base else { return false }
      append(.copy(to, .variable(index)))
      if memory.scaleShift != 0 {
        compute(.shiftLeft, isWide: true, to, .variable(to), scale)
      }
      append(.compute(.add, isWide: true, to, .variable(to), base))
    case (let base?, nil): append(.copy(to, base))
    case (nil, let index?):
      append(.copy(to, index))
      if memory.scaleShift != 0 {
        compute(.shiftLeft, isWide: true, to, .variable(to), scale)
      }
    default: return false
    }
    if memory.displacement != 0 {
      compute(.add, isWide: true, to, .variable(to), constant)
    }
    if !isWide { narrow(to) }
    return true
  }

  /// `test` of a low byte with a constant or with itself.
  private mutating func testByte(_ i: Instruction) -> Bool {
    guard i.operands.0.kind == .gpr else { return false }
    let byte = operand(i.operands.0.register)
    switch i.operands.1.kind {
    case .immediate:
      let mask = LoopOperand.constant(UInt64(bitPattern: i.immediate) & 0xff)
      flags = .bits(byte, mask, isWide: true)
    case .gpr where operand(i.operands.1.register) == byte:
      flags = .bits(byte, .constant(0xff), isWide: true)
    default: return false
    }
    return true
  }

  // MARK: Conditions

  /// Makes a condition code's condition the current one.
  ///
  /// - Returns: nil if the flags do not say it.
  mutating func decide(_ code: UInt8) -> LoopWhen? {
    guard let (condition, when) = flags?.condition(code) else { return nil }
    if condition != current {
      append(.decide(condition))
      current = condition
    }
    return when
  }

  mutating func select(_ i: Instruction) -> Bool {
    guard i.operands.0.kind == .gpr, i.operands.1.kind == .gpr, i.operands.0.size >= 4,
      let when = decide(i.condition)
    else { return false }
    let to = i.operands.0.register & 15
    choose(when, to, operand(i.operands.1.register))
    if i.operands.0.size == 4 { narrow(to) }
    return true
  }

  /// A register becomes another one, or stays what it was or was just made.
  private mutating func choose(_ when: LoopWhen, _ to: UInt8, _ other: LoopOperand) {
    var old = LoopOperand.variable(to)
    var place = steps.count - 1
    if case .decide? = joinable { place -= 1 }
    if place >= barrier, case .copy(to, let source) = steps[place], other != old,
      !(source.isFixed && other.isFixed)
    {
      steps.remove(at: place)
      old = source
    }
    if old == .variable(to), case .variable(let source) = other,
      case .decide(let condition)? = joinable, condition.isOfBits, when != .always
    {
      steps.removeLast()
      return append(.chooseIf(condition, to, source, when))
    }
    append(when == .holds ? .choose(to, other, old) : .choose(to, old, other))
  }

  /// The jump back that ends a round.
  mutating func close(_ jump: Instruction) -> Bool {
    if jump.semantics == .jmp {
      append(.again(.always))
      return true
    }
    let code = jump.condition
    if code == 5, case .result(let register, let isWide)? = flags,
      case .compute(.add, isWide, register, .variable(register), .constant(let by))? = joinable
    {
      steps.removeLast()
      append(.againCounting(isWide: isWide, register, by))
      return true
    }
    if let condition = flags?.condition(code)?.0, condition != current,
      let step = comparison(code)
    {
      append(step)
      return true
    }
    guard let when = decide(code) else { return false }
    append(.again(when))
    return true
  }

  /// The jump back together with the comparison.
  private mutating func comparison(_ code: UInt8) -> LoopStep? {
    guard let (x, y, isWide) = flags?.comparison(code) else { return nil }
    // The sign is whether the number is less than zero.
    let signless = code >> 1 == 4 ? 12 | (code & 1) : code
    if case .variable(let register) = x {
      if y.isFixed, case .copy(let to, x)? = joinable {
        steps.removeLast()
        return .againCopying(signless, isWide: isWide, register, to, y)
      }
      return .againIf(signless, isWide: isWide, register, y)
    }
    guard case .variable(let register) = y else { return nil }
    // Below and above, less and greater change places with the operands.
    let isOrder = signless >> 1 != 2
    let swapped = isOrder ? (signless < 8 ? 9 - signless : 27 - signless) : signless
    return .againIf(swapped, isWide: isWide, register, x)
  }
}
