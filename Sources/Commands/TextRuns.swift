/// Runs of printable characters in memory that comes piece by piece.
struct TextRuns {
  /// Bytes of a character, 1 or 2.
  let unit: Int
  /// Characters that a run has at least.
  let shortest: Int
  /// Characters after which a run is cut.
  static let longest = 0x1000

  private var text: [UInt8] = []
  private var start: UInt64 = 0
  /// Where the next piece goes on if it belongs to the same stretch.
  private var next: UInt64?

  init(unit: Int, shortest: Int) {
    self.unit = unit
    self.shortest = shortest
  }

  /// Looks through the next piece and calls `body` with every run that ended, and where it began.
  mutating func take(
    _ address: UInt64, _ piece: UnsafeRawBufferPointer,
    _ body: (UInt64, String) throws -> Void
  ) throws {
    if next != address { try finish(body) }
    next = address &+ UInt64(piece.count)
    var offset = 0
    while offset + unit <= piece.count {
      let isPrintable =
        (0x20...0x7E).contains(piece[offset]) && (unit == 1 || piece[offset + 1] == 0)
      if isPrintable {
        if text.isEmpty { start = address &+ UInt64(offset) }
        text.append(piece[offset])
        if text.count >= Self.longest { try finish(body) }
      } else if !text.isEmpty {
        try finish(body)
      }
      offset += unit
    }
  }

  /// Ends the run that is open.
  mutating func finish(_ body: (UInt64, String) throws -> Void) throws {
    defer { text.removeAll(keepingCapacity: true) }
    guard text.count >= shortest else { return }
    try body(start, String(decoding: text, as: UTF8.self))
  }

  /// The run that a piece begins with, if it is long enough.
  func first(of piece: UnsafeRawBufferPointer) -> String? {
    var found: [UInt8] = []
    var offset = 0
    while offset + unit <= piece.count, (0x20...0x7E).contains(piece[offset]),
      unit == 1 || piece[offset + 1] == 0
    {
      found.append(piece[offset])
      offset += unit
    }
    return found.count >= shortest ? String(decoding: found, as: UTF8.self) : nil
  }
}
