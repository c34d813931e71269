import Bytes

/// The head of `LF_STRUCTURE`, `LF_CLASS`, `LF_INTERFACE`, `LF_UNION` or `LF_ENUM`: all but its names.
struct TagRecord {
  var kind: UInt16
  /// How many entries the field list has.
  var count: Int
  private var properties: UInt16
  var fieldList: TypeIndex
  /// Bytes; 0 for an enumeration.
  var size: UInt64 = 0
  /// An enumeration's integer type.
  var underlying = TypeIndex.none

  var isForwardReference: Bool { properties & 0x80 != 0 }
  /// Whether a second, decorated name follows the name.
  var hasUniqueName: Bool { properties & 0x200 != 0 }
  /// Whether the type stands inside a function, so that its plain name finds it in no table.
  var isScoped: Bool { properties & 0x100 != 0 }

  /// Reads what follows the kind, up to the name; nil if the record is of another kind.
  init?(kind: UInt16, _ reader: inout ByteReader) throws(FormatError) {
    guard LeafKind.isTag(kind) else { return nil }
    self.kind = kind
    count = Int(try reader.read("TagRecord.MemberCount", as: UInt16.self))
    properties = try reader.read("TagRecord.Options")
    if kind == LeafKind.LF_ENUM {
      underlying = TypeIndex(try reader.read("EnumRecord.UnderlyingType"))
      fieldList = TypeIndex(try reader.read("EnumRecord.FieldList"))
      return
    }
    fieldList = TypeIndex(try reader.read("TagRecord.FieldList"))
    if LeafKind.isStructure(kind) { try reader.skip(8, "ClassRecord.DerivationList") }
    size = try reader.readSize("TagRecord.Size")
  }

  /// The type, given its name.
  func type(named name: String) -> PDBType {
    if kind == LeafKind.LF_ENUM {
      return .enumeration(
        Enumeration(
          name: name, underlying: underlying, valueCount: count, fieldList: fieldList,
          isForwardReference: isForwardReference))
    }
    let kinds: [UInt16: Record.Kind] = [
      LeafKind.LF_UNION: .union, LeafKind.LF_CLASS: .class, LeafKind.LF_INTERFACE: .interface,
    ]
    return .record(
      Record(
        kind: kinds[kind] ?? .structure, name: name, size: size, fieldCount: count,
        fieldList: fieldList, isForwardReference: isForwardReference))
  }
}
