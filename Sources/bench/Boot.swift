import Engine
import Scenarios

/// Boots the default scenario to the point where it waits for its console, as a session's start
/// does, and says what that took, the best of three: the way from the program's start to the prompt.
func measureBoot() throws -> Measurement {
  var best = Measurement(instructions: 0, seconds: .infinity, note: "")
  for _ in 0..<3 {
    var clock: UInt64 = 0
    let elapsed = try ContinuousClock().measure {
      let debugger = try Scenario.all[0].open()
      _ = try debugger.go()
      clock = debugger.target.clock
    }
    let seconds = Double(elapsed.components.attoseconds) / 1e18 + Double(elapsed.components.seconds)
    if seconds < best.seconds {
      best = Measurement(instructions: clock, seconds: seconds, note: "")
    }
  }
  return best
}
