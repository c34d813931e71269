/// Keeps a target that waits for its timers from running ahead of the person's clock.
///
/// A machine whose processors sleep moves its clock to the next timer at once. For a person at its
/// console a second should last a second; a machine that is slower than its clock is left alone.
struct Pace {
  private let instructionsPerSecond: UInt64
  private var startClock: UInt64 = 0
  private var startTime = ContinuousClock.now

  /// How much of the target's time passes between two looks at the person's clock, in seconds.
  private static let step = 0.02
  /// The longest wait at a time, in milliseconds.
  private static let longestWait = 50.0

  init(instructionsPerSecond: UInt64) {
    self.instructionsPerSecond = max(1, instructionsPerSecond)
  }

  /// The target starts to run.
  mutating func start(clock: UInt64, at time: ContinuousClock.Instant) {
    startClock = clock
    startTime = time
  }

  /// How many milliseconds to wait before the target runs on; 0 when it is not ahead.
  mutating func milliseconds(clock: UInt64, at time: ContinuousClock.Instant) -> Int32 {
    let ran = Double(clock &- startClock) / Double(instructionsPerSecond)
    let ahead = (ran - seconds(until: time)) * 1_000
    // What was late stays late: there is nothing to catch up with.
    if ahead < 0 { start(clock: clock, at: time) }
    return Int32(min(Self.longestWait, max(0, ahead)).rounded(.up))
  }

  /// The target's clock at the next look.
  func next(at time: ContinuousClock.Instant) -> UInt64 {
    let seconds = max(0, seconds(until: time)) + Self.step
    let instructions = min(seconds * Double(instructionsPerSecond), 1e18)
    return startClock &+ UInt64(instructions)
  }

  private func seconds(until time: ContinuousClock.Instant) -> Double {
    (time - startTime) / .seconds(1)
  }
}
