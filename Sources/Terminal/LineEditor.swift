import CEdit
import Language

/// What came of asking the person for a line.
enum TypedLine: Equatable {
  /// Enter was pressed after this text.
  case line(String)
  /// Ctrl+C: the line is given up.
  case interrupted
  /// Ctrl+D on an empty line, or the terminal is gone.
  case end
}

/// Something that asks the person for a line.
protocol LineSource: AnyObject {
  /// Shows the prompt and returns what is typed.
  func readLine(prompt: String) -> TypedLine
  /// Lets a line be called back with the arrow keys.
  func remember(_ line: String)
}

/// A line of the terminal with editing, history and completion, by libedit.
///
/// Keys are libedit's emacs keys, or what `~/.editrc` says. The editor is used from one thread.
final class LineEditor: LineSource {
  private let editor: OpaquePointer
  private let lines: OpaquePointer?
  private let style: Style
  private let signals: Signals
  private weak var completer: (any Completer)?
  private var promptText: UnsafeMutablePointer<CChar>?
  private var promptWidth = 0
  private var wasInterrupted = false
  /// A key that was read already: the one behind libedit's quoting key.
  private var pendingKey: UInt32?

  /// Encloses colour sequences in the prompt, so that libedit does not count them.
  private static let literalMark: Character = "\u{1}"

  /// An editor on the standard streams; nil when libedit has none for this terminal.
  init?(style: Style, signals: Signals, completer: (any Completer)?, history: [String]) {
    cedit_use_utf8()
    guard let editor = cedit_init("crashcart") else { return nil }
    self.editor = editor
    self.style = style
    self.signals = signals
    self.completer = completer
    lines = history_init()
    _ = cedit_set_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
    _ = cedit_set_prompt(editor, { LineEditor.of($0)?.promptText }, 1)
    _ = cedit_set_keys(editor, "emacs")
    if let lines {
      _ = cedit_history_size(lines, Int32(HistoryFile.capacity))
      _ = cedit_history_unique(lines, 1)
      _ = cedit_set_history(editor, lines)
      for line in history { _ = cedit_history_add(lines, line) }
    }
    _ = cedit_add_function(
      editor, "crashcart-complete", "Complete the word",
      { pointer, _ in LineEditor.of(pointer)?.complete() ?? UInt8(CC_ERROR) })
    _ = cedit_bind(editor, "^I", "crashcart-complete")
    _ = cedit_bind(editor, "^R", "em-inc-search-prev")
    _ = cedit_set_reader(editor, { LineEditor.of($0)?.readCharacter(into: $1) ?? -1 })
    el_source(editor, nil)
  }

  deinit {
    el_end(editor)
    if let lines { history_end(lines) }
    free(promptText)
  }

  func readLine(prompt: String) -> TypedLine {
    free(promptText)
    promptText = strdup(style.paintForEditor(prompt, as: .prompt, mark: Self.literalMark) + " ")
    promptWidth = prompt.count + 1
    wasInterrupted = false
    var count: Int32 = 0
    guard let text = el_gets(editor, &count), count > 0 else {
      guard wasInterrupted else { return .end }
      show("^C")
      return .interrupted
    }
    var line = String(cString: text)
    while line.last?.isNewline == true { line.removeLast() }
    return .line(line)
  }

  func remember(_ line: String) {
    if let lines { _ = cedit_history_add(lines, line) }
  }

  private static func of(_ editor: OpaquePointer?) -> LineEditor? {
    guard let editor, let data = cedit_client_data(editor) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(data).takeUnretainedValue()
  }

  /// Waits for a key or a signal. Returns 1 with a character, 0 at the end, -1 to give the line up.
  private func readCharacter(into character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    _ = cedit_flush()
    if let key = pendingKey {
      pendingKey = nil
      character?.pointee = wchar_t(truncatingIfNeeded: key)
      return 1
    }
    while true {
      switch waitForInput(orSignal: signals, timeout: -1) {
      case .signal:
        signals.drain()
        if signals.takeInterrupt() {
          wasInterrupted = true
          return -1
        }
        if signals.takeDebugKey(), isLineEmpty { return quote(Self.debugKey, into: character) }
        if signals.takeContinue() {
          _ = cedit_prepare_terminal(editor, 0)
          _ = cedit_prepare_terminal(editor, 1)
          redraw()
        }
        if signals.takeResize() {
          show(clearingSequence(width: terminalWidth()))
          redraw()
        }
      case .input, .nothing:
        guard let scalar = readScalar() else { return 0 }
        if isCommandKey(scalar), isLineEmpty {
          return quote(scalar.value, into: character)
        }
        character?.pointee = wchar_t(truncatingIfNeeded: scalar.value)
        return 1
      }
    }
  }

  /// Lets a key become the line's text, which Enter carries out.
  private func quote(_ key: UInt32, into character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    pendingKey = key
    character?.pointee = wchar_t(truncatingIfNeeded: Self.quotingKey)
    return 1
  }

  /// Ctrl+\, which the terminal turns into a signal.
  private static let debugKey: UInt32 = 0x1C

  /// libedit's key for taking the next one literally, Ctrl+V.
  private static let quotingKey: UInt32 = 0x16

  /// Whether a key is a command when it stands alone: Ctrl+B, Ctrl+V and Ctrl+W.
  private func isCommandKey(_ scalar: Unicode.Scalar) -> Bool {
    [0x02, 0x16, 0x17].contains(scalar.value)
  }

  private var isLineEmpty: Bool {
    guard let info = el_line(editor) else { return false }
    return info.pointee.buffer == info.pointee.lastchar
  }

  private func redraw() {
    el_resize(editor)
    _ = cedit_refresh(editor)
  }

  /// Moves the cursor to the start of the prompt and clears the screen below it. A terminal that
  /// was resized has wrapped the line anew, which libedit does not know.
  private func clearingSequence(width: Int) -> String {
    var column = promptWidth
    if let info = el_line(editor), let start = info.pointee.buffer, let end = info.pointee.cursor {
      let bytes = UnsafeRawBufferPointer(start: start, count: max(0, end - start))
      column += String(decoding: bytes, as: UTF8.self).count
    }
    let rows = column / max(1, width)
    return (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\r\u{1B}[J"
  }

  private func show(_ text: String) {
    _ = text.withCString { cedit_write($0, strlen($0)) }
    _ = cedit_flush()
  }

  /// One character of UTF-8 from the terminal; nil at the end. Bytes that are none are skipped.
  private func readScalar() -> Unicode.Scalar? {
    var bytes: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return nil }
      if byte < 0x80 { return Unicode.Scalar(byte) }
      if byte >= 0xC0 { bytes = [] }
      bytes.append(byte)
      var decoder = UTF8()
      var iterator = bytes.makeIterator()
      if case .scalarValue(let scalar) = decoder.decode(&iterator) { return scalar }
      if bytes.count >= 4 { bytes = [] }
    }
  }

  /// The Tab key.
  private func complete() -> UInt8 {
    guard let completer, let info = el_line(editor) else { return UInt8(CC_REFRESH_BEEP) }
    let start = info.pointee.buffer
    guard let start, let cursor = info.pointee.cursor, let end = info.pointee.lastchar else {
      return UInt8(CC_REFRESH_BEEP)
    }
    let bytes = UnsafeRawBufferPointer(start: start, count: max(0, end - start))
    let line = String(decoding: bytes, as: UTF8.self)
    let place = min(max(0, cursor - start), line.utf8.count)
    let completions = completer.completions(for: line, cursor: place)
    let menu = CompletionMenu(completions, line: line, cursor: place)
    if let replacement = menu.replacement {
      let old = String(
        decoding: Array(line.utf8)[..<place].suffix(menu.replacedBytes), as: UTF8.self)
      el_deletestr(editor, Int32(truncatingIfNeeded: old.unicodeScalars.count))
      el_insertstr(editor, replacement)
      return UInt8(CC_REFRESH)
    }
    guard !menu.listed.isEmpty else { return UInt8(CC_REFRESH_BEEP) }
    show("\n" + menu.columns(width: terminalWidth()))
    return UInt8(CC_REDISPLAY)
  }
}

/// What ended a wait.
enum Wakening {
  case input, signal, nothing
}

/// Waits until standard input can be read or a signal came, `timeout` milliseconds at most (-1: for
/// ever).
func waitForInput(orSignal signals: Signals, timeout: Int32) -> Wakening {
  var entries = [
    pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
    pollfd(fd: signals.wakeDescriptor, events: Int16(POLLIN), revents: 0),
  ]
  while true {
    let count = poll(&entries, 2, timeout)
    if count < 0, errno == EINTR { continue }
    if entries[1].revents != 0 { return .signal }
    return entries[0].revents != 0 ? .input : .nothing
  }
}

/// How many columns the terminal has; 80 when it does not say.
func terminalWidth() -> Int {
  var size = winsize()
  guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
  return Int(size.ws_col)
}
