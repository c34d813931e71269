import Engine
import Language

extension GeneralExtension {
  static let objectLoops: [Command] = [
    Command(
      "for_each_process", summary: "Carry out commands once for each process.",
      details: "In Commands the word @#Process stands for the address of the process. Without "
        + "Commands, !process shows each.",
      examples: [
        "!for_each_process": "all processes",
        "!for_each_process dt nt!_EPROCESS @#Process ImageFileName": "their names",
      ],
      related: ["!process", "!for_each_thread", ".process"], extent: .line,
      repetition: .none, grammar: .rest("Commands", completion: .command)
    ) { session, typed in
      guard let commands = try AliasLoop.commands(typed, of: "for_each_process", session) else {
        return
      }
      for process in try processes(session) {
        try session.checkCancelled()
        try AliasLoop.run(
          session, commands.isEmpty ? "!process @#Process 0" : commands,
          with: ["@#Process": "0x\(process.address.hex(16))"])
      }
    },
    Command(
      "for_each_thread", summary: "Carry out commands once for each thread of every process.",
      details: "In Commands the word @#Thread stands for the address of the thread. Without "
        + "Commands, !thread shows each.",
      examples: [
        "!for_each_thread dt nt!_ETHREAD @#Thread Tcb.State": "what every thread does"
      ],
      related: ["!thread", "!for_each_process", ".thread"], extent: .line,
      repetition: .none, grammar: .rest("Commands", completion: .command)
    ) { session, typed in
      guard let commands = try AliasLoop.commands(typed, of: "for_each_thread", session) else {
        return
      }
      for process in try processes(session) {
        for thread in try process["ThreadListHead"].list("nt!_ETHREAD", "ThreadListEntry") {
          try session.checkCancelled()
          try AliasLoop.run(
            session, commands.isEmpty ? "!thread @#Thread 2" : commands,
            with: ["@#Thread": "0x\(thread.address.hex(16))"])
        }
      }
    },
  ]

  private static func processes(_ session: Session) throws -> [Struct] {
    let debugger = session.debugger
    guard debugger.target.kind == .kernel else {
      throw CommandError.message("This command works in kernel mode only")
    }
    let head = try debugger.structure(
      "nt!_LIST_ENTRY", at: debugger.address(of: "nt!PsActiveProcessHead"))
    return try head.list("nt!_EPROCESS", "ActiveProcessLinks")
  }
}
