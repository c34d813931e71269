// What somebody may have meant who typed a command that is not there.

/// The names that a typed word may have been meant for.
struct Suggestions {
  /// The most names that are told.
  private static let limit = 3
  /// Longer words are nobody's slip.
  private static let longestWord = 40

  /// The names, the nearest first; empty when none is near.
  let names: [String]

  /// Looks for the names nearest to a word among the commands of a table.
  init(for word: String, in table: CommandTable) {
    guard word.count > 2, word.count <= Self.longestWord else {
      names = []
      return
    }
    let all = Self.names(in: table)
    let typed = word.lowercased()
    let bare = typed.drop { $0 == "." || $0 == "!" }
    // The right name behind the wrong mark, or in a module that is not loaded.
    let meant = all.filter { name in
      let lower = name.lowercased()
      return lower != typed
        && (lower == "." + bare || lower == "!" + bare
          || (typed.hasPrefix("!") && lower.hasSuffix("." + bare)))
    }
    guard meant.isEmpty else {
      names = Array(meant.prefix(Self.limit))
      return
    }
    let mark = word.first
    let allowed = word.count < 6 ? 1 : 2
    let near: [(name: String, distance: Int)] = all.compactMap { name in
      guard Self.hasSameMark(name, mark), abs(name.count - word.count) <= allowed else {
        return nil
      }
      let distance = editDistance(typed, name.lowercased())
      return distance <= allowed ? (name, distance) : nil
    }
    let best = near.map(\.distance).min()
    names = Array(near.filter { $0.distance == best }.map(\.name).prefix(Self.limit))
  }

  private static func hasSameMark(_ name: String, _ mark: Character?) -> Bool {
    let marks: [Character?] = [".", "!"]
    return marks.contains(mark) ? name.first == mark : !marks.contains(name.first)
  }

  /// Everything that can be typed as a command, in order.
  private static func names(in table: CommandTable) -> [String] {
    var names = Set(table.sets.flatMap(\.commands).flatMap(\.names))
    for module in table.available {
      let prefix = table.hasLoaded(module.name) ? "!" : "!\(module.name)."
      names.formUnion(module.commands.flatMap(\.names).map { prefix + $0 })
    }
    return names.sorted()
  }

  /// The sentence for the person; nil when there is nothing to suggest.
  var sentence: String? {
    guard let last = names.last else { return nil }
    let others = names.dropLast().map { "'\($0)'" }
    let list = others.isEmpty ? "'\(last)'" : others.joined(separator: ", ") + " or '\(last)'"
    return "Did you mean \(list)?"
  }
}

/// How many letters have to be put in, left out, replaced or swapped with a neighbour to make one
/// text of another (the optimal string alignment distance).
func editDistance(_ first: String, _ second: String) -> Int {
  let first = Array(first)
  let second = Array(second)
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for row in first.indices {
    var current = [row + 1]
    for column in second.indices {
      let isSame = first[row] == second[column]
      var cost = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}

extension Session {
  /// Names what may have been meant, after an error about a command that is not there.
  func suggest(after error: any Error) {
    let word: String
    switch CommandError(error) {
    case .unknownCommand(let name, _, _): word = name
    case .noExport(let name): word = "!\(name)"
    default: return
    }
    if let sentence = Suggestions(for: word, in: commands).sentence { print(sentence) }
  }

  /// The sentence that names what is near to a command nobody knows; nil when nothing is.
  public func suggestion(for command: String) -> String? {
    Suggestions(for: command, in: commands).sentence
  }
}
