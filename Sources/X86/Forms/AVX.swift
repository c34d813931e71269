/// AVX and AVX2: the operations of SSE, VEX-coded, with a separate destination.
///
/// The meaning of a row is the SSE operation's; `Instruction` says how its operands stand.
extension Form {
  /// An opcode with its prefix and map, a mnemonic, a meaning.
  typealias VectorOperation = (place: String, mnemonic: String, semantics: Semantics)

  static let avx: [Form] =
    packedFloats.map(threeVectors) + packedFloatLogic.map(threeVectors)
    + packedIntegers.map(threeVectors) + packedIntegers38.map(threeVectors)
    + shiftsByCount.map(shiftByCount) + shiftsByByte.map(shiftByByte)
    + scalarSingles.map(scalarSingle) + scalarDoubles.map(scalarDouble)
    + twoVectorOperations.map(twoVectors) + withControl.map(threeVectorsAndByte)
    + shuffles.map(twoVectorsAndByte) + avxConversions + avxExtensions + avxElements + avxOthers

  /// Destination, first source, second source.
  static func threeVectors(_ row: VectorOperation) -> Form {
    Form("VEX \(row.place) /r", "v" + row.mnemonic, row.semantics, .vec, .vecV, .vecRM)
  }

  static func threeVectorsAndByte(_ row: VectorOperation) -> Form {
    Form(
      "VEX \(row.place) /r", "v" + row.mnemonic, row.semantics, .vec, .vecV, .vecRM, .imm8Unsigned)
  }

  private static func twoVectors(_ row: VectorOperation) -> Form {
    Form("VEX \(row.place) /r", "v" + row.mnemonic, row.semantics, .vec, .vecRM)
  }

  private static func twoVectorsAndByte(_ row: VectorOperation) -> Form {
    Form("VEX \(row.place) /r", "v" + row.mnemonic, row.semantics, .vec, .vecRM, .imm8Unsigned)
  }

  /// The count is in the low half of 16 bytes, however wide the vectors are.
  private static func shiftByCount(_ row: VectorOperation) -> Form {
    Form("VEX \(row.place) /r", "v" + row.mnemonic, row.semantics, .vec, .vecV, .xmmRM)
  }

  private static func shiftByByte(_ row: VectorOperation) -> Form {
    Form(
      "VEX \(row.place) reg", "v" + row.mnemonic, row.semantics, .vecV, .vecRM, .imm8Unsigned)
  }

  /// The destination's high part comes from the first source.
  static func scalarSingle(_ row: VectorOperation) -> Form {
    Form("VEX \(row.place) /r", "v" + row.mnemonic, row.semantics, .xmm, .xmmV, .xmmRM32)
  }

  static func scalarDouble(_ row: VectorOperation) -> Form {
    Form("VEX \(row.place) /r", "v" + row.mnemonic, row.semantics, .xmm, .xmmV, .xmmRM64)
  }

  private static let packedFloats: [VectorOperation] = [
    ("NP 0F 58", "addps", .addps), ("66 0F 58", "addpd", .addpd),
    ("NP 0F 59", "mulps", .mulps), ("66 0F 59", "mulpd", .mulpd),
    ("NP 0F 5C", "subps", .subps), ("66 0F 5C", "subpd", .subpd),
    ("NP 0F 5D", "minps", .minps), ("66 0F 5D", "minpd", .minpd),
    ("NP 0F 5E", "divps", .divps), ("66 0F 5E", "divpd", .divpd),
    ("NP 0F 5F", "maxps", .maxps), ("66 0F 5F", "maxpd", .maxpd),
    ("F2 0F 7C", "haddps", .haddps), ("66 0F 7C", "haddpd", .haddpd),
    ("F2 0F 7D", "hsubps", .hsubps), ("66 0F 7D", "hsubpd", .hsubpd),
    ("F2 0F D0", "addsubps", .addsubps), ("66 0F D0", "addsubpd", .addsubpd),
  ]

  private static let packedFloatLogic: [VectorOperation] = [
    ("NP 0F 54", "andps", .andps), ("66 0F 54", "andpd", .andpd),
    ("NP 0F 55", "andnps", .andnps), ("66 0F 55", "andnpd", .andnpd),
    ("NP 0F 56", "orps", .orps), ("66 0F 56", "orpd", .orpd),
    ("NP 0F 57", "xorps", .xorps), ("66 0F 57", "xorpd", .xorpd),
    ("NP 0F 14", "unpcklps", .unpcklps), ("66 0F 14", "unpcklpd", .unpcklpd),
    ("NP 0F 15", "unpckhps", .unpckhps), ("66 0F 15", "unpckhpd", .unpckhpd),
    ("66 W0 0F 38 0C", "permilps", .vpermilps), ("66 W0 0F 38 0D", "permilpd", .vpermilpd),
    ("66 W0 L1 0F 38 16", "permps", .vpermd), ("66 W0 L1 0F 38 36", "permd", .vpermd),
  ]

  private static let packedIntegers: [VectorOperation] = [
    ("66 0F FC", "paddb", .paddb), ("66 0F FD", "paddw", .paddw), ("66 0F FE", "paddd", .paddd),
    ("66 0F D4", "paddq", .paddq), ("66 0F EC", "paddsb", .paddsb),
    ("66 0F ED", "paddsw", .paddsw), ("66 0F DC", "paddusb", .paddusb),
    ("66 0F DD", "paddusw", .paddusw), ("66 0F F8", "psubb", .psubb),
    ("66 0F F9", "psubw", .psubw), ("66 0F FA", "psubd", .psubd), ("66 0F FB", "psubq", .psubq),
    ("66 0F E8", "psubsb", .psubsb), ("66 0F E9", "psubsw", .psubsw),
    ("66 0F D8", "psubusb", .psubusb), ("66 0F D9", "psubusw", .psubusw),
    ("66 0F D5", "pmullw", .pmullw), ("66 0F E5", "pmulhw", .pmulhw),
    ("66 0F E4", "pmulhuw", .pmulhuw), ("66 0F F4", "pmuludq", .pmuludq),
    ("66 0F F5", "pmaddwd", .pmaddwd), ("66 0F F6", "psadbw", .psadbw),
    ("66 0F E0", "pavgb", .pavgb), ("66 0F E3", "pavgw", .pavgw), ("66 0F DB", "pand", .pand),
    ("66 0F DF", "pandn", .pandn), ("66 0F EB", "por", .por), ("66 0F EF", "pxor", .pxor),
    ("66 0F 74", "pcmpeqb", .pcmpeqb), ("66 0F 75", "pcmpeqw", .pcmpeqw),
    ("66 0F 76", "pcmpeqd", .pcmpeqd), ("66 0F 64", "pcmpgtb", .pcmpgtb),
    ("66 0F 65", "pcmpgtw", .pcmpgtw), ("66 0F 66", "pcmpgtd", .pcmpgtd),
    ("66 0F DA", "pminub", .pminub), ("66 0F EA", "pminsw", .pminsw),
    ("66 0F DE", "pmaxub", .pmaxub), ("66 0F EE", "pmaxsw", .pmaxsw),
    ("66 0F 63", "packsswb", .packsswb), ("66 0F 67", "packuswb", .packuswb),
    ("66 0F 6B", "packssdw", .packssdw), ("66 0F 60", "punpcklbw", .punpcklbw),
    ("66 0F 61", "punpcklwd", .punpcklwd), ("66 0F 62", "punpckldq", .punpckldq),
    ("66 0F 6C", "punpcklqdq", .punpcklqdq), ("66 0F 68", "punpckhbw", .punpckhbw),
    ("66 0F 69", "punpckhwd", .punpckhwd), ("66 0F 6A", "punpckhdq", .punpckhdq),
    ("66 0F 6D", "punpckhqdq", .punpckhqdq),
  ]

  private static let packedIntegers38: [VectorOperation] = [
    ("66 0F 38 00", "pshufb", .pshufb), ("66 0F 38 01", "phaddw", .phaddw),
    ("66 0F 38 02", "phaddd", .phaddd), ("66 0F 38 03", "phaddsw", .phaddsw),
    ("66 0F 38 04", "pmaddubsw", .pmaddubsw), ("66 0F 38 05", "phsubw", .phsubw),
    ("66 0F 38 06", "phsubd", .phsubd), ("66 0F 38 07", "phsubsw", .phsubsw),
    ("66 0F 38 08", "psignb", .psignb), ("66 0F 38 09", "psignw", .psignw),
    ("66 0F 38 0A", "psignd", .psignd), ("66 0F 38 0B", "pmulhrsw", .pmulhrsw),
    ("66 0F 38 28", "pmuldq", .pmuldq), ("66 0F 38 29", "pcmpeqq", .pcmpeqq),
    ("66 0F 38 2B", "packusdw", .packusdw), ("66 0F 38 37", "pcmpgtq", .pcmpgtq),
    ("66 0F 38 38", "pminsb", .pminsb), ("66 0F 38 39", "pminsd", .pminsd),
    ("66 0F 38 3A", "pminuw", .pminuw), ("66 0F 38 3B", "pminud", .pminud),
    ("66 0F 38 3C", "pmaxsb", .pmaxsb), ("66 0F 38 3D", "pmaxsd", .pmaxsd),
    ("66 0F 38 3E", "pmaxuw", .pmaxuw), ("66 0F 38 3F", "pmaxud", .pmaxud),
    ("66 0F 38 40", "pmulld", .pmulld), ("66 W0 0F 38 45", "psrlvd", .vpsrlvd),
    ("66 W1 0F 38 45", "psrlvq", .vpsrlvq), ("66 W0 0F 38 46", "psravd", .vpsravd),
    ("66 W0 0F 38 47", "psllvd", .vpsllvd), ("66 W1 0F 38 47", "psllvq", .vpsllvq),
    ("66 0F 38 DC", "aesenc", .aesenc), ("66 0F 38 DD", "aesenclast", .aesenclast),
    ("66 0F 38 DE", "aesdec", .aesdec), ("66 0F 38 DF", "aesdeclast", .aesdeclast),
    ("66 W0 0F 38 CF", "gf2p8mulb", .gf2p8mulb), ("66 W0 0F 38 50", "pdpbusd", .vpdpbusd),
    ("66 W0 0F 38 51", "pdpbusds", .vpdpbusds), ("66 W0 0F 38 52", "pdpwssd", .vpdpwssd),
    ("66 W0 0F 38 53", "pdpwssds", .vpdpwssds),
  ]

  private static let shiftsByCount: [VectorOperation] = [
    ("66 0F D1", "psrlw", .psrlw), ("66 0F D2", "psrld", .psrld), ("66 0F D3", "psrlq", .psrlq),
    ("66 0F E1", "psraw", .psraw), ("66 0F E2", "psrad", .psrad), ("66 0F F1", "psllw", .psllw),
    ("66 0F F2", "pslld", .pslld), ("66 0F F3", "psllq", .psllq),
  ]

  private static let shiftsByByte: [VectorOperation] = [
    ("66 0F 71 /2", "psrlw", .psrlw), ("66 0F 71 /4", "psraw", .psraw),
    ("66 0F 71 /6", "psllw", .psllw), ("66 0F 72 /2", "psrld", .psrld),
    ("66 0F 72 /4", "psrad", .psrad), ("66 0F 72 /6", "pslld", .pslld),
    ("66 0F 73 /2", "psrlq", .psrlq), ("66 0F 73 /3", "psrldq", .psrldq),
    ("66 0F 73 /6", "psllq", .psllq), ("66 0F 73 /7", "pslldq", .pslldq),
  ]

  private static let scalarSingles: [VectorOperation] = [
    ("F3 0F 51", "sqrtss", .sqrtss), ("F3 0F 52", "rsqrtss", .rsqrtss),
    ("F3 0F 53", "rcpss", .rcpss), ("F3 0F 58", "addss", .addss), ("F3 0F 59", "mulss", .mulss),
    ("F3 0F 5A", "cvtss2sd", .cvtss2sd), ("F3 0F 5C", "subss", .subss),
    ("F3 0F 5D", "minss", .minss), ("F3 0F 5E", "divss", .divss), ("F3 0F 5F", "maxss", .maxss),
  ]

  private static let scalarDoubles: [VectorOperation] = [
    ("F2 0F 51", "sqrtsd", .sqrtsd), ("F2 0F 58", "addsd", .addsd), ("F2 0F 59", "mulsd", .mulsd),
    ("F2 0F 5A", "cvtsd2ss", .cvtsd2ss), ("F2 0F 5C", "subsd", .subsd),
    ("F2 0F 5D", "minsd", .minsd), ("F2 0F 5E", "divsd", .divsd), ("F2 0F 5F", "maxsd", .maxsd),
  ]

  private static let twoVectorOperations: [VectorOperation] = [
    ("NP 0F 10", "movups", .movups), ("66 0F 10", "movupd", .movupd),
    ("NP 0F 28", "movaps", .movaps), ("66 0F 28", "movapd", .movapd),
    ("66 0F 6F", "movdqa", .movdqa), ("F3 0F 6F", "movdqu", .movdqu),
    ("F3 0F 12", "movsldup", .movsldup), ("F3 0F 16", "movshdup", .movshdup),
    ("NP 0F 51", "sqrtps", .sqrtps), ("66 0F 51", "sqrtpd", .sqrtpd),
    ("NP 0F 52", "rsqrtps", .rsqrtps), ("NP 0F 53", "rcpps", .rcpps),
    ("NP 0F 5B", "cvtdq2ps", .cvtdq2ps), ("66 0F 5B", "cvtps2dq", .cvtps2dq),
    ("F3 0F 5B", "cvttps2dq", .cvttps2dq), ("66 0F 38 1C", "pabsb", .pabsb),
    ("66 0F 38 1D", "pabsw", .pabsw), ("66 0F 38 1E", "pabsd", .pabsd),
  ]

  private static let withControl: [VectorOperation] = [
    ("NP 0F C2", "cmpps", .cmpps), ("66 0F C2", "cmppd", .cmppd), ("NP 0F C6", "shufps", .shufps),
    ("66 0F C6", "shufpd", .shufpd), ("66 W0 0F 3A 02", "pblendd", .vpblendd),
    ("66 W0 L1 0F 3A 06", "perm2f128", .vperm2f128), ("66 0F 3A 0C", "blendps", .blendps),
    ("66 0F 3A 0D", "blendpd", .blendpd), ("66 0F 3A 0E", "pblendw", .pblendw),
    ("66 0F 3A 0F", "palignr", .palignr), ("66 0F 3A 40", "dpps", .dpps),
    ("66 L0 0F 3A 41", "dppd", .dppd), ("66 0F 3A 42", "mpsadbw", .mpsadbw),
    ("66 0F 3A 44", "pclmulqdq", .pclmulqdq), ("66 W0 L1 0F 3A 46", "perm2i128", .vperm2f128),
    ("66 W1 0F 3A CE", "gf2p8affineqb", .gf2p8affineqb),
    ("66 W1 0F 3A CF", "gf2p8affineinvqb", .gf2p8affineinvqb),
  ]

  private static let shuffles: [VectorOperation] = [
    ("66 0F 70", "pshufd", .pshufd), ("F3 0F 70", "pshufhw", .pshufhw),
    ("F2 0F 70", "pshuflw", .pshuflw), ("66 W1 L1 0F 3A 00", "permq", .vpermq),
    ("66 W1 L1 0F 3A 01", "permpd", .vpermq), ("66 W0 0F 3A 04", "permilps", .vpermilps),
    ("66 W0 0F 3A 05", "permilpd", .vpermilpd), ("66 0F 3A 08", "roundps", .roundps),
    ("66 0F 3A 09", "roundpd", .roundpd),
  ]
}
