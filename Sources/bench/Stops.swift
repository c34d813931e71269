import Engine
import Language
import Workbench

/// Events a second that the debugger deals with while its target runs: how dear looking is.
struct StopRates {
  /// Stops at a breakpoint whose condition never holds, in the engine.
  var conditionalStops: Double
  /// The same with a condition that the session evaluates (`bp /w "0"`).
  var evaluatedConditions: Double
  /// The ways to write that a hit counts only where memory and a register say so, none of which does.
  var conditions: [(name: String, rate: Double)]
  /// Single steps of the engine.
  var steps: Double
  /// Single steps of one `t` with a count.
  var countedSteps: Double
  /// Single steps of a script that prints nothing.
  var scriptedSteps: Double
}

/// Prints the rates as rows.
func printStops() throws {
  let rates = try measureStops()
  let rows: [(String, Double)] = [
    ("stops at a condition, engine", rates.conditionalStops),
    ("stops at a condition, evaluated", rates.evaluatedConditions),
    ("single steps, engine", rates.steps), ("single steps, t with a count", rates.countedSteps),
    ("single steps, .for loop of t", rates.scriptedSteps),
  ]
  for (name, value) in rows + rates.conditions {
    print("\(name): \(Int(value)) a second")
  }
}

/// Measures on the bare scenario: a loop of three instructions.
func measureStops(count: Int = 200_000) throws -> StopRates {
  StopRates(
    conditionalStops: try stopsPerSecond(count) { session in
      session.debugger.shouldStop = { _ in false }
    },
    evaluatedConditions: try stopsPerSecond(count) { _ in },
    conditions: try conditions.map { command in
      (command, try stopsPerSecond(count, breakpoint: command) { _ in })
    },
    steps: try stepsPerSecond(count) { session in
      for _ in 0..<count { _ = try session.debugger.stepInto() }
    },
    countedSteps: try stepsPerSecond(count) { session in
      _ = session.execute(".prompt_allow -dis -reg -sym")
      _ = session.execute("t 0n\(count)")
    },
    scriptedSteps: try stepsPerSecond(count) { session in
      _ = session.execute(".prompt_allow -dis -reg -sym")
      _ = session.execute(".for (r $t0=0; @$t0<0n\(count); r $t0=@$t0+1) { t }")
    })
}

/// Memory and a register at every hit, in each form that a person writes.
private let conditions = [
  #"bp /w "poi(@rsp+8) == 1" 1005"#,
  #"bp /w "@rcx == 0 && *(int*)@rsp == 1" 1005"#,
  #"bp 1005 ".if (poi(@rsp+8) == 1) {} .else {gc}""#,
  #"bp 1005 "j (poi(@rsp+8) == 1) '';'gc'""#,
]

private func stopsPerSecond(
  _ count: Int, breakpoint: String = #"bp /w "0" 1005"#, _ prepare: (Session) -> Void
) throws -> Double {
  let session = try countingSession(count)
  _ = session.execute(breakpoint)
  prepare(session)
  return rate(count) { _ = session.execute("g") }
}

private func stepsPerSecond(_ count: Int, _ body: (Session) throws -> Void) throws -> Double {
  let session = try countingSession(count)
  return try rate(count) { try body(session) }
}

/// A session before `mov ecx,count`, then a loop of `nop`, `dec ecx`, `jne`; a `hlt` ends it.
func countingSession(_ count: Int) throws -> Session {
  let session = try Workbench.open(Workbench.Options(scenario: "bare"))
  _ = session.start()
  let bytes = withUnsafeBytes(of: UInt32(count).littleEndian) { Array($0) }
  try session.debugger.write(
    0x1000, [0xB9] + bytes + [0x90, 0xFF, 0xC9, 0x75, 0xFB, 0xF4])
  _ = session.execute("r rsp=3000")
  return session
}

private func rate(_ count: Int, _ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let time = try clock.measure(body)
  let (seconds, attoseconds) = time.components
  return Double(count) / (Double(seconds) + Double(attoseconds) * 1e-18)
}
