import Engine
import Language
import Symbols

extension CommandSet {
  /// Searching disassembly.
  public static let patternDisassembly = CommandSet(
    "Disassembly search",
    [
      Command(
        "#", summary: "Find the next instruction whose line matches a pattern.",
        details:
          "The pattern may stand in the address, the bytes, the mnemonic or the operands; it "
          + "has wildcards, and double quotes around it when there are blanks in it. The search "
          + "begins at Address, or where the last one ended, and ends at the first match, after as "
          + "many instructions as L says, or where memory cannot be read.",
        examples: [
          "# call nt!KeSetEvent": "the first call after a place",
          "#": "the next one",
          "# \"mov*cr3\" nt L?10000": "among many instructions",
        ],
        related: ["u", "s", "uf"],
        grammar: .line("[Pattern] [Address [L Size]]", completion: .expression)
      ) { session, line in
        var line = line
        try PatternDisassembly.search(&line, session)
      }
    ])
}

/// The body of `#`.
enum PatternDisassembly {
  /// Instructions that are looked at without `L`.
  private static let most: UInt64 = 0x100_0000

  static func search(_ line: inout CommandLine, _ session: Session) throws {
    line.skipBlanks()
    if !line.isAtEnd() {
      let typed = line.takeQuoted() ?? line.takeWord()
      if !typed.isEmpty { session.disassemblyPattern = typed }
    }
    var place = try session.displays["#"]?.address ?? session.context.ip
    var left = most
    if !line.isAtEnd() {
      let span = try Parameter<AddressSpan>.span("Address").read(&line, session)
      try line.expectEnd()
      place = span.start
      switch span.length {
      case .unspecified: break
      case .count(let count, _): left = count
      default: throw line.rejected(.range)
      }
    }
    session.displays["#"] = .init(address: place, command: "#")
    guard !session.disassemblyPattern.isEmpty else { return }
    let pattern = WildcardPattern("*\(session.disassemblyPattern)*")
    while left > 0 {
      try session.checkCancelled()
      let found = session.disassemble(place)
      if found.instruction.semantics == .truncated { break }
      if matches(found.text, pattern) {
        session.displays["#"] = .init(address: found.end, command: "#")
        if let symbol = session.symbolText(place) { session.print("\(symbol):") }
        return session.print(found.text)
      }
      place = found.end
      left -= 1
    }
    session.displays["#"] = .init(address: place, command: "#")
  }

  /// Whether one of the four parts of a line matches.
  private static func matches(_ text: String, _ pattern: WildcardPattern) -> Bool {
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3 else { return parts.contains { pattern.matches($0) } }
    if pattern.matches(parts[0]) || pattern.matches(parts[1]) { return true }
    let code = parts[2].drop { $0 == " " }
    return pattern.matches(String(code))
  }
}
