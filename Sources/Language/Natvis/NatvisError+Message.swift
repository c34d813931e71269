extension NatvisError: CustomStringConvertible {
  var description: String {
    switch self {
    case .notReadable(let error): "\(error)"
    case .root(let name): "the outermost element is <\(name)>, not <AutoVisualizer>"
    case .unknownElement(let name, let outer, let line):
      "line \(line): <\(name)> has no meaning inside <\(outer)>"
    case .missingAttribute(let name, let element, let line):
      "line \(line): <\(element)> needs the attribute '\(name)'"
    case .missingElement(let name, let element, let line):
      "line \(line): <\(element)> needs <\(name)>"
    case .value(let value, let name, let line): "line \(line): '\(value)' is no value of '\(name)'"
    case .nesting(let line): "line \(line): elements are nested too deeply"
    }
  }
}
