import Dumps
import Engine

// What is printed when a crash dump is opened.

extension Session {
  /// Shows what a dump is of and where it stands; the target never runs.
  func showDump() throws {
    if let target = debugger.target as? ProcessDumpTarget { return try show(target) }
    guard let target = debugger.target as? DumpTarget else { return }
    print("\nLoading Dump File [\(target.path)]")
    print(Self.sentence(target.dump.header.kind))
    let comment = target.dump.header.comment.filter { !$0.isNewline && $0 >= " " }
    if !comment.isEmpty { print("Comment: '\(comment)'") }
    print()
    do {
      try debugger.enterDump()
    } catch {
      report(error)
    }
    if commands.command(named: "vertarget") != nil { try run(commands: "vertarget") }
    if let (code, parameters) = target.bugCheck {
      let list = parameters.map { String($0, radix: 16) }.joined(separator: ", ")
      print("\nUse !analyze -v to get detailed debugging information.\n")
      print("BugCheck \(String(code, radix: 16, uppercase: true)), {\(list)}\n")
    }
    try standStill()
  }

  private static func sentence(_ kind: DumpKind) -> String {
    switch kind {
    case .full, .fullRanges:
      "Kernel Complete Dump File: Full address space is available"
    case .bitmap:
      "Kernel Bitmap Dump File: Full address space is available"
    case .kernelBitmap, .kernelRanges:
      "Kernel Bitmap Dump File: Kernel address space is available, "
        + "User address space may not be available."
    case .activeRanges:
      "Kernel Bitmap Dump File: Active memory is available"
    case .triage:
      "Mini Kernel Dump File: Only registers and stack trace are available"
    }
  }
}
