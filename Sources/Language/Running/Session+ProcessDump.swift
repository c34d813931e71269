import Dumps
import Engine

// What is printed when a dump of a process is opened.

extension Session {
  /// Shows what a dump is of and where it stands.
  func show(_ target: ProcessDumpTarget) throws {
    let contents = target.dump.contents
    print("\nLoading Dump File [\(target.path)]")
    print(
      contents.flags & 2 != 0
        ? "User Mini Dump File with Full Memory: Only application data is available"
        : "User Mini Dump File: Only registers, stack and portions of memory are available")
    for comment in contents.comments {
      let text = comment.filter { !$0.isNewline && $0 >= " " }
      if !text.isEmpty { print("Comment: '\(text)'") }
    }
    print()
    do {
      try debugger.enterDump()
    } catch {
      report(error)
    }
    if commands.command(named: "vertarget") != nil { try run(commands: "vertarget") }
    if !target.dump.damage.isEmpty {
      print("Parts of the dump cannot be read; .dumpdebug names them.")
    }
    if let record = target.exception {
      print("This dump file has an exception of interest stored in it.")
      print("The stored exception information can be accessed via .ecxr.")
      print(threadPrefix(debugger.scope.processor) + Self.unknownChance(record))
    }
    try standStill()
  }

  /// An exception of a dump of a process, which does not keep whether anybody had seen it.
  static func unknownChance(_ record: ExceptionRecord) -> String {
    "\(ExceptionName.text(record.code)) - code \(record.code.hex(8)) "
      + "(first/second chance not available)"
  }
}
