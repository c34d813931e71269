/// What AMD added and later gave up, shown but not executed: 3DNow! (AMD APM volume 5), SSE4a
/// (volume 4), FMA4, XOP, TBM and LWP (volumes 3, 4 and 6).
extension Form {
  static let amd: [Form] =
    amdLegacy.flatMap { $0.forms("") } + fma4.flatMap { $0.forms("VEX") }
    + (xop + trailingBits).flatMap { $0.forms("XOP") } + sse4a

  private static let amdLegacy: [RowBlock] = [
    RowBlock("", [], "0F 0E femms"),
    RowBlock(
      "", [.mm, .mmRM],
      """
      0F 0F 0C /r pi2fw
      0F 0F 0D /r pi2fd
      0F 0F 1C /r pf2iw
      0F 0F 1D /r pf2id
      0F 0F 8A /r pfnacc
      0F 0F 8E /r pfpnacc
      0F 0F 90 /r pfcmpge
      0F 0F 94 /r pfmin
      0F 0F 96 /r pfrcp
      0F 0F 97 /r pfrsqrt
      0F 0F 9A /r pfsub
      0F 0F 9E /r pfadd
      0F 0F A0 /r pfcmpgt
      0F 0F A4 /r pfmax
      0F 0F A6 /r pfrcpit1
      0F 0F A7 /r pfrsqit1
      0F 0F AA /r pfsubr
      0F 0F AE /r pfacc
      0F 0F B0 /r pfcmpeq
      0F 0F B4 /r pfmul
      0F 0F B6 /r pfrcpit2
      0F 0F B7 /r pmulhrw
      0F 0F BB /r pswapd
      0F 0F BF /r pavgusb
      """),
  ]

  private static let sse4a: [Form] = [
    Form("66 0F 78 /0 reg", "extrq", .textOnly, .xmmRM, .imm8Unsigned, .secondImm8, width: .xmm),
    Form("66 0F 79 /r reg", "extrq", .textOnly, .xmm, .xmmRM),
    Form("F2 0F 78 /r reg", "insertq", .textOnly, .xmm, .xmmRM, .imm8Unsigned, .secondImm8),
    Form("F2 0F 79 /r reg", "insertq", .textOnly, .xmm, .xmmRM),
    Form("F3 0F 2B /r mem", "movntss", .textOnly, .xmmRM32, .xmm, width: .xmm),
    Form("F2 0F 2B /r mem", "movntsd", .textOnly, .xmmRM64, .xmm, width: .xmm),
  ]

  /// The fourth operand is in a byte of its own; W exchanges it with the third.
  private static let fma4: [RowBlock] = [
    RowBlock(
      "", [.vec, .vecV, .vecRM, .vecIs4],
      """
      66 W0 0F 3A 5C /r vfmaddsubps
      66 W0 0F 3A 5D /r vfmaddsubpd
      66 W0 0F 3A 5E /r vfmsubaddps
      66 W0 0F 3A 5F /r vfmsubaddpd
      66 W0 0F 3A 68 /r vfmaddps
      66 W0 0F 3A 69 /r vfmaddpd
      66 W0 0F 3A 6C /r vfmsubps
      66 W0 0F 3A 6D /r vfmsubpd
      66 W0 0F 3A 78 /r vfnmaddps
      66 W0 0F 3A 79 /r vfnmaddpd
      66 W0 0F 3A 7C /r vfnmsubps
      66 W0 0F 3A 7D /r vfnmsubpd
      """),
    RowBlock(
      "", [.vec, .vecV, .vecIs4, .vecRM],
      """
      66 W1 0F 3A 5C /r vfmaddsubps
      66 W1 0F 3A 5D /r vfmaddsubpd
      66 W1 0F 3A 5E /r vfmsubaddps
      66 W1 0F 3A 5F /r vfmsubaddpd
      66 W1 0F 3A 68 /r vfmaddps
      66 W1 0F 3A 69 /r vfmaddpd
      66 W1 0F 3A 6C /r vfmsubps
      66 W1 0F 3A 6D /r vfmsubpd
      66 W1 0F 3A 78 /r vfnmaddps
      66 W1 0F 3A 79 /r vfnmaddpd
      66 W1 0F 3A 7C /r vfnmsubps
      66 W1 0F 3A 7D /r vfnmsubpd
      """),
    RowBlock(
      "", [.xmm, .xmmV, .xmmRM32, .xmmIs4],
      """
      66 W0 0F 3A 6A /r vfmaddss
      66 W0 0F 3A 6E /r vfmsubss
      66 W0 0F 3A 7A /r vfnmaddss
      66 W0 0F 3A 7E /r vfnmsubss
      """),
    RowBlock(
      "", [.xmm, .xmmV, .xmmIs4, .xmmRM32],
      """
      66 W1 0F 3A 6A /r vfmaddss
      66 W1 0F 3A 6E /r vfmsubss
      66 W1 0F 3A 7A /r vfnmaddss
      66 W1 0F 3A 7E /r vfnmsubss
      """),
    RowBlock(
      "", [.xmm, .xmmV, .xmmRM64, .xmmIs4],
      """
      66 W0 0F 3A 6B /r vfmaddsd
      66 W0 0F 3A 6F /r vfmsubsd
      66 W0 0F 3A 7B /r vfnmaddsd
      66 W0 0F 3A 7F /r vfnmsubsd
      """),
    RowBlock(
      "", [.xmm, .xmmV, .xmmIs4, .xmmRM64],
      """
      66 W1 0F 3A 6B /r vfmaddsd
      66 W1 0F 3A 6F /r vfmsubsd
      66 W1 0F 3A 7B /r vfnmaddsd
      66 W1 0F 3A 7F /r vfnmsubsd
      """),
  ]

  private static let xop: [RowBlock] = [
    RowBlock(
      "", [.xmm, .xmmV, .xmmRM, .xmmIs4],
      """
      W0 L0 M8 85 /r vpmacssww
      W0 L0 M8 86 /r vpmacsswd
      W0 L0 M8 87 /r vpmacssdql
      W0 L0 M8 8E /r vpmacssdd
      W0 L0 M8 8F /r vpmacssdqh
      W0 L0 M8 95 /r vpmacsww
      W0 L0 M8 96 /r vpmacswd
      W0 L0 M8 97 /r vpmacsdql
      W0 L0 M8 9E /r vpmacsdd
      W0 L0 M8 9F /r vpmacsdqh
      W0 L0 M8 A6 /r vpmadcsswd
      W0 L0 M8 B6 /r vpmadcswd
      W0 L0 M8 A3 /r vpperm
      """),
    RowBlock(
      "", [.xmm, .xmmV, .xmmIs4, .xmmRM],
      """
      W1 L0 M8 A3 /r vpperm
      """),
    RowBlock(
      "", [.vec, .vecV, .vecRM, .vecIs4],
      """
      W0 M8 A2 /r vpcmov
      """),
    RowBlock(
      "", [.vec, .vecV, .vecIs4, .vecRM],
      """
      W1 M8 A2 /r vpcmov
      """),
    RowBlock(
      "", [.xmm, .xmmRM, .imm8Unsigned],
      """
      W0 L0 M8 C0 /r vprotb
      W0 L0 M8 C1 /r vprotw
      W0 L0 M8 C2 /r vprotd
      W0 L0 M8 C3 /r vprotq
      """),
    RowBlock(
      "", [.xmm, .xmmV, .xmmRM, .imm8Unsigned],
      """
      W0 L0 M8 CC /r vpcomb
      W0 L0 M8 CD /r vpcomw
      W0 L0 M8 CE /r vpcomd
      W0 L0 M8 CF /r vpcomq
      W0 L0 M8 EC /r vpcomub
      W0 L0 M8 ED /r vpcomuw
      W0 L0 M8 EE /r vpcomud
      W0 L0 M8 EF /r vpcomuq
      """),
    RowBlock(
      "", [.vec, .vecRM],
      """
      W0 M9 80 /r vfrczps
      W0 M9 81 /r vfrczpd
      """),
    RowBlock(
      "", [.xmm, .xmmRM32],
      """
      W0 L0 M9 82 /r vfrczss
      """),
    RowBlock(
      "", [.xmm, .xmmRM64],
      """
      W0 L0 M9 83 /r vfrczsd
      """),
    RowBlock(
      "", [.xmm, .xmmRM, .xmmV],
      """
      W0 L0 M9 90 /r vprotb
      W0 L0 M9 91 /r vprotw
      W0 L0 M9 92 /r vprotd
      W0 L0 M9 93 /r vprotq
      W0 L0 M9 94 /r vpshlb
      W0 L0 M9 95 /r vpshlw
      W0 L0 M9 96 /r vpshld
      W0 L0 M9 97 /r vpshlq
      W0 L0 M9 98 /r vpshab
      W0 L0 M9 99 /r vpshaw
      W0 L0 M9 9A /r vpshad
      W0 L0 M9 9B /r vpshaq
      """),
    RowBlock(
      "", [.xmm, .xmmV, .xmmRM],
      """
      W1 L0 M9 90 /r vprotb
      W1 L0 M9 91 /r vprotw
      W1 L0 M9 92 /r vprotd
      W1 L0 M9 93 /r vprotq
      W1 L0 M9 94 /r vpshlb
      W1 L0 M9 95 /r vpshlw
      W1 L0 M9 96 /r vpshld
      W1 L0 M9 97 /r vpshlq
      W1 L0 M9 98 /r vpshab
      W1 L0 M9 99 /r vpshaw
      W1 L0 M9 9A /r vpshad
      W1 L0 M9 9B /r vpshaq
      """),
    RowBlock(
      "", [.xmm, .xmmRM],
      """
      W0 L0 M9 C1 /r vphaddbw
      W0 L0 M9 C2 /r vphaddbd
      W0 L0 M9 C3 /r vphaddbq
      W0 L0 M9 C6 /r vphaddwd
      W0 L0 M9 C7 /r vphaddwq
      W0 L0 M9 CB /r vphadddq
      W0 L0 M9 D1 /r vphaddubw
      W0 L0 M9 D2 /r vphaddubd
      W0 L0 M9 D3 /r vphaddubq
      W0 L0 M9 D6 /r vphadduwd
      W0 L0 M9 D7 /r vphadduwq
      W0 L0 M9 DB /r vphaddudq
      W0 L0 M9 E1 /r vphsubbw
      W0 L0 M9 E2 /r vphsubwd
      W0 L0 M9 E3 /r vphsubdq
      """),
  ]

  private static let trailingBits: [RowBlock] = [
    RowBlock(
      "", [.vY, .rmY],
      """
      L0 M9 01 /1 blcfill
      L0 M9 01 /2 blsfill
      L0 M9 01 /3 blcs
      L0 M9 01 /4 tzmsk
      L0 M9 01 /5 blcic
      L0 M9 01 /6 blsic
      L0 M9 01 /7 t1mskc
      L0 M9 02 /1 blcmsk
      L0 M9 02 /6 blci
      """),
    RowBlock(
      "", [.rY, .rmY, .imm32],
      """
      L0 MA 10 /r bextr
      """),
    RowBlock(
      "", [.rmY],
      """
      L0 M9 12 /0 reg llwpcb
      L0 M9 12 /1 reg slwpcb
      """),
    RowBlock(
      "", [.vY, .rm32, .imm32],
      """
      L0 MA 12 /0 lwpins
      L0 MA 12 /1 lwpval
      """),
  ]
}
