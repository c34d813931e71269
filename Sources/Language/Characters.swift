/// Classes of ASCII characters in the command language; bytes above 7Fh belong to none of them.
extension UInt8 {
  /// A blank or a tab. A run of them counts as one between arguments.
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// A blank, a tab or the end of a line.
  var isSpace: Bool { isBlank || self == 0x0A || self == 0x0D }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  /// May stand inside a symbol's or register's name after its first character.
  var isWord: Bool {
    isLetter || isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "$")
      || self == UInt8(ascii: "@") || self == UInt8(ascii: "?") || self >= 0x80
  }

  /// The same letter in lower case, or the byte itself.
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  /// The value of this character as a digit in bases up to 36.
  var digitValue: Int? {
    if isDigit { return Int(self &- 0x30) }
    if isLetter { return Int((self | 0x20) &- 0x61) + 10 }
    return nil
  }
}
