import Symbols
import Testing

/// A function's lines as `llvm-pdbutil dump -l` prints them: section, range, lines with offsets.
private struct Fragment {
  var file: String
  var start: UInt32
  var end: UInt32
  var lines: [(line: Int, offset: UInt32)] = []
}

private func fragments(_ name: String) throws -> [Fragment] {
  var found: [Fragment] = []
  var file = ""
  for line in try Fixture.lines(name) {
    if line.contains(" (MD5: ") {
      file = String(line.prefix { $0 != "(" }.dropLast())
    } else if line.hasPrefix("0001:"), line.contains("line/addr entries") {
      let range = line.dropFirst(5).prefix { $0 != "," }.split(separator: "-")
      found.append(
        Fragment(
          file: file, start: UInt32(range[0], radix: 16) ?? 0, end: UInt32(range[1], radix: 16) ?? 0
        ))
    } else if line.hasSuffix("!"), !found.isEmpty {
      let words = line.split(separator: " ")
      for index in stride(from: 0, to: words.count, by: 3) {
        let entry = (Int(words[index]) ?? 0, UInt32(words[index + 1], radix: 16) ?? 0)
        found[found.count - 1].lines.append(entry)
      }
    }
  }
  return found
}

/// The first section's offset from the base.
private let text: UInt32 = 0x1000

@Test(arguments: ["shapes64", "shapes32", "classes"])
func linesAreAsAnotherToolReadsThem(_ name: String) throws {
  let pdb = try Fixture.pdb(name + ".pdb")
  let wanted = try fragments(name + ".lines.txt")
  #expect(!wanted.isEmpty)
  for fragment in wanted {
    for (index, entry) in fragment.lines.enumerated() {
      let isLast = index + 1 == fragment.lines.count
      let end = isLast ? fragment.end : fragment.lines[index + 1].offset
      // Two entries may share an address; the first then has no code.
      guard end > entry.offset else { continue }
      for offset in [entry.offset, end - 1] {
        let line = try #require(pdb.line(at: text + offset))
        #expect(line.line == entry.line)
        #expect(line.file == fragment.file)
        #expect(line.rva == text + entry.offset)
        #expect(line.length == end - entry.offset)
        // The other tool's exclamation mark: clang says of no line that it begins a statement.
        #expect(!line.isStatement)
      }
    }
    #expect(pdb.line(at: text + fragment.end)?.rva != text + fragment.start)
    let procedure = try #require(pdb.procedure(containing: text + fragment.start))
    #expect(pdb.lines(of: procedure).map(\.line) == fragment.lines.map(\.line))
  }
}

@Test(
  arguments: [
    ("shapes.c", 27, [0x100c]), ("SHAPES.C", 27, [0x100c]), ("fixture/shapes.c", 27, [0x100c]),
    ("C:\\fixture\\shapes.c", 27, [0x100c]), ("apes.c", 27, []), ("nothing.c", 27, []),
    ("", 27, []),
    // A line in two places of one function: the first.
    ("shapes.c", 28, [0x1025]),
    // A line without code: the next that has some.
    ("shapes.c", 24, [0x1000]), ("plain.c", 1, [0x10e0]), ("plain.c", 22, []), ("plain.c", 0, []),
    ("plain.c", -5, []), ("plain.c", 0xfeefee, []),
  ] as [(String, Int, [UInt32])])
func linesHaveAddresses(_ file: String, _ line: Int, _ rvas: [UInt32]) throws {
  #expect(try Fixture.pdb("shapes64.pdb").rvas(file: file, line: line) == rvas)
}

@Test func sourceFilesByPattern() throws {
  let pdb = try Fixture.pdb("shapes64.pdb")
  let all = ["C:\\fixture\\shapes.c", "C:\\fixture\\plain.c"]
  #expect(pdb.sourceFiles(matching: WildcardPattern("*")) == all)
  #expect(pdb.sourceFiles(matching: WildcardPattern("PLAIN.*")) == [all[1]])
  #expect(pdb.sourceFiles(matching: WildcardPattern("c:\\\\fix*apes.c")) == [all[0]])
}

@Test func codeWithoutLines() throws {
  let pdb = try Fixture.pdb("records.pdb")
  #expect(pdb.line(at: 0x1000) == nil)
  #expect(pdb.line(at: 0xffff_ffff) == nil)
  #expect(pdb.rvas(file: "records.S", line: 1) == [])
  #expect(pdb.damage.isEmpty)
}
