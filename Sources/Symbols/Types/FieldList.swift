import Bytes

/// What `LF_FIELDLIST` and its continuations hold, methods and friends left out.
struct FieldList {
  var fields: [Field] = []
  var nested: [NestedType] = []
  var values: [EnumerationValue] = []
  /// The list that continues this one.
  var continuation: TypeIndex?

  /// Reads entries until the end or until one that this reader does not know, which says nothing of
  /// its length; `damage` is then what was wrong with it.
  mutating func read(_ reader: inout ByteReader, damage: inout FormatError?) {
    do {
      while reader.remaining >= 2 { try readEntry(&reader) }
    } catch {
      damage = error
    }
  }

  private mutating func readEntry(_ reader: inout ByteReader) throws(FormatError) {
    let kind: UInt16 = try reader.read("Field list entry")
    switch kind {
    case LeafKind.LF_MEMBER:
      try reader.skip(2, "DataMember.Attrs")
      let type = TypeIndex(try reader.read("DataMember.Type"))
      let offset = try reader.readSize("DataMember.FieldOffset")
      let name = try reader.readCString("DataMember.Name")
      fields.append(Field(kind: .member, name: name, type: type, offset: offset))
    case LeafKind.LF_ENUMERATE:
      try reader.skip(2, "Enumerator.Attrs")
      let value = try reader.readNumeric("Enumerator.Value")
      let name = try reader.readCString("Enumerator.Name")
      values.append(EnumerationValue(name: name, value: value ?? .unsigned(0)))
    case LeafKind.LF_NESTTYPE, LeafKind.LF_NESTTYPEEX, LeafKind.LF_MEMBERMODIFY:
      try reader.skip(2, "NestedType.Padding")
      let type = TypeIndex(try reader.read("NestedType.Type"))
      nested.append(NestedType(name: try reader.readCString("NestedType.Name"), type: type))
    case LeafKind.LF_STMEMBER:
      try reader.skip(2, "StaticDataMember.Attrs")
      let type = TypeIndex(try reader.read("StaticDataMember.Type"))
      let name = try reader.readCString("StaticDataMember.Name")
      fields.append(Field(kind: .static, name: name, type: type, offset: 0))
    case LeafKind.LF_INDEX:
      try reader.skip(2, "ListContinuation.Padding")
      continuation = TypeIndex(try reader.read("ListContinuation.ContinuationIndex"))
    default: try readClassEntry(kind, &reader)
    }
    // Entries begin at multiples of four; the bytes between say how far it is.
    while reader.remaining > 0, let pad: UInt8 = try? reader.peek("LF_PAD", at: reader.position),
      pad >= 0xf0
    {
      try reader.skip(min(max(1, Int(pad & 15)), reader.remaining), "LF_PAD")
    }
  }

  /// The entries that only C++ makes.
  private mutating func readClassEntry(_ kind: UInt16, _ reader: inout ByteReader)
    throws(FormatError)
  {
    switch kind {
    case LeafKind.LF_BCLASS, LeafKind.LF_BINTERFACE:
      try reader.skip(2, "BaseClass.Attrs")
      let type = TypeIndex(try reader.read("BaseClass.Type"))
      let offset = try reader.readSize("BaseClass.Offset")
      fields.append(Field(kind: .base, name: "", type: type, offset: offset))
    case LeafKind.LF_VBCLASS, LeafKind.LF_IVBCLASS:
      try reader.skip(2, "VirtualBaseClass.Attrs")
      let type = TypeIndex(try reader.read("VirtualBaseClass.BaseType"))
      try reader.skip(4, "VirtualBaseClass.VBPtrType")
      _ = try reader.readNumeric("VirtualBaseClass.VBPtrOffset")
      _ = try reader.readNumeric("VirtualBaseClass.VTableIndex")
      if kind == LeafKind.LF_VBCLASS {
        fields.append(Field(kind: .virtualBase, name: "", type: type, offset: 0))
      }
    case LeafKind.LF_VFUNCTAB:
      try reader.skip(2, "VFPtr.Padding")
      let type = TypeIndex(try reader.read("VFPtr.Type"))
      fields.append(Field(kind: .virtualTable, name: "__VFN_table", type: type, offset: 0))
    case LeafKind.LF_VFUNCOFF: try reader.skip(10, "VFuncOff.Type")
    case LeafKind.LF_FRIENDCLS: try reader.skip(6, "FriendClass.Type")
    case LeafKind.LF_FRIENDFCN:
      try reader.skip(6, "FriendFunction.Type")
      try reader.skipCString("FriendFunction.Name")
    case LeafKind.LF_METHOD:
      try reader.skip(6, "OverloadedMethod.MethodList")
      try reader.skipCString("OverloadedMethod.Name")
    case LeafKind.LF_ONEMETHOD:
      let attributes: UInt16 = try reader.read("OneMethod.Attrs")
      try reader.skip(4, "OneMethod.Type")
      // A virtual function that begins a table's slot says which.
      let property = attributes >> 2 & 7
      if property == 4 || property == 6 { try reader.skip(4, "OneMethod.VFTableOffset") }
      try reader.skipCString("OneMethod.Name")
    default:
      throw reader.error(
        "Field list entry", .unexpected(value: UInt64(kind), expected: "a member's kind"))
    }
  }
}
