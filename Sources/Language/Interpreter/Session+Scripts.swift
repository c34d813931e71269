extension Session {
  /// Runs a file's commands, showing them: line by line, or as one block. A mistake ends the line
  /// or the block that it is in.
  public func runScript(_ path: String, isFolded: Bool) throws {
    let text = try readText(path)
    let lines = text.split(whereSeparator: \.isNewline)
    guard isFolded else {
      for line in lines {
        print("\(prompt) \(line)")
        do {
          try runLine(String(line))
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
    let whole = lines.joined(separator: ";")
    print("\(prompt) \(whole)")
    try runLine(whole)
  }

  /// `$$>a<`: a file's name, then its arguments. Nothing is shown.
  func runScript(arguments text: String) throws {
    var words = Self.words(text)
    guard !words.isEmpty else { throw CommandError.message("Script file name is missing") }
    let path = words.removeFirst()
    let script = try readText(path).split(whereSeparator: \.isNewline).joined(separator: ";")
    let outer = scriptArguments
    scriptArguments = Dictionary(
      uniqueKeysWithValues: words.enumerated().map { ("$arg\($0.offset + 1)", $0.element) })
    defer { scriptArguments = outer }
    _ = try run(program(aliases.expand(" " + script, extra: scriptArguments)))
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
