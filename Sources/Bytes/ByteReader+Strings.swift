extension ByteReader {
  /// Reads the next `count` bytes as they are.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func readBytes(_ count: some BinaryInteger, _ field: StaticString)
    throws(FormatError) -> [UInt8]
  {
    let size = Int(clamping: count)
    try demand(size, field)
    let start = cursor
    cursor &+= size
    return array(start, size)
  }

  /// Reads a string of UTF-8 that ends in a zero byte, which is read too and not part of it.
  /// Bytes that are no UTF-8 become replacement characters.
  @_lifetime(self: copy self)
  public mutating func readCString(_ field: StaticString) throws(FormatError) -> String {
    let start = cursor
    guard let length = cStringLength() else { throw error(field, .unterminated) }
    cursor = start &+ length &+ 1
    return text(start, length)
  }

  /// Reads `count` bytes of UTF-8, which end early at a zero byte if there is one.
  @_lifetime(self: copy self)
  public mutating func readString(_ count: some BinaryInteger, _ field: StaticString)
    throws(FormatError) -> String
  {
    let size = Int(clamping: count)
    try demand(size, field)
    let start = cursor
    let length = min(cStringLength() ?? size, size)
    cursor = start &+ size
    return text(start, length)
  }

  /// Reads `units` UTF-16 units, zeros and all.
  @_lifetime(self: copy self)
  public mutating func readUTF16(_ units: some BinaryInteger, _ field: StaticString)
    throws(FormatError) -> String
  {
    let count = Int(clamping: units)
    if count > remaining / 2 { try demand(Int(clamping: Int64(count) &* 2), field) }
    var characters: [UInt16] = []
    characters.reserveCapacity(max(0, count))
    for _ in 0..<max(0, count) { characters.append(try read(field)) }
    return String(decoding: characters, as: UTF16.self)
  }

  /// Passes over a string that ends in a zero byte, making no String of it.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func skipCString(_ field: StaticString) throws(FormatError) {
    guard let length = cStringLength() else { throw error(field, .unterminated) }
    cursor &+= length &+ 1
  }

  /// How many bytes lie between the cursor and the next zero byte, or nil if there is none.
  @inlinable
  public func cStringLength() -> Int? {
    var place = cursor
    let end = bytes.byteCount
    while place < end {
      if byte(place) == 0 { return place &- cursor }
      place &+= 1
    }
    return nil
  }

  /// Calls `body` with the bytes between the cursor and the next zero byte, and moves behind it.
  /// The way to look at a name without making a String.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func withCString<Result>(
    _ field: StaticString, _ body: (borrowing RawSpan) -> Result
  ) throws(FormatError) -> Result {
    guard let length = cStringLength() else { throw error(field, .unterminated) }
    let start = cursor
    cursor &+= length &+ 1
    return body(bytes.extracting(start..<(start &+ length)))
  }

  @inlinable
  func byte(_ place: Int) -> UInt8 {
    bytes.unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self)
  }

  @usableFromInline
  func array(_ start: Int, _ size: Int) -> [UInt8] {
    bytes.extracting(start..<(start &+ size)).withUnsafeBytes { [UInt8]($0) }
  }

  @usableFromInline
  func text(_ start: Int, _ length: Int) -> String {
    bytes.extracting(start..<(start &+ length)).withUnsafeBytes {
      String(decoding: $0, as: UTF8.self)
    }
  }
}

extension RawSpan {
  /// The byte at `place`, which must lie inside.
  @inlinable
  public func byte(at place: Int) -> UInt8 {
    precondition(place >= 0 && place < byteCount, "byte index")
    return unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self)
  }
}

extension RawSpan {
  /// The bytes as UTF-8; what is none becomes replacement characters.
  public var text: String {
    withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }
}

extension String {
  /// Calls `body` with the string's UTF-8 bytes.
  public func withRawSpan<Result>(_ body: (borrowing RawSpan) -> Result) -> Result {
    var copy = self
    return copy.withUTF8 { body(RawSpan(_unsafeElements: $0)) }
  }
}
