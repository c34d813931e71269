/// A pattern of WinDbg's string wildcards, matched without regard to case.
///
/// - `*` any run of characters, none included
/// - `?` any one character
/// - `[abc0-9]` one of a set
/// - `#` the preceding item any number of times, none included
/// - `+` the preceding item once or more
/// - `\` takes the next character as it is
///
/// Matching works on bytes where they are and makes no String, so that all names of a PDB can be put
/// to it. Its time is bounded by the product of the two lengths.
///
///     WildcardPattern("ex*pool#").matches("ExAllocatePool")   // true
public struct WildcardPattern: Hashable, Sendable {
  /// Rules beyond the wildcards.
  public enum Style: Hashable, Sendable {
    /// Any text.
    case string
    /// A symbol's name: an underscore at the pattern's beginning matches any number of them.
    case symbol
  }

  /// The pattern as it was written.
  public let text: String
  let items: [Item]
  /// Bit i tells that item i takes the ASCII character that is the index.
  private let masks: [UInt64]
  /// Bit i tells that item i may take any number of characters.
  private let repeating: UInt64

  /// The text without wildcards if the pattern has none, with escapes undone; otherwise nil.
  public let literal: String?

  /// Whether every string matches.
  public var matchesEverything: Bool { items.count == 1 && items[0] == Item(.any, many: true) }

  /// Reads a pattern. Every text is one: an unclosed set stands for its own bracket, and a `#` or
  /// `+` with nothing before it for itself.
  public init(_ text: String, style: Style = .string) {
    self.text = text
    var parser = Parser(text)
    var items = parser.parse()
    var isPlain = parser.isPlain
    if style == .symbol, items.first == Item(.character("_"), many: false) {
      items[0].many = true
      isPlain = false
    }
    self.items = items
    literal = isPlain ? parser.plainText : nil
    guard items.count < 64 else {
      masks = []
      repeating = 0
      return
    }
    var masks = [UInt64](repeating: 0, count: 128)
    var repeating: UInt64 = 0
    for (index, item) in items.enumerated() {
      let bit: UInt64 = 1 << UInt64(index)
      if item.many { repeating |= bit }
      for byte in 0..<128 where item.what.takes(Unicode.Scalar(UInt8(byte))) { masks[byte] |= bit }
    }
    self.masks = masks
    self.repeating = repeating
  }

  /// Whether all of `string` matches.
  public func matches(_ string: String) -> Bool {
    string.withRawSpan { matches(utf8: $0) }
  }

  /// Whether all of a UTF-8 string's bytes match.
  public func matches(utf8 bytes: borrowing RawSpan) -> Bool {
    if masks.isEmpty { return matchesLong(bytes) }
    let accepting: UInt64 = 1 << UInt64(items.count)
    // Bit i: the first i items have taken what was read so far.
    var states = closure(1)
    var place = 0
    while place < bytes.byteCount {
      let scalar = bytes.scalar(at: &place)
      let takers = scalar.isASCII ? masks[Int(scalar.value)] : takers(of: scalar)
      let moving = states & takers
      states = closure(((moving & ~repeating) << 1) | (moving & repeating))
      if states == 0 { return false }
    }
    return states & accepting != 0
  }

  /// Adds the states that are reached by letting repeating items take nothing.
  private func closure(_ states: UInt64) -> UInt64 {
    var all = states
    while true {
      let more = all | ((all & repeating) << 1)
      if more == all { return all }
      all = more
    }
  }

  private func takers(of scalar: Unicode.Scalar) -> UInt64 {
    var mask: UInt64 = 0
    for (index, item) in items.enumerated() where item.what.takes(scalar) {
      mask |= 1 << UInt64(index)
    }
    return mask
  }

  /// The same for patterns of more items than a word has bits.
  private func matchesLong(_ bytes: borrowing RawSpan) -> Bool {
    var states = [Bool](repeating: false, count: items.count + 1)
    states[0] = true
    close(&states)
    var place = 0
    while place < bytes.byteCount {
      let scalar = bytes.scalar(at: &place)
      var next = [Bool](repeating: false, count: items.count + 1)
      for (index, item) in items.enumerated() where states[index] && item.what.takes(scalar) {
        next[item.many ? index : index + 1] = true
      }
      close(&next)
      states = next
    }
    return states[items.count]
  }

  private func close(_ states: inout [Bool]) {
    for (index, item) in items.enumerated() where states[index] && item.many {
      states[index + 1] = true
    }
  }
}

extension WildcardPattern {
  /// One item of a pattern: what it takes, and whether any number of times.
  struct Item: Hashable, Sendable {
    var what: What
    var many: Bool

    init(_ what: What, many: Bool) {
      self.what = what
      self.many = many
    }
  }

  /// What an item takes; characters are held in lower case.
  enum What: Hashable, Sendable {
    case any
    case character(Unicode.Scalar)
    case set([ClosedRange<Unicode.Scalar>])

    func takes(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .any: true
      case .character(let wanted): scalar.lowered == wanted
      case .set(let ranges): ranges.contains { $0.contains(scalar.lowered) }
      }
    }
  }

  /// Turns a pattern's text into items.
  struct Parser {
    private let scalars: [Unicode.Scalar]
    private var place = 0
    private(set) var isPlain = true
    private(set) var plainText = ""

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func parse() -> [Item] {
      var items: [Item] = []
      while place < scalars.count {
        let scalar = scalars[place]
        place += 1
        switch scalar {
        case "*": add(Item(.any, many: true), to: &items)
        case "?": add(Item(.any, many: false), to: &items)
        case "[": addSet(to: &items)
        case "#" where !items.isEmpty: repeatLast(of: &items, atLeastOnce: false)
        case "+" where !items.isEmpty: repeatLast(of: &items, atLeastOnce: true)
        case "\\" where place < scalars.count:
          addCharacter(scalars[place], to: &items)
          place += 1
        default: addCharacter(scalar, to: &items)
        }
      }
      return items
    }

    private mutating func add(_ item: Item, to items: inout [Item]) {
      isPlain = false
      // Two runs of anything are one.
      if items.last != item || !item.many { items.append(item) }
    }

    private mutating func addCharacter(_ scalar: Unicode.Scalar, to items: inout [Item]) {
      plainText.unicodeScalars.append(scalar)
      items.append(Item(.character(scalar.lowered), many: false))
    }

    private mutating func repeatLast(of items: inout [Item], atLeastOnce: Bool) {
      guard let last = items.last else { return }
      isPlain = false
      if last.many { return }
      if atLeastOnce {
        items.append(Item(last.what, many: true))
      } else {
        items[items.count - 1].many = true
      }
    }

    private mutating func addSet(to items: inout [Item]) {
      guard let end = scalars[place...].firstIndex(of: "]"), end > place else {
        addCharacter("[", to: &items)
        return
      }
      var ranges: [ClosedRange<Unicode.Scalar>] = []
      while place < end {
        let first = scalars[place].lowered
        if place + 2 < end, scalars[place + 1] == "-" {
          let last = scalars[place + 2].lowered
          ranges.append(min(first, last)...max(first, last))
          place += 3
        } else {
          ranges.append(first...first)
          place += 1
        }
      }
      place = end + 1
      add(Item(.set(ranges), many: false), to: &items)
    }
  }
}

extension Unicode.Scalar {
  /// The lower-case character, if there is exactly one.
  var lowered: Unicode.Scalar {
    if isASCII {
      return value >= 65 && value <= 90 ? Unicode.Scalar(UInt8(value + 32)) : self
    }
    let mapped = properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? self : self
  }
}

extension RawSpan {
  /// The UTF-8 character at `place`, which moves behind it; a replacement for what is none.
  func scalar(at place: inout Int) -> Unicode.Scalar {
    let first = byte(at: place)
    place += 1
    if first < 0x80 { return Unicode.Scalar(first) }
    let more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0
    guard more > 0, place + more <= byteCount else { return "\u{fffd}" }
    var value = UInt32(first) & (0x3f >> UInt32(more))
    for index in 0..<more {
      let next = byte(at: place + index)
      guard next & 0xc0 == 0x80 else { return "\u{fffd}" }
      value = value << 6 | UInt32(next & 0x3f)
    }
    place += more
    return Unicode.Scalar(value) ?? "\u{fffd}"
  }
}
