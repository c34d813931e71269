/// A whole x64 register of 64 bits or fewer that a `Context` holds.
///
/// The sixteen general registers come first, in the order of their encoding.
public enum Register: UInt8, CaseIterable, Sendable {
  case rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi
  case r8, r9, r10, r11, r12, r13, r14, r15
  case rip
  /// RFLAGS; the debugger spells it `efl`.
  case efl
  case cs, ds, es, fs, gs, ss
  case dr0, dr1, dr2, dr3, dr6, dr7
  case cr0, cr2, cr3, cr4, cr8
  case gdtr, gdtl, idtr, idtl, tr, ldtr
  case mxcsr, fpcw, fpsw, fptw
  case fsBase, gsBase, kernelGSBase, efer

  /// The general register of this encoding, 0 to 15; nil beyond.
  public static func general(_ number: Int) -> Register? {
    (0..<16).contains(number) ? Register(rawValue: UInt8(number)) : nil
  }

  /// The debugger's name: `rax`, `efl`, `gdtr` ...
  public var name: String {
    switch self {
    case .fsBase: "fs_base"
    case .gsBase: "gs_base"
    case .kernelGSBase: "kernel_gs_base"
    default: String(describing: self)
    }
  }

  /// Width in bits as the debugger shows it.
  public var bits: Int {
    switch self {
    case .cs, .ds, .es, .fs, .gs, .ss, .tr, .ldtr, .gdtl, .idtl, .fpcw, .fpsw, .fptw: 16
    case .efl, .mxcsr: 32
    default: 64
    }
  }
}
