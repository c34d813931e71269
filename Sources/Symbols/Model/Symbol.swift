/// A named place or value of an image.
public struct Symbol: Hashable, Sendable {
  /// What the name stands for.
  public enum Kind: Hashable, Sendable {
    /// A function with its own record (`S_GPROC32`, `S_LPROC32`, ...).
    case function
    /// A variable (`S_GDATA32`, `S_LDATA32`).
    case data
    /// A variable of each thread (`S_GTHREAD32`, `S_LTHREAD32`); `rva` counts in the TLS section.
    case threadData
    /// A public name of code, which knows neither type nor size (`S_PUB32`).
    case publicFunction
    /// A public name of anything else (`S_PUB32`).
    case publicData
    /// A label in code (`S_LABEL32`).
    case label
    /// A constant, which has no address (`S_CONSTANT`).
    case constant(Constant)
    /// A name for a type (`S_UDT`).
    case typedef
  }

  /// The name as the linker knows it; public names may be decorated.
  public var name: String
  public var kind: Kind
  /// Offset from the image's base, or nil if the symbol has no address.
  public var rva: UInt32?
  /// Number of the section that it lies in, from 1; 0 if none.
  public var section: UInt16
  /// Offset in that section.
  public var offset: UInt32
  /// Its type, or nil if unknown.
  public var type: TypeIndex?
  /// Bytes of a function, or nil if unknown.
  public var size: UInt32?
  /// Whether only its own source file knows it (`static`).
  public var isLocal: Bool
}

/// Which symbols a search is for.
public struct SymbolKinds: OptionSet, Sendable {
  public var rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let functions = SymbolKinds(rawValue: 1)
  /// Variables, those of threads too.
  public static let data = SymbolKinds(rawValue: 2)
  public static let publics = SymbolKinds(rawValue: 4)
  public static let constants = SymbolKinds(rawValue: 8)
  public static let typedefs = SymbolKinds(rawValue: 16)

  /// Whatever has an address.
  public static let addresses: SymbolKinds = [.functions, .data, .publics]
  public static let all: SymbolKinds = [.functions, .data, .publics, .constants, .typedefs]
}
