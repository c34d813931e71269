import Foundation

/// The project's folder, as tools and their tests read and write it.
struct Package {
  let folder: String

  /// Where the reference table and the tables beside it are.
  static let reference = "Sources/dev/Reference"

  /// The text of a file of the project. Throws when it cannot be read.
  func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }

  /// Whether there is such a file.
  func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(path)") }

  /// Writes a file of the project, with the folders it needs. Throws when it cannot be written.
  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The rows of a table: fields between tabs, comment lines (`#` and a blank) and empty ones left out.
  func rows(_ name: String) throws -> [[String]] {
    try text("\(Self.reference)/\(name)").split(separator: "\n")
      .filter { !$0.hasPrefix("# ") && !$0.allSatisfy(\.isWhitespace) }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
