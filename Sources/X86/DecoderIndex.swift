/// What decoding looks up, derived from the rows once: for each opcode the rows that the prefixes
/// and the ModRM byte choose between, and for each row how to read its operands.
///
/// Everything lies in flat arrays that live as long as the process.
struct DecoderIndex: @unchecked Sendable {
  /// The choice at one opcode: a block of row numbers in `slots`, and what is a part of the place
  /// in that block.
  struct Group {
    /// Where the block starts.
    var start: UInt32 = 0
    var shape: Shape = []
  }

  /// What chooses between an opcode's rows. The parts stand in this order, the first one highest.
  struct Shape: OptionSet {
    let rawValue: UInt8
    /// Two bits: none, 66, F3, F2.
    static let prefix = Shape(rawValue: 1)
    /// Two bits: operand size 2, 4, 8 of a legacy row; W of others.
    static let size = Shape(rawValue: 2)
    /// One bit.
    static let rexB = Shape(rawValue: 4)
    /// Four bits: whether mod is 3, and reg.
    static let digit = Shape(rawValue: 8)
    /// Eight bits: all of ModRM.
    static let wholeModRM = Shape(rawValue: 16)
    /// There is a ModRM byte.
    static let hasModRM = Shape(rawValue: 32)
    /// Two bits: L'L.
    static let length = Shape(rawValue: 64)
  }

  /// A row as the decoder needs it.
  struct Row {
    var semantics = Semantics.invalid
    var width = WidthRule.operand
    var operandCount: UInt8 = 0
    var traits: Traits = []
    var masking = Encoding.Masking.none
    var rounding = Encoding.Rounding.none
    var operands: (Plan, Plan, Plan, Plan) = (Plan(), Plan(), Plan(), Plan())
  }

  /// Peculiarities of a row.
  struct Traits: OptionSet {
    let rawValue: UInt16
    static let lockable = Traits(rawValue: 1)
    /// ModRM.mod does not matter, rm is a register.
    static let forcedRegister = Traits(rawValue: 2)
    /// The opcode's low four bits are a condition.
    static let condition = Traits(rawValue: 4)
    /// 66 is a part of the opcode.
    static let uses66 = Traits(rawValue: 8)
    /// F2 or F3 is a part of the opcode.
    static let usesRepeat = Traits(rawValue: 16)
    /// VEX.vvvv is an operand.
    static let usesVVVV = Traits(rawValue: 32)
    /// The memory operand has a vector of indices.
    static let indexed = Traits(rawValue: 64)
    /// The destination must be none of the sources.
    static let distinct = Traits(rawValue: 128)
    /// The opcode stands behind the operands.
    static let suffixed = Traits(rawValue: 256)
    /// 66 makes the instruction undefined.
    static let bars66 = Traits(rawValue: 512)
  }

  typealias Plan = OperandForm.Plan

  /// Groups by mode (legacy, long), scheme, map and opcode.
  let groups: UnsafeMutablePointer<Group>
  /// Row numbers; 0 where there is no row.
  let slots: UnsafeMutablePointer<UInt16>
  /// The rows, numbered as `Form.all`.
  let rows: UnsafeMutablePointer<Row>

  static let shared = DecoderIndex(Form.all)

  /// The place in `groups` of an opcode.
  @inline(__always)
  static func group(isLong: Bool, scheme: Int, map: Int, opcode: UInt8) -> Int {
    ((isLong ? 4 : 0) | scheme) << 11 | map << 8 | Int(opcode)
  }

  init(_ forms: [Form]) {
    rows = .allocate(capacity: forms.count)
    for (number, form) in forms.enumerated() {
      (rows + number).initialize(to: Row(form))
    }
    let places = 8 << 11
    groups = .allocate(capacity: places)
    groups.initialize(repeating: Group(), count: places)
    var candidates = [[UInt16]](repeating: [], count: places)
    for (number, form) in forms.enumerated().dropFirst() {
      for isLong in [false, true] where form.modes.contains(isLong ? .long : .legacy) {
        for step in 0..<form.encoding.opcodeCount {
          let place = DecoderIndex.group(
            isLong: isLong, scheme: Int(form.encoding.scheme.rawValue),
            map: form.encoding.map.index,
            opcode: form.encoding.opcode &+ UInt8(truncatingIfNeeded: step))
          candidates[place].append(UInt16(truncatingIfNeeded: number))
        }
      }
    }
    var filled: [UInt16] = [0]
    for place in candidates.indices where !candidates[place].isEmpty {
      let shape = DecoderIndex.shape(of: candidates[place], forms)
      groups[place] = Group(start: UInt32(filled.count), shape: shape)
      for slot in 0..<shape.slotCount {
        filled.append(shape.choose(from: candidates[place], forms, slot: slot))
      }
    }
    slots = .allocate(capacity: filled.count)
    slots.initialize(from: filled, count: filled.count)
  }

  private static func shape(of candidates: [UInt16], _ forms: [Form]) -> Shape {
    var shape: Shape = []
    for number in candidates {
      let encoding = forms[Int(number)].encoding
      if encoding.prefix != .any { shape.insert(.prefix) }
      if encoding.size != .any { shape.insert(.size) }
      if encoding.vectorLength != nil { shape.insert(.length) }
      if encoding.withoutRexB { shape.insert(.rexB) }
      if encoding.hasModRM { shape.insert(.hasModRM) }
      if encoding.rm != nil {
        shape.insert(.wholeModRM)
      } else if encoding.digit != nil || encoding.target == .memory
        || encoding.target == .register
      {
        shape.insert(.digit)
      }
    }
    if shape.contains(.wholeModRM) { shape.remove(.digit) }
    return shape
  }
}

extension DecoderIndex.Row {
  init(_ form: Form) {
    semantics = form.semantics
    width = form.width
    operandCount = UInt8(form.operandCount)
    operands = (
      form.operands.0.plan, form.operands.1.plan, form.operands.2.plan, form.operands.3.plan
    )
    let encoding = form.encoding
    if form.lockable { traits.insert(.lockable) }
    if encoding.isDistinct { traits.insert(.distinct) }
    if encoding.map == .suffixed { traits.insert(.suffixed) }
    if encoding.bars66 { traits.insert(.bars66) }
    if encoding.target == .forcedRegister { traits.insert(.forcedRegister) }
    if encoding.span == .condition { traits.insert(.condition) }
    if encoding.prefix == .p66 { traits.insert(.uses66) }
    if encoding.prefix == .pF2 || encoding.prefix == .pF3 { traits.insert(.usesRepeat) }
    masking = encoding.masking
    rounding = encoding.rounding
    for place in 0..<form.operandCount {
      switch form.operand(place).plan.place {
      case .vvvv: traits.insert(.usesVVVV)
      case .indexed: traits.insert(.indexed)
      default: break
      }
    }
  }
}

extension DecoderIndex.Shape {
  /// How many slots a block of this shape has.
  var slotCount: Int {
    var bits = 0
    if contains(.prefix) { bits += 2 }
    if contains(.size) { bits += 2 }
    if contains(.length) { bits += 2 }
    if contains(.rexB) { bits += 1 }
    if contains(.digit) { bits += 4 }
    if contains(.wholeModRM) { bits += 8 }
    return 1 << bits
  }

  /// The place in a block of this shape.
  @inline(__always)
  func slot(prefix: Int, size: Int, length: Int, rexB: Int, modRM: UInt8) -> Int {
    var slot = 0
    if contains(.prefix) { slot = prefix }
    if contains(.size) { slot = slot << 2 | size }
    if contains(.length) { slot = slot << 2 | length }
    if contains(.rexB) { slot = slot << 1 | rexB }
    if contains(.digit) {
      slot = slot << 4 | (modRM >= 0xc0 ? 8 : 0) | Int(modRM >> 3 & 7)
    } else if contains(.wholeModRM) {
      slot = slot << 8 | Int(modRM)
    }
    return slot
  }

  /// The row that fits a slot and demands most; 0 if none fits.
  fileprivate func choose(from candidates: [UInt16], _ forms: [Form], slot: Int) -> UInt16 {
    var best: UInt16 = 0
    var points = -1
    for number in candidates {
      let encoding = forms[Int(number)].encoding
      guard fits(encoding, slot: slot), encoding.specificity > points else { continue }
      best = number
      points = encoding.specificity
    }
    return best
  }

  private func fits(_ encoding: Encoding, slot: Int) -> Bool {
    var rest = slot
    if contains(.wholeModRM) {
      let modRM = rest & 0xff
      rest >>= 8
      if let rm = encoding.rm, modRM < 0xc0 || modRM & 7 != rm { return false }
      guard fits(encoding, isRegister: modRM >= 0xc0, digit: modRM >> 3 & 7) else { return false }
    } else if contains(.digit) {
      guard fits(encoding, isRegister: rest & 8 != 0, digit: rest & 7) else { return false }
      rest >>= 4
    }
    if contains(.rexB) {
      if encoding.withoutRexB, rest & 1 != 0 { return false }
      rest >>= 1
    }
    if contains(.length) {
      if let length = encoding.vectorLength, Int(length) != rest & 3 { return false }
      rest >>= 2
    }
    if contains(.size) {
      guard fits(encoding, size: rest & 3) else { return false }
      rest >>= 2
    }
    guard contains(.prefix) else { return true }
    switch encoding.prefix {
    case .any: return true
    case .noRepeat: return rest < 2
    default: return Int(encoding.prefix.rawValue) == rest
    }
  }

  private func fits(_ encoding: Encoding, isRegister: Bool, digit: Int) -> Bool {
    if let wanted = encoding.digit, Int(wanted) != digit { return false }
    switch encoding.target {
    case .any, .forcedRegister: return true
    case .memory: return !isRegister
    case .register: return isRegister
    }
  }

  private func fits(_ encoding: Encoding, size: Int) -> Bool {
    if encoding.scheme != .legacy {
      switch encoding.size {
      case .w0: return size & 1 == 0
      case .w1: return size & 1 == 1
      default: return true
      }
    }
    switch encoding.size {
    case .any: return true
    case .o16: return size == 0
    case .o32: return size == 1
    case .o64, .w1: return size == 2
    case .w0: return size != 2
    }
  }
}
