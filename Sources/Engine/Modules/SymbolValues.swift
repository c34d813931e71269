/// A symbol that a name led to.
public struct ResolvedSymbol: Sendable {
  public enum Kind: Sendable { case function, data, `public`, label, constant, export }

  public var module: Module
  public var name: String
  /// Its address; for a constant its value.
  public var address: UInt64
  /// Bytes, 0 when unknown.
  public var size: UInt64
  public var kind: Kind
  /// Its type, when the symbol file has it.
  public var type: TypeRef?

  /// `module!name`.
  public var qualifiedName: String { "\(module.name)!\(name)" }
}

/// The symbol nearest below an address.
public struct SymbolAt: Sendable {
  public var module: Module
  public var name: String
  /// How far the address lies after the symbol.
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

/// A type in a module's symbol file.
public struct TypeRef: Sendable {
  public let module: Module
  /// The type's number in the file.
  public let index: UInt32
}
