import Symbols
import Testing

/// A record of `llvm-pdbutil dump -globals -publics`: its lines, joined.
private func records(_ name: String) throws -> [String] {
  var found: [String] = []
  for line in try Fixture.lines(name) {
    if line.contains(" | S_") {
      found.append(line.drop { $0 != "S" }.description)
    } else if !found.isEmpty {
      found[found.count - 1] += " " + line
    }
  }
  return found
}

/// The name of a record, which may hold the quotes that stand around it.
private func nameOf(_ record: String) -> String? {
  guard let start = record.range(of: "] `") else { return nil }
  let rest = record[start.upperBound...]
  guard let end = rest.range(of: "` ") else { return nil }
  return String(rest[..<end.lowerBound])
}

/// The part of `text` behind `start` and up to `end`.
private func piece(_ text: String, from start: String, to end: Character) -> String? {
  guard let range = text.range(of: start) else { return nil }
  return String(text[range.upperBound...].prefix { $0 != end })
}

/// `0001:0224`, section in hexadecimal and offset in decimal, of a symbol.
private func place(_ symbol: Symbol) -> String {
  func padded(_ value: some BinaryInteger) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text
  }
  return padded(symbol.section) + ":" + padded(symbol.offset)
}

private let files = ["shapes64", "shapes32", "records", "classes"]

@Test(arguments: files)
func globalsAreAsAnotherToolReadsThem(_ file: String) throws {
  let pdb = try Fixture.pdb(file + ".pdb")
  for record in try records(file + ".symbols.txt") {
    let kind = String(record.prefix { $0 != " " })
    let name = try #require(nameOf(record))
    let found = pdb.globals(named: name)
    switch kind {
    case "S_PUB32":
      let named = pdb.globals(named: name, kinds: .publics)
      let wanted = try #require(piece(record, from: "addr = ", to: " "))
      #expect(named.contains { $0.isPublic && place($0) == wanted }, "\(record)")
      #expect(
        named.contains {
          ($0.kind == .publicFunction) == record.contains("flags = function")
        }, "\(record)")
    case "S_PROCREF", "S_LPROCREF":
      let function = try #require(found.first { $0.kind == .function }, "\(record)")
      #expect(function.isLocal == (kind == "S_LPROCREF"))
      #expect(function.name == name)
    case "S_GDATA32", "S_LDATA32", "S_GTHREAD32", "S_LTHREAD32":
      let isThread = kind.hasSuffix("THREAD32")
      let data = try #require(found.first { $0.kind == (isThread ? .threadData : .data) })
      #expect(place(data) == piece(record, from: "addr = ", to: " "), "\(record)")
      #expect(
        hex(data.type) == piece(record, from: "type = ", to: " ").map { String($0.prefix(6)) })
      #expect(data.isLocal == kind.hasPrefix("S_L"))
    case "S_UDT":
      let wanted = piece(record, from: "original type = ", to: " ")
      #expect(found.contains { $0.kind == .typedef && hex($0.type) == wanted }, "\(record)")
    case "S_CONSTANT":
      let value = try #require(piece(record, from: "value = ", to: " ").flatMap { Int64($0) })
      let bits = UInt64(bitPattern: value)
      #expect(
        found.contains {
          $0.kind == .constant(.unsigned(bits)) || $0.kind == .constant(.signed(value))
        })
    default: Issue.record("unknown record \(record)")
    }
  }
}

/// A type's number as the other tool spells it.
private func hex(_ type: TypeIndex?) -> String? {
  guard let type else { return nil }
  let text = String(type.rawValue, radix: 16, uppercase: true)
  return "0x" + String(repeating: "0", count: max(0, 4 - text.count)) + text
}

@Test(arguments: files)
func enumerationFindsWhatLookupFinds(_ file: String) throws {
  let pdb = try Fixture.pdb(file + ".pdb")
  let all = pdb.symbols(matching: WildcardPattern("*"), kinds: .all)
  let known = Set(try records(file + ".symbols.txt").compactMap(nameOf))
  let names = Set(all.map(\.name))
  // x86 names are matched and given without their decoration.
  #expect(file == "shapes32" || names.isSubset(of: known))
  for symbol in all { #expect(pdb.globals(named: symbol.name).contains(symbol), "\(symbol)") }
  #expect(pdb.damage.isEmpty)
}

@Test func lookupsAreCaseBlindWithExactSpellingFirst() throws {
  let pdb = try Fixture.pdb("shapes64.pdb")
  #expect(pdb.globals(named: "shapeAREA").map(\.name) == ["ShapeArea"])
  #expect(pdb.globals(named: "ShapeArea").map(\.kind) == [.function])
  #expect(pdb.globals(named: "ShapeAre").isEmpty)
  #expect(pdb.globals(named: "").isEmpty)
  let pattern = WildcardPattern("SHAPE*", style: .symbol)
  #expect(
    pdb.symbols(matching: pattern).map(\.name).sorted() == [
      "ShapeArea", "ShapeGreeting", "ShapeTable",
    ])
  #expect(pdb.symbols(matching: pattern, kinds: .data).count == 2)
  #expect(
    pdb.symbols(matching: WildcardPattern("*"), kinds: .constants).map(\.name) == ["PlainLimit"])
}

@Test func aFunctionAndItsPublicNameAreOne() throws {
  for file in ["shapes64.pdb", "shapes32.pdb"] {
    let pdb = try Fixture.pdb(file)
    #expect(pdb.globals(named: "Entry").map(\.kind) == [.function])
    #expect(pdb.globals(named: "Entry", kinds: .publics).map(\.kind) == [.publicFunction])
    let all = pdb.symbols(matching: WildcardPattern("Entry?#"))
    #expect(all.map(\.kind) == [.function])
  }
}

@Test func x86NamesAreFoundWithoutTheirDecoration() throws {
  let pdb = try Fixture.pdb("shapes32.pdb")
  #expect(pdb.machine == 0x14c)
  let named = pdb.globals(named: "Sink", kinds: .publics)
  #expect(named.map(\.name) == ["Sink"])
  #expect(pdb.globals(named: "_Sink", kinds: .publics) == named)
}

@Test(
  arguments: [
    ("shapes64.pdb", 0x1000, "ShapeArea", "HiddenHelper", "ShapeArea"),
    ("shapes64.pdb", 0x1099, "ShapeArea", "HiddenHelper", "ShapeArea"),
    ("shapes64.pdb", 0x109a, "ShapeArea", "HiddenHelper", nil),
    ("shapes64.pdb", 0x10a0, "HiddenHelper", "Entry", "HiddenHelper"),
    ("shapes64.pdb", 0x10e0, "Unoptimised", "ShapeGreeting", "Unoptimised"),
    ("shapes64.pdb", 0x2003, "ShapeGreeting", "HiddenCounter", nil),
    ("shapes64.pdb", 0x3000, "HiddenCounter", "Sink", nil),
    ("shapes64.pdb", 0x3021, "ShapeTable", "HiddenPointer", nil),
    ("shapes64.pdb", 0x32ac, "CallCount", nil, nil),
    ("shapes64.pdb", 0x0fff, nil, nil, nil),
    ("shapes64.pdb", 0xffff_ffff, nil, nil, nil),
    ("shapes32.pdb", 0x1080, "HiddenHelper", "Entry", "HiddenHelper"),
    ("records.pdb", 0x1004, "Recorded", "Thunk", "Recorded"),
    ("records.pdb", 0x1006, "Thunk", nil, "Thunk"),
  ] as [(String, UInt32, String?, String?, String?)])
func addressesHaveNames(
  _ file: String, _ rva: UInt32, _ nearest: String?, _ next: String?, _ procedure: String?
) throws {
  let pdb = try Fixture.pdb(file)
  #expect(pdb.nearest(rva: rva)?.name == nearest)
  if nearest != nil, next != nil || file == "shapes64.pdb" {
    #expect(pdb.next(after: rva)?.name == next)
  }
  #expect(pdb.procedure(containing: rva)?.name == procedure)
}

/// Going from symbol to symbol visits every address once, in order.
@Test func nextWalksAllAddresses() throws {
  let pdb = try Fixture.pdb("many.pdb")
  var rva: UInt32 = 0xfff
  var names: [String] = []
  while let symbol = pdb.next(after: rva), let address = symbol.rva {
    #expect(address > rva)
    rva = address
    names.append(symbol.name)
  }
  #expect(names.filter { $0.hasPrefix("Function") }.count == 200)
  #expect(names.count == 202)
}

@Test func identity() throws {
  let pdb = try Fixture.pdb("shapes64.pdb")
  #expect(pdb.age == 1)
  #expect(pdb.guid.description.count == 38)
  #expect(pdb.machine == 0x8664)
}
