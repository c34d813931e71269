import Foundation

/// The figures as the README quotes them, between two marks.
struct ReadmeQuote {
  private static let file = "README.md"
  private static let start = "<!-- coverage -->\n"
  private static let end = "\n<!-- /coverage -->"
  private let package: Package

  init(_ package: Package) { self.package = package }

  /// What stands between the marks. Throws when they are not there.
  func text() throws -> String {
    let whole = try package.text(Self.file)
    return String(whole[try place(in: whole)])
  }

  /// Puts a text between the marks. Throws when they are not there.
  func write(_ text: String) throws {
    var whole = try package.text(Self.file)
    whole.replaceSubrange(try place(in: whole), with: text)
    try package.write(whole, to: Self.file)
  }

  private func place(in text: String) throws -> Range<String.Index> {
    guard let start = text.range(of: Self.start),
      let end = text.range(of: Self.end, range: start.upperBound..<text.endIndex)
    else { throw MissingMarks() }
    return start.upperBound..<end.lowerBound
  }

  private struct MissingMarks: Error, CustomStringConvertible {
    var description: String { "README.md has no <!-- coverage --> marks" }
  }
}
