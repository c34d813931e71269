import Engine
import Language

extension CommandSet {
  /// Changing memory.
  public static let memoryEntry = CommandSet(
    "Memory entry", MemoryEntry.numbers + MemoryEntry.texts + [MemoryEntry.again])
}

/// The `e` family.
enum MemoryEntry {
  /// A kind of value to enter.
  struct Kind: Sendable {
    let name: String
    let what: String
    /// Bytes, 0 for a pointer.
    let size: Int
    /// The bits of a value, from its text.
    var read: @Sendable (inout CommandLine, Session) throws(CommandError) -> UInt64 = number

    func size(_ session: Session) -> Int { size == 0 ? session.pointerSize : size }

    /// A value, which must fit.
    func value(_ line: inout CommandLine, _ session: Session) throws(CommandError) -> UInt64 {
      try MemoryEntry.value(of: size(session), &line, session, read)
    }
  }

  /// A value of so many bytes, which must fit with or without a sign.
  static func value(
    of size: Int, _ line: inout CommandLine, _ session: Session,
    _ read: (inout CommandLine, Session) throws(CommandError) -> UInt64 = number
  ) throws(CommandError) -> UInt64 {
    line.skipSeparators()
    let start = line.position
    let value = try read(&line, session)
    let bits = UInt64(size * 8)
    let lost = bits < 64 ? Int64(bitPattern: value) >> Int64(bits - 1) : 0
    guard bits >= 64 || value >> bits == 0 || lost == -1 else {
      throw line.rejected(.overflow, at: start)
    }
    return value
  }

  private static let kinds: [Kind] = [
    Kind(name: "eb", what: "bytes", size: 1),
    Kind(name: "ew", what: "words", size: 2),
    Kind(name: "ed", what: "doublewords", size: 4),
    Kind(name: "eq", what: "quadwords", size: 8),
    Kind(name: "ep", what: "pointers", size: 0),
    Kind(name: "ef", what: "single-precision numbers", size: 4, read: single),
    Kind(name: "eD", what: "double-precision numbers", size: 8, read: double),
  ]

  /// The commands that enter numbers.
  static let numbers = kinds.map { kind in
    Command(
      kind.name, summary: "Enter \(kind.what) into memory.",
      details: "Without values it shows what is there and asks for each value: blank and Enter "
        + "keeps it, Enter alone ends. Text between double quotes enters its characters.",
      examples: ["\(kind.name) @rsp-40 1 2": "two \(kind.what) below the stack pointer"],
      related: ["e", "d", "f", "m", "a", ".readmem"], repetition: .none,
      grammar: .address("Address"), .line("[Values]", completion: .expression)
    ) { session, address, line in
      session.displays["e"] = .init(address: address, command: kind.name)
      try enter(kind, at: address, line, session)
    }
  }

  /// `e`: as the last command of the family.
  static let again = Command(
    "e", summary: "Enter values of the size used last into memory.",
    details: "As the command of the family that was used last, at first eb.",
    examples: ["e @rsp-40 1 2": "two bytes below the stack pointer"],
    related: ["eb", "ed", "eq", "ea", "eza"], repetition: .none,
    grammar: .line("Address [Values]")
  ) { session, line in
    let name = session.displays["e"]?.command ?? "eb"
    try session.run(commands: "\(name) \(line.rest)")
  }

  private static func enter(
    _ kind: Kind, at address: UInt64, _ line: CommandLine, _ session: Session
  ) throws {
    var line = line
    if line.isAtEnd() { return try ask(kind, from: address, session) }
    var bytes: [UInt8] = []
    while true {
      line.skipSeparators()
      guard line.position < line.limit else { break }
      let before = line.position
      if let text = line.takeQuoted() {
        for byte in text.utf8 { append(UInt64(byte), kind.size(session), &bytes) }
      } else {
        append(try kind.value(&line, session), kind.size(session), &bytes)
      }
      guard line.position > before else { throw line.rejected(.syntax) }
    }
    try write(address, bytes, session)
  }

  private static func append(_ value: UInt64, _ size: Int, _ bytes: inout [UInt8]) {
    for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(index * 8))) }
  }

  /// Writes bytes; memory that is not there is an error of the command line.
  static func write(_ address: UInt64, _ bytes: [UInt8], _ session: Session) throws {
    do {
      try session.debugger.write(address, bytes)
    } catch .unwritable {
      throw session.rejected(.memory)
    }
  }

  /// The same by physical address.
  static func writePhysical(_ address: UInt64, _ bytes: [UInt8], _ session: Session) throws {
    do {
      try session.debugger.writePhysical(address, bytes)
    } catch .unwritable {
      throw session.rejected(.memory)
    }
  }

  /// Asks for values one by one until an empty line.
  private static func ask(_ kind: Kind, from address: UInt64, _ session: Session) throws {
    guard let ask = session.ask else { return }
    let size = kind.size(session)
    var place = address
    while true {
      try session.checkCancelled()
      let memory = session.debugger.read(place, size)
      let shown = memory.uint(at: 0, size: size).map { size == 8 ? $0.split : $0.hex(size * 2) }
      let old = shown ?? String(repeating: "?", count: size * 2)
      session.print("\(session.addressText(place)) \(old) ", terminator: "")
      guard let answer = ask("Input>"), !answer.isEmpty else { return }
      var line = CommandLine(answer)
      if !line.isAtEnd() {
        var bytes: [UInt8] = []
        append(try kind.value(&line, session), size, &bytes)
        try write(place, bytes, session)
      }
      place &+= UInt64(size)
    }
  }

  @Sendable private static func number(_ line: inout CommandLine, _ session: Session)
    throws(CommandError) -> UInt64
  {
    try session.evaluate(&line)
  }

  private static func decimal(_ line: inout CommandLine) throws(CommandError) -> Double {
    let start = line.position
    guard let value = Double(line.takeWord()) else { throw line.rejected(.syntax, at: start) }
    return value
  }

  @Sendable private static func single(_ line: inout CommandLine, _ session: Session)
    throws(CommandError) -> UInt64
  {
    UInt64(Float(try decimal(&line)).bitPattern)
  }

  @Sendable private static func double(_ line: inout CommandLine, _ session: Session)
    throws(CommandError) -> UInt64
  {
    try decimal(&line).bitPattern
  }
}

extension MemoryEntry {
  /// The commands that enter text.
  static let texts = [
    text("ea", "ASCII text", unit: 1, terminated: false),
    text("eu", "UTF-16 text", unit: 2, terminated: false),
    text("eza", "ASCII text and a zero", unit: 1, terminated: true),
    text("ezu", "UTF-16 text and a zero", unit: 2, terminated: true),
  ]

  private static func text(_ name: String, _ what: String, unit: Int, terminated: Bool) -> Command {
    Command(
      name, summary: "Enter \(what) into memory.",
      details: terminated ? "" : "No zero is added; \(unit == 1 ? "eza" : "ezu") adds one.",
      examples: ["\(name) @rsp-80 \"text\"": "below the stack pointer"],
      related: ["e", unit == 1 ? "da" : "du", "s"], repetition: .none,
      grammar: .address("Address"), .quoted("String")
    ) { session, address, text in
      var bytes: [UInt8] = []
      if unit == 1 {
        bytes = Array(text.utf8)
      } else {
        for value in text.utf16 { append(UInt64(value), 2, &bytes) }
      }
      if terminated { append(0, unit, &bytes) }
      try write(address, bytes, session)
    }
  }
}
