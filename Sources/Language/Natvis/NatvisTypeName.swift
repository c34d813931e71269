/// The name of a type, taken apart: scopes and template arguments. In a pattern `*` stands for an
/// argument, and as the last one for all that are left.
struct NatvisTypeName: Equatable {
  /// A name between two `::` and its template arguments.
  struct Part: Equatable {
    var name: String
    /// The arguments as written, without the blanks that do not matter; nil for none.
    var arguments: [NatvisTypeName]?
    /// What stands behind the arguments, as ` *` of a pointer.
    var suffix = ""
  }

  /// The module in front of a `!`, in lower case; nil for any.
  var module: String?
  var parts: [Part] = []

  private static let deepest = 32
  private static let longest = 4096

  /// Takes a name apart; nil when its brackets do not fit, or when it is too long or too deep.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.longest else { return nil }
    var place = 0
    self.init(bytes, &place, depth: 0)
    guard place == bytes.count else { return nil }
  }

  private init?(_ bytes: [UInt8], _ place: inout Int, depth: Int) {
    guard depth < Self.deepest else { return nil }
    var part = Part(name: "")
    var word: [UInt8] = []
    // Brackets of other kinds keep commas and angles inside them.
    var level = 0
    func finished() -> Part {
      var part = part
      let text = Self.squeezed(word)
      if part.arguments == nil { part.name = text } else { part.suffix = text }
      return part
    }
    scan: while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): level += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): level -= 1
      case UInt8(ascii: "<") where level == 0 && part.arguments == nil:
        part.name = Self.squeezed(word)
        // `<unnamed-tag>`, `<lambda_1>`: a name of its own.
        if part.name.isEmpty { break }
        word = []
        place += 1
        guard let arguments = Self.arguments(bytes, &place, depth: depth + 1) else { return nil }
        part.arguments = arguments
        continue scan
      case UInt8(ascii: ">") where level == 0 && !word.contains(UInt8(ascii: "<")) && depth > 0:
        break scan
      case UInt8(ascii: ",") where level == 0 && depth > 0: break scan
      case UInt8(ascii: "!") where level == 0 && module == nil && parts.isEmpty && depth == 0:
        module = Self.squeezed(word).lowercased()
        word = []
        place += 1
        continue scan
      case UInt8(ascii: ":")
      where level == 0 && place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: ":"):
        parts.append(finished())
        part = Part(name: "")
        word = []
        place += 2
        continue scan
      default: break
      }
      word.append(byte)
      place += 1
    }
    parts.append(finished())
    guard level == 0 else { return nil }
    let last = parts[parts.count - 1]
    if last.name.isEmpty && last.arguments == nil && depth == 0 { return nil }
  }

  /// `a, b>`, of which the bracket is passed; nil when there is none.
  private static func arguments(_ bytes: [UInt8], _ place: inout Int, depth: Int)
    -> [NatvisTypeName]?
  {
    var arguments: [NatvisTypeName] = []
    while true {
      guard let argument = NatvisTypeName(bytes, &place, depth: depth), place < bytes.count else {
        return nil
      }
      arguments.append(argument)
      place += 1
      if bytes[place - 1] == UInt8(ascii: ">") { return arguments }
      guard bytes[place - 1] == UInt8(ascii: ",") else { return nil }
    }
  }

  /// A word without the blanks that do not part two names.
  private static func squeezed(_ word: [UInt8]) -> String {
    var kept: [UInt8] = []
    for (index, byte) in word.enumerated() {
      if byte.isSpace {
        guard let before = kept.last, isNameByte(before),
          let after = word[index...].first(where: { !$0.isSpace }), isNameByte(after)
        else { continue }
        if before != 0x20 { kept.append(0x20) }
      } else {
        kept.append(byte)
      }
    }
    // `class A`, `struct A`, `enum A` are A.
    let text = String(decoding: kept, as: UTF8.self)
    for keyword in ["class ", "struct ", "union ", "enum "] where text.hasPrefix(keyword) {
      return String(text.dropFirst(keyword.count))
    }
    return text
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// The name as compilers write it: `A<B<int> >`.
  var text: String {
    parts.map { part in
      guard let arguments = part.arguments else { return part.name }
      let inner = arguments.map(\.text).joined(separator: ",")
      return "\(part.name)<\(inner)\(inner.hasSuffix(">") ? " " : "")>\(part.suffix)"
    }.joined(separator: "::")
  }

  /// Whether a whole argument is `*`.
  private var isWildcard: Bool {
    parts.count == 1 && parts[0].name == "*" && parts[0].arguments == nil
  }

  /// How many wildcards the pattern has; the fewer, the better it fits.
  var wildcards: Int {
    parts.reduce(0) { sum, part in
      sum + (part.arguments ?? []).reduce(0) { $0 + ($1.isWildcard ? 1 : $1.wildcards) }
    }
  }

  /// What the wildcards of the pattern stand for in a type's name, in their order; nil when the name
  /// does not match.
  func match(_ name: NatvisTypeName) -> [String]? {
    guard parts.count == name.parts.count else { return nil }
    var found: [String] = []
    for (pattern, part) in zip(parts, name.parts) {
      guard pattern.name == part.name, pattern.suffix == part.suffix else { return nil }
      switch (pattern.arguments, part.arguments) {
      case (nil, nil): break
      case (let patterns?, let arguments?):
        guard let values = Self.match(patterns, arguments) else { return nil }
        found += values
      default: return nil
      }
    }
    return found
  }

  private static func match(_ patterns: [NatvisTypeName], _ arguments: [NatvisTypeName])
    -> [String]?
  {
    var found: [String] = []
    for (index, pattern) in patterns.enumerated() {
      if pattern.isWildcard {
        let isLast = index == patterns.count - 1
        guard index < arguments.count else { return isLast ? found : nil }
        found += (isLast ? arguments[index...] : arguments[index...index]).map(\.text)
        if isLast { return found }
      } else {
        guard index < arguments.count, let values = pattern.match(arguments[index]) else {
          return nil
        }
        found += values
      }
    }
    return patterns.count == arguments.count ? found : nil
  }
}
