/// Numbers as WinDbg's disassembly writes them.
enum HexText {
  /// A number as an assembler reads it: 0-9 plain, otherwise hexadecimal with `h` and with a leading
  /// 0 before a letter: `8`, `10h`, `0E8h`.
  static func number(_ value: UInt64) -> String {
    guard value > 9 else { return String(value) }
    let digits = String(value, radix: 16, uppercase: true)
    let first = digits.utf8.first ?? 0
    return (first > 0x39 ? "0" : "") + digits + "h"
  }

  /// An address in full: 16 digits with a back-tick, 8 digits outside 64-bit mode.
  static func address(_ value: UInt64, mode: Mode) -> String {
    guard mode == .bits64 else { return padded(value & 0xffff_ffff, 8) }
    return padded(value >> 32, 8) + "`" + padded(value & 0xffff_ffff, 8)
  }

  /// Lower-case digits, filled up with zeros.
  static func padded(_ value: UInt64, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
