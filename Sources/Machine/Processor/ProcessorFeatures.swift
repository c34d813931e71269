import X86

/// What a processor can do beyond the x86-64 of 2003, as its CPUID reports it.
///
/// One fact: the leaves of CPUID read from it, and an instruction of a feature that is not there
/// raises #UD.
///
///     var configuration = MachineConfiguration()
///     configuration.features = .avx2Level
public struct ProcessorFeatures: OptionSet, Sendable, Hashable {
  public let rawValue: UInt64

  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  public static let mmx = ProcessorFeatures(rawValue: 1 << 0)
  public static let sse = ProcessorFeatures(rawValue: 1 << 1)
  public static let sse2 = ProcessorFeatures(rawValue: 1 << 2)
  public static let sse3 = ProcessorFeatures(rawValue: 1 << 3)
  public static let ssse3 = ProcessorFeatures(rawValue: 1 << 4)
  public static let sse41 = ProcessorFeatures(rawValue: 1 << 5)
  public static let sse42 = ProcessorFeatures(rawValue: 1 << 6)
  public static let popcnt = ProcessorFeatures(rawValue: 1 << 7)
  /// `aesenc` and its kin.
  public static let aes = ProcessorFeatures(rawValue: 1 << 8)
  public static let pclmulqdq = ProcessorFeatures(rawValue: 1 << 9)
  /// SHA-1 and SHA-256.
  public static let sha = ProcessorFeatures(rawValue: 1 << 10)
  public static let movbe = ProcessorFeatures(rawValue: 1 << 11)
  public static let lzcnt = ProcessorFeatures(rawValue: 1 << 12)
  public static let bmi1 = ProcessorFeatures(rawValue: 1 << 13)
  public static let bmi2 = ProcessorFeatures(rawValue: 1 << 14)
  public static let adx = ProcessorFeatures(rawValue: 1 << 15)
  public static let rdrand = ProcessorFeatures(rawValue: 1 << 16)
  public static let rdseed = ProcessorFeatures(rawValue: 1 << 17)
  /// `xsave xrstor xgetbv xsetbv`, CR4.OSXSAVE.
  public static let xsave = ProcessorFeatures(rawValue: 1 << 18)
  public static let avx = ProcessorFeatures(rawValue: 1 << 19)
  /// `vcvtph2ps vcvtps2ph`.
  public static let f16c = ProcessorFeatures(rawValue: 1 << 20)
  /// The fused multiply-adds with three operands.
  public static let fma = ProcessorFeatures(rawValue: 1 << 21)
  public static let avx2 = ProcessorFeatures(rawValue: 1 << 22)
  public static let clflushopt = ProcessorFeatures(rawValue: 1 << 23)
  public static let clwb = ProcessorFeatures(rawValue: 1 << 24)
  public static let rdpid = ProcessorFeatures(rawValue: 1 << 25)
  public static let fsgsbase = ProcessorFeatures(rawValue: 1 << 26)
  /// `monitor mwait`.
  public static let monitor = ProcessorFeatures(rawValue: 1 << 27)
  /// `clac stac`, CR4.SMAP.
  public static let smap = ProcessorFeatures(rawValue: 1 << 28)

  /// What a machine has unless it is told otherwise: everything without AVX.
  public static let `default`: ProcessorFeatures = [
    .mmx, .sse, .sse2, .sse3, .ssse3, .sse41, .sse42, .popcnt, .aes, .pclmulqdq, .sha, .movbe,
    .lzcnt, .bmi1, .bmi2, .adx, .rdpid, .fsgsbase, .xsave, .rdrand, .rdseed, .clflushopt, .clwb,
    .monitor, .smap,
  ]
  /// The default and the 256-bit instructions: AVX, F16C, FMA and AVX2.
  public static let avx2Level: ProcessorFeatures = .default.union([
    .avx, .f16c, .fma, .avx2,
  ])
}

extension ProcessorFeatures {
  /// A register of CPUID's answer that holds feature flags.
  public enum Word: Sendable {
    case leaf1ECX, leaf1EDX, leaf7EBX, leaf7ECX, extended1ECX, extended1EDX
  }

  /// The flags of the features that a register of CPUID reports (Intel SDM vol. 2A, CPUID).
  public func bits(_ word: Word) -> UInt32 {
    var bits: UInt32 = 0
    for (feature, place, bit) in Self.places where place == word && contains(feature) {
      bits |= 1 << bit
    }
    return bits
  }

  private static let places: [(ProcessorFeatures, Word, UInt32)] = [
    (.mmx, .leaf1EDX, 23), (.sse, .leaf1EDX, 25), (.sse2, .leaf1EDX, 26),
    (.sse3, .leaf1ECX, 0), (.pclmulqdq, .leaf1ECX, 1), (.ssse3, .leaf1ECX, 9),
    (.fma, .leaf1ECX, 12), (.sse41, .leaf1ECX, 19), (.sse42, .leaf1ECX, 20),
    (.movbe, .leaf1ECX, 22), (.popcnt, .leaf1ECX, 23), (.aes, .leaf1ECX, 25),
    (.xsave, .leaf1ECX, 26), (.avx, .leaf1ECX, 28), (.f16c, .leaf1ECX, 29),
    (.rdrand, .leaf1ECX, 30), (.monitor, .leaf1ECX, 3),
    (.fsgsbase, .leaf7EBX, 0), (.bmi1, .leaf7EBX, 3), (.avx2, .leaf7EBX, 5),
    (.bmi2, .leaf7EBX, 8), (.rdseed, .leaf7EBX, 18), (.adx, .leaf7EBX, 19),
    (.clflushopt, .leaf7EBX, 23), (.clwb, .leaf7EBX, 24), (.sha, .leaf7EBX, 29),
    (.smap, .leaf7EBX, 20), (.rdpid, .leaf7ECX, 22), (.lzcnt, .extended1ECX, 5),
  ]
}

extension ProcessorFeatures {
  /// What no processor here has: AVX-VNNI, GFNI, AES and carry-less products of 256 bits.
  static let never = ProcessorFeatures(rawValue: 1 << 63)

  /// The features that an instruction needs beyond those every machine has.
  static func required(by instruction: Instruction) -> ProcessorFeatures {
    let number = Int(instruction.form)
    guard instruction.prefixes.contains(.vex) else {
      return legacyRequirements.indices.contains(number) ? legacyRequirements[number] : []
    }
    guard vexRequirements.indices.contains(number) else { return .never }
    let row = vexRequirements[number]
    switch instruction.semantics {
    case .vpbroadcastd, .vpbroadcastq:
      // vbroadcastss and vbroadcastsd of a register came with AVX2.
      if instruction.operands.1.kind == .xmm { return .avx2 }
    default: break
    }
    return instruction.operandSize == 32 ? row.wide : row.narrow
  }

  /// What the VEX-coded row of each number needs for 128 and 256 bits.
  private static let vexRequirements: [(narrow: ProcessorFeatures, wide: ProcessorFeatures)] =
    Form.all.map { form in
      let (name, semantics) = (form.mnemonic, form.semantics)
      switch semantics {
      case .andn, .bextr, .blsi, .blsmsk, .blsr: return (.bmi1, .bmi1)
      case .bzhi, .mulx, .pdep, .pext, .rorx, .sarx, .shlx, .shrx: return (.bmi2, .bmi2)
      case .vcvtph2ps, .vcvtps2ph: return (.f16c, .f16c)
      case .vpdpbusd, .vpdpbusds, .vpdpwssd, .vpdpwssds, .gf2p8mulb, .gf2p8affineqb,
        .gf2p8affineinvqb:
        return (.never, .never)
      case .aesenc, .aesenclast, .aesdec, .aesdeclast, .aesimc, .aeskeygenassist:
        return ([.avx, .aes], .never)
      case .pclmulqdq: return ([.avx, .pclmulqdq], .never)
      default: break
      }
      if FusedForm(semantics) != nil { return (.fma, .fma) }
      if isNewInAVX2(name) { return (.avx2, .avx2) }
      return (.avx, isInteger(name) ? .avx2 : .avx)
    }

  private static func isNewInAVX2(_ name: String) -> Bool {
    let beginnings = [
      "vpbroadcast", "vpermd", "vpermps", "vpermq", "vpermpd", "vperm2i128", "vinserti128",
      "vextracti128", "vbroadcasti128", "vpblendd", "vpsllv", "vpsrlv", "vpsrav", "vpmaskmov",
      "vpgather", "vgather",
    ]
    return beginnings.contains { name.hasPrefix($0) }
  }

  /// Whether a row works on integers, of which AVX has 128 bits only.
  private static func isInteger(_ name: String) -> Bool {
    if name.hasPrefix("vpermil") || name == "vperm2f128" || name == "vptest" { return false }
    return name.hasPrefix("vp") || name == "vmpsadbw" || name == "vmovntdqa"
  }
}
