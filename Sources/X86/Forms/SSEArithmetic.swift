extension Form {
  /// SSE floating-point arithmetic, logic, comparison.
  static let sseArithmetic: [Form] =
    fourKinds(0x51, "sqrt", (.sqrtps, .sqrtpd, .sqrtss, .sqrtsd))
    + fourKinds(0x58, "add", (.addps, .addpd, .addss, .addsd))
    + fourKinds(0x59, "mul", (.mulps, .mulpd, .mulss, .mulsd))
    + fourKinds(0x5c, "sub", (.subps, .subpd, .subss, .subsd))
    + fourKinds(0x5d, "min", (.minps, .minpd, .minss, .minsd))
    + fourKinds(0x5e, "div", (.divps, .divpd, .divss, .divsd))
    + fourKinds(0x5f, "max", (.maxps, .maxpd, .maxss, .maxsd)) + otherSSEArithmetic

  /// The packed and scalar, single and double rows of an operation.
  private static func fourKinds(
    _ opcode: UInt8, _ name: String,
    _ semantics: (ps: Semantics, pd: Semantics, ss: Semantics, sd: Semantics)
  ) -> [Form] {
    let byte = String(opcode, radix: 16)
    return [
      Form("NP 0F \(byte) /r", name + "ps", semantics.ps, .xmm, .xmmRM),
      Form("66 0F \(byte) /r", name + "pd", semantics.pd, .xmm, .xmmRM),
      Form("F3 0F \(byte) /r", name + "ss", semantics.ss, .xmm, .xmmRM32),
      Form("F2 0F \(byte) /r", name + "sd", semantics.sd, .xmm, .xmmRM64),
    ]
  }

  private static let otherSSEArithmetic: [Form] = [
    Form("NP 0F 52 /r", "rsqrtps", .rsqrtps, .xmm, .xmmRM),
    Form("F3 0F 52 /r", "rsqrtss", .rsqrtss, .xmm, .xmmRM32),
    Form("NP 0F 53 /r", "rcpps", .rcpps, .xmm, .xmmRM),
    Form("F3 0F 53 /r", "rcpss", .rcpss, .xmm, .xmmRM32),
    Form("NP 0F 54 /r", "andps", .andps, .xmm, .xmmRM),
    Form("66 0F 54 /r", "andpd", .andpd, .xmm, .xmmRM),
    Form("NP 0F 55 /r", "andnps", .andnps, .xmm, .xmmRM),
    Form("66 0F 55 /r", "andnpd", .andnpd, .xmm, .xmmRM),
    Form("NP 0F 56 /r", "orps", .orps, .xmm, .xmmRM),
    Form("66 0F 56 /r", "orpd", .orpd, .xmm, .xmmRM),
    Form("NP 0F 57 /r", "xorps", .xorps, .xmm, .xmmRM),
    Form("66 0F 57 /r", "xorpd", .xorpd, .xmm, .xmmRM),
    Form("NP 0F C2 /r", "cmpps", .cmpps, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F C2 /r", "cmppd", .cmppd, .xmm, .xmmRM, .imm8Unsigned),
    Form("F3 0F C2 /r", "cmpss", .cmpss, .xmm, .xmmRM32, .imm8Unsigned),
    Form("F2 0F C2 /r", "cmpsd", .cmpsd, .xmm, .xmmRM64, .imm8Unsigned),
    Form("NP 0F 2E /r", "ucomiss", .ucomiss, .xmm, .xmmRM32, flags: .compare),
    Form("66 0F 2E /r", "ucomisd", .ucomisd, .xmm, .xmmRM64, flags: .compare),
    Form("NP 0F 2F /r", "comiss", .comiss, .xmm, .xmmRM32, flags: .compare),
    Form("66 0F 2F /r", "comisd", .comisd, .xmm, .xmmRM64, flags: .compare),
    Form("NP 0F 14 /r", "unpcklps", .unpcklps, .xmm, .xmmRM),
    Form("66 0F 14 /r", "unpcklpd", .unpcklpd, .xmm, .xmmRM),
    Form("NP 0F 15 /r", "unpckhps", .unpckhps, .xmm, .xmmRM),
    Form("66 0F 15 /r", "unpckhpd", .unpckhpd, .xmm, .xmmRM),
    Form("NP 0F C6 /r", "shufps", .shufps, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F C6 /r", "shufpd", .shufpd, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F 7C /r", "haddpd", .haddpd, .xmm, .xmmRM),
    Form("F2 0F 7C /r", "haddps", .haddps, .xmm, .xmmRM),
    Form("66 0F 7D /r", "hsubpd", .hsubpd, .xmm, .xmmRM),
    Form("F2 0F 7D /r", "hsubps", .hsubps, .xmm, .xmmRM),
    Form("66 0F D0 /r", "addsubpd", .addsubpd, .xmm, .xmmRM),
    Form("F2 0F D0 /r", "addsubps", .addsubps, .xmm, .xmmRM),
  ]

  /// Conversions between integers and floating point, and between its widths.
  static let sseConversions: [Form] = [
    Form("NP 0F 2A /r", "cvtpi2ps", .cvtpi2ps, .xmm, .mmRM),
    Form("66 0F 2A /r", "cvtpi2pd", .cvtpi2pd, .xmm, .mmRM),
    Form("F3 0F 2A /r", "cvtsi2ss", .cvtsi2ss, .xmm, .rmY, width: .doubleOrQuad),
    Form("F2 0F 2A /r", "cvtsi2sd", .cvtsi2sd, .xmm, .rmY, width: .doubleOrQuad),
    Form("NP 0F 2C /r", "cvttps2pi", .cvttps2pi, .mm, .xmmRM64),
    Form("66 0F 2C /r", "cvttpd2pi", .cvttpd2pi, .mm, .xmmRM),
    Form("F3 0F 2C /r", "cvttss2si", .cvttss2si, .rY, .xmmRM32),
    Form("F2 0F 2C /r", "cvttsd2si", .cvttsd2si, .rY, .xmmRM64),
    Form("NP 0F 2D /r", "cvtps2pi", .cvtps2pi, .mm, .xmmRM64),
    Form("66 0F 2D /r", "cvtpd2pi", .cvtpd2pi, .mm, .xmmRM),
    Form("F3 0F 2D /r", "cvtss2si", .cvtss2si, .rY, .xmmRM32),
    Form("F2 0F 2D /r", "cvtsd2si", .cvtsd2si, .rY, .xmmRM64),
    Form("NP 0F 5A /r", "cvtps2pd", .cvtps2pd, .xmm, .xmmRM64),
    Form("66 0F 5A /r", "cvtpd2ps", .cvtpd2ps, .xmm, .xmmRM),
    Form("F3 0F 5A /r", "cvtss2sd", .cvtss2sd, .xmm, .xmmRM32),
    Form("F2 0F 5A /r", "cvtsd2ss", .cvtsd2ss, .xmm, .xmmRM64),
    Form("NP 0F 5B /r", "cvtdq2ps", .cvtdq2ps, .xmm, .xmmRM),
    Form("66 0F 5B /r", "cvtps2dq", .cvtps2dq, .xmm, .xmmRM),
    Form("F3 0F 5B /r", "cvttps2dq", .cvttps2dq, .xmm, .xmmRM),
    Form("F3 0F E6 /r", "cvtdq2pd", .cvtdq2pd, .xmm, .xmmRM64),
    Form("66 0F E6 /r", "cvttpd2dq", .cvttpd2dq, .xmm, .xmmRM),
    Form("F2 0F E6 /r", "cvtpd2dq", .cvtpd2dq, .xmm, .xmmRM),
  ]
}
