/// Hexadecimal numbers as strings.
enum HexText {
  /// Lower-case digits, filled up with zeros.
  static func padded(_ value: UInt64, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
