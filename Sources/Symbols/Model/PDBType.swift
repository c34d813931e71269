/// A type as a PDB describes it, one level deep: what it refers to is named by ``TypeIndex`` and read
/// when it is asked for.
public enum PDBType: Hashable, Sendable {
  /// A type that the language has built in.
  case primitive(Primitive)
  /// A pointer or reference.
  case pointer(PointerType)
  /// An array of one dimension; several dimensions nest.
  case array(ArrayType)
  /// A structure, class, union or interface.
  case record(Record)
  /// An enumeration.
  case enumeration(Enumeration)
  /// Some bits of an integer; only fields have such types.
  case bitField(base: TypeIndex, position: Int, length: Int)
  /// A type with qualifiers.
  case modifier(of: TypeIndex, isConst: Bool, isVolatile: Bool)
  /// A function.
  case procedure(ProcedureType)
  /// A record that this program has no meaning for; `leaf` is its kind as stored.
  case unknown(leaf: UInt16)
}

/// A type that the language has built in.
public struct Primitive: Hashable, Sendable {
  /// What its bits mean.
  public enum Kind: Hashable, Sendable {
    case none, void, hresult
    /// `bool`, `BOOLEAN`-like: any nonzero value is true.
    case boolean
    /// `char`, whose sign nobody states.
    case character
    /// `wchar_t`.
    case wideCharacter
    /// `char8_t`, `char16_t`, `char32_t`.
    case unicode
    /// `signed char` to `__int128`.
    case signed
    /// `unsigned char` to `unsigned __int128`.
    case unsigned
    case float
    case complex
  }

  public var kind: Kind
  /// Bytes.
  public var size: Int
  /// Whether it was spelt `long` rather than `int`, which only names tell apart.
  public var isLong: Bool

  /// Makes a primitive.
  public init(_ kind: Kind, size: Int, isLong: Bool = false) {
    self.kind = kind
    self.size = size
    self.isLong = isLong
  }
}

/// A pointer or reference.
public struct PointerType: Hashable, Sendable {
  /// How it is written.
  public enum Mode: Hashable, Sendable {
    case pointer, reference, rvalueReference, memberData, memberFunction
  }

  public var target: TypeIndex
  /// Bytes of the pointer itself.
  public var size: Int
  public var mode: Mode
  public var isConst: Bool
  public var isVolatile: Bool
}

/// An array of one dimension.
public struct ArrayType: Hashable, Sendable {
  public var element: TypeIndex
  /// Elements; 0 if the array's bound is unknown or the element has no size.
  public var count: UInt64
  /// Bytes of the whole array.
  public var size: UInt64
}

/// A structure, class, union or interface.
public struct Record: Hashable, Sendable {
  /// Which of them.
  public enum Kind: Hashable, Sendable { case structure, `class`, union, interface }

  public var kind: Kind
  /// The name, such as `_EPROCESS`; the compiler makes one up for a type without.
  public var name: String
  /// Bytes.
  public var size: UInt64
  /// How many fields the compiler counted, methods and nested types among them.
  public var fieldCount: Int
  /// The record that lists the fields; ask ``PDB/fields(of:)``.
  public var fieldList: TypeIndex
  /// Whether this only announces the type and no definition was found.
  public var isForwardReference: Bool
  /// Whether the source gave the type no name.
  public var isAnonymous: Bool {
    name.hasPrefix("<") || name.hasPrefix("__unnamed") || name.hasSuffix("::<unnamed-tag>")
      || name.hasSuffix("::__unnamed")
  }
}

/// An enumeration.
public struct Enumeration: Hashable, Sendable {
  public var name: String
  /// The integer type that holds its values.
  public var underlying: TypeIndex
  /// How many values there are.
  public var valueCount: Int
  /// The record that lists the values; ask ``PDB/values(of:)``.
  public var fieldList: TypeIndex
  /// Whether this only announces the type and no definition was found.
  public var isForwardReference: Bool
}

/// A function's type.
public struct ProcedureType: Hashable, Sendable {
  public var returnType: TypeIndex
  /// `CV_call_e`: 0 near C, 4 near fast, 7 near standard, 11 `this` call, 24 vector call.
  public var callingConvention: UInt8
  public var parameters: [TypeIndex]
  /// The class whose method it is, or nil.
  public var classType: TypeIndex?
  /// Whether it takes more arguments than are named.
  public var isVariadic: Bool
}

/// One thing that a structure, class or union holds.
public struct Field: Hashable, Sendable {
  /// What it is.
  public enum Kind: Hashable, Sendable {
    case member
    /// A base class.
    case base
    /// A base class that is found through a table.
    case virtualBase
    /// A static member, which has no offset.
    case `static`
    /// The pointer to the virtual functions' table.
    case virtualTable
  }

  public var kind: Kind
  /// The name; of a base class, the class's.
  public var name: String
  /// The type; ask ``PDB/type(_:)``, which shows a bit field as ``PDBType/bitField(base:position:length:)``.
  public var type: TypeIndex
  /// Bytes from the beginning of the record. Members of anonymous unions and structures stand among
  /// the fields of the record that holds those, at their offsets in it.
  public var offset: UInt64
}

/// A type declared inside a record, or an alias that is.
public struct NestedType: Hashable, Sendable {
  public var name: String
  public var type: TypeIndex
}

/// A named value of an enumeration.
public struct EnumerationValue: Hashable, Sendable {
  public var name: String
  public var value: Constant

  /// Makes a value.
  public init(name: String, value: Constant) {
    self.name = name
    self.value = value
  }
}

/// An integer as a PDB stores it, with a sign or without.
public enum Constant: Hashable, Sendable {
  case signed(Int64)
  case unsigned(UInt64)

  /// The 64 bits, a negative number in two's complement.
  public var bits: UInt64 {
    switch self {
    case .signed(let value): UInt64(bitPattern: value)
    case .unsigned(let value): value
    }
  }
}
