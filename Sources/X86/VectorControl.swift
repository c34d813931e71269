/// What the third byte behind an EVEX prefix (62) says beyond vector length and registers.
public struct VectorControl: Sendable, Hashable {
  /// Bits 0-2: the mask register. 3: zeroing. 4: EVEX.b. 5-6: EVEX.L'L where it is the rounding
  /// mode.
  public var rawValue: UInt8

  /// A control byte; without one, no mask, merging, no broadcast.
  @inlinable
  public init(rawValue: UInt8 = 0) {
    self.rawValue = rawValue
  }

  /// The mask register k1-k7; 0 means that there is no mask.
  public var mask: UInt8 { rawValue & 7 }
  /// Elements that are masked out become zero; otherwise they stay.
  public var isZeroing: Bool { rawValue & 8 != 0 }
  /// EVEX.b: the memory operand is one element that is repeated; or, in register forms, exceptions
  /// are suppressed.
  public var isBroadcast: Bool { rawValue & 16 != 0 }
  /// The rounding mode of register forms with `isBroadcast`: 0 to nearest, 1 down, 2 up, 3 toward
  /// zero.
  public var roundingMode: UInt8 { rawValue >> 5 & 3 }
}
