import X86

/// The families of instructions: each has an executor, a switch over its semantics.
enum Family {
  case arithmetic, moves, shifts, control, strings, system, x87, floats, vector, none

  /// The handler that runs the family's executor.
  var handler: Handler {
    switch self {
    case .arithmetic: { runGeneric($0, $1, executeArithmetic) }
    case .moves: { runGeneric($0, $1, executeMove) }
    case .shifts: { runGeneric($0, $1, executeShift) }
    case .control: { runGeneric($0, $1, executeControl) }
    case .strings: { runGeneric($0, $1, executeString) }
    case .system: { runGeneric($0, $1, executeSystem) }
    case .x87: { runGeneric($0, $1, executeX87) }
    case .floats: { runGeneric($0, $1, executeFloat) }
    case .vector: { runGeneric($0, $1, executeVector) }
    case .none: { runGeneric($0, $1, executeNothing) }
    }
  }
}

/// Runs any instruction.
func executeAny(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  switch family(of: i.pointee, cpu.pointee.core.pointee.features) {
  case .arithmetic: try executeArithmetic(cpu, i)
  case .moves: try executeMove(cpu, i)
  case .shifts: try executeShift(cpu, i)
  case .control: try executeControl(cpu, i)
  case .strings: try executeString(cpu, i)
  case .system: try executeSystem(cpu, i)
  case .x87: try executeX87(cpu, i)
  case .floats: try executeFloat(cpu, i)
  case .vector: try executeVector(cpu, i)
  case .none: try executeNothing(cpu, i)
  }
}

/// Instructions that nobody executes: #UD.
func executeNothing(_ cpu: CPU, _ i: Decoded) throws(Fault) -> Outcome {
  switch i.pointee.semantics {
  case .invalid, .truncated, .ud0, .ud1, .ud2: throw .invalidOpcode
  // A processor without VMX, SVM and protection keys, outside system management mode.
  case .vmcall, .vmmcall, .rsm, .rdpkru, .wrpkru: throw .invalidOpcode
  default:
    let required = ProcessorFeatures.required(by: i.pointee)
    let isSwitchedOff = !cpu.pointee.core.pointee.features.isSuperset(of: required)
    if isSwitchedOff, required.isDisjoint(with: .never) { throw .invalidOpcode }
    throw cpu.unimplemented(i)
  }
}

/// The family whose executor knows an instruction: none if the processor does not offer it.
func family(of instruction: Instruction, _ features: ProcessorFeatures) -> Family {
  guard features.contains(.required(by: instruction)) else { return .none }
  return family(of: instruction.semantics)
}

/// The family whose executor knows a meaning.
func family(of semantics: Semantics) -> Family {
  switch semantics {
  case .add, .or, .adc, .sbb, .and, .sub, .xor, .cmp, .test, .inc, .dec, .neg, .not, .mul, .imul,
    .imul2, .imul3, .div, .idiv, .adcx, .adox, .mulx, .xadd, .cmpxchg, .cmpxchg8b, .cmpxchg16b,
    .daa, .das, .aaa, .aas, .aam, .aad, .salc, .bound, .arpl, .loadFar:
    .arithmetic
  case .mov, .movzx, .movsx, .movsxd, .movbe, .lea, .xchg, .bswap, .cbw, .cwd, .push, .pop, .pushf,
    .popf, .pusha, .popa, .enter, .leave, .lahf, .sahf, .xlat, .setcc, .cmovcc, .movnti, .nop,
    .prefetch, .endbr,
    .clc, .stc, .cmc, .cld, .std, .lfence, .mfence, .sfence, .clflush, .clflushopt, .clwb:
    .moves
  case .rol, .ror, .rcl, .rcr, .shl, .shr, .sar, .shld, .shrd, .bt, .bts, .btr, .btc, .bsf, .bsr,
    .tzcnt, .lzcnt, .popcnt, .andn, .bextr, .blsi, .blsmsk, .blsr, .bzhi, .pdep, .pext, .rorx,
    .sarx, .shlx, .shrx, .crc32:
    .shifts
  case .call, .callIndirect, .jmp, .jmpIndirect, .jcc, .ret, .retFar, .jmpFar, .callFar, .loop,
    .loope, .loopne, .jrcxz, .int, .int3, .int1, .iret, .into, .syscall, .sysret,
    .sysenter, .sysexit:
    .control
  case .movs, .cmps, .scas, .lods, .stos, .ins, .outs:
    .strings
  case .invpcid, .in, .out, .cli, .sti, .pause, .hlt, .cpuid, .rdtsc, .rdtscp, .rdmsr, .wrmsr,
    .swapgs,
    .clts, .invd, .wbinvd, .invlpg, .rdpid, .lgdt, .lidt, .sgdt, .sidt, .lldt, .sldt, .ltr, .str,
    .lmsw, .smsw, .movControl, .movDebug, .movSegment, .rdfsbase, .rdgsbase, .wrfsbase, .wrgsbase,
    .fxsave, .fxrstor, .ldmxcsr, .stmxcsr, .lar, .lsl, .verr, .verw, .emms, .xsave, .xsavec,
    .xsaveopt, .xsaves, .xrstor, .xrstors, .xgetbv, .xsetbv, .clac, .stac, .monitor, .mwait,
    .rdpmc, .rdrand, .rdseed:
    .system
  case .fadd, .fmul, .fcom, .fcomp, .fsub, .fsubr, .fdiv, .fdivr, .fiadd, .fimul, .ficom, .ficomp,
    .fisub, .fisubr, .fidiv, .fidivr, .faddp, .fmulp, .fcompp, .fsubp, .fsubrp, .fdivp, .fdivrp,
    .fld, .fst, .fstp, .fild, .fist, .fistp, .fisttp, .fbld, .fbstp, .fxch, .fldcw, .fnstcw,
    .fnstsw, .fldenv, .fnstenv, .fnsave, .frstor, .fnclex, .fninit, .fwait, .fchs, .fabs, .ftst,
    .fxam, .fld1, .fldl2t, .fldl2e, .fldpi, .fldlg2, .fldln2, .fldz, .f2xm1, .fyl2x, .fptan,
    .fpatan, .fxtract, .fprem1, .fdecstp, .fincstp, .fprem, .fyl2xp1, .fsqrt, .fsincos, .frndint,
    .fscale, .fsin, .fcos, .fnop, .fcmovb, .fcmove, .fcmovbe, .fcmovu, .fcmovnb, .fcmovne,
    .fcmovnbe, .fcmovnu, .fucom, .fucomp, .fucompp, .fucomi, .fucomip, .fcomi, .fcomip, .ffree,
    .ffreep:
    .x87
  case .invalid, .truncated, .ud0, .ud1, .ud2, .textOnly, .vmcall, .vmmcall, .rsm, .rdpkru, .wrpkru:
    .none
  // What is not listed has to do with vectors.
  default: isFloatingPoint(semantics) ? .floats : .vector
  }
}

/// Whether a vector instruction computes with floating-point numbers or converts them.
private func isFloatingPoint(_ semantics: Semantics) -> Bool {
  switch semantics {
  case .comiss, .comisd, .ucomiss, .ucomisd, .cvtpi2ps, .cvtpi2pd, .cvtsi2ss, .cvtsi2sd,
    .cvttps2pi, .cvttpd2pi, .cvttss2si, .cvttsd2si, .cvtps2pi, .cvtpd2pi, .cvtss2si, .cvtsd2si,
    .cvtps2pd, .cvtpd2ps, .cvtss2sd, .cvtsd2ss, .cvtdq2ps, .cvtps2dq, .cvttps2dq, .cvtdq2pd,
    .cvtpd2dq, .cvttpd2dq, .vcvtph2ps, .vcvtps2ph:
    true
  default: FloatForm(semantics) != nil || FusedForm(semantics) != nil
  }
}
