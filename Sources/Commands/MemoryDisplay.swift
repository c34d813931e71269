import Engine
import Language

extension CommandSet {
  /// Showing memory.
  public static let memoryDisplay = CommandSet(
    "Memory display",
    MemoryFormat.tables.map(MemoryDisplay.table) + MemoryDisplay.strings
      + MemoryDisplay.bits + MemoryDisplay.pointers
      + [MemoryDisplay.lists, MemoryDisplay.selectors, MemoryDisplay.again])
}

/// The `d` family.
enum MemoryDisplay {
  /// The switches of every display: columns, and physical memory by cache attribute.
  static let switches: Parameter<Switches> =
    .switches("c:", "p", "p[c]", "p[uc]", "p[wc]").spelled("[/c Columns] [/p]")

  /// A command that shows a table of values.
  static func table(_ format: MemoryFormat) -> Command {
    Command(
      format.name, summary: "Show memory as \(format.what).",
      details: "Without a range it goes on where the last display ended; L Count alone counts from "
        + "there. /p takes physical addresses, /c the number of columns. What cannot be read is "
        + "question marks.",
      examples: format.examples,
      related: ["d", "e", "dps", "da", "!db", "s"],
      repetition: .continued, grammar: switches,
      .optional(
        displayRange { @Sendable session in
          let layout = format.layout(session)
          return (layout.size, layout.count)
        })
    ) { session, switches, range in
      try show(format, range, switches, session)
    }
  }

  /// `d`: the last display again, further on.
  static let again = Command(
    "d", summary: "Show memory in the last format used.",
    details: "The command of the d family that was used last goes on, or shows the range given; at "
      + "first it is db.",
    examples: ["d nt": "the bytes at the kernel's base", "d": "the bytes after those"],
    related: ["db", "dd", "da", "e"], repetition: .continued,
    grammar: .line("[Range]")
  ) { session, line in
    let name = session.displays["d"]?.command ?? "db"
    try session.run(commands: "\(name) \(line.rest)")
  }

  /// Where a display without a range starts: where the last one ended, at first the instruction.
  static func start(_ session: Session) throws -> UInt64 {
    if let display = session.displays["d"] { return display.address }
    return try session.context.ip
  }

  /// A range that starts where the last display ended when only a length is given.
  static func displayRange(
    objects: @escaping @Sendable (Session) -> (size: Int, defaultCount: Int)
  ) -> Parameter<AddressRange> {
    .range("Range", defaultStart: { @Sendable in try start($0) }, objects: objects)
  }

  private static func show(
    _ format: MemoryFormat, _ range: AddressRange?, _ switches: Switches, _ session: Session
  ) throws {
    let layout = format.layout(session)
    let start = try range?.start ?? start(session)
    let length = range?.length ?? UInt64(layout.count * layout.size)
    let columns = try self.columns(switches, session) ?? layout.columns
    let perLine = UInt64(columns * layout.size)
    var shown: UInt64 = 0
    while shown < length {
      try session.checkCancelled()
      let count = Int(min(perLine, length - shown))
      let memory = try session.readMemory(start &+ shown, count, physical: switches.isPhysical)
      session.print(line(memory, format, columns: columns, session))
      if let value = memory.uint(at: 0, size: layout.size) {
        session.variables.lastDisplayed = value
      }
      shown += UInt64(count)
    }
    session.displays["d"] = .init(address: start &+ length, command: format.name)
  }

  /// The number after `/c`, 1 to 256; nil when it was not given.
  static func columns(_ switches: Switches, _ session: Session) throws -> Int? {
    guard let text = switches["c"] else { return nil }
    return min(max(Int(clamping: try session.evaluate(text)), 1), 256)
  }

  /// One line of a table: address, values, and characters where the format has them.
  static func line(
    _ memory: MemoryRead, _ format: MemoryFormat, columns: Int, _ session: Session
  ) -> String {
    let size = format.layout(session).size
    let width = format.width(size)
    var text = session.addressText(memory.address) + "  "
    for index in 0..<columns {
      let offset = index * size
      if index > 0 {
        let isMiddle = size == 1 && index == 8 && columns == 16 && offset < memory.bytes.count
        text += isMiddle ? "-" : " "
      }
      guard offset < memory.bytes.count else {
        text += String(repeating: " ", count: width)
        continue
      }
      if let value = memory.uint(at: offset, size: size) {
        text += format.spell(value, size)
      } else {
        text += size == 8 && width == 17 ? "????????`????????" : unknown(width)
      }
    }
    guard format.hasText else { return text.trimmingTrailingBlanks }
    return text + "  " + characters(memory)
  }

  private static func unknown(_ width: Int) -> String { String(repeating: "?", count: width) }

  /// Bytes as characters: `.` for what has no shape, `?` for what cannot be read.
  static func characters(_ memory: MemoryRead) -> String {
    var text = ""
    for (offset, byte) in memory.bytes.enumerated() {
      if !memory.isValid(offset..<offset + 1) {
        text += "?"
      } else {
        text += (0x20...0x7E).contains(byte) ? String(UnicodeScalar(byte)) : "."
      }
    }
    return text
  }
}

extension Switches {
  /// Whether one of the switches for physical memory was typed.
  var isPhysical: Bool { ["p", "p[c]", "p[uc]", "p[wc]"].contains { contains($0) } }
}

extension String {
  /// The text without the blanks at its end.
  var trimmingTrailingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
