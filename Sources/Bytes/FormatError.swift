/// Why bytes from outside could not be read as what they claim to be: which field, where, and what
/// is wrong with it.
///
/// Example: a file header cut after two bytes gives
/// `NumberOfSections at file offset 0x86: 2 bytes needed, 0 left`.
public struct FormatError: Error, Hashable, Sendable {
  /// What is wrong with the field.
  public enum Reason: Hashable, Sendable {
    /// The field needs more bytes than there are.
    case truncated(needed: Int, left: Int)
    /// The bytes exist but could not be read, as when a page of a target's memory is absent.
    case unreadable(needed: Int)
    /// The field holds a value that the format does not allow here.
    case unexpected(value: UInt64, expected: String)
    /// The field points or counts beyond what it refers to.
    case outOfRange(value: UInt64, limit: UInt64)
    /// A string without its terminating zero.
    case unterminated
    /// A chain of references that comes back to where it began, or is longer than any real one.
    case endless
    /// Something the format promises is not there.
    case missing
    /// The file could not be opened; the text is the system's.
    case notOpened(String)
  }

  /// The field's name, as the format's documentation spells it.
  public var field: String
  /// Where the field begins, counted in bytes from the start of `container`.
  public var offset: UInt64
  /// What `offset` counts from: "file", "image", "stream 3", ...
  public var container: String
  /// What is wrong.
  public var reason: Reason

  /// Makes an error about `field` at `offset` of `container`.
  public init(_ field: String, at offset: UInt64, in container: String = "file", _ reason: Reason) {
    self.field = field
    self.offset = offset
    self.container = container
    self.reason = reason
  }
}

// The sentences; every one of them stands in FormatErrorTests.
extension FormatError: CustomStringConvertible {
  /// One line that names the field, its place and the trouble, without a final full stop.
  public var description: String {
    if case .notOpened(let text) = reason { return "\(field): \(text)" }
    return "\(field) at \(container) offset 0x\(String(offset, radix: 16)): \(trouble)"
  }

  private var trouble: String {
    switch reason {
    case .truncated(let needed, let left):
      "\(needed) \(needed == 1 ? "byte" : "bytes") needed, \(left) left"
    case .unreadable(let needed):
      "\(needed) \(needed == 1 ? "byte" : "bytes") cannot be read"
    case .unexpected(let value, let expected):
      "0x\(String(value, radix: 16)) found, \(expected) expected"
    case .outOfRange(let value, let limit):
      "0x\(String(value, radix: 16)) is beyond the limit 0x\(String(limit, radix: 16))"
    case .unterminated: "string without an end"
    case .endless: "the chain does not end"
    case .missing: "missing"
    case .notOpened(let text): text
    }
  }
}
