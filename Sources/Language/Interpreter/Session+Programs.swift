import Foundation

extension Session {
  /// Programs nested deeper than this end with an overflow error.
  private static let deepest = 100
  /// Programs that are kept parsed; when there are more, all are parsed anew.
  private static let programLimit = 256

  /// Runs a line as typed: aliases are replaced first.
  func runLine(_ line: String) throws {
    let statements = program(try expandAliases(line))
    try noteRepetition(statements)
    _ = try run(statements)
  }

  /// Runs commands on behalf of a command (a breakpoint's string, `!for_each_module`).
  public func run(commands text: String) throws {
    _ = try run(expanded(program(text)))
  }

  /// A text with its aliases replaced, those that the debugger sets included.
  func expandAliases(_ text: String) throws(CommandError) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return try aliases.expand(text) }
    var all = aliases
    all.automatic = automaticAliases
    return try all.expand(text)
  }

  /// The parsed form of a text, the same one for the same text.
  func program(_ text: String) -> Block {
    if let known = programs[text] { return known }
    if programs.count >= Self.programLimit { programs = [:] }
    let block = Block(text)
    programs[text] = block
    return block
  }

  /// Remembers what an empty line does after this one.
  private func noteRepetition(_ block: Block) throws {
    let statements = block.statements(commands)
    guard statements.count == 1, case .command(let invocation) = statements[0] else {
      return
    }
    switch invocation.command.repetition {
    case .same: break
    case .continued: repeated = block.text.hasPrefix("!") ? "!\(invocation.name)" : invocation.name
    case .none: repeated = ""
    }
  }

  /// Runs the statements of a block in turn.
  ///
  /// - Parameter isPrefixed: whether the block is a command behind a processor's number, so that a `z`
  ///   in it means the statements before the number.
  func run(_ block: Block, isPrefixed: Bool = false) throws -> Flow {
    guard depth < Self.deepest else {
      throw CommandError.rejected(.overflow, line: block.source.string, column: 0)
    }
    depth += 1
    defer { depth -= 1 }
    let statements = block.statements(commands)
    var index = 0
    while index < statements.count {
      let flow = try run(statements[index], in: block.source)
      if flow != .next { return flow }
      if isOver || pendingRun != nil { return .stop }
      index += 1
      // `z`: once more from the beginning.
      guard isRepeated, !isPrefixed else { continue }
      isRepeated = false
      guard !wasBrokenInto else { continue }
      print("redo [1] \(block.text)")
      index = 0
    }
    return .next
  }

  /// Runs a block that is entered now: its aliases are replaced at this moment.
  private func enter(_ block: Block) throws -> Flow { try run(expanded(block)) }

  /// A block with its aliases replaced as they are now.
  func expanded(_ block: Block) throws -> Block {
    if aliases.named.isEmpty && !block.hasDollar { return block }
    return try block.expanded(aliasEpoch) {
      let text = block.text
      let expanded = try expandAliases(text)
      return expanded == text ? block : program(expanded)
    }
  }

  private func run(_ statement: Statement, in source: SourceText) throws -> Flow {
    switch statement {
    case .command(let invocation):
      let name = invocation.name
      let arguments = invocation.arguments
      try checkCancelled()
      bringIn(moduleOf: name)
      commandName = name
      commandStart = max(0, arguments.lowerBound - name.utf8.count)
      var line = CommandLine(source, from: arguments.lowerBound, to: arguments.upperBound)
      currentLine = line
      try invocation.command.run(&line, self)
      return isOver || pendingRun != nil ? .stop : .next
    case .processor(let number, let block):

      let outer = prefixedProcessor
      prefixedProcessor = number == debugger.scope.processor ? outer : number
      defer { prefixedProcessor = outer }
      return try onProcessor(number) { try run(block, isPrefixed: true) }
    case .unknownExtension(let name): throw unknownExtension(name)
    case .refused(let error): throw error
    case .conditional(let branches): return try run(branches, in: source)
    case .loop(let start, let condition, let step, let body, let testsFirst):
      if let start, try run(start) == .stop { return .stop }
      return try loop(
        condition: condition, step: step, body: body, testsFirst: testsFirst, in: source)
    case .foreach(let header, let body): return try runForeach(header, body, in: source)
    case .block(let block): return try enter(block)
    case .catching(let block): return try runCatching(block)
    case .exit(let flow): return flow
    }
  }

  private func run(
    _ branches: [(condition: Range<Int>?, body: Block)], in source: SourceText
  ) throws -> Flow {
    for (condition, body) in branches {
      guard let condition else { return try enter(body) }
      if try isTrue(condition, in: source) { return try enter(body) }
    }
    return .next
  }

  /// Whether a condition is not 0. An empty one is true, as in `.for (;;)`.
  private func isTrue(_ condition: Range<Int>, in source: SourceText) throws -> Bool {
    var line = CommandLine(source, from: condition.lowerBound, to: condition.upperBound)
    if line.isAtEnd() { return true }
    let value = try evaluate(&line)
    try line.expectEnd()
    return value != 0
  }

  private func loop(
    condition: Range<Int>, step: Block?, body: Block, testsFirst: Bool, in source: SourceText
  ) throws -> Flow {
    var isFirst = true
    while true {
      try checkCancelled()
      if testsFirst || !isFirst, try !isTrue(condition, in: source) { return .next }
      isFirst = false
      switch try enter(body) {
      case .leaveLoop: return .next
      case .next, .nextPass: break
      case .leaveCatch: return .leaveCatch
      case .stop: return .stop
      }
      if wasBrokenInto { return .stop }
      if let step, try run(step) == .stop { return .stop }
    }
  }

  private func runCatching(_ block: Block) throws -> Flow {
    do {
      let flow = try enter(block)
      return flow == .leaveCatch ? .next : flow
    } catch {
      if CommandError(error) == .cancelled { throw error }
      report(error)
      return .next
    }
  }

  private func runForeach(_ header: ForeachHeader, _ body: Block, in source: SourceText) throws
    -> Flow
  {
    let text: String
    switch header.origin {
    case .commands(let block): text = try capture { _ = try enter(block) }
    case .string(let string): text = try expandAliases(string)
    case .file(let path): text = try readText(path)
    }
    let initialSkip = try number(header.initialSkip, in: source)
    let skip = try number(header.skip, in: source)
    let words = text.split(whereSeparator: \.isWhitespace)
    var index = initialSkip
    while index < words.count {
      try checkCancelled()
      let text = try expand(body.text, variable: header.variable, as: String(words[index]))
      switch try run(Block(text)) {
      case .leaveLoop: return .next
      case .next, .nextPass: break
      case .leaveCatch: return .leaveCatch
      case .stop: return .stop
      }
      if wasBrokenInto { return .stop }
      index += 1 + min(skip, words.count)
    }
    return .next
  }

  private func number(_ range: Range<Int>?, in source: SourceText) throws -> Int {
    guard let range else { return 0 }
    var line = CommandLine(source, from: range.lowerBound, to: range.upperBound)
    return min(Int(clamping: try evaluate(&line)), Int(Int32.max))
  }

  /// A text with its aliases replaced, and a variable that is one for this time.
  private func expand(
    _ body: String, variable: String, as word: String
  ) throws(CommandError) -> String {
    var all = aliases
    all.automatic = automaticAliases
    all[variable] = word
    return try all.expand(body)
  }

  /// A text with a variable replaced: as a word of its own or in `${}`.
  public static func replace(_ variable: String, with text: String, in body: String) -> String {
    var words = Aliases()
    words[variable] = text
    return (try? words.expand(" " + body)) ?? body
  }

  /// Runs a body while looking at another processor.
  public func onProcessor<Result>(_ number: Int, _ body: () throws -> Result) throws -> Result {
    let previous = debugger.scope
    try debugger.setProcessor(number)
    defer { debugger.restore(previous) }
    return try body()
  }
}
