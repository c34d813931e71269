import X86

/// Makes records: an instruction of a row and a state that suits it. The same seed, row and index
/// give the same record.
public final class Generator {
  /// The row's number.
  public let row: Int
  private let form: Form
  private let usesVVVV: Bool
  private let flavour: Flavour
  private let seed: UInt64
  private let stream: Int

  /// A generator for a row of the table. Its numbers are those of a stream, by default the row's.
  public init(row: Int, seed: UInt64, stream: Int? = nil) {
    self.row = row
    self.seed = seed
    self.stream = stream ?? row
    form = Form.all[row]
    usesVVVV = CodeGenerator.usesVVVV(form)
    let name = form.mnemonic
    if name.hasPrefix("f") {
      flavour = .extended
    } else if name.hasPrefix("p") || name.hasPrefix("vp") {
      flavour = .integers
    } else if name.hasSuffix("ps") || name.hasSuffix("ss") || name.contains("ss2")
      || name.contains("ps2")
    {
      flavour = .singles
    } else if name.hasSuffix("pd") || name.hasSuffix("sd") || name.contains("sd2")
      || name.contains("pd2")
    {
      flavour = .doubles
    } else {
      flavour = .any
    }
  }

  /// Fills in a record.
  ///
  /// - Returns: the instruction; nil if the bytes made are none of this row (another row may claim
  ///   them), and the record is to be left out.
  public func make(_ index: UInt64, into record: Record, slot: Int) -> Instruction? {
    var random = Numbers(seed: seed, row: stream, index: index)
    var code = CodeGenerator(form: form, usesVVVV: usesVVVV, random: random)
    var bytes = code.make()
    random = code.random
    var instruction = Decoder.decode(bytes.bytes, mode: .bits64)
    guard instruction.isValid, Int(instruction.form) == row else { return nil }
    let state = record.before
    var states = StateGenerator(random: random, flavour: flavour)
    states.fill(state)
    let crossing = slot & 31 == 31
    let page = Layout.code &+ UInt64((slot >> 3) & 63) &* 0x1000
    var rip = page &+ UInt64(slot & 7) &* 0x200 &+ 0x100
    if crossing { rip = page &+ 0x1000 &- 1 &- states.random.below(UInt64(instruction.length)) }
    state.rip = rip
    place(&instruction, &bytes, state, &states)
    Special.adjust(instruction, &bytes, state, &states)
    instruction = Decoder.decode(bytes.bytes, mode: .bits64)
    guard instruction.isValid, Int(instruction.form) == row else { return nil }
    record.code = Array(bytes.bytes.prefix(Int(instruction.length)))
    return instruction
  }

  private func place(
    _ instruction: inout Instruction, _ bytes: inout CodeBytes, _ state: State,
    _ states: inout StateGenerator
  ) {
    guard instruction.hasMemory else { return }
    let size = UInt64(instruction.memorySize)
    let target = states.address(size == 0 ? 64 : size)
    guard let displacement = states.aim(instruction, target, at: state.rip, state),
      let place = bytes.absolute
    else { return }
    for index in 0..<bytes.absoluteBytes where place + index < bytes.bytes.count {
      bytes.bytes[place + index] = UInt8(truncatingIfNeeded: displacement >> UInt64(index * 8))
    }
  }
}

extension Instruction {
  /// Whether an operand is memory that ModRM or an offset names.
  var hasMemory: Bool {
    operands.0.kind == .memory || operands.1.kind == .memory || operands.2.kind == .memory
      || operands.3.kind == .memory
  }

  /// The bytes of the memory operand; 0 if the operand does not say.
  var memorySize: UInt8 {
    for place in 0..<4 where operand(place).kind == .memory { return operand(place).size }
    return 0
  }
}
