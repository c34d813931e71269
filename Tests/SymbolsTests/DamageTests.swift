import Bytes
import Foundation
import Symbols
import Testing

/// Asks a PDB everything; what cannot be read may throw or be left out, but nothing may trap.
private func askEverything(_ bytes: [UInt8]) -> Bool {
  guard let pdb = try? PDB(bytes) else { return false }
  for name in ["ShapeArea", "_SHAPE", "Sink", "Recorded", "Space::Derived"] {
    _ = pdb.globals(named: name)
    if let index = pdb.type(named: name) { askType(pdb, index, depth: 0) }
  }
  _ = pdb.symbols(matching: WildcardPattern("*e*"), kinds: .all)
  for (_, index) in pdb.types(matching: WildcardPattern("*")).prefix(20) {
    askType(pdb, index, depth: 0)
  }
  for rva: UInt32 in [0, 0x1000, 0x1012, 0x1071, 0x10a0, 0x1143, 0x2000, 0x3020, .max] {
    _ = pdb.nearest(rva: rva)
    _ = pdb.next(after: rva)
    _ = pdb.line(at: rva)
    if let procedure = pdb.procedure(containing: rva) {
      _ = pdb.locals(of: procedure, at: rva)
      for site in pdb.inlineSites(of: procedure, at: rva) {
        _ = pdb.locals(of: procedure, at: rva, in: site)
      }
      _ = pdb.labels(of: procedure)
      _ = pdb.lines(of: procedure)
    }
  }
  _ = pdb.rvas(file: "shapes.c", line: 27)
  _ = pdb.sourceFiles(matching: WildcardPattern("*"))
  return true
}

private func askType(_ pdb: PDB, _ index: TypeIndex, depth: Int) {
  if depth > 3 { return }
  _ = pdb.size(of: index)
  switch pdb.type(index) {
  case .record(let record):
    for field in pdb.fields(of: record).prefix(20) { askType(pdb, field.type, depth: depth + 1) }
    _ = pdb.nestedTypes(of: record)
  case .enumeration(let enumeration): _ = pdb.values(of: enumeration)
  case .pointer(let pointer): askType(pdb, pointer.target, depth: depth + 1)
  case .array(let array): askType(pdb, array.element, depth: depth + 1)
  default: break
  }
}

@Test(arguments: ["shapes64.pdb", "shapes32.pdb", "records.pdb", "classes.pdb"])
func everyPrefixIsSurvived(_ name: String) throws {
  let bytes = try Fixture.bytes("pdb/" + name)
  #expect(askEverything(bytes))
  for count in Array(0..<4096) + Array(stride(from: 4096, to: bytes.count, by: 509)) {
    _ = askEverything(Array(bytes[..<count]))
  }
}

/// The bytes of each stream are damaged on their own, so that the damage lies where reading goes.
@Test(
  arguments: ["shapes64.pdb", "shapes32.pdb", "records.pdb", "classes.pdb"], [1, 2, 3] as [UInt64])
func corruptionIsSurvived(_ name: String, _ seed: UInt64) throws {
  let bytes = try Fixture.bytes("pdb/" + name)
  // Most of the file is zeros that nothing reads.
  let places = bytes.indices.filter { bytes[$0] != 0 }
  var dice = Dice(seed: seed)
  var opened = 0
  for _ in 0..<250 {
    var damaged = bytes
    for _ in 0..<Int.random(in: 1...12, using: &dice) {
      let place = places.randomElement(using: &dice) ?? 0
      damaged[min(place + Int.random(in: 0...1, using: &dice), damaged.count - 1)] =
        [0, 0xff, 0x7f, 0x80, 0x10, UInt8.random(in: 0...255, using: &dice)]
        .randomElement(using: &dice) ?? 0
    }
    if askEverything(damaged) { opened += 1 }
  }
  #expect(opened > 0)
}

@Test func whatIsNoPDBIsNamed() throws {
  let good = try Fixture.bytes("pdb/records.pdb")
  func cut(_ count: Int) -> [UInt8] { Array(good[..<count]) }
  func patched(_ place: Int, _ value: UInt8) -> [UInt8] {
    var bytes = good
    bytes[place] = value
    return bytes
  }
  let rows: [([UInt8], String)] = [
    ([], "FileMagic at file offset 0x0: 32 bytes needed, 0 left"),
    (
      [UInt8](repeating: 0x4d, count: 64),
      "FileMagic at file offset 0x0: 0x4d found, Microsoft C/C++ MSF 7.00 expected"
    ),
    (cut(34), "BlockSize at file offset 0x20: 4 bytes needed, 2 left"),
    (
      patched(33, 0x11),
      "BlockSize at file offset 0x20: 0x1100 found, a power of two from 200h to 10000h expected"
    ),
    (
      patched(47, 0x7f),
      "NumDirectoryBytes at file offset 0x2c: 0x7f000064 is beyond the limit 0x10000"
    ),
  ]
  for (bytes, sentence) in rows {
    do {
      _ = try PDB(bytes)
      Issue.record("no error for \(sentence)")
    } catch {
      #expect(error.description == sentence)
    }
  }
}

/// A PDB whose blocks lie in another order, so that no stream is in one piece.
@Test(arguments: ["shapes64.pdb", "many.pdb"])
func scatteredBlocksGiveTheSameAnswers(_ name: String) throws {
  let bytes = try Fixture.bytes("pdb/" + name)
  let scattered = scatter(bytes)
  #expect(scattered != bytes)
  let whole = try PDB(bytes)
  let pdb = try PDB(scattered)
  let everything = WildcardPattern("*")
  #expect(
    pdb.symbols(matching: everything, kinds: .all)
      == whole.symbols(matching: everything, kinds: .all))
  #expect(
    pdb.types(matching: everything).map(\.name) == whole.types(matching: everything).map(\.name))
  for rva in stride(from: 0x1000 as UInt32, to: 0x1200, by: 3) {
    #expect(pdb.nearest(rva: rva) == whole.nearest(rva: rva))
    #expect(pdb.line(at: rva) == whole.line(at: rva))
  }
  #expect(pdb.damage.isEmpty)
}

/// Moves all blocks but the first three to other places and makes the directory say so.
private func scatter(_ bytes: [UInt8]) -> [UInt8] {
  let size = 4096
  func word(_ place: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) }
  }
  let count = bytes.count / size
  var order = Array(3..<count)
  var dice = Dice(seed: 7)
  order.shuffle(using: &dice)
  var moved = Array(0..<count)
  for (place, block) in order.enumerated() { moved[block] = place + 3 }
  var result = bytes
  func put(_ value: Int, _ place: Int) {
    for index in 0..<4 { result[place + index] = UInt8(truncatingIfNeeded: value >> (index * 8)) }
  }
  for block in 3..<count {
    let source = bytes[(block * size)..<((block + 1) * size)]
    result.replaceSubrange((moved[block] * size)..<((moved[block] + 1) * size), with: source)
  }
  // The superblock names the block that lists the directory's blocks; those list the streams'.
  let map = word(52)
  put(moved[map], 52)
  let directoryBytes = word(44)
  var directory: [Int] = []
  for index in 0..<((directoryBytes + size - 1) / size) {
    let block = word(map * size + index * 4)
    put(moved[block], moved[map] * size + index * 4)
    for place in stride(from: 0, to: min(size, directoryBytes - index * size), by: 4) {
      directory.append(block * size + place)
    }
  }
  let streams = word(directory[0])
  for place in directory[(1 + streams)...] {
    let target = moved[place / size] * size + place % size
    put(moved[word(place)], target)
  }
  return result
}
