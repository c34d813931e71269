import Foundation
import Testing

@testable import Replay

@Suite struct ReplayerTests {
  private func replay(_ text: String, at debugger: FakeDebugger = FakeDebugger()) throws
    -> ReplayReport
  {
    try Replayer.replay(Transcript(parsing: text, name: "t.txt"), at: debugger)
  }

  @Test func aCommandBreaksInByItself() throws {
    let debugger = FakeDebugger()
    debugger.answers["k"] = "one\ntwo\n"
    let report = try replay("0: kd> k\none\ntwo\n", at: debugger)
    #expect(report.summary == "3 lines matched, 0 differ")
    #expect(report.firstDifference() == nil)
    #expect(debugger.executed == ["k"])
  }

  @Test func filesOfASessionGoToAFolderOfTheRun() throws {
    let debugger = FakeDebugger()
    let report = try replay("0: kd> .echo {scratch}/a\n{scratch}/a\n", at: debugger)
    #expect(report.firstDifference() == nil)
    let folder = String(try #require(debugger.executed.first).dropFirst(6).dropLast(2))
    #expect(folder.hasPrefix("/"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func anExpectedBootIsCompared() throws {
    let report = try replay("Gurney\nC:\\> dir\nyou typed dir\n")
    #expect(report.summary == "3 lines matched, 0 differ")
  }

  @Test func aSessionGoesBackAndForth() throws {
    let debugger = FakeDebugger()
    let report = try replay(
      """
      C:\\> hello
      you typed hello
      C:\\> leak
      Leaking...
      # run: 5
      <Ctrl+C>
      Break instruction exception - code 80000003 (first chance)
      0: kd> g
      <Ctrl+C>
      ...
      0: kd> q
      """, at: debugger)
    #expect(report.firstDifference() == nil)
    #expect(report.summary == "7 lines matched, 0 differ")
    #expect(debugger.executed == ["g", "q"])
  }

  @Test(arguments: [1, 100, 333, 100_000] as [UInt64])
  func theKeyFallsAtTheSameInstructionOnEveryHost(sliceLength: UInt64) throws {
    let debugger = FakeDebugger()
    debugger.sliceLength = sliceLength
    _ = try replay("0: kd> k\nC:\\> leak\n...\n# run: 2.5\n<Ctrl+C>\n...\n", at: debugger)
    let typed = try #require(debugger.breakIns.first) + sliceLength
    #expect(debugger.breakIns.count == 2)
    #expect(debugger.breakIns.last == typed + 2_500)
  }

  @Test func aConsoleLineLetsAStoppedTargetGo() throws {
    let debugger = FakeDebugger()
    let report = try replay("0: kd> k\nC:\\> dir\nyou typed dir\n0: kd> k\n", at: debugger)
    #expect(report.summary == "4 lines matched, 0 differ")
    #expect(debugger.executed == ["k", "g", "k"])
  }

  @Test func aTargetThatStopsFirstNeverGetsTheLine() throws {
    let debugger = FakeDebugger()
    debugger.stopsAtBreakpoint = true
    let report = try replay("0: kd> k\nC:\\> dir\nyou typed dir\n", at: debugger)
    #expect(report.summary == "1 line matched, 2 differ")
  }

  @Test func theWrongProcessorDiffers() throws {
    let report = try replay("1: kd> k\n")
    #expect(
      report.firstDifference() == """
        t.txt:1 differs:
             expected | actual
        >  1 1: kd> k | 0: kd> k

        """)
  }

  @Test func theFirstDifferenceIsShownInContext() throws {
    let debugger = FakeDebugger()
    debugger.answers["k"] = "one\ntwo\nfour\n"
    let report = try replay("0: kd> k\none\n2\n\nthree\nfour\n", at: debugger)
    #expect(report.summary == "3 lines matched, 2 differ")
    #expect(
      report.firstDifference(context: 2) == """
        t.txt:3 differs:
             expected | actual
           1 0: kd> k | 0: kd> k
           2 one      | one
        >  3 2        | two
           4          |
        >  5 three    |

        """)
  }

  @Test func whatCameAfterTheEndOfTheSessionIsMissing() throws {
    let report = try replay("0: kd> q\n0: kd> k\none\n")
    #expect(report.summary == "1 line matched, 2 differ")
  }

  @Test func recordingKeepsNotesAndEllipses() throws {
    let debugger = FakeDebugger()
    debugger.answers["k"] = "one\n# two\n\n0: kd> three\nfour\nfive\n"
    let report = try replay(
      """
      # scenario: default

      # How it starts.
      1: kd> k
      # The frames.
      one
      ...
      five
      # The end.
      0: kd> r
      old

      """, at: debugger)
    #expect(
      report.recorded == """
        # scenario: default

        # How it starts.
        0: kd> k
        # The frames.
        one
        ...
        five
        # The end.
        0: kd> r

        """)
  }

  @Test func recordedAnswersReadAsAnswers() throws {
    let debugger = FakeDebugger()
    debugger.answers["k"] = "one\n# two\n\n0: kd> three\n...\n"
    let recorded = try replay("0: kd> k\n", at: debugger).recorded
    #expect(recorded == "0: kd> k\none\n # two\n 0: kd> three\n ...\n")
    #expect(try replay(recorded, at: debugger).differing == 0)
  }

  @Test func twoDebuggersAreRefused() {
    let transcript = Transcript(
      parsing: "[debugger1]\n0: kd> k\n[debugger2]\n0:000> k\n", name: "two.txt")
    #expect(throws: ReplayError.severalDebuggers("two.txt", 2)) {
      try Replayer.replay(transcript, at: FakeDebugger())
    }
    #expect(
      ReplayError.severalDebuggers("two.txt", 2).description
        == "two.txt: this transcript is a session of 2 debuggers; one can be replayed.")
  }
}
