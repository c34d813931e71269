extension Form {
  /// Bit tests, scans, counts and fields.
  static let bits: [Form] = [
    Form("0F A3 /r", "bt", .bt, .rm, .r, flags: .bitTest),
    Form("0F AB /r", "bts", .bts, .rm, .r, flags: .bitTest, lock: true),
    Form("0F B3 /r", "btr", .btr, .rm, .r, flags: .bitTest, lock: true),
    Form("0F BB /r", "btc", .btc, .rm, .r, flags: .bitTest, lock: true),
    Form("0F BA /4", "bt", .bt, .rm, .imm8Unsigned, flags: .bitTest),
    Form("0F BA /5", "bts", .bts, .rm, .imm8Unsigned, flags: .bitTest, lock: true),
    Form("0F BA /6", "btr", .btr, .rm, .imm8Unsigned, flags: .bitTest, lock: true),
    Form("0F BA /7", "btc", .btc, .rm, .imm8Unsigned, flags: .bitTest, lock: true),
    Form("0F BC /r", "bsf", .bsf, .r, .rm, flags: .bitScan),
    Form("0F BD /r", "bsr", .bsr, .r, .rm, flags: .bitScan),
    Form("F3 0F BC /r", "tzcnt", .tzcnt, .r, .rm, flags: .bitCount),
    Form("F3 0F BD /r", "lzcnt", .lzcnt, .r, .rm, flags: .bitCount),
    Form("F3 0F B8 /r", "popcnt", .popcnt, .r, .rm, flags: .compare),
    Form("F2 0F 38 F0 /r", "crc32", .crc32, .rY, .rm8, width: .byte),
    Form("F2 0F 38 F1 /r", "crc32", .crc32, .rY, .rm, width: .operand),
    Form("VEX L0 NP 0F 38 F2 /r", "andn", .andn, .rY, .vY, .rmY, flags: .logic),
    Form("VEX L0 NP 0F 38 F7 /r", "bextr", .bextr, .rY, .rmY, .vY, flags: bitField),
    Form("VEX L0 NP 0F 38 F3 /1", "blsr", .blsr, .vY, .rmY, flags: bitField),
    Form("VEX L0 NP 0F 38 F3 /2", "blsmsk", .blsmsk, .vY, .rmY, flags: bitField),
    Form("VEX L0 NP 0F 38 F3 /3", "blsi", .blsi, .vY, .rmY, flags: bitField),
    Form("VEX L0 NP 0F 38 F5 /r", "bzhi", .bzhi, .rY, .rmY, .vY, flags: bitField),
    Form("VEX L0 F2 0F 38 F6 /r", "mulx", .mulx, .rY, .vY, .rmY),
    Form("VEX L0 F2 0F 38 F5 /r", "pdep", .pdep, .rY, .vY, .rmY),
    Form("VEX L0 F3 0F 38 F5 /r", "pext", .pext, .rY, .vY, .rmY),
  ]

  private static let bitField = FlagEffect(
    written: [.carry, .zero, .sign, .overflow], undefined: [.parity, .adjust])
}
