import Engine
import Testing

@Suite struct SymbolPathTests {
  static let rows: [(String, [String], String)] = [
    ("/a;/b", ["/a", "/b"], "/a;/b"),
    (" /a ; ;/b", ["/a", "/b"], "/a;/b"),
    ("srv*/cache*https://server/symbols", ["/cache"], "srv*/cache*https://server/symbols"),
    ("srv*", [], "srv*"),
    ("cache*/c;SRV*https://server", ["/c"], "cache*/c;srv*https://server"),
    ("symsrv*symsrv.dll*/x*/y", ["/x", "/y"], "srv*/x*/y"),
    ("", [], ""),
  ]

  @Test(arguments: rows) func formsAreRead(text: String, folders: [String], written: String) {
    let path = SymbolPath(text)
    #expect(path.folders == folders)
    #expect(path.text == written)
  }
}

@Suite struct SymbolTests {
  @Test func theKernelIsFoundByItsHint() throws {
    let (debugger, _) = try Walker.session()
    #expect(debugger.modules.map(\.name) == ["nt"])
    let module = try #require(debugger.module(named: "NT"))
    #expect(module.base == Walker.base && module.imageName == "ntoskrnl.exe")
    #expect(debugger.module(named: "ntoskrnl") === module)
    guard case .pdb(let path) = module.symbolState else {
      Issue.record("\(module.symbolState)")
      return
    }
    #expect(path.hasSuffix("walker.pdb"))
  }

  @Test(arguments: ["nt!Pushes", "Pushes", "!Pushes", "nt!pushes"])
  func namesLeadToAddresses(name: String) throws {
    let (debugger, _) = try Walker.session()
    #expect(try debugger.address(of: name) == Walker.base + 0x1010)
  }

  @Test func unknownNamesAreErrors() throws {
    let (debugger, _) = try Walker.session()
    #expect(throws: LookupError.noSymbol("nt!Nobody")) { try debugger.address(of: "nt!Nobody") }
    #expect(throws: LookupError.noSymbol("other!Leaf")) { try debugger.address(of: "other!Leaf") }
    #expect(try debugger.address(of: "nt") == Walker.base)
    #expect(debugger.resolve("").isEmpty)
  }

  @Test func addressesHaveNames() throws {
    let (debugger, _) = try Walker.session()
    let at = try #require(debugger.symbolize(Walker.base + 0x1013))
    #expect(at.qualifiedName == "nt!Pushes" && at.displacement == 3)
    let next = try #require(debugger.nextSymbol(after: Walker.base + 0x1013))
    #expect(next.name == "Big" && next.displacement == 0)
    #expect(debugger.symbolize(0x10) == nil)
    // Labels of assembly are public names.
    let label = try debugger.address(of: "RtlpBreakWithStatusInstruction")
    #expect(try debugger.readUInt(label, 1) == 0xCC)
  }

  @Test func wildcardsEnumerate() throws {
    let (debugger, _) = try Walker.session()
    let names = try debugger.symbols(matching: "n*!Counts*").map(\.name)
    #expect(names == ["Counts", "CountsCall", "CountsAfter", "CountsDone"])
    #expect(try debugger.symbols(matching: "hal!*").isEmpty)
    debugger.interrupt.request()
    #expect(throws: Cancelled()) { try debugger.symbols(matching: "*") }
  }

  @Test func withoutASymbolFileTheModuleRemains() throws {
    let (debugger, _) = try Walker.session(symbols: "/nowhere")
    let module = try #require(debugger.kernel)
    #expect(module.pdb == nil && module.symbolState == .none)
    let at = try #require(debugger.symbolize(Walker.base + 0x1013))
    #expect(at.qualifiedName == "nt" && at.displacement == 0x1013)
    // The next reload searches again.
    debugger.symbols.path = SymbolPath(Walker.folder)
    try debugger.reloadModules()
    #expect(try debugger.address(of: "Leaf") == Walker.base + 0x1000)
  }

  @Test func linesLeadToCodeAndBack() throws {
    let (debugger, _) = try Walker.session()
    let leaf = try debugger.address(of: "Leaf")
    let place = try #require(debugger.sourceLine(at: leaf))
    #expect(place.file.hasSuffix("walker.c"))
    #expect(place.addresses.contains(leaf))
    #expect(debugger.addresses(file: "walker.c", line: place.line).contains(leaf))
  }
}
