/// What a row of the table does: one case a meaning, named as the manual's mnemonic.
///
/// Forms that differ only in operands share a case. The executor has a rule a case; a case without
/// one raises #UD.
public enum Semantics: UInt16, CaseIterable, Sendable {
  /// No instruction: #UD.
  case invalid
  /// More bytes are needed to tell.
  case truncated

  // Arithmetic and logic.
  case add, or, adc, sbb, and, sub, xor, cmp, test
  case inc, dec, neg, not
  /// One-operand multiply and divide, into and from rdx:rax.
  case mul, imul, div, idiv
  /// Two- and three-operand signed multiply.
  case imul2, imul3
  case adcx, adox, mulx

  // Moves.
  case mov, movzx, movsx, movsxd, movbe, lea, xchg, xadd, bswap, cmovcc, setcc, xlat
  case cmpxchg, cmpxchg8b, cmpxchg16b
  case cbw, cwd
  case push, pop, pusha, popa, pushf, popf, enter, leave
  /// mov to and from CRn, DRn and segment registers.
  case movControl, movDebug, movSegment
  /// lds, les, lfs, lgs, lss.
  case loadFar
  case lahf, sahf

  // Shifts and bits.
  case rol, ror, rcl, rcr, shl, shr, sar, shld, shrd
  case bt, bts, btr, btc, bsf, bsr, tzcnt, lzcnt, popcnt
  case andn, bextr, blsi, blsmsk, blsr, bzhi, pdep, pext, rorx, sarx, shlx, shrx
  case crc32

  // Control flow.
  case jmp, jmpIndirect, jmpFar, jcc, jrcxz, loop, loope, loopne
  case call, callIndirect, callFar, ret, retFar, iret
  case int, int3, int1, into, bound, ud0, ud1, ud2
  case syscall, sysret, sysenter, sysexit

  // Strings; rep is in the prefixes, the element size is operandSize.
  case movs, cmps, scas, lods, stos, ins, outs
  case `in`, out

  // Flags.
  case clc, stc, cmc, cld, std, cli, sti

  // Decimal, 32-bit mode only.
  case aaa, aas, aam, aad, daa, das, arpl, salc

  // System.
  case nop, pause, hlt, cpuid, rdtsc, rdtscp, rdpmc, rdmsr, wrmsr, swapgs
  case lgdt, lidt, lldt, ltr, sgdt, sidt, sldt, str, lmsw, smsw, clts
  case invd, wbinvd, invlpg, invpcid, lar, lsl, verr, verw
  case rdfsbase, rdgsbase, wrfsbase, wrgsbase
  case monitor, mwait, rdrand, rdseed, rdpid, xgetbv, xsetbv, endbr
  case lfence, mfence, sfence, prefetch, clflush
  case vmcall, rsm, clac, stac
  case fxsave, fxrstor, xsave, xsavec, xsaveopt, xsaves, xrstor, xrstors, ldmxcsr, stmxcsr

  // SSE moves.
  case movups, movaps, movupd, movapd, movdqa, movdqu, lddqu
  case movss, movsd, movd, movq, movq2dq, movdq2q
  case movlps, movhps, movlpd, movhpd, movhlps, movlhps
  case movntps, movntpd, movntdq, movnti, movntq, movntdqa
  case movmskps, movmskpd, pmovmskb, maskmovq, maskmovdqu
  case movshdup, movsldup, movddup

  // SSE arithmetic.
  case addps, addpd, addss, addsd, subps, subpd, subss, subsd
  case mulps, mulpd, mulss, mulsd, divps, divpd, divss, divsd
  case minps, minpd, minss, minsd, maxps, maxpd, maxss, maxsd
  case sqrtps, sqrtpd, sqrtss, sqrtsd, rcpps, rcpss, rsqrtps, rsqrtss
  case andps, andpd, andnps, andnpd, orps, orpd, xorps, xorpd
  case cmpps, cmppd, cmpss, cmpsd, comiss, comisd, ucomiss, ucomisd
  case haddps, haddpd, hsubps, hsubpd, addsubps, addsubpd
  case shufps, shufpd, unpcklps, unpcklpd, unpckhps, unpckhpd
  case cvtpi2ps, cvtpi2pd, cvtps2pi, cvtpd2pi, cvttps2pi, cvttpd2pi
  case cvtsi2ss, cvtsi2sd, cvtss2si, cvtsd2si, cvttss2si, cvttsd2si
  case cvtps2pd, cvtpd2ps, cvtss2sd, cvtsd2ss, cvtdq2ps, cvtps2dq, cvttps2dq
  case cvtdq2pd, cvtpd2dq, cvttpd2dq

  // MMX and SSE integers (one case for both; the operands' kinds tell).
  case paddb, paddw, paddd, paddq, paddsb, paddsw, paddusb, paddusw
  case psubb, psubw, psubd, psubq, psubsb, psubsw, psubusb, psubusw
  case pmullw, pmulhw, pmulhuw, pmuludq, pmaddwd, psadbw, pavgb, pavgw
  case pminub, pminsw, pmaxub, pmaxsw
  case pand, pandn, por, pxor
  case pcmpeqb, pcmpeqw, pcmpeqd, pcmpgtb, pcmpgtw, pcmpgtd
  case psllw, pslld, psllq, pslldq, psrlw, psrld, psrlq, psrldq, psraw, psrad
  case packsswb, packssdw, packuswb
  case punpcklbw, punpcklwd, punpckldq, punpcklqdq, punpckhbw, punpckhwd, punpckhdq, punpckhqdq
  case pshufw, pshufd, pshufhw, pshuflw, pinsrw, pextrw, emms
  case pabsb, pabsw, pabsd, palignr, pshufb, phaddw, phaddd, phaddsw, phsubw, phsubd, phsubsw
  case pmaddubsw, pmulhrsw, psignb, psignw, psignd

  // x87: one case a mnemonic family comes with its rows.
  case x87
}
