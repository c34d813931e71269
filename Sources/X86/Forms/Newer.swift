/// Instructions since about 2013 that are shown but not executed: shadow stacks, transactions, user
/// waits, direct stores, key locker, enclaves, and what AVX got after AVX-512 (Intel SDM volume 2
/// and the instruction set extensions reference).
extension Form {
  static let newer: [Form] =
    newerLegacy.flatMap { $0.forms("") } + newerVectors.flatMap { $0.forms("VEX") }
    + [
      Form("C7 F8", "xbegin", .textOnly, .relWhole, width: .stack),
      Form("C6 F8", "xabort", .textOnly, .imm8Unsigned),
      Form("F3 0F 3A F0 C0", "hreset", .textOnly, .imm8Unsigned),
      Form("NFx 0F 38 8A /r mem", "movrs", .textOnly, .r8, .m8, modes: .long),
      Form("NFx 0F 38 8B /r mem", "movrs", .textOnly, .r, .mOperand, modes: .long),
    ]

  private static let newerLegacy: [RowBlock] = [
    RowBlock(
      "", [],
      """
      NP 0F 01 C5 pconfig
      NP 0F 01 C6 wrmsrns
      NP 0F 01 CF encls
      NP 0F 01 D5 xend
      NP 0F 01 D6 xtest
      NP 0F 01 D7 enclu
      NP 0F 01 E8 serialize
      F3 0F 01 E8 setssbsy
      F2 0F 01 E8 xsusldtrk
      F2 0F 01 E9 xresldtrk
      F3 0F 01 EA saveprevssp
      NP 0F 01 FA monitorx
      NP 0F 01 FB mwaitx
      0F 01 FC clzero
      NP 0F 01 FD rdpru
      F3 0F 01 FA mcommit
      66 0F 01 CC tdcall
      NP 0F 37 getsec
      """),
    RowBlock(
      "", [],
      """
      F3 0F 01 EC uiret
      F3 0F 01 ED testui
      F3 0F 01 EE clui
      F3 0F 01 EF stui
      NP 0F 01 C7 pbndkb
      66 0F 01 CD seamret
      66 0F 01 CE seamops
      66 0F 01 CF seamcall
      F3 0F 01 CA eretu
      F2 0F 01 CA erets
      F2 0F 01 C6 rdmsrlist
      F3 0F 01 C6 wrmsrlist
      """, modes: .long),
    RowBlock(
      "", [.m64],
      """
      F3 0F 01 /5 mem rstorssp
      F3 0F AE /6 mem clrssbsy
      """),
    RowBlock(
      "", [.rmY],
      """
      F3 N66 0F AE /4 ptwrite
      F3 0F AE /5 reg incsspd
      F3 W1 0F AE /5 reg incsspq
      F3 0F 1E /1 reg rdsspd
      F3 W1 0F 1E /1 reg rdsspq
      """),
    RowBlock(
      "", [.rmY, .rY],
      """
      NP 0F 38 F6 /r mem wrssd
      NP W1 0F 38 F6 /r mem wrssq
      66 0F 38 F5 /r mem wrussd
      66 W1 0F 38 F5 /r mem wrussq
      NP 0F 38 F9 /r mem movdiri
      NP 0F 38 FC /r mem aadd
      66 0F 38 FC /r mem aand
      F2 0F 38 FC /r mem aor
      F3 0F 38 FC /r mem axor
      """),
    RowBlock(
      "", [.rAddress, .m],
      """
      66 0F 38 F8 /r mem movdir64b
      F2 0F 38 F8 /r mem enqcmd
      F3 0F 38 F8 /r mem enqcmds
      """),
    RowBlock(
      "", [.rm32],
      """
      66 0F AE /6 reg tpause
      F2 0F AE /6 reg umwait
      """),
    RowBlock("", [.rmAddress], "F3 0F AE /6 reg umonitor"),
    RowBlock("", [.rm64], "F3 0F C7 /6 reg senduipi", modes: .long),
    RowBlock("", [.rm64, .r64], "F2 0F 38 F8 /r reg urdmsr", modes: .long),
    RowBlock("", [.r64, .rm64], "F3 0F 38 F8 /r reg uwrmsr", modes: .long),
    RowBlock(
      "", [.xmm, .m],
      """
      F3 0F 38 DC /r mem aesenc128kl
      F3 0F 38 DD /r mem aesdec128kl
      F3 0F 38 DE /r mem aesenc256kl
      F3 0F 38 DF /r mem aesdec256kl
      """),
    RowBlock("", [.xmm, .xmmRM], "F3 0F 38 DC /r reg loadiwkey"),
    RowBlock(
      "", [.r32, .rm32],
      """
      F3 0F 38 FA /r reg encodekey128
      F3 0F 38 FB /r reg encodekey256
      """),
    RowBlock(
      "", [.m],
      """
      F3 0F 38 D8 /0 mem aesencwide128kl
      F3 0F 38 D8 /1 mem aesdecwide128kl
      F3 0F 38 D8 /2 mem aesencwide256kl
      F3 0F 38 D8 /3 mem aesdecwide256kl
      """),
  ]

  private static let newerVectors: [RowBlock] = [
    RowBlock(
      "", [.vec, .vecV, .vecRM],
      """
      NP W0 0F 38 50 /r vpdpbuud
      F3 W0 0F 38 50 /r vpdpbsud
      F2 W0 0F 38 50 /r vpdpbssd
      NP W0 0F 38 51 /r vpdpbuuds
      F3 W0 0F 38 51 /r vpdpbsuds
      F2 W0 0F 38 51 /r vpdpbssds
      NP W0 0F 38 D2 /r vpdpwuud
      66 W0 0F 38 D2 /r vpdpwusd
      F3 W0 0F 38 D2 /r vpdpwsud
      NP W0 0F 38 D3 /r vpdpwuuds
      66 W0 0F 38 D3 /r vpdpwusds
      F3 W0 0F 38 D3 /r vpdpwsuds
      66 W1 0F 38 B4 /r vpmadd52luq
      66 W1 0F 38 B5 /r vpmadd52huq
      F3 W0 0F 38 DA /r vsm4key4
      F2 W0 0F 38 DA /r vsm4rnds4
      """),
    RowBlock(
      "", [.xmm, .xmmV, .xmmRM],
      """
      NP W0 L0 0F 38 DA /r vsm3msg1
      66 W0 L0 0F 38 DA /r vsm3msg2
      """),
    RowBlock("", [.xmm, .xmmV, .xmmRM, .imm8Unsigned], "66 W0 L0 0F 3A DE /r vsm3rnds2"),
    RowBlock("", [.vec, .vecV, .xmmRM], "F2 W0 L1 0F 38 CB /r reg vsha512rnds2"),
    RowBlock("", [.vec, .xmmRM], "F2 W0 L1 0F 38 CC /r reg vsha512msg1"),
    RowBlock("", [.vec, .vecRM], "F2 W0 L1 0F 38 CD /r reg vsha512msg2"),
    RowBlock("", [.halfVec, .vecRM], "F3 W0 0F 38 72 /r vcvtneps2bf16"),
    RowBlock(
      "", [.vec, .vecRM],
      """
      NP W0 0F 38 B0 /r mem vcvtneoph2ps
      66 W0 0F 38 B0 /r mem vcvtneeph2ps
      F3 W0 0F 38 B0 /r mem vcvtneebf162ps
      F2 W0 0F 38 B0 /r mem vcvtneobf162ps
      """),
    RowBlock(
      "", [.vec, .xmmRM16],
      """
      66 W0 0F 38 B1 /r mem vbcstnesh2ps
      F3 W0 0F 38 B1 /r mem vbcstnebf162ps
      """),
    RowBlock(
      "", [.rmY, .rY, .vY],
      """
      66 L0 0F 38 E0 /r mem cmpoxadd
      66 L0 0F 38 E1 /r mem cmpnoxadd
      66 L0 0F 38 E2 /r mem cmpbxadd
      66 L0 0F 38 E3 /r mem cmpaexadd
      66 L0 0F 38 E4 /r mem cmpexadd
      66 L0 0F 38 E5 /r mem cmpnexadd
      66 L0 0F 38 E6 /r mem cmpbexadd
      66 L0 0F 38 E7 /r mem cmpaxadd
      66 L0 0F 38 E8 /r mem cmpsxadd
      66 L0 0F 38 E9 /r mem cmpnsxadd
      66 L0 0F 38 EA /r mem cmppxadd
      66 L0 0F 38 EB /r mem cmpnpxadd
      66 L0 0F 38 EC /r mem cmplxadd
      66 L0 0F 38 ED /r mem cmpgexadd
      66 L0 0F 38 EE /r mem cmplexadd
      66 L0 0F 38 EF /r mem cmpgxadd
      """, modes: .long),
  ]
}
