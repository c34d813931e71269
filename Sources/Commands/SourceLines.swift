import Engine
import Foundation
import Language

extension CommandSet {
  /// Source files: where they are, and their lines.
  public static let sourceLines = CommandSet(
    "Source",
    [
      options("l+", "Turn a source option on."), options("l-", "Turn a source option off."),
      path(".srcpath", ".lsrcpath"), serverPath(".srcfix", ".lsrcfix"),
      Command(
        "ls", summary: "List lines of the current source file.",
        details: "The file is the one of the last stop or lsa; . takes that of the present place. "
          + "Twenty lines unless a count says more; the next ls goes on behind them.",
        examples: [".srcpath Sources/Guest; lsa nt!KeBugCheck; ls": "what follows"],
        related: ["lsa", "lsc", ".srcpath", "l+"], repetition: .continued,
        grammar: .line("[.] [First] [, Count]")
      ) { session, line in
        var line = line
        line.skipBlanks()
        if line.take("."), !SourceLines.open(try session.context.ip, session) {
          throw SourceLines.missing(try session.context.ip, session)
        }
        try SourceLines.list(&line, session, mark: nil)
      },
      Command(
        "lsa", summary: "List the source lines around an address.",
        examples: [".srcpath Sources/Guest; lsa nt!KeBugCheck": "the source of a function"],
        related: ["ls", "ln", ".srcpath"], repetition: .none,
        grammar: .line("[.] Address [, First [, Count]]")
      ) { session, line in
        var line = line
        line.skipBlanks()
        let address =
          line.starts(with: ".") && !line.starts(with: "..")
          ? try SourceLines.address(afterDot: &line, session) : try session.evaluate(&line)
        guard SourceLines.open(address, session) else {
          throw SourceLines.missing(address, session)
        }
        let mark = session.sources.nextLine
        session.sources.nextLine = max(1, mark - 10)
        try SourceLines.list(&line, session, mark: mark)
      },
      Command(
        "lsc", summary: "Tell the current source file and line.",
        examples: [".srcpath Sources/Guest; lsa nt!KeBugCheck; lsc": "which file ls would show"],
        related: ["ls"], repetition: .none
      ) { session in
        guard let file = session.sources.current else {
          throw CommandError.message("No current source file")
        }
        session.print("Current: \(file.name)(\(session.sources.nextLine))")
      },
    ])

  private static let bits: [(letter: UInt8, option: SourceOptions, meaning: String)] = [
    (UInt8(ascii: "t"), .steps, "1/t - Step/trace by source line"),
    (UInt8(ascii: "l"), .lineNumbers, "2/l - List source line for LN and prompt"),
    (UInt8(ascii: "s"), .text, "4/s - List source code at prompt"),
    (UInt8(ascii: "o"), .textOnly, "8/o - Only show source code at prompt"),
  ]

  private static func options(_ name: String, _ summary: String) -> Command {
    Command(
      name, summary: summary,
      details: "t steps by lines, l shows line numbers with symbols, s the line itself where the "
        + "target stops, o nothing else, * means all. Without a letter the options are shown.",
      examples: ["\(name)t": "source mode", name: "the options that are on"],
      related: [".lines", ".srcpath", "ls", "p", "t"], repetition: .none,
      grammar: .line("[t|l|s|o|*]")
    ) { session, line in
      var line = line
      line.skipBlanks()
      if let letter = line.next {
        var chosen: SourceOptions = []
        if letter == UInt8(ascii: "*") {
          chosen = [.steps, .lineNumbers, .text, .textOnly]
        } else if let row = bits.first(where: { $0.letter == letter }) {
          chosen = row.option
        } else {
          throw line.rejected(.syntax)
        }
        if name == "l+" {
          session.sourceOptions.formUnion(chosen)
        } else {
          session.sourceOptions.subtract(chosen)
        }
        if chosen.contains(.lineNumbers) { session.showsSourceLines = name == "l+" }
      }
      var options = session.sourceOptions
      if session.showsSourceLines {
        options.insert(.lineNumbers)
      } else {
        options.remove(.lineNumbers)
      }
      session.print("Source options are \(options.rawValue.hex()):")
      let on = bits.filter { options.contains($0.option) }
      for row in on { session.print("     \(row.meaning)") }
      if on.isEmpty { session.print("    None") }
    }
  }

  private static func path(_ names: String...) -> Command {
    Command(
      names[0], names[1], summary: "Show or set where source files are looked for.",
      details: "Folders are separated by semicolons; + right after the name adds to those there "
        + "are. Files are looked for by the longest end of the name that the symbols give them.",
      examples: [names[0]: "the present path"], related: [".srcfix", "ls", "l+", ".sympath"],
      extent: .line, repetition: .none, grammar: .line("[+] [Directory [; ...]]")
    ) { session, line in
      var line = line
      let adds = line.take("+")
      let text = line.takeRest()
      if !text.isEmpty {
        let old = session.sources.path
        session.sources.path = adds && !old.isEmpty ? "\(old);\(text)" : text
        session.sources.current = nil
      }
      SourceLines.printPath(session)
    }
  }

  private static func serverPath(_ names: String...) -> Command {
    Command(
      names[0], names[1], summary: "Set the source path to a source server.",
      details: "srv* stands in the path and finds nothing: no server is asked.",
      examples: [names[0]: "srv* and nothing else"], related: [".srcpath"],
      repetition: .none, grammar: .line("[+] [Paths]")
    ) { session, line in
      var line = line
      let adds = line.take("+")
      let text = line.takeRest()
      let old = adds && !session.sources.path.isEmpty ? [session.sources.path] : []
      session.sources.path =
        (old + ["srv*"] + (text.isEmpty ? [] : [text])).joined(separator: ";")
      session.sources.current = nil
      SourceLines.printPath(session)
    }
  }
}

/// The bodies of the family.
enum SourceLines {
  static func printPath(_ session: Session) {
    let path = session.sources.path
    session.print("Source search path is: \(path.isEmpty ? "<empty>" : path)")
  }

  /// `lsa .`: a dot that stands alone is the present place, one before an address says nothing.
  static func address(afterDot line: inout CommandLine, _ session: Session) throws -> UInt64 {
    var ahead = line
    ahead.position += 1
    if ahead.isAtEnd() || ahead.next == UInt8(ascii: ",") { return try session.evaluate(&line) }
    guard ahead.next == 0x20 else { return try session.evaluate(&line) }
    line = ahead
    return try session.evaluate(&line)
  }

  /// Makes the file of an address the current one, and its line the next. False where there is none.
  static func open(_ address: UInt64, _ session: Session) -> Bool {
    guard let place = session.debugger.sourceLine(at: address) else { return false }
    if session.sources.current?.name != place.file {
      guard let file = session.sources.find(place.file) else { return false }
      session.sources.current = file
    }
    session.sources.nextLine = place.line
    return true
  }

  static func missing(_ address: UInt64, _ session: Session) -> CommandError {
    guard let place = session.debugger.sourceLine(at: address) else {
      return .message("No source line for \(session.addressText(address))")
    }
    return .message("Unable to find source file '\(place.file)'")
  }

  /// Lists lines of the current file from where `ls` is, or from the first that the line names.
  static func list(_ line: inout CommandLine, _ session: Session, mark: Int?) throws {
    guard let file = session.sources.current else {
      throw CommandError.message("No current source file")
    }
    var first = session.sources.nextLine
    var count = 20
    line.skipBlanks()
    if mark != nil { _ = line.take(",") }
    line.skipBlanks()
    if let byte = line.next, byte != UInt8(ascii: ",") {
      first = Int(clamping: try session.evaluate(&line))
    }
    line.skipBlanks()
    if line.take(",") { count = Int(clamping: min(try session.evaluate(&line), 0xFFFF)) }
    try line.expectEnd()
    first = max(1, min(first, file.lines.count + 1))
    let last = min(file.lines.count, first - 1 + max(0, count))
    if first <= last {
      for number in first...last {
        let text = "\(number == mark ? ">" : " ")\(String(number).leftPadded(4)): "
        session.print(text + file.lines[number - 1])
      }
    }
    session.sources.nextLine = last + 1
  }
}
