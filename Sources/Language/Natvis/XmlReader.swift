/// Reads the part of XML 1.0 that files of settings use: elements, attributes, text, CDATA sections,
/// comments, processing instructions, the five named entities and character references.
///
/// A document type is refused, so a file can neither declare entities nor name another file. Size,
/// depth and the number of elements are bounded, and nothing recurses
/// (`Docs/Decisions/natvis-files.md`).
struct XmlReader {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var elementCount = 0

  private static let largest = 4 << 20
  private static let deepest = 64
  private static let most = 1 << 16

  /// The document's outermost element.
  static func read(_ text: String) throws(XmlError) -> XmlElement {
    var reader = XmlReader(bytes: Array(text.utf8))
    return try reader.readDocument()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func error(_ reason: XmlError.Reason) -> XmlError { XmlError(line: line, reason: reason) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      if bytes[position] == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
  }

  private func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - position >= count else { return false }
    return (0..<count).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  /// The bytes up to a mark, which the cursor moves past.
  private mutating func take(until mark: StaticString, in part: String) throws(XmlError) -> String {
    let start = position
    while position < bytes.count {
      if starts(with: mark) {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        advance(mark.utf8CodeUnitCount)
        return text
      }
      advance()
    }
    throw error(.ended(in: part))
  }

  private mutating func skipBlanks() {
    while let byte = next, Self.isBlank(byte) { advance() }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80
      || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":")].contains(byte)
  }

  private mutating func readName(_ what: String) throws(XmlError) -> String {
    let start = position
    while let byte = next, Self.isNameByte(byte) { position += 1 }
    guard position > start else { throw error(.expected(what)) }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  // The document.

  private mutating func readDocument() throws(XmlError) -> XmlElement {
    guard bytes.count <= Self.largest else { throw error(.tooLarge(limit: Self.largest)) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    // UTF-16 has a zero in every other byte; it came as text, so it is none.
    guard !bytes.prefix(4).contains(0) else { throw error(.notUTF8) }
    var open: [XmlElement] = []
    var root: XmlElement?
    while let byte = next {
      if byte != UInt8(ascii: "<") {
        try readText(into: &open)
      } else if starts(with: "<!--") {
        advance(4)
        _ = try take(until: "-->", in: "a comment")
      } else if starts(with: "<?") {
        advance(2)
        _ = try take(until: "?>", in: "an instruction")
      } else if starts(with: "<![CDATA["), !open.isEmpty {
        advance(9)
        open[open.count - 1].text += try take(until: "]]>", in: "a CDATA section")
      } else if starts(with: "<!") {
        throw error(.documentType)
      } else if starts(with: "</") {
        try close(&open, &root)
      } else {
        if root != nil { throw error(.expected("nothing more")) }
        try readStart(&open, &root)
      }
    }
    if let last = open.last { throw error(.ended(in: "<\(last.name)>")) }
    guard let root else { throw error(.noElement) }
    return root
  }

  private mutating func readText(into open: inout [XmlElement]) throws(XmlError) {
    guard !open.isEmpty else {
      skipBlanks()
      guard next == nil || next == UInt8(ascii: "<") else { throw error(.expected("an element")) }
      return
    }
    open[open.count - 1].text += try readCharacters { $0 == UInt8(ascii: "<") }
  }

  /// Characters up to one that ends them, entities resolved.
  private mutating func readCharacters(until isEnd: (UInt8) -> Bool) throws(XmlError) -> String {
    var text: [UInt8] = []
    while let byte = next, !isEnd(byte) {
      if byte == UInt8(ascii: "&") {
        text += Array(try readEntity().utf8)
      } else {
        text.append(byte)
        advance()
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `&lt;`, `&#38;`, `&#x26;`.
  private mutating func readEntity() throws(XmlError) -> String {
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: ";"), position - start < 32 {
      guard Self.isNameByte(byte) || byte == UInt8(ascii: "#") else { break }
      position += 1
    }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    guard next == UInt8(ascii: ";") else { throw error(.expected("';' behind '&\(name)'")) }
    position += 1
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value =
        digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      guard let value, value > 0, let scalar = Unicode.Scalar(value) else {
        throw error(.noCharacter(name))
      }
      return String(Character(scalar))
    }
    guard let text = Self.entities[name] else { throw error(.unknownEntity(name)) }
    return text
  }

  private static let entities = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]

  // Tags.

  /// `<name a="b">`, `<name/>`.
  private mutating func readStart(_ open: inout [XmlElement], _ root: inout XmlElement?)
    throws(XmlError)
  {
    let start = line
    advance()
    let name = try readName("an element's name")
    var element = XmlElement(
      name: name.split(separator: ":").last.map(String.init) ?? name, line: start)
    elementCount += 1
    guard elementCount <= Self.most else { throw error(.tooManyElements(limit: Self.most)) }
    while true {
      skipBlanks()
      guard let byte = next else { throw error(.ended(in: "<\(name)>")) }
      if byte == UInt8(ascii: ">") {
        advance()
        guard open.count < Self.deepest else { throw error(.tooDeep(limit: Self.deepest)) }
        open.append(element)
        return
      }
      if starts(with: "/>") {
        advance(2)
        return finish(element, &open, &root)
      }
      try readAttribute(of: &element)
    }
  }

  private mutating func readAttribute(of element: inout XmlElement) throws(XmlError) {
    let name = try readName("an attribute or '>'")
    skipBlanks()
    guard next == UInt8(ascii: "=") else { throw error(.expected("'=' behind '\(name)'")) }
    advance()
    skipBlanks()
    guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw error(.expected("a quoted value of '\(name)'"))
    }
    advance()
    let value = try readCharacters { $0 == quote }
    guard next == quote else { throw error(.ended(in: "the value of '\(name)'")) }
    advance()
    guard element.attributes[name] == nil else { throw error(.twice(attribute: name)) }
    element.attributes[name] = value
  }

  private mutating func close(_ open: inout [XmlElement], _ root: inout XmlElement?)
    throws(XmlError)
  {
    advance(2)
    let name = try readName("an element's name")
    skipBlanks()
    guard next == UInt8(ascii: ">") else { throw error(.expected("'>' behind '</\(name)'")) }
    advance()
    let plain = name.split(separator: ":").last.map(String.init) ?? name
    guard let element = open.popLast() else { throw error(.expected("an element")) }
    guard element.name == plain else {
      throw error(.mismatched(open: element.name, close: plain))
    }
    finish(element, &open, &root)
  }

  private func finish(_ element: XmlElement, _ open: inout [XmlElement], _ root: inout XmlElement?)
  {
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(element)
    }
  }
}
