extension Form {
  /// Two-operand and one-operand integer arithmetic and logic.
  static let arithmetic: [Form] =
    twoOperand(0x00, "add", .add, .arithmetic) + twoOperand(0x08, "or", .or, .logic)
    + twoOperand(0x10, "adc", .adc, .withCarry) + twoOperand(0x18, "sbb", .sbb, .withCarry)
    + twoOperand(0x20, "and", .and, .logic) + twoOperand(0x28, "sub", .sub, .arithmetic)
    + twoOperand(0x30, "xor", .xor, .logic) + twoOperand(0x38, "cmp", .cmp, .arithmetic)
    + otherArithmetic

  /// The ten rows of an operation whose opcodes start at `base`; its digit is bits 3-5 of that.
  private static func twoOperand(
    _ base: UInt8, _ mnemonic: String, _ semantics: Semantics, _ flags: FlagEffect
  ) -> [Form] {
    func opcode(_ offset: UInt8) -> String { String(base + offset, radix: 16) }
    let digit = "/\(base >> 3)"
    let lock = semantics != .cmp
    return [
      Form("\(opcode(0)) /r", mnemonic, semantics, .rm8, .r8, flags: flags, lock: lock),
      Form("\(opcode(1)) /r", mnemonic, semantics, .rm, .r, flags: flags, lock: lock),
      Form("\(opcode(2)) /r", mnemonic, semantics, .r8, .rm8, flags: flags),
      Form("\(opcode(3)) /r", mnemonic, semantics, .r, .rm, flags: flags),
      Form(opcode(4), mnemonic, semantics, .al, .imm8, flags: flags),
      Form(opcode(5), mnemonic, semantics, .accumulator, .imm, flags: flags),
      Form("80 \(digit)", mnemonic, semantics, .rm8, .imm8, flags: flags, lock: lock),
      Form("81 \(digit)", mnemonic, semantics, .rm, .imm, flags: flags, lock: lock),
      Form(
        "82 \(digit)", mnemonic, semantics, .rm8, .imm8, modes: .legacy, flags: flags,
        lock: lock),
      Form("83 \(digit)", mnemonic, semantics, .rm, .imm8Extended, flags: flags, lock: lock),
    ]
  }

  private static let otherArithmetic: [Form] = [
    Form("A8", "test", .test, .al, .imm8, flags: .logic),
    Form("A9", "test", .test, .accumulator, .imm, flags: .logic),
    Form("84 /r", "test", .test, .rm8, .r8, flags: .logic),
    Form("85 /r", "test", .test, .rm, .r, flags: .logic),
    Form("F6 /0", "test", .test, .rm8, .imm8, flags: .logic),
    Form("F6 /1", "test", .test, .rm8, .imm8, flags: .logic),
    Form("F7 /0", "test", .test, .rm, .imm, flags: .logic),
    Form("F7 /1", "test", .test, .rm, .imm, flags: .logic),
    Form("F6 /2", "not", .not, .rm8, lock: true),
    Form("F7 /2", "not", .not, .rm, lock: true),
    Form("F6 /3", "neg", .neg, .rm8, flags: .arithmetic, lock: true),
    Form("F7 /3", "neg", .neg, .rm, flags: .arithmetic, lock: true),
    Form("F6 /4", "mul", .mul, .al, .rm8, flags: .multiply),
    Form("F7 /4", "mul", .mul, .accumulator, .rm, flags: .multiply),
    Form("F6 /5", "imul", .imul, .rm8, flags: .multiply),
    Form("F7 /5", "imul", .imul, .rm, flags: .multiply),
    Form("F6 /6", "div", .div, .al, .rm8, flags: .divide),
    Form("F7 /6", "div", .div, .accumulator, .rm, flags: .divide),
    Form("F6 /7", "idiv", .idiv, .al, .rm8, flags: .divide),
    Form("F7 /7", "idiv", .idiv, .accumulator, .rm, flags: .divide),
    Form("0F AF /r", "imul", .imul2, .r, .rm, flags: .multiply),
    Form("69 /r", "imul", .imul3, .r, .rm, .imm, flags: .multiply),
    Form("6B /r", "imul", .imul3, .r, .rm, .imm8Extended, flags: .multiply),
    Form("40+r", "inc", .inc, .o, modes: .legacy, flags: .increment),
    Form("48+r", "dec", .dec, .o, modes: .legacy, flags: .increment),
    Form("FE /0", "inc", .inc, .rm8, flags: .increment, lock: true),
    Form("FF /0", "inc", .inc, .rm, flags: .increment, lock: true),
    Form("FE /1", "dec", .dec, .rm8, flags: .increment, lock: true),
    Form("FF /1", "dec", .dec, .rm, flags: .increment, lock: true),
    Form("0F C0 /r", "xadd", .xadd, .rm8, .r8, flags: .arithmetic, lock: true),
    Form("0F C1 /r", "xadd", .xadd, .rm, .r, flags: .arithmetic, lock: true),
    Form("0F B0 /r", "cmpxchg", .cmpxchg, .rm8, .r8, flags: .arithmetic, lock: true),
    Form("0F B1 /r", "cmpxchg", .cmpxchg, .rm, .r, flags: .arithmetic, lock: true),
    Form("0F C7 /1 mem", "cmpxchg8b", .cmpxchg8b, .m64, flags: zeroOnly, lock: true),
    Form("o64 0F C7 /1 mem", "cmpxchg16b", .cmpxchg16b, .m128, flags: zeroOnly, lock: true),
    Form("66 0F 38 F6 /r", "adcx", .adcx, .rY, .rmY, flags: carryChain),
    Form("F3 0F 38 F6 /r", "adox", .adox, .rY, .rmY, flags: overflowChain),
  ]

  private static let zeroOnly = FlagEffect(written: .zero)
  private static let carryChain = FlagEffect(read: .carry, written: .carry)
  private static let overflowChain = FlagEffect(read: .overflow, written: .overflow)
}
