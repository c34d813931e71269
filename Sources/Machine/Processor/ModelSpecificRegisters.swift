/// Numbers of the model-specific registers the processor has (Intel SDM vol. 4).
enum MSR {
  static var tsc: UInt32 { 0x10 }
  static var apicBase: UInt32 { 0x1b }
  static var efer: UInt32 { 0xc000_0080 }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  /// Machine time; exact when the instruction runs alone.
  var now: UInt64 { pointee.core.pointee.time }

  /// Reads a model-specific register; nil if there is none of that number.
  func readMSR(_ number: UInt32) -> UInt64? {
    switch number {
    case MSR.tsc: return now &+ pointee.tscOffset
    case MSR.apicBase: return 0xfee0_0c00 | (pointee.apic.bootstrap ? 0x100 : 0)
    case 0x8b, 0x17: return 0
    case 0x174: return pointee.sysenterCS
    case 0x175: return pointee.sysenterESP
    case 0x176: return pointee.sysenterEIP
    case 0x1a0: return pointee.miscEnable
    case 0x1d9: return 0
    case 0x277: return pointee.pat
    case 0x6e0: return pointee.apic.tscDeadline
    case 0x800...0x83f: return readAPIC(number)
    // IA32_XSS: there are no supervisor state components.
    case 0xda0: return pointee.core.pointee.features.contains(.xsave) ? 0 : nil
    case MSR.efer: return pointee.efer
    case 0xc000_0081: return pointee.star
    case 0xc000_0082: return pointee.lstar
    case 0xc000_0083: return pointee.cstar
    case 0xc000_0084: return pointee.fmask
    case 0xc000_0100: return pointee.fsBase
    case 0xc000_0101: return pointee.gsBase
    case 0xc000_0102: return pointee.kernelGSBase
    case 0xc000_0103: return pointee.tscAux
    default: return nil
    }
  }

  /// Writes a model-specific register.
  ///
  /// - Returns: false if there is none of that number or it does not take the value.
  func writeMSR(_ number: UInt32, _ value: UInt64) -> Bool {
    switch number {
    case MSR.tsc:
      pointee.tscOffset = value &- now
      // An armed deadline is one of the counter.
      setDeadline(pointee.apic.tscDeadline)
    // The APIC stays where and in the mode it is: to switch it off or back to xAPIC mode is refused.
    case MSR.apicBase: return value & ~0x100 == 0xfee0_0c00
    case 0x8b: break
    case 0x174: pointee.sysenterCS = value & 0xffff_ffff
    // IA32_DEBUGCTL: neither steps by branches nor records of branches.
    case 0x1d9: return value == 0
    case 0x175, 0x176:
      guard isCanonical(value) else { return false }
      if number == 0x175 { pointee.sysenterESP = value } else { pointee.sysenterEIP = value }
    // IA32_MISC_ENABLE: fast strings; the rest of what CPUID offers cannot be switched off.
    case 0x1a0:
      guard value & ~1 == 0 else { return false }
      pointee.miscEnable = value
    case 0x277:
      // Each byte is a memory type: 0, 1, 4, 5, 6 or 7.
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        let type = value >> shift & 0xff
        guard type < 8, type & 6 != 2 else { return false }
      }
      pointee.pat = value
    case 0x6e0: setDeadline(value)
    case 0x800...0x83f: return writeAPIC(number, value)
    case 0xda0: return value == 0 && pointee.core.pointee.features.contains(.xsave)
    case MSR.efer:
      guard value & ~0xd01 == 0 else { return false }
      // LME cannot change while paging is on.
      if (value ^ pointee.efer) & 0x100 != 0, pointee.cr0 >> 31 & 1 != 0 { return false }
      pointee.efer = (value & ~0x400) | (pointee.efer & 0x400)
      flushTLB()
    case 0xc000_0081: pointee.star = value
    case 0xc000_0082, 0xc000_0083:
      guard isCanonical(value) else { return false }
      if number == 0xc000_0082 { pointee.lstar = value } else { pointee.cstar = value }
    case 0xc000_0084:
      guard value >> 32 == 0 else { return false }
      pointee.fmask = value
    case 0xc000_0100...0xc000_0102:
      guard isCanonical(value) else { return false }
      switch number {
      case 0xc000_0100: pointee.fsBase = value
      case 0xc000_0101: pointee.gsBase = value
      default: pointee.kernelGSBase = value
      }
    case 0xc000_0103:
      guard value >> 32 == 0 else { return false }
      pointee.tscAux = value
    default: return false
    }
    return true
  }

  /// Whether reading the register needs exact time.
  func isTimed(_ number: UInt32) -> Bool {
    switch number {
    case MSR.tsc, 0x6e0, 0x832, 0x838, 0x839, 0x83e: true
    default: false
    }
  }

  private func setDeadline(_ value: UInt64) {
    pointee.apic.setDeadline(value, tsc: now &+ pointee.tscOffset, now: now)
  }
}
