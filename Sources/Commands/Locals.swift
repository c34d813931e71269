import Engine
import Language
import Symbols

extension CommandSet {
  /// Local variables.
  public static let locals = CommandSet(
    "Local variables",
    [
      Command(
        "dv", summary: "Show the locals of the current frame.",
        details: "/t types, /v addresses, /V addresses and how they are found, /i which are "
          + "parameters; /a /n /z sort by address, name or size, /A /N /Z downwards. /f Address takes "
          + "the function there, whether it runs or not, and shows where its locals would be. A "
          + "pattern chooses names. What the compiler or a call has not kept is unavailable.",
        examples: [
          "dv /f nt!KeSetEvent": "what a function has", "dv /f hal!HalRequestIpi v*": "by name",
        ],
        related: ["dt", ".frame", "kP", "!for_each_local", "x"],
        grammar: .switches("i", "t", "v", "V", "a", "A", "n", "N", "z", "Z", "f:"),
        .optional(.word("Pattern"))
      ) { session, switches, pattern in
        try Locals.list(switches, pattern: pattern ?? "*", session)
      }
    ])
}

/// The bodies of the family.
enum Locals {
  static func list(_ switches: Switches, pattern: String, _ session: Session) throws {
    let function = try switches["f"].map { try session.evaluate($0) }
    let found = if let function { session.locals(at: function) } else { session.locals }
    guard var locals = found else {
      session.print("Unable to enumerate locals, HRESULT 0x80004005")
      session.print("Private symbols (symbols.pri) are required for locals.")
      return session.print("Type \".hh dbgerr005\" for details.")
    }
    let wanted = WildcardPattern(pattern)
    locals = locals.filter { wanted.matches($0.name) }
    sort(&locals, switches)
    if function != nil {
      for local in locals { session.print(declaration(local, switches)) }
      return
    }
    let context = try session.scopedFrame?.context ?? session.context
    for local in locals { session.print(line(local, context, switches, session)) }
  }

  /// A local of a function that need not run: kind, place, type and name.
  private static func declaration(_ local: LocalVariable, _ switches: Switches) -> String {
    let kind = local.isParameter ? "prv param " : "prv local "
    let place = (local.recipe ?? "<unavailable>").padded(17)
    let type = switches.contains("t") ? "\(TypeText.c(local.type)) " : ""
    return "\(kind) \(place) \(type)\(local.name)"
  }

  private static func sort(_ locals: inout [LocalVariable], _ switches: Switches) {
    if switches.contains("n") { locals.sort { $0.name < $1.name } }
    if switches.contains("N") { locals.sort { $0.name > $1.name } }
    if switches.contains("z") { locals.sort { $0.type.size < $1.type.size } }
    if switches.contains("Z") { locals.sort { $0.type.size > $1.type.size } }
    if switches.contains("a") { locals.sort { address($0) < address($1) } }
    if switches.contains("A") { locals.sort { address($0) > address($1) } }
  }

  private static func address(_ local: LocalVariable) -> UInt64 {
    if case .memory(let address) = local.place { return address }
    return 0
  }

  private static func line(
    _ local: LocalVariable, _ context: Context, _ switches: Switches, _ session: Session
  ) -> String {
    var start = ""
    if switches.contains("i") { start += local.isParameter ? "prv param  " : "prv local  " }
    if switches.contains("v") || switches.contains("V") { start += place(local, switches, session) }
    if switches.contains("t") { start += TypeText.c(local.type) + " " }
    let isPlain = start.isEmpty
    return start + (isPlain ? local.name.leftPadded(15) : local.name) + " = "
      + value(local, context, session)
  }

  /// The address or register of a local, padded to its column.
  private static func place(_ local: LocalVariable, _ switches: Switches, _ session: Session)
    -> String
  {
    switch local.place {
    case .memory(let address):
      let text = "\(session.addressText(address)) "
      guard switches.contains("V"), let recipe = local.recipe else { return text }
      return text + "\(recipe) ".leftPadded(16)
    case .register(let name): return "@\(name.name)".padded(17) + " "
    case .constant, .unavailable: return String(repeating: " ", count: 18)
    }
  }

  /// The value of a local of the frame with these registers.
  static func value(_ local: LocalVariable, _ context: Context, _ session: Session) -> String {
    switch local.place {
    case .memory(let address): ValueText.brief(local.type, at: address, session)
    case .register(let name): ValueText.brief(local.type, bits: context[name], session)
    case .constant(let bits): ValueText.brief(local.type, bits: bits, session)
    case .unavailable: "<value unavailable>"
    }
  }
}
