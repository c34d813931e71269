import Engine
import Testing

@Suite struct TargetTests {
  @Test func memoryTargetConforms() throws {
    let target = MemoryTarget()
    target.add((0..<64).map { UInt8($0) }, at: 0x1000)
    try TargetConformance(target: target, readable: (0x1000, (0..<16).map { UInt8($0) }, 64))
      .check()
  }

  @Test func readsKeepTheirHoles() throws {
    let target = MemoryTarget()
    target.add([1, 2, 3, 4], at: 0x1000)
    target.add([9, 9], at: 0x1008)
    let debugger = Debugger(target: target, symbols: SymbolStore())
    let read = debugger.read(0xFFE, 14)
    #expect(read.holes == [0..<2, 6..<10, 12..<14])
    #expect(read.uint(at: 2, size: 4) == 0x0403_0201)
    #expect(read.uint(at: 5, size: 2) == nil)
    #expect(read.uint(at: 10, size: 2) == 0x0909)
    #expect(read.uint(at: 10, size: 8) == nil)
    #expect(!read.isComplete && read.validPrefix == 0)
    #expect(throws: MemoryError(address: 0x1004)) { try debugger.readAll(0x1000, 8) }
    #expect(throws: MemoryError(address: 0x1004)) { try debugger.readUInt(0x1002, 4) }
    #expect(try debugger.readUInt(0x1001, 3) == 0x040302)
  }

  @Test func stringsEndWhereMemoryDoes() throws {
    let target = MemoryTarget()
    target.add(Array("text\0more".utf8), at: 0x1000)
    target.add([4, 0, 4, 0, 0, 0, 0, 0, 0x10, 0x20, 0, 0, 0, 0, 0, 0], at: 0x2000)
    target.add([0x68, 0, 0x69, 0], at: 0x2010)
    let debugger = Debugger(target: target, symbols: SymbolStore())
    #expect(try debugger.readCString(0x1000) == Array("text".utf8))
    #expect(try debugger.readCString(0x1005) == Array("more".utf8))
    #expect(try debugger.readCString(0x1005, limit: 2) == Array("mo".utf8))
    #expect(throws: MemoryError.self) { try debugger.readCString(0x3000) }
    #expect(try debugger.readUnicodeString(0x2000) == "hi")
  }

  @Test func aTargetThatCannotRunSaysSo() throws {
    let debugger = Debugger(target: MemoryTarget(), symbols: SymbolStore())
    #expect(throws: TargetError.unsupported("run")) { try debugger.go() }
    #expect(throws: TargetError.unsupported("run")) { try debugger.stepInto() }
  }

  @Test func interruptIsTakenOnce() throws {
    let interrupt = Interrupt()
    try interrupt.check()
    interrupt.request()
    #expect(interrupt.isRequested)
    #expect(throws: Cancelled()) { try interrupt.check() }
    try interrupt.check()
  }

  static let sentences: [(any Error, String)] = [
    (TargetError.unsupported("run"), "The target cannot run"),
    (
      TargetError.unwritable(0xFFFF_F800_0140_0000),
      "Unable to write memory at fffff800`01400000"
    ),
    (TargetError.noProcessor(3), "There is no processor 3"),
    (TargetError.ended(.tripleFault), "The target has ended: triple fault"),
    (TargetError.ended(.powerOff), "The target has ended: it switched itself off"),
    (TargetError.ended(.reset), "The target has ended: it reset itself"),
    (
      TargetError.badTrap(address: 3, length: 4),
      "Data breakpoint of 4 bytes at 00000000`00000003 is not aligned"
    ),
    (MemoryError(address: 0x10), "Unable to read memory at 00000000`00000010"),
    (
      MemoryError(address: 0x10, isWrite: true, isPhysical: true),
      "Unable to write physical memory at 00000000`00000010"
    ),
    (LookupError.noModule("x"), "Unable to find module 'x'"),
    (LookupError.noSymbol("x!y"), "Couldn't resolve 'x!y'"),
    (LookupError.ambiguousSymbol("y", [1, 2]), "Ambiguous symbol 'y'"),
    (LookupError.noType("_X"), "Symbol _X not found."),
    (
      LookupError.noField(type: "_X", field: "y"),
      "Cannot find specified field member 'y' of _X."
    ),
    (LookupError.notAggregate(type: "int"), "int has no members"),
    (LookupError.loop(at: 16), "The list does not end: 00000000`00000010 was seen before"),
    (Cancelled(), "Interrupted"),
  ]

  @Test(arguments: sentences.indices) func sentence(row: Int) {
    #expect("\(Self.sentences[row].0)" == Self.sentences[row].1)
  }
}
