import Engine
import Language
import Symbols

/// A breakpoint as it was typed.
struct BreakpointRequest {
  /// How its place is bound.
  enum Binding {
    /// To the address the expression has now; to the name when it has none yet.
    case atAddress
    /// To the name.
    case byName
  }

  private var id: Int?
  private var isOneShot = false
  private var process: UInt64?
  private var thread: UInt64?
  private var maximumDepth: Int?
  private var minimumDepth: Int?
  private var condition: String?
  private var passes = 1
  private var commands = ""
  private var placeText = ""
  private var kind = Breakpoint.Kind.code

  /// Reads the whole of `bp`'s arguments. The expression's text is kept: it may have no value yet.
  init(_ line: CommandLine, _ session: Session) throws(CommandError) {
    var line = line
    try readID(&line, session)
    try readRest(&line, session)
  }

  private init() {}

  /// A number, or an expression in brackets, right after the command's name.
  private mutating func readID(_ line: inout CommandLine, _ session: Session) throws(CommandError) {
    let digits = line.take { (0x30...0x39).contains($0) }
    if !digits.isEmpty {
      id = Int(digits)
    } else if line.take("[") {
      id = Int(clamping: try session.evaluate(&line))
      guard line.take("]") else { throw line.rejected(.syntax) }
    }
  }

  private mutating func readRest(_ line: inout CommandLine, _ session: Session)
    throws(CommandError)
  {
    try readOptions(&line, session)
    placeText = Self.takePlace(&line)
    try readPassesAndCommands(&line, session)
  }

  private mutating func readOptions(_ line: inout CommandLine, _ session: Session)
    throws(CommandError)
  {
    line.skipBlanks()
    while line.next == UInt8(ascii: "/") {
      let start = line.position
      line.position += 1
      let letter = line.next
      line.position += 1
      line.skipBlanks()
      switch letter {
      case UInt8(ascii: "1"): isOneShot = true
      case UInt8(ascii: "p"): process = try Self.takeValue(&line, session)
      case UInt8(ascii: "t"): thread = try Self.takeValue(&line, session)
      case UInt8(ascii: "c"): maximumDepth = Int(clamping: try Self.takeValue(&line, session))
      case UInt8(ascii: "C"): minimumDepth = Int(clamping: try Self.takeValue(&line, session))
      case UInt8(ascii: "w"):
        guard let text = line.takeQuoted() else { throw line.rejected(.syntax) }
        condition = text
      default:
        line.position = min(start, line.limit)
        throw line.rejected(.syntax)
      }
      line.skipBlanks()
    }
    if maximumDepth != nil, minimumDepth != nil { throw line.rejected(.syntax) }
  }

  /// The value of an option: an expression up to a blank, for the next option's slash divides nothing.
  private static func takeValue(_ line: inout CommandLine, _ session: Session) throws(CommandError)
    -> UInt64
  {
    let text = takePlace(&line)
    guard !text.isEmpty else { throw line.rejected(.syntax) }
    return try session.evaluate(text)
  }

  /// The text of the place: up to a blank outside parentheses and back-ticks, or to a quote.
  private static func takePlace(_ line: inout CommandLine) -> String {
    line.skipBlanks()
    var level = 0
    var inTicks = false
    // A source line starts with a back-tick; inside a number it is no bracket.
    let isSourceLine = line.next == UInt8(ascii: "`")
    let isQuotedName = line.starts(with: "@!\"")
    var quotes = 0
    return line.take { byte in
      if isQuotedName, byte == UInt8(ascii: "\"") {
        quotes += 1
        return quotes <= 2
      }
      if isQuotedName, quotes == 1 { return true }
      switch byte {
      case UInt8(ascii: "("): level += 1
      case UInt8(ascii: ")"): level -= 1
      case UInt8(ascii: "`"): inTicks = isSourceLine && !inTicks
      case UInt8(ascii: "\""): return false
      case 0x20, 0x09: return level > 0 || inTicks
      default: break
      }
      return true
    }
  }

  /// Sets the breakpoint and says what is worth saying.
  func set(_ binding: Binding, _ session: Session) throws {
    guard !placeText.isEmpty else {
      return try add(.address(try session.context.ip), session)
    }
    if binding == .byName { return try add(.deferred(placeText), session) }
    do {
      try add(.address(try session.evaluate(placeText)), session)
    } catch CommandError.expression(.unresolved, _) {
      session.print(
        "Bp expression '\(placeText)' could not be resolved, adding deferred bp")
      try add(.deferred(placeText), session)
    }
  }

  private func add(_ location: Breakpoint.Location, _ session: Session) throws {
    let debugger = session.debugger
    guard !(debugger.target is DumpTarget) else { throw session.rejected(.noDebuggee) }
    var address: UInt64?
    switch location {
    case .address(let place): address = place
    case .deferred(let text): address = try? session.evaluate(text)
    }
    var breakpoint = Breakpoint(
      id: 0, location: location, kind: kind, passes: passes, commands: commands,
      text: placeText.isEmpty ? nil : placeText)
    breakpoint.isOneShot = isOneShot
    breakpoint.process = process
    breakpoint.thread = thread
    breakpoint.maximumDepth = maximumDepth
    breakpoint.minimumDepth = minimumDepth
    breakpoint.condition = condition
    let existing = address.flatMap {
      debugger.breakpoints.existing(at: $0, like: breakpoint)
    }
    let number = id ?? existing?.id ?? debugger.breakpoints.nextID
    if let existing, id == nil || id == existing.id {
      session.print("breakpoint \(existing.id) redefined")
    }
    breakpoint.id = number
    try debugger.add(breakpoint)
  }

  /// `ba`: access and size first, which may stand together (`w4`).
  static func setAccess(_ line: CommandLine, _ session: Session) throws {
    var line = line
    var request = BreakpointRequest()
    try request.readID(&line, session)
    line.skipBlanks()
    let start = line.position
    let letter = line.next
    line.position = min(line.position + 1, line.limit)
    line.skipBlanks()
    guard let size = Int(line.take { (0x30...0x39).contains($0) }), [1, 2, 4, 8].contains(size)
    else { throw line.rejected(.syntax) }
    switch letter {
    case UInt8(ascii: "e") where size == 1: request.kind = .processorExecute
    case UInt8(ascii: "w"): request.kind = .data(.write, length: size)
    case UInt8(ascii: "r"): request.kind = .data(.readWrite, length: size)
    case UInt8(ascii: "i"): throw session.rejected(.notSupported)
    default: throw line.rejected(.syntax, at: start)
    }
    try request.readRest(&line, session)
    try request.set(.atAddress, session)
  }

  /// `bm`: a breakpoint on each symbol that matches.
  static func setMatching(_ line: CommandLine, _ session: Session) throws {
    var line = line
    var request = BreakpointRequest()
    var kinds: SymbolKinds = .functions
    var isByAddress = false
    line.skipBlanks()
    while line.next == UInt8(ascii: "/") {
      var option = line
      option.position += 1
      if option.take("a") {
        kinds = .addresses
      } else if option.take("d") {
        isByAddress = true
      } else if !option.take("(") {
        try request.readOptions(&line, session)
        continue
      }
      line = option
      line.skipBlanks()
    }
    let pattern = line.takeWord()
    guard !pattern.isEmpty else { throw line.rejected(.syntax) }
    try request.readPassesAndCommands(&line, session)
    let found = try session.debugger.symbols(matching: pattern, kinds: kinds)
    guard !found.isEmpty else {
      throw CommandError.message("No symbol matches '\(pattern)', no breakpoint set.")
    }
    for symbol in found {
      request.id = session.debugger.breakpoints.nextID
      request.placeText = "@!\"\(symbol.qualifiedName)\""
      try request.add(
        isByAddress ? .address(symbol.address) : .deferred(request.placeText), session)
      let number = String(request.id ?? 0).leftPadded(3)
      session.print("\(number): \(session.addressText(symbol.address)) \(request.placeText)")
    }
  }

  /// `[Passes] ["Commands"]` and the end.
  private mutating func readPassesAndCommands(
    _ line: inout CommandLine, _ session: Session
  ) throws(CommandError) {
    line.skipSeparators()
    if line.next != nil, !line.opensQuotes {
      passes = min(max(1, Int(clamping: try session.evaluate(&line))), Int(UInt32.max))
    }
    line.skipSeparators()
    if line.opensQuotes {
      let start = line.position
      guard let text = line.takeQuoted() else { throw line.rejected(.syntax, at: start) }
      commands = text
    }
    try line.expectEnd()
  }
}
