/// A symbol search path: `srv*cache*server;cache*folder;folder`.
public struct SymbolPath: Equatable, Sendable {
  public enum Element: Equatable, Sendable {
    /// A folder with PDB files in it, or a store laid out as NAME/GUIDAGE/NAME.
    case folder(String)
    /// `cache*folder`: a store filled from the elements after it.
    case cache(String)
    /// `srv*first*second`: stores, and servers that are not reached from here.
    case server([String])
  }

  public var elements: [Element]

  /// Reads the text of `.sympath`. Empty elements are dropped.
  public init(_ text: String) {
    elements = text.split(separator: ";").compactMap { part in
      let trimmed = part.trimmingBlanks
      guard !trimmed.isEmpty else { return nil }
      var pieces = trimmed.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
      let head = pieces[0].lowercased()
      switch head {
      case "srv", "symsrv":
        pieces.removeFirst()
        if head == "symsrv", !pieces.isEmpty { pieces.removeFirst() }
        return .server(pieces.filter { !$0.isEmpty })
      case "cache" where pieces.count > 1:
        return .cache(pieces[1])
      default:
        return .folder(trimmed)
      }
    }
  }

  /// The path as a person writes it.
  public var text: String {
    let parts = elements.map { element in
      switch element {
      case .folder(let path): path
      case .cache(let path): "cache*\(path)"
      case .server(let parts): parts.isEmpty ? "srv*" : "srv*" + parts.joined(separator: "*")
      }
    }
    return parts.joined(separator: ";")
  }

  /// The places on this machine to look in, in order.
  public var folders: [String] {
    elements.flatMap { element -> [String] in
      switch element {
      case .folder(let path), .cache(let path): path.isEmpty ? [] : [path]
      case .server(let parts): parts.filter { !$0.contains("://") }
      }
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
