import Engine
import Symbols

/// Evaluates expressions of the data model: C++ with objects, methods, lambdas and strings.
///
/// What concerns the target's own values is the C++ evaluator's.
struct ModelEvaluator {
  let session: Session
  let source: SourceText
  /// The parameters of the lambdas around the expression, the innermost last.
  var parameters: [(name: String, value: ModelValue)] = []
  /// The object in whose NatVis entry the expression stands; nil for what a person types.
  var scope: NatvisScope?

  /// The same for an expression of another text.
  func reading(_ source: SourceText) -> ModelEvaluator {
    ModelEvaluator(session: session, source: source, parameters: parameters, scope: scope)
  }

  var cpp: CppEvaluator { CppEvaluator(session: session, source: source) }

  static func unbound(_ name: String) -> CommandError {
    .message("Unable to bind name '\(name)'")
  }

  func evaluate(_ node: CppNode) throws -> ModelValue {
    switch node.kind {
    case .literal(let value): return .number(value)
    case .string(let text): return .string(text)
    case .template(let text): return .string(try interpolated(text))
    case .name(let name): return try lookUp(name, at: node.start)
    case .register(let name): return try variable(name, at: node.start)
    case .unary(let unary, let operand): return try apply(unary, operand, at: node.start)
    case .binary(let binary, let left, let right):
      return try apply(binary, evaluate(left), evaluate(right), at: node.start)
    case .both(let left, let right):
      return .truth(try isTrue(evaluate(left)) && isTrue(evaluate(right)))
    case .either(let left, let right):
      return .truth(try isTrue(evaluate(left)) || isTrue(evaluate(right)))
    case .conditional(let condition, let yes, let no):
      return try evaluate(try isTrue(evaluate(condition)) ? yes : no)
    case .assignment(let binary, let left, let right):
      return try assign(binary, left, right, at: node.start)
    case .cast(let type, let operand):
      return .native(try cast(native(evaluate(operand)), to: type, at: node.start))
    case .sizeOf(let operand):
      return .number(cpp.size(try native(evaluate(operand)).type.size))
    case .member(let owner, let name, let isArrow, let nameStart):
      return try member(name, of: evaluate(owner), isArrow: isArrow, at: nameStart)
    case .index(let array, let index, let bracket):
      return try element(evaluate(array), evaluate(index), at: bracket)
    case .comma(let left, let right):
      _ = try evaluate(left)
      return try evaluate(right)
    case .call(let callee, let arguments): return try call(callee, arguments)
    case .lambda(let names, let body): return .function(lambda(names, body))
    case .object(let members): return try object(members)
    case .container(let address, let type, let offset):
      let value = try read(native(evaluate(address)))
      let place = try cpp.number(value, at: address.start) &- offset
      return .native(CppValue(cpp.pointer(to: type), bits: place, space: value.space))
    case .increment(let step, let isPostfix, let operand):
      if scope != nil {
        return try increment(operand, by: step, isPostfix: isPostfix, at: node.start)
      }
      return .number(try cpp.evaluate(node))
    case .count(let array):
      guard case .array(_, let count) = try native(evaluate(array)).type.shape else {
        throw cpp.obstacle(.notIndexable, at: array.start)
      }
      return .number(cpp.size(count))
    case .sizeOfType, .masm, .contains:
      return .number(try cpp.evaluate(node))
    }
  }

  /// `new { a = b }`: the members are computed now.
  private func object(_ parts: [(name: String, value: CppNode)]) throws -> ModelValue {
    var members: [ModelObject.Member] = []
    for part in parts {
      let value = try caught { try evaluate(part.value) }
      members.append(ModelObject.Member(part.name) { value })
    }
    return .object(ModelObject(members: members))
  }

  /// A value, or why there is none; what ends the command is thrown on.
  func caught(_ body: () throws -> ModelValue) throws -> ModelValue {
    do {
      return try body()
    } catch {
      let error = CommandError(error)
      if error == .cancelled { throw error }
      return .failure(error.message(promptWidth: 0))
    }
  }

  /// Text with its expressions in braces replaced by their values.
  private func interpolated(_ text: String) throws -> String {
    var result = ""
    for piece in try NatvisPieces.split(text) {
      switch piece {
      case .text(let text): result += text
      case .expression(let text):
        let (node, source, specifiers) = try Session.parseModel(text, types: session)
        let inner = reading(source)
        var format = ModelFormat()
        format.strings = .bare
        try format.read(specifiers, inner)
        let value = try deeper { try inner.evaluate(node) }
        result += try ModelText(evaluator: inner, format: format).text(of: value) ?? ""
      }
      guard result.utf8.count <= ModelState.longestText else {
        throw CommandError.message("The string is too long")
      }
    }
    return result
  }

  /// A cast; one of a number or pointer to an array is the array at that address.
  private func cast(_ value: CppValue, to type: CppType, at offset: Int) throws -> CppValue {
    if case .array = type.shape, value.address == nil || value.isPointer,
      case .bits(let bits) = try read(value).place
    {
      return CppValue(type, .memory(bits), space: value.space)
    }
    return try cpp.cast(value, to: type, at: offset)
  }

  // Functions.

  private func lambda(_ names: [String], _ body: CppNode) -> ModelFunction {
    let outer = self
    return ModelFunction(names.joined(separator: ", "), help: "") { arguments in
      guard arguments.count == names.count else {
        throw CommandError.message("A function takes \(names.count) arguments")
      }
      var inner = outer
      inner.parameters += zip(names, arguments).map { ($0, $1) }
      return try inner.deeper { try inner.evaluate(body) }
    }
  }

  /// Runs a call one level deeper, within the limit.
  func deeper(_ body: () throws -> ModelValue) throws -> ModelValue {
    guard session.model.depth < ModelState.deepest else {
      throw CommandError.message("Calls are nested too deeply")
    }
    session.model.depth += 1
    defer { session.model.depth -= 1 }
    try session.checkCancelled()
    return try body()
  }

  private func call(_ callee: CppNode, _ nodes: [CppNode]) throws -> ModelValue {
    if case .name("__iserror") = callee.kind, let node = nodes.first, nodes.count == 1 {
      if case .failure = try caught({ try evaluate(node) }) { return .truth(true) }
      return .truth(false)
    }
    if case .member(let owner, let name, _, let nameStart) = callee.kind {
      let value = try evaluate(owner)
      if let method = try method(name, of: value) {
        let arguments = try nodes.map(evaluate)
        return try deeper { try method(arguments) }
      }
      let member = try member(name, of: value, isArrow: false, at: nameStart)
      return try call(member, nodes, name)
    }
    return try call(try evaluate(callee), nodes, source.string(callee.start..<callee.start + 16))
  }

  private func call(_ value: ModelValue, _ nodes: [CppNode], _ name: String) throws -> ModelValue {
    guard case .function(let function) = value else {
      throw CommandError.message("'\(name)' cannot be called")
    }
    let arguments = try nodes.map(evaluate)
    return try deeper { try function.call(arguments) }
  }

  /// A value's method of a name: its own, a list's or a string's.
  private func method(_ name: String, of value: ModelValue) throws -> (
    ([ModelValue]) throws -> ModelValue
  )? {
    if case .object(let object) = value, let method = object.method(name) { return method.call }
    if case .native(let native) = value,
      let function = try natvisView(of: native)?.function(named: name)
    {
      return function.call
    }
    if let list = try list(of: value),
      let method = ModelSequence.methods[name] ?? ModelSequence.foldedMethods[name.lowercased()]
    {
      let sequence = ModelSequence(evaluator: self, list: list)
      return { try method(sequence, $0) }
    }
    if case .string(let text) = value, let method = ModelStrings.methods[name] {
      return { try method(text, $0, self) }
    }
    guard name == "ToDisplayString" else { return nil }
    return { .string(try displayString(value, $0)) }
  }

  private func displayString(_ value: ModelValue, _ arguments: [ModelValue]) throws -> String {
    var format = ModelFormat()
    if case .string(let text)? = arguments.first { try format.read(text, self) }
    return try ModelText(evaluator: self, format: format).text(of: value) ?? ""
  }

  // Members and elements.

  func member(_ name: String, of value: ModelValue, isArrow: Bool, at offset: Int) throws
    -> ModelValue
  {
    switch value {
    case .object(let object):
      if let member = object.member(name) { return try member.value() }
      if let method = object.method(name) { return .function(method) }
    case .native(let native):
      let plain = name.split(separator: ":").last.map(String.init) ?? name
      var owner = try cpp.referent(native, at: offset)
      if case .pointer(let target, _) = owner.type.shape {
        guard case .bits(let bits) = try read(owner).place else { break }
        owner = CppValue(target, .memory(bits), space: owner.space)
      }
      if let record = owner.type.record, let address = owner.address,
        let field = CppEvaluator.field(plain, of: record)
      {
        return .native(
          CppValue(.known(field.type), .memory(address &+ field.offset), space: owner.space))
      }
      if let view = try natvisView(of: native) {
        if let item = try view.item(named: name) { return item }
        if let pointer = view.entry.smartPointer {
          return try member(
            name, of: view.value(pointer, ModelFormat()).0, isArrow: isArrow, at: offset)
        }
      }
    case .string(let text):
      if name == "Length" { return .unsigned(UInt64(text.count)) }
    case .failure(let why): throw CommandError.message(why)
    case .nothing, .number, .list, .function: break
    }
    if let method = try method(name, of: value) {
      return .function(ModelFunction(name, help: name, method))
    }
    throw Self.unbound(name)
  }

  private func element(_ value: ModelValue, _ index: ModelValue, at offset: Int) throws
    -> ModelValue
  {
    if case .native(let native) = value, case .number(let number) = index.plain,
      native.type.record == nil
    {
      return .native(try cpp.element(native, number, at: offset))
    }
    guard let list = try list(of: value) else {
      throw cpp.obstacle(.notIndexable, at: offset)
    }
    if let find = list.find {
      if let found = try find(index) { return found }
    } else {
      for element in try list.elements() where try isEqual(element.key, index) {
        return element.value
      }
    }
    throw CommandError.message("Index out of bounds or no such key")
  }

  /// The list that a value is or has; nil when there is nothing to go through.
  func list(of value: ModelValue) throws -> ModelList? {
    switch value {
    case .list(let list): return list
    case .object(let object): return try object.list?()
    case .native(let native):
      guard case .array(let element, let count) = native.type.shape, let address = native.address
      else { return try natvisView(of: native)?.list() }
      return ModelList.native(element, at: address, count: count, space: native.space) {
        try self.session.checkCancelled()
      }
    default: return nil
    }
  }

  // The target's values.

  /// The NatVis entry that shows a record, or the record that a pointer points to; nil for none.
  func natvisView(of value: CppValue, _ format: ModelFormat = ModelFormat()) throws -> NatvisView? {
    guard !session.natvis.files.isEmpty else { return nil }
    let value = try cpp.referent(value, at: 0)
    guard case .pointer(let target, _) = value.type.shape, target.record != nil else {
      return session.natvisView(of: value, format)
    }
    guard case .bits(let bits) = try read(value).place, bits != 0 else { return nil }
    return session.natvisView(of: CppValue(target, .memory(bits), space: value.space), format)
  }

  /// A value as the C++ evaluator has it.
  func native(_ value: ModelValue) throws -> CppValue {
    switch value {
    case .native(let native), .number(let native): return native
    case .failure(let why): throw CommandError.message(why)
    case .nothing, .string, .list, .object, .function:
      throw CommandError.message("The object is no value of the target")
    }
  }

  /// A value of the target, loaded; a failure tells the address.
  func read(_ value: CppValue) throws -> CppValue {
    do throws(CommandError) {
      return try cpp.rvalue(value, at: 0)
    } catch {
      guard case .expression(.memory, _) = error else { throw error }
      let address = (value.address ?? 0).hex()
      throw CommandError.message("Unable to read memory at Address 0x\(address)")
    }
  }
}

extension ModelList {
  /// The elements of an array of the target. `poll` is asked now and then while all of them are made.
  static func native(
    _ element: CppType, at address: UInt64, count: UInt64, space: AddressSpace?,
    poll: @escaping () throws -> Void = {}
  ) -> ModelList {
    let size = max(1, element.size)
    func made(_ index: UInt64) -> ModelElement {
      ModelElement(
        key: .signed(Int64(index)),
        value: .native(CppValue(element, .memory(address &+ index &* size), space: space)))
    }
    var list = ModelList {
      guard count <= UInt64(ModelState.longest) else {
        throw CommandError.message("The list is too long")
      }
      return try (0..<count).map { index in
        if index & 0xfff == 0 { try poll() }
        return made(index)
      }
    }
    list.prefix = { (0..<min(count, UInt64(clamping: max(0, $0)))).map(made) }
    return list
  }
}

extension ModelValue {
  /// A number of the target as one of the model; anything else as it is.
  var plain: ModelValue {
    if case .native(let value) = self { return .number(value) }
    return self
  }
}
