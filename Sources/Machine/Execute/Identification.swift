extension UnsafeMutablePointer where Pointee == ProcessorState {
  private static var lastBasicLeaf: UInt32 { 0x16 }
  private static var lastExtendedLeaf: UInt32 { 0x8000_0008 }

  /// The leaf that answers: beyond the last basic and the last extended one, the last basic one does
  /// (Intel SDM vol. 2A, CPUID). 40000000h to 4fffffffh are a hypervisor's.
  private func answeredLeaf(_ leaf: UInt32) -> UInt32 {
    switch leaf {
    case 0...Self.lastBasicLeaf, 0x4000_0000...0x4fff_ffff, 0x8000_0000...Self.lastExtendedLeaf:
      leaf
    default: Self.lastBasicLeaf
    }
  }

  /// What cpuid answers: a processor that has what the executors execute, and no more.
  func identification(
    _ asked: UInt32, _ subleaf: UInt32
  ) -> (eax: UInt32, ebx: UInt32, ecx: UInt32, edx: UInt32) {
    let leaf = answeredLeaf(asked)
    let id = pointee.apic.id
    let count = UInt32(truncatingIfNeeded: pointee.core.pointee.processorCount)
    let has = pointee.core.pointee.features
    switch leaf {
    case 0: return (Self.lastBasicLeaf, 0x756e_6547, 0x6c65_746e, 0x4965_6e69)  // GenuineIntel
    case 1:
      // Family 6; cx16, PCID, x2APIC, TSC-deadline, CR4.OSXSAVE, hypervisor.
      let enabled: UInt32 = pointee.cr4 & 1 << 18 != 0 ? 1 << 27 : 0
      let features = has.bits(.leaf1ECX) | 1 << 13 | 1 << 17 | 1 << 21 | 1 << 24 | enabled | 1 << 31
      // fpu de pse tsc msr pae cx8 apic sep pge cmov pat pse36 clflush fxsr; htt: the count holds
      let several: UInt32 = count > 1 ? 1 << 28 : 0
      let basic = has.bits(.leaf1EDX) | 0x010b_ab7d | several
      return (0x0002_06a7, id << 24 | min(count, 255) << 16 | 8 << 8, features, basic)
    case 2: return (1, 0, 0, 0)
    // mwait: a line of 64 bytes, interrupts may wake it though disabled, one C1 sub-state.
    case 5: return has.contains(.monitor) ? (64, 64, 3, 0x10) : (0, 0, 0, 0)
    case 7:
      guard subleaf == 0 else { return (0, 0, 0, 0) }
      // SMEP, ERMS, invpcid, no x87 selectors; UMIP
      let basic = has.bits(.leaf7EBX) | 1 << 7 | 1 << 9 | 1 << 10 | 1 << 13
      return (0, basic, has.bits(.leaf7ECX) | 1 << 2, 0)
    case 0xb:
      switch subleaf {
      case 0: return (0, 1, 1 << 8, id)
      case 1: return (6, count, 1 | 2 << 8, id)
      default: return (0, 0, subleaf & 0xff, id)
      }
    case 0xd: return extendedStateIdentification(subleaf)
    case 0x15: return (1, 1, 100_000_000, 0)
    case 0x16: return (100, 100, 100, 0)
    case 0x4000_0000: return (0x4000_0000, 0x7361_7243, 0x7261_6368, 0x2020_2074)  // Crashcart
    case 0x8000_0000: return (Self.lastExtendedLeaf, 0, 0, 0)
    case 0x8000_0001:
      // lahf; syscall, nx, 1G pages, rdtscp, long mode
      return (0, 0, 1 | has.bits(.extended1ECX), 1 << 11 | 1 << 20 | 1 << 26 | 1 << 27 | 1 << 29)
    case 0x8000_0002...0x8000_0004: return brand(Int(leaf - 0x8000_0002))
    case 0x8000_0007: return (0, 0, 0, 1 << 8)
    case 0x8000_0008: return (0x3028, 0, 0, 0)
    default: return (0, 0, 0, 0)
    }
  }

  /// Leaf 0Dh: what xsave and its kin store (Intel SDM vol. 1 §13.2).
  private func extendedStateIdentification(
    _ subleaf: UInt32
  ) -> (eax: UInt32, ebx: UInt32, ecx: UInt32, edx: UInt32) {
    guard pointee.core.pointee.features.contains(.xsave) else { return (0, 0, 0, 0) }
    let supported = supportedComponents
    let size = UInt32(truncatingIfNeeded: StateComponent.size(of: pointee.xcr0))
    switch subleaf {
    case 0:
      let largest = UInt32(truncatingIfNeeded: StateComponent.size(of: supported))
      return (UInt32(truncatingIfNeeded: supported), size, largest, 0)
    case 1: return (0xf, size, 0, 0)  // xsaveopt, xsavec, xgetbv with ecx 1, xsaves
    case 2 where supported & StateComponent.avx != 0:
      let (bytes, offset) = (StateComponent.avxSize, StateComponent.avxOffset)
      return (UInt32(truncatingIfNeeded: bytes), UInt32(truncatingIfNeeded: offset), 0, 0)
    default: return (0, 0, 0, 0)
    }
  }

  private func brand(_ part: Int) -> (eax: UInt32, ebx: UInt32, ecx: UInt32, edx: UInt32) {
    var text = Array("Crashcart x64 interpreter at 100 MHz".utf8)
    text.append(contentsOf: repeatElement(0, count: 48 - text.count))
    func word(_ index: Int) -> UInt32 {
      let at = part * 16 + index * 4
      return (0..<4).reduce(0) { $0 | UInt32(text[at + $1]) << UInt32($1 * 8) }
    }
    return (word(0), word(1), word(2), word(3))
  }
}
