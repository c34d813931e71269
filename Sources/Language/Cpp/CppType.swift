import Engine
import Symbols

/// A type as the C++ evaluator handles it: one of a symbol file, or one made by a cast or an operator.
public enum CppType: Equatable {
  /// A type that the language has built in.
  case primitive(Primitive)
  /// A pointer of so many bytes.
  indirect case pointer(to: CppType, size: Int)
  /// An array of one dimension.
  indirect case array(of: CppType, count: UInt64)
  /// A type of a module's symbol file.
  case known(TypeRef)

  /// What a type is, one level deep, whichever way it came about.
  public enum Shape {
    case primitive(Primitive)
    case pointer(to: CppType, size: Int)
    /// A C++ reference: its uses mean what it refers to.
    case reference(to: CppType, size: Int)
    case array(of: CppType, count: UInt64)
    case record(TypeRef, Record)
    case enumeration(TypeRef, Enumeration)
    case bitField(of: CppType, position: Int, length: Int)
    case function(TypeRef, ProcedureType)
    case unknown
  }

  /// What the type is, qualifiers aside.
  public var shape: Shape {
    switch self {
    case .primitive(let primitive): return .primitive(primitive)
    case .pointer(let target, let size): return .pointer(to: target, size: size)
    case .array(let element, let count): return .array(of: element, count: count)
    case .known(let type):
      let plain = type.unqualified
      switch plain.definition {
      case .primitive(let primitive): return .primitive(primitive)
      case .pointer(let pointer):
        let target = CppType.known(plain.sibling(pointer.target))
        switch pointer.mode {
        case .pointer: return .pointer(to: target, size: pointer.size)
        case .reference, .rvalueReference: return .reference(to: target, size: pointer.size)
        case .memberData, .memberFunction: return .unknown
        }
      case .array(let array):
        return .array(of: .known(plain.sibling(array.element)), count: array.count)
      case .record(let record): return .record(plain, record)
      case .enumeration(let enumeration): return .enumeration(plain, enumeration)
      case .bitField(let base, let position, let length):
        return .bitField(of: .known(plain.sibling(base)), position: position, length: length)
      case .procedure(let procedure): return .function(plain, procedure)
      case .modifier, .unknown: return .unknown
      }
    }
  }

  /// Bytes that a value takes; 0 for `void` and functions.
  public var size: UInt64 {
    switch self {
    case .primitive(let primitive): UInt64(primitive.size)
    case .pointer(_, let size): UInt64(size)
    case .array(let element, let count):
      count.multipliedReportingOverflow(by: element.size).partialValue
    case .known(let type): type.size
    }
  }

  /// The record behind the type; nil for anything else.
  public var record: TypeRef? {
    if case .record(let type, _) = shape { return type }
    return nil
  }

  /// The primitive that computing with values of the type uses: its own, or that of an enumeration or
  /// bit field; nil for pointers, records and the like.
  var arithmetic: Primitive? {
    switch shape {
    case .primitive(let primitive): return primitive.isNumber ? primitive : nil
    case .enumeration(let type, let enumeration):
      return CppType.known(type.sibling(enumeration.underlying)).arithmetic
    case .bitField(let base, _, _): return base.arithmetic
    default: return nil
    }
  }
}

extension CppType {
  static var void: CppType { .primitive(Primitive(.void, size: 0)) }
  static var bool: CppType { .primitive(Primitive(.boolean, size: 1)) }
  static var char: CppType { .primitive(Primitive(.character, size: 1)) }
  static var unsignedChar: CppType { .primitive(Primitive(.unsigned, size: 1)) }
  static var wideChar: CppType { .primitive(Primitive(.wideCharacter, size: 2)) }
  static var int: CppType { .primitive(Primitive(.signed, size: 4)) }
  static var unsignedInt: CppType { .primitive(Primitive(.unsigned, size: 4)) }
  static var long: CppType { .primitive(Primitive(.signed, size: 4, isLong: true)) }
  static var unsignedLong: CppType { .primitive(Primitive(.unsigned, size: 4, isLong: true)) }
  static var int64: CppType { .primitive(Primitive(.signed, size: 8)) }
  static var unsignedInt64: CppType { .primitive(Primitive(.unsigned, size: 8)) }
  static var float: CppType { .primitive(Primitive(.float, size: 4)) }
  static var double: CppType { .primitive(Primitive(.float, size: 8)) }
}

extension Primitive {
  /// Whether its values are numbers that fit 64 bits.
  var isNumber: Bool {
    switch kind {
    case .none, .void, .complex: false
    case .float: size == 4 || size == 8
    default: size > 0 && size <= 8
    }
  }

  /// Whether its values are floating-point numbers.
  var isFloating: Bool { kind == .float }

  /// Whether its values have a sign.
  var isSigned: Bool { kind == .signed || kind == .character || kind == .float || kind == .hresult }
}
