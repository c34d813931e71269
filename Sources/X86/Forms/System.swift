extension Form {
  /// Instructions of operating systems, and those that tell about the processor.
  static let system: [Form] = [
    Form("F4", "hlt", .hlt),
    Form("0F A2", "cpuid", .cpuid),
    Form("0F 31", "rdtsc", .rdtsc),
    Form("0F 01 F9", "rdtscp", .rdtscp),
    Form("0F 33", "rdpmc", .rdpmc),
    Form("0F 32", "rdmsr", .rdmsr),
    Form("0F 30", "wrmsr", .wrmsr),
    Form("NP 0F 01 D0", "xgetbv", .xgetbv),
    Form("NP 0F 01 D1", "xsetbv", .xsetbv),
    Form("0F 01 F8", "swapgs", .swapgs, modes: .long),
    Form("0F 06", "clts", .clts),
    Form("0F 08", "invd", .invd),
    Form("0F 09", "wbinvd", .wbinvd),
    Form("F3 0F 09", "wbnoinvd", .wbinvd),
    Form("0F 01 /7 mem", "invlpg", .invlpg, .m),
    Form("66 0F 38 82 /r mem", "invpcid", .invpcid, .rNative, .m128),
    Form("F3 0F C7 /7 reg", "rdpid", .rdpid, .rmNative),
    Form("NP 0F 01 EE", "rdpkru", .rdpkru),
    Form("NP 0F 01 EF", "wrpkru", .wrpkru),
    Form("0F 01 /0 mem", "sgdt", .sgdt, .mDescriptor),
    Form("0F 01 /1 mem", "sidt", .sidt, .mDescriptor),
    Form("0F 01 /2 mem", "lgdt", .lgdt, .mDescriptor),
    Form("0F 01 /3 mem", "lidt", .lidt, .mDescriptor),
    Form("0F 01 /4", "smsw", .smsw, .rmSelector),
    Form("0F 01 /6", "lmsw", .lmsw, .rm16),
    Form("0F 00 /0", "sldt", .sldt, .rmSelector),
    Form("0F 00 /1", "str", .str, .rmSelector),
    Form("0F 00 /2", "lldt", .lldt, .rm16),
    Form("0F 00 /3", "ltr", .ltr, .rm16),
    Form("0F 00 /4", "verr", .verr, .rm16, flags: FlagEffect(written: .zero)),
    Form("0F 00 /5", "verw", .verw, .rm16, flags: FlagEffect(written: .zero)),
    Form("F2 0F 00 /6", "lkgs", .textOnly, .rmSelector, modes: .long),
    Form("0F 02 /r", "lar", .lar, .r, .rmSelector, flags: FlagEffect(written: .zero)),
    Form("0F 03 /r", "lsl", .lsl, .r, .rmSelector, flags: FlagEffect(written: .zero)),
    Form("NP 0F 01 C8", "monitor", .monitor),
    Form("NP 0F 01 C9", "mwait", .mwait),
    Form("NFx 0F C7 /6 reg", "rdrand", .rdrand, .rm, flags: .compare),
    Form("NFx 0F C7 /7 reg", "rdseed", .rdseed, .rm, flags: .compare),
    Form("0F AA", "rsm", .rsm),
    Form("NP 0F 01 C1", "vmcall", .vmcall),
    Form("0F 01 D9", "vmmcall", .vmmcall),
    Form("F3 0F AE /0 reg", "rdfsbase", .rdfsbase, .rmY, modes: .long),
    Form("F3 0F AE /1 reg", "rdgsbase", .rdgsbase, .rmY, modes: .long),
    Form("F3 0F AE /2 reg", "wrfsbase", .wrfsbase, .rmY, modes: .long),
    Form("F3 0F AE /3 reg", "wrgsbase", .wrgsbase, .rmY, modes: .long),
  ]

  /// Saving and restoring the x87, MMX and SSE state.
  static let stateSaving: [Form] =
    sized("NP", 0xae, "/0", "fxsave", .fxsave) + sized("NP", 0xae, "/1", "fxrstor", .fxrstor)
    + sized("NP", 0xae, "/4", "xsave", .xsave) + sized("NP", 0xae, "/5", "xrstor", .xrstor)
    + sized("NP", 0xae, "/6", "xsaveopt", .xsaveopt)
    + sized("NP", 0xc7, "/3", "xrstors", .xrstors) + sized("NP", 0xc7, "/4", "xsavec", .xsavec)
    + sized("NP", 0xc7, "/5", "xsaves", .xsaves)
    + [
      Form("NP 0F AE /2 mem", "ldmxcsr", .ldmxcsr, .m32),
      Form("NP 0F AE /3 mem", "stmxcsr", .stmxcsr, .m32),
    ]

  /// The two rows of a state image, whose form with REX.W has its own name.
  private static func sized(
    _ prefix: String, _ opcode: UInt8, _ digit: String, _ mnemonic: String,
    _ semantics: Semantics
  ) -> [Form] {
    let byte = String(opcode, radix: 16)
    return [
      Form("\(prefix) 0F \(byte) \(digit) mem", mnemonic, semantics, .m),
      Form("\(prefix) W1 0F \(byte) \(digit) mem", mnemonic + "64", semantics, .m),
    ]
  }

  /// Instructions that do nothing to the program's state: no-ops, fences, cache control.
  static let hints: [Form] = [
    Form("noB 90", "nop", .nop),
    Form("66 noB 90", "xchg", .nop, .ax, .ax),
    Form("F3 noB 90", "pause", .pause),
    Form("0F 1F /r", "nop", .nop, .rm),
    Form("0F 19 /r", "nop", .nop, .rm),
    Form("0F 1A /r", "nop", .nop, .rm),
    Form("0F 1B /r", "nop", .nop, .rm),
    Form("0F 1C /r", "nop", .nop, .rm),
    Form("NP 0F 1C /0 mem", "cldemote", .nop, .m8),
    Form("0F 1D /r", "nop", .nop, .rm),
    Form("0F 1E /r", "nop", .nop, .rm),
    Form("F3 0F 1E FA", "endbr64", .endbr),
    Form("F3 0F 1E FB", "endbr32", .endbr),
    Form("0F 18 /r", "nop", .nop, .rm),
    Form("0F 18 /0 mem", "prefetchnta", .prefetch, .m8),
    Form("0F 18 /1 mem", "prefetcht0", .prefetch, .m8),
    Form("0F 18 /2 mem", "prefetcht1", .prefetch, .m8),
    Form("0F 18 /3 mem", "prefetcht2", .prefetch, .m8),
    Form("0F 18 /4 mem", "prefetchrst2", .prefetch, .m8, modes: .long),
    Form("0F 18 /6 mem", "prefetchit1", .prefetch, .m8, modes: .long),
    Form("0F 18 /7 mem", "prefetchit0", .prefetch, .m8, modes: .long),
    Form("0F 0D /r", "nop", .nop, .rm),
    Form("0F 0D /0 mem", "prefetch", .prefetch, .m),
    Form("0F 0D /1 mem", "prefetchw", .prefetch, .m),
    Form("0F 0D /2 mem", "prefetchwt1", .prefetch, .m),
    Form("NP 0F AE /5 reg", "lfence", .lfence),
    Form("NP 0F AE /6 reg", "mfence", .mfence),
    Form("NP 0F AE /7 reg", "sfence", .sfence),
    Form("NP 0F AE /7 mem", "clflush", .clflush, .m8),
    Form("66 0F AE /7 mem", "clflushopt", .clflushopt, .m8),
    Form("66 0F AE /6 mem", "clwb", .clwb, .m8),
  ]
}
