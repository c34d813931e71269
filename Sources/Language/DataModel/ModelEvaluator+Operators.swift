import Engine

// Operators on values of the model, and comparing them.

extension ModelEvaluator {
  func apply(_ unary: CppUnary, _ node: CppNode, at offset: Int) throws -> ModelValue {
    let operand = try evaluate(node)
    switch unary {
    case .not: return .truth(!(try isTrue(operand)))
    case .dereference, .address:
      return .native(
        try cpp.apply(unary, native(operand), at: offset, operandStart: node.start))
    case .plus, .negate, .complement:
      return .number(
        try cpp.apply(unary, native(operand), at: offset, operandStart: node.start))
    }
  }

  func apply(_ binary: CppBinary, _ left: ModelValue, _ right: ModelValue, at offset: Int) throws
    -> ModelValue
  {
    if case .failure(let why) = left { throw CommandError.message(why) }
    if case .failure(let why) = right { throw CommandError.message(why) }
    if left.isString || right.isString {
      return try textOperation(binary, left, right, at: offset)
    }
    if !left.isNumeric || !right.isNumeric {
      switch binary {
      case .equal: return .truth(try isEqual(left, right))
      case .notEqual: return .truth(!(try isEqual(left, right)))
      default: throw cpp.obstacle(.typeConflict, at: offset)
      }
    }
    var a = try read(native(left))
    var b = try read(native(right))
    if [.and, .xor, .or].contains(binary) {
      a = Self.withoutType(a)
      b = Self.withoutType(b)
    }
    let result = try cpp.apply(binary, a, b, at: offset)
    return result.isPointer ? .native(result) : .number(result)
  }

  /// A pointer as a number, whose bits may be masked.
  private static func withoutType(_ value: CppValue) -> CppValue {
    guard value.isPointer, case .bits(let bits) = value.place else { return value }
    return CppValue(.unsignedInt64, bits: bits)
  }

  private func textOperation(
    _ binary: CppBinary, _ left: ModelValue, _ right: ModelValue, at offset: Int
  ) throws -> ModelValue {
    let a = try text(left)
    let b = try text(right)
    switch binary {
    case .add:
      guard a.utf8.count + b.utf8.count <= ModelState.longestText else {
        throw CommandError.message("The string is too long")
      }
      return .string(a + b)
    case .equal: return .truth(a == b)
    case .notEqual: return .truth(a != b)
    case .less: return .truth(a < b)
    case .lessOrEqual: return .truth(a <= b)
    case .greater: return .truth(a > b)
    case .greaterOrEqual: return .truth(a >= b)
    default: throw cpp.obstacle(.typeConflict, at: offset)
    }
  }

  /// A value as text: a string's own, characters in the target without quotes, else what is shown.
  func text(_ value: ModelValue) throws -> String {
    if case .string(let text) = value { return text }
    var format = ModelFormat()
    format.strings = .bare
    return try ModelText(evaluator: self, format: format).text(of: value) ?? ""
  }

  func isTrue(_ value: ModelValue) throws -> Bool {
    switch value {
    case .native(let native), .number(let native): return try cpp.isTrue(read(native), at: 0)
    case .string(let text): return !text.isEmpty
    case .failure(let why): throw CommandError.message(why)
    case .nothing: return false
    case .list, .object, .function: return true
    }
  }

  /// -1, 0 or 1: how two values are ordered, numbers by value, anything else by its text.
  func compare(_ left: ModelValue, _ right: ModelValue) throws -> Int {
    if left.isNumeric, right.isNumeric {
      let a = try read(native(left))
      let b = try read(native(right))
      if try cpp.isTrue(cpp.apply(.equal, a, b, at: 0), at: 0) { return 0 }
      return try cpp.isTrue(cpp.apply(.less, a, b, at: 0), at: 0) ? -1 : 1
    }
    let a = try text(left)
    let b = try text(right)
    return a == b ? 0 : a < b ? -1 : 1
  }

  func isEqual(_ left: ModelValue, _ right: ModelValue) throws -> Bool {
    switch (left, right) {
    case (.object(let a), .object(let b)): return a === b
    case (.native(let a), .native(let b)) where !left.isNumeric && !right.isNumeric:
      return a.place == b.place && a.type == b.type
    case _ where left.isNumeric && right.isNumeric, _ where left.isString && right.isString:
      return try compare(left, right) == 0
    case _ where left.isString && right.isNumeric, _ where left.isNumeric && right.isString:
      return try text(left) == text(right)
    default: return false
    }
  }

  /// A value as an integer of 64 bits, for counts and positions.
  func integer(_ value: ModelValue) throws -> Int {
    Int(truncatingIfNeeded: try cpp.number(read(native(value)), at: 0))
  }
}

extension ModelValue {
  var isString: Bool {
    if case .string = self { return true }
    return false
  }

  var isFunction: Bool {
    if case .function = self { return true }
    return false
  }

  /// Whether it computes: a number, pointer, enumeration or bit field.
  var isNumeric: Bool {
    switch self {
    case .number: return true
    case .native(let value):
      switch value.type.shape {
      case .pointer, .array: return true
      default: return value.type.arithmetic != nil
      }
    default: return false
    }
  }
}
