/// The arithmetic flags, kept as three words and computed when somebody looks.
///
/// `flagResult` is the sign-extended result r, `flagOperands` x is the sign-extended a ^ b,
/// `flagCarry` c holds CF in bit 0. ZF is r == 0. x ^ r is the carries into each bit, so AF is
/// its bit 4 and OF is its bit 63 ^ CF; "less" is x's bit 63 ^ CF. Flags that no result can
/// produce together (ZF with SF, or ZF without PF as after ucomisd) are made by corrections in
/// the carry word: bits 8-15 are xored into the byte whose parity is PF, bit 63 into SF.
enum Flag {
  static var carry: UInt64 { 1 }
  static var parity: UInt64 { 4 }
  static var auxiliary: UInt64 { 0x10 }
  static var zero: UInt64 { 0x40 }
  static var sign: UInt64 { 0x80 }
  static var trap: UInt64 { 0x100 }
  static var interrupt: UInt64 { 0x200 }
  static var direction: UInt64 { 0x400 }
  static var overflow: UInt64 { 0x800 }
  static var ioPrivilege: UInt64 { 0x3000 }
  static var nested: UInt64 { 0x4000 }
  static var resume: UInt64 { 0x1_0000 }
  static var virtual8086: UInt64 { 0x2_0000 }
  static var alignment: UInt64 { 0x4_0000 }
  static var identification: UInt64 { 0x20_0000 }
  /// The six flags that arithmetic sets.
  static var arithmetic: UInt64 { 0x8d5 }
  /// Everything software can set outside virtual-8086 mode.
  static var writable: UInt64 { 0x25_7fd5 }
}

extension UnsafeMutablePointer where Pointee == ProcessorState {
  @inline(__always)
  func setFlags(result: UInt64, operands: UInt64, carry: UInt64) {
    pointee.flagResult = result
    pointee.flagOperands = operands
    pointee.flagCarry = carry
  }

  /// Flags after and, or, xor, test: CF, OF and AF clear.
  @inline(__always)
  func setFlags(logic result: UInt64) { setFlags(result: result, operands: result, carry: 0) }

  @inline(__always) var carry: Bool { pointee.flagCarry & 1 != 0 }
  @inline(__always) var zero: Bool { pointee.flagResult == 0 }
  @inline(__always) var sign: Bool { (pointee.flagResult ^ pointee.flagCarry) >> 63 != 0 }
  @inline(__always) var overflow: Bool {
    ((pointee.flagOperands ^ pointee.flagResult) >> 63) != (pointee.flagCarry & 1)
  }
  @inline(__always) var less: Bool {
    ((pointee.flagOperands ^ pointee.flagCarry) >> 63) != (pointee.flagCarry & 1)
  }
  @inline(__always) var parity: Bool {
    let byte = (pointee.flagResult ^ (pointee.flagCarry >> 8)) & 0xff
    return byte.nonzeroBitCount & 1 == 0
  }
  @inline(__always) var auxiliary: Bool {
    (pointee.flagOperands ^ pointee.flagResult) & 0x10 != 0
  }

  /// Whether the condition of a jcc, setcc or cmovcc holds.
  @inline(__always)
  func holds(_ condition: UInt8) -> Bool {
    let positive: Bool
    switch (condition >> 1) & 7 {
    case 0: positive = overflow
    case 1: positive = carry
    case 2: positive = zero
    case 3: positive = carry || zero
    case 4: positive = sign
    case 5: positive = parity
    case 6: positive = less
    default: positive = less || zero
    }
    return positive != (condition & 1 != 0)
  }

  /// The six arithmetic flags as RFLAGS bits.
  var arithmeticFlags: UInt64 {
    var bits: UInt64 = pointee.flagCarry & 1
    if parity { bits |= Flag.parity }
    if auxiliary { bits |= Flag.auxiliary }
    if zero { bits |= Flag.zero }
    if sign { bits |= Flag.sign }
    if overflow { bits |= Flag.overflow }
    return bits
  }

  /// Sets the six arithmetic flags from RFLAGS bits, in any combination.
  func setArithmeticFlags(_ bits: UInt64) {
    let result: UInt64 = bits & Flag.zero != 0 ? 0 : 1
    let carry = bits & 1
    let overflow = (bits >> 11) & 1
    let naturalParity: UInt64 = result == 0 ? 1 : 0
    let fixParity = naturalParity ^ ((bits >> 2) & 1)
    let fixSign = (bits >> 7) & 1
    let operands = ((overflow ^ carry) << 63) | (bits & Flag.auxiliary) | (result & 1)
    setFlags(result: result, operands: operands, carry: carry | fixParity << 8 | fixSign << 63)
  }

  /// RFLAGS whole.
  var rflags: UInt64 {
    get { (pointee.systemFlags & ~Flag.arithmetic) | arithmeticFlags | 2 }
    nonmutating set {
      let old = pointee.systemFlags
      pointee.systemFlags = (newValue & Flag.writable & ~Flag.arithmetic) | 2
      if (old ^ pointee.systemFlags) & Flag.alignment != 0 { flushTLB() }
      setArithmeticFlags(newValue)
    }
  }
}

/// Bits of DR6 (Intel SDM vol. 3B §17.2.3).
enum DebugStatus {
  /// BD: the instruction was about to access a debug register.
  static var accessDetected: UInt64 { 0x2000 }
  /// BS: a single step.
  static var singleStep: UInt64 { 0x4000 }
}
