/// An element of an XML document.
struct XmlElement {
  /// Its name without a namespace's prefix.
  var name: String
  /// The values of its attributes by their names as written.
  var attributes: [String: String] = [:]
  var children: [XmlElement] = []
  /// The characters directly inside it, entities resolved.
  var text = ""
  /// The line of the file it begins on, from 1.
  var line: Int

  /// The children of a name, in their order.
  func elements(_ name: String) -> [XmlElement] { children.filter { $0.name == name } }

  /// The text without blanks around it.
  var trimmed: String {
    var rest = Substring(text)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

/// Why a text is not an XML document that is read.
struct XmlError: Error, Equatable {
  enum Reason: Equatable {
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case tooManyElements(limit: Int)
    /// The text ends inside something.
    case ended(in: String)
    /// Something else stands where this has to.
    case expected(String)
    /// A document type: nothing of one is read, so no entity can be declared.
    case documentType
    case unknownEntity(String)
    case noCharacter(String)
    case twice(attribute: String)
    case mismatched(open: String, close: String)
    case noElement
    case notUTF8
  }

  var line: Int
  var reason: Reason
}
