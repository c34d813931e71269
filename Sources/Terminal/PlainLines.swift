/// Lines from a descriptor, without editing: a file, a pipe, or a terminal that cannot edit.
final class PlainLines: LineSource {
  private let descriptor: Int32
  private let signals: Signals?
  private let show: (String) -> Void
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// Lines of `descriptor`; `show` writes the prompt. With `signals`, Ctrl+C gives a line up.
  init(descriptor: Int32, signals: Signals? = nil, show: @escaping (String) -> Void) {
    self.descriptor = descriptor
    self.signals = signals
    self.show = show
  }

  func readLine(prompt: String) -> TypedLine {
    if !prompt.isEmpty { show(prompt + " ") }
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = take(buffer[..<end])
        buffer.removeSubrange(...end)
        return .line(line)
      }
      if isAtEnd {
        guard !buffer.isEmpty else { return .end }
        let line = take(buffer[...])
        buffer = []
        return .line(line)
      }
      if let signals, waitForInput(orSignal: signals, timeout: -1) == .signal {
        signals.drain()
        if signals.takeInterrupt() {
          buffer = []
          return .interrupted
        }
        if signals.takeDebugKey() {
          buffer = []
          return .line("\u{1C}")
        }
        continue
      }
      fill()
    }
  }

  func remember(_ line: String) {}

  private func take(_ bytes: ArraySlice<UInt8>) -> String {
    let line = bytes.last == 0x0D ? bytes.dropLast() : bytes
    return String(decoding: line, as: UTF8.self)
  }

  private func fill() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    if count > 0 {
      buffer += bytes[..<count]
    } else if count == 0 || errno != EINTR {
      isAtEnd = true
    }
  }
}
