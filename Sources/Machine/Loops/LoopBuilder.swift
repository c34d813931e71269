import X86

/// Finds a loop that begins at an offset of a page and makes its operations.
struct LoopBuilder {
  /// The registers a loop may change.
  static let placeCount = 4
  static let invariantLimit = 4
  static let stepLimit = 64

  let cpu: CPU
  let core: Core
  let page: UnsafeMutableRawPointer
  private(set) var offsets: [Int] = []
  private(set) var instructions: [Instruction] = []

  init(_ cpu: CPU, page: UnsafeMutableRawPointer) {
    self.cpu = cpu
    core = cpu.pointee.core
    self.page = page
  }

  /// The bytes that the loop is made from.
  var end: Int { (offsets.last ?? 0) + Int(instructions.last?.length ?? 0) }

  /// The steps of the loop that begins at an offset; nil if there is none that can be made.
  mutating func steps(from start: Int) -> [LoopStep]? {
    guard collect(from: start), LoopBuilder.setsFlagsFirst(instructions) else { return nil }
    let changed = Set(instructions.compactMap(LoopLowering.changed))
    guard changed.count <= LoopBuilder.placeCount else { return nil }
    var lowering = LoopLowering(changed: changed)
    let targets = Set(instructions.indices.compactMap(target))
    var places: [Int] = []
    for place in instructions.indices {
      if targets.contains(place) { lowering.label() }
      places.append(lowering.steps.count)
      guard lower(place, &lowering) else { return nil }
    }
    guard lowering.steps.count <= LoopBuilder.stepLimit else { return nil }
    return lowering.steps.map { step in
      guard case .skip(let when, let to, let leavesOut) = step else { return step }
      return .skip(when, to: places[to], leavesOut: leavesOut)
    }
  }

  /// Decodes instructions until one jumps back to the first.
  private mutating func collect(from start: Int) -> Bool {
    var offset = start
    while offsets.count < TraceBuilder.limit, offset < 4096, !core.isGuarded(page, offset) {
      guard let decoded = cpu.decodedOperation(page, offset) else { return false }
      let instruction = decoded.pointee.decodedInstruction
      let next = offset + Int(instruction.length)
      guard instruction.semantics != .truncated, instruction.length > 0, next <= 4096 else {
        return false
      }
      offsets.append(offset)
      instructions.append(instruction)
      switch instruction.semantics {
      case .jcc, .jmp:
        guard
          let target = TraceSelection.target(
            instruction, offset: UInt16(truncatingIfNeeded: offset))
        else { return false }
        if Int(target) == start { return true }
        // Behind a jump without a condition only what a jump has led to is known to be code.
        if instruction.semantics == .jmp { return false }
      default:
        guard LoopLowering.changed(instruction) != nil || instruction.isHarmless else {
          return false
        }
        if instruction.hasMemoryOperand, instruction.semantics != .lea,
          instruction.semantics != .nop
        {
          return false
        }
      }
      offset = next
    }
    return false
  }

  /// The later instruction of the loop that a jump leads to.
  private func target(_ place: Int) -> Int? {
    guard instructions[place].semantics == .jcc, place < instructions.count - 1,
      let target = TraceSelection.target(
        instructions[place], offset: UInt16(truncatingIfNeeded: offsets[place])),
      let found = offsets.firstIndex(of: Int(target)), found > place
    else { return nil }
    return found
  }

  private func lower(_ place: Int, _ lowering: inout LoopLowering) -> Bool {
    let instruction = instructions[place]
    if place == instructions.count - 1 { return lowering.close(instruction) }
    switch instruction.semantics {
    case .cmovcc: return lowering.select(instruction)
    case .jcc:
      guard let when = lowering.decide(instruction.condition) else { return false }
      if let target = target(place) {
        lowering.append(.skip(when, to: target, leavesOut: target - place - 1))
      } else {
        lowering.append(.exit(when))
      }
      return true
    default: return lowering.lower(instruction)
    }
  }
}

extension Instruction {
  /// It changes nothing but flags.
  fileprivate var isHarmless: Bool {
    switch semantics {
    case .cmp, .test, .nop, .endbr: true
    default: false
    }
  }
}
