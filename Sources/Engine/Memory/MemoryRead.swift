/// Memory as it was read: bytes, and the holes where nothing could be read.
public struct MemoryRead: Equatable, Sendable {
  /// Where the first byte comes from.
  public var address: UInt64
  /// As many bytes as were asked for; 0 in holes.
  public var bytes: [UInt8]
  /// What could not be read, as ascending offsets into `bytes`.
  public var holes: [Range<Int>]

  public init(address: UInt64, bytes: [UInt8], holes: [Range<Int>] = []) {
    self.address = address
    self.bytes = bytes
    self.holes = holes
  }

  /// Whether everything was read.
  public var isComplete: Bool { holes.isEmpty }

  /// Whether every byte of a range of offsets was read.
  public func isValid(_ range: Range<Int>) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= bytes.count
      && !holes.contains { $0.overlaps(range) }
  }

  /// How many bytes from the start were read without a hole.
  public var validPrefix: Int { min(holes.first?.lowerBound ?? bytes.count, bytes.count) }

  /// The little-endian number of 1 to 8 bytes at an offset, or nil in a hole or beyond the end.
  public func uint(at offset: Int, size: Int) -> UInt64? {
    guard size > 0, size <= 8, isValid(offset..<(offset &+ size)) else { return nil }
    return littleEndian(bytes, offset, size)
  }
}

/// The little-endian number of `size` bytes at `offset`; bytes beyond the end count as 0.
func littleEndian(_ bytes: [UInt8], _ offset: Int, _ size: Int) -> UInt64 {
  var value: UInt64 = 0
  for index in 0..<size where offset + index < bytes.count {
    value |= UInt64(bytes[offset + index]) << UInt64(index * 8)
  }
  return value
}

/// `value` as `size` little-endian bytes.
func littleEndianBytes(_ value: UInt64, _ size: Int) -> [UInt8] {
  (0..<size).map { UInt8(truncatingIfNeeded: value >> UInt64($0 * 8)) }
}
