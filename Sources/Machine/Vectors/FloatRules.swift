import X86

extension HostFormat {
  /// What an operation makes of one element of each source.
  @inline(__always)
  static func rule(
    _ operation: FloatOperation, _ a: Bits, _ b: Bits, _ control: UInt8,
    _ context: inout FloatContext
  ) -> Bits {
    if context.hostMayCompute, isPlain(b), operation == .root || isPlain(a) {
      if let result = hostRule(operation, a, b) { return result }
    }
    switch operation {
    case .add: return add(a, b, &context.environment)
    case .subtract: return subtract(a, b, &context.environment)
    case .multiply: return multiply(a, b, &context.environment)
    case .divide: return divide(a, b, &context.environment)
    case .minimum: return minimum(a, b, &context.environment)
    case .maximum: return maximum(a, b, &context.environment)
    case .root: return squareRoot(b, &context.environment)
    case .compare:
      return satisfies(control, a, b, &context.environment) ? ~0 : 0
    case .round:
      let mode =
        control & 4 != 0 ? context.environment.rounding : RoundingMode(field: UInt32(control))
      return roundToIntegral(
        b, mode: mode, isExact: control & 8 == 0, &context.environment)
    default: return b
    }
  }

  /// The host's result, where nothing tells it from the processor's.
  @inline(__always)
  private static func hostRule(_ operation: FloatOperation, _ a: Bits, _ b: Bits) -> Bits? {
    let result: Bits
    switch operation {
    case .add: result = bits(host(a) + host(b))
    case .subtract: result = bits(host(a) - host(b))
    case .multiply: result = bits(host(a) * host(b))
    case .divide: result = bits(host(a) / host(b))
    case .root: result = bits(host(b).squareRoot())
    default: return nil
    }
    return isCertain(result) ? result : nil
  }

  /// Whether a predicate of cmpps holds: the relations it accepts are bits less, equal, greater,
  /// unordered; those with an odd sum of the two low bits signal quiet NaNs, the upper sixteen the
  /// other way round (Intel SDM vol. 2A, CMPPD).
  @inline(__always)
  static func satisfies(
    _ predicate: UInt8, _ a: Bits, _ b: Bits, _ environment: inout FloatEnvironment
  ) -> Bool {
    let signals = ((predicate ^ predicate >> 1) & 1 != 0) != (predicate & 16 != 0)
    let accepted: UInt64 = 0xf465_0b9a_7ced_8312
    let set = accepted &>> (UInt64(predicate & 15) &* 4)
    switch compare(a, b, signalsQuiet: signals, &environment) {
    case .less: return set & 1 != 0
    case .equal: return set & 2 != 0
    case .greater: return set & 4 != 0
    case .unordered: return set & 8 != 0
    }
  }

  /// a * b + c by the host where nothing tells it from the processor's result.
  @inline(__always)
  static func fused(
    _ a: Bits, _ b: Bits, _ c: Bits, negatesProduct: Bool, negatesAddend: Bool,
    _ context: inout FloatContext
  ) -> Bits {
    if context.hostMayCompute, isPlain(a), isPlain(b), isPlain(c) {
      let x = host(negatesProduct ? a ^ signBit : a)
      let result = bits(host(negatesAddend ? c ^ signBit : c).addingProduct(x, host(b)))
      if isCertain(result) { return result }
    }
    return multiplyAdd(
      a, b, c, negatesProduct: negatesProduct, negatesAddend: negatesAddend, &context.environment)
  }
}

extension Binary32 {
  /// rcpps: the reciprocal, rounded to 12 significant bits. No flags; denormal numbers are zero, as
  /// operands and as results.
  static func reciprocal(_ b: UInt32) -> UInt32 {
    if isNaN(b) { return b | quietBit }
    let sign = b & signBit
    if b & 0x7f80_0000 == 0 { return sign | 0x7f80_0000 }
    if b & ~signBit == 0x7f80_0000 { return sign }
    let result = rounded12(1 / Double(Float(bitPattern: b & ~signBit)))
    return sign | (result & 0x7f80_0000 == 0 ? 0 : result)
  }

  /// rsqrtps: the reciprocal of the square root, likewise.
  static func reciprocalRoot(_ b: UInt32) -> UInt32 {
    if isNaN(b) { return b | quietBit }
    if b & 0x7f80_0000 == 0 { return b & signBit | 0x7f80_0000 }
    if b & signBit != 0 { return defaultNaN }
    if b == 0x7f80_0000 { return 0 }
    return rounded12(1 / Double(Float(bitPattern: b)).squareRoot())
  }

  /// A positive number cut to 12 significant bits, halves rounded up.
  private static func rounded12(_ value: Double) -> UInt32 {
    let bits = (value.bitPattern &+ 1 &<< 40) & ~(1 &<< 41 &- 1)
    return Float(Double(bitPattern: bits)).bitPattern
  }
}
