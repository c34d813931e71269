/// Writes a loop's header and operations.
struct LoopEmission {
  let steps: [LoopStep]
  let count: Int
  /// The registers in the places.
  private(set) var places: [UInt8] = []
  private var invariants: [LoopInvariant] = []

  /// - Parameter count: the instructions of a round.
  init(_ steps: [LoopStep], count: Int) {
    self.steps = steps
    self.count = count
    assignPlaces()
  }

  /// The slots that header and operations take.
  var slots: Int { LoopHeader.slots + steps.count }

  /// The jump back compares the first place with the second; other registers come as they are. What is
  /// left of the places holds registers that the loop does not touch.
  private mutating func assignPlaces() {
    switch steps.last {
    case .againIf(_, _, let register, let other)?:
      places.append(register)
      if case .variable(let second) = other, second != register { places.append(second) }
    case .againCopying(_, _, let register, let copy, _)?: places += [register, copy]
    case .againCounting(_, let register, _)?: places.append(register)
    default: break
    }
    for step in steps {
      if let register = step.destination, !places.contains(register) { places.append(register) }
    }
    for register in 0..<16 as Range<UInt8>
    where places.count < LoopBuilder.placeCount && !places.contains(register) {
      places.append(register)
    }
  }

  /// Writes the loop behind a trace.
  ///
  /// - Returns: the first operation; nil if there is no handler for a step.
  mutating func write(
    at raw: UnsafeMutableRawPointer, state: UnsafeMutableRawPointer,
    plain: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer? {
    guard places.count == LoopBuilder.placeCount else { return nil }
    precondition(MemoryLayout<LoopOperation>.size <= LoopOperation.stride)
    precondition(MemoryLayout<LoopHeader>.size <= LoopHeader.bytes)
    let first = raw + LoopHeader.bytes
    for number in steps.indices {
      let at = first + number * LoopOperation.stride
      guard var op = operation(number, first) else { return nil }
      op.index = UInt16(truncatingIfNeeded: number)
      switch steps[number] {
      case .skip(_, let to, let leavesOut):
        op.link = first + to * LoopOperation.stride
        op.count = Int32(truncatingIfNeeded: leavesOut)
      case .again, .againIf, .againCopying, .againCounting:
        op.count = Int32(truncatingIfNeeded: count)
      default: break
      }
      loopAt(at).initialize(to: op)
    }
    guard invariants.count <= LoopBuilder.invariantLimit else { return nil }
    var header = LoopHeader(
      state: state, plain: plain, count: Int64(count),
      places: (places[0] * 8, places[1] * 8, places[2] * 8, places[3] * 8))
    header.invariantCount = invariants.count
    let none = LoopInvariant(operation: 0, register: 0)
    let padded = invariants + Array(repeating: none, count: LoopBuilder.invariantLimit)
    header.invariants = (padded[0], padded[1], padded[2], padded[3])
    loopHeader(first).initialize(to: header)
    return first
  }

  // MARK: Operands

  /// The place of an operand, 4 for a constant.
  private func place(_ operand: LoopOperand) -> Int? {
    switch operand {
    case .variable(let register): places.firstIndex(of: register)
    default: 4
    }
  }

  private func place(_ register: UInt8) -> Int? { places.firstIndex(of: register) }

  /// An operation with the constant that an operand is, if it is one.
  private mutating func made(
    _ handler: LoopHandler?, _ number: Int, _ first: UnsafeMutableRawPointer,
    _ operand: LoopOperand
  ) -> LoopOperation? {
    guard let handler else { return nil }
    var op = LoopOperation(handler: handler, link: first)
    switch operand {
    case .constant(let value): op.immediate = value
    case .invariant(let register):
      invariants.append(
        LoopInvariant(
          operation: UInt16(truncatingIfNeeded: number), register: register * 8))
    case .variable: break
    }
    return op
  }

  // MARK: Handlers

  /// The row of a condition code in the tables of jumps back.
  private func row(_ code: UInt8) -> Int { code < 8 ? Int(code) - 2 : Int(code) - 6 }

  private mutating func operation(
    _ number: Int, _ link: UnsafeMutableRawPointer
  ) -> LoopOperation? {
    switch steps[number] {
    case .compute(let operation, let isWide, let to, let x, let y):
      return made(computing(operation, isWide, to, x, y), number, link, y)
    case .copy(let to, let x):
      guard let to = place(to), let from = place(x) else { return nil }
      return made(LoopTable.copy[to * 5 + from], number, link, x)
    case .address(let to, let base, let index, let scale, let constant):
      guard let to = place(to), let base = place(base), let index = place(index) else { return nil }
      var op = LoopOperation(
        handler: LoopTable.address[to * 16 + base * 4 + index], link: link)
      op.scale = scale
      op.immediate = constant
      return op
    case .decide(let condition): return deciding(condition, number, link)
    case .choose(let to, let x, let y):
      guard let to = place(to), let first = place(x), let second = place(y),
        !(x.isFixed && y.isFixed)
      else { return nil }
      let handler = LoopTable.choose(to)[first * 5 + second]
      return made(handler, number, link, x.isFixed ? x : y)
    case .chooseIf(let condition, let to, let other, let when):
      guard let tested = place(condition.x), let to = place(to), let other = place(other),
        tested < 4
      else { return nil }
      let table = LoopTable.chooseIfClear(to)
      return made(table[(tested * 4 + other) * 2 + when.rawValue], number, link, condition.y)
    case .skip(let when, _, _):
      return LoopOperation(handler: LoopTable.skip[when.rawValue], link: link)
    case .exit(let when):
      return LoopOperation(handler: LoopTable.exit[when.rawValue], link: link)
    case .again(let when):
      return LoopOperation(handler: LoopTable.again[when.rawValue], link: link)
    case .againCopying(let code, let isWide, _, _, let other):
      let table = isWide ? LoopTable.againCopying64 : LoopTable.againCopying32
      return made(table[row(code)], number, link, other)
    case .againIf(let code, let isWide, _, let other):
      guard let second = place(other), second == 1 || second == 4 else { return nil }
      let table = isWide ? LoopTable.againIf64 : LoopTable.againIf32
      return made(table[row(code) * 2 + (second == 1 ? 0 : 1)], number, link, other)
    case .againCounting(let isWide, _, let by):
      return made(LoopTable.againCounting[isWide ? 1 : 0], number, link, .constant(by))
    }
  }

  private func computing(
    _ operation: LoopOperator, _ isWide: Bool, _ to: UInt8, _ x: LoopOperand, _ y: LoopOperand
  ) -> LoopHandler? {
    guard let to = place(to), let from = place(x), from < 4, let other = place(y) else {
      return nil
    }
    if other == 4 {
      if let table = LoopTable.threeOperands(operation, isWide) { return table[to * 4 + from] }
      return from == to ? LoopTable.constants(operation, isWide)?[to] : nil
    }
    guard from == to, other != to else { return nil }
    let rank = other < to ? other : other - 1
    return LoopTable.pairs(operation, isWide)?[to * 3 + rank]
  }

  private mutating func deciding(
    _ condition: LoopCondition, _ number: Int, _ link: UnsafeMutableRawPointer
  ) -> LoopOperation? {
    guard let x = place(condition.x), let y = place(condition.y), x < 4 || y < 4 else { return nil }
    let table = LoopTable.condition(condition.test, condition.isWide)
    return made(table[x * 5 + y], number, link, x == 4 ? condition.x : condition.y)
  }
}
