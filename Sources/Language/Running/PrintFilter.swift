import Symbols

/// Which of the target's prints are shown.
public struct PrintFilter: Sendable {
  /// The text that a print has to contain, with wildcards, in capitals.
  public let text: String
  /// Whether the prints that contain it are those left out.
  public let isReversed: Bool
  private let pattern: WildcardPattern

  /// A filter for a text, whose letter case does not count.
  public init(_ text: String, isReversed: Bool) {
    self.text = text.uppercased()
    self.isReversed = isReversed
    pattern = WildcardPattern("*\(text)*")
  }

  /// Whether a print is shown.
  func lets(_ print: String) -> Bool { pattern.matches(print) != isReversed }
}
