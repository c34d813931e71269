import Engine
import Language

extension CommandSet {
  /// Processes of the machine, debugged one by one in user mode.
  public static let processes = CommandSet(
    "Processes",
    [
      Command(
        ".attach", summary: "Debug a process in user mode.",
        details: """
          The process becomes a further system of the session and the current one; || and ||Ns go \
          back to the machine. PID is an expression, -pn names the program. -b and -e are taken as \
          given, as nothing is run in the process to stop it.
          """,
        examples: [".attach -pn cmd.exe": "debug the shell"],
        related: [".detach", ".create", ".tlist", "|", "~"], repetition: .none,
        grammar: .line("[-b] [-e] [-r] PID | -pn Name")
      ) { session, line in try attach(line, session) },
      Command(
        ".create", summary: "Start a program and debug it in user mode.",
        details: """
          The command line is typed at the guest's console, whose shell has to wait for one; the \
          machine runs until the new process stops at its initial breakpoint. It is a further system \
          of the session, as after .attach.
          """,
        examples: [".create usertest text": "debug a program from its beginning"],
        related: [".attach", ".restart", ".kill", ".detach", "|"], extent: .line, repetition: .none,
        grammar: .line("CommandLine")
      ) { session, line in
        var line = line
        let command = line.takeRest()
        guard !command.isEmpty else { throw line.rejected(.syntax) }
        try session.create(command)
      },
      Command(
        ".ttime", summary: "Tell when the thread was made and how long it has run.",
        details: "As the kernel keeps it.",
        examples: [".attach -pn cmd.exe; .ttime": "of the shell's thread"],
        related: ["~", ".time"], repetition: .none
      ) { session in try showTimes(session) },
      Command(
        ".detach", summary: "End the debugging of a process and let it be.",
        details: "/n leaves an exception that it waits in to its own handlers; /h, the default, "
          + "counts it as handled. The process runs on with the machine.",
        examples: [".attach -pn cmd.exe; .detach": "look in and leave"],
        related: [".attach", ".kill", "||"], repetition: .none, grammar: .switches("h", "n")
      ) { session, switches in
        guard session.process != nil else { throw session.rejected(.notSupported) }
        try session.detach(switches.contains("n") ? .notHandled : .handled)
        session.print("Detached")
      },
    ])

  private static func showTimes(_ session: Session) throws {
    if let dump = session.debugger.target as? ProcessDumpTarget {
      return try showTimes(dump, session)
    }
    guard let process = session.process,
      let thread = process.thread(session.debugger.scope.processor)
    else { throw session.rejected(.notSupported) }
    let record = try process.machine.structure("nt!_ETHREAD", at: thread.object)
    session.print("Created: \(DebuggerTime.text(fileTime: try record["CreateTime"].uint))")
    // Clock ticks of 1/64 s, in units of 100 ns.
    for (name, field) in [("Kernel", "Tcb.KernelTime"), ("User", "Tcb.UserTime")] {
      let ticks = try record[field].uint
      session.print("\(name.padded(7)) \(DebuggerTime.span(ticks &* 156_250))")
    }
  }

  /// As a dump has them; those written without `t` have none.
  private static func showTimes(_ dump: ProcessDumpTarget, _ session: Session) throws {
    let threads = dump.dump.contents.threads
    let number = session.debugger.scope.processor
    guard threads.indices.contains(number), let info = threads[number].info else {
      throw CommandError.message("The dump has no times of this thread")
    }
    session.print("Created: \(DebuggerTime.text(fileTime: info.createTime))")
    session.print("Kernel  \(DebuggerTime.span(info.kernelTime))")
    session.print("User    \(DebuggerTime.span(info.userTime))")
  }

  private static func attach(_ arguments: CommandLine, _ session: Session) throws {
    var line = arguments
    var runs = false
    var found: GuestProcess?
    let processes = try session.machineDebugger.processes()
    while let (option, start) = takeOption(&line) {
      switch option {
      case "b", "e", "pr", "pv", "pe": break
      case "r": runs = true
      case "pn":
        line.skipBlanks()
        let name = line.takeRest()
        guard !name.isEmpty else { throw line.rejected(.syntax) }
        found = processes.first { $0.name.lowercased() == name.lowercased().prefix(15) }
        guard found != nil else {
          throw CommandError.message("Cannot find a process named '\(name)'")
        }
      default: throw line.rejected(.syntax, at: start)
      }
    }
    if found == nil {
      let id = try session.evaluate(&line)
      try line.expectEnd()
      found = processes.first { $0.id == id }
      guard found != nil else {
        throw CommandError.message(
          "Cannot debug pid \(id), Win32 error 0n87\n    \"The parameter is incorrect.\"")
      }
    }
    guard let found, found.peb != 0 else {
      throw CommandError.message(
        "Cannot debug pid \(found?.id ?? 0), Win32 error 0n5\n    \"Access is denied.\"")
    }
    try session.attach(found)
    if runs {
      let debugger = session.debugger
      try session.runTarget { try debugger.go() }
    }
  }

  /// The letters behind a `-`, and where they stand.
  private static func takeOption(_ line: inout CommandLine) -> (letters: String, start: Int)? {
    line.skipBlanks()
    guard line.take("-") else { return nil }
    let start = line.position
    return (line.take { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }, start)
  }
}

/// `|` and what follows it.
enum ProcessPrefix {
  static func run(_ arguments: CommandLine, _ session: Session) throws {
    var line = arguments
    let all = session.systems.filter { $0.userTarget != nil }
    guard !all.isEmpty else { throw session.rejected(.notSupported) }
    let start = line.position
    let current = all.firstIndex { $0 === session.debugger } ?? 0
    var chosen = Array(all.indices)
    if case .number(let number) = try PrefixChoice(
      &line, session, current: current, event: current)
    {
      guard all.indices.contains(number) else { throw line.rejected(.syntax, at: start) }
      chosen = [number]
    }
    let command = line.takeRest()
    if command.isEmpty {
      for number in chosen { show(number, all[number], session) }
    } else if command == "s" {
      guard chosen.count == 1 else { throw line.rejected(.syntax, at: start) }
      session.select(system: session.systems.firstIndex { $0 === all[chosen[0]] } ?? session.system)
      try session.printLocation()
    } else {
      try carryOut(command, chosen.map { all[$0] }, session)
    }
  }

  private static func carryOut(_ command: String, _ engines: [Debugger], _ session: Session) throws
  {
    let kept = session.debugger
    defer {
      if let system = session.systems.firstIndex(where: { $0 === kept }) {
        session.select(system: system)
      }
    }
    for engine in engines {
      try session.checkCancelled()
      guard let system = session.systems.firstIndex(where: { $0 === engine }) else { continue }
      session.select(system: system)
      try session.run(commands: command)
    }
  }

  /// `.  0	id: 10	attach	name: C:\Gurney\System32\cmd.exe`.
  private static func show(_ number: Int, _ engine: Debugger, _ session: Session) {
    guard let target = engine.userTarget else { return }
    let mark = engine === session.debugger ? "." : " "
    let origin =
      switch target.origin {
      case .attach: "attach"
      case .create: "create"
      case .child: "child"
      case .examine: "examine"
      }
    let digits = String(number).leftPadded(3)
    session.print(
      "\(mark)\(digits)\tid: \(target.processID.hex())\t\(origin)\tname: \(target.imagePath)")
  }
}
