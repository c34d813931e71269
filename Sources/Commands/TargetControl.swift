import Engine
import Foundation
import Language
import Symbols

extension CommandSet {
  /// Starting the target anew, ending it or a process of it, and what a kernel session refuses.
  public static let targetControl = CommandSet(
    "Target control",
    [
      Command(
        ".crash", summary: "Crash the target with a bug check.",
        details: "The kernel calls its own KeBugCheckEx, with code e2.",
        examples: [".crash": "the target stops in its bug check"],
        related: [".bugcheck", "!analyze", ".reboot"], repetition: .none
      ) { session in
        let debugger = session.debugger
        try session.runTarget { try debugger.crash() }
      },
      restart(
        ".reboot", "Start the target computer anew.", related: [".crash", ".restart", "sx"]),
      restart(".restart", "Start the session anew, and with it the target.", related: [".reboot"]),
      Command(
        ".kill", summary: "End a process of the target.",
        details: "Process is the address of its _EPROCESS, by default the current one. Its threads "
          + "end as soon as the target runs. In a user-mode session /n leaves an exception that a "
          + "thread waits in to its handlers.",
        related: [".tlist", "!process"], repetition: .none,
        grammar: .switches("h", "n"), .optional(.address("Process"))
      ) { session, switches, process in
        try TargetControl.kill(process, isHandled: !switches.contains("n"), session)
      },
      Command(
        ".tlist", summary: "List the processes of the target.",
        details:
          "Pattern limits the list to names that match it. -c shows the current process only, "
          + "-v sessions and parents too.",
        examples: [".tlist": "every process", ".tlist c*": "those whose names begin with c"],
        related: ["!process", ".process", ".kill"], repetition: .none,
        grammar: .switches("v", "c"), .optional(.word("Pattern"))
      ) { session, switches, pattern in
        try TargetControl.list(pattern, switches, session)
      },
      Command(
        ".sleep", summary: "Wait.",
        details: "The time is in milliseconds, in the current radix. Ctrl+C ends it.",
        examples: [".sleep 0n10": "a hundredth of a second"], related: ["g"], repetition: .none,
        grammar: .expression("Milliseconds")
      ) { session, milliseconds in
        let end = ContinuousClock.now + .milliseconds(Int64(clamping: min(milliseconds, 1 << 32)))
        while ContinuousClock.now < end {
          try session.checkCancelled()
          Thread.sleep(forTimeInterval: 0.001)
        }
      },
    ] + refusals)

  private static func restart(_ name: String, _ summary: String, related: [String]) -> Command {
    Command(
      name, summary: summary,
      details: "Breakpoints and everything known of the target are forgotten. sxe ibp stops it as "
        + "soon as its kernel can answer, sxe iml at its first image. In a user-mode session "
        + ".restart ends the process that .create made and creates it again.",
      examples: [name: "the target boots again"], related: related, repetition: .none
    ) { session in
      if session.process != nil, name == ".restart" { return try session.restartProcess() }
      var notice = ["Waiting to reconnect..."]
      if let time = session.debugger.target.facts.systemTime {
        let text = DebuggerTime.text(fileTime: time)
        notice.insert("Shutdown occurred at (\(text))...unloading all symbol tables.", at: 0)
      }
      try session.reboot(notice)
    }
  }

  /// Commands of user-mode sessions, each with its grammar's usage.
  private static let refusals: [Command] = {
    let rows: [(name: String, usage: String, summary: String)] = [
      (".childdbg", "[0|1]", "Choose whether child processes are debugged (user mode)."),
      (".abandon", "[/h|/n]", "Leave the target suspended (user mode)."),
    ]
    return rows.map { row in
      Command(
        row.name, summary: row.summary,
        details: "Not for this target.",
        related: [".tlist", ".process"], isRefusal: true, repetition: .none,
        grammar: .rest(row.usage)
      ) { session, _ in throw session.rejected(.notSupported) }
    }
  }()
}

/// The bodies of the family.
enum TargetControl {
  /// Every process, in the order of the kernel's list.
  private static func processes(_ session: Session) throws -> [Struct] {
    let head = try session.machineDebugger.global("nt!PsActiveProcessHead")
    return try head.list("nt!_EPROCESS", "ActiveProcessLinks")
  }

  static func list(_ pattern: String?, _ switches: Switches, _ session: Session) throws {
    let wanted = pattern.map { WildcardPattern($0) }
    if wanted == nil, !switches.contains("c") { session.print(" 0n0 System Process") }
    for process in try processes(session) {
      try session.checkCancelled()
      let current = session.process?.process ?? session.debugger.process
      if switches.contains("c"), process.address != current { continue }
      let name = try process["ImageFileName"].text
      guard wanted?.matches(name) ?? true else { continue }
      session.print(" 0n\(try process["UniqueProcessId"].uint) \(name)")
      guard switches.contains("v") else { continue }
      let parent = try process["InheritedFromUniqueProcessId"].uint
      session.print("       Parent: 0n\(parent)  EPROCESS: \(session.addressText(process.address))")
    }
  }

  static func kill(_ address: UInt64?, isHandled: Bool, _ session: Session) throws {
    let wanted = address == 0 ? nil : address
    // In a user session the machine ends it.
    let debugger = session.machineDebugger
    guard let place = wanted ?? session.process?.process ?? debugger.process,
      let process = try processes(session).first(where: { $0.address == place })
    else {
      let text = session.addressText(wanted ?? debugger.process ?? 0)
      throw CommandError.message("Unable to find process \(text)")
    }
    guard debugger.target.capabilities.contains(.run) else { throw session.rejected(.noDebuggee) }
    let name = try process["ImageFileName"].text
    guard try process["Peb"].pointer != 0 else {
      throw CommandError.message("\(name) is the system's own process and does not end")
    }
    if place == session.process?.process {
      try session.debugger.endDebuggedProcess(isHandled ? .handled : .notHandled)
      session.print("Terminated.  Exit thread and process events will occur.")
    } else {
      try debugger.endProcess(place)
      session.debugger.refresh()
      session.print("\(name) ends when the target runs.")
    }
  }
}
