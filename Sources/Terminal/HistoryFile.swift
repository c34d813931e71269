import Foundation

/// The lines typed in this and earlier sessions, in a file of one line each.
///
/// Lines are appended as they are typed, so that sessions side by side keep each other's. Where
/// the file cannot be written, history lasts as long as the session and nothing is said about it.
public final class HistoryFile {
  /// Where the lines are kept; nil for nowhere.
  public let path: String?
  private var last: String?

  /// How many lines are read back, and kept.
  public static let capacity = 2_000

  /// A history in this file.
  public init(path: String?) {
    self.path = path
  }

  /// Where history belongs: `$XDG_STATE_HOME/crashcart/history`, else below `~/.local/state`.
  ///
  /// See the XDG Base Directory Specification. Nil when the environment names no home.
  public static func standardPath(environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/crashcart/history"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/state/crashcart/history"
  }

  /// The lines of earlier sessions, oldest first. A file that has grown long is cut to size.
  public func load() -> [String] {
    guard let path, let data = FileManager.default.contents(atPath: path) else { return [] }
    let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
    let kept = lines.suffix(Self.capacity).map(String.init)
    if lines.count > 2 * Self.capacity {
      let text = kept.joined(separator: "\n") + "\n"
      try? Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
    last = kept.last
    return kept
  }

  /// Keeps a line; not an empty one, nor one that equals the one before.
  ///
  /// Returns whether the line is worth keeping.
  @discardableResult
  public func add(_ line: String) -> Bool {
    guard !line.allSatisfy(\.isWhitespace), line != last else { return false }
    last = line
    if let path { append(line, to: path) }
    return true
  }

  private func append(_ line: String, to path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let ownerOnly: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: ownerOnly)
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let bytes = Array((line + "\n").utf8)
    _ = write(file, bytes, bytes.count)
  }
}
