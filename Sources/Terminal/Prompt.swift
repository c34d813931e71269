import Engine
import Foundation
import Language

/// The debugger's prompt on the standard streams: a person at a terminal, or lines from a file.
///
///     let prompt = Prompt(conversation: session, interrupt: debugger.interrupt, completer: nil)
///     exit(prompt.run(commands: ["!poolused"]))
public final class Prompt {
  private let conversation: any Conversation
  private let screen: Screen
  private let lines: any LineSource
  private let keeper: Keeper
  private let history: HistoryFile

  /// Who tends the target's console.
  private enum Keeper {
    case person(ConsoleKeeper)
    case nobody(UnattendedConsole)

    var attendant: any ConsoleAttendant {
      switch self {
      case .person(let keeper): keeper
      case .nobody(let keeper): keeper
      }
    }
  }

  /// The prompt for this process: with a terminal on standard input a person's, else a file's.
  ///
  /// - Parameters:
  ///   - conversation: the session.
  ///   - interrupt: what Ctrl+C raises while the session is busy.
  ///   - completer: answers the Tab key.
  public convenience init(
    conversation: any Conversation, interrupt: Interrupt, completer: (any Completer)?
  ) {
    let environment = ProcessInfo.processInfo.environment
    let canEdit = isatty(STDOUT_FILENO) == 1
    let screen = Screen.standardOutput(
      style: Style(isTerminal: canEdit, environment: environment))
    guard isatty(STDIN_FILENO) == 1 else {
      let lines = PlainLines(descriptor: STDIN_FILENO) { _ in }
      self.init(conversation: conversation, screen: screen, lines: lines)
      return
    }
    let signals = Signals.shared
    TerminalMode.shared.install()
    signals.install(interrupt: interrupt, advice: "\r\n\(NativeDebuggers().advice)\n")
    let history = HistoryFile(path: HistoryFile.standardPath(environment: environment))
    let remembered = history.load()
    let isDumb = (environment["TERM"] ?? "dumb") == "dumb"
    var lines: (any LineSource)?
    if canEdit, !isDumb {
      lines = LineEditor(
        style: screen.style, signals: signals, completer: completer, history: remembered)
    }
    let keeper = ConsoleKeeper(
      screen: screen, signals: signals, mode: .shared,
      instructionsPerSecond: conversation.instructionsPerSecond)
    self.init(
      conversation: conversation, screen: screen,
      lines: lines
        ?? PlainLines(descriptor: STDIN_FILENO, signals: signals) { prompt in
          screen.write(prompt)
          screen.flush()
        },
      keeper: .person(keeper), history: history)
  }

  /// A prompt for lines that nobody types: each is shown after its prompt, as if typed.
  init(conversation: any Conversation, screen: Screen, lines: any LineSource) {
    self.conversation = conversation
    self.screen = screen
    self.lines = lines
    history = HistoryFile(path: nil)
    keeper = .nobody(
      UnattendedConsole(
        screen: screen, instructionsPerSecond: conversation.instructionsPerSecond))
  }

  private init(
    conversation: any Conversation, screen: Screen, lines: any LineSource, keeper: Keeper,
    history: HistoryFile
  ) {
    self.conversation = conversation
    self.screen = screen
    self.lines = lines
    self.keeper = keeper
    self.history = history
  }

  /// Starts the target, carries out `commands`, then what is typed, until the end.
  ///
  /// - Parameters:
  ///   - greeting: said first, to a person only.
  ///   - commands: lines for the first prompt.
  /// - Returns: the process' exit status: 0, however the session ended.
  public func run(greeting: String = "", commands: [String] = []) -> Int32 {
    if case .person = keeper, !greeting.isEmpty { screen.notice(greeting) }
    conversation.output = { [screen] text in screen.write(text) }
    conversation.attendant = keeper.attendant
    var state = busy(breakingIn: !commands.isEmpty) { conversation.start() }
    for command in commands where state == .prompt {
      showTyped(command)
      state = busy { conversation.execute(command) }
    }
    while state == .prompt, !isGone {
      switch lines.readLine(prompt: promptToShow) {
      case .line(let line):
        if case .nobody = keeper {
          showTyped(line)
        } else {
          screen.cursorReturned()
          if history.add(line) { lines.remember(line) }
        }
        state = busy { conversation.execute(line) }
      case .interrupted:
        screen.write("\n")
      case .end:
        if case .person = keeper { screen.write("\n") }
        state = .over
      }
    }
    screen.flush()
    return 0
  }

  /// Asks for one line on behalf of a command; nil when none is given.
  public func ask(_ prompt: String) -> String? {
    screen.flush()
    switch lines.readLine(prompt: prompt) {
    case .line(let line):
      if case .nobody = keeper { screen.write(prompt + " " + line + "\n") }
      screen.cursorReturned()
      return line
    case .interrupted, .end:
      return nil
    }
  }

  /// Clears the terminal's screen; nothing happens where there is none.
  public func clear() {
    guard screen.style.isColoured else { return }
    screen.write("\u{1B}[H\u{1B}[2J")
    screen.cursorReturned()
  }

  private var isGone: Bool {
    if case .person(let keeper) = keeper { return keeper.isGone }
    return false
  }

  /// What the source of lines shows: nothing when the line is shown with its prompt afterwards.
  private var promptToShow: String {
    if case .nobody = keeper { return "" }
    screen.flush()
    return conversation.prompt
  }

  private func showTyped(_ line: String) {
    screen.startLine()
    let prompt = screen.style.paint(conversation.prompt, as: .prompt)
    screen.write(prompt + (line.isEmpty ? "" : " " + line) + "\n")
    screen.flush()
  }

  private func busy(
    breakingIn: Bool = false, _ body: () -> ConversationState
  ) -> ConversationState {
    switch keeper {
    case .person(let keeper):
      keeper.commandBegins(clock: conversation.clock, breakingIn: breakingIn)
      defer { keeper.commandEnds() }
      return body()
    case .nobody(let keeper):
      keeper.runBegins(clock: conversation.clock)
      defer {
        screen.startLine()
        screen.flush()
      }
      return body()
    }
  }
}
