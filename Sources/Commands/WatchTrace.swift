import Engine
import Language
import X86

/// A function's run watched instruction by instruction: what `wt` does.
struct WatchTrace {
  /// One call that is under way.
  private struct Call {
    var name: String
    var returnAddress: UInt64
    /// Instructions of its own so far, and of what it called.
    var own = 0
    var children = 0
    /// Where it was called from.
    var site: UInt64
  }

  /// What is known of a function after the trace.
  fileprivate struct Summary {
    var invocations = 0
    var least = Int.max
    var most = 0
    var total = 0
  }

  private let session: Session
  private let options: WatchOptions
  private let end: UInt64
  /// The stack pointer that a return to `end` leaves behind is above this.
  private let startSP: UInt64
  private var calls: [Call] = []
  private var summaries: [String: Summary] = [:]
  private var systemCalls: [String: Int] = [:]
  private var instructions = 0
  private var events = 0
  /// The symbol whose code is being run, and where the next one begins.
  private var symbol: (name: String, range: Range<UInt64>) = ("", 0..<0)

  /// A trace from where the target stands to an address.
  init(_ session: Session, _ options: WatchOptions, to end: UInt64) throws {
    self.session = session
    self.options = options
    self.end = end
    startSP = try session.context.sp
  }

  /// Runs the trace. Returns the stop that ends it early, nil when it came to its end.
  mutating func run() throws -> Stop? {
    let debugger = session.debugger
    var context = try session.context
    calls = [Call(name: name(at: context.ip), returnAddress: end, site: context.ip)]
    while true {
      try session.checkCancelled()
      guard let instruction = debugger.instruction(at: context.ip) else { return nil }
      let isOver = try stepsOver(instruction, context)
      let stop = isOver ? try debugger.stepOver() : try debugger.stepInto()
      guard stop.reason == .stepped else { return stop }
      let before = context
      context = stop.context
      count(instruction, before, context, isOver: isOver)
      if calls.isEmpty || context.ip == end && context.sp > startSP { break }
    }
    while !calls.isEmpty { leave(context) }
    return nil
  }

  /// Whether an instruction's call runs unwatched: by `-l`, `-m` and `-i`.
  private mutating func stepsOver(_ instruction: Instruction, _ context: Context) throws -> Bool {
    guard instruction.flow == .call else { return false }
    if let depth = options.depth, calls.count >= depth { return true }
    guard let target = session.debugger.callTarget(of: instruction, at: context.ip, context) else {
      return false
    }
    let module = session.debugger.module(containing: target)?.name.lowercased() ?? ""
    let caller = session.debugger.module(containing: context.ip)?.name.lowercased() ?? ""
    let isIgnored =
      options.modules.isEmpty
      ? options.ignored.contains(module)
      : !options.modules.contains(module) && !options.modules.contains(caller)
    if isIgnored, !options.hidesIgnored {
      show(Call(name: name(at: target), returnAddress: 0, site: context.ip), depth: calls.count)
    }
    return isIgnored
  }

  private mutating func count(
    _ instruction: Instruction, _ before: Context, _ after: Context, isOver: Bool
  ) {
    instructions += 1
    events += 1
    calls[calls.count - 1].own += 1
    if instruction.flow == .systemCall { systemCalls[symbol.name, default: 0] += 1 }
    let next = before.ip &+ UInt64(instruction.length)
    if instruction.flow == .call, !isOver, after.ip != next {
      showCurrent()
      calls.append(Call(name: name(at: after.ip), returnAddress: next, site: before.ip))
    } else if let index = calls.lastIndex(where: { $0.returnAddress == after.ip }),
      instruction.flow == .return
    {
      while calls.count > index { leave(after) }
    } else if !symbol.range.contains(after.ip) {
      // A jump into another function takes this one's place.
      let name = name(at: after.ip)
      guard name != calls[calls.count - 1].name else { return }
      let old = calls[calls.count - 1]
      leave(after)
      calls.append(Call(name: name, returnAddress: old.returnAddress, site: old.site))
      return
    }
    // The function that goes on after a call is looked up again.
    if !symbol.range.contains(after.ip) { _ = name(at: after.ip) }
  }

  /// Ends the innermost call.
  private mutating func leave(_ context: Context) {
    guard let call = calls.last else { return }
    show(call, depth: calls.count - 1, returned: context)
    calls.removeLast()
    summaries[call.name, default: Summary()].add(call.own)
    if !calls.isEmpty { calls[calls.count - 1].children += call.own + call.children }
  }

  private func showCurrent() {
    if let call = calls.last { show(call, depth: calls.count - 1) }
  }

  private func show(_ call: Call, depth: Int, returned: Context? = nil) {
    guard !options.hidesCalls else { return }
    let indent = String(repeating: "  ", count: min(depth, 64))
    var text = "\(number(call.own, 5)) \(number(call.children, 5)) [\(number(depth, 3))] \(indent)"
    text += call.name
    if options.showsSites { text += " (\(session.addressText(call.site)))" }
    if let value = returned?[.rax] {
      if options.showsTypedReturns, let typed = FunctionData.typed(call.name, value, session) {
        text += " \(typed)"
      } else if options.showsReturns || options.showsTypedReturns {
        text += " rax = \(String(value, radix: session.radix))"
      }
    }
    session.print(text)
  }

  /// The name of the function at an address, remembered with the addresses it holds for.
  private mutating func name(at address: UInt64) -> String {
    if symbol.range.contains(address) { return symbol.name }
    guard let found = session.debugger.symbolize(address) else {
      symbol = (session.addressText(address), address..<(address &+ 1))
      return symbol.name
    }
    let end = session.debugger.nextSymbol(after: address)?.address ?? address &+ 1
    symbol = (found.qualifiedName, found.address..<max(end, found.address &+ 1))
    return symbol.name
  }

  /// The tables after the trace.
  func printSummary() {
    session.print(
      "\(instructions) instructions were executed in \(max(0, events - 1)) events "
        + "(0 from other threads)")
    guard !options.hidesSummary else { return }
    session.print()
    session.print("\("Function Name".padded(44))Invocations MinInst MaxInst AvgInst")
    for name in summaries.keys.sorted() {
      guard let row = summaries[name] else { continue }
      session.print(
        name.padded(44) + number(row.invocations, 11) + number(row.least, 8)
          + number(row.most, 8) + number(row.total / max(1, row.invocations), 8))
    }
    session.print()
    let total = systemCalls.values.reduce(0, +)
    session.print("\(total) system call\(total == 1 ? " was" : "s were") executed")
    guard total > 0 else { return }
    session.print()
    session.print("Calls  System Call")
    for (name, count) in systemCalls.sorted(by: { $0.key < $1.key }) {
      session.print("\(number(count, 5))  \(name)")
    }
  }

  private func number(_ value: Int, _ width: Int) -> String { String(value).leftPadded(width) }
}

extension WatchTrace.Summary {
  fileprivate mutating func add(_ instructions: Int) {
    invocations += 1
    least = min(least, instructions)
    most = max(most, instructions)
    total += instructions
  }
}

/// The switches of `wt`.
struct WatchOptions {
  var depth: Int?
  var modules: Set<String> = []
  var ignored: Set<String> = []
  var hidesIgnored = false
  var hidesCalls = false
  var hidesSummary = false
  var showsSites = false
  var showsReturns = false
  var showsTypedReturns = false

  /// Reads the switches in front of a line.
  init(reading line: inout CommandLine, _ session: Session) throws {
    line.skipBlanks()
    while line.next == UInt8(ascii: "-") {
      let start = line.position
      let word = line.takeWord()
      switch word {
      case "-l": depth = max(1, Int(clamping: try session.evaluate(line.takeWord())))
      case "-m": modules.insert(line.takeWord().lowercased())
      case "-i": ignored.insert(line.takeWord().lowercased())
      case "-ni": hidesIgnored = true
      case "-nc": hidesCalls = true
      case "-ns": hidesSummary = true
      case "-nw": break
      case "-oa": showsSites = true
      case "-or": showsReturns = true
      case "-oR": showsTypedReturns = true
      default: throw line.rejected(.syntax, at: start)
      }
      line.skipBlanks()
    }
  }
}

extension Execution {
  /// `wt`.
  static let watch = Command(
    "wt", summary: "Run a function, counting its instructions and those of what it calls.",
    details: """
      At a function's first instruction it runs to the return address, at a call to the instruction \
      behind it; elsewhere it is p, unless EndAddress says how far. Each line has a call's own \
      instructions, those of what it called, its depth and its name. -l Depth runs deeper calls \
      unwatched, -m Module watches that module only and -i Module does not watch it (-ni without a \
      word), -nc leaves the calls out and -ns the tables, -oa shows where calls come from, -or and \
      -oR what they return.
      """,
    examples: ["wt -l 2": "two levels deep"], related: ["p", "t", "gu", "uf"],
    repetition: .none, grammar: .line("[Options] [= StartAddress] [EndAddress]")
  ) { session, line in
    var line = line
    let options = try WatchOptions(reading: &line, session)
    let begin = try start.read(&line, session)
    line.skipSeparators()
    let end = line.isAtEnd() ? nil : try session.evaluate(&line)
    try line.expectEnd()
    guard session.debugger.target.capabilities.contains(.run) else {
      throw session.rejected(.noDebuggee)
    }
    try move(session, to: begin)
    try watch(session, options, to: end)
  }

  private static func watch(
    _ session: Session, _ options: WatchOptions, to wanted: UInt64?
  ) throws {
    let debugger = session.debugger
    let context = try session.context
    let symbol = debugger.symbolize(context.ip)
    let instruction = debugger.instruction(at: context.ip)
    var end = wanted
    if end == nil, symbol?.displacement == 0 {
      end = try debugger.frames(limit: 2).first?.returnAddress
    } else if end == nil, let instruction, instruction.flow == .call {
      end = context.ip &+ UInt64(instruction.length)
    }
    guard let end else { return try session.runTarget { try debugger.stepOver() } }
    if !options.hidesCalls {
      let name = symbol?.qualifiedName ?? session.addressText(context.ip)
      session.print("Tracing \(name) to return address \(session.addressText(end))")
    }
    var trace = try WatchTrace(session, options, to: end)
    let stop = try trace.run()
    trace.printSummary()
    let final = try stop ?? debugger.lastStop ?? debugger.stepOver()
    try session.runTarget { final }
  }
}
