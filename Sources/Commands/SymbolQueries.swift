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
          + "addresses and names; /f functions, /d data; /a /n /z sort by address, name or size; "
          + "/v shows kind and size. x * lists the locals.",
        repetition: .none,
        grammar: .switches(
          "0", "1", "2", "v", "t", "q", "p", "f", "d", "a", "A", "n", "N", "z", "Z"),
        .symbolPattern("[Module!]Pattern")
      ) { session, switches, pattern in try SymbolQueries.list(pattern, switches, session) },
      Command(
        "ln", summary: "Show the symbols around an address.", grammar: .switches("D"),
        .optional(.address("Address"))
      ) { session, _, address in
        try SymbolQueries.nearest(address ?? session.context.ip, session)
      },
    ])
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
    sort(&found, switches)
    for symbol in found {
      try session.checkCancelled()
      session.print(line(symbol, switches, session))
    }
  }

  private static func matches(_ name: String, _ pattern: String) -> Bool {
    WildcardPattern(pattern).matches(name)
  }

  private static func sort(_ symbols: inout [ResolvedSymbol], _ switches: Switches) {
    if switches.contains("a") { symbols.sort { $0.address < $1.address } }
    if switches.contains("A") { symbols.sort { $0.address > $1.address } }
    if switches.contains("n") { symbols.sort { $0.name < $1.name } }
    if switches.contains("N") { symbols.sort { $0.name > $1.name } }
    if switches.contains("z") { symbols.sort { $0.size < $1.size } }
    if switches.contains("Z") { symbols.sort { $0.size > $1.size } }
  }

  private static func line(_ symbol: ResolvedSymbol, _ switches: Switches, _ session: Session)
    -> String
  {
    let address = session.addressText(symbol.address)
    if switches.contains("0") { return address }
    if switches.contains("1") { return symbol.qualifiedName }
    if switches.contains("2") { return "\(address) \(symbol.qualifiedName)" }
    var start = address
    if switches.contains("v") {
      let scope = symbol.kind == .public || symbol.kind == .export ? "pub " : "prv "
      let kind = symbol.kind == .function ? "func  " : symbol.kind == .data ? "global" : "      "
      start = scope + kind + " " + address + " " + symbol.size.hex().leftPadded(4)
    }
    return "\(start) \(symbol.qualifiedName) \(meaning(symbol, session))"
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
