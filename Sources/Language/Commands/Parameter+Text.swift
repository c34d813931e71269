// Arguments that are words and text: names, patterns, files, command strings, switches.

extension Parameter {
  /// The argument if anything is left on the line, else nil.
  public static func optional<Wrapped>(_ parameter: Parameter<Wrapped>) -> Parameter<Wrapped?> {
    let read = parameter.read
    return Parameter<Wrapped?>(
      usage: "[\(parameter.usage)]", completion: parameter.completion, note: parameter.note
    ) {
      line, session throws(CommandError) in
      line.skipSeparators()
      return line.position >= line.limit ? nil : try read(&line, session)
    }
  }

  /// The argument as often as there is text left.
  public static func list<Element>(_ parameter: Parameter<Element>) -> Parameter<[Element]> {
    let read = parameter.read
    return Parameter<[Element]>(
      usage: "\(parameter.usage)...", completion: parameter.completion, note: parameter.note
    ) {
      line, session throws(CommandError) in
      var elements: [Element] = []
      line.skipSeparators()
      while line.position < line.limit {
        let before = line.position
        elements.append(try read(&line, session))
        line.skipSeparators()
        guard line.position > before else { throw line.rejected(.syntax) }
      }
      return elements
    }
  }

  /// A word: text up to a blank or a comma. An empty one is refused.
  public static func word(_ usage: String, completion: CompletionKind = .none) -> Parameter<String>
  {
    Parameter<String>(usage: usage, completion: completion) { line, _ throws(CommandError) in
      let word = line.takeWord()
      guard !word.isEmpty else { throw line.rejected(.syntax) }
      return word
    }
  }

  /// A pattern of symbols: `module!name*`.
  public static func symbolPattern(_ usage: String) -> Parameter<String> {
    Parameter<String>(
      usage: usage, completion: .symbol, note: "Module!Name, where * and ? stand for any letters"
    ) { line, _ throws(CommandError) in
      line.skipBlanks()
      if line.take("@!\"") {
        let text = line.take { $0 != UInt8(ascii: "\"") }
        _ = line.take("\"")
        return text
      }
      let word = line.takeWord()
      guard !word.isEmpty else { throw line.rejected(.syntax) }
      return word
    }
  }

  /// The rest of the command as it stands, without blanks around it; may be empty.
  public static func rest(_ usage: String, completion: CompletionKind = .none) -> Parameter<String>
  {
    Parameter<String>(usage: usage, completion: completion) { line, _ throws(CommandError) in
      line.takeRest()
    }
  }

  /// The rest of the command for a body that reads its own way; the body checks the end.
  public static func line(_ usage: String, completion: CompletionKind = .none) -> Parameter<
    CommandLine
  > {
    Parameter<CommandLine>(usage: usage, completion: completion) { line, _ throws(CommandError) in
      defer { line.position = line.limit }
      return line
    }
  }

  /// The letters of a set that follow at once, in any order and any number (`b` and `n` of `kbn`).
  public static func letters(_ letters: String) -> Parameter<String> {
    let known = Array(letters.utf8)
    var parameter = Parameter<String>(usage: "[\(letters)]") { line, _ throws(CommandError) in
      line.take { known.contains($0) }
    }
    parameter.isGlued = true
    return parameter
  }

  /// Text between double quotes, its escapes undone.
  public static func quoted(_ usage: String, completion: CompletionKind = .none) -> Parameter<
    String
  > {
    Parameter<String>(usage: "\"\(usage)\"", completion: completion) {
      line, _ throws(CommandError) in
      line.skipSeparators()
      let start = line.position
      guard let text = line.takeQuoted() else { throw line.rejected(.syntax, at: start) }
      return text
    }
  }

  /// A command string between double quotes.
  public static func commands(_ usage: String = "Commands") -> Parameter<String> {
    Parameter<String>.quoted(usage, completion: .command)
      .explained("commands, separated by semicolons")
  }

  /// A file's name: between double quotes, or the rest of the command.
  public static func file(_ usage: String) -> Parameter<String> {
    Parameter<String>(
      usage: usage, completion: .file, note: "a file's name, in double quotes or up to the end"
    ) { line, _ throws(CommandError) in
      line.skipBlanks()
      if line.opensQuotes {
        let start = line.position
        guard let text = line.takeQuoted(isRaw: true) else {
          throw line.rejected(.syntax, at: start)
        }
        return text
      }
      let name = line.takeRest()
      guard !name.isEmpty else { throw line.rejected(.syntax) }
      return name
    }
  }

  /// Switches of a command, each `-x` or `/x`, as many as stand in front.
  ///
  /// - Parameter known: the switches without their mark; one that ends in `:` takes the following
  ///   word (or the text glued to it) as its value. Longer spellings are tried first.
  public static func switches(_ known: String...) -> Parameter<Switches> {
    let ordered = known.sorted { $0.utf8.count > $1.utf8.count }
    let usage = known.map { "[-\($0.hasSuffix(":") ? "\($0.dropLast()) Value" : $0)]" }
    return Parameter<Switches>(usage: usage.joined(separator: " ")) {
      line, _ throws(CommandError) in try Switches(reading: &line, known: ordered)
    }
  }
}
