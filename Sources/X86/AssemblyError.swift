/// Why a line cannot be assembled, and where in the line the reason stands.
public struct AssemblyError: Error, Equatable, Sendable {
  /// The reason.
  public let reason: Reason
  /// The byte of the line at which it stands.
  public let offset: Int

  /// What is wrong.
  public enum Reason: Sendable, CaseIterable {
    /// The mnemonic is none, not in this mode, or not after the prefix.
    case badOpcode
    /// The text is no operand: brackets that do not close, two index registers...
    case syntax
    /// No form of the instruction takes such an operand, or an operand is missing.
    case operand
    /// Nothing says how many bytes of memory are meant.
    case size
    /// More operands than any form of the instruction has, or text after an operand.
    case extraCharacters
    /// A register that cannot stand here.
    case badRegister
    /// A number that does not fit.
    case overflow
    /// A branch that does not reach its target.
    case range
  }

  /// An error at a byte of the line.
  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
