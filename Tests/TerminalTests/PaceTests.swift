import Testing

@testable import Terminal

@Suite struct PaceTests {
  private let start = ContinuousClock.now

  @Test func aTargetAheadWaits() {
    var pace = Pace(instructionsPerSecond: 1_000)
    pace.start(clock: 500, at: start)
    #expect(pace.milliseconds(clock: 530, at: start) == 30)
    #expect(pace.milliseconds(clock: 530, at: start + .milliseconds(20)) == 10)
    #expect(pace.milliseconds(clock: 530, at: start + .milliseconds(30)) == 0)
    #expect(pace.milliseconds(clock: 99_000, at: start) == 50)
  }

  @Test func aTargetBehindDoesNotCatchUp() {
    var pace = Pace(instructionsPerSecond: 1_000)
    pace.start(clock: 0, at: start)
    #expect(pace.milliseconds(clock: 10, at: start + .seconds(5)) == 0)
    #expect(pace.milliseconds(clock: 40, at: start + .seconds(5)) == 30)
  }

  @Test func theNextLookIsSoon() {
    var pace = Pace(instructionsPerSecond: 1_000)
    pace.start(clock: 500, at: start)
    #expect(pace.next(at: start) == 520)
    #expect(pace.next(at: start + .seconds(1)) == 1_520)
  }
}
