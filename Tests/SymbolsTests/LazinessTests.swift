import Foundation
import Testing

@testable import Symbols

@Test func openingReadsHeadersOnly() throws {
  let pdb = try Fixture.pdb("many.pdb")
  #expect(pdb.size > 300_000)
  #expect(pdb.bytesRead < 1_000)
  // Of the type stream its header, of the debug information stream its header, of symbols nothing.
  #expect(pdb.file.bytesRead[2] == 56)
  #expect(pdb.file.bytesRead[3] == 64)
}

@Test func resolvingANameReadsOneBucket() throws {
  let pdb = try Fixture.pdb("many.pdb")
  let opened = pdb.bytesRead
  #expect(pdb.globals(named: "Function123").map(\.name) == ["Function123"])
  let dbi = try #require(pdb.dbi)
  // The bitmaps of both hash tables, a few records, one record of one module, the module list.
  #expect(pdb.bytesRead - opened < 4_000)
  #expect((pdb.file.bytesRead[dbi.symbolRecordStream] ?? 0) < 500)
  #expect(pdb.file.bytesRead[2] == 56)
  let resolved = pdb.bytesRead
  _ = pdb.globals(named: "Function007")
  #expect(pdb.bytesRead - resolved < 500)
}

@Test func resolvingATypeReadsNoSymbols() throws {
  let pdb = try Fixture.pdb("many.pdb")
  let types = try #require(pdb.tpi).stream
  let index = try #require(pdb.type(named: "_ITEM250"))
  #expect(pdb.size(of: index) > 0)
  // The walk begins at the nearest place that the linker noted, not at the first record.
  #expect((pdb.file.bytesRead[2] ?? 0) < types.size / 5)
  let dbi = try #require(pdb.dbi)
  #expect(pdb.file.bytesRead[dbi.symbolRecordStream] == nil)
}

@Test func oneModulesLinesAreReadAlone() throws {
  let pdb = try Fixture.pdb("shapes64.pdb")
  #expect(pdb.line(at: 0x1000) != nil)
  #expect(pdb.moduleLines.count == 1)
  #expect(pdb.moduleSymbols.isEmpty)
  #expect(pdb.procedure(containing: 0x1000) != nil)
  #expect(pdb.moduleSymbols.count == 1)
}

@Test func indexesAreMadeOnce() throws {
  let pdb = try Fixture.pdb("many.pdb")
  let functions = pdb.symbols(matching: WildcardPattern("Function*"), kinds: .functions)
  #expect(functions.count == 200)
  _ = functions.map { $0.rva.map { pdb.nearest(rva: $0) } }
  let first = pdb.bytesRead
  for function in functions {
    let rva = try #require(function.rva)
    #expect(pdb.nearest(rva: rva)?.name == function.name)
    #expect(pdb.procedure(containing: rva + 1)?.name == function.name)
  }
  // Two records a question, and nothing that grows with the file.
  #expect(pdb.bytesRead - first < functions.count * 200)
}
