/// AVX-512: moves, conversions and operations with one vector source.
extension Form {
  static let avx512Moves: [RowBlock] = avx512Moves1 + avx512Moves2

  private static let avx512Moves1: [RowBlock] = [
    RowBlock(
      "{k}{z} {b}", [.vec, .halfVecRMB32],
      """
      F3 W0 0F 7A /r vcvtudq2pd
      F3 W0 0F E6 /r vcvtdq2pd
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecRM],
      """
      NP W0 0F 10 /r vmovups
      66 W1 0F 10 /r vmovupd
      F3 W0 0F 12 /r vmovsldup
      F3 W0 0F 16 /r vmovshdup
      NP W0 0F 28 /r vmovaps
      66 W1 0F 28 /r vmovapd
      66 W0 0F 6F /r vmovdqa32
      66 W1 0F 6F /r vmovdqa64
      F3 W0 0F 6F /r vmovdqu32
      F3 W1 0F 6F /r vmovdqu64
      F2 W0 0F 6F /r vmovdqu8
      F2 W1 0F 6F /r vmovdqu16
      66 0F 38 1C /r vpabsb
      66 0F 38 1D /r vpabsw
      66 W0 0F 38 54 /r vpopcntb
      66 W1 0F 38 54 /r vpopcntw
      """),
    RowBlock(
      "{k}{z}", [.vecRM, .vec],
      """
      NP W0 0F 11 /r vmovups
      66 W1 0F 11 /r vmovupd
      NP W0 0F 29 /r vmovaps
      66 W1 0F 29 /r vmovapd
      66 W0 0F 7F /r vmovdqa32
      66 W1 0F 7F /r vmovdqa64
      F3 W0 0F 7F /r vmovdqu32
      F3 W1 0F 7F /r vmovdqu64
      F2 W0 0F 7F /r vmovdqu8
      F2 W1 0F 7F /r vmovdqu16
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecRMDup],
      """
      F2 W1 0F 12 /r vmovddup
      """),
    RowBlock(
      "", [.vecRM, .vec],
      """
      NP W0 0F 2B /r mem vmovntps
      66 W1 0F 2B /r mem vmovntpd
      66 W0 0F E7 /r mem vmovntdq
      """),
    RowBlock(
      "{k}{z} {er}", [.vec, .vecRMB32],
      """
      NP W0 0F 51 /r vsqrtps
      NP W0 0F 5B /r vcvtdq2ps
      66 W0 0F 5B /r vcvtps2dq
      NP W0 0F 79 /r vcvtps2udq
      F2 W0 0F 7A /r vcvtudq2ps
      """),
    RowBlock(
      "{k}{z} {er}", [.vec, .vecRMB64],
      """
      66 W1 0F 51 /r vsqrtpd
      66 W1 0F 79 /r vcvtpd2uqq
      F3 W1 0F 7A /r vcvtuqq2pd
      66 W1 0F 7B /r vcvtpd2qq
      F3 W1 0F E6 /r vcvtqq2pd
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .halfVecRMB32],
      """
      NP W0 0F 5A /r vcvtps2pd
      66 W0 0F 78 /r vcvttps2uqq
      66 W0 0F 7A /r vcvttps2qq
      """),
    RowBlock(
      "{k}{z} {er}", [.halfVec, .vecRMB64],
      """
      66 W1 0F 5A /r vcvtpd2ps
      NP W1 0F 5B /r vcvtqq2ps
      NP W1 0F 79 /r vcvtpd2udq
      F2 W1 0F 7A /r vcvtuqq2ps
      F2 W1 0F E6 /r vcvtpd2dq
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .vecRMB32],
      """
      F3 W0 0F 5B /r vcvttps2dq
      NP W0 0F 78 /r vcvttps2udq
      66 W0 0F 38 42 /r vgetexpps
      66 W0 L2 0F 38 C8 /r vexp2ps
      66 W0 L2 0F 38 CA /r vrcp28ps
      66 W0 L2 0F 38 CC /r vrsqrt28ps
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecRMB32, .imm8Unsigned],
      """
      66 W0 0F 70 /r vpshufd
      66 W0 0F 3A 04 /r vpermilps
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecRM, .imm8Unsigned],
      """
      F3 0F 70 /r vpshufhw
      F2 0F 70 /r vpshuflw
      """),
    RowBlock(
      "{k}{z} {sae}", [.halfVec, .vecRMB64],
      """
      NP W1 0F 78 /r vcvttpd2udq
      66 W1 0F E6 /r vcvttpd2dq
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .vecRMB64],
      """
      66 W1 0F 78 /r vcvttpd2uqq
      66 W1 0F 7A /r vcvttpd2qq
      66 W1 0F 38 42 /r vgetexppd
      66 W1 L2 0F 38 C8 /r vexp2pd
      66 W1 L2 0F 38 CA /r vrcp28pd
      66 W1 L2 0F 38 CC /r vrsqrt28pd
      """),
    RowBlock(
      "{k}{z} {er}", [.vec, .halfVecRMB32],
      """
      66 W0 0F 79 /r vcvtps2uqq
      66 W0 0F 7B /r vcvtps2qq
      """),
    RowBlock(
      "{k}{z}", [.halfVecRM, .vec],
      """
      F3 W0 0F 38 10 /r vpmovuswb
      F3 W0 0F 38 13 /r vpmovusdw
      F3 W0 0F 38 15 /r vpmovusqd
      F3 W0 0F 38 20 /r vpmovswb
      F3 W0 0F 38 23 /r vpmovsdw
      F3 W0 0F 38 25 /r vpmovsqd
      F3 W0 0F 38 30 /r vpmovwb
      F3 W0 0F 38 33 /r vpmovdw
      F3 W0 0F 38 35 /r vpmovqd
      """),
    RowBlock(
      "{k}{z}", [.quarterVecRM, .vec],
      """
      F3 W0 0F 38 11 /r vpmovusdb
      F3 W0 0F 38 14 /r vpmovusqw
      F3 W0 0F 38 21 /r vpmovsdb
      F3 W0 0F 38 24 /r vpmovsqw
      F3 W0 0F 38 31 /r vpmovdb
      F3 W0 0F 38 34 /r vpmovqw
      """),
    RowBlock(
      "{k}{z}", [.eighthVecRM, .vec],
      """
      F3 W0 0F 38 12 /r vpmovusqb
      F3 W0 0F 38 22 /r vpmovsqb
      F3 W0 0F 38 32 /r vpmovqb
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .halfVecRM],
      """
      66 W0 0F 38 13 /r vcvtph2ps
      """),
    RowBlock(
      "{k}{z}", [.vec, .xmmRM32],
      """
      66 W0 0F 38 18 /r vbroadcastss
      66 W0 0F 38 58 /r vpbroadcastd
      """),
    RowBlock(
      "{k}{z}", [.vec, .xmmRM64],
      """
      66 W0 L1 0F 38 19 /r vbroadcastf32x2
      66 W0 L2 0F 38 19 /r vbroadcastf32x2
      66 W1 L1 0F 38 19 /r vbroadcastsd
      66 W1 L2 0F 38 19 /r vbroadcastsd
      66 W0 0F 38 59 /r vbroadcasti32x2
      66 W1 0F 38 59 /r vpbroadcastq
      """),
    RowBlock(
      "{k}{z}", [.vec, .xmmRM],
      """
      66 W0 L1 0F 38 1A /r mem vbroadcastf32x4
      66 W0 L2 0F 38 1A /r mem vbroadcastf32x4
      66 W1 L1 0F 38 1A /r mem vbroadcastf64x2
      66 W1 L2 0F 38 1A /r mem vbroadcastf64x2
      66 W0 L1 0F 38 5A /r mem vbroadcasti32x4
      66 W0 L2 0F 38 5A /r mem vbroadcasti32x4
      66 W1 L1 0F 38 5A /r mem vbroadcasti64x2
      66 W1 L2 0F 38 5A /r mem vbroadcasti64x2
      """),
    RowBlock(
      "{k}{z}", [.vec, .halfVecRM],
      """
      66 W0 L2 0F 38 1B /r mem vbroadcastf32x8
      66 W1 L2 0F 38 1B /r mem vbroadcastf64x4
      66 0F 38 20 /r vpmovsxbw
      66 0F 38 23 /r vpmovsxwd
      66 W0 0F 38 25 /r vpmovsxdq
      66 0F 38 30 /r vpmovzxbw
      66 0F 38 33 /r vpmovzxwd
      66 W0 0F 38 35 /r vpmovzxdq
      66 W0 L2 0F 38 5B /r mem vbroadcasti32x8
      66 W1 L2 0F 38 5B /r mem vbroadcasti64x4
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecRMB32],
      """
      66 W0 0F 38 1E /r vpabsd
      66 W0 0F 38 44 /r vplzcntd
      66 W0 0F 38 4C /r vrcp14ps
      66 W0 0F 38 4E /r vrsqrt14ps
      66 W0 0F 38 55 /r vpopcntd
      66 W0 0F 38 C4 /r vpconflictd
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecRMB64],
      """
      66 W1 0F 38 1F /r vpabsq
      66 W1 0F 38 44 /r vplzcntq
      66 W1 0F 38 4C /r vrcp14pd
      66 W1 0F 38 4E /r vrsqrt14pd
      66 W1 0F 38 55 /r vpopcntq
      66 W1 0F 38 C4 /r vpconflictq
      """),
    RowBlock(
      "{k}{z}", [.vec, .quarterVecRM],
      """
      66 0F 38 21 /r vpmovsxbd
      66 0F 38 24 /r vpmovsxwq
      66 0F 38 31 /r vpmovzxbd
      66 0F 38 34 /r vpmovzxwq
      """),
    RowBlock(
      "{k}{z}", [.vec, .eighthVecRM],
      """
      66 0F 38 22 /r vpmovsxbq
      66 0F 38 32 /r vpmovzxbq
      """),
    RowBlock(
      "", [.vec, .kRM],
      """
      F3 W0 0F 38 28 /r reg vpmovm2b
      F3 W1 0F 38 28 /r reg vpmovm2w
      F3 W1 0F 38 2A /r reg vpbroadcastmb2q
      F3 W0 0F 38 38 /r reg vpmovm2d
      F3 W1 0F 38 38 /r reg vpmovm2q
      F3 W0 0F 38 3A /r reg vpbroadcastmw2d
      """),
    RowBlock(
      "", [.vec, .vecRM],
      """
      66 W0 0F 38 2A /r mem vmovntdqa
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecRMBy1],
      """
      66 W0 0F 38 62 /r vpexpandb
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecRMBy2],
      """
      66 W1 0F 38 62 /r vpexpandw
      """),
    RowBlock(
      "{k}{z}", [.vecRMBy1, .vec],
      """
      66 W0 0F 38 63 /r vpcompressb
      """),
    RowBlock(
      "{k}{z}", [.vecRMBy2, .vec],
      """
      66 W1 0F 38 63 /r vpcompressw
      """),
    RowBlock(
      "{k}{z}", [.halfVec, .vecRMB32],
      """
      F3 W0 0F 38 72 /r vcvtneps2bf16
      """),
    RowBlock(
      "{k}{z}", [.vec, .xmmRM8],
      """
      66 W0 0F 38 78 /r vpbroadcastb
      """),
    RowBlock(
      "{k}{z}", [.vec, .xmmRM16],
      """
      66 W0 0F 38 79 /r vpbroadcastw
      """),
    RowBlock("{k}{z}", [.vec, .rm64], "66 W1 0F 38 7C /r reg vpbroadcastq"),
    RowBlock(
      "{k}{z}", [.vec, .rmY],
      """
      66 W0 0F 38 7A /r reg vpbroadcastb
      66 W0 0F 38 7B /r reg vpbroadcastw
      66 0F 38 7C /r reg vpbroadcastd
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecRMBy4],
      """
      66 W0 0F 38 88 /r vexpandps
      66 W0 0F 38 89 /r vpexpandd
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecRMBy8],
      """
      66 W1 0F 38 88 /r vexpandpd
      66 W1 0F 38 89 /r vpexpandq
      """),
    RowBlock(
      "{k}{z}", [.vecRMBy4, .vec],
      """
      66 W0 0F 38 8A /r vcompressps
      66 W0 0F 38 8B /r vpcompressd
      """),
    RowBlock(
      "{k}{z}", [.vecRMBy8, .vec],
      """
      66 W1 0F 38 8A /r vcompresspd
      66 W1 0F 38 8B /r vpcompressq
      """),
  ]

  private static let avx512Moves2: [RowBlock] = [
    RowBlock(
      "{k!}", [.vec, .indexed32],
      """
      66 W0 0F 38 90 /r mem vpgatherdd
      66 W0 0F 38 92 /r mem vgatherdps
      """),
    RowBlock(
      "{k!}", [.vec, .indexedByHalf64],
      """
      66 W1 0F 38 90 /r mem vpgatherdq
      66 W1 0F 38 92 /r mem vgatherdpd
      """),
    RowBlock(
      "{k!}", [.halfVec, .indexed32],
      """
      66 W0 0F 38 91 /r mem vpgatherqd
      66 W0 0F 38 93 /r mem vgatherqps
      """),
    RowBlock(
      "{k!}", [.vec, .indexed64],
      """
      66 W1 0F 38 91 /r mem vpgatherqq
      66 W1 0F 38 93 /r mem vgatherqpd
      """),
    RowBlock(
      "{k!}", [.indexed32, .vec],
      """
      66 W0 0F 38 A0 /r mem vpscatterdd
      66 W0 0F 38 A2 /r mem vscatterdps
      """),
    RowBlock(
      "{k!}", [.indexedByHalf64, .vec],
      """
      66 W1 0F 38 A0 /r mem vpscatterdq
      66 W1 0F 38 A2 /r mem vscatterdpd
      """),
    RowBlock(
      "{k!}", [.indexed32, .halfVec],
      """
      66 W0 0F 38 A1 /r mem vpscatterqd
      66 W0 0F 38 A3 /r mem vscatterqps
      """),
    RowBlock(
      "{k!}", [.indexed64, .vec],
      """
      66 W1 0F 38 A1 /r mem vpscatterqq
      66 W1 0F 38 A3 /r mem vscatterqpd
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecRMB64, .imm8Unsigned],
      """
      66 W1 L1 0F 3A 00 /r vpermq
      66 W1 L2 0F 3A 00 /r vpermq
      66 W1 L1 0F 3A 01 /r vpermpd
      66 W1 L2 0F 3A 01 /r vpermpd
      66 W1 0F 3A 05 /r vpermilpd
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .vecRMB32, .imm8Unsigned],
      """
      66 W0 0F 3A 08 /r vrndscaleps
      66 W0 0F 3A 26 /r vgetmantps
      66 W0 0F 3A 56 /r vreduceps
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .vecRMB64, .imm8Unsigned],
      """
      66 W1 0F 3A 09 /r vrndscalepd
      66 W1 0F 3A 26 /r vgetmantpd
      66 W1 0F 3A 56 /r vreducepd
      """),
    RowBlock(
      "{k}{z}", [.xmmRM, .vec, .imm8Unsigned],
      """
      66 W0 L1 0F 3A 19 /r vextractf32x4
      66 W0 L2 0F 3A 19 /r vextractf32x4
      66 W1 L1 0F 3A 19 /r vextractf64x2
      66 W1 L2 0F 3A 19 /r vextractf64x2
      66 W0 L1 0F 3A 39 /r vextracti32x4
      66 W0 L2 0F 3A 39 /r vextracti32x4
      66 W1 L1 0F 3A 39 /r vextracti64x2
      66 W1 L2 0F 3A 39 /r vextracti64x2
      """),
    RowBlock(
      "{k}{z}", [.halfVecRM, .vec, .imm8Unsigned],
      """
      66 W0 L2 0F 3A 1B /r vextractf32x8
      66 W1 L2 0F 3A 1B /r vextractf64x4
      66 W0 L2 0F 3A 3B /r vextracti32x8
      66 W1 L2 0F 3A 3B /r vextracti64x4
      """),
    RowBlock(
      "{k}{z} {sae}", [.halfVecRM, .vec, .imm8Unsigned],
      """
      66 W0 0F 3A 1D /r vcvtps2ph
      """),
    RowBlock(
      "{k}{z} {er}", [.halfVec, .vecRMB32],
      """
      NP W0 M5 5B /r vcvtdq2ph
      66 W0 M5 1D /r vcvtps2phx
      F2 W0 M5 7A /r vcvtudq2ph
      """),
    RowBlock(
      "{k}{z} {er}", [.quarterVec, .vecRMB64],
      """
      66 W1 M5 5A /r vcvtpd2ph
      NP W1 M5 5B /r vcvtqq2ph
      F2 W1 M5 7A /r vcvtuqq2ph
      """),
    RowBlock(
      "{k}{z} {er}", [.vec, .halfVecRMB16],
      """
      66 W0 M5 5B /r vcvtph2dq
      NP W0 M5 79 /r vcvtph2udq
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .quarterVecRMB16],
      """
      NP W0 M5 5A /r vcvtph2pd
      66 W0 M5 7A /r vcvttph2qq
      66 W0 M5 78 /r vcvttph2uqq
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .halfVecRMB16],
      """
      66 W0 M6 13 /r vcvtph2psx
      F3 W0 M5 5B /r vcvttph2dq
      NP W0 M5 78 /r vcvttph2udq
      """),
    RowBlock(
      "{k}{z} {er}", [.vec, .quarterVecRMB16],
      """
      66 W0 M5 7B /r vcvtph2qq
      66 W0 M5 79 /r vcvtph2uqq
      """),
    RowBlock(
      "{k}{z} {er}", [.vec, .vecRMB16],
      """
      NP W0 M5 7D /r vcvtph2uw
      66 W0 M5 7D /r vcvtph2w
      F2 W0 M5 7D /r vcvtuw2ph
      F3 W0 M5 7D /r vcvtw2ph
      NP W0 M5 51 /r vsqrtph
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .vecRMB16],
      """
      NP W0 M5 7C /r vcvttph2uw
      66 W0 M5 7C /r vcvttph2w
      66 W0 M6 42 /r vgetexpph
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .vecRMB16, .imm8Unsigned],
      """
      NP W0 0F 3A 26 /r vgetmantph
      NP W0 0F 3A 56 /r vreduceph
      NP W0 0F 3A 08 /r vrndscaleph
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecRMB16],
      """
      66 W0 M6 4C /r vrcpph
      66 W0 M6 4E /r vrsqrtph
      """),
  ]
}
