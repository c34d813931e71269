import Engine

// Lists and trees: nodes that point to each other.

extension NatvisElements {
  /// A node: a record in memory.
  private struct Node {
    var record: CppValue
    var address: UInt64
  }

  /// What a pointer points to; nil for a null pointer.
  private func node(_ value: CppValue, _ evaluator: ModelEvaluator) throws -> Node? {
    let pointer = try evaluator.read(value)
    guard case .pointer(let target, _) = pointer.type.shape, case .bits(let bits) = pointer.place,
      target.record != nil
    else { throw CommandError.message("A node's pointer does not point to a structure") }
    guard bits != 0 else { return nil }
    return Node(record: CppValue(target, .memory(bits), space: pointer.space), address: bits)
  }

  /// The node that an expression points to, evaluated in a scope.
  private func node(_ compiled: NatvisScope.Compiled, in scope: NatvisScope) throws -> Node? {
    let evaluator = scope.evaluator(compiled.source)
    return try node(evaluator.native(scope.value(compiled)), evaluator)
  }

  /// A list ends at a null pointer, at the place where the pointer to its first node stands, as rings
  /// with a head do, and at a node that was met already.
  func collect(
    _ list: NatvisLinkedList, _ format: ModelFormat, _ collector: inout NatvisCollector
  ) throws {
    let most = try size(list.sizes)
    let compiled = try scope.compile(list.head.text)
    let evaluator = scope.evaluator(compiled.source)
    let head = try evaluator.native(scope.value(compiled))
    let start = head.address
    guard var node = try node(head, evaluator), node.address != start else { return }
    let next = try scope.inside(node.record).compile(list.next.text)
    let value = try NatvisNodeText(list.value, scope, node.record)
    var met: Set<UInt64> = [node.address]
    var index: UInt64 = 0
    while collector.wants, most.map({ index < $0 }) ?? true {
      if !collector.skips() {
        try collector.add(value.element(node.record, index, view, format))
      }
      index += 1
      guard let following = try self.node(next, in: scope.inside(node.record)),
        following.address != start, met.insert(following.address).inserted
      else { return }
      node = following
    }
  }

  /// A tree is walked from left to right. It ends at null pointers, at nodes whose condition does not
  /// hold, and at nodes that were met already.
  func collect(_ tree: NatvisTree, _ format: ModelFormat, _ collector: inout NatvisCollector) throws
  {
    let most = try size(tree.sizes)
    guard try scope.applies(tree.head.rule, view: view.view),
      let root = try node(scope.compile(tree.head.text), in: scope)
    else { return }
    let inner = scope.inside(root.record)
    let left = try inner.compile(tree.left.text)
    let right = try inner.compile(tree.right.text)
    let value = try NatvisNodeText(tree.value, scope, root.record)
    var met: Set<UInt64> = []
    var waiting: [Node] = []
    var current: Node? = root
    var index: UInt64 = 0
    /// The node at the end of a branch; nil where the tree ends.
    func follow(_ compiled: NatvisScope.Compiled, _ rule: NatvisRule, from node: Node) throws
      -> Node?
    {
      let scope = scope.inside(node.record)
      guard try scope.applies(rule, view: view.view) else { return nil }
      return try self.node(compiled, in: scope)
    }
    while collector.wants, most.map({ index < $0 }) ?? true {
      while let node = current {
        guard met.count <= ModelState.longest, met.insert(node.address).inserted,
          try scope.inside(node.record).applies(tree.value.expression.rule, view: view.view)
        else { break }
        waiting.append(node)
        current = try follow(left, tree.left.rule, from: node)
      }
      guard let node = waiting.popLast() else { return }
      if !collector.skips() {
        try collector.add(value.element(node.record, index, view, format))
      }
      index += 1
      current = try follow(right, tree.right.rule, from: node)
    }
  }
}

/// What is shown for a node.
private struct NatvisNodeText {
  let name: NatvisText?
  /// nil for the node itself.
  let compiled: NatvisScope.Compiled?
  let scope: NatvisScope

  init(_ value: NatvisNodeValue, _ scope: NatvisScope, _ node: CppValue) throws {
    name = value.name
    self.scope = scope
    let text = value.expression.text
    compiled = text.isEmpty ? nil : try scope.inside(node).compile(text)
  }

  func element(_ node: CppValue, _ index: UInt64, _ view: NatvisView, _ format: ModelFormat) throws
    -> NatvisElement
  {
    let inner = scope.inside(node)
    let key = ModelValue.signed(Int64(truncatingIfNeeded: index))
    var label = "[\(index)]"
    if let name {
      let own = NatvisView(session: view.session, entry: view.entry, scope: inner, view: view.view)
      label = (try? own.interpolate(name.text, format)) ?? label
    }
    guard let compiled else {
      return NatvisElement(label: label, key: key, value: .native(node), format: format)
    }
    let evaluator = inner.evaluator(compiled.source)
    return NatvisElement(
      label: label, key: key, value: try evaluator.caught { try inner.value(compiled) },
      format: try format.inner(compiled.specifiers, evaluator))
  }
}
