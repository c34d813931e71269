import Foundation

/// A file that takes a copy of everything printed.
final class OutputLog {
  let path: String
  private let handle: FileHandle

  /// Opens a file, created when it is missing; nil when it cannot be written.
  init?(path: String, appending: Bool) {
    let files = FileManager.default
    if !appending || !files.fileExists(atPath: path) {
      guard files.createFile(atPath: path, contents: nil) else { return nil }
    }
    guard let handle = FileHandle(forWritingAtPath: path) else { return nil }
    if appending { _ = try? handle.seekToEnd() }
    self.path = path
    self.handle = handle
  }

  func write(_ text: String) { try? handle.write(contentsOf: Data(text.utf8)) }

  func close() { try? handle.close() }
}

extension Session {
  /// Prints text and a line end: the only way a command speaks.
  public func print(_ text: String = "", terminator: String = "\n") {
    let whole = text + terminator
    if captures.isEmpty {
      log?.write(whole)
      output(whole)
    } else {
      captures[captures.count - 1] += whole
    }
  }

  /// What a body prints, in place of showing it.
  public func capture(_ body: () throws -> Void) rethrows -> String {
    captures.append("")
    let level = captures.count
    do {
      try body()
    } catch {
      captures.removeSubrange((level - 1)...)
      throw error
    }
    let text = captures[level - 1]
    captures.removeSubrange((level - 1)...)
    return text
  }

  /// The path of the log that is open, nil when none is.
  public var logPath: String? { log?.path }

  /// Starts to copy everything printed into a file. Returns false when it cannot be written.
  public func openLog(_ path: String, appending: Bool) -> Bool {
    guard let opened = OutputLog(path: path, appending: appending) else { return false }
    log?.close()
    log = opened
    return true
  }

  /// Ends the log.
  public func closeLog() {
    log?.close()
    log = nil
  }

  /// Writes a line that was typed, after its prompt, to the log; the screen has it already.
  func logTyped(_ line: String) { log?.write("\(prompt) \(line)\n") }
}
