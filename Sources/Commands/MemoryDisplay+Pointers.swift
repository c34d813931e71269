import Engine
import Language

extension MemoryDisplay {
  /// How a pointer-sized value is shown: with its symbol, or with what it points to.
  private enum Meaning: String, CaseIterable, Sendable {
    case symbol = "s"
    case pointer = "p"
    case ascii = "a"
    case unicode = "u"

    var what: String {
      switch self {
      case .symbol: "values with their symbols"
      case .pointer: "pointers and the values they point to"
      case .ascii: "pointers and the ASCII text they point to"
      case .unicode: "pointers and the UTF-16 text they point to"
      }
    }
  }

  /// `dds dqs dps` and the nine that follow pointers: `ddp dda ddu`...
  static let pointers: [Command] = ["d", "q", "p"].flatMap { letter in
    Meaning.allCases.map { command(letter, $0) }
  }

  private static func size(_ letter: String, _ session: Session) -> Int {
    switch letter {
    case "d": 4
    case "q": 8
    default: session.pointerSize
    }
  }

  private static func command(_ letter: String, _ meaning: Meaning) -> Command {
    let name = "d\(letter)\(meaning.rawValue)"
    return Command(
      name, summary: "Show \(meaning.what).",
      details: "One value a line. The second letter is its size: d 4 bytes, q 8, p a pointer. /p "
        + "takes physical addresses.",
      examples: ["\(name) @rsp L4": "four values on the stack", name: "what follows"],
      related: ["dp", "k", "ln"], repetition: .continued, grammar: switches,
      .optional(
        MemoryDisplay.displayRange { @Sendable session in
          let size = size(letter, session)
          return (size, 128 / size)
        })
    ) { session, switches, range in
      let size = size(letter, session)
      let start = try range?.start ?? start(session)
      let length = range?.length ?? 128
      var shown: UInt64 = 0
      while shown < length {
        try session.checkCancelled()
        let memory = try session.readMemory(start &+ shown, size, physical: switches.isPhysical)
        session.print(line(memory, size, meaning, session))
        shown += UInt64(size)
      }
      session.displays["d"] = .init(address: start &+ length, command: name)
    }
  }

  private static func line(
    _ memory: MemoryRead, _ size: Int, _ meaning: Meaning, _ session: Session
  ) -> String {
    let place = session.addressText(memory.address)
    guard let value = memory.uint(at: 0, size: size) else {
      return "\(place)  \(size == 8 ? "????????`????????" : "????????")"
    }
    session.variables.lastDisplayed = value
    let digits = size == 8 ? value.split : value.hex(8)
    return "\(place)  \(digits)" + suffix(value, size, meaning, session)
  }

  /// What follows the value, with the blank before it; empty when there is nothing to say.
  private static func suffix(
    _ value: UInt64, _ size: Int, _ meaning: Meaning, _ session: Session
  ) -> String {
    switch meaning {
    case .symbol:
      return session.symbolText(value).map { " \($0)" } ?? ""
    case .pointer:
      guard let target = session.readNumber(at: value, size: size, physical: false) else {
        return " \(size == 8 ? "????????`????????" : "????????")"
      }
      let symbol = session.symbolText(target).map { " \($0)" } ?? ""
      return " \(size == 8 ? target.split : target.hex(8))\(symbol)"
    case .ascii, .unicode:
      let unit = meaning == .ascii ? 1 : 2
      let memory = session.debugger.read(value, 48 * unit)
      guard memory.isValid(0..<unit) else { return "" }
      return " \"\(text(memory, unit: unit).text)\""
    }
  }
}
