import Engine
import Language

extension SharedExtension {
  static let errorCommands = [
    Command(
      "gle", summary: "Show a thread's last error.",
      details: """
        The Win32 error and the NTSTATUS that the thread in scope was given last, from its TEB; -all \
        shows those of every thread of the process.
        """,
      examples: [
        ".process poi(nt!PsActiveProcessHead+8)-188; !gle -all": "Show those of the last process."
      ], related: ["!error", "!teb"], grammar: .switches("all")
    ) { session, switches in
      guard switches.contains("all") else { return try showLastError(session, nil) }
      for (number, block) in try threadBlocks(session) where block != 0 {
        session.print("Last error for thread \(UInt64(number).hex()):")
        try showLastError(session, block)
        session.print()
      }
    }
  ]

  /// The TEBs of the process in scope, each with its thread's number; 0 for a thread without one.
  private static func threadBlocks(_ session: Session) throws -> [(number: Int, block: UInt64)] {
    if let process = session.debugger.userTarget {
      return process.threads.map { ($0.number, $0.teb) }
    }
    guard let process = session.debugger.process else {
      throw CommandError.message("No current process on this processor.")
    }
    let list = try session.debugger.structure("nt!_EPROCESS", at: process)["ThreadListHead"]
      .list("nt!_ETHREAD", "ThreadListEntry")
    return try list.enumerated().map { ($0.offset, try $0.element["Tcb.Teb"].pointer) }
  }

  /// `!error`, which the `ext` module offers.
  static let errorText = Command(
    "error", summary: "Tell what an error number means.",
    details: """
      A number with the top bits of an NTSTATUS is taken for one, any other for a Win32 error; with 1 \
      behind it, it is an NTSTATUS whatever its bits.
      """,
    examples: [
      "!error 5": "Tell what Win32 error 5 is.",
      "!error 0n-1073741811": "Tell what NTSTATUS c000000d is.",
    ], related: ["!gle"], grammar: .expression("Error"), .optional(.expression("Flag"))
  ) { session, value, flag in
    let code = UInt32(truncatingIfNeeded: value)
    let isStatus = (flag ?? 0) == 1 || code >> 30 >= 2
    session.print("Error code: \(isStatus ? statusText(code, full: true) : win32Text(code))")
  }

  private static func showLastError(_ session: Session, _ address: UInt64?) throws {
    let block = try threadBlock(session, address)
    let error = UInt32(truncatingIfNeeded: try block["LastErrorValue"].uint)
    let status = UInt32(truncatingIfNeeded: try block["LastStatusValue"].uint)
    session.print("LastErrorValue: \(win32Text(error))")
    session.print("LastStatusValue: \(statusText(status, full: false))")
  }

  /// `(Win32) 0x2 (2) - The system cannot find the file specified.`
  private static func win32Text(_ code: UInt32) -> String {
    let number = code == 0 ? "0 (0)" : "0x\(code.hex()) (\(code))"
    let text = SystemError.win32(code) ?? "<Unable to get error code text>"
    return "(\(2...0x2AFF ~= code && code >= 0x2714 ? "Winsock" : "Win32")) \(number) - \(text)"
  }

  /// `(NTSTATUS) 0xc000000d (3221225485) - An invalid parameter was passed to a service or function.`
  private static func statusText(_ code: UInt32, full: Bool) -> String {
    let known = SystemError.status(code)
    let sentence = known.map { $0.text.isEmpty ? $0.name : $0.text }
    let text = sentence ?? "<Unable to get error code text>"
    guard code != 0 else { return "(NTSTATUS) 0 - \(text)" }
    return "(NTSTATUS) 0x\(code.hex())\(full ? " (\(code))" : "") - \(text)"
  }
}
