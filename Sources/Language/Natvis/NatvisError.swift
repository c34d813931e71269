/// Why a file is not taken as a NatVis file.
enum NatvisError: Error, Equatable {
  case notReadable(XmlError)
  /// The outermost element is another.
  case root(String)
  case unknownElement(String, inside: String, line: Int)
  case missingAttribute(String, element: String, line: Int)
  case missingElement(String, element: String, line: Int)
  /// An attribute or element has a value that it cannot have.
  case value(String, of: String, line: Int)
  case nesting(line: Int)
}
