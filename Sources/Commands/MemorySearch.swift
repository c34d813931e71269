import Engine
import Language

extension CommandSet {
  /// Searching, filling, moving and comparing memory.
  public static let memorySearch = CommandSet(
    "Memory search and copies",
    [MemorySearch.search, MemorySearch.fill, MemorySearch.move, MemorySearch.compare])
}

/// `s` and the commands on whole ranges.
enum MemorySearch {
  /// `s`.
  static let search = Command(
    "s", summary: "Search memory for values or text.",
    details: "-b bytes, -w words, -d doublewords, -q quadwords, -a ASCII text, -u UTF-16 text; "
      + "-sa and -su find any printable text. -[1]a shows addresses only, -[l5]sa text of five "
      + "characters or more. A range over 256 MB needs L?.",
    repetition: .none, grammar: .line("[-[Flags]Type] Range Pattern", completion: .expression)
  ) { session, line in
    var line = line
    let request = try SearchRequest(reading: &line, session)
    try line.expectEnd()
    try request.run(session)
  }

  /// `f`.
  static let fill = Command(
    "f", summary: "Fill memory with a pattern of bytes.", repetition: .none,
    grammar: .range("Range", objectSize: 1, defaultCount: 128), .list(.expression("Byte"))
  ) { session, range, pattern in
    guard !pattern.isEmpty else { throw session.rejectedAtEnd(.syntax) }
    var written: UInt64 = 0
    while written < range.length {
      try session.checkCancelled()
      let count = Int(min(0x10000, range.length - written))
      let bytes = (0..<count).map { index in
        let position = (written &+ UInt64(index)) % UInt64(pattern.count)
        return UInt8(truncatingIfNeeded: pattern[Int(position)])
      }
      try MemoryEntry.write(range.start &+ written, bytes, session)
      written += UInt64(count)
    }
    session.print("Filled 0x\(range.length.hex()) bytes")
  }

  /// `m`.
  static let move = Command(
    "m", summary: "Copy memory to another place.", repetition: .none,
    grammar: .range("Range", objectSize: 1, defaultCount: 128), .address("Destination")
  ) { session, range, destination in
    // The whole source is read first, so that the ranges may overlap.
    let bytes = try session.debugger.readAll(range.start, Int(clamping: range.length))
    try MemoryEntry.write(destination, bytes, session)
  }

  /// `c`.
  static let compare = Command(
    "c", summary: "Compare memory with another place.", repetition: .none,
    grammar: .range("Range", objectSize: 1, defaultCount: 128), .address("Address")
  ) { session, range, other in
    var done: UInt64 = 0
    while done < range.length {
      try session.checkCancelled()
      let count = Int(min(0x1000, range.length - done))
      let left = session.debugger.read(range.start &+ done, count)
      let right = session.debugger.read(other &+ done, count)
      for offset in 0..<count {
        let first = left.uint(at: offset, size: 1)
        let second = right.uint(at: offset, size: 1)
        if first == second { continue }
        let place = session.addressText(left.address &+ UInt64(offset))
        let otherPlace = session.addressText(right.address &+ UInt64(offset))
        session.print(
          "\(place)  \(first?.hex(2) ?? "??") - \(otherPlace)  \(second?.hex(2) ?? "??")")
      }
      done += UInt64(count)
    }
  }
}
