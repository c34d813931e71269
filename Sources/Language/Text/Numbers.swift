// How the debugger spells numbers.

extension FixedWidthInteger where Self: UnsignedInteger {
  /// Lower-case hexadecimal digits, at least `width` of them.
  public func hex(_ width: Int = 1) -> String {
    String(self, radix: 16).leftPadded(width, with: "0")
  }

  /// Upper-case hexadecimal digits, at least `width` of them.
  public func upperHex(_ width: Int = 1) -> String {
    String(self, radix: 16, uppercase: true).leftPadded(width, with: "0")
  }
}

extension UInt64 {
  /// Two halves of eight digits with a back-tick between them: ``fffff800`01401000``.
  public var split: String {
    "\(UInt32(truncatingIfNeeded: self >> 32).hex(8))`\(UInt32(truncatingIfNeeded: self).hex(8))"
  }

  /// `0x` and digits, split by a back-tick when there are more than eight: the spelling of values
  /// in `dt` and `dv`.
  public var prefixed: String {
    guard self > 0xFFFF_FFFF else { return "0x\(hex())" }
    return "0x\((self >> 32).hex())`\(UInt32(truncatingIfNeeded: self).hex(8))"
  }
}

extension String {
  /// The text with filler in front up to a width.
  public func leftPadded(_ width: Int, with filler: Character = " ") -> String {
    let missing = width - count
    return missing > 0 ? String(repeating: filler, count: missing) + self : self
  }

  /// The text with blanks after it up to a width.
  public func padded(_ width: Int) -> String {
    let missing = width - count
    return missing > 0 ? self + String(repeating: " ", count: missing) : self
  }
}

extension Session {
  /// An address as displays show it: split on a 64-bit target, eight digits on a 32-bit one.
  public func addressText(_ address: UInt64) -> String {
    pointerSize == 8 ? address.split : UInt32(truncatingIfNeeded: address).hex(8)
  }

  /// An address as extensions show it: sixteen or eight digits in one piece.
  public func plainAddress(_ address: UInt64) -> String {
    pointerSize == 8 ? address.hex(16) : UInt32(truncatingIfNeeded: address).hex(8)
  }
}
