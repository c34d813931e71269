import Engine

// Starting programs in the guest, to be debugged from their first instruction.

extension Session {
  /// How long the guest has to start a program: 10 s of its clock.
  private static let patience: UInt64 = 10

  /// Starts a program through the shell that reads the guest's console, and debugs its process from
  /// the initial breakpoint on.
  ///
  /// Throws when no process begins: nobody reads the console, or the shell finds no such program.
  ///
  /// - Parameter breakpoints: those that it has from the beginning.
  public func create(_ commandLine: String, breakpoints: BreakpointTable? = nil) throws {
    guard let found = try startProgram(commandLine) else {
      debugger.refresh()
      throw CommandError.message("Cannot execute '\(commandLine)', no process was created")
    }
    print("CommandLine: \(commandLine)")
    try attach(found, origin: .create)
    let engine = debugger
    if let breakpoints { engine.breakpoints = breakpoints }
    engine.resolveBreakpoints()
    try runTarget { try engine.go() }
  }

  /// Types a line at the guest's console and lets the machine run until a new process' first thread
  /// begins; nil when none does.
  private func startProgram(_ commandLine: String) throws -> GuestProcess? {
    let machine = machineDebugger
    guard machine.target.capabilities.contains(.run) else { throw rejected(.noDebuggee) }
    let known = try machine.processes()
    guard let start = machine.resolve("nt!PspUserThreadStartup").first?.address else {
      throw CommandError.message("Couldn't resolve 'nt!PspUserThreadStartup'")
    }
    try machine.target.type(Array(commandLine.utf8) + [0x0D])
    let deadline = machine.target.clock &+ Self.patience &* instructionsPerSecond
    let waiting = StartAttendant(attendant, deadline: deadline)
    machine.attendant = waiting
    defer { machine.attendant = attendant }
    while true {
      let stop = try machine.go(until: [start])
      guard stop.reason == .stepped else { return nil }
      let object = machine.currentProcess(processor: stop.processor)
      let found = try machine.processes().first { $0.object == object }
      if let found, !known.contains(found) { return found }
    }
  }

  /// Ends the current process and starts its program anew (`.restart`).
  public func restartProcess() throws {
    guard let process else { throw rejected(.notSupported) }
    guard process.origin == .create else {
      throw CommandError.message("Process attaches cannot be restarted.")
    }
    let commandLine = process.commandLine
    let breakpoints = debugger.breakpoints
    try debugger.endDebuggedProcess()
    try detach()
    try create(commandLine, breakpoints: breakpoints)
  }
}

/// Waits for a program to start: what the console prints is shown as ever, but the machine is not let
/// run for longer than that may take.
private final class StartAttendant: ConsoleAttendant {
  private let outer: (any ConsoleAttendant)?
  private let deadline: UInt64

  init(_ outer: (any ConsoleAttendant)?, deadline: UInt64) {
    self.outer = outer
    self.deadline = deadline
  }

  var askAt: UInt64? { deadline }

  func consolePrinted(_ bytes: [UInt8]) { outer?.consolePrinted(bytes) }

  func targetRuns(_ state: RunningState) -> RunningDecision {
    state.isIdle || state.instructionCount >= deadline ? .breakIn : .resume
  }
}
