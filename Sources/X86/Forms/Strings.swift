extension Form {
  /// String and port instructions.
  static let strings: [Form] = [
    Form("A4", "movs", .movs, .destination8, .source8, flags: .string),
    Form("A5", "movs", .movs, .destination, .source, flags: .string),
    Form("A6", "cmps", .cmps, .source8, .destination8, flags: .stringCompare),
    Form("A7", "cmps", .cmps, .source, .destination, flags: .stringCompare),
    Form("AA", "stos", .stos, .destination8, flags: .string),
    Form("AB", "stos", .stos, .destination, flags: .string),
    Form("AC", "lods", .lods, .source8, flags: .string),
    Form("AD", "lods", .lods, .source, flags: .string),
    Form("AE", "scas", .scas, .destination8, flags: .stringCompare),
    Form("AF", "scas", .scas, .destination, flags: .stringCompare),
    Form("6C", "ins", .ins, .destination8, .dx, flags: .string),
    Form("6D", "ins", .ins, .destination, .dx, width: .port, flags: .string),
    Form("6E", "outs", .outs, .dx, .source8, width: .byte, flags: .string),
    Form("6F", "outs", .outs, .dx, .source, width: .port, flags: .string),
    Form("E4", "in", .in, .al, .imm8Unsigned),
    Form("E5", "in", .in, .accumulator, .imm8Unsigned, width: .port),
    Form("EC", "in", .in, .al, .dx),
    Form("ED", "in", .in, .accumulator, .dx, width: .port),
    Form("E6", "out", .out, .imm8Unsigned, .al, width: .byte),
    Form("E7", "out", .out, .imm8Unsigned, .accumulator, width: .port),
    Form("EE", "out", .out, .dx, .al, width: .byte),
    Form("EF", "out", .out, .dx, .accumulator, width: .port),
  ]
}
