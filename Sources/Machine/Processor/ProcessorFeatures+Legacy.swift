import X86

extension ProcessorFeatures {
  /// What each row that is neither VEX- nor EVEX-coded needs, by its number.
  static let legacyRequirements: [ProcessorFeatures] = Form.all.map { form in
    bySemantics(form.semantics) ?? byPlace(form)
  }

  /// Features of a few instructions each.
  private static func bySemantics(_ semantics: Semantics) -> ProcessorFeatures? {
    switch semantics {
    case .popcnt: .popcnt
    case .movbe: .movbe
    case .adcx, .adox: .adx
    case .rdrand: .rdrand
    case .rdseed: .rdseed
    case .rdpid: .rdpid
    case .rdfsbase, .rdgsbase, .wrfsbase, .wrgsbase: .fsgsbase
    case .clflushopt: .clflushopt
    case .clwb: .clwb
    case .clac, .stac: .smap
    case .monitor, .mwait: .monitor
    case .fisttp, .lddqu, .addsubps, .addsubpd, .haddps, .haddpd, .hsubps, .hsubpd, .movddup,
      .movshdup, .movsldup:
      .sse3
    case .ldmxcsr, .stmxcsr, .sfence: .sse
    case .movnti, .lfence, .mfence: .sse2
    case .crc32, .pcmpgtq, .pcmpestri, .pcmpestrm, .pcmpistri, .pcmpistrm: .sse42
    case .aesenc, .aesenclast, .aesdec, .aesdeclast, .aesimc, .aeskeygenassist: .aes
    case .pclmulqdq: .pclmulqdq
    case .sha1rnds4, .sha1nexte, .sha1msg1, .sha1msg2, .sha256rnds2, .sha256msg1, .sha256msg2: .sha
    case .gf2p8mulb, .gf2p8affineqb, .gf2p8affineinvqb: .never
    default: nil
    }
  }

  /// What a row's place in the opcode space says: vector instructions came map by map.
  private static func byPlace(_ form: Form) -> ProcessorFeatures {
    let names = (0..<form.operandCount).map { "\(form.operand($0))" }
    let hasXMM = names.contains { $0.hasPrefix("xmm") }
    let hasMMX = names.contains { $0.hasPrefix("mm") }
    guard hasXMM || hasMMX || form.semantics == .emms else { return [] }
    let opcode = form.encoding.opcode
    switch form.encoding.map {
    // SSSE3 is 0F 38 00-0B and 1C-1E, and palignr.
    case .map38: return opcode < 0x0c || 0x1c...0x1e ~= opcode ? .ssse3 : .sse41
    case .map3A: return opcode == 0x0f ? .ssse3 : .sse41
    default: return hasXMM ? streaming(form.encoding) : multimedia(opcode)
    }
  }

  /// SSE or SSE2, of rows of map 0F with an XMM register: those with 66 and F2 are SSE2, with F3 or
  /// none SSE, but for conversions and integer moves that SSE2 put there.
  private static func streaming(_ encoding: Encoding) -> ProcessorFeatures {
    switch (encoding.prefix, encoding.opcode) {
    case (.p66, _): return .sse2
    case (.pF2, _): return .sse2
    case (_, 0x5a), (_, 0x5b): return .sse2
    case (.pF3, 0x6f), (.pF3, 0x70), (.pF3, 0x7e), (.pF3, 0x7f), (.pF3, 0xd6), (.pF3, 0xe6):
      return .sse2
    default: return .sse
    }
  }

  /// MMX, or what SSE and SSE2 added to it.
  private static func multimedia(_ opcode: UInt8) -> ProcessorFeatures {
    switch opcode {
    case 0xd4, 0xf4, 0xfb: .sse2
    case 0x70, 0xc4, 0xc5, 0xd7, 0xda, 0xde, 0xe0, 0xe3, 0xe4, 0xe7, 0xea, 0xee, 0xf6, 0xf7: .sse
    default: .mmx
    }
  }
}
