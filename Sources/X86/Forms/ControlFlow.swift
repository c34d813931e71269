extension Form {
  /// Branches, calls, returns, interrupts and system calls.
  static let controlFlow: [Form] = [
    Form("E8", "call", .call, .rel),
    Form("E9", "jmp", .jmp, .rel),
    Form("EB", "jmp", .jmp, .rel8),
    Form("70+cc", "j", .jcc, .rel8, flags: .condition),
    Form("0F 80+cc", "j", .jcc, .rel, flags: .condition),
    Form("E0", "loopne", .loopne, .rel8, flags: readsZero),
    Form("E1", "loope", .loope, .rel8, flags: readsZero),
    Form("E2", "loop", .loop, .rel8),
    Form("E3", "jrcxz", .jrcxz, .rel8),
    Form("FF /2", "call", .callIndirect, .rm, width: .branch),
    Form("FF /4", "jmp", .jmpIndirect, .rm, width: .branch),
    Form("FF /3 mem", "call", .callFar, .mFar),
    Form("FF /5 mem", "jmp", .jmpFar, .mFar),
    Form("9A", "call", .callFar, .far, modes: .legacy),
    Form("EA", "jmp", .jmpFar, .far, modes: .legacy),
    Form("C2", "ret", .ret, .imm16Unsigned, width: .branch),
    Form("C3", "ret", .ret, width: .branch),
    Form("CA", "retf", .retFar, .imm16Unsigned),
    Form("CB", "retf", .retFar),
    Form("o16 CF", "iret", .iret, flags: writesAll),
    Form("o32 CF", "iretd", .iret, flags: writesAll),
    Form("o64 CF", "iretq", .iret, flags: writesAll),
    Form("CC", "int", .int3, .three),
    Form("CD", "int", .int, .imm8Unsigned),
    Form("CE", "into", .into, modes: .legacy, flags: readsOverflow),
    Form("F1", "int1", .int1),
    Form("62 /r mem", "bound", .bound, .r, .mPair, modes: .legacy),
    Form("0F 05", "syscall", .syscall),
    Form("0F 07", "sysret", .sysret, flags: writesAll),
    Form("o64 0F 07", "sysretq", .sysret, flags: writesAll),
    Form("0F 34", "sysenter", .sysenter),
    Form("0F 35", "sysexit", .sysexit),
    Form("o64 0F 35", "sysexitq", .sysexit),
    Form("0F FF /r", "ud0", .ud0, .r, .rm),
    Form("0F B9 /r", "ud1", .ud1, .r, .rm),
    Form("0F 0B", "ud2", .ud2),
  ]

  private static let readsZero = FlagEffect(read: .zero)
  private static let readsOverflow = FlagEffect(read: .overflow)
}
