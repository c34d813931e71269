import Engine
import Symbols

/// What the debugger does when something happens in the target: a row of `sx`.
///
/// Codes, names and defaults are those of the public documentation of event filters.
public struct EventFilter: Sendable {
  /// What ends the target's run, and what is told.
  public enum Break: String, Sendable {
    /// Stop at once (`sxe`).
    case enabled = "break"
    /// Stop when nobody in the target has handled it; tell it before (`sxd`).
    case secondChance = "second-chance break"
    /// Tell it (`sxn`).
    case output
    /// Nothing (`sxi`).
    case ignored = "ignore"
  }

  /// What happens: an exception by its code, or one of the other events.
  public enum Subject: Equatable, Sendable {
    case exception(UInt32)
    case anyOtherException
    case event(Event)
  }

  /// Events that are no exceptions.
  public enum Event: Sendable {
    case createThread, exitThread, createProcess, exitProcess, load, unload, systemError
    case initialBreakpoint, initialLoad, output

    /// Whether the event is about something that has a name to choose it by.
    var hasArgument: Bool {
      switch self {
      case .createProcess, .exitProcess, .load, .unload, .output: true
      default: false
      }
    }
  }

  /// How `sx` commands name it.
  public let code: String
  /// The second name, which stands for the handling (`hc` of `ch`); nil where `-h` does that.
  public let handlingCode: String?
  /// What it is called in displays.
  public let name: String
  public let subject: Subject
  /// What it does to a run.
  public var breaks: Break
  /// Whether a run that goes on after the exception tells the target that it was handled.
  public var isHandled: Bool
  /// The only modules, processes or texts that count: a pattern, nil for all.
  public var argument: String?
  /// Commands for the first and for the second chance; empty for none.
  public var command = ""
  public var secondCommand = ""

  init(
    _ code: String, _ name: String, _ subject: Subject, _ breaks: Break = .enabled,
    handled: Bool = false, handlingCode: String? = nil
  ) {
    self.code = code
    self.name = name
    self.subject = subject
    self.breaks = breaks
    isHandled = handled
    self.handlingCode = handlingCode
  }

  /// Whether the event is about what the argument chooses. `words` are its names, without case.
  func covers(_ words: [String], base: UInt64? = nil) -> Bool {
    guard let argument else { return true }
    if let base, let wanted = UInt64(argument.filter { $0 != "`" }, radix: 16), wanted == base {
      return true
    }
    let pattern = WildcardPattern(argument, style: .symbol)
    return words.contains(where: pattern.matches)
  }

  /// The lines of `sx`.
  var lines: [String] {
    let title = "\(code.leftPadded(4)) - \(name) - \(breaks.rawValue)"
    let handling = isHandled ? "handled" : "not handled"
    var lines: [String]
    if case .event = subject {
      lines = [title]
    } else if let handlingCode {
      lines = [title, "\(handlingCode.leftPadded(4)) - \(name) continue - \(handling)"]
    } else {
      lines = ["\(title) - \(handling)"]
    }
    if let argument { lines.append("       (only break for \(argument))") }
    if !command.isEmpty { lines.append("       Command: \"\(command)\"") }
    if !secondCommand.isEmpty { lines.append("       Second command: \"\(secondCommand)\"") }
    return lines
  }
}

/// All event filters of a session.
public struct EventFilters: Sendable {
  /// The filters in the order of `sx`: events, exceptions, every other exception, and those that
  /// the person named by their number.
  public private(set) var rows: [EventFilter]

  /// The defaults of a session about a kind of target.
  public init(_ kind: TargetKind = .kernel) {
    rows = Self.events + Self.exceptions + [Self.other]
    guard kind == .user else { return }
    for index in rows.indices {
      switch rows[index].subject {
      case .event(.load): rows[index].breaks = .output
      case .event(.initialBreakpoint), .event(.exitProcess): rows[index].breaks = .enabled
      default: break
      }
    }
  }

  /// The filter of an exception code.
  public subscript(exception code: UInt32) -> EventFilter {
    rows.first { $0.subject == .exception(code) } ?? rows.first { $0.subject == .anyOtherException }
      ?? Self.other
  }

  /// The filter of an event, nil for one that no row has.
  public subscript(event: EventFilter.Event) -> EventFilter? {
    rows.first { $0.subject == .event(event) }
  }

  /// Changes the filters of a code; returns whether there are any.
  mutating func change(_ code: String, _ body: (inout EventFilter) -> Void) -> Bool {
    var isKnown = false
    for index in rows.indices where rows[index].code == code || rows[index].handlingCode == code {
      body(&rows[index])
      isKnown = true
    }
    return isKnown
  }

  /// Changes the filter of an exception, which becomes a row of its own.
  mutating func change(exception code: UInt32, _ body: (inout EventFilter) -> Void) {
    if let index = rows.firstIndex(where: { $0.subject == .exception(code) }) {
      return body(&rows[index])
    }
    var row = EventFilter(
      code.hex(8), ExceptionName.text(code), .exception(code), .secondChance)
    body(&row)
    rows.append(row)
  }

  /// Whether a filter has a code of its own.
  public func hasCode(_ code: String) -> Bool {
    rows.contains { $0.code == code || $0.handlingCode == code }
  }

  /// Whether a code stands for handling and not for breaking (`bpec`).
  func isHandlingCode(_ code: String) -> Bool { rows.contains { $0.handlingCode == code } }

  private static let events: [EventFilter] = [
    EventFilter("ct", "Create thread", .event(.createThread), .ignored),
    EventFilter("et", "Exit thread", .event(.exitThread), .ignored),
    EventFilter("cpr", "Create process", .event(.createProcess), .ignored),
    EventFilter("epr", "Exit process", .event(.exitProcess), .ignored),
    EventFilter("ld", "Load module", .event(.load), .ignored),
    EventFilter("ud", "Unload module", .event(.unload), .ignored),
    EventFilter("ser", "System error", .event(.systemError), .ignored),
    EventFilter("ibp", "Initial breakpoint", .event(.initialBreakpoint), .ignored),
    EventFilter("iml", "Initial module load", .event(.initialLoad), .ignored),
    EventFilter("out", "Debuggee output", .event(.output), .output),
  ]

  /// The exceptions that have a code of their own.
  static let exceptions: [EventFilter] = [
    EventFilter("av", "Access violation", .exception(0xC000_0005)),
    EventFilter("asrt", "Assertion failure", .exception(0xC000_0420)),
    EventFilter("aph", "Application hang", .exception(0xCFFF_FFFF)),
    EventFilter(
      "bpe", "Break instruction exception", .exception(0x8000_0003), handled: true,
      handlingCode: "bpec"),
    EventFilter("eh", "C++ EH exception", .exception(0xE06D_7363), .secondChance),
    EventFilter("clr", "CLR exception", .exception(0xE043_4F4D), .secondChance),
    EventFilter(
      "clrn", "CLR notification exception", .exception(0xE044_4143), .secondChance, handled: true),
    EventFilter(
      "cce", "Control-Break exception", .exception(0x4001_0008), handled: true, handlingCode: "cc"),
    EventFilter(
      "cce", "Control-C exception", .exception(0x4001_0005), handled: true, handlingCode: "cc"),
    EventFilter("dm", "Data misaligned", .exception(0x8000_0002)),
    EventFilter(
      "dbce", "Debugger command exception", .exception(0x4001_0009), .ignored, handled: true),
    EventFilter("gp", "Guard page violation", .exception(0x8000_0001)),
    EventFilter("ii", "Illegal instruction", .exception(0xC000_001D), .secondChance),
    EventFilter("ip", "In-page I/O error", .exception(0xC000_0006)),
    EventFilter("dz", "Integer divide-by-zero", .exception(0xC000_0094)),
    EventFilter("iov", "Integer overflow", .exception(0xC000_0095)),
    EventFilter("ch", "Invalid handle", .exception(0xC000_0008), handlingCode: "hc"),
    EventFilter("lsq", "Invalid lock sequence", .exception(0xC000_001E)),
    EventFilter("isc", "Invalid system call", .exception(0xC000_001C)),
    EventFilter("3c", "Port disconnected", .exception(0xC000_0037), .secondChance),
    EventFilter(
      "sse", "Single step exception", .exception(0x8000_0004), handled: true, handlingCode: "ssec"),
    EventFilter(
      "sbo", "Security check failure or stack buffer overrun", .exception(0xC000_0409)),
    EventFilter("sov", "Stack overflow", .exception(0xC000_00FD)),
    EventFilter("vs", "Verifier stop", .exception(0xC000_0421)),
    EventFilter("vcpp", "Visual C++ exception", .exception(0x406D_1388), .ignored, handled: true),
    EventFilter("wkd", "Wake debugger", .exception(0x8000_0007)),
    EventFilter("wob", "WOW64 breakpoint", .exception(0x4000_001F), handled: true),
    EventFilter("wos", "WOW64 single step exception", .exception(0x4000_001E), handled: true),
  ]

  private static let other = EventFilter(
    "*", "Other exception", .anyOtherException, .secondChance)

  /// The lines of `sx`.
  public var lines: [String] {
    var groups: [[String]] = [[], [], []]
    for row in rows {
      switch row.subject {
      case .event: groups[0] += row.lines
      case .exception where row.code.utf8.count == 8: groups[2] += row.lines
      case .exception: groups[1] += row.lines
      case .anyOtherException: groups[2] += row.lines
      }
    }
    return Array(groups.joined(separator: [""]))
  }
}
