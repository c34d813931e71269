/// A cursor over the text of one command, from which its parameters read themselves.
///
/// `limit` is the end of this command (a `;`, the end of the line or of the block); nothing reads past
/// it. Every reading method moves forward or leaves the cursor alone, so loops over it end.
public struct CommandLine {
  /// The text the command stands in.
  public let source: SourceText
  /// Offset of the next unread byte.
  public var position: Int
  /// Offset just past the command's last byte.
  public var limit: Int

  /// A cursor over part of a text, the whole of it when no part is named.
  public init(_ source: SourceText, from start: Int = 0, to limit: Int? = nil) {
    self.source = source
    self.limit = min(max(limit ?? source.bytes.count, 0), source.bytes.count)
    position = min(max(start, 0), self.limit)
  }

  /// A cursor over a text of its own.
  public init(_ text: String) { self.init(SourceText(text)) }

  /// The next byte, or nil at the end of the command.
  public var next: UInt8? { position < limit ? source.bytes[position] : nil }

  /// The byte `distance` after the next one.
  public func peek(_ distance: Int) -> UInt8? {
    let index = position &+ distance
    return index >= 0 && index < limit ? source.bytes[index] : nil
  }

  /// Moves over blanks and line ends.
  public mutating func skipBlanks() {
    while let byte = next, byte.isSpace { position += 1 }
  }

  /// Moves over what separates arguments: blanks and commas.
  public mutating func skipSeparators() {
    while let byte = next, byte.isSpace || byte == UInt8(ascii: ",") { position += 1 }
  }

  /// Whether only blanks are left. Moves over them.
  public mutating func isAtEnd() -> Bool {
    skipBlanks()
    return position >= limit
  }

  /// Whether the unread text starts with this text, letter case included.
  public func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= limit else { return false }
    return text.withUTF8Buffer { source.bytes[position..<position + count].elementsEqual($0) }
  }

  /// Moves over this text when it comes next, letter case included. Returns whether it did.
  public mutating func take(_ text: StaticString) -> Bool {
    guard starts(with: text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  /// Moves over bytes that meet a condition and returns them as text.
  public mutating func take(while condition: (UInt8) -> Bool) -> String {
    let start = position
    while let byte = next, condition(byte) { position += 1 }
    return source.string(start..<position)
  }

  /// Moves over the next run of characters that are neither blank nor comma, after any blanks.
  public mutating func takeWord() -> String {
    skipSeparators()
    return take { !$0.isSpace && $0 != UInt8(ascii: ",") }
  }

  /// Whether text between double quotes comes next, `@` before it or not.
  public var opensQuotes: Bool { next == UInt8(ascii: "\"") || starts(with: "@\"") }

  /// Moves over text between double quotes and returns it; nil, without moving, when there is none.
  /// Behind an `@` every character stands for itself.
  ///
  /// - Parameter isRaw: leaves backslashes as they are, as in a file's name.
  public mutating func takeQuoted(isRaw: Bool = false) -> String? {
    guard opensQuotes else { return nil }
    let hasMark = next == UInt8(ascii: "@")
    let isRaw = isRaw || hasMark
    var bytes: [UInt8] = []
    var offset = position + (hasMark ? 2 : 1)
    while offset < limit, source.bytes[offset] != UInt8(ascii: "\"") {
      var byte = source.bytes[offset]
      if byte == UInt8(ascii: "\\"), !isRaw, offset + 1 < limit {
        offset += 1
        byte = Self.escaped(source.bytes[offset])
      }
      bytes.append(byte)
      offset += 1
    }
    guard offset < limit else { return nil }
    position = offset + 1
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a character stands for after a backslash: mostly for itself.
  private static func escaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: byte
    }
  }

  /// The unread text, without moving.
  public var rest: String { source.string(position..<limit) }

  /// The unread text without blanks around it; moves to the end.
  public mutating func takeRest() -> String {
    skipBlanks()
    var end = limit
    while end > position, source.bytes[end - 1].isSpace { end -= 1 }
    defer { position = limit }
    return source.string(position..<end)
  }

  /// Refuses the line at the cursor.
  public func rejected(_ why: CommandError.Rejection) -> CommandError {
    rejected(why, at: position)
  }

  /// Refuses the line at an offset.
  public func rejected(_ why: CommandError.Rejection, at offset: Int) -> CommandError {
    .rejected(why, line: source.string, column: source.column(of: offset))
  }

  /// Refuses what is left unread, if anything is.
  public mutating func expectEnd() throws(CommandError) {
    guard isAtEnd() else { throw rejected(.extraCharacters) }
  }
}
