/// The number by which a PDB's records refer to a type.
///
/// Numbers below 1000h are the simple types, which need no record: the low byte says which, the next
/// four bits whether it is a pointer to it and of what kind. Facts: llvm.org/docs/PDB/TpiStream.html.
public struct TypeIndex: Hashable, Comparable, Sendable {
  public var rawValue: UInt32

  /// Wraps a stored number.
  public init(_ rawValue: UInt32) { self.rawValue = rawValue }

  /// The first number that has a record.
  public static let firstRecord: UInt32 = 0x1000
  /// No type: what symbols without one hold.
  public static let none = TypeIndex(0)
  /// `void`.
  public static let void = TypeIndex(3)
  /// Whether this is a simple type.
  public var isSimple: Bool { rawValue < Self.firstRecord }

  public static func < (left: TypeIndex, right: TypeIndex) -> Bool {
    left.rawValue < right.rawValue
  }
}
