import Language

extension KernelExtension {
  static let fileTime = Command(
    "filetime", summary: "Show a FILETIME as a date.",
    details: "Time counts 100 ns from 1601. It is shown in UTC, so that a session reads the same "
      + "everywhere.",
    examples: ["!filetime 1c4730984712348": "a moment of 2004"],
    related: [".formats", ".time", "dt"], grammar: .expression("Time")
  ) { session, time in
    guard let text = DebuggerTime.shortText(fileTime: time) else {
      throw CommandError.message("\(time.hex(16)) is not a time")
    }
    session.print(" \(text) (UTC)")
  }
}
