/// Text under way, as bytes of ASCII (and UTF-8 in symbols' names).
struct TextBuffer {
  var bytes: [UInt8]

  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// A number as an assembler reads it; see `HexText.number`.
  mutating func appendNumber(_ value: UInt64) {
    guard value > 9 else {
      bytes.append(0x30 | UInt8(truncatingIfNeeded: value))
      return
    }
    let width = (67 &- value.leadingZeroBitCount) / 4
    if value >> UInt64((width &- 1) * 4) > 9 { bytes.append(0x30) }
    appendDigits(value, width, letters: 0x41)
    bytes.append(0x68)
  }

  /// The low digits of a number, with zeros before them; letters begin with `letters` (a or A).
  mutating func appendDigits(_ value: UInt64, _ width: Int, letters: UInt8 = 0x61) {
    var shift = width * 4
    while shift > 0 {
      shift -= 4
      let digit = UInt8(truncatingIfNeeded: value &>> UInt64(truncatingIfNeeded: shift)) & 15
      bytes.append(digit < 10 ? 0x30 | digit : letters &- 10 &+ digit)
    }
  }

  /// An address in full; see `HexText.address`.
  mutating func appendAddress(_ value: UInt64, mode: Mode) {
    if mode == .bits64 {
      appendDigits(value >> 32, 8)
      bytes.append(0x60)
    }
    appendDigits(value & 0xffff_ffff, 8)
  }
}
