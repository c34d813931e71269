import Engine
import Language

extension CommandSet {
  /// Showing the call stack and choosing a frame of it.
  public static let stack = CommandSet(
    "Stack",
    [
      Command(
        "k", spellings: ["kb", "kc", "kd", "kf", "kL", "kM", "kn", "kp", "kP", "kv"],
        summary: "Show the call stack.",
        details: """
          Letters add to the display: b the first four parameter slots in place of the stack \
          pointer, v both, n frame numbers, f each frame's size, p and P the parameters by name, c \
          only names, L no source lines, d raw stack words. Frames is how many frames to show, in \
          the current radix. `k = Stack Frames` and `k = Stack Instruction Frames` start elsewhere.
          """,
        examples: [
          "k": "the stack", "kb 3": "three frames with parameters", "kn": "with frame numbers",
        ], related: [".frame", ".f+", "dps"], grammar: .letters("bcdfnpPvLM"),
        .line("[= Stack [Instruction]] [Frames]")
      ) { session, letters, line in
        var line = line
        if letters.contains("d") {
          try showRawStack(session, &line)
        } else {
          try showStack(session, letters, &line)
        }
      },
      Command(
        ".kframes", summary: "Show or set how many frames k shows.",
        examples: [".kframes": "how many there are", ".kframes 20": "at most 32 frames"],
        related: ["k"], repetition: .none, grammar: .optional(.expression("Frames"))
      ) { session, count in
        if let count { session.stackDepth = Int(clamping: min(count, 0xFFFF)) }
        session.print("Default stack trace depth is 0n\(session.stackDepth) frames")
      },
      frame,
      Command(
        ".f+", summary: "Go to the next outer frame.", examples: [".f+": "the caller"],
        related: [".f-", ".frame", "k"], repetition: .same
      ) { session in try select(session, frame: session.debugger.scope.frame + 1) },
      Command(
        ".f-", summary: "Go to the next inner frame.", examples: [".f+; .f-": "there and back"],
        related: [".f+", ".frame"], repetition: .same
      ) { session in try select(session, frame: session.debugger.scope.frame - 1) },
    ])

  private static let frame = Command(
    ".frame", summary: "Show or choose the frame whose locals are shown.",
    details: "/r shows the registers as they are in the frame, /c makes them the current context.",
    examples: [".frame 1": "the second frame", ".frame": "where it stands"],
    related: ["k", "dv", ".f+"], grammar: .switches("r", "c"), .optional(.expression("Number"))
  ) { session, switches, number in
    let number = number.map { Int(clamping: $0) } ?? session.debugger.scope.frame
    try select(session, frame: number)
    if switches.contains("c"), let frame = try session.debugger.currentFrame() {
      session.debugger.setContextOverride(frame.context)
    }
    if switches.contains("r") || switches.contains("c") {
      let kept = session.debugger.scope
      defer { session.debugger.restore(kept) }
      if let frame = try session.debugger.currentFrame() {
        session.debugger.setContextOverride(frame.context)
      }
      try Registers.show(session.registerMask, session)
      try session.printLocation()
    }
  }

  private static func select(_ session: Session, frame number: Int) throws {
    let frames = try session.debugger.frames(limit: max(64, min(number, 0xFFFF) + 1))
    guard frames.indices.contains(number) else {
      throw CommandError.message(
        "Cannot find frame 0x\(UInt32(truncatingIfNeeded: number).hex()), previous scope unchanged")
    }
    session.debugger.setFrame(number)
    var style = StackStyle(letters: "n")
    style.hidesSource = false
    session.print(style.line(session, frames[number], previous: nil))
  }

  private static func showStack(
    _ session: Session, _ letters: String, _ line: inout CommandLine
  ) throws {
    let request = try StackRequest(reading: &line, session)
    let frames: [Frame]
    if let start = request.start {
      frames = session.debugger.unwind(start, limit: request.count)
    } else {
      if session.debugger.scope.context != nil {
        session.print("  *** Stack trace for last set context - .thread/.cxr resets it")
      }
      frames = try session.debugger.frames(limit: request.count)
    }
    let style = StackStyle(letters: letters)
    session.print(style.header(session))
    var previous: Frame?
    var warned = false
    for frame in frames.prefix(request.count) {
      try session.checkCancelled()
      if frame.trust == .noModule, !warned {
        warned = true
        session.print(
          "WARNING: Frame IP not in any known module. Following frames may be wrong.")
      }
      session.print(style.line(session, frame, previous: previous))
      previous = frame
    }
  }

  /// `kd`: the words on the stack, with the symbols they point to.
  private static func showRawStack(_ session: Session, _ line: inout CommandLine) throws {
    let request = try StackRequest(reading: &line, session)
    let context = try request.start ?? session.context
    let start = context[.rsp]
    let end = start &+ UInt64(request.count &* session.pointerSize)
    let kind = session.pointerSize == 8 ? "dqs" : "dds"
    try session.run(commands: "\(kind) 0x\(start.hex()) 0x\((end &- 1).hex())")
  }
}

/// What follows `k` and its letters.
private struct StackRequest {
  /// Registers to start from when the line names them.
  var start: Context?
  var count: Int

  init(reading line: inout CommandLine, _ session: Session) throws {
    count = session.stackDepth
    line.skipBlanks()
    guard line.take("=") else {
      if !line.isAtEnd() { count = Int(clamping: min(try session.evaluate(&line), 0xFFFF)) }
      try line.expectEnd()
      return
    }
    var numbers: [UInt64] = []
    while !line.isAtEnd(), numbers.count < 3 {
      numbers.append(try session.evaluate(&line))
      line.skipSeparators()
    }
    try line.expectEnd()
    guard let stack = numbers.first else { throw session.rejectedAtEnd(.syntax) }
    var context = try session.context
    context[.rsp] = stack
    if numbers.count == 3 { context[.rip] = numbers[1] }
    if numbers.count > 1 { count = Int(clamping: min(numbers[numbers.count - 1], 0xFFFF)) }
    start = context
  }
}
