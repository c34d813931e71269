import Engine
import Scenarios

/// Boots the default scenario to the point where it waits for its console, as a session's start
/// does, and says what that took, the best of three: the way from the program's start to the prompt.
func reportBoot() throws {
  var clock: UInt64 = 0
  var best = Double.infinity
  for _ in 0..<3 {
    let time = try seconds {
      let debugger = try Scenario.all[0].open()
      _ = try debugger.go()
      clock = debugger.target.clock
    }
    best = min(best, time)
  }
  print("\nBoot to the console prompt")
  print("\(clock) instructions of its clock in \(fixed(best * 1000, 0)) ms")
}
