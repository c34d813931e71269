import Foundation

/// Bytes to look for, found at the speed of memory: the library's search for the byte of the pattern
/// that is least common, then a comparison around it.
public struct BytePattern: Sendable {
  /// What is looked for; never empty.
  public let bytes: [UInt8]
  /// Which of the bytes is searched for.
  private let probe: Int

  /// A pattern; nil when there are no bytes.
  public init?(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return nil }
    self.bytes = bytes
    probe = bytes.indices.min { Self.frequency(bytes[$0]) < Self.frequency(bytes[$1]) } ?? 0
  }

  /// How common a byte is in code and data, roughly; only the order counts.
  private static func frequency(_ byte: UInt8) -> Int {
    switch byte {
    case 0: 9
    case 0xFF, 0xCC: 7
    case 1, 2, 4, 8, 0x10, 0x20, 0x40, 0x80, 0x48, 0x8B, 0x89, 0x24, 0xF8, 0xE8: 5
    case 0x61...0x7A, 0x03, 0x05, 0x0F, 0x41, 0x4C, 0x74, 0xC0: 3
    default: 1
    }
  }

  /// Calls `body` with the offset of every occurrence in a buffer, overlapping ones too, in
  /// ascending order, until it returns false. Returns whether it came to the end.
  @discardableResult
  public func eachMatch(in buffer: UnsafeRawBufferPointer, _ body: (Int) throws -> Bool) rethrows
    -> Bool
  {
    guard let base = buffer.baseAddress, buffer.count >= bytes.count else { return true }
    let end = buffer.count - (bytes.count - probe) + 1
    let wanted = Int32(bytes[probe])
    var place = probe
    while place < end, let found = memchr(base + place, wanted, end - place) {
      let at = UnsafeRawPointer(found) - base
      let start = at - probe
      let isEqual = bytes.withUnsafeBytes { pattern in
        pattern.baseAddress.map { memcmp(base + start, $0, pattern.count) == 0 } ?? false
      }
      if isEqual, try !body(start) { return false }
      place = at + 1
    }
    return true
  }
}

/// Finds a pattern in memory that comes piece by piece, across the seams of pieces that follow each
/// other.
public struct PatternSearch {
  private let pattern: BytePattern
  /// The last bytes of the stretch so far, fewer than the pattern has.
  private var carry: [UInt8] = []
  /// Where the next piece goes on if it belongs to the same stretch.
  private var next: UInt64?

  public init(_ pattern: BytePattern) { self.pattern = pattern }

  /// Looks through the next piece and calls `body` with the address of every occurrence that ends in
  /// it, until it returns false. Returns whether it came to the end.
  public mutating func take(
    _ address: UInt64, _ piece: UnsafeRawBufferPointer, _ body: (UInt64) throws -> Bool
  ) rethrows -> Bool {
    let most = pattern.bytes.count - 1
    if next != address { carry.removeAll(keepingCapacity: true) }
    next = address &+ UInt64(piece.count)
    if most > 0, !carry.isEmpty {
      let seam = carry + piece.prefix(most)
      let start = address &- UInt64(carry.count)
      let goesOn = try seam.withUnsafeBytes { bytes in
        try pattern.eachMatch(in: bytes) { try body(start &+ UInt64($0)) }
      }
      guard goesOn else { return false }
    }
    guard try pattern.eachMatch(in: piece, { try body(address &+ UInt64($0)) }) else {
      return false
    }
    guard most > 0 else { return true }
    if piece.count >= most {
      carry.removeAll(keepingCapacity: true)
      carry.append(contentsOf: piece.suffix(most))
    } else {
      carry = (carry + piece).suffix(most)
    }
    return true
  }
}
