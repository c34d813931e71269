import Foundation
import Language

extension CommandSet {
  /// User-named aliases.
  public static let aliases = CommandSet(
    "Aliases",
    [
      Command(
        "as", summary: "Set an alias to a line of text.",
        details: "Without a switch the text goes on to the end of the line. " + switchHelp,
        examples: [
          "as Cpu r rip, rsp": "Cpu shows two registers from the next line on.",
          "as /x Here @rip": "The number that rip is now.",
        ], related: ["aS", "al", "ad", ".block"], extent: .lineIf(takesLine), repetition: .none,
        grammar: .line("[/Switch] Name Text")
      ) { session, line in try set(line, session) },
      Command(
        "aS", summary: "Set an alias to a phrase.",
        details: "The text ends at a semicolon unless double quotes stand around it. " + switchHelp,
        examples: [
          "aS Five 5; .block {? Five}; ad Five": "The alias works in a block of the same line.",
          "aS Two \".echo 1; .echo 2\"": "Double quotes hold a semicolon.",
        ], related: ["as", "al", "ad", ".block"], extent: .lineIf(takesLineWithSwitch),
        repetition: .none, grammar: .line("[/Switch] Name Text")
      ) { session, line in try set(line, session) },
      Command(
        "al", summary: "List the aliases.",
        details: "Fixed names ($u0 to $u9) are not listed.",
        examples: ["al": "A table of names and texts."], related: ["as", "ad"],
        repetition: .none, grammar: .rest("")
      ) { session, _ in list(session) },
      Command(
        "ad", summary: "Delete an alias, or all of them.",
        details: "* stands for all. /q: no complaint about a name that is not there.",
        examples: ["ad /q Cpu": "Nothing is said if there is no such alias.", "ad *": "All."],
        related: ["as", "al"], repetition: .none, grammar: .switches("q"),
        .word("Name", completion: .alias)
      ) { session, switches, word in
        let name = Aliases.name(from: word)
        if name == "*" { return session.aliases.removeAll() }
        if session.aliases[name] == nil, !switches.contains("q") {
          throw CommandError.message("No alias '\(name)'")
        }
        session.aliases[name] = nil
      },
    ])

  private static let switchHelp =
    "/x: the value of an expression. /ma, /mu: text in memory up to a zero; /msa, /msu: a counted "
    + "string. /e: an environment variable. /f: a file's text. /c: what commands print."

  /// Whether the text goes on to the end of the line: without a switch, and with /c and /f.
  @Sendable private static func takesLine(_ line: CommandLine) -> Bool {
    var line = line
    line.skipBlanks()
    return line.next != UInt8(ascii: "/") || takesLineWithSwitch(line)
  }

  @Sendable private static func takesLineWithSwitch(_ line: CommandLine) -> Bool {
    var line = line
    let word = line.takeWord()
    return word == "/c" || word == "/f"
  }

  private static func set(_ line: CommandLine, _ session: Session) throws {
    var line = line
    line.skipBlanks()
    var kind = ""
    if line.take("/") { kind = line.take { !$0.isASCIISpace } }
    let name = Aliases.name(from: line.takeWord())
    guard !name.isEmpty, !["as", "aS", "al", "ad"].contains(name) else {
      throw line.rejected(.syntax)
    }
    session.aliases[name] = try text(kind, &line, session)
  }

  private static func text(_ kind: String, _ line: inout CommandLine, _ session: Session) throws
    -> String
  {
    let debugger = session.debugger
    switch kind {
    case "":
      line.skipBlanks()
      var quoted = line
      if session.commandName == "aS", let text = quoted.takeQuoted(isRaw: true), quoted.isAtEnd() {
        return text
      }
      // Blanks at the end belong to the text.
      return line.rest.trimmingCharacters(in: .newlines)
    case "x":
      let value = try session.evaluate(&line)
      try line.expectEnd()
      return "0x\(value.hex())"
    case "ma":
      return String(decoding: try debugger.readCString(try session.evaluate(&line)), as: UTF8.self)
    case "mu":
      return try wide(at: try session.evaluate(&line), session)
    case "msu":
      return try debugger.readUnicodeString(try session.evaluate(&line))
    case "msa":
      let address = try session.evaluate(&line)
      let length = Int(try debugger.readUInt(address, 2))
      let buffer = try debugger.readPointer(address &+ UInt64(session.pointerSize))
      return String(decoding: try debugger.readAll(buffer, length), as: UTF8.self)
    case "e":
      let variable = line.takeRest()
      guard let value = ProcessInfo.processInfo.environment[variable] else {
        throw CommandError.message("Unable to get the environment variable '\(variable)'")
      }
      return value
    case "f":
      let path = line.takeQuoted(isRaw: true) ?? line.takeRest()
      return try session.readText(path)
    case "c":
      line.skipBlanks()
      var quoted = line
      let text = quoted.takeQuoted()
      let commands = text.flatMap { quoted.isAtEnd() ? $0 : nil } ?? line.takeRest()
      return try session.capture { try session.run(commands: commands) }
    default:
      throw line.rejected(.syntax)
    }
  }

  /// UTF-16 text up to a zero.
  private static func wide(at address: UInt64, _ session: Session) throws -> String {
    var units: [UInt16] = []
    while units.count < 4096 {
      let value = try session.debugger.readUInt(address &+ UInt64(units.count * 2), 2)
      if value == 0 { break }
      units.append(UInt16(truncatingIfNeeded: value))
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func list(_ session: Session) {
    let named = session.aliases.named
    guard !named.isEmpty else { return session.print("No aliases") }
    session.print("  Alias            Value  ")
    session.print(" -------          ------- ")
    for name in named.keys.sorted() {
      session.print(" \(name.padded(16)) \(named[name] ?? "") ")
    }
  }
}

extension UInt8 {
  /// A blank, a tab or a line end.
  var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
