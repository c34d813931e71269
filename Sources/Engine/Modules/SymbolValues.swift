import Symbols

/// A symbol that a name led to.
public struct ResolvedSymbol {
  public enum Kind: Equatable, Sendable {
    case function, data, threadData, `public`, label, export
    /// A constant; `address` is its value.
    case constant
    /// A module's own name; `address` is its base.
    case module
  }

  public var module: Module
  public var name: String
  /// Its address; for a constant its value, for thread data an offset in the TLS block.
  public var address: UInt64
  /// Bytes, 0 when unknown.
  public var size: UInt64
  public var kind: Kind
  /// Its type, when the symbol file has it.
  public var type: TypeRef?
  /// Whether only its own source file knows it (`static`).
  public var isLocal: Bool

  /// `module!name`.
  public var qualifiedName: String { kind == .module ? name : "\(module.name)!\(name)" }
}

/// The symbol nearest below an address.
public struct SymbolAt {
  public var module: Module
  /// Empty when the module has no symbol at or below the address.
  public var name: String
  /// How far the address lies after the symbol, or after the module's base without one.
  public var displacement: UInt64
  /// Where the symbol begins.
  public var address: UInt64

  /// `module!name`, or the module alone when it has no symbol there.
  public var qualifiedName: String { name.isEmpty ? module.name : "\(module.name)!\(name)" }
}

/// A place in a source file.
public struct SourceLocation: Equatable, Sendable {
  public var file: String
  public var line: Int
  /// The code of this line that contains the address asked for.
  public var addresses: Range<UInt64>
}
