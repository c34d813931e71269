import Foundation
import Language

/// Which commands the sessions in Tests/Transcripts type, and which of them they get wrong.
struct TypedCommands {
  /// Commands that a session types.
  private(set) var typed: Set<String> = []
  /// Commands that a session is refused at least once.
  private(set) var refused: Set<String> = []

  private let names: [String]

  /// What stands in an answer to a mistake, and in no other text.
  private static let complaints = [
    " error in '", " error at '", "Couldn't resolve", "No export ", "missing from '", "Unable to ",
    "Invalid ", "InitTypeRead", "is beyond ",
  ]

  /// How a line begins that tells of a mistake in other words.
  private static let beginnings = [
    "No ", "Cannot ", "Can't ", "Could not ", "Couldn't ", "Bad ", "Unknown ", "Failed ", "Error",
  ]

  /// What a sentence of a refusal has inside.
  private static let refusals = [
    "not found", "cannot ", "could not ", "failed", " is not ", " are not ", "does not exist",
  ]

  /// The tokens that stand with other commands in one line: its complaint is about them as well.
  private static let flow: Set<String> = [
    ".if", ".elsif", ".else", ".for", ".while", ".do", ".foreach", ".break", ".continue", ".catch",
    ".leave", ".block",
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
    var answerable: Set<String> = []
    for line in text.split(separator: "\n") {
      if let typed = Self.typedLine(line) {
        self.typed.formUnion(commands(in: typed))
        answerable = Self.answerable(commands(in: Self.unquoted(typed)))
      } else if Self.complains(line) {
        refused.formUnion(answerable)
      }
    }
  }

  /// Of the commands of a line those that a complaint below it is certainly about.
  private static func answerable(_ commands: Set<String>) -> Set<String> {
    commands.count == 1 ? commands : commands.intersection(flow)
  }

  /// A line without what stands between quotes: text, or commands for later.
  private static func unquoted(_ line: Substring) -> Substring {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    return Substring(parts.enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined())
  }

  private static func complains(_ line: Substring) -> Bool {
    complaints.contains(where: line.contains) || beginnings.contains(where: line.hasPrefix)
      || refusals.contains(where: line.contains)
  }

  /// What stands after a debugger's prompt.
  private static func typedLine(_ line: Substring) -> Substring? {
    guard let mark = line.range(of: "> "),
      line.distance(from: line.startIndex, to: mark.lowerBound) < 14,
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
