import Engine
import Foundation
import Language

/// Carries out `.printf`: goes through the format and reads an argument where a conversion needs one.
struct PrintFormatter {
  private var line: CommandLine
  private let format: [UInt8]
  private let session: Session
  private var position = 0
  /// Whether the text has tags (`/D`).
  private var isMarkup = false

  private static let colours: Set<String> = [
    "/od", "/oD", "/oe", "/on", "/op", "/oP", "/os", "/ov", "/ow",
  ]

  /// Reads the options and the format; the arguments stay to be read.
  init(reading line: CommandLine, _ session: Session) throws(CommandError) {
    self.line = line
    self.session = session
    self.line.skipBlanks()
    while self.line.next == UInt8(ascii: "/") {
      let start = self.line.position
      let option = self.line.takeWord()
      // The options of colour tell where a text comes from, not what it says.
      guard option == "/D" || Self.colours.contains(option) else {
        throw line.rejected(.syntax, at: start)
      }
      if option == "/D" { isMarkup = true }
      self.line.skipBlanks()
    }
    let start = self.line.position
    guard let text = self.line.takeQuoted() else { throw line.rejected(.syntax, at: start) }
    format = Array(text.utf8)
  }

  /// The text of the whole format. Refuses arguments that are left over.
  mutating func text() throws -> String {
    var result = ""
    var literal: [UInt8] = []
    while position < format.count {
      let byte = format[position]
      position += 1
      guard byte == UInt8(ascii: "%") else {
        literal.append(byte)
        continue
      }
      result += String(decoding: literal, as: UTF8.self)
      literal = []
      result += try conversion()
    }
    line.skipSeparators()
    try line.expectEnd()
    result += String(decoding: literal, as: UTF8.self)
    return isMarkup ? DebuggerMarkup.plain(result) : result
  }

  /// One conversion, the cursor being after its percent sign.
  private mutating func conversion() throws -> String {
    var flags = take { "-+ #0".utf8.contains($0) }
    var width = try takeCount() ?? 0
    if width < 0 {
      flags += "-"
      width = -width
    }
    var precision: Int?
    if peek == UInt8(ascii: ".") {
      position += 1
      precision = max(0, try takeCount() ?? 0)
    }
    let size = takeSize()
    guard let letter = peek else { return "%" }
    position += 1
    var text = try convert(letter, size, flags: flags, precision: precision)
    // A pointer has all its digits unless a width is given.
    if letter == UInt8(ascii: "p"), width > 0 { text = String(text.drop { $0 == "0" }) }
    if text.isEmpty, letter == UInt8(ascii: "p") { text = "0" }
    if flags.contains("-") { return text.padded(width) }
    let isNumber = "diuxXopN".utf8.contains(letter)
    guard flags.contains("0"), isNumber, precision == nil else { return text.leftPadded(width) }
    return text.hasPrefix("-")
      ? "-" + String(text.dropFirst()).leftPadded(width - 1, with: "0")
      : text.leftPadded(width, with: "0")
  }

  /// A width or a precision: digits, or `*` for an argument's value. At most 4096.
  private mutating func takeCount() throws -> Int? {
    guard peek == UInt8(ascii: "*") else {
      return Int(take { (0x30...0x39).contains($0) }).map { min($0, 4096) }
    }
    position += 1
    return min(max(Int(Int32(truncatingIfNeeded: try argument())), -4096), 4096)
  }

  private var peek: UInt8? { position < format.count ? format[position] : nil }

  private mutating func take(while condition: (UInt8) -> Bool) -> String {
    let start = position
    while let byte = peek, condition(byte) { position += 1 }
    return String(decoding: format[start..<position], as: UTF8.self)
  }

  /// The size prefix: `h`, `hh`, `l`, `ll`, `I64`, `I`, `w`, or the `m` of memory strings.
  private mutating func takeSize() -> String {
    for prefix in ["I64", "I32", "ms", "hh", "ll", "h", "l", "I", "w", "m"]
    where format[position...].starts(with: prefix.utf8) {
      position += prefix.utf8.count
      return prefix
    }
    return ""
  }

  private mutating func argument() throws -> UInt64 {
    line.skipSeparators()
    return try session.evaluate(&line)
  }

  private mutating func convert(_ letter: UInt8, _ size: String, flags: String, precision: Int?)
    throws -> String
  {
    switch letter {
    case UInt8(ascii: "%"): return "%"
    case UInt8(ascii: "a") where size == "m" || size == "ms":
      return try memoryText(unit: 1, isCounted: size == "ms", precision)
    case UInt8(ascii: "u") where size == "m" || size == "ms":
      return try memoryText(unit: 2, isCounted: size == "ms", precision)
    case UInt8(ascii: "d"), UInt8(ascii: "i"):
      let value = Self.signed(try argument(), size)
      let sign = value < 0 ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : ""
      return sign + digits(value.magnitude, 10, precision)
    case UInt8(ascii: "u"): return digits(Self.unsigned(try argument(), size), 10, precision)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      let value = Self.unsigned(try argument(), size)
      let text = digits(value, 16, precision)
      let whole = flags.contains("#") && value != 0 ? "0x\(text)" : text
      return letter == UInt8(ascii: "X") ? whole.uppercased() : whole
    case UInt8(ascii: "o"):
      let text = digits(Self.unsigned(try argument(), size), 8, precision)
      return flags.contains("#") && !text.hasPrefix("0") ? "0\(text)" : text
    case UInt8(ascii: "c"):
      let value = try argument()
      return UnicodeScalar(UInt32(value & 0xFFFF)).map { String(Character($0)) } ?? "?"
    case UInt8(ascii: "p"): return session.plainAddress(try argument())
    case UInt8(ascii: "N"): return try argument().hex(16)
    case UInt8(ascii: "y"): return symbol(try argument(), withLine: size == "l")
    case UInt8(ascii: "f"), UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "E"),
      UInt8(ascii: "G"):
      return floating(try argument(), letter, isDouble: size == "l" || size == "I64", precision)
    default:
      return "%" + String(UnicodeScalar(letter))
    }
  }

  private func digits(_ value: UInt64, _ radix: Int, _ precision: Int?) -> String {
    String(value, radix: radix).leftPadded(precision ?? 1, with: "0")
  }

  private static func unsigned(_ value: UInt64, _ size: String) -> UInt64 {
    switch size {
    case "I64", "ll", "I": value
    case "h": value & 0xFFFF
    case "hh": value & 0xFF
    default: value & 0xFFFF_FFFF
    }
  }

  private static func signed(_ value: UInt64, _ size: String) -> Int64 {
    switch size {
    case "I64", "ll", "I": Int64(bitPattern: value)
    case "h": Int64(Int16(truncatingIfNeeded: value))
    case "hh": Int64(Int8(truncatingIfNeeded: value))
    default: Int64(Int32(truncatingIfNeeded: value))
    }
  }

  private func floating(_ bits: UInt64, _ letter: UInt8, isDouble: Bool, _ precision: Int?)
    -> String
  {
    let value =
      isDouble
      ? Double(bitPattern: bits) : Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    guard value.isFinite else { return FloatText.general(value) }
    return FloatText.exponents(String(format: "%.\(precision ?? 6)\(UnicodeScalar(letter))", value))
  }

  private func symbol(_ address: UInt64, withLine: Bool) -> String {
    guard let name = session.symbolText(address) else { return session.addressText(address) }
    let line = withLine ? session.sourceText(address).map { " [\($0)]" } ?? "" : ""
    return "\(name)\(line) (\(session.addressText(address)))"
  }

  /// Text in the target: up to a zero, or as long as the structure that counts it says.
  private mutating func memoryText(unit: Int, isCounted: Bool, _ precision: Int?) throws -> String {
    var address = try argument()
    var limit = precision ?? 4096
    if isCounted {
      limit = Int(try session.debugger.readUInt(address, 2)) / unit
      address = try session.debugger.readPointer(address &+ UInt64(session.pointerSize))
    }
    if unit == 1 {
      let bytes = try session.debugger.readCString(address, limit: limit)
      return String(decoding: bytes, as: UTF8.self)
    }
    var units: [UInt16] = []
    while units.count < limit {
      let value = try session.debugger.readUInt(address &+ UInt64(units.count * 2), 2)
      if value == 0 { break }
      units.append(UInt16(truncatingIfNeeded: value))
    }
    return String(decoding: units, as: UTF16.self)
  }
}
