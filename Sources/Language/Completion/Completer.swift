/// What can complete a command line.
///
/// The prompt asks; a session answers from its commands, symbols, types and the file system.
public protocol Completer: AnyObject {
  /// What could stand at `cursor`, an offset into `line` in UTF-8 code units.
  func completions(for line: String, cursor: Int) -> Completions
}

/// The candidates for one place of a command line, and which part of the line they replace.
public struct Completions: Sendable, Equatable {
  /// One way to complete a word.
  public struct Candidate: Sendable, Hashable {
    /// What a candidate stands for, so that a list of them can be sorted and coloured.
    public enum Kind: Sendable, Hashable, CaseIterable {
      case command, symbol, field, file
    }
    /// The whole word that replaces `Completions.replaced`.
    public var text: String
    /// What the word stands for.
    public var kind: Kind

    /// A candidate of this kind.
    public init(_ text: String, kind: Kind) {
      self.text = text
      self.kind = kind
    }
  }

  /// The part of the line that a candidate replaces, as offsets in UTF-8 code units.
  public var replaced: Range<Int>
  /// The candidates, best first.
  public var candidates: [Candidate]

  /// Candidates for the given part of a line.
  public init(replacing replaced: Range<Int>, candidates: [Candidate]) {
    self.replaced = replaced
    self.candidates = candidates
  }

  /// No candidate at all.
  public static let none = Completions(replacing: 0..<0, candidates: [])
}
