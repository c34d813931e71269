extension Form {
  /// x87 arithmetic: eight operations with the same digit in six opcodes.
  static let x87Arithmetic: [Form] =
    operation(0, "add", (.fadd, .fiadd, .faddp), 0)
    + operation(1, "mul", (.fmul, .fimul, .fmulp), 1)
    + operation(4, "sub", (.fsub, .fisub, .fsubp), 5)
    + operation(5, "subr", (.fsubr, .fisubr, .fsubrp), 4)
    + operation(6, "div", (.fdiv, .fidiv, .fdivp), 7)
    + operation(7, "divr", (.fdivr, .fidivr, .fdivrp), 6)
    + comparisons

  /// The rows of an operation: with memory, with a register as source, as destination, popping.
  ///
  /// - Parameter reversed: the digit in DC and DE, where `sub`/`subr` and `div`/`divr` are swapped.
  private static func operation(
    _ digit: Int, _ name: String, _ semantics: (Semantics, Semantics, Semantics),
    _ reversed: Int
  ) -> [Form] {
    [
      Form("D8 /\(digit) mem", "f" + name, semantics.0, .float32),
      Form("DC /\(digit) mem", "f" + name, semantics.0, .float64),
      Form("DA /\(digit) mem", "fi" + name, semantics.1, .int32),
      Form("DE /\(digit) mem", "fi" + name, semantics.1, .int16),
      Form("D8 /\(digit) reg", "f" + name, semantics.0, .st0, .sti),
      Form("DC /\(reversed) reg", "f" + name, semantics.0, .sti, .st0),
      Form("DE /\(reversed) reg", "f" + name + "p", semantics.2, .sti, .st0),
    ]
  }

  private static let comparisons: [Form] = [
    Form("D8 /2 mem", "fcom", .fcom, .float32),
    Form("DC /2 mem", "fcom", .fcom, .float64),
    Form("D8 /3 mem", "fcomp", .fcomp, .float32),
    Form("DC /3 mem", "fcomp", .fcomp, .float64),
    Form("DA /2 mem", "ficom", .ficom, .int32),
    Form("DE /2 mem", "ficom", .ficom, .int16),
    Form("DA /3 mem", "ficomp", .ficomp, .int32),
    Form("DE /3 mem", "ficomp", .ficomp, .int16),
    Form("D8 /2 reg", "fcom", .fcom, .sti),
    Form("DC /2 reg", "fcom", .fcom, .sti),
    Form("D8 /3 reg", "fcomp", .fcomp, .sti),
    Form("DC /3 reg", "fcomp", .fcomp, .sti),
    Form("DE /2 reg", "fcomp", .fcomp, .sti),
    Form("DE D9", "fcompp", .fcompp),
    Form("DA E9", "fucompp", .fucompp),
    Form("DD /4 reg", "fucom", .fucom, .sti),
    Form("DD /5 reg", "fucomp", .fucomp, .sti),
    Form("DB /5 reg", "fucomi", .fucomi, .st0, .sti, flags: .compare),
    Form("DF /5 reg", "fucomip", .fucomip, .st0, .sti, flags: .compare),
    Form("DB /6 reg", "fcomi", .fcomi, .st0, .sti, flags: .compare),
    Form("DF /6 reg", "fcomip", .fcomip, .st0, .sti, flags: .compare),
  ]

  /// The rest of x87: loads and stores, control, functions.
  static let x87: [Form] = x87Moves + x87Functions

  private static let x87Moves: [Form] = [
    Form("D9 /0 mem", "fld", .fld, .float32),
    Form("DD /0 mem", "fld", .fld, .float64),
    Form("DB /5 mem", "fld", .fld, .float80),
    Form("D9 /0 reg", "fld", .fld, .sti),
    Form("D9 /2 mem", "fst", .fst, .float32),
    Form("DD /2 mem", "fst", .fst, .float64),
    Form("DD /2 reg", "fst", .fst, .sti),
    Form("D9 /3 mem", "fstp", .fstp, .float32),
    Form("DD /3 mem", "fstp", .fstp, .float64),
    Form("DB /7 mem", "fstp", .fstp, .float80),
    Form("DD /3 reg", "fstp", .fstp, .sti),
    Form("D9 /3 reg", "fstp", .fstp, .sti),
    Form("DF /2 reg", "fstp", .fstp, .sti),
    Form("DF /3 reg", "fstp", .fstp, .sti),
    Form("DF /0 mem", "fild", .fild, .int16),
    Form("DB /0 mem", "fild", .fild, .int32),
    Form("DF /5 mem", "fild", .fild, .int64),
    Form("DF /2 mem", "fist", .fist, .int16),
    Form("DB /2 mem", "fist", .fist, .int32),
    Form("DF /3 mem", "fistp", .fistp, .int16),
    Form("DB /3 mem", "fistp", .fistp, .int32),
    Form("DF /7 mem", "fistp", .fistp, .int64),
    Form("DF /1 mem", "fisttp", .fisttp, .int16),
    Form("DB /1 mem", "fisttp", .fisttp, .int32),
    Form("DD /1 mem", "fisttp", .fisttp, .int64),
    Form("DF /4 mem", "fbld", .fbld, .float80),
    Form("DF /6 mem", "fbstp", .fbstp, .float80),
    Form("D9 /1 reg", "fxch", .fxch, .sti),
    Form("DD /1 reg", "fxch", .fxch, .sti),
    Form("DF /1 reg", "fxch", .fxch, .sti),
    Form("DA /0 reg", "fcmovb", .fcmovb, .st0, .sti, flags: .condition),
    Form("DA /1 reg", "fcmove", .fcmove, .st0, .sti, flags: .condition),
    Form("DA /2 reg", "fcmovbe", .fcmovbe, .st0, .sti, flags: .condition),
    Form("DA /3 reg", "fcmovu", .fcmovu, .st0, .sti, flags: .condition),
    Form("DB /0 reg", "fcmovnb", .fcmovnb, .st0, .sti, flags: .condition),
    Form("DB /1 reg", "fcmovne", .fcmovne, .st0, .sti, flags: .condition),
    Form("DB /2 reg", "fcmovnbe", .fcmovnbe, .st0, .sti, flags: .condition),
    Form("DB /3 reg", "fcmovnu", .fcmovnu, .st0, .sti, flags: .condition),
    Form("D9 /5 mem", "fldcw", .fldcw, .m16),
    Form("D9 /7 mem", "fnstcw", .fnstcw, .m16),
    Form("DD /7 mem", "fnstsw", .fnstsw, .m16),
    Form("DF E0", "fnstsw", .fnstsw, .ax),
    Form("D9 /4 mem", "fldenv", .fldenv, .m),
    Form("D9 /6 mem", "fnstenv", .fnstenv, .m),
    Form("DD /4 mem", "frstor", .frstor, .m),
    Form("DD /6 mem", "fnsave", .fnsave, .m),
    Form("DD /0 reg", "ffree", .ffree, .sti),
    Form("DF /0 reg", "ffreep", .ffreep, .sti),
    Form("NP 0F 77", "emms", .emms),
  ]

  private static let x87Functions: [Form] = [
    Form("9B", "wait", .fwait),
    Form("DB E2", "fnclex", .fnclex),
    Form("DB E3", "fninit", .fninit),
    Form("DB E0", "fneni", .fnop),
    Form("DB E1", "fndisi", .fnop),
    Form("DB E4", "fnsetpm", .fnop),
    Form("D9 D0", "fnop", .fnop),
    Form("D9 E0", "fchs", .fchs),
    Form("D9 E1", "fabs", .fabs),
    Form("D9 E4", "ftst", .ftst),
    Form("D9 E5", "fxam", .fxam),
    Form("D9 E8", "fld1", .fld1),
    Form("D9 E9", "fldl2t", .fldl2t),
    Form("D9 EA", "fldl2e", .fldl2e),
    Form("D9 EB", "fldpi", .fldpi),
    Form("D9 EC", "fldlg2", .fldlg2),
    Form("D9 ED", "fldln2", .fldln2),
    Form("D9 EE", "fldz", .fldz),
    Form("D9 F0", "f2xm1", .f2xm1),
    Form("D9 F1", "fyl2x", .fyl2x),
    Form("D9 F2", "fptan", .fptan),
    Form("D9 F3", "fpatan", .fpatan),
    Form("D9 F4", "fxtract", .fxtract),
    Form("D9 F5", "fprem1", .fprem1),
    Form("D9 F6", "fdecstp", .fdecstp),
    Form("D9 F7", "fincstp", .fincstp),
    Form("D9 F8", "fprem", .fprem),
    Form("D9 F9", "fyl2xp1", .fyl2xp1),
    Form("D9 FA", "fsqrt", .fsqrt),
    Form("D9 FB", "fsincos", .fsincos),
    Form("D9 FC", "frndint", .frndint),
    Form("D9 FD", "fscale", .fscale),
    Form("D9 FE", "fsin", .fsin),
    Form("D9 FF", "fcos", .fcos),
  ]
}
