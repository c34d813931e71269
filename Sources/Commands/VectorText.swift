import Engine
import Language

/// How the elements of a vector register are written: `:ud`, `:4f`.
struct ElementType {
  /// ib ub iw uw id ud iq uq f d.
  let name: String
  /// How many elements are shown, from the lowest on; nil for all.
  let count: Int?

  /// Bytes of an element by type.
  static let sizes = [
    "ib": 1, "ub": 1, "iw": 2, "uw": 2, "id": 4, "ud": 4, "iq": 8, "uq": 8, "f": 4, "d": 8,
  ]

  /// Reads what follows the colon; nil when it names no type.
  init?(_ line: inout CommandLine) {
    count = Int(line.take { (0x30...0x39).contains($0) })
    name = line.take { $0.isRegisterCharacter }
    guard Self.sizes[name] != nil else { return nil }
  }
}

/// A vector register's bytes, to be shown and set by elements; the highest element comes first.
struct VectorText {
  /// From the lowest on: 8, 16 or 32.
  private var bytes: [UInt8]

  /// The register's value; nil when it is no vector.
  init?(_ register: RegisterName, _ context: Context) {
    var words: [UInt64]
    switch register.storage {
    case .vector(let number): words = [context.xmm(number).low, context.xmm(number).high]
    case .wide(let number):
      let (low, high) = (context.xmm(number), context.ymmHigh(number))
      words = [low.low, low.high, high.low, high.high]
    case .mm(let number): words = [context.st(number).mantissa]
    default: return nil
    }
    bytes = words.flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
    }
  }

  /// Puts the bytes back.
  func store(_ register: RegisterName, in context: inout Context) {
    let words = stride(from: 0, to: bytes.count, by: 8).map { element($0, 8) }
    switch register.storage {
    case .vector(let number): context.setXMM(number, low: words[0], high: words[1])
    case .wide(let number):
      context.setXMM(number, low: words[0], high: words[1])
      context.setYMMHigh(number, low: words[2], high: words[3])
    // As every MMX instruction does, it leaves sign and exponent all ones.
    case .mm(let number): context.setST(number, mantissa: words[0], signExponent: 0xFFFF)
    default: break
    }
  }

  /// All of it as one number.
  var hex: String { bytes.reversed().map { $0.hex(2) }.joined() }

  /// The lowest `count` elements; nil for an unknown type.
  func text(_ type: String, _ count: Int? = nil) -> String? {
    guard let size = ElementType.sizes[type] else { return nil }
    let elements = stride(from: 0, to: bytes.count, by: size).map {
      Self.text(element($0, size), type, size)
    }
    return elements.prefix(count ?? elements.count).reversed().joined(separator: " ")
  }

  private func element(_ offset: Int, _ size: Int) -> UInt64 {
    (0..<size).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64($1 * 8) }
  }

  private static func text(_ bits: UInt64, _ type: String, _ size: Int) -> String {
    switch type {
    case "f": FloatText.general(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    case "d": FloatText.general(Double(bitPattern: bits))
    case "ib", "iw", "id", "iq":
      String(Int64(bitPattern: bits << UInt64(64 - size * 8)) >> Int64(64 - size * 8))
    default: bits.hex(size * 2)
    }
  }

  /// Reads a new value: elements of the type, as many as there are, or fewer for the lowest ones.
  ///
  /// Without a type, one number is the whole register, by more hexadecimal digits than an expression
  /// may have if need be; several share it equally.
  ///
  /// - Returns: false when the text has no value or too many.
  mutating func take(
    _ line: inout CommandLine, _ type: ElementType?, _ session: Session
  ) throws -> Bool {
    if type == nil, let digits = Self.takeLongNumber(&line, bytes.count * 2) {
      for index in bytes.indices { bytes[index] = digits[index] }
      return true
    }
    var values: [UInt64] = []
    repeat {
      switch type?.name {
      case "f"?:
        guard let value = FloatingPointText.takeDouble(&line) else { return false }
        values.append(UInt64(Float(value).bitPattern))
      case "d"?:
        guard let value = FloatingPointText.takeDouble(&line) else { return false }
        values.append(value.bitPattern)
      default: values.append(try session.evaluate(&line))
      }
      line.skipBlanks()
    } while line.position < line.limit && line.next?.startsNumber == true
    let shared = values.count == 1 ? 8 : bytes.count / values.count
    let size = type.flatMap { ElementType.sizes[$0.name] } ?? shared
    let fits = type != nil || values.count == 1 || values.count * size == bytes.count
    guard fits, [1, 2, 4, 8].contains(size), values.count * size <= bytes.count else {
      return false
    }
    if type == nil { for index in bytes.indices { bytes[index] = 0 } }
    for (index, value) in values.reversed().enumerated() {
      for byte in 0..<size {
        bytes[index * size + byte] = UInt8(truncatingIfNeeded: value >> UInt64(byte * 8))
      }
    }
    return true
  }

  /// A number of more than 16 hexadecimal digits, as bytes from the lowest on.
  private static func takeLongNumber(_ line: inout CommandLine, _ limit: Int) -> [UInt8]? {
    var rest = line
    _ = rest.take("0x")
    let text = rest.take { $0.hexValue != nil }
    guard text.utf8.count > 16, text.utf8.count <= limit else { return nil }
    line.position = rest.position
    let digits = text.utf8.reversed().compactMap(\.hexValue)
    return (0..<limit / 2).map { index in
      let low = index * 2 < digits.count ? digits[index * 2] : 0
      let high = index * 2 + 1 < digits.count ? digits[index * 2 + 1] : 0
      return low | high << 4
    }
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  fileprivate var hexValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }

  /// Whether a further element may begin with it: a digit, a sign, a parenthesis or a register.
  fileprivate var startsNumber: Bool {
    (0x30...0x39).contains(self) || "+-(.@".utf8.contains(self)
  }
}
