/// Where the cursor stands in a command line, as completion sees it: which command, which word.
struct CompletionPlace: Equatable {
  /// The text of the command from its first character to the cursor.
  var command: Substring
  /// The words before the one at the cursor; the first is the command's name.
  var words: [Substring]
  /// The word at the cursor, up to it.
  var word: Substring
  /// Where `word` starts in the line, in UTF-8 code units.
  var start: Int

  /// Whether the word at the cursor is the command's name.
  var isName: Bool { words.isEmpty }

  /// Finds the place of `cursor`, an offset into `line` in UTF-8 code units.
  ///
  /// A `;`, a brace or an opening quote starts a command: a quoted argument that is none, such as a
  /// format, completes as one, which does no harm. A `~...` in front chooses a thread.
  init(_ line: String, cursor: Int) {
    let end = line.utf8.index(line.startIndex, offsetBy: max(0, min(cursor, line.utf8.count)))
    let before = line[..<end]
    var start = before.startIndex
    for index in before.indices where ";{}\"".contains(before[index]) {
      start = before.index(after: index)
    }
    var rest = before[start...].drop(while: \.isWhitespace)
    if rest.hasPrefix("~"), let blank = rest.firstIndex(where: \.isWhitespace) {
      rest = rest[blank...].drop(while: \.isWhitespace)
    }
    command = rest
    let separators = rest.indices.filter { rest[$0].isWhitespace }
    let wordStart = separators.last.map { rest.index(after: $0) } ?? rest.startIndex
    words = rest[..<wordStart].split(whereSeparator: \.isWhitespace)
    word = rest[wordStart...]
    self.start = line.utf8.distance(from: line.startIndex, to: wordStart)
  }

  /// The place of the last operand of an expression at the cursor: `nt!Foo` of `poi(nt!Foo`.
  func operand() -> (text: Substring, start: Int) {
    var start = word.startIndex
    for index in word.indices where "()[]+-*/,=<>&|^%'`".contains(word[index]) {
      start = word.index(after: index)
    }
    let skipped = word.utf8.distance(from: word.startIndex, to: start)
    return (word[start...], self.start + skipped)
  }
}
