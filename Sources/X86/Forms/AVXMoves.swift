/// AVX and AVX2: conversions, moves, single elements, broadcasts, gathers.
extension Form {
  static let avxConversions: [Form] = [
    Form("VEX NP 0F 5A /r", "vcvtps2pd", .cvtps2pd, .vec, .halfVecRM),
    Form("VEX 66 0F 5A /r", "vcvtpd2ps", .cvtpd2ps, .halfVec, .vecRM),
    Form("VEX F3 0F E6 /r", "vcvtdq2pd", .cvtdq2pd, .vec, .halfVecRM),
    Form("VEX 66 0F E6 /r", "vcvttpd2dq", .cvttpd2dq, .halfVec, .vecRM),
    Form("VEX F2 0F E6 /r", "vcvtpd2dq", .cvtpd2dq, .halfVec, .vecRM),
    Form("VEX F3 0F 2A /r", "vcvtsi2ss", .cvtsi2ss, .xmm, .xmmV, .rmY, width: .doubleOrQuad),
    Form("VEX F2 0F 2A /r", "vcvtsi2sd", .cvtsi2sd, .xmm, .xmmV, .rmY, width: .doubleOrQuad),
    Form("VEX F3 0F 2C /r", "vcvttss2si", .cvttss2si, .rY, .xmmRM32),
    Form("VEX F2 0F 2C /r", "vcvttsd2si", .cvttsd2si, .rY, .xmmRM64),
    Form("VEX F3 0F 2D /r", "vcvtss2si", .cvtss2si, .rY, .xmmRM32),
    Form("VEX F2 0F 2D /r", "vcvtsd2si", .cvtsd2si, .rY, .xmmRM64),
    Form("VEX 66 W0 0F 38 13 /r", "vcvtph2ps", .vcvtph2ps, .vec, .halfVecRM),
    Form(
      "VEX 66 W0 0F 3A 1D /r", "vcvtps2ph", .vcvtps2ph, .halfVecRM, .vec, .imm8Unsigned),
  ]

  static let avxExtensions: [Form] = [
    Form("VEX 66 0F 38 20 /r", "vpmovsxbw", .pmovsxbw, .vec, .halfVecRM),
    Form("VEX 66 0F 38 21 /r", "vpmovsxbd", .pmovsxbd, .vec, .quarterVecRM),
    Form("VEX 66 0F 38 22 /r", "vpmovsxbq", .pmovsxbq, .vec, .eighthVecRM),
    Form("VEX 66 0F 38 23 /r", "vpmovsxwd", .pmovsxwd, .vec, .halfVecRM),
    Form("VEX 66 0F 38 24 /r", "vpmovsxwq", .pmovsxwq, .vec, .quarterVecRM),
    Form("VEX 66 0F 38 25 /r", "vpmovsxdq", .pmovsxdq, .vec, .halfVecRM),
    Form("VEX 66 0F 38 30 /r", "vpmovzxbw", .pmovzxbw, .vec, .halfVecRM),
    Form("VEX 66 0F 38 31 /r", "vpmovzxbd", .pmovzxbd, .vec, .quarterVecRM),
    Form("VEX 66 0F 38 32 /r", "vpmovzxbq", .pmovzxbq, .vec, .eighthVecRM),
    Form("VEX 66 0F 38 33 /r", "vpmovzxwd", .pmovzxwd, .vec, .halfVecRM),
    Form("VEX 66 0F 38 34 /r", "vpmovzxwq", .pmovzxwq, .vec, .quarterVecRM),
    Form("VEX 66 0F 38 35 /r", "vpmovzxdq", .pmovzxdq, .vec, .halfVecRM),
    Form("VEX 66 W0 0F 38 18 /r", "vbroadcastss", .vpbroadcastd, .vec, .xmmRM32),
    Form("VEX 66 W0 L1 0F 38 19 /r", "vbroadcastsd", .vpbroadcastq, .vec, .xmmRM64),
    Form("VEX 66 W0 L1 0F 38 1A /r mem", "vbroadcastf128", .vbroadcastf128, .vec, .xmmRM),
    Form("VEX 66 W0 L1 0F 38 5A /r mem", "vbroadcasti128", .vbroadcastf128, .vec, .xmmRM),
    Form("VEX 66 W0 0F 38 58 /r", "vpbroadcastd", .vpbroadcastd, .vec, .xmmRM32),
    Form("VEX 66 W0 0F 38 59 /r", "vpbroadcastq", .vpbroadcastq, .vec, .xmmRM64),
    Form("VEX 66 W0 0F 38 78 /r", "vpbroadcastb", .vpbroadcastb, .vec, .xmmRM8),
    Form("VEX 66 W0 0F 38 79 /r", "vpbroadcastw", .vpbroadcastw, .vec, .xmmRM16),
    Form(
      "VEX 66 W0 L1 0F 3A 18 /r", "vinsertf128", .vinsertf128, .vec, .vecV, .xmmRM, .imm8Unsigned),
    Form(
      "VEX 66 W0 L1 0F 3A 38 /r", "vinserti128", .vinsertf128, .vec, .vecV, .xmmRM, .imm8Unsigned),
    Form(
      "VEX 66 W0 L1 0F 3A 19 /r", "vextractf128", .vextractf128, .xmmRM, .vec, .imm8Unsigned,
      width: .vector),
    Form(
      "VEX 66 W0 L1 0F 3A 39 /r", "vextracti128", .vextractf128, .xmmRM, .vec, .imm8Unsigned,
      width: .vector),
    Form("VEX 66 W0 0F 38 90 /r mem", "vpgatherdd", .vpgatherdd, .vec, .indexed32, .vecV),
    Form("VEX 66 W1 0F 38 90 /r mem", "vpgatherdq", .vpgatherdq, .vec, .indexedByHalf64, .vecV),
    Form(
      "VEX 66 W0 0F 38 91 /r mem", "vpgatherqd", .vpgatherqd, .halfVec, .indexed32, .halfVecV),
    Form("VEX 66 W1 0F 38 91 /r mem", "vpgatherqq", .vpgatherqq, .vec, .indexed64, .vecV),
    Form("VEX 66 W0 0F 38 92 /r mem", "vgatherdps", .vpgatherdd, .vec, .indexed32, .vecV),
    Form("VEX 66 W1 0F 38 92 /r mem", "vgatherdpd", .vpgatherdq, .vec, .indexedByHalf64, .vecV),
    Form(
      "VEX 66 W0 0F 38 93 /r mem", "vgatherqps", .vpgatherqd, .halfVec, .indexed32, .halfVecV),
    Form("VEX 66 W1 0F 38 93 /r mem", "vgatherqpd", .vpgatherqq, .vec, .indexed64, .vecV),
  ]

  static let avxElements: [Form] = [
    Form("VEX F3 0F 10 /r mem", "vmovss", .movss, .xmm, .xmmRM32),
    Form("VEX F3 0F 10 /r reg", "vmovss", .movss, .xmm, .xmmV, .xmmRM32),
    Form("VEX F3 0F 11 /r mem", "vmovss", .movss, .xmmRM32, .xmm),
    Form("VEX F3 0F 11 /r reg", "vmovss", .movss, .xmmRM32, .xmmV, .xmm),
    Form("VEX F2 0F 10 /r mem", "vmovsd", .movsd, .xmm, .xmmRM64),
    Form("VEX F2 0F 10 /r reg", "vmovsd", .movsd, .xmm, .xmmV, .xmmRM64),
    Form("VEX F2 0F 11 /r mem", "vmovsd", .movsd, .xmmRM64, .xmm),
    Form("VEX F2 0F 11 /r reg", "vmovsd", .movsd, .xmmRM64, .xmmV, .xmm),
    Form("VEX L0 NP 0F 12 /r mem", "vmovlps", .movlps, .xmm, .xmmV, .xmmRM64),
    Form("VEX L0 NP 0F 12 /r reg", "vmovhlps", .movhlps, .xmm, .xmmV, .xmmRM),
    Form("VEX L0 NP 0F 13 /r mem", "vmovlps", .movlps, .xmmRM64, .xmm),
    Form("VEX L0 66 0F 12 /r mem", "vmovlpd", .movlpd, .xmm, .xmmV, .xmmRM64),
    Form("VEX L0 66 0F 13 /r mem", "vmovlpd", .movlpd, .xmmRM64, .xmm),
    Form("VEX L0 NP 0F 16 /r mem", "vmovhps", .movhps, .xmm, .xmmV, .xmmRM64),
    Form("VEX L0 NP 0F 16 /r reg", "vmovlhps", .movlhps, .xmm, .xmmV, .xmmRM),
    Form("VEX L0 NP 0F 17 /r mem", "vmovhps", .movhps, .xmmRM64, .xmm),
    Form("VEX L0 66 0F 16 /r mem", "vmovhpd", .movhpd, .xmm, .xmmV, .xmmRM64),
    Form("VEX L0 66 0F 17 /r mem", "vmovhpd", .movhpd, .xmmRM64, .xmm),
    Form("VEX L0 66 0F 6E /r", "vmovd", .movd, .xmm, .rm32, width: .doubleOrQuad),
    Form("VEX L0 66 W1 0F 6E /r", "vmovq", .movq, .xmm, .rm64, width: .doubleOrQuad, modes: .long),
    Form("VEX L0 66 0F 7E /r", "vmovd", .movd, .rm32, .xmm, width: .doubleOrQuad),
    Form("VEX L0 66 W1 0F 7E /r", "vmovq", .movq, .rm64, .xmm, width: .doubleOrQuad, modes: .long),
    Form("VEX L0 F3 0F 7E /r", "vmovq", .movq, .xmm, .xmmRM64),
    Form("VEX L0 66 0F D6 /r", "vmovq", .movq, .xmmRM64, .xmm),
    Form(
      "VEX L0 66 0F C4 /r", "vpinsrw", .pinsrw, .xmm, .xmmV, .rmYm16, .imm8Unsigned,
      width: .doubleOrQuad),
    Form("VEX L0 66 0F C5 /r reg", "vpextrw", .pextrw, .rY, .xmmRM, .imm8Unsigned),
    Form(
      "VEX L0 66 0F 3A 14 /r", "vpextrb", .pextrb, .rmYm8, .xmm, .imm8Unsigned, width: .doubleOrQuad
    ),
    Form(
      "VEX L0 66 0F 3A 15 /r", "vpextrw", .pextrw, .rmYm16, .xmm, .imm8Unsigned,
      width: .doubleOrQuad),
    Form(
      "VEX L0 66 0F 3A 16 /r", "vpextrd", .pextrd, .rm32, .xmm, .imm8Unsigned, width: .doubleOrQuad),
    Form(
      "VEX L0 66 W1 0F 3A 16 /r", "vpextrq", .pextrq, .rm64, .xmm, .imm8Unsigned,
      width: .doubleOrQuad, modes: .long),
    Form(
      "VEX L0 66 0F 3A 17 /r", "vextractps", .extractps, .rmYm32, .xmm, .imm8Unsigned,
      width: .doubleOrQuad),
    Form(
      "VEX L0 66 0F 3A 20 /r", "vpinsrb", .pinsrb, .xmm, .xmmV, .rmYm8, .imm8Unsigned,
      width: .doubleOrQuad),
    Form("VEX L0 66 0F 3A 21 /r", "vinsertps", .insertps, .xmm, .xmmV, .xmmRM32, .imm8Unsigned),
    Form(
      "VEX L0 66 0F 3A 22 /r", "vpinsrd", .pinsrd, .xmm, .xmmV, .rm32, .imm8Unsigned,
      width: .doubleOrQuad),
    Form(
      "VEX L0 66 W1 0F 3A 22 /r", "vpinsrq", .pinsrq, .xmm, .xmmV, .rm64, .imm8Unsigned,
      width: .doubleOrQuad, modes: .long),
    Form("VEX F3 0F C2 /r", "vcmpss", .cmpss, .xmm, .xmmV, .xmmRM32, .imm8Unsigned),
    Form("VEX F2 0F C2 /r", "vcmpsd", .cmpsd, .xmm, .xmmV, .xmmRM64, .imm8Unsigned),
    Form("VEX 66 0F 3A 0A /r", "vroundss", .roundss, .xmm, .xmmV, .xmmRM32, .imm8Unsigned),
    Form("VEX 66 0F 3A 0B /r", "vroundsd", .roundsd, .xmm, .xmmV, .xmmRM64, .imm8Unsigned),
    Form("VEX NP 0F 2E /r", "vucomiss", .ucomiss, .xmm, .xmmRM32, flags: .compare),
    Form("VEX 66 0F 2E /r", "vucomisd", .ucomisd, .xmm, .xmmRM64, flags: .compare),
    Form("VEX NP 0F 2F /r", "vcomiss", .comiss, .xmm, .xmmRM32, flags: .compare),
    Form("VEX 66 0F 2F /r", "vcomisd", .comisd, .xmm, .xmmRM64, flags: .compare),
  ]

  static let avxOthers: [Form] = [
    Form("VEX NP 0F 11 /r", "vmovups", .movups, .vecRM, .vec),
    Form("VEX 66 0F 11 /r", "vmovupd", .movupd, .vecRM, .vec),
    Form("VEX NP 0F 29 /r", "vmovaps", .movaps, .vecRM, .vec),
    Form("VEX 66 0F 29 /r", "vmovapd", .movapd, .vecRM, .vec),
    Form("VEX 66 0F 7F /r", "vmovdqa", .movdqa, .vecRM, .vec),
    Form("VEX F3 0F 7F /r", "vmovdqu", .movdqu, .vecRM, .vec),
    Form("VEX NP 0F 2B /r mem", "vmovntps", .movntps, .vecRM, .vec),
    Form("VEX 66 0F 2B /r mem", "vmovntpd", .movntpd, .vecRM, .vec),
    Form("VEX 66 0F E7 /r mem", "vmovntdq", .movntdq, .vecRM, .vec),
    Form("VEX 66 0F 38 2A /r mem", "vmovntdqa", .movntdqa, .vec, .vecRM),
    Form("VEX F2 0F F0 /r mem", "vlddqu", .lddqu, .vec, .vecRM),
    Form("VEX F2 0F 12 /r", "vmovddup", .movddup, .vec, .vecRMDup),
    Form("VEX NP 0F 50 /r reg", "vmovmskps", .movmskps, .rY, .vecRM),
    Form("VEX 66 0F 50 /r reg", "vmovmskpd", .movmskpd, .rY, .vecRM),
    Form("VEX 66 0F D7 /r reg", "vpmovmskb", .pmovmskb, .rY, .vecRM),
    Form("VEX L0 66 0F F7 /r reg", "vmaskmovdqu", .maskmovdqu, .xmm, .xmmRM),
    Form("VEX 66 W0 0F 38 2C /r mem", "vmaskmovps", .vmaskmovps, .vec, .vecV, .vecRM),
    Form("VEX 66 W0 0F 38 2D /r mem", "vmaskmovpd", .vmaskmovpd, .vec, .vecV, .vecRM),
    Form("VEX 66 W0 0F 38 2E /r mem", "vmaskmovps", .vmaskmovps, .vecRM, .vecV, .vec),
    Form("VEX 66 W0 0F 38 2F /r mem", "vmaskmovpd", .vmaskmovpd, .vecRM, .vecV, .vec),
    Form("VEX 66 W0 0F 38 8C /r mem", "vpmaskmovd", .vmaskmovps, .vec, .vecV, .vecRM),
    Form("VEX 66 W1 0F 38 8C /r mem", "vpmaskmovq", .vmaskmovpd, .vec, .vecV, .vecRM),
    Form("VEX 66 W0 0F 38 8E /r mem", "vpmaskmovd", .vmaskmovps, .vecRM, .vecV, .vec),
    Form("VEX 66 W1 0F 38 8E /r mem", "vpmaskmovq", .vmaskmovpd, .vecRM, .vecV, .vec),
    Form("VEX 66 0F 38 17 /r", "vptest", .ptest, .vec, .vecRM, flags: .compare),
    Form("VEX 66 W0 0F 38 0E /r", "vtestps", .vtestps, .vec, .vecRM, flags: .compare),
    Form("VEX 66 W0 0F 38 0F /r", "vtestpd", .vtestpd, .vec, .vecRM, flags: .compare),
    Form("VEX 66 W0 0F 3A 4A /r", "vblendvps", .blendvps, .vec, .vecV, .vecRM, .vecIs4),
    Form("VEX 66 W0 0F 3A 4B /r", "vblendvpd", .blendvpd, .vec, .vecV, .vecRM, .vecIs4),
    Form("VEX 66 W0 0F 3A 4C /r", "vpblendvb", .pblendvb, .vec, .vecV, .vecRM, .vecIs4),
    Form("VEX L0 66 0F 38 41 /r", "vphminposuw", .phminposuw, .xmm, .xmmRM),
    Form("VEX L0 66 0F 38 DB /r", "vaesimc", .aesimc, .xmm, .xmmRM),
    Form(
      "VEX L0 66 0F 3A DF /r", "vaeskeygenassist", .aeskeygenassist, .xmm, .xmmRM, .imm8Unsigned),
    Form(
      "VEX L0 66 0F 3A 60 /r", "vpcmpestrm", .pcmpestrm, .xmm, .xmmRM, .imm8Unsigned,
      flags: .compare),
    Form(
      "VEX L0 66 0F 3A 61 /r", "vpcmpestri", .pcmpestri, .xmm, .xmmRM, .imm8Unsigned,
      flags: .compare),
    Form(
      "VEX L0 66 0F 3A 62 /r", "vpcmpistrm", .pcmpistrm, .xmm, .xmmRM, .imm8Unsigned,
      flags: .compare),
    Form(
      "VEX L0 66 0F 3A 63 /r", "vpcmpistri", .pcmpistri, .xmm, .xmmRM, .imm8Unsigned,
      flags: .compare),
    Form("VEX L0 NP 0F AE /2 mem", "vldmxcsr", .ldmxcsr, .m32),
    Form("VEX L0 NP 0F AE /3 mem", "vstmxcsr", .stmxcsr, .m32),
    Form("VEX L0 NP 0F 77", "vzeroupper", .vzeroupper),
    Form("VEX L1 NP 0F 77", "vzeroall", .vzeroall),
  ]
}
