extension Form {
  /// Instructions that set single flags.
  static let flagControl: [Form] = [
    Form("F8", "clc", .clc, flags: FlagEffect(written: .carry)),
    Form("F9", "stc", .stc, flags: FlagEffect(written: .carry)),
    Form("F5", "cmc", .cmc, flags: FlagEffect(read: .carry, written: .carry)),
    Form("FC", "cld", .cld, flags: FlagEffect(written: .direction)),
    Form("FD", "std", .std, flags: FlagEffect(written: .direction)),
    Form("FA", "cli", .cli, flags: FlagEffect(written: .interrupt)),
    Form("FB", "sti", .sti, flags: FlagEffect(written: .interrupt)),
    Form("NP 0F 01 CA", "clac", .clac, flags: FlagEffect(written: .alignment)),
    Form("NP 0F 01 CB", "stac", .stac, flags: FlagEffect(written: .alignment)),
    Form("9E", "sahf", .sahf, flags: FlagEffect(written: fromAH)),
    Form("9F", "lahf", .lahf, flags: FlagEffect(read: fromAH)),
  ]

  private static let fromAH: StatusFlags = [.carry, .parity, .adjust, .zero, .sign]

  /// Decimal adjustment and other instructions that 64-bit mode lacks.
  static let decimal: [Form] = [
    Form("27", "daa", .daa, width: .byte, modes: .legacy, flags: adjust),
    Form("2F", "das", .das, width: .byte, modes: .legacy, flags: adjust),
    Form("37", "aaa", .aaa, width: .byte, modes: .legacy, flags: adjust),
    Form("3F", "aas", .aas, width: .byte, modes: .legacy, flags: adjust),
    Form("D4", "aam", .aam, .imm8Unsigned, width: .byte, modes: .legacy, flags: .logic),
    Form("D5", "aad", .aad, .imm8Unsigned, width: .byte, modes: .legacy, flags: .logic),
    Form("D6", "salc", .salc, width: .byte, modes: .legacy, flags: FlagEffect(read: .carry)),
    Form("63 /r", "arpl", .arpl, .rm16, .r16, modes: .legacy, flags: FlagEffect(written: .zero)),
  ]

  private static let adjust = FlagEffect(
    read: [.carry, .adjust], written: [.carry, .parity, .adjust, .zero, .sign],
    undefined: .overflow)
}
