extension Session {
  /// Runs a file's commands, showing them: line by line, or as one block. A mistake ends the line
  /// or the block that it is in.
  public func runScript(_ path: String, isFolded: Bool) throws {
    let text = try readText(path)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard isFolded else {
      let outer = scriptLines
      scriptLines = lines.reversed().map(String.init)
      defer { scriptLines = outer }
      while let line = scriptLines?.popLast() {
        guard !line.isEmpty else { continue }
        print("\(prompt) \(line)")
        do {
          try runLine(line)
        } catch {
          switch CommandError(error) {
          // Scripts nested too deep all end: one that runs itself twice would never come back.
          case .cancelled, .rejected(.overflow, _, _): throw error
          default: report(error)
          }
        }
        if isOver || pendingRun != nil { return }
      }
      return
    }
    let whole = lines.filter { !$0.isEmpty }.joined(separator: ";")
    print("\(prompt) \(whole)")
    try runLine(whole)
  }

  /// A line for a command that reads more than its own: a script's next one, or what `ask` brings;
  /// nil when there is none.
  public func askLine(_ prompt: String) -> String? {
    guard scriptLines != nil else { return ask?(prompt) }
    guard let line = scriptLines?.popLast() else { return nil }
    print("\(prompt) \(line)")
    return line
  }

  /// `$$>a<`: a file's name, then its arguments. Nothing is shown.
  func runScript(arguments text: String) throws {
    var words = Self.words(text)
    guard !words.isEmpty else { throw CommandError.message("Script file name is missing") }
    let path = words.removeFirst()
    let script = try readText(path).split(whereSeparator: \.isNewline).joined(separator: ";")
    var arguments = Aliases()
    arguments["$arg0"] = path
    for (index, word) in words.enumerated() { arguments["$arg\(index + 1)"] = word }
    let text = try expandAliases(try arguments.expandArguments(script))
    _ = try run(program(text))
  }

  /// The words of a text; double quotes keep blanks together.
  static func words(_ text: String) -> [String] {
    var line = CommandLine(text)
    var words: [String] = []
    while !line.isAtEnd() {
      if let quoted = line.takeQuoted(isRaw: true) {
        words.append(quoted)
      } else {
        let word = line.take { !$0.isSpace }
        words.append(word)
      }
    }
    return words
  }
}
