/// Runs of printable characters in memory that comes piece by piece.
struct TextRuns {
  /// Bytes of a character, 1 or 2.
  let unit: Int
  /// Characters that a run has at least.
  let shortest: Int
  /// Characters after which a run is cut.
  static let longest = 0x1000

  /// Where the search begins: characters of two bytes stand at even distances from there.
  let origin: UInt64
  private var text: [UInt8] = []
  private var start: UInt64 = 0
  /// Where the next piece goes on if it belongs to the same stretch.
  private var next: UInt64?
  /// The first byte of a character whose second one is in the next piece.
  private var half: UInt8?

  init(unit: Int, shortest: Int, origin: UInt64) {
    self.unit = unit
    self.shortest = shortest
    self.origin = origin
  }

  /// Looks through the next piece and calls `body` with every run that ended, and where it began.
  mutating func take(
    _ address: UInt64, _ piece: UnsafeRawBufferPointer,
    _ body: (UInt64, String) throws -> Void
  ) throws {
    if next != address {
      try finish(body)
      half = nil
    }
    next = address &+ UInt64(piece.count)
    var offset = 0
    if unit == 2, (address &- origin) & 1 != 0, let second = piece.first {
      if let half { try add(half, second, at: address &- 1, body) }
      offset = 1
    }
    while offset + unit <= piece.count {
      try add(
        piece[offset], unit == 1 ? 0 : piece[offset + 1], at: address &+ UInt64(offset), body)
      offset += unit
    }
    half = offset < piece.count ? piece[offset] : nil
  }

  /// A character: goes on with the run, or ends it.
  private mutating func add(
    _ low: UInt8, _ high: UInt8, at address: UInt64, _ body: (UInt64, String) throws -> Void
  ) throws {
    if (0x20...0x7E).contains(low), high == 0 {
      if text.isEmpty { start = address }
      text.append(low)
      if text.count >= Self.longest { try finish(body) }
    } else if !text.isEmpty {
      try finish(body)
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
