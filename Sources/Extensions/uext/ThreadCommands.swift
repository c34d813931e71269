import Engine
import Language

extension UserExtension {
  /// Commands about all threads of a process.
  static let threadCommands: [Command] = [
    Command(
      "runaway", summary: "Show how much time each thread has taken.",
      details: """
        Flags: 1 time in the thread's own code, the default; 2 time in the kernel; 4 time since the \
        thread was made. The thread that took most comes first. The kernel counts in ticks of 1/64 s.
        """,
      examples: [".attach -pn cmd.exe; !uext.runaway 7": "all three of the shell's thread"],
      related: [".ttime", "~", "!uniqstack"], grammar: .optional(.expression("Flags"))
    ) { session, flags in try ThreadTimes.show(session, flags ?? 1) },
    Command(
      "uniqstack", summary: "Show the stacks of all threads, each once.",
      details: """
        Threads whose stacks have the same frames as one that was shown are counted only. -b, -v and \
        -p show the stacks as kb, kv and kp do; -n numbers the frames.
        """,
      examples: [".attach -pn cmd.exe; !uext.uniqstack": "the stack of the shell's thread"],
      related: ["~", "k", "!findstack"], grammar: .switches("b", "v", "p", "n")
    ) { session, switches in try UniqueStacks.show(session, switches) },
    Command(
      "findstack", summary: "Find the threads whose stacks have a symbol.",
      details: """
        Symbol is the beginning of what the frames are to have as module!function; a module's name \
        finds all of its frames. Level 0 shows the threads only, 1, the default, the frames that \
        match, 2 whole stacks. -? shows this in short.
        """,
      examples: [".attach -pn cmd.exe; !uext.findstack kernel32": "who is in kernel32?"],
      related: ["!uniqstack", "~", "k", "!stacks"],
      grammar: .switches("?"), .optional(.word("Symbol")), .optional(.expression("Level"))
    ) { session, switches, symbol, level in
      guard !switches.contains("?") else {
        session.print("!findstack <symbol> [0|1|2]")
        session.print("  Finds the threads whose stacks have a symbol or a module.")
        return session.print("  0 threads, 1 the frames that match (default), 2 whole stacks.")
      }
      guard let symbol, level ?? 1 <= 2 else { throw session.rejectedAtEnd(.syntax) }
      try StackSearch(symbol: symbol, level: level ?? 1).show(session)
    },
  ]

  /// The process of a user-mode session that runs.
  static func liveProcess(_ session: Session) throws -> ProcessTarget {
    guard let process = session.process else { throw session.rejected(.notSupported) }
    return process
  }
}

/// The body of `!runaway`.
private enum ThreadTimes {
  /// 100 ns in a tick of the clock.
  private static let tick: UInt64 = 156_250

  static func show(_ session: Session, _ flags: UInt64) throws {
    let process = try UserExtension.liveProcess(session)
    let now = process.facts.systemTime ?? 0
    let rows: [(bit: UInt64, title: String, time: (Struct) throws -> UInt64)] = [
      (1, "User Mode Time", { try $0["Tcb.UserTime"].uint &* tick }),
      (2, "Kernel Mode Time", { try $0["Tcb.KernelTime"].uint &* tick }),
      (4, "Elapsed Time", { now &- min(now, try $0["CreateTime"].uint) }),
    ]
    for row in rows where flags & row.bit != 0 {
      session.print(" \(row.title)")
      session.print("  Thread       Time")
      var times: [(thread: UserThread, time: UInt64)] = []
      for thread in process.threads {
        let record = try process.machine.structure("nt!_ETHREAD", at: thread.object)
        times.append((thread, try row.time(record)))
      }
      // The sort is not stable by itself.
      times.sort { ($1.time, $0.thread.number) < ($0.time, $1.thread.number) }
      for (thread, time) in times {
        let number = String(thread.number).leftPadded(5)
        let id = thread.id.hex().padded(8)
        session.print("\(number):\(id) \(DebuggerTime.span(time))")
      }
    }
  }
}

/// The body of `!uniqstack`.
private enum UniqueStacks {
  static func show(_ session: Session, _ switches: Switches) throws {
    let forms = ["b", "v", "p"].filter(switches.contains)
    guard forms.count <= 1 else { throw session.rejectedAtEnd(.syntax) }
    let command = "k" + forms.joined() + (switches.contains("n") ? "n" : "")
    let process = try UserExtension.liveProcess(session)
    let debugger = session.debugger
    let threads = process.threads
    let kept = debugger.scope
    defer { debugger.restore(kept) }
    session.print("Processing \(threads.count) threads, please wait")
    session.print()
    var seen: Set<[UInt64]> = []
    var duplicates: [String] = []
    for thread in threads {
      try session.checkCancelled()
      try debugger.setProcessor(thread.number)
      let frames = debugger.unwind(try session.context, inlines: false).map(\.ip)
      guard seen.insert(frames).inserted else {
        duplicates.append(String(thread.number))
        continue
      }
      try session.run(commands: "~\(thread.number)")
      let record = try process.machine.structure("nt!_KTHREAD", at: thread.object)
      let base = try process.machine.structure("nt!_KPROCESS", at: process.process)["BasePriority"]
      session.print("      Priority: \(try record["BasePriority"].int - base.int)")
      try session.run(commands: command)
      session.print()
    }
    session.print("Total threads: \(threads.count)")
    guard !duplicates.isEmpty else { return }
    session.print("Duplicate callstacks: \(duplicates.count) (windbg thread #s follow):")
    session.print(duplicates.joined(separator: ", "))
  }
}

/// The body of `!findstack`.
private struct StackSearch {
  let symbol: String
  let level: UInt64

  func show(_ session: Session) throws {
    let process = try UserExtension.liveProcess(session)
    let wanted = symbol.lowercased()
    for thread in process.threads {
      try session.checkCancelled()
      let context = try process.context(processor: thread.number)
      let frames = session.debugger.unwind(context, inlines: false)
      let names = frames.map { session.symbolText($0.ip) ?? session.addressText($0.ip) }
      let matches = names.map { $0.lowercased().hasPrefix(wanted) }
      let count = matches.count { $0 }
      guard count > 0 else { continue }
      let number = String(thread.number).leftPadded(3, with: "0")
      session.print("Thread \(number), \(count) frame(s) match")
      guard level > 0 else { continue }
      for (index, frame) in frames.enumerated() where matches[index] || level > 1 {
        let place = String(index).leftPadded(2, with: "0")
        let mark = matches[index] ? "*" : " "
        session.print(
          "        \(mark) \(place) \(session.addressText(frame.sp)) "
            + "\(session.addressText(frame.returnAddress)) \(names[index])")
      }
      session.print()
    }
  }
}
