import Engine
import Language
import Testing

/// Breakpoints whose commands only let the target run on are not stopped at: nobody may notice but by
/// the clock.
struct ConditionTests {
  /// A session before a loop that passes an address twenty times, its number of rounds in ecx.
  private func loop() throws -> LiveSession {
    let live = try LiveSession("nt!Entry")
    // mov ecx,14h / nop / dec ecx / jne / hlt
    try live.session.debugger.write(
      0x20_0000, [0xB9, 0x14, 0, 0, 0, 0x90, 0xFF, 0xC9, 0x75, 0xFB, 0xF4])
    _ = live.session.execute("r rip=200000;eb 200100 0")
    _ = live.session.execute(".prompt_allow -dis -sym")
    return live
  }

  @Test(arguments: [
    ".if (@ecx == 5) {.echo five} .else {gc}", "j (@ecx == 5) '.echo five' ; 'gc'",
    "$$ a comment ; .block {.if (@ecx != 5) {gc}}; .echo five",
    "r $t3=@ecx;.if (@$t3 == 5) {.echo five} .else {gc}",
    ".if (@$ip != 200005) {} .elsif (@ecx==5) {.echo five} .else {gc}",
  ])
  func commandsThatResume(_ commands: String) throws {
    let live = try loop()
    _ = live.session.execute("bp 200005 \"\(commands)\"")
    live.test.expect(
      """
      kd> g
      five
      kd> ? @ecx
      Evaluate expression: 5 = 00000000`00000005
      kd> ? @$eventip - @$previp
      Evaluate expression: 0 = 00000000`00000000
      """)
    let breakpoint = try #require(live.session.debugger.breakpoints[0])
    #expect(breakpoint.hits == 16)
    #expect(live.session.debugger.lastStop?.reason == .breakpoints([0]))
    #expect(
      live.session.recentEvents.suffix(16) == [String](repeating: "Hit breakpoint 0", count: 16))
  }

  @Test func passesCountBeforeCommands() throws {
    let live = try loop()
    _ = live.session.execute("bp 200005 3 \".if (@ecx <= 0n10) {} .else {gc}\"")
    _ = live.session.execute("bp /w \"@ecx < 4\" 200006 \"gc\"")
    _ = live.session.execute("g")
    #expect(try live.session.evaluate("@ecx") == 10)
    _ = live.session.execute("bc 0")
    _ = live.session.execute("bp 20000a")
    _ = live.session.execute("g")
    #expect(live.session.debugger.breakpoints[1]?.hits == 3)
    #expect(live.session.debugger.lastStop?.reason == .breakpoints([0]))
  }

  @Test func conditionsSeeWhatChanges() throws {
    let live = try loop()
    // Counting changes $t0, so that the condition of the other one holds at the seventh round.
    _ = live.session.execute("r $t0=0")
    _ = live.session.execute("bp 200005 \"r $t0=@$t0+1;gc\"")
    _ = live.session.execute("bp 200006 \".if (@$t0 == 7) {} .else {gc}\"")
    _ = live.session.execute("g")
    #expect(try live.session.evaluate("@ecx") == 0x14 - 6)
    // Memory and a register set at the stop count from the next hit on.
    _ = live.session.execute("bc *;eb 200100 1;r ecx=3")
    _ = live.session.execute("bp 200005 \"j (by(200100) == 1 & @ecx != 1) 'gc'\"")
    _ = live.session.execute("g")
    #expect(try live.session.evaluate("@ecx") == 1)
  }

  @Test func resumingAfterAStepStepsAgain() throws {
    let live = try loop()
    _ = live.session.execute("g 200005")
    _ = live.session.execute("bp 200008 \".if (@ecx > 0n10) {gc} .else {}\"")
    // A step that comes to the breakpoint goes on as a step.
    _ = live.session.execute("t 2")
    _ = live.session.execute("g")
    #expect(try live.session.evaluate("@ecx") == 10)
  }

  @Test func errorsStopTheTarget() throws {
    let live = try loop()
    _ = live.session.execute("bp 200005 \".if (poi(0-1000) == 1) {} .else {gc}\"")
    live.test.expect(
      """
      kd> g
      Memory access error at ') == 1) {} .else {gc}'
      kd> ? @ecx
      Evaluate expression: 20 = 00000000`00000014
      """)
  }

  /// Commands are read once, but what their aliases stand for is asked at each hit.
  @Test func aliasesMayChangeBetweenHits() throws {
    let live = try loop()
    _ = live.session.execute("bp 200005 \".if (@ecx == ${limit}) {} .else {gc}\"")
    _ = live.session.execute("as /x limit 0n10")
    _ = live.session.execute("g")
    #expect(try live.session.evaluate("@ecx") == 10)
    _ = live.session.execute("as /x limit 3")
    _ = live.session.execute("g")
    #expect(try live.session.evaluate("@ecx") == 3)
  }

  @Test(arguments: [
    "@ecx == 5", "@cl == 5 && @zf == 0", "*(char*)0x200100 == 0 && @rcx < 6",
    "(@rcx & 1) && (int)@ecx - 6 < 0", "poi(200000) != 0 and (@ecx == 5)",
  ])
  func conditionsOfBothLanguages(_ condition: String) throws {
    let live = try loop()
    _ = live.session.execute("bp /w \"\(condition)\" 200005")
    _ = live.session.execute("g")
    #expect(try live.session.evaluate("@ecx") == 5)
    #expect(live.session.debugger.breakpoints[0]?.hits == 1)
  }

  @Test func aDebuggerOutlivesItsSession() throws {
    var live: LiveSession? = try loop()
    let debugger = try #require(live?.session.debugger)
    _ = live?.session.execute("bp /w \"@ecx == 5\" 200005 \"gc\"")
    weak let session = live?.session
    live = nil
    #expect(session == nil)
    // Nobody is there to judge the condition and to carry out the commands.
    let stop = try debugger.go()
    #expect(stop.reason == .breakpoints([0]))
    #expect(stop.context[.rcx] == 0x14)
  }

  @Test func stopsKeepTheirRegisters() throws {
    let live = try loop()
    let debugger = live.session.debugger
    let first = try debugger.stepInto()
    let second = try debugger.stepInto()
    #expect(first.ip == 0x20_0005 && first.context.ip == 0x20_0005)
    #expect(first.context[.rcx] == 0x14)
    var changed = second.context
    changed[.rcx] = 9
    _ = try debugger.stepInto()
    let third = try #require(debugger.lastStop)
    try debugger.setContext(changed)
    #expect(third.context[.rcx] == 0x13)
  }
}
