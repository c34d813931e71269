import Engine
import Machine
import Testing

@Suite struct BreakInTests {
  @Test func aGuestThatListensEntersItsBreakInCode() throws {
    let guest = try Guest("Listens")
    guest.debugger.interrupt.request()
    let stop = try guest.debugger.go()
    #expect(stop.reason == .breakIn(forced: false))
    #expect(stop.context.ip == (try guest.address("RtlpBreakWithStatusInstruction")))
    #expect(stop.context[.rcx] == 1)
    // The stack leads through the interrupt to the loop.
    let frames = try guest.debugger.frames()
    let names = frames.prefix(3).map { guest.debugger.symbolize($0.ip)?.name }
    #expect(names == ["DbgBreakPointWithStatus", "BreakInInterrupt", "Listens"])
    #expect(frames[2].kind == .interrupted)
    // It goes on behind the int 3, and another break-in works as well.
    guest.debugger.interrupt.request()
    #expect(try guest.debugger.go().reason == .breakIn(forced: false))
  }

  @Test func anIdleGuestIsBrokenInto() throws {
    let guest = try Guest("Halts")
    #expect(try guest.debugger.go().reason == .idle(forced: false))
  }

  @Test func aDeafGuestIsStoppedWhereItIs() throws {
    let guest = try Guest("Deaf")
    guest.debugger.interrupt.request()
    let stop = try guest.debugger.go()
    #expect(stop.reason == .breakIn(forced: true))
    #expect(guest.debugger.symbolize(stop.context.ip)?.name == "Deaf")
    // And runs on from there.
    guest.debugger.interrupt.request()
    #expect(try guest.debugger.go().context[.rbx] > stop.context[.rbx])
  }

  @Test func aGuestThatHaltsForGoodIsStoppedAtOnce() throws {
    let guest = try Guest("HaltsDeaf")
    #expect(try guest.debugger.go().reason == .idle(forced: true))
  }

  @Test func theAttendantIsAskedBetweenSlices() throws {
    let guest = try Guest("Deaf")
    let attendant = ScriptedAttendant([.resume, .resume, .breakIn])
    guest.debugger.attendant = attendant
    #expect(try guest.debugger.go().reason == .breakIn(forced: true))
    #expect(attendant.sliceCount >= 3 && attendant.idleCount == 0)
  }

  @Test func theAttendantMayWakeAnIdleTarget() throws {
    let guest = try Guest("Halts")
    let attendant = ScriptedAttendant([.type([0x61]), .resume, .breakIn])
    guest.debugger.attendant = attendant
    #expect(try guest.debugger.go().reason == .breakIn(forced: false))
    #expect(attendant.idleCount == 3)
    #expect(guest.machine.console.waitingInput == 1)
  }
}

/// Breaks in at an exact count.
final class ExactAttendant: ConsoleAttendant {
  let at: UInt64
  private(set) var asked: [UInt64] = []
  init(at: UInt64) { self.at = at }
  var askAt: UInt64? { asked.contains(at) ? nil : at }
  func consolePrinted(_ bytes: [UInt8]) {}
  func targetRuns(_ state: RunningState) -> RunningDecision {
    asked.append(state.instructionCount)
    return state.instructionCount >= at ? .breakIn : .resume
  }
}

@Suite struct ExactBreakInTests {
  @Test(arguments: ["Listens", "Deaf"]) func theSameCountGivesTheSameStop(function: String) throws {
    var stops: [(clock: UInt64, rbx: UInt64)] = []
    for _ in 0..<2 {
      let guest = try Guest(function)
      let attendant = ExactAttendant(at: 123_457)
      guest.debugger.attendant = attendant
      let stop = try guest.debugger.go()
      stops.append((guest.target.clock, stop.context[.rbx]))
      #expect(attendant.asked.contains(123_457))
    }
    #expect(stops[0] == stops[1])
  }
}

@Suite struct ReportTests {
  /// Runs `Reports` to its `int 3`.
  private func stopped() throws -> (Guest, Stop, [UInt8]) {
    let guest = try Guest("Reports")
    var printed: [UInt8] = []
    guest.debugger.onPrint = { printed += $0 }
    let stop = try guest.debugger.go()
    return (guest, stop, printed)
  }

  @Test func breakpointsOnAddressesGoWithTheirImage() throws {
    let guest = try Guest("Reports")
    for (id, place) in [0x70_0010, 0x70_4FFF, 0x70_5000].enumerated() {
      try guest.debugger.add(Breakpoint(id: id, location: .address(UInt64(place))))
    }
    try guest.debugger.add(Breakpoint(id: 9, location: .deferred("extra!Start")))
    _ = try guest.debugger.go()
    #expect(guest.debugger.breakpoints.all.map(\.id) == [2, 9])
  }

  @Test func printsAndLoadsPassOnTheWay() throws {
    let (guest, stop, printed) = try stopped()
    #expect(printed == Array("hello from below\n".utf8))
    let notice = ImageNotice(
      path: "\\SystemRoot\\System32\\drivers\\extra.sys", base: 0x70_0000, size: 0x5000,
      checkSum: 0xABCD)
    #expect(stop.loads == [notice] && stop.unloads == [notice])
    let place = try guest.address("ReportsBreak")
    #expect(
      stop.reason
        == .exception(
          ExceptionRecord(code: 0x8000_0003, address: place, parameters: [0]), firstChance: true))
  }

  @Test func theContextIsTheGuestsRecord() throws {
    let (guest, stop, _) = try stopped()
    #expect(stop.context.ip == (try guest.address("ReportsBreak")))
    #expect(stop.context[.rbx] == 0x1234)
    #expect(stop.context.sp == Guest.stackTop - 8)
    #expect(stop.context[.cr3] == guest.machine.processors[0].registers.cr3)
    // Edits reach the guest: it stores rbx + 1.
    var context = stop.context
    context[.rbx] = 0x7000
    try guest.debugger.setContext(context)
    #expect(try guest.debugger.context()[.rbx] == 0x7000)
    try guest.breakpoint("ReportsEnd")
    let next = try guest.debugger.go()
    #expect(next.reason == .breakpoints([0]) && next.context[.rbx] == 0x7001)
  }

  @Test func theAnswerIsInThePacket() throws {
    for (handling, answer) in [
      (Resumption.Handling.handled, 0x0001_0002), (.notHandled, 0x8001_0001),
    ] as [(Resumption.Handling, UInt64)] {
      let (guest, _, _) = try stopped()
      try guest.breakpoint("ReportsEnd")
      _ = try guest.debugger.go(handling: handling)
      #expect(try guest.debugger.readUInt(try guest.address("TrapPacket") + 12, 4) == answer)
    }
  }

  @Test func aStepLeavesTheDebuggerLayerFirst() throws {
    let (guest, stop, _) = try stopped()
    // The int 3 is stepped over as such, then inc ebx is executed.
    let first = try guest.debugger.stepInto()
    #expect(first.reason == .stepped && first.context.ip == stop.context.ip + 1)
    #expect(first.context[.rbx] == 0x1234)
    let second = try guest.debugger.stepInto()
    #expect(second.context.ip == stop.context.ip + 3 && second.context[.rbx] == 0x1235)
    #expect(second.context.sp == stop.context.sp)
  }

  @Test func filtersDecideAboutEvents() throws {
    let guest = try Guest("Reports")
    guest.debugger.eventFilter = { event in
      switch event.kind {
      case .load: .stop
      case .exception: .goOn(.notHandled)
      default: nil
      }
    }
    guard case .load(let notice) = try guest.debugger.go().reason else {
      Issue.record("no load")
      return
    }
    #expect(notice.base == 0x70_0000)
    // The exception is passed; its handler here goes back to the int 3, so change that to a nop.
    try guest.debugger.write(try guest.address("ReportsBreak"), [0x90])
    #expect(try guest.debugger.go().reason == .ended(.powerOff))
  }
}
