/// AVX-512: operations with two vector sources, shifts and comparisons.
extension Form {
  static let avx512Arithmetic: [RowBlock] = [
    RowBlock(
      "{k}{z}", [.vec, .vecV, .vecRMB32],
      """
      NP W0 0F 14 /r vunpcklps
      NP W0 0F 15 /r vunpckhps
      NP W0 0F 54 /r vandps
      NP W0 0F 55 /r vandnps
      NP W0 0F 56 /r vorps
      NP W0 0F 57 /r vxorps
      66 W0 0F 62 /r vpunpckldq
      66 W0 0F 6A /r vpunpckhdq
      66 W0 0F 6B /r vpackssdw
      66 W0 0F DB /r vpandd
      66 W0 0F DF /r vpandnd
      66 W0 0F EB /r vpord
      66 W0 0F EF /r vpxord
      66 W0 0F FA /r vpsubd
      66 W0 0F FE /r vpaddd
      66 W0 0F 38 0C /r vpermilps
      66 W0 0F 38 14 /r vprorvd
      66 W0 0F 38 15 /r vprolvd
      66 W0 L1 0F 38 16 /r vpermps
      66 W0 L2 0F 38 16 /r vpermps
      66 W0 0F 38 2B /r vpackusdw
      66 W0 L1 0F 38 36 /r vpermd
      66 W0 L2 0F 38 36 /r vpermd
      66 W0 0F 38 39 /r vpminsd
      66 W0 0F 38 3B /r vpminud
      66 W0 0F 38 3D /r vpmaxsd
      66 W0 0F 38 3F /r vpmaxud
      66 W0 0F 38 40 /r vpmulld
      66 W0 0F 38 45 /r vpsrlvd
      66 W0 0F 38 46 /r vpsravd
      66 W0 0F 38 47 /r vpsllvd
      66 W0 0F 38 50 /r vpdpbusd
      66 W0 0F 38 51 /r vpdpbusds
      66 W0 0F 38 52 /r vpdpwssd
      F3 W0 0F 38 52 /r vdpbf16ps
      66 W0 0F 38 53 /r vpdpwssds
      66 W0 0F 38 64 /r vpblendmd
      66 W0 0F 38 65 /r vblendmps
      66 W0 0F 38 71 /r vpshldvd
      F2 W0 0F 38 72 /r vcvtne2ps2bf16
      66 W0 0F 38 73 /r vpshrdvd
      66 W0 0F 38 76 /r vpermi2d
      66 W0 0F 38 77 /r vpermi2ps
      66 W0 0F 38 7E /r vpermt2d
      66 W0 0F 38 7F /r vpermt2ps
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecV, .vecRMB64],
      """
      66 W1 0F 14 /r vunpcklpd
      66 W1 0F 15 /r vunpckhpd
      66 W1 0F 54 /r vandpd
      66 W1 0F 55 /r vandnpd
      66 W1 0F 56 /r vorpd
      66 W1 0F 57 /r vxorpd
      66 W1 0F 6C /r vpunpcklqdq
      66 W1 0F 6D /r vpunpckhqdq
      66 W1 0F D4 /r vpaddq
      66 W1 0F DB /r vpandq
      66 W1 0F DF /r vpandnq
      66 W1 0F EB /r vporq
      66 W1 0F EF /r vpxorq
      66 W1 0F F4 /r vpmuludq
      66 W1 0F FB /r vpsubq
      66 W1 0F 38 0D /r vpermilpd
      66 W1 0F 38 14 /r vprorvq
      66 W1 0F 38 15 /r vprolvq
      66 W1 L1 0F 38 16 /r vpermpd
      66 W1 L2 0F 38 16 /r vpermpd
      66 W1 0F 38 28 /r vpmuldq
      66 W1 L1 0F 38 36 /r vpermq
      66 W1 L2 0F 38 36 /r vpermq
      66 W1 0F 38 39 /r vpminsq
      66 W1 0F 38 3B /r vpminuq
      66 W1 0F 38 3D /r vpmaxsq
      66 W1 0F 38 3F /r vpmaxuq
      66 W1 0F 38 40 /r vpmullq
      66 W1 0F 38 45 /r vpsrlvq
      66 W1 0F 38 46 /r vpsravq
      66 W1 0F 38 47 /r vpsllvq
      66 W1 0F 38 64 /r vpblendmq
      66 W1 0F 38 65 /r vblendmpd
      66 W1 0F 38 71 /r vpshldvq
      66 W1 0F 38 73 /r vpshrdvq
      66 W1 0F 38 76 /r vpermi2q
      66 W1 0F 38 77 /r vpermi2pd
      66 W1 0F 38 7E /r vpermt2q
      66 W1 0F 38 7F /r vpermt2pd
      66 W1 0F 38 83 /r vpmultishiftqb
      66 W1 0F 38 B4 /r vpmadd52luq
      66 W1 0F 38 B5 /r vpmadd52huq
      """),
    RowBlock(
      "{k}{z} {er}", [.vec, .vecV, .vecRMB32],
      """
      NP W0 0F 58 /r vaddps
      NP W0 0F 59 /r vmulps
      NP W0 0F 5C /r vsubps
      NP W0 0F 5E /r vdivps
      66 W0 0F 38 2C /r vscalefps
      66 W0 0F 38 96 /r vfmaddsub132ps
      66 W0 0F 38 97 /r vfmsubadd132ps
      66 W0 0F 38 98 /r vfmadd132ps
      66 W0 0F 38 9A /r vfmsub132ps
      66 W0 0F 38 9C /r vfnmadd132ps
      66 W0 0F 38 9E /r vfnmsub132ps
      66 W0 0F 38 A6 /r vfmaddsub213ps
      66 W0 0F 38 A7 /r vfmsubadd213ps
      66 W0 0F 38 A8 /r vfmadd213ps
      66 W0 0F 38 AA /r vfmsub213ps
      66 W0 0F 38 AC /r vfnmadd213ps
      66 W0 0F 38 AE /r vfnmsub213ps
      66 W0 0F 38 B6 /r vfmaddsub231ps
      66 W0 0F 38 B7 /r vfmsubadd231ps
      66 W0 0F 38 B8 /r vfmadd231ps
      66 W0 0F 38 BA /r vfmsub231ps
      66 W0 0F 38 BC /r vfnmadd231ps
      66 W0 0F 38 BE /r vfnmsub231ps
      F2 W0 M6 56 /r {distinct} vfcmaddcph
      F3 W0 M6 56 /r {distinct} vfmaddcph
      F2 W0 M6 D6 /r {distinct} vfcmulcph
      F3 W0 M6 D6 /r {distinct} vfmulcph
      """),
    RowBlock(
      "{k}{z} {er}", [.vec, .vecV, .vecRMB64],
      """
      66 W1 0F 58 /r vaddpd
      66 W1 0F 59 /r vmulpd
      66 W1 0F 5C /r vsubpd
      66 W1 0F 5E /r vdivpd
      66 W1 0F 38 2C /r vscalefpd
      66 W1 0F 38 96 /r vfmaddsub132pd
      66 W1 0F 38 97 /r vfmsubadd132pd
      66 W1 0F 38 98 /r vfmadd132pd
      66 W1 0F 38 9A /r vfmsub132pd
      66 W1 0F 38 9C /r vfnmadd132pd
      66 W1 0F 38 9E /r vfnmsub132pd
      66 W1 0F 38 A6 /r vfmaddsub213pd
      66 W1 0F 38 A7 /r vfmsubadd213pd
      66 W1 0F 38 A8 /r vfmadd213pd
      66 W1 0F 38 AA /r vfmsub213pd
      66 W1 0F 38 AC /r vfnmadd213pd
      66 W1 0F 38 AE /r vfnmsub213pd
      66 W1 0F 38 B6 /r vfmaddsub231pd
      66 W1 0F 38 B7 /r vfmsubadd231pd
      66 W1 0F 38 B8 /r vfmadd231pd
      66 W1 0F 38 BA /r vfmsub231pd
      66 W1 0F 38 BC /r vfnmadd231pd
      66 W1 0F 38 BE /r vfnmsub231pd
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .vecV, .vecRMB32],
      """
      NP W0 0F 5D /r vminps
      NP W0 0F 5F /r vmaxps
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .vecV, .vecRMB64],
      """
      66 W1 0F 5D /r vminpd
      66 W1 0F 5F /r vmaxpd
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecV, .vecRM],
      """
      66 0F 60 /r vpunpcklbw
      66 0F 61 /r vpunpcklwd
      66 0F 63 /r vpacksswb
      66 0F 67 /r vpackuswb
      66 0F 68 /r vpunpckhbw
      66 0F 69 /r vpunpckhwd
      66 0F D5 /r vpmullw
      66 0F D8 /r vpsubusb
      66 0F D9 /r vpsubusw
      66 0F DA /r vpminub
      66 0F DC /r vpaddusb
      66 0F DD /r vpaddusw
      66 0F DE /r vpmaxub
      66 0F E0 /r vpavgb
      66 0F E3 /r vpavgw
      66 0F E4 /r vpmulhuw
      66 0F E5 /r vpmulhw
      66 0F E8 /r vpsubsb
      66 0F E9 /r vpsubsw
      66 0F EA /r vpminsw
      66 0F EC /r vpaddsb
      66 0F ED /r vpaddsw
      66 0F EE /r vpmaxsw
      66 0F F5 /r vpmaddwd
      66 0F F8 /r vpsubb
      66 0F F9 /r vpsubw
      66 0F FC /r vpaddb
      66 0F FD /r vpaddw
      66 0F 38 00 /r vpshufb
      66 0F 38 04 /r vpmaddubsw
      66 0F 38 0B /r vpmulhrsw
      66 W1 0F 38 10 /r vpsrlvw
      66 W1 0F 38 11 /r vpsravw
      66 W1 0F 38 12 /r vpsllvw
      66 0F 38 38 /r vpminsb
      66 0F 38 3A /r vpminuw
      66 0F 38 3C /r vpmaxsb
      66 0F 38 3E /r vpmaxuw
      66 W0 0F 38 66 /r vpblendmb
      66 W1 0F 38 66 /r vpblendmw
      66 W1 0F 38 70 /r vpshldvw
      66 W1 0F 38 72 /r vpshrdvw
      66 W0 0F 38 75 /r vpermi2b
      66 W1 0F 38 75 /r vpermi2w
      66 W0 0F 38 7D /r vpermt2b
      66 W1 0F 38 7D /r vpermt2w
      66 W0 0F 38 8D /r vpermb
      66 W1 0F 38 8D /r vpermw
      66 W0 0F 38 CF /r vgf2p8mulb
      """),
    RowBlock(
      "{k}", [.k, .vecV, .vecRM],
      """
      66 0F 64 /r vpcmpgtb
      66 0F 65 /r vpcmpgtw
      66 0F 74 /r vpcmpeqb
      66 0F 75 /r vpcmpeqw
      66 W0 0F 38 26 /r vptestmb
      66 W1 0F 38 26 /r vptestmw
      F3 W0 0F 38 26 /r vptestnmb
      F3 W1 0F 38 26 /r vptestnmw
      66 W0 0F 38 8F /r vpshufbitqmb
      """),
    RowBlock(
      "{k}", [.k, .vecV, .vecRMB32],
      """
      66 W0 0F 66 /r vpcmpgtd
      66 W0 0F 76 /r vpcmpeqd
      66 W0 0F 38 27 /r vptestmd
      F3 W0 0F 38 27 /r vptestnmd
      """),
    RowBlock(
      "{k}{z}", [.vecV, .vecRM, .imm8Unsigned],
      """
      66 0F 71 /2 vpsrlw
      66 0F 71 /4 vpsraw
      66 0F 71 /6 vpsllw
      """),
    RowBlock(
      "{k}{z}", [.vecV, .vecRMB32, .imm8Unsigned],
      """
      66 W0 0F 72 /0 vprord
      66 W0 0F 72 /1 vprold
      66 W0 0F 72 /2 vpsrld
      66 W0 0F 72 /4 vpsrad
      66 W0 0F 72 /6 vpslld
      """),
    RowBlock(
      "{k}{z}", [.vecV, .vecRMB64, .imm8Unsigned],
      """
      66 W1 0F 72 /0 vprorq
      66 W1 0F 72 /1 vprolq
      66 W1 0F 72 /4 vpsraq
      66 W1 0F 73 /2 vpsrlq
      66 W1 0F 73 /6 vpsllq
      """),
    RowBlock(
      "", [.vecV, .vecRM, .imm8Unsigned],
      """
      66 0F 73 /3 vpsrldq
      66 0F 73 /7 vpslldq
      """),
    RowBlock(
      "{k} {sae}", [.k, .vecV, .vecRMB32, .imm8Unsigned],
      """
      NP W0 0F C2 /r vcmpps
      """),
    RowBlock(
      "{k} {sae}", [.k, .vecV, .vecRMB64, .imm8Unsigned],
      """
      66 W1 0F C2 /r vcmppd
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecV, .vecRMB32, .imm8Unsigned],
      """
      NP W0 0F C6 /r vshufps
      66 W0 0F 3A 03 /r valignd
      66 W0 L1 0F 3A 23 /r vshuff32x4
      66 W0 L2 0F 3A 23 /r vshuff32x4
      66 W0 0F 3A 25 /r vpternlogd
      66 W0 L1 0F 3A 43 /r vshufi32x4
      66 W0 L2 0F 3A 43 /r vshufi32x4
      66 W0 0F 3A 71 /r vpshldd
      66 W0 0F 3A 73 /r vpshrdd
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecV, .vecRMB64, .imm8Unsigned],
      """
      66 W1 0F C6 /r vshufpd
      66 W1 0F 3A 03 /r valignq
      66 W1 L1 0F 3A 23 /r vshuff64x2
      66 W1 L2 0F 3A 23 /r vshuff64x2
      66 W1 0F 3A 25 /r vpternlogq
      66 W1 L1 0F 3A 43 /r vshufi64x2
      66 W1 L2 0F 3A 43 /r vshufi64x2
      66 W1 0F 3A 71 /r vpshldq
      66 W1 0F 3A 73 /r vpshrdq
      66 W1 0F 3A CE /r vgf2p8affineqb
      66 W1 0F 3A CF /r vgf2p8affineinvqb
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecV, .xmmRM],
      """
      66 0F D1 /r vpsrlw
      66 W0 0F D2 /r vpsrld
      66 W1 0F D3 /r vpsrlq
      66 0F E1 /r vpsraw
      66 W0 0F E2 /r vpsrad
      66 W1 0F E2 /r vpsraq
      66 0F F1 /r vpsllw
      66 W0 0F F2 /r vpslld
      66 W1 0F F3 /r vpsllq
      """),
    RowBlock(
      "", [.vec, .vecV, .vecRM],
      """
      66 0F F6 /r vpsadbw
      66 0F 38 DC /r vaesenc
      66 0F 38 DD /r vaesenclast
      66 0F 38 DE /r vaesdec
      66 0F 38 DF /r vaesdeclast
      """),
    RowBlock(
      "{k}", [.k, .vecV, .vecRMB64],
      """
      66 W1 0F 38 27 /r vptestmq
      F3 W1 0F 38 27 /r vptestnmq
      66 W1 0F 38 29 /r vpcmpeqq
      66 W1 0F 38 37 /r vpcmpgtq
      """),
    RowBlock(
      "", [.k, .vecRM],
      """
      F3 W0 0F 38 29 /r reg vpmovb2m
      F3 W1 0F 38 29 /r reg vpmovw2m
      F3 W0 0F 38 39 /r reg vpmovd2m
      F3 W1 0F 38 39 /r reg vpmovq2m
      """),
    RowBlock(
      "", [.k, .vecV, .vecRMB32],
      """
      F2 W0 0F 38 68 /r vp2intersectd
      """),
    RowBlock(
      "", [.k, .vecV, .vecRMB64],
      """
      F2 W1 0F 38 68 /r vp2intersectq
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecV, .vecRM, .imm8Unsigned],
      """
      66 0F 3A 0F /r vpalignr
      66 W0 0F 3A 42 /r vdbpsadbw
      66 W1 0F 3A 70 /r vpshldw
      66 W1 0F 3A 72 /r vpshrdw
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecV, .xmmRM, .imm8Unsigned],
      """
      66 W0 L1 0F 3A 18 /r vinsertf32x4
      66 W0 L2 0F 3A 18 /r vinsertf32x4
      66 W1 L1 0F 3A 18 /r vinsertf64x2
      66 W1 L2 0F 3A 18 /r vinsertf64x2
      66 W0 L1 0F 3A 38 /r vinserti32x4
      66 W0 L2 0F 3A 38 /r vinserti32x4
      66 W1 L1 0F 3A 38 /r vinserti64x2
      66 W1 L2 0F 3A 38 /r vinserti64x2
      """),
    RowBlock(
      "{k}{z}", [.vec, .vecV, .halfVecRM, .imm8Unsigned],
      """
      66 W0 L2 0F 3A 1A /r vinsertf32x8
      66 W1 L2 0F 3A 1A /r vinsertf64x4
      66 W0 L2 0F 3A 3A /r vinserti32x8
      66 W1 L2 0F 3A 3A /r vinserti64x4
      """),
    RowBlock(
      "{k}", [.k, .vecV, .vecRMB32, .imm8Unsigned],
      """
      66 W0 0F 3A 1E /r vpcmpud
      66 W0 0F 3A 1F /r vpcmpd
      """),
    RowBlock(
      "{k}", [.k, .vecV, .vecRMB64, .imm8Unsigned],
      """
      66 W1 0F 3A 1E /r vpcmpuq
      66 W1 0F 3A 1F /r vpcmpq
      """),
    RowBlock(
      "{k}", [.k, .vecV, .vecRM, .imm8Unsigned],
      """
      66 W0 0F 3A 3E /r vpcmpub
      66 W1 0F 3A 3E /r vpcmpuw
      66 W0 0F 3A 3F /r vpcmpb
      66 W1 0F 3A 3F /r vpcmpw
      """),
    RowBlock(
      "", [.vec, .vecV, .vecRM, .imm8Unsigned],
      """
      66 0F 3A 44 /r vpclmulqdq
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .vecV, .vecRMB32, .imm8Unsigned],
      """
      66 W0 0F 3A 50 /r vrangeps
      66 W0 0F 3A 54 /r vfixupimmps
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .vecV, .vecRMB64, .imm8Unsigned],
      """
      66 W1 0F 3A 50 /r vrangepd
      66 W1 0F 3A 54 /r vfixupimmpd
      """),
    RowBlock(
      "{k}", [.k, .vecRMB32, .imm8Unsigned],
      """
      66 W0 0F 3A 66 /r vfpclassps
      """),
    RowBlock(
      "{k}", [.k, .vecRMB64, .imm8Unsigned],
      """
      66 W1 0F 3A 66 /r vfpclasspd
      """),
    RowBlock(
      "{k}{z} {er}", [.vec, .vecV, .vecRMB16],
      """
      NP W0 M5 58 /r vaddph
      NP W0 M5 5E /r vdivph
      66 W0 M6 96 /r vfmaddsub132ph
      66 W0 M6 A6 /r vfmaddsub213ph
      66 W0 M6 B6 /r vfmaddsub231ph
      66 W0 M6 97 /r vfmsubadd132ph
      66 W0 M6 A7 /r vfmsubadd213ph
      66 W0 M6 B7 /r vfmsubadd231ph
      66 W0 M6 98 /r vfmadd132ph
      66 W0 M6 A8 /r vfmadd213ph
      66 W0 M6 B8 /r vfmadd231ph
      66 W0 M6 9C /r vfnmadd132ph
      66 W0 M6 AC /r vfnmadd213ph
      66 W0 M6 BC /r vfnmadd231ph
      66 W0 M6 9A /r vfmsub132ph
      66 W0 M6 AA /r vfmsub213ph
      66 W0 M6 BA /r vfmsub231ph
      66 W0 M6 9E /r vfnmsub132ph
      66 W0 M6 AE /r vfnmsub213ph
      66 W0 M6 BE /r vfnmsub231ph
      NP W0 M5 59 /r vmulph
      66 W0 M6 2C /r vscalefph
      NP W0 M5 5C /r vsubph
      """),
    RowBlock(
      "{k} {sae}", [.k, .vecV, .vecRMB16, .imm8Unsigned],
      """
      NP W0 0F 3A C2 /r vcmpph
      """),
    RowBlock(
      "{k}", [.k, .vecRMB16, .imm8Unsigned],
      """
      NP W0 0F 3A 66 /r vfpclassph
      """),
    RowBlock(
      "{k}{z} {sae}", [.vec, .vecV, .vecRMB16],
      """
      NP W0 M5 5F /r vmaxph
      NP W0 M5 5D /r vminph
      """),
  ]
}
