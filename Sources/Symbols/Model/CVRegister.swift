/// A register as CodeView numbers it (`CV_HREG_e`); x86 and x64 share the numbers of what they share.
public struct CVRegister: Hashable, Sendable, RawRepresentable {
  public var rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The debugger's name of the register, such as `rax`, or nil for one that has none here.
  public var name: String? { Self.names[rawValue] }

  public static let eax = CVRegister(rawValue: 17)
  public static let ecx = CVRegister(rawValue: 18)
  public static let edx = CVRegister(rawValue: 19)
  public static let ebx = CVRegister(rawValue: 20)
  public static let esp = CVRegister(rawValue: 21)
  public static let ebp = CVRegister(rawValue: 22)
  public static let rax = CVRegister(rawValue: 328)
  public static let rbx = CVRegister(rawValue: 329)
  public static let rbp = CVRegister(rawValue: 334)
  public static let rsp = CVRegister(rawValue: 335)
  public static let r13 = CVRegister(rawValue: 341)
  /// The "virtual frame" of x86: where the return address would be if nothing had been pushed.
  public static let vframe = CVRegister(rawValue: 30006)

  private static let names: [UInt16: String] = {
    var names: [UInt16: String] = [:]
    func row(_ first: UInt16, _ list: String) {
      for (index, name) in list.split(separator: " ").enumerated() {
        names[first + UInt16(index)] = String(name)
      }
    }
    row(1, "al cl dl bl ah ch dh bh ax cx dx bx sp bp si di")
    row(17, "eax ecx edx ebx esp ebp esi edi es cs ss ds fs gs")
    row(31, "ip flags eip efl")
    row(80, "cr0 cr1 cr2 cr3 cr4")
    row(90, "dr0 dr1 dr2 dr3 dr4 dr5 dr6 dr7")
    row(128, "st0 st1 st2 st3 st4 st5 st6 st7")
    row(146, "mm0 mm1 mm2 mm3 mm4 mm5 mm6 mm7")
    row(154, "xmm0 xmm1 xmm2 xmm3 xmm4 xmm5 xmm6 xmm7")
    row(252, "xmm8 xmm9 xmm10 xmm11 xmm12 xmm13 xmm14 xmm15")
    row(324, "sil dil bpl spl rax rbx rcx rdx rsi rdi rbp rsp r8 r9 r10 r11 r12 r13 r14 r15")
    row(344, "r8b r9b r10b r11b r12b r13b r14b r15b")
    row(352, "r8w r9w r10w r11w r12w r13w r14w r15w")
    row(368, "ymm0 ymm1 ymm2 ymm3 ymm4 ymm5 ymm6 ymm7")
    row(376, "ymm8 ymm9 ymm10 ymm11 ymm12 ymm13 ymm14 ymm15")
    row(360, "r8d r9d r10d r11d r12d r13d r14d r15d")
    return names
  }()
}
