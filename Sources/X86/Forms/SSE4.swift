extension Form {
  /// The MMX row and the SSSE3 row of an operation in map 0F 38.
  private static func mmxAndXMM38(
    _ opcode: UInt8, _ mnemonic: String, _ semantics: Semantics
  ) -> [Form] {
    let byte = hex(opcode)
    return [
      Form("NP 0F 38 \(byte) /r", mnemonic, semantics, .mm, .mmRM),
      Form("66 0F 38 \(byte) /r", mnemonic, semantics, .xmm, .xmmRM),
    ]
  }

  private static func hex(_ byte: UInt8) -> String {
    String(byte, radix: 16)
  }

  /// SSSE3.
  static let ssse3: [Form] =
    ssse3Operations.flatMap(mmxAndXMM38) + [
      Form("NP 0F 3A 0F /r", "palignr", .palignr, .mm, .mmRM, .imm8Unsigned),
      Form("66 0F 3A 0F /r", "palignr", .palignr, .xmm, .xmmRM, .imm8Unsigned),
    ]

  private static let ssse3Operations: [(UInt8, String, Semantics)] = [
    (0x00, "pshufb", .pshufb), (0x01, "phaddw", .phaddw), (0x02, "phaddd", .phaddd),
    (0x03, "phaddsw", .phaddsw), (0x04, "pmaddubsw", .pmaddubsw), (0x05, "phsubw", .phsubw),
    (0x06, "phsubd", .phsubd), (0x07, "phsubsw", .phsubsw), (0x08, "psignb", .psignb),
    (0x09, "psignw", .psignw), (0x0a, "psignd", .psignd), (0x0b, "pmulhrsw", .pmulhrsw),
    (0x1c, "pabsb", .pabsb), (0x1d, "pabsw", .pabsw), (0x1e, "pabsd", .pabsd),
  ]

  /// SSE4.1 and SSE4.2, except `crc32` and `popcnt`, which are integer instructions.
  static let sse4: [Form] =
    sse4Operations.map(sse4Row) + sse4Extensions + sse4WithImmediate + sse4Elements

  private static func sse4Row(
    _ opcode: UInt8, _ mnemonic: String, _ semantics: Semantics
  ) -> Form {
    Form("66 0F 38 \(hex(opcode)) /r", mnemonic, semantics, .xmm, .xmmRM)
  }

  private static let sse4Operations: [(UInt8, String, Semantics)] = [
    (0x28, "pmuldq", .pmuldq), (0x29, "pcmpeqq", .pcmpeqq), (0x2b, "packusdw", .packusdw),
    (0x37, "pcmpgtq", .pcmpgtq), (0x38, "pminsb", .pminsb), (0x39, "pminsd", .pminsd),
    (0x3a, "pminuw", .pminuw), (0x3b, "pminud", .pminud), (0x3c, "pmaxsb", .pmaxsb),
    (0x3d, "pmaxsd", .pmaxsd), (0x3e, "pmaxuw", .pmaxuw), (0x3f, "pmaxud", .pmaxud),
    (0x40, "pmulld", .pmulld), (0x41, "phminposuw", .phminposuw),
  ]

  private static let sse4Extensions: [Form] = [
    Form("66 0F 38 10 /r", "pblendvb", .pblendvb, .xmm, .xmmRM, .xmm0),
    Form("66 0F 38 14 /r", "blendvps", .blendvps, .xmm, .xmmRM, .xmm0),
    Form("66 0F 38 15 /r", "blendvpd", .blendvpd, .xmm, .xmmRM, .xmm0),
    Form("66 0F 38 17 /r", "ptest", .ptest, .xmm, .xmmRM, flags: .compare),
    Form("66 0F 38 20 /r", "pmovsxbw", .pmovsxbw, .xmm, .xmmRM64),
    Form("66 0F 38 21 /r", "pmovsxbd", .pmovsxbd, .xmm, .xmmRM32),
    Form("66 0F 38 22 /r", "pmovsxbq", .pmovsxbq, .xmm, .xmmRM16),
    Form("66 0F 38 23 /r", "pmovsxwd", .pmovsxwd, .xmm, .xmmRM64),
    Form("66 0F 38 24 /r", "pmovsxwq", .pmovsxwq, .xmm, .xmmRM32),
    Form("66 0F 38 25 /r", "pmovsxdq", .pmovsxdq, .xmm, .xmmRM64),
    Form("66 0F 38 30 /r", "pmovzxbw", .pmovzxbw, .xmm, .xmmRM64),
    Form("66 0F 38 31 /r", "pmovzxbd", .pmovzxbd, .xmm, .xmmRM32),
    Form("66 0F 38 32 /r", "pmovzxbq", .pmovzxbq, .xmm, .xmmRM16),
    Form("66 0F 38 33 /r", "pmovzxwd", .pmovzxwd, .xmm, .xmmRM64),
    Form("66 0F 38 34 /r", "pmovzxwq", .pmovzxwq, .xmm, .xmmRM32),
    Form("66 0F 38 35 /r", "pmovzxdq", .pmovzxdq, .xmm, .xmmRM64),
  ]

  private static let sse4WithImmediate: [Form] = [
    Form("66 0F 3A 08 /r", "roundps", .roundps, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F 3A 09 /r", "roundpd", .roundpd, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F 3A 0A /r", "roundss", .roundss, .xmm, .xmmRM32, .imm8Unsigned),
    Form("66 0F 3A 0B /r", "roundsd", .roundsd, .xmm, .xmmRM64, .imm8Unsigned),
    Form("66 0F 3A 0C /r", "blendps", .blendps, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F 3A 0D /r", "blendpd", .blendpd, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F 3A 0E /r", "pblendw", .pblendw, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F 3A 40 /r", "dpps", .dpps, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F 3A 41 /r", "dppd", .dppd, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F 3A 42 /r", "mpsadbw", .mpsadbw, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F 3A 60 /r", "pcmpestrm", .pcmpestrm, .xmm, .xmmRM, .imm8Unsigned, flags: .compare),
    Form("66 0F 3A 61 /r", "pcmpestri", .pcmpestri, .xmm, .xmmRM, .imm8Unsigned, flags: .compare),
    Form("66 0F 3A 62 /r", "pcmpistrm", .pcmpistrm, .xmm, .xmmRM, .imm8Unsigned, flags: .compare),
    Form("66 0F 3A 63 /r", "pcmpistri", .pcmpistri, .xmm, .xmmRM, .imm8Unsigned, flags: .compare),
  ]

  private static let sse4Elements: [Form] = [
    Form("66 0F 3A 14 /r", "pextrb", .pextrb, .rmYm8, .xmm, .imm8Unsigned, width: .doubleOrQuad),
    Form("66 0F 3A 15 /r", "pextrw", .pextrw, .rmYm16, .xmm, .imm8Unsigned, width: .doubleOrQuad),
    Form("66 0F 3A 16 /r", "pextrd", .pextrd, .rm32, .xmm, .imm8Unsigned, width: .doubleOrQuad),
    Form("66 W1 0F 3A 16 /r", "pextrq", .pextrq, .rm64, .xmm, .imm8Unsigned, width: .doubleOrQuad),
    Form(
      "66 0F 3A 17 /r", "extractps", .extractps, .rm32, .xmm, .imm8Unsigned, width: .doubleOrQuad),
    Form("66 0F 3A 20 /r", "pinsrb", .pinsrb, .xmm, .rmYm8, .imm8Unsigned, width: .doubleOrQuad),
    Form("66 0F 3A 21 /r", "insertps", .insertps, .xmm, .xmmRM32, .imm8Unsigned),
    Form("66 0F 3A 22 /r", "pinsrd", .pinsrd, .xmm, .rm32, .imm8Unsigned, width: .doubleOrQuad),
    Form("66 W1 0F 3A 22 /r", "pinsrq", .pinsrq, .xmm, .rm64, .imm8Unsigned, width: .doubleOrQuad),
  ]

  /// AES, carry-less multiplication, Galois fields and SHA.
  static let cryptography: [Form] = [
    Form("66 0F 38 DB /r", "aesimc", .aesimc, .xmm, .xmmRM),
    Form("66 0F 38 DC /r", "aesenc", .aesenc, .xmm, .xmmRM),
    Form("66 0F 38 DD /r", "aesenclast", .aesenclast, .xmm, .xmmRM),
    Form("66 0F 38 DE /r", "aesdec", .aesdec, .xmm, .xmmRM),
    Form("66 0F 38 DF /r", "aesdeclast", .aesdeclast, .xmm, .xmmRM),
    Form("66 0F 3A DF /r", "aeskeygenassist", .aeskeygenassist, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F 3A 44 /r", "pclmulqdq", .pclmulqdq, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F 38 CF /r", "gf2p8mulb", .gf2p8mulb, .xmm, .xmmRM),
    Form("66 0F 3A CE /r", "gf2p8affineqb", .gf2p8affineqb, .xmm, .xmmRM, .imm8Unsigned),
    Form("66 0F 3A CF /r", "gf2p8affineinvqb", .gf2p8affineinvqb, .xmm, .xmmRM, .imm8Unsigned),
    Form("NP 0F 3A CC /r", "sha1rnds4", .sha1rnds4, .xmm, .xmmRM, .imm8Unsigned),
    Form("NP 0F 38 C8 /r", "sha1nexte", .sha1nexte, .xmm, .xmmRM),
    Form("NP 0F 38 C9 /r", "sha1msg1", .sha1msg1, .xmm, .xmmRM),
    Form("NP 0F 38 CA /r", "sha1msg2", .sha1msg2, .xmm, .xmmRM),
    Form("NP 0F 38 CB /r", "sha256rnds2", .sha256rnds2, .xmm, .xmmRM, .xmm0),
    Form("NP 0F 38 CC /r", "sha256msg1", .sha256msg1, .xmm, .xmmRM),
    Form("NP 0F 38 CD /r", "sha256msg2", .sha256msg2, .xmm, .xmmRM),
  ]
}
