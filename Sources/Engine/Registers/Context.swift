/// The registers of a processor or thread at one moment.
///
/// A context may be partial: a frame that unwinding produced knows the nonvolatile registers, a
/// user context has no control registers. `isKnown` tells.
public struct Context: Equatable, Sendable {
  private var values: [UInt64]
  private var known: UInt64
  /// XMM0-15, low and high quadwords alternating; empty when not captured.
  private var vectors: [UInt64]
  /// The upper halves of YMM0-15 in the same order; empty when not captured.
  private var uppers: [UInt64]
  /// ST0-7, mantissa and sign/exponent alternating; empty when not captured.
  private var stack: [UInt64]

  private static let registerCount = Register.allCases.count

  /// A context in which nothing is known and everything reads 0.
  public init() {
    values = [UInt64](repeating: 0, count: Self.registerCount)
    known = 0
    vectors = []
    uppers = []
    stack = []
  }

  /// A register's value, 0 when not known. Setting it makes it known.
  public subscript(register: Register) -> UInt64 {
    get { values[Int(register.rawValue)] }
    set {
      values[Int(register.rawValue)] = newValue
      known |= 1 << UInt64(register.rawValue)
    }
  }

  /// Whether the register's value was captured.
  public func isKnown(_ register: Register) -> Bool {
    known & (1 << UInt64(register.rawValue)) != 0
  }

  /// Marks a register's value as lost, as a call does to the volatile ones.
  public mutating func forget(_ register: Register) {
    values[Int(register.rawValue)] = 0
    known &= ~(1 << UInt64(register.rawValue))
  }

  /// The value under a name: a register, a part of one, a flag or a quadword of a vector.
  ///
  /// A 32-bit name reads and writes its 32 bits only; the debugger does not zero the upper half
  /// as an instruction would. A whole vector or `st` name yields its low quadword.
  public subscript(name: RegisterName) -> UInt64 {
    get {
      let mask = Self.mask(name.bits)
      switch name.storage {
      case .register(let register): return (self[register] >> UInt64(name.shift)) & mask
      case .xmm(let number, let high): return high ? xmm(number).high : xmm(number).low
      case .vector(let number), .wide(let number): return xmm(number).low
      case .st(let number), .mm(let number): return st(number).mantissa
      }
    }
    set {
      let mask = Self.mask(name.bits)
      switch name.storage {
      case .register(let register):
        let kept = self[register] & ~(mask << UInt64(name.shift))
        self[register] = kept | ((newValue & mask) << UInt64(name.shift))
      case .xmm(let number, let high):
        var value = xmm(number)
        if high { value.high = newValue } else { value.low = newValue }
        setXMM(number, low: value.low, high: value.high)
      case .vector(let number), .wide(let number): setXMM(number, low: newValue, high: 0)
      case .st(let number), .mm(let number):
        setST(number, mantissa: newValue, signExponent: st(number).signExponent)
      }
    }
  }

  private static func mask(_ bits: Int) -> UInt64 { bits >= 64 ? .max : (1 << UInt64(bits)) - 1 }

  /// Whether the vector registers were captured.
  public var hasVectors: Bool { !vectors.isEmpty }

  /// An XMM register's two quadwords; zeros when not captured or out of range.
  public func xmm(_ number: Int) -> (low: UInt64, high: UInt64) {
    guard number >= 0, number * 2 + 1 < vectors.count else { return (0, 0) }
    return (vectors[number * 2], vectors[number * 2 + 1])
  }

  /// Sets an XMM register; a number beyond 15 is ignored.
  public mutating func setXMM(_ number: Int, low: UInt64, high: UInt64) {
    guard (0..<16).contains(number) else { return }
    if vectors.isEmpty { vectors = [UInt64](repeating: 0, count: 32) }
    vectors[number * 2] = low
    vectors[number * 2 + 1] = high
  }

  /// Whether the upper halves of the 256-bit registers were captured.
  public var hasWideVectors: Bool { !uppers.isEmpty }

  /// The upper half of a YMM register; zeros when not captured or out of range.
  public func ymmHigh(_ number: Int) -> (low: UInt64, high: UInt64) {
    guard number >= 0, number * 2 + 1 < uppers.count else { return (0, 0) }
    return (uppers[number * 2], uppers[number * 2 + 1])
  }

  /// Sets the upper half of a YMM register; a number beyond 15 is ignored.
  public mutating func setYMMHigh(_ number: Int, low: UInt64, high: UInt64) {
    guard (0..<16).contains(number) else { return }
    if uppers.isEmpty { uppers = [UInt64](repeating: 0, count: 32) }
    uppers[number * 2] = low
    uppers[number * 2 + 1] = high
  }

  /// Whether the x87 registers were captured.
  public var hasStack: Bool { !stack.isEmpty }

  /// An x87 register's 80 bits; zeros when not captured or out of range.
  public func st(_ number: Int) -> (mantissa: UInt64, signExponent: UInt16) {
    guard number >= 0, number * 2 + 1 < stack.count else { return (0, 0) }
    return (stack[number * 2], UInt16(truncatingIfNeeded: stack[number * 2 + 1]))
  }

  /// Sets an x87 register; a number beyond 7 is ignored.
  public mutating func setST(_ number: Int, mantissa: UInt64, signExponent: UInt16) {
    guard (0..<8).contains(number) else { return }
    if stack.isEmpty { stack = [UInt64](repeating: 0, count: 16) }
    stack[number * 2] = mantissa
    stack[number * 2 + 1] = UInt64(signExponent)
  }

  /// The instruction pointer.
  public var ip: UInt64 {
    get { self[.rip] }
    set { self[.rip] = newValue }
  }

  /// The stack pointer.
  public var sp: UInt64 {
    get { self[.rsp] }
    set { self[.rsp] = newValue }
  }

  /// The current privilege level, from the low bits of CS.
  public var privilege: Int { Int(self[.cs] & 3) }

  /// Whether the code segment is the kernel's. An unknown CS counts as the kernel's.
  public var isKernelMode: Bool { privilege == 0 }
}
