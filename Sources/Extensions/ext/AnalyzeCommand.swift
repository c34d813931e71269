import Engine
import Language

extension GeneralExtension {
  static let analyze = Command(
    "analyze", summary: "Analyse a crash or an exception.",
    details: """
      Tells the bug check or the exception, its arguments, the stack, and whose code is probably at \
      fault. -v shows everything that was found, -f analyses although nothing has happened, -hang \
      looks at what the processors do instead. -show Code [Arguments] explains a bug check code.
      """,
    examples: [
      "!analyze -v": "everything; without a crash, that there was none",
      "!analyze -show d1": "a bug check's name, meaning and arguments",
      "!analyze -hang": "what the processors do",
    ],
    related: [".bugcheck", ".exr", ".trap", ".crash", "k"], repetition: .none,
    grammar: .line("[-v[Level]] [-f | -hang] | -show Code [Arguments]")
  ) { session, line in
    var line = line
    try Analyze.run(session, &line)
  }
}

/// The body of `!analyze`.
enum Analyze {
  static func run(_ session: Session, _ line: inout CommandLine) throws {
    var isDetailed = false
    var isHang = false
    line.skipBlanks()
    while line.next == UInt8(ascii: "-") {
      let start = line.position
      let word = line.takeWord()
      switch word {
      case "-show": return try explain(session, &line)
      case "-hang": isHang = true
      case "-f": break
      default:
        guard word.hasPrefix("-v"), word == "-vv" || word.dropFirst(2).allSatisfy(\.isNumber) else {
          throw line.rejected(.syntax, at: start)
        }
        isDetailed = true
      }
      line.skipBlanks()
    }
    try line.expectEnd()
    if isHang { return try showProcessors(session) }
    let report = CrashReport(session, try CrashAnalysis(session))
    isDetailed ? try report.printDetails() : report.printBrief()
  }

  /// `-show Code [Arguments]`.
  private static func explain(_ session: Session, _ line: inout CommandLine) throws {
    let code = UInt32(truncatingIfNeeded: try session.evaluate(&line))
    var arguments: [UInt64] = []
    line.skipSeparators()
    while !line.isAtEnd(), arguments.count < 4 {
      arguments.append(try session.evaluate(&line))
      line.skipSeparators()
    }
    try line.expectEnd()
    CrashReport.printMeaning(code, arguments, session)
  }

  /// `-hang`: what each processor runs, and how many DPCs wait for it.
  private static func showProcessors(_ session: Session) throws {
    let debugger = session.debugger
    let kept = debugger.scope
    defer { debugger.restore(kept) }
    session.print("Scanning processors for threads that keep them busy ...")
    session.print()
    for number in 0..<debugger.target.processorCount {
      try session.checkCancelled()
      try debugger.setProcessor(number)
      let thread = debugger.currentThread(processor: number) ?? 0
      let context = try debugger.target.context(processor: number)
      let place = session.symbolText(context.ip) ?? session.addressText(context.ip)
      var text = "Processor \(number): thread \(session.plainAddress(thread)) at \(place), IRQL "
      text += context[.cr8].hex()
      if let region = debugger.processorControlRegion(processor: number),
        let depth = try? debugger.field(
          "nt!_KPRCB", "DpcData[0].DpcQueueDepth", at: region &+ 0x180)
      {
        text += ", \(depth) DPC\(depth == 1 ? "" : "s") waiting"
      }
      session.print(text)
    }
    session.print()
    session.print("Followup: MachineOwner")
    session.print("---------")
  }
}
