import Bytes

extension PDB {
  /// The type with this number; a forward reference is followed to its definition if there is one.
  public func type(_ index: TypeIndex) -> PDBType {
    if index.isSimple { return index.simpleType }
    if let known = typeCache[index] { return known }
    var type = decode(index)
    if let definition = definition(of: type, at: index) { type = decode(definition) }
    typeCache[index] = type
    return type
  }

  /// Bytes that a value of the type takes; 0 for `void` and functions.
  public func size(of index: TypeIndex) -> UInt64 { size(of: index, depth: 0) }

  /// The fields of a record, base classes first, in the order of the source.
  public func fields(of record: Record) -> [Field] { list(record.fieldList).fields }

  /// The types declared inside a record.
  public func nestedTypes(of record: Record) -> [NestedType] { list(record.fieldList).nested }

  /// The values of an enumeration, in the order of the source. They have a sign if the underlying
  /// type has one, whatever form the compiler chose to store them in.
  public func values(of enumeration: Enumeration) -> [EnumerationValue] {
    let stored = list(enumeration.fieldList).values
    guard case .primitive(let base) = type(enumeration.underlying), base.size > 0, base.size <= 8
    else { return stored }
    let unused = UInt64(64 - base.size * 8)
    let isSigned = base.kind == .signed || base.kind == .character
    return stored.map { value in
      let bits = value.value.bits << unused
      let signed = Int64(bitPattern: bits) >> Int64(unused)
      return EnumerationValue(
        name: value.name, value: isSigned ? .signed(signed) : .unsigned(bits >> unused))
    }
  }

  /// The enumeration that has a value of this name. Reads every enumeration, once.
  public func enumeration(withValue name: String) -> TypeIndex? {
    if let known = enumerators { return known[name] }
    var found: [String: TypeIndex] = [:]
    for index in types(matching: WildcardPattern("*")).map(\.type) {
      guard case .enumeration(let enumeration) = type(index) else { continue }
      for value in values(of: enumeration) where found[value.name] == nil {
        found[value.name] = index
      }
    }
    enumerators = found
    return found[name]
  }

  private func size(of index: TypeIndex, depth: Int) -> UInt64 {
    // Damaged types may contain themselves.
    if depth > 32 { return 0 }
    switch type(index) {
    case .primitive(let primitive): return UInt64(primitive.size)
    case .pointer(let pointer): return UInt64(pointer.size)
    case .array(let array): return array.size
    case .record(let record): return record.size
    case .enumeration(let enumeration): return size(of: enumeration.underlying, depth: depth + 1)
    case .bitField(let base, _, _): return size(of: base, depth: depth + 1)
    case .modifier(let target, _, _): return size(of: target, depth: depth + 1)
    case .procedure, .unknown: return 0
    }
  }

  private func list(_ index: TypeIndex) -> FieldList {
    if index == .none { return FieldList() }
    if let known = fieldCache[index] { return known }
    var list = FieldList()
    var next: TypeIndex? = index
    var seen: Set<TypeIndex> = []
    while let current = next, seen.insert(current).inserted {
      list.continuation = nil
      var damage: FormatError?
      attempt(()) { () throws(FormatError) in
        try tpi?.withRecord(current) { kind, reader throws(FormatError) in
          if kind == LeafKind.LF_FIELDLIST { list.read(&reader, damage: &damage) }
        }
      }
      if let damage { note(damage) }
      next = list.continuation
    }
    for place in list.fields.indices where list.fields[place].name.isEmpty {
      if list.fields[place].kind == .base || list.fields[place].kind == .virtualBase {
        list.fields[place].name = name(of: list.fields[place].type)
      }
    }
    fieldCache[index] = list
    return list
  }

  private func name(of index: TypeIndex) -> String {
    switch type(index) {
    case .record(let record): record.name
    case .enumeration(let enumeration): enumeration.name
    default: ""
    }
  }

  private func decode(_ index: TypeIndex) -> PDBType {
    guard let tpi else { return .unknown(leaf: 0) }
    return attempt(.unknown(leaf: 0)) { () throws(FormatError) in
      try tpi.withRecord(index) { kind, reader throws(FormatError) in
        if let tag = try TagRecord(kind: kind, &reader) {
          return tag.type(named: try reader.readCString("TagRecord.Name"))
        }
        return try decodeOther(kind, index, &reader)
      }
    }
  }

  private func decodeOther(_ kind: UInt16, _ index: TypeIndex, _ reader: inout ByteReader)
    throws(FormatError) -> PDBType
  {
    switch kind {
    case LeafKind.LF_MODIFIER:
      let target = TypeIndex(try reader.read("ModifierRecord.ModifiedType"))
      let bits: UInt16 = try reader.read("ModifierRecord.Modifiers")
      return .modifier(of: target, isConst: bits & 1 != 0, isVolatile: bits & 2 != 0)
    case LeafKind.LF_POINTER: return .pointer(try PointerType(reading: &reader))
    case LeafKind.LF_BITFIELD:
      let base = TypeIndex(try reader.read("BitFieldRecord.Type"))
      let length: UInt8 = try reader.read("BitFieldRecord.BitSize")
      let position: UInt8 = try reader.read("BitFieldRecord.BitOffset")
      return .bitField(base: base, position: Int(position), length: Int(length))
    case LeafKind.LF_ARRAY:
      let element = TypeIndex(try reader.read("ArrayRecord.ElementType"))
      try reader.skip(4, "ArrayRecord.IndexType")
      let size = try reader.readSize("ArrayRecord.Size")
      // An element has a lower number than its array; otherwise the question would not end.
      let each = element < index ? self.size(of: element) : 0
      return .array(ArrayType(element: element, count: each == 0 ? 0 : size / each, size: size))
    case LeafKind.LF_PROCEDURE: return try decodeProcedure(isMethod: false, &reader)
    case LeafKind.LF_MFUNCTION: return try decodeProcedure(isMethod: true, &reader)
    default: return .unknown(leaf: kind)
    }
  }

  private func decodeProcedure(isMethod: Bool, _ reader: inout ByteReader) throws(FormatError)
    -> PDBType
  {
    let result = TypeIndex(try reader.read("ProcedureRecord.ReturnType"))
    var owner: TypeIndex?
    if isMethod {
      owner = TypeIndex(try reader.read("MemberFunctionRecord.ClassType"))
      try reader.skip(4, "MemberFunctionRecord.ThisType")
    }
    let convention: UInt8 = try reader.read("ProcedureRecord.CallConv")
    try reader.skip(3, "ProcedureRecord.Options")
    let list = TypeIndex(try reader.read("ProcedureRecord.ArgumentList"))
    var parameters = argumentList(list)
    // C's three dots stand as a last argument of no type.
    let isVariadic = parameters.last == TypeIndex.none
    if isVariadic { parameters.removeLast() }
    return .procedure(
      ProcedureType(
        returnType: result, callingConvention: convention, parameters: parameters, classType: owner,
        isVariadic: isVariadic))
  }

  private func argumentList(_ index: TypeIndex) -> [TypeIndex] {
    guard let tpi, !index.isSimple else { return [] }
    return attempt([]) { () throws(FormatError) in
      try tpi.withRecord(index) { kind, reader throws(FormatError) in
        guard kind == LeafKind.LF_ARGLIST else { return [] }
        let count: UInt32 = try reader.read("ArgListRecord.Count")
        var found: [TypeIndex] = []
        for _ in 0..<count { found.append(TypeIndex(try reader.read("ArgListRecord.Argument"))) }
        return found
      }
    }
  }
}

extension PointerType {
  fileprivate init(reading reader: inout ByteReader) throws(FormatError) {
    target = TypeIndex(try reader.read("PointerRecord.ReferentType"))
    let bits: UInt32 = try reader.read("PointerRecord.Attrs")
    let modes: [UInt32: Mode] = [
      1: .reference, 2: .memberData, 3: .memberFunction, 4: .rvalueReference,
    ]
    mode = modes[bits >> 5 & 7] ?? .pointer
    isVolatile = bits & 1 << 9 != 0
    isConst = bits & 1 << 10 != 0
    let stated = Int(bits >> 13 & 0x3f)
    // Old compilers leave the size out; then the kind tells it.
    size = stated != 0 ? stated : bits & 31 == 12 ? 8 : 4
  }
}
