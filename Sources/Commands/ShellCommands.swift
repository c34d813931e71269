import Language

extension CommandSet {
  /// Commands of the host.
  public static let shell = CommandSet(
    "Host",
    [
      Command(
        ".shell", summary: "Run a command of the host's shell and show what it prints.",
        details: """
          Refused unless the debugger was started with --shell: nothing that is typed or read from a \
          file runs programs on your computer otherwise. -ci gives the command what debugger \
          commands print as its input. The command goes on to the end of the line; Ctrl+C ends it.
          """,
        related: [".noshell"], extent: .line, repetition: .none,
        grammar: Parameter<CommandLine>.line("[-ci \"Commands\"] Command")
      ) { session, line in
        var line = line
        line.skipBlanks()
        var input = ""
        if line.take("-ci") {
          line.skipBlanks()
          guard let commands = line.takeQuoted() else { throw line.rejected(.syntax) }
          guard session.hostShell != nil else { throw disabled }
          input = try session.capture { try session.run(commands: commands) }
        }
        let command = line.takeRest()
        guard let shell = session.hostShell else { throw disabled }
        guard !command.isEmpty, !command.hasPrefix("-") else { throw line.rejected(.syntax) }
        let status: Int32
        do {
          status = try shell.run(command, input, { session.print($0, terminator: "") }) {
            session.debugger.interrupt.isRequested
          }
        } catch {
          throw CommandError.message("Unable to start the shell")
        }
        try session.checkCancelled()
        session.print(".shell: Process exited" + (status == 0 ? "" : " with status \(status)"))
      },
      Command(
        ".noshell", summary: "Forbid .shell for the rest of the session.",
        examples: [".noshell": "not to be taken back"], related: [".shell"], repetition: .none
      ) { session in
        session.hostShell = nil
        session.print("Shell commands disabled")
      },
      Command(
        ".dbgdbg", summary: "Tell how to debug this debugger.",
        details: """
          WinDbg starts a CDB on itself. Here nothing is started: the command names the debugger's \
          own process, and the line to type in another terminal for each native debugger that is \
          on your PATH (lldb, gdb). Some systems let only root attach. The session stands still \
          until that debugger detaches. Ctrl+\\ at the prompt is the same, and while a command is \
          carried out it tells the same at once, so that a debugger that hangs can be looked into.
          """,
        examples: [".dbgdbg": "the process' number, and what to type"],
        related: [".shell", "version"], repetition: .none
      ) { session in session.print(NativeDebuggers().advice) },
    ])

  private static var disabled: CommandError {
    .message("Shell commands are disabled: start the debugger with --shell to allow them")
  }
}
