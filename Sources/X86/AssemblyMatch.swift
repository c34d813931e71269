/// One row tried for a line with one operand size.
struct AssemblyMatch {
  private let entry: AssemblerIndex.Entry
  private let form: Form
  private let size: UInt8
  private let address: UInt64
  /// Bytes of a vector; 0 until an operand tells, where the row does not.
  private var vectorSize: UInt8
  private var instruction: Instruction
  /// How many operands fitted.
  private(set) var depth = 0
  /// The bytes of memory, where the line does not say how many.
  private(set) var guess: UInt8?
  /// Whether `st(0)` stands where the row has `st`.
  private(set) var isLoose = false
  /// Where the operand stands of which the encoder may find that it cannot be.
  private var memoryStart: Int?
  private var written: AssemblyAddress?
  /// Whether a register operand says how wide addresses are.
  private var isAddressFixed = false
  private var target: UInt64?

  init(
    _ entry: AssemblerIndex.Entry, _ form: Form, size: UInt8, mode: Mode, at address: UInt64
  ) {
    self.entry = entry
    self.form = form
    self.size = size
    self.address = address
    vectorSize =
      form.width == .vector ? size : form.encoding.vectorLength.map { 16 << ($0 & 3) } ?? 0
    instruction = Instruction(form.semantics, length: 0, mode: mode)
    instruction.form = UInt16(truncatingIfNeeded: entry.row)
    instruction.operandSize = size
    instruction.condition = entry.condition
    instruction.operandCount = UInt8(form.operandCount)
    instruction.addressSize = entry.addressSize != 0 ? entry.addressSize : mode.addressSize
  }

  private var mode: Mode { instruction.mode }
  private var isLong: Bool { mode == .bits64 }

  /// The shortest bytes of the row for operands that stand for some of its places.
  mutating func bytes(
    _ operands: [AssemblyOperand], at places: [Int],
    prefixes: [(prefix: Prefixes, start: Int)], end: Int
  ) throws(AssemblyError) -> [UInt8] {
    for (place, operand) in zip(places, operands) {
      set(try match(operand, form.operand(place)), at: place)
      try take(operand.control, of: operand)
      depth += 1
    }
    guard operands.count <= places.count else {
      throw AssemblyError(.extraCharacters, at: operands[places.count].start)
    }
    guard operands.count == places.count else { throw AssemblyError(.operand, at: end) }
    for place in 0..<form.operandCount where !places.contains(place) {
      set(implied(form.operand(place)), at: place)
    }
    if let predicate = entry.predicate { instruction.immediate = predicate }
    for (prefix, start) in prefixes { try add(prefix, start) }
    guard let bytes = encoded() else {
      if let target { throw rangeError(target, operands) }
      let hasFarMemory = written.map { $0.displacement.isWide } ?? false
      throw AssemblyError(
        hasFarMemory ? .overflow : .operand, at: memoryStart ?? operands.first?.start ?? end)
    }
    return bytes
  }

  private func rangeError(_ target: UInt64, _ operands: [AssemblyOperand]) -> AssemblyError {
    AssemblyError(.range, at: operands.first?.start ?? 0)
  }

  private mutating func add(_ prefix: Prefixes, _ start: Int) throws(AssemblyError) {
    let isAllowed: Bool
    switch form.semantics {
    case .movs, .cmps, .stos, .lods, .scas, .ins, .outs, .ret:
      isAllowed = prefix != .lock
    // `bnd`, which F2 is before near branches.
    case .jcc, .jmp, .jmpIndirect, .call, .callIndirect: isAllowed = prefix == .repne
    default: isAllowed = prefix == .lock && form.lockable
    }
    guard isAllowed, instruction.prefixes.isDisjoint(with: [.rep, .repne, .lock]) else {
      throw AssemblyError(.badOpcode, at: start)
    }
    instruction.prefixes.insert(prefix)
  }

  private mutating func take(
    _ control: AssemblyControl, of operand: AssemblyOperand
  ) throws(AssemblyError) {
    guard !control.isEmpty else { return }
    guard form.encoding.scheme == .evex,
      control.rounding == .none || control.rounding == form.encoding.rounding
    else { throw AssemblyError(.operand, at: operand.start) }
    instruction.vectorControl.rawValue |= control.value
  }

  private mutating func set(_ operand: Operand, at place: Int) {
    switch place {
    case 0: instruction.operands.0 = operand
    case 1: instruction.operands.1 = operand
    case 2: instruction.operands.2 = operand
    default: instruction.operands.3 = operand
    }
  }

  /// An operand that is not written.
  private mutating func implied(_ operandForm: OperandForm) -> Operand {
    let plan = operandForm.plan
    let width = bytes(plan.width)
    switch plan.place {
    case .constant:
      instruction.immediate = Int64(plan.register)
      return Operand(plan.kind, size: width)
    case .stringSource:
      instruction.memory.base = 6
      return Operand(.stringSource, size: width)
    case .stringDestination:
      if instruction.memory.base != 6 { instruction.memory.base = 7 }
      return Operand(.stringDestination, size: width)
    case .table:
      instruction.memory.base = 3
      return Operand(.memory, size: bytes(plan.memoryWidth))
    default: return Operand(plan.kind, register: plan.register, size: width)
    }
  }
}

// MARK: Operands

extension AssemblyMatch {
  private mutating func match(
    _ operand: AssemblyOperand, _ operandForm: OperandForm
  ) throws(AssemblyError) -> Operand {
    let plan = operandForm.plan
    switch operand.kind {
    case .register(let register):
      guard let found = match(register, plan) else {
        throw AssemblyError(.operand, at: operand.start)
      }
      if operandForm == .st0 && register.size != 0 { isLoose = true }
      return found
    case .memory(let address): return try match(address, operand, operandForm)
    case .number(let value): return try match(value, operand, plan)
    case .farPointer(let selector, let offset, let isShort):
      guard plan.place == .far, size == (isShort ? 2 : 4) else {
        throw AssemblyError(.operand, at: operand.start)
      }
      guard selector <= 0xffff, !offset.isWide else {
        throw AssemblyError(.overflow, at: operand.start)
      }
      instruction.immediate = Int64(offset & (isShort ? 0xffff : 0xffff_ffff))
      instruction.immediate2 = Int64(selector)
      return Operand(.farPointer, size: bytes(plan.width))
    }
  }

  private mutating func match(_ register: Operand, _ plan: OperandForm.Plan) -> Operand? {
    if plan.width == .vector && vectorSize == 0 { vectorSize = register.size }
    if plan.width == .address {
      guard mode.allowsAddress(of: register.size), written == nil else { return nil }
      instruction.addressSize = register.size
      isAddressFixed = true
    }
    let width = bytes(plan.width)
    switch plan.place {
    case .modRMReg, .modRMRM, .opcode, .vvvv, .is4: break
    case .implied:
      guard register.register == plan.register, register.kind == plan.kind else { return nil }
    default: return nil
    }
    if plan.place == .modRMRM && form.encoding.target == .memory { return nil }
    switch (register.kind, plan.kind) {
    case (.gpr, .gpr):
      let isEither = plan.width == .dwordOrQword && form.width == .byte
      guard register.size == width || isEither && register.size >= 4 else { return nil }
      return register
    case (.gprHigh, .gpr): return width == 1 ? register : nil
    default:
      // A vector's width decides which register it is.
      let wide: Operand.Kind = width <= 16 ? .xmm : width == 32 ? .ymm : .zmm
      guard register.kind == (plan.kind == .xmm ? wide : plan.kind) else { return nil }
      return Operand(register.kind, register: register.register, size: width)
    }
  }

  private mutating func match(
    _ value: UInt64, _ operand: AssemblyOperand, _ plan: OperandForm.Plan
  ) throws(AssemblyError) -> Operand {
    let width = bytes(plan.width)
    switch plan.place {
    case .constant:
      guard value == UInt64(plan.register) else { break }
      instruction.immediate = Int64(plan.register)
      return Operand(plan.kind, size: width)
    case .relative:
      let isShort = plan.encoded == .signedByte
      guard operand.distance != .far, operand.distance != (isShort ? .near : .short),
        width != 2 || value <= 0xffff
      else { break }
      target = value
      return Operand(.relative, size: width)
    case .immediate, .secondImmediate:
      guard operand.distance == .any else { break }
      guard let number = fitted(value, width, plan.encoded) else {
        throw AssemblyError(.overflow, at: operand.start)
      }
      if plan.place == .immediate {
        instruction.immediate = number
      } else {
        instruction.immediate2 = number
      }
      return Operand(plan.kind, size: width)
    default: break
    }
    throw AssemblyError(.operand, at: operand.start)
  }

  /// A value as `width` bytes hold it, with or without a sign; nil if they or the code do not.
  private func fitted(
    _ value: UInt64, _ width: UInt8, _ encoded: OperandForm.EncodedWidth
  ) -> Int64? {
    guard let number = value.signed(bytes: width) else { return nil }
    switch encoded {
    case .signedByte: return number >= -128 && number <= 127 ? number : nil
    case .unsignedByte: return value.signed(bytes: 1) == nil ? nil : number & 0xff
    case .unsignedWord: return value <= 0xffff ? number & 0xffff : nil
    case .wordOrDword: return number.fitsDword ? number : nil
    case .full, .none: return number
    }
  }

  /// The bytes of a width, as the decoder works them out.
  private func bytes(_ width: OperandForm.Width) -> UInt8 {
    switch width {
    case .operand: return size
    case .dwordOrQword:
      let isWide = form.encoding.size == .w1 || size == 8 && form.width != .mmx
      return isWide && isLong ? 8 : 4
    case .native: return isLong ? 8 : 4
    case .address: return instruction.addressSize
    case .far: return size &+ 2
    case .descriptor: return isLong ? 10 : 6
    case .pair: return size &* 2
    case .vector: return vectorSize
    case .half: return vectorSize / 2
    case .quarter: return vectorSize / 4
    case .eighth: return vectorSize / 8
    case .dup: return vectorSize == 16 ? 8 : vectorSize
    default: return width.rawValue
    }
  }
}

// MARK: Memory

extension AssemblyMatch {
  private mutating func match(
    _ address: AssemblyAddress, _ operand: AssemblyOperand, _ operandForm: OperandForm
  ) throws(AssemblyError) -> Operand {
    let plan = operandForm.plan
    let refusal = AssemblyError(.operand, at: operand.start)
    memoryStart = operand.start
    switch plan.place {
    case .stringSource, .stringDestination, .table:
      return try matchImplied(address, operand, plan)
    case .memoryOffset: guard address.isAbsolute else { throw refusal }
    case .indexed:
      let size = bytes(plan.width)
      let wide: Operand.Kind = size <= 16 ? .xmm : size == 32 ? .ymm : .zmm
      guard address.vector == wide else { throw refusal }
    case .sib where address.vector == .none: break
    case .modRMRM where address.vector == .none:
      switch form.encoding.target {
      case .register, .forcedRegister: throw refusal
      case .any, .memory: break
      }
    default: throw refusal
    }
    guard plan.kind != .st else { throw refusal }
    let width = operand.control.isBroadcast ? plan.broadcast : bytes(plan.memoryWidth)
    guard width != 0 || !operand.control.isBroadcast else { throw refusal }
    try checkSize(width, operand, operandForm)
    if let registerSize = address.registerSize {
      guard mode.allowsAddress(of: registerSize),
        !isAddressFixed || instruction.addressSize == registerSize
      else { throw AssemblyError(.badRegister, at: operand.start) }
      instruction.addressSize = registerSize
    }
    setSegment(address)
    written = address
    guard plan.place != .indexed else {
      return Operand(.vectorMemory, register: bytes(plan.width), size: width)
    }
    return Operand(.memory, size: width)
  }

  private mutating func setSegment(_ address: AssemblyAddress) {
    guard let segment = address.segment else { return }
    // `ds:[00000018h]` is how a plain address is written outside 64-bit mode.
    if segment == .ds && address.isAbsolute && !isLong { return }
    instruction.prefixes.formUnion([segment.override, .segmentOverride])
  }

  private mutating func checkSize(
    _ width: UInt8, _ operand: AssemblyOperand, _ operandForm: OperandForm
  ) throws(AssemblyError) {
    let refusal = AssemblyError(.operand, at: operand.start)
    let isBranch = form.semantics == .callFar || form.semantics == .jmpFar
    switch operand.distance {
    case .any: break
    case .far:
      guard isBranch, operand.size == nil || operand.size == width else { throw refusal }
      return
    case .near, .short:
      guard operand.distance == .near, form.width == .branch else { throw refusal }
    }
    guard let written = operand.size else {
      // Without a word for it, a pointer that a branch reads is a near one.
      guard !isBranch else { throw refusal }
      guess = width
      return
    }
    let isTable = operandForm == .mDescriptor && (written == 6 || written == 10)
    guard width == 0 || width == written || isTable else { throw refusal }
  }

  /// `[rsi]`, `[rdi]`, `[rbx]` of instructions that know no other place.
  private mutating func matchImplied(
    _ address: AssemblyAddress, _ operand: AssemblyOperand, _ plan: OperandForm.Plan
  ) throws(AssemblyError) -> Operand {
    let refusal = AssemblyError(.operand, at: operand.start)
    let base: UInt8
    switch plan.place {
    case .stringSource: base = 6
    case .stringDestination: base = 7
    default: base = 3
    }
    guard address.base == base, address.index == MemoryOperand.noRegister,
      address.displacement == 0, let registerSize = address.registerSize,
      mode.allowsAddress(of: registerSize)
    else { throw refusal }
    guard depth == 0 || written == nil || instruction.addressSize == registerSize else {
      throw AssemblyError(.badRegister, at: operand.start)
    }
    instruction.addressSize = registerSize
    let width = bytes(plan.place == .table ? plan.memoryWidth : plan.width)
    if let size = operand.size {
      guard size == width else { throw refusal }
    } else {
      guess = width
    }
    if plan.place == .stringDestination {
      guard address.segment == nil || address.segment == .es else { throw refusal }
      if instruction.memory.base != 6 { instruction.memory.base = 7 }
      return Operand(.stringDestination, size: width)
    }
    if let segment = address.segment {
      instruction.prefixes.formUnion([segment.override, .segmentOverride])
    }
    instruction.memory.base = base
    return Operand(plan.place == .table ? .memory : .stringSource, size: width)
  }
}

// MARK: Encoding

extension AssemblyMatch {
  /// The first of the ways to write the memory operand that the encoder takes.
  private func encoded() -> [UInt8]? {
    guard let written else { return settled(instruction, nil) }
    for place in places(written) {
      if let bytes = place { return bytes }
    }
    return nil
  }

  private func places(_ written: AssemblyAddress) -> [[UInt8]?] {
    guard written.isAbsolute, isLong, !hasMemoryOffset else {
      guard mode == .bits16, written.isAbsolute, written.registerSize == nil else {
        return [memory(written)]
      }
      // What 16 bits do not reach, 67 does.
      var wide = written
      wide.registerSize = 4
      return [memory(written), memory(wide)]
    }
    let isBased = written.segment == .fs || written.segment == .gs
    let absolute = memory(written)
    let relative = fromRip(written, addressSize: 8)
    let countsFromRip =
      written.spelling == .full || written.spelling == .expression && !isBased
    let near = countsFromRip ? [relative, absolute] : [absolute, relative]
    guard written.displacement >> 32 == 0 else { return near }
    // With addresses of 32 bits the same place may be in reach.
    var short = written
    short.registerSize = 4
    return near + [memory(short), fromRip(written, addressSize: 4)]
  }

  private var hasMemoryOffset: Bool {
    form.operand(0).plan.place == .memoryOffset || form.operand(1).plan.place == .memoryOffset
  }

  private func memory(_ written: AssemblyAddress) -> [UInt8]? {
    var copy = instruction
    if let registerSize = written.registerSize {
      copy.addressSize = registerSize
    } else if written.vector != .none && copy.addressSize == 2 {
      copy.addressSize = 4
    }
    guard let displacement = written.displacement.signed(bytes: copy.addressSize) else {
      return nil
    }
    copy.memory.base = written.base
    copy.memory.index = written.index
    copy.memory.scaleShift = written.scaleShift
    copy.memory.displacement = displacement
    if hasMemoryOffset && copy.addressSize < 8 {
      copy.memory.displacement &= (1 << (Int64(copy.addressSize) * 8)) - 1
    }
    if written.vector == .none { copy.memory.order(addressSize: copy.addressSize) }
    return settled(copy, nil)
  }

  private func fromRip(_ written: AssemblyAddress, addressSize: UInt8) -> [UInt8]? {
    var copy = instruction
    copy.addressSize = addressSize
    copy.memory.base = MemoryOperand.rip
    return settled(copy, written.displacement)
  }

  /// The bytes, with what counts from the next instruction worked out once the length is known.
  private func settled(_ instruction: Instruction, _ place: UInt64?) -> [UInt8]? {
    guard target != nil || place != nil else { return checked(instruction) }
    var copy = instruction
    guard let draft = Encoder.encode(copy) else { return nil }
    let next = address &+ UInt64(draft.count)
    if let place {
      let distance = Int64(bitPattern: place &- next)
      copy.memory.displacement =
        copy.addressSize == 4 ? Int64(Int32(truncatingIfNeeded: distance)) : distance
    }
    if let target {
      let distance = Int64(bitPattern: target &- next)
      switch copy.operands.0.size {
      case 2: copy.immediate = Int64(Int16(truncatingIfNeeded: distance))
      case 4: copy.immediate = Int64(Int32(truncatingIfNeeded: distance))
      default: copy.immediate = distance
      }
    }
    guard let bytes = checked(copy), bytes.count == draft.count else { return nil }
    return bytes
  }

  /// The bytes, if they decode to what was meant.
  private func checked(_ instruction: Instruction) -> [UInt8]? {
    guard let bytes = Encoder.encode(instruction) else { return nil }
    let decoded = Decoder.decode(bytes, mode: mode)
    let kept: Prefixes = [.lock, .rep, .repne, .segmentOverride, .es, .cs, .ss, .ds, .fs, .gs]
    guard decoded.operands == instruction.operands, decoded.immediate == instruction.immediate,
      decoded.immediate2 == instruction.immediate2, decoded.condition == instruction.condition,
      decoded.memory.base == instruction.memory.base,
      decoded.memory.index == instruction.memory.index,
      decoded.memory.displacement == instruction.memory.displacement,
      decoded.memory.scaleShift == instruction.memory.scaleShift,
      decoded.vectorControl == instruction.vectorControl,
      decoded.prefixes.intersection(kept) == instruction.prefixes.intersection(kept)
    else { return nil }
    return bytes
  }
}

extension MemoryOperand {
  /// Brings registers that are only added to each other into an order that can be encoded.
  fileprivate mutating func order(addressSize: UInt8) {
    guard scaleShift == 0, index != MemoryOperand.noRegister else { return }
    // rsp is no index; in 16 bits bx and bp come first, and the encoder refuses what is left.
    let isWordPair = addressSize == 2 && (index == 3 || index == 5)
    if index == 4 || base == MemoryOperand.noRegister || isWordPair { swap(&base, &index) }
  }
}

extension Mode {
  /// Bytes of an address without a prefix.
  var addressSize: UInt8 {
    switch self {
    case .bits16: 2
    case .bits32: 4
    case .bits64: 8
    }
  }

  /// Whether addresses of so many bytes exist.
  func allowsAddress(of size: UInt8) -> Bool {
    self == .bits64 ? size >= 4 : size <= 4
  }
}

extension Segment {
  /// The override prefix.
  var override: Prefixes { Prefixes(rawValue: Prefixes.es.rawValue << UInt16(rawValue)) }
}

extension UInt64 {
  /// The low bytes with their sign, if the value is no more than them, with or without a sign.
  func signed(bytes: UInt8) -> Int64? {
    let number = Int64(bitPattern: self)
    guard bytes > 0, bytes < 8 else { return number }
    let shift = Int64(64 - Int(bytes) * 8)
    let extended = (number << shift) >> shift
    let isUnsigned = self >> UInt64(Int(bytes) * 8) == 0
    return isUnsigned || extended == number ? extended : nil
  }

  /// Whether it is more than 32 bits, with or without a sign.
  var isWide: Bool { signed(bytes: 4) == nil }
}
