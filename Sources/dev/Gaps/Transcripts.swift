import Foundation
import Language

/// Which commands the sessions in Tests/Transcripts type, and which of them they get wrong.
struct TypedCommands {
  /// Commands that a session types.
  private(set) var typed: Set<String> = []
  /// Commands that a session is refused at least once.
  private(set) var refused: Set<String> = []

  private let names: [String]

  /// What an answer to a mistake contains.
  private static let complaints = [
    " error in '", " error at '", "Couldn't resolve", "No export ", "missing from '", "Unable to ",
    "Invalid ", "not found", "cannot", "could not", "No ", "not ", "Bad ", "failed", "Unknown ",
    "InitTypeRead", "is beyond ",
  ]

  /// Reads the sessions of a package. `names` are the commands to look for, extensions with `!`.
  init(_ package: Package, names: [String]) throws {
    self.names = names.sorted { $0.count > $1.count }
    let folder = "\(package.folder)/Tests/Transcripts"
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for file in files.sorted() where file.hasSuffix(".txt") && file != "README.md" {
      read(try package.text("Tests/Transcripts/\(file)"))
    }
  }

  private mutating func read(_ text: String) {
    var current: Set<String> = []
    for line in text.split(separator: "\n") {
      if let typed = Self.typedLine(line) {
        current = commands(in: typed)
        self.typed.formUnion(current)
      } else if Self.complaints.contains(where: line.contains) {
        refused.formUnion(current)
      }
    }
  }

  /// What stands after a debugger's prompt.
  private static func typedLine(_ line: Substring) -> Substring? {
    guard let mark = line.range(of: "> "),
      line.distance(from: line.startIndex, to: mark.lowerBound) < 9,
      line[..<mark.lowerBound].hasSuffix("kd") || line[..<mark.lowerBound].contains(":0")
    else { return nil }
    return line[mark.upperBound...]
  }

  /// The commands of a line: what its statements begin with.
  private func commands(in line: Substring) -> Set<String> {
    var found: Set<String> = []
    for statement in line.split(whereSeparator: { ";{}\"".contains($0) }) {
      var text = statement.drop(while: \.isWhitespace)
      if text.hasPrefix("~"), let blank = text.firstIndex(where: \.isLetter) {
        found.insert("~")
        text = text[blank...]
      }
      text = text.drop { $0.isNumber }.drop(while: \.isWhitespace)
      if text.hasPrefix("!"), let dot = text.prefix(while: { !$0.isWhitespace }).firstIndex(of: ".")
      {
        text = Substring("!" + text[text.index(after: dot)...])
      }
      guard let name = names.first(where: { starts(text, with: $0) }) else { continue }
      found.insert(name)
    }
    return found
  }

  private func starts(_ text: Substring, with name: String) -> Bool {
    guard text.hasPrefix(name) else { return false }
    guard name.hasPrefix(".") || name.hasPrefix("!") else { return true }
    let next = text.dropFirst(name.count).first
    return !(next.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false)
  }
}
