/// Bytes that can be read anywhere, such as a file or the memory of a target.
///
/// What reads through it does not care which: an image's headers are decoded by the same code from
/// the file and from the running machine. Reading changes nothing and may fail anywhere.
public protocol ByteSource {
  /// How many bytes there are, or nil where that is unknown, as in a target's memory.
  var byteCount: UInt64? { get }

  /// The `count` bytes at `offset`, or nil unless every one of them can be read.
  func read(at offset: UInt64, count: Int) -> [UInt8]?
}

/// A source made of a closure; the shortest way to show a target's memory as one.
public struct ClosureSource: ByteSource {
  private let body: (_ offset: UInt64, _ count: Int) -> [UInt8]?

  /// Reads by calling `body`, which returns nil where bytes are missing.
  public init(_ body: @escaping (_ offset: UInt64, _ count: Int) -> [UInt8]?) {
    self.body = body
  }

  public var byteCount: UInt64? { nil }

  public func read(at offset: UInt64, count: Int) -> [UInt8]? {
    guard count >= 0 else { return nil }
    guard let bytes = body(offset, count), bytes.count == count else { return nil }
    return bytes
  }
}

extension ByteSource {
  /// The bytes at `offset`, or an error that says why `field` cannot be read.
  public func require(
    _ field: StaticString, at offset: UInt64, count: Int, in container: StaticString = "file"
  ) throws(FormatError) -> [UInt8] {
    if let total = byteCount {
      let left = Int(clamping: total > offset ? total &- offset : 0)
      if count < 0 || count > left {
        throw FormatError(
          "\(field)", at: offset, in: "\(container)", .truncated(needed: count, left: left))
      }
    }
    guard let bytes = read(at: offset, count: count) else {
      throw FormatError("\(field)", at: offset, in: "\(container)", .unreadable(needed: count))
    }
    return bytes
  }
}

extension [UInt8]: ByteSource {
  public var byteCount: UInt64? { UInt64(count) }

  public func read(at offset: UInt64, count wanted: Int) -> [UInt8]? {
    guard wanted >= 0, offset <= UInt64(count), wanted <= count - Int(offset) else { return nil }
    let start = Int(offset)
    return Array(self[start..<(start + wanted)])
  }
}
