extension Form {
  /// Instructions that push, pop and make frames.
  static let stack: [Form] = [
    Form("50+r", "push", .push, .o, width: .stack),
    Form("58+r", "pop", .pop, .o, width: .stack),
    Form("68", "push", .push, .imm, width: .stack),
    Form("6A", "push", .push, .imm8Extended, width: .stack),
    Form("FF /6", "push", .push, .rm, width: .stack),
    Form("8F /0", "pop", .pop, .rm, width: .stack),
    Form("06", "push", .push, .es, width: .stack, modes: .legacy),
    Form("07", "pop", .pop, .es, width: .stack, modes: .legacy),
    Form("0E", "push", .push, .cs, width: .stack, modes: .legacy),
    Form("16", "push", .push, .ss, width: .stack, modes: .legacy),
    Form("17", "pop", .pop, .ss, width: .stack, modes: .legacy),
    Form("1E", "push", .push, .ds, width: .stack, modes: .legacy),
    Form("1F", "pop", .pop, .ds, width: .stack, modes: .legacy),
    Form("0F A0", "push", .push, .fs, width: .stack),
    Form("0F A1", "pop", .pop, .fs, width: .stack),
    Form("0F A8", "push", .push, .gs, width: .stack),
    Form("0F A9", "pop", .pop, .gs, width: .stack),
    Form("60", "pushad", .pusha, modes: .legacy),
    Form("o16 60", "pusha", .pusha, modes: .legacy),
    Form("61", "popad", .popa, modes: .legacy),
    Form("o16 61", "popa", .popa, modes: .legacy),
    Form("o16 9C", "pushf", .pushf, width: .stack, flags: readsAll),
    Form("9C", "pushfd", .pushf, width: .stack, modes: .legacy, flags: readsAll),
    Form("9C", "pushfq", .pushf, width: .stack, modes: .long, flags: readsAll),
    Form("o16 9D", "popf", .popf, width: .stack, flags: writesAll),
    Form("9D", "popfd", .popf, width: .stack, modes: .legacy, flags: writesAll),
    Form("9D", "popfq", .popf, width: .stack, modes: .long, flags: writesAll),
    Form("C8", "enter", .enter, .imm16Unsigned, .secondImm8, width: .stack),
    Form("C9", "leave", .leave, width: .stack),
  ]

  private static let every: StatusFlags = [.status, .interrupt, .direction, .alignment]
  private static let readsAll = FlagEffect(read: every)
  static let writesAll = FlagEffect(written: every)
}
