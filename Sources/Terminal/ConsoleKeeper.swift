import Engine

/// A person at the terminal as the target's console: keys go to the target, its text to the screen.
final class ConsoleKeeper: ConsoleAttendant {
  private let screen: Screen
  private let signals: Signals
  private let mode: TerminalMode
  private var line = ConsoleLine()
  private var pace: Pace
  /// Whether the terminal is the console now.
  private var isOpen = false
  private var opened = ContinuousClock.now
  private var isBreakingIn = false
  /// Set when the terminal is gone: nobody will type again.
  private(set) var isGone = false

  /// How long the target runs before the screen turns into its console: steps do not flicker.
  private static let delay = Duration.milliseconds(200)

  init(screen: Screen, signals: Signals, mode: TerminalMode, instructionsPerSecond: UInt64) {
    pace = Pace(instructionsPerSecond: instructionsPerSecond)
    self.screen = screen
    self.signals = signals
    self.mode = mode
  }

  /// A command is about to be carried out. With `breakingIn`, its run ends as soon as the target
  /// waits: there are commands to carry out.
  func commandBegins(clock: UInt64, breakingIn: Bool = false) {
    isBreakingIn = breakingIn
    opened = .now
    pace.start(clock: clock, at: opened)
    signals.setBusy(true)
  }

  /// The command is done: the terminal belongs to the debugger again.
  func commandEnds() {
    signals.setBusy(false)
    if isOpen {
      isOpen = false
      mode.leaveConsole()
    }
    screen.startLine()
    screen.flush()
  }

  func consolePrinted(_ bytes: [UInt8]) {
    open()
    line.add(bytes)
    screen.write(bytes, by: .console)
  }

  func targetRuns(_ state: RunningState) -> RunningDecision {
    let now = ContinuousClock.now
    if state.isIdle || now - opened > Self.delay { open() }
    screen.flush()
    if isGone || (isBreakingIn && state.isIdle) { return .breakIn }
    // A target that sleeps would sleep through hours in a moment.
    let ahead = isBreakingIn ? 0 : pace.milliseconds(clock: state.instructionCount, at: now)
    guard isOpen || ahead > 0 else { return .resume }
    while true {
      switch waitForInput(orSignal: signals, timeout: state.isIdle ? -1 : ahead) {
      case .nothing:
        return .resume
      case .signal:
        signals.drain()
        if signals.takeInterrupt() { return .breakIn }
        if isOpen, signals.takeContinue() { mode.enterConsole() }
      case .input:
        open()
        return takeKeys()
      }
    }
  }

  var askAt: UInt64? { isBreakingIn ? nil : pace.next(at: .now) }

  /// Makes the terminal the console, with the line as the target left it.
  private func open() {
    guard !isOpen else { return }
    isOpen = true
    mode.enterConsole()
    screen.write(line.text, by: .console)
  }

  private func takeKeys() -> RunningDecision {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return .resume }
    guard count > 0 else {
      isGone = true
      return .breakIn
    }
    // A terminal's erase key sends DEL; a PC's console expects backspace.
    return .type(bytes[..<count].map { $0 == 0x7F ? 0x08 : $0 })
  }
}

/// What stands on the console's current line.
struct ConsoleLine {
  /// The bytes since the last line end, as the target wrote them.
  private(set) var text: [UInt8] = []
  /// The most that is remembered of one line.
  static let limit = 1_024

  /// Follows the target's output.
  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes {
      switch byte {
      case 0x0A: text.removeAll()
      case 0x08: _ = text.popLast()
      case 0x0D: break
      default: if text.count < Self.limit { text.append(byte) }
      }
    }
  }
}
