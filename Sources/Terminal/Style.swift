import Foundation

/// Which colours text on the terminal gets; none where they would do harm.
public struct Style: Sendable, Equatable {
  /// Whether anything is coloured at all.
  public var isColoured: Bool

  /// A style that colours, or one that leaves text as it is.
  public init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// The style for an output: coloured on a terminal that can, unless NO_COLOR forbids it.
  ///
  /// NO_COLOR counts when it is present and not empty (https://no-color.org).
  public init(isTerminal: Bool, environment: [String: String]) {
    let isForbidden = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let kind = environment["TERM"] ?? ""
    isColoured = isTerminal && !isForbidden && kind != "dumb" && !kind.isEmpty
  }

  /// What is to be told apart by colour.
  public enum Role: Sendable {
    case prompt, notice, error

    /// The parameters of the terminal's "select graphic rendition" sequence (ECMA-48, 8.3.117).
    var rendition: String {
      switch self {
      case .prompt: "1;36"
      case .notice: "2"
      case .error: "31"
      }
    }
  }

  /// `text` in the colour of its role.
  public func paint(_ text: String, as role: Role) -> String {
    isColoured ? "\u{1B}[\(role.rendition)m\(text)\u{1B}[0m" : text
  }

  /// As `paint`, with `mark` around each sequence, for a line editor that counts columns.
  func paintForEditor(_ text: String, as role: Role, mark: Character) -> String {
    guard isColoured else { return text }
    return "\(mark)\u{1B}[\(role.rendition)m\(mark)\(text)\(mark)\u{1B}[0m\(mark)"
  }
}
