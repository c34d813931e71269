import Engine
import Language

/// What `s` looks for, where, and how it shows what it finds.
struct SearchRequest {
  /// What to look for.
  enum Pattern {
    /// These bytes.
    case bytes([UInt8])
    /// Any printable text of so many characters or more, of units of one or two bytes.
    case anyText(unit: Int)
  }

  private var pattern = Pattern.bytes([])
  private var range = AddressRange(start: 0, length: 0)
  private var format = MemoryFormat.tables[0]
  /// Bytes between places where the pattern may stand.
  private var step = 1
  private var addressesOnly = false
  private var shortest = 3
  private var mostHits = Int.max

  /// Reads `[-[flags]type] range pattern`.
  init(reading line: inout CommandLine, _ session: Session) throws(CommandError) {
    line.skipBlanks()
    var type = "b"
    if line.take("-") {
      if line.take("[") { try readFlags(&line, session) }
      let start = line.position
      type = line.take { (0x61...0x7A).contains($0) }
      guard ["b", "w", "d", "q", "a", "u", "sa", "su"].contains(type) else {
        throw line.rejected(.syntax, at: start)
      }
    }
    step = ["w": 2, "u": 2, "d": 4, "q": 8][type] ?? 1
    let size = type == "u" ? 2 : step
    let parameter: Parameter<AddressRange> = .range("Range", objectSize: size, defaultCount: 128)
    range = try parameter.read(&line, session)
    let layout = ["w": "dW", "u": "dW", "d": "dc", "q": "dq"][type] ?? "db"
    format = MemoryFormat.tables.first { $0.name == layout } ?? format
    pattern = try Self.readPattern(type, &line, session)
    if type == "u" { step = 1 }
  }

  /// `1]`, `l5]`, `n10]`: letters with numbers up to the bracket.
  private mutating func readFlags(_ line: inout CommandLine, _ session: Session)
    throws(CommandError)
  {
    while let byte = line.next, byte != UInt8(ascii: "]") {
      line.position += 1
      switch byte {
      case UInt8(ascii: "1"): addressesOnly = true
      case UInt8(ascii: "l"): shortest = Int(clamping: try session.evaluate(&line))
      case UInt8(ascii: "n"): mostHits = Int(clamping: try session.evaluate(&line))
      case UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "w"), 0x20: break
      default: throw line.rejected(.syntax, at: line.position - 1)
      }
    }
    guard line.take("]") else { throw line.rejected(.syntax) }
  }

  private static func readPattern(
    _ type: String, _ line: inout CommandLine, _ session: Session
  ) throws(CommandError) -> Pattern {
    if type == "sa" { return .anyText(unit: 1) }
    if type == "su" { return .anyText(unit: 2) }
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
          append(try session.evaluate(&line), size, &bytes)
        }
        line.skipSeparators()
        guard line.position > before else { throw line.rejected(.syntax) }
      }
    }
    guard !bytes.isEmpty else { throw line.rejected(.syntax) }
    return .bytes(bytes)
  }

  private static func append(_ value: UInt64, _ size: Int, _ bytes: inout [UInt8]) {
    for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(index * 8))) }
  }

  /// Searches and prints what is found.
  func run(_ session: Session) throws {
    switch pattern {
    case .bytes(let bytes): try find(bytes, session)
    case .anyText(let unit): try findText(unit: unit, session)
    }
  }

  /// Bytes read at a time; a place whose pages are not there is passed over in steps of a page.
  private static let chunk: UInt64 = 0x10000

  private func find(_ wanted: [UInt8], _ session: Session) throws {
    var done: UInt64 = 0
    var hits = 0
    while done < range.length, range.length - done >= UInt64(wanted.count) {
      try session.checkCancelled()
      let starts = min(Self.chunk, range.length - done)
      let count = min(starts &+ UInt64(wanted.count - 1), range.length - done)
      let memory = session.debugger.read(range.start &+ done, Int(count))
      if memory.holes == [0..<Int(count)] {
        done &+= starts
        continue
      }
      for offset in Self.places(of: wanted, in: memory.bytes, step: step, phase: done)
      where UInt64(offset) < starts && memory.isValid(offset..<offset + wanted.count) {
        show(memory.address &+ UInt64(offset), session)
        hits += 1
        if hits >= mostHits { return }
      }
      done &+= starts
    }
  }

  /// The offsets at which a pattern stands, those that are whole steps from the range's start.
  private static func places(of wanted: [UInt8], in bytes: [UInt8], step: Int, phase: UInt64)
    -> [Int]
  {
    guard bytes.count >= wanted.count, let first = wanted.first else { return [] }
    var places: [Int] = []
    bytes.withUnsafeBufferPointer { buffer in
      for offset in 0...(buffer.count - wanted.count) where buffer[offset] == first {
        if step > 1, (phase &+ UInt64(offset)) % UInt64(step) != 0 { continue }
        var index = 1
        while index < wanted.count, buffer[offset + index] == wanted[index] { index += 1 }
        if index == wanted.count { places.append(offset) }
      }
    }
    return places
  }

  private func show(_ address: UInt64, _ session: Session) {
    guard !addressesOnly else { return session.print("0x\(session.plainAddress(address))") }
    let memory = session.debugger.read(address, 16)
    session.print(
      MemoryDisplay.line(memory, format, columns: format.columns, session))
  }

  /// Prints runs of printable characters.
  private func findText(unit: Int, _ session: Session) throws {
    var text = ""
    var start = range.start
    var hits = 0
    func finish(_ session: Session) {
      if text.count >= shortest, hits < mostHits {
        hits += 1
        session.print(
          addressesOnly
            ? "0x\(session.plainAddress(start))" : "\(session.addressText(start))  \"\(text)\"")
      }
      text = ""
    }
    var done: UInt64 = 0
    while done < range.length, hits < mostHits {
      try session.checkCancelled()
      let memory = session.debugger.read(
        range.start &+ done, Int(min(Self.chunk, range.length - done)))
      for offset in stride(from: 0, to: memory.bytes.count, by: unit) {
        let value = memory.uint(at: offset, size: unit) ?? 0
        if (0x20...0x7E).contains(value) {
          if text.isEmpty { start = memory.address &+ UInt64(offset) }
          text += String(UnicodeScalar(UInt8(value)))
        } else if !text.isEmpty {
          finish(session)
        }
      }
      done &+= UInt64(max(memory.bytes.count, 1))
    }
    finish(session)
  }
}
