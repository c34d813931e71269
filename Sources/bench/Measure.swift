import Machine

/// One guest program and its argument, of a length worth timing.
struct Workload {
  var name: String
  var code: [UInt8]
  var entry: UInt64
  var rounds: UInt64
}

/// What a run of a workload took, the best of six.
struct Measurement {
  var instructions: UInt64
  var seconds: Double
  /// Empty if the program ended as it should.
  var note: String

  /// Million instructions a second.
  var mips: Double { Double(instructions) / seconds / 1e6 }
}

/// Seconds that a piece of work takes.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let elapsed = try ContinuousClock().measure(body)
  return Double(elapsed.components.attoseconds) / 1e18 + Double(elapsed.components.seconds)
}

/// A bare machine that is about to run a workload.
func prepare(_ workload: Workload, traces: Bool = true) -> Machine {
  let machine = Machine.bare(memoryBytes: 16 << 20)
  machine.runsTraces = traces
  machine.load(workload.code, at: 0x1_1000)
  machine.processors[0].registers.rip = workload.entry
  machine.processors[0].registers[gpr: 1] = workload.rounds
  return machine
}

/// Runs a workload on fresh bare machines, with paging on.
///
/// - Parameters:
///   - traces: false for the generic executors alone.
///   - limit: the most instructions to run.
///   - change: done to the machine before the run.
func measure(
  _ workload: Workload, traces: Bool = true, limit: UInt64 = 4_000_000_000, times: Int = 6,
  _ change: (Machine) -> Void = { _ in }
) -> Measurement {
  var best = Measurement(instructions: 0, seconds: .infinity, note: "")
  for _ in 0..<times {
    let machine = prepare(workload, traces: traces)
    change(machine)
    var stop = StopReason.limit
    let time = seconds { stop = machine.run(limit: limit) }
    if time < best.seconds {
      best = Measurement(
        instructions: machine.instructionCount, seconds: time,
        note: stop == .idle || machine.instructionCount >= limit ? "" : "  stopped: \(stop)")
    }
  }
  return best
}

/// Million steps a second of a host loop: a xorshift generator, whose steps depend on each other.
func hostReference() -> Double {
  var state: UInt64 = 88_172_645_463_325_252
  let steps = 100_000_000
  let time = seconds {
    for _ in 0..<steps {
      state ^= state &<< 13
      state ^= state &>> 7
      state ^= state &<< 17
    }
  }
  // The result is used, so the loop cannot be left out.
  return state == 0 ? 0 : Double(steps) / time / 1e6
}
