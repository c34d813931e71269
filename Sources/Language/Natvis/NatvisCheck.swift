import Engine

/// Whether an entry fits a type: its expressions can be read, and their names mean something there.
/// One that does not fit is passed over for the next.
struct NatvisCheck {
  let view: NatvisView

  /// What does not fit.
  struct Obstacle {
    var line: Int
    var text: String
  }

  private var scope: NatvisScope { view.scope }

  /// The first thing that does not fit; nil for an entry that does.
  func obstacle() -> Obstacle? {
    let entry = view.entry
    for text in entry.displayStrings {
      if let why = check(text) { return why }
    }
    for expression in entry.stringViews {
      if let why = check(expression) { return why }
    }
    return entry.expansion.flatMap { check($0, depth: 0) }
  }

  private func check(_ expansion: NatvisExpansion, depth: Int) -> Obstacle? {
    guard depth < 32 else { return nil }
    for item in expansion.items {
      if let why = check(item, depth: depth) { return why }
    }
    return nil
  }

  private func check(_ item: NatvisItem, depth: Int) -> Obstacle? {
    switch item {
    case .item(let name, let expression): return check(name) ?? check(expression)
    case .expanded(let expression): return check(expression)
    case .array(let array):
      return all(array.sizes + array.pointers, under: array.rule)
    case .indexList(let list): return all(list.sizes + list.values, under: list.rule)
    // What concerns the nodes is evaluated in these.
    case .linkedList(let list): return all(list.sizes + [list.head], under: list.rule)
    case .tree(let tree): return all(tree.sizes + [tree.head], under: tree.rule)
    case .custom(let list): return condition(of: list.rule)
    case .synthetic(let synthetic):
      guard !synthetic.rule.isOptional else { return nil }
      for text in synthetic.displayStrings {
        if let why = check(text) { return why }
      }
      return synthetic.expansion.flatMap { check($0, depth: depth + 1) }
    }
  }

  private func all(_ expressions: [NatvisExpression], under rule: NatvisRule) -> Obstacle? {
    guard !rule.isOptional else { return nil }
    if let why = condition(of: rule) { return why }
    for expression in expressions {
      if let why = check(expression) { return why }
    }
    return nil
  }

  private func condition(of rule: NatvisRule) -> Obstacle? {
    guard !rule.isOptional, let condition = rule.condition else { return nil }
    return check(condition, line: rule.line)
  }

  private func check(_ expression: NatvisExpression) -> Obstacle? {
    guard !expression.rule.isOptional else { return nil }
    return condition(of: expression.rule) ?? check(expression.text, line: expression.rule.line)
  }

  private func check(_ text: NatvisText) -> Obstacle? {
    guard !text.rule.isOptional else { return nil }
    if let why = condition(of: text.rule) { return why }
    do {
      for case .expression(let inner) in try NatvisPieces.split(text.text) {
        if let why = check(inner, line: text.rule.line) { return why }
      }
      return nil
    } catch {
      return Obstacle(line: text.rule.line, text: CommandError(error).message(promptWidth: 0))
    }
  }

  private func check(_ text: String, line: Int) -> Obstacle? {
    guard !text.isEmpty else { return nil }
    do {
      let compiled = try scope.compile(text)
      guard let name = try unknown(compiled.node, compiled, []) else { return nil }
      return Obstacle(line: line, text: "Unable to bind name '\(name)'")
    } catch {
      return Obstacle(line: line, text: CommandError(error).message(promptWidth: 0))
    }
  }

  /// The first name in a tree that means nothing.
  private func unknown(_ node: CppNode, _ compiled: NatvisScope.Compiled, _ bound: [String]) throws
    -> String?
  {
    switch node.kind {
    case .name(let name):
      if bound.contains(name) || name == "$i" { return nil }
      return try scope.find(name, scope.evaluator(compiled.source)) == nil ? name : nil
    case .lambda(let names, let body): return try unknown(body, compiled, bound + names)
    case .member(let owner, let field, _, _):
      if case .name("this") = owner.kind { return unknownField(field) }
      return try unknown(owner, compiled, bound)
    default:
      for part in node.parts {
        if let name = try unknown(part, compiled, bound) { return name }
      }
      return nil
    }
  }

  /// `this->field`: the field, when the object has none of the name and no function.
  private func unknownField(_ field: String) -> String? {
    guard let record = scope.object.type.record else { return field }
    if CppEvaluator.field(field, of: record) != nil { return nil }
    return scope.intrinsics.contains { $0.name == field } ? nil : field
  }
}

extension CppNode {
  /// The nodes directly inside it.
  var parts: [CppNode] {
    switch kind {
    case .literal, .string, .template, .name, .register, .masm, .sizeOfType: []
    case .unary(_, let node), .increment(_, _, let node), .cast(_, let node), .sizeOf(let node),
      .member(let node, _, _, _), .container(let node, _, _), .count(let node),
      .contains(let node, _, _), .lambda(_, let node):
      [node]
    case .binary(_, let left, let right), .both(let left, let right), .either(let left, let right),
      .assignment(_, let left, let right), .index(let left, let right, _),
      .comma(let left, let right):
      [left, right]
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    case .call(let callee, let arguments): [callee] + arguments
    case .object(let members): members.map(\.value)
    }
  }
}
