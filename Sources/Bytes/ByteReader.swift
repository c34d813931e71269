/// A cursor over bytes that nobody has checked yet.
///
/// Every read names the field it is for; a read past the end throws a ``FormatError`` that says which
/// field, at which offset, needed how many bytes, and moves nothing. Integers are little-endian, as
/// in every format this program reads. The reader borrows its bytes and cannot outlive them.
///
///     var reader = ByteReader(bytes.span.bytes)
///     let machine = try reader.read("Machine", as: UInt16.self)
public struct ByteReader: ~Escapable {
  @usableFromInline let bytes: RawSpan
  @usableFromInline var cursor: Int
  /// The offset of the first byte in its container, used in messages only.
  @usableFromInline let base: UInt64
  @usableFromInline let container: StaticString

  /// Reads `bytes` from their beginning. `base` is the offset of the first of them within
  /// `container`, so that messages tell places in the whole file and not in the piece.
  @inlinable
  @_lifetime(copy bytes)
  public init(_ bytes: RawSpan, base: UInt64 = 0, container: StaticString = "file") {
    self.bytes = bytes
    self.cursor = 0
    self.base = base
    self.container = container
  }

  /// How many bytes lie behind the cursor's back, from the reader's own beginning.
  @inlinable public var position: Int { cursor }
  /// Where the cursor stands in the container, for messages.
  @inlinable public var offset: UInt64 { base &+ UInt64(truncatingIfNeeded: cursor) }
  /// How many bytes the reader spans in all.
  @inlinable public var count: Int { bytes.byteCount }
  /// How many bytes are still to be read.
  @inlinable public var remaining: Int { bytes.byteCount &- cursor }
  /// Whether the cursor stands at the end.
  @inlinable public var isAtEnd: Bool { cursor >= bytes.byteCount }

  /// The bytes still to be read.
  @inlinable public var rest: RawSpan {
    @_lifetime(copy self)
    get { bytes.extracting(cursor..<bytes.byteCount) }
  }

  /// An error about `field` at the cursor.
  public func error(_ field: StaticString, _ reason: FormatError.Reason) -> FormatError {
    FormatError("\(field)", at: offset, in: "\(container)", reason)
  }

  @usableFromInline
  @inline(never)
  func truncation(_ field: StaticString, needed: Int) -> FormatError {
    error(field, .truncated(needed: needed, left: remaining))
  }

  /// Checks that `needed` bytes can be read; a negative count cannot.
  @inlinable
  func demand(_ needed: Int, _ field: StaticString) throws(FormatError) {
    if needed < 0 || needed > remaining { throw truncation(field, needed: needed) }
  }

  /// Reads the next little-endian integer. `type` may be left to inference.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func read<T: FixedWidthInteger & BitwiseCopyable>(
    _ field: StaticString, as type: T.Type = T.self
  ) throws(FormatError) -> T {
    let size = MemoryLayout<T>.size
    try demand(size, field)
    let value = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: cursor, as: T.self)
    cursor &+= size
    return T(littleEndian: value)
  }

  /// The integer at `position` (from the reader's beginning), leaving the cursor where it is.
  @inlinable
  public func peek<T: FixedWidthInteger & BitwiseCopyable>(
    _ field: StaticString, at position: Int, as type: T.Type = T.self
  ) throws(FormatError) -> T {
    let size = MemoryLayout<T>.size
    if position < 0 || position > bytes.byteCount &- size {
      throw misplaced(field, position: position, needed: size)
    }
    let value = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: T.self)
    return T(littleEndian: value)
  }

  @usableFromInline
  @inline(never)
  func misplaced(_ field: StaticString, position: Int, needed: Int) -> FormatError {
    let place = base &+ UInt64(truncatingIfNeeded: position)
    let left = position < 0 ? 0 : max(0, bytes.byteCount &- position)
    return FormatError(
      "\(field)", at: place, in: "\(container)", .truncated(needed: needed, left: left))
  }

  /// Moves the cursor `count` bytes on.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func skip(_ count: some BinaryInteger, _ field: StaticString) throws(FormatError)
  {
    let distance = Int(clamping: count)
    try demand(distance, field)
    cursor &+= distance
  }

  /// Puts the cursor at `position`, counted from the reader's beginning; the end itself is allowed.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func seek(to position: some BinaryInteger, _ field: StaticString)
    throws(FormatError)
  {
    let place = Int(clamping: position)
    if place < 0 || place > bytes.byteCount {
      throw misplaced(field, position: place, needed: 0)
    }
    cursor = place
  }

  /// Moves the cursor to the next multiple of `alignment` (a power of two) from the reader's
  /// beginning, or to the end if that lies before it.
  @inlinable
  @_lifetime(self: copy self)
  public mutating func align(to alignment: Int) {
    let aligned = (cursor &+ (alignment &- 1)) & ~(alignment &- 1)
    cursor = min(aligned, bytes.byteCount)
  }

  /// A reader of the next `count` bytes alone; the cursor moves behind them.
  @inlinable
  @_lifetime(copy self)
  @_lifetime(self: copy self)
  public mutating func subreader(_ count: some BinaryInteger, _ field: StaticString)
    throws(FormatError) -> ByteReader
  {
    let size = Int(clamping: count)
    try demand(size, field)
    let start = cursor
    cursor &+= size
    let piece = bytes.extracting(start..<(start &+ size))
    return ByteReader(
      piece, base: base &+ UInt64(truncatingIfNeeded: start), container: container)
  }
}
