import Engine
import Language

/// What `s` looks for, where, and how it shows what it finds.
struct SearchRequest {
  /// What to look for.
  enum Pattern {
    /// These bytes.
    case bytes(BytePattern)
    /// Any printable text of units of one or two bytes.
    case anyText(unit: Int)
    /// Objects whose pointer to a table of virtual functions is this.
    case object(table: UInt64, bytes: BytePattern)
  }

  /// What stands between the brackets.
  struct Flags {
    var addressesOnly = false
    var saves = false
    var isRestricted = false
    var writableOnly = false
    /// Characters that a text has at least.
    var shortest = 3
    /// Hits that are saved at most.
    var mostSaved = 1024
  }

  private var flags = Flags()
  private var pattern: Pattern
  private var range: AddressRange
  private let format: MemoryFormat
  /// Bytes between places where the pattern may stand.
  private let step: UInt64

  /// Reads `[-[flags]type] range pattern`.
  init(reading line: inout CommandLine, _ session: Session) throws {
    line.skipBlanks()
    var type = "b"
    if line.take("-") {
      if line.take("[") { flags = try Self.readFlags(&line, session) }
      let start = line.position
      type = line.take { (0x61...0x7A).contains($0) }
      guard ["b", "w", "d", "q", "a", "u", "v", "sa", "su"].contains(type) else {
        throw line.rejected(.syntax, at: start)
      }
    }
    let size = ["w": 2, "u": 2, "d": 4, "q": 8, "v": session.pointerSize][type] ?? 1
    step = type == "u" ? 1 : UInt64(size)
    let parameter: Parameter<AddressRange> = .range("Range", objectSize: size, defaultCount: 128)
    range = try parameter.read(&line, session)
    let layout = ["w": "dW", "u": "dW", "d": "dc", "q": "dq", "v": "dp"][type] ?? "db"
    format = MemoryFormat.tables.first { $0.name == layout } ?? MemoryFormat.tables[0]
    switch type {
    case "sa": pattern = .anyText(unit: 1)
    case "su": pattern = .anyText(unit: 2)
    case "v": pattern = try Self.readObject(&line, session)
    default: pattern = try Self.readBytes(type, &line, session)
    }
  }

  /// `1]`, `wl5]`, `n10]`: letters with numbers up to the bracket.
  private static func readFlags(_ line: inout CommandLine, _ session: Session)
    throws(CommandError) -> Flags
  {
    var flags = Flags()
    let start = line.position
    while let byte = line.next, byte != UInt8(ascii: "]") {
      line.position += 1
      switch byte {
      case UInt8(ascii: "1"): flags.addressesOnly = true
      case UInt8(ascii: "l"): flags.shortest = Int(clamping: try session.evaluate(&line))
      case UInt8(ascii: "n"): flags.mostSaved = Int(clamping: try session.evaluate(&line))
      case UInt8(ascii: "s"): flags.saves = true
      case UInt8(ascii: "r"): flags.isRestricted = true
      case UInt8(ascii: "w"): flags.writableOnly = true
      default: throw line.rejected(.syntax, at: line.position - 1)
      }
    }
    guard line.take("]") else { throw line.rejected(.syntax) }
    guard !(flags.saves && flags.isRestricted) else { throw line.rejected(.syntax, at: start) }
    return flags
  }

  private static func readBytes(
    _ type: String, _ line: inout CommandLine, _ session: Session
  ) throws(CommandError) -> Pattern {
    line.skipSeparators()
    var bytes: [UInt8] = []
    if type == "a" || type == "u" {
      let text = line.takeQuoted() ?? line.takeRest()
      let values: [UInt64] = type == "a" ? text.utf8.map(UInt64.init) : text.utf16.map(UInt64.init)
      for value in values { append(value, type == "a" ? 1 : 2, &bytes) }
    } else {
      let size = ["w": 2, "d": 4, "q": 8][type] ?? 1
      while !line.isAtEnd() {
        let before = line.position
        if let text = line.takeQuoted() {
          for byte in text.utf8 { append(UInt64(byte), size, &bytes) }
        } else {
          append(try MemoryEntry.value(of: size, &line, session), size, &bytes)
        }
        line.skipSeparators()
        guard line.position > before else { throw line.rejected(.syntax) }
      }
    }
    guard let pattern = BytePattern(bytes) else { throw line.rejected(.syntax) }
    return .bytes(pattern)
  }

  private static func append(_ value: UInt64, _ size: Int, _ bytes: inout [UInt8]) {
    for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(index * 8))) }
  }

  /// The address of an object, or of a pointer to one: what it begins with leads into a module's
  /// table of virtual functions.
  private static func readObject(_ line: inout CommandLine, _ session: Session) throws -> Pattern {
    let start = line.position
    let place = try session.evaluate(&line)
    guard var table = try? session.debugger.readPointer(place) else {
      throw line.rejected(.memory, at: start)
    }
    if session.debugger.module(containing: table) == nil {
      guard let inner = try? session.debugger.readPointer(table) else {
        throw line.rejected(.memory, at: start)
      }
      table = inner
    }
    guard session.debugger.module(containing: table) != nil else {
      throw CommandError.message(
        "\(session.addressText(place)) is not an object with virtual functions")
    }
    var bytes: [UInt8] = []
    append(table, session.pointerSize, &bytes)
    guard let pattern = BytePattern(bytes) else { throw line.rejected(.syntax, at: start) }
    return .object(table: table, bytes: pattern)
  }
}

extension SearchRequest {
  /// Searches and prints what is found.
  func run(_ session: Session) throws {
    var saved: [UInt64] = []
    var isOverfull = false
    func take(_ address: UInt64, _ text: () throws -> Void) throws {
      if flags.saves {
        if saved.count < flags.mostSaved { saved.append(address) } else { isOverfull = true }
      }
      try text()
    }
    switch pattern {
    case .bytes(let bytes):
      try find(bytes, session) { hit in try take(hit) { show(hit, session) } }
    case .object(let table, let bytes):
      try find(bytes, session) { hit in
        try take(hit) { try showObject(hit, table: table, session) }
      }
    case .anyText(let unit):
      try findText(unit: unit, session) { hit, text in
        try take(hit) { showText(hit, text, session) }
      }
    }
    guard flags.saves else { return }
    session.savedHits = saved
    if isOverfull { throw session.rejectedAtEnd(.overflow) }
  }

  private func find(
    _ wanted: BytePattern, _ session: Session, _ body: (UInt64) throws -> Void
  ) throws {
    if flags.isRestricted {
      for place in session.savedHits {
        try session.checkCancelled()
        let memory = session.debugger.read(place, wanted.bytes.count)
        if memory.isComplete, memory.bytes == wanted.bytes { try body(place) }
      }
      return
    }
    var search = PatternSearch(wanted)
    try scan(session) { address, piece in
      try search.take(address, piece) { place in
        if step > 1, (place &- range.start) % step != 0 { return true }
        try session.checkCancelled()
        try body(place)
        return true
      }
    }
  }

  private func scan(_ session: Session, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool)
    throws
  {
    try session.debugger.scan(
      from: range.start, through: range.last,
      isWanted: { !flags.writableOnly || $0.rights & 2 != 0 }, body)
  }

  /// Calls a body with each run of printable characters that is long enough.
  private func findText(
    unit: Int, _ session: Session, _ body: (UInt64, String) throws -> Void
  ) throws {
    var runs = TextRuns(unit: unit, shortest: max(flags.shortest, 1), origin: range.start)
    if flags.isRestricted {
      for place in session.savedHits {
        try session.checkCancelled()
        let memory = session.debugger.read(place, TextRuns.longest * unit)
        try memory.bytes[..<memory.validPrefix].withUnsafeBytes { piece in
          guard let text = runs.first(of: piece) else { return }
          try body(place, text)
        }
      }
      return
    }
    try scan(session) { address, piece in
      try runs.take(address, piece) { place, text in
        try session.checkCancelled()
        try body(place, text)
      }
      return true
    }
    try runs.finish(body)
  }

  private func show(_ address: UInt64, _ session: Session) {
    guard !flags.addressesOnly else { return showAddress(address, session) }
    let memory = session.debugger.read(address, 16)
    let columns = format.layout(session).columns
    session.print(MemoryDisplay.line(memory, format, columns: columns, session))
  }

  private func showAddress(_ address: UInt64, _ session: Session) {
    session.print("0x\(session.plainAddress(address))")
  }

  private func showText(_ address: UInt64, _ text: String, _ session: Session) {
    guard !flags.addressesOnly else { return showAddress(address, session) }
    session.print("\(session.addressText(address))  \"\(text)\"")
  }

  /// An object as `dt` shows it, if its class is known by the table's name.
  private func showObject(_ address: UInt64, table: UInt64, _ session: Session) throws {
    show(address, session)
    guard !flags.addressesOnly, let symbol = session.debugger.symbolize(table),
      let end = symbol.name.firstRange(of: "::`vftable'"),
      let type = symbol.module.type(named: String(symbol.name[..<end.lowerBound]))
    else { return }
    let display = TypeDisplay(session: session, options: .init(), fields: [])
    try display.show(type, at: address)
  }
}
