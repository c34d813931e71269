/// AVX-512: scalar operations and single elements.
extension Form {
  static let avx512Scalars: [RowBlock] = avx512Scalars1 + avx512Scalars2

  private static let avx512Scalars1: [RowBlock] = [
    RowBlock(
      "{k}{z}", [.xmm, .xmmV, .xmmRM],
      """
      F3 W0 0F 10 /r vmovss
      F2 W1 0F 10 /r vmovsd
      F3 W0 M5 10 /r vmovsh
      """),
    RowBlock(
      "{k}{z}", [.xmm, .xmmRM32],
      """
      F3 W0 0F 10 /r mem vmovss
      """),
    RowBlock(
      "{k}{z}", [.xmm, .xmmRM64],
      """
      F2 W1 0F 10 /r mem vmovsd
      """),
    RowBlock(
      "{k}{z}", [.xmmRM, .xmmV, .xmm],
      """
      F3 W0 0F 11 /r vmovss
      F2 W1 0F 11 /r vmovsd
      F3 W0 M5 11 /r vmovsh
      """),
    RowBlock(
      "{k}", [.xmmRM32, .xmm],
      """
      F3 W0 0F 11 /r mem vmovss
      """),
    RowBlock(
      "{k}", [.xmmRM64, .xmm],
      """
      F2 W1 0F 11 /r mem vmovsd
      """),
    RowBlock(
      "", [.xmm, .xmmV, .xmmRM],
      """
      NP W0 L0 0F 12 /r reg vmovhlps
      NP W0 L0 0F 16 /r reg vmovlhps
      """),
    RowBlock(
      "", [.xmm, .xmmV, .xmmRM64],
      """
      NP W0 L0 0F 12 /r mem vmovlps
      66 W1 L0 0F 12 /r mem vmovlpd
      NP W0 L0 0F 16 /r mem vmovhps
      66 W1 L0 0F 16 /r mem vmovhpd
      """),
    RowBlock(
      "", [.xmmRM64, .xmm],
      """
      NP W0 L0 0F 13 /r mem vmovlps
      66 W1 L0 0F 13 /r mem vmovlpd
      NP W0 L0 0F 17 /r mem vmovhps
      66 W1 L0 0F 17 /r mem vmovhpd
      66 W1 L0 0F D6 /r vmovq
      """),
    RowBlock(
      "{er}", [.xmm, .xmmV, .rmY],
      """
      F3 0F 2A /r vcvtsi2ss
      F2 0F 2A /r vcvtsi2sd
      F3 0F 7B /r vcvtusi2ss
      F2 0F 7B /r vcvtusi2sd
      F3 M5 2A /r vcvtsi2sh
      F3 M5 7B /r vcvtusi2sh
      """),
    RowBlock(
      "{sae}", [.rY, .xmmRM32],
      """
      F3 0F 2C /r vcvttss2si
      F3 0F 78 /r vcvttss2usi
      """),
    RowBlock(
      "{sae}", [.rY, .xmmRM64],
      """
      F2 0F 2C /r vcvttsd2si
      F2 0F 78 /r vcvttsd2usi
      """),
    RowBlock(
      "{er}", [.rY, .xmmRM32],
      """
      F3 0F 2D /r vcvtss2si
      F3 0F 79 /r vcvtss2usi
      """),
    RowBlock(
      "{er}", [.rY, .xmmRM64],
      """
      F2 0F 2D /r vcvtsd2si
      F2 0F 79 /r vcvtsd2usi
      """),
    RowBlock(
      "{sae}", [.xmm, .xmmRM32],
      """
      NP W0 0F 2E /r vucomiss
      NP W0 0F 2F /r vcomiss
      """),
    RowBlock(
      "{sae}", [.xmm, .xmmRM64],
      """
      66 W1 0F 2E /r vucomisd
      66 W1 0F 2F /r vcomisd
      """),
    RowBlock(
      "{k}{z} {er}", [.xmm, .xmmV, .xmmRM32],
      """
      F3 W0 0F 51 /r vsqrtss
      F3 W0 0F 58 /r vaddss
      F3 W0 0F 59 /r vmulss
      F3 W0 0F 5C /r vsubss
      F3 W0 0F 5E /r vdivss
      66 W0 0F 38 2D /r vscalefss
      66 W0 0F 38 99 /r vfmadd132ss
      66 W0 0F 38 9B /r vfmsub132ss
      66 W0 0F 38 9D /r vfnmadd132ss
      66 W0 0F 38 9F /r vfnmsub132ss
      66 W0 0F 38 A9 /r vfmadd213ss
      66 W0 0F 38 AB /r vfmsub213ss
      66 W0 0F 38 AD /r vfnmadd213ss
      66 W0 0F 38 AF /r vfnmsub213ss
      66 W0 0F 38 B9 /r vfmadd231ss
      66 W0 0F 38 BB /r vfmsub231ss
      66 W0 0F 38 BD /r vfnmadd231ss
      66 W0 0F 38 BF /r vfnmsub231ss
      NP W0 M5 1D /r vcvtss2sh
      F2 W0 M6 57 /r {distinct} vfcmaddcsh
      F3 W0 M6 57 /r {distinct} vfmaddcsh
      F2 W0 M6 D7 /r {distinct} vfcmulcsh
      F3 W0 M6 D7 /r {distinct} vfmulcsh
      """),
    RowBlock(
      "{k}{z} {er}", [.xmm, .xmmV, .xmmRM64],
      """
      F2 W1 0F 51 /r vsqrtsd
      F2 W1 0F 58 /r vaddsd
      F2 W1 0F 59 /r vmulsd
      F2 W1 0F 5A /r vcvtsd2ss
      F2 W1 0F 5C /r vsubsd
      F2 W1 0F 5E /r vdivsd
      66 W1 0F 38 2D /r vscalefsd
      66 W1 0F 38 99 /r vfmadd132sd
      66 W1 0F 38 9B /r vfmsub132sd
      66 W1 0F 38 9D /r vfnmadd132sd
      66 W1 0F 38 9F /r vfnmsub132sd
      66 W1 0F 38 A9 /r vfmadd213sd
      66 W1 0F 38 AB /r vfmsub213sd
      66 W1 0F 38 AD /r vfnmadd213sd
      66 W1 0F 38 AF /r vfnmsub213sd
      66 W1 0F 38 B9 /r vfmadd231sd
      66 W1 0F 38 BB /r vfmsub231sd
      66 W1 0F 38 BD /r vfnmadd231sd
      66 W1 0F 38 BF /r vfnmsub231sd
      F2 W1 M5 5A /r vcvtsd2sh
      """),
    RowBlock(
      "{k}{z} {sae}", [.xmm, .xmmV, .xmmRM32],
      """
      F3 W0 0F 5A /r vcvtss2sd
      F3 W0 0F 5D /r vminss
      F3 W0 0F 5F /r vmaxss
      66 W0 0F 38 43 /r vgetexpss
      66 W0 0F 38 CB /r vrcp28ss
      66 W0 0F 38 CD /r vrsqrt28ss
      """),
    RowBlock(
      "{k}{z} {sae}", [.xmm, .xmmV, .xmmRM64],
      """
      F2 W1 0F 5D /r vminsd
      F2 W1 0F 5F /r vmaxsd
      66 W1 0F 38 43 /r vgetexpsd
      66 W1 0F 38 CB /r vrcp28sd
      66 W1 0F 38 CD /r vrsqrt28sd
      """),
    RowBlock(
      "", [.xmm, .rmY],
      """
      66 L0 0F 6E /r vmovd
      66 W1 L0 0F 6E /r vmovq
      """),
    RowBlock(
      "", [.rmY, .xmm],
      """
      66 L0 0F 7E /r vmovd
      66 W1 L0 0F 7E /r vmovq
      """),
    RowBlock(
      "", [.xmm, .xmmRM64],
      """
      F3 W1 L0 0F 7E /r vmovq
      """),
    RowBlock(
      "{k} {sae}", [.k, .xmmV, .xmmRM32, .imm8Unsigned],
      """
      F3 W0 0F C2 /r vcmpss
      """),
    RowBlock(
      "{k} {sae}", [.k, .xmmV, .xmmRM64, .imm8Unsigned],
      """
      F2 W1 0F C2 /r vcmpsd
      """),
    RowBlock(
      "", [.xmm, .xmmV, .rmYm16, .imm8Unsigned],
      """
      66 L0 0F C4 /r vpinsrw
      """),
    RowBlock(
      "", [.rY, .xmmRM, .imm8Unsigned],
      """
      66 L0 0F C5 /r reg vpextrw
      """),
    RowBlock(
      "{k}{z}", [.xmm, .xmmV, .xmmRM32],
      """
      66 W0 0F 38 4D /r vrcp14ss
      66 W0 0F 38 4F /r vrsqrt14ss
      """),
    RowBlock(
      "{k}{z}", [.xmm, .xmmV, .xmmRM64],
      """
      66 W1 0F 38 4D /r vrcp14sd
      66 W1 0F 38 4F /r vrsqrt14sd
      """),
    RowBlock(
      "{k}{z} {sae}", [.xmm, .xmmV, .xmmRM32, .imm8Unsigned],
      """
      66 W0 0F 3A 0A /r vrndscaless
      66 W0 0F 3A 27 /r vgetmantss
      66 W0 0F 3A 51 /r vrangess
      66 W0 0F 3A 55 /r vfixupimmss
      66 W0 0F 3A 57 /r vreducess
      """),
    RowBlock(
      "{k}{z} {sae}", [.xmm, .xmmV, .xmmRM64, .imm8Unsigned],
      """
      66 W1 0F 3A 0B /r vrndscalesd
      66 W1 0F 3A 27 /r vgetmantsd
      66 W1 0F 3A 51 /r vrangesd
      66 W1 0F 3A 55 /r vfixupimmsd
      66 W1 0F 3A 57 /r vreducesd
      """),
    RowBlock(
      "", [.rmYm8, .xmm, .imm8Unsigned],
      """
      66 L0 0F 3A 14 /r vpextrb
      """),
    RowBlock(
      "", [.rmYm16, .xmm, .imm8Unsigned],
      """
      66 L0 0F 3A 15 /r vpextrw
      """),
    RowBlock(
      "", [.rmY, .xmm, .imm8Unsigned],
      """
      66 L0 0F 3A 16 /r vpextrd
      66 W1 L0 0F 3A 16 /r vpextrq
      66 W0 L0 0F 3A 17 /r vextractps
      """),
    RowBlock(
      "", [.rmYm32, .xmm, .imm8Unsigned],
      """
      66 W1 L0 0F 3A 17 /r vextractps
      """),
    RowBlock(
      "", [.xmm, .xmmV, .rmYm8, .imm8Unsigned],
      """
      66 L0 0F 3A 20 /r vpinsrb
      """),
    RowBlock(
      "", [.xmm, .xmmV, .xmmRM32, .imm8Unsigned],
      """
      66 W0 L0 0F 3A 21 /r vinsertps
      """),
    RowBlock(
      "", [.xmm, .xmmV, .rmY, .imm8Unsigned],
      """
      66 L0 0F 3A 22 /r vpinsrd
      66 W1 L0 0F 3A 22 /r vpinsrq
      """),
    RowBlock(
      "{k}", [.k, .xmmRM32, .imm8Unsigned],
      """
      66 W0 0F 3A 67 /r vfpclassss
      """),
    RowBlock(
      "{k}", [.k, .xmmRM64, .imm8Unsigned],
      """
      66 W1 0F 3A 67 /r vfpclasssd
      """),
  ]

  private static let avx512Scalars2: [RowBlock] = [
    RowBlock(
      "{k}{z} {er}", [.xmm, .xmmV, .xmmRM16],
      """
      F3 W0 M5 58 /r vaddsh
      F3 W0 M5 5E /r vdivsh
      66 W0 M6 99 /r vfmadd132sh
      66 W0 M6 A9 /r vfmadd213sh
      66 W0 M6 B9 /r vfmadd231sh
      66 W0 M6 9D /r vfnmadd132sh
      66 W0 M6 AD /r vfnmadd213sh
      66 W0 M6 BD /r vfnmadd231sh
      66 W0 M6 9B /r vfmsub132sh
      66 W0 M6 AB /r vfmsub213sh
      66 W0 M6 BB /r vfmsub231sh
      66 W0 M6 9F /r vfnmsub132sh
      66 W0 M6 AF /r vfnmsub213sh
      66 W0 M6 BF /r vfnmsub231sh
      F3 W0 M5 59 /r vmulsh
      66 W0 M6 2D /r vscalefsh
      F3 W0 M5 51 /r vsqrtsh
      F3 W0 M5 5C /r vsubsh
      """),
    RowBlock(
      "{k} {sae}", [.k, .xmmV, .xmmRM16, .imm8Unsigned],
      """
      F3 W0 0F 3A C2 /r vcmpsh
      """),
    RowBlock(
      "{sae}", [.xmm, .xmmRM16],
      """
      NP W0 M5 2F /r vcomish
      NP W0 M5 2E /r vucomish
      """),
    RowBlock(
      "{k}{z} {sae}", [.xmm, .xmmV, .xmmRM16],
      """
      F3 W0 M5 5A /r vcvtsh2sd
      NP W0 M6 13 /r vcvtsh2ss
      66 W0 M6 43 /r vgetexpsh
      F3 W0 M5 5F /r vmaxsh
      F3 W0 M5 5D /r vminsh
      """),
    RowBlock(
      "{er}", [.rY, .xmmRM16],
      """
      F3 M5 2D /r vcvtsh2si
      F3 M5 79 /r vcvtsh2usi
      """),
    RowBlock(
      "{sae}", [.rY, .xmmRM16],
      """
      F3 M5 2C /r vcvttsh2si
      F3 M5 78 /r vcvttsh2usi
      """),
    RowBlock(
      "{k}", [.k, .xmmRM16, .imm8Unsigned],
      """
      NP W0 0F 3A 67 /r vfpclasssh
      """),
    RowBlock(
      "{k}{z} {sae}", [.xmm, .xmmV, .xmmRM16, .imm8Unsigned],
      """
      NP W0 0F 3A 27 /r vgetmantsh
      NP W0 0F 3A 57 /r vreducesh
      NP W0 0F 3A 0A /r vrndscalesh
      """),
    RowBlock(
      "{k}{z}", [.xmm, .xmmRM16],
      """
      F3 W0 M5 10 /r mem vmovsh
      """),
    RowBlock(
      "{k}", [.xmmRM16, .xmm],
      """
      F3 W0 M5 11 /r mem vmovsh
      """),
    RowBlock(
      "", [.xmm, .rmYm16],
      """
      66 L0 M5 6E /r vmovw
      """),
    RowBlock(
      "", [.rmYm16, .xmm],
      """
      66 L0 M5 7E /r vmovw
      """),
    RowBlock(
      "{k}{z}", [.xmm, .xmmV, .xmmRM16],
      """
      66 W0 M6 4D /r vrcpsh
      66 W0 M6 4F /r vrsqrtsh
      """),
  ]
}
