// From XML to entries.

extension NatvisFile {
  /// Reads the text of a NatVis file.
  init(_ text: String, path: String, module: String? = nil) throws(NatvisError) {
    let root: XmlElement
    do {
      root = try XmlReader.read(text)
    } catch {
      throw .notReadable(error)
    }
    guard root.name == "AutoVisualizer" else { throw .root(root.name) }
    self.path = path
    self.module = module
    for element in root.children {
      switch element.name {
      case "Type": types.append(try NatvisType(element))
      case "Intrinsic": intrinsics.append(try NatvisIntrinsic(element))
      // Dialogs, other programs' modules, translations and error codes: not for text.
      case "UIVisualizer", "CustomVisualizer", "LocalizedStrings", "HResult": break
      default: throw element.stray(inside: root)
      }
    }
  }
}

extension XmlElement {
  func attribute(_ name: String) throws(NatvisError) -> String {
    guard let value = attributes[name] else {
      throw .missingAttribute(name, element: self.name, line: line)
    }
    return value
  }

  /// The value of an attribute that is true or false; nil when it is not there.
  func flag(_ name: String) throws(NatvisError) -> Bool? {
    switch attributes[name] {
    case nil: return nil
    case "true", "1": return true
    case "false", "0": return false
    case .some(let value): throw .value(value, of: name, line: line)
    }
  }

  func stray(inside outer: XmlElement) -> NatvisError {
    .unknownElement(name, inside: outer.name, line: line)
  }

  func rule() throws(NatvisError) -> NatvisRule {
    func views(_ name: String) -> [String] {
      (attributes[name] ?? "").split { $0 == ";" || $0 == "," || $0.isWhitespace }.map(String.init)
    }
    return NatvisRule(
      condition: attributes["Condition"], isOptional: try flag("Optional") ?? false,
      includedViews: views("IncludeView"), excludedViews: views("ExcludeView"), line: line)
  }

  func expression() throws(NatvisError) -> NatvisExpression {
    if let child = children.first { throw child.stray(inside: self) }
    return NatvisExpression(rule: try rule(), text: trimmed)
  }

  func displayText() throws(NatvisError) -> NatvisText {
    if let child = children.first { throw child.stray(inside: self) }
    return NatvisText(rule: try rule(), text: trimmed)
  }

  /// The attribute `Name` as a text; nil when it is not there.
  func nameText() throws(NatvisError) -> NatvisText? {
    guard let name = attributes["Name"] else { return nil }
    return NatvisText(rule: NatvisRule(line: line), text: name)
  }

  func expressions(_ name: String) throws(NatvisError) -> [NatvisExpression] {
    var found: [NatvisExpression] = []
    for element in elements(name) { found.append(try element.expression()) }
    return found
  }

  func expressions(needed name: String) throws(NatvisError) -> [NatvisExpression] {
    let found = try expressions(name)
    guard !found.isEmpty else { throw .missingElement(name, element: self.name, line: line) }
    return found
  }

  func expression(needed name: String) throws(NatvisError) -> NatvisExpression {
    try expressions(needed: name)[0]
  }

  /// Refuses children that are not among those of a list.
  func expectChildren(_ names: String...) throws(NatvisError) {
    for child in children where !names.contains(child.name) { throw child.stray(inside: self) }
  }
}

extension NatvisType {
  init(_ element: XmlElement) throws(NatvisError) {
    names = [try Name(element)]
    rule = try element.rule()
    for child in element.children {
      switch child.name {
      case "AlternativeType": names.append(try Name(child))
      case "Version": versions.append(try Version(child))
      case "DisplayString": displayStrings.append(try child.displayText())
      case "StringView": stringViews.append(try child.expression())
      case "SmartPointer": smartPointer = try child.expression()
      case "Expand": expansion = try NatvisExpansion(child, depth: 0)
      case "Intrinsic": intrinsics.append(try NatvisIntrinsic(child))
      // What another program draws, and what the debugger finds out for itself.
      case "UIVisualizer", "CustomVisualizer", "MostDerivedType": break
      default: throw child.stray(inside: element)
      }
    }
  }
}

extension NatvisType.Name {
  private static let priorities = [
    "Low": -2, "MediumLow": -1, "Medium": 0, "MediumHigh": 1, "High": 2,
  ]

  init(_ element: XmlElement) throws(NatvisError) {
    let name = try element.attribute("Name")
    guard let pattern = NatvisTypeName(name) else {
      throw .value(name, of: "Name", line: element.line)
    }
    self.pattern = pattern
    isInheritable = try element.flag("Inheritable") ?? true
    guard let word = element.attributes["Priority"] else { return }
    guard let priority = Self.priorities[word] else {
      throw .value(word, of: "Priority", line: element.line)
    }
    self.priority = priority
  }
}

extension NatvisType.Version {
  init(_ element: XmlElement) throws(NatvisError) {
    module = try element.attribute("Name")
    lowest = try Self.numbers("Min", element)
    highest = try Self.numbers("Max", element)
  }

  /// `1.2.3.4` as its numbers.
  private static func numbers(_ name: String, _ element: XmlElement) throws(NatvisError)
    -> [UInt64]?
  {
    guard let text = element.attributes[name] else { return nil }
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt64($0) }
    guard !numbers.contains(nil), numbers.count <= 4 else {
      throw .value(text, of: name, line: element.line)
    }
    return numbers.compactMap(\.self)
  }
}

extension NatvisIntrinsic {
  init(_ element: XmlElement) throws(NatvisError) {
    try element.expectChildren("Parameter")
    name = try element.attribute("Name")
    parameters = []
    for child in element.elements("Parameter") {
      // A parameter without a name is only there for its type.
      parameters.append(child.attributes["Name"] ?? "")
    }
    var rule = try element.rule()
    rule.condition = nil
    expression = NatvisExpression(rule: rule, text: try element.attribute("Expression"))
  }
}

extension NatvisExpansion {
  private static let deepest = 16

  init(_ element: XmlElement, depth: Int) throws(NatvisError) {
    guard depth < Self.deepest else { throw .nesting(line: element.line) }
    hidesRawView = try element.flag("HideRawView") ?? false
    for child in element.children {
      switch child.name {
      case "Item":
        guard let name = try child.nameText() else {
          throw .missingAttribute("Name", element: "Item", line: child.line)
        }
        items.append(.item(name: name, try child.expression()))
      case "ExpandedItem": items.append(.expanded(try child.expression()))
      case "ArrayItems": items.append(.array(try NatvisArray(child)))
      case "IndexListItems": items.append(.indexList(try NatvisIndexList(child)))
      case "LinkedListItems": items.append(.linkedList(try NatvisLinkedList(child)))
      case "TreeItems": items.append(.tree(try NatvisTree(child)))
      case "CustomListItems": items.append(.custom(try NatvisCustomList(child)))
      case "Synthetic": items.append(.synthetic(try NatvisSynthetic(child, depth: depth + 1)))
      default: throw child.stray(inside: element)
      }
    }
  }
}

extension NatvisArray {
  init(_ element: XmlElement) throws(NatvisError) {
    try element.expectChildren("Direction", "Rank", "Size", "ValuePointer", "LowerBound")
    rule = try element.rule()
    sizes = try element.expressions(needed: "Size")
    pointers = try element.expressions(needed: "ValuePointer")
    rank = try element.expressions("Rank").first
    lowerBound = try element.expressions("LowerBound").first
    guard let direction = element.elements("Direction").first else { return }
    guard ["Forward", "Backward"].contains(direction.trimmed) else {
      throw .value(direction.trimmed, of: "Direction", line: direction.line)
    }
    isColumnMajor = direction.trimmed == "Backward"
  }
}

extension NatvisIndexList {
  init(_ element: XmlElement) throws(NatvisError) {
    try element.expectChildren("Size", "ValueNode")
    rule = try element.rule()
    sizes = try element.expressions(needed: "Size")
    values = try element.expressions(needed: "ValueNode")
  }
}

extension NatvisNodeValue {
  fileprivate init(of element: XmlElement) throws(NatvisError) {
    guard let value = element.elements("ValueNode").first else {
      throw .missingElement("ValueNode", element: element.name, line: element.line)
    }
    name = try value.nameText()
    expression = try value.expression()
  }
}

extension NatvisLinkedList {
  init(_ element: XmlElement) throws(NatvisError) {
    try element.expectChildren("Size", "HeadPointer", "NextPointer", "ValueNode")
    rule = try element.rule()
    sizes = try element.expressions("Size")
    head = try element.expression(needed: "HeadPointer")
    next = try element.expression(needed: "NextPointer")
    value = try NatvisNodeValue(of: element)
  }
}

extension NatvisTree {
  init(_ element: XmlElement) throws(NatvisError) {
    try element.expectChildren("Size", "HeadPointer", "LeftPointer", "RightPointer", "ValueNode")
    rule = try element.rule()
    sizes = try element.expressions("Size")
    head = try element.expression(needed: "HeadPointer")
    left = try element.expression(needed: "LeftPointer")
    right = try element.expression(needed: "RightPointer")
    value = try NatvisNodeValue(of: element)
  }
}

extension NatvisSynthetic {
  init(_ element: XmlElement, depth: Int) throws(NatvisError) {
    rule = try element.rule()
    guard let name = try element.nameText() else {
      throw .missingAttribute("Name", element: "Synthetic", line: element.line)
    }
    self.name = name
    if let text = element.attributes["Expression"] {
      expression = NatvisExpression(rule: NatvisRule(line: element.line), text: text)
    }
    displayStrings = []
    for child in element.children {
      switch child.name {
      case "DisplayString": displayStrings.append(try child.displayText())
      case "Expand": expansion = try NatvisExpansion(child, depth: depth)
      case "StringView", "CustomVisualizer", "UIVisualizer": break
      default: throw child.stray(inside: element)
      }
    }
  }
}

extension NatvisCustomList {
  init(_ element: XmlElement) throws(NatvisError) {
    rule = try element.rule()
    variables = []
    sizes = try element.expressions("Size")
    for child in element.elements("Variable") {
      let value = NatvisExpression(
        rule: NatvisRule(line: child.line), text: try child.attribute("InitialValue"))
      variables.append((try child.attribute("Name"), value))
    }
    let steps = element.children.filter { !["Variable", "Size", "Skip"].contains($0.name) }
    body = try NatvisStep.read(steps, inside: element, depth: 0)
  }
}

extension NatvisStep {
  private static let deepest = 16

  static func read(_ elements: [XmlElement], inside outer: XmlElement, depth: Int)
    throws(NatvisError) -> [NatvisStep]
  {
    guard depth < deepest else { throw .nesting(line: outer.line) }
    var steps: [NatvisStep] = []
    for element in elements {
      switch element.name {
      case "Exec": steps.append(.execute(try element.expression()))
      case "Item": steps.append(.item(name: try element.nameText(), try element.expression()))
      case "Break": steps.append(.leave(try element.rule()))
      case "Loop":
        let body = try read(element.children, inside: element, depth: depth + 1)
        steps.append(.loop(try element.rule(), body))
      case "If":
        let body = try read(element.children, inside: element, depth: depth + 1)
        steps.append(.choice([(try element.attribute("Condition"), body)], line: element.line))
      case "Elseif", "ElseIf", "Else":
        guard case .choice(var branches, let line)? = steps.last, branches.last?.condition != nil
        else { throw element.stray(inside: outer) }
        let body = try read(element.children, inside: element, depth: depth + 1)
        let condition = element.name == "Else" ? nil : try element.attribute("Condition")
        branches.append((condition, body))
        steps[steps.count - 1] = .choice(branches, line: line)
      default: throw element.stray(inside: outer)
      }
    }
    return steps
  }
}
