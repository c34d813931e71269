import Foundation

/// The lines that transcripts and scripts of the repository have typed.
struct FuzzCorpus: Sendable {
  /// Each line once, without its prompt, in the order of the files' names.
  let lines: [String]

  /// The lines after a prompt in all text files below a folder, and those of scripts there.
  init(folder: String) {
    var seen: Set<String> = []
    var found: [String] = []
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in names.sorted() where name.hasSuffix(".txt") || name.hasSuffix(".wds") {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
      let text = String(decoding: data, as: UTF8.self)
      for line in text.split(whereSeparator: \.isNewline) {
        let typed = name.hasSuffix(".wds") ? String(line) : Self.typed(line)
        guard let typed, !typed.isEmpty, seen.insert(typed).inserted else { continue }
        found.append(typed)
      }
    }
    lines = found
  }

  /// What stands after `0: kd> `, `kd> ` or `0:000> `; nil for other lines.
  private static func typed(_ line: Substring) -> String? {
    guard let mark = line.range(of: "> "),
      line.distance(from: line.startIndex, to: mark.lowerBound) < 12
    else { return nil }
    let prompt = line[..<mark.lowerBound]
    guard prompt.hasSuffix("kd") || prompt.allSatisfy({ $0.isNumber || $0 == ":" }) else {
      return nil
    }
    return String(line[mark.upperBound...])
  }
}
