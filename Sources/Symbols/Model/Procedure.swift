/// A function as its module's symbols describe it.
public struct Procedure: Hashable, Sendable {
  public var name: String
  /// Offset of the first byte from the image's base.
  public var rva: UInt32
  /// Bytes of code.
  public var length: UInt32
  /// Its type, or nil if unknown.
  public var type: TypeIndex?
  /// Offset from `rva` of the first instruction behind the prolog.
  public var debugStart: UInt32
  /// Offset from `rva` of the epilog.
  public var debugEnd: UInt32
  /// Whether only its own source file knows it.
  public var isLocal: Bool
  /// The index of the module (object file) whose symbols describe it.
  public var module: Int
  /// Offset of its record in that module's symbols.
  public var recordOffset: UInt32

  /// Whether `rva` lies in the function.
  public func contains(rva: UInt32) -> Bool { rva >= self.rva && rva - self.rva < length }
}

/// A parameter or variable of a function.
public struct Local: Hashable, Sendable {
  public var name: String
  public var type: TypeIndex
  public var isParameter: Bool
  public var location: Location

  /// Where the value is, at the address for which the locals were asked.
  public enum Location: Hashable, Sendable {
    /// In a register.
    case register(CVRegister)
    /// In memory, at the register's value plus `offset`.
    case registerRelative(CVRegister, offset: Int32)
    /// In memory, at the frame pointer plus `offset`, where nothing says which register that is.
    case framePointerRelative(offset: Int32)
    /// In memory, at a fixed place of the image (a `static` variable).
    case image(rva: UInt32)
    /// In parts: each at `offset` bytes of the value.
    case pieces([Piece])
    /// Nowhere: the compiler keeps no copy here.
    case unavailable
    /// A constant, which is nowhere.
    case constant(Constant)
  }

  /// Where a part of a value is.
  public struct Piece: Hashable, Sendable {
    /// Bytes from the beginning of the value.
    public var offset: Int
    public var location: Location
  }
}

/// A call that the compiler replaced by the function's body, as it covers an address.
public struct InlineSite: Hashable, Sendable {
  /// The name of the function whose body stands there.
  public var name: String
  /// That function's type, or nil if unknown.
  public var type: TypeIndex?
  /// The file and line of the function's text that the address belongs to, or nil if unknown.
  public var file: String?
  public var line: Int?
  /// Offset of the site's first byte from the image's base.
  public var rva: UInt32
  /// The ranges of code that belong to it, from the image's base.
  public var ranges: [Range<UInt32>]
  /// How many inlined calls it is inside of; the outermost has 0.
  public var depth: Int
  /// Offset of its record in the module's symbols.
  public var recordOffset: UInt32
}
