/// What a row does: one case a meaning, named as the mnemonic unless a mnemonic has several
/// meanings. An executor is one rule for each case; operand order and widths are documented at
/// `Instruction`.
public enum Semantics: UInt16, Sendable, CaseIterable {
  // Not instructions.
  /// The bytes are no instruction we know: #UD.
  case invalid
  /// The bytes end before the instruction does, and 15 were not given: fetch more.
  case truncated

  // Arithmetic and logic.
  case add, or, adc, sbb, and, sub, xor, cmp, test
  case inc, dec, neg, not
  /// `mul imul div idiv` use the accumulator and rDX; `imul2` and `imul3` are the truncating forms.
  case mul, imul, imul2, imul3, div, idiv
  case daa, das, aaa, aas, aam, aad
  /// `adcx adox`: add with CF only, with OF only.
  case adcx, adox

  // Moves.
  case mov, movzx, movsx, movsxd, movbe, lea, xchg, xadd, cmpxchg, cmpxchg8b, cmpxchg16b, bswap
  /// `cbw`: al to ax, ax to eax, eax to rax; `cwd`: the sign of the accumulator into rDX.
  case cbw, cwd
  case push, pop, pusha, popa, pushf, popf, enter, leave, lahf, sahf, salc, xlat
  case setcc, cmovcc, bound, arpl
  /// `lds les lss lfs lgs`: operand 0 from the offset, the segment in operand 2 from the rest.
  case loadFar

  // Shifts and bits.
  case rol, ror, rcl, rcr, shl, shr, sar, shld, shrd
  case bt, bts, btr, btc, bsf, bsr, tzcnt, lzcnt, popcnt, crc32
  case andn, bextr, blsi, blsmsk, blsr, bzhi, mulx, pdep, pext, rorx, sarx, shlx, shrx

  // Control flow.
  case call, callIndirect, callFar, jmp, jmpIndirect, jmpFar, jcc, ret, retFar, iret
  case loop, loope, loopne, jrcxz
  /// `int3` is CC, `int` is CD ib, `int1` is F1.
  case int3, int, into, int1
  case syscall, sysret, sysenter, sysexit
  /// `ud0 ud1 ud2`: #UD by design; valid instructions with text.
  case ud0, ud1, ud2

  // Strings and ports.
  case movs, cmps, scas, lods, stos, ins, outs, `in`, out

  // Flags.
  case clc, stc, cmc, cld, std, cli, sti, clac, stac

  // System.
  case nop, pause, hlt, cpuid, rdtsc, rdtscp, rdpmc, rdmsr, wrmsr, xgetbv, xsetbv
  case swapgs, clts, invd, wbinvd, invlpg, invpcid, rdpid, rdpkru, wrpkru
  case lgdt, lidt, sgdt, sidt, lldt, sldt, ltr, str, lmsw, smsw, lar, lsl, verr, verw
  /// `mov` to or from control, debug and segment registers.
  case movControl, movDebug, movSegment
  case monitor, mwait, rdrand, rdseed, rsm, vmcall, vmmcall
  case rdfsbase, rdgsbase, wrfsbase, wrgsbase
  case lfence, mfence, sfence, clflush, clflushopt, clwb
  /// All prefetches; hints only. `movnti` is a store.
  case prefetch, movnti
  /// `endbr32 endbr64`: no-ops without CET.
  case endbr
  case fxsave, fxrstor, ldmxcsr, stmxcsr
  case xsave, xsavec, xsaveopt, xsaves, xrstor, xrstors

  // x87.
  case fadd, fmul, fcom, fcomp, fsub, fsubr, fdiv, fdivr
  case fiadd, fimul, ficom, ficomp, fisub, fisubr, fidiv, fidivr
  case faddp, fmulp, fcompp, fsubp, fsubrp, fdivp, fdivrp
  case fld, fst, fstp, fild, fist, fistp, fisttp, fbld, fbstp, fxch
  case fldcw, fnstcw, fnstsw, fldenv, fnstenv, fnsave, frstor, fnclex, fninit, fwait
  case fchs, fabs, ftst, fxam, fld1, fldl2t, fldl2e, fldpi, fldlg2, fldln2, fldz
  case f2xm1, fyl2x, fptan, fpatan, fxtract, fprem1, fdecstp, fincstp
  case fprem, fyl2xp1, fsqrt, fsincos, frndint, fscale, fsin, fcos, fnop
  case fcmovb, fcmove, fcmovbe, fcmovu, fcmovnb, fcmovne, fcmovnbe, fcmovnu
  case fucom, fucomp, fucompp, fucomi, fucomip, fcomi, fcomip, ffree, ffreep, emms

  // SSE moves. `movq` and `movd` cover mm, xmm and general registers. The string instructions are
  // `movs` and `cmps`, so `movsd` and `cmpsd` are the SSE2 ones.
  case movups, movupd, movss, movsd, movaps, movapd, movdqa, movdqu, lddqu
  case movlps, movlpd, movhps, movhpd, movhlps, movlhps, movsldup, movshdup, movddup
  case movd, movq, movdq2q, movq2dq, movntps, movntpd, movntdq, movntdqa, movntq
  case movmskps, movmskpd, pmovmskb, maskmovq, maskmovdqu

  // SSE floating point.
  case addps, addpd, addss, addsd, mulps, mulpd, mulss, mulsd
  case subps, subpd, subss, subsd, divps, divpd, divss, divsd
  case minps, minpd, minss, minsd, maxps, maxpd, maxss, maxsd
  case sqrtps, sqrtpd, sqrtss, sqrtsd, rsqrtps, rsqrtss, rcpps, rcpss
  case andps, andpd, andnps, andnpd, orps, orpd, xorps, xorpd
  /// `cmpps` etc. have the predicate in `immediate`.
  case cmpps, cmppd, cmpss, cmpsd, comiss, comisd, ucomiss, ucomisd
  case unpcklps, unpcklpd, unpckhps, unpckhpd, shufps, shufpd
  case addsubps, addsubpd, haddps, haddpd, hsubps, hsubpd
  case cvtpi2ps, cvtpi2pd, cvtsi2ss, cvtsi2sd, cvttps2pi, cvttpd2pi, cvttss2si, cvttsd2si
  case cvtps2pi, cvtpd2pi, cvtss2si, cvtsd2si, cvtps2pd, cvtpd2ps, cvtss2sd, cvtsd2ss
  case cvtdq2ps, cvtps2dq, cvttps2dq, cvtdq2pd, cvtpd2dq, cvttpd2dq
  case roundps, roundpd, roundss, roundsd, dpps, dppd
  case blendps, blendpd, blendvps, blendvpd, insertps, extractps

  // MMX and SSE integers: the same case for mm and xmm operands.
  case punpcklbw, punpcklwd, punpckldq, punpcklqdq, punpckhbw, punpckhwd, punpckhdq, punpckhqdq
  case packsswb, packssdw, packuswb, packusdw
  case pcmpeqb, pcmpeqw, pcmpeqd, pcmpeqq, pcmpgtb, pcmpgtw, pcmpgtd, pcmpgtq
  case paddb, paddw, paddd, paddq, paddsb, paddsw, paddusb, paddusw
  case psubb, psubw, psubd, psubq, psubsb, psubsw, psubusb, psubusw
  case pmullw, pmulhw, pmulhuw, pmuludq, pmuldq, pmulld, pmulhrsw, pmaddwd, pmaddubsw
  case pand, pandn, por, pxor, pavgb, pavgw, psadbw, mpsadbw
  case pminub, pminuw, pminud, pminsb, pminsw, pminsd
  case pmaxub, pmaxuw, pmaxud, pmaxsb, pmaxsw, pmaxsd
  case psllw, pslld, psllq, pslldq, psrlw, psrld, psrlq, psrldq, psraw, psrad
  case pshufw, pshufd, pshufhw, pshuflw, pshufb, palignr
  case pinsrb, pinsrw, pinsrd, pinsrq, pextrb, pextrw, pextrd, pextrq
  case phaddw, phaddd, phaddsw, phsubw, phsubd, phsubsw, psignb, psignw, psignd
  case pabsb, pabsw, pabsd, pblendw, pblendvb, ptest, phminposuw
  case pmovsxbw, pmovsxbd, pmovsxbq, pmovsxwd, pmovsxwq, pmovsxdq
  case pmovzxbw, pmovzxbd, pmovzxbq, pmovzxwd, pmovzxwq, pmovzxdq
  case pcmpestrm, pcmpestri, pcmpistrm, pcmpistri
  case pclmulqdq, aesimc, aesenc, aesenclast, aesdec, aesdeclast, aeskeygenassist
  case gf2p8mulb, gf2p8affineqb, gf2p8affineinvqb
  case sha1rnds4, sha1nexte, sha1msg1, sha1msg2, sha256rnds2, sha256msg1, sha256msg2

  // What AVX, AVX2, F16C and FMA have beyond SSE; all other VEX rows share the cases above.
  case vzeroupper, vzeroall, vtestps, vtestpd
  /// The element broadcasts, also of floating-point elements (`vbroadcastss`); `vbroadcasti128` too.
  case vpbroadcastb, vpbroadcastw, vpbroadcastd, vpbroadcastq, vbroadcastf128
  /// `vpermd` is `vpermps`, `vpermq` is `vpermpd`; `vpermilps` has its controls in operand 2, be that
  /// a vector or an immediate.
  case vpermilps, vpermilpd, vpermd, vpermq, vperm2f128, vinsertf128, vextractf128, vpblendd
  /// Elements whose mask has its high bit; `vpmaskmovd` and `vpmaskmovq` are the same.
  case vmaskmovps, vmaskmovpd
  case vpsllvd, vpsllvq, vpsrlvd, vpsrlvq, vpsravd
  /// The first letter is the width of an index, the second that of an element, floating-point too.
  case vpgatherdd, vpgatherdq, vpgatherqd, vpgatherqq
  case vcvtph2ps, vcvtps2ph
  case vpdpbusd, vpdpbusds, vpdpwssd, vpdpwssds
  case vfmadd132ps, vfmadd213ps, vfmadd231ps, vfmadd132pd, vfmadd213pd, vfmadd231pd
  case vfmadd132ss, vfmadd213ss, vfmadd231ss, vfmadd132sd, vfmadd213sd, vfmadd231sd
  case vfmsub132ps, vfmsub213ps, vfmsub231ps, vfmsub132pd, vfmsub213pd, vfmsub231pd
  case vfmsub132ss, vfmsub213ss, vfmsub231ss, vfmsub132sd, vfmsub213sd, vfmsub231sd
  case vfnmadd132ps, vfnmadd213ps, vfnmadd231ps, vfnmadd132pd, vfnmadd213pd, vfnmadd231pd
  case vfnmadd132ss, vfnmadd213ss, vfnmadd231ss, vfnmadd132sd, vfnmadd213sd, vfnmadd231sd
  case vfnmsub132ps, vfnmsub213ps, vfnmsub231ps, vfnmsub132pd, vfnmsub213pd, vfnmsub231pd
  case vfnmsub132ss, vfnmsub213ss, vfnmsub231ss, vfnmsub132sd, vfnmsub213sd, vfnmsub231sd
  case vfmaddsub132ps, vfmaddsub213ps, vfmaddsub231ps
  case vfmaddsub132pd, vfmaddsub213pd, vfmaddsub231pd
  case vfmsubadd132ps, vfmsubadd213ps, vfmsubadd231ps
  case vfmsubadd132pd, vfmsubadd213pd, vfmsubadd231pd

  /// Rows that are decoded and printed but that no processor here executes: AVX-512, AMX,
  /// virtualisation and the like. #UD.
  case textOnly
}
