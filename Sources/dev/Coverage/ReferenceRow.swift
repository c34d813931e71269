import Foundation

/// A documented command of WinDbg, KD or CDB: a row of `Reference/commands.tsv`.
struct ReferenceRow {
  /// The row's title, such as `bp, bu, bm` or `!locks (kernel)`.
  let name: String
  let kind: Kind
  /// The extension modules that have it, in the order given; empty for commands that are none.
  let modules: [String]
  let tier: String
  /// What it is for, in a few words.
  let purpose: String

  /// What sort of command it is; the raw value is the table's word.
  enum Kind: String, CaseIterable {
    case builtin, meta
    case extensionCommand = "extension"

    /// The heading of a report.
    var title: String {
      switch self {
      case .builtin: "built-in"
      case .meta: "dot"
      case .extensionCommand: "extension"
      }
    }
  }

  /// Reads a row of the table; nil when it is not one.
  init?(_ fields: [String]) {
    guard fields.count == 8,
      let kind = Kind(rawValue: fields[1].split(separator: " ").first.map(String.init) ?? "")
    else { return nil }
    name = fields[0]
    self.kind = kind
    modules = fields[2] == "-" ? [] : fields[2].split(separator: "+").map(String.init)
    tier = fields[5]
    purpose = fields[6]
  }

  /// Every way to type it that the title names: `bp`, `bu` and `bm` of `bp, bu, bm`.
  ///
  /// Spellings in parentheses count (`kn` of `k (kn, kf)`), words there do not (`!locks (kernel)`).
  /// After a slash the module of the first one goes on (`!wow64exts.sw / .info`).
  var spellings: [String] {
    var title = name
    var more: [String] = []
    if let open = name.firstIndex(of: "("), name.hasSuffix(")"), open != name.startIndex {
      let inside = String(name[name.index(after: open)...].dropLast())
      title = name[..<open].trimmingBlanks
      if inside.contains(", ") || inside.count < 3 { more = Self.split(inside, at: ", ") }
    }
    let parts = Self.split(title, at: " / ")
    guard parts.count > 1 else { return Self.split(title, at: ", ") + more }
    let module = parts[0].hasPrefix("!") ? parts[0].prefix { $0 != "." } : ""
    return parts.map { $0.hasPrefix(".") && !module.isEmpty ? module + $0 : $0 } + more
  }

  private static func split(_ text: String, at separator: String) -> [String] {
    text.components(separatedBy: separator).map(\.trimmingBlanks).filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
