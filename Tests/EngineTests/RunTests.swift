import Engine
import Machine
import Testing

@Suite struct RunTests {
  @Test func liveTargetConforms() throws {
    let guest = try Guest("Entry")
    let edge = 16 << 20
    guest.machine.load([1, 2, 3, 4], at: UInt64(edge - 0x1000))
    try TargetConformance(
      target: guest.target, readable: (UInt64(edge - 0x1000), [1, 2, 3, 4], 0x1000)
    ).check()
  }

  @Test func breakpointsStopBeforeTheInstruction() throws {
    let guest = try Guest("Counts", argument: 3)
    let id = try guest.breakpoint("CountsCall")
    for count in 1...3 {
      let stop = try guest.debugger.go()
      #expect(stop.reason == .breakpoints([id]))
      #expect(stop.context.ip == (try guest.address("CountsCall")))
      #expect(stop.context[.rbx] == UInt64(count))
    }
    #expect(guest.debugger.breakpoints[id]?.hits == 3)
    #expect(try guest.debugger.go().reason == .idle(forced: true))
  }

  @Test func targetMemoryDoesNotChange() throws {
    let guest = try Guest("Counts", argument: 1)
    let place = try guest.address("CountsCall")
    let before = try guest.debugger.readAll(place, 5)
    try guest.breakpoint("CountsCall")
    _ = try guest.debugger.go()
    #expect(try guest.debugger.readAll(place, 5) == before)
  }

  @Test func passesCountDownUnderGoOnly() throws {
    let guest = try Guest("Counts", argument: 9)
    let id = try guest.breakpoint("CountsCall", passes: 3)
    #expect(try guest.debugger.go().context[.rbx] == 3)
    #expect(guest.debugger.breakpoints[id]?.remaining == 1)
    // Once due, it stops each time.
    #expect(try guest.debugger.go().context[.rbx] == 4)
  }

  @Test func oneShotsLeaveWithTheirHit() throws {
    let guest = try Guest("Counts", argument: 3)
    var breakpoint = Breakpoint(id: 5, location: .address(try guest.address("CountsCall")))
    breakpoint.isOneShot = true
    try guest.debugger.add(breakpoint)
    let stop = try guest.debugger.go()
    #expect(stop.retired.map(\.id) == [5])
    #expect(guest.debugger.breakpoints.isEmpty)
    #expect(try guest.debugger.go().reason == .idle(forced: true))
  }

  @Test func conditionsAreAskedAtEachHit() throws {
    let guest = try Guest("Counts", argument: 50)
    var breakpoint = Breakpoint(id: 0, location: .address(try guest.address("CountsCall")))
    breakpoint.condition = "rbx == 40"
    try guest.debugger.add(breakpoint)
    var asked = 0
    guest.debugger.shouldStop = { [debugger = guest.debugger] breakpoint in
      asked += 1
      return (try? debugger.context()[.rbx]) == 40
    }
    let stop = try guest.debugger.go()
    #expect(stop.reason == .breakpoints([0]) && stop.context[.rbx] == 40)
    #expect(asked == 40 && guest.debugger.breakpoints[0]?.hits == 1)
  }

  @Test func disabledAndFilteredOnesDoNotStop() throws {
    let guest = try Guest("Counts", argument: 3)
    var disabled = Breakpoint(id: 0, location: .address(try guest.address("CountsCall")))
    disabled.isEnabled = false
    try guest.debugger.add(disabled)
    var elsewhere = Breakpoint(id: 1, location: .address(try guest.address("CountsCall")))
    elsewhere.processor = 7
    try guest.debugger.add(elsewhere)
    #expect(try guest.debugger.go().reason == .idle(forced: true))
    #expect(guest.debugger.breakpoints.all.map(\.hits) == [0, 0])
  }

  @Test func callDepthLimitsHold() throws {
    // Recurse(0) ends in a jump to Leaf, so Leaf is reached at depths 6 (twice), 5, 4 and 3 with
    // the outside caller.
    let rows: [(maximum: Int?, minimum: Int?, hits: Int)] = [
      (nil, nil, 5), (5, nil, 2), (nil, 4, 3), (6, 3, 2), (1, nil, 0),
    ]
    for row in rows {
      let guest = try Guest("Recurse", argument: 4)
      var breakpoint = Breakpoint(id: 0, location: .address(try guest.address("Leaf")))
      breakpoint.maximumDepth = row.maximum
      breakpoint.minimumDepth = row.minimum
      try guest.debugger.add(breakpoint)
      while case .breakpoints = try guest.debugger.go().reason {}
      #expect(guest.debugger.breakpoints[0]?.hits == row.hits, "\(row)")
    }
  }

  @Test func twoAtOnePlaceAreBothReported() throws {
    let guest = try Guest("Counts", argument: 3)
    let first = try guest.breakpoint("CountsCall")
    let second = try guest.breakpoint("CountsCall")
    #expect(try guest.debugger.go().reason == .breakpoints([first, second]))
  }

  @Test func dataBreakpointsStopAfterTheWrite() throws {
    let guest = try Guest("Counts", argument: 3)
    let counter = try guest.address("Counter")
    try guest.debugger.add(
      Breakpoint(id: 0, location: .address(counter), kind: .data(.write, length: 4)))
    for count in 1...2 {
      #expect(try guest.debugger.go().reason == .breakpoints([0]))
      #expect(try guest.debugger.readUInt(counter, 4) == UInt64(count))
    }
    guest.debugger.breakpoints[0] = nil
    #expect(try guest.debugger.go().reason == .idle(forced: true))
  }

  @Test func goStopsAtAnAddress() throws {
    let guest = try Guest("Counts", argument: 3)
    let done = try guest.address("CountsDone")
    let stop = try guest.debugger.go(until: [done])
    #expect(stop.reason == .stepped && stop.context.ip == done && stop.context[.rbx] == 3)
  }

  @Test func changedCodeIsWhatRuns() throws {
    let guest = try Guest("Counts", argument: 1)
    // inc ebx becomes dec ebx.
    let place = try guest.address("CountsCall") - 10
    #expect(try guest.debugger.readAll(place, 2) == [0xFF, 0xC3])
    try guest.debugger.write(place + 1, [0xCB])
    try guest.breakpoint("CountsCall")
    #expect(try guest.debugger.go().context[.rbx] == 0xFFFF_FFFF)
  }

  @Test func anEndIsAnEnd() throws {
    let guest = try Guest("ReportsEnd")
    let attendant = ScriptedAttendant()
    guest.debugger.attendant = attendant
    #expect(try guest.debugger.go().reason == .ended(.powerOff))
    #expect(attendant.printed == Array("bye\n".utf8))
    #expect(throws: TargetError.ended(.powerOff)) { try guest.debugger.go() }
    #expect(throws: TargetError.ended(.powerOff)) { try guest.debugger.stepInto() }
  }

  @Test func tripleFaultsAreTold() throws {
    let guest = try Guest("Leaf")
    guest.machine.processors[0].registers.idtr = TableRegister(base: 0, limit: 0)
    guest.machine.processors[0].registers.rip = 0x4000_0000
    #expect(try guest.debugger.go().reason == .ended(.tripleFault))
  }
}
