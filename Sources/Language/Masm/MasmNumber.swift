/// Reading constants.
enum MasmNumber {
  /// A constant and where it ends.
  struct Reading: Equatable {
    var value: UInt64
    var length: Int
    /// Whether a back-tick was written, which turns sign extension off.
    var isSplit: Bool
    /// Whether the number needs more than 64 bits.
    var overflows = false
  }

  /// Reads the constant at the cursor.
  ///
  /// A word that is not a number as a whole is none (`abcx`), unless it starts with a digit, when the
  /// digits are the number and the rest is left (`12zz`).
  static func read(_ line: CommandLine, radix: Int) -> Reading? {
    guard let first = line.next, first.digitValue != nil else { return nil }
    var length = 0
    while let byte = line.peek(length), byte.isWord || byte == UInt8(ascii: "`") { length += 1 }
    if first == UInt8(ascii: "0"), let second = line.peek(1)?.lowercased {
      switch second {
      case UInt8(ascii: "x"): return digits(line, from: 2, radix: 16)
      case UInt8(ascii: "n"): return decimal(line)
      case UInt8(ascii: "t"): return digits(line, from: 2, radix: 8)
      case UInt8(ascii: "y"): return digits(line, from: 2, radix: 2)
      default: break
      }
    }
    let hexadecimal = digits(line, from: 0, radix: 16)
    if hexadecimal.length == length - 1, line.peek(length - 1)?.lowercased == UInt8(ascii: "h") {
      return Reading(
        value: hexadecimal.value, length: length, isSplit: hexadecimal.isSplit,
        overflows: hexadecimal.overflows)
    }
    let plain = digits(line, from: 0, radix: radix)
    guard plain.length == length || first.isDigit && plain.length > 0 else { return nil }
    return plain
  }

  /// Reads what follows `0n`: decimal digits, which may have a minus in front (`0n-1073741811`).
  private static func decimal(_ line: CommandLine) -> Reading {
    guard line.peek(2) == UInt8(ascii: "-"), line.peek(3)?.isDigit == true else {
      return digits(line, from: 2, radix: 10)
    }
    var reading = digits(line, from: 3, radix: 10)
    reading.value = 0 &- reading.value
    return reading
  }

  /// Reads digits of a base from an offset on; none at all read as 0, as after a bare prefix.
  private static func digits(_ line: CommandLine, from start: Int, radix: Int) -> Reading {
    var reading = Reading(value: 0, length: start, isSplit: false)
    while let byte = line.peek(reading.length) {
      if byte == UInt8(ascii: "`") {
        reading.isSplit = true
      } else if let digit = byte.digitValue, digit < radix {
        let (product, overflow) = reading.value.multipliedReportingOverflow(by: UInt64(radix))
        let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
        reading.overflows = reading.overflows || overflow || carry
        reading.value = sum
      } else {
        break
      }
      reading.length += 1
    }
    return reading
  }
}
