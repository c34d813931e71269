extension XmlError: CustomStringConvertible {
  /// `line 3: ...`.
  var description: String { "line \(line): \(reason)" }
}

extension XmlError.Reason: CustomStringConvertible {
  var description: String {
    switch self {
    case .tooLarge(let limit): "the file has more than \(limit) bytes"
    case .tooDeep(let limit): "elements are nested more than \(limit) levels deep"
    case .tooManyElements(let limit): "the file has more than \(limit) elements"
    case .ended(let part): "the file ends inside \(part)"
    case .expected(let what): "\(what) expected"
    case .documentType: "document types (<!DOCTYPE>) are not read"
    case .unknownEntity(let name): "unknown entity '&\(name);'"
    case .noCharacter(let text): "'&\(text);' is no character"
    case .twice(let attribute): "attribute '\(attribute)' is given twice"
    case .mismatched(let open, let close): "</\(close)> closes <\(open)>"
    case .noElement: "the file has no element"
    case .notUTF8: "the file is not UTF-8 text"
    }
  }
}
