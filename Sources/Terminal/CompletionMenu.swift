import Language

/// What the Tab key does with the candidates for a word.
struct CompletionMenu: Equatable {
  /// How many bytes before the cursor are replaced, and by what; nil when nothing can be added.
  var replacement: String?
  var replacedBytes: Int
  /// What to list below the line, in order; empty when the word is decided or nothing fits.
  var listed: [String]

  /// The most candidates that are listed.
  static let listLimit = 200

  /// What to do about `completions` at `cursor`, an offset in bytes.
  init(_ completions: Completions, line: String, cursor: Int) {
    let bytes = Array(line.utf8)
    let start = completions.replaced.lowerBound
    guard !completions.candidates.isEmpty, start >= 0, start <= cursor, cursor <= bytes.count
    else {
      replacement = nil
      replacedBytes = 0
      listed = []
      return
    }
    let typed = String(decoding: bytes[start..<cursor], as: UTF8.self)
    let words = completions.candidates.map(\.text)
    let prefix = Self.commonPrefix(words)
    replacedBytes = cursor - start
    let isDecided = Set(words).count == 1
    if isDecided {
      let candidate = completions.candidates[0]
      replacement = candidate.text + (Self.endsWord(candidate) ? " " : "")
      listed = []
    } else if prefix.count > typed.count {
      replacement = prefix
      listed = []
    } else {
      replacement = nil
      listed = words
    }
  }

  /// Whether the word is complete with this candidate: a folder or a module goes on.
  private static func endsWord(_ candidate: Completions.Candidate) -> Bool {
    guard let last = candidate.text.last else { return false }
    return !"/\\!.->".contains(last)
  }

  /// What all words begin with, ignoring case; spelled as the first has it.
  static func commonPrefix(_ words: [String]) -> String {
    guard let first = words.first else { return "" }
    var length = first.count
    for word in words.dropFirst() {
      let same = zip(first, word).prefix { $0.lowercased() == $1.lowercased() }.count
      length = min(length, same)
    }
    return String(first.prefix(length))
  }

  /// The listed words in columns that fill a screen of this width, read downwards.
  func columns(width: Int) -> String {
    let shown = listed.prefix(Self.listLimit)
    let widest = shown.map(\.count).max() ?? 0
    let columns = max(1, (max(width, 1) + 1) / (widest + 2))
    let rows = (shown.count + columns - 1) / columns
    var text = ""
    for row in 0..<rows {
      var line = ""
      for index in stride(from: row, to: shown.count, by: rows) {
        let isLast = index + rows >= shown.count
        let word = shown[index]
        line += word
        if !isLast { line += String(repeating: " ", count: widest + 2 - word.count) }
      }
      text += line + "\n"
    }
    if listed.count > shown.count { text += "... and \(listed.count - shown.count) more\n" }
    return text
  }
}
