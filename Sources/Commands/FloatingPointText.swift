import Foundation
import Language

/// x87 registers as a person reads and writes them.
enum FloatingPointText {
  typealias Extended = (mantissa: UInt64, signExponent: UInt16)

  /// ``1.5 (0:3fff:c000000000000000)``: the number, then sign, exponent and significand.
  static func text(_ value: Extended) -> String {
    let sign = value.signExponent >> 15
    let exponent = UInt64(value.signExponent & 0x7FFF)
    return "\(FloatText.general(double(value), digits: 17)) "
      + "(\(sign):\(exponent.hex(4)):\(value.mantissa.hex(16)))"
  }

  /// The nearest double.
  static func double(_ value: Extended) -> Double {
    let isNegative = value.signExponent >> 15 != 0
    let exponent = Int(value.signExponent & 0x7FFF)
    let fraction = value.mantissa & 0x7FFF_FFFF_FFFF_FFFF
    if exponent == 0x7FFF {
      guard fraction == 0 else {
        let isIndefinite = isNegative && fraction == 0x4000_0000_0000_0000
        return isIndefinite ? Double(bitPattern: 0xFFF8_0000_0000_0000) : .nan
      }
      return isNegative ? -.infinity : .infinity
    }
    let size = scalbn(Double(value.mantissa), max(1, exponent) - 16383 - 63)
    return isNegative ? -size : size
  }

  /// A double in 80 bits; every double has its exact counterpart.
  static func extended(_ value: Double) -> Extended {
    let sign: UInt16 = value.sign == .minus ? 0x8000 : 0
    if value.isNaN { return (0xC000_0000_0000_0000, sign | 0x7FFF) }
    if value.isInfinite { return (1 << 63, sign | 0x7FFF) }
    if value.isZero { return (0, sign) }
    let significand = UInt64(scalbn(value.significand, 63))
    return (significand, sign | UInt16(truncatingIfNeeded: Int(value.exponent) + 16383))
  }

  /// Reads a decimal number, or sign, exponent and significand in hexadecimal with colons between
  /// them; the sign may be part of the exponent.
  static func take(_ line: inout CommandLine) -> Extended? {
    var rest = line
    let parts = rest.take { !$0.isSpace && $0 != UInt8(ascii: ",") }
      .split(separator: ":", omittingEmptySubsequences: false).map { UInt64($0, radix: 16) }
    if parts.count >= 2, parts.count <= 3, let mantissa = parts[parts.count - 1],
      let exponent = parts[parts.count - 2], exponent <= 0xFFFF,
      let sign = parts.count == 3 ? parts[0] : 0, sign <= 1
    {
      line.position = rest.position
      return (mantissa, UInt16(truncatingIfNeeded: exponent | sign << 15))
    }
    return takeDouble(&line).map(extended)
  }

  /// Reads a decimal number.
  static func takeDouble(_ line: inout CommandLine) -> Double? {
    line.skipBlanks()
    var rest = line
    let text = rest.take { !$0.isSpace && $0 != UInt8(ascii: ",") }
    guard let value = Double(text) else { return nil }
    line.position = rest.position
    return value
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 }
}
