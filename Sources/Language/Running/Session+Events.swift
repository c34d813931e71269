import Engine

// What happens in a running target, judged by the event filters.

/// The newest events of a session, and the last one in full.
struct EventLog {
  /// An event; the sentence of one that can come a million times a second is made when it is shown.
  private enum Entry {
    case sentence(String)
    case breakpoint(Int)
  }

  private var entries: [Entry] = []
  /// How many are kept.
  private static let most = 32

  /// Sentences, the oldest first.
  var lines: [String] {
    entries.suffix(Self.most).map { entry in
      switch entry {
      case .sentence(let text): text
      case .breakpoint(let id): Self.hit(id)
      }
    }
  }

  /// How a breakpoint's hit is told.
  static func hit(_ id: Int) -> String { "Hit breakpoint \(id)" }

  mutating func add(_ line: String) { add(.sentence(line)) }

  /// Adds the hit of a breakpoint.
  mutating func add(hit id: Int) { add(.breakpoint(id)) }

  private mutating func add(_ entry: Entry) {
    // Now and then rather than each time: moving all of them up costs more than the new one.
    if entries.count >= 2 * Self.most { entries.removeFirst(Self.most) }
    entries.append(entry)
  }
}

/// An exception that was told, and at which chance.
public struct ExceptionEvent: Equatable, Sendable {
  public var record: ExceptionRecord
  public var isFirstChance: Bool
}

extension Session {
  /// Has the debugger ask this session about what happens.
  func connectEvents() {
    debugger.eventFilter = { [backReference] event in backReference.object?.judge(event) }
  }

  /// What the filters want of an event that may stop the run; notices are printed here, and the
  /// commands of events that do not stop carried out.
  private func judge(_ event: TargetEvent) -> EventAction? {
    switch event.kind {
    case .exception(let record, let firstChance):
      return judge(record, firstChance, event)
    case .load(let notice):
      return judge(load: notice, event)
    case .unload(let notice):
      note(StopText.unload(notice))
      return judge(eventFilters[.unload], event, Self.names(notice), notice.base) {
        StopText.unload(notice)
      }
    case .print(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      return judge(eventFilters[.output], event, [Self.trimmed(text), text]) { nil }
    case .process(let happening): return judge(happening, event)
    default: return nil
    }
  }

  private func judge(
    _ record: ExceptionRecord, _ firstChance: Bool, _ event: TargetEvent
  ) -> EventAction {
    let filter = eventFilters[exception: record.code]
    note(exception: ExceptionEvent(record: record, isFirstChance: firstChance))
    guard !breaks(filter, firstChance) else { return .stop }
    let lines = StopText.exception(
      record, firstChance, thread: threadPrefix(event.processor))
    note(lines[0])
    if filter.breaks != .ignored { for line in lines { print(line) } }
    let commands = firstChance ? filter.command : filter.secondCommand
    return carryOut(commands, event) ?? .goOn(filter.isHandled ? .handled : .notHandled)
  }

  private func judge(load notice: ImageNotice, _ event: TargetEvent) -> EventAction? {
    note("Load module \(notice.path) at \(notice.base.split)")
    if awaitsInitialLoad {
      awaitsInitialLoad = false
      if let filter = eventFilters[.initialLoad], filter.breaks == .enabled {
        initialLoad = notice.base
        return .stop
      }
    }
    return judge(eventFilters[.load], event, Self.names(notice), notice.base) {
      StopText.load(notice)
    }
  }

  /// Judges an event that is no exception; `text` is what `sxn` prints.
  func judge(
    _ filter: EventFilter?, _ event: TargetEvent, _ names: [String], _ base: UInt64? = nil,
    _ text: () -> String?
  ) -> EventAction? {
    guard let filter, filter.covers(names, base: base) else { return nil }
    if filter.breaks == .enabled { return .stop }
    if filter.breaks == .output, let line = text() { print(line) }
    return carryOut(filter.command, event)
  }

  /// Carries out the commands of an event that does not stop the target. One that lets the target
  /// run otherwise than before stops the engine, so that `handle` can do it.
  private func carryOut(_ commands: String, _ event: TargetEvent) -> EventAction? {
    guard !commands.isEmpty else { return nil }
    debugger.look(at: event)
    requestedRun = try? run(stopCommands: commands)
    return requestedRun == nil && !isOver ? nil : .stop
  }

  /// A module's names for patterns: `myfault`, `myfault.sys`, the whole path.
  private static func names(_ notice: ImageNotice) -> [String] {
    let file = notice.path.split { $0 == "\\" || $0 == "/" }.last.map(String.init) ?? notice.path
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    return [stem, file, notice.path]
  }

  /// Whether an exception stops the target at this chance.
  private func breaks(_ filter: EventFilter, _ firstChance: Bool) -> Bool {
    switch filter.breaks {
    case .enabled: true
    case .secondChance: !firstChance
    case .output, .ignored: false
    }
  }

  /// The commands that the filters carry out at a stop; nil for a stop that is no event with a
  /// filter.
  func eventCommands(_ stop: Stop) -> String? {
    switch stop.reason {
    case .exception(let record, let firstChance):
      let filter = eventFilters[exception: record.code]
      return firstChance ? filter.command : filter.secondCommand
    case .load(let notice):
      return eventFilters[initialLoad == notice.base ? .initialLoad : .load]?.command
    case .unload: return eventFilters[.unload]?.command
    case .output: return eventFilters[.output]?.command
    default: return nil
    }
  }

  /// How `g` answers what the target waits in: by the filter of the exception that stopped it.
  public var answer: Resumption.Handling {
    guard let stop = debugger.lastStop, !debugger.target.isBare,
      case .exception(let record, _) = stop.reason
    else { return .handled }
    return eventFilters[exception: record.code].isHandled ? .handled : .notHandled
  }

  func note(_ line: String) { eventLog.add(line) }

  /// The most recent exception, with or without a stop; of a dump, the one it was written for.
  public var lastException: ExceptionEvent? {
    if let notedException, notedException.debugger == ObjectIdentifier(debugger) {
      return notedException.event
    }
    return debugger.lastStop.flatMap(exception)
  }

  func note(exception: ExceptionEvent?) {
    notedException = (ObjectIdentifier(debugger), exception)
  }

  /// Remembers a stop as an event.
  func note(_ stop: Stop) {
    note(exception: exception(of: stop))
    switch stop.reason {
    case .exception(let record, let firstChance):
      note(StopText.exception(record, firstChance)[0])
    case .breakpoints(let ids): eventLog.add(hit: ids.first ?? 0)
    default: break
    }
  }

  /// The exception behind a stop: the one that was reported, or the trap that a breakpoint or a step
  /// would be on hardware.
  private func exception(of stop: Stop) -> ExceptionEvent? {
    if case .exception(let record, let firstChance) = stop.reason {
      return ExceptionEvent(record: record, isFirstChance: firstChance)
    }
    if let record = stop.exception { return ExceptionEvent(record: record, isFirstChance: true) }
    switch stop.reason {
    case .load, .unload, .output, .process, .called, .ended: return nil
    case .stepped:
      let record = ExceptionRecord(code: ExceptionRecord.singleStepCode, address: stop.ip)
      return ExceptionEvent(record: record, isFirstChance: true)
    case .breakIn where process != nil, .idle where process != nil:
      let record = ExceptionRecord(code: ExceptionRecord.wakeDebuggerCode, address: stop.ip)
      return ExceptionEvent(record: record, isFirstChance: true)
    default:
      return Self.breakpoint(at: stop.ip)
    }
  }

  /// The exception that a breakpoint is on hardware.
  private static func breakpoint(at ip: UInt64) -> ExceptionEvent {
    let record = ExceptionRecord(
      code: ExceptionRecord.breakpointCode, address: ip, parameters: breakpointParameters)
    return ExceptionEvent(record: record, isFirstChance: true)
  }

  /// One array for all of them.
  private static let breakpointParameters: [UInt64] = [0]

  /// Remembers a hit of breakpoints that did not stop the target because of their commands.
  func note(hit ids: [Int], at ip: UInt64) {
    variables.previousIP = variables.eventIP
    variables.eventIP = ip
    note(exception: Self.breakpoint(at: ip))
    eventLog.add(hit: ids.first ?? 0)
    initialLoad = nil
  }

  /// The newest events, the oldest first, without the last stop.
  public var recentEvents: [String] { eventLog.lines }

  /// What stopped the target, as `.lastevent` says it; in a user session with the thread before it.
  public func eventText(_ stop: Stop) -> String {
    guard let user = debugger.userTarget, let thread = user.thread(stop.processor) else {
      return sentence(stop)
    }
    return "\(user.processID.hex()).\(thread.id.hex()): \(sentence(stop))"
  }

  private func sentence(_ stop: Stop) -> String {
    switch stop.reason {
    case .breakpoints(let ids): EventLog.hit(ids.first ?? 0)
    case .exception(let record, _) where debugger.target is ProcessDumpTarget:
      Self.unknownChance(record)
    case .exception(let record, let firstChance): StopText.exception(record, firstChance)[0]
    case .stepped: Self.trap(ExceptionRecord.singleStepCode)
    case .breakIn where debugger.userTarget != nil, .idle where debugger.userTarget != nil:
      Self.wakeDebugger
    case .breakIn, .idle: Self.trap(ExceptionRecord.breakpointCode)
    case .load(let notice): "Load module \(notice.path) at \(notice.base.split)"
    case .unload(let notice): StopText.unload(notice)
    case .output(let text): "Debuggee output \"\(Self.trimmed(text))\""
    case .process(let happening): Self.text(happening)
    case .called: "Call returned"
    case .ended(let end): "The target has ended: \(end)"
    }
  }

  /// A text without the blanks and line ends after it.
  private static func trimmed(_ text: String) -> String {
    var characters = Substring(text)
    while characters.last?.isWhitespace ?? false { characters.removeLast() }
    return String(characters)
  }

  private static func trap(_ code: UInt32) -> String {
    StopText.exception(ExceptionRecord(code: code, address: 0), true)[0]
  }
}
