extension Form {
  /// The MMX row and the SSE2 row of an operation that both have.
  static func mmxAndXMM(
    _ opcode: UInt8, _ mnemonic: String, _ semantics: Semantics
  ) -> [Form] {
    let byte = String(opcode, radix: 16)
    return [
      Form("NP 0F \(byte) /r", mnemonic, semantics, .mm, .mmRM),
      Form("66 0F \(byte) /r", mnemonic, semantics, .xmm, .xmmRM),
    ]
  }

  /// Packed integer arithmetic, logic, comparison and shifts.
  static let vectorIntegers: [Form] =
    additions.flatMap(mmxAndXMM) + products.flatMap(mmxAndXMM)
    + comparisonsOfIntegers
    .flatMap(mmxAndXMM) + shiftsByRegister.flatMap(mmxAndXMM) + shiftsByConstant

  private typealias Operation = (UInt8, String, Semantics)

  private static let additions: [Operation] = [
    (0xfc, "paddb", .paddb), (0xfd, "paddw", .paddw), (0xfe, "paddd", .paddd),
    (0xd4, "paddq", .paddq), (0xec, "paddsb", .paddsb), (0xed, "paddsw", .paddsw),
    (0xdc, "paddusb", .paddusb), (0xdd, "paddusw", .paddusw), (0xf8, "psubb", .psubb),
    (0xf9, "psubw", .psubw), (0xfa, "psubd", .psubd), (0xfb, "psubq", .psubq),
    (0xe8, "psubsb", .psubsb), (0xe9, "psubsw", .psubsw), (0xd8, "psubusb", .psubusb),
    (0xd9, "psubusw", .psubusw),
  ]

  private static let products: [Operation] = [
    (0xd5, "pmullw", .pmullw), (0xe5, "pmulhw", .pmulhw), (0xe4, "pmulhuw", .pmulhuw),
    (0xf4, "pmuludq", .pmuludq), (0xf5, "pmaddwd", .pmaddwd), (0xf6, "psadbw", .psadbw),
    (0xe0, "pavgb", .pavgb), (0xe3, "pavgw", .pavgw), (0xdb, "pand", .pand),
    (0xdf, "pandn", .pandn), (0xeb, "por", .por), (0xef, "pxor", .pxor),
  ]

  private static let comparisonsOfIntegers: [Operation] = [
    (0x74, "pcmpeqb", .pcmpeqb), (0x75, "pcmpeqw", .pcmpeqw), (0x76, "pcmpeqd", .pcmpeqd),
    (0x64, "pcmpgtb", .pcmpgtb), (0x65, "pcmpgtw", .pcmpgtw), (0x66, "pcmpgtd", .pcmpgtd),
    (0xda, "pminub", .pminub), (0xea, "pminsw", .pminsw), (0xde, "pmaxub", .pmaxub),
    (0xee, "pmaxsw", .pmaxsw),
  ]

  private static let shiftsByRegister: [Operation] = [
    (0xd1, "psrlw", .psrlw), (0xd2, "psrld", .psrld), (0xd3, "psrlq", .psrlq),
    (0xe1, "psraw", .psraw), (0xe2, "psrad", .psrad), (0xf1, "psllw", .psllw),
    (0xf2, "pslld", .pslld), (0xf3, "psllq", .psllq),
  ]

  private static let shiftsByConstant: [Form] =
    shiftByConstant(0x71, 2, "psrlw", .psrlw) + shiftByConstant(0x71, 4, "psraw", .psraw)
    + shiftByConstant(0x71, 6, "psllw", .psllw) + shiftByConstant(0x72, 2, "psrld", .psrld)
    + shiftByConstant(0x72, 4, "psrad", .psrad) + shiftByConstant(0x72, 6, "pslld", .pslld)
    + shiftByConstant(0x73, 2, "psrlq", .psrlq) + shiftByConstant(0x73, 6, "psllq", .psllq)
    + [
      Form("66 0F 73 /3 reg", "psrldq", .psrldq, .xmmRM, .imm8Unsigned),
      Form("66 0F 73 /7 reg", "pslldq", .pslldq, .xmmRM, .imm8Unsigned),
    ]

  private static func shiftByConstant(
    _ opcode: UInt8, _ digit: Int, _ mnemonic: String, _ semantics: Semantics
  ) -> [Form] {
    let place = "0F \(String(opcode, radix: 16)) /\(digit) reg"
    return [
      Form("NP \(place)", mnemonic, semantics, .mmRM, .imm8Unsigned),
      Form("66 \(place)", mnemonic, semantics, .xmmRM, .imm8Unsigned),
    ]
  }

  /// Packed integers rearranged: packing, unpacking, shuffles, single elements.
  static let vectorShuffles: [Form] =
    packs.flatMap(mmxAndXMM) + lowUnpacks + otherShuffles

  private static let packs: [Operation] = [
    (0x63, "packsswb", .packsswb), (0x67, "packuswb", .packuswb), (0x6b, "packssdw", .packssdw),
    (0x68, "punpckhbw", .punpckhbw), (0x69, "punpckhwd", .punpckhwd),
    (0x6a, "punpckhdq", .punpckhdq),
  ]

  private static let lowUnpacks: [Form] = [
    Form("NP 0F 60 /r", "punpcklbw", .punpcklbw, .mm, .mmRM32),
    Form("66 0F 60 /r", "punpcklbw", .punpcklbw, .xmm, .xmmRM),
    Form("NP 0F 61 /r", "punpcklwd", .punpcklwd, .mm, .mmRM32),
    Form("66 0F 61 /r", "punpcklwd", .punpcklwd, .xmm, .xmmRM),
    Form("NP 0F 62 /r", "punpckldq", .punpckldq, .mm, .mmRM32),
    Form("66 0F 62 /r", "punpckldq", .punpckldq, .xmm, .xmmRM),
    Form("66 0F 6C /r", "punpcklqdq", .punpcklqdq, .xmm, .xmmRM),
    Form("66 0F 6D /r", "punpckhqdq", .punpckhqdq, .xmm, .xmmRM),
  ]

  private static let otherShuffles: [Form] = [
    Form("NP 0F 70 /r", "pshufw", .pshufw, .mm, .mmRM, .imm8Unsigned),
    Form("66 0F 70 /r", "pshufd", .pshufd, .xmm, .xmmRM, .imm8Unsigned),
    Form("F3 0F 70 /r", "pshufhw", .pshufhw, .xmm, .xmmRM, .imm8Unsigned),
    Form("F2 0F 70 /r", "pshuflw", .pshuflw, .xmm, .xmmRM, .imm8Unsigned),
    Form("NP 0F C4 /r", "pinsrw", .pinsrw, .mm, .rmYm16, .imm8Unsigned, width: .doubleOrQuad),
    Form("66 0F C4 /r", "pinsrw", .pinsrw, .xmm, .rmYm16, .imm8Unsigned, width: .doubleOrQuad),
    Form(
      "NP 0F C5 /r reg", "pextrw", .pextrw, .rY, .mmRM, .imm8Unsigned, width: .doubleOrQuad),
    Form(
      "66 0F C5 /r reg", "pextrw", .pextrw, .rY, .xmmRM, .imm8Unsigned, width: .doubleOrQuad),
  ]
}
