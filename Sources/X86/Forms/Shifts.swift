extension Form {
  /// Shifts and rotates.
  static let shifts: [Form] =
    shift(0, "rol", .rol, .rotate) + shift(1, "ror", .ror, .rotate)
    + shift(2, "rcl", .rcl, .rotateThroughCarry) + shift(3, "rcr", .rcr, .rotateThroughCarry)
    + shift(4, "shl", .shl, .shift) + shift(5, "shr", .shr, .shift)
    + shift(6, "shl", .shl, .shift) + shift(7, "sar", .sar, .shift) + doubleShifts

  /// The six rows of a shift: by a byte, by one, by cl.
  private static func shift(
    _ digit: Int, _ mnemonic: String, _ semantics: Semantics, _ flags: FlagEffect
  ) -> [Form] {
    [
      Form("C0 /\(digit)", mnemonic, semantics, .rm8, .imm8Unsigned, flags: flags),
      Form("C1 /\(digit)", mnemonic, semantics, .rm, .imm8Unsigned, flags: flags),
      Form("D0 /\(digit)", mnemonic, semantics, .rm8, .one, flags: flags),
      Form("D1 /\(digit)", mnemonic, semantics, .rm, .one, flags: flags),
      Form("D2 /\(digit)", mnemonic, semantics, .rm8, .cl, flags: flags),
      Form("D3 /\(digit)", mnemonic, semantics, .rm, .cl, flags: flags),
    ]
  }

  private static let doubleShifts: [Form] = [
    Form("0F A4 /r", "shld", .shld, .rm, .r, .imm8Unsigned, flags: .shift),
    Form("0F A5 /r", "shld", .shld, .rm, .r, .cl, flags: .shift),
    Form("0F AC /r", "shrd", .shrd, .rm, .r, .imm8Unsigned, flags: .shift),
    Form("0F AD /r", "shrd", .shrd, .rm, .r, .cl, flags: .shift),
    Form("VEX L0 F2 0F 3A F0 /r", "rorx", .rorx, .rY, .rmY, .imm8Unsigned),
    Form("VEX L0 F3 0F 38 F7 /r", "sarx", .sarx, .rY, .rmY, .vY),
    Form("VEX L0 66 0F 38 F7 /r", "shlx", .shlx, .rY, .rmY, .vY),
    Form("VEX L0 F2 0F 38 F7 /r", "shrx", .shrx, .rY, .rmY, .vY),
  ]
}
