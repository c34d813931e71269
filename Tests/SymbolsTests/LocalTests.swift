import Symbols
import Testing

/// A variable as a person would write it: `param Shape @rcx`.
private func describe(_ local: Local) -> String {
  (local.isParameter ? "param " : "") + local.name + " " + describe(local.location)
}

private func describe(_ location: Local.Location) -> String {
  switch location {
  case .register(let register): return "@" + (register.name ?? "\(register.rawValue)")
  case .registerRelative(let register, let offset):
    let name = register.name ?? (register == .vframe ? "vframe" : "\(register.rawValue)")
    return "[\(name)\(offset < 0 ? "" : "+")\(offset)]"
  case .framePointerRelative(let offset): return "[frame+\(offset)]"
  case .image(let rva): return "image+0x\(String(rva, radix: 16))"
  case .pieces(let pieces):
    return pieces.map { "\($0.offset):" + describe($0.location) }.joined(separator: " ")
  case .unavailable: return "-"
  case .constant(let value): return "=\(Int64(bitPattern: value.bits))"
  }
}

private func locals(_ file: String, _ rva: UInt32) throws -> [String] {
  let pdb = try Fixture.pdb(file)
  let procedure = try #require(pdb.procedure(containing: rva))
  return pdb.locals(of: procedure, at: rva).map(describe)
}

@Test func variablesOfNestedBlocks() throws {
  let outer = [
    "param Shape [rsp+72]", "param Count [rsp+84]", "Sum [rsp+68]", "CallCount image+0x32ac",
  ]
  // Before the prolog has stored anything, nothing is anywhere.
  #expect(
    try locals("shapes64.pdb", 0x10e0) == [
      "param Shape -", "param Count -", "Sum -", "CallCount image+0x32ac",
    ])
  #expect(try locals("shapes64.pdb", 0x10f0) == outer)
  #expect(try locals("shapes64.pdb", 0x1104) == outer + ["Index [rsp+64]"])
  #expect(try locals("shapes64.pdb", 0x1116) == outer + ["Index [rsp+64]", "Row [rsp+48]"])
  // An inner variable of the same name comes behind the outer one.
  #expect(
    try locals("shapes64.pdb", 0x1143) == outer + [
      "Index [rsp+64]", "Row [rsp+48]", "Sum [rsp+40]",
    ])
  #expect(try locals("shapes64.pdb", 0x1159) == outer + ["Index [rsp+64]", "Row [rsp+48]"])
}

@Test func variablesOfX86FunctionsGoByTwoFramePointers() throws {
  #expect(
    try locals("shapes32.pdb", 0x10d0) == [
      "param Shape [ebp+8]", "param Count [ebp+12]", "Sum [vframe-4]", "CallCount image+0x3238",
    ])
}

@Test func variablesInRegistersMove() throws {
  #expect(
    try locals("shapes64.pdb", 0x1000) == ["param Shape @rcx", "param Scale @edx", "Total -"])
  #expect(
    try locals("shapes64.pdb", 0x1070) == [
      "param Shape -", "param Scale @esi", "Total @edi", "Index =0", "Step -",
    ])
  #expect(try locals("shapes64.pdb", 0x1071).last == "Step @ecx")
}

@Test func recordsThatClangDoesNotWrite() throws {
  #expect(
    try locals("records.pdb", 0x1000) == [
      "RegisterRelative [rsp+48]", "BaseRelative [rbp-8]", "InRegister @rcx",
      "InParts 0:@eax 4:@edx", "param WithGap [rbp-16]", "FullScopeVariable [rbp+24]",
      "param FullScopeParameter [rsp+32]", "Gone -",
    ])
  // Inside of the gap of one of them.
  for rva: UInt32 in [0x1001, 0x1002] {
    #expect(try locals("records.pdb", rva)[4] == "param WithGap -")
  }
  #expect(try locals("records.pdb", 0x1003)[4] == "param WithGap [rbp-16]")
}

@Test func proceduresKnowTheirExtentAndLabels() throws {
  let pdb = try Fixture.pdb("records.pdb")
  let procedure = try #require(pdb.procedure(containing: 0x1004))
  #expect(procedure.rva == 0x1000)
  #expect(procedure.length == 5)
  #expect(procedure.debugStart == 1)
  #expect(procedure.debugEnd == 4)
  #expect(procedure.type == nil)
  #expect(!procedure.isLocal)
  let labels = pdb.labels(of: procedure)
  #expect(labels.map(\.name) == ["RecordedMiddle"])
  #expect(labels.map(\.rva) == [0x1001])
  let thunk = try #require(pdb.procedure(containing: 0x1005))
  #expect(thunk.name == "Thunk" && thunk.length == 2)
  #expect(pdb.locals(of: thunk, at: 0x1005).isEmpty)
}

@Test func inlinedCallsNest() throws {
  let pdb = try Fixture.pdb("shapes64.pdb")
  let procedure = try #require(pdb.procedure(containing: 0x1000))
  func sites(_ rva: UInt32) -> [String] {
    pdb.inlineSites(of: procedure, at: rva).map { "\($0.depth) \($0.name):\($0.line ?? 0)" }
  }
  #expect(sites(0x100e) == [])
  #expect(sites(0x100f) == ["0 SumOfSquares:17", "1 Square:11"])
  #expect(sites(0x1012) == ["0 SumOfSquares:17", "1 Square:12"])
  #expect(sites(0x1018) == ["0 SumOfSquares:18", "1 Square:11"])
  #expect(sites(0x101d) == ["0 SumOfSquares:18", "1 Square:12"])
  #expect(sites(0x1023) == ["0 SumOfSquares:18"])
  #expect(sites(0x1025) == [])
  let outer = try #require(pdb.inlineSites(of: procedure, at: 0x1012).first)
  #expect(outer.file == "C:\\fixture\\shapes.c")
  #expect(outer.ranges == [0x100f..<0x1025])
  #expect(pdb.inlineSites(of: procedure, at: 0x5000) == [])
}

@Test func inlinedFunctionsHaveVariables() throws {
  let pdb = try Fixture.pdb("shapes64.pdb")
  let procedure = try #require(pdb.procedure(containing: 0x1000))
  let sites = pdb.inlineSites(of: procedure, at: 0x1018)
  #expect(
    sites.map { pdb.locals(of: procedure, at: 0x1018, in: $0).map(describe) } == [
      ["param A -", "param B @edx", "First @eax"],
      ["param Side @edx", "Result -"],
    ])
}

@Test func inlinedMethodsHaveTheirClass() throws {
  let pdb = try Fixture.pdb("classes.pdb")
  let use = try #require(pdb.globals(named: "Use").first?.rva)
  let procedure = try #require(pdb.procedure(containing: use))
  var names: Set<String> = []
  for rva in procedure.rva..<(procedure.rva + procedure.length) {
    for site in pdb.inlineSites(of: procedure, at: rva) { names.insert(site.name) }
  }
  #expect(names == ["Space::Derived::Twice"])
}
