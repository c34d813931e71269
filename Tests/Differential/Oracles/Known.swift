import Foundation

/// Differences that a manual explains: lines of `known.txt`, each an oracle, a mnemonic (a star at
/// the end stands for any rest), the parts that may differ, and after `:` the reason.
public struct Known: Sendable {
  private var lines: [(oracle: String, mnemonic: String, kinds: Set<String>)] = []

  /// Reads the list.
  public init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: ":")[0].split(separator: " ").map(String.init)
      guard words.count >= 3 else { continue }
      lines.append((words[0], words[1], Set(words.dropFirst(2))))
    }
  }

  /// The list that stands beside the sources.
  public static func standard() -> Known {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "known.txt")
    return Known((try? String(contentsOf: file, encoding: .utf8)) ?? "")
  }

  func explains(oracle: String, mnemonic: String, kinds: [String]) -> Bool {
    lines.contains { line in
      guard line.oracle == oracle else { return false }
      let fits =
        line.mnemonic.hasSuffix("*")
        ? mnemonic.hasPrefix(line.mnemonic.dropLast()) : mnemonic == line.mnemonic
      return fits && line.kinds.isSuperset(of: kinds)
    }
  }
}
