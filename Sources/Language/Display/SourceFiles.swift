import Engine
import Foundation
import Symbols

/// What is shown of sources, and whether steps go by lines: the bits of `l+`.
public struct SourceOptions: OptionSet, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `p` and `t` step source lines.
  public static let steps = SourceOptions(rawValue: 1)
  /// Line numbers stand with symbols (`.lines`, `-lines`).
  public static let lineNumbers = SourceOptions(rawValue: 2)
  /// The line itself is shown where the target stops.
  public static let text = SourceOptions(rawValue: 4)
  /// And nothing else is.
  public static let textOnly = SourceOptions(rawValue: 8)
}

/// Source files at hand: where they are looked for, and the one that is looked at.
///
/// Only files below a folder of the path are ever opened: what a symbol file calls its sources is not
/// trusted as a path of its own.
public struct SourceFiles: Sendable {
  /// Folders, separated by semicolons.
  public var path = ""
  /// The file that `ls` shows.
  public var current: File?
  /// The line that `ls` shows next, from 1.
  public var nextLine = 1

  /// A source file that was found.
  public struct File: Sendable {
    public let name: String
    public let lines: [String]
  }

  /// Nothing yet.
  public init() {}

  /// The file that symbols name so: the longest end of the name that exists in a folder of the path.
  public func find(_ name: String) -> File? {
    let parts = name.split { $0 == "\\" || $0 == "/" }.map(String.init)
    guard !parts.isEmpty, !parts.contains("..") else { return nil }
    for folder in path.split(separator: ";").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      guard folder.lowercased() != "srv*" else { continue }
      for start in parts.indices {
        let place = ([folder] + parts[start...]).joined(separator: "/")
        if let data = FileManager.default.contents(atPath: place) {
          return File(name: name, lines: Self.lines(data))
        }
      }
    }
    return nil
  }

  private static func lines(_ data: Data) -> [String] {
    var lines = String(decoding: data, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }
}

extension Session {
  /// The source line of the code at an address as `>  44: text`, nil where no file is at hand.
  func sourceLineText(_ address: UInt64) -> String? {
    guard let place = debugger.sourceLine(at: address) else { return nil }
    if sources.current?.name != place.file { sources.current = sources.find(place.file) }
    guard let file = sources.current, file.name == place.file else { return nil }
    sources.nextLine = place.line + 1
    guard file.lines.indices.contains(place.line - 1) else { return nil }
    return ">\(String(place.line).leftPadded(4)): \(file.lines[place.line - 1])"
  }

  /// Has the engine step over the functions that `.step_filter` names.
  func connectStepFilter() {
    let patterns = stepFilter.map { WildcardPattern($0, style: .symbol) }
    guard !patterns.isEmpty else {
      debugger.isFiltered = nil
      return
    }
    debugger.isFiltered = { [backReference = debugger.backReference] address in
      guard let name = backReference.object?.symbolize(address)?.qualifiedName else { return false }
      return patterns.contains { $0.matches(name) }
    }
  }
}
