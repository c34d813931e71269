import Engine
import Language

extension MemoryDisplay {
  /// `da`, `du`: strings up to their zero; `ds`, `dS`: counted strings.
  static let strings = [
    Command(
      "da", summary: "Show memory as ASCII text up to a zero.",
      details: "Lines of at most 32 characters, or as many as /c says; each address is that of its "
        + "first one. What has no shape is a dot.",
      examples: [
        "da nt+4e": "the text in the image's first bytes", "da nt+4e L4": "four characters",
      ],
      related: ["du", "db", "ds", "s"], repetition: .continued, grammar: switches,
      .optional(textRange(unit: 1))
    ) { session, switches, range in
      try showText(range, unit: 1, "da", switches, session)
    },
    Command(
      "du", summary: "Show memory as UTF-16 text up to a zero.",
      details: "Lines of at most 32 characters, or as many as /c says; each address is that of its "
        + "first one.",
      examples: ["du poi(nt!PsLoadedModuleList+0) L4": "four characters"],
      related: ["da", "dS", "dW", "s"], repetition: .continued, grammar: switches,
      .optional(textRange(unit: 2))
    ) { session, switches, range in
      try showText(range, unit: 2, "du", switches, session)
    },
    Command(
      "ds", summary: "Show the text of an ANSI_STRING.",
      details: "The structure is a length, a maximum and a pointer; /c says how many characters "
        + "stand in a line.",
      examples: [
        "eq nt+e00 40004 nt+4e; ds nt+e00": "a string made of four letters of the image's header"
      ],
      related: ["dS", "da", "!str"], grammar: switches, .optional(.address("Address"))
    ) { session, switches, address in try showCounted(address, unit: 1, switches, session) },
    Command(
      "dS", summary: "Show the text of a UNICODE_STRING.",
      details: "The structure is a length, a maximum and a pointer; /c says how many characters "
        + "stand in a line.",
      examples: ["dS poi(nt!PsLoadedModuleList)+58": "the name of the first module"],
      related: ["ds", "du", "!ustr"], grammar: switches, .optional(.address("Address"))
    ) { session, switches, address in try showCounted(address, unit: 2, switches, session) },
  ]

  private static func textRange(unit: Int) -> Parameter<AddressRange> {
    displayRange { @Sendable _ in (unit, 0) }
  }

  /// Characters in a line of text.
  private static let perLine = 32
  /// Characters shown when no range is given and no zero comes.
  private static let mostText: UInt64 = 2048
  /// Characters shown of what cannot be read, when no range is given.
  private static let mostUnreadable: UInt64 = 512

  private static func showText(
    _ range: AddressRange?, unit: Int, _ name: String, _ switches: Switches, _ session: Session
  ) throws {
    let start = try range?.start ?? start(session)
    let isExplicit = range?.isExplicit ?? false
    let most = isExplicit ? (range?.length ?? 0) / UInt64(unit) : mostText
    let perLine = try columns(switches, session) ?? Self.perLine
    var place = start
    var left = most
    var isOver = false
    while !isOver && left > 0 {
      try session.checkCancelled()
      let count = Int(min(UInt64(perLine), left))
      let memory = try session.readMemory(place, count * unit, physical: switches.isPhysical)
      // What cannot be read at all is shown as so many question marks.
      let isHole = memory.uint(at: 0, size: unit) == nil
      let (text, used, ended) =
        isHole ? (String(repeating: "?", count: count), count, false) : text(memory, unit: unit)
      session.print("\(session.addressText(place))  \"\(text)\"")
      isOver = ended || used == 0
      place &+= UInt64(used * unit)
      left -= UInt64(min(used, count))
      if isHole, !isExplicit, most - left >= mostUnreadable { break }
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
  private static func showCounted(
    _ address: UInt64?, unit: Int, _ switches: Switches, _ session: Session
  ) throws {
    let perLine = try columns(switches, session) ?? Self.perLine
    let address = try address ?? start(session)
    let length = try session.debugger.readUInt(address, 2)
    let buffer = try session.debugger.readPointer(address &+ UInt64(session.pointerSize))
    var shown = 0
    let total = Int(length)
    while shown < total {
      try session.checkCancelled()
      let part = min(total - shown, perLine * unit)
      let memory = session.debugger.read(buffer &+ UInt64(shown), part)
      let isHole = memory.uint(at: 0, size: unit) == nil
      let text =
        isHole ? String(repeating: "?", count: part / unit) : text(memory, unit: unit).text
      session.print("\(session.addressText(memory.address))  \"\(text)\"")
      shown += part
    }
    session.displays["d"] = .init(
      address: address &+ UInt64(session.pointerSize * 2), command: unit == 1 ? "ds" : "dS")
  }
}
