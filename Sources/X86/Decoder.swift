/// Turns bytes into instructions.
public enum Decoder {
  /// The longest instruction, in bytes.
  public static let maximumLength = 15

  /// Decodes the instruction at the start of `bytes`; looks at no more than 15 of them.
  ///
  /// Never fails otherwise than in the value: `semantics` is `.invalid` for bytes that are no
  /// instruction (length counts what was looked at, at least 1), and `.truncated` when the
  /// instruction goes on behind the end of fewer than 15 bytes.
  public static func decode(_ bytes: UnsafeRawBufferPointer, mode: Mode) -> Instruction {
    Instruction(bytes.isEmpty ? .truncated : .invalid, length: 1, mode: mode)
  }

  /// Decodes the instruction at the start of an array.
  public static func decode(_ bytes: [UInt8], mode: Mode) -> Instruction {
    bytes.withUnsafeBytes { decode($0, mode: mode) }
  }
}
