import CEdit

/// Standard output, shared by the debugger's text and the target's console.
///
/// It knows whether the cursor stands at the start of a line, so that one never continues the
/// other's line.
public final class Screen {
  /// How text is coloured here.
  public let style: Style
  /// Whether the last thing written ended a line.
  public private(set) var isAtLineStart = true
  private var lastWriter = Writer.debugger
  private let sink: ([UInt8]) -> Void
  private let flushSink: () -> Void

  /// The process' standard output.
  public static func standardOutput(style: Style) -> Screen {
    Screen(
      style: style,
      write: { bytes in
        _ = bytes.withUnsafeBytes { cedit_write($0.baseAddress, $0.count) }
      },
      flush: { _ = cedit_flush() })
  }

  /// A screen that hands its bytes to `write`.
  public init(
    style: Style, write: @escaping ([UInt8]) -> Void, flush: @escaping () -> Void = {}
  ) {
    self.style = style
    sink = write
    flushSink = flush
  }

  /// Who writes on the screen.
  public enum Writer {
    case debugger, console
  }

  /// Writes bytes as they are, on a new line when another has begun this one.
  public func write(_ bytes: [UInt8], by writer: Writer = .debugger) {
    guard let last = bytes.last else { return }
    if writer != lastWriter { startLine() }
    lastWriter = writer
    sink(bytes)
    isAtLineStart = last == 0x0A
  }

  /// Writes text as it is.
  public func write(_ text: String) {
    write(Array(text.utf8))
  }

  /// Writes a sentence about the session itself on a line of its own.
  public func notice(_ text: String) {
    startLine()
    write(style.paint(text, as: .notice) + "\n")
  }

  /// Ends the current line if there is one.
  public func startLine() {
    guard !isAtLineStart else { return }
    sink([0x0A])
    isAtLineStart = true
  }

  /// Says that the cursor is at the start of a line: the person pressed Enter.
  func cursorReturned() {
    isAtLineStart = true
  }

  /// Shows everything written so far.
  public func flush() {
    flushSink()
  }
}
