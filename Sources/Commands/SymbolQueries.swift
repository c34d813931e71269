import Engine
import Language
import Symbols

extension CommandSet {
  /// Symbols by name and by address.
  public static let symbols = CommandSet(
    "Symbols",
    [
      Command(
        "x", summary: "List the symbols that match a pattern.",
        details: "Module!Pattern, with wildcards in both. /0 addresses only, /1 names only, /2 "
          + "addresses and names; /f functions, /d data, /s Size those of a size (and those whose "
          + "size is not known); /t types, /v scope, kind and size, /q names in quotes, /p no blank "
          + "before parentheses; /a /n /z sort by address, name or size, /A /N /Z downwards. x * "
          + "lists the locals.",
        examples: [
          "x nt!Ke*Event": "functions",
          "x /d nt!Mm*": "variables and their values",
          "x /v /z nt!Ki*": "with scope, kind and size, by size",
          "x /0 nt!KeBugCheckEx": "an address for .foreach",
        ],
        related: ["ln", "dt", "dv", "lm", ".foreach"],
        repetition: .none,
        grammar: .switches(
          "0", "1", "2", "v", "t", "q", "p", "f", "d", "D", "s:", "a", "A", "n", "N", "z", "Z"),
        pattern
      ) { session, switches, pattern in try SymbolQueries.list(pattern, switches, session) },
      Command(
        "ln", summary: "Show the symbols around an address.",
        details:
          "The nearest symbol below it and the next one above; where the address is a symbol's "
          + "own, every name it has. /D is accepted.",
        examples: ["ln nt!KeSetEvent+5": "inside a function", "ln": "the current instruction"],
        related: ["x", "u", ".printf"], grammar: .switches("D"), .optional(.address("Address"))
      ) { session, _, address in
        try SymbolQueries.nearest(address ?? session.context.ip, session)
      },
    ])

  /// The rest of the command, for names of templates and operators have blanks.
  private static let pattern = Parameter<String>(
    usage: "[Module!]Pattern", completion: .symbol
  ) { line, _ throws(CommandError) in
    line.skipBlanks()
    if line.take("@!\"") {
      let text = line.take { $0 != UInt8(ascii: "\"") }
      _ = line.take("\"")
      return text
    }
    let text = line.takeRest()
    guard !text.isEmpty else { throw line.rejected(.syntax) }
    return text
  }
}

/// The bodies of the family.
enum SymbolQueries {
  static func list(_ pattern: String, _ switches: Switches, _ session: Session) throws {
    if pattern == "*" { return try Locals.list(.init(), pattern: "*", session) }
    let kinds: SymbolKinds =
      switches.contains("f") ? .functions : switches.contains("d") ? .data : .addresses
    var found = try session.debugger.symbols(matching: pattern, kinds: kinds)
    guard !found.isEmpty else {
      if let module = pattern.split(separator: "!").first, pattern.contains("!"),
        !session.debugger.modules.contains(where: { matches($0.name, String(module)) })
      {
        throw session.rejectedAtEnd(.unresolved)
      }
      return
    }
    if let text = switches["s"] {
      let size = try session.evaluate(text)
      guard size > 0 else { throw session.rejectedAtEnd(.syntax) }
      found.removeAll { Self.size($0) != 0 && Self.size($0) != size }
    }
    sort(&found, switches)
    for symbol in found {
      try session.checkCancelled()
      session.print(line(symbol, switches, session))
    }
  }

  private static func matches(_ name: String, _ pattern: String) -> Bool {
    WildcardPattern(pattern).matches(name)
  }

  /// Bytes of a function, or of a variable's type; 0 when nobody knows.
  private static func size(_ symbol: ResolvedSymbol) -> UInt64 {
    symbol.size != 0 ? symbol.size : symbol.kind == .function ? 0 : symbol.type?.size ?? 0
  }

  private static func sort(_ symbols: inout [ResolvedSymbol], _ switches: Switches) {
    if switches.contains("a") { symbols.sort { $0.address < $1.address } }
    if switches.contains("A") { symbols.sort { $0.address > $1.address } }
    if switches.contains("n") { symbols.sort { $0.name < $1.name } }
    if switches.contains("N") { symbols.sort { $0.name > $1.name } }
    if switches.contains("z") { symbols.sort { (size($0), $0.address) < (size($1), $1.address) } }
    if switches.contains("Z") { symbols.sort { (size($0), $0.address) > (size($1), $1.address) } }
  }

  private static func line(_ symbol: ResolvedSymbol, _ switches: Switches, _ session: Session)
    -> String
  {
    let address = session.addressText(symbol.address)
    let name =
      switches.contains("q") ? "@!\"\(symbol.qualifiedName)\"" : symbol.qualifiedName
    if switches.contains("0") { return address }
    if switches.contains("1") { return name }
    if switches.contains("2") { return "\(address) \(name)" }
    var start = address
    if switches.contains("v") {
      start = "\(scopeText(symbol)) \(address) \(size(symbol).hex().leftPadded(4))"
    }
    if switches.contains("t") { start += " " + typeText(symbol) }
    let gap = switches.contains("p") && symbol.isCode ? "" : " "
    return "\(start) \(name)\(gap)\(meaning(symbol, session))"
  }

  /// `prv func  `: whether public or private symbols tell of it, and what it is.
  private static func scopeText(_ symbol: ResolvedSymbol) -> String {
    switch symbol.kind {
    case .public, .export: "pub       "
    case .function: "prv func  "
    case .data, .threadData: "prv global"
    case .constant: "prv const "
    case .label: "prv label "
    case .module: "          "
    }
  }

  private static func typeText(_ symbol: ResolvedSymbol) -> String {
    guard let type = symbol.type else { return "<NoType>" }
    return symbol.isCode ? "<function>" : TypeText.c(type)
  }

  /// What stands after the name: a function's parameters, a variable's value.
  private static func meaning(_ symbol: ResolvedSymbol, _ session: Session) -> String {
    guard let type = symbol.type else { return "= <no type information>" }
    if let arguments = TypeText.arguments(type) { return arguments }
    if symbol.kind == .function { return "(<no parameter info>)" }
    return "= \(ValueText.brief(type, at: symbol.address, session))"
  }

  /// `ln`.
  static func nearest(_ address: UInt64, _ session: Session) throws {
    guard let symbol = session.debugger.symbolize(address), !symbol.name.isEmpty else { return }
    let source = session.sourceText(address).map { "[\($0)] " } ?? ""
    var text =
      "\(source)(\(session.addressText(symbol.address)))   "
      + (session.symbolText(address) ?? symbol.qualifiedName)
    if let next = session.debugger.nextSymbol(after: address) {
      text += "   |  (\(session.addressText(next.address)))   \(next.qualifiedName)"
    }
    session.print(text)
    guard symbol.displacement == 0 else { return }
    session.print("Exact matches:")
    for match in session.debugger.resolve(symbol.qualifiedName) where match.address == address {
      let meaning = match.type == nil ? "" : " \(meaning(match, session))"
      session.print("    \(match.qualifiedName)\(meaning)")
    }
  }
}

extension ResolvedSymbol {
  /// Whether it is a function with a type.
  fileprivate var isCode: Bool {
    guard let type, case .procedure = type.unqualified.definition else { return kind == .function }
    return true
  }
}
