import Engine

// What stands below a value, as its entry has it.

extension NatvisView {
  /// The children, and whether more would come.
  ///
  /// - Parameter object: the value as it was asked for, which the raw view shows.
  func children(
    of object: CppValue, _ format: ModelFormat, _ tree: ModelTree, _ window: ModelWindow
  )
    throws -> ([ModelChild], isCut: Bool)
  {
    let hasRaw = entry.expansion?.hidesRawView != true && !format.hidesRawView
    let raw = hasRaw ? [tree.rawView(of: object)] : []
    guard let expansion = entry.expansion else { return (raw, false) }
    let (children, isCut) = try children(expansion, format, tree, window)
    return (raw + children, isCut)
  }

  func children(
    _ expansion: NatvisExpansion, _ format: ModelFormat, _ tree: ModelTree, _ window: ModelWindow
  ) throws -> ([ModelChild], isCut: Bool) {
    guard session.natvis.depth < NatvisStore.deepest else { return ([], false) }
    session.natvis.depth += 1
    defer { session.natvis.depth -= 1 }
    var children: [ModelChild] = []
    var isCut = false
    for item in expansion.items {
      let (more, isLonger) = try self.children(item, format, tree, window)
      children += more
      isCut = isCut || isLonger
      if children.count > ModelState.longest { break }
    }
    return (children, isCut)
  }

  private func children(
    _ item: NatvisItem, _ format: ModelFormat, _ tree: ModelTree, _ window: ModelWindow
  ) throws -> ([ModelChild], isCut: Bool) {
    switch item {
    case .item(let name, let expression):
      return (try child(name, expression, format).map { [$0] } ?? [], false)
    case .expanded(let expression):
      let found = try optionally(expression.rule) {
        () throws -> ([ModelChild], isCut: Bool) in
        guard try scope.applies(expression.rule, view: view) else { return ([], false) }
        let (value, inner) = try value(expression, format)
        var innerTree = tree
        innerTree.format = inner
        innerTree.format.hidesRawView = true
        return try innerTree.children(of: value, skipped: window.skipped, limit: window.limit)
      }
      return found ?? ([], false)
    case .synthetic(let synthetic):
      return (try child(synthetic, format, tree).map { [$0] } ?? [], false)
    case .array, .indexList, .linkedList, .tree, .custom:
      let elements: ([NatvisElement], Bool)
      do {
        elements = try NatvisElements(view: self).first(of: item, window, format)
      } catch {
        let error = CommandError(error)
        if error == .cancelled { throw error }
        let why = ModelValue.failure(error.message(promptWidth: 0))
        return ([ModelChild(label: "[...]".padded(16), name: "[...]", value: why)], false)
      }
      return (
        elements.0.map { element in
          ModelChild(
            label: element.label.padded(16), name: element.label, value: element.value,
            format: element.format)
        }, elements.1
      )
    }
  }

  /// An item; nil when it does not apply. One that cannot be computed shows why.
  private func child(_ name: NatvisText, _ expression: NatvisExpression, _ format: ModelFormat)
    throws -> ModelChild?
  {
    do {
      guard try scope.applies(expression.rule, view: view) else { return nil }
      let label = try interpolate(name.text, format)
      let (value, inner) = try value(expression, format)
      return ModelChild(label: label.padded(16), name: label, value: value, format: inner)
    } catch {
      let error = CommandError(error)
      if error == .cancelled { throw error }
      if expression.rule.isOptional { return nil }
      let why = ModelValue.failure(error.message(promptWidth: 0))
      return ModelChild(label: name.text.padded(16), name: name.text, value: why)
    }
  }

  func child(_ synthetic: NatvisSynthetic, _ format: ModelFormat, _ tree: ModelTree) throws
    -> ModelChild?
  {
    guard try scope.applies(synthetic.rule, view: view) else { return nil }
    let label = try optionally(synthetic.rule) { try interpolate(synthetic.name.text, format) }
    guard let label else { return nil }
    let object = ModelObject(
      text: {
        if let text = try self.text(synthetic.displayStrings, format) { return text }
        guard let expression = synthetic.expression else { return nil }
        let (value, inner) = try self.value(expression, format)
        return try ModelText(evaluator: tree.evaluator, format: inner).text(of: value)
      }, members: [])
    if let expansion = synthetic.expansion {
      object.expansion = { window in try self.children(expansion, format, tree, window) }
      object.list = { try self.list(of: expansion) }
    } else if let expression = synthetic.expression {
      object.expansion = { window in
        let (value, inner) = try self.value(expression, format)
        var innerTree = tree
        innerTree.format = inner
        return try innerTree.children(of: value, skipped: window.skipped, limit: window.limit)
      }
    }
    return ModelChild(label: label.padded(16), name: label, value: .object(object))
  }

  // The elements as a list, for queries.

  /// The list that the entry says a value is; nil when it is none.
  func list() throws -> ModelList? {
    guard let expansion = entry.expansion else { return nil }
    return try list(of: expansion)
  }

  private func list(of expansion: NatvisExpansion) throws -> ModelList? {
    var containers: [NatvisItem] = []
    var inner: ModelList?
    for item in expansion.items {
      switch item {
      case .array, .indexList, .linkedList, .tree, .custom: containers.append(item)
      case .expanded(let expression) where inner == nil:
        guard session.natvis.depth < NatvisStore.deepest else { break }
        session.natvis.depth += 1
        defer { session.natvis.depth -= 1 }
        let found = try optionally(expression.rule) { () throws -> ModelValue? in
          guard try scope.applies(expression.rule, view: view) else { return nil }
          return try value(expression, ModelFormat()).0
        }
        if let value = found ?? nil {
          inner = try scope.evaluator(SourceText("")).list(of: value)
        }
      default: break
      }
    }
    guard !containers.isEmpty else { return inner }
    /// The first elements, and whether there are more.
    func elements(_ limit: Int) throws -> ([ModelElement], isCut: Bool) {
      var found: [ModelElement] = []
      for item in containers {
        let window = ModelWindow(skipped: 0, limit: limit - found.count)
        let (more, isCut) = try NatvisElements(view: self).first(of: item, window, ModelFormat())
        found += more.map { ModelElement(key: $0.key, value: $0.value) }
        if isCut { return (found, true) }
      }
      return (found, false)
    }
    var list = ModelList {
      let (found, isCut) = try elements(ModelState.longest)
      if isCut { throw CommandError.message("The list is too long") }
      return found
    }
    list.prefix = { (try? elements($0))?.0 ?? [] }
    return list
  }
}
