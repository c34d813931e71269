/// A cursor over a line that is assembled.
struct AssemblyScanner {
  /// The line's bytes. What `rest(hidingNames:)` hides in them is overwritten with blanks.
  private(set) var bytes: [UInt8]
  var position = 0
  /// Where the line ends: before a comment.
  private(set) var limit: Int

  init(_ line: String) {
    bytes = Array(line.utf8)
    limit = bytes.count
    limit = AssemblyScanner.find(UInt8(ascii: ";"), in: bytes, 0..<limit) ?? limit
  }

  /// A part of the same line.
  private init(_ other: AssemblyScanner, _ range: Range<Int>) {
    bytes = other.bytes
    position = range.lowerBound
    limit = range.upperBound
  }

  subscript(offset: Int) -> UInt8 {
    offset >= 0 && offset < limit ? bytes[offset] : 0
  }

  /// Whether only blanks are left. Moves over them.
  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return position >= limit
    }
  }

  var next: UInt8? { position < limit ? bytes[position] : nil }

  mutating func skipBlanks() {
    while position < limit, bytes[position].isBlankInAssembly { position += 1 }
  }

  mutating func advance(to offset: Int) {
    position = min(max(offset, position), limit)
  }

  /// The next word in lower case, letters and digits; nil when something else comes.
  mutating func word() -> (text: String, start: Int)? {
    skipBlanks()
    let start = position
    while position < limit, bytes[position].isNameInAssembly { position += 1 }
    guard position > start else { return nil }
    return (lowercased(start..<position), start)
  }

  /// Moves over a word if it comes next and ends there.
  mutating func take(_ word: String) -> Bool {
    var copy = self
    guard let found = copy.word(), found.text == word else { return false }
    self = copy
    return true
  }

  /// Moves over a character if it comes next, after blanks.
  mutating func take(_ character: UInt8) -> Bool {
    skipBlanks()
    guard next == character else { return false }
    position += 1
    return true
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<limit)], as: UTF8.self)
  }

  func lowercased(_ range: Range<Int>) -> String {
    String(
      decoding: bytes[range.clamped(to: 0..<limit)].map(\.lowercasedInAssembly), as: UTF8.self)
  }

  /// A range without the blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isBlankInAssembly { start += 1 }
    while end > start, self[end - 1].isBlankInAssembly { end -= 1 }
    return start..<end
  }

  /// The rest as parts between commas that stand in no brackets, parentheses or quotes.
  func parts() -> [AssemblyScanner] {
    var parts: [AssemblyScanner] = []
    var start = position
    while true {
      let end = find(UInt8(ascii: ","), in: start..<limit) ?? limit
      parts.append(AssemblyScanner(self, start..<end))
      guard end < limit else { return parts }
      start = end + 1
    }
  }

  func part(_ range: Range<Int>) -> AssemblyScanner {
    let start = min(max(range.lowerBound, 0), limit)
    return AssemblyScanner(self, start..<max(start, min(range.upperBound, limit)))
  }

  /// The first place of a character that stands in no brackets, parentheses or quotes.
  func find(_ wanted: UInt8, in range: Range<Int>) -> Int? {
    AssemblyScanner.find(wanted, in: bytes, range)
  }

  private static func find(_ wanted: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var depth = 0
    var quote: UInt8 = 0
    for offset in range.clamped(to: 0..<bytes.count) {
      let byte = bytes[offset]
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      if byte == wanted && depth <= 0 { return offset }
      switch byte {
      case UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
    return nil
  }
}

// MARK: Names with their addresses

extension AssemblyScanner {
  /// The rest, in which `nt!Name+0x12 (fffff800`00001234)` has become the number in parentheses: the
  /// disassembler's names need not be anything an expression can hold.
  func rest(hidingNames mode: Mode) -> AssemblyScanner {
    var result = self
    let digits = mode == .bits64 ? 17 : 8
    var open = position + 1
    while open + digits + 1 < limit {
      defer { open += 1 }
      guard bytes[open] == UInt8(ascii: "("), bytes[open - 1] == UInt8(ascii: " "),
        bytes[open + digits + 1] == UInt8(ascii: ")"), isAddress(open + 1, digits),
        let start = startOfName(before: open - 1)
      else { continue }
      for offset in start..<open - 1 { result.bytes[offset] = UInt8(ascii: " ") }
      result.bytes[open - 1] = UInt8(ascii: "0")
      result.bytes[open] = UInt8(ascii: "x")
      result.bytes[open + digits + 1] = UInt8(ascii: " ")
      return result
    }
    return result
  }

  /// Whether an address in full stands there: eight digits, or two times eight around a back-tick.
  func isAddress(_ start: Int, _ count: Int) -> Bool {
    guard start + count <= limit else { return false }
    for index in 0..<count {
      let isMiddle = count == 17 && index == 8
      guard isMiddle ? bytes[start + index] == UInt8(ascii: "`") : bytes[start + index].isHexDigit
      else { return false }
    }
    return true
  }

  /// Where the name that ends at an offset starts; nil when there is none.
  private func startOfName(before end: Int) -> Int? {
    guard end > position, let last = bytes[position..<end].last,
      !"+-*/&|^~=<,:[(".utf8.contains(last)
    else { return nil }
    var start = position
    if let bracket = bracket(before: end) {
      start = bracket + 1
    } else if let comma = bytes[position..<end].firstIndex(of: UInt8(ascii: ",")) {
      // `lea eax,nt!Table (80501b8c)[eax*4]`; in other places a comma is a part of the name.
      let first = lowercased(trimmed(position..<comma))
      if AssemblerIndex.shared.registers[first] != nil { start = comma + 1 }
    }
    for keyword in ["ptr", "offset", "short"] {
      if let found = find(keyword, from: position, to: end), found > start || start == position {
        start = max(start, found)
      }
    }
    let whole = trimmed(start..<end)
    // A segment's name before the symbol's.
    if whole.count > 3, self[whole.lowerBound + 2] == UInt8(ascii: ":"),
      self[whole.lowerBound + 3] != UInt8(ascii: ":"),
      Segment.named(lowercased(whole.lowerBound..<whole.lowerBound + 2)) != nil
    {
      return whole.lowerBound + 3
    }
    return whole.isEmpty ? nil : whole.lowerBound
  }

  /// The bracket that opens an address, not one of an operator's name.
  private func bracket(before end: Int) -> Int? {
    bytes[position..<end].indices.first { offset in
      bytes[offset] == UInt8(ascii: "[")
        && (self[offset - 1].isBlankInAssembly || ":,".utf8.contains(self[offset - 1]))
    }
  }

  /// The offset after a keyword that stands as a word of its own.
  private func find(_ keyword: String, from start: Int, to end: Int) -> Int? {
    let count = keyword.utf8.count
    guard end - start > count else { return nil }
    for offset in start..<end - count where lowercased(offset..<offset + count) == keyword {
      let isStart = offset == start || self[offset - 1].isBlankInAssembly
      if isStart && self[offset + count].isBlankInAssembly { return offset + count }
    }
    return nil
  }
}

extension Segment {
  /// The segment register of this name.
  static func named(_ name: String) -> Segment? {
    allCases.first { $0.name == name }
  }
}

extension UInt8 {
  var isBlankInAssembly: Bool { self == 0x20 || self == 0x09 || self == 0x0a || self == 0x0d }

  var isHexDigit: Bool {
    self >= 0x30 && self <= 0x39 || self | 0x20 >= 0x61 && self | 0x20 <= 0x66
  }

  var isNameInAssembly: Bool {
    self >= 0x30 && self <= 0x39 || self | 0x20 >= 0x61 && self | 0x20 <= 0x7a || self == 0x5f
  }

  var lowercasedInAssembly: UInt8 { self >= 0x41 && self <= 0x5a ? self | 0x20 : self }
}
