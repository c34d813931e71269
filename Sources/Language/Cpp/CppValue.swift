import Engine
import Symbols

/// A value of the C++ evaluator, or a place that holds one.
public struct CppValue {
  /// Where the value is.
  public enum Place: Equatable {
    /// At hand: the bits of a number or pointer, zero-extended from its size.
    case bits(UInt64)
    /// At hand: a floating-point number.
    case real(Double)
    /// In the target's memory: an lvalue.
    case memory(UInt64)
    /// In a register of the current frame: an lvalue without an address.
    case register(RegisterName)
  }

  public var type: CppType
  public var place: Place
  /// Whose memory it is in or points into; nil follows the debugger's scope.
  public var space: AddressSpace?

  /// A value of a type at a place.
  public init(_ type: CppType, _ place: Place, space: AddressSpace? = nil) {
    self.type = type
    self.place = place
    self.space = space
  }

  /// A number or pointer at hand, cut to the size of its type.
  public init(_ type: CppType, bits: UInt64, space: AddressSpace? = nil) {
    self.type = type
    place = .bits(bits & Self.mask(type.size))
    self.space = space
  }

  /// `true` or `false`.
  static func truth(_ value: Bool) -> CppValue { CppValue(.bool, bits: value ? 1 : 0) }

  /// The address, when the value is in memory.
  public var address: UInt64? {
    if case .memory(let address) = place { return address }
    return nil
  }

  /// The low bits that so many bytes have.
  static func mask(_ size: UInt64) -> UInt64 {
    size >= 8 ? .max : (1 << (size * 8)) - 1
  }

  /// Bits of a size extended by their sign.
  static func signed(_ bits: UInt64, size: UInt64) -> Int64 {
    guard size > 0, size < 8 else { return Int64(bitPattern: bits) }
    let unused = 64 - size * 8
    return Int64(bitPattern: bits << unused) >> Int64(unused)
  }
}
