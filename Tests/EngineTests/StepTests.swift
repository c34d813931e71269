import Engine
import Machine
import Testing

@Suite struct StepTests {
  @Test func intoGoesIntoCalls() throws {
    let guest = try Guest("Counts", argument: 3)
    try guest.breakpoint("CountsCall")
    _ = try guest.debugger.go()
    let stop = try guest.debugger.stepInto()
    #expect(try stop.reason == .stepped && stop.context.ip == (guest.address("Leaf")))
  }

  @Test func overRunsCallsToTheirEnd() throws {
    let guest = try Guest("Counts", argument: 3)
    try guest.breakpoint("CountsCall")
    _ = try guest.debugger.go()
    let stop = try guest.debugger.stepOver()
    #expect(try stop.reason == .stepped && stop.context.ip == (guest.address("CountsAfter")))
    #expect(stop.context[.rax] == 3)
  }

  @Test func aBreakpointInsideTheCallComesFirst() throws {
    let guest = try Guest("Counts", argument: 3)
    try guest.breakpoint("CountsCall")
    _ = try guest.debugger.go()
    let inside = try guest.breakpoint("Leaf")
    #expect(try guest.debugger.stepOver().reason == .breakpoints([inside]))
  }

  @Test func overIsBoundToItsStack() throws {
    // Recurse calls itself; stepping over the inner call must end in the same invocation.
    let guest = try Guest("Recurse", argument: 4)
    let call = try guest.debugger.stepToCall(over: true)
    let sp = call.context.sp
    let stop = try guest.debugger.stepOver()
    #expect(stop.reason == .stepped && stop.context.sp == sp)
    #expect(stop.context.ip == call.context.ip + 5)
    // 3 * (1 + 1 + 2 + 3)
    #expect(stop.context[.rax] == 21)
  }

  @Test func overRunsRepeatedStringsToTheirEnd() throws {
    let guest = try Guest("Interrupts")
    try guest.breakpoint("InterruptsStore")
    #expect(try guest.debugger.go().context[.rcx] == 0x200)
    let stop = try guest.debugger.stepOver()
    #expect(try stop.context.ip == (guest.address("InterruptsDone")) && stop.context[.rcx] == 0)
  }

  @Test func aSoftwareInterruptIsOneStep() throws {
    let guest = try Guest("Interrupts")
    let call = try guest.address("InterruptsCall")
    _ = try guest.debugger.go(until: [call - 7])
    let stop = try guest.debugger.stepInto()
    #expect(stop.reason == .stepped && stop.context.ip == call - 5)
    #expect(stop.context.sp == Guest.stackTop - 8 - 8 - 0x220)
  }

  @Test func anInterruptInTheWayIsRunThrough() throws {
    let guest = try Guest("Listens")
    let loop = try guest.address("Listens") + 5
    _ = try guest.debugger.go(until: [loop])
    // A pending break-in is delivered before the next instruction; the step must not end in it.
    guest.debugger.eventFilter = { _ in .goOn(.handled) }
    let before = try guest.context()[.rbx]
    let stop = try guest.debugger.stepInto()
    #expect(stop.context.ip == loop + 3 && stop.context[.rbx] == before &+ 1)
  }

  @Test func outReturnsToTheCaller() throws {
    let guest = try Guest("Counts", argument: 3)
    try guest.breakpoint("Leaf")
    _ = try guest.debugger.go()
    let stop = try guest.debugger.stepOut()
    #expect(try stop.reason == .stepped && stop.context.ip == (guest.address("CountsAfter")))
    // From the middle of a function with a frame, too.
    let outer = guest.debugger.unwind(stop.context)
    guest.debugger.breakpoints[0] = nil
    let out = try guest.debugger.stepOut()
    #expect(out.context.ip == Guest.exit && outer[1].ip == Guest.exit)
    #expect(out.context[.rbx] == 0)
  }

  @Test func nextCallReturnAndBranch() throws {
    let guest = try Guest("Counts", argument: 2)
    let call = try guest.address("CountsCall")
    #expect(try guest.debugger.stepToCall(over: true).context.ip == call)
    var seen: [UInt64] = []
    let branch = try guest.debugger.stepToBranch(over: true) { seen.append($0.context.ip) }
    #expect(try branch.context.ip == (guest.address("CountsAfter")) + 2 && seen.count == 1)
    let back = try guest.debugger.stepToReturn(over: true)
    #expect(guest.debugger.instruction(at: back.context.ip)?.flow == .return)
    #expect(back.context.sp == Guest.stackTop - 8)
    let again = try Guest("Counts", argument: 2)
    let leaf = try again.debugger.stepToReturn(over: false)
    #expect(again.debugger.symbolize(leaf.context.ip)?.name == "Leaf")
  }

  @Test func toAnAddress() throws {
    let guest = try Guest("Counts", argument: 2)
    let done = try guest.address("CountsDone")
    #expect(try guest.debugger.step(toAddress: done, over: true).context.ip == done)
    guest.debugger.interrupt.request()
    let again = try Guest("Deaf")
    again.debugger.interrupt.request()
    #expect(try again.debugger.step(toAddress: 1, over: false).reason == .breakIn(forced: true))
  }

  @Test func linesAreSteppedAsOne() throws {
    let guest = try Guest("Entry")
    let start = try #require(guest.debugger.sourceLine(at: try guest.context().ip))
    let stop = try guest.debugger.stepOver(.line)
    let next = try #require(guest.debugger.sourceLine(at: stop.context.ip))
    #expect(next.line != start.line && next.addresses.lowerBound == stop.context.ip)
  }

  @Test func otherProcessorsStandStillInASingleStep() throws {
    let guest = try Guest("Counts", argument: 3, processors: 2)
    let other = guest.machine.processors[1].registers
    let before = other.rip
    _ = try guest.debugger.stepInto()
    _ = try guest.debugger.stepInto()
    #expect(other.rip == before)
  }
}
