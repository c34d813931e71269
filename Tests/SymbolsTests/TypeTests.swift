import Symbols
import Testing

/// One line of a structure as a person would write it: `+0x14 Low : unsigned 2`.
private func describe(_ field: Field, _ pdb: PDB) -> String {
  "+0x\(String(field.offset, radix: 16)) \(field.name) : \(describe(field.type, pdb))"
}

private func describe(_ index: TypeIndex, _ pdb: PDB) -> String {
  switch pdb.type(index) {
  case .primitive(let primitive): "\(primitive.kind) \(primitive.size)"
  case .pointer(let pointer): "pointer \(pointer.size) to " + describe(pointer.target, pdb)
  case .array(let array): "[\(array.count)] " + describe(array.element, pdb)
  case .record(let record): "\(record.kind) \(record.name) \(record.size)"
  case .enumeration(let enumeration):
    "enum \(enumeration.name) " + describe(enumeration.underlying, pdb)
  case .bitField(let base, let position, let length):
    "bits \(position),\(length) of " + describe(base, pdb)
  case .modifier(let target, let isConst, let isVolatile):
    (isConst ? "const " : "") + (isVolatile ? "volatile " : "") + describe(target, pdb)
  case .procedure(let procedure):
    "function(" + procedure.parameters.map { describe($0, pdb) }.joined(separator: ", ")
      + (procedure.isVariadic ? ", ..." : "") + ") -> " + describe(procedure.returnType, pdb)
  case .unknown(let leaf): "unknown \(leaf)"
  }
}

private func fields(_ name: String, _ pdb: PDB) throws -> [String] {
  let index = try #require(pdb.type(named: name))
  guard case .record(let record) = pdb.type(index) else { return [] }
  return pdb.fields(of: record).map { describe($0, pdb) }
}

@Test func aStructureWithEverything() throws {
  let pdb = try Fixture.pdb("shapes64.pdb")
  #expect(
    try fields("_SHAPE", pdb) == [
      "+0x0 Links : structure _LIST_ENTRY 16",
      "+0x10 Color : enum _COLOR signed 4",
      "+0x14 Low : unsigned 2",
      "+0x16 High : unsigned 2",
      "+0x14 Both : unsigned 4",
      "+0x14 Named : structure _SHAPE::<unnamed-tag>::<unnamed-tag> 2",
      "+0x18 Bits : structure _BITS 16",
      "+0x28 Values : [2] union _VARIANT 16",
      "+0x48 Area : pointer 8 to function(pointer 8 to const structure _SHAPE 160, signed 4, ...) "
        + "-> signed 4",
      "+0x50 Grid : [3] [4] signed 4",
      "+0x80 Name : pointer 8 to const character 1",
      "+0x88 Nothing : pointer 8 to void 0",
      "+0x90 Flag : boolean 1",
      "+0x94 Ratio : float 4",
      "+0x98 Opaque : pointer 8 to structure _UNKNOWN 0",
    ])
}

@Test func bitFieldsUnionsAndEnumerations() throws {
  let pdb = try Fixture.pdb("shapes64.pdb")
  #expect(
    try fields("_BITS", pdb) == [
      "+0x0 Valid : bits 0,1 of unsigned 4", "+0x0 Depth : bits 1,3 of unsigned 4",
      "+0x0 Rest : bits 4,28 of unsigned 4", "+0x8 Frame : bits 0,36 of unsigned 8",
      "+0x8 Top : bits 36,28 of unsigned 8",
    ])
  #expect(
    try fields("_VARIANT", pdb) == [
      "+0x0 Number : signed 4", "+0x0 Real : float 8", "+0x0 Text : [6] unsigned 2",
    ])
  let index = try #require(pdb.type(named: "_COLOR"))
  guard case .enumeration(let color) = pdb.type(index) else {
    Issue.record("no enumeration")
    return
  }
  // The compiler stores -1 as FFFFFFFFh; the underlying type says what that is.
  #expect(
    pdb.values(of: color) == [
      value("ColorRed", 0), value("ColorGreen", 5),
      value("ColorBlue", -1), value("ColorHuge", 0x7fff_ffff),
    ])
}

private func value(_ name: String, _ value: Int64) -> EnumerationValue {
  EnumerationValue(name: name, value: .signed(value))
}

@Test func pointersOfA32BitImageHaveFourBytes() throws {
  let pdb = try Fixture.pdb("shapes32.pdb")
  let shape = try fields("_SHAPE", pdb)
  #expect(shape.contains("+0x78 Nothing : pointer 4 to void 0"), "\(shape)")
  #expect(
    shape.contains {
      $0.hasSuffix(
        "Area : pointer 4 to function(pointer 4 to const structure _SHAPE 136, signed 4, ...) -> signed 4"
      )
    }, "\(shape)")
}

@Test(arguments: ["_SHAPE", "_shape", "SHAPE", "Shape"])
func typesAreFoundByTagAndTypedef(_ name: String) throws {
  let pdb = try Fixture.pdb("shapes64.pdb")
  let index = try #require(pdb.type(named: name))
  #expect(describe(index, pdb) == "structure _SHAPE 160")
  #expect(pdb.size(of: index) == 160)
}

@Test func typesThatAreNotThere() throws {
  let pdb = try Fixture.pdb("shapes64.pdb")
  #expect(pdb.type(named: "_NOWHERE") == nil)
  #expect(pdb.type(named: "") == nil)
  // Announced, never defined.
  #expect(pdb.type(named: "_UNKNOWN") == nil)
  #expect(pdb.type(TypeIndex(0xffff_ffff)) == .unknown(leaf: 0))
  #expect(!pdb.damage.isEmpty)
}

@Test func typedefsOfWhatIsNoRecord() throws {
  let pdb = try Fixture.pdb("shapes64.pdb")
  #expect(try describe(#require(pdb.type(named: "ULONG64")), pdb) == "unsigned 8")
  #expect(try describe(#require(pdb.type(named: "WCHAR")), pdb) == "unsigned 2")
  #expect(
    try describe(#require(pdb.type(named: "AREA")), pdb).hasPrefix(
      "pointer 8 to function(pointer 8"))
}

@Test func typesByPattern() throws {
  let pdb = try Fixture.pdb("shapes64.pdb")
  func names(_ pattern: String) -> [String] {
    pdb.types(matching: WildcardPattern(pattern)).map(\.name).sorted()
  }
  #expect(
    names("_*") == [
      "_BITS", "_COLOR", "_LIST_ENTRY", "_SHAPE", "_SHAPE::<unnamed-tag>",
      "_SHAPE::<unnamed-tag>::<unnamed-tag>", "_VARIANT",
    ])
  #expect(names("_l*y") == ["_LIST_ENTRY"])
  #expect(names("_list_entry") == ["_LIST_ENTRY"])
  #expect(names("nothing*").isEmpty)
}

/// Every structure, union and enumeration, against `llvm-pdbutil dump -types`.
@Test(arguments: ["shapes64", "shapes32", "classes"])
func definitionsAreAsAnotherToolReadsThem(_ file: String) throws {
  let pdb = try Fixture.pdb(file + ".pdb")
  var members: [String] = []
  var name = ""
  var index: UInt32 = 0
  for line in try Fixture.lines(file + ".types.txt") {
    if let bar = line.range(of: " | LF_") {
      index = UInt32(line[..<bar.lowerBound].dropFirst(2), radix: 16) ?? 0
      if line.contains("LF_FIELDLIST") { members = [] }
      name = line.range(of: "] `").map { String(line[$0.upperBound...].dropLast()) } ?? ""
    } else if line.hasPrefix("- LF_MEMBER") || line.hasPrefix("- LF_ENUMERATE") {
      members.append(bare(line))
    } else if line.hasPrefix("options:"), !line.contains("forward ref"), !name.isEmpty {
      #expect(rendering(pdb, TypeIndex(index)) == members, "\(name)")
      if let size = line.range(of: "sizeof ") {
        #expect(pdb.size(of: TypeIndex(index)) == UInt64(line[size.upperBound...]))
      }
      #expect(pdb.type(named: name) != nil, "\(name)")
    }
  }
}

/// A line without the names of simple types and without access rights.
private func bare(_ line: String) -> String {
  let start = line.range(of: ", attrs").map { line[..<$0.lowerBound] } ?? line[...]
  guard let open = start.range(of: " ("), let close = start.range(of: "),") else {
    return String(start)
  }
  return String(start[..<open.lowerBound] + start[start.index(before: close.upperBound)...])
}

/// A definition's entries as the other tool prints them.
private func rendering(_ pdb: PDB, _ index: TypeIndex) -> [String] {
  switch pdb.type(index) {
  case .record(let record):
    let members = pdb.fields(of: record).filter { $0.kind == .member }
    return members.map { field in
      "- LF_MEMBER [name = `\(field.name)`, Type = \(text(field.type)), offset = \(field.offset)"
    }
  case .enumeration(let enumeration):
    return pdb.values(of: enumeration).map {
      "- LF_ENUMERATE [\($0.name) = \(stored($0, enumeration, pdb))]"
    }
  default: return []
  }
}

private func text(_ type: TypeIndex) -> String {
  let digits = String(type.rawValue, radix: 16, uppercase: true)
  return "0x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// The other tool prints a value's bits without the sign that the underlying type gives them.
private func stored(_ value: EnumerationValue, _ enumeration: Enumeration, _ pdb: PDB) -> UInt64 {
  let bits = pdb.size(of: enumeration.underlying) * 8
  return bits >= 64 ? value.value.bits : value.value.bits & (1 << bits - 1)
}

@Test func classesHaveBasesStaticsAndNestedTypes() throws {
  let pdb = try Fixture.pdb("classes.pdb")
  let index = try #require(pdb.type(named: "Space::Derived"))
  guard case .record(let derived) = pdb.type(index) else {
    Issue.record("no record")
    return
  }
  #expect(derived.kind == .class)
  let kinds = pdb.fields(of: derived).map { "\($0.kind) \($0.name) +\($0.offset)" }
  #expect(
    kinds == [
      "base Space::Base +0", "base Space::Other +16", "static Count +0", "member Nested +18",
      "member State +20", "member Reference +24", "member Member +32", "member Big +40",
      "member Flag +48",
    ])
  #expect(pdb.nestedTypes(of: derived).map(\.name) == ["Mode", "Inner"])
  let types = pdb.fields(of: derived).map { pdb.type($0.type) }
  guard case .pointer(let reference) = types[5], case .pointer(let member) = types[6] else {
    Issue.record("no pointers")
    return
  }
  #expect(reference.mode == .reference)
  #expect(member.mode == .memberData)
  #expect(member.size == 4)
  let base = try #require(pdb.type(named: "space::base"))
  guard case .record(let record) = pdb.type(base) else { return }
  #expect(pdb.fields(of: record).map(\.kind) == [.virtualTable, .member])
  let virtual = try #require(pdb.type(named: "Virtual"))
  guard case .record(let other) = pdb.type(virtual) else { return }
  #expect(pdb.fields(of: other).map(\.kind) == [.virtualBase, .member])
  #expect(pdb.damage.isEmpty)
}

/// A type inside of a function hashes by its decorated name, so only a reading of all finds it.
@Test func scopedTypesAreFound() throws {
  let pdb = try Fixture.pdb("classes.pdb")
  #expect(try fields("Scoped::Point", pdb) == ["+0x0 X : signed 4", "+0x4 Y : signed 4"])
  #expect(try fields("scoped::point", pdb).count == 2)
}

@Test func longFieldListsContinue() throws {
  let pdb = try Fixture.pdb("many.pdb")
  let index = try #require(pdb.type(named: "_LONG_LIST"))
  guard case .enumeration(let list) = pdb.type(index) else {
    Issue.record("no enumeration")
    return
  }
  let values = pdb.values(of: list)
  #expect(values.count == 4000)
  #expect(values.map(\.value.bits) == Array(0..<4000))
  #expect(values.last?.name == "ValueWithALongName3999")
  #expect(try fields("_ALL", pdb).count == 401)
  for number in [0, 1, 200, 399] {
    let name = "_ITEM" + String(String(1000 + number).dropFirst())
    let size = (number + 1 + 4 + 3) / 4 * 4
    #expect(pdb.type(named: name).map { pdb.size(of: $0) } == UInt64(size))
  }
}
