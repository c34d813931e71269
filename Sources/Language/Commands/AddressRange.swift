/// Part of memory that a command works on.
public struct AddressRange: Equatable, Sendable {
  /// The first byte.
  public var start: UInt64
  /// How many bytes.
  public var length: UInt64
  /// The last byte; of a range that would leave the address space, the last address there is.
  public var last: UInt64 {
    let (sum, overflow) = start.addingReportingOverflow(max(length, 1) - 1)
    return overflow ? .max : sum
  }
  /// Whether the person said how long it is.
  public var isExplicit: Bool

  /// A range.
  public init(start: UInt64, length: UInt64, isExplicit: Bool = true) {
    self.start = start
    self.length = length
    self.isExplicit = isExplicit
  }

  /// Ranges of more bytes than this need `L?`, so that a slip does not print for hours.
  public static let sanityLimit: UInt64 = 256 << 20
}

/// A start, and what was said about the end.
public struct AddressSpan: Equatable, Sendable {
  public var start: UInt64
  public var length: RangeLength
}

/// What a range says about its length, before the size of its objects is known.
public enum RangeLength: Equatable, Sendable {
  /// Nothing.
  case unspecified
  /// `End`: the last address, which belongs to the range.
  case end(UInt64)
  /// `Ln`: so many objects; `isUnlimited` for `L?n`.
  case count(UInt64, isUnlimited: Bool)
  /// `L-n`: so many objects that end just before the start.
  case countBefore(UInt64)

  /// The range in bytes with objects of a size; nil when it ends before it starts or is larger than
  /// `AddressRange.sanityLimit` without `L?`.
  public func range(from start: UInt64, objectSize: Int, defaultCount: Int) -> AddressRange? {
    let size = UInt64(clamping: max(1, objectSize))
    switch self {
    case .unspecified:
      let count = UInt64(clamping: max(0, defaultCount))
      return AddressRange(
        start: start, length: count.multipliedReportingOverflow(by: size).partialValue,
        isExplicit: false)
    case .end(let last):
      guard last >= start else { return nil }
      let bytes = (last &- start) &+ 1
      let rounded = bytes % size == 0 ? bytes : bytes &+ (size - bytes % size)
      guard rounded != 0, rounded <= AddressRange.sanityLimit else { return nil }
      return AddressRange(start: start, length: rounded)
    case .count(let count, let isUnlimited):
      let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
      if isUnlimited { return AddressRange(start: start, length: overflow ? .max : bytes) }
      guard !overflow, bytes <= AddressRange.sanityLimit else { return nil }
      return AddressRange(start: start, length: bytes)
    case .countBefore(let count):
      let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, bytes <= AddressRange.sanityLimit, bytes <= start else { return nil }
      return AddressRange(start: start &- bytes, length: bytes)
    }
  }
}
