/// The choice between the encodings of a line.
struct AssemblyChoice {
  private var statement: AssemblyStatement
  private var address: UInt64
  private let mode: Mode
  /// Bytes that stand before the instruction: `wait`.
  private var before: [UInt8] = []
  private var best: Candidate?
  /// The bytes of memory that the candidates mean, where the line does not say.
  private var guesses: Set<UInt8> = []
  private var failure: Failure?

  /// An encoding.
  private struct Candidate {
    var bytes: [UInt8]
    /// What is preferred, the lowest first: the mode's own size, then length, then the row's shape.
    var order: (size: Int, length: Int, shape: Int)
    var guess: UInt8?
    var mayGuess = false
  }

  /// Why a row does not take the line; the one that reads farthest is reported.
  private struct Failure {
    var error: AssemblyError
    var depth: Int
  }

  init(_ statement: AssemblyStatement, at address: UInt64, mode: Mode) {
    self.statement = statement
    self.address = address
    self.mode = mode
  }

  /// The bytes of the best encoding.
  func bytes() throws -> [UInt8] {
    var choice = self
    return try choice.choose()
  }

  private mutating func choose() throws -> [UInt8] {
    replaceAlias()
    let entries = AssemblerIndex.shared.entries(statement.mnemonic, mode)
    guard !entries.isEmpty else { throw AssemblyError(.badOpcode, at: statement.start) }
    for entry in entries { consider(entry) }
    guard let best else {
      throw failure?.error ?? AssemblyError(.operand, at: statement.start)
    }
    if best.guess != nil, !best.mayGuess, guesses.count > 1, let memory = memoryOperand {
      throw AssemblyError(.size, at: memory.start)
    }
    return before + best.bytes
  }

  private var memoryOperand: AssemblyOperand? {
    statement.operands.first {
      if case .memory = $0.kind { true } else { false }
    }
  }

  private mutating func replaceAlias() {
    guard let alias = AssemblyAlias.named(statement.mnemonic),
      !alias.isBare || statement.operands.isEmpty, !alias.isWide || mode != .bits16
    else { return }
    statement.mnemonic = alias.mnemonic
    if statement.operands.isEmpty {
      statement.operands = alias.operands.map { AssemblyOperand(start: statement.end, kind: $0) }
    }
    if alias.waits {
      before = [0x9b]
      address = address &+ 1
    }
  }

  private mutating func consider(_ entry: AssemblerIndex.Entry) {
    let form = Form.all[entry.row]
    for variant in variants(entry, form) {
      for (rank, size) in form.operandSizes(in: mode).enumerated() {
        guard entry.operandSize == 0 || entry.operandSize == size else { continue }
        var match = AssemblyMatch(entry, form, size: size, mode: mode, at: address)
        do throws(AssemblyError) {
          let bytes = try match.bytes(
            variant.operands, at: variant.places, prefixes: statement.prefixes,
            end: statement.end)
          // VEX before EVEX, even where EVEX's byte of displacement reaches farther.
          let size = form.encoding.scheme == .evex ? rank + 8 : rank
          let order = (size, bytes.count, form.shapeOrder + (match.isLoose ? 3 : 0))
          if let guess = match.guess { guesses.insert(guess) }
          guard best.map({ order < $0.order }) ?? true else { continue }
          best = Candidate(
            bytes: bytes, order: order, guess: match.guess,
            mayGuess: form.width.hasDefault)
        } catch {
          note(error, depth: match.depth)
        }
      }
    }
  }

  private mutating func note(_ error: AssemblyError, depth: Int) {
    if let failure {
      let isVague = failure.error.reason == .operand && error.reason != .operand
      guard depth > failure.depth || depth == failure.depth && isVague else { return }
    }
    failure = Failure(error: error, depth: depth)
  }

  /// Operands, and the places of the row that they stand for.
  private struct Variant {
    var operands: [AssemblyOperand]
    var places: [Int]
  }

  private func variants(_ entry: AssemblerIndex.Entry, _ form: Form) -> [Variant] {
    let operands = statement.operands
    var places = (0..<form.operandCount).filter { !form.operand($0).isHidden }
    if entry.operandSize != 0 { return [Variant(operands: operands, places: [])] }
    if entry.predicate != nil { places.removeLast() }
    var variants = [Variant(operands: operands, places: places)]
    switch form.semantics {
    case .mul, .div, .idiv:
      variants.append(Variant(operands: operands, places: Array(places.dropFirst())))
    case .imul3 where operands.count == 2:
      variants.append(Variant(operands: [operands[0]] + operands, places: places))
    case .test, .xchg:
      if operands.count == 2 {
        variants.append(Variant(operands: operands.reversed(), places: places))
      }
    case .xlat:
      if operands.isEmpty { variants.append(Variant(operands: [], places: [])) }
    default: break
    }
    if form.operand(form.operandCount - 1) == .xmm0 {
      variants.append(Variant(operands: operands, places: Array(places.dropLast())))
    }
    return variants
  }
}

extension WidthRule {
  /// Whether memory without a size has the width that the instruction has in this mode.
  var hasDefault: Bool {
    switch self {
    case .stack, .branch, .native: true
    default: false
    }
  }
}

extension Form {
  /// The operand sizes that the row can have in a mode, the one that needs no prefix first.
  func operandSizes(in mode: Mode) -> [UInt8] {
    switch encoding.size {
    case .o16: return [2]
    case .o32: return [4]
    case .o64: return mode == .bits64 ? [8] : []
    case .w1 where encoding.scheme == .legacy && mode != .bits64: return []
    case .any, .w0, .w1: break
    }
    let isLong = mode == .bits64
    let natural: UInt8 = mode == .bits16 ? 2 : 4
    let other: UInt8 = mode == .bits16 ? 4 : 2
    switch width {
    case .byte: return [1]
    case .operand where encoding.prefix == .p66: return isLong ? [4, 8] : [natural]
    case .operand: return isLong ? [4, 8, 2] : [natural, other]
    case .stack: return isLong ? [8, 2] : [natural, other]
    case .branch: return isLong ? [8] : [natural, other]
    case .port: return [natural, other]
    case .native where encoding.prefix == .p66: return isLong ? [8] : [natural]
    case .native: return isLong ? [8] : [natural, other]
    case .doubleOrQuad:
      if encoding.size == .w1 { return isLong ? [8] : [4] }
      return encoding.size == .w0 || !isLong ? [4] : [4, 8]
    case .mmx: return [8]
    case .xmm: return [16]
    case .vector:
      if let length = encoding.vectorLength { return [16 << (length & 3)] }
      return encoding.scheme == .evex ? [16, 32, 64] : [16, 32]
    }
  }

  /// Of encodings of the same length MASM takes the one whose destination is ModRM.reg, and a byte
  /// of immediate rather than the accumulator's own row.
  var shapeOrder: Int {
    let first = operand(0).plan.place
    let second = operand(1).plan.place
    if first == .modRMRM && second == .modRMReg { return 1 }
    if first == .implied && second == .immediate { return 2 }
    return 0
  }
}
