// Arguments that are expressions: numbers, addresses, ranges, counts.

extension Parameter {
  /// A number, by an expression of the default evaluator.
  public static func expression(_ usage: String) -> Parameter<UInt64> {
    Parameter<UInt64>(usage: usage, completion: .expression, note: "a number; any expression") {
      line, session throws(CommandError) in
      line.skipSeparators()
      return try session.evaluate(&line)
    }
  }

  /// An address, by an expression of the default evaluator.
  public static func address(_ usage: String) -> Parameter<UInt64> {
    Parameter<UInt64>.expression(usage).explained("an address; any expression")
  }

  /// A count in the current radix, at least 0.
  public static func count(_ usage: String) -> Parameter<Int> {
    let number: Parameter<UInt64> = .expression(usage)
    return number.map { value throws(CommandError) in Int(clamping: value) }
      .explained("a number; any expression")
  }

  /// `Start`, `Start End`, `Start Ln`, `Start L?n`, `Start L-n`, in objects of some bytes.
  public static func range(_ usage: String, objectSize: Int, defaultCount: Int)
    -> Parameter<AddressRange>
  {
    .range(usage) { _ in (objectSize, defaultCount) }
  }

  /// As `range(_:objectSize:defaultCount:)`, in objects whose size and usual number a session tells.
  ///
  /// - Parameter defaultStart: where a range starts that gives a length only (`L20`).
  public static func range(
    _ usage: String, defaultStart: (@Sendable (Session) throws -> UInt64)? = nil,
    objects: @escaping @Sendable (Session) -> (size: Int, defaultCount: Int)
  ) -> Parameter<AddressRange> {
    Parameter<AddressRange>(usage: usage, completion: .expression, note: rangeNote) {
      line, session throws(CommandError) in
      line.skipSeparators()
      let start: UInt64
      if let defaultStart, isLengthMark(line) {
        do { start = try defaultStart(session) } catch { throw CommandError(error) }
      } else {
        start = try session.evaluate(&line)
      }
      let (length, offset) = try readLength(&line, session)
      let (size, count) = objects(session)
      guard let range = length.range(from: start, objectSize: size, defaultCount: count)
      else { throw line.rejected(.range, at: offset) }
      return range
    }
  }

  /// An address and what follows it, for commands that count in units without a fixed size.
  public static func span(_ usage: String) -> Parameter<AddressSpan> {
    Parameter<AddressSpan>(usage: usage, completion: .expression, note: rangeNote) {
      line, session throws(CommandError) in
      line.skipSeparators()
      let start = try session.evaluate(&line)
      return AddressSpan(start: start, length: try readLength(&line, session).length)
    }
  }

  /// What help says of ranges.
  private static var rangeNote: String {
    "Start, Start End, or Start Ln for n objects; L?n where there are very many, L-n before Start"
  }

  /// What a range says after its start: nothing, `End` or `L` with a count. Also returns where.
  static func readLength(_ line: inout CommandLine, _ session: Session) throws(CommandError) -> (
    length: RangeLength, offset: Int
  ) {
    let before = line.position
    line.skipSeparators()
    let offset = line.position
    guard let next = line.next, !line.opensQuotes else {
      line.position = before
      return (.unspecified, offset)
    }
    guard isLengthMark(line) else {
      guard startsOperand(next) else { return (.unspecified, offset) }
      return (.end(try session.evaluate(&line)), offset)
    }
    line.position += 1
    line.skipBlanks()
    if line.take("-") { return (.countBefore(try session.evaluate(&line)), offset) }
    let isUnlimited = line.take("?")
    return (.count(try session.evaluate(&line), isUnlimited: isUnlimited), offset)
  }

  /// Whether an expression may start with a character.
  private static func startsOperand(_ byte: UInt8) -> Bool {
    byte.isWord || "(+-.@!'`".utf8.contains(byte)
  }

  /// Whether the next letter is the `L` of a count: followed by a digit, a blank, `?`, `-`, `(`, `@`
  /// or a word that is a number. `Leak` is none, `L4`, `L @$t0` and `Lcafe` are.
  private static func isLengthMark(_ line: CommandLine) -> Bool {
    guard let first = line.next, first.lowercased == UInt8(ascii: "l") else { return false }
    guard let second = line.peek(1) else { return true }
    if second.isBlank || "?-(@$".utf8.contains(second) { return true }
    var ahead = line
    ahead.position += 1
    return MasmNumber.read(ahead, radix: 16) != nil
  }
}
