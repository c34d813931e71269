import X86

extension Wide {
  @inline(__always) var singles: SIMD8<UInt32> { unsafeBitCast(self, to: SIMD8<UInt32>.self) }
  @inline(__always) var doubles: SIMD4<UInt64> { unsafeBitCast(self, to: SIMD4<UInt64>.self) }
  @inline(__always) init(_ v: SIMD8<UInt32>) { self = unsafeBitCast(v, to: Wide.self) }
  @inline(__always) init(_ v: SIMD4<UInt64>) { self = unsafeBitCast(v, to: Wide.self) }
}

/// A format whose round-to-nearest arithmetic every host has.
protocol HostFormat: FloatFormat {
  associatedtype Host: BinaryFloatingPoint
  static func host(_ bits: Bits) -> Host
  static func bits(_ host: Host) -> Bits
}

extension Binary32: HostFormat {
  @inline(__always) static func host(_ bits: UInt32) -> Float { Float(bitPattern: bits) }
  @inline(__always) static func bits(_ host: Float) -> UInt32 { host.bitPattern }
}

extension Binary64: HostFormat {
  @inline(__always) static func host(_ bits: UInt64) -> Double { Double(bitPattern: bits) }
  @inline(__always) static func bits(_ host: Double) -> UInt64 { host.bitPattern }
}

extension HostFormat {
  /// Whether a number is zero or normal: no exception comes from looking at it.
  @inline(__always)
  static func isPlain(_ bits: Bits) -> Bool {
    let field = Int(truncatingIfNeeded: bits &>> Bits(truncatingIfNeeded: fractionBits)) & fieldMask
    return field == 0 ? bits & ~signBit == 0 : field != fieldMask
  }

  /// Whether the host's result has no exception but precision: normal, and not the smallest normal
  /// number, which may have been tiny before rounding.
  @inline(__always)
  static func isCertain(_ bits: Bits) -> Bool {
    let field = Int(truncatingIfNeeded: bits &>> Bits(truncatingIfNeeded: fractionBits)) & fieldMask
    return field > 1 && field != fieldMask
  }
}

/// MXCSR around one instruction: the modes, the exceptions of all elements, and whether the host may
/// compute.
struct FloatContext {
  var environment: FloatEnvironment
  /// Round to nearest, all masked, the precision flag set already: where operands and result are
  /// ordinary, host arithmetic is exact in every observable way.
  let hostMayCompute: Bool
  /// The flags of steps that are over, of an instruction that has several.
  private var earlier: UInt32 = 0

  @inline(__always)
  init(_ cpu: CPU) {
    let mxcsr = cpu.pointee.mxcsr
    environment = FloatEnvironment(mxcsr: mxcsr)
    hostMayCompute = mxcsr & 0x7fa0 == 0x1fa0
  }

  /// Ends a step of an instruction whose sums are taken of rounded products: what the next step meets
  /// does not hide what this one reported.
  ///
  /// - Returns: false if an exception that is not masked ends the instruction here.
  mutating func endStep() -> Bool {
    if environment.isUnmasked { return false }
    earlier |= environment.reported
    environment.raised = []
    return true
  }

  /// Records the exceptions, and raises the one that is not masked; the destination must not have
  /// been written (Intel SDM vol. 1 §11.5).
  @inline(__always)
  func finish(_ cpu: CPU) throws(Fault) {
    cpu.pointee.mxcsr |= environment.reported | earlier
    if environment.isUnmasked {
      throw cpu.pointee.cr4 & 0x400 != 0 ? .simd : .invalidOpcode
    }
  }
}

/// What a floating-point instruction does with the elements of its sources.
enum FloatOperation {
  case add, subtract, multiply, divide, minimum, maximum, root, compare, round
  case reciprocal, reciprocalRoot
  /// Alternating, and neighbours within a source.
  case addSubtract, addNeighbours, subtractNeighbours
  case dotProduct
}

/// An operation and the elements it works on.
struct FloatForm {
  var operation: FloatOperation
  var isDouble: Bool
  var isScalar: Bool

  @inline(__always)
  init(_ operation: FloatOperation, double: Bool, scalar: Bool = false) {
    self.operation = operation
    isDouble = double
    isScalar = scalar
  }

  /// The form of a meaning; nil if it is no arithmetic.
  @inline(__always)
  init?(_ semantics: Semantics) {
    switch semantics {
    case .addps: self.init(.add, double: false)
    case .addpd: self.init(.add, double: true)
    case .addss: self.init(.add, double: false, scalar: true)
    case .addsd: self.init(.add, double: true, scalar: true)
    case .subps: self.init(.subtract, double: false)
    case .subpd: self.init(.subtract, double: true)
    case .subss: self.init(.subtract, double: false, scalar: true)
    case .subsd: self.init(.subtract, double: true, scalar: true)
    case .mulps: self.init(.multiply, double: false)
    case .mulpd: self.init(.multiply, double: true)
    case .mulss: self.init(.multiply, double: false, scalar: true)
    case .mulsd: self.init(.multiply, double: true, scalar: true)
    case .divps: self.init(.divide, double: false)
    case .divpd: self.init(.divide, double: true)
    case .divss: self.init(.divide, double: false, scalar: true)
    case .divsd: self.init(.divide, double: true, scalar: true)
    case .minps: self.init(.minimum, double: false)
    case .minpd: self.init(.minimum, double: true)
    case .minss: self.init(.minimum, double: false, scalar: true)
    case .minsd: self.init(.minimum, double: true, scalar: true)
    case .maxps: self.init(.maximum, double: false)
    case .maxpd: self.init(.maximum, double: true)
    case .maxss: self.init(.maximum, double: false, scalar: true)
    case .maxsd: self.init(.maximum, double: true, scalar: true)
    case .sqrtps: self.init(.root, double: false)
    case .sqrtpd: self.init(.root, double: true)
    case .sqrtss: self.init(.root, double: false, scalar: true)
    case .sqrtsd: self.init(.root, double: true, scalar: true)
    case .cmpps: self.init(.compare, double: false)
    case .cmppd: self.init(.compare, double: true)
    case .cmpss: self.init(.compare, double: false, scalar: true)
    case .cmpsd: self.init(.compare, double: true, scalar: true)
    case .roundps: self.init(.round, double: false)
    case .roundpd: self.init(.round, double: true)
    case .roundss: self.init(.round, double: false, scalar: true)
    case .roundsd: self.init(.round, double: true, scalar: true)
    case .rcpps: self.init(.reciprocal, double: false)
    case .rcpss: self.init(.reciprocal, double: false, scalar: true)
    case .rsqrtps: self.init(.reciprocalRoot, double: false)
    case .rsqrtss: self.init(.reciprocalRoot, double: false, scalar: true)
    case .addsubps: self.init(.addSubtract, double: false)
    case .addsubpd: self.init(.addSubtract, double: true)
    case .haddps: self.init(.addNeighbours, double: false)
    case .haddpd: self.init(.addNeighbours, double: true)
    case .hsubps: self.init(.subtractNeighbours, double: false)
    case .hsubpd: self.init(.subtractNeighbours, double: true)
    case .dpps: self.init(.dotProduct, double: false)
    case .dppd: self.init(.dotProduct, double: true)
    default: return nil
    }
  }
}
