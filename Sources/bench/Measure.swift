import Machine

/// What a run of a workload took, the best of three.
struct Measurement {
  var instructions: UInt64
  var seconds: Double
  /// Empty if the program ended as it should.
  var note: String
}

/// Runs a workload on a fresh bare machine three times.
func measure(_ workload: Workload) -> Measurement {
  var best = Measurement(instructions: 0, seconds: .infinity, note: "")
  for _ in 0..<3 {
    let machine = Machine.bare(memoryBytes: 16 << 20)
    machine.load(workload.code, at: 0x1_1000)
    machine.processors[0].registers.rip = workload.entry
    machine.processors[0].registers[gpr: 1] = workload.rounds
    let clock = ContinuousClock()
    var stop = StopReason.limit
    let elapsed = clock.measure { stop = machine.run(limit: 2_000_000_000) }
    let seconds = Double(elapsed.components.attoseconds) / 1e18 + Double(elapsed.components.seconds)
    if seconds < best.seconds {
      best = Measurement(
        instructions: machine.instructionCount, seconds: seconds,
        note: stop == .idle ? "" : "  stopped: \(stop)")
    }
  }
  return best
}

/// Million steps a second of a host loop: a xorshift generator, whose steps depend on each other.
func hostReference() -> Double {
  var state: UInt64 = 88_172_645_463_325_252
  let steps = 100_000_000
  let elapsed = ContinuousClock().measure {
    for _ in 0..<steps {
      state ^= state &<< 13
      state ^= state &>> 7
      state ^= state &<< 17
    }
  }
  let seconds = Double(elapsed.components.attoseconds) / 1e18 + Double(elapsed.components.seconds)
  // The result is used, so the loop cannot be left out.
  return state == 0 ? 0 : Double(steps) / seconds / 1e6
}
