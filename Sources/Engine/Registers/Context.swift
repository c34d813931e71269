/// The registers of a processor or thread at one moment.
///
/// A context may be partial: a frame that unwinding produced knows the nonvolatile registers, a
/// user context has no control registers. `isKnown` tells.
public struct Context: Equatable, Sendable {
  /// All values in one array, since a context is made at every step: the registers by raw value, then
  /// XMM0-15 (low and high quadwords alternating), the upper halves of YMM0-15 in the same order, and
  /// ST0-7 (mantissa and sign/exponent alternating).
  private var values: [UInt64]
  private var known: UInt64
  /// Whether the vector registers were captured.
  public private(set) var hasVectors = false
  /// Whether the upper halves of the 256-bit registers were captured.
  public private(set) var hasWideVectors = false
  /// Whether the x87 registers were captured.
  public private(set) var hasStack = false

  private static let vectors = Register.allCases.count
  private static let uppers = vectors + 32
  private static let stack = uppers + 32
  private static let count = stack + 16

  /// A context in which nothing is known and everything reads 0.
  public init() {
    values = [UInt64](repeating: 0, count: Self.count)
    known = 0
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

  /// An XMM register's two quadwords; zeros when not captured or out of range.
  public func xmm(_ number: Int) -> (low: UInt64, high: UInt64) { pair(Self.vectors, number, 16) }

  /// Sets an XMM register; a number beyond 15 is ignored.
  public mutating func setXMM(_ number: Int, low: UInt64, high: UInt64) {
    guard (0..<16).contains(number) else { return }
    setPair(Self.vectors, number, low, high)
    hasVectors = true
  }

  /// The upper half of a YMM register; zeros when not captured or out of range.
  public func ymmHigh(_ number: Int) -> (low: UInt64, high: UInt64) {
    pair(Self.uppers, number, 16)
  }

  /// Sets the upper half of a YMM register; a number beyond 15 is ignored.
  public mutating func setYMMHigh(_ number: Int, low: UInt64, high: UInt64) {
    guard (0..<16).contains(number) else { return }
    setPair(Self.uppers, number, low, high)
    hasWideVectors = true
  }

  /// An x87 register's 80 bits; zeros when not captured or out of range.
  public func st(_ number: Int) -> (mantissa: UInt64, signExponent: UInt16) {
    let value = pair(Self.stack, number, 8)
    return (value.low, UInt16(truncatingIfNeeded: value.high))
  }

  /// Sets an x87 register; a number beyond 7 is ignored.
  public mutating func setST(_ number: Int, mantissa: UInt64, signExponent: UInt16) {
    guard (0..<8).contains(number) else { return }
    setPair(Self.stack, number, mantissa, UInt64(signExponent))
    hasStack = true
  }

  private func pair(_ start: Int, _ number: Int, _ count: Int) -> (low: UInt64, high: UInt64) {
    guard (0..<count).contains(number) else { return (0, 0) }
    return (values[start + number * 2], values[start + number * 2 + 1])
  }

  private mutating func setPair(_ start: Int, _ number: Int, _ low: UInt64, _ high: UInt64) {
    values[start + number * 2] = low
    values[start + number * 2 + 1] = high
  }

  /// Takes over everything that another context knows.
  public mutating func adopt(_ other: Context) {
    for register in Register.allCases where other.isKnown(register) {
      self[register] = other[register]
    }
    if other.hasVectors {
      for number in 0..<16 {
        let value = other.xmm(number)
        setXMM(number, low: value.low, high: value.high)
      }
    }
    if other.hasWideVectors {
      for number in 0..<16 {
        let value = other.ymmHigh(number)
        setYMMHigh(number, low: value.low, high: value.high)
      }
    }
    if other.hasStack {
      for number in 0..<8 {
        let value = other.st(number)
        setST(number, mantissa: value.mantissa, signExponent: value.signExponent)
      }
    }
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
