import Language

extension CommandSet {
  /// The debugger's data model.
  public static let dataModel = CommandSet(
    "Data model",
    [
      Command(
        "dx", summary: "Evaluate an expression of the data model, and show the value as a tree.",
        details: """
          Expressions are C++ with objects beside: Debugger, @$cursession, @$curprocess, \
          @$curthread, @$curstack, @$curframe and variables of one's own (@$x = ...). Lists have \
          the methods of LINQ, which take functions (p => p.Id > 4); new { A = 1 } makes an object. \
          -r[N] shows N levels, -g a grid, -gc N one with cells of N characters, -c N leaves out N \
          elements, -n shows records by their fields only, -v shows methods too, -h explains \
          members, -s shows nothing. Behind a comma: x d o b for the base, a number for how many \
          elements, c s sb su sub for characters, en for names of enumerations only, ! for fields \
          only, view(Name) for a view of a NatVis file. $"{p.Name}" is a text with values in it.
          """,
        examples: [
          "dx @$curprocess": "The current process.",
          "dx @$cursession.Processes": "All processes.",
          "dx -r2 @$curthread.Stack.Frames": "The stack, with what each frame has.",
          "dx -g @$curprocess.Modules": "The modules as a grid.",
          "dx @$cursession.Processes.Where(p => p.Threads.Count() > 2)":
            "The processes that have more than two threads.",
          "dx -g @$cursession.Processes.Select(p => new { Name = p.Name, Id = p.Id }),d":
            "Names and ids, in decimal.",
          "dx (nt!_LIST_ENTRY *)&nt!PsActiveProcessHead": "Memory as a type.",
          "dx -h Debugger": "What there is.",
          "dx @$cursession.Processes.Select(p => $\"{p.Name} has {p.Threads.Count(),d} threads\")":
            "Texts made of values.",
        ],
        related: ["??", "dt", "!process", ".nvload"],
        grammar: .line(
          "[-g] [-gc N] [-c N] [-n] [-v] [-h] [-s] [-r[N]] Expression[,Format]",
          completion: .typedExpression)
      ) { session, line in
        try ModelRequest(line, session).run(session)
      }
    ])
}

/// What `dx` was asked for.
struct ModelRequest {
  private var display = ModelDisplay()
  private var expression = ""
  private var asksForHelp = false

  init(_ line: CommandLine, _ session: Session) throws {
    var line = line
    line.skipBlanks()
    while line.next == UInt8(ascii: "-"), let letter = line.peek(1), Self.letters.contains(letter) {
      try readSwitch(&line)
      line.skipBlanks()
    }
    expression = line.takeRest()
    if expression.isEmpty, !asksForHelp, !display.isHelp { throw line.rejected(.syntax) }
  }

  private static let letters = Array("gcnvrsh?i".utf8)

  private mutating func readSwitch(_ line: inout CommandLine) throws {
    let start = line.position
    line.position += 1
    let word = line.take { !$0.isSeparator }
    switch word {
    case "g": display.isGrid = true
    case "gc":
      display.isGrid = true
      display.cellLimit = try number(&line, at: start)
    case "c": display.skipped = try number(&line, at: start)
    case "n": display.isRaw = true
    case "nv", "vn":
      display.isRaw = true
      display.isVerbose = true
    // A link's place in what was printed: text has no links.
    case "id":
      line.skipBlanks()
      let place = line.take { !$0.isSeparator }
      guard !place.isEmpty else { throw line.rejected(.syntax, at: start) }
    case "v": display.isVerbose = true
    case "s": display.isSilent = true
    case "r": display.levels = 1
    case "?": asksForHelp = true
    case "h": display.isHelp = true
    default:
      guard word.hasPrefix("r"), let levels = Int(word.dropFirst()), levels >= 0 else {
        throw line.rejected(.syntax, at: start)
      }
      display.levels = min(levels, 31)
    }
  }

  private func number(_ line: inout CommandLine, at start: Int) throws -> Int {
    let word = line.takeWord()
    let digits = word.lowercased().hasPrefix("0x") ? Int(word.dropFirst(2), radix: 16) : Int(word)
    guard let digits, digits >= 0 else { throw line.rejected(.syntax, at: start) }
    return digits
  }

  func run(_ session: Session) throws {
    if asksForHelp || display.isHelp && expression.isEmpty {
      return try session.run(commands: ".hh dx")
    }
    do {
      try session.showModel(expression, display)
    } catch {
      let error = CommandError(error)
      if error == .cancelled { throw error }
      throw CommandError.message("Error: \(error)")
    }
  }
}

extension UInt8 {
  /// A blank, or what stands for one.
  fileprivate var isSeparator: Bool { self == 0x20 || self == 0x09 }
}
