import Engine
import Language
import Symbols

/// Types in words: as C spells them, and as `dt` does.
enum TypeText {
  /// Types nested deeper than this are cut off.
  private static let deepest = 12

  /// `unsigned long`, `struct _IRP *`, `char [16]`.
  static func c(_ type: TypeRef) -> String { CppType.known(type).name }

  static func keyword(_ kind: Record.Kind) -> String { CppType.keyword(kind) }

  /// A type as `dt` names that of a local: `_EPROCESS*`, `unsigned long`.
  static func short(_ type: TypeRef) -> String {
    switch type.unqualified.definition {
    case .pointer(let pointer): short(type.sibling(pointer.target)) + "*"
    case .record(let record): record.name
    case .enumeration(let enumeration): enumeration.name
    default: c(type)
    }
  }

  /// A type as `dt -v` has it: `struct _LIST_ENTRY, 2 elements, 0x10 bytes`, `Ptr64 to ...`.
  static func verbose(_ type: TypeRef, _ depth: Int = 0) -> String {
    guard depth < deepest else { return "..." }
    switch type.unqualified.definition {
    case .record(let record): return verbose(record)
    case .enumeration(let enumeration):
      return "Enum \(enumeration.name),  \(enumeration.valueCount) total enums"
    case .pointer(let pointer):
      let target = type.sibling(pointer.target)
      if case .procedure = target.unqualified.definition { return dt(type) }
      return "Ptr\(pointer.size * 8) to \(verbose(target, depth + 1))"
    case .array(let array):
      return "[\(array.count)] \(verbose(type.sibling(array.element), depth + 1))"
    case .bitField: return "Bitfield \(dt(type))"
    default: return dt(type)
    }
  }

  static func verbose(_ record: Record) -> String {
    let size = record.size.hex()
    return "\(keyword(record.kind)) \(recordName(record)), \(record.fieldCount) elements, "
      + "0x\(size) bytes"
  }

  /// `Uint4B`, `Ptr64 Void`, `_LIST_ENTRY`, `[16] UChar`, `Pos 0, 3 Bits`.
  static func dt(_ type: TypeRef, _ depth: Int = 0) -> String {
    guard depth < deepest else { return "..." }
    switch type.unqualified.definition {
    case .primitive(let primitive): return dt(primitive)
    case .pointer(let pointer):
      return "Ptr\(pointer.size * 8)\(pointee(type.sibling(pointer.target), depth + 1))"
    case .array(let array): return "[\(array.count)] \(dt(type.sibling(array.element), depth + 1))"
    case .record(let record): return recordName(record)
    case .enumeration(let enumeration): return enumeration.name
    case .bitField(_, let position, let length):
      return "Pos \(position), \(length) Bit\(length == 1 ? "" : "s")"
    case .procedure: return "Function"
    case .modifier, .unknown: return "Void"
    }
  }

  /// What stands after `Ptr64`: a function is its return type as C spells it, set off by blanks.
  private static func pointee(_ type: TypeRef, _ depth: Int) -> String {
    if case .procedure(let procedure) = type.unqualified.definition {
      return "     \(c(type.sibling(procedure.returnType))) "
    }
    return " \(dt(type, depth))"
  }

  /// A record's name; one that the source gave none is `<unnamed-tag>`.
  static func recordName(_ record: Record) -> String {
    record.isAnonymous ? "<unnamed-tag>" : record.name
  }

  private static func dt(_ primitive: Primitive) -> String {
    switch (primitive.kind, primitive.size) {
    case (.void, _), (.none, _): "Void"
    case (.hresult, _): "HRESULT"
    case (.boolean, 1): "Bool"
    case (.character, _), (.signed, 1): "Char"
    case (.unsigned, 1): "UChar"
    case (.wideCharacter, _): "Wchar"
    case (.unicode, let size): "Char\(size)B"
    case (.signed, let size): "Int\(size)B"
    case (.unsigned, let size), (.boolean, let size): "Uint\(size)B"
    case (.float, 4): "Float"
    case (.float, _): "Double"
    case (.complex, _): "Complex"
    }
  }

  /// `(unsigned long, void *)` of a function's type; nil for anything else.
  static func arguments(_ type: TypeRef) -> String? {
    guard case .procedure(let procedure) = type.unqualified.definition else { return nil }
    var parts = procedure.parameters.map { c(type.sibling($0)) }
    if procedure.isVariadic { parts.append("...") }
    return parts.isEmpty ? "(void)" : "(\(parts.joined(separator: ", ")))"
  }
}
