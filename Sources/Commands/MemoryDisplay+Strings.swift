import Engine
import Language

extension MemoryDisplay {
  /// `da`, `du`: strings up to their zero; `ds`, `dS`: counted strings.
  static let strings = [
    Command(
      "da", summary: "Show memory as ASCII text up to a zero.",
      details: "Lines of at most 48 characters; each address is that of its first one.",
      repetition: .continued, grammar: switches,
      .optional(.range("Range", objectSize: 1, defaultCount: 0))
    ) { session, switches, range in
      try showText(range, unit: 1, "da", switches, session)
    },
    Command(
      "du", summary: "Show memory as UTF-16 text up to a zero.",
      details: "Lines of at most 48 characters; each address is that of its first one.",
      repetition: .continued, grammar: switches,
      .optional(.range("Range", objectSize: 2, defaultCount: 0))
    ) { session, switches, range in
      try showText(range, unit: 2, "du", switches, session)
    },
    Command(
      "ds", summary: "Show the text of an ANSI_STRING.", grammar: .optional(.address("Address"))
    ) { session, address in try showCounted(address, unit: 1, session) },
    Command(
      "dS", summary: "Show the text of a UNICODE_STRING.",
      grammar: .optional(.address("Address"))
    ) { session, address in try showCounted(address, unit: 2, session) },
  ]

  /// Characters in a line of text.
  private static let perLine = 48
  /// Characters shown when no range is given and no zero comes.
  private static let mostText: UInt64 = 2048

  private static func showText(
    _ range: AddressRange?, unit: Int, _ name: String, _ switches: Switches, _ session: Session
  ) throws {
    let start = try range?.start ?? start(session)
    let isExplicit = range?.isExplicit ?? false
    let most = isExplicit ? (range?.length ?? 0) / UInt64(unit) : mostText
    var place = start
    var left = most
    var isOver = false
    while !isOver && left > 0 {
      try session.checkCancelled()
      let count = Int(min(UInt64(perLine), left))
      let memory = try session.readMemory(place, count * unit, physical: switches.isPhysical)
      let (text, used, ended) = text(memory, unit: unit)
      session.print("\(session.addressText(place))  \"\(text)\"")
      isOver = ended || used == 0
      place &+= UInt64(used * unit)
      left -= UInt64(min(used, count))
    }
    session.displays["d"] = .init(address: place &+ (isOver ? UInt64(unit) : 0), command: name)
  }

  /// The characters before the first zero or hole, how many they are, and whether one was met. What
  /// has no shape is a dot; text that cannot be read is a question mark.
  static func text(_ memory: MemoryRead, unit: Int) -> (text: String, used: Int, ended: Bool) {
    var text = ""
    let count = memory.bytes.count / unit
    for index in 0..<count {
      guard let value = memory.uint(at: index * unit, size: unit) else {
        return (text + "?", index, true)
      }
      if value == 0 { return (text, index, true) }
      text += character(value)
    }
    return (text, count, false)
  }

  private static func character(_ value: UInt64) -> String {
    if (0x20...0x7E).contains(value) { return String(UnicodeScalar(UInt8(value))) }
    guard value > 0xA0, let scalar = UnicodeScalar(UInt32(value)) else { return "." }
    return String(Character(scalar))
  }

  /// A counted string: Length u16, MaximumLength u16, Buffer pointer.
  private static func showCounted(_ address: UInt64?, unit: Int, _ session: Session) throws {
    let address = try address ?? start(session)
    let length = try session.debugger.readUInt(address, 2)
    let buffer = try session.debugger.readPointer(address &+ UInt64(session.pointerSize))
    var shown = 0
    let total = Int(length)
    while shown < total {
      let part = min(total - shown, perLine * unit)
      let memory = session.debugger.read(buffer &+ UInt64(shown), part)
      session.print(
        "\(session.addressText(memory.address))  \"\(text(memory, unit: unit).text)\"")
      shown += part
    }
    session.displays["d"] = .init(
      address: address &+ UInt64(session.pointerSize * 2), command: unit == 1 ? "ds" : "dS")
  }
}
