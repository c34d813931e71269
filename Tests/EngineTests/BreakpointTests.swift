import Engine
import Testing

@Suite struct BreakpointTests {
  @Test func numbersAreTheLowestFree() {
    var table = BreakpointTable()
    table.insert(Breakpoint(id: 0, location: .address(1)))
    table.insert(Breakpoint(id: 2, location: .address(2)))
    #expect(table.nextID == 1)
    #expect(table.all.map(\.id) == [0, 2])
    let renumbered = table.renumber(2, to: 7)
    let taken = table.renumber(0, to: 7)
    #expect(renumbered && !taken)
    #expect(table[7]?.address == 2)
    table[0] = nil
    #expect(table.nextID == 0)
    var like = Breakpoint(id: 0, location: .address(2))
    #expect(table.existing(at: 2, like: like)?.id == 7)
    like.process = 1
    #expect(table.existing(at: 2, like: like) == nil)
    like = Breakpoint(id: 0, location: .address(2), kind: .data(.write, length: 4))
    #expect(table.existing(at: 2, like: like) == nil)
  }

  @Test func deferredOnesFollowTheResolver() throws {
    let debugger = Debugger(target: MemoryTarget(), symbols: SymbolStore())
    var answer: UInt64?
    debugger.resolveLocation = { $0 == "extra!Start" ? answer : nil }
    let added = try debugger.add(Breakpoint(id: 0, location: .deferred("extra!Start")))
    #expect(added.isUnresolved)
    answer = 0x5000
    debugger.resolveBreakpoints()
    #expect(debugger.breakpoints[0]?.address == 0x5000)
    answer = nil
    debugger.resolveBreakpoints()
    #expect(debugger.breakpoints[0]?.isUnresolved == true)
  }

  @Test func dataBreakpointsMustBeAligned() {
    let debugger = Debugger(target: MemoryTarget(), symbols: SymbolStore())
    #expect(throws: TargetError.badTrap(address: 2, length: 4)) {
      try debugger.add(
        Breakpoint(id: 0, location: .address(2), kind: .data(.write, length: 4)))
    }
    #expect(debugger.breakpoints.isEmpty)
  }
}
