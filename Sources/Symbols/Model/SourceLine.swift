/// The code that a line of source became, or a part of it.
public struct SourceLine: Hashable, Sendable {
  /// The file's path as the compiler wrote it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// Offset of the first byte from the image's base.
  public var rva: UInt32
  /// Bytes of code.
  public var length: UInt32
  /// Whether the compiler says that a statement begins here; clang says so of no line.
  public var isStatement: Bool
}
