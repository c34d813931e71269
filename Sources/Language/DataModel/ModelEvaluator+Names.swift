import Engine

// What names and variables stand for in the data model.

extension ModelEvaluator {
  func lookUp(_ name: String, at offset: Int) throws -> ModelValue {
    if let parameter = parameters.last(where: { $0.name == name }) { return parameter.value }
    if let scope {
      guard let value = try scope.find(name, self) else { throw Self.unbound(name) }
      return value
    }
    if name == "Debugger" { return .object(DebuggerObjects(session).root) }
    guard let value = try cpp.find(name, at: offset) else { throw Self.unbound(name) }
    return .native(value)
  }

  /// `@$name`: a person's variable, one of the debugger's, or a register.
  func variable(_ name: String, at offset: Int) throws -> ModelValue {
    if name.hasPrefix("$"), scope == nil {
      let plain = String(name.dropFirst())
      if let value = session.model[plain] { return value }
      if let value = try DebuggerObjects(session).variable(plain) { return value }
    }
    let value: CppValue
    do throws(CommandError) {
      value = try cpp.register(name, at: offset)
    } catch {
      guard case .expression(.badRegister, _) = error else { throw error }
      throw Self.unbound("@\(name)")
    }
    if case .primitive = value.type.shape { return .number(value) }
    return .native(value)
  }

  /// `@$name = value` makes a variable, and `@$t0 = value` sets the pseudo-register; any other left
  /// side is a place in the target.
  func assign(_ binary: CppBinary?, _ left: CppNode, _ right: CppNode, at offset: Int) throws
    -> ModelValue
  {
    if scope != nil { return try assignInside(binary, left, right, at: offset) }
    var value = try evaluate(right)
    if let binary { value = try apply(binary, evaluate(left), value, at: offset) }
    if case .register(let name) = left.kind {
      guard name.hasPrefix("$"), name.count > 1 else {
        throw cpp.obstacle(.notLvalue, at: left.start)
      }
      try setVariable(String(name.dropFirst()), value)
      return value
    }
    if case .member(let owner, let name, _, _) = left.kind,
      case .object(let object) = try evaluate(owner), let member = object.member(name)
    {
      guard let assign = member.assign else {
        throw CommandError.message("'\(name)' cannot be assigned to")
      }
      try assign(value, self)
      return try member.value()
    }
    let place = try native(evaluate(left))
    let stored = try read(native(value))
    return .native(try cpp.store(stored, into: place, at: left.start))
  }

  /// An assignment in a NatVis entry: only the variables of a `CustomListItems` are there to change.
  private func assignInside(
    _ binary: CppBinary?, _ left: CppNode, _ right: CppNode, at offset: Int
  ) throws -> ModelValue {
    guard case .name(let name) = left.kind, let variables = scope?.variables,
      variables[name] != nil
    else { throw CommandError.message("A NatVis entry changes nothing") }
    var value = try evaluate(right)
    if let binary { value = try apply(binary, evaluate(left), value, at: offset) }
    if case .native(let native) = value, value.isNumeric { value = .native(try read(native)) }
    variables[name] = value
    return value
  }

  /// `++a` of such a variable.
  func increment(_ operand: CppNode, by step: Int64, isPostfix: Bool, at offset: Int) throws
    -> ModelValue
  {
    let old = try evaluate(operand)
    let node = CppNode(
      kind: .literal(CppValue(.int, bits: UInt64(bitPattern: step))), start: offset, height: 1)
    let new = try assignInside(.add, operand, node, at: offset)
    return isPostfix ? old : new
  }

  private func setVariable(_ name: String, _ value: ModelValue) throws {
    if let number = Session.userRegister("$\(name)") {
      try session.setTyped(number, try read(native(value)))
    } else if DebuggerObjects.variableNames.contains(name) {
      throw CommandError.message("'@$\(name)' is the debugger's own")
    } else {
      session.model[name] = value
    }
  }
}
